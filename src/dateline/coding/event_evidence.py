"""The evidence of an event: the words that tell it, its clause, its parties, its date, its place and its status."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.drafts import Draft, trigger_span
from dateline.coding.status.status import Reading
from dateline.coding.structure.arguments import Graph
from dateline.model import Evidence, EvidenceKind, Participant, Span


class EventEvidence:
    """Gives the evidence of the events of one story."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed

    def of(
        self,
        draft: Draft,
        actors: tuple[Participant, ...],
        recipients: tuple[Participant, ...],
        *,
        reading: Reading,
        date: Span | None = None,
        place: Span | None = None,
    ) -> tuple[Evidence, ...]:
        """Return what shows an event.

        Args:
            draft: The event as its words tell it.
            actors: Who acts.
            recipients: Who is acted upon.
            reading: What its clause says of its status.
            date: The words that date it.
            place: The words that say where it was.
        """
        trigger = self._evidence(EvidenceKind.TRIGGER, trigger_span(self._parsed, draft), rule=draft.rule)
        clause = self._evidence(EvidenceKind.CLAUSE, self._clause(draft), rule=draft.rule)
        return (trigger, clause, *_of_parties(actors, recipients), *self._around(date, place, reading))

    def _around(self, date: Span | None, place: Span | None, reading: Reading) -> Iterator[Evidence]:
        """Yield the words that tell when and where it was, and whether it happened."""
        for kind, span in ((EvidenceKind.DATE, date), (EvidenceKind.PLACE, place)):
            if span is not None:
                yield self._evidence(kind, span)
        if reading.cue is not None:
            cue = self._parsed.tokens[reading.cue]
            yield Evidence(kind=EvidenceKind.STATUS, span=Span(cue.start, cue.end), text=cue.text)

    def _clause(self, draft: Draft) -> Span:
        """Return the clause that tells an event, as far as it stands in one sentence."""
        sentence = self._parsed.tokens[draft.token].sent
        inside = [*(t.i for t in self._graph.clause(draft.token) if t.sent == sentence), *draft.trigger]
        return self._parsed.span(min(inside), max(inside) + 1)

    def _evidence(self, kind: EvidenceKind, span: Span, *, rule: str = "") -> Evidence:
        return Evidence(kind=kind, span=span, text=span.of(self._parsed.story.text), rule=rule)


def _of_parties(actors: tuple[Participant, ...], recipients: tuple[Participant, ...]) -> Iterator[Evidence]:
    for kind, parties in ((EvidenceKind.ACTOR, actors), (EvidenceKind.RECIPIENT, recipients)):
        for party in parties:
            yield Evidence(kind=kind, span=party.span, text=party.text, rule=party.resolution.rule)
