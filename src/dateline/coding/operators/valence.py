"""How a phrase judges: as bad, good, untrue or not to be had; by its head, what describes it, what hangs on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache

from dateline.coding.structure.arguments import Graph
from dateline.model import Token

DEPTH = 3
UNDER = frozenset({"of", "in", "to", "on", "with", "for"})
DENYING = frozenset({"no", "neither"})


class Tone(Enum):
    """How something is judged."""

    BAD = "bad"
    GOOD = "good"
    UNTRUE = "untrue"
    REFUSED = "refused"


class Valence:
    """Reads the judgement of phrases of one story."""

    def __init__(self, graph: Graph, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._parsed, self._tokens = graph, graph.parsed, graph.tokens
        self._carriers = sets["judgement_carriers"]
        self._words = (
            (Tone.BAD, sets["reproaches"]),
            (Tone.GOOD, sets["praises"]),
            (Tone.UNTRUE, sets["untruths"]),
            (Tone.REFUSED, sets["unobtainables"]),
        )

    def of(self, head: int, depth: int = 0) -> tuple[int, Tone] | None:
        """Return the word that judges and its tone; None where a phrase judges nothing.

        Args:
            head: Head of the phrase, a noun or an adjective.
            depth: How many phrases lie above it.
        """
        token = self._tokens[head]
        if any(c.lemma in DENYING for c in self._parsed.children(token, "det")):
            return None
        heads = [self._tokens[i] for i in self._graph.conjuncts(head)]
        found = [tone for t in heads for tone in self._own(t)]
        if not found:
            found = [tone for t in heads for tone in self._described(t)]
        if not found and depth < DEPTH and token.lemma in self._carriers:
            below = (self.of(i, depth + 1) for t in heads for i in self._below(t))
            found = [tone for tone in below if tone is not None]
        bad = [t for t in found if t[1] is Tone.BAD]
        return next(iter(bad or found), None)

    def _own(self, token: Token) -> Iterator[tuple[int, Tone]]:
        forms = {token.lemma, token.text.lower()} if token.pos != "NOUN" or token.tag == "NN" else {token.lemma}
        if "-" in {t.text for t in self._tokens[max(0, token.i - 1) : token.i + 2]}:
            return  # "risk-based"
        before = {c.lemma for c in self._parsed.children(token, "compound", "amod")}
        for tone, words in self._words:
            phrases = _phrases(words)
            joined = {f"{b}{joint}{token.lemma}" for b in before for joint in (" ", "-")}
            if not words.isdisjoint(forms | joined) or self._is_phrase(token, phrases.get(token.lemma, ())):
                # "a great injustice" is bad, "a hollow victory" too
                spoilt = next((t for t in self._described(token) if t[1] is Tone.BAD), None)
                yield spoilt or (token.i, tone)
                return

    def _is_phrase(self, token: Token, phrases: Iterable[tuple[str, ...]]) -> bool:
        for phrase in phrases:
            at = phrase.index(token.lemma)
            around = self._tokens[max(0, token.i - at - 1) : token.i + len(phrase) - at + 2]
            words = [w for t in around for w in (t.lemma,) if t.lemma not in {"a", "the", "an"}]
            if any(tuple(words[i : i + len(phrase)]) == phrase for i in range(len(words))):
                return True
        return False

    def _described(self, token: Token) -> Iterator[tuple[int, Tone]]:
        """Yield the tones of what stands before a noun: "an arbitrary and hostile act"."""
        if token.pos not in {"NOUN", "PROPN"}:
            return
        for child in self._parsed.children(token, "amod", "compound", "nmod"):
            for i in self._graph.conjuncts(child.i):
                word = self._tokens[i]
                for tone, words in self._words:
                    if word.lemma in words or word.text.lower() in words:
                        yield i, tone
                        break

    def _below(self, token: Token) -> Iterator[int]:
        for prep in self._parsed.children(token, "prep"):
            if prep.lemma in UNDER:
                yield from (c.i for c in self._parsed.children(prep, "pobj"))


@lru_cache(maxsize=16)
def _phrases(words: frozenset[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of a word set by each word in them."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in words:
        parts = tuple(entry.split())
        if len(parts) > 1:
            for part in parts:
                found[part].append(parts)
    return {word: tuple(phrases) for word, phrases in found.items()}
