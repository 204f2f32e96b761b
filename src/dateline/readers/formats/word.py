"""Word documents: the text of `word/document.xml`, through the one hardened parser; nothing else is unpacked."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

from dateline.model import ReadError
from dateline.readers.formats.plain_text import reports_in
from dateline.readers.hardened_xml import Element, iter_elements, local
from dateline.readers.inputs import Format, Input, Items
from dateline.readers.limits import DOCUMENT_BYTES
from dateline.readers.metering import Metered

_MAIN = "word/document.xml"
# Parts of a document: text, styles, pictures; a bomb made of members has far more.
_MEMBERS = 5_000
_BREAKS = frozenset({"br", "cr"})
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError),
    *(OverflowError, struct.error),
)


def read(source: Input) -> Items:
    """Yield the report of a document, or those of a Nexis export.

    Raises:
        ReadError: The file is damaged, no document, or unpacks to more than it may.
    """
    text = document_text(source)
    if not text.strip():
        raise ReadError("the document holds no text")
    yield from reports_in(text, source)


def document_text(source: Input) -> str:
    """Return the paragraphs of a document, a line each; tracked deletions and field codes are left out.

    Raises:
        ReadError: See `read`.
    """
    if source.file_name.startswith("~$"):
        raise ReadError("a lock file that Word leaves beside an open document")
    try:
        with zipfile.ZipFile(source.stream) as archive:
            names = archive.infolist()
            if len(names) > _MEMBERS:
                raise ReadError(f"a document of {len(names)} parts, above the limit of {_MEMBERS}")
            info = next((entry for entry in names if entry.filename == _MAIN), None)
            if info is None:
                raise ReadError("a ZIP file without word/document.xml: no Word document")
            with archive.open(info) as part:
                stream = Metered(part, packed=info.compress_size, cap=DOCUMENT_BYTES, what="a document")
                return _text(stream)
    except _DAMAGED as error:
        raise ReadError(f"a damaged document ({str(error)[:150]})") from error


def _text(stream: Metered) -> str:
    lines = []
    for element in iter_elements(stream, ("p",)):
        # Text boxes hold paragraphs inside paragraphs; the outermost one carries them all.
        lines.append("".join(_pieces(element)).strip())
    return "\n".join(lines)


def _pieces(paragraph: Element) -> list[str]:
    found = []
    for element in paragraph.iter():
        name = local(element)
        if name == "t":
            found.append(element.text or "")
        elif name == "tab":
            found.append("\t")
        elif name in _BREAKS or (name == "p" and element is not paragraph):
            found.append("\n")
    return found


def _sniff(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and (b"word/" in head or b"[Content_Types].xml" in head[:200])


DOCX = Format(
    name="docx", says="Word documents, also Nexis exports", suffixes=(".docx",), sniff=_sniff, read=read, seeks=True
)
