"""Which time expressions of an event's own clause may date it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.coding.status.status_words import WILLING
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import Clauses
from dateline.coding.when.dating import NAMING, Asked
from dateline.coding.when.paragraphs import NEWS_DAYS, ParagraphTimes
from dateline.knowledge.times import time_words
from dateline.model import Precision, Status, Timex, Token

# Words between a clock's time and the day it belongs to.
BESIDE_CLOCK = 4
# Before a deed in the course of which another was done.
WITHIN = frozenset({"in", "during", "at", "on", "after", "before", "since", "with"})
# What stands under these has no time of its own.
LETTING = frozenset({"let", "make", "help"})
# "for" behind these stands before what is not there yet.
ASKING = frozenset({"call", "ask", "appeal", "plead", "press", "push", "petition", "beg", "lobby"})


class DateFits:
    """Judges the time expressions of one story."""

    def __init__(self, graph: Graph, clauses: Clauses, paragraphs: ParagraphTimes, dates: Sequence[Timex]) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._clauses = clauses
        self._paragraphs = paragraphs
        self._dates = dates
        self._day = graph.parsed.story.day

    def inside(self, tokens: Iterable[Token]) -> list[Timex]:
        """Return the times that some tokens name, in text order."""
        inside = {t.i for t in tokens}
        return [t for t in self._dates if any(i in inside for i in range(t.first, t.last))]

    def nearest(self, token: Token, found: Sequence[Timex]) -> Timex | None:
        """Return the time that stands nearest to a token; of a clock's time the day beside it."""
        best = min(found, key=lambda t: (abs(t.first - token.i), t.first), default=None)
        if best is None or best.type != "TIME":
            return best
        # "at noon on Thursday": the clock's day stands beside it
        days = (t for t in found if t.type == "DATE" and abs(t.first - best.last) <= BESIDE_CLOCK)
        return next((t for t in days if t.precision is Precision.DAY), best)

    def of_clause(self, asked: Asked) -> list[Timex]:
        """Return the times of an event's own clause that may date it, in text order."""
        token = asked.token
        inside = [t for t in self.inside(self._core(token)) if self.may_date(t, asked.status)]
        inside = [t for t in inside if not self.is_aside_of(t, token)]
        if asked.announced:
            inside = [t for t in inside if not self._lies_ahead(t, token)]
        if asked.verbal:
            past = {t.first for t in inside if self._is_past_aim(t, asked)}
            inside = [t for t in inside if t.first in past or not self._clauses.is_about(t, token)]
            inside = [t for t in inside if not self.names_what_is_judged(t, token)]
        return inside

    def names_what_is_judged(self, timex: Timex, token: Token) -> bool:
        """Say whether a day stands before what words are about: "welcomed a Monday ruling"."""
        noun = self._parsed.head(self._parsed.tokens[timex.last - 1])
        named = self._parsed.tokens[timex.first].dep in NAMING and noun.i != token.i and noun.i >= timex.last
        return named and noun.pos == "NOUN" and timex.precision is Precision.DAY

    def _core(self, token: Token) -> list[Token]:
        """Return the words of a deed's clause, with those of what it lets others do: "let them go on Friday"."""
        let = self._parsed.children(token, "ccomp") if token.lemma in LETTING else iter(())
        return [t for verb in (token, *let) for t in self._graph.core(verb.i)]

    def above(self, token: Token) -> Timex | None:
        """Return the nearest time of the clause above a noun, or above a clause without a tense of its own."""
        tensed = any(c.dep in {"nsubj", "nsubjpass"} for c in self._parsed.children(token))
        if token.head == token.i or (token.pos in {"VERB", "AUX"} and tensed):
            return None
        above = self._parsed.head(token)
        while above.head != above.i and above.pos not in {"VERB", "AUX"}:
            above = self._parsed.head(above)
        found = [t for t in self.inside(self._graph.core(above.i)) if not self._clauses.is_beside(t, token)]
        if token.dep == "conj" and token.tag == "VBD":  # "has been at war with it since 1948 and sent soldiers in 1967"
            found = [t for t in found if not self._paragraphs.is_start(t)]
        return self.nearest(above, found)

    def may_date(self, timex: Timex, status: Status) -> bool:
        """Say whether a time may be an event's own: what has happened did not happen after the story's day."""
        if status is Status.PLANNED or self._day is None or timex.begin is None:
            return True
        return timex.begin <= self._day and not self._is_deadline(timex)

    def _is_deadline(self, timex: Timex) -> bool:
        """Say whether a time that is not over yet is one by which: "wants a vote before the end of the year"."""
        before = {t.text.lower() for t in self._parsed.tokens[max(0, timex.first - 1) : timex.first + 1]}
        ahead = timex.end is not None and self._day is not None and timex.end > self._day
        return ahead and not before.isdisjoint(time_words().deadlines)

    def is_over(self, timex: Timex) -> bool:
        """Say whether a time lies before the story's day: what is only offered cannot be set for it."""
        return self._day is not None and timex.end is not None and timex.end < self._day

    def is_recent(self, timex: Timex) -> bool:
        """Say whether a time is a day of the last few."""
        if timex.precision is not Precision.DAY or timex.begin is None or self._day is None:
            return False
        return (self._day - timex.begin).days <= NEWS_DAYS

    def is_of_earlier_year(self, timex: Timex) -> bool:
        """Say whether a time lies in a year before the story's, or the story has none."""
        return self._day is None or timex.begin is None or timex.begin.year < self._day.year

    def is_aside_of(self, timex: Timex, token: Token) -> bool:
        """Say whether a time tells of somebody or something in a clause, not of its deed."""
        return self._clauses.is_beside(timex, token) or self.is_of_a_noun(timex, token)

    def is_of_a_noun(self, timex: Timex, token: Token) -> bool:
        """Say whether a time tells of a noun, not of a deed: "declared void a 1928 treaty", "a partner since 2010".

        Nor does "since" date what is told in the simple past, wherever the parser hung it.
        """
        first = self._parsed.tokens[timex.first]
        noun = self._parsed.head(self._parsed.tokens[timex.last - 1])
        names = first.dep in NAMING and noun.i != token.i and noun.pos in {"NOUN", "PROPN"} and noun.i >= timex.last
        inside = noun.dep == "pobj" and self._parsed.head(noun).lemma in WITHIN  # "killed in the 2012 attack"
        inside |= noun.head == token.i and token.lemma in time_words().makers  # "brokered the 1976 accord"
        year = names and timex.precision is Precision.YEAR and noun.tag != "VBG" and not inside
        return year or (token.tag == "VBD" and self._paragraphs.is_start(timex))

    def _is_past_aim(self, timex: Timex, asked: Asked) -> bool:
        """Say whether a time that is over stands with what is only promised or asked for, and so dates the words.

        "Called for an embargo on Sunday", in a report of Monday: the call was made on Sunday.
        """
        if not self.is_over(timex):
            return False
        token, above = asked.token, self._parsed.head(self._parsed.tokens[timex.first])
        noun = self._parsed.head(self._parsed.head(above) if above.lemma != "on" else above)
        aim = self._parsed.head(noun)
        sought = token.lemma in ASKING and aim.lemma == "for" and aim.head == token.i and noun.dep == "pobj"
        return asked.announced or (sought and timex.precision is Precision.DAY)

    def _lies_ahead(self, timex: Timex, token: Token) -> bool:
        """Say whether an expression dates what is promised: it stands in the complement, or after the story's day."""
        below = {
            t.i
            for slot in ("comp", "purpose")
            for head in self._graph.slots(token.i).get(slot, ())
            if head != token.i
            for t in self._parsed.subtree(self._parsed.tokens[head])
        }
        invited = token.lemma == "invite" and any(
            c.lemma == "to" and c.i < timex.first for c in self._parsed.children(token, "prep")
        )
        if invited or timex.first in below:
            return True  # "invited him to Astana in the spring"
        if self._day is None or timex.begin is None:
            return False
        return timex.begin > self._day or (self._is_to_come(token) and self._is_going_on(timex))

    def _is_to_come(self, token: Token) -> bool:
        """Say whether a verb itself tells what is to be done: "said it would be granted this week"."""
        return any(c.text.lower() in WILLING for c in self._parsed.children(token, "aux"))

    def _is_going_on(self, timex: Timex) -> bool:
        """Say whether a week, month or year is the story's own, and not over."""
        begin, end, day = timex.begin, timex.end, self._day
        if begin is None or end is None or day is None or timex.precision is Precision.DAY:
            return False
        return begin <= day < end
