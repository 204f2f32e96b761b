"""Bytes to text, once, at the edge: what was replaced is counted and said."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dateline.model import ReadError

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a zstd archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# C0 and C1 controls but tab and newline; each becomes one space (a lone CR one newline) so that offsets hold.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
# Share of control bytes above which a file is no text.
_BINARY_SHARE = 0.05
# Bytes outside ASCII below which a charset is not guessed, their least share, and how much of the data is looked at.
_GUESS_LEAST, _GUESS_SHARE, _GUESS_BYTES = 60, 0.02, 65_536


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text that can be coded and stored, and remarks on what was done to it."""

    text: str
    notes: tuple[str, ...] = ()


def refuse_binary(head: bytes) -> None:
    """Raise for bytes that are no text.

    Args:
        head: The first bytes of an input.

    Raises:
        ReadError: The bytes are of a known binary format, or hold NULs or many control bytes.
    """
    for magic, name in _MAGIC:
        if head.startswith(magic):
            raise ReadError(f"{name}, not text")
    if head[8:12] == b"DUCK":
        raise ReadError("a DuckDB database, which is opened from nobody but yourself; export it to Parquet or CSV")
    if head.startswith(_UTF16):
        return
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    if b"\x00" in head or controls > _BINARY_SHARE * max(len(head), 100):
        raise ReadError("a binary file, not text")


def decode(data: bytes, *, declared: str | None = None) -> Cleaned:
    """Decode bytes: strict UTF-8 (or UTF-16 with its mark), else the declared charset, else what it looks like.

    A guess is made only from many letters outside ASCII: a few are most often Windows-1252's dashes and quotes.

    Args:
        data: The bytes.
        declared: Charset that the input names, if it does.

    Returns:
        The text, and a note when it was not UTF-8.
    """
    if data.startswith(_UTF16):
        return Cleaned(data.decode("utf-16", "replace"), ("decoded as UTF-16",))
    try:
        return Cleaned(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        first = error.start
    for charset in (declared, _guess(data), "cp1252"):
        try:
            if charset and codecs.lookup(charset)._is_text_encoding:
                return Cleaned(data.decode(charset), (f"not UTF-8 (byte {first}); decoded as {charset}",))
        except (UnicodeError, LookupError):
            continue
    text = data.decode("utf-8", "replace")
    return Cleaned(text, (f"not UTF-8 (byte {first}); {text.count(chr(0xFFFD))} unreadable bytes replaced",))


def _guess(data: bytes) -> str | None:
    sample = data[:_GUESS_BYTES]
    high = sum(byte > 0x7F for byte in sample)
    if high < _GUESS_LEAST or high < _GUESS_SHARE * len(sample):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None


def clean(text: str) -> Cleaned:
    """Replace what no store takes, one character for one, and note what stays but may mislead a reader.

    Line ends become newlines: of CR LF the CR becomes a space, so that every offset stays.
    """
    notes = []
    text, surrogates = _LONE_SURROGATE.subn("\ufffd", text)
    if surrogates:
        notes.append(f"{surrogates} lone surrogates replaced")
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    text, controls = _CONTROL.subn(" ", text)
    if controls:
        notes.append(f"{controls} control characters replaced by spaces")
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    for pattern, name in ((_DIRECTION, "direction marks"), (_INVISIBLE, "invisible characters")):
        kept = len(pattern.findall(text))
        if kept:
            notes.append(f"{kept} {name} kept")
    return Cleaned(text, tuple(notes))
