"""Which ruling of the codebook holds for an event under an operator, and the event of words that it makes of it."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import OperatorMatch
from dateline.coding.frames.recipients import others
from dateline.coding.operators.complements import ASKING
from dateline.coding.operators.effects import COMMITTING
from dateline.coding.operators.operator_parties import OperatorParties
from dateline.knowledge.codebook import Codebook, Ruling
from dateline.model import EventType, Mention, Opinion, Status


class Rulings:
    """Applies the codebook's rulings to the drafts of one story."""

    def __init__(self, codebook: Codebook, parties: OperatorParties) -> None:
        self._rulings = codebook.rulings
        self._parties = parties

    def find(self, effect: str, draft: Draft, status: Status | None = None) -> Ruling | None:
        """Return the first ruling that holds; None where there is none.

        Args:
            effect: What the operator above does; empty where there is no operator.
            draft: The event.
            status: What the event's clause says of it.
        """
        for ruling in self._rulings:
            if (effect in ruling.effects if ruling.effects else not effect) and draft.type in ruling.inner:
                if ruling.modes and draft.mode not in ruling.modes:
                    continue
                if not ruling.status or status in ruling.status:
                    return ruling
        return None

    def applied(self, ruling: Ruling, draft: Draft, *, keep: Draft, match: OperatorMatch | None = None) -> Draft:
        """Turn an event into the verbal event that a ruling makes of it; what was promised stays as its content.

        Args:
            ruling: The ruling.
            draft: The event.
            keep: The event with the parties and the place in its sentence that it is to have.
            match: The operator above it, which may name other parties.
        """
        actors, recipients, trigger = keep.actors, keep.recipients, draft.trigger
        if match is not None:
            actors, recipients = self._parties_of(match, draft, keep)
            trigger = (*match.words, *draft.trigger)
        commits = match is None or match.operator.effect in COMMITTING | ASKING
        commits = commits and ruling.type is not EventType.REJECT  # "does not plan to withdraw"
        return replace(
            keep,
            type=ruling.type,
            mode=ruling.mode,
            cameo=ruling.cameo,
            actors=actors,
            recipients=recipients,
            token=match.token if match else keep.token,
            trigger=tuple(sorted(set(trigger))),
            rule=f"ruling {ruling.id}",
            opinions=(_opinion_of(ruling, draft), *draft.opinions),
            # "denied that it had a hand in the raid": who denies is named, whoever else may be telling the story
            needs_speaker=keep.needs_speaker and not (match and actors),
            asserted=None,
            content=replace(draft, asserted=Status.PLANNED) if commits else None,
            reciprocal=keep.reciprocal and len(actors) > 1,
        )

    def _parties_of(
        self, match: OperatorMatch, draft: Draft, keep: Draft
    ) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        """Return who acts by an operator's word, and on whom: whom it asks, else who is in the event under it."""
        actors = self._parties.doers(match) or keep.actors
        commits = match.operator.effect in COMMITTING
        inner = (*draft.recipients, *draft.actors) if commits else (*draft.actors, *draft.recipients)
        return actors, self._parties.recipients(match, actors) or others(inner, actors)


def _opinion_of(ruling: Ruling, draft: Draft) -> Opinion:
    says = f"{draft.type} becomes {ruling.type}: {ruling.source}"
    return Opinion(decider=f"ruling {ruling.id}", says=says, confidence=0.8)
