"""How numbers of people are written: number words, bounds, and the words that say what became of whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from dateline.knowledge.codebook import data_folder, read_toml
from dateline.model import LexiconError

Words = tuple[str, ...]
_TABLES = ("atoms", "multipliers", "plurals", "vague", "fractions")
_SETS = ("nobody", "measures", "wholes", "parts", "one", "single", "things")


@dataclass(frozen=True)
class CountWords:
    """The tables of `data/counts`, in small letters.

    Attributes:
        atoms: Values of number words below a hundred.
        multipliers: Values of dozen, hundred, thousand and the like.
        plurals: The least that "dozens", "hundreds" mean.
        vague: The least that "several", "a few" mean.
        fractions: What "half a million" divides by.
        nobody: Words that make it none.
        measures: Units that make a number an age, length or rank.
        wholes: Nouns that stand for those who follow "of".
        parts: Words after which some of those counted before are counted again.
        one: Words that open a phrase for one person.
        single: Pronouns for one person.
        things: What is killed, hurt or seized by number and is nobody.
        bounds: Phrases before a number, the longest first, with `low`, `above`, `high`, `below` or `about`.
        leaving: Verbs that say in what state they leave people.
        other_times: Words under which another occasion stands.
        totals: Words of sums over a long time.
        kinds: For a lemma, the kinds of count and where the counted stand.
    """

    atoms: Mapping[str, int]
    multipliers: Mapping[str, int]
    plurals: Mapping[str, int]
    vague: Mapping[str, int]
    fractions: Mapping[str, int]
    nobody: frozenset[str]
    measures: frozenset[str]
    leaving: frozenset[str]
    other_times: frozenset[str]
    totals: frozenset[str]
    wholes: frozenset[str]
    parts: frozenset[str]
    one: frozenset[str]
    single: frozenset[str]
    things: frozenset[str]
    bounds: tuple[tuple[Words, str], ...]
    kinds: Mapping[str, tuple[tuple[str, str], ...]]

    @cached_property
    def bound_words(self) -> frozenset[str]:
        """All words of the phrases that bound a number."""
        return frozenset(word for phrase, _ in self.bounds for word in phrase)

    @classmethod
    def load(cls) -> CountWords:
        """Read the shipped tables.

        Raises:
            LexiconError: A table or a field is missing.
        """
        folder = data_folder() / "counts"
        try:
            numbers, kinds = read_toml(folder / "numbers.toml"), read_toml(folder / "kinds.toml")
            tables: dict[str, Any] = {name: numbers[name] for name in _TABLES}
            tables |= {name: frozenset(numbers[name]["words"]) for name in _SETS}
            return cls(
                **tables,
                leaving=frozenset(kinds["leaving"]["lemmas"]),
                other_times=frozenset(kinds["other_times"]["words"]),
                totals=frozenset(kinds["totals"]["words"]),
                bounds=_bounds(read_toml(folder / "bounds.toml")),
                kinds=_kinds(kinds),
            )
        except KeyError as error:
            raise LexiconError(f"data/counts lacks {error}") from error


@cache
def count_words() -> CountWords:
    """Return the shipped tables, read once."""
    return CountWords.load()


def _bounds(table: Mapping[str, Any]) -> tuple[tuple[Words, str], ...]:
    found = [(tuple(str(words).split()), str(entry["bound"])) for entry in table["bounds"] for words in entry["words"]]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _kinds(table: Mapping[str, Any]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for entry in table["kinds"]:
        for lemma in entry["lemmas"]:
            found[lemma].append((str(entry["kind"]), str(entry["slot"])))
    return {lemma: tuple(kinds) for lemma, kinds in found.items()}
