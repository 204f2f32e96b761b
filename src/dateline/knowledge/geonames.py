"""Users' own places: a copy of the shipped gazetteer with what a GeoNames dump adds."""

from __future__ import annotations

import gzip
import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dateline.knowledge.gazetteer import SCALE, fold
from dateline.knowledge.petrarch import Problem
from dateline.model import UsageError

# What of a dump serves news: units, towns, regions and parks, seas and rivers, islands and mountains, and of the spots
# airports, bases, camps, mines, dams, power stations, border posts and embassies.
FEATURES = r"A\.|P\.|L\.|H\.|T\.|S\.(AIR|MIL|CMP|MN|DAM|PS|PST|NUC|DIP|EMB|PRT|OIL|RFNR|BDG|PAL|GOV)"
FIELDS = 19
LATIN = re.compile(r"^[A-Za-z0-9À-žƏəǍ-ɏḀ-ỿ '’.\-]+$")
# How many alternate names of one place are kept, and how many problems are reported one by one.
MAX_NAMES = 14
BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Dumped:
    """One line of a dump, in the terms of the gazetteer."""

    number: int
    name: str
    names: tuple[str, ...]
    point: tuple[int, int]
    land: str
    unit: str
    feature: tuple[str, str]
    population: int


@dataclass(frozen=True, slots=True)
class Added:
    """How many places were new, how many known ones were brought up to date, and the lines skipped."""

    new: int
    updated: int
    problems: tuple[Problem, ...]


def add_geonames(gazetteer: Path, dumps: Sequence[Path], out: Path, *, features: str = FEATURES) -> Added:
    """Write a copy of a gazetteer that holds the places of GeoNames dumps too.

    Args:
        gazetteer: The file to start from.
        dumps: `allCountries.txt` or one country's file, as GeoNames offers them; also gzipped.
        out: The new file.
        features: Pattern of `class.code` (`P.PPL`) that a place must match at its start.

    Returns:
        Counts, and every line that breaks the format of 19 fields, with its number.

    Raises:
        UsageError: A dump cannot be read, or the pattern is none.

    Example:
        >>> add_geonames(shipped, [Path("ML.txt")], Path("places-mali.sqlite"))  # doctest: +SKIP
    """
    try:
        wanted = re.compile(features)
    except re.error as error:
        raise UsageError(f"{features!r} is no pattern of features ({error}); write for instance 'P|A.ADM'") from error
    if gazetteer.resolve() != out.resolve():
        shutil.copyfile(gazetteer, out)
    problems: list[Problem] = []
    before = new = seen = 0
    with sqlite3.connect(out) as db:
        before = _count(db)
        tables = _Tables(db)
        for dump in dumps:
            for places in _batches(p for p in _read(dump, problems) if wanted.match(".".join(p.feature))):
                tables.insert(places)
                seen += len(places)
        new = _count(db) - before
    db.close()
    return Added(new, seen - new, tuple(problems))


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM place").fetchone()[0])


def _read(dump: Path, problems: list[Problem]) -> Iterator[Dumped]:
    try:
        with _open(dump) as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip() and not line.startswith("#"):
                    try:
                        yield _parse(line.rstrip("\n").split("\t"))
                    except ValueError as error:
                        problems.append(Problem(str(dump), number, line.strip(), str(error)))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{dump}: cannot be read as a GeoNames dump ({error})") from error


def _open(dump: Path) -> IO[str]:
    return gzip.open(dump, "rt", encoding="utf-8") if dump.suffix == ".gz" else dump.open(encoding="utf-8")


def _parse(fields: list[str]) -> Dumped:
    if len(fields) != FIELDS:
        raise ValueError(f"{len(fields)} fields separated by tabs instead of {FIELDS}")
    number, name, plain, others, latitude, longitude, kind, code, land, _, admin1, *_ = fields
    point = round(float(latitude) * SCALE), round(float(longitude) * SCALE)
    if abs(point[0]) > 90 * SCALE or abs(point[1]) > 180 * SCALE:
        raise ValueError(f"{latitude}, {longitude} lies on no globe")
    names = [n for n in dict.fromkeys((name, plain, *others.split(","))) if len(n) > 2 and LATIN.match(n)]
    return Dumped(
        int(number), name, tuple(names[:MAX_NAMES]), point, land, f"{land}.{admin1}", (kind, code), int(fields[14] or 0)
    )


def _batches(places: Iterable[Dumped]) -> Iterator[list[Dumped]]:
    batch: list[Dumped] = []
    for place in places:
        batch.append(place)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


class _Tables:
    """The side tables of a gazetteer, which grow as new features appear."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._lands = dict(db.execute("SELECT code, country FROM land"))
        self._units = dict(db.execute("SELECT code, region FROM unit"))
        self._features: dict[tuple[str, str], int] = {
            (str(kind), str(code)): int(number) for number, kind, code in db.execute("SELECT * FROM feature")
        }
        self._nowhere = int(db.execute("SELECT id FROM region WHERE name = ''").fetchone()[0])

    def insert(self, places: Sequence[Dumped]) -> None:
        self._db.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
            " lat = excluded.lat, lon = excluded.lon, population = max(population, excluded.population)",
            [
                (p.number, p.name, *p.point, self._lands.get(p.land, ""), self._units.get(p.unit, self._nowhere),
                 self._feature(p.feature), p.population)
                for p in places
            ],
        )  # fmt: skip
        keys = ((key, p.number) for p in places for key in {fold(n) for n in (p.name, *p.names)} if key)
        self._db.executemany("INSERT OR IGNORE INTO name VALUES (?,?)", keys)

    def _feature(self, feature: tuple[str, str]) -> int:
        if feature not in self._features:
            self._features[feature] = max(self._features.values(), default=0) + 1
            self._db.execute("INSERT INTO feature VALUES (?,?,?)", (self._features[feature], *feature))
        return self._features[feature]
