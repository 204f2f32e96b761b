"""Reads who held which post from Wikidata: a result of the documented queries, or a whole JSON dump on disk."""

from __future__ import annotations

import bz2
import csv
import gzip
import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

from dateline.knowledge.petrarch import Problem
from dateline.model import UsageError

# Columns that every result must have; the others may be missing or empty.
NEEDED = frozenset({"person", "personLabel", "posLabel", "iso3"})
_ITEM = re.compile(r"(Q\d+)$")
_DAY = re.compile(r"^\+?(\d{4})-(\d{2})-(\d{2})")
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "male": "m", "female": "f"}
# Precisions of Wikidata's times: 11 is a day, 10 a month, 9 a year.
_MONTH, _YEAR = 10, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """One statement "position held"."""

    person: str
    name: str
    title: str
    country: str
    since: date | None
    until: date | None
    gender: str | None = None
    aliases: tuple[str, ...] = ()


def read_posts(file: Path, problems: list[Problem]) -> Iterator[HeldPost]:
    """Yield the posts of a file: `.csv` or `.json` results of a query of docs/actors.md, or a dump (`.gz`, `.bz2`).

    Args:
        file: The result or dump.
        problems: Lines that break the format are added to it, with their numbers.

    Raises:
        UsageError: The file cannot be read, or lacks a column that is needed.
    """
    try:
        if file.suffix == ".csv":
            yield from _csv(file, problems)
        elif file.suffix == ".json" and _is_result(file):
            yield from _json_result(file, problems)
        else:
            yield from _dump(file, problems)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, EOFError) as error:
        raise UsageError(f"{file}: cannot be read as Wikidata ({error}); see docs/actors.md") from error


def _csv(file: Path, problems: list[Problem]) -> Iterator[HeldPost]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        _check(set(rows.fieldnames or ()), file)
        for row in rows:
            yield from _post({k: v or "" for k, v in row.items() if k}, file, rows.line_num, problems)


def _is_result(file: Path) -> bool:
    with file.open(encoding="utf-8") as stream:
        return '"results"' in stream.read(4096)


def _json_result(file: Path, problems: list[Problem]) -> Iterator[HeldPost]:
    result = json.loads(file.read_text("utf-8"))
    _check(set(result.get("head", {}).get("vars", ())), file)
    for number, binding in enumerate(result.get("results", {}).get("bindings", ()), start=1):
        yield from _post({key: str(cell.get("value", "")) for key, cell in binding.items()}, file, number, problems)


def _check(columns: set[str], file: Path) -> None:
    missing = sorted(NEEDED - columns)
    if missing:
        raise UsageError(f"{file} lacks the column {missing[0]}; export a query of docs/actors.md")


def _post(row: dict[str, str], file: Path, number: int, problems: list[Problem]) -> Iterator[HeldPost]:
    try:
        person, country = _ITEM.search(row["person"]), row["iso3"].strip().upper()
        if person is None:
            raise ValueError(f"person {row['person']!r} is no Wikidata item")
        if not re.fullmatch(r"[A-Z]{3}", country):
            raise ValueError(f"iso3 {row['iso3']!r} is no code of three letters")
        if not row["personLabel"].strip() or _ITEM.fullmatch(row["personLabel"].strip()):
            raise ValueError("the person has no English label")
        yield HeldPost(
            person=person[1],
            name=row["personLabel"].strip(),
            title=row["posLabel"].strip(),
            country=country,
            since=_when(row.get("start", ""), _precision(row.get("startPrec")), last=False),
            until=_when(row.get("end", ""), _precision(row.get("endPrec")), last=True),
            gender=_GENDERS.get(row.get("genderLabel", "")),
            aliases=tuple(a.strip() for a in row.get("aliases", "").split("|") if a.strip()),
        )
    except (ValueError, KeyError) as error:
        problems.append(Problem(str(file), number, row.get("personLabel", ""), str(error)))


