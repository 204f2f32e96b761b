"""An address as a question: which events, in what order, which page of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from dateline.apps.workbench.fields import FIELDS, SORTS, read_value
from dateline.model import UsageError

PER_PAGE = 50
MOST_PER_PAGE = 500
_LONGEST = 500
REVIEWS = ("none", "any", "accept", "reject", "correct", "disputed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """The filters, order and page of an address; equal questions have equal addresses.

    Attributes:
        chosen: Filter and value as the address gives them, in the order of `FIELDS`.
        review: One of `REVIEWS` or empty: keep events by what reviewers said.
        reviewed: Ids of the events that `review` means; filled in by the page, for the log is not in the index.
    """

    chosen: tuple[tuple[str, str], ...] = ()
    sort: str = "-date"
    page: int = 1
    per: int = PER_PAGE
    review: str = ""
    reviewed: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def read(cls, items: Iterable[tuple[str, str]]) -> Query:
        """Read the parameters of an address; empty ones count as not given.

        Raises:
            UsageError: A parameter does not exist or has a value that it cannot have.
        """
        given = [(name, text.strip()) for name, text in items if text.strip()]
        chosen: list[tuple[str, str]] = []
        rest: dict[str, str] = {}
        for name, text in given:
            if len(text) > _LONGEST or not text.isprintable():
                raise UsageError(f"{name}: the value is too long or holds characters that cannot be seen")
            if name in FIELDS:
                read_value(FIELDS[name], text)
                _add(chosen, name, text)
            else:
                rest[name] = text
        order = list(FIELDS)
        chosen.sort(key=lambda pair: (order.index(pair[0]), pair[1]))
        return cls(chosen=tuple(chosen), **_others(rest))

    def values(self, name: str) -> tuple[str, ...]:
        """Return what the address gives for a filter."""
        return tuple(text for key, text in self.chosen if key == name)

    def where(self, *, but: str = "", portable: bool = False) -> tuple[str, list[Any]]:
        """Return the condition in SQL and its values.

        Args:
            but: A filter to leave out, as the counts beside its own values do.
            portable: For the run's own tables instead of the index.
        """
        parts: list[str] = []
        values: list[Any] = []
        for name, item in FIELDS.items():
            given = self.values(name) if name != but else ()
            asked = [item.asked(text, portable=portable) for text in given]
            if asked:
                parts.append(f"({' OR '.join(sql for sql, _ in asked)})")
                values += [value for _, found in asked for value in found]
        if self.review and but != "review":
            parts.append(f"event_id {'NOT ' if self.review == 'none' else ''}IN (SELECT unnest(?::VARCHAR[]))")
            values.append(list(self.reviewed))
        return " AND ".join(parts) or "true", values

    def items(self) -> tuple[tuple[str, str], ...]:
        """Return the parameters of its address but for the page."""
        rest = (("review", self.review), ("sort", self.sort if self.sort != "-date" else ""))
        return (*self.chosen, *((name, value) for name, value in rest if value))

    def address(self, path: str, **changes: str | int) -> str:
        """Return the address of this question, with other values for some parameters."""
        items: list[tuple[str, str]] = [pair for pair in self.chosen if pair[0] not in changes]
        rest = {"review": self.review, "sort": self.sort, "page": str(self.page), "per": str(self.per)}
        rest |= {name: str(value) for name, value in changes.items()}
        plain = {"review": "", "sort": "-date", "page": "1", "per": str(PER_PAGE)}
        items += [(name, value) for name, value in rest.items() if value != plain.get(name, "")]
        return f"{path}?{urlencode(items)}" if items else path

    def toggled(self, name: str, value: str) -> Query:
        """Return the question with one value of a filter added, or taken away if it is there; from page 1."""
        if name == "review":
            return replace(self, review="" if self.review == value else value, page=1)
        pair = (name, value)
        if pair in self.chosen:
            kept = tuple(p for p in self.chosen if p != pair)
        else:
            many = FIELDS[name].many
            kept = (*(p for p in self.chosen if many or p[0] != name), pair)
        return replace(self, chosen=kept, page=1)


def _add(chosen: list[tuple[str, str]], name: str, text: str) -> None:
    if (name, text) in chosen:
        return
    if not FIELDS[name].many and any(key == name for key, _ in chosen):
        raise UsageError(f"{name} can be given once only")
    chosen.append((name, text))


def _others(rest: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, text in rest.items():
        if name == "sort" and text in SORTS:
            found["sort"] = text
        elif name == "sort":
            raise UsageError(f"sort={text!r}: choose one of {', '.join(SORTS)}")
        elif name in {"page", "per"}:
            found[name] = _number(name, text)
        elif name == "review" and text in REVIEWS:
            found["review"] = text
        elif name == "review":
            raise UsageError(f"review={text!r}: choose one of {', '.join(REVIEWS)}")
        else:
            raise UsageError(f"there is no filter {name!r}; choose one of {', '.join([*FIELDS, 'review', 'sort'])}")
    return found


def _number(name: str, text: str) -> int:
    most = MOST_PER_PAGE if name == "per" else 1_000_000
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= most:
        raise UsageError(f"{name}={text!r}: give a whole number from 1 to {most}")
    return int(text)


def fixed(values: Sequence[Any]) -> tuple[Any, ...]:
    """Return bound values as a key that answers can be kept under."""
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
