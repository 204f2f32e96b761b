"""What somebody is called: "called the raid illegal", with the judgement found wherever the parser hung it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.structure.voices import SUBJECTS
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

NAMING = party_words().set("naming")
JUDGING_POS = frozenset({"ADJ", "NOUN", "PROPN"})


def namings(parsed: ParsedStory, verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield whom or what a verb of naming names, each with the word for it.

    The parser takes the word for a clause ("declared | the vote void"), or hangs it on the noun before it
    ("called the step regrettable").

    Args:
        parsed: The story.
        verb: Any verb; others than those of naming yield nothing.
    """
    if verb.lemma not in NAMING:
        return
    for child in parsed.children(verb, "ccomp"):
        named = next((c for c in parsed.children(child, *SUBJECTS) if verb.i < c.i < child.i), None)
        if named is not None and _is_verbless(parsed, child):
            yield named, child
    for named in parsed.children(verb, "dobj"):
        behind = [c for c in parsed.children(named, "amod") if c.i > named.i and c.pos == "ADJ"]
        if behind and not parsed.has(verb, "oprd"):
            yield named, behind[0]


def _is_verbless(parsed: ParsedStory, child: Token) -> bool:
    """Say whether a clause holds no verb of its own: "the vote void"; "persona non grata" is taken for one."""
    helped = parsed.has(child, "aux", "auxpass", "cop", "mark")
    return not helped and (child.pos in JUDGING_POS or child.text.lower().startswith("persona"))
