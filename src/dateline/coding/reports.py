"""What the trigger model adds to a report of politics: parties that events lack, and deeds that have no event yet."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.drafts import Draft, Told
from dateline.coding.models.triggered import TriggeredWords
from dateline.coding.telling import Telling


class Reports:
    """Goes through the events of one report with the trigger model."""

    def __init__(self, telling: Telling, triggered: TriggeredWords) -> None:
        self._telling = telling
        self._triggered = triggered

    def read(self, told: Sequence[Told], held: Sequence[Draft]) -> list[Told]:
        """Return the events of a report as the model mends them, and after them those that it finds.

        Args:
            told: The events so far, in text order.
            held: Drafts of the frames that stand only for a word that tells a deed.
        """
        mended = self._mended(told)
        return [*mended, *self._found(mended, held)]

    def _mended(self, told: Sequence[Told]) -> list[Told]:
        """Return the events with the parties that only the trigger model finds."""
        found: list[Told] = []
        for draft, event in told:
            mended = self._triggered.mended(draft, event)
            one = self._telling.in_politics(mended, found) if mended is not draft else None
            found.append(one or (draft, event))
        return found

    def _found(self, told: Sequence[Told], held: Sequence[Draft]) -> list[Told]:
        """Return what is told by words that name a deed and have no event yet."""
        found: list[Told] = []
        for draft in self._triggered.found([d for d, _ in told], held):
            one = self._telling.in_politics(draft, [*told, *found])
            found += [one] if one is not None else []
        return found
