"""The other land of a relation that no word names: a weighed choice among the lands of the story.

"Has kept 500 soldiers there", "finances a third of its budget", "under a pact of 1977": whose they are the clause says,
with whom only the story tells. Each land that it names gets the sum of its signs' weights; the heaviest is meant. The
weights are those of a linear choice among candidates, fitted by `tools/lands/fit_others.py` on 1,059 relations of
reports marked for their parties' lands (decision 0018).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from dateline.coding.ties.context import Told, as_land
from dateline.coding.ties.words import lexicon
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import PLACING
from dateline.model import Participant, Place, ResolvedStory, Token, codes_of

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Of two sides between whom somebody mediates the second weighs at most so much less than the first.
NEAR = 1.0
# How often a land must be named to be named as often as can be.
OFTEN = 8

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "after": 1.78,
        "before": 2.97,
        "count": 2.50,
        "home": 1.46,
        "home_body": -0.37,
        "home_untold": 0.92,
        "home_pronoun": -0.64,
        "lead": 0.83,
        "placed": 0.67,
        "most": 0.24,
        "previous_alone": 1.01,
        "previous_behind": 0.91,
        "previous_subject_untold": 0.74,
        "ruled": 1.55,
        "together": 0.53,
    }
)


class OtherLands:
    """Weighs the lands of one story against each other."""

    def __init__(self, resolved: ResolvedStory, told: Told) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._told = told

    def of(
        self, token: Token, own: Collection[str], word: Token | None = None, *, near: float = 0.0
    ) -> tuple[Participant, ...]:
        """Return the state that is the other side of a relation; nobody where the story names no other.

        Args:
            token: The word that tells the relation.
            own: Codes of the side that is known.
            word: What stands for the other side without naming it, a pronoun or "the island"; None where nothing does.
            near: Of two sides, a second state that weighs at most so much less.
        """
        signs = self.signs(token, own, word)
        weights = {land: sum(WEIGHTS[name] * value for name, value in told.items()) for land, told in signs.items()}
        ranked = sorted(sorted(weights), key=weights.__getitem__, reverse=True)
        second = [land for land in ranked[1:2] if near and weights[ranked[0]] - weights[land] <= near]
        return tuple(party for land in (*ranked[:1], *second) for party in self._party(land, word or token))

    def pair(self, token: Token) -> tuple[Participant, ...]:
        """Return the two states between which a relation is of which no words name a side; nobody if there is one only.

        "A joint commission meets twice a year", "the treaty of 1929 settled the border".
        """
        first = self.of(token, ())
        second = self.of(token, codes_of(first))
        return (*first, *second) if second else ()

    def signs(self, token: Token, own: Collection[str], word: Token | None = None) -> dict[str, dict[str, float]]:
        """Return the signs of every land of the story that are not zero."""
        lands = {*self._counts, *self._home_land} - {*own} - INTERNATIONAL
        shared = self._clause_signs(token, own)
        most = max((self._counts[land] for land in lands), default=0)
        found = {}
        for land in lands:
            signs = {name: 1.0 for name, told in shared.items() if land in told}
            signs |= self._story_signs(land, own, word)
            signs["most"] = float(self._counts[land] == most)
            if word is None and "previous_subject" in signs:
                signs["previous_subject_untold"] = 1.0
            found[land] = {name: value for name, value in signs.items() if value and name in WEIGHTS}
        return found

    def _story_signs(self, land: str, own: Collection[str], word: Token | None) -> dict[str, float]:
        """Return how much the whole story is about a land, and what it has to do with the known side."""
        home = land in self._home_land
        return {
            "count": min(self._counts[land], OFTEN) / OFTEN,
            "home": float(home),
            "home_body": float(home and not INTERNATIONAL.isdisjoint(own)),
            "home_untold": float(home and word is None),
            "home_pronoun": float(home and word is not None and word.pos == "PRON"),
            "lead": float(any(land == told for _, told in self._named(self._lead_sentence))),
            "ruled": float(lexicon().words.ruled_by.get(land) in own),
            "together": float(any(land in told and not told.isdisjoint(own) for told in self._sentences)),
        }

    def _clause_signs(self, token: Token, own: Collection[str]) -> dict[str, frozenset[str]]:
        """Return, for each sign of the words around a relation, the lands that have it."""
        here, before = self._named(token.sent), self._named(token.sent - 1)
        beside = {land for _, land in here} - {*own}
        previous = {land for _, land in before} - {*own}
        return {
            "after": frozenset(land for word, land in here if word.i > token.i),
            "before": frozenset(land for word, land in here if word.i < token.i),
            "placed": frozenset(land for word, land in here if self._is_placed(word)),
            "previous_alone": frozenset(previous if len(previous) == 1 and not beside else ()),
            "previous_behind": frozenset(land for word, land in before if word.dep == "pobj"),
            "previous_subject": frozenset(land for word, land in before if word.dep in SUBJECTS),
        }

    def _is_placed(self, word: Token) -> bool:
        return word.dep == "pobj" and self._parsed.head(word).lemma in PLACING

    def _party(self, land: str, token: Token) -> tuple[Participant, ...]:
        """Return a land as the story names it first; the report's own, or a place's, by the word that stands for it."""
        named = self._told.first(land)
        place = next((place for place in self._places if place.country == land), None)
        return named or ((as_land(token, place, score=0.4),) if place is not None else ())

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        home, toponyms = self._resolved.home, self._resolved.toponyms
        return (*((home,) if home is not None else ()), *(t.place for t in toponyms if t.place is not None))

    @cached_property
    def _home_land(self) -> frozenset[str]:
        home = self._resolved.home
        return frozenset({home.country} if home is not None and home.country else ())

    def _named(self, sentence: int) -> Sequence[tuple[Token, str]]:
        """Return the words of a sentence that name a land, with it, in text order."""
        return self._by_sentence.get(sentence, ())

    @cached_property
    def _by_sentence(self) -> dict[int, list[tuple[Token, str]]]:
        found: dict[int, list[tuple[Token, str]]] = {}
        for word, land in self._told.lands():
            found.setdefault(word.sent, []).append((word, land))
        return found

    @cached_property
    def _sentences(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(land for _, land in told) for told in self._by_sentence.values())

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(land for told in self._by_sentence.values() for _, land in told)

    @cached_property
    def _lead_sentence(self) -> int:
        lead = self._parsed.lead
        return lead.i if lead is not None else 0