def _precision(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 11


def _when(text: str, precision: int, *, last: bool) -> date | None:
    """Return a Wikidata time as a day; a month or year is its first or last day."""
    match = _DAY.match(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    if precision <= _YEAR or month == 0:
        return date(year, 12, 31) if last else date(year, 1, 1)
    if precision == _MONTH or day == 0:
        day = _length(year, month) if last else 1
    return date(year, month, min(day, _length(year, month)))


def _length(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


def _dump(file: Path, problems: list[Problem]) -> Iterator[HeldPost]:
    """Stream a dump once: statements, labels of offices and codes of countries go to a scratch file, then join."""
    with tempfile.TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "scratch.sqlite")) as db:
        db.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
            "CREATE TABLE held (person, name, aliases, gender, office, since, until);"
            "CREATE TABLE office (id PRIMARY KEY, title, land); CREATE TABLE land (id PRIMARY KEY, iso3);"
        )
        for number, line in enumerate(_lines(file), start=1):
            text = line.strip().rstrip(",")
            if len(text) > 1:
                _item(db, text, file, number, problems)
        query = (
            "SELECT held.person, name, title, iso3, since, until, gender, aliases FROM held"
            " JOIN office ON office.id = held.office JOIN land ON land.id = office.land ORDER BY held.rowid"
        )
        for person, name, title, country, since, until, gender, aliases in db.execute(query):
            yield HeldPost(
                person=person,
                name=name,
                title=title,
                country=country,
                since=date.fromisoformat(since) if since else None,
                until=date.fromisoformat(until) if until else None,
                gender=gender,
                aliases=tuple(json.loads(aliases)),
            )


def _lines(file: Path) -> Iterator[str]:
    with _open(file) as stream:
        yield from stream


def _open(file: Path) -> IO[str]:
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8")
    return bz2.open(file, "rt", encoding="utf-8") if file.suffix == ".bz2" else file.open(encoding="utf-8")


def _item(db: sqlite3.Connection, text: str, file: Path, number: int, problems: list[Problem]) -> None:
    """Keep of one item what it says of posts; most lines of a dump are passed over unread."""
    if not any(f'"{claim}"' in text for claim in ("P39", "P298", "P1001")) and '"P17"' not in text:
        return
    try:
        item: dict[str, Any] = json.loads(text)
    except json.JSONDecodeError as error:
        problems.append(Problem(str(file), number, text[:60], f"no JSON ({error.msg})"))
        return
    claims, identity = item.get("claims", {}), str(item.get("id", ""))
    label = item.get("labels", {}).get("en", {}).get("value")
    iso3 = next((v for v in map(_value, claims.get("P298", ())) if isinstance(v, str)), None)
    if iso3:
        db.execute("INSERT OR REPLACE INTO land VALUES (?,?)", (identity, iso3))
    land = next((v for c in ("P1001", "P17") for v in map(_target, claims.get(c, ())) if v), None)
    if land and label and ("P279" in claims or "P1001" in claims):
        db.execute("INSERT OR REPLACE INTO office VALUES (?,?,?)", (identity, label, land))
    if label:
        _statements(db, identity, label, item)


def _statements(db: sqlite3.Connection, identity: str, label: str, item: dict[str, Any]) -> None:
    claims = item.get("claims", {})
    gender = next((_GENDERS[v] for v in map(_target, claims.get("P21", ())) if v in _GENDERS), None)
    aliases = json.dumps([a["value"] for a in item.get("aliases", {}).get("en", ())][:20], ensure_ascii=False)
    for statement in claims.get("P39", ()):
        office = _target(statement)
        if office and statement.get("rank") != "deprecated":
            qualifiers = statement.get("qualifiers", {})
            since, until = _time(qualifiers.get("P580"), last=False), _time(qualifiers.get("P582"), last=True)
            values = (identity, label, aliases, gender, office, since, until)
            db.execute("INSERT INTO held VALUES (?,?,?,?,?,?,?)", values)


def _value(statement: dict[str, Any]) -> Any:
    return statement.get("mainsnak", {}).get("datavalue", {}).get("value")


def _target(statement: dict[str, Any]) -> str | None:
    value = _value(statement)
    return str(value["id"]) if isinstance(value, dict) and "id" in value else None


def _time(snaks: list[dict[str, Any]] | None, *, last: bool) -> str | None:
    for snak in snaks or ():
        value = snak.get("datavalue", {}).get("value")
        if isinstance(value, dict):
            day = _when(str(value.get("time", "")), int(value.get("precision", 11)), last=last)
            return day.isoformat() if day else None
    return None
