"""Dates gathered into as many bars as a picture can show."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from dateline.apps.workbench.base import Base, Row

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


def counted(base: Base, where: str, values: tuple[Any, ...] = ()) -> tuple[list[Row], list[Row], str]:
    """Count events by type, and dated events by period and quad class, in one pass where years are fine enough.

    Args:
        base: The index.
        where: Condition on the table events.
        values: Its values.

    Returns:
        Counts by type, counts by period, and the unit of the periods.
    """
    rows = base.kept(
        "SELECT type::VARCHAR AS type, quad_class::VARCHAR AS quad, date_trunc('year', date_begin)::DATE AS year, "
        f"coalesce({fits('year')}, false) AS fits, count(*) AS n FROM events WHERE {where} GROUP BY ALL ORDER BY ALL",
        values,
    )
    types: Counter[tuple[str, str]] = Counter()
    years: Counter[tuple[date, str]] = Counter()
    for row in rows:
        types[row["type"], row["quad"]] += row["n"]
        if row["fits"]:
            years[row["year"], row["quad"]] += row["n"]
    by_type = [{"type": kind, "quad": quad, "n": n} for (kind, quad), n in types.items()]
    if _years_wanted(years):
        return by_type, [{"period": y.isoformat(), "quad": q, "n": n} for (y, q), n in sorted(years.items())], "year"
    return by_type, *counted_periods(base, where, values)


def _years_wanted(years: Counter[tuple[date, str]]) -> bool:
    """Say whether all but the odd hundredth of the events span so many years that only years make few enough bars."""
    by_year: Counter[date] = Counter()
    for (year, _), n in years.items():
        by_year[year] += n
    odd = sum(by_year.values()) / 100
    usual = [year for year, n in by_year.items() if n >= odd]
    return bool(usual) and (max(usual).year - min(usual).year) * 12 > _MOST_BARS


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
