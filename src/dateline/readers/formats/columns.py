"""Which column of a table holds which field: as the user says, else by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model import ReadError, UsageError
from dateline.readers.records import FIELDS

# Names that tables use beside those of JSON records; compared in lower case, with spaces and hyphens as underscores.
_MORE: dict[str, tuple[str, ...]] = {
    "text": ("story", "article_text", "story_text", "maintext", "article_body", "fulltext", "news", "sentence", "lead"),
    "id": ("article_id", "doc_id", "document_id", "an", "accession_number", "identifier"),
    "published": ("day", "pubdate", "publish_date", "date_publish", "published_date", "datetime", "time"),
    "title": ("head", "hd", "article_title"),
    "publisher": ("newspaper", "outlet", "source_name", "domain", "sn", "medium"),
    "url": ("uri", "web_url", "source_url"),
    "byline": ("authors", "writer"),
}


def parse_columns(text: str) -> dict[str, str]:
    """Read a map such as `text=body,published=date`.

    Raises:
        UsageError: A part is no `field=column`, or the field is unknown.

    Example:
        >>> parse_columns("text=body,published=date")
        {'text': 'body', 'published': 'date'}
    """
    found = {}
    for part in text.split(","):
        field, equals, column = part.partition("=")
        if not equals or not column.strip():
            raise UsageError(f"--columns wants field=column pairs parted by commas, not {part!r}")
        found[field.strip()] = column.strip()
    check_columns(found)
    return found


def check_columns(columns: Mapping[str, str]) -> None:
    """Raise for a field that stories do not have.

    Raises:
        UsageError: It names the field and those that there are.
    """
    unknown = sorted(set(columns) - set(FIELDS))
    if unknown:
        raise UsageError(f"there is no field {unknown[0]!r} to map a column to; choose of {', '.join(FIELDS)}")


def choose(names: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """Return the number of the column that holds each field.

    Args:
        names: The table's columns.
        wanted: Columns named by the user.

    Raises:
        ReadError: A column named by the user is not there, or none holds the text.
    """
    folded = {_fold(name): n for n, name in reversed(list(enumerate(names)))}
    found: dict[str, int] = {}
    for field, column in wanted.items():
        if _fold(column) not in folded:
            raise ReadError(f"there is no column {column!r}; the columns are {_listed(names)}")
        found[field] = folded[_fold(column)]
    taken = set(found.values())
    for field, known in FIELDS.items():
        options = (folded[name] for name in (*known, *_MORE.get(field, ())) if name in folded)
        at = next((n for n in options if n not in taken), None)
        if field not in found and at is not None:
            found[field] = at
            taken.add(at)
    if "text" not in found:
        raise ReadError(f"no column holds the text; the columns are {_listed(names)}")
    return found


def record(values: Sequence[object], columns: Mapping[str, int]) -> dict[str, object]:
    """Return a row as a record under the fields' own names."""
    return {field: _plain(values[n]) for field, n in columns.items() if n < len(values)}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return None if isinstance(value, str) and not value.strip() else value


def _fold(name: str) -> str:
    return name.strip().strip("\ufeff\"'").casefold().replace(" ", "_").replace("-", "_").replace(".", "_")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(repr(name[:40]) for name in names[:30]) or "none"
