"""Files, folders and standard input to stories; whatever cannot be read comes out as `Rejected` with its reason."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from dateline.model import Rejected, Story, UsageError
from dateline.readers.records import MAX_STORY, RAW, read_record
from dateline.readers.wire import story_from_text

FORMATS = ("text", "json", "jsonl")
SUFFIXES = {".txt": "text", ".text": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl"}
MAX_LINE = 8_000_000
MAX_FILE = 64_000_000
STDIN = "-"


def read(paths: str | Path | Iterable[str | Path], *, format: str | None = None) -> Iterator[Story | Rejected]:
    """Read stories from files, folders (every known file below, in name order) and standard input (`-`).

    Args:
        paths: One path or several.
        format: `text`, `json` or `jsonl`; by file name when None.

    Yields:
        Stories, and a `Rejected` for whatever cannot be read; reading goes on after it.

    Raises:
        UsageError: There is no such format.
    """
    if format is not None and format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; choose one of {', '.join(FORMATS)}")
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    for path in several:
        if str(path) == STDIN:
            yield from _read_stream(
                sys.stdin.buffer, "standard input", format or "text" if sys.stdin.isatty() else format
            )
        else:
            yield from _read_path(Path(path), format)


def _read_path(path: Path, format: str | None) -> Iterator[Story | Rejected]:
    if path.is_dir():
        files = [p for p in sorted(path.rglob("*")) if p.is_file() and (_kind(p) or format) and p.name != "README.md"]
        if not files:
            yield _rejected(
                str(path), "", "the folder holds no file of a known format", "give .txt, .json or .jsonl files"
            )
        for file in files:
            yield from _read_path(file, format)
        return
    if not path.exists():
        yield _rejected(str(path), "", "there is no such file", "check the path")
        return
    try:
        with _open(path) as stream:
            yield from _read_stream(stream, str(path), format or _kind(path))
    except (OSError, EOFError, zlib.error) as error:
        yield _rejected(str(path), "", f"the file cannot be read: {error}", "check that it is whole and readable")


def _kind(path: Path) -> str | None:
    suffixes = [s.lower() for s in path.suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    return SUFFIXES.get(suffixes[-1]) if suffixes else None


def _open(path: Path) -> IO[bytes]:
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")


def _read_stream(stream: IO[bytes], origin: str, format: str | None) -> Iterator[Story | Rejected]:
    if format == "jsonl":
        yield from _read_lines(stream, origin)
        return
    data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        yield _rejected(origin, "", f"the file is over {MAX_FILE:,} bytes", "split it, or give JSON Lines")
    elif not data.strip():
        yield _rejected(origin, "", "the file is empty", "remove it from the inputs")
    elif b"\0" in data[:100_000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield _rejected(origin, "", "the file is binary, not text", "convert it to text first", data)
    else:
        yield from _read_data(data, origin, format)


def _read_data(data: bytes, origin: str, format: str | None) -> Iterator[Story | Rejected]:
    text, notes = decode(data)
    head = text.lstrip()[:1]
    if format == "json" or (format is None and head in "{["):
        yield from _read_json(text, origin)
        return
    if len(text) > MAX_STORY:
        yield _rejected(
            origin,
            "",
            f"the text has {len(text):,} characters; a story may have {MAX_STORY:,}",
            "split it into stories",
        )
        return
    story = story_from_text(
        text, id=Path(origin).name.split(".")[0] if origin != "standard input" else None, origin=origin
    )
    yield _noted(story, notes)


def _read_json(text: str, origin: str) -> Iterator[Story | Rejected]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            yield from _json_lines(((n, line) for n, line in enumerate(text.split("\n"), start=1)), origin)
            return
        yield _rejected(
            origin, "", f"the file is not valid JSON: {error}", "check the brackets and quotes", text.encode()[:RAW]
        )
        return
    for n, record in enumerate(found if isinstance(found, list) else [found], start=1):
        position = f"record {n}"
        if isinstance(record, dict):
            yield read_record(record, origin=origin, position=position)
        else:
            yield _rejected(
                origin, position, "the record is not a JSON object", "give objects with `id`, `date` and `text`"
            )


def _read_lines(stream: IO[bytes], origin: str) -> Iterator[Story | Rejected]:
    yield from _json_lines(_lines(stream), origin)


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, str | None]]:
    """Yield numbered lines; None for one that is too long, which is passed over piece by piece."""
    number = 0
    while True:
        line = stream.readline(MAX_LINE + 1)
        if not line:
            return
        number += 1
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            yield number, None
            continue
        yield number, decode(line)[0]


def _json_lines(lines: Iterable[tuple[int, str | None]], origin: str) -> Iterator[Story | Rejected]:
    seen_any = False
    for number, line in lines:
        position = f"line {number}"
        if line is None:
            seen_any = True
            yield _rejected(
                origin,
                position,
                f"the line is over {MAX_LINE:,} bytes",
                "a story may have 1,000,000 characters; split it",
            )
            continue
        if not line.strip():
            continue
        seen_any = True
        try:
            record: Any = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield _rejected(
                origin,
                position,
                f"the line is not valid JSON: {error}",
                "one JSON object a line",
                line.encode("utf-8", "replace"),
            )
            continue
        if isinstance(record, dict):
            yield read_record(record, origin=origin, position=position)
        else:
            yield _rejected(
                origin, position, "the line is not a JSON object", "give objects with `id`, `date` and `text`"
            )
    if not seen_any:
        yield _rejected(origin, "", "the file is empty", "remove it from the inputs")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode bytes: UTF-8, UTF-16 with its mark, else Windows-1252 with a remark.

    Returns:
        The text, with line ends as they are, and remarks for the story.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), ("decoded as UTF-16",)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ("not valid UTF-8; decoded as Windows-1252",)


def _noted(story: Story, notes: tuple[str, ...]) -> Story:
    from dataclasses import replace

    return replace(story, notes=(*story.notes, *notes)) if notes else story


def _rejected(origin: str, position: str, reason: str, advice: str, raw: bytes = b"") -> Rejected:
    return Rejected(
        origin=origin, position=position, reason=reason, advice=advice, raw=raw[:RAW].decode("utf-8", "replace")
    )
