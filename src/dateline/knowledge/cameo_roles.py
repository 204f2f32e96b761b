"""What the roles of CAMEO are in PLOVER: for dictionaries that were written for older coders."""

from __future__ import annotations

import csv
from functools import cache

from dateline.knowledge.codebook import data_folder

FORMER, OUT_OF_OFFICE = "FRM", "ELI"


def plover_sectors(code: str) -> tuple[str, ...]:
    """Return the sectors of some roles run together, primary first.

    Roles that the table does not hold stay as they are, so that a user's own codes reach the record.

    Args:
        code: Three letters a role, the country left off.

    Example:
        >>> plover_sectors("GOVMED"), plover_sectors("MILNAV"), plover_sectors("GOVFRM")
        (('GOV', 'JRN'), ('MIL',), ('ELI',))
    """
    parts = [code[i : i + 3] for i in range(0, len(code) - 2, 3)]
    if FORMER in parts:
        return (OUT_OF_OFFICE,)
    table = _table()
    return tuple(dict.fromkeys(sector for part in parts if (sector := table.get(part, part))))


@cache
def _table() -> dict[str, str]:
    lines = (data_folder() / "sectors" / "cameo_roles.tsv").read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return {row["code"]: row["sector"] for row in rows}
