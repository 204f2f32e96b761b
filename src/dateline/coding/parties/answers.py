"""Whom a deed answers: the doer of what was told before, and the side that the same doer was told to deal with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft, objects_of
from dateline.coding.parties.assumed import is_assumed
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.whose import ONE_TO_ONE, as_doer, as_other, is_rival
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import has_subject
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.parties import party_words
from dateline.model import (
    EntityKind,
    Event,
    EventType,
    MentionKind,
    Participant,
    QuadClass,
    Resolution,
    Token,
    codes_of,
)

Told = Sequence[tuple[int, Event]]
# What somebody answers another's deed with, and how many sentences back that deed may stand.
ANSWERS = frozenset({EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN, EventType.PROTEST})
DEED_REACH = 3
# What is done to people whose "release" or "return" is then demanded.
SUFFERED = frozenset({EventType.COERCE, EventType.ASSAULT, EventType.SANCTION})
DEMANDS = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.PROTEST})
# How many sentences back a doer may have been told to deal with the side that he still deals with.
STILL_REACH = 1
# What a state says or does in turn, and how many sentences back the deed may stand.
IN_TURN = ONE_TO_ONE
RULING = frozenset({"GOV", "LEG", "JUD", "MIL"})
CONFLICT = frozenset({QuadClass.VERBAL_CONFLICT, QuadClass.MATERIAL_CONFLICT})
TURN_REACH = 1
PROPOSALS = party_words().set("proposals")
ARTICLES = frozenset({"the", "this", "that", "these", "those"})
THEIRS = frozenset({"their", "his", "her"})


class Answers:
    """Looks back over what one story has told."""

    def __init__(self, graph: Graph, cast: Cast, lexicon: FrameLexicon) -> None:
        """Prepare for one story."""
        self._graph = graph
        self._parsed = graph.parsed
        self._cast = cast
        self._sets = lexicon.sets

    def of(self, draft: Draft, actors: tuple[Participant, ...], told: Told) -> tuple[Participant, ...]:
        """Return who did what "the move", "their arrest" or "which" takes up: the last doer of another side.

        Args:
            draft: The event that answers.
            actors: Who answers.
            told: The events before it with their sentences.
        """
        if not actors:
            return ()
        objects = objects_of(self._graph, draft)
        if draft.type in DEMANDS and any(self._is_theirs(i) for i in objects):
            return self._who_harmed(draft, actors, told)
        around = self._graph.slots(draft.token)
        objects += [h for name in ("against", "at", "over", "about") for h in around.get(name, ())]
        deeds = [i for i in objects if self._is_deed(i)]
        beside = self._takes_up_all(draft) or any(self._takes_up(self._parsed.tokens[i]) for i in objects)
        if draft.type not in ANSWERS or not (deeds or beside):
            return ()
        violent = any(self._parsed.tokens[i].lemma in self._sets["attack_deeds"] for i in deeds)
        offices = {(p.resolution.country, p.resolution.sectors) for p in actors}
        for event in self._near(draft, told, DEED_REACH if deeds else 0):
            if event.type is draft.type or (violent and event.type is not EventType.ASSAULT):
                continue
            if event.type is EventType.ACCUSE and not self._is_uttered(deeds):
                continue  # "welcomed the decision" takes up none of the reproaches that it met with
            doers = _of_others(event, actors)
            doers = doers or [
                p for p in event.actors if is_rival(p.resolution, offices) and not is_assumed(p.resolution)
            ]
            if doers:
                return tuple(replace(p, resolution=as_doer(p.resolution)) for p in doers)
        return ()

    def _is_uttered(self, deeds: Sequence[int]) -> bool:
        """Say whether what is taken up are words: "the claim", "the remarks"."""
        words = self._sets["claims"] | self._sets["utterances"]
        return any(self._parsed.tokens[i].lemma in words for i in deeds)

    def still(self, draft: Draft, actors: tuple[Participant, ...], told: Told) -> tuple[Participant, ...]:
        """Return whom the doer was just told to deal with: "Peru criticised Chile. It demanded an apology, too".

        Only where a pronoun or a verb without a subject of its own goes on about him.
        """
        if draft.type not in ONE_TO_ONE or draft.of_classifier or draft.reciprocal or not self._goes_on(draft):
            return ()
        own = codes_of(actors)
        for event in self._near(draft, told, STILL_REACH):
            theirs = codes_of(event.actors)
            aimed = [p for p in event.recipients if p.resolution.country and p.resolution.country not in own]
            if own and theirs == own and event.type in ONE_TO_ONE:
                return tuple(as_other(p) for p in aimed)
        return ()

    def in_turn(self, draft: Draft, actors: tuple[Participant, ...], told: Told) -> tuple[Participant, ...]:
        """Return the one land that the doer's land has just dealt with: what a state then says is said to it.

        "Peru seized two Danish ships. Copenhagen demanded compensation": the latest event between them counts.
        """
        states = bool(actors) and all(_is_state(p.resolution) for p in actors)
        aside = self._parsed.tokens[draft.token].dep in {"relcl", "acl", "advcl"}
        if draft.type not in IN_TURN or draft.of_classifier or draft.reciprocal or aside or not states:
            return ()
        own = codes_of(actors)
        for event in self._near(draft, told, TURN_REACH):
            doers, others = codes_of(event.actors), codes_of(event.recipients)
            if len(own) == 1 and event.quad in CONFLICT and own in ({*doers}, {*others}):
                beside = event.recipients if own == doers else event.actors
                lands = {p.resolution.country: p for p in beside if p.resolution.country not in {None, *own}}
                return tuple(as_other(p) for p in lands.values()) if len(lands) == 1 else ()
        return ()

    def _goes_on(self, draft: Draft) -> bool:
        """Say whether a draft's doer is only taken up: by "it", "he", or by a verb joined to one before."""
        token = self._parsed.tokens[draft.token]
        joined = token.dep == "conj" and not has_subject(self._parsed, token)
        return bool(draft.actors) and (joined or all(m.kind is MentionKind.PRONOUN for m in draft.actors))

    def _near(self, draft: Draft, told: Told, reach: int) -> list[Event]:
        """Return the events of so many sentences back, the latest first."""
        here = self._parsed.tokens[draft.token].sent
        return [event for sentence, event in reversed(told) if here - sentence <= reach]

    def _who_harmed(self, draft: Draft, actors: tuple[Participant, ...], told: Told) -> tuple[Participant, ...]:
        """Return who took or harmed the people of whom a demand speaks: "Athens demanded their release"."""
        own = {p.resolution.country for p in actors}
        for event in self._near(draft, told, DEED_REACH):
            suffered = own & {p.resolution.country for p in event.recipients} - {None}
            doers = _of_others(event, actors)
            if event.type in SUFFERED and suffered and doers:
                return tuple(replace(p, resolution=as_doer(p.resolution)) for p in doers)
        return ()

    def _is_theirs(self, i: int) -> bool:
        """Say whether a deed is told as what befell somebody: "their release", "his arrest"."""
        token = self._parsed.tokens[i]
        owned = any(c.text.lower() in THEIRS for c in self._parsed.children(token, "poss"))
        return owned and token.lemma in self._sets["deeds"]

    def _is_deed(self, i: int) -> bool:
        token = self._parsed.tokens[i]
        if token.lemma in {"that", "this"} and token.tag == "DT" and token.dep == "dobj":
            return True  # "the party called that a trick"
        if token.lemma == "it" and token.dep in {"dobj", "nsubj"} and self._is_called(token):
            return True  # "called it a hostile act"
        below = [c.lemma for p in self._parsed.children(token, "prep") for c in self._parsed.children(p, "pobj")]
        force = token.lemma == "use" and bool({"force", "violence"} & {*below})
        known = force or (
            token.lemma in self._sets["deeds"] | PROPOSALS and not any(self._parsed.children(token, "prep"))
        )
        definite = any(c.lemma in ARTICLES for c in self._parsed.children(token, "det"))
        return known and definite

    def _is_called(self, token: Token) -> bool:
        """Say whether "it" is named by what it amounts to, and is no party: the object of "called it an insult"."""
        above = self._parsed.head(token)
        named = any(c.i > token.i for c in self._parsed.children(above, "oprd", "attr", "ccomp"))
        mention = self._cast.mention(token.i)
        return (token.dep == "dobj" and named and mention is None) or (above.dep == "ccomp" and mention is None)

    def _takes_up(self, token: Token) -> bool:
        """Say whether a noun is set beside a clause for what it told: "closed the port, a step that Peru regrets"."""
        beside = token.dep in {"appos", "npadvmod"} and token.lemma in self._sets["deeds"] | PROPOSALS
        return beside and self._parsed.has(token, "relcl")

    def _takes_up_all(self, draft: Draft) -> bool:
        """Say whether "which" behind a comma takes up the clause before it: "closed the port, which Peru condemned"."""
        token = self._parsed.tokens[draft.token]
        which = (t for t in self._parsed.children(token, "dobj", "nsubjpass") if t.text.lower() == "which")
        behind = [t for t in which if t.i and self._parsed.tokens[t.i - 1].text == ","]
        return token.dep == "relcl" and bool(behind) and self._cast.mention(token.head) is None


def _is_state(known: Resolution) -> bool:
    """Say whether a party is a state or one of its organs, by its own words."""
    land = known.entity is not None and known.entity.kind is EntityKind.COUNTRY
    return not known.of_the_story and (land if not known.sectors else known.sectors[0] in RULING)


def _of_others(event: Event, actors: Sequence[Participant]) -> list[Participant]:
    """Return the doers of an event who are of another land than some parties."""
    own = {p.resolution.country for p in actors}
    return [p for p in event.actors if p.resolution.country not in {None, *own}]
