"""Counted rows for the charts from the rows of a run's tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dateline.apps.charts.chart import Row

Counted = list[dict[str, Any]]


def period_of(day: date, unit: str) -> str:
    """Return the first day of the day, week, month or year that a day lies in.

    Example:
        >>> period_of(date(2020, 9, 29), "month")
        '2020-09-01'
    """
    if unit == "year":
        return day.replace(month=1, day=1).isoformat()
    if unit == "month":
        return day.replace(day=1).isoformat()
    if unit == "week":
        return (day - timedelta(days=day.weekday())).isoformat()
    return day.isoformat()


def best_unit(days: Iterable[date]) -> str:
    """Return the unit that gives a readable number of bars."""
    kept = sorted(days)
    span = (kept[-1] - kept[0]).days if kept else 0
    if span <= 45:
        return "day"
    return "month" if span <= 366 * 8 else "year"


def within(event: Row, unit: str) -> bool:
    """Return whether an event's date is known to one day, week, month or year; "in 2016" is in no month."""
    begin, end = event["date_begin"], event["date_end"] or event["date_begin"]
    return begin is not None and period_of(begin, unit) == period_of(end, unit)


def periods(events: Iterable[Row], *, unit: str) -> Counted:
    """Count events by period and quad class, for `timeline`; those with coarser dates or none are left out."""
    found = Counter((period_of(e["date_begin"], unit), e["quad_class"]) for e in events if within(e, unit))
    return [{"period": period, "quad": quad, "n": n} for (period, quad), n in sorted(found.items())]


def directions(events: Iterable[Row], *, one: str, other: str, unit: str) -> Counted:
    """Count the events of two codes on one another by direction and period, for `dyad_timeline`."""
    found: Counter[tuple[str, str, str]] = Counter()
    for event in events:
        if not within(event, unit):
            continue
        actors, recipients = codes(event["actor_country"]), codes(event["recipient_country"])
        for a, b in ((one, other), (other, one)):
            if a in actors and b in recipients:
                found[f"{a} → {b}", period_of(event["date_begin"], unit), event["quad_class"]] += 1
    ordered = sorted(found.items(), key=lambda item: (not item[0][0].startswith(one), item[0]))
    return [{"direction": d, "period": p, "quad": q, "n": n} for (d, p, q), n in ordered]


def types(events: Iterable[Row]) -> Counted:
    """Count events by type, for `by_type`."""
    found = Counter((e["type"], e["quad_class"]) for e in events)
    return [{"type": kind, "quad": quad, "n": n} for (kind, quad), n in sorted(found.items())]


def dyads(events: Iterable[Row]) -> Counted:
    """Count events and average scores by pair of countries, for `dyad_heatmap`."""
    scores: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for event in events:
        for actor in codes(event["actor_country"]):
            for recipient in codes(event["recipient_country"]):
                scores[actor, recipient].append(event["plover_score"] or 0.0)
    return [
        {"actor": actor, "recipient": recipient, "n": len(found), "score": sum(found) / len(found)}
        for (actor, recipient), found in sorted(scores.items())
    ]


def places(events: Iterable[Row]) -> Counted:
    """Count events by place, for `world_map`; a whole country is no place (see `countries`)."""
    found: Counter[tuple[str, str, float, float]] = Counter()
    for event in events:
        whole = (event["place_feature"] or "").startswith("A.PCL")
        if event["latitude"] is not None and event["longitude"] is not None and not whole:
            where = event["place"] or "", event["place_country"] or "", event["latitude"], event["longitude"]
            found[where] += 1
    keys = ("place", "country", "latitude", "longitude")
    return [dict(zip(keys, where, strict=True)) | {"n": n} for where, n in sorted(found.items())]


def countries(events: Iterable[Row]) -> Counted:
    """Count events by the country that they took place in, for `world_map`."""
    found = Counter(e["place_country"] for e in events if e["place_country"])
    return [{"code": code, "n": n} for code, n in sorted(found.items())]


def states(commitments: Iterable[Row]) -> Counted:
    """Count commitments by kind and state, for `commitment_states`."""
    found = Counter((c["kind"], c["state"]) for c in commitments)
    return [{"kind": kind, "state": state, "n": n} for (kind, state), n in sorted(found.items())]


def tie_periods(ties: Iterable[Row]) -> Counted:
    """Return ties with a label, for `ties_as_periods`."""
    return [
        {
            "label": f"{t['kind']}: {(t['countries'] or t['parties'] or '').replace(';', ', ')}",
            "kind": t["kind"],
            "since": t["since"],
            "until": t["until"],
            "as_of": t["as_of"],
        }
        for t in ties
    ]


def codes(text: str | None) -> list[str]:
    """Split the codes or names of a column.

    Example:
        >>> codes("RUS;PHL")
        ['RUS', 'PHL']
    """
    return text.split(";") if text else []
