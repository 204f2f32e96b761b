"""What people who read the record say of it: their values stand, and what they missed is added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.apps.dossier.subjects import Subject
from dateline.apps.review import REVIEWED, REVIEWED_OF_TIES, Entry, ReviewLog, Verdict
from dateline.apps.review.applied import added_event, standing_event, standing_tie
from dateline.apps.review.state import UNREVIEWED
from dateline.knowledge.codebook import Codebook

Row = Mapping[str, Any]
_SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Reviews:
    """The verdicts on a run, by event, and the events that reviewers added."""

    verdicts: Mapping[str, Verdict]
    added: tuple[Entry, ...] = ()
    ties: Mapping[str, Verdict] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Reviews:
        """Read the log beside a run; a run that nobody reviewed has none.

        Raises:
            StoreError: The log is damaged.
        """
        state = ReviewLog(folder).state()
        return cls(state.verdicts(), state.added, {key: state.tie_verdict(key) for key in state.ties})

    def kind(self, event_id: str) -> str:
        """Return accept, reject, correct, disputed, add, or nothing."""
        if any(entry.event_id == event_id for entry in self.added):
            return "add"
        found = self.verdicts.get(event_id)
        return found.kind if found else ""

    def words(self, event_id: str) -> str:
        """Say what reviewers say of an event, with the machine's own values where they were changed."""
        kind = self.kind(event_id)
        if kind == "add":
            entry = next(entry for entry in self.added if entry.event_id == event_id)
            return f"added by {entry.coder}; the machine missed it"
        return _said(self.verdicts.get(event_id, UNREVIEWED), REVIEWED)

    def words_on_tie(self, tie_id: str) -> str:
        """Say what reviewers say of a tie."""
        return _said(self.tie(tie_id), REVIEWED_OF_TIES)

    def moves(self, subjects: Sequence[Subject]) -> tuple[list[str], list[str]]:
        """Return the events that reviewers' values bring into a dossier, and those that they take out of it."""
        into: list[str] = []
        out: list[str] = []
        for event_id, verdict in self.verdicts.items():
            if verdict.kind == "correct" and _parties_changed(verdict):
                (into if _concerns(verdict.human, subjects) else out).append(event_id)
        return into, out

    def missed(self, subjects: Sequence[Subject], codebook: Codebook) -> list[dict[str, Any]]:
        """Return rows for the events that reviewers added about the subjects."""
        return [added_event(entry, codebook) for entry in self.added if _concerns(entry.human, subjects)]

    def standing(self, event: Row, codebook: Codebook) -> dict[str, Any]:
        """Return an event with the reviewers' values in place of the machine's."""
        return standing_event(event, self.verdicts.get(event["event_id"]), codebook)

    def standing_ties(self, ties: Sequence[Row]) -> list[dict[str, Any]]:
        """Return ties with the reviewers' values, without those that they rejected."""
        kept = (tie for tie in ties if self.tie(tie["tie_id"]).kind != "reject")
        return [standing_tie(tie, self.tie(tie["tie_id"])) for tie in kept]

    def tie(self, tie_id: str) -> Verdict:
        """Return what reviewers say of a tie."""
        return self.ties.get(tie_id, UNREVIEWED)

    def parties(self, event: Row, coded: Sequence[Row]) -> list[dict[str, Any]]:
        """Return the parties of an event: as coded, or as the reviewers have them."""
        found = self.verdicts.get(event["event_id"])
        as_coded = found is None or found.kind != "correct" or not _parties_changed(found)
        if as_coded and self.kind(event["event_id"]) != "add":
            return [dict(row) for row in coded]
        return [row for side in _SIDES for row in _side(event, side)]


def _said(found: Verdict, labels: Mapping[str, str]) -> str:
    if not found.kind:
        return ""
    who = ", ".join(found.coders)
    settled = f", settled by {found.adjudicator}" if found.adjudicator else ""
    if found.kind == "correct":
        changed = [
            f"{label} was {found.machine.get(name) or 'empty'}"
            for name, label in labels.items()
            if str(found.machine.get(name) or "") != str(found.human.get(name) or "")
        ]
        return f"corrected by {who}{settled} (as coded: {'; '.join(changed)})"
    return {
        "accept": f"confirmed by {who}{settled}",
        "reject": f"rejected by {who}{settled}",
        "disputed": f"disputed between {who}",
    }[found.kind]


def _parties_changed(verdict: Verdict) -> bool:
    names = [f"{side}{end}" for side in _SIDES for end in ("", "_country", "_sector")]
    return any(str(verdict.machine.get(n) or "") != str(verdict.human.get(n) or "") for n in names)


def _concerns(values: Mapping[str, Any], subjects: Sequence[Subject]) -> bool:
    codes = {c for side in _SIDES for c in str(values.get(f"{side}_country") or "").split(";")}
    names = {n for side in _SIDES for n in str(values.get(side) or "").split(";")}
    return all(subject.code in codes if subject.code else subject.name in names for subject in subjects)


def _side(event: Row, side: str) -> list[dict[str, Any]]:
    names = [name for name in str(event[side] or "").split(";") if name]
    codes = [code for code in str(event[f"{side}_country"] or "").split(";") if code]
    sectors = [sector for sector in str(event[f"{side}_sector"] or "").split(";") if sector]
    each = len(names) == len(codes)
    rows = []
    for position, name in enumerate(names or ([", ".join(codes)] if codes else [])):
        mine = codes[position] if each and codes else ";".join(codes)
        rows.append(
            {
                "event_id": event["event_id"],
                "side": side,
                "position": position,
                "name": name,
                "text": name,
                "country": mine.split(";")[0] or None,
                "countries": mine if ";" in mine else None,
                "sectors": ";".join(sectors),
                "role": None,
                "stale": False,
                "entity_id": None,
            }
        )
    return rows
