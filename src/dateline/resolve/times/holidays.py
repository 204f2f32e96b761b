"""Holidays that move from year to year: Easter and its days, the n-th weekday of a month."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

NTH = re.compile(r"(\d{2})-W(\d)-(\d)([+-]\d+)?")


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the Meeus computation).

    Example:
        >>> easter(2019)
        datetime.date(2019, 4, 21)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def moving(rule: str, year: int) -> str | None:
    """Return the day of a moving holiday in a year; None when the rule is a plain day of the year.

    Args:
        rule: `easter+N`, or `MM-Wn-d` (the n-th weekday d of a month, 5: the last; 1 is Monday), with `+N` days after.
        year: The year.

    Example:
        >>> moving("11-W4-4", 2019)
        '2019-11-28'
    """
    if rule.startswith("easter"):
        return (easter(year) + timedelta(days=int(rule[6:] or 0))).isoformat()
    match = NTH.fullmatch(rule)
    if match is None:
        return None
    month, nth, weekday = int(match[1]), int(match[2]), int(match[3]) - 1
    days = [d for d in range(1, calendar.monthrange(year, month)[1] + 1) if date(year, month, d).weekday() == weekday]
    found = date(year, month, days[min(nth, len(days)) - 1] if nth < 5 else days[-1])
    return (found + timedelta(days=int(match[4] or 0))).isoformat()
