"""The words that show each of the 37 contexts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.knowledge.codebook import data_folder, read_toml
from dateline.model import LexiconError

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContextWords:
    """What shows one context: a strong phrase alone, or two different weak ones; excluded phrases count for nothing."""

    context: str
    strong: frozenset[Phrase]
    weak: frozenset[Phrase]
    excluded: frozenset[Phrase]


@dataclass(frozen=True)
class ContextLexicon:
    """All contexts, indexed by the first word of their phrases."""

    contexts: tuple[ContextWords, ...]
    _by_word: Mapping[str, tuple[tuple[Phrase, str, str], ...]]

    @classmethod
    def load(cls) -> ContextLexicon:
        """Read the shipped lexicon.

        Raises:
            LexiconError: A file breaks its format.
        """
        contexts = tuple(_context(read_toml(p), str(p)) for p in sorted((data_folder() / "contexts").glob("*.toml")))
        table: dict[str, list[tuple[Phrase, str, str]]] = defaultdict(list)
        for words in contexts:
            for weight in ("strong", "weak", "excluded"):
                for phrase in sorted(getattr(words, weight)):
                    table[phrase[0]].append((phrase, weight, words.context))
        return cls(contexts, {word: tuple(found) for word, found in table.items()})

    def show(self, lemmas: Sequence[str], words: Sequence[str]) -> tuple[str, ...]:
        """Return the contexts that a stretch of text shows, in alphabetical order.

        Args:
            lemmas: Lemmas of the stretch.
            words: The same words as written, in lower case.
        """
        hits: dict[str, dict[str, list[tuple[int, Phrase]]]] = defaultdict(lambda: defaultdict(list))
        for at, phrase, weight, context in self._hits(lemmas, words):
            hits[context][weight].append((at, phrase))
        return tuple(sorted(context for context, found in hits.items() if _shown(found)))

    def _hits(self, lemmas: Sequence[str], words: Sequence[str]) -> Iterator[tuple[int, Phrase, str, str]]:
        for at, (lemma, word) in enumerate(zip(lemmas, words, strict=True)):
            for first in {lemma, word}:
                for phrase, weight, context in self._by_word.get(first, ()):
                    if _follows(phrase, at, lemmas, words):
                        yield at, phrase, weight, context


def _follows(phrase: Phrase, at: int, lemmas: Sequence[str], words: Sequence[str]) -> bool:
    if at + len(phrase) > len(lemmas):
        return False
    return all(part in (lemmas[at + n], words[at + n]) for n, part in enumerate(phrase))


def _shown(found: Mapping[str, list[tuple[int, Phrase]]]) -> bool:
    barred = {at + n for at, phrase in found.get("excluded", ()) for n in range(len(phrase))}
    strong = any(at not in barred for at, _ in found.get("strong", ()))
    weak = {phrase for at, phrase in found.get("weak", ()) if at not in barred}
    return strong or len(weak) >= 2


def _context(entry: dict[str, Any], path: str) -> ContextWords:
    try:
        return ContextWords(
            context=str(entry["context"]),
            strong=_phrases(entry["strong"]),
            weak=_phrases(entry.get("weak", [])),
            excluded=_phrases(entry.get("not", [])),
        )
    except KeyError as error:
        raise LexiconError(f"{path} lacks {error}") from error


def _phrases(entries: list[str]) -> frozenset[Phrase]:
    return frozenset(tuple(str(entry).lower().split()) for entry in entries)
