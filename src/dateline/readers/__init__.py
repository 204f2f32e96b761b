"""Bytes of news formats to `Story`."""

from dateline.readers.files import decode, read
from dateline.readers.records import read_record
from dateline.readers.wire import story_from_text

__all__ = ["decode", "read", "read_record", "story_from_text"]
