"""Which sentences may state a relation: those that name, or mean, a land, a body or a pact."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.coding.ties.context import COUNTS
from dateline.coding.ties.words import lexicon
from dateline.model import ResolvedStory, Sentence


def worth_reading(resolved: ResolvedStory) -> Iterator[Sentence]:
    """Yield the sentences that name, or mean, a land, a body or a pact: others state no relation."""
    tokens = resolved.parsed.tokens
    heads = [m.head for m in resolved.mentions if m.resolution is not None and m.resolution.codes]
    told = {tokens[head].sent for head in (*heads, *(t.head for t in resolved.toponyms))}
    for sentence in resolved.parsed.sentences:
        inside = resolved.parsed.sentence_tokens(sentence)
        if sentence.i in told or not _meaning().isdisjoint(t.lemma for t in inside):
            yield sentence


@cache
def _meaning() -> frozenset[str]:
    """Return the words that may stand for those told of before: "the two", "the bloc", "the 1931 pact"."""
    words, pacts = lexicon().words, lexicon().sets["pacts"]
    return frozenset(COUNTS) | words.sides | words.bodies | words.plain_bodies | words.lands | words.wars | pacts
