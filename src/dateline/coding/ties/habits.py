"""Whether a clause tells that something is done regularly, and since when or for how long."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import FRESH_DAYS, Bounds
from dateline.coding.ties.tenses import Tenses
from dateline.coding.ties.words import NAMES, lexicon
from dateline.model import Token

MEETING = frozenset({"meet", "convene", "gather", "sit"})
# "Has kept supplying the navy": what is kept up is regular.
KEEPING_UP = frozenset({"keep", "continue"})
# What counts how long something has gone on: "for years"; of the longest a part does, too.
LENGTHS = frozenset({"year", "decade", "month", "generation", "century"})
LONGEST = frozenset({"century", "generation"})
# Between "for" and "century": "for the better part of a century".
PARTS = frozenset({"a", "an", "the", "quarter", "half", "of", "good", "well", "part", "more", "than", "over", "about"})


class TieHabits:
    """Judges what is regular or has gone on for long in one story."""

    def __init__(self, graph: Graph, bounds: Bounds, tenses: Tenses) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._bounds = bounds
        self._tenses = tenses
        self._kept: dict[tuple[int, int], tuple[bool, bool]] = {}  # each pattern of a word asks

    def is_told(self, token: Token, verb: Token, *, keeps: bool, measured: bool) -> bool:
        """Say whether a clause tells a habit.

        Args:
            token: The word of the relation.
            verb: The verb that it hangs on.
            keeps: Whether "has been doing" it is enough, without since when.
            measured: Whether only one told with its beginning or its length counts.
        """
        if token.pos in NAMES and token.i != verb.i and verb.lemma not in lexicon().words.meeting_verbs:
            return False
        perfect = self._tenses.perfect(verb)
        if measured and not perfect:
            return False
        regular, long = self.kept(token, verb)
        if measured:
            return long
        busy = keeps and perfect and verb.tag == "VBG"  # "have been helping to train"
        return long or busy or (regular and (perfect or self._tenses.goes_on(verb)))

    def kept(self, token: Token, verb: Token) -> tuple[bool, bool]:
        """Say whether a clause tells that something is regular, and since when or for how long it has gone on."""
        known = self._kept.get((token.i, verb.i))
        if known is None:
            clause = list(self._graph.clause(verb.i))
            known = self._kept[token.i, verb.i] = (self._is_regular(token, verb, clause), self._is_long(verb, clause))
        return known

    def is_done(self, token: Token, verb: Token) -> bool:
        """Say whether a perfect tells a deed that is over: "has lent it tugs", but not "since 1970", "every year"."""
        once = token.i == verb.i and verb.tag != "VBG" and self._tenses.perfect(verb)
        return once and not any(self.kept(token, verb))

    def is_since_long(self, noun: Token) -> bool:
        """Say whether a noun's own words tell since when, and not since a day of late: "an ally since 1953"."""
        own = list(self._parsed.subtree(noun))
        return any(t.lemma == "since" for t in own) and not self._bounds.is_fresh(own)

    def is_kept_up(self, noun: Token) -> bool:
        """Say whether a clause behind a noun says how long it has gone on: "the summit, held yearly since 1991"."""
        if noun.pos not in NAMES:
            return False
        below = (t for t in self._parsed.subtree(noun) if t.dep in {"acl", "relcl"} and t.i > noun.i)
        held = [t for t in below if t.lemma in lexicon().words.meeting_verbs | MEETING]
        return any("since" in {t.text.lower() for t in self._graph.core(clause.i)} for clause in held)

    def _is_regular(self, token: Token, verb: Token, clause: list[Token]) -> bool:
        """Say whether a clause tells that something is done again and again: "often", "every year", "annual talks"."""
        words = lexicon().words
        if any(t.text.lower() in words.habits or self._is_each(t) for t in clause) or self._bounds.repeats(clause):
            return True
        objects = (token, *self._parsed.children(verb, "dobj"))
        described = (c for o in objects for c in self._parsed.children(o, "amod"))
        kept_up = token.i != verb.i and verb.lemma in KEEPING_UP and token.tag == "VBG"
        return kept_up or any(c.lemma in words.habitual_adjectives for c in described)

    def _is_long(self, verb: Token, clause: list[Token]) -> bool:
        """Say whether a clause in the perfect tells since when or for how long something has gone on."""
        if not self._tenses.perfect(verb):
            return False
        since = any(t.text.lower() == "since" for t in clause)
        return (
            (since and not self._bounds.is_fresh(clause))
            or self._is_since_an_event(verb)
            or self._bounds.counted_back(clause) is not None
            or any(self._is_stretch(t) for t in clause)
        )

    def _is_since_an_event(self, verb: Token) -> bool:
        """Say whether a clause tells since what something is done, if not this week: "since the talks broke up"."""
        clauses = (c for c in self._parsed.children(verb, "advcl") if c.i > verb.i)
        since = (c for c in clauses if any(m.lemma == "since" for m in self._parsed.children(c, "mark")))
        dates = (self._bounds.timex(c) for c in since)
        return any(made is None or self._bounds.is_old(made, days=FRESH_DAYS) for made in dates)

    def _is_each(self, token: Token) -> bool:
        """Say whether a word tells how often: "every year", "$2 billion a year", "each July"."""
        unit = self._parsed.head(token)
        word = token.text.lower()
        months = unit.pos == "PROPN" and unit.dep in {"npadvmod", "pobj"}
        if word in {"every", "each"}:
            return unit.lemma in lexicon().words.units or months
        return word in {"a", "per"} and unit.lemma in lexicon().words.units and unit.dep in {"npadvmod", "nmod"}

    def _is_stretch(self, token: Token) -> bool:
        """Say whether a word tells for how long: "for years", "for three decades", "year after year"."""
        before = self._parsed.head(token)
        if token.lemma not in LENGTHS:
            return False
        if token.lemma in LONGEST and self._is_part_of_one(token):
            return True
        bare = token.tag == "NNS" and not self._parsed.has(token)
        again = token.dep == "pobj" and before.lemma == "after" and self._parsed.head(before).lemma == token.lemma
        return (bare and before.lemma == "for") or again

    def _is_part_of_one(self, token: Token) -> bool:
        """Say whether a word tells "for a quarter of a century", "for the better part of a generation"."""
        for word in reversed(self._parsed.tokens[max(0, token.i - 6) : token.i]):
            if word.lemma == "for":
                return True
            if word.lemma not in PARTS:
                return False
        return False
