"""All formats, and which one an input is in: what its first bytes say goes before what its name says."""

from __future__ import annotations

from pathlib import PurePosixPath

from dateline.model import ReadError, UsageError
from dateline.readers.decoding import refuse_binary
from dateline.readers.formats.archive import TAR, ZIP
from dateline.readers.formats.delimited import CSV
from dateline.readers.formats.factiva import FACTIVA
from dateline.readers.formats.feed import FEED
from dateline.readers.formats.json_document import JSON
from dateline.readers.formats.json_lines import JSON_LINES
from dateline.readers.formats.newsml import NEWSML
from dateline.readers.formats.nitf import NITF
from dateline.readers.formats.page import HTML
from dateline.readers.formats.parquet import PARQUET
from dateline.readers.formats.petrarch import PETRARCH
from dateline.readers.formats.plain_text import TEXT
from dateline.readers.formats.rtf import RTF
from dateline.readers.formats.warc import WARC
from dateline.readers.formats.word import DOCX
from dateline.readers.hardened_xml import root_name
from dateline.readers.inputs import Format

# Bytes that belong to no other format; tried in this order, before the name.
_BY_MAGIC = (DOCX, ZIP, TAR, WARC, RTF, PARQUET, NITF, NEWSML, PETRARCH, FEED, FACTIVA, HTML)
# Told by name first: any text may begin like JSON, and nothing marks a table.
_BY_NAME = (JSON_LINES, JSON, CSV, TEXT)
FORMATS: dict[str, Format] = {form.name: form for form in (*_BY_NAME, *_BY_MAGIC)}
_SUFFIXES = {suffix: form for form in FORMATS.values() for suffix in form.suffixes}
_COMPRESSED = frozenset({".gz", ".bz2", ".xz"})


def check_format(name: str | None) -> None:
    """Raise for a format that there is not.

    Raises:
        UsageError: It lists those that there are.
    """
    if name is not None and name not in FORMATS:
        raise UsageError(f"there is no input format {name!r}; choose one of {', '.join(FORMATS)}")


def choose_format(head: bytes, name: str, wanted: str | None = None) -> Format:
    """Return the format of an input.

    Args:
        head: Its first bytes, unpacked.
        name: Its file name.
        wanted: The user's choice; an archive is opened all the same.

    Raises:
        ReadError: It is in a format that Dateline does not read.

    Example:
        >>> choose_format(b"<nitf><body/></nitf>", "report.xml").name
        'nitf'
    """
    found = _by_content(head, name)
    if wanted is not None and (found is None or found.members is None):
        found = FORMATS[wanted]
    if found is None:
        found = _by_text(head, name)
    if found in _BY_NAME:
        refuse_binary(head)
    return found


def _by_content(head: bytes, name: str) -> Format | None:
    named = named_format(name)
    for form in _BY_MAGIC:
        if form.sniff and form.sniff(head):
            # A page that begins like another kind of text is told by its name.
            return named if form is HTML and named in _BY_NAME else form
    return None


def _by_text(head: bytes, name: str) -> Format:
    named = named_format(name)
    if named is not None and (named in _BY_NAME or named is HTML):
        return named
    for form in (JSON_LINES, JSON):
        if form.sniff and form.sniff(head):
            return form
    root = root_name(head) if head.lstrip()[:1] == b"<" else None
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower().startswith((b"<?xml", b"<!doctype")) and root is None:
        raise ReadError("an XML file whose first element does not stand within its first 8 KB")
    if root:
        raise ReadError(f"an XML file with the root element {root!r}, which is no news format that Dateline reads")
    if named is not None:
        refuse_binary(head)
        raise ReadError(f"the name says {named.name}, the content does not")
    return TEXT


def named_format(name: str) -> Format | None:
    """Return the format that a file name's ending suggests, or None."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(name.replace("\\", "/")).suffixes]
    if suffixes and suffixes[-1] in _COMPRESSED:
        suffixes.pop()
    return _SUFFIXES.get(suffixes[-1]) if suffixes else None
