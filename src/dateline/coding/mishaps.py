"""What the parser hangs on the wrong word: verbs taken for attributes, agents and sides that belong further up."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.model import ParsedStory, Token

DAYS = frozenset({"today", "yesterday", "tonight"})
MAX_STEPS = 60


def noun_root(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the root of a token's sentence, if it is a noun."""
    above = token
    for _ in range(MAX_STEPS):
        if above.head == above.i:
            return above if above.pos in {"NOUN", "PROPN"} else None
        above = parsed.head(above)
    return None


def is_misread(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a sentence's verb was taken for an attribute ("A court on Tuesday freed Pastor Ncube").

    A past form after a day's name, in a sentence whose root is the noun before that day.
    """
    if token.dep != "amod" or token.tag not in {"VBD", "VBN"} or token.i == 0:
        return False
    before, above = parsed.tokens[token.i - 1], noun_root(parsed, token)
    return above is not None and above.i < before.i and (before.ent == "DATE" or before.text.lower() in DAYS)


def is_opposed(parsed: ParsedStory, modifier: Token) -> bool:
    """Say whether a modifier names whom something is against: "anti-French riots"."""
    before = [t.text.lower() for t in parsed.tokens[max(0, modifier.i - 2) : modifier.i]]
    return before == ["anti", "-"] or modifier.text.lower().startswith("anti-")


def voices_beyond(parsed: ParsedStory, prep: Token, verbs: Collection[str]) -> Iterator[Token]:
    """Yield the agents of participles that hang on what a noun is about: "criticism of Malta voiced by Ghana".

    Args:
        parsed: The story.
        prep: The noun's preposition.
        verbs: Lemmas whose agent does what the noun names.
    """
    below = [c for noun in parsed.children(prep, "pobj") for c in parsed.children(noun, "acl")]
    for participle in below if prep.lemma == "of" else ():
        if participle.tag == "VBN" and participle.lemma in verbs:
            yield from parsed.children(participle, "agent")
