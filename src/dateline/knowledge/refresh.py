"""Brings the posts of a base up to date with what Wikidata says on a later day."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dateline.knowledge.normalise import name_key
from dateline.knowledge.offices import classify, single_key
from dateline.knowledge.petrarch import Problem
from dateline.knowledge.spelling import spelling_key
from dateline.knowledge.wikidata import HeldPost, read_posts

# Two statements of one post that lie no further apart are one spell.
GAP = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did: people and spells added, open ends closed or confirmed, statements passed over, bad lines."""

    people: int
    added: int
    closed: int
    confirmed: int
    passed: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Spell:
    row: int
    since: date | None
    until: date | None


def refresh_base(base: Path, files: Sequence[Path], out: Path, *, as_of: date) -> Refreshed:
    """Write a copy of a base with the posts of Wikidata files.

    A known spell gets the end that the file gives; one that the file still shows as open is confirmed to `as_of`;
    unknown spells and people are added. A successor in a one-holder post ends whom no source ended.
    Titles that name no post that counts (`classify`) and statements without a start are passed over.

    Args:
        base: The base to start from.
        files: Results of the documented queries, or a JSON dump.
        out: The new file.
        as_of: The day of the export: open ends hold until then.

    Raises:
        UsageError: A file cannot be read.
    """
    problems: list[Problem] = []
    if base.resolve() != out.resolve():
        shutil.copyfile(base, out)
    with sqlite3.connect(out) as db:
        work = _Refresh(db, as_of)
        for file in files:
            for post in read_posts(file, problems):
                work.take(post)
        work.close_by_succession()
        longest = "UPDATE meta SET value = max(CAST(value AS INTEGER), ?) WHERE key = 'max_alias_tokens'"
        db.execute(longest, (work.longest,))
    db.close()
    return Refreshed(work.people, work.added, work.closed, work.confirmed, work.passed, tuple(problems))


class _Refresh:
    def __init__(self, db: sqlite3.Connection, as_of: date) -> None:
        self._db, self._as_of = db, as_of
        self.people = self.added = self.closed = self.confirmed = self.passed = 0
        self.longest = 1
        self._touched: set[tuple[str, str]] = set()

    def take(self, post: HeldPost) -> None:
        """Enter one statement."""
        found = classify(post.title)
        if found is None or post.since is None or (post.until and post.until < post.since):
            self.passed += 1
            return
        office, sectors, rank = found
        person = self._person(post, rank)
        self._touched.add((post.country, office))
        known = self._known(person, post, office)
        if known is None:
            self._add(person, post, (post.title, office, post.country, sectors, "wikidata refresh", rank))
        elif post.until and known.until is None:
            self._db.execute(
                "UPDATE role SET until = ?, stale_after = NULL WHERE rowid = ?", (post.until.isoformat(), known.row)
            )
            self.closed += 1
        elif post.until is None and known.until is None:
            self._db.execute("UPDATE role SET stale_after = ? WHERE rowid = ?", (self._as_of.isoformat(), known.row))
            self.confirmed += 1

    def _person(self, post: HeldPost, rank: int) -> int:
        row = self._db.execute("SELECT key FROM entity WHERE id = ?", (post.person,)).fetchone()
        if row is None:
            row = self._db.execute(
                "SELECT e.key FROM alias a JOIN entity e ON e.key = a.entity"
                " WHERE a.key = ? AND e.kind = 'person' AND e.country = ? AND e.id NOT LIKE 'Q%'",
                (name_key(post.name), post.country),
            ).fetchone()
        number = int(row[0]) if row else self._new(post, rank)
        for alias in {post.name, *post.aliases}:
            self._db.execute("INSERT OR IGNORE INTO alias VALUES (?,?,0,?)", (name_key(alias), number, rank))
            self.longest = max(self.longest, name_key(alias).count(" ") + 1)
        return number

    def _new(self, post: HeldPost, rank: int) -> int:
        self.people += 1
        number = self._db.execute(
            "INSERT INTO entity (id, name, kind, country, sectors, since, until, gender, origin, rank)"
            " VALUES (?,?,'person',?,'',NULL,NULL,?,'wikidata refresh',?)",
            (post.person, post.name, post.country, post.gender, rank),
        ).lastrowid or 0  # fmt: skip
        self._db.execute("INSERT OR IGNORE INTO surname VALUES (?,?)", (name_key(post.name).split()[-1], number))
        self._db.execute("INSERT OR IGNORE INTO spelling VALUES (?,?)", (spelling_key(post.name), number))
        return number

    def _known(self, person: int, post: HeldPost, office: str) -> _Spell | None:
        """Return the person's spell in that post that the statement overlaps."""
        rows = self._db.execute(
            "SELECT r.rowid, r.since, r.until FROM role r JOIN post t ON t.id = r.post"
            " WHERE r.person = ? AND t.office = ? AND t.country = ? AND (t.office <> 'minister' OR t.title = ?)",
            (person, office, post.country, post.title),
        )
        for row, since, until in rows:
            spell = _Spell(row, _day(since), _day(until))
            begins, ends = spell.since or date.min, spell.until or date.max - GAP
            if (post.since or date.min) <= ends + GAP and begins - GAP <= (post.until or date.max):
                return spell
        return None

    def _add(self, person: int, post: HeldPost, values: tuple[str, str, str, str, str, int]) -> None:
        number = self._db.execute(
            "INSERT INTO post (title, office, country, sectors, origin, rank) VALUES (?,?,?,?,?,?)", values
        ).lastrowid
        until = post.until.isoformat() if post.until else None
        since = post.since.isoformat() if post.since else None
        stale = None if until else self._as_of.isoformat()
        self._db.execute("INSERT INTO role VALUES (?,?,?,?,?)", (person, number, since, until, stale))
        self.added += 1

    def close_by_succession(self) -> None:
        """End open spells of one-holder posts that a later holder of the file follows."""
        for country, office in sorted(self._touched):
            rows = self._db.execute(
                "SELECT r.rowid, r.person, r.since, r.until, t.title, t.rank FROM role r JOIN post t ON t.id = r.post"
                " WHERE t.country = ? AND t.office = ? AND t.sectors NOT LIKE '%PRE%' AND r.since IS NOT NULL"
                " ORDER BY r.since",
                (country, office),
            ).fetchall()
            posts = [(row, single_key(office, row[5], row[4])) for row in rows]
            for n, (row, key) in enumerate(posts):
                later = [other for other, same in posts[n + 1 :] if same == key and other[1] != row[1]]
                if key and row[3] is None and later and later[0][2] > row[2]:
                    self._db.execute(
                        "UPDATE role SET until = ?, stale_after = NULL WHERE rowid = ?", (later[0][2], row[0])
                    )
                    self.closed += 1


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
