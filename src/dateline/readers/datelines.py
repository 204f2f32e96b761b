"""The dateline at the head of a report's first paragraph: place, date, agency, and where the report begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.knowledge.wire import WireStyle
from dateline.model import DatelineFact, Span
from dateline.readers.dates import month_number, nearest_year

# No dateline is longer; the patterns below look no further.
_LONGEST = 140
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_LETTER = r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ſ'’.]"
_WORD = rf"{_CAPITAL}{_LETTER}*(?:-{_LETTER}+)*"
_SMALL = r"(?:de|da|do|del|la|las|los|el|al|an|en|le|les|sur|of|and|am|the|upon|on|i|y|e)"
# MONTHS, WEEKDAYS and AGENCIES are filled in from the tables.
_NAME = rf"(?!MONTHS ?\d){_WORD}(?: (?!MONTHS\.? ?\d|AGENCIES ?[-–—.:_(])(?:{_SMALL} )?{_WORD}){{0,4}}"
_PLACE = rf"(?P<place>{_NAME})(?:\s?/\s?(?!AGENCIES ?[-–—/.:_]){_NAME}){{0,3}}(?: ?\[[A-Z][\w .]{{2,30}}\])?"
_REGION = rf"(?:, ?(?!MONTHS)(?:the )?{_NAME}){{0,2}}"
_DATE = (
    r"(?:WEEKDAYS,? )?(?:(?P<month1>MONTHS)\.? ?(?P<day1>\d{1,2})(?:st|nd|rd|th)?|"
    r"(?P<day2>\d{1,2})(?:st|nd|rd|th)? (?P<month2>MONTHS)\.?)(?:[,./]? ?(?P<year>\d{4})\.?(?!\d))?"
)
_MARK = r"[A-Za-zÀ-ÿ][\w'’./&+ -]{1,40}"
_SIGNED = rf"(?:\((?P<paren>{_MARK})\)|/(?P<slash>{_MARK})/|[,./]? ?(?P<bare>AGENCIES)(?= ?[-–—.:_]))"
# A signed dateline may end without a mark ("New Delhi, Oct 3 (PTI) The ...").
_STOP = r"\s?(?P<stop>\.\s?[-–—]|-{1,3}|[–—_|:]|\.(?=\s))\s*"
_SIGNED_STOP = r"\s?(?P<signed_stop>\.\s?[-–—]|-{1,3}|[–—_|:]|\.?\s)\s*"


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline found: what it says, and the offset at which the report itself begins."""

    fact: DatelineFact
    start: int
    body: int
    note: str | None = None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    style = WireStyle.load()
    late = _DATE.replace("?P<", "?P<late_")
    place = rf"{_PLACE}{_REGION}(?P<date>\s?[,.–—-]?\s?\(?{_DATE}\)?)?[,.]?\s?"
    signed = rf"{place}[-–—]?\s?{_SIGNED}(?P<late>,? {late})?{_SIGNED_STOP}"
    unsigned = rf"{place}{_STOP}"
    first = rf"\((?P<paren>{_MARK})\)\s?[-–—]\s?{_PLACE}{_REGION}(?P<date>,? {_DATE})?{_STOP}"
    return tuple(re.compile(_fill(pattern, style)) for pattern in (signed, unsigned, first))


def _fill(pattern: str, style: WireStyle) -> str:
    tables = {
        "MONTHS": ("(?i:", style.months, r")(?![a-z])"),
        "WEEKDAYS": ("(?i:", style.weekdays, r")\b\.?"),
        "AGENCIES": ("(?:", style.marks, ")"),
    }
    for name, (opens, words, closes) in tables.items():
        longest_first = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
        pattern = pattern.replace(name, opens + "|".join(longest_first) + closes)
    return pattern


def find_dateline(text: str, start: int, end: int, *, reference: date | None) -> Opening | None:
    """Find a dateline at the start of a paragraph.

    Args:
        text: The story's text.
        start: First character of the paragraph.
        end: The one after its last.
        reference: Day of publication; it gives the year to a dateline that states none.

    Returns:
        The dateline, or None when the paragraph opens without one.
    """
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    head = text[start + lead : min(end, start + lead + _LONGEST)].replace("\n", " ").replace("\u00a0", " ")
    for pattern in _patterns():
        match = pattern.match(head)
        if match and _convinces(match, head):
            return _opening(match, start + lead, text, end, reference)
    return None


