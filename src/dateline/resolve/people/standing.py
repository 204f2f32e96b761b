"""How somebody stands to another: "his rivals", "Ann Lee's allies", "her followers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

RULE = "how he stands to somebody"
# What whoever has rivals or allies is, and what the rivals of one of these are.
HOLDING = frozenset({"GOV", "LEG", "PTY", "ELI", "BUS", "CRM", "REB", "REL"})
RULING = frozenset({"GOV", "LEG", "PTY", "ELI"})
SEEKING = ("PTY",)


class Standing:
    """Reads such nouns in one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def read(self, phrase: Phrase) -> Draft | None:
        """Read a noun that says how somebody stands to a person; of a state or in a match it means another thing."""
        lists, token = self._r.words.definites, self._r.syntax.tokens[phrase.head]
        rival = token.lemma in lists["rivals"]
        if token.pos != "NOUN" or self._r.teams.playing or not (rival or token.lemma in lists["friends"]):
            return None
        profile = self._r.profiler.read(phrase)
        owner = self._owner(profile)
        if owner is None:
            return None
        sectors = SEEKING if rival and owner.sectors[0] in RULING else owner.sectors[:1]
        words = self._r.syntax.words(phrase.first, phrase.last)
        told = Resolution(name=words, country=owner.country, sectors=sectors, score=0.4, rule=RULE)
        draft = self._r.draft(phrase, MentionKind.NOMINAL, told, profile)
        draft.lemma, draft.person = token.lemma, not draft.plural or None
        self._r.cast.add(draft)
        return draft

    def _owner(self, profile: Profile) -> Resolution | None:
        """Return the person to whom somebody stands so."""
        draft, known = profile.employer_draft, profile.employer
        if known is None or draft is None or not draft.person or draft.plural or profile.deictic:
            return None
        return known if HOLDING.intersection(known.sectors[:1]) else None
