"""Whose land a deed is done on or a measure holds for, where no word names the other side itself."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft, objects_of
from dateline.coding.parties.assumed import is_assumed
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.sides import TOWN
from dateline.coding.parties.whose import POSSESSIVES
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.parties import party_words
from dateline.model import ASSUMED, EventType, Participant, Resolution, Span

SETS = party_words()
# Where a deed is done, and how sure its place must be if it is no country.
SURE_PLACE, LIKELY_PLACE = 0.8, 0.6
GROUND = SETS.listed("ground")
# Measures that hold for a land, and those that lie on one, whoever lays them on it.
MEASURES = frozenset({EventType.COERCE, EventType.CONCEDE})
LYING = frozenset({"curfew", "martial-law"})
# Frames of sending people out of a land.
DEPORTING = "frame coerce.deport"
# Visits, made (a mode) or planned (a category of CAMEO), and where they name a place.
VISIT, PLANNED_VISIT = "visit", "036"
VISITED = ("in", "to", "for", "at", "obj", "into")
STRUCK = SETS.set("struck")
# Weapons that strike places, whoever is there.
BLASTS = frozenset({"explosives", "heavy-weapons", "aerial", "drone", "suicide-attack"})
HIT = frozenset({*STRUCK, "through", "into", "in", "near", "outside", "inside", "beside"})


class Grounds:
    """Finds the lands acted upon in one story."""

    def __init__(self, graph: Graph, cast: Cast, lexicon: FrameLexicon) -> None:
        """Prepare for one story."""
        self.graph = graph
        self.parsed = graph.parsed
        self.cast = cast
        self.lexicon = lexicon

    def struck(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whose land is struck or fought over: "shelled Afrin", "took a village in Cambodia"; not the doers'."""
        own = {p.resolution.country for p in actors}
        if draft.type is not EventType.ASSAULT or (own <= {None} and draft.reciprocal):
            return ()
        slots = [found for t in draft.trigger for n, found in self.graph.slots(t).items() if n in STRUCK]
        under = {i: self.graph.slots(i) for found in slots for i in found}
        struck = {h for i, found in under.items() for h in (i, *found.get("of", ()), *found.get("in", ()))}
        land = self.cast.land(struck, beside=own, score=0.5, rule="whose land it is")
        if land is None and not draft.reciprocal and own and None not in own:
            around = [self.graph.slots(i) for i in (draft.token, *self.graph.slots(draft.token).get("obj", ()))]
            ground = {h for found in around for name in GROUND for h in found.get(name, ())}
            land = self.cast.land(ground, beside=own, score=0.6, rule="where it was done", least=SURE_PLACE)
        return () if land is None else (land,)

    def home_struck(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whose things were blown up or shelled, where no word says it: "bombs ripped through a bus station"."""
        home = self.cast.resolved.home
        if draft.type is not EventType.ASSAULT or draft.mode not in BLASTS or actors or home is None:
            return ()
        slots = [found for t in draft.trigger for n, found in self.graph.slots(t).items() if n in HIT]
        things = [self.parsed.tokens[i] for found in slots for i in found]
        hit = next((t for t in things if t.lemma in self.lexicon.sets["struck_things"]), None)
        if hit is None or not home.country:
            return ()
        resolution = Resolution(name=hit.text, country=home.country, score=0.35, rule=f"what was struck; {ASSUMED}")
        return (Participant(span=Span(hit.start, hit.end), text=hit.text, resolution=resolution),)

    def host(
        self, draft: Draft, actors: tuple[Participant, ...], named: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """Find whose land is visited where only a town of it is named: "landed in Jeddah", "flew on to Karachi"."""
        visit = draft.mode == VISIT or (draft.type is EventType.AGREE and draft.cameo == PLANNED_VISIT)
        own = {code for p in actors for code in (p.resolution.codes or (None,))}
        known = [p for p in named if not is_assumed(p.resolution) and p.resolution.country not in own]
        if not visit or known or draft.reciprocal or own <= {None}:
            return ()
        slots = self.graph.slots(draft.token)
        through = [i for name in ("comp", "obj") for i in slots.get(name, ())]
        around = [slots, *(self.graph.slots(i) for i in through)]
        heads = {h for found in around for name in VISITED for h in found.get(name, ())}
        land = self.cast.land(heads, beside=own, score=0.6, rule=TOWN, least=LIKELY_PLACE)
        return () if land is None else (land,)

    def sent_home(self, party: Participant, draft: Draft) -> Participant:
        """Give people of nobody knows where, whom a state sends away, the land that they are sent to: "flown to Lagos".

        Example:
            "Deported nine men to Ghana", whose words give the men no land.
        """
        if (
            draft.type is not EventType.COERCE
            or not draft.rule.startswith(DEPORTING)
            or not is_assumed(party.resolution)
        ):
            return party
        slots = self.graph.slots(draft.token)
        around = [slots, *(self.graph.slots(i) for found in slots.values() for i in found)]
        heads = {h for found in around for h in found.get("to", ())}
        land = self.cast.land(heads, beside=(), score=0.5, rule="where they are sent", least=LIKELY_PLACE)
        if land is None:
            return party
        resolution = replace(party.resolution, country=land.resolution.country, score=0.5, rule=land.resolution.rule)
        return replace(party, resolution=resolution)

    def kept(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom ending something of one's own reaches: "ended its courses for pilots in the country"."""
        if draft.type is not EventType.SANCTION:
            return ()
        kept = [h for h in self.graph.slots(draft.token).get("obj", ()) if self._is_possessed(h)]
        heads = [i for h in (draft.token, *kept) if kept for i in self.graph.slots(h).get("in", ())]
        own = {p.resolution.country for p in actors}
        found = [self.cast.participant(m) for m in self.cast.actors(heads)]
        return tuple(p for p in found if p.resolution.country and p.resolution.country not in own)

    def imposed(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whose land a measure lies on that nobody is named for: "A curfew was imposed in the capital"."""
        if draft.type is not EventType.COERCE or draft.mode not in LYING or actors:
            return ()
        here = {t.i for t in self.graph.clause(draft.token)}
        home = self.cast.resolved.home
        own = {t.head for t in self.cast.resolved.toponyms if home and t.place and t.place.country == home.country}
        lands = (self.cast.land(heads, beside=(), score=0.5, rule="where it holds") for heads in (here, own))
        return tuple(land for land in lands if land is not None)[:1]

    def ruled(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find the part of the doers' own land that a measure is for: "imposed a curfew on Tamale"."""
        own = {p.resolution.country for p in actors}
        objects = objects_of(self.graph, draft)
        named = {self.parsed.tokens[h].lemma for i in objects for h in (i, *self.graph.slots(i).get("of", ()))}
        if (
            draft.type not in MEASURES
            or len(own) != 1
            or None in own
            or named.isdisjoint(self.lexicon.sets["restrictions"])
        ):
            return ()
        heads = [
            h
            for i in objects
            for name in (*GROUND, "on", "across", "throughout")
            for h in self.graph.slots(i).get(name, ())
        ]
        heads += [h for i in heads for h in self.graph.slots(i).get("of", ())]  # "on the northern city of Tamale"
        told = (p for m in self.cast.actors(heads) if (p := self.cast.participant(m)).resolution.country in own)
        land = next(told, None) or self.cast.land(heads, beside=(), score=0.6, rule="where the measure holds")
        return (land,) if land is not None and land.resolution.country in own else ()

    def of_story(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom relief from abroad reaches that nobody is named for: the land that the story tells of."""
        home = self.cast.resolved.home
        if (
            draft.type is not EventType.AID
            or draft.of_classifier
            or home is None
            or not actors
            or any(is_assumed(p.resolution) for p in actors)
        ):
            return ()
        own = {code for p in actors for code in (p.resolution.codes or (None,))}
        heads = {t.head for t in self.cast.resolved.toponyms if t.place and t.place.country == home.country}
        land = self.cast.land(heads, beside=own, score=0.5, rule="the land that the story tells of", least=0.5)
        return () if land is None or None in own else (land,)

    def _is_possessed(self, i: int) -> bool:
        return any(c.text.lower() in POSSESSIVES for c in self.parsed.children(self.parsed.tokens[i], "poss"))
