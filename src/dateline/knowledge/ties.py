"""Patterns of standing relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.knowledge.codebook import data_folder, read_entries, read_toml
from dateline.knowledge.frames import KINDS, Conditions, FrameLexicon, Union
from dateline.model import LexiconError

# Words that stand in files of their own: who ruled a land, which states go by one name, which missions are kept where.
TABLES = frozenset({"ruled_by", "together", "once", "missions"})
# Prepositions that tell where somebody is kept.
PLACING = (
    "in", "on", "at", "near", "outside", "along", "across", "around", "off", "inside", "throughout", "within",
    "above", "over", "round", "beside", "beyond", "behind", "between", "from",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePattern:
    """How a text states one kind of relation.

    Attributes:
        holder, host: Who keeps something, and with whom; empty for relations of equals.
        parties: Slots of the equals.
        habitual, stative, copula, force, apposed, present, under, begins, ends, founded, beneath, simple, dated,
            possessed, perfect, ongoing: What makes the clause tell a lasting state.
        told: Where the clause names no other party, it is the state, or the body of states, last told of.
        known: Whose the holder is must be told in words, not only assumed.
        measured: It must be told with its beginning or its length: "since 2011", "for years".
        inner: Both sides are of one land: a state and its own rebels.
        old: What begins must have begun long before the story's day: "signed a treaty in 1904", not "on Monday".
        abroad: The host may be a part of the report's own land ("the island") or a region of no single country.
        phrases: Words of which one must stand in the clause ("at war").
    """

    kind: str
    holder: tuple[Union, ...]
    host: tuple[Union, ...]
    parties: tuple[Union, ...]
    where: Conditions
    habitual: bool
    stative: bool
    copula: bool
    force: bool
    apposed: bool
    present: bool
    under: bool
    abroad: bool
    begins: bool
    ends: bool
    founded: bool
    beneath: bool
    simple: bool
    dated: bool
    possessed: bool
    perfect: bool
    ongoing: bool
    inner: bool
    old: bool
    told: bool
    known: bool
    measured: bool
    phrases: tuple[str, ...]
    example: str
    near_miss: str

    @property
    def manner(self) -> tuple[object, ...]:
        """All that says in which way a clause must tell a lasting state; many patterns of a word share one."""
        return (
            self.kind, self.habitual, self.stative, self.copula, self.force, self.apposed, self.present, self.under,
            self.begins, self.ends, self.founded, self.beneath, self.simple, self.dated, self.possessed, self.perfect,
            self.ongoing, self.old, self.measured, bool(self.phrases),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LastingWords:
    """Words that make a clause tell a habit or a lasting state (`lasting.toml`), and whom names of several mean.

    `ruled_by` (`rulers.toml`) says who last ruled a land, `together` and `once` (`groups.toml`) whom one name means.
    """

    habits: frozenset[str]
    habitual_adjectives: frozenset[str]
    units: frozenset[str]
    holding: frozenset[str]
    in_force: frozenset[str]
    imagined: frozenset[str]
    meeting_verbs: frozenset[str]
    beginnings: frozenset[str]
    here: frozenset[str]
    endings: frozenset[str]
    senders: frozenset[str]
    lands: frozenset[str]
    conditions: frozenset[str]
    bodies: frozenset[str]
    sides: frozenset[str]
    efforts: frozenset[str]
    isles: frozenset[str]
    spots: frozenset[str]
    grounds: frozenset[str]
    unended: frozenset[str]
    doubted: frozenset[str]
    plain_bodies: frozenset[str]
    not_partners: frozenset[str]
    not_members: frozenset[str]
    envoys: frozenset[str]
    wars: frozenset[str]
    body_names: frozenset[str]
    ruled_by: Mapping[str, str]
    together: Mapping[str, tuple[str, ...]]
    once: Mapping[str, tuple[str, ...]]
    missions: Mapping[str, str]


@dataclass(frozen=True)
class TieLexicon:
    """All patterns by (kind of word, lemma), and the noun sets that they share with the frames."""

    by_word: Mapping[tuple[str, str], tuple[TiePattern, ...]]
    sets: Mapping[str, frozenset[str]]
    words: LastingWords

    @classmethod
    def load(cls) -> TieLexicon:
        """Read the shipped patterns.

        Raises:
            LexiconError: An entry breaks the format.
        """
        table: dict[tuple[str, str], list[TiePattern]] = defaultdict(list)
        path = data_folder() / "ties" / "ties.toml"
        for entry in read_entries(path, "tie"):
            try:
                pattern = _pattern(entry)
            except KeyError as error:
                raise LexiconError(f"{path}: tie {entry.get('kind', '?')} lacks {error}") from error
            for key, kind in KINDS.items():
                for words in entry.get(key, ()):
                    table[kind, str(words).split()[0]].append(pattern)
        patterns = {key: tuple(found) for key, found in table.items()}
        return cls(patterns, FrameLexicon.read_sets(), _lasting())


def _lasting() -> LastingWords:
    entry = read_toml(data_folder() / "ties" / "lasting.toml")
    try:
        words = {name: frozenset(entry[name]) for name in LastingWords.__slots__ if name not in TABLES}
    except KeyError as error:
        raise LexiconError(f"ties/lasting.toml lacks {error}") from error
    return LastingWords(
        **words,
        ruled_by=_by_name("rulers", "ruled_by"),
        missions=_by_name("missions", "kept_in"),
        together=_groups("together"),
        once=_groups("once"),
    )


def _by_name(file: str, table: str) -> dict[str, str]:
    """Return the code that a table gives each of the names under it."""
    codes = read_toml(data_folder() / "ties" / f"{file}.toml").get(table, {})
    return {name: code for code, names in codes.items() for name in names}


def _groups(table: str) -> dict[str, tuple[str, ...]]:
    """Return the codes of the states that go by each name of one table."""
    named = read_toml(data_folder() / "ties" / "groups.toml").get(table, {})
    return {name: tuple(codes) for name, codes in named.items()}


def _where(slot: str) -> tuple[str, ...]:
    """Write out "@where" and "obj.@where": any phrase that tells where."""
    before, found, _ = slot.partition("@where")
    places = (prep for prep in PLACING if not before or prep != "from")  # "soldiers from Chad" are Chad's
    return tuple(f"{before}{prep}" for prep in places) if found else (slot,)


@cache
def read_pattern(kind: str) -> TiePattern:
    """Return the pattern of a relation of some kind that no pattern reads: nothing is asked of its clause."""
    return _pattern({"kind": kind, "told": True, "example": "", "near_miss": ""})


def _pattern(entry: dict[str, Any]) -> TiePattern:
    def slots(name: str) -> tuple[Union, ...]:
        return tuple(tuple(slot for part in str(s).split("+") for slot in _where(part)) for s in entry.get(name, ()))

    return TiePattern(
        kind=str(entry["kind"]),
        holder=slots("holder"),
        host=slots("host"),
        parties=slots("parties"),
        where=tuple((slot, tuple(items)) for slot, items in entry.get("where", {}).items()),
        habitual=bool(entry.get("habitual")),
        stative=bool(entry.get("stative")),
        copula=bool(entry.get("copula")),
        force=bool(entry.get("force")),
        apposed=bool(entry.get("apposed")),
        present=bool(entry.get("present")),
        under=bool(entry.get("under")),
        abroad=bool(entry.get("abroad")),
        begins=bool(entry.get("begins")),
        ends=bool(entry.get("ends")),
        founded=bool(entry.get("founded")),
        beneath=bool(entry.get("beneath")),
        simple=bool(entry.get("simple")),
        dated=bool(entry.get("dated")),
        possessed=bool(entry.get("possessed")),
        perfect=bool(entry.get("perfect")),
        ongoing=bool(entry.get("ongoing")),
        inner=bool(entry.get("inner")),
        old=bool(entry.get("old")),
        told=bool(entry.get("told")),
        known=bool(entry.get("known")),
        measured=bool(entry.get("measured")),
        phrases=tuple(str(words) for words in entry.get("phrases", ())),
        example=str(entry["example"]),
        near_miss=str(entry["near_miss"]),
    )
