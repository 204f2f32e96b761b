"""Words and sectors that decide who takes part in a deed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.model import EventType, LexiconError

FILES = ("words.toml", "sectors.toml", "things.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyExample:
    """A sentence, the type of an event in it, and the countries of its parties."""

    text: str
    type: EventType
    actor: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySet:
    """One set of words, in the order of its file: what it is for, and what it decides."""

    name: str
    use: str
    words: tuple[str, ...]
    example: PartyExample
    near_miss: PartyExample


@dataclass(frozen=True)
class PartyWords:
    """The sets of `data/parties/`, by name.

    Example:
        >>> "dozen" in party_words().set("collectors"), party_words().listed("rulers")[0]
        (True, 'GOV')
    """

    sets: dict[str, PartySet]

    def set(self, name: str) -> frozenset[str]:
        """Return the words of a set.

        Raises:
            LexiconError: There is no such set.
        """
        return frozenset(self.listed(name))

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the words of a set in the order of its file.

        Raises:
            LexiconError: There is no such set.
        """
        if name not in self.sets:
            raise LexiconError(f"data/parties has no set {name!r}; it has {', '.join(self.sets)}")
        return self.sets[name].words


@cache
def party_words() -> PartyWords:
    """Return the shipped sets.

    Raises:
        LexiconError: A set lacks a field, or a name comes twice; the message names file and set.
    """
    found: dict[str, PartySet] = {}
    for file in FILES:
        for entry in read_entries(data_folder() / "parties" / file, "set"):
            try:
                read = _set(entry)
            except (KeyError, ValueError) as error:
                raise LexiconError(f"data/parties/{file}: set {entry.get('name', '?')}: {error!r}") from error
            if read.name in found:
                raise LexiconError(f"data/parties/{file}: the set {read.name} comes twice")
            found[read.name] = read
    return PartyWords(found)


def _set(entry: dict[str, Any]) -> PartySet:
    return PartySet(
        name=str(entry["name"]),
        use=str(entry["use"]),
        words=tuple(map(str, entry["words"])),
        example=_example(entry["example"]),
        near_miss=_example(entry["near_miss"]),
    )


def _example(entry: dict[str, Any]) -> PartyExample:
    return PartyExample(
        text=str(entry["text"]),
        type=EventType(entry["type"]),
        actor=tuple(entry["actor"]),
        recipient=tuple(entry["recipient"]),
    )
