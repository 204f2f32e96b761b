"""Writes `data/countries/codes.tsv`: a country's name and its codes in the schemes of other event data.

Usage: python tools/knowledge/build_codes.py SOURCES

SOURCES holds `country-codes/` (ODC-PDDL) and `states-gw/` (the Correlates of War state list). COW numbers are matched by
name, official names included; the few that differ are in the table below.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from dateline.knowledge.normalise import name_key

OUT = Path(__file__).parents[2] / "src/dateline/knowledge/data/countries/codes.tsv"
# Names of the state list that the other source writes otherwise.
NAMES = {
    "USA": 2, "GBR": 200, "DEU": 255, "RUS": 365, "IRN": 630, "KOR": 732, "PRK": 731, "SYR": 652, "VNM": 816, "LAO": 812,
    "BOL": 145, "VEN": 101, "TZA": 510, "COD": 490, "COG": 484, "CIV": 437, "CZE": 316, "MKD": 343, "MDA": 359, "TWN": 713,
    "CPV": 402, "SWZ": 572, "TUR": 640, "BIH": 346, "BRN": 835, "TTO": 52, "ATG": 58, "KNA": 60, "VCT": 57, "STP": 403,
    "GMB": 420, "BHS": 31, "MMR": 775, "TLS": 860, "FSM": 987, "KGZ": 703, "SVK": 317, "ROU": 360, "YEM": 679, "SRB": 345,
}  # fmt: skip
KOSOVO = ("KOS", "Kosovo", "KV", "347")


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path)
    options = parser.parse_args()
    with (options.sources / "states-gw/cowstates.csv").open(encoding="utf-8") as stream:
        states = {
            name_key(r["country_name"]): int(float(r["cowcode"])) for r in csv.DictReader(stream) if r["end"] > "2016"
        }
    rows = []
    with (options.sources / "country-codes/country-codes.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            code, name = row["ISO3166-1-Alpha-3"], row["CLDR display name"] or row["official_name_en"]
            keys = [name_key(row[c]) for c in ("CLDR display name", "UNTERM English Short", "official_name_en")]
            cow = NAMES.get(code) or next((states[key] for key in keys if key in states), "")
            if code:
                rows.append((code, name, row["FIPS"].split(",")[0], str(cow)))
    if not any(row[0] == "KOS" for row in rows):
        rows.append(KOSOVO)
    lines = ["\t".join(("code", "name", "fips", "cow")), *("\t".join(row) for row in sorted(rows))]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
