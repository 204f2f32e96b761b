"""CSV and TSV with a line of column names; the delimiter is told by that line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace

from dateline.model import ReadError, Rejected, Story
from dateline.readers.decoding import decode
from dateline.readers.formats.columns import choose, record
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.limits import LINE_BYTES
from dateline.readers.records import read_record
from dateline.readers.sources import read_lines

_DELIMITERS = ("\t", ",", ";", "|")
_ADVICE = "name the columns with --columns text=COLUMN,published=COLUMN"


def read(source: Input) -> Items:
    """Yield the story of every row; a row that cannot be parted in cells is rejected by its number."""
    # The module keeps one limit for the whole process; a story in one cell needs more than its default.
    csv.field_size_limit(max(csv.field_size_limit(), LINE_BYTES))
    lines = _Lines(source)
    first = next(lines, "")
    delimiter = _delimiter(first)
    names = next(csv.reader([first], delimiter=delimiter), [])
    try:
        columns = choose(names, source.options.columns)
    except ReadError as error:
        yield source.rejected(str(error), _ADVICE, raw=first)
        return
    number = 0
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        number += 1
        yield from lines.problems()
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            # Most often a quote that is never closed: what follows cannot be parted in rows any more.
            yield source.rejected(f"no CSV from here on: {error}", "repair the file", position=f"row {number}")
            return
        if row:
            yield _story(row, names, columns, source, f"row {number}", lines.notes)
    if number == 1:
        yield source.rejected("the table has no rows", "nothing to do")


def _story(
    row: list[str], names: list[str], columns: dict[str, int], source: Input, position: str, notes: tuple[str, ...]
) -> Story | Rejected:
    if len(row) > len(names):
        reason = f"a row of {len(row)} cells under {len(names)} columns"
        return source.rejected(reason, "quote cells that hold the delimiter", position=position, raw=" ".join(row))
    item = read_record(record(row, columns), origin=source.origin, position=position)
    return replace(item, notes=(*notes, *item.notes)) if notes and isinstance(item, Story) else item


class _Lines(Iterator[str]):
    """The file's lines as text; what cannot be read waits in `problems`."""

    def __init__(self, source: Input) -> None:
        self._source = source
        self._lines = read_lines(source.stream)
        self._problems: list[Rejected] = []
        self.notes: tuple[str, ...] = ()

    def __next__(self) -> str:
        while True:
            number, line = next(self._lines)
            if isinstance(line, bytes):
                decoded = decode(line)
                self.notes = decoded.notes or self.notes
                return decoded.text.replace("\x00", " ").replace("\r\n", "\n").replace("\r", " ")
            position = f"line {number}"
            self._problems.append(self._source.rejected(str(line), "split or repair the file", position=position))

    def problems(self) -> Iterator[Rejected]:
        """Yield and forget what was found wrong."""
        found, self._problems = self._problems, []
        yield from found


def _delimiter(line: str) -> str:
    """Return the delimiter that the line of names has most of; a comma where it has none."""
    return max(_DELIMITERS, key=lambda mark: (line.count(mark), mark == ","))


CSV = Format(
    name="csv",
    says="CSV or TSV with column names",
    suffixes=(".csv", ".tsv", ".tab"),
    read=read,
    apart=False,
)
