"""What a side announces of itself: "would write off the debt", "would shut the strait if it was attacked".

A deed in the future that the lexicon has no frame for, said by who answers for whoever will do it: help is an
agreement, what is yielded a concession, a hostile step under a condition a threat. Of a threat whose words name nobody
it is aimed at, the condition does: "if Syrian shells fell again".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft, ruled
from dateline.coding.frames.plain_verbs import ANNOUNCING
from dateline.coding.operators.effects import AHEAD
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.public import answers_for, is_own, is_public
from dateline.coding.speech.speaking import Partners, speaker_of
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Mention, Span, Token

CONDITIONS = frozenset({"if", "unless", "should"})
TOWARDS = ("iobj", "to", "for", "with", "from", "on", "against", "in", "into")
HARD = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE, EventType.THREATEN})
# What under a condition is a threat, where the words name nobody.
REFUSALS = frozenset({EventType.REJECT, EventType.ACCUSE})
REFUSING = frozenset({"refuse", "reject", "decline"})
CODES = {
    EventType.AGREE: ("030", "AGREE: help or a deal is announced by who will give it"),
    EventType.CONCEDE: ("080", "CONCEDE: what will be yielded is announced"),
    EventType.THREATEN: ("130", "THREATEN: a hostile step is announced under a condition"),
}
RULE = "ruling announced"


class Announcements:
    """Finds what the speakers of one story announce of their own side."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._cast, self._partners = graph, cast, partners
        self._parsed, self._tokens = graph.parsed, graph.tokens
        self._sets = sets

    def joined(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return drafts with what is announced, and with those whom a condition threatens."""
        told = {d.token for d in drafts} | {i for d in drafts for i in d.trigger}
        aimed = [self._aimed(d) for d in drafts]
        return [*aimed, *(d for t in self._tokens if t.i not in told for d in self._announced(t))]

    def _aimed(self, draft: Draft) -> Draft:
        """Give a deed in the future whom its words or its condition name: "will hit back if Syrian shells fall"."""
        verb = self._tokens[draft.token]
        if draft.recipients or not draft.actors or not self._is_ahead(verb):
            return draft
        if draft.type is EventType.AID:
            return replace(draft, recipients=self._others(verb, draft.actors))
        conditioned = self._has_condition(verb)
        if draft.type in REFUSALS and conditioned and draft.rule.startswith("frame") and verb.lemma not in REFUSING:
            draft = replace(draft, type=EventType.THREATEN, mode="", cameo="130")
        if draft.type not in HARD:
            return draft
        found = tuple(m for m in self._conditioned(verb) if not any(is_own(m, a) for a in draft.actors))
        # under a condition the step threatens whoever may fulfil it, named or not
        return replace(draft, recipients=found, needs_recipient=draft.needs_recipient and not conditioned)

    def _is_ahead(self, verb: Token) -> bool:
        helped = any(c.text.lower() in AHEAD for c in self._parsed.children(verb, "aux"))
        return helped and not self._parsed.has(verb, "neg")

    def _announced(self, verb: Token) -> Iterator[Draft]:
        if verb.pos not in {"VERB", "AUX"} or verb.dep in {"aux", "auxpass"} or not self._is_ahead(verb):
            return
        statement = self._partners.statement(Span(verb.start, verb.end))
        if statement is None or statement.source is None:
            return
        speaking = tuple(m for m in speaker_of(self._cast, (statement.source,)) if self._answers(m))
        if not speaking or verb.dep in {"relcl", "acl", "advcl"} or not self._is_own(verb, speaking):
            return
        event_type = self._type(verb, speaking)
        if event_type is not None:
            yield self._draft(verb, event_type, speaking)

    def _answers(self, mention: Mention) -> bool:
        """Say whether a speaker answers for a side, a union's members among them."""
        known = mention.resolution
        return known is not None and (answers_for(known) or (mention.plural and "LAB" in known.sectors))

    def _is_own(self, verb: Token, speaking: tuple[Mention, ...]) -> bool:
        """Say whether the speaker's side does it: it is the subject, or a thing or a gift's taker is."""
        slots = self._graph.slots(verb.i)
        doers = self._cast.actors(slots.get("subj", ()))
        if doers:
            return all(any(is_own(d, s) for s in speaking) for d in doers) or verb.lemma in self._sets["receiving"]
        return self._graph.passive(verb) or bool(slots.get("subj"))

    def _type(self, verb: Token, speaking: tuple[Mention, ...]) -> EventType | None:
        slots = self._graph.slots(verb.i)
        things = {self._tokens[h].lemma for n in ("obj", "subj") for h in slots.get(n, ())}
        doers = bool(self._cast.actors(slots.get("subj", ())))
        yielding = self._yields(verb, things)
        hostile = verb.lemma in self._sets["hostile_verbs"] and self._has_condition(verb)
        if hostile and (things & self._sets["cooperation_things"] or not yielding):
            return EventType.THREATEN
        if not self._rules(speaking):
            return None
        if yielding:
            return EventType.CONCEDE
        others = self._others(verb, speaking)
        kept = verb.lemma in self._sets["giving_verbs"] and bool(
            things & (self._sets["agreements"] | self._sets["debts"])
        )
        if verb.lemma in self._sets["giving_verbs"] and ((others and doers) or kept):
            return EventType.AGREE
        return None

    def _rules(self, speaking: tuple[Mention, ...]) -> bool:
        """Say whether a speaker has the power to give or lift: a state, its government and forces, rebels."""
        return all(m.resolution and not set(m.resolution.sectors) - ANNOUNCING for m in speaking)

    def _yields(self, verb: Token, things: set[str]) -> bool:
        """Say whether a measure is lifted, captives are freed or forces leave: "scrap the law", "would walk free"."""
        measures = self._sets["restrictions"] | self._sets["standing_measures"] | self._sets["measures"]
        lifted = verb.lemma in self._sets["lifting_verbs"] and bool(things & measures)
        free = verb.lemma not in {"walk", "go", "leave"} or any(
            c.text.lower() == "free" for c in self._parsed.children(verb)
        )
        freed = verb.lemma in self._sets["freeing_verbs"] and bool(things & self._sets["captives"]) and free
        left = verb.lemma in self._sets["leaving_verbs"] and bool(things & self._sets["forces"])
        return lifted or freed or left

    def _has_condition(self, verb: Token) -> bool:
        return any(True for _ in self._conditions(verb))

    def _conditions(self, verb: Token) -> Iterator[Token]:
        for clause in self._parsed.children(verb, "advcl"):
            if any(c.text.lower() in CONDITIONS for c in self._parsed.children(clause, "mark", "aux", "advmod")):
                yield clause

    def _conditioned(self, verb: Token) -> tuple[Mention, ...]:
        """Return who would make a condition true: Khartoum in "if Khartoum bombed again"."""
        for clause in self._conditions(verb):
            slots = self._graph.slots(clause.i)
            heads = [*slots.get("subj", ()), *slots.get("obj", ())]
            inner = [i for h in heads for n in ("mod", "poss", "by") for i in self._graph.slots(h).get(n, ())]
            found = tuple(
                m for m in (self._cast.actors(slots.get("subj", ())) or self._cast.actors(inner)) if is_public(m)
            )
            if found:
                return found
        return ()

    def _others(self, verb: Token, speaking: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return the other sides beside a verb: whom something is given to, or whose thing it is about."""
        slots = self._graph.slots(verb.i)
        heads = [h for n in ("iobj", "to", "for", "with") for h in slots.get(n, ())]
        heads += list(slots.get("subj", ())) if verb.lemma in self._sets["receiving"] else []
        through = [self._graph.slots(c) for n in ("comp", "purpose") for c in slots.get(n, ())]
        around = [h for found in (slots, *through) for n in ("obj", *TOWARDS) for h in found.get(n, ())]
        inner = [
            i
            for h in around
            for n in ("poss", "of", "in", "to", "for", "with", "mod")
            for i in self._graph.slots(h).get(n, ())
        ]
        if verb.lemma in self._sets["receiving"]:
            return self._cast.actors(heads)
        for group in (heads, around, inner):
            found = tuple(
                m for m in self._cast.actors(group) if is_public(m) and not any(is_own(m, s) for s in speaking)
            )
            if found:
                return found
        return ()

    def _draft(self, verb: Token, event_type: EventType, speaking: tuple[Mention, ...]) -> Draft:
        cameo, says = CODES[event_type]
        others = self._others(verb, speaking)
        if event_type is EventType.THREATEN:
            blamed = tuple(m for m in self._conditioned(verb) if not any(is_own(m, s) for s in speaking))
            others = others or blamed
        code = (event_type, "", cameo)
        told = ruled(RULE, says, code, token=verb.i, actors=speaking, recipients=others, sure=0.75)
        return replace(told, rule=f"{RULE}.{event_type.value.lower()}")
