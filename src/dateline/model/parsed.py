"""A story with its words, sentences and dependencies: our own records, no parser types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.enums import SegmentKind
from dateline.model.spans import Span
from dateline.model.story import Story


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark.

    Attributes:
        i: Index in `ParsedStory.tokens`.
        text, lemma: As written; dictionary form in lower case.
        pos, tag: Universal part of speech; Penn Treebank tag.
        dep: Dependency label to the head (ClearNLP labels, as spaCy's English pipelines give).
        head: Index of the head; equal to `i` for a sentence's root.
        start, end: Characters in `Story.text`.
        ent: Label of the name the word is part of (`PERSON`, `GPE`, ...) or empty.
        sent: Index in `ParsedStory.sentences`.
        children: Indices of the dependents, left to right.
    """

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str
    sent: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: token range `[first, last)`, its root, characters, and the segment it stands in."""

    i: int
    first: int
    last: int
    root: int
    start: int
    end: int
    segment: int
    kind: SegmentKind

    @property
    def span(self) -> Span:
        """The sentence's character range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that the parser found: token range `[first, last)` and its label."""

    first: int
    last: int
    label: str


NOTHING: Iterator[Token] = iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedStory:
    """A story with tokens, sentences and names; indices count over the whole story."""

    story: Story
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]

    @property
    def lead(self) -> Sentence | None:
        """The first sentence of the report itself, behind headline and dateline; None where there is none."""
        return next((s for s in self.sentences if s.kind is SegmentKind.PARAGRAPH), None)

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """Return the tokens of one sentence, in order."""
        return self.tokens[sentence.first : sentence.last]

    def children(self, token: Token, *deps: str) -> Iterator[Token]:
        """Return the dependents of `token`, left to right; with `deps`, only those so labelled."""
        tokens = self.tokens
        # No generator: this is asked for more often than anything else, and most words have few dependents or none.
        if not token.children:
            return NOTHING
        if not deps:
            return map(tokens.__getitem__, token.children)
        return iter([child for i in token.children if (child := tokens[i]).dep in deps])

    def has(self, token: Token, *deps: str) -> bool:
        """Say whether `token` has a dependent; with `deps`, one so labelled."""
        if not deps:
            return bool(token.children)
        tokens = self.tokens
        for i in token.children:  # noqa: SIM110 - no generator here either
            if tokens[i].dep in deps:
                return True
        return False

    def head(self, token: Token) -> Token:
        """Return the head of `token` (itself for a root)."""
        return self.tokens[token.head]

    def first_joined(self, token: Token) -> Token:
        """Return the first of those that `token` is joined to by "and" or commas; itself where it stands alone."""
        while token.dep == "conj" and token.head != token.i:
            token = self.tokens[token.head]
        return token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return `token` and everything below it, in text order."""
        found: list[int] = []
        stack = [token.i]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self.tokens[i].children)
        return tuple(self.tokens[i] for i in sorted(found))

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Return the tokens that start within a range of characters, in text order."""
        first = bisect_left(self.tokens, span.start, key=_start)
        return self.tokens[first : bisect_left(self.tokens, span.end, lo=first, key=_start)]

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the token range `[first, last)`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def _start(token: Token) -> int:
    return token.start
