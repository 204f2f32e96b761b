"""The last look at a story's events: which of them the models doubt, and which are only told by the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.coding.drafts import Draft, Told
from dateline.coding.event_record import as_sure
from dateline.coding.models.deciders import Deciders
from dateline.coding.political import is_politics, is_read_whole
from dateline.model import Event, EvidenceKind, ParsedStory, Precision, Status

# How fine the date of a deed is that a report looks back on.
HISTORIC = frozenset({Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE, Precision.RANGE})


class LastLook:
    """Looks at the events of one story."""

    def __init__(self, parsed: ParsedStory, deciders: Deciders) -> None:
        self._parsed = parsed
        self._doubts = deciders.doubts
        self._triggered = deciders.triggered
        self._weighing = deciders.weighing

    def kept(self, told: Sequence[Told]) -> Iterable[Told]:
        """Return the events of a story that stand after the last look, in order.

        Args:
            told: All its events: how many they are says what needs a look.
        """
        length = len(self._parsed.sentences)
        political, read = is_politics(len(told), length), is_read_whole(len(told), length)
        sure = list(self._confirmed(told, political=political))
        shown = [(draft, event) for draft, event in sure if self._shows(draft, event, read=read)]
        return self._weighing.kept(shown) if self._weighing is not None else shown

    def _confirmed(self, told: Iterable[Told], *, political: bool) -> Iterator[Told]:
        """Yield what each party alone confirms; in a story of politics only the classifier's own events need that."""
        for draft, event in told:
            if self._doubts is None or (political and not draft.of_classifier):
                yield draft, event
                continue
            sure = self._doubts.confirmed(draft)
            if sure is not None:
                yield sure, as_sure(event, sure)

    def _shows(self, draft: Draft, event: Event, *, read: bool) -> bool:
        """Say whether a word of the sentence or a party alone shows an event; what is known is asked first.

        What a report looks back on with its year is told as a deed, whatever the models make of it: what they learnt
        from is news.
        """
        if self._triggered is None or self._doubts is None or self._weighing is None or self._is_history(draft, event):
            return True
        asked = (self._triggered.is_seen, self._doubts.is_likely)
        return any(ask(draft) for ask in (asked if read else asked[::-1]))

    def _is_history(self, draft: Draft, event: Event) -> bool:
        """Say whether a report itself tells a frame's deed of a year gone by: "which fought a war with it in 1995"."""
        if draft.of_classifier or event.said_by or event.status is not Status.HAPPENED:
            return False
        plain = self._parsed.tokens[draft.token].pos == "VERB" and event.date.precision in HISTORIC
        day, end = self._parsed.story.day, event.date.end
        past = day is not None and end is not None and end.year < day.year
        return plain and past and any(e.kind is EvidenceKind.DATE for e in event.evidence)
