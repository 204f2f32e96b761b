"""Where an event happened: a place that its own words give, the host of a visit, else the dateline of a meeting."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.speech.spoken import SPEECH_TYPES
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import Clauses
from dateline.coding.where.clause_places import ClausePlaces
from dateline.coding.where.deed_grounds import STRIKING
from dateline.coding.where.home_grounds import HomeGrounds
from dateline.coding.where.place_phrases import PlacePhrases, is_land
from dateline.coding.where.scenes import Scenes
from dateline.coding.where.told_places import ToldPlaces
from dateline.model import EventPlace, EventType, Participant, ResolvedStory, Span, Token, Toponym


class Places:
    """Links events to the toponyms of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, *, sites: frozenset[str]) -> None:
        """Prepare for one story; `sites` are nouns that a place's name may stand before as their own name."""
        self._graph = graph
        self._story = resolved.parsed.story
        self._home = resolved.home
        known = [t for t in resolved.toponyms if t.place is not None]
        phrases = PlacePhrases(resolved.parsed, sites=sites)
        self._clauses = ClausePlaces(graph, phrases, known)
        self._told = ToldPlaces(graph, phrases, self._clauses, known, sites=sites)
        self._grounds = HomeGrounds(resolved, graph, known)
        self._scenes = Scenes(resolved, graph, Clauses(graph), sites=sites)

    def of(
        self,
        token: Token,
        *,
        event_type: EventType,
        mode: str,
        actors: Sequence[Participant] = (),
        recipients: Sequence[Participant] = (),
    ) -> tuple[EventPlace | None, Span | None]:
        """Return the event's place and the words it rests on."""
        found = self._told.of(token, event_type, recipients, visit=mode == "visit")
        finer = self._finer(token, event_type, actors, recipients) if found is None or is_land(found[0]) else None
        if finer is not None:
            return finer, None
        if found is not None:
            return self._place(found[0], found[1]), found[0].span
        if self._grounds.is_here(token) or (event_type is EventType.CONSULT and mode != "phone"):
            return self._dateline(), None
        home = self._grounds.brought_home(token)
        if home is not None:
            return self._place(home, "what calls somebody home is there"), home.span
        return self._around(token, event_type, actors, recipients)

    def _finer(
        self, token: Token, event_type: EventType, actors: Sequence[Participant], recipients: Sequence[Participant]
    ) -> EventPlace | None:
        """Return the capital or the unknown village of an event whose words name no more than a country."""
        if event_type in SPEECH_TYPES:
            return None
        inside = {t.i for t in self._graph.core(token.i)}
        unknown = (t for t in self._scenes.unknown() if t.head in inside)
        held = [t for t in unknown if self._clauses.is_held(t, token, event_type)]
        place = self._scenes.capital(token) or self._scenes.unnamed(token, actors, recipients, held)
        named = self._scenes.again(token) if place is None else None
        return self._place(named, "the place of this kind that the story has named") if named is not None else place

    def _around(
        self, token: Token, event_type: EventType, actors: Sequence[Participant], recipients: Sequence[Participant]
    ) -> tuple[EventPlace | None, Span | None]:
        """Return the place of an event whose own words give none: the scene, the dateline, the parties' country."""
        scene = self._scenes.before(token, (*actors, *recipients)) if event_type in STRIKING else None
        if scene is not None:
            return self._place(scene, "where the sentence before has set the scene"), scene.span
        if self._grounds.is_on_the_spot(token, event_type, actors, recipients):
            return self._dateline(), None
        own = self._grounds.own_land(event_type, actors, recipients)
        return (self._place(own, "the parties' own country"), None) if own is not None else (None, None)

    def _dateline(self) -> EventPlace | None:
        name = self._story.dateline.place if self._story.dateline else None
        return EventPlace(text=name, place=self._home, reason="the dateline of the report") if name else None

    def _place(self, toponym: Toponym, reason: str) -> EventPlace:
        text = toponym.span.of(self._story.text)
        why = f"{reason}; {toponym.reason}" if toponym.reason else reason
        return EventPlace(text=text, place=toponym.place, reason=why)
