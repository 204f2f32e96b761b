"""What mention reading asks of a parse: edges of phrases, roots of word runs, quotations, grammatical number."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from dateline.model import ParsedStory, Token

# Dependents that stand inside a noun phrase, left of its head.
LEFT = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "predet", "npadvmod"})
LEFT_LOOSE = LEFT | frozenset({"case", "punct", "cc", "conj", "dep", "prep", "pobj"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "oprd", "appos", "poss", "ROOT", "conj", "obj", "pcomp"}
)
# Dependents that never head a phrase of their own.
INNER = frozenset(
    {"compound", "nmod", "amod", "nummod", "quantmod", "det", "advmod", "npadvmod", "punct", "case", "cc", "mark"}
)
# How many words a headline in capitals has at least, and how many of them have one.
TITLE_WORDS, TITLE_SHARE = 5, 0.7
# How an exchange writes a firm: "<FNHB.BR>", "<LK>".
TICKER = re.compile(r"<(?=[^>]*\.|[A-Z0-9]{1,5}>)[A-Za-z0-9./-]{1,10}>")


class Syntax:
    """A parsed story with the derived facts that every rule of the room needs, each computed once."""

    def __init__(self, parsed: ParsedStory) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self.text = parsed.story.text
        self._titled: dict[int, bool] = {}

    @cached_property
    def left_edge(self) -> list[int]:
        """First token of every token's noun phrase: its left dependents, and theirs."""
        return [self._edge(t) if t.children and t.children[0] < t.i else t.i for t in self.tokens]

    def _edge(self, token: Token) -> int:
        left = (child for child in token.children if child < token.i and self.tokens[child].dep in LEFT)
        return min((self._leftmost(child) for child in left), default=token.i)

    def _leftmost(self, i: int) -> int:
        lowest = i
        for child in self.tokens[i].children:
            if child > i:
                break
            lowest = min(lowest, self._leftmost(child))
        return lowest

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands in the story, as written."""
        return Counter(token.text for token in self.tokens)

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token stands between quotation marks; a quotation may run over paragraphs."""
        inside, flags, segment = False, [], -1
        for token in self.tokens:
            here = self.parsed.sentences[token.sent].segment
            if here != segment:
                segment, inside = here, False
            if token.text in {'"', "“", "”", "``", "''"}:
                inside = not inside
                flags.append(False)
            else:
                flags.append(inside)
        return flags

    @cached_property
    def tickers(self) -> frozenset[int]:
        """The tokens by which an exchange writes a firm behind its name: "<skbs.ST>", not "<Roe Trust PLC>"."""
        spans = [found.span() for found in TICKER.finditer(self.text)]
        inside = (t.i for t in self.tokens if any(start <= t.start < end for start, end in spans))
        return frozenset(inside) if spans else frozenset()

    def in_dateline(self, i: int) -> bool:
        """Say whether a token stands in the line that opens a wire report."""
        fact = self.parsed.story.dateline
        return fact is not None and fact.span is not None and fact.span.start <= self.tokens[i].start < fact.span.end

    @cached_property
    def told_before(self) -> list[int]:
        """How many sentences before each one are nothing but a quotation."""
        counts, count = [], 0
        for sentence in self.parsed.sentences:
            counts.append(count)
            words = [t.i for t in self.tokens[sentence.first : sentence.last] if t.pos not in {"PUNCT", "SPACE"}]
            count += bool(words) and all(self.quoted[i] for i in words)
        return counts

    def in_title_case(self, sentence: int) -> bool:
        """Say whether nearly every word of a sentence has a capital, as headlines of some papers do."""
        if sentence not in self._titled:
            own = self.parsed.sentences[sentence]
            words = [t for t in self.tokens[own.first : own.last] if t.text[0].isalpha()]
            capitals = sum(t.text[0].isupper() for t in words)
            self._titled[sentence] = len(words) >= TITLE_WORDS and capitals >= TITLE_SHARE * len(words)
        return self._titled[sentence]

    def root(self, first: int, last: int) -> int:
        """Return the token of a run whose head lies outside it; the last such when the run is broken."""
        found = last - 1
        for i in range(last - 1, first - 1, -1):
            head = self.tokens[i].head
            if (head == i or not first <= head < last) and self.tokens[i].dep not in {"punct", "det"}:
                found = i
                if self.tokens[i].dep in ARGUMENTS:
                    return i
        return found

    def words(self, first: int, last: int) -> str:
        """Return the characters of a token range, on one line."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[last - 1].end].split())

    def plural(self, i: int) -> bool:
        """Say whether a noun is plural by its tag, or coordinated by its meaning ("police")."""
        token = self.tokens[i]
        return token.tag in {"NNS", "NNPS"} or token.lemma in {"police", "people", "troops"}

    def definite(self, head: int) -> bool:
        """Say whether a noun phrase has "the", "this" or a possessor."""
        return any(
            (t.dep == "det" and t.lemma in {"the", "this", "that", "these", "those", "both"}) or t.dep == "poss"
            for t in self.parsed.children(self.tokens[head])
        )

    def indefinite(self, head: int) -> bool:
        """Say whether a noun phrase starts with "a", "some", "any", "another" or the like."""
        return any(
            t.dep == "det" and t.lemma in {"a", "an", "some", "any", "another", "no", "every", "each"}
            for t in self.parsed.children(self.tokens[head])
        )

    def first_joined(self, i: int) -> Token:
        """Return the first of those that a token is joined to; the token itself where it stands alone."""
        return self.parsed.first_joined(self.tokens[i])

    def from_lands(self, i: int) -> bool:
        """Say whether a noun, or one joined to it, is of unnamed countries: "envoys from 78 countries"."""
        first = self.first_joined(i)
        joined, stack = [first], [first]
        while stack:
            found = list(self.parsed.children(stack.pop(), "conj"))
            joined += found
            stack += found
        prepositions = (p for noun in joined for p in self.parsed.children(noun, "prep") if p.lemma in {"from", "of"})
        lands = (land for p in prepositions for land in self.parsed.children(p, "pobj") if land.tag == "NNS")
        # "Governors of nine states" are of one country, "envoys of the member states" of many.
        return any(
            land.lemma in {"country", "nation"}
            or (land.lemma == "state" and any(c.lemma == "member" for c in self.parsed.children(land)))
            for land in lands
        )

    def subject(self, i: int) -> bool:
        """Say whether a token is the deep subject of a predicate, also as a conjunct of one."""
        token = self.first_joined(i)
        if token.dep == "pobj":
            return self.tokens[token.head].dep == "agent"
        return token.dep in SUBJECTS

    def governor(self, i: int) -> Token:
        """Return the predicate or preposition above a token, past its conjuncts."""
        token = self.first_joined(i)
        return self.tokens[token.head]

    def hangs_below(self, i: int, top: int, *, steps: int) -> bool:
        """Say whether a token hangs at most so many steps below another."""
        for _ in range(steps):
            if self.tokens[i].head == i:
                return False
            i = self.tokens[i].head
            if i == top:
                return True
        return False


def noun_forms(text: str, lemma: str) -> tuple[str, ...]:
    """Return the dictionary forms under which to look a noun up: its lemma, its likely singular, as it is written.

    Example:
        >>> noun_forms("Ministries", "Ministries")
        ('ministries', 'ministry')
    """
    word = text.lower()
    return tuple(dict.fromkeys((lemma.lower(), singular(word), word)))


def singular(word: str) -> str:
    """Return the likely singular of a plural proper noun, whose lemma the tagger leaves as it is.

    Example:
        >>> singular("ministries"), singular("soldiers")
        ('ministry', 'soldier')
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word
