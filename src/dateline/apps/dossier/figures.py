"""The figures of a dossier, and its pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.apps import charts as drawn
from dateline.apps.charts import QUADS, Chart, counting
from dateline.apps.charts.chart import plural
from dateline.apps.dossier.content import Balance, Promise
from dateline.apps.dossier.subjects import Subject
from dateline.apps.dossier.wording import Names

Row = Mapping[str, Any]
_MOST = 12


def _is(subject: Subject, row: Row) -> bool:
    if subject.code:
        return subject.code in (row["countries"] or row["country"] or "").split(";")
    return bool(row["entity_id"] == subject.entity_id)


def _sides(event: Row, parties: Mapping[str, Sequence[Row]], subject: Subject) -> set[str]:
    return {row["side"] for row in parties.get(event["event_id"], ()) if _is(subject, row)} & {"actor", "recipient"}


def _balance(direction: str, events: Sequence[Row]) -> Balance:
    found = Counter(event["quad_class"] for event in events)
    scores = [event["plover_score"] for event in events if event["plover_score"] is not None]
    return Balance(
        direction=direction,
        counts=tuple(found[quad] for quad in QUADS),
        total=len(events),
        score=sum(scores) / len(scores) if scores else None,
    )


def balances(
    events: Sequence[Row], parties: Mapping[str, Sequence[Row]], subjects: tuple[Subject, ...]
) -> tuple[Balance, ...]:
    """Return events by direction and quad class; each event is counted in one direction."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    names = [subject.name for subject in subjects]
    if len(subjects) == 1:
        order = [f"{names[0]} acts", f"{names[0]} is acted upon", f"{names[0]} acts with or upon its own"]
        for event in events:
            sides = _sides(event, parties, subjects[0])
            groups[order[2 if len(sides) > 1 else "recipient" in sides]].append(event)
    else:
        order = [f"{names[0]} → {names[1]}", f"{names[1]} → {names[0]}", "both together or on one side"]
        for event in events:
            one, other = (_sides(event, parties, subject) for subject in subjects)
            way = 2 if one == other or len(one | other) < 2 or len(one) + len(other) > 2 else int("actor" in other)
            groups[order[way]].append(event)
    return (*(_balance(name, groups[name]) for name in order if groups[name]), _balance("all", events))


def counterparts(
    events: Sequence[Row], parties: Mapping[str, Sequence[Row]], subjects: tuple[Subject, ...], names: Names
) -> tuple[Balance, ...]:
    """Return, for a dossier on one actor, the others with whom it has most events; nothing for a pair."""
    if len(subjects) != 1:
        return ()
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for event in events:
        others = (row for row in parties.get(event["event_id"], ()) if row["side"] in {"actor", "recipient"})
        codes = {
            code
            for row in others
            if not _is(subjects[0], row)
            for code in (row["countries"] or row["country"] or "").split(";")
        }
        for code in codes - {"", subjects[0].code}:
            found[code].append(event)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_MOST]
    return tuple(_balance(f"{names.of(code)} ({code})", rows) for code, rows in ordered)


def figures(
    events: Sequence[Row], parts: Mapping[str, Sequence[Any]], stories: Sequence[Row]
) -> tuple[tuple[str, str], ...]:
    """Return the figures of the head of a dossier as label and value."""
    agencies = {story["agency"] or story["publisher"] for story in stories} - {None, ""}
    originals = {story["dup_group"] or story["story_id"] for story in stories}
    status = Counter(event["status"] for event in events)
    states = Counter(promise.state for promise in parts["promises"])
    said = ", ".join(f"{n} {state}" for state, n in sorted(states.items()))
    copies = f", {len(originals)} without copies and versions" if len(originals) < len(stories) else ""
    whose = f" from {len(agencies)} {'agency or publisher' if len(agencies) == 1 else 'agencies or publishers'}"
    return (
        ("Reports", f"{len(stories)}{copies}{whose if agencies else ''}"),
        ("Events", f"{len(events)} ({', '.join(f'{n} {name}' for name, n in sorted(status.items())) or 'none'})"),
        ("Statements", str(len(parts["quotes"]))),
        ("Commitments", f"{len(parts['promises'])}{f' ({said})' if said else ''}"),
        ("Standing ties", str(len(parts["ties"]))),
    )


def summary(
    events: Sequence[Row], subjects: tuple[Subject, ...], promises: Sequence[Promise], reports: int
) -> tuple[str, ...]:
    """Return the gist in plain sentences; they say nothing that the tables do not."""
    names = " and ".join(subject.name for subject in subjects)
    between = f"between {names}" if len(subjects) == 2 else f"involving {names}"
    if not events:
        return (f"The run holds no event {between}.",)
    sides = Counter("cooperation" if "cooperation" in (e["quad_class"] or "") else "conflict" for e in events)
    tell = f"{plural(reports, 'report')} {'tells' if reports == 1 else 'tell'}"
    first = (
        f"{tell} of {plural(len(events), 'event')} {between}: "
        f"{sides['cooperation']} of cooperation and {sides['conflict']} of conflict."
    )
    kinds = Counter(event["type"] for event in events)
    most = ", ".join(f"{kind} ({n})" for kind, n in sorted(kinds.items(), key=lambda p: (-p[1], p[0]))[:3])
    said = [first, f"Most frequent: {most}."]
    open_ones = [p for p in promises if p.state in {"open", "overdue"}]
    if open_ones:
        said.append(f"{plural(len(open_ones), 'commitment')} {'is' if len(open_ones) == 1 else 'are'} open or overdue.")
    return tuple(said)


def charts(events: Sequence[Row], ties: Sequence[Row]) -> tuple[Chart, ...]:
    """Return the pictures that have something to show."""
    unit = counting.best_unit(e["date_begin"] for e in events if e["date_begin"])
    coarse = sum(not counting.within(event, unit) for event in events)
    made = [
        drawn.timeline(counting.periods(events, unit=unit), unit=unit, left_out=coarse),
        drawn.by_type(counting.types(events)),
        drawn.ties_as_periods(counting.tie_periods(ties)),
        drawn.world_map(counting.places(events), countries=counting.countries(events), section=True),
    ]
    return tuple(chart for chart in made if chart.rows)
