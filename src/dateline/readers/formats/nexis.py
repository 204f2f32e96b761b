"""Nexis exports as text, whether they came as TXT, RTF or DOCX: split into reports, labels read, DATELINE kept.

Two layouts: the older one opens each report with "2 of 100 DOCUMENTS"; the newer one closes each with "End of
Document" and may begin with a cover page and a list of titles, which are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from dateline.knowledge.exports import ExportStyle
from dateline.model import Rejected, Story
from dateline.readers.dates import Dated, find_date, odd
from dateline.readers.inputs import Input, Items
from dateline.readers.reports import Report, to_story

# An export shows a mark of its layout in its first reports; longer looks would cost every large text file.
_LOOK_CHARS = 200_000
# Lines above the text: publication, date, title, rights, labels.
_HEAD_LINES = 30
# Lines between two labels; further down, a word before a colon is part of the text.
_APART = 8
# Fields whose labels stand below the text.
_AFTER = frozenset({"tail", "language"})
_WORDS = re.compile(r"[^\W\d_]{2,}")


@dataclass(slots=True)
class _Draft:
    """One report's parts while its lines are read."""

    labels: dict[str, str] = field(default_factory=dict)
    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    when: datetime | None = None


def is_export(text: str) -> bool:
    """Say whether a text is a Nexis export: a mark of either layout, and a length or load-date label."""
    style = ExportStyle.load()
    lines = [line.strip() for line in text[:_LOOK_CHARS].split("\n")]
    marked = any(style.is_mark("start", line) or style.is_mark("end", line) for line in lines if len(line) < 60)
    labels = {found[0] for line in lines if len(line) < 200 and (found := style.label(line))}
    return marked and bool(labels & {"length", "tail"})


def reports(text: str, source: Input) -> Items:
    """Yield the reports of an export in order."""
    count = 0
    for lines in _split(text):
        draft = _read(lines)
        if not any(draft.body) and not draft.labels:
            # A cover page, or what stands behind the last report.
            continue
        count += 1
        yield _finish(draft, source, f"document {count}")
    if not count:
        yield source.rejected("an export without reports", "check the file", raw=text)


def _split(text: str) -> Iterator[list[str]]:
    style = ExportStyle.load()
    lines = [line.rstrip() for line in text.split("\n")]
    starts = any(style.is_mark("start", line.strip()) for line in lines if len(line) < 160)
    current: list[str] = []
    kind = "start" if starts else "end"
    for line in lines:
        if len(line) < 160 and style.is_mark(kind, line.strip()):
            yield current
            current = []
        else:
            current.append(line)
    yield current


def _read(lines: list[str]) -> _Draft:
    """Part a report's lines in head, text and what follows it."""
    style = ExportStyle.load()
    begin = _body_start(lines, style)
    head = lines[: begin - 1] if begin and style.is_mark("body", lines[begin - 1].strip()) else lines[:begin]
    draft = _Draft()
    last = ""
    for line in head:
        words = line.strip()
        found = style.label(words)
        if found:
            last = found[0] if found[0] in {"byline", "headline", "dateline"} else ""
            draft.labels.setdefault(*found)
        elif last and words:
            # A label's words may run over several lines.
            draft.labels[last] = f"{draft.labels[last]} {words}".strip()
        else:
            last = ""
            draft.head.append(words)
    _read_body(draft, lines[begin:], style)
    return draft


def _body_start(lines: list[str], style: ExportStyle) -> int:
    """Return the number of the text's first line: after "Body", else after the last label above the first paragraph."""
    for n, line in enumerate(lines):
        if style.is_mark("body", line.strip()):
            return n + 1
    last = 0
    for n, line in enumerate(lines):
        found = style.label(line.strip())
        if (found and found[0] in _AFTER) or style.is_mark("tail", line.strip()) or (last and n - last > _APART):
            break
        if found:
            last = n + 1
    while last < len(lines) and lines[last].strip() and last > 0:
        # The rest of a label's words, up to a blank line.
        last += 1
    return last


def _read_body(draft: _Draft, lines: list[str], style: ExportStyle) -> None:
    ended = False
    for line in lines:
        words = line.strip()
        found = style.label(words)
        if (found and found[0] in _AFTER) or style.is_mark("tail", words):
            ended = True
        if found and ended:
            draft.labels.setdefault(*found)
        elif style.is_mark("rights", words):
            continue
        elif not ended:
            draft.body.append(line.strip())


def _finish(draft: _Draft, source: Input, position: str) -> Story | Rejected:
    title, publisher, when = _heading(draft)
    labels = draft.labels
    report = Report(
        body="\n".join(draft.body).strip(),
        headline=labels.get("headline") or title,
        published=_dated(labels.get("date"), when),
        publisher=labels.get("publisher") or publisher,
        byline=labels.get("byline"),
        dateline_place=_place(labels.get("dateline")),
        language=_language(labels.get("language")),
    )
    return to_story(report, source, position=position)


def _heading(draft: _Draft) -> tuple[str | None, str | None, datetime | None]:
    """Return title, publication and date of the unlabelled lines above the text.

    The older layout writes publication, date, title; the newer one title, publication, date.
    """
    style = ExportStyle.load()
    lines = [line for line in draft.head if line and not style.is_mark("rights", line)][-_HEAD_LINES:]
    at = next((n for n in range(len(lines) - 1, -1, -1) if _is_date(lines[n])), None)
    if at is None:
        return (lines[0] if lines else None), None, None
    when = read_export_date(lines[at])
    before, after = lines[:at], lines[at + 1 :]
    if "headline" in draft.labels:
        return None, (before[-1] if before else None), when
    if after:
        return " ".join(after[:3]), (before[0] if before else None), when
    title = before[-2] if len(before) > 1 else before[-1] if before else None
    return title, (before[-1] if len(before) > 1 else None), when


def read_export_date(line: str) -> datetime | None:
    """Return the date of a line, English or in a language of the exports' interfaces."""
    return find_date(line)[0] or ExportStyle.load().date(line)


def _is_date(line: str) -> bool:
    return len(line) < 80 and read_export_date(line) is not None and len(_WORDS.findall(line)) < 8


def _dated(label: str | None, when: datetime | None) -> Dated:
    found = (read_export_date(label) if label else None) or when
    return Dated(found, odd(found.date())) if found else Dated(None, "no date given")


def _place(label: str | None) -> str | None:
    """Return the place of a DATELINE label, which may carry the day as well ("OSLO, March 5")."""
    if not label:
        return None
    return re.split(r",\s*(?=\w+\.? \d{1,2}\b)|\s+\(|\s+-", label, maxsplit=1)[0].strip(" ,.;") or None


def _language(label: str | None) -> str | None:
    codes = {"english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "inglese": "en", "engels": "en"}
    return codes.get(label.split(";")[0].strip().casefold()) if label else None
