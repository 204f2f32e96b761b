"""PETRARCH's input XML: sentences of one story are put together again, whole stories stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.readers.dates import read_date
from dateline.readers.formats.nitf import attribute, find
from dateline.readers.hardened_xml import Element, iter_elements, root_name
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.reports import Report, to_story

_LAST_NUMBER = re.compile(r"^(?P<story>.+)_\d{1,4}$")
# A story of more sentences is many stories whose ids were cut.
_MOST_SENTENCES = 5_000


@dataclass(slots=True)
class _Story:
    id: str | None
    date: str | None
    source: str | None
    first: int
    sentences: list[str] = field(default_factory=list)


def read(source: Input) -> Items:
    """Yield the stories of a file. Neighbouring sentences whose ids differ only in the last number are one story."""
    count = 0
    for story in _stories(source):
        count += 1
        report = Report(
            body="\n".join(story.sentences),
            id=story.id,
            published=read_date(story.date),
            publisher=story.source,
        )
        yield to_story(report, source, position=f"sentence {story.first}")
    if not count:
        yield source.rejected("no Sentence element holds text", "check the file against PETRARCH's input format")


def _stories(source: Input) -> Iterator[_Story]:
    current: _Story | None = None
    for number, element in enumerate(iter_elements(source.stream, ("Sentence",)), start=1):
        text = _text(element)
        if not text:
            continue
        own = _story(element, number)
        single = (attribute(element, "sentence") or "True").lower() == "true"
        if current and not (single and _continues(current, own)):
            yield current
            current = None
        current = current or own
        current.sentences.append(text)
    if current:
        yield current


def _story(element: Element, number: int) -> _Story:
    name = attribute(element, "id")
    single = (attribute(element, "sentence") or "True").lower() == "true"
    match = _LAST_NUMBER.match(name) if name and single else None
    return _Story(match["story"] if match else name, attribute(element, "date"), attribute(element, "source"), number)


def _continues(current: _Story, own: _Story) -> bool:
    same = current.id is not None and (current.id, current.date) == (own.id, own.date)
    return same and len(current.sentences) < _MOST_SENTENCES


def _text(element: Element) -> str:
    inner = find(element, "Text")
    chosen = inner if inner is not None else element
    return " ".join("".join(str(part) for part in chosen.itertext()).split()) if inner is not None else _own(chosen)


def _own(element: Element) -> str:
    return " ".join((element.text or "").split())


PETRARCH = Format(
    name="petrarch",
    says="PETRARCH input XML (Sentences, Sentence, Text)",
    sniff=lambda head: root_name(head) == "Sentences",
    read=read,
)
