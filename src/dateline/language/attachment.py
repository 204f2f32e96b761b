"""Repairs of the parser's regular slips of attachment, before anything else reads the parse.

Five are known. A verb in the past that is joined to an infinitive under an auxiliary cannot share it, nor does a verb
of speech share a participle's: in "denied that its troops had crossed the line and accused Chile" the accusing stands
beside the denying. The second name of a long list is at times taken for an apposition of the first: "Niger, Nigeria,
Chad and Cameroon". A clause's verb is at times taken for a noun: "which groups Chad and Mali". A time between two verbs
belongs to the first where no comma parts them: "said last month it might stay", "who met last month approved it". And a
clause before a semicolon is nothing that the verb behind it tells: "Seoul demanded an apology; the North said ...".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.speech import SpeechLexicon
from dateline.language.words import Word

FINITE = frozenset({"VBD", "VBZ"})
# Forms that a finite verb after "and" cannot share its auxiliary with.
HELPED = frozenset({"VBN", "VB"})
CLAUSES = frozenset({"ccomp", "xcomp"})
MAX_CLIMB = 4


@cache
def _speech() -> frozenset[str]:
    return frozenset(SpeechLexicon.load().verbs)


def repaired(words: Sequence[Word], heads: Sequence[int]) -> tuple[list[Word], list[int]]:
    """Return the words and heads of one text with the known slips mended.

    Args:
        words: What the parser says of each token.
        heads: The head of each token, by index; a root is its own head.

    Example:
        >>> repaired([Word("go", "VERB", "VBD", "ROOT")], [0])[1]
        [0]
    """
    found, new = list(words), list(heads)
    for i, word in enumerate(words):
        if word.dep == "conj" and word.tag in FINITE:
            above = _finite_above(i, words, new)
            if above is not None:
                new[i] = above
        elif word.dep == "appos" and word.tag == "NNP" and _is_listed(i, words, new):
            found[i] = word._replace(dep="conj")
        elif word.dep == "ccomp" and new[i] > i and _is_cut_off(i, words, new):
            found[i] = word._replace(dep="dep")
        elif word.dep == "npadvmod" and new[i] > i and word.tag in {"NN", "NNP"}:
            before = _verb_before(i, words, new)
            new[i] = new[i] if before is None else before
        elif word.dep == "relcl" and word.tag == "NNS" and _is_told_of(i, words, new):
            found[i] = word._replace(pos="VERB", tag="VBZ")
    return found, new


def _finite_above(i: int, words: Sequence[Word], heads: Sequence[int]) -> int | None:
    """Return the verb of saying that a joined verb stands beside, if it cannot share the auxiliary of its head."""
    head = heads[i]
    helped = any(heads[j] == head and words[j].dep in {"aux", "auxpass"} for j in range(max(0, head - 6), head))
    subject = any(heads[j] == i and words[j].dep in {"nsubj", "nsubjpass", "mark"} for j in range(head, i))
    if subject or words[head].tag not in HELPED or not helped:
        return None
    if words[head].tag == "VBN" and words[i].lemma not in _speech():
        return None  # "had crossed and shelled": past and participle look alike
    above = head
    for _ in range(MAX_CLIMB):
        if words[above].dep not in CLAUSES:
            return None
        above = heads[above]
        if words[above].tag == words[i].tag:
            return above
    return None


def _verb_before(i: int, words: Sequence[Word], heads: Sequence[int]) -> int | None:
    """Return the verb right before a time that was hung on the next one: of saying, or of a clause aside."""
    after = heads[i]
    last = min([i, *(j for j in range(max(0, i - 3), i) if heads[j] == i)]) - 1
    if last < 0 or words[after].pos != "VERB" or not words[last].lemma.isalnum():
        return None
    if words[after].dep == "ccomp" and heads[after] == last and words[last].tag == "VBD":
        return last
    above = last
    for _ in range(MAX_CLIMB):
        if words[above].dep == "relcl" and words[above].pos == "VERB":
            return above if words[after].tag == "VBD" and above < i else None
        above = heads[above]
    return None


def _is_cut_off(i: int, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Say whether a clause before a semicolon was taken for what the verb behind it tells: "Peru left; it said"."""
    own = any(heads[j] == i and words[j].dep == "nsubj" for j in range(max(0, i - 12), i))
    between = range(i + 1, heads[i])
    return own and words[i].tag in FINITE | {"VBP"} and any(words[j].lemma == ";" for j in between)


def _is_told_of(i: int, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Say whether a relative clause's plural noun has "which" for its subject right before it."""
    return i > 0 and heads[i - 1] == i and words[i - 1].tag == "WDT" and words[i - 1].dep == "nsubj"


def _is_listed(i: int, words: Sequence[Word], heads: Sequence[int]) -> bool:
    """Say whether a name beside another begins the rest of a list: at least two more are joined to it."""
    head = heads[i]
    if words[head].tag != "NNP" or i - head != 2:
        return False
    chain, at = 0, i
    for j in range(i + 1, min(i + 14, len(words))):
        if words[j].dep == "conj" and heads[j] == at and words[j].tag == "NNP":
            chain, at = chain + 1, j
    return chain >= 2 or (chain == 1 and _siblings(i, words, heads) >= 2)


def _siblings(i: int, words: Sequence[Word], heads: Sequence[int]) -> int:
    return sum(words[j].dep == "conj" and heads[j] == i for j in range(i + 1, min(i + 14, len(words))))
