"""The time that a paragraph tells of: the day or year of the sentence before, from which a sentence goes on."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.structure.clauses import OWN_TIME, Clauses
from dateline.knowledge.times import time_words
from dateline.model import ParsedStory, Precision, Timex, Token

# A date farther back than this shows that a paragraph tells what led up to the news.
NEWS_DAYS = 10
# Sentences back to which a paragraph is searched for the day that it goes on from.
PARAGRAPH_BACK = 2


class ParagraphTimes:
    """Reads how the times of one story's paragraphs go on from sentence to sentence."""

    def __init__(self, parsed: ParsedStory, dates: Sequence[Timex], clauses: Clauses) -> None:
        self._parsed = parsed
        self._dates = dates
        self._clauses = clauses
        self._day = parsed.story.day

    def day(self, token: Token) -> Timex | None:
        """Return the day of the news that the sentence before in the paragraph told of: the telling goes on from it."""
        sentence = self._parsed.sentences[token.sent]
        told: list[Timex] = []
        for back in range(1, PARAGRAPH_BACK + 1):
            before = [t for t in self._dates if self._parsed.tokens[t.first].sent == token.sent - back]
            told = [t for t in before if t.precision is Precision.DAY and self._tells(t, sentence.segment)]
            told = told or [t for t in before if self._is_taken_up(t, token)]
            if before:
                break
        if len(told) != 1 or self._day is None or told[0].begin is None:
            return None
        return told[0] if 0 <= (self._day - told[0].begin).days <= NEWS_DAYS else None

    def past(self, token: Token) -> Timex | None:
        """Return the time long past that the sentence before told of, where a deed goes on from it."""
        if not self._clauses.is_told_now(token) or self._day is None:
            return None
        sentence = self._parsed.sentences[token.sent]
        before = [t for t in self._dates if t.first < token.i and self._tells(t, sentence.segment)]
        back = PARAGRAPH_BACK if self._goes_on(token) else 1
        if not before or before[-1].begin is None or self._parsed.tokens[before[-1].first].sent < token.sent - back:
            return None
        last = before[-1]
        return last if last.end is not None and (self._day - last.end).days > NEWS_DAYS else None

    def _is_taken_up(self, timex: Timex, token: Token) -> bool:
        """Say whether a day tells when those did something of whom a sentence tells more.

        "It is opposed by students, hundreds of whom burned flags on Sunday. Police detained 26 of them."
        """
        tokens = self._parsed.tokens
        verb = next((v for v in self._clauses.above(tokens[timex.first]) if v.dep in OWN_TIME), None)
        if verb is None or timex.precision is not Precision.DAY or verb.dep != "relcl" or verb.tag != "VBD":
            return False
        last = timex.last + 1 >= len(tokens) or tokens[timex.last].sent < tokens[timex.last + 1].sent
        near = tokens[timex.first].sent == token.sent - 1 and self._parsed.sentences[token.sent].segment == (
            self._parsed.sentences[token.sent - 1].segment
        )
        return last and near and any(t.tag == "PRP" for t in self._parsed.subtree(token))

    def _goes_on(self, token: Token) -> bool:
        """Say whether a sentence tells more of the one before's people: "He flew there instead"."""
        root = self._parsed.tokens[self._parsed.sentences[token.sent].root]
        return any(c.tag == "PRP" for c in self._parsed.children(root, "nsubj", "nsubjpass"))

    def thereupon(self, token: Token) -> Timex | None:
        """Return the time that "then" goes on from: the last that its paragraph has named, in whatever clause."""
        if not any(c.lemma in time_words().thereupon for c in self._parsed.children(token, "advmod")):
            return None
        segment = self._parsed.sentences[token.sent].segment
        tokens, sentences = self._parsed.tokens, self._parsed.sentences
        before = [t for t in self._dates if t.first < token.i and sentences[tokens[t.first].sent].segment == segment]
        return before[-1] if before and before[-1].end and self._day and before[-1].end < self._day else None

    def follows_past(self, token: Token) -> bool:
        """Say whether an earlier sentence of the paragraph, or the clause before, told what is long past."""
        sentence = self._parsed.sentences[token.sent]
        before = [t for t in self._dates if t.first < token.i and self._tells(t, sentence.segment)]
        if not before or self._day is None:
            return False
        last = before[-1]
        return last.begin is not None and (self._day - last.begin).days > NEWS_DAYS

    def _tells(self, timex: Timex, segment: int) -> bool:
        """Say whether a date of a paragraph dates a main clause: not "since 2003", nor a date in a clause aside."""
        tokens = self._parsed.tokens
        sentence = self._parsed.sentences[tokens[timex.first].sent]
        if sentence.segment != segment or self.is_start(timex):
            return False
        root = tokens[sentence.root]
        return not (self._clauses.in_another(timex, root) or self._clauses.is_about(timex, root))

    def is_start(self, timex: Timex) -> bool:
        """Say whether a time only tells since when something has been: "where rebels have fought since 2015"."""
        near = {t.lemma for t in self._parsed.tokens[max(0, timex.first - 1) : timex.first + 1]}
        return "since" in near
