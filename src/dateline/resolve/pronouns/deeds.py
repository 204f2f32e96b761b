"""Whether somebody can have done what a pronoun did: only states and gunmen fight, whoever was asked answers."""

from __future__ import annotations

from dateline.model import EntityKind, Resolution
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pronouns.agreement import Pronoun
from dateline.resolve.pronouns.nearness import JUDGED

# How deep below a verb that judges somebody the words for him may stand.
DEPTH = 5
# Who attacks and invades nobody.
PEACEFUL_KINDS = frozenset({EntityKind.IGO, EntityKind.COMPANY, EntityKind.MEDIA})
PEACEFUL_SECTORS = frozenset({"BUS", "JRN", "EDU", "MED", "REL"})


def is_of_party(pronoun: Pronoun) -> bool:
    """Say whether the pronoun acts or owns as only states, bodies and firms do, so that it is no thing named before.

    Args:
        pronoun: The pronoun.
    """
    token, above, words = pronoun.token, pronoun.verb, pronoun.words
    if token.dep == "poss":
        return above.lemma in words.pronouns["owned"]
    return token.dep == "nsubj" and above.pos == "VERB" and above.lemma in words.pronouns["acting"]


def weight(pronoun: Pronoun, draft: Draft, character: Character) -> float:
    """Weigh whether a character can have done what the pronoun did, and whether the clause tells why it is judged.

    Args:
        pronoun: The pronoun.
        draft: The character's mention.
        character: Who may be meant.
    """
    verb, lists = pronoun.verb, pronoun.words.pronouns
    if not pronoun.syntax.subject(pronoun.i) or verb.pos != "VERB":
        return 0.0
    known, score = character.resolution, 0.0
    if verb.lemma in lists["warlike"] and known and not _may_fight(known):
        score -= JUDGED
    if verb.lemma in lists["answering"] and not draft.subject and _was_addressed(pronoun, draft):
        score += JUDGED
    return score + (JUDGED if _is_judged(pronoun, draft) else 0.0)


def _is_judged(pronoun: Pronoun, draft: Draft) -> bool:
    """Say whether the pronoun's clause tells why somebody is judged: "imposed sanctions on Peru after it invaded"."""
    syntax, verb, lists = pronoun.syntax, pronoun.verb, pronoun.words.pronouns
    above = syntax.tokens[verb.head]
    marked = any(c.lemma in lists["causes"] for c in syntax.parsed.children(verb, "mark", "prep", "advmod"))
    if verb.dep != "advcl" or not marked or above.lemma not in lists["judging"] or draft.subject:
        return False
    return draft.head > above.i and syntax.hangs_below(draft.head, above.i, steps=DEPTH)


def _was_addressed(pronoun: Pronoun, draft: Draft) -> bool:
    """Say whether somebody was just asked, told or accused, who may now answer: "asked Laos, but it refused"."""
    if pronoun.sentences_behind(draft) > 1:
        return False
    syntax = pronoun.syntax
    above = syntax.governor(draft.head)
    above = syntax.tokens[above.head] if above.lemma in {"to", "on", "upon"} else above
    return above.lemma in pronoun.words.pronouns["addressing"]


def _may_fight(known: Resolution) -> bool:
    kind = known.entity.kind if known.entity else None
    return kind not in PEACEFUL_KINDS and PEACEFUL_SECTORS.isdisjoint(known.sectors[:1])
