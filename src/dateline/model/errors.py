"""Errors, all of which say which story, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class DatelineError(Exception):
    """Base of every error that Dateline raises on purpose."""


class ReadError(DatelineError):
    """An input cannot be read as a story; the run keeps it as `Rejected` and goes on."""


class ModelFileError(DatelineError):
    """A model or data file is missing, or its hash is not the expected one."""


class LexiconError(DatelineError):
    """A codebook, frame or dictionary file breaks its format."""


class StoreError(DatelineError):
    """A run folder is damaged, locked, or cannot be written."""


class UsageError(DatelineError):
    """The caller asked for something that does not exist or does not fit together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An input that was not coded, kept with its reason so that nothing is lost.

    Attributes:
        origin: File (and member) that the input came from.
        position: Where in the file: `line 12`, `record 3`, or empty.
        story_id: The story's id where one was readable.
        stage: The room that refused it: `read`, `parse`, `resolve`, `code`.
        reason: What is wrong, in words.
        advice: What the user can do.
        raw: The first 2,000 characters of the input.
    """

    origin: str
    position: str = ""
    story_id: str | None = None
    stage: str = "read"
    reason: str = ""
    advice: str = ""
    raw: str = ""
