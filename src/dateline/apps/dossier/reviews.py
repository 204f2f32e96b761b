"""What people who read the record say of it: their values stand, and what they missed is added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.apps.dossier.dates import bounds
from dateline.apps.dossier.subjects import Subject
from dateline.apps.review import REVIEWED, Entry, ReviewLog, Verdict
from dateline.knowledge.codebook import Codebook
from dateline.model import EventType
from dateline.store import TABLES

Row = Mapping[str, Any]
_SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Reviews:
    """The verdicts on a run, by event, and the events that reviewers added."""

    verdicts: Mapping[str, Verdict]
    added: tuple[Entry, ...] = ()

    @classmethod
    def read(cls, folder: Path) -> Reviews:
        """Read the log beside a run; a run that nobody reviewed has none.

        Raises:
            StoreError: The log is damaged.
        """
        state = ReviewLog(folder).state()
        return cls(state.verdicts(), state.added)

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
        found = self.verdicts.get(event_id)
        if found is None or not kind:
            return ""
        who = ", ".join(found.coders)
        settled = f", settled by {found.adjudicator}" if found.adjudicator else ""
        if kind == "correct":
            changed = [
                f"{label} was {found.machine.get(name) or 'empty'}"
                for name, label in REVIEWED.items()
                if str(found.machine.get(name) or "") != str(found.human.get(name) or "")
            ]
            return f"corrected by {who}{settled} (as coded: {'; '.join(changed)})"
        return {
            "accept": f"confirmed by {who}{settled}",
            "reject": f"rejected by {who}{settled}",
            "disputed": f"disputed between {who}",
        }[kind]

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
        empty: dict[str, Any] = dict.fromkeys(column.name for column in TABLES["events"].columns)
        rows = []
        for entry in self.added:
            if _concerns(entry.human, subjects):
                row = {**empty, "event_id": entry.event_id, "story_id": entry.story_id, "confidence": 1.0}
                rows.append(_filled({**row, "status": "happened"}, entry.human, codebook))
        return rows

    def standing(self, event: Row, codebook: Codebook) -> dict[str, Any]:
        """Return an event with the reviewers' values in place of the machine's."""
        found = self.verdicts.get(event["event_id"])
        if found is None or found.kind != "correct":
            return dict(event)
        changed = {k: v for k, v in found.human.items() if str(found.machine.get(k) or "") != str(v or "")}
        return _filled(event, changed, codebook)

    def parties(self, event: Row, coded: Sequence[Row]) -> list[dict[str, Any]]:
        """Return the parties of an event: as coded, or as the reviewers have them."""
        found = self.verdicts.get(event["event_id"])
        as_coded = found is None or found.kind != "correct" or not _parties_changed(found)
        if as_coded and self.kind(event["event_id"]) != "add":
            return [dict(row) for row in coded]
        return [row for side in _SIDES for row in _side(event, side)]


def _parties_changed(verdict: Verdict) -> bool:
    names = [f"{side}{end}" for side in _SIDES for end in ("", "_country", "_sector")]
    return any(str(verdict.machine.get(n) or "") != str(verdict.human.get(n) or "") for n in names)


def _concerns(values: Mapping[str, Any], subjects: Sequence[Subject]) -> bool:
    codes = {c for side in _SIDES for c in str(values.get(f"{side}_country") or "").split(";")}
    names = {n for side in _SIDES for n in str(values.get(side) or "").split(";")}
    return all(subject.code in codes if subject.code else subject.name in names for subject in subjects)


def _filled(event: Row, values: Mapping[str, Any], codebook: Codebook) -> dict[str, Any]:
    """Return an event with other values, and what follows from them: days from a date, class and score from a type."""
    made = {**event, **{name: value if value != "" else None for name, value in values.items() if name in event}}
    if "date" in values:
        made["date_begin"], made["date_end"] = bounds(made["date"])
        made["date_reason"] = "a reviewer's"
    if "type" in values:
        entry = codebook.types[EventType(values["type"])]
        made.update(quad_class=entry.quad.value, plover_score=entry.score, cameo=entry.cameo, modes=None)
    if "place" in values or "place_country" in values:
        made.update(latitude=None, longitude=None, place_feature=None)
    if "said_by" in values:
        made["said_by_chain"] = made["said_by"]
    return made


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
