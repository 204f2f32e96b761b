"""Dates gathered into as many bars as a picture can show."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.apps.workbench.base import Base

_MOST_BARS = 90
_DAYS = {"day": 1, "week": 7, "month": 30.4, "year": 365.25}


def unit_of(first: date | None, last: date | None) -> str:
    """Return the finest unit in which a span of days makes no more than ninety bars.

    Example:
        >>> unit_of(date(2019, 1, 1), date(2019, 2, 1)), unit_of(date(2019, 1, 1), date(2023, 1, 1))
        ('day', 'month')
    """
    days = (last - first).days + 1 if first and last else 1
    return next((unit for unit, length in _DAYS.items() if days / length <= _MOST_BARS), "year")


def fits(unit: str) -> str:
    """Say in SQL that an event's date is known as finely as a unit: "in 2016" is in no month."""
    return f"date_trunc('{unit}', date_begin) = date_trunc('{unit}', coalesce(date_end, date_begin))"


def counted_periods(base: Base, where: str, values: tuple[Any, ...] = ()) -> tuple[list[dict[str, Any]], str]:
    """Count dated events by period and quad class.

    Args:
        base: The index.
        where: Condition on the table events.
        values: Its values.

    Returns:
        The counts, and the unit of their periods.
    """
    ends = base.kept(
        "SELECT min(date_begin) AS first, max(date_begin) AS last, "
        "quantile_disc(date_begin, 0.01) AS early, quantile_disc(date_begin, 0.99) AS late "
        f"FROM events WHERE {where}",
        values,
    )[0]
    unit = unit_of(ends["early"], ends["late"])
    rows = base.kept(
        f"SELECT date_trunc('{unit}', date_begin)::DATE::VARCHAR AS period, quad_class::VARCHAR AS quad, "
        f"count(*) AS n FROM events WHERE ({where}) AND {fits(unit)} GROUP BY ALL ORDER BY ALL",
        values,
    )
    return rows, unit
