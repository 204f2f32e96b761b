"""Which words are of a predicate's own clause, and where the clauses inside it and beside it begin."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.structure.voices import has_subject
from dateline.model import ParsedStory, Token

VERBAL = frozenset({"VERB", "AUX"})
INNER = frozenset({"ccomp", "relcl", "csubj", "csubjpass", "pcomp"})
BESIDE = frozenset({"conj", "parataxis", "advcl"})


def core_of(parsed: ParsedStory, i: int) -> Iterator[Token]:
    """Yield the tokens of a predicate's own clause without the tensed clauses inside it."""
    stack = [i]
    while stack:
        token = parsed.tokens[stack.pop()]
        yield token
        stack.extend(c.i for c in parsed.children(token) if not _is_tensed(parsed, c))


def clause_of(parsed: ParsedStory, i: int) -> Iterator[Token]:
    """Yield the tokens of a predicate's own clause: its subtree without coordinated and attached clauses."""
    stack = [i]
    while stack:
        token = parsed.tokens[stack.pop()]
        yield token
        stack.extend(c.i for c in parsed.children(token) if c.dep not in BESIDE or c.pos not in VERBAL)


def _is_tensed(parsed: ParsedStory, token: Token) -> bool:
    if token.pos not in VERBAL:
        return False
    return (token.dep in INNER and has_subject(parsed, token)) or token.dep in BESIDE
