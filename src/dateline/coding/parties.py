"""Who is in an event: its frame's parties, the speaker, the other side, and whom a deed is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.arguments import CALLING, OBJECT_CONTROL, Graph
from dateline.coding.assumed import ASSUMED, is_assumed
from dateline.coding.cast import Cast
from dateline.coding.drafts import Draft
from dateline.coding.matching import is_suffered, others
from dateline.coding.speaking import Partners
from dateline.coding.voices import is_infinitive
from dateline.coding.whose import (
    MOVES,
    ONE_TO_ONE,
    POSSESSIVES,
    WORDS,
    as_doer,
    as_other,
    fighters_of_nobody,
    firm_of_nobody,
    is_aim,
    is_guess,
    is_own_force,
    is_own_ground,
    is_own_thing,
    is_rival,
    not_itself,
    supposed,
    without_country,
    without_own,
)
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.parties import party_words
from dateline.model import Event, EventType, Mention, Participant, Resolution, Span, Token

SETS = party_words()
# Verbal cooperation that is always towards somebody.
TOWARDS = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE})
# What somebody answers another's deed with, and how many sentences back that deed may stand.
ANSWERS = frozenset({EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN, EventType.PROTEST})
DEED_REACH = 3
# What is done to somebody even where only a thing is named as its object, and how far below the trigger to look.
AIMED = frozenset(set(EventType) - {EventType.CONSULT, EventType.COOPERATE, EventType.SUPPORT, EventType.AGREE})
AIMING = SETS.set("aiming")
# Whom a protest at home is aimed at, the likeliest first.
RULERS = SETS.listed("rulers")
# Forces that are moved and not aimed at.
OWN_FORCES = (("MIL",), ("COP",), ("GOV", "MIL"), ("PRM",))
# Prepositions of a mere place or source.
SETTINGS = SETS.set("settings")
# Where a deed is done, and how sure its place must be if it is no country.
SURE_PLACE, LIKELY_PLACE = 0.8, 0.6
GROUND = SETS.listed("ground")
# Deeds that are done where their doers are; measures that hold for a land; people of a nation who are not of its state.
ON_GROUND = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT})
MEASURES = frozenset({EventType.COERCE, EventType.CONCEDE})
ETHNIC = "ethnic"
# Deeds that are always done to somebody.
GIVEN = frozenset({EventType.SANCTION, EventType.AID})
# Frames of help, which reaches those of whom the story tells.
RELIEF = "frame aid."
# Measures that lie on a land, whoever lays them on it.
LYING = frozenset({"curfew", "martial-law"})
# Visits, planned or made, and where they name a place.
VISIT, JOURNEYS = (
    "visit",
    (
        "frame agree.calendar",
        "frame agree.plan_meeting",
        "ruling future.consult",
        "ruling intent.consult",
        "ruling expect.consult",
    ),
)
VISITED = ("in", "to", "for", "at", "obj", "into")
# Where a raid is named beside what it did, and who is named beside the raid.
RAIDING = ("in", "during", "by")
DOERS = ("poss", "by", "mod")
MACHINES = ("aircraft", "weapons", "heavy_weapons")
STRUCK = SETS.set("struck")
# Weapons that strike places, whoever is there.
BLASTS = frozenset({"explosives", "heavy-weapons", "aerial", "drone", "suicide-attack"})
HIT = frozenset({*STRUCK, "through", "into", "in", "near", "outside", "inside", "beside"})
AIM_DEPTH = 5
ASIDE = frozenset({"nsubj", "csubj", "agent", "advmod", "npadvmod", "conj", "parataxis", "appos", "relcl", "mark"})


class Parties:
    """Finds the parties of the drafts of one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, lexicon: FrameLexicon) -> None:
        self.graph = graph
        self.parsed = graph.parsed
        self.cast = cast
        self.partners = partners
        self.lexicon = lexicon
        told = [m.resolution for m in cast.resolved.mentions if m.resolution and "REB" in m.resolution.sectors]
        self._rebel_lands = {r.country for r in told if r.country and not is_assumed(r)} - INTERNATIONAL
        self._at_war = {r.country for r in told if r.entity is not None} - {None}

    def of(
        self, draft: Draft, told: Sequence[tuple[int, Event]]
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Return the actors and recipients of a draft; `told` are the events before it with their sentences."""
        actors, named = self.named(draft)
        actors = actors or self._whose_raid(draft)
        named = tuple(p for p in named if not (is_own_force(p, draft, actors) or is_own_thing(p, draft, actors)))
        if draft.type is EventType.MOBILIZE and not actors:
            actors, named = tuple(p for p in named if "MIL" in p.resolution.sectors), ()  # "reservists were called up"
        recipients = tuple(p for p in named if not is_guess(p, draft, actors))
        recipients = self._host(draft, actors, recipients) or recipients
        found = recipients or self._whose_deed(draft, actors, told) or self._named_in_clause(draft, actors)
        found = tuple(p for p in found if not is_own_thing(p, draft, actors))
        found = found or self._own_government(draft, actors) or self._only_other(draft, actors)
        found = found or self._land_struck(draft, actors) or self._where_kept(draft, actors)
        found = found or self._where_ruled(draft, actors) or self._where_imposed(draft, actors)
        found = found or self._story_land(draft, actors) or self._story_other(draft, actors)
        found = found or self._home_struck(draft, actors)
        found = found or (() if draft.type in WORDS else tuple(without_country(p) for p in named))
        actors = tuple(firm_of_nobody(p, found) for p in actors)
        parties = tuple(self._of_another_state(p, draft, (*actors, *found)) for p in (*actors, *found))
        settled = [self._fighters(p, draft, [o for o in parties if o is not p]) for p in parties]
        others = (p for p in settled[len(actors) :] if not is_own_ground(p, draft, actors))
        return tuple(settled[: len(actors)]), tuple(others)

    def _fighters(self, participant: Participant, draft: Draft, others: Sequence[Participant]) -> Participant:
        """Leave fighters without a country where no word gives one, unless the story names rebels of that country.

        Nor those who fight, seize or move at a place of that country.
        """
        rebels = self._rebels(participant)
        if rebels is not None:
            return rebels
        country = participant.resolution.country
        at_war = country in self._at_war and "REB" in participant.resolution.sectors
        if at_war and draft.type is EventType.ASSAULT:
            return participant
        heads = {t.i for t in self.graph.clause(draft.token)}
        here = any(t.place and t.place.country == country for t in self.cast.resolved.toponyms if t.head in heads)
        return participant if here and draft.type in ON_GROUND else fighters_of_nobody(participant, others, draft)

    def _rebels(self, participant: Participant) -> Participant | None:
        """Give rebels the country of the only rebels that the story names, else the story's own: they fight at home."""
        resolution = participant.resolution
        words = {t.lemma for t in self.parsed.tokens_in(participant.span)}
        rebels = "REB" in resolution.sectors and not words.isdisjoint(self.lexicon.sets["rebels"])
        if not rebels or not is_assumed(resolution):
            return None
        if len(self._rebel_lands) == 1:
            return replace(participant, resolution=replace(resolution, country=next(iter(self._rebel_lands))))
        return participant if not self._rebel_lands or resolution.country in self._rebel_lands else None

    def named(self, draft: Draft) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Return the parties that a draft itself names, or that speak."""
        actors = tuple(self.cast.participant(m) for m in draft.actors)
        recipients = tuple(self.cast.participant(m) for m in draft.recipients)
        span = self._span(draft.trigger)
        if draft.needs_speaker:
            actors = self.partners.speaker(span)
            recipients = without_own(recipients, actors)
        if not recipients and draft.type in TOWARDS and len(actors) == 1 and not actors[0].resolution.countries:
            recipients = self._named_below(draft) or self.partners.other_side(span, actors)
        if draft.type in TOWARDS:
            recipients = not_itself(recipients, actors)
        return actors, without_own(recipients, actors) if draft.needs_speaker else recipients

    def _named_in_clause(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a deed is aimed at when its object is a thing: "eased the curfew on Chile", "the demands of Chile".

        The nearest actor below the trigger counts, level by level, who is not of the acting side.
        """
        if draft.type not in AIMED or draft.reciprocal or not actors or self._asks_somebody(draft):
            return ()
        own = {(p.resolution.country, p.resolution.sectors) for p in actors}
        if draft.type in MOVES:
            own |= {(country, sectors) for country, _ in own for sectors in OWN_FORCES}
        level = [self.parsed.tokens[t] for t in (draft.token, *draft.trigger)]
        seen = {t.i for t in level}
        for _ in range(AIM_DEPTH):
            around = draft.type is EventType.PROTEST
            level = [
                c
                for t in level
                for c in self.parsed.children(t)
                if c.i not in seen and (self._leads_on(c) or (around and self._is_around(c)))
            ]
            seen.update(t.i for t in level)
            heads = [h for t in level if t.pos != "PRON" for h in self.graph.conjuncts(t.i)]
            heads = [h for h in heads if not self._is_victim(h, draft)]
            named = [self.cast.participant(m) for m in others(self.cast.actors(heads), draft.actors)]
            # "Danish and Greek forces" are one actor whose parts are actors too.
            inside = [p for p in named if any(a.span.contains(p.span) for a in actors)]
            found = tuple(p for p in named if is_aim(p.resolution, own) and p not in inside)
            if found:
                return found
        return ()

    def _land_struck(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
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

    def _home_struck(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
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

    def _whose_raid(self, draft: Draft) -> tuple[Participant, ...]:
        """Find who killed in what is named as somebody's attack: "died in Israel's raid", "in a week of its raids"."""
        if draft.type is not EventType.ASSAULT:
            return ()
        around = self.graph.slots(draft.token)
        times = [h for name in RAIDING for h in around.get(name, ())]
        raids = [i for h in times for i in (h, *self.graph.slots(h).get("of", ())) if self._is_raid(i)]
        doers = [h for raid in raids for name in DOERS for h in self.graph.slots(raid).get(name, ())]
        struck = {m.chain for m in draft.recipients}
        return tuple(self.cast.participant(m) for m in self.cast.actors(doers) if m.chain not in struck)

    def _is_raid(self, i: int) -> bool:
        return self.parsed.tokens[i].lemma in self.lexicon.sets["attack_deeds"]

    def _own_government(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a protest at home is aimed at: the protesters' own rulers, where the sentence names them."""
        countries = {p.resolution.country for p in actors} - {None}
        if draft.type is not EventType.PROTEST or len(countries) != 1:
            return ()
        named = [m for m in others(self._sentence_actors(draft), draft.actors) if m.resolution]
        own = [m for m in named if m.resolution and m.resolution.country in countries]
        ruling = [m for sector in RULERS for m in own if m.resolution and sector in m.resolution.sectors]
        return tuple(supposed(self.cast.participant(m), "the protesters' own rulers") for m in ruling[:1])

    def _only_other(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find the only other side that a sentence names, for deeds that are always aimed at somebody."""
        own = {code for p in actors for code in (p.resolution.countries or (p.resolution.country,))}
        aside = self.parsed.tokens[draft.token].dep in {"relcl", "acl"}
        if draft.type not in ONE_TO_ONE or draft.reciprocal or not own or None in own or aside:
            return ()
        named = [
            m
            for m in self._sentence_actors(draft)
            if m.resolution and m.resolution.country and not m.resolution.of_the_story
            if not self._is_victim(m.head, draft)
        ]
        other = {m.resolution.country: m for m in named if m.resolution and m.resolution.country not in own}
        if len(other) != 1 or any(m.resolution and m.resolution.countries for m in named) or self._asks_somebody(draft):
            return ()
        aimed = (m for m in other.values() if not self._is_told_of(m.head, draft))
        return tuple(supposed(self.cast.participant(m), "the only other side named") for m in aimed)

    def _is_told_of(self, head: int, draft: Draft) -> bool:
        """Say whether a party only says who the doers are, or who made something: "a Norwegian-brokered truce"."""
        doers = {t.i for m in draft.actors for t in self.parsed.subtree(self.parsed.tokens[m.head])}
        after = self.parsed.tokens[head + 1 : head + 3]
        return head in doers or [t.text == "-" or t.tag in {"VBN", "VBD"} for t in after] == [True, True]

    def _is_victim(self, head: int, draft: Draft) -> bool:
        """Say whether somebody only suffered what is condemned: Chad in "condemned the raid on Chad"."""
        harms = self.lexicon.sets["attack_deeds"]
        return draft.type is EventType.ACCUSE and is_suffered(self.graph, self.parsed.tokens[head], harms)

    def _where_kept(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom ending something of one's own reaches: "suspended its training missions in the country"."""
        if draft.type is not EventType.SANCTION:
            return ()
        kept = [h for h in self.graph.slots(draft.token).get("obj", ()) if self._is_possessed(h)]
        heads = [i for h in (draft.token, *kept) if kept for i in self.graph.slots(h).get("in", ())]
        own = {p.resolution.country for p in actors}
        found = [self.cast.participant(m) for m in self.cast.actors(heads)]
        return tuple(p for p in found if p.resolution.country and p.resolution.country not in own)

    def _story_other(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a sanction or help without a named side is for, in a story of two countries: the other one."""
        if draft.type not in GIVEN or draft.rule == "classifier" or len(actors) != 1:
            return ()
        known = actors[0].resolution
        if is_assumed(known) or not {"GOV"} >= set(known.sectors[:1]):
            return ()
        return tuple(as_other(p) for p in self.partners.story_other(actors))

    def _story_land(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom relief from abroad reaches that nobody is named for: the land that the story tells of."""
        home = self.cast.resolved.home
        if (
            not draft.rule.startswith(RELIEF)
            or home is None
            or not actors
            or any(is_assumed(p.resolution) for p in actors)
        ):
            return ()
        own = {code for p in actors for code in (p.resolution.countries or (p.resolution.country,))}
        heads = {t.head for t in self.cast.resolved.toponyms if t.place and t.place.country == home.country}
        land = self.cast.land(heads, beside=own, score=0.5, rule="the land that the story tells of", least=0.5)
        return () if land is None or None in own else (land,)

    def _host(
        self, draft: Draft, actors: tuple[Participant, ...], named: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """Find whose land is visited where only a town of it is named: "landed in Jeddah", "flew on to Karachi"."""
        visit = draft.mode == VISIT or (draft.type is EventType.AGREE and draft.rule.startswith(JOURNEYS))
        own = {code for p in actors for code in (p.resolution.countries or (p.resolution.country,))}
        known = [p for p in named if not is_assumed(p.resolution) and p.resolution.country not in own]
        if not visit or known or draft.reciprocal or own <= {None}:
            return ()
        slots = self.graph.slots(draft.token)
        through = [i for name in ("comp", "obj") for i in slots.get(name, ())]
        around = [slots, *(self.graph.slots(i) for i in through)]
        heads = {h for found in around for name in VISITED for h in found.get(name, ())}
        land = self.cast.land(heads, beside=own, score=0.6, rule="whose town is visited", least=LIKELY_PLACE)
        return () if land is None else (land,)

    def _where_imposed(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whose land a measure lies on that nobody is named for: "A curfew was imposed in the capital"."""
        if draft.type is not EventType.COERCE or draft.mode not in LYING or actors:
            return ()
        here = {t.i for t in self.graph.clause(draft.token)}
        home = self.cast.resolved.home
        own = {t.head for t in self.cast.resolved.toponyms if home and t.place and t.place.country == home.country}
        lands = (self.cast.land(heads, beside=(), score=0.5, rule="where it holds") for heads in (here, own))
        return tuple(land for land in lands if land is not None)[:1]

    def _where_ruled(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find the part of the doers' own land that a measure is for: "imposed a curfew on Tamale"."""
        own = {p.resolution.country for p in actors}
        objects = self._objects(draft)
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

    def _of_another_state(self, party: Participant, draft: Draft, parties: Sequence[Participant]) -> Participant:
        """Give members of a people abroad the state that they deal with or live in: "ethnic Turks" of Bulgaria."""
        resolution = party.resolution
        if ETHNIC not in party.text.lower().split():
            return party
        heads = {t.i for t in self.graph.clause(draft.token)}
        around = {t.place.country for t in self.cast.resolved.toponyms if t.head in heads and t.place}
        lands = {c for p in parties if len(c := p.resolution.country or "") == 3} - INTERNATIONAL - {resolution.country}
        lands = lands or {c for c in around if c}
        if resolution.country in around or len(lands) != 1:
            return party
        (state,) = lands
        rule = f"the state that they deal with or live in: {resolution.rule}"
        return replace(party, resolution=replace(resolution, country=state, rule=rule))

    def _is_possessed(self, i: int) -> bool:
        return any(c.text.lower() in POSSESSIVES for c in self.parsed.children(self.parsed.tokens[i], "poss"))

    def _sentence_actors(self, draft: Draft) -> tuple[Mention, ...]:
        """Return the parties of a draft's sentence that neither tell the report nor are only where it happens."""
        sentence = self.parsed.sentences[self.parsed.tokens[draft.token].sent]
        telling = {p.span for p in self.partners.speaker(self._span(draft.trigger))}
        clause = self._main_clause(self.parsed.tokens[draft.token])
        inside = [t for t in self.parsed.sentence_tokens(sentence) if self._main_clause(t) == clause]
        passed = {"PRON"} if draft.type is EventType.MOBILIZE else {"PRON", "ADJ"}  # "Iranian missiles" answer nobody
        found = [t for t in inside if t.pos not in passed and not self._is_setting(t)]
        heads = [t.i for t in found if not self._is_aside(t, draft)]

        named = (m for m in self.cast.actors(heads) if not any(m.span.overlaps(span) for span in telling))
        return tuple(m for m in named if m.resolution is not None and "JRN" not in m.resolution.sectors)

    def _asks_somebody(self, draft: Draft) -> bool:
        """Say whether words are to people whom the base does not know: "urged private banks to grant new loans"."""
        slots = self.graph.slots(draft.token)
        asked = [h for name in ("obj", "on", "to") for h in slots.get(name, ()) if self.parsed.tokens[h].pos == "NOUN"]
        telling = self.parsed.tokens[draft.token].lemma in OBJECT_CONTROL | set(CALLING)
        hoped = [s for c in slots.get("comp", ()) for s in self.graph.slots(c).get("subj", ())]
        wished = self.parsed.tokens[draft.token].lemma == "hope" and bool(hoped)
        return draft.type is EventType.REQUEST and "comp" in slots and (wished or (telling and bool(asked)))

    def _is_aside(self, token: Token, draft: Draft) -> bool:
        """Say whether a party stands in a relative clause that the deed is not told in."""
        inside = {t.i for t in self.graph.clause(draft.token)}
        while token.head != token.i:
            told = token.dep == "relcl" and not is_infinitive(self.parsed, token)
            if told or (token.dep == "acl" and token.tag == "VBN"):
                return draft.token not in {t.i for t in self.parsed.subtree(token)} and token.i in inside
            token = self.parsed.head(token)
        return False

    def _is_setting(self, token: Token) -> bool:
        """Say whether a party is a place or a source: "in Chile", "according to Chile"."""
        while token.dep == "conj" and token.head != token.i:
            token = self.parsed.head(token)
        above = self.parsed.head(token)
        return token.dep == "pobj" and above.text.lower() in SETTINGS

    def _main_clause(self, token: Token) -> int:
        """Return the verb of the main clause that a token stands in; joined clauses with own subjects are apart."""
        while token.head != token.i:
            own = token.dep == "conj" and token.pos in {"VERB", "AUX"}
            if own and any(c.dep in {"nsubj", "nsubjpass"} for c in self.parsed.children(token)):
                return token.i
            token = self.parsed.head(token)
        return token.i

    def _is_around(self, token: Token) -> bool:
        """Say whether a protest's aim may stand below: "during a march against", "killings by the police"."""
        deed = token.text.lower() == "by" and self.parsed.head(token).pos == "NOUN"
        return token.dep == "prep" and (deed or token.text.lower() == "during")

    def _leads_on(self, token: Token) -> bool:
        """Say whether what a deed is aimed at may stand below a token: not its doer, place, time or next clause."""
        if token.dep in ASIDE:
            return False
        if token.dep == "prep":
            return token.text.lower() in AIMING
        if token.dep in {"advcl", "ccomp"}:
            return is_infinitive(self.parsed, token)
        return True

    def _whose_deed(
        self, draft: Draft, actors: tuple[Participant, ...], told: Sequence[tuple[int, Event]]
    ) -> tuple[Participant, ...]:
        """Find who did what "the move" takes up: the actor of the last event told before, if another side's."""
        deeds = [i for i in self._objects(draft) if self._is_deed(i)]
        if draft.type not in ANSWERS or not actors or not deeds:
            return ()
        violent = any(self.parsed.tokens[i].lemma in self.lexicon.sets["attack_deeds"] for i in deeds)
        own = {p.resolution.country for p in actors}
        offices = {(p.resolution.country, p.resolution.sectors) for p in actors}
        here = self.parsed.tokens[draft.token].sent
        for sentence, event in reversed(told):
            if here - sentence > DEED_REACH or event.type is draft.type:
                continue
            if violent and event.type is not EventType.ASSAULT:
                continue
            doers = [p for p in event.actors if p.resolution.country not in {None, *own}]
            doers = doers or [
                p for p in event.actors if is_rival(p.resolution, offices) and not is_assumed(p.resolution)
            ]
            if doers:
                return tuple(replace(p, resolution=as_doer(p.resolution)) for p in doers)
        return ()

    def _objects(self, draft: Draft) -> list[int]:
        return [h for t in draft.trigger for h in (t, *self.graph.slots(t).get("obj", ()))]

    def _is_deed(self, i: int) -> bool:
        token = self.parsed.tokens[i]
        if token.lemma in {"that", "this"} and token.tag == "DT" and token.dep == "dobj":
            return True  # "the party called that a trick"
        definite = any(c.lemma in {"the", "this", "that", "these", "those"} for c in self.parsed.children(token, "det"))
        return definite and token.lemma in self.lexicon.sets["deeds"] and not list(self.parsed.children(token, "prep"))

    def _named_below(self, draft: Draft) -> tuple[Participant, ...]:
        """Find the partner that the parser hung on another word: "share its expertise in fighting crime with Chile"."""
        heads = []
        for token in self.graph.clause(draft.token):
            above = self.parsed.head(token)
            towards = token.dep == "pobj" and above.lemma in {"with", "to", "for"}
            if any(token.lemma in self.lexicon.sets[name] for name in MACHINES):
                continue  # "spare parts for fighter planes"
            if token.i > max(draft.trigger) and (towards or token.dep in {"dobj", "dative", "nsubj"}):
                heads.extend(self.graph.conjuncts(token.i))
        return tuple(self.cast.participant(m) for m in others(self.cast.actors(heads), draft.actors))

    def _span(self, words: tuple[int, ...]) -> Span:
        return self.parsed.span(min(words), max(words) + 1)
