"""Between whom an event stands: which parties make one of a type, and which are only somebody's daily work.

Data: `data/standing.toml`, an ordered table; the first rule that fits decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.knowledge.codebook import read_entries, read_toml
from dateline.model import EventType, LexiconError

SIDES = frozenset({"foreign", "domestic", "alone", "unclear"})
OUTCOMES = frozenset({"keep", "drop"})
PARTY_TESTS = ("actors", "actors_without", "recipients", "recipients_without", "parties", "parties_too",
               "parties_without")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRule:
    """One rule: events of some types, between some parties, are kept or dropped.

    Attributes:
        types, modes, sides, rules, cameos: Any of each; empty: all. `rules` and `cameos` are beginnings of what decided
            the event and of its CAMEO code.
        modes_not: None of these.
        tests: (test, classes of parties): `actors` some actor is of a class, `actors_without` none is, and so on.
        keeps: Whether an event that fits stands.
        in_politics: Whether the rule also holds in a story that tells several other events.
    """

    id: str
    types: frozenset[EventType]
    modes: frozenset[str]
    modes_not: frozenset[str]
    cameos: tuple[str, ...]
    sides: frozenset[str]
    rules: tuple[str, ...]
    tests: tuple[tuple[str, frozenset[str]], ...]
    keeps: bool
    in_politics: bool
    why: str
    example: str
    near_miss: str


def read_standing(path: Path) -> tuple[StandingRule, ...]:
    """Read the table.

    Raises:
        LexiconError: A rule breaks the format; the message names it.
    """
    classes = {name: frozenset(members) for name, members in read_toml(path).get("classes", {}).items()}
    found = []
    for entry in read_entries(path, "rule"):
        try:
            found.append(_rule(entry, classes))
        except (KeyError, ValueError) as error:
            raise LexiconError(f"{path}: rule {entry.get('id', '?')}: {error!r}") from error
    return tuple(found)


def _rule(entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> StandingRule:
    sides = frozenset(entry.get("sides", ()))
    if not sides <= SIDES or entry["then"] not in OUTCOMES:
        raise ValueError("sides are foreign, domestic, alone or unclear; then is keep or drop")
    return StandingRule(
        id=str(entry["id"]),
        types=frozenset(EventType(name) for name in entry.get("types", ())),
        modes=frozenset(entry.get("modes", ())),
        modes_not=frozenset(entry.get("modes_not", ())),
        cameos=tuple(entry.get("cameos", ())),
        sides=sides,
        rules=tuple(entry.get("rules", ())),
        tests=tuple((test, _members(entry[test], classes)) for test in PARTY_TESTS if test in entry),
        keeps=entry["then"] == "keep",
        in_politics=bool(entry.get("in_politics", True)),
        why=str(entry["why"]),
        example=str(entry["example"]),
        near_miss=str(entry["near_miss"]),
    )


def _members(names: list[str], classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the classes and sectors that some names stand for."""
    return frozenset(member for name in names for member in classes.get(name, frozenset({name})))
