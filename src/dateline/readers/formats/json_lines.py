"""JSON Lines: one record a line, in ninjs or in the field names of NGEC and other event-data projects."""

from __future__ import annotations

import json

from dateline.model import ReadError
from dateline.readers.decoding import decode
from dateline.readers.formats.json_values import broken, items_of, parse
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.limits import LINE_BYTES
from dateline.readers.sources import read_lines


def read(source: Input) -> Items:
    """Yield the records of a file line by line; a bad line is rejected by its number."""
    for number, line in read_lines(source.stream, cap=LINE_BYTES):
        position = f"line {number}"
        if isinstance(line, ReadError):
            yield source.rejected(str(line), "split or repair the file", position=position)
        elif line.strip():
            yield from read_line(line, source, position)


def read_line(line: bytes, source: Input, position: str) -> Items:
    """Yield the record of one line, or why it is none."""
    decoded = decode(line)
    try:
        value = parse(decoded.text, strict=source.options.strict)
        yield from items_of(value, source, position, decoded.notes)
    except (ValueError, RecursionError) as error:
        yield broken(decoded.text, error, source, position)


def _sniff(head: bytes) -> bool:
    """A brace whose line is a whole object opens JSON Lines."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] != b"{":
        return False
    line, newline, _ = start.partition(b"\n")
    if not newline:
        return True
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


JSON_LINES = Format(
    name="jsonl",
    says="JSON Lines: ninjs, NGEC, or records with text, id and date",
    suffixes=(".jsonl", ".ndjson"),
    sniff=_sniff,
    read=read,
    apart=False,
)
