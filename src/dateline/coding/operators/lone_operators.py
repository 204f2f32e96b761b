"""Operators whose complement is no event that we know: "Norway refused to comment on Chile"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.operators.complements import ASKING, Complements
from dateline.coding.operators.denied import is_denied
from dateline.coding.operators.effects import COMMITTING, SWEARING
from dateline.coding.operators.operator_parties import OperatorParties
from dateline.coding.operators.own_deeds import OwnDeeds
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Mention, Opinion


class LoneOperators:
    """Reads the operators of one story that are events by themselves."""

    def __init__(self, matcher: Matcher, graph: Graph, parties: OperatorParties, own_deeds: OwnDeeds) -> None:
        self._matcher = matcher
        self._graph = graph
        self._tokens = graph.tokens
        self._parties = parties
        self._own_deeds = own_deeds
        self._below = Complements(matcher, graph)

    def read(self, match: OperatorMatch) -> Draft | None:
        """Return the event that an operator's own words are; None where they tell none."""
        operator = match.operator
        actors = self._matcher.fill(match.token, operator.actor, match.words)
        recipients = self._parties.recipients(match, actors)
        if operator.type is None or not actors or not self._is_event(match, recipients):
            return None
        sworn_off = self._is_sworn_off(match)
        sure = 0.7 if self._own_deeds.is_told(match) else 0.5
        kind = EventType.REJECT if sworn_off else operator.type
        return Draft(
            type=kind,
            mode=operator.mode,
            cameo="120" if sworn_off else operator.cameo,
            contexts=(),
            actors=actors,
            recipients=recipients,
            token=match.token,
            trigger=match.words,
            rule=f"operator {operator.id}",
            opinions=(Opinion(decider=f"operator {operator.id}", says=str(kind), confidence=sure),),
        )

    def _is_event(self, match: OperatorMatch, recipients: Sequence[Mention]) -> bool:
        """Say whether somebody does something by an operator's words, to somebody or with a clause for it."""
        if not (recipients or self._has_clause(match)) or not self._is_listed(match):
            return False
        effect = match.operator.effect
        if effect == "refuse" and self._below.is_answer(match):
            return False
        if effect == "accuse" and self._below.is_office(match.token):
            return False
        if effect not in ASKING:
            return True
        # who is only told or advised something is asked for nothing
        return (bool(recipients) or self._below.is_addressed(match)) and self._below.is_infinitive(match)

    def _has_clause(self, match: OperatorMatch) -> bool:
        # "undertook in 2004 to complete it": the parser takes the complement for a purpose
        slots = ("comp", "purpose") if match.operator.effect in COMMITTING else ("comp",)
        below = [
            *self._below.asked(match),
            *(h for slot in slots for h in self._matcher.heads(match.token, slot, match.words)),
        ]
        return any(self._tokens[h].pos in {"VERB", "AUX"} for h in below)

    def _is_listed(self, match: OperatorMatch) -> bool:
        """Say whether a word stands as an event by itself, or tells what somebody will do himself."""
        listed = not match.operator.alone or self._tokens[match.token].lemma in match.operator.alone
        return listed or self._own_deeds.is_told(match)

    def _is_sworn_off(self, match: OperatorMatch) -> bool:
        """Say whether somebody swears not to do something: "vowed never to pay"."""
        sworn = self._tokens[match.token].lemma in SWEARING
        return sworn and all(is_denied(self._graph, h) for h in self._below.asked(match))
