"""Whether a clause tells a state that lasts: a habit, a perfect with "since", a copula, something in force."""

from __future__ import annotations

from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.tie_dates import Bounds
from dateline.knowledge.ties import TieLexicon, TiePattern
from dateline.model import Token

COPULAS = frozenset({"be", "remain", "become", "stay"})


@cache
def lexicon() -> TieLexicon:
    """Return the shipped patterns of relations, read once a process."""
    return TieLexicon.load()


class Lasting:
    """Judges the clauses of one story."""

    def __init__(self, graph: Graph, bounds: Bounds) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._bounds = bounds

    def verb(self, token: Token) -> Token:
        """Return the verb that a word's relation hangs on: itself, or the one above a noun."""
        if token.pos in {"VERB", "AUX"}:
            return token
        one = self._one_of(token)
        return self._parsed.head(one if one is not None else token)

    def _one_of(self, token: Token) -> Token | None:
        """Return the "one" of "is one of its allies", "is among its allies"."""
        above = self._parsed.head(token)
        if token.dep != "pobj":
            return None
        if above.lemma == "among":
            return above
        one = self._parsed.head(above)
        return one if above.lemma == "of" and one.lemma in {"one", "some", "part"} and one.dep == "attr" else None

    def lasts(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether the clause of a word tells a state that lasts, in the way that a pattern asks for."""
        verb = self.verb(token)
        if pattern.apposed:
            return self._names_one(token)
        if not self._asserted(verb, token):
            return False
        if pattern.begins or pattern.ends:
            return self._bounds.dated(verb) is not None and verb.tag in {"VBD", "VBN"}
        if pattern.copula:
            named = token.dep in {"attr", "conj"} or self._one_of(token) is not None
            return named and verb.lemma in COPULAS and self._goes_on(verb)
        if pattern.under:
            return token.dep == "pobj" and self._under(token)
        if pattern.force:
            return self._in_force(token, verb)
        if pattern.habitual:
            return self._habitual(token, verb)
        if pattern.present:
            there = any(True for _ in self._parsed.children(verb, "expl"))
            return verb.lemma == "be" and (there or token.dep == "nsubj") and self._goes_on(verb)
        return not pattern.stative or self._goes_on(verb)

    def _under(self, token: Token) -> bool:
        """Say whether something is kept under what a noun names: "cooperate under a pact signed in 1999"."""
        above = self._parsed.head(token)
        verb = self._parsed.head(above)
        return above.lemma == "under" and verb.pos in {"VERB", "AUX"} and self._goes_on(verb)

    def _names_one(self, token: Token) -> bool:
        """Say whether a noun describes the name beside it: "Kenya's ally Uganda"."""
        above = self._parsed.head(token)
        before = token.dep in {"compound", "nmod"} and above.pos == "PROPN" and above.i > token.i
        after = token.dep == "appos" and above.pos == "PROPN"
        return before or after or any(c.pos == "PROPN" for c in self._parsed.children(token, "appos"))

    def _asserted(self, verb: Token, token: Token) -> bool:
        """Say whether a clause is told as a fact: not denied, imagined, wished or asked."""
        for place in {verb.i: verb, token.i: token}.values():
            children = list(self._parsed.children(place))
            if any(c.dep == "neg" or (c.dep == "det" and c.lemma == "no") for c in children):
                return False
        words = lexicon().words
        auxiliaries = list(self._parsed.children(verb, "aux"))
        if any(a.text.lower() in words.imagined or a.lemma == "to" for a in auxiliaries):
            return False
        things = list(self._parsed.children(verb, "dobj", "attr"))
        if any(c.lemma == "no" for thing in things for c in self._parsed.children(thing, "det")):
            return False
        ending = "longer" in {c.text.lower() for c in self._parsed.children(verb, "advmod")}
        return not ending and not any(c.text.lower() in {"if", "unless"} for c in self._parsed.children(verb, "mark"))

    def _in_force(self, token: Token, verb: Token) -> bool:
        words = lexicon().words
        below = {t.lemma for t in self._parsed.subtree(verb)}
        subject = token.dep in {"nsubj", "nsubjpass"}
        begins = verb.lemma in {"enter", "come", "go", "take"}
        held = verb.lemma in words.holding | {"take"} and (bool(below & words.in_force) or verb.lemma == "hold")
        if not held:  # "a truce, agreed in 2003, is still in place", with the truce hung on the agreeing
            joined = (c for c in self._parsed.children(verb, "conj") if c.pos in {"VERB", "AUX"})
            return subject and any(self._in_force_now(c) for c in joined)
        return subject and (begins or self._goes_on(verb))

    def _in_force_now(self, verb: Token) -> bool:
        below = {t.lemma for t in self._parsed.subtree(verb)}
        words = lexicon().words
        own = any(True for _ in self._parsed.children(verb, "nsubj"))
        return not own and verb.lemma in words.holding and bool(below & words.in_force) and self._goes_on(verb)

    def _habitual(self, token: Token, verb: Token) -> bool:
        words = lexicon().words
        if token.i != verb.i and verb.lemma not in words.meeting_verbs:
            return False
        clause = list(self._graph.clause(verb.i))
        said = {t.text.lower() for t in clause}
        objects = [c for o in (token, *self._parsed.children(verb, "dobj")) for c in self._parsed.children(o, "amod")]
        regular = bool(said & words.habits) or any(c.lemma in words.habitual_adjectives for c in objects)
        every = any(t.text.lower() in {"every", "each"} and self._parsed.head(t).lemma in words.units for t in clause)
        perfect = self.perfect(verb)
        since = perfect and ("since" in said or self._bounds.counted_back(clause) is not None)
        going = perfect and verb.tag == "VBG" and bool(said & {"years", "decades", "months"})
        return since or going or ((regular or every) and (perfect or self._goes_on(verb)))

    def perfect(self, verb: Token) -> bool:
        """Say whether a verb stands in the present perfect."""
        helped = any(c.lemma == "have" and c.text.lower() != "had" for c in self._parsed.children(verb, "aux"))
        shared = verb.dep == "conj" and verb.tag == "VBN" and not list(self._parsed.children(verb, "nsubj"))
        return helped or (shared and self.perfect(self._parsed.head(verb)))

    def _goes_on(self, verb: Token) -> bool:
        """Say whether a verb stands in the present or the perfect."""
        auxiliaries = list(self._parsed.children(verb, "aux", "auxpass"))
        if any(a.text.lower() in {"was", "were", "had", "did"} for a in auxiliaries):
            return self.perfect(verb)
        return verb.tag != "VBD"
