"""Countries in the codes of other event data: names, FIPS 10-4 (GDELT) and Correlates of War numbers (POLECAT)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.codebook import data_folder


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """One country: ISO 3166-1 alpha-3, English name, FIPS 10-4 code and COW number (empty where there is none)."""

    iso3: str
    name: str
    fips: str
    cow: str


@cache
def country_codes() -> dict[str, CountryCodes]:
    """Return the codes by ISO 3166-1 alpha-3.

    Example:
        >>> country_codes()["PHL"].name, country_codes()["PHL"].fips, country_codes()["PHL"].cow
        ('Philippines', 'RP', '840')
    """
    with (data_folder() / "countries" / "codes.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t")
        return {row["code"]: CountryCodes(row["code"], row["name"], row["fips"], row["cow"]) for row in rows}
