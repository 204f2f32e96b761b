"""How names are compared: one key per name, whatever its case, accents, dots, hyphens or article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ə": "a",
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
        "&": " and ",
    }
)  # fmt: skip
# What two bytes of UTF-8 begin with where they were read as Windows-1252.
_MARK = "Ã"
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_DROP = re.compile(r"['.\"“”()]")
_SPLIT = re.compile(r"[\s\-_/,]+")


@lru_cache(maxsize=65536)
def name_key(text: str) -> str:
    """Return the key under which a name is stored and looked up.

    Case, accents, dots, apostrophes, hyphens, a leading "the" and a closing possessive are ignored.

    Example:
        >>> name_key("The Élysée's"), name_key("U.S."), name_key("Al-Qa'ida")
        ('elysee', 'us', 'al qaida')
    """
    folded = text.casefold()
    if folded.isascii() and folded.replace(" ", "").isalnum():  # most names: nothing to fold or to cut
        return _joined(folded.split())
    if _MARK in text:
        folded = _mended(text).casefold()
    folded = folded.translate(_LETTERS)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    folded = _DROP.sub("", _POSSESSIVE.sub("", folded.strip()))
    return _joined([word for word in _SPLIT.split(folded) if word])


def _mended(text: str) -> str:
    """Return a name whose UTF-8 somebody read as Windows-1252 as it was: "PeÃ±a" is "Peña"."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _joined(words: list[str]) -> str:
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def is_acronym(text: str) -> bool:
    """Say whether a name is written as an acronym: 2 to 7 letters, all capitals (`U.S.`, `WHO`)."""
    letters = [c for c in text if c.isalpha()]
    return 2 <= len(letters) <= 7 and all(c.isupper() for c in letters) and " " not in text.strip()


def may_be_acronym(text: str) -> bool:
    """Say whether a text can stand for an acronym.

    Capitals always can; "Nato" and "Unicef" can, as British papers write them; "us", "who", "Who" and "Is" cannot.
    """
    letters = [c for c in text.replace("'s", "").replace("’s", "") if c.isalpha()]
    if not letters:
        return False
    if all(c.isupper() for c in letters):
        return True
    return len(letters) >= 4 and letters[0].isupper() and all(c.islower() for c in letters[1:])
