"""What a log of reviews adds up to: the rows that count, the verdict on each event, and where coders differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.apps.review.log import Entry

JUDGED = ("accept", "reject", "correct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What reviewers say of one event.

    Attributes:
        kind: `accept`, `reject`, `correct`, `disputed` (coders differ and nobody adjudicated) or empty (unreviewed).
        machine: The machine's values when it was reviewed.
        human: The values that stand: corrected where somebody corrected, else the machine's; empty when rejected.
        coders: Who judged it.
        adjudicator: Who settled a dispute, or empty.
    """

    kind: str = ""
    machine: Mapping[str, Any]
    human: Mapping[str, Any]
    coders: tuple[str, ...] = ()
    adjudicator: str = ""
    note: str = ""


UNREVIEWED = Verdict(machine={}, human={})


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The rows that count, in order: those not undone.

    Attributes:
        judged: For each event the last row of every coder; ties: the same for each tie.
    """

    effective: tuple[Entry, ...]
    judged: Mapping[str, Mapping[str, Entry]]
    adjudicated: Mapping[str, Entry]
    skipped: frozenset[tuple[str, str]]
    added: tuple[Entry, ...]
    ties: Mapping[str, Mapping[str, Entry]]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> State:
        """Add up the rows of a log.

        A coder's later row on an event replaces the earlier one; undoing the later one brings the earlier one back.
        """
        rows = list(entries)
        undone = {row.undoes for row in rows if row.action == "undo"}
        effective = tuple(row for row in rows if row.action != "undo" and row.seq not in undone)
        judged: dict[str, dict[str, Entry]] = {}
        ties: dict[str, dict[str, Entry]] = {}
        adjudicated: dict[str, Entry] = {}
        skipped: set[tuple[str, str]] = set()
        for row in effective:
            if row.about_tie:
                ties.setdefault(row.event_id, {})[row.coder] = row
            elif row.action in JUDGED:
                judged.setdefault(row.event_id, {})[row.coder] = row
                skipped.discard((row.event_id, row.coder))
            elif row.action == "adjudicate":
                adjudicated[row.event_id] = row
            elif row.action == "skip":
                skipped.add((row.event_id, row.coder))
        return cls(
            effective=effective,
            judged=judged,
            adjudicated=adjudicated,
            skipped=frozenset(skipped),
            added=tuple(row for row in effective if row.action == "add"),
            ties=ties,
        )

    def verdict(self, event_id: str) -> Verdict:
        """Return what stands of an event."""
        by_coder = self.judged.get(event_id, {})
        settled = self.adjudicated.get(event_id)
        if settled is not None:
            return _settled(settled, by_coder)
        return _together(by_coder)

    def tie_verdict(self, tie_id: str) -> Verdict:
        """Return what stands of a tie."""
        return _together(self.ties.get(tie_id, {}))

    def verdicts(self) -> dict[str, Verdict]:
        """Return the verdict on every event that somebody judged."""
        return {event_id: self.verdict(event_id) for event_id in {**self.judged, **self.adjudicated}}

    def disputed(self) -> tuple[str, ...]:
        """Return the events on which coders differ and that nobody settled."""
        return tuple(event_id for event_id in self.judged if self.verdict(event_id).kind == "disputed")

    def done_by(self, coder: str) -> frozenset[str]:
        """Return the events that a coder judged or skipped."""
        judged = {event_id for event_id, by_coder in self.judged.items() if coder in by_coder}
        return frozenset(judged | {event_id for event_id, who in self.skipped if who == coder})

    def coders(self) -> tuple[str, ...]:
        """Return everybody who judged an event, in the order of their first row."""
        return tuple(dict.fromkeys(row.coder for row in self.effective if row.action in JUDGED and not row.about_tie))


def standing(entry: Entry) -> dict[str, Any] | None:
    """Return the values that an entry lets stand; None when it rejects the event."""
    verdict = entry.human.get("verdict", entry.action) if entry.action == "adjudicate" else entry.action
    if verdict == "reject":
        return None
    return {**entry.machine, **{key: value for key, value in entry.human.items() if key != "verdict"}}


def _together(by_coder: Mapping[str, Entry]) -> Verdict:
    if not by_coder:
        return UNREVIEWED
    entries = list(by_coder.values())
    last = entries[-1]
    same = all(standing(entry) == standing(last) for entry in entries)
    return Verdict(
        kind=last.action if same else "disputed",
        machine=last.machine,
        human=standing(last) or {} if same else {},
        coders=tuple(by_coder),
        note="; ".join(entry.note for entry in entries if entry.note),
    )


def _settled(entry: Entry, by_coder: Mapping[str, Entry]) -> Verdict:
    return Verdict(
        kind=str(entry.human.get("verdict", "accept")),
        machine=entry.machine,
        human=standing(entry) or {},
        coders=tuple(by_coder),
        adjudicator=entry.coder,
        note=entry.note,
    )
