"""When an event is taken to happen at home: where the report comes from, or in the country of its parties."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.coding.parties.assumed import is_assumed
from dateline.coding.structure.arguments import Graph
from dateline.coding.where.deed_grounds import AT_HOME, ON_THE_SPOT
from dateline.coding.where.scenes import lands
from dateline.model import EventType, Participant, ResolvedStory, Token, Toponym

# What calls somebody home: "returned home because of attacks".
CALLING_HOME = frozenset({"because", "after", "amid", "over"})
MAX_CLIMB = 8


class HomeGrounds:
    """Tells in one story what happened at home."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, toponyms: Sequence[Toponym]) -> None:
        """Prepare for one story; `toponyms` are its names of known places."""
        self._graph = graph
        self._parsed = resolved.parsed
        self._home = resolved.home.country if resolved.home is not None else None
        self._mentions = resolved.mentions
        self._states = [t for t in toponyms if t.place is not None and t.place.feature_code == "PCLI"]

    def is_here(self, token: Token) -> bool:
        """Say whether an event's own words say that it happened where the report comes from."""
        return any(c.text.lower() == "here" for c in self._parsed.children(token, "advmod"))

    def is_on_the_spot(
        self, token: Token, event_type: EventType, actors: Sequence[Participant], recipients: Sequence[Participant]
    ) -> bool:
        """Say whether a report tells in its beginning what was done where it comes from."""
        if not self._is_beginning(token):
            return False
        parties = (*actors, *recipients)
        on_the_spot = event_type in ON_THE_SPOT and self._is_scene(parties)
        return on_the_spot or (event_type in AT_HOME and self._acts_here(actors, parties))

    def own_land(
        self, event_type: EventType, actors: Sequence[Participant], recipients: Sequence[Participant]
    ) -> Toponym | None:
        """Return the country of all parties of a deed, where it is the report's own or both sides are known for it."""
        codes = lands((*actors, *recipients)) if event_type in AT_HOME else frozenset()
        if len(codes) != 1:
            return None
        known = [lands(p for p in side if not is_assumed(p.resolution)) for side in (actors, recipients)]
        return self._named(codes) if self._home in codes or all(known) else None

    def brought_home(self, token: Token) -> Toponym | None:
        """Return the country of somebody who goes home because of an event: "returned home because of attacks"."""
        below = token
        for _ in range(MAX_CLIMB):
            above = self._parsed.head(below)
            home = any(c.text.lower() == "home" for c in self._parsed.children(above, "advmod"))
            if home and below.dep in {"prep", "advcl"} and below.text.lower() in CALLING_HOME:
                return self._land_of(self._graph.slots(above.i).get("subj", ()))
            if above.i == below.i:
                return None
            below = above
        return None

    def _is_beginning(self, token: Token) -> bool:
        """Say whether an event stands in the report's first paragraph."""
        lead = self._parsed.lead
        return lead is not None and self._parsed.sentences[token.sent].segment == lead.segment

    def _is_scene(self, parties: Sequence[Participant]) -> bool:
        """Say whether a report's beginning tells of its own people, or of those of no country.

        "A bomb killed the United Nations envoy".
        """
        own = any(p.resolution.country == self._home for p in parties) or not lands(parties)
        return bool(self._home) and own

    def _acts_here(self, actors: Sequence[Participant], parties: Sequence[Participant]) -> bool:
        """Say whether a first sentence tells of the report's own country alone, or of a body that met there."""
        bodies = bool(actors) and not lands(actors) and all(p.resolution.country for p in actors)
        return bool(self._home) and (lands(parties) == {self._home} or bodies)

    def _land_of(self, heads: Sequence[int]) -> Toponym | None:
        codes = {m.resolution.country for m in self._mentions if m.head in heads and m.resolution}
        return self._named(codes - {None})

    def _named(self, codes: Collection[str | None]) -> Toponym | None:
        """Return the first state that the story names of some countries."""
        return next((t for t in self._states if t.place is not None and t.place.country in codes), None)
