"""What one event becomes under one operator: itself, a plan, a wish, a refusal, or what a ruling makes of it."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.operators.complements import ASKING, Complements
from dateline.coding.operators.denied import is_denied, is_negated
from dateline.coding.operators.done_by_saying import DoneBySaying
from dateline.coding.operators.effects import (
    COMMITTING,
    DECREED,
    DENYING,
    FORGOING,
    GIVEN,
    HARMFUL,
    PUT_FORWARD,
    RESOLVING,
    SPOKEN,
    SUFFERED,
    SWALLOWING,
    TELLING,
    TRANSPARENT,
    TRIED,
    WITHHOLDING,
    YIELDED,
)
from dateline.coding.operators.operator_parties import OperatorParties
from dateline.coding.operators.rulings import Rulings
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.finite_clauses import is_clause
from dateline.model import Status

NOMINAL = frozenset({"NOUN", "PROPN"})


class Outcomes:
    """Applies the operators of one story to single events."""

    def __init__(self, matcher: Matcher, graph: Graph, rulings: Rulings, parties: OperatorParties) -> None:
        self._matcher = matcher
        self._graph = graph
        self._tokens = graph.tokens
        self._rulings = rulings
        self._parties = parties
        self._below = Complements(matcher, graph)
        self._saying = DoneBySaying(graph)

    def of(self, match: OperatorMatch, draft: Draft) -> Draft:
        """Return an event as it reads under an operator."""
        if self._saying.is_decided(match, draft):
            return replace(self._parties.carried(match, draft), asserted=Status.HAPPENED)
        if self._saying.is_said(match, draft):
            return replace(draft, asserted=Status.HAPPENED)
        return self._spoken_of(match, draft) if match.operator.actor == SPOKEN else self._under(match, draft)

    def _spoken_of(self, match: OperatorMatch, draft: Draft) -> Draft:
        """Read a deed that a speaker turns down: "Lifting the ban is out of the question, Chad said"."""
        ruling = self._rulings.find(match.operator.effect, draft)
        if ruling is None:
            return replace(draft, token=match.token, asserted=Status.HYPOTHETICAL)
        actors = () if draft.reciprocal else draft.actors
        recipients = draft.recipients or (draft.actors if draft.reciprocal else ())
        words = tuple(sorted({*match.words, *draft.trigger}))
        keep = replace(draft, token=match.token, trigger=words, actors=actors, recipients=recipients)
        ruled = self._rulings.applied(ruling, keep, keep=keep)
        return replace(ruled, content=None, reciprocal=False, needs_speaker=not actors, asserted=Status.HAPPENED)

    def _under(self, match: OperatorMatch, draft: Draft) -> Draft:
        effect = match.operator.effect
        if effect in ASKING and self._is_only_told(match, draft):
            return draft
        negated = effect in COMMITTING | DENYING | ASKING and is_negated(self._graph, match.token)
        if self._is_left_open(effect, draft, negated=negated):
            return replace(draft, token=match.token, asserted=Status.HYPOTHETICAL)
        if effect == "light" and is_clause(self._matcher, self._tokens[draft.token]):
            return draft  # "will visit Laos, a spokeswoman announced": the clause keeps its own tense
        if effect in TRANSPARENT:
            return self._parties.carried(match, draft)
        if effect == "decide" and self._tokens[match.token].pos == "NOUN" and draft.type in DECREED:
            # "defended the decision to expel them"
            return replace(self._parties.carried(match, draft), asserted=Status.HAPPENED)
        if self._tells_itself(match, draft):
            return draft
        return self._ruled(match, draft, self._effect(match, draft, negated=negated))

    def _ruled(self, match: OperatorMatch, draft: Draft, effect: str) -> Draft:
        """Return what a ruling makes of an event; without one it is planned, or only imagined."""
        ruling = self._rulings.find(effect, draft)
        if ruling is None:
            foreseen = effect == "expect"  # what somebody expects is no plan of his
            return replace(draft, token=match.token, asserted=Status.HYPOTHETICAL if foreseen else Status.PLANNED)
        if effect in {"intend", "decide"} and self._is_of_others(match, draft):
            return replace(draft, token=match.token, asserted=Status.HYPOTHETICAL)
        return self._rulings.applied(ruling, draft, keep=self._parties.carried(match, draft), match=match)

    def _effect(self, match: OperatorMatch, draft: Draft, *, negated: bool) -> str:
        """Return what an operator does to an event once the denials are counted."""
        effect, denied = match.operator.effect, is_denied(self._graph, draft.token)
        if negated and self._tokens[match.token].lemma == "rule" and self._rulings.find("threaten", draft):
            return "threaten"  # "did not rule out closing the border"
        held_up = effect == "stop" and draft.type in YIELDED
        if negated or held_up or (effect in RESOLVING and draft.type in GIVEN and denied):
            return "refuse"  # "does not plan to give in", "vowed not to give in", "blocked the release"
        return "forgo" if effect in FORGOING and denied else effect  # "promised not to attack"

    def _is_only_told(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether under a verb of asking an event is told, not asked for.

        "The court was told that soldiers beat him", "told the radio that nobody knew of a plan to meet".
        """
        asking = self._tokens[match.token]
        clause = asking.pos != "NOUN" and is_clause(self._matcher, self._tokens[draft.token])
        return clause or (asking.lemma in TELLING and not self._below.is_infinitive(match))

    def _is_left_open(self, effect: str, draft: Draft, *, negated: bool) -> bool:
        """Say whether the words above an event leave nothing of it.

        "Has not decided to leave", "accept attacks on us", "wanted a pact", "tried to broker a pact".
        """
        if negated and effect == "refuse" and draft.type in HARMFUL:
            return False
        if negated:
            return effect not in WITHHOLDING or draft.type not in GIVEN
        if effect == "agree" and self._is_suffered(draft):
            return True
        if effect in SWALLOWING:
            return effect != "fail" or self._rulings.find(effect, draft) is None
        return effect == "attempt" and draft.type not in TRIED

    def _tells_itself(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether an event stands as if nothing stood above it.

        "Will not give in, the minister warned": he turns it down. "Chad's request was turned down": by nobody named.
        """
        effect = match.operator.effect
        turned_down = effect == "reject" and draft.type in PUT_FORWARD and self._below.is_by_nobody(match)
        return turned_down or (effect == "threaten" and is_denied(self._graph, draft.token))

    def _is_suffered(self, draft: Draft) -> bool:
        """Say whether an accepted event is somebody else's deed that is put up with, not one agreed to."""
        return draft.type in SUFFERED and self._tokens[draft.token].pos in NOMINAL

    def _is_of_others(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether what is prepared for is done by somebody else: "prepare for an invasion by ..."."""
        if self._tokens[draft.token].pos not in NOMINAL or not draft.actors:
            return False
        own = {m.head for m in self._parties.doers(match)}
        return own.isdisjoint(m.head for m in draft.actors)
