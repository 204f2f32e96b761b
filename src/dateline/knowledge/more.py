"""Bodies and agent nouns that the base learns when it is opened, from tables that need no rebuilding."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from functools import cache

from dateline.knowledge.codebook import data_folder
from dateline.knowledge.normalise import is_acronym, name_key
from dateline.knowledge.nouns import SectorHit
from dateline.model import Entity, EntityKind, LexiconError

BODIES = (("actors", "more.tsv"), ("actors", "sport.tsv"), ("actors", "people.tsv"))
NOUNS = ("sectors", "nouns_more.tsv")


@cache
def more_bodies() -> dict[str, tuple[tuple[Entity, bool], ...]]:
    """Return the bodies and people of the tables in `data/actors` by the keys of their names; True: an acronym.

    Raises:
        LexiconError: A line breaks the format; the message names it.

    Example:
        >>> [entity.country for entity, _ in more_bodies()["moodys investors service"]]
        ['USA']
    """
    found: dict[str, tuple[tuple[Entity, bool], ...]] = {}
    for parts, row in ((table, row) for table in BODIES for row in _rows(*table)):
        digest = hashlib.sha256(f"{row['kind']}|{row['name']}".encode()).hexdigest()[:12]
        try:
            entity = Entity(
                id=f"dl:{digest}",
                name=row["name"],
                kind=EntityKind(row["kind"]),
                country=row["country"] or None,
                sectors=tuple(filter(None, row["sectors"].split(","))),
                origin=row["origin"],
            )
        except ValueError as error:
            raise LexiconError(f"data/{'/'.join(parts)}: {row['name']}: {error}") from error
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found[name_key(name)] = (*found.get(name_key(name), ()), (entity, is_acronym(name)))
    return found


@cache
def more_nouns() -> dict[str, SectorHit]:
    """Return the agent nouns of `data/sectors/nouns_more.tsv` by key.

    Example:
        >>> more_nouns()["whip"].sectors
        ('LEG',)
    """
    return {
        name_key(row["phrase"]): SectorHit(
            sectors=tuple(filter(None, row["sectors"].split(","))),
            kind=row["kind"],
            office=row["office"] or None,
            flags=tuple(filter(None, row["flags"].split(","))),
        )
        for row in _rows(*NOUNS)
    }


def _rows(*parts: str) -> Iterator[dict[str, str]]:
    lines = data_folder().joinpath(*parts).read_text("utf-8").splitlines()
    yield from csv.DictReader((line for line in lines if line and not line.startswith("#")), delimiter="\t")
