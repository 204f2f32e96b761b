"""Suite `actors`: single actor strings with the country, sector and entity that they must get; or lists of actors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.model import Resolution

# The suite's own codes for what PLOVER calls otherwise.
SECTORS = {"HLH": "MED"}
COUNTRIES = {"XKX": "KOS"}
KEY_OF = {"country": "country", "country_not": "country", "code_1": "sector", "code_2": "sector", "code_1_in": "sector",
          "wiki": "link", "wiki_not": "link"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which checks of one row hold."""

    checks: tuple[tuple[str, bool], ...]


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Resolve every string and check the keys that its row names.

    Returns:
        `all_keys`, `country`, `sector`, `link` (shares of rows or checks that hold); for rows with lists of actors
        `exact` instead; `n`, `status_run` (the same figures over rows whose status is "run") and intervals.
    """
    if rows and "expect_actors" in rows[0]:
        return _lists(rows, system)
    outcomes = [judge(row["expect"], _resolve(row, system)) for row in rows]
    run = [o for row, o in zip(rows, outcomes, strict=True) if row.get("ngec_status") == "run"]
    return {
        **figures(outcomes),
        "n": len(rows),
        "classes": {},
        "status_run": figures(run) if run else {},
        "wrong": [row["text"] for row, o in zip(rows, outcomes, strict=True) if not all(ok for _, ok in o.checks)],
        "intervals": intervals(outcomes, figures),
    }


def _resolve(row: Row, system: System) -> Resolution | None:
    text = row["text"] + (f"\n{row['context']}" if row.get("context") else "")
    story = sentence_story(row["id"], text, row.get("date") or row.get("assumed_date"))
    parsed = system.parser.parse(story)
    return system.resolver.resolve_actor(parsed, known_country=row.get("known_country"))


def _lists(rows: Sequence[Row], system: System) -> dict[str, Any]:
    right = []
    for row in rows:
        parsed = system.parser.parse(sentence_story(row["id"], row["text"]))
        found = system.resolver.co_actors(parsed, row["actor"]["start"], row["actor"]["end"])
        right.append(sorted(r.name for r in found) == sorted(row["expect_actors"]))
    share = {"exact": sum(right) / len(right)}
    return {**share, "n": len(rows), "classes": {}, "intervals": intervals(right, lambda s: {"exact": sum(s) / len(s)})}


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up row outcomes."""
    found = {"all_keys": sum(all(ok for _, ok in o.checks) for o in outcomes) / len(outcomes)}
    for key in ("country", "sector", "link"):
        checks = [ok for o in outcomes for name, ok in o.checks if name == key]
        found[key] = Tally(sum(checks), 0, len(checks)).recall
    return found


def judge(expect: Row, resolution: Resolution | None) -> Outcome:
    """Check one resolution against the keys that a row expects."""
    country = (resolution.country if resolution else None) or ""
    sectors = resolution.sectors if resolution else ()
    name = resolution.entity.name if resolution and resolution.entity else ""
    if expect.get("none"):
        return Outcome((("none", not country and set(sectors) <= {"UNK"}),))
    checks: list[tuple[str, bool]] = []
    for key, wanted in expect.items():
        if key in KEY_OF:
            checks.append((KEY_OF[key], _holds(key, wanted, country, sectors, name)))
    return Outcome(tuple(checks))


def _holds(key: str, wanted: Any, country: str, sectors: tuple[str, ...], name: str) -> bool:
    first = sectors[0] if sectors else ""
    if key == "country":
        return bool(country == COUNTRIES.get(wanted, wanted))
    if key == "country_not":
        return bool(country != COUNTRIES.get(wanted, wanted))
    if key == "code_1":
        return bool(first == SECTORS.get(wanted, wanted))
    if key == "code_1_in":
        return first in {SECTORS.get(w, w) for w in wanted}
    if key == "code_2":
        return bool((sectors[1] if len(sectors) > 1 else "") == SECTORS.get(wanted, wanted))
    if key == "wiki":
        return _same(name, wanted)
    return not _same(name, wanted)


def _same(name: str, title: str) -> bool:
    return name.casefold() == title.split(" (")[0].casefold()
