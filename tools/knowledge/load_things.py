"""Organisations, armed groups, parties, media, companies and groups of people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.knowledge.dates import first_day, last_day
from tools.knowledge.load_people import rows
from tools.knowledge.records import Thing

from dateline.knowledge.more import BODIES
from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind

ACTORS = "actors"


def load(sources: Path, tables: Path) -> list[Thing]:
    """Return every thing, our own tables first; things of sources whose name is taken only add aliases.

    People of the tables that the base learns when it is opened are not built in: holders of office have their own.
    """
    found: dict[tuple[str, str | None], Thing] = {}
    ids: set[str] = set()
    for table in sorted(tables.glob("*.tsv")):
        learned = (ACTORS, table.name) in BODIES
        for thing in _own(table):
            if not (learned and thing.kind == EntityKind.PERSON):
                _add(found, ids, thing)
    return sorted(found.values(), key=lambda thing: thing.id)


def _add(found: dict[tuple[str, str | None], Thing], ids: set[str], thing: Thing) -> None:
    key = (name_key(thing.name), thing.country)
    known = found.get(key)
    if known and known.until and thing.since and thing.since > known.until:
        key = (f"{key[0]} since {thing.since}", thing.country)  # rebels that came to rule are two things
        known = found.get(key)
    if known:
        known.aliases |= thing.aliases
        return
    number, base = 1, thing.id
    while thing.id in ids:
        number += 1
        thing.id = f"{base}-{number}"
    ids.add(thing.id)
    found[key] = thing


def _own(table: Path) -> Iterator[Thing]:
    for row in rows(table):
        yield Thing(
            id=own_id(row["kind"], row["country"], row["name"]), name=row["name"], kind=row["kind"], country=row["country"] or None,
            sectors=row["sectors"], origin=row["origin"], since=first_day(row["since"]), until=last_day(row["until"]),
            rank=int(row["rank"] or 70), aliases=set(filter(None, row["aliases"].split("|"))),
        )  # fmt: skip


def own_id(kind: str, country: str | None, name: str) -> str:
    """Return an id of our own: `dl:armed_group/nga/boko-haram`."""
    return f"dl:{kind}/{(country or 'int').lower()}/{name_key(name).replace(' ', '-')}"
