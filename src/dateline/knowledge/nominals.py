"""Nouns that tell what a verb tells (`data/nominals.toml`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.knowledge.codebook import read_toml
from dateline.model import LexiconError

VOWELS = frozenset("aeiou")
# Final letters that English does not double before "-ing".
SINGLE = VOWELS | frozenset("wxyh")


@dataclass(frozen=True, slots=True)
class Nominals:
    """Deverbal nouns.

    Attributes:
        verbs: Verb by noun ("expulsion": "expel").
        things: Nouns in "-ing" that tell no deed ("building").
    """

    verbs: Mapping[str, str] = field(default_factory=dict)
    things: frozenset[str] = frozenset()

    @classmethod
    def read(cls, path: Path) -> Nominals:
        """Read a table.

        Raises:
            LexiconError: The file lacks a part.
        """
        entry = read_toml(path)
        try:
            return cls(dict(entry["verbs"]), frozenset(entry["things"]))
        except KeyError as error:
            raise LexiconError(f"{path.name} lacks {error}") from error

    def of_verbs(self, verbs: Collection[str]) -> dict[str, str]:
        """Return the listed nouns of some verbs, and those in "-ing".

        Example:
            >>> Nominals(verbs={"expulsion": "expel"}).of_verbs({"expel", "grant"})
            {'expelling': 'expel', 'granting': 'grant', 'expulsion': 'expel'}
        """
        found = {form: verb for verb in sorted(verbs) if (form := gerund(verb)) not in self.things}
        return found | {noun: verb for noun, verb in self.verbs.items() if verb in verbs}


def gerund(verb: str) -> str:
    """Return a verb's form in "-ing".

    Example:
        >>> [gerund(verb) for verb in ("grant", "seize", "ban", "free", "lie")]
        ['granting', 'seizing', 'banning', 'freeing', 'lying']
    """
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    short = len(verb) > 2 and verb[-1] not in SINGLE and verb[-2] in VOWELS and verb[-3] not in VOWELS
    one = sum(letter in VOWELS for letter in verb) == 1
    stressed = verb.endswith(("el", "al", "mit", "fer", "cur", "bel", "pel", "gin", "get", "set", "put", "cut", "ban"))
    return f"{verb}{verb[-1]}ing" if short and (one or stressed) else f"{verb}ing"
