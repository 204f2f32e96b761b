"""A user's GeoNames dump goes into a copy of the gazetteer, line by line."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.knowledge.codebook import data_folder
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.geonames import add_geonames
from dateline.model import UsageError

SHIPPED = data_folder() / "places.sqlite"


def _line(number: int, name: str, feature: str, *, land: str = "ML", point: tuple[str, str] = ("16.5", "-2.5")) -> str:
    kind, code = feature.split(".")
    fields = [
        str(number),
        name,
        name,
        f"{name} Ville",
        *point,
        kind,
        code,
        land,
        "",
        "08",
        "",
        "",
        "",
        "120",
        "",
        "260",
        "",
        "",
    ]
    return "\t".join(fields)


def _dump(folder: Path, *lines: str) -> Path:
    file = folder / "ML.txt"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_a_hamlet_is_found_by_both_names_with_its_country_and_region(tmp_path: Path) -> None:
    dump = _dump(tmp_path, _line(990000001, "Tinkossoro", "P.PPL"))
    done = add_geonames(SHIPPED, [dump], tmp_path / "own.sqlite")
    place = Gazetteer.open(tmp_path / "own.sqlite").lookup("Tinkossoro Ville")[0]
    assert (done.new, place.country, place.admin1, place.latitude) == (1, "MLI", "Tombouctou", 16.5)


def test_what_shipped_stays_and_a_known_place_is_brought_up_to_date(tmp_path: Path) -> None:
    known = Gazetteer.open(SHIPPED).lookup("Bamako")[0]
    dump = _dump(tmp_path, _line(known.geonameid or 0, "Bamako", "P.PPLC", point=("12.7", "-8.1")))
    done = add_geonames(SHIPPED, [dump], tmp_path / "own.sqlite")
    place = Gazetteer.open(tmp_path / "own.sqlite").lookup("Bamako")[0]
    assert (done.new, done.updated, place.latitude, place.population) == (0, 1, 12.7, known.population)


def test_bad_lines_are_reported_with_their_numbers(tmp_path: Path) -> None:
    lines = (
        _line(990000001, "A Village", "P.PPL"),
        "only\tthree\tfields",
        _line(990000002, "B Village", "P.PPL", point=("99", "0")),
    )
    done = add_geonames(SHIPPED, [_dump(tmp_path, *lines)], tmp_path / "own.sqlite")
    assert [(p.line, p.reason.split()[0]) for p in done.problems] == [(2, "3"), (3, "99,")]
    assert done.new == 1


def test_only_the_wanted_features_are_taken(tmp_path: Path) -> None:
    lines = (_line(990000001, "Some Well", "H.WLL"), _line(990000002, "Some School", "S.SCH"))
    done = add_geonames(SHIPPED, [_dump(tmp_path, *lines)], tmp_path / "own.sqlite", features="S")
    assert done.new == 1
    assert Gazetteer.open(tmp_path / "own.sqlite").lookup("Some School")


def test_a_gzipped_dump_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ML.txt.gz"
    file.write_bytes(gzip.compress((_line(990000001, "Tinkossoro", "P.PPL") + "\n").encode()))
    assert add_geonames(SHIPPED, [file], tmp_path / "own.sqlite").new == 1


def test_a_broken_pattern_says_what_to_write(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no pattern of features"):
        add_geonames(SHIPPED, [], tmp_path / "own.sqlite", features="P(")
