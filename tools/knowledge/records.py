"""The records that the build scripts pass among themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class Spell:
    """A post held over a period, as one source (or several merged ones) give it."""

    country: str | None
    title: str
    office: str
    sectors: str
    rank: int
    since: date | None
    until: date | None
    stale_after: date | None
    origin: str
    priority: int = 9

    @property
    def begins(self) -> date:
        """First day, or the beginning of time."""
        return self.since or date.min

    @property
    def ends(self) -> date:
        """Last day, or the end of time."""
        return self.until or date.max


@dataclass(slots=True)
class Person:
    """Somebody who holds or held posts."""

    id: str
    name: str
    country: str | None
    origin: str
    gender: str | None = None
    aliases: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)
    spells: list[Spell] = field(default_factory=list)
    fame: int = 0


@dataclass(slots=True)
class Thing:
    """An organisation, armed group, party, medium, company or group of people."""

    id: str
    name: str
    kind: str
    country: str | None
    sectors: str
    origin: str
    since: date | None = None
    until: date | None = None
    rank: int = 0
    aliases: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Word:
    """A word for a country, or a metonym."""

    text: str
    code: str | None
    kind: str
    sectors: str = ""
    since: str | None = None
    until: str | None = None
    rank: int = 0
