"""A story's text cut into pieces, each with the evidence that covers it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Kinds of evidence that are marked in the text, the one that shows when several cover a piece first.
KINDS = ("trigger", "actor", "recipient", "date", "place", "status", "casualty", "speech")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text over which nothing changes.

    Attributes:
        start: Its first character in the story's text.
        kind: Kind of evidence to show, or empty.
        kinds: All kinds that cover it.
        numbers: Numbers of the events that it supports, as the page counts them.
        linked: Whether it lies in the span that the address points at.
        clause: Whether it lies in the clause of the event that is looked at.
    """

    start: int
    text: str
    kind: str = ""
    kinds: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    linked: bool = False
    clause: bool = False


def pieces(
    text: str,
    evidence: Iterable[Mapping[str, Any]],
    *,
    numbers: Mapping[str, int],
    link: tuple[int, int] | None = None,
    whole: tuple[int, int] | None = None,
) -> list[Piece]:
    """Cut a text at every border of evidence.

    Args:
        text: The story's text.
        evidence: Rows with `record_id`, `kind`, `start` and `end`.
        numbers: Number of each event by its id; rows of other records are left out.
        link: A span that the address points at.
        whole: The part of the text that is wanted; all of it when None.

    Example:
        >>> rows = [{"record_id": "e", "kind": "actor", "start": 0, "end": 4}]
        >>> [(piece.text, piece.kind) for piece in pieces("Peru met Chile.", rows, numbers={"e": 1})]
        [('Peru', 'actor'), (' met Chile.', '')]
    """
    first, last = whole or (0, len(text))
    rows = [r for r in evidence if r["record_id"] in numbers and r["start"] < last and r["end"] > first]
    borders = {first, last, *(b for r in rows for b in (r["start"], r["end"]))}
    if link:
        borders |= set(link)
    cuts = sorted(b for b in borders if first <= b <= last)
    return [_piece(text, start, end, rows, numbers, link) for start, end in itertools.pairwise(cuts)]


def _piece(
    text: str,
    start: int,
    end: int,
    rows: Sequence[Mapping[str, Any]],
    numbers: Mapping[str, int],
    link: tuple[int, int] | None,
) -> Piece:
    over = [r for r in rows if r["start"] <= start and end <= r["end"]]
    kinds = tuple(kind for kind in KINDS if any(r["kind"] == kind for r in over))
    return Piece(
        start=start,
        text=text[start:end],
        kind=kinds[0] if kinds else "",
        kinds=kinds,
        numbers=tuple(sorted({numbers[r["record_id"]] for r in over if r["kind"] in KINDS})),
        linked=link is not None and link[0] <= start and end <= link[1],
        clause=any(r["kind"] == "clause" for r in over),
    )


def paragraphs(text: str, segments: str | None) -> list[tuple[str, int, int]]:
    r"""Return the segments of a text as kind, start and end; the whole text when there are none.

    Example:
        >>> paragraphs("Title\\n\\nWords.", "headline:0-5;paragraph:7-13")
        [('headline', 0, 5), ('paragraph', 7, 13)]
    """
    found = []
    for part in (segments or "").split(";"):
        kind, _, span = part.partition(":")
        start, _, end = span.partition("-")
        if start.isdigit() and end.isdigit() and int(start) < int(end) <= len(text):
            found.append((kind, int(start), int(end)))
    return found or [("paragraph", 0, len(text))]
