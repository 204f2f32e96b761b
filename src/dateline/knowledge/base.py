"""The offline base of actors: who they are, what they are called, and what they were on a given day."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from dateline.knowledge.countries import Country, CountryHit, MetonymHit
from dateline.knowledge.more import more_bodies, more_nouns
from dateline.knowledge.normalise import may_be_acronym, name_key
from dateline.knowledge.nouns import SectorHit
from dateline.knowledge.spelling import plain_vowels, spelling_key
from dateline.model import Entity, EntityKind, ModelFileError, Role

_PATH = Path(__file__).parent / "data" / "base.sqlite"
_SCHEMA = "2"
# A former office-holder stays in the news for years; a coming one is named shortly before he takes office.
_FORMER = timedelta(days=3653)
_COMING = timedelta(days=92)
_ENTITY = "e.id, e.name, e.kind, e.country, e.sectors, e.since, e.until, e.gender, e.origin"
_ROLE = (
    "p.id, p.name, t.title, t.office, t.country, t.sectors, r.since, r.until, r.stale_after, t.origin, t.rank "
    "FROM role r JOIN post t ON t.id = r.post JOIN entity p ON p.key = r.person"
)
# The two small tables, whose first column is the key.
_LANDS = "SELECT key, code, kind, sectors, since, until, acronym FROM country_alias ORDER BY rank, code"
_SEATS = "SELECT key, text, country, sectors, since, until, is_capital FROM metonym ORDER BY is_capital, rank"
_Row = tuple[object, ...]
_CACHE_SIZE = 100_000
# Who leads a party holds no public office by it.
PARTY = ("PTY",)
# How the origin of what a user added begins.
USERS = "user: "
_P = ParamSpec("_P")
_T = TypeVar("_T")


def _cached(method: Callable[Concatenate[KnowledgeBase, _P], _T]) -> Callable[Concatenate[KnowledgeBase, _P], _T]:
    """Keep a look-up's answers on the instance; the base never changes while it is open."""
    name = method.__name__

    @wraps(method)
    def look_up(base: KnowledgeBase, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        key = (name, args, tuple(kwargs.items())) if kwargs else (name, args)
        cache = base._cache
        found = cache.get(key, cache)
        if found is cache:
            if len(cache) >= _CACHE_SIZE:
                cache.clear()
            found = cache[key] = method(base, *args, **kwargs)
        return cast(_T, found)

    return cast("Callable[Concatenate[KnowledgeBase, _P], _T]", look_up)


class KnowledgeBase:
    """Read-only access to the base; look-ups are cached and cost microseconds.

    Example:
        >>> base = KnowledgeBase.open()
        >>> base.country_of("Filipino").code
        'PHL'
        >>> [role.person_name for role in base.holders("PHL", "head_of_state", on=date(2019, 10, 3))]
        ['Rodrigo Duterte']
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`; use `KnowledgeBase.open`."""
        self._path = path
        self._local = threading.local()
        meta: dict[str, object] = {str(key): value for key, value in self._rows("SELECT key, value FROM meta")}
        if meta.get("schema") != _SCHEMA:
            raise ModelFileError(f"{path}: schema {meta.get('schema')}, expected {_SCHEMA}; rebuild the base")
        self.version = str(meta["version"])
        self._max_tokens = int(str(meta["max_alias_tokens"]))
        self._cache: dict[object, object] = {}
        self._nouns: dict[str, SectorHit] | None = None
        self._small: dict[str, dict[str, list[_Row]]] = {}

    @classmethod
    def open(cls, path: Path | None = None) -> KnowledgeBase:
        """Open the base that ships with Dateline, or another one built by `tools/knowledge/build.py`.

        Raises:
            ModelFileError: The file is missing or no base of this version.
        """
        path = path or _PATH
        if not path.is_file():
            raise ModelFileError(f"{path}: no knowledge base there; see docs/sources.md for how to build it")
        try:
            return cls(path)
        except sqlite3.DatabaseError as error:
            raise ModelFileError(f"{path}: not a knowledge base ({error})") from error

    @property
    def sha256(self) -> str:
        """SHA-256 of the file, for a run's manifest."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    def max_alias_tokens(self) -> int:
        """Return the number of words in the longest alias."""
        return self._max_tokens

    @_cached
    def lookup(self, text: str) -> tuple[Entity, ...]:
        """Return all entities with exactly this name or alias, the most prominent first.

        A full name that nobody has is tried once more by its spelling key, for other transliterations, and with plain
        vowels for those that wires write in two letters.
        """
        rows = self._rows(
            f"SELECT {_ENTITY}, a.acronym FROM alias a JOIN entity e ON e.key = a.entity "
            "WHERE a.key = ? ORDER BY a.weight DESC, e.rank DESC, e.id",
            name_key(text),
        )
        if not rows and " " in text.strip():
            rows = self._spelled(spelling_key(text))
        if not rows and " " in text.strip() and (plain := plain_vowels(text)) != text:
            rows = self._spelled(spelling_key(plain))
        known = tuple(_entity(row) for row in rows if not row[9] or may_be_acronym(text))
        if any(entity.kind not in {EntityKind.PERSON, EntityKind.PLACE} for entity in known):
            return known
        more = more_bodies().get(name_key(text), ())
        return known + tuple(entity for entity, short in more if not short or may_be_acronym(text))

    def _spelled(self, key: str) -> list[_Row]:
        return self._rows(
            f"SELECT {_ENTITY}, 0 FROM spelling s JOIN entity e ON e.key = s.entity "
            "WHERE s.key = ? ORDER BY e.rank DESC, e.id",
            key,
        )

    @_cached
    def entity(self, entity_id: str) -> Entity | None:
        """Return the entity with this id, or None."""
        rows = self._rows(f"SELECT {_ENTITY} FROM entity e WHERE e.id = ?", entity_id)
        return _entity(rows[0]) if rows else None

    @_cached
    def by_surname(self, surname: str, *, on: date | None) -> tuple[Role, ...]:
        """Return the posts of people with this family name around a day, the most prominent first.

        Posts held that day come first, then those that ended in the ten years before or begin within three months;
        with `on=None` all posts. A post whose end no source confirms stands behind the confirmed ones.
        """
        rows = self._rows(f"SELECT {_ROLE} JOIN surname s ON s.person = r.person WHERE s.key = ?", name_key(surname))
        if not rows:
            rows = self._rows(
                f"SELECT {_ROLE} JOIN surname_spelling s ON s.person = r.person WHERE s.key = ?", spelling_key(surname)
            )
        found = [(_nearness(role, on), -rank, role.person, role) for role, rank in _roles(rows)]
        kept = sorted((item for item in found if item[0] < 9), key=lambda item: (item[:3], str(item[3].since)))
        return tuple(item[3] for item in kept)

    @_cached
    def roles_of(self, entity_id: str, *, on: date | None = None) -> tuple[Role, ...]:
        """Return a person's posts by date, or those held on a day, the most prominent first."""
        rows = self._rows(f"SELECT {_ROLE} WHERE p.id = ?", entity_id)
        if on is None:
            return tuple(role for role, _ in sorted(_roles(rows), key=lambda x: (str(x[0].since or ""), -x[1])))
        return _held(rows, on)

    @_cached
    def holders(self, country: str, office: str, *, on: date | None) -> tuple[Role, ...]:
        """Return who held an office class of a country on a day (all holders by date when `on` is None).

        Those of a breakaway entity on its land (sector PRE) hold no office of the country.
        """
        rows = self._rows(f"SELECT {_ROLE} WHERE t.country = ? AND t.office = ?", country, office)
        rows = [row for row in rows if "PRE" not in _sectors(row[5])]
        if on is None:
            return tuple(role for role, _ in sorted(_roles(rows), key=lambda x: (str(x[0].since or ""), -x[1])))
        return _held(rows, on)

    @_cached
    def country(self, code: str) -> Country | None:
        """Return a country by its code, or None."""
        rows = self._rows("SELECT code, name, capital, demonyms, since, until FROM country WHERE code = ?", code)
        if not rows:
            return None
        code_, name, capital, demonyms, since, until = rows[0]
        return Country(
            code=str(code_),
            name=str(name),
            capital=_text(capital),
            demonyms=tuple(str(demonyms).split("|")) if demonyms else (),
            since=_date(since),
            until=_date(until),
        )

    def country_of(self, text: str, *, on: date | None = None) -> CountryHit | None:
        """Return what a word says about a country: name, people, adjective, capital, seat of power or region.

        With `on`, words whose time is over or not come (Zaire, the Soviet capital) give way to those of the day.
        """
        key = name_key(text)
        known = key in self._by_key(_LANDS) or key in self._by_key(_SEATS)
        return self._country_of(text, on) if known else None

    @_cached
    def _country_of(self, text: str, on: date | None) -> CountryHit | None:
        rows = self._by_key(_LANDS).get(name_key(text), [])
        usable = [row for row in rows if not row[6] or may_be_acronym(text)]
        if on is not None:
            usable.sort(key=lambda row: not _covers(_date(row[4]), _date(row[5]), on))
        for _, code, kind, sectors, *_ in usable:
            return CountryHit(code=_text(code), kind=str(kind), sectors=_sectors(sectors))
        hit = self.metonym(text)
        if hit and (on is None or _covers(hit.since, hit.until, on)):
            return CountryHit(code=hit.country, kind="metonym", sectors=hit.sectors)
        return None

    def metonym(self, text: str) -> MetonymHit | None:
        """Return the institution that a building, street or capital stands for, or None."""
        rows = self._by_key(_SEATS).get(name_key(text))
        if not rows or not text[:1].isupper():
            return None
        _, name, country, sectors, since, until, is_capital = rows[0]
        return MetonymHit(
            text=str(name),
            country=str(country),
            sectors=_sectors(sectors),
            since=_date(since),
            until=_date(until),
            is_capital=bool(is_capital),
        )

    def sector_of(self, phrase: str) -> SectorHit | None:
        """Return the sector of a common noun or noun phrase, singular or plural, or None."""
        return self.nouns().get(name_key(phrase))

    def nouns(self) -> dict[str, SectorHit]:
        """Return every noun phrase by its key; for building matchers, not for look-ups."""
        if self._nouns is None:
            rows = self._rows("SELECT sectors, kind, office, flags, key, origin FROM noun ORDER BY key")
            own = {str(row[4]): _noun(row) for row in rows if str(row[5] or "").startswith(USERS)}
            self._nouns = {**{str(row[4]): _noun(row) for row in rows}, **more_nouns(), **own}
        return self._nouns

    def frames(self) -> tuple[dict[str, Any], ...]:
        """Return the frame entries that a user's verb dictionary added, by id; none in the shipped base."""
        if not self._rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'frame'"):
            return ()
        return tuple(json.loads(str(row[0])) for row in self._rows("SELECT body FROM frame ORDER BY id"))

    def _by_key(self, query: str) -> dict[str, list[_Row]]:
        """Return the rows of a small table by their first column; read once, for nearly every name asks for it."""
        found = self._small.get(query)
        if found is None:
            found = {}
            for row in self._rows(query):
                found.setdefault(str(row[0]), []).append(row)
            self._small[query] = found
        return found

    def _rows(self, query: str, *values: str) -> list[_Row]:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            # One connection per thread; immutable skips locks, so a read-only install works.
            connection = sqlite3.connect(f"{self._path.as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.connection = connection
        rows: list[_Row] = connection.execute(query, values).fetchall()
        return rows


def _entity(row: _Row) -> Entity:
    id_, name, kind, country, sectors, since, until, gender, origin = row[:9]
    return Entity(
        id=str(id_),
        name=str(name),
        kind=EntityKind(str(kind)),
        country=_text(country),
        sectors=_sectors(sectors),
        since=_date(since),
        until=_date(until),
        gender=_text(gender),
        origin=str(origin or ""),
    )


def _roles(rows: Iterable[_Row]) -> list[tuple[Role, int]]:
    return [(_role(row), int(str(row[10]))) for row in rows]


def _role(row: _Row) -> Role:
    person, name, title, office, country, sectors, since, until, stale, origin, _ = row
    return Role(
        person=str(person),
        person_name=str(name),
        title=str(title),
        office=str(office),
        country=_text(country),
        sectors=PARTY if (str(office), sectors) == ("party_leader", "GOV") else _sectors(sectors),
        since=_date(since),
        until=_date(until),
        stale_after=_date(stale),
        origin=str(origin or ""),
    )


def _held(rows: Iterable[_Row], on: date) -> tuple[Role, ...]:
    held = [(role, rank) for role, rank in _roles(rows) if _covers(role.since, role.until, on)]
    return tuple(role for role, _ in sorted(held, key=lambda x: (_is_stale(x[0], on), -x[1], x[0].person)))


def _is_stale(role: Role, on: date) -> bool:
    return role.stale_after is not None and on > role.stale_after


def _nearness(role: Role, on: date | None) -> int:
    """Order posts by how well they fit a day: held, held as far as known, just over, coming; 9 does not fit."""
    if on is None:
        return 0
    if _covers(role.since, role.until, on):
        return 1 if _is_stale(role, on) else 0
    if role.until and role.until < on:
        return 2 if role.until + _FORMER >= on else 9
    return 3 if role.since and role.since - _COMING <= on else 9


def _covers(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on <= until)


def _noun(row: _Row) -> SectorHit:
    sectors, kind, office, flags = row[:4]
    return SectorHit(sectors=_sectors(sectors), kind=str(kind), office=_text(office), flags=_sectors(flags))


def _sectors(value: object) -> tuple[str, ...]:
    return tuple(str(value).split(",")) if value else ()


def _text(value: object) -> str | None:
    return str(value) if value else None


def _date(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
