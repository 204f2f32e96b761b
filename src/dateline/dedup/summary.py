"""The rows of incidents: what all reports of one event say together, and where they disagree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.dedup.facts import as_day
from dateline.dedup.incidents import Link

Row = Mapping[str, Any]
# What reports of one event may disagree about; a figure's bounds are read as one value.
_COUNTS = ("dead", "injured", "arrested", "size")
_PLAIN = ("type", "modes", "status", "actor_country", "recipient_country", "place")
_NUMBERED = ("date", *_PLAIN, *_COUNTS)


@dataclass(slots=True)
class _Gathered:
    first: Row | None = None
    events: int = 0
    stories: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    agencies: set[str] = field(default_factory=set)
    days: list[date] = field(default_factory=list)
    said: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    likeness: float = 1.0


@dataclass(slots=True)
class _Incident:
    """What its events say, those of withdrawn stories apart: they keep their place and count for nothing."""

    standing: _Gathered = field(default_factory=_Gathered)
    withdrawn: _Gathered = field(default_factory=_Gathered)


class IncidentRows:
    """Gathers linked events and gives one row an incident, in the order of first reports.

    An event of a withdrawn story is listed with its incident and left out of all that the incident's row counts and
    says, unless every event of the incident is withdrawn: then the row says what they said, and why it must no longer
    be used.
    """

    def __init__(self) -> None:
        self._found: dict[str, _Incident] = {}

    def add(self, link: Link, event: Row, story: Row) -> dict[str, Any]:
        """Take one event.

        Args:
            link: Which incident it belongs to.
            event: Its row of `events`.
            story: Its story's row, with `dup_group`.

        Returns:
            Its row of `incident_events`.
        """
        incident = self._found.setdefault(link.incident, _Incident())
        position = incident.standing.events + incident.withdrawn.events
        _gather(incident.withdrawn if event.get("withdrawn") else incident.standing, link, event, story)
        return {
            "incident_id": f"i{link.incident}",
            "event_id": event["event_id"],
            "story_id": event["story_id"],
            "position": position,
            "score": link.score,
            "why": link.why,
        }

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield one row an incident."""
        for key, incident in self._found.items():
            standing, gone = incident.standing, incident.withdrawn
            told, reason = (standing, None) if standing.events else (gone, _reason(gone))
            yield {**_row(key, told), "n_withdrawn": gone.events, "withdrawn": reason}


def _gather(own: _Gathered, link: Link, event: Row, story: Row) -> None:
    own.first = own.first or event
    own.events += 1
    own.stories.add(story["story_id"])
    own.reports.add(story["dup_group"] or story["story_id"])
    own.agencies.update(filter(None, [story["agency"] or story["publisher"]]))
    own.likeness = min(own.likeness, link.score)
    day = as_day(story["day"])
    if day:
        own.days.append(day)
    for name in _NUMBERED:
        value = _said(event, name)
        if value:
            own.said[name][value] += 1


def _reason(gone: _Gathered) -> str | None:
    return str(gone.first["withdrawn"]) if gone.first else None


def _row(key: str, own: _Gathered) -> dict[str, Any]:
    first, said = own.first or {}, own.said
    usual = {name: max(said[name], key=lambda v: (said[name][v], v)) for name in said}
    row: dict[str, Any] = {
        "incident_id": f"i{key}",
        "event_id": key,
        "type": usual.get("type"),
        "modes": usual.get("modes", ""),
        "status": usual.get("status"),
        "quad_class": first["quad_class"],
        "cameo": first["cameo"],
        "plover_score": first["plover_score"],
        "goldstein": first["goldstein"],
        "date": _usual_date(own),
        **{name: first[name] for name in ("actor", "actor_country", "actor_sector")},
        **{name: first[name] for name in ("recipient", "recipient_country", "recipient_sector")},
        **_place(own),
        "n_events": own.events,
        "n_stories": len(own.stories),
        "n_reports": len(own.reports),
        "n_agencies": len(own.agencies),
        "agencies": ";".join(sorted(own.agencies)) or None,
        "first_report": min(own.days, default=None),
        "last_report": max(own.days, default=None),
        "disagreements": ";".join(name for name in _NUMBERED if len(said[name]) > 1) or None,
        "dates": _tally(said["date"]),
        "score": own.likeness,
        "text": first["text"],
    }
    for name in _COUNTS:
        bounds = [_bounds(value) for value in said[name]]
        row[f"{name}_low"] = min((low for low, _ in bounds), default=None)
        row[f"{name}_high"] = max((high for _, high in bounds if high is not None), default=None)
        row[f"{name}_counts"] = _tally(said[name])
    return row


def _usual_date(own: _Gathered) -> str | None:
    """Return the date that most reports give; among equals the finest, then the earliest."""
    dates = own.said["date"]
    return max(dates, key=lambda v: (dates[v], len(v), [-ord(c) for c in v]), default=None)


def _place(own: _Gathered) -> dict[str, Any]:
    first = own.first or {}
    names = ("place", "place_country", "place_admin1", "latitude", "longitude", "geonameid")
    return {name: first[name] for name in names}


def _said(event: Row, name: str) -> str | None:
    if name not in _COUNTS:
        return str(event[name]) if event[name] else None
    low, high = event[f"{name}_low"], event[f"{name}_high"]
    if low is None:
        return None
    return str(low) if low == high else f"{low}-{high if high is not None else ''}"


def _bounds(value: str) -> tuple[int, int | None]:
    low, dash, high = value.partition("-")
    return int(low), (int(high) if high else None) if dash else int(low)


def _tally(counts: Counter[str]) -> str | None:
    """Return values with the number of events that give them, most frequent first: `2019-05-06:3;2019-05-07:1`."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ";".join(f"{value}:{count}" for value, count in ordered) or None
