"""One JSON document: an item, a list of items, an object that wraps a list, or a JSON Feed."""

from __future__ import annotations

import json

from dateline.readers.decoding import decode
from dateline.readers.formats.json_lines import read_line
from dateline.readers.formats.json_values import broken, items_of, parse
from dateline.readers.inputs import Format, Input, Items, capped
from dateline.readers.limits import DOCUMENT_BYTES
from dateline.readers.records import EXPECTED


def read(source: Input) -> Items:
    """Yield the items of a document; a file named .json that holds an object a line is read as JSON Lines."""
    decoded = decode(capped(source.stream, DOCUMENT_BYTES, what="a JSON document"))
    try:
        value = parse(decoded.text, strict=source.options.strict)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
            yield from _as_lines(decoded.text, source)
            return
        yield broken(decoded.text, error, source, "")
        return
    if value == []:
        yield source.rejected("the list holds no stories", f"give {EXPECTED}")
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, start=1):
        yield from items_of(row, source, f"record {number}" if isinstance(value, list) else "", decoded.notes)


def _as_lines(text: str, source: Input) -> Items:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield from read_line(line.encode("utf-8", "surrogatepass"), source, f"line {number}")


def _sniff(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] == b"{" or (start[:1] == b"[" and start[1:].lstrip()[:1] in {b"{", b"]"})


JSON = Format(
    name="json",
    says="one JSON document: ninjs, a list of records, or a JSON Feed",
    suffixes=(".json", ".ninjs"),
    sniff=_sniff,
    read=read,
    apart=False,
)
