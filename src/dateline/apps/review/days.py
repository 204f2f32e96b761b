"""First and last day of a date as coarse as a text or a reviewer gives it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date


def bounds(value: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day that an ISO date covers; nothing for other forms.

    Example:
        >>> bounds("2020-09")
        (datetime.date(2020, 9, 1), datetime.date(2020, 9, 30))
    """
    text = value or ""
    if "/" in text:
        first, last = text.split("/", 1)
        return bounds(first)[0], bounds(last)[1]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text), date.fromisoformat(text)
        if found := re.fullmatch(r"(\d{4})-W(\d\d)", text):
            week = int(found[1]), int(found[2])
            return date.fromisocalendar(*week, 1), date.fromisocalendar(*week, 7)
        if found := re.fullmatch(r"(\d{4})(?:-(\d\d))?", text):
            year, months = int(found[1]), (int(found[2]),) * 2 if found[2] else (1, 12)
            return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
    except ValueError:
        return None, None
    return None, None
