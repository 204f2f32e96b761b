"""Users' own actors, agent nouns and verbs: a copy of the shipped base with what their tables and dictionaries add."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import sqlite3
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.knowledge.cameo_roles import plover_sectors
from dateline.knowledge.normalise import is_acronym, name_key
from dateline.knowledge.own_verbs import read_own_frames
from dateline.knowledge.petrarch import ActorEntry, AgentEntry, Problem, read_actors, read_agents
from dateline.knowledge.spelling import spelling_key
from dateline.model import EntityKind, UsageError

# Above everything that ships, so that a user's word for a name wins.
OWN_WEIGHT = 120
OFFICE = "other"
KINDS = frozenset(kind.value for kind in EntityKind)
# What tells the dictionaries of PETRARCH apart: a role of an agent, a block of verbs.
AGENT = re.compile(r"^[^#;\n]*\[\s*(?:~\s*\w+|\w+\s*~)\s*\]", re.MULTILINE)
VERBS = re.compile(r"^---[^\[\n]*\[[^\]\n]*\]\s*---", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRole:
    """What somebody is over a period; the days count in."""

    title: str
    country: str | None
    sectors: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnActor:
    """One entry of a user's file."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    roles: tuple[OwnRole, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Extension:
    """How many entries were added, and the lines that were skipped.

    Attributes:
        added: Entries of all kinds.
        problems: Lines that break their format.
        agents, frames: How many of the entries are agent nouns and verb patterns.
    """

    added: int
    problems: tuple[Problem, ...]
    agents: int = 0
    frames: int = 0


def extend_base(base: Path, files: Sequence[Path], out: Path) -> Extension:
    """Write a copy of a base that knows the actors, agents and verbs of some files too.

    Args:
        base: The base to start from.
        files: `.csv` or `.toml` tables, or PETRARCH dictionaries of actors, agents or verbs, told apart by what they
            hold.
        out: The new file; it may be `base` only if that is no shipped file.

    Returns:
        The number of entries added and every line that breaks its format, with its number.

    Raises:
        UsageError: A file cannot be read.
    """
    problems: list[Problem] = []
    kinds = {file: _kind(file) for file in files}
    actors = [actor for file in files if kinds[file] == "actors" for actor in read_own(file, problems)]
    agents = [(agent, file.name) for file in files if kinds[file] == "agents" for agent in read_agents(file, problems)]
    frames = [frame for file in files if kinds[file] == "verbs" for frame in read_own_frames(file, problems)]
    if base.resolve() != out.resolve():
        shutil.copyfile(base, out)
    with sqlite3.connect(out) as db:
        for actor in actors:
            _insert(db, actor)
        longest = max((name_key(n).count(" ") + 1 for a in actors for n in (a.name, *a.aliases)), default=1)
        db.execute("UPDATE meta SET value = max(CAST(value AS INTEGER), ?) WHERE key = 'max_alias_tokens'", (longest,))
        for agent, name in agents:
            _insert_agent(db, agent, f"user: {name}")
        _insert_frames(db, frames)
    db.close()
    return Extension(len(actors) + len(agents) + len(frames), tuple(problems), len(agents), len(frames))


def _kind(file: Path) -> str:
    """Say what a file holds: actors, agents or verbs."""
    if file.suffix in {".csv", ".toml"}:
        return "actors"
    try:
        text = file.read_text("utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error})") from error
    if VERBS.search(text):
        return "verbs"
    return "agents" if AGENT.search(text) else "actors"


def _insert_agent(db: sqlite3.Connection, agent: AgentEntry, origin: str) -> None:
    """Add an agent's words as nouns of its sector; they replace the shipped entries of the same words."""
    sectors = ",".join(plover_sectors(agent.role))
    for phrase in agent.phrases:
        key = name_key(" ".join(phrase.words))
        if key:
            kind = db.execute("SELECT kind, office FROM noun WHERE key = ?", (key,)).fetchone() or ("person", None)
            db.execute("INSERT OR REPLACE INTO noun VALUES (?,?,?,?,?,?)", (key, sectors, *kind, "", origin))


def _insert_frames(db: sqlite3.Connection, frames: Sequence[dict[str, object]]) -> None:
    if not frames:
        return
    db.execute("CREATE TABLE IF NOT EXISTS frame (id TEXT PRIMARY KEY, body TEXT NOT NULL)")
    rows = ((str(frame["id"]), json.dumps(frame, ensure_ascii=False, sort_keys=True)) for frame in frames)
    db.executemany("INSERT OR REPLACE INTO frame VALUES (?,?)", rows)


def read_own(file: Path, problems: list[Problem]) -> Iterator[OwnActor]:
    """Yield the actors of one file; lines that break its format go to `problems`.

    Raises:
        UsageError: The file cannot be read.
    """
    try:
        if file.suffix == ".csv":
            yield from _merged(_csv(file, problems))
        elif file.suffix == ".toml":
            yield from _merged(_toml(file, problems))
        else:
            yield from (_petrarch(entry, file.name) for entry in read_actors(file, problems))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{file}: cannot be read as actors ({error}); see docs/actors.md for the formats") from error