def _group(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _stop(match: re.Match[str]) -> str:
    return _group(match, "signed_stop") or _group(match, "stop") or ""


def _mark(match: re.Match[str]) -> str | None:
    return _group(match, "paren") or _group(match, "slash") or _group(match, "bare")


def _agency(mark: str | None) -> str | None:
    """Return the agency of a mark such as `dpa/AFP`; the first one known counts."""
    if not mark:
        return None
    style = WireStyle.load()
    found = (style.agency(part) for part in (mark, *re.split(r"[/&,]| and ", mark)))
    return next((name for name in found if name), None)


def _convinces(match: re.Match[str], head: str) -> bool:
    """Weigh the signs: a known agency settles it; else capitals or a date must meet a dash, a colon or a stop."""
    stop, mark = _stop(match).strip(), _mark(match)
    if _agency(mark):
        return True
    dated = bool(_group(match, "date") or _group(match, "late"))
    capitals = _is_capitals(match["place"])
    strong = bool(re.search(r"[-–—_|]", stop)) and _spaced(match, head)
    if mark:
        return (capitals or dated) and (strong or stop in {":", "."})
    if dated:
        return strong or stop == ":" or (capitals and stop == ".")
    known_other = match["place"].strip(" .") in WireStyle.load().not_places
    return capitals and not known_other and (strong or stop == ":") and len(match["place"]) > 2


def _is_capitals(place: str) -> bool:
    return place.replace("Mc", "MC").replace("'s", "").isupper()


def _spaced(match: re.Match[str], head: str) -> bool:
    """A dash that ends a dateline has a space beside it; "US-led" is a word, not a dateline."""
    name = "stop" if _group(match, "stop") else "signed_stop"
    at = match.start(name)
    return (at > 0 and head[at - 1] in " .)/") or head[match.end(name) : match.end()].startswith(" ")


def _opening(match: re.Match[str], at: int, text: str, end: int, reference: date | None) -> Opening:
    body = min(at + match.end(), end)
    while body < end and text[body].isspace():
        body += 1
    day, note = _date(match, reference)
    last = at + len(match[0].rstrip())
    fact = DatelineFact(
        place=place_name(match["place"]),
        date=day,
        agency=_agency(_mark(match)) or _mark(match),
        span=Span(at, min(last, end)),
    )
    return Opening(fact, at, body, note)


def _date(match: re.Match[str], reference: date | None) -> tuple[date | None, str | None]:
    for prefix in ("", "late_"):
        word = _group(match, f"{prefix}month1") or _group(match, f"{prefix}month2")
        number = _group(match, f"{prefix}day1") or _group(match, f"{prefix}day2")
        if not word or not number:
            continue
        month, day = month_number(word), int(number)
        year = _group(match, f"{prefix}year")
        try:
            found = date(int(year), month or 0, day) if year else nearest_year(month or 0, day, reference)
        except ValueError:
            return None, f"dateline date {word} {number} does not exist"
        if found is None and reference is None:
            return None, "the dateline gives no year and the story no date of publication"
        return found, None if found else f"dateline date {word} {number} does not fit the date of publication"
    return None, None


def place_name(words: str) -> str:
    """Return a dateline's place as a name is written: wires set it in capitals.

    Example:
        >>> place_name("ABU DHABI"), place_name("St. John's")
        ('Abu Dhabi', "St. John's")
    """
    words = words.strip(" .,")
    if not _is_capitals(words) or words.count(".") > 1 or len(words) <= 2:
        return words
    parts = re.split(r"([ -])", words.lower())
    small = set(_SMALL.strip("(?:)").split("|"))
    return "".join(p if i and p in small else _title(p) for i, p in enumerate(parts))


def _title(word: str) -> str:
    for mark in ("'", "’"):
        before, found, after = word.partition(mark)
        if found and len(before) <= 2:
            return before.capitalize() + mark + after.capitalize()
    return word.capitalize()
