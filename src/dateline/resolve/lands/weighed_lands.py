"""To which land of a story an office or service belongs that no word gives one: a weighed choice among the lands named.

Where a report of one land tells of its neighbours, too, no single sign decides whose "the foreign ministry" or
"soldiers" are. Each land that the story names gets the sum of its signs' weights; the heaviest is the office's. The
weights are those of a linear choice among candidates, fitted by `tools/lands/fit.py` on 3,100 offices and services of
reports marked for their parties' lands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from math import log1p
from types import MappingProxyType

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Token
from dateline.resolve.lands.land_counts import LOCATIVE
from dateline.resolve.lands.scene import Mentioned, Scene
from dateline.resolve.pieces.syntax import Syntax

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "relcl"})
# Whoever does something "to", "with" or "against" a land is mostly not of it.
TOWARDS = frozenset({"to", "into", "toward", "towards", "with", "against", "on", "over", "for"})
# How often a land must be named to be named as often as can be.
OFTEN = 8

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "whole": 1.93,
        "grounds": 1.17,
        "most": 0.59,
        "count": 0.59,
        "unnamed": -1.22,
        "here": 1.33,
        "abroad": -1.12,
        "bearer": 0.32,
        "first": 0.23,
        "lead": 1.28,
        "home": 1.44,
        "home_alone": 0.06,
        "home_unnamed": 0.77,
        "home_first": -1.10,
        "home_lead": 0.84,
        "last": 0.77,
        "next": -0.86,
        "previous": 0.48,
        "previous_alone": 0.57,
        "alike": 1.17,
        "subject": -0.68,
        "towards": -0.94,
        "below": -0.88,
        "described": 1.20,
        "facing": -1.29,
        "opens": 2.75,
    }
)


class WeighedLands:
    """Weighs the lands of one story."""

    def __init__(self, syntax: Syntax, scene: Scene) -> None:
        self._syntax = syntax
        self._parsed = syntax.parsed
        self._scene = scene
        self._named: dict[int, list[Mentioned]] = {}
        for named in scene.mentioned:
            self._named.setdefault(syntax.tokens[named.token].sent, []).append(named)

    def of(
        self, head: int, *, never: Collection[str] = (), facing: Collection[str] = (), opens: str | None = None
    ) -> str | None:
        """Return the land that the signs speak for most.

        Args:
            head: Head token of the office's mention.
            never: Lands that have no such office, unless no other is named.
            facing: Lands that do to it what states do to others.
            opens: The land of the place that opens its clause.
        """
        signs = self.signs(head, facing=facing, opens=opens)
        left = [land for land in signs if land not in never] or list(signs)
        weights = {land: sum(WEIGHTS[name] * value for name, value in signs[land].items()) for land in left}
        return max(sorted(weights), key=weights.__getitem__, default=None)

    def signs(
        self, head: int, *, facing: Collection[str] = (), opens: str | None = None
    ) -> dict[str, dict[str, float]]:
        """Return the signs of every land of the story that are not zero."""
        here = [named for named in self._in(self._syntax.tokens[head].sent) if named.token != head]
        shared = self._clause_signs(head, here)
        shared["facing"], shared["opens"] = frozenset(facing), frozenset({opens} if opens else ())
        lands = {*self._counts, *self._scene.ranked}
        return {
            land: self._story_signs(land, head, here) | {name: 1.0 for name, told in shared.items() if land in told}
            for land in lands
        }

    def _story_signs(self, land: str, head: int, here: Sequence[Mentioned]) -> dict[str, float]:
        """Return how much the whole story is about a land, and what its dateline adds."""
        scene, count = self._scene, self._counts[land]
        signs = {
            "whole": scene.share(land),
            "grounds": scene.ground(land),
            "most": float(land in scene.foremost),
            "count": min(count, OFTEN) / OFTEN,
            "unnamed": float(not count),
            "here": log1p(sum(named.land == land for named in here)),
            "abroad": float(land in INTERNATIONAL),
            "bearer": float(scene.bearers[land] > 0),
            "first": float(land == self._first),
            "lead": float(land in self._lead),
        }
        if land == scene.dateline and not scene.is_host:
            sent = self._syntax.tokens[head].sent
            signs["home"] = 1.0
            signs["home_alone"] = float(not here)
            signs["home_unnamed"] = float(all(named.describes for named in here))
            signs["home_first"] = float(scene.is_at_home)
            signs["home_lead"] = float(sent <= self._lead_sentence)
        return {name: value for name, value in signs.items() if value}

    def _clause_signs(self, head: int, here: Sequence[Mentioned]) -> dict[str, frozenset[str]]:
        """Return, for each sign of the words around an office, the lands that have it."""
        tokens = self._syntax.tokens
        own = {t.i for t in self._parsed.subtree(tokens[head])}
        beside = [named for named in here if named.token not in own]
        before = [named.land for named in beside if named.token < head]
        after = [named.land for named in beside if named.token > head]
        previous = frozenset(named.land for named in self._in(tokens[head].sent - 1))
        return {
            "last": frozenset(before[-1:]),
            "next": frozenset(after[:1]),
            "previous": previous,
            "previous_alone": frozenset() if here else previous,
            "alike": self._alike(head),
            **self._roles(head, here),
        }

    def _roles(self, head: int, here: Sequence[Mentioned]) -> dict[str, frozenset[str]]:
        """Return the lands in the other parts of an office's clause, by their role towards it."""
        tokens, parsed = self._syntax.tokens, self._parsed
        verb = self._syntax.governor(head)
        verb = tokens[verb.head] if verb.pos == "ADP" else verb
        subject = self._syntax.subject(head)
        found: dict[str, set[str]] = {"subject": set(), "towards": set(), "below": set(), "described": set()}
        for child in parsed.children(verb):
            role = _role(child, subject=subject)
            inside = {t.i for t in parsed.subtree(child)} if role else set()
            if role and head not in inside:
                found[role].update(named.land for named in here if named.token in inside)
        if verb.dep in {"relcl", "acl"}:
            around = {t.i for t in parsed.subtree(tokens[verb.head])} - {t.i for t in parsed.subtree(verb)}
            found["described"].update(named.land for named in here if named.token in around)
        return {name: frozenset(lands) for name, lands in found.items()}

    def _alike(self, head: int) -> frozenset[str]:
        """Return the lands whose an earlier word of the kind was said to be: "Chadian soldiers", "police in Lima"."""
        tokens, lemma = self._syntax.tokens, self._syntax.tokens[head].lemma.lower()
        found = set()
        for named in self._scene.mentioned:
            above = tokens[tokens[named.token].head]
            if above.pos == "ADP" and above.lemma in {"of", "in", "from"} and not named.describes:
                above = tokens[above.head]
            if named.token < head and above.i != head and above.lemma.lower() == lemma:
                found.add(named.land)
        return frozenset(found)

    def _in(self, sentence: int) -> Sequence[Mentioned]:
        """Return the words of a sentence that name a land, in text order."""
        return self._named.get(sentence, ())

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(named.land for named in self._scene.mentioned)

    @cached_property
    def _first(self) -> str | None:
        return next((place.land for place in self._scene.mentioned), None)

    @cached_property
    def _lead_sentence(self) -> int:
        lead = self._parsed.lead
        return lead.i if lead is not None else 0

    @cached_property
    def _lead(self) -> frozenset[str]:
        return frozenset(named.land for named in self._in(self._lead_sentence))


def _role(child: Token, *, subject: bool) -> str | None:
    """Return as what a part of a verb's clause stands towards an office in it; None for parts that say nothing."""
    if child.dep in SUBJECTS:
        return None if subject else "subject"
    if child.dep == "prep" and subject and child.lemma.lower() in TOWARDS and child.lemma.lower() not in LOCATIVE:
        return "towards"
    return "below" if child.dep in CLAUSES else None
