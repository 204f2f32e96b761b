"""Which states belong to the bodies that reports name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.model import LexiconError


@cache
def _bodies() -> Mapping[str, frozenset[str]]:
    path = data_folder() / "ties" / "members.toml"
    found: dict[str, frozenset[str]] = {}
    for entry in read_entries(path, "body"):
        try:
            members = frozenset(str(code) for code in entry["members"])
            found |= {str(name).casefold(): members for name in entry["names"]}
        except KeyError as error:
            raise LexiconError(f"{path}: a body lacks {error}; it needs `names` and `members`") from error
    return found


def members_of(body: str) -> frozenset[str]:
    """Return the codes of the states that belong, or belonged until its end, to a body; none if it is not known.

    Args:
        body: Any of the body's names, in any case.

    Raises:
        LexiconError: The table breaks its format.

    Example:
        >>> sorted(members_of("Benelux"))
        ['BEL', 'LUX', 'NLD']
    """
    return _bodies().get(body.casefold(), frozenset())
