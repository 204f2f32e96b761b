"""The filters that an address may hold: each one's meaning, its check and its SQL with question marks.

Values reach DuckDB as bound parameters only. `sql` asks the workbench's index; `portable` says the same of the run's
own tables and is what "show the Python" prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.apps.workbench.wordsearch import asks
from dateline.model import EventType, Precision, QuadClass, Status, UsageError

Value = str | float | date
Values = tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One filter.

    Attributes:
        says: What it keeps, in words.
        sql: Its condition on the index, a question mark for each value that `read` gives.
        portable: The same on the tables of a run; empty: as `sql`.
        read: Turns the words of the address into values.
        many: Whether it may be given several times (any of them then holds).
        options: The closed list of its words, if it has one.
        asks: Makes the condition on the index and its values instead of `sql`, where they depend on the words.
    """

    name: str
    says: str
    sql: str
    portable: str = ""
    read: Callable[[str], Values]
    many: bool = True
    options: tuple[str, ...] = ()
    asks: Callable[[str], tuple[str, Values]] | None = None

    def asked(self, text: str, *, portable: bool = False) -> tuple[str, Values]:
        """Return its condition for one value of an address, and a value for each question mark.

        Args:
            text: The value.
            portable: For the run's own tables instead of the index.

        Raises:
            UsageError: See `read_value`.
        """
        values = read_value(self, text)
        if self.asks is not None and not portable:
            return self.asks(text)
        sql = self.portable or self.sql if portable else self.sql
        # A condition may name its values several times.
        return sql, (values * sql.count("?"))[: sql.count("?")] if values else values


def _words(text: str) -> Values:
    return (text,)


def _day(text: str) -> Values:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        raise ValueError("give a day as 2019-10-03, or a month or year")
    return (date.fromisoformat((text + "-01-01")[:10] if len(text) == 4 else (text + "-01")[:10]),)


def _last_day(text: str) -> Values:
    first = _day(text)[0]
    assert isinstance(first, date)
    if len(text) == 10:
        return (first,)
    year, month = (first.year + 1, 1) if len(text) == 4 or first.month == 12 else (first.year, first.month + 1)
    return (date.fromordinal(date(year, month, 1).toordinal() - 1),)


def _share(text: str) -> Values:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError("give a number from 0 to 1")
    return (value,)


def _twice(text: str) -> Values:
    return (text, text)


def _pair(text: str) -> Values:
    parts = text.upper().split(",")
    if len(parts) != 2 or not all(re.fullmatch("[A-Z]{3}", part) for part in parts) or parts[0] == parts[1]:
        raise ValueError("give two different three-letter codes, as RUS,PHL")
    return tuple(sorted(parts))


def _code(text: str) -> Values:
    if not re.fullmatch("[A-Za-z]{3}", text):
        raise ValueError("give a three-letter code, as PHL")
    return (text.upper(),)


def _both_codes(text: str) -> Values:
    return _code(text) * 2


def _has(column: str) -> str:
    """Say in SQL that a list parted by semicolons holds a value."""
    return f"contains(';' || coalesce({column}, '') || ';', ';' || ? || ';')"


_PAIR_PORTABLE = (
    "(len(list_intersect(string_split(actor_country, ';'), {pair})) > 0 AND len(list_intersect(list_concat("
    "string_split(actor_country, ';'), string_split(coalesce(recipient_country, ''), ';')), {pair})) = 2)"
).format(pair="[?, ?]")

