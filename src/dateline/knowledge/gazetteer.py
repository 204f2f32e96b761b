"""The offline base of places: GeoNames populated places, admin units, regions and seas."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import unicodedata
from functools import lru_cache
from pathlib import Path

from dateline.knowledge.codebook import data_folder
from dateline.model import ModelFileError, Place

# Degrees are stored as whole numbers of this part.
SCALE = 10_000
SCHEMA = """
PRAGMA page_size=4096;
CREATE TABLE land (code TEXT PRIMARY KEY, country TEXT);
CREATE TABLE unit (code TEXT PRIMARY KEY, region INTEGER);
CREATE TABLE region (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE feature (id INTEGER PRIMARY KEY, class TEXT, code TEXT);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat INTEGER, lon INTEGER, country TEXT, region INTEGER,
  feature INTEGER, population INTEGER);
CREATE TABLE name (key TEXT, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
"""
COLUMNS = "place.id, place.name, lat, lon, country, region.name, class, code, population"
TABLES = "name JOIN place USING (id) JOIN region ON region.id = place.region JOIN feature ON feature.id = place.feature"


class Gazetteer:
    """Looks place names up; opened read-only, nothing is loaded until asked for.

    Example:
        >>> Gazetteer.open().lookup("Krasnaya Polyana")[0].country
        'RUS'
    """

    def __init__(self, base: sqlite3.Connection, path: Path) -> None:
        self._base = base
        self.path = path
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """Open the shipped gazetteer, or another file of its form.

        Raises:
            ModelFileError: The file is missing or is no gazetteer.
        """
        where = path or data_folder() / "places.sqlite"
        if not where.is_file():
            raise ModelFileError(f"the gazetteer {where} is missing; install Dateline again")
        base = sqlite3.connect(f"file:{where}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        try:
            base.execute("SELECT 1 FROM name, region, feature LIMIT 1")
        except sqlite3.DatabaseError as error:
            raise ModelFileError(f"{where} is no gazetteer: {error}") from error
        return cls(base, where)

    @property
    def sha256(self) -> str:
        """SHA-256 of the file."""
        with self.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name, countries first, then by population."""
        key = fold(name)
        if self._base.execute("SELECT 1 FROM name WHERE key = ? LIMIT 1", (key,)).fetchone() is None:
            return ()  # the common case, in half the time
        rows = self._base.execute(
            f"SELECT {COLUMNS} FROM {TABLES} WHERE key = ?"
            " ORDER BY class = 'A' AND code = 'PCLI' DESC, population DESC, place.id",
            (key,),
        )
        return tuple(_place(row) for row in rows)


def fold(name: str) -> str:
    """Normalise a place name as the gazetteer's keys are: lower case, no accents, hyphens as blanks.

    Example:
        >>> fold("Khan-Sheikhoun"), fold("São Paulo")
        ('khan sheikhoun', 'sao paulo')
    """
    plain = name
    if not name.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", re.sub(r"[‘’'`ʻʿ.]", "", plain.replace("-", " "))).strip().casefold()


def _place(row: tuple[int, str, int, int, str, str, str, str, int]) -> Place:
    number, name, latitude, longitude, country, admin1, feature_class, code, population = row
    return Place(
        geonameid=number if number > 0 else None,
        name=name,
        latitude=latitude / SCALE,
        longitude=longitude / SCALE,
        country=country,
        admin1=admin1 or None,
        feature_class=feature_class,
        feature_code=code,
        population=population,
    )
