"""Since when and until when a relation holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from itertools import chain

from dateline.coding.structure.arguments import Graph
from dateline.model import Precision, ResolvedStory, Timex, Token

# What a date must stand behind to end a relation.
UNTIL = frozenset({"until", "till", "through", "expire", "end", "run"})
# Days after which what began is a state of things and no news; what began lately may be both.
OLD_DAYS, RECENT_DAYS = 300, 30
# Days for which what goes on "since Monday" is no state of things yet.
FRESH_DAYS = 7
# Steps from a date up to its "since": "since the end of the 1998 war".
MAX_CLIMB = 4
# The rest of "1950-53" behind its first year.
SPAN, YEAR = re.compile(r"[-–](\d{4}|\d{2})\b"), re.compile(r"\d{4}")
NAMES = frozenset({"NOUN", "PROPN"})
# A century as TIMEX3 writes it: 18 of "since the 19th century".
CENTURY = re.compile(r"\d\d")
# Between "for" and how long: "for more than the last", "for nearly", "for all of".
ABOUT = frozenset(
    {"the", "last", "past", "nearly", "almost", "over", "more", "than", "about", "some", "around", "well", "all", "of",
     "close", "to", "at", "least", "just", "only", "a", "good", "roughly", "quarter"}
)  # fmt: skip
COARSE = frozenset({Precision.YEAR, Precision.MONTH})


class Bounds:
    """Reads the time expressions of one story as beginnings and ends."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, *, beginnings: Collection[str]) -> None:
        """Prepare for one story; `beginnings` are the verbs by which a relation is made ("sign", "found")."""
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._beginnings = beginnings
        self._day = resolved.parsed.story.day

    def dated(self, verb: Token) -> str | None:
        """Return the date in a verb's own clause, as written in TIMEX3, to the day."""
        timex = self.timex(verb)
        return _value(timex) if timex is not None else None

    def timex(self, verb: Token) -> Timex | None:
        """Return the first time expression in a verb's own clause."""
        tokens = {t.i for t in self._graph.core(verb.i)}
        dates = (t for t in self._resolved.timexes if t.first in tokens and t.begin is not None)
        return next(dates, None)

    def is_old(self, timex: Timex | None, *, days: int = OLD_DAYS) -> bool:
        """Say whether a time lies more than some days before the story's day."""
        if timex is None or timex.begin is None or self._day is None:
            return False
        if timex.end is not None and timex.begin <= self._day <= timex.end:
            return False  # "so far this year"
        return (self._day - timex.begin).days > days

    def since(self, inside: list[int], noun: Token, *, perfect: bool) -> str | None:
        """Return since when a relation holds, by the words of its clause or of the noun that names it.

        Of several dates after "since" the one that follows the noun is its own: "a member of the bloc since 1970 and of
        the pact since 1999".
        """
        tokens = set(inside)
        whole = (t for t in self._resolved.timexes if t.begin is not None or CENTURY.fullmatch(t.value))
        dates = [t for t in whole if t.first in tokens and self._is_start(t)]
        own = min(dates, key=lambda t: (t.first < noun.i, abs(t.first - noun.i)), default=None)
        if own is not None:
            return self._end_of_span(own) or self._past(own)
        clauses = (c for i in inside for c in self._parsed.children(self._parsed.tokens[i], "advcl"))
        for clause in clauses:  # "since it was set up in 1974"
            marked = any(c.lemma == "since" for c in self._parsed.children(clause, "mark"))
            marked = marked or (
                clause.lemma in {"have", "do"} and "since" in {t.lemma for t in self._parsed.subtree(clause)}
            )
            if marked and (value := self.dated(clause)):
                return value
        if perfect and (counted := self.counted_back([self._parsed.tokens[i] for i in inside])):
            return counted
        return next((_value(made) for n in self._nouns(noun) if (made := self.made(n))), None)

    def first_since(self, noun: Token) -> str | None:
        """Return the first date after "since" behind a noun in its sentence."""
        tokens = self._parsed.tokens
        behind = (t for t in self._resolved.timexes if t.first > noun.i and tokens[t.first].sent == noun.sent)
        dates = (t for t in behind if t.begin is not None and tokens[t.first - 1].lemma == "since")
        return next((self._past(t) for t in dates), None)

    def since_then(self, inside: list[int]) -> str | None:
        """Return the time told before "since" alone: "invaded the island in 1974 and has kept men there ever since"."""
        tokens = self._parsed.tokens
        alone = (tokens[i] for i in inside if tokens[i].lemma == "since" and self._is_alone(tokens[i]))
        then = next((t for t in alone if t.dep in {"advmod", "prep", "mark"}), None)
        if then is None:
            return None
        near = (then.sent, then.sent - 1)
        before = [t for t in self._resolved.timexes if t.last <= then.i and tokens[t.first].sent in near]
        return next((_value(t) for t in reversed(before) if self.is_old(t, days=RECENT_DAYS)), None)

    def begun(self, since: str | None) -> str | None:
        """Return since when something is, if that has come: nothing stands since a year to come."""
        ahead = since is not None and self._day is not None and YEAR.match(since) and int(since[:4]) > self._day.year
        return None if ahead else since

    def _is_alone(self, since: Token) -> bool:
        return all(c.lemma in {"ever", "then"} for c in self._parsed.children(since))

    def _nouns(self, token: Token) -> Iterable[Token]:
        """Return the nouns that may say when a relation was made: itself, or a verb's arguments."""
        if token.pos in NAMES:
            return (token,)
        slots = self._graph.slots(token.i)
        return [self._parsed.tokens[i] for slot in ("subj", "obj", "by", "under", "in") for i in slots.get(slot, ())]

    def _past(self, timex: Timex) -> str:
        """Return when something began: a bare month after "since" is one that is over, "since December" in May."""
        value = _value(timex)
        ahead = self._day is not None and timex.begin is not None and timex.begin > self._day
        named = YEAR.search(self._parsed.story.text[timex.span.start : timex.span.end])
        return f"{int(value[:4]) - 1}{value[4:]}" if ahead and not named and YEAR.match(value) else value

    def _end_of_span(self, timex: Timex) -> str | None:
        """Return the last year of what a relation dates from: 1953 of "since the 1950-53 war"."""
        later = SPAN.match(self._parsed.story.text, timex.span.end)
        return f"{timex.value[: 4 - len(later[1])]}{later[1]}" if later and YEAR.fullmatch(timex.value) else None

    def _is_start(self, timex: Timex) -> bool:
        """Say whether a date stands under "since", beside it or with what it dates: "since the 1998 war"."""
        before = self._parsed.tokens[timex.first - 1].lemma if timex.first else ""
        token = self._parsed.tokens[timex.first]
        if "since" in (before, token.lemma) or self._dates_back(timex) or self._after_since(timex):
            return True
        for _ in range(MAX_CLIMB):
            above = self._parsed.head(token)
            if above.i == token.i or above.pos in {"VERB", "AUX"}:
                return False
            if above.lemma == "since":
                return True
            token = above
        return False

    def _after_since(self, timex: Timex) -> bool:
        """Say whether a date follows a noun after "since", wherever it was hung: "since independence in 1960"."""
        near = list(reversed(self._parsed.tokens[max(0, timex.first - 5) : timex.first]))
        inside = [t for t in near if t.lemma in {"in", "of", "on"} or t.pos in {"DET", "NOUN", "ADJ", "PROPN"}]
        between = near[: next((n for n, t in enumerate(near) if t.lemma == "since"), 0)]
        return bool(between) and between[0].lemma in {"in", "of", "on"} and all(t in inside for t in between)

    def _dates_back(self, timex: Timex) -> bool:
        """Say whether a date is what something is said to date from: "dates back to 1903", "going back to 1961"."""
        first = self._first(timex)
        for _ in range(MAX_CLIMB):
            first = self._parsed.head(first)
            if first.pos == "VERB":
                back = any(c.lemma == "back" for c in self._parsed.children(first))
                return first.lemma == "date" or (back and first.lemma in {"go", "reach", "stretch", "trace"})
        return False

    def made(self, noun: Token) -> Timex | None:
        """Return when what a noun names was made: "a pact signed in 1999", "the 1960 treaty", "a treaty of 1996"."""
        if noun.pos not in NAMES:
            return None
        for clause in (*self._parsed.children(noun, "acl", "relcl"), self._parsed.head(noun)):
            if clause.lemma in self._beginnings and (timex := self.timex(clause)):
                return timex
        own = {c.i for c in self._parsed.subtree(noun)}
        dates = [t for t in self._resolved.timexes if t.first in own and t.begin is not None]
        before = (t for t in dates if t.last <= noun.i and noun.i - t.last < 4 and t.precision is Precision.YEAR)
        of = [p for p in self._parsed.children(noun, "prep") if p.lemma in {"of", "from"}]
        deeper = [q for p in of for n in self._parsed.children(p, "pobj") for q in self._parsed.children(n, "prep")]
        joined = noun.lemma in {"member", "founder"} and any(c.lemma == "founding" for c in self._parsed.children(noun))
        made = {"of", "from", "in"} if joined else {"of", "from"}  # "a founding member of the bloc in 1981"
        phrases = {
            p.i for p in (*self._parsed.children(noun, "prep"), *of, *deeper) if p.lemma in made
        }  # "a treaty of friendship of 1972"
        after = (t for t in dates if t.precision in COARSE and self._parsed.head(self._first(t)).i in phrases)
        return next(chain(before, after), None)

    def _first(self, timex: Timex) -> Token:
        """Return the word of a time expression that the others hang on."""
        inside = range(timex.first, timex.last)
        tokens = [self._parsed.tokens[i] for i in inside]
        return next((t for t in tokens if t.head not in inside), tokens[0])

    def counted_back(self, clause: list[Token]) -> str | None:
        """Return the year or day that "for twenty years" counts back to from the story's day."""
        tokens, day = {t.i for t in clause}, self._day
        for timex in self._resolved.timexes:
            counted = re.fullmatch(r"P(\d+)([YMWD])", timex.value)
            if counted and day is not None and timex.first in tokens and self._lasts(timex):
                days = int(counted[1]) * {"Y": 365.25, "M": 30.44, "W": 7, "D": 1}[counted[2]] / self._parts(timex)
                start = date.fromordinal(max(1, int(day.toordinal() - days)))
                return start.isoformat()[: {"Y": 4, "M": 7, "W": 10, "D": 10}[counted[2]]]
        return None

    def _parts(self, timex: Timex) -> int:
        """Return into how many parts a length is cut: 4 of "a quarter of a century"."""
        before = [t.lemma for t in self._parsed.tokens[max(0, timex.first - 2) : timex.first]]
        return 4 if before == ["quarter", "of"] else 1

    def _lasts(self, timex: Timex) -> bool:
        """Say whether a length of time stands behind "for": "for ten years", "for more than the past ten years"."""
        near = self._parsed.tokens[max(0, timex.first - 5) : timex.first]
        for token in reversed(near):
            if token.lemma == "for":
                return True
            if token.lemma not in ABOUT:
                return False
        return False

    def is_fresh(self, clause: Iterable[Token]) -> bool:
        """Say whether something began this week and is news yet: "have blocked the road since Monday"."""
        inside = {t.i for t in clause}
        dates = [t for t in self._resolved.timexes if t.first in inside and t.begin is not None and self._is_start(t)]
        days = [(self._day - t.begin).days for t in dates if self._day is not None and t.begin is not None]
        return any(0 <= n < FRESH_DAYS for n in days)

    def repeats(self, clause: Iterable[Token]) -> bool:
        """Say whether a clause tells how often something is: "twice a year", "every spring"."""
        inside = {t.i for t in clause}
        return any(t.type == "SET" and t.first in inside for t in self._resolved.timexes)

    def stretch(self, inside: Iterable[int]) -> tuple[str | None, str] | None:
        """Return from when until when something was that is over: "from 1904 to 1998", "until 1993"."""
        tokens = set(inside)
        dates = [t for t in self._resolved.timexes if t.first in tokens and t.begin is not None and t.end is not None]
        over = [t for t in dates if self._day is not None and t.end is not None and t.end < self._day]
        before = {t.first: self._parsed.tokens[t.first - 1].lemma if t.first else "" for t in over}
        last = next((t for t in over if before[t.first] in {"until", "till", "to", "through", "and"}), None)
        first = next((t for t in over if before[t.first] in {"from", "between"}), None)
        if last is None or (first is None and before[last.first] in {"to", "and", "through"}):
            return None
        return (_value(first) if first is not None else None, _value(last))

    def until(self, inside: list[int]) -> str | None:
        """Return until when a relation holds."""
        tokens = set(inside)
        for timex in self._resolved.timexes:
            if timex.first not in tokens or timex.begin is None:
                continue
            near = {t.lemma for t in self._parsed.tokens[max(0, timex.first - 2) : timex.first + 1]}
            if near & UNTIL:
                return timex.value
        return None


def _value(timex: Timex) -> str:
    """Return a time expression's value without the time of day."""
    return timex.value.partition("T")[0]
