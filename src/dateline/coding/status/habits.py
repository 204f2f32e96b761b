"""What is told as a habit: "militants regularly attack the road", "clashes kill dozens every year"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from dateline.coding.status.status import PRESENT
from dateline.coding.structure.arguments import Graph
from dateline.model import SegmentKind, Timex, Token

RECURRENT = frozenset({"each", "every"})


STANDFAST = frozenset({"always", "repeatedly", "long", "consistently", "steadfastly"})
HOLDING = frozenset({"be", "remain", "stay"})
LASTING = frozenset({"hold", "last", "endure", "stand", "survive"})
# Days after which what has gone on since a date is a state of things and no news.
LONG = 300


def _is_old(timex: Timex, day: date | None) -> bool:
    return day is not None and timex.begin is not None and (day - timex.begin).days > LONG


class Habits:
    """Tells habits from events in one story."""

    def __init__(
        self, graph: Graph, *, adverbs: Collection[str], periods: Collection[str], dates: Sequence[Timex] = ()
    ) -> None:
        """Prepare for one story: words of repetition, what "every" may count, and the story's time expressions."""
        self._old = [t for t in dates if _is_old(t, graph.parsed.story.day)]
        self._graph = graph
        self._parsed = graph.parsed
        self._adverbs = adverbs
        self._periods = periods
        story = graph.parsed.story
        self._headlines = [s for s in story.segments if s.kind is SegmentKind.HEADLINE]

    def is_habit(self, token: Token, *, material: bool, named: bool) -> bool:
        """Say whether a clause tells what is done again and again.

        Args:
            token: The event's trigger.
            material: Whether the event is a deed: reports tell words in the present, deeds in the past.
            named: Whether its doer is of a known country: "Turkey launches an offensive" is told as it happens.
        """
        told = any(c.lemma == "have" for c in self._parsed.children(token, "aux"))
        # "have been meeting regularly since 2016" says what has taken place; without the perfect it is a rule of life.
        return (self._repeats(token) and not told) or (material and self._is_timeless(token, named=named))

    def is_position(self, token: Token) -> bool:
        """Say whether a clause tells what somebody has held to: "always denied it", "has repeatedly refused"."""
        adverbs = {c.lemma for c in self._parsed.children(token, "advmod", "amod")}
        return token.tag in {"VBD", "VBN"} and bool(adverbs & STANDFAST)

    def is_state(self, token: Token) -> bool:
        """Say whether a clause tells what has stood for long: "has kept troops there since 2003".

        Such a state is a tie; the day that it began is no news.
        """
        noun = token.pos in {"NOUN", "PROPN"}
        verb = self._parsed.head(token) if noun else token
        if noun and token.dep == "nsubj" and verb.lemma in HOLDING:
            return any(t.text.lower() in {"force", "effect"} for t in self._graph.core(verb.i))
        holds = token.dep == "nsubj" and verb.lemma in LASTING
        if noun and not holds and token.dep not in {"attr", "dobj", "nsubjpass"}:
            return False
        if not any(c.text.lower() in {"have", "has", "'ve"} for c in self._parsed.children(verb, "aux")):
            return False
        inside = {t.i for t in self._graph.core(verb.i)}
        if self._counts_since(verb):
            return True
        return any(
            t.first in inside and any(self._is_since(self._parsed.tokens[j]) for j in (max(0, t.first - 1), t.first))
            for t in self._old
        )

    def _is_since(self, token: Token) -> bool:
        """Say whether a word counts from a day what the clause tells, not what a noun is: "in force since 1981"."""
        above = self._parsed.head(token)
        return token.lemma == "since" and not (above.dep == "pobj" and above.lemma in {"force", "place", "effect"})

    def _counts_since(self, verb: Token) -> bool:
        """Say whether a clause adds up what happened since long ago: "since war broke out in 2003, ... have died"."""
        clauses = [c for c in self._parsed.children(verb, "advcl") if c.pos in {"VERB", "AUX"}]
        since = [c for c in clauses if any(m.lemma == "since" for m in self._parsed.children(c, "mark"))]
        below = {t.i for clause in since for t in self._parsed.subtree(clause)}
        return any(t.first in below for t in self._old)

    def goes_on_since(self, token: Token) -> bool:
        """Say whether a clause tells what has gone on since something: "has kept troops there since the war"."""
        told = any(c.text.lower() in {"have", "has", "'ve"} for c in self._parsed.children(token, "aux"))
        return told and any(c.lemma == "since" for c in self._parsed.children(token, "prep", "mark"))

    def _repeats(self, token: Token) -> bool:
        for child in self._parsed.children(token, "advmod", "npadvmod", "amod"):
            if child.lemma in self._adverbs:
                return True
            if child.lemma in self._periods and any(
                c.lemma in RECURRENT for c in self._parsed.children(child, "det", "amod")
            ):
                return True
        return False

    def _is_timeless(self, token: Token, *, named: bool) -> bool:
        if token.sent == 0 or self._in_headline(token):
            return False
        if any(c.text.lower() in {"is", "are"} for c in self._parsed.children(token, "auxpass")):
            return True  # "officials are removed from office after ...": a rule, no news
        if token.tag not in PRESENT:
            return False
        if named and token.dep != "relcl":
            return False
        return not any(c.dep in {"aux", "auxpass"} for c in self._parsed.children(token))

    def _in_headline(self, token: Token) -> bool:
        return any(s.start <= token.start < s.end for s in self._headlines)
