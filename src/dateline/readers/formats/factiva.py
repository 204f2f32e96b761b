"""Factiva HTML exports: the display layout (div class="article") and the table layout with two-letter codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from dateline.readers.dates import Dated, odd
from dateline.readers.formats.nexis import read_export_date
from dateline.readers.hardened_xml import Element
from dateline.readers.inputs import Format, Input, Items, capped
from dateline.readers.limits import DOCUMENT_BYTES
from dateline.readers.markup import html_root, words_of
from dateline.readers.reports import Report, merged, to_story

_ARTICLE = re.compile(r"(?:^|\s)(?:[a-z]{2})?[Aa]rticle(?:\s|$)")
_PARAGRAPH = re.compile(r"articleParagraph", re.IGNORECASE)
_HEADLINE = re.compile(r"(?:^|\s)(?:[a-z]{2})?[Hh]eadline")
_NUMBER = re.compile(r"^(?:Document[oe]?|Dokument)\s+([A-Za-z0-9]{10,40})$")
_CODE = re.compile(r"^[A-Z]{2,3}$")
_LENGTH = re.compile(r"^[\d.,]{1,9}\s+(?:words?|mots?|w[öo]rter|palabras|parole|woorden|palavras)$", re.IGNORECASE)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}")
_LANGUAGES = {"english": "en", "englisch": "en", "anglais": "en", "inglés": "en", "inglese": "en", "engels": "en"}
_BEFORE = re.compile(r"^(?:by|von|par|por|di|door)\s", re.IGNORECASE)


def is_factiva(head: bytes) -> bool:
    """Say whether a page is a Factiva export by its marks, of which a page of the web has none."""
    text = head.decode("utf-8", "replace")
    return ("factiva" in text.lower() or "dowjones" in text.lower()) and bool(
        re.search(r'class="[^"]{0,40}(?:article|Article)|<b>(?:HD|SE)</b>|id="article-', text)
    )


def read(source: Input) -> Items:
    """Yield the reports of an export."""
    root = html_root(capped(source.stream, DOCUMENT_BYTES, what="an HTML export"))
    count = 0
    for report in _reports(root):
        count += 1
        yield to_story(report, source, position=f"document {count}")
    if not count:
        yield source.rejected(
            "no report found in the export", "export as HTML with full articles; or use --format html"
        )


def _reports(root: Element) -> Iterator[Report]:
    for element in root.iter("div", "table"):
        if element.tag == "div" and _ARTICLE.search(element.get("class") or ""):
            coded = _coded(element)
            yield _from_codes(coded) if "HD" in coded else _from_display(element)
        elif element.tag == "table" and not _inside_article(element):
            coded = _coded(element)
            if "HD" in coded and ("LP" in coded or "TD" in coded):
                yield _from_codes(coded)


def _inside_article(element: Element) -> bool:
    return any(_ARTICLE.search(up.get("class") or "") for up in element.iterancestors("div"))


def _coded(element: Element) -> dict[str, list[str]]:
    """Return the cells of a table by the two-letter code in front of them."""
    found: dict[str, list[str]] = {}
    for row in element.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        code = words_of(cells[0]) if len(cells) > 1 else None
        if code and _CODE.match(code):
            found.setdefault(code, []).extend(_cell(cells[1]))
    return found


def _cell(cell: Element) -> list[str]:
    paragraphs = [words for p in cell.iter("p") if (words := words_of(p))]
    whole = words_of(cell)
    return paragraphs or ([whole] if whole else [])


def _from_codes(coded: dict[str, list[str]]) -> Report:
    def line(code: str) -> str | None:
        return " ".join(coded.get(code, ())) or None

    return Report(
        body=merged([*coded.get("LP", ()), *coded.get("TD", ())]),
        headline=line("HD"),
        id=line("AN") and _bare_number(line("AN") or ""),
        published=_dated(line("PD"), line("ET")),
        publisher=line("SN"),
        byline=line("BY"),
        dateline_place=line("DLN"),
        language=_LANGUAGES.get((line("LA") or "").casefold()),
    )


def _bare_number(line: str) -> str:
    match = _NUMBER.match(line)
    return match[1] if match else line


def _from_display(article: Element) -> Report:
    """Read the display layout: headline, then short lines (length, date, time, outlet, language), then paragraphs."""
    headline = next((words_of(e) for e in article.iter() if _HEADLINE.search(_class(e))), None)
    lines = [words for e in article.iter("div") if e is not article and len(e) == 0 and (words := words_of(e))]
    when = next((found for words in lines if len(words) < 60 and (found := read_export_date(words))), None)
    number = next((match[1] for p in article.iter("p") if (match := _NUMBER.match(words_of(p) or ""))), None)
    clock = next((words for words in lines if _CLOCK.match(words)), None)
    return Report(
        body=merged([words for p in article.iter("p") if _PARAGRAPH.search(_class(p)) and (words := _story_words(p))]),
        headline=headline,
        id=number,
        published=_with_clock(when, clock),
        publisher=_outlet(lines, when),
        byline=next((words for words in lines if _BEFORE.match(words) and len(words) < 160), None),
        language=next((_LANGUAGES[w.casefold()] for w in lines if w.casefold() in _LANGUAGES), None),
    )


def _story_words(paragraph: Element) -> str | None:
    words = words_of(paragraph)
    return None if words and _NUMBER.match(words) else words


def _class(element: Element) -> str:
    return element.get("class") or "" if isinstance(element.tag, str) else ""


def _outlet(lines: list[str], when: datetime | None) -> str | None:
    """Return the line after the date and time: it names the outlet."""
    seen = False
    for words in lines:
        if seen and not _CLOCK.match(words) and not _LENGTH.match(words):
            return words
        seen = seen or (when is not None and read_export_date(words) == when)
    return None


def _dated(day: str | None, clock: str | None) -> Dated:
    return _with_clock(read_export_date(day) if day else None, clock)


def _with_clock(when: datetime | None, clock: str | None) -> Dated:
    if when is None:
        return Dated(None, "no date given")
    match = _CLOCK.match(clock) if clock else None
    if match:
        hour, minute = map(int, match[0].split(":"))
        when = when.replace(hour=hour, minute=minute) if hour < 24 and minute < 60 else when
    return Dated(when, odd(when.date()))


FACTIVA = Format(
    name="factiva",
    says="Factiva HTML exports, display or table layout",
    sniff=is_factiva,
    read=read,
)
