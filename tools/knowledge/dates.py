"""Dates as sources write them: whole days, months, years."""

from __future__ import annotations

import calendar
import re
from datetime import date


def first_day(text: str | None) -> date | None:
    """Return the first day that `2015`, `2015-04` or `2015-04-21` covers; None when empty or impossible."""
    return _day(text, last=False)


def last_day(text: str | None) -> date | None:
    """Return the last day that a date covers; None when empty or impossible."""
    return _day(text, last=True)


def compact(text: str | None, *, last: bool = False) -> date | None:
    """Read `20050431`, `050431` or shorter; an impossible day becomes the last of its month."""
    digits = re.sub(r"\D", "", text or "")
    if len(digits) == 7:  # a slip in the source: 2004017
        digits = digits[:6]
    if len(digits) == 6 and not digits.startswith(("19", "20")):
        digits = ("19" if int(digits[:2]) > 25 else "20") + digits
    if len(digits) not in {4, 6, 8}:
        return None
    return _day("-".join(part for part in (digits[:4], digits[4:6], digits[6:8]) if part), last=last)


def _day(text: str | None, *, last: bool) -> date | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", (text or "").strip()[:10])
    if not match:
        return None
    year = int(match[1])
    if year < 1:
        return None
    month = int(match[2]) if match[2] and 1 <= int(match[2]) <= 12 else (12 if last else 1)
    length = calendar.monthrange(year, month)[1]
    day = min(int(match[3]), length) if match[3] and int(match[3]) > 0 else (length if last else 1)
    return date(year, month, day)