def _csv(file: Path, problems: list[Problem]) -> Iterator[OwnActor]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        for row in rows:
            yield from _checked({k: v or "" for k, v in row.items() if k}, file, rows.line_num, problems)


def _toml(file: Path, problems: list[Problem]) -> Iterator[OwnActor]:
    for number, row in enumerate(tomllib.loads(file.read_text("utf-8")).get("actor", []), start=1):
        flat = {k: "|".join(v) if isinstance(v, list) else str(v) for k, v in row.items()}
        yield from _checked(flat, file, number, problems)


def _checked(row: dict[str, str], file: Path, number: int, problems: list[Problem]) -> Iterator[OwnActor]:
    try:
        yield _actor(row, file.name)
    except ValueError as error:
        problems.append(Problem(str(file), number, row.get("name", ""), str(error)))


def _actor(row: dict[str, str], origin: str) -> OwnActor:
    name, kind = row.get("name", "").strip(), row.get("kind", "").strip() or "person"
    if not name_key(name):
        raise ValueError("`name` is empty")
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(sorted(KINDS))}")
    country = row.get("country", "").strip().upper() or None
    if country is not None and not (len(country) == 3 and country.isalpha()):
        raise ValueError(f"country {country!r} is no code of three letters")
    role = OwnRole(
        title=row.get("title", "").strip() or name,
        country=country,
        sectors=",".join(s.strip().upper() for s in row.get("sectors", "").replace("|", ",").split(",") if s.strip()),
        since=_day(row.get("since", "")),
        until=_day(row.get("until", "")),
    )
    aliases = tuple(a.strip() for a in row.get("aliases", "").split("|") if a.strip())
    return OwnActor(name=name, kind=kind, aliases=aliases, roles=(role,), origin=f"user: {origin}")


def _day(text: str) -> date | None:
    return date.fromisoformat(text.strip()) if text.strip() else None


def _merged(actors: Iterator[OwnActor]) -> Iterator[OwnActor]:
    """Join the rows of one name: several posts of one person."""
    found: dict[tuple[str, str], OwnActor] = {}
    for actor in actors:
        key = (name_key(actor.name), actor.kind)
        known = found.get(key)
        found[key] = actor if known is None else OwnActor(
            name=known.name,
            kind=known.kind,
            aliases=tuple(dict.fromkeys((*known.aliases, *actor.aliases))),
            roles=(*known.roles, *actor.roles),
            origin=known.origin,
        )  # fmt: skip
    yield from found.values()


def _petrarch(entry: ActorEntry, origin: str) -> OwnActor:
    names = [" ".join(phrase.words).title() for phrase in entry.phrases]
    roles = tuple(
        OwnRole(title=names[0], country=code[:3] or None, sectors=_threes(code[3:]), since=d.since, until=d.until)
        for d in entry.codes
        for code in d.codes[:1]
    )
    kind = "person" if any(d.since or d.until for d in entry.codes) else "organisation"
    return OwnActor(name=names[0], kind=kind, aliases=tuple(names[1:]), roles=roles, origin=f"user: {origin}")


def _threes(code: str) -> str:
    return ",".join(plover_sectors(code))


def _insert(db: sqlite3.Connection, actor: OwnActor) -> None:
    digest = hashlib.sha256(f"{actor.kind}|{name_key(actor.name)}".encode()).hexdigest()[:12]
    identity, latest = f"user:{digest}", actor.roles[-1] if actor.roles else None
    db.execute("DELETE FROM entity WHERE id = ?", (identity,))
    person = actor.kind == EntityKind.PERSON
    country = latest.country if latest else None
    sectors = "" if person or latest is None else latest.sectors
    since, until = (None, None) if person or latest is None else (_iso(latest.since), _iso(latest.until))
    number = db.execute(
        "INSERT INTO entity (id, name, kind, country, sectors, since, until, gender, origin, rank)"
        " VALUES (?,?,?,?,?,?,?,?,?,?)",
        (identity, actor.name, actor.kind, country, sectors, since, until, None, actor.origin, OWN_WEIGHT),
    ).lastrowid
    names = {actor.name, *actor.aliases}
    for alias in sorted(names):
        values = (name_key(alias), number, int(is_acronym(alias)), OWN_WEIGHT)
        db.execute("INSERT OR IGNORE INTO alias VALUES (?,?,?,?)", values)
    if person:
        _insert_person(db, number, actor, names)


def _insert_person(db: sqlite3.Connection, number: int | None, actor: OwnActor, names: set[str]) -> None:
    for name in sorted(n for n in names if " " in n):
        db.execute("INSERT OR IGNORE INTO spelling VALUES (?,?)", (spelling_key(name), number))
        db.execute("INSERT OR IGNORE INTO surname VALUES (?,?)", (name_key(name).split()[-1], number))
    for r in actor.roles:
        post = db.execute(
            "INSERT INTO post (title, office, country, sectors, origin, rank) VALUES (?,?,?,?,?,?)",
            (r.title, OFFICE, r.country, r.sectors, actor.origin, OWN_WEIGHT),
        ).lastrowid
        db.execute("INSERT INTO role VALUES (?,?,?,?,?)", (number, post, _iso(r.since), _iso(r.until), None))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
