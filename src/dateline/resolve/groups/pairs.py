"""Reads phrases that point back to several who were named: "both leaders", "the two countries"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind
from dateline.resolve.groups import groups
from dateline.resolve.groups.pair_phrases import Several

if TYPE_CHECKING:
    from dateline.resolve.cast import Character, Draft
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.pieces.pieces import Piece
    from dateline.resolve.reader import Reader


def read(phrase: Phrase, size: int, reader: Reader) -> Draft | None:
    """Read such a phrase; None where the story has not told of so many.

    Args:
        phrase: The phrase.
        size: How many it points back to.
        reader: The work on the story.
    """
    profile = reader.profiler.read(phrase)
    syntax, words = reader.syntax, reader.words
    people, countries = groups.members(Several(phrase, size, syntax, words, reader.cast, reader.scene))
    lemma, sectors = syntax.tokens[phrase.head].lemma, _sectors(phrase, people, reader)
    countries = tuple(profile.countries) if profile.countries else countries
    sides = lemma in words.pair_any and len(countries) == 1
    if len(countries) < 2 and not sides and not (countries and len(people) == size):
        return None
    resolution = groups.pair_resolution(phrase, syntax, words, countries, sectors)
    draft = reader.draft(phrase, MentionKind.NOMINAL, resolution, profile)
    draft.plural = True
    draft.person = lemma in words.pair_persons or None
    draft.parts = tuple(c.latest.head for c in people)
    reader.cast.add(draft, key=("pair", "+".join(sorted(countries))))
    return draft


def is_told_apart(core: Piece | None) -> bool:
    """Say whether counted bodies are told apart by more than one word: "the three opposition parties".

    Args:
        core: Their noun.
    """
    return core is not None and core.noun is not None and core.noun.kind != "person" and " " in core.lemma


def _sectors(phrase: Phrase, people: list[Character], reader: Reader) -> tuple[str, ...]:
    """Return the sectors that the noun tells, else those that all of them share, or the first of one land's."""
    hit = phrase.core.noun if phrase.core else None
    told = hit.sectors if hit and reader.syntax.tokens[phrase.head].lemma not in reader.words.pair_plain else ()
    known = [c.resolution for c in people if c.resolution]
    held = [r.sectors[:1] for r in known if r.sectors]
    if told or not held:
        return told
    shared = len(set(held)) == 1  # two presidents are "the two leaders"
    return held[0] if shared or len({r.country for r in known}) == 1 else ()