_ALL = (
    Field(
        name="type",
        says="event type",
        sql="type = ?::event_type",
        portable="type = ?",
        read=lambda text: (text.upper(),),
        options=tuple(EventType),
    ),
    Field(
        name="quad",
        says="quad class",
        sql="quad_class = ?::quad",
        portable="quad_class = ?",
        read=_words,
        options=tuple(QuadClass),
    ),
    Field(
        name="status",
        says="status",
        sql="status = ?::event_status",
        portable="status = ?",
        read=_words,
        options=tuple(Status),
    ),
    Field(
        name="mode",
        says="mode",
        sql="n IN (SELECT n FROM labels WHERE kind = 'mode' AND label = ?)",
        portable=_has("modes"),
        read=_words,
    ),
    Field(
        name="context",
        says="context",
        sql="n IN (SELECT n FROM labels WHERE kind = 'context' AND label = ?)",
        portable=_has("contexts"),
        read=_words,
    ),
    Field(
        name="actor",
        says="country of the actor",
        sql="n IN (SELECT n FROM codes WHERE side = 'actor' AND code = ?)",
        portable=_has("actor_country"),
        read=_code,
    ),
    Field(
        name="recipient",
        says="country of the recipient",
        sql="n IN (SELECT n FROM codes WHERE side = 'recipient' AND code = ?)",
        portable=_has("recipient_country"),
        read=_code,
    ),
    Field(
        name="country",
        says="country on either side",
        sql="n IN (SELECT n FROM codes WHERE code IN (?, ?))",
        portable=f"({_has('actor_country')} OR {_has('recipient_country')})",
        read=_both_codes,
    ),
    Field(
        name="between",
        says="between two countries",
        sql="n IN (SELECT n FROM dyad_events WHERE first = ? AND second = ?)",
        portable=_PAIR_PORTABLE,
        read=_pair,
        many=False,
    ),
    Field(
        name="who",
        says="person, body or group",
        sql="n IN (SELECT n FROM parties WHERE coalesce(entity_id, name) = ?)",
        portable="event_id IN (SELECT event_id FROM event_actors WHERE coalesce(entity_id, name) = ?)",
        read=_words,
    ),
    Field(
        name="sector",
        says="sector of the actor or recipient",
        sql=f"({_has('actor_sector')} OR {_has('recipient_sector')})",
        read=_twice,
    ),
    Field(name="place", says="country of the place", sql="place_country = ?", read=_code),
    Field(
        name="at",
        says="place",
        sql="place_id = ?",
        portable="coalesce(geonameid::VARCHAR, 'words:' || lower(place)) = ?",
        read=_words,
    ),
    Field(name="since", says="begins on or after", sql="date_begin >= ?", read=_day, many=False),
    Field(name="until", says="begins on or before", sql="date_begin <= ?", read=_last_day, many=False),
    Field(name="min", says="confidence at least", sql="confidence >= ?", read=_share, many=False),
    Field(name="max", says="confidence at most", sql="confidence <= ?", read=_share, many=False),
    Field(name="dated", says="precision of the date", sql="date_precision = ?", read=_words, options=tuple(Precision)),
    Field(name="speaker", says="said by", sql="said_by = ?", read=_words),
    Field(name="frame", says="decided by", sql="decided_by = ?", read=_words),
    Field(name="cameo", says="CAMEO code begins with", sql="starts_with(cameo, ?)", read=_words),
    Field(name="story", says="story", sql="story_id = ?", read=_words),
    Field(
        name="incident",
        says="incident",
        sql="n IN (SELECT n FROM incident_events WHERE incident_id = ?)",
        portable="event_id IN (SELECT event_id FROM incident_events WHERE incident_id = ?)",
        read=_words,
        many=False,
    ),
    Field(
        name="q",
        says="words",
        sql="",
        asks=asks,
        portable="(contains(lower(text), ?) OR contains(lower(actor), ?) OR contains(lower(recipient), ?) "
        "OR contains(lower(place), ?))",
        read=lambda text: (" ".join(asks(text)[1]),),
        many=False,
    ),
)
FIELDS = {field.name: field for field in _ALL}

# By what events are ordered; ties keep the run's order.
SORTS = {
    "date": "date_begin NULLS LAST",
    "-date": "date_begin DESC NULLS LAST",
    "story": "",
    "confidence": "confidence",
    "-confidence": "confidence DESC",
    "type": "type, date_begin DESC NULLS LAST",
    "score": "plover_score",
    "-score": "plover_score DESC",
}


def order_by(sort: str, *, portable: bool = False) -> str:
    """Return what follows ORDER BY for one of `SORTS`, on the index or on the run's own tables."""
    last = "story_id, start, event_id" if portable else "n"
    return f"{SORTS[sort]}, {last}" if SORTS[sort] else last


def read_value(field: Field, text: str) -> Values:
    """Turn one value of an address into values for its question marks.

    Raises:
        UsageError: The filter has no such value; the message names the filter and what it takes.
    """
    try:
        values = field.read(text)
    except ValueError as error:
        raise UsageError(f"{field.name}={text!r}: {error}") from error
    if field.options and values[0] not in field.options:
        raise UsageError(f"{field.name}={text!r}: choose one of {', '.join(field.options)}")
    return values
