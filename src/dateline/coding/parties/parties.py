"""Who is in an event: its frame's parties, the speaker, the other side, and whom a deed is aimed at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.frames.recipients import others
from dateline.coding.parties.aims import Aims
from dateline.coding.parties.answers import Answers
from dateline.coding.parties.assumed import is_assumed
from dateline.coding.parties.blame import Blame
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.ends import whom_to_help
from dateline.coding.parties.grounds import Grounds
from dateline.coding.parties.whose import (
    WORDS,
    as_other,
    fighters_of_nobody,
    firm_of_nobody,
    is_guess,
    is_no_side,
    is_own_ground,
    is_own_thing,
    not_from_home,
    not_itself,
    without_country,
    without_own,
)
from dateline.coding.parties.within import Within
from dateline.coding.speech.speaking import Partners
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.frames import FrameLexicon
from dateline.model import Event, EventType, Participant, Span

# Verbal cooperation that is always towards somebody.
TOWARDS = frozenset({EventType.AGREE, EventType.SUPPORT, EventType.CONCEDE})
DENIAL, ANNOUNCED = "ruling denial", "ruling announced"
# Deeds that are done where their doers are; people of a nation who are not of its state.
ON_GROUND = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT})
ETHNIC = "ethnic"
# Deeds that are always done to somebody.
GIVEN = frozenset({EventType.SANCTION, EventType.AID})
# Where a raid is named beside what it did, and who is named beside the raid.
RAIDING = ("in", "during", "by")
DOERS = ("poss", "by", "mod")
MACHINES = ("aircraft", "weapons", "heavy_weapons")


class Parties:
    """Finds the parties of the drafts of one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, lexicon: FrameLexicon) -> None:
        self.graph = graph
        self.parsed = graph.parsed
        self.cast = cast
        self.partners = partners
        self.lexicon = lexicon
        self.aims, self.grounds = Aims(graph, cast, partners, lexicon), Grounds(graph, cast, lexicon)
        self.blame = Blame(graph, cast)
        self.answers = Answers(graph, cast, lexicon)
        self.within = Within(graph, cast, partners)
        told = [m.resolution for m in cast.resolved.mentions if m.resolution and "REB" in m.resolution.sectors]
        self._at_home = sum(is_assumed(r) for r in told) > 1  # the report's own rebels, told of again and again
        self._rebel_lands = {r.country for r in told if r.country and not is_assumed(r)} - INTERNATIONAL
        self._placed: set[tuple[str, str | None]] = set()
        self._at_war = {r.country for r in told if r.entity is not None} - {None}

    def of(
        self, draft: Draft, told: Sequence[tuple[int, Event]]
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Return the actors and recipients of a draft; `told` are the events before it with their sentences."""
        actors, named = self.named(draft)
        if draft.rule == DENIAL:
            return actors, ()  # whom he never harmed is not whom he answers
        actors = actors or self._whose_raid(draft)
        named = tuple(p for p in named if not is_no_side(p, draft, actors))
        named = tuple(self.within.settle(self.grounds.sent_home(p, draft), draft, actors) for p in named)
        if draft.type is EventType.MOBILIZE and not actors:
            actors, named = tuple(p for p in named if "MIL" in p.resolution.sectors), ()  # "reservists were called up"
        recipients = tuple(p for p in named if not is_guess(p, draft, actors))
        recipients = self.blame.of(draft, actors, recipients) or recipients
        recipients = self.grounds.host(draft, actors, recipients) or recipients
        found = recipients or self.answers.of(draft, actors, told) or self.aims.in_clause(draft, actors)
        found = self.blame.of(draft, actors, found) or self.blame.without_victims(draft, actors, found)
        found = tuple(p for p in found if not is_own_thing(p, draft, actors))
        found = found or self.aims.own_government(draft, actors) or self.aims.only_other(draft, actors)
        found = found or self.answers.still(draft, actors, told)
        found = found or self.grounds.struck(draft, actors) or self.grounds.kept(draft, actors)
        found = found or self.grounds.ruled(draft, actors) or self.grounds.imposed(draft, actors)
        found = found or self.grounds.of_story(draft, actors) or self._story_other(draft, actors)
        found = found or self.answers.in_turn(draft, actors, told)
        found = found or self.grounds.home_struck(draft, actors)
        found = found or (() if draft.type in WORDS else tuple(without_country(p) for p in named))
        actors = self.within.not_of_the_target(actors, found, draft)
        actors = tuple(firm_of_nobody(p, found) for p in actors)
        parties = tuple(self._of_another_state(p, draft, (*actors, *found)) for p in (*actors, *found))
        settled = [self._fighters(p, draft, [o for o in parties if o is not p]) for p in parties]
        # Whoever fought in a land is of it where the story goes on about him.
        self._placed |= {(p.resolution.name, p.resolution.country) for p in settled if p.resolution.country}
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
        placed = here or (participant.resolution.name, country) in self._placed
        return participant if placed and draft.type in ON_GROUND else fighters_of_nobody(participant, others, draft)

    def _rebels(self, participant: Participant) -> Participant | None:
        """Give rebels the country of the only rebels that the story names, else the story's own: they fight at home."""
        resolution = participant.resolution
        words = {t.lemma for t in self.parsed.tokens_in(participant.span)}
        rebels = "REB" in resolution.sectors and not words.isdisjoint(self.lexicon.sets["rebels"])
        if not rebels or not is_assumed(resolution):
            return None
        if len(self._rebel_lands) == 1:
            return replace(participant, resolution=replace(resolution, country=next(iter(self._rebel_lands))))
        own = self._at_home or not self._rebel_lands or resolution.country in self._rebel_lands
        return participant if own else None

    def named(self, draft: Draft) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Return the parties that a draft itself names, or that speak."""
        actors = tuple(self.cast.participant(m) for m in draft.actors)
        asked = (m for m in draft.recipients if not self.aims.is_held_by_others(m, draft))
        recipients = tuple(self.cast.participant(m) for m in asked)
        span = self._span(draft.trigger)
        if draft.needs_speaker:
            actors = self.partners.speaker(span)
            recipients = without_own(recipients, actors)
        announced = draft.rule.startswith(ANNOUNCED)  # it names whom it is for
        if (
            not recipients
            and not announced
            and draft.type in TOWARDS
            and len(actors) == 1
            and not actors[0].resolution.countries
        ):
            recipients = self._named_below(draft) or self.partners.other_side(span, actors)
        if draft.type is EventType.AGREE and not recipients and actors:
            recipients = without_own(self._those(whom_to_help(self.graph, draft.token), draft), actors)
        if draft.type in TOWARDS:
            recipients = not_itself(recipients, actors)
        elif draft.type is EventType.ACCUSE:
            recipients = not_from_home(recipients, actors)
        return actors, without_own(recipients, actors) if draft.needs_speaker else recipients

    def _those(self, heads: Sequence[int], draft: Draft) -> tuple[Participant, ...]:
        return tuple(self.cast.participant(m) for m in others(self.cast.actors(heads), draft.actors))

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

    def _story_other(self, draft: Draft, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Find whom a sanction or help without a named side is for, in a story of two countries: the other one."""
        left = self.lexicon.marked(draft.rule, "leaving")  # "walked away from a deal": whose, only words tell
        if draft.type not in GIVEN or draft.of_classifier or len(actors) != 1 or left or draft.recipients:
            return ()  # "dismissed the station chief", whoever he is
        known = actors[0].resolution
        if known.of_the_story or not {"GOV"} >= set(known.sectors[:1]):
            return ()
        return tuple(as_other(p) for p in self.partners.story_other(actors))

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
