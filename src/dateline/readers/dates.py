"""Dates of publication as inputs and wires write them; what cannot be read is said, never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from dateline.knowledge.wire import WireStyle

# Days outside these bounds are kept and noted. The later bound is fixed for a version, not the clock's day, so that
# the same input gives the same bytes whenever it is coded.
EARLIEST = date(1900, 1, 1)
LATEST = date(2030, 12, 31)
# A dateline without a year takes the year that brings it nearest to publication.
_HALF_YEAR = timedelta(days=183)

_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\b\.?)?", re.IGNORECASE)
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})\.?,?[ .-]+(\d{4})\b")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4})\b")
_ISO = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b")
_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4})\b")
_ZONE = re.compile(r"\b([A-Z]{2,4})\b|([+-]\d{2}):?(\d{2})\b")
# Words that may stand in a print-time line beside the date itself.
_LABEL = re.compile(
    r"\b(?:published|updated|last|modified|posted|issued|first|on|at|date|time|press|release|local|hours?|hrs?|am|pm|"
    r"noon|midnight|of|the|gmt|utc)\b|[ap]\.m\.",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that was read, or None, with a remark where there is one."""

    when: datetime | None
    note: str | None = None


def read_date(value: object) -> Dated:
    """Read a date field.

    Args:
        value: What the input gives: text in ISO 8601, `YYYYMMDD`, RFC 2822 or in words, or the number 20191003.

    Returns:
        The date or time as written (no zone is converted), and a note when it is absent, unreadable or odd.
    """
    if value is None or value == "":
        return Dated(None, "no date given")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return Dated(None, f"date {str(value)[:40]!r} not understood")
    text = str(value).strip()
    when = _from_text(text)
    if when is None:
        return Dated(None, f"date {text[:40]!r} not understood")
    return Dated(when, odd(when.date()))


def odd(day: date) -> str | None:
    """Return a remark on a day before 1900 or after the last that this version expects, else None."""
    if day < EARLIEST:
        return f"date {day} lies before 1900"
    if day > LATEST:
        return f"date {day} lies in the future"
    return None


def _from_text(text: str) -> datetime | None:
    if re.fullmatch(r"\d{8}", text):
        return _day(int(text[:4]), int(text[4:6]), int(text[6:]))
    for reader in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return reader(text)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return find_date(text)[0]


def find_date(line: str) -> tuple[datetime | None, str]:
    """Find a full date, and a time beside it, in a line.

    Args:
        line: One line of text.

    Returns:
        The date (None when there is none) and what is left of the line without it.
    """
    for reader in (_iso, _day_month, _month_day, _numbers):
        found = reader(line)
        if found:
            day, rest = found
            return _with_time(day, rest)
    return None, line


def is_print_time(line: str) -> datetime | None:
    """Return the time that a line states when it states nothing else ("Published: 3 Oct 2019 18:20 GMT")."""
    if len(line) > 100 or not any(c.isdigit() for c in line):
        return None
    when, rest = find_date(line)
    if when is None:
        return None
    style = WireStyle.load()
    words = re.findall(r"[^\W\d_]+", _LABEL.sub(" ", rest))
    left = [w for w in words if w.casefold() not in style.weekdays and w not in style.zones]
    return when if not left and not re.search(r"\d{3}", rest) else None


def nearest_year(month: int, day: int, reference: date | None) -> date | None:
    """Return the date with this month and day that lies nearest to `reference`; None without one."""
    if reference is None:
        return None
    found = [_day(reference.year + shift, month, day) for shift in (-1, 0, 1)]
    days = [d.date() for d in found if d is not None]
    return min((d for d in days if abs(d - reference) <= _HALF_YEAR), key=lambda d: abs(d - reference), default=None)


def month_number(word: str) -> int | None:
    """Return the number of a month by its name or abbreviation, or None."""
    return WireStyle.load().months.get(word.casefold().rstrip("."))


def _day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


def _cut(line: str, match: re.Match[str]) -> str:
    return f"{line[: match.start()]} {line[match.end() :]}"


def _iso(line: str) -> tuple[datetime, str] | None:
    match = _ISO.search(line)
    day = _day(*map(int, match.groups())) if match else None
    return (day, _cut(line, match).replace(" T", " ")) if match and day else None


def _day_month(line: str) -> tuple[datetime, str] | None:
    for match in _DAY_MONTH.finditer(line):
        month = month_number(match[2])
        day = _day(int(match[3]), month, int(match[1])) if month else None
        if day:
            return day, _cut(line, match)
    return None


def _month_day(line: str) -> tuple[datetime, str] | None:
    for match in _MONTH_DAY.finditer(line):
        month = month_number(match[1])
        day = _day(int(match[3]), month, int(match[2])) if month else None
        if day:
            return day, _cut(line, match)
    return None


def _numbers(line: str) -> tuple[datetime, str] | None:
    match = _NUMBERS.search(line)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    # 03.10.2019 is day first wherever dots are used; 03/10/2019 may be either and is left alone.
    if match[2] == "." or first > 12:
        day = _day(year, second, first)
    elif second > 12 or first == second:
        day = _day(year, first, second)
    else:
        return None
    return (day, _cut(line, match)) if day else None


def _with_time(day: datetime, rest: str) -> tuple[datetime, str]:
    match = _CLOCK.search(rest)
    if match is None:
        return day, rest
    hour, minute = int(match[1]), int(match[2])
    half = (match[4] or "").casefold()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return day, rest
    left = _cut(rest, match)
    return day.replace(hour=hour, minute=minute, tzinfo=_zone(rest[match.end() :])), left


def _zone(text: str) -> timezone | None:
    for match in _ZONE.finditer(text):
        if match[2]:
            hours, minutes = int(match[2]), int(match[3])
            total = hours * 60 + (minutes if hours >= 0 else -minutes)
            return timezone(timedelta(minutes=total)) if abs(total) < 1440 else None
        minutes_east = WireStyle.load().zones.get(match[1])
        if minutes_east is not None:
            return timezone(timedelta(minutes=minutes_east))
    return None
