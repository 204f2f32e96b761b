"""Dates of publication as inputs write them; never guessed, never today's."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )  # fmt: skip
    for name in names.split()
}
MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
PRINT_TIME = re.compile(
    rf"^\s*(?:(?P<day>\d{{1,2}})\s+{MONTH}\s+(?P<year>\d{{4}})|{MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>\d{{4}}))"
    r"(?:[ ,]+(?:at\s+)?(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?)?(?:\s*(?:GMT|UTC|[A-Z]{2,4}))?\s*$"
)
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)


def read_moment(value: object) -> tuple[datetime | None, tuple[str, ...]]:
    """Read a date field: ISO 8601, `YYYYMMDD`, or Unix seconds.

    Returns:
        The moment (naive when the input names no zone), and remarks on odd or unreadable values.
    """
    if value is None or value == "":
        return None, ()
    text = str(value).strip()
    try:
        if re.fullmatch(r"\d{8}", text):
            found = datetime(int(text[:4]), int(text[4:6]), int(text[6:]))
        elif re.fullmatch(r"\d{9,11}(\.\d+)?", text):
            found = datetime.fromtimestamp(float(text), tz=UTC)
        else:
            found = datetime.fromisoformat(text)
    except (ValueError, OverflowError, OSError):
        return read_print_time(text) or (None, (f"the date {text[:40]!r} is not ISO 8601 and was left out",))
    return found, _remarks(found)


def read_print_time(line: str) -> tuple[datetime, tuple[str, ...]] | None:
    """Read a line such as "3 Oct 2019 18:20" or "October 3, 2019"; None when it is no print time."""
    match = PRINT_TIME.match(line)
    if match is None:
        return None
    month = MONTHS.get((match["month"] or match["month2"]).lower())
    if month is None:
        return None
    try:
        found = datetime(
            int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]),
            int(match["hour"] or 0), int(match["minute"] or 0),
        )  # fmt: skip
    except ValueError:
        return None
    return found, _remarks(found)


def near(month: int, day: int, year: int | None, published: datetime | None) -> date | None:
    """Return the day of a dateline; without a year the one nearest to publication."""
    if year is None and published is None:
        return None
    years = [year] if year is not None else [published.year + d for d in (-1, 0, 1)] if published else []
    found = []
    for candidate in years:
        try:
            found.append(date(candidate, month, day))
        except ValueError:
            continue
    if published is None:
        return found[0] if found else None
    return min(found, key=lambda d: abs((d - published.date()).days), default=None)


def _remarks(found: datetime) -> tuple[str, ...]:
    aware = found if found.tzinfo else found.replace(tzinfo=UTC)
    if aware < EARLIEST:
        return (f"odd date: {found.date()} lies before 1900",)
    if (aware - datetime.now(tz=UTC)).days > 2:
        return (f"odd date: {found.date()} lies in the future",)
    return ()
