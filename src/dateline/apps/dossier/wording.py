"""Rows of a run in words: who, where, how many, and the line's references."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from dateline.apps.dossier.content import Ref, Source, Words
from dateline.apps.dossier.dates import spoken
from dateline.apps.dossier.subjects import code_name
from dateline.knowledge.base import KnowledgeBase

Row = Mapping[str, Any]
# How the innermost speaker stands behind an event.
_STANDS = {
    "claims": "as claimed by",
    "confirms": "confirmed by",
    "denies": "denied by",
    "alleges": "alleged by",
    "demands": "as demanded by",
    "promises": "as promised by",
    "warns": "as warned by",
    "believes": "in the belief of",
}
# "Threatened" and "pledged" are one act of speech, by which a speaker binds itself; the cue beside it says which.
_ACTS = {"promises": "commits itself"}
# A clause of fewer characters is shown with its sentence.
_SHORT = 60
# Where a sentence ends: a full stop and what closes it, then a blank and a capital; or a new paragraph.
_STOP = re.compile(r"(?<=[.!?][\"”’'])\s+|(?<=[a-z0-9)][.!?])\s+(?=[\"“‘A-Z])|\n\s*\n")
_COUNTS = (("dead", "dead"), ("injured", "injured"), ("arrested", "arrested"), ("size", "people taking part"))


class Names:
    """Names of countries for codes, looked up once."""

    def __init__(self, base: KnowledgeBase) -> None:
        self._base = base
        self._known: dict[str, str] = {}

    def of(self, code: str) -> str:
        """Return the name for a code."""
        if code not in self._known:
            self._known[code] = code_name(code, self._base)
        return self._known[code]

    def inside(self, text: str) -> str:
        """Put names for the codes that stand in a text of their own ("PHL and RUS")."""
        return re.sub(r"\b[A-Z]{3}\b", lambda found: self.of(found.group()), text)

    def party(self, row: Row) -> str:
        """Say who a participant is: name, post on that day, and codes."""
        codes = row["countries"] or row["country"] or ""
        name = row["name"] or row["text"]
        if name == codes:
            name = self.of(codes)
        role = f", {row['role']}" if row["role"] and row["role"].casefold() not in name.casefold() else ""
        tags = " ".join(part for part in (codes.replace(";", ", "), (row["sectors"] or "").replace(";", " ")) if part)
        doubt = "; post not confirmed for that day" if row["stale"] and row["role"] else ""
        return f"{name}{role} ({tags or 'no country'}{doubt})"

    def parties(self, rows: Sequence[Row], side: str) -> str:
        """Say who is on one side, without repeating anybody."""
        return "; ".join(dict.fromkeys(self.party(row) for row in rows if row["side"] == side))


def act(row: Row) -> str:
    """Say what a speaker does in saying it."""
    said = _ACTS.get(row["act"], str(row["act"]))
    return f"{said}, negated in the report" if row["negated"] else said


def gloss(label: str, kind: str) -> str:
    """Return what a CAMEO code means, where that says more than the type beside it.

    Example:
        >>> gloss("Intent to cooperate, other", "AGREE"), gloss("Consult, other", "CONSULT")
        ('Intent to cooperate', '')
    """
    plain = label.removesuffix(", other")
    return "" if plain.casefold() == kind.casefold() else plain


def details(event: Row, names: Names) -> tuple[str, ...]:
    """Return place, numbers, speaker and contexts as short phrases."""
    found = []
    if event["place"]:
        country = f", {names.of(event['place_country'])}" if event["place_country"] else ""
        same = event["place_country"] and names.of(event["place_country"]) == event["place"]
        found.append(f"at {event['place']}{'' if same else country}")
    for key, word in _COUNTS:
        if event[f"{key}_low"] is not None:
            found.append(f"{_number(event[f'{key}_low'], event[f'{key}_high'])} {word}")
    if event["said_by_chain"]:
        how = _STANDS.get(event["speech_act"] or "", "according to")
        found.append(f"{how} {event['said_by_chain'].replace(' < ', ', reported by ')}")
    return tuple(found)


def _number(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def words(event: Row, trigger: Row | None, text: str, segments: str = "") -> Words:
    """Return the clause with the deciding words marked, and a short one with the sentence around it.

    Args:
        event: The event.
        trigger: Its first piece of evidence for the type, if any.
        text: The story's text.
        segments: What each stretch of the text is, as the table stories has it.
    """
    start, end = event["start"] or 0, event["end"] or 0
    lead, tail = _around(text, start, end, segments) if end - start < _SHORT else ("", "")
    first, last = (trigger["start"], trigger["end"]) if trigger else (end, end)
    if not start <= first <= last <= end:
        first = last = end
    return Words(before=text[start:first], mark=text[first:last], after=text[last:end], lead=lead, tail=tail)


def _around(text: str, start: int, end: int, segments: str) -> tuple[str, str]:
    """Return what stands before and after a span in its sentence, within its headline or paragraph."""
    first, last = next(((a, b) for a, b in _bounds(segments) if a <= start and end <= b), (0, len(text)))
    # One letter more lets the pattern see the capital that a sentence begins with.
    before = [found.end() for found in _STOP.finditer(text, first, start + 1) if found.end() <= start]
    after = _STOP.search(text, end, last)
    lead = text[before[-1] if before else first : start]
    tail = text[end : after.start() if after else last].rstrip()
    return lead.lstrip(), tail if re.search(r"\w", tail) else ""


def _bounds(segments: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(r":(\d+)-(\d+)", segments):
        yield int(found[1]), int(found[2])


def source_label(source: Source) -> str:
    """Return how a report is called in a line: who published it, and when."""
    return ", ".join(part for part in (source.agency, source.day) if part) or source.story_id


def sources_of(stories: Mapping[str, Row]) -> dict[str, Source]:
    """Number the reports in the order of their days."""
    found = {}
    for number, (key, story) in enumerate(stories.items(), start=1):
        repeats = story["dup_group"] if story["dup_kind"] in {"copy", "version"} else None
        kind = f"{story['dup_kind']} of story {repeats}" if repeats else ""
        found[key] = Source(
            number=number,
            story_id=key,
            agency=story["agency"] or story["publisher"] or "",
            day=spoken(story["day"]),
            headline=story["headline"] or "",
            url=story["url"] or "",
            origin=story["origin"] or "",
            sha256=story["text_sha256"] or "",
            kind=kind,
        )
    return found


def reference(row: Row, sources: Mapping[str, Source], *, link: str, kind: str, key: str) -> Ref:
    """Return where a row's words stand.

    Args:
        row: A row with `story_id`, `start` and `end`.
        sources: The numbered reports.
        link: Address of a workbench, or empty.
        kind: What sort of record the workbench is to show.
        key: Its id.
    """
    source = sources[row["story_id"]]
    return Ref(
        number=source.number,
        label=source_label(source),
        story_id=row["story_id"],
        start=row["start"],
        end=row["end"],
        link=f"{link.rstrip('/')}{_page(row, kind, key)}" if link else "",
    )


def _page(row: Row, kind: str, key: str) -> str:
    """Return the workbench's page of an event, or of a story with the span marked."""
    if kind == "event":
        return f"/event/{quote(key, safe='')}"
    return f"/story?id={quote(key, safe='')}&span={row['start']}-{row['end']}"
