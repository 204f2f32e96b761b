"""TIMEX3 values and the days that they cover."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import Precision

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


Found = tuple[int, "Value"]  # the position after an expression, and its value


@dataclass(frozen=True, slots=True)
class Value:
    """A normalised expression before it is tied to its tokens."""

    type: str
    value: str
    mod: str | None = None
    reason: str = ""


def shift(day: date, unit: str, count: int) -> str:
    """Return the TIMEX3 value of the unit that lies `count` units away from a day.

    Example:
        >>> shift(date(2019, 10, 3), "M", -2)
        '2019-08'
    """
    if unit == "D":
        return (day + timedelta(days=count)).isoformat()
    if unit == "W":
        return week(day + timedelta(weeks=count))
    if unit == "WE":
        return week(day + timedelta(weeks=count)) + "-WE"
    if unit == "M":
        months = day.year * 12 + day.month - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if unit == "Q":
        quarters = day.year * 4 + (day.month - 1) // 3 + count
        return f"{quarters // 4:04d}-Q{quarters % 4 + 1}"
    if unit == "DE":
        return f"{day.year // 10 + count:03d}"
    if unit == "CE":
        return f"{day.year // 100 + count:02d}"
    return f"{day.year + count:04d}"


# The seasons in the order of the year, which begins with a winter's December.
SEASON_ORDER = {"WI": 0, "SP": 1, "SU": 2, "FA": 3}


def season_of(day: date) -> int:
    """Return which season a day lies in, by its place in `SEASON_ORDER`."""
    return (day.month % 12) // 3


def week(day: date) -> str:
    """Return the ISO week of a day, `2019-W40`."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def days_of(value: str) -> tuple[date | None, date | None, Precision]:
    """Return first day, last day and precision of a TIMEX3 date value; no days for what names none."""
    day = re.match(r"(\d{4})-(\d{2})-(\d{2})", value)
    try:
        if day:
            found = date(int(day[1]), int(day[2]), int(day[3]))
            return found, found, Precision.DAY
        weekly = re.fullmatch(r"(\d{4})-W(\d{2})(-WE)?", value)
        if weekly:
            monday = date.fromisocalendar(int(weekly[1]), int(weekly[2]), 1)
            return monday + timedelta(days=5 if weekly[3] else 0), monday + timedelta(days=6), Precision.WEEK
        month = re.fullmatch(r"(\d{4})-(\d{2})", value)
        if month:
            return _months(int(month[1]), int(month[2]), int(month[2]), Precision.MONTH)
        return _coarse(value)
    except ValueError:
        return None, None, Precision.UNKNOWN


def _coarse(value: str) -> tuple[date | None, date | None, Precision]:
    half = re.fullmatch(r"(\d{4})-H([12])", value)
    if half:
        return _months(int(half[1]), 6 * int(half[2]) - 5, 6 * int(half[2]), Precision.RANGE)
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", value)
    if quarter:
        return _months(int(quarter[1]), 3 * int(quarter[2]) - 2, 3 * int(quarter[2]), Precision.RANGE)
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        first, last = SEASON_MONTHS[season[2]]
        year = int(season[1])
        end = date(year + (last < first), last, calendar.monthrange(year + (last < first), last)[1])
        return date(year, first, 1), end, Precision.SEASON
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31), Precision.YEAR
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31), Precision.DECADE
    return None, None, Precision.UNKNOWN


def _months(year: int, first: int, last: int, precision: Precision) -> tuple[date, date, Precision]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]), precision


# What half of a unit is written as.
HALVES = {"Y": ("6", "M"), "TH": ("30", "TM"), "TM": ("30", "TS"), "D": ("12", "TH")}


def duration(count: float | None, unit: str) -> str:
    """Return a TIMEX3 duration: `P2Y`, `PT3H`, `P2Y6M` for two and a half years, `PXD` for an unknown count.

    Example:
        >>> duration(2.5, "Y")
        'P2Y6M'
    """
    if unit in {"DE", "CE", "ML"} and count is not None:
        count, unit = count * {"DE": 10, "CE": 100, "ML": 1000}[unit], "Y"
    if count is None:
        return f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit}"
    whole = int(count)
    if whole == count:
        return f"PT{whole}{unit[1:]}" if unit.startswith("T") else f"P{whole}{unit}"
    if unit not in HALVES or count - whole != 0.5:
        return f"PT{count:g}{unit[1:]}" if unit.startswith("T") else f"P{count:g}{unit}"
    half, smaller = HALVES[unit]
    first = f"{whole}{unit.removeprefix('T')}" if whole else ""
    if unit.startswith("T"):
        return f"PT{first}{half}{smaller[1:]}"
    return f"P{first}T{half}{smaller[1:]}" if smaller.startswith("T") else f"P{first}{half}{smaller}"
