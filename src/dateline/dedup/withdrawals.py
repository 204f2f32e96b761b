"""Which stories a kill notice withdraws: their events stay in the tables and carry the reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

# A notice by number, slug or headline reaches back so far: wires use the same ones again.
WINDOW_DAYS = 7
_TAGS = re.compile(r"^(?:[A-Z][A-Z ()]{2,24}(?:\s?\d{1,2})?\s?[-–—:]\s?)+")
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Notice:
    order: int
    id: str
    day: date | None
    when: datetime | None
    agency: str | None
    version: int | None
    reason: str


@dataclass(slots=True)
class Withdrawals:
    """Notices by what they may name; a story is looked up under its id, number and headline.

    A notice withdraws what came before it: an earlier version of the same item, the story whose id or number it names,
    or the one whose headline it repeats, of the same agency where both are known and at most a week old. A report that
    was sent again afterwards stays.

    Example:
        >>> rows = [
        ...     {"story_id": "a", "status": "usable", "headline": "Envoys agree to meet", "day": "2019-03-05"},
        ...     {"story_id": "k", "status": "withdrawn", "headline": "Envoys agree to meet", "day": "2019-03-05"},
        ... ]
        >>> found = Withdrawals.of(rows)
        >>> found.reason(rows[0], 0), found.reason(rows[1], 1)
        ('withdrawn by k (the same headline)', None)
    """

    _by_id: dict[str, list[_Notice]] = field(default_factory=lambda: defaultdict(list))
    _by_number: dict[str, list[_Notice]] = field(default_factory=lambda: defaultdict(list))
    _by_headline: dict[str, list[_Notice]] = field(default_factory=lambda: defaultdict(list))

    _learnt: int = 0
    _marked: int = 0

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]]) -> Withdrawals:
        """Return the notices among the rows of the stories table, in the order of the run."""
        found = cls()
        found.learn(rows)
        return found

    def learn(self, stories: Iterable[Mapping[str, Any]]) -> None:
        """Take the notices among further rows of the stories table, in the order of the run."""
        for row in stories:
            if row.get("status") == "withdrawn":
                self._add(row, self._learnt)
            self._learnt += 1

    def mark(self, stories: Iterable[dict[str, Any]], events: Iterable[dict[str, Any]]) -> None:
        """Fill in `withdrawn` of the same rows and of their events, once all have been learnt."""
        reasons: dict[str, str] = {}
        for row in stories:
            row["withdrawn"] = self.reason(row, self._marked) if self else None
            self._marked += 1
            if row["withdrawn"]:
                reasons[row["story_id"]] = row["withdrawn"]
        for event in events:
            event["withdrawn"] = reasons.get(event["story_id"])

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_id)

    def reason(self, row: Mapping[str, Any], order: int) -> str | None:
        """Return why a story is withdrawn, or None.

        Args:
            row: Its row.
            order: Its place in the run, from 0.
        """
        if row.get("status") == "withdrawn":
            return None
        own = _base(str(row["story_id"]))
        for notice in self._by_id.get(own, ()):
            if _before(row, order, notice):
                return f"withdrawn by {notice.id}{notice.reason}"
        number = _folded(row.get("item_no"))
        headline = _folded(_bare(row.get("headline")))
        for key, table, how in ((number, self._by_number, "number"), (headline, self._by_headline, "headline")):
            for notice in table.get(key, ()) if key else ():
                if _before(row, order, notice) and _near(row, notice):
                    return f"withdrawn by {notice.id} (the same {how}){notice.reason}"
        return None

    def _add(self, row: Mapping[str, Any], order: int) -> None:
        notice = _Notice(
            order=order,
            id=str(row["story_id"]),
            day=_day(row),
            when=_when(row),
            agency=row.get("agency"),
            version=row.get("item_version"),
            reason=_said(row.get("notes")),
        )
        self._by_id[_base(notice.id)].append(notice)
        target = row.get("supersedes")
        if target:
            self._by_id[_base(str(target))].append(notice)
            self._by_number[_folded(target)].append(notice)
        # A target that is named goes before a headline that is repeated; a named one may be a headline itself.
        for words in (target,) if target else (row.get("headline"),):
            key = _folded(_bare(words))
            if key.count(" ") + 1 >= _LEAST_WORDS:
                self._by_headline[key].append(notice)


def _base(story_id: str) -> str:
    """Return an id without the number that reading gave to a further version of it."""
    return re.sub(r"~\d+$", "", story_id)


def _before(row: Mapping[str, Any], order: int, notice: _Notice) -> bool:
    version = row.get("item_version")
    same_item = _base(str(row["story_id"])) == _base(notice.id)
    if same_item and version is not None and notice.version is not None:
        return int(version) <= notice.version
    when, day = _when(row), _day(row)
    if when and notice.when and (when.tzinfo is None) == (notice.when.tzinfo is None):
        return when <= notice.when
    if day and notice.day and day != notice.day:
        return day < notice.day
    return order < notice.order or not same_item


def _near(row: Mapping[str, Any], notice: _Notice) -> bool:
    agency, day = row.get("agency"), _day(row)
    if agency and notice.agency and agency != notice.agency:
        return False
    return not (day and notice.day) or (notice.day - day).days <= WINDOW_DAYS


def _day(row: Mapping[str, Any]) -> date | None:
    """Return the day of publication, which a notice's order in time hangs on; the dateline's may be earlier."""
    value = row.get("published") or row.get("day")
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _when(row: Mapping[str, Any]) -> datetime | None:
    """Return the time of publication where the input gave one; midnight is only a day."""
    value = row.get("published")
    try:
        when = datetime.fromisoformat(value) if isinstance(value, str) and len(value) > 10 else None
    except ValueError:
        return None
    return when if when and (when.hour, when.minute, when.second) != (0, 0, 0) else None


def _bare(headline: object) -> str:
    return _TAGS.sub("", headline) if isinstance(headline, str) else ""


def _folded(value: object) -> str:
    return re.sub(r"\W+", " ", value).casefold().strip() if isinstance(value, str) else ""


def _said(notes: object) -> str:
    """Return the sender's own reason, which stands in brackets in the note on withdrawal."""
    match = re.search(r"withdrawn by its agency; not coded \((.{1,300}?)\)(?:;|$)", str(notes or ""))
    return f": {match[1]}" if match else ""
