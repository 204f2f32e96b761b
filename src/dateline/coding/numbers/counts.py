"""How many: the number that a noun phrase gives, with its bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from dateline.knowledge.counts import CountWords
from dateline.model import Count, ParsedStory, Span, Token

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
RANGE = re.compile(r"(\d[\d,]*)\s*[-–]\s*(\d[\d,]*)")
ORDINALS = frozenset({"st", "nd", "rd", "th"})
# Numbers in these names count no people, nor do years: "the July 2005 killing".
OTHER_NUMBERS = frozenset({"MONEY", "PERCENT", "ORDINAL"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# A phrase of more words than this before its head is a misparse.
LONGEST = 14
# What joins the two figures of a range: "ten to twelve", "between 10 and 15".
TO, AND, BETWEEN = "to", frozenset({"and", "or"}), "between"


@dataclass(frozen=True, slots=True)
class Counted:
    """A count and the characters of `Story.text` that give it."""

    count: Count
    span: Span


class CountReader:
    """Reads counts off the noun phrases of one story."""

    def __init__(self, parsed: ParsedStory, words: CountWords) -> None:
        self._parsed = parsed
        self._words = words

    def of(self, head: Token) -> Counted | None:
        """Read the number of a noun phrase: "at least 12 people", "dozens of soldiers", "10 to 15 officers".

        Args:
            head: The phrase's head; a number counts as its own head.

        Returns:
            Bounds and the words that give them; `low == high` where one figure is given, with or without "about". None
            when the phrase has no number.
        """
        tokens = self._left(head)
        if not tokens:
            return None
        texts = [t.text.lower() for t in tokens]
        if texts[0] in self._words.nobody and (len(texts) > 1 or head.pos in {"PRON", "NOUN", "DET"}):
            return self._count(tokens[:1], 0, 0)
        for last in range(len(tokens) - 1, -1, -1):
            found = self._ending_at(tokens, texts, last)
            if found is not None:
                return found
        return self._single(head, tokens, texts)

    def _left(self, head: Token) -> list[Token]:
        """Return the words of the phrase up to its head, from the left."""
        below = [t for t in self._parsed.subtree(head) if t.i <= head.i]
        first = max(min((t.i for t in below), default=head.i), head.i - LONGEST)
        start = self._parsed.sentences[head.sent].first
        first = max(start, first)
        # The parser hangs "at least", "more than" and "up to" now on the number, now on the verb.
        while first > start and self._is_bound(first):
            first -= 1
        return list(self._parsed.tokens[first : head.i + 1])

    def _is_bound(self, first: int) -> bool:
        word = self._parsed.tokens[first - 1].text.lower()
        return word in self._words.bound_words or word == BETWEEN

    def _ending_at(self, tokens: Sequence[Token], texts: Sequence[str], last: int) -> Counted | None:
        """Return the count whose number ends at a word, or None."""
        year = tokens[last].ent == "DATE" and YEAR.fullmatch(texts[last])
        if self._is_measure(texts, last) or tokens[last].ent in OTHER_NUMBERS or year:
            return None
        first, low, high = self._number(texts, last)
        if low is None:
            return None
        return self._bounded(tokens, texts, (first, last), low, high)

    def _is_measure(self, texts: Sequence[str], last: int) -> bool:
        """Say whether a number is an age, a length, a rank or a share: "12-year-old", "40 %", "12th"."""
        after = list(texts[last + 1 : last + 3])
        if after and after[0] == "-":
            return len(after) < 2 or after[1] not in self._words.atoms or self._words.atoms.get(texts[last], 0) < 20
        unit = after[0].rstrip("s.") if after else ""
        return unit in self._words.measures or unit in ORDINALS

    def _number(self, texts: Sequence[str], last: int) -> tuple[int, int | None, int | None]:
        """Return first word, least and most of the number that ends at a word."""
        words = self._words
        text = texts[last]
        if text == "-":
            return last, None, None
        spread = RANGE.fullmatch(text)
        if spread:
            return last, _figure(spread[1]), _figure(spread[2])
        if text in words.plurals:
            return self._plural(texts, last)
        if text in words.vague:
            return last, words.vague[text], None
        first = last
        while first > 0 and self._joins(texts, first):
            first -= 1
        value = self._value(texts[first : last + 1])
        open_above = any(text in words.vague for text in texts[first : last + 1])
        return first, value, None if open_above else value

    def _plural(self, texts: Sequence[str], last: int) -> tuple[int, int | None, int | None]:
        """Read "thousands", "tens of thousands", "several hundreds"."""
        words = self._words
        low = words.plurals[texts[last]]
        if last >= 2 and texts[last - 1] == "of" and texts[last - 2] in words.plurals:
            unit = words.multipliers.get(texts[last].removesuffix("s"), 1)
            return last - 2, words.plurals[texts[last - 2]] * unit, None
        return last, low, None

    def _joins(self, texts: Sequence[str], first: int) -> bool:
        """Say whether the word before belongs to the same number: "two hundred and six", "half a million"."""
        words, before, after = self._words, texts[first - 1], texts[first]
        if before == "-":  # the parser parts "twenty-two"
            return first > 1 and words.atoms.get(texts[first - 2], 0) >= 20 and after in words.atoms
        if after == "-":
            return True
        if before == "and":
            return first > 1 and texts[first - 2] in words.multipliers and self._is_small(after)
        if after in words.multipliers:
            loose = before in {"a", "an", "of"} or before in words.vague or before in words.fractions
            return loose or before in words.multipliers or self._is_small(before)
        if after in {"a", "an", "of"}:
            return before in words.fractions or (before == "of" and after != "of")
        return before in words.multipliers

    def _is_small(self, text: str) -> bool:
        return bool(FIGURE.fullmatch(text)) or all(part in self._words.atoms for part in text.split("-"))

    def _value(self, texts: Sequence[str]) -> int | None:
        """Return the value of "two hundred and six", "half a million", "several dozen"; None for no number."""
        words = self._words
        total, group, divide, seen = Fraction(0), Fraction(0), 1, False
        for text in texts:
            if FIGURE.fullmatch(text):
                group, seen = group + Fraction(text.replace(",", "")), True
            elif text in words.vague:
                group, seen = group + words.vague[text], True
            elif text in words.multipliers:
                unit = words.multipliers[text]
                group, seen = max(group, Fraction(1)) * unit, True
                if unit >= 1000:
                    total, group = total + group, Fraction(0)
            elif text in words.fractions:
                divide = words.fractions[text]
            elif all(part in words.atoms for part in text.split("-")):
                group, seen = group + sum(words.atoms[part] for part in text.split("-")), True
        return int((total + group) / divide) if seen else None

    def _bounded(
        self, tokens: Sequence[Token], texts: Sequence[str], at: tuple[int, int], low: int, high: int | None
    ) -> Counted:
        first, last = at
        if self._is_open(tokens[-1]):
            return self._count(tokens[first : last + 1], low, None)
        span = self._range(texts, first)
        if span is not None:
            return self._count(tokens[span[0] : last + 1], span[1], high)
        for phrase, bound in self._words.bounds:
            start = first - len(phrase)
            if start >= 0 and tuple(texts[start:first]) == phrase:
                return self._count(tokens[start : last + 1], *_limits(bound, low, high))
        return self._count(tokens[first : last + 1], low, high)

    def _is_open(self, head: Token) -> bool:
        """Say whether "or more" follows the phrase."""
        after = self._parsed.tokens[head.i + 1 : head.i + 3]
        return [t.text.lower() for t in after] == ["or", "more"]

    def _range(self, texts: Sequence[str], first: int) -> tuple[int, int] | None:
        """Return where "ten to (twelve)" or "between 10 and (15)" begins, and its lower figure."""
        if first < 2 or texts[first - 1] not in {TO, *AND}:
            return None
        start, low, _ = self._number(texts, first - 2)
        if low is None:
            return None
        if texts[first - 1] == TO:
            return start, low
        if start and texts[start - 1] == BETWEEN:
            return start - 1, low
        return (start, low) if texts[first - 1] == "or" else None

    def _single(self, head: Token, tokens: Sequence[Token], texts: Sequence[str]) -> Counted | None:
        """Return one for "a policeman", "his son", a person's name."""
        if head.tag in {"NN", "NNP"} and self._is_one(tokens, texts):
            return self._count([tokens[0], *([head] if head.i != tokens[0].i else [])], 1, 1)
        named = head.ent == "PERSON" and head.tag == "NNP"
        return self._count([head], 1, 1) if named or (head.pos == "PRON" and texts[-1] in self._words.single) else None

    def _is_one(self, tokens: Sequence[Token], texts: Sequence[str]) -> bool:
        """Say whether what opens a phrase makes it one person."""
        if texts[0] in self._words.wholes or texts[-1] in self._words.wholes:
            return False
        return texts[0] in self._words.one or any(t.dep == "poss" for t in tokens[:-1])

    def _count(self, tokens: Sequence[Token], low: int, high: int | None) -> Counted:
        span = self._parsed.span(tokens[0].i, tokens[-1].i + 1)
        return Counted(Count(low=low, high=high, text=span.of(self._parsed.story.text)), span)


def added(counts: Sequence[Counted | None]) -> Counted | None:
    """Return the sum of the parts of "two soldiers and a guide"; a part without a number leaves the sum open above.

    Args:
        counts: The parts in text order.
    """
    known = [part for part in counts if part is not None]
    if not known:
        return None
    if len(known) == 1 and len(counts) == 1:
        return known[0]
    parts = [part.count for part in known]
    closed = len(known) == len(counts) and all(part.high is not None for part in parts)
    high = sum(part.high or 0 for part in parts) if closed else None
    total = Count(low=sum(part.low for part in parts), high=high, text=" + ".join(part.text for part in parts))
    return Counted(total, Span(min(p.span.start for p in known), max(p.span.end for p in known)))


def _figure(text: str) -> int:
    return int(text.replace(",", ""))


def _limits(bound: str, low: int, high: int | None) -> tuple[int, int | None]:
    """Return the bounds that a phrase before a number makes of it."""
    return {
        "low": (low, None),
        "above": (low + 1 if high is not None else low, None),
        "high": (0, high),
        "below": (0, low - 1),
        "about": (low, high),
    }[bound]
