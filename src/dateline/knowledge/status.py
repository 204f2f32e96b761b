"""Words that tell whether an event happened."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.codebook import data_folder, read_toml
from dateline.model import LexiconError


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Sets of `data/status/words.toml`, in small letters; verbs and nouns are lemmas."""

    future: frozenset[str]
    conditional: frozenset[str]
    conditions: frozenset[str]
    denials: frozenset[str]
    nobody: frozenset[str]
    anybody: frozenset[str]
    as_far_as: frozenset[str]
    awaited: frozenset[str]
    short_of: frozenset[str]
    unsure: frozenset[str]
    averting: frozenset[str]
    averted: frozenset[str]
    hanging: frozenset[str]
    guarding: frozenset[str]
    doubtful: frozenset[str]
    exposed: frozenset[str]
    foreseeing: frozenset[str]
    aims: frozenset[str]
    imagining: frozenset[str]
    achieving: frozenset[str]
    telling: frozenset[str]
    gathering: frozenset[str]
    protesting: frozenset[str]
    calling: frozenset[str]
    performed: frozenset[str]
    platforms: frozenset[str]
    travelling: frozenset[str]
    pleaded: frozenset[str]
    arriving: frozenset[str]
    planned: frozenset[str]
    imagined: frozenset[str]
    expectations: frozenset[str]
    worries: frozenset[str]
    sayings: frozenset[str]
    notices: frozenset[str]
    ranks: frozenset[str]
    ranked: frozenset[str]

    @classmethod
    def load(cls) -> StatusWords:
        """Read the shipped sets.

        Raises:
            LexiconError: A set is missing.
        """
        entry = read_toml(data_folder() / "status" / "words.toml")
        try:
            return cls(**{name: frozenset(entry[name]) for name in cls.__slots__})
        except KeyError as error:
            raise LexiconError(f"status/words.toml lacks {error}") from error
