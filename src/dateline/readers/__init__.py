"""Bytes of any news format to `Story`."""

from dateline.readers.dates import read_date
from dateline.readers.formats.columns import parse_columns
from dateline.readers.inputs import ReadOptions
from dateline.readers.reading import read
from dateline.readers.records import read_record
from dateline.readers.registry import FORMATS
from dateline.readers.sources import find_sources as find_inputs
from dateline.readers.wire_text import story_from_text

__all__ = [
    "FORMATS",
    "ReadOptions",
    "find_inputs",
    "parse_columns",
    "read",
    "read_date",
    "read_record",
    "story_from_text",
]
