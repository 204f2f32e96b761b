"""Writes `data/actors/parties.tsv`: the parties of all states since the late 1980s, from Party Facts.

Usage: python tools/knowledge/build_parties.py SOURCES

SOURCES holds `partyfacts/` (MIT; its Wikidata lookup CC0). Kept are parties that won 2 % of the votes in their best year
or sent ministers, with their English and original names, these also without the nation they begin with ("Estonian Reform
Party", "Reform Party"), and short names. Left out are rows that stand for no party, short
names of two letters, English names of one word that are no more than a word ("Unity"), and parties of the base, whose
names come first (`organisations.tsv`).
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.normalise import name_key

DATA = Path(__file__).parents[2] / "src/dateline/knowledge/data"
OUT = DATA / "actors/parties.tsv"
HEADER = (
    "# Parties of all states since the late 1980s: Party Facts (MIT), its Wikidata lookup (CC0).\n"
    "# Written by tools/knowledge/build_parties.py; corrections go there or into more.tsv, whose bodies stand before these.\n"
    '# Example: "the Free Democratic Party" of a report from Berlin is Germany\'s. Near miss: a report that names no land.\n'
)
COLUMNS = ("kind", "country", "name", "aliases", "sectors", "since", "until", "rank", "origin")
# Below the parties of our own table, so that those come first among namesakes.
RANK, ORIGIN = "40", "Party Facts"
EARLIEST, LEAST_SHARE, SHORTEST = 1987, 2.0, 3
# The source fills the last year only up to here.
LAST_KNOWN = 2019
# States that are no more, or are written otherwise here.
CODES = {"YUG": "YUG", "DDR": "DDR", "SCG": "SRB", "XKX": "KOS", "RKS": "KOS"}
ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
# Names of one word that are no more than a word.
PLAIN = frozenset(
    {
        "alianza",
        "alliance",
        "coalition",
        "dor",
        "fuerza",
        "holos",
        "islamists",
        "liberals",
        "livre",
        "merchants",
        "renaissance",
    }
    | {"solidarity", "todos", "unionists", "valor", "vivant", "volya", "pro government"}
)
LATIN = re.compile(r"[A-Za-zÀ-ɏ' .&’/-]+\Z")


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    folder = parser.parse_args().sources / "partyfacts"
    lines = ["\t".join(COLUMNS), *("\t".join(row) for row in sorted(_parties(folder)))]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


def _parties(folder: Path) -> Iterator[tuple[str, ...]]:
    ruling = {row["partyfacts_id"] for row in _read(folder / "whogov.csv")}
    linked = {row["partyfacts_id"]: row for row in _read(folder / "wikidata.csv")}
    known, base = _known(), KnowledgeBase.open()
    taken: set[tuple[str, str]] = set()
    for row in _read(folder / "partyfacts-core-parties.csv"):
        number = row["partyfacts_id"]
        weighty = float(row["share"] or 0) >= LEAST_SHARE or number in ruling
        if row["technical"] or not weighty or int(row["year_last"] or LAST_KNOWN) < EARLIEST:
            continue
        item = linked.get(number, {})
        names = [n for n in _names(row, item) if (row["country"], name_key(n)) not in known | taken]
        if not names or _is_short(names[0]):
            continue  # a short name alone is the other name of a party that the base holds
        country = CODES.get(row["country"], row["country"])
        names += [
            n for n in _without_nation(names, country, base) if (row["country"], name_key(n)) not in known | taken
        ]
        taken |= {(row["country"], name_key(n)) for n in names}
        until = row["year_last"] if int(row["year_last"] or LAST_KNOWN) < LAST_KNOWN else ""
        yield ("party", country, names[0], "|".join(names[1:]), "PTY", row["year_first"], until, RANK, ORIGIN)


def _names(row: dict[str, str], item: dict[str, str]) -> list[str]:
    """Return a party's names, the English one first."""
    english = [part.strip() for part in row["name_english"].split(" / ")] + [item.get("name", "")]
    native = [part.strip() for part in row["name"].split(" / ")] + [item.get("name_native", "")]
    plain = {name_key(n) for n in native if n}
    found = [n for n in map(_bare, english) if " " in n or name_key(n) in plain - PLAIN]
    found += [n for n in map(_bare, native) if " " in n and " / " not in n and LATIN.match(n)]
    found += [n for n in (row["name_short"], item.get("name_short", "")) if _is_short(n)]
    unique = {name_key(n): n for n in reversed(found) if n and name_key(n)}
    return list(reversed(unique.values()))


def _without_nation(names: list[str], country: str, base: KnowledgeBase) -> list[str]:
    """Return how names read at home: "Reform Party" for "Estonian Reform Party"; at least two words are left."""
    found = []
    for nation, _, rest in (name.partition(" ") for name in names):
        hit = base.country_of(nation) if " " in rest else None
        if hit is not None and hit.code == country and rest not in names:
            found.append(rest)
    return found


def _bare(name: str) -> str:
    return ASIDE.sub("", name).strip()


def _is_short(name: str) -> bool:
    """Say whether a short name may stand for a party: at least three letters, two of them capitals."""
    return (
        name.isascii()
        and name.isalpha()
        and len(name) >= SHORTEST
        and sum(c.isupper() for c in name) > 1
        and name[0].isupper()
    )


def _known() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for table in ("organisations.tsv", "more.tsv"):
        for row in _read(DATA / "actors" / table, delimiter="\t"):
            names = [row["name"], *filter(None, row["aliases"].split("|"))]
            found |= {(row["country"], name_key(n)) for n in names}
    return found


def _read(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter=delimiter)


if __name__ == "__main__":
    main()
