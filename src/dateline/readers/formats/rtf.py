"""RTF, mostly Nexis exports; the conversion is slow on large files and so has a limit of its own."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import ReadError
from dateline.readers.formats.plain_text import reports_in
from dateline.readers.inputs import Format, Input, Items, capped
from dateline.readers.limits import RTF_BYTES
from dateline.readers.timing import Overtime, time_limit

_SECONDS = 60
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError)


def read(source: Input) -> Items:
    """Yield the report of a file, or those of a Nexis export.

    Raises:
        ReadError: The file is too large or cannot be converted.
    """
    from striprtf.striprtf import rtf_to_text

    convert: Callable[..., str] = rtf_to_text
    data = capped(source.stream, RTF_BYTES, what="an RTF file")
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadError("no RTF file")
    try:
        with time_limit(_SECONDS):
            text = convert(data.decode("latin-1"), errors="replace")
    except Overtime as error:
        raise ReadError(f"the conversion took {error}") from error
    except _FAULTS as error:
        raise ReadError(f"RTF that cannot be converted ({type(error).__name__}: {str(error)[:150]})") from error
    yield from reports_in(text, source)


RTF = Format(
    name="rtf",
    says="RTF, also Nexis exports",
    suffixes=(".rtf",),
    sniff=lambda head: head.lstrip().startswith(b"{\\rtf"),
    read=read,
)
