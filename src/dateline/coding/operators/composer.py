"""What event candidates become under the words that stand above them, from the innermost word outwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.frames.recipients import others
from dateline.coding.operators.complements import ASKING
from dateline.coding.operators.effects import DENIABLE, GIVING_UP, JUDGING, SWALLOWING, TOLD_BY_IT, TRANSPARENT
from dateline.coding.operators.governed import Governed
from dateline.coding.operators.lone_operators import LoneOperators
from dateline.coding.operators.operator_parties import OperatorParties
from dateline.coding.operators.outcomes import Outcomes
from dateline.coding.operators.own_deeds import OwnDeeds
from dateline.coding.operators.rulings import Rulings
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.depths import depth_of
from dateline.coding.structure.finite_clauses import is_clause
from dateline.model import EventType, Status

# The drafts that stand so far, by the token that each hangs on.
Drafts = dict[int, list[Draft]]
# What a frame on the operator's own word tells as a whole.
TOLD_BY_FRAME = TOLD_BY_IT | DENIABLE | ASKING | {"want"}


class Composer:
    """Applies the operators of one story to its drafts."""

    def __init__(self, matcher: Matcher, graph: Graph, rulings: Rulings, parties: OperatorParties) -> None:
        self._matcher = matcher
        self._graph = graph
        self._rulings = rulings
        self._governed = Governed(matcher, graph)
        self._own_deeds = OwnDeeds(matcher, graph)
        self._outcomes = Outcomes(matcher, graph, rulings, parties)
        self._lone = LoneOperators(matcher, graph, parties, self._own_deeds)

    def chosen(self, found: Sequence[OperatorMatch]) -> Sequence[OperatorMatch]:
        """Return the operator that a word is, of those that it may be."""
        return self._own_deeds.chosen(found)

    def governing(self, operators: Iterable[OperatorMatch], events: set[int]) -> set[int]:
        """Return the tokens of operators that have an event under them: "will not give up bombing it"."""
        above = (o for o in operators if o.operator.effect not in TRANSPARENT | {"allow"})
        return {
            o.token for o in above if o.operator.effect not in GIVING_UP or not events.isdisjoint(self._governed.by(o))
        }

    def compose(self, drafts: Sequence[Draft], operators: Sequence[OperatorMatch]) -> list[Draft]:
        """Return the drafts as they read under their operators."""
        standing: Drafts = {}
        for draft in drafts:
            standing.setdefault(draft.token, []).append(draft)
        for match in sorted(operators, key=lambda m: -depth_of(self._graph, m.token)):
            self._apply(match, standing)
        return [draft for token in sorted(standing) for draft in standing[token]]

    def _apply(self, match: OperatorMatch, standing: Drafts) -> None:
        """Change the drafts that an operator governs."""
        effect, token = match.operator.effect, match.token
        inner = [draft for t in self._governed.by(match) for draft in standing.get(t, ()) if draft.token != token]
        if any(draft.rule.startswith("frame") for draft in standing.get(token, ())):
            self._give_to_frame(match, inner, standing)
            return  # the frame on the same word is more specific
        if effect in JUDGING or effect == "report":
            return
        if self._is_threat_alone(match, inner):
            _drop(inner, standing)
            inner = []
        for draft in inner:
            _drop([draft], standing)
            result = self._outcomes.of(match, draft)
            standing.setdefault(result.token, []).append(result)
        if _may_stand_alone(match, inner, standing):
            lone = self._lone.read(match)
            standing.setdefault(token, []).extend([lone] if lone is not None else [])

    def _give_to_frame(self, match: OperatorMatch, inner: Sequence[Draft], standing: Drafts) -> None:
        """Leave what stands under an operator to the frame on the same word."""
        if match.operator.effect in TOLD_BY_FRAME:
            self._absorb(inner, match.token, standing)
        if match.operator.effect in ASKING and inner:
            standing[match.token] = [self._asked_for(draft, inner[0]) for draft in standing[match.token]]

    def _absorb(self, inner: Sequence[Draft], token: int, standing: Drafts) -> None:
        """Drop what stands under a frame that tells it: an accusation, a refusal. Whom it is aimed at stays."""
        _drop(inner, standing)
        aimed = tuple(m for draft in inner for m in draft.recipients)
        standing[token] = [
            d if d.recipients or d.type is not EventType.REJECT else replace(d, recipients=others(aimed, d.actors))
            for d in standing[token]
        ]

    def _asked_for(self, draft: Draft, act: Draft) -> Draft:
        """Keep what is demanded with the demand: "demanded that China withdraw its ships"."""
        kept = draft.type is not EventType.REQUEST or draft.content is not None
        if kept or is_clause(self._matcher, self._graph.tokens[act.token]):
            return draft
        return replace(draft, content=replace(act, asserted=Status.PLANNED))

    def _is_threat_alone(self, match: OperatorMatch, inner: Sequence[Draft]) -> bool:
        """Say whether somebody threatens a deed of his own that no ruling makes a threat of: the words alone do."""
        threat = match.operator.effect == "threaten" and self._own_deeds.is_told(match)
        return threat and not any(self._rulings.find("threaten", d) for d in inner)


def _drop(drafts: Iterable[Draft], standing: Drafts) -> None:
    for draft in drafts:
        standing[draft.token].remove(draft)


def _may_stand_alone(match: OperatorMatch, inner: Sequence[Draft], standing: Drafts) -> bool:
    """Say whether an operator's own words may be an event: nothing stands under it, or it accuses of what does."""
    effect = match.operator.effect
    alone = not inner and effect not in TRANSPARENT | SWALLOWING
    accuses = effect == "accuse" and not standing.get(match.token)
    return match.operator.type is not None and (alone or accuses)
