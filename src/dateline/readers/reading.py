"""Any number of inputs to a stream of stories and rejected records."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from os import PathLike, fspath
from typing import TYPE_CHECKING

from dateline.model import ReadError, Rejected, Story, UsageError
from dateline.readers.decoding import decode, refuse_binary
from dateline.readers.limits import DOCUMENT_BYTES, LINE_BYTES, RAW_CHARS, STORY_CHARS
from dateline.readers.records import EXPECTED, read_record
from dateline.readers.sources import FORMATS, Source, find_sources, open_source, peek, read_capped, read_lines
from dateline.readers.wire_text import story_from_text

if TYPE_CHECKING:
    from dateline.readers.sources import Stream

_NAME_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
PathArg = str | PathLike[str]


def read(paths: PathArg | Iterable[PathArg], *, format: str | None = None) -> Iterator[Story | Rejected]:  # noqa: A002
    """Read stories from files, folders (recursively, in sorted order), gzip files of these, or `-` (standard input).

    Args:
        paths: One path or several.
        format: `text` (one report a file), `jsonl` or `json`; by default the name or the content tells.

    Yields:
        Stories, and for every input that is none a `Rejected` with its reason; reading always goes on. A story that
        repeats an earlier id and text is rejected; one with an earlier id but other text gets a new id (`a~2`).

    Raises:
        UsageError: `format` is unknown.

    Example:
        >>> for item in read("news/"):  # doctest: +SKIP
        ...     print(item)
    """
    if format is not None and format not in FORMATS:
        raise UsageError(f"there is no input format {format!r}; choose one of {', '.join(FORMATS)}")
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    return _unique(_read_all([fspath(path) for path in given], format))


def _read_all(paths: list[str], wanted: str | None) -> Iterator[Story | Rejected]:
    for source in find_sources(paths):
        if isinstance(source, ReadError):
            name, _, reason = str(source).partition(": ")
            yield Rejected(origin=name, reason=reason, advice="check the path")
            continue
        try:
            with open_source(source) as stream:
                yield from _read_source(source, stream, wanted)
        except ReadError as error:
            yield Rejected(
                origin=source.name, reason=str(error), advice="give one story a text file, or JSON Lines; also gzipped"
            )


def _read_source(source: Source, stream: Stream, wanted: str | None) -> Iterator[Story | Rejected]:
    head = peek(stream)
    if not head.strip():
        raise ReadError("the file is empty")
    refuse_binary(head)
    kind = wanted or source.format or _sniff(head)
    if kind == "jsonl":
        yield from _json_lines(source, stream)
    elif kind == "json":
        yield from _json_document(source, stream)
    else:
        yield _text_file(source, stream)


def _sniff(head: bytes) -> str:
    """Tell the format by the first bytes: a brace whose line is a whole object opens JSON Lines."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] == b"[" and start[1:].lstrip()[:1] in {b"{", b"]"}:
        return "json"
    if start[:1] != b"{":
        return "text"
    line, newline, _ = start.partition(b"\n")
    if not newline:
        return "jsonl"
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return "json"
    return "jsonl"


def _text_file(source: Source, stream: Stream) -> Story | Rejected:
    decoded = decode(read_capped(stream, 4 * STORY_CHARS))
    if len(decoded.text) > STORY_CHARS:
        raise ReadError(f"a text of {len(decoded.text)} characters, above the limit of {STORY_CHARS} a story")
    if "\x00" in decoded.text:
        raise ReadError("a binary file, not text")
    if not decoded.text.strip():
        raise ReadError("the file is empty")
    story = story_from_text(decoded.text, origin=source.name)
    notes = (*decoded.notes, *story.notes)
    when = None if story.published else _file_date(source)
    if when:
        # Read again: the dateline's year hangs on the date.
        story = replace(story_from_text(decoded.text, origin=source.name, published=when), date_source="file name")
        notes = (*decoded.notes, *story.notes)
    return replace(story, notes=notes)


def _file_date(source: Source) -> datetime | None:
    match = _NAME_DATE.search(source.path.name) if source.path else None
    try:
        return datetime(*map(int, match.groups())) if match else None  # type: ignore[arg-type]
    except ValueError:
        return None


def _json_lines(source: Source, stream: Stream) -> Iterator[Story | Rejected]:
    for number, line in read_lines(stream, cap=LINE_BYTES):
        position = f"line {number}"
        if isinstance(line, ReadError):
            yield Rejected(origin=source.name, position=position, reason=str(line), advice="split or repair the file")
        elif line.strip():
            yield _json_line(line, source.name, position)


def _json_line(line: bytes, origin: str, position: str) -> Story | Rejected:
    decoded = decode(line)
    try:
        item = read_record(json.loads(decoded.text), origin=origin, position=position)
    except (ValueError, RecursionError) as error:
        return _broken(decoded.text, error, origin, position)
    if isinstance(item, Story) and decoded.notes:
        return replace(item, notes=(*decoded.notes, *item.notes))
    return item


def _broken(text: str, error: Exception, origin: str, position: str) -> Rejected:
    reason = "JSON nested too deeply" if isinstance(error, RecursionError) else f"not valid JSON: {error}"
    raw = text[:RAW_CHARS].encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
    return Rejected(origin=origin, position=position, reason=reason, advice=f"give {EXPECTED}", raw=raw)


def _json_document(source: Source, stream: Stream) -> Iterator[Story | Rejected]:
    decoded = decode(read_capped(stream, DOCUMENT_BYTES))
    try:
        found = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from _as_lines(decoded.text, source)
            return
        yield _broken(decoded.text, error, source.name, "")
        return
    rows = found if isinstance(found, list) else [found]
    if not rows:
        yield Rejected(origin=source.name, reason="the list holds no stories", advice=f"give {EXPECTED}")
    for number, row in enumerate(rows, start=1):
        position = f"record {number}" if isinstance(found, list) else ""
        item = read_record(row, origin=source.name, position=position)
        yield replace(item, notes=(*decoded.notes, *item.notes)) if isinstance(item, Story) else item


def _as_lines(text: str, source: Source) -> Iterator[Story | Rejected]:
    """Read a file named .json that holds one object a line."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _json_line(line.encode("utf-8", "surrogatepass"), source.name, f"line {number}")


def _unique(items: Iterable[Story | Rejected]) -> Iterator[Story | Rejected]:
    """Keep ids unique: repeats are rejected, other texts under a known id become its versions."""
    seen: set[tuple[str, bytes]] = set()
    versions: dict[str, int] = {}
    for item in items:
        if isinstance(item, Rejected):
            yield item
            continue
        key = item.id, hashlib.sha256(item.text.encode()).digest()[:12]
        if key in seen:
            yield _repeated(item)
            continue
        seen.add(key)
        yield _numbered(item, versions)


def _numbered(story: Story, versions: dict[str, int]) -> Story:
    new = story.id
    while new in versions:
        versions[story.id] += 1
        new = f"{story.id}~{versions[story.id]}"
    versions[new] = 1
    return story if new == story.id else replace(story, id=new, notes=(*story.notes, f"id {story.id} was taken"))


def _repeated(story: Story) -> Rejected:
    return Rejected(
        origin=story.origin,
        story_id=story.id,
        reason="the same id and text were read before",
        advice="nothing to do: the first one is coded",
        raw=story.text[:RAW_CHARS],
    )
