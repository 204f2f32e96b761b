"""The charts of the workbench, for notebooks and scripts: of a run, or of stories just coded.

Every function returns a chart that shows itself in a notebook, with its table; `chart.svg()` and `chart.png()` give the
picture, `chart.table()` the numbers, `chart.altair()` an Altair chart to build on.

Example:
    >>> import dateline
    >>> run = dateline.open_run("runs/first")  # doctest: +SKIP
    >>> dateline.plot.timeline(run, actor="CAN").png()  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from dateline.apps import charts
from dateline.apps.charts import Chart, counting
from dateline.model import CodedStory, Rejected, UsageError

if TYPE_CHECKING:
    from dateline.store import Run

    Source = Run | CodedStory | Iterable[CodedStory | Rejected] | Iterable[Mapping[str, Any]]

__all__ = ["commitments", "dyad", "dyads", "places", "ties", "timeline", "types"]


def timeline(source: Source, *, unit: str | None = None, actor: str | None = None, both: str | None = None) -> Chart:
    """Return cooperation and conflict over time.

    Args:
        source: A run, coded stories, or rows of the table events.
        unit: day, week, month or year; one that fits when None.
        actor: Only events with this country or international code on either side.
        both: Together with `actor`: only events with this code too.
    """
    events = _of(_events(source), actor, both)
    chosen = unit or counting.best_unit(event["date_begin"] for event in events if event["date_begin"])
    coarse = sum(not counting.within(event, chosen) for event in events)
    return charts.timeline(counting.periods(events, unit=chosen), unit=chosen, left_out=coarse)


def types(source: Source, *, actor: str | None = None, both: str | None = None) -> Chart:
    """Return events by type; see `timeline` for the arguments."""
    return charts.by_type(counting.types(_of(_events(source), actor, both)))


def dyads(source: Source, *, most: int = 15) -> Chart:
    """Return who acts on whom as a heat map of the `most` frequent countries and bodies."""
    return charts.dyad_heatmap(counting.dyads(_events(source)), most=most)


def dyad(source: Source, one: str, other: str, *, unit: str | None = None) -> Chart:
    """Return what two codes do to one another over time, one band for each direction."""
    events = _of(_events(source), one, other)
    chosen = unit or counting.best_unit(event["date_begin"] for event in events if event["date_begin"])
    return charts.dyad_timeline(counting.directions(events, one=one, other=other, unit=chosen), unit=chosen)


def places(source: Source, *, actor: str | None = None, both: str | None = None) -> Chart:
    """Return a map of where events took place; see `timeline` for the arguments."""
    events = _of(_events(source), actor, both)
    return charts.world_map(counting.places(events), countries=counting.countries(events))


def commitments(run: Run) -> Chart:
    """Return the commitments of a run by kind and state."""
    from dataclasses import asdict

    from dateline.store.commitments import commitments as found

    return charts.commitment_states(counting.states(asdict(commitment) for commitment in found(run)))


def ties(source: Run | CodedStory | Iterable[CodedStory | Rejected]) -> Chart:
    """Return standing ties as periods."""
    return charts.ties_as_periods(counting.tie_periods(_rows(source, "ties")))


def _events(source: Source) -> list[Mapping[str, Any]]:
    return _rows(source, "events")


def _rows(source: Any, table: str) -> list[Mapping[str, Any]]:
    from dateline.store import Run, to_arrow

    if isinstance(source, Run):
        return [*source.rows(table)]
    if isinstance(source, CodedStory | Rejected):
        return [*to_arrow(source, table).to_pylist()]
    items = list(source)
    if all(isinstance(item, CodedStory | Rejected) for item in items):
        return [*to_arrow(items, table).to_pylist()]
    if all(isinstance(item, Mapping) for item in items):
        return items
    raise UsageError("give a run, coded stories or rows of a table; `frame.to_dict('records')` makes rows of a frame")


def _of(events: list[Mapping[str, Any]], actor: str | None, both: str | None) -> list[Mapping[str, Any]]:
    wanted = {code for code in (actor, both) if code}
    return [
        event
        for event in events
        if wanted <= {*counting.codes(event["actor_country"]), *counting.codes(event["recipient_country"])}
    ]
