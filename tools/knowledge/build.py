"""Builds the knowledge base from the raw sources and our own tables.

    python -m tools.knowledge.build --sources DIR [--out FILE] [--report FILE]

The sources are listed, with licences, in docs/sources.md. Equal input gives equal bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tools.knowledge import load_countries, load_nouns, load_people, load_things
from tools.knowledge.people import People, bound_snapshots, close_by_succession, merge_spells, overlaps, settle
from tools.knowledge.write import Writer

DATA = Path(__file__).parents[2] / "src" / "dateline" / "knowledge" / "data"
HERE = Path(__file__).parent
VERSION = "2026.5"


def collect_people(sources: Path) -> People:
    """Read every source of office-holders, the most trusted first, and merge their spells."""
    people = People()
    load_people.wikidata(people, sources / "wikidata-officeholders")
    load_people.uk_ministers(people, sources / "ifg-ministers")
    load_people.factbook(people, sources / "factbook")
    load_people.country_info(people, sources / "countryinfo" / "CountryInfo.120116.txt")
    for table in sorted((DATA / "facts").glob("*.tsv")):
        load_people.own_table(people, table)
    load_people.leaders_before(people, sources / "countryinfo" / "CountryInfo.120116.txt")
    load_people.legislators(people, sources / "wikidata-officeholders", HERE / "chambers.tsv")
    load_people.cabinet_2019(people, sources / "cia-world-leaders-2019" / "cabinets_2019-10.csv")
    people.join_doubles()
    for person in people.people.values():
        merge_spells(person)
    close_by_succession(people)
    settle(people)
    bound_snapshots(people)
    return people


def build(sources: Path, out: Path) -> tuple[dict[str, int], list[str]]:
    """Write the base to `out`; return row counts and the overlapping holders of one-holder posts."""
    people = collect_people(sources)
    countries, words = load_countries.load(sources, DATA / "countries" / "aliases.tsv")
    writer = Writer(out)
    writer.countries(countries, words)
    writer.metonyms(load_countries.metonyms(DATA / "metonyms.tsv"), words)
    for thing in load_things.load(sources, DATA / "actors"):
        writer.thing(thing)
    for id_ in sorted(people.people):
        writer.person(people.people[id_])
    writer.nouns(load_nouns.load(sources / "ngec" / "PLOVER_agents.txt", DATA / "sectors" / "nouns.tsv"))
    writer.close(version=VERSION)
    return writer.counts, overlaps(people)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder with the raw sources")
    parser.add_argument("--out", type=Path, default=DATA / "base.sqlite")
    parser.add_argument("--report", type=Path, help="write overlapping holders of one-holder posts there")
    options = parser.parse_args()
    counts, doubles = build(options.sources, options.out)
    for table, count in counts.items():
        print(f"{table:18}{count:>9,}")
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB; {len(doubles)} overlaps of one-holder posts")
    if options.report:
        options.report.write_text("\n".join(doubles) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
