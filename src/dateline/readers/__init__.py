"""Bytes of any news format to `Story`."""

from dateline.readers.reading import read
from dateline.readers.records import read_record
from dateline.readers.wire_text import story_from_text

__all__ = ["read", "read_record", "story_from_text"]
