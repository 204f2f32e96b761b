"""ISO dates, as coarse as they are, in words."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def spoken(value: str | date | None) -> str:
    """Return a date in words; what is no date of a known form comes back as it is.

    Example:
        >>> spoken("2020-09-29"), spoken("2020-09"), spoken("2018-W30"), spoken("2018-FA"), spoken("199")
        ('29 September 2020', 'September 2020', 'week of 23 July 2018', 'autumn 2018', '1990s')
        >>> spoken("2019-03-01/2019-03-05"), spoken(None)
        ('1 March 2019 to 5 March 2019', '')
    """
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else value
    if "/" in text:
        return " to ".join(spoken(part) or "open" for part in text.split("/"))
    for pattern, said in _FORMS:
        found = re.fullmatch(pattern, text)
        if found:
            try:
                return said(found)
            except (ValueError, IndexError):
                return text
    return text


def _day(found: re.Match[str]) -> str:
    day = date.fromisoformat(found[1])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _month(found: re.Match[str]) -> str:
    return f"{_MONTHS[int(found[2]) - 1]} {found[1]}"


def _week(found: re.Match[str]) -> str:
    first = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    return f"week of {first.day} {_MONTHS[first.month - 1]} {first.year}"


_FORMS = (
    (r"(\d{4}-\d\d-\d\d)(?:T.*)?", _day),
    (r"(\d{4})-(\d\d)", _month),
    (r"(\d{4})-W(\d\d)", _week),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda found: f"{_SEASONS[found[2]]} {found[1]}"),
    (r"(\d{3})", lambda found: f"{found[1]}0s"),
)
