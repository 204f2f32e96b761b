"""Lines and paragraphs of a plain text, whatever the file's way of breaking them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Span
from dateline.readers.limits import PARAGRAPH_CHARS, SENTENCE_CHARS

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]{0,3}(?=\s)|\n")
# Widths between which a mail client, a terminal or a data base wraps its lines.
_WRAP_FROM, _WRAP_TO = 45, 132
# A wrapped paragraph's last line is clearly shorter than the others.
_SHORT = 0.85
# More lines than this share end a sentence where lines are paragraphs; far fewer do where they are wrapped.
_ENDING_SHARE = 0.5


def lines(text: str, *, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the lines of a stretch of text without their surrounding space; blank ones are empty spans."""
    found: list[Span] = []
    at = start
    stop = len(text) if end is None else end
    while at < stop:
        newline = text.find("\n", at, stop)
        last = stop if newline < 0 else newline
        left, right = at, last
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        found.append(Span(left, right))
        at = last + 1
    return found


def blocks(text: str) -> list[list[Span]]:
    """Return the stretches of lines between blank lines."""
    found: list[list[Span]] = [[]]
    for line in lines(text):
        if line.start == line.end:
            if found[-1]:
                found.append([])
        else:
            found[-1].append(line)
    return [block for block in found if block]


def is_wrapped(text: str, block: Sequence[Span]) -> bool:
    """Say whether the lines of a block are one running text broken at some width.

    Example:
        >>> text = chr(10).join(["The envoys of both sides met for talks in the", "town hall, and agreed to meet."])
        >>> is_wrapped(text, lines(text))
        True
    """
    if len(block) < 2:
        return False
    inner = block[:-1]
    widths = [line.end - line.start for line in inner]
    widest = max(widths)
    if not _WRAP_FROM <= widest <= _WRAP_TO:
        return False
    ending = sum(bool(_SENTENCE_END.search(line.of(text))) for line in inner)
    full = sum(width >= 0.6 * widest for width in widths)
    return ending < _ENDING_SHARE * len(inner) and full >= 0.6 * len(inner)


def paragraphs(text: str, block: Sequence[Span]) -> Iterator[Span]:
    """Yield the paragraphs of a block: its lines, or, where they are wrapped, what they add up to."""
    if not is_wrapped(text, block):
        yield from block
        return
    widest = max(line.end - line.start for line in block)
    start = block[0].start
    for line, after in zip(block, [*block[1:], None], strict=True):
        width = line.end - line.start
        closes = width < _SHORT * widest and _SENTENCE_END.search(line.of(text))
        if after is None or (closes and text[after.start].isupper() and not _fits(text, line, after, widest)):
            yield Span(start, line.end)
            start = after.start if after else line.end


def _fits(text: str, line: Span, after: Span, widest: int) -> bool:
    """Say whether the next line's first word would have fitted on this one: then the break was meant."""
    word = after.of(text).split(" ", 1)[0]
    return line.end - line.start + 1 + len(word) > widest


def cut_long(text: str, span: Span) -> Iterator[Span]:
    """Yield a paragraph in pieces that can be parsed.

    A piece has at most `PARAGRAPH_CHARS`, and none of its sentences more than `SENTENCE_CHARS`; cuts are made after a
    sentence, a semicolon, a comma, a space, or where they must be.
    """
    for piece in _cut_paragraph(text, span):
        yield from _cut_sentences(text, piece)


def _cut_sentences(text: str, span: Span) -> Iterator[Span]:
    start = last_end = span.start
    for match in _ENDS.finditer(text, span.start, span.end):
        while match.end() - last_end > SENTENCE_CHARS:
            stop = _break_before(text, last_end, last_end + SENTENCE_CHARS)
            yield _trimmed(text, start, stop)
            start = last_end = stop
        last_end = match.end()
    while span.end - last_end > SENTENCE_CHARS:
        stop = _break_before(text, last_end, last_end + SENTENCE_CHARS)
        yield _trimmed(text, start, stop)
        start = last_end = stop
    if text[start : span.end].strip():
        yield _trimmed(text, start, span.end)


def _break_before(text: str, start: int, limit: int) -> int:
    """Return where to cut a sentence that is too long: at the last mark in the second half of what is allowed."""
    for mark in ("; ", ", ", " "):
        at = text.rfind(mark, start + (limit - start) // 2, limit)
        if at > start:
            return at + len(mark)
    return limit


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _cut_paragraph(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > PARAGRAPH_CHARS:
        limit = start + PARAGRAPH_CHARS
        stop = max(text.rfind(mark, start + PARAGRAPH_CHARS // 2, limit) + 1 for mark in (". ", "! ", "? ", ".\n"))
        if stop <= start:
            stop = text.rfind(" ", start + 1, limit) + 1
        if stop <= start:
            stop = limit
        yield Span(start, start + len(text[start:stop].rstrip()))
        while stop < span.end and text[stop].isspace():
            stop += 1
        start = stop
    if start < span.end:
        yield Span(start, span.end)
