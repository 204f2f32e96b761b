"""The columns of an event that a reviewer may correct, and what they may hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from dateline.model import EventType, Status, UsageError

# Column of the events table, and what the form calls it.
REVIEWED = {
    "type": "type",
    "actor": "actors",
    "actor_country": "actors' countries",
    "actor_sector": "actors' sectors",
    "recipient": "recipients",
    "recipient_country": "recipients' countries",
    "recipient_sector": "recipients' sectors",
    "date": "date",
    "status": "status",
    "place": "place",
    "place_country": "country of the place",
    "said_by": "speaker",
}
# The same of a tie.
REVIEWED_OF_TIES = {
    "kind": "kind",
    "countries": "countries",
    "since": "since",
    "until": "until",
    "as_of": "stated for",
}
# What the questions of an evaluation are about: each is right when none of its columns was changed.
QUESTIONS = {
    "type": ("type",),
    "actor": ("actor", "actor_country", "actor_sector"),
    "recipient": ("recipient", "recipient_country", "recipient_sector"),
    "date": ("date",),
    "status": ("status",),
    "place": ("place", "place_country"),
    "speaker": ("said_by",),
}
_SIDES = ("", "_country", "_sector")
_LONGEST = 500
_DATE = (
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?(/\d{4}(-\d\d(-\d\d)?)?)?|\d{4}-W\d\d|\d{3}|\d{4}-(SP|SU|FA|WI)"
)
_CODES = r"[A-Z]{3}(;[A-Z]{3})*"


def machine_values(event: Mapping[str, Any]) -> dict[str, str]:
    """Return what the machine coded in the columns that can be reviewed; nothing is an empty string."""
    return {name: str(event[name]) if event.get(name) is not None else "" for name in REVIEWED}


def machine_tie(tie: Mapping[str, Any]) -> dict[str, str]:
    """Return what the machine found in the columns of a tie that can be reviewed; nothing is an empty string."""
    return {name: str(tie[name]) if tie.get(name) is not None else "" for name in REVIEWED_OF_TIES}


def check_tie(given: Mapping[str, str], *, machine: Mapping[str, str], kinds: Collection[str]) -> dict[str, str]:
    """Return the corrected values of a tie that differ from the machine's, in their usual form.

    Args:
        given: What the form holds; a column that is left out keeps the machine's value.
        machine: The machine's values.
        kinds: The kinds of ties that there are.

    Raises:
        UsageError: A value cannot stand in its column; the message names it.
    """
    changed = {}
    for name in REVIEWED_OF_TIES:
        value = " ".join(given.get(name, machine[name]).split())
        if name == "countries":
            value = _usual("actor_country", value)
        if value == machine[name]:
            continue
        if name == "kind" and value not in kinds:
            raise UsageError(f"kind: there is no {value!r}; choose one of {', '.join(sorted(kinds))}")
        if name == "countries" and not re.fullmatch(_CODES, value):
            raise UsageError(f"countries: {value!r} is no list of three-letter codes parted by semicolons")
        if name in {"since", "until", "as_of"} and value and not re.fullmatch(_DATE, value):
            raise UsageError(f"{REVIEWED_OF_TIES[name]}: {value!r} is no ISO date; give 2019-10-03, 2019-10 or 2019")
        changed[name] = value
    return changed


def check_values(given: Mapping[str, str], *, machine: Mapping[str, str]) -> dict[str, str]:
    """Return the corrected values that differ from the machine's, in their usual form.

    Args:
        given: What the form holds; a column that is left out keeps the machine's value.
        machine: The machine's values.

    Raises:
        UsageError: A value cannot stand in its column; the message names it.
    """
    changed = {}
    for name, label in REVIEWED.items():
        if name not in given:
            continue
        value = _usual(name, given[name])
        if value != machine.get(name, ""):
            _check(name, label, value)
            changed[name] = value
    return changed


def swapped(values: Mapping[str, str]) -> dict[str, str]:
    """Return the values with actors and recipients changing sides."""
    other = dict(values)
    for end in _SIDES:
        other[f"actor{end}"], other[f"recipient{end}"] = values[f"recipient{end}"], values[f"actor{end}"]
    return other


def _usual(name: str, text: str) -> str:
    text = " ".join(text.split())
    if name in {"actor", "recipient"}:
        return ";".join(part.strip() for part in text.split(";") if part.strip())
    if name.endswith(("_country", "_sector")):
        return (
            re.sub(r"[\s,]+", ";", text.upper()).replace(";;", ";").strip(";")
            if "sector" not in name
            else _sectors(text)
        )
    return text.upper() if name == "type" else text


def _sectors(text: str) -> str:
    parts = [part.strip().upper() for part in re.split("[;,]", text)]
    return ";".join(parts) if any(parts) else ""


def _check(name: str, label: str, value: str) -> None:
    if len(value) > _LONGEST or not value.isprintable():
        raise UsageError(f"{label}: at most {_LONGEST} visible characters")
    if name == "type" and value not in tuple(EventType):
        raise UsageError(f"type: there is no {value!r}; choose one of {', '.join(EventType)}")
    if name == "status" and value not in tuple(Status):
        raise UsageError(f"status: there is no {value!r}; choose one of {', '.join(Status)}")
    if name == "date" and value and not re.fullmatch(_DATE, value):
        raise UsageError(f"date: {value!r} is no ISO date; give 2019-10-03, 2019-10 or 2019, or nothing when unknown")
    if name.endswith("_country") and value and not re.fullmatch(_CODES, value):
        raise UsageError(f"{label}: {value!r} is no list of three-letter codes parted by semicolons")
    if name.endswith("_sector") and value and not re.fullmatch(r"([A-Z]{3})?(;([A-Z]{3})?)*", value):
        raise UsageError(f"{label}: {value!r} is no list of three-letter sectors parted by semicolons")
