"""Which drafts are told as events: those that stand for the frames and for the classifier, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.coding.cases import Cases
from dateline.coding.drafts import Draft, Told
from dateline.coding.event_record import EventRecords, as_sure
from dateline.coding.models.second_opinion import SecondOpinion
from dateline.coding.standing import Case, Stands
from dateline.model import Event, ParsedStory

# A draft that stands not in any story, with what it stands for.
Held = tuple[Draft, Case]


class Telling:
    """Tells the events of one story."""

    def __init__(
        self, parsed: ParsedStory, cases: Cases, records: EventRecords, second: SecondOpinion | None = None
    ) -> None:
        """Prepare for one story; without a `second` opinion the frames alone decide."""
        self._parsed = parsed
        self._cases = cases
        self._records = records
        self._second = second

    def told(self, drafts: Iterable[Draft]) -> tuple[list[Told], list[Held]]:
        """Return the drafts that stand in any story with their events, and the others with what they stand for.

        Args:
            drafts: In text order; what stands is told before those that follow.
        """
        told: list[Told] = []
        held: list[Held] = []
        for draft in drafts:
            before = self._before(draft, told)
            case = self._cases.of(draft, before)
            found = self._told(draft, case, before)
            if found is not None:
                told.append(found)
            else:
                held.append((draft, case))
        return told, held

    def doubtful(self, held: Iterable[Held], told: Sequence[Told]) -> list[Told]:
        """Return what stands only in a story of politics, of the drafts that were held back."""
        found = [
            self._told(draft, case, self._before(draft, told), political=True)
            for draft, case in held
            if case.stands is not Stands.NEVER
        ]
        return [one for one in found if one is not None]

    def in_politics(self, draft: Draft, told: Sequence[Told]) -> Told | None:
        """Return a draft and its event as they stand in a story of politics, after those told before it."""
        before = self._before(draft, told)
        return self._told(draft, self._cases.of(draft, before), before, political=True)

    def _before(self, draft: Draft, told: Sequence[Told]) -> list[tuple[int, Event]]:
        """Return the events told up to a draft's sentence, each with its own."""
        numbered = [(self._parsed.tokens[d.token].sent, event) for d, event in told]
        return [(number, event) for number, event in numbered if number <= self._parsed.tokens[draft.token].sent]

    def _told(
        self, draft: Draft, case: Case, told: Sequence[tuple[int, Event]], *, political: bool = False
    ) -> Told | None:
        """Return a draft as both opinions have it, and its event; None where there is none.

        The classifier costs most of coding: it is asked only about what would be written.
        """
        event = self._event(case, political=political)
        if self._second is None or draft.of_classifier:
            return (case.draft, event) if event is not None else None
        if event is None and not self._second.asks_always:
            return None
        joined = self._second.joined(draft)
        if joined is None:
            return None
        again = self._cases.settled(joined, told)
        if event is not None and replace(again, opinions=case.draft.opinions) == case.draft:
            return again, as_sure(event, again)
        event = self._event(self._cases.judged(again, told), political=political)
        return (again, event) if event is not None else None

    def _event(self, case: Case, *, political: bool) -> Event | None:
        stands = case.stands is Stands.ALWAYS or (political and case.stands is Stands.IN_POLITICS)
        return self._records.of(case) if stands else None
