"""Writes the base: one SQLite file, rows in a fixed order, so that equal input gives equal bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tools.knowledge.records import Person, Spell, Thing, Word

from dateline.knowledge.normalise import is_acronym, name_key
from dateline.knowledge.spelling import spelling_key

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entity (key INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, sectors TEXT, since TEXT, until TEXT,
  gender TEXT, origin TEXT, rank INTEGER);
CREATE TABLE alias (key TEXT, entity INTEGER, acronym INTEGER, weight INTEGER, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE TABLE spelling (key TEXT, entity INTEGER, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE TABLE surname (key TEXT, person INTEGER, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE TABLE surname_spelling (key TEXT, person INTEGER, PRIMARY KEY (key, person)) WITHOUT ROWID;
CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT, office TEXT, country TEXT, sectors TEXT, origin TEXT, rank INTEGER);
CREATE TABLE role (person INTEGER, post INTEGER, since TEXT, until TEXT, stale_after TEXT);
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT, capital TEXT, demonyms TEXT, since TEXT, until TEXT) WITHOUT ROWID;
CREATE TABLE country_alias (key TEXT, code TEXT, kind TEXT, sectors TEXT, since TEXT, until TEXT, acronym INTEGER, rank INTEGER);
CREATE TABLE metonym (key TEXT, text TEXT, country TEXT, sectors TEXT, since TEXT, until TEXT, is_capital INTEGER, rank INTEGER);
CREATE TABLE noun (key TEXT PRIMARY KEY, sectors TEXT, kind TEXT, office TEXT, flags TEXT, origin TEXT) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX entity_id ON entity (id);
CREATE INDEX role_person ON role (person);
CREATE INDEX role_post ON role (post);
CREATE INDEX post_office ON post (country, office);
CREATE INDEX country_alias_key ON country_alias (key);
CREATE INDEX metonym_key ON metonym (key);
"""


class Writer:
    """Collects rows and writes the file."""

    def __init__(self, path: Path) -> None:
        """Start a new file at `path`, over an old one."""
        path.unlink(missing_ok=True)
        self._db = sqlite3.connect(path)
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA page_size=4096;" + _SCHEMA)
        self._next = 1
        self._longest = 1
        self._posts: dict[tuple[Any, ...], int] = {}
        self.counts: dict[str, int] = {}

    def _insert(self, table: str, values: Iterable[tuple[Any, ...]], *, ignore: bool = False) -> None:
        values = list(values)
        if values:
            marks = ",".join("?" * len(values[0]))
            self._db.executemany(f"INSERT {'OR IGNORE ' if ignore else ''}INTO {table} VALUES ({marks})", values)
        self.counts[table] = self.counts.get(table, 0) + len(values)

    def _new(self, values: tuple[Any, ...]) -> int:
        number, self._next = self._next, self._next + 1
        self._insert("entity", [(number, *values)])
        return number

    def _aliases(self, number: int, aliases: Iterable[str], weight: int) -> None:
        keyed: dict[str, bool] = {}
        for alias in sorted(aliases):
            key = name_key(alias)
            if len(key) > 1:
                keyed[key] = keyed.get(key, True) and is_acronym(alias)
                self._longest = max(self._longest, key.count(" ") + 1)
        self._insert("alias", [(key, number, int(acronym), weight) for key, acronym in sorted(keyed.items())])

    def person(self, person: Person) -> None:
        """Write a person with aliases, family names and posts."""
        rank = max([person.fame, *(spell.rank for spell in person.spells)])
        number = self._new(
            (person.id, person.name, "person", person.country, "", None, None, person.gender, person.origin, rank)
        )
        self._aliases(number, {person.name, *person.aliases}, rank)
        # Other spellings are tried only for people prominent enough to be written in several.
        full = {spelling_key(alias) for alias in person.aliases | {person.name} if " " in alias and rank > 15}
        self._insert("spelling", [(key, number) for key in sorted(full) if " " in key])
        keys = sorted({name_key(name) for name in person.families} - {""})
        self._insert("surname", [(key, number) for key in keys])
        if rank >= 50:  # Fuzzy surnames only for people prominent enough to be meant.
            self._insert(
                "surname_spelling",
                [(key, number) for key in sorted({spelling_key(key) for key in keys}) if len(key) > 3],
            )
        self._insert(
            "role",
            [(number, self._post(s), _iso(s.since), _iso(s.until), _iso(s.stale_after)) for s in person.spells],
        )

    def _post(self, spell: Spell) -> int:
        """Return the number of a post, which many spells share."""
        values = (spell.title, spell.office, spell.country, spell.sectors, spell.origin, spell.rank)
        if values not in self._posts:
            self._posts[values] = len(self._posts) + 1
            self._insert("post", [(self._posts[values], *values)])
        return self._posts[values]

    def thing(self, thing: Thing) -> None:
        """Write an organisation or group with its aliases."""
        number = self._new(
            (
                thing.id,
                thing.name,
                thing.kind,
                thing.country,
                thing.sectors,
                _iso(thing.since),
                _iso(thing.until),
                None,
                thing.origin,
                thing.rank,
            )
        )
        self._aliases(number, {thing.name, *thing.aliases}, thing.rank)

    def countries(self, countries: list[dict[str, Any]], words: list[Word]) -> None:
        """Write countries as entities, and the words for them."""
        names: dict[str, set[str]] = {}
        for word in words:
            if word.code and word.kind == "name" and not word.sectors:
                names.setdefault(word.code, set()).add(word.text)
        for row in countries:
            number = self._new(
                (
                    row["qid"] or f"dl:country/{row['code'].lower()}",
                    row["name"],
                    "country",
                    row["code"],
                    "",
                    row["since"],
                    row["until"],
                    None,
                    "country-codes",
                    99,
                )
            )
            self._aliases(number, {row["name"], *names.get(row["code"], ())}, 99)
        self._insert(
            "country", [(r["code"], r["name"], r["capital"], r["demonyms"], r["since"], r["until"]) for r in countries]
        )
        self._insert("country_alias", [
            (name_key(w.text), w.code, w.kind, w.sectors, w.since, w.until, int(is_acronym(w.text)), w.rank) for w in words
        ])  # fmt: skip
        self._longest = max([self._longest, *(name_key(w.text).count(" ") + 1 for w in words)])

    def metonyms(self, rows: list[dict[str, str]], words: list[Word]) -> None:
        """Write seats of power and capitals."""
        self._insert("metonym", [
            (name_key(r["text"]), r["text"], r["country"], r["sectors"], r["since"] or None, r["until"] or None, 0, i) for i, r in enumerate(rows)
        ])  # fmt: skip
        self._insert("metonym", [
            (name_key(w.text), w.text, w.code, w.sectors or "GOV", w.since, w.until, 1, w.rank) for w in words if w.kind == "capital"
        ])  # fmt: skip

    def nouns(self, nouns: dict[str, dict[str, str]]) -> None:
        """Write the common nouns."""
        self._insert(
            "noun",
            [
                (key, r["sectors"], r["kind"], r["office"], r["flags"], r["origin"])
                for key, r in sorted(nouns.items())
                if key
            ],
        )

    def close(self, *, version: str) -> None:
        """Write the facts about the file, indexes, and finish."""
        self._insert("meta", [("schema", "2"), ("version", version), ("max_alias_tokens", str(self._longest))])
        self._db.executescript(_INDEXES + "ANALYZE; VACUUM;")
        self._db.commit()
        self._db.close()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
