"""Whether a pact, a truce or a ban is in force."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.asides import Asides
from dateline.coding.ties.dates import RECENT_DAYS, Bounds
from dateline.coding.ties.facts import Facts
from dateline.coding.ties.tenses import Tenses
from dateline.coding.ties.words import lexicon
from dateline.model import Token

# "Enters into force", "takes effect": with this it begins to hold.
ENTERING = frozenset({"enter", "come", "go", "take"})
# What needs no "in force" beside it: "the truce holds".
HOLDING_ALONE = frozenset({"hold", "endure", "survive", "stand", "exist"})
RUNNING = frozenset({"run", "last", "extend"})


class Force:
    """Judges what holds in one story."""

    def __init__(self, graph: Graph, bounds: Bounds, tenses: Tenses, facts: Facts, asides: Asides) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._bounds = bounds
        self._tenses = tenses
        self._facts = facts
        self._asides = asides

    def is_told_of(self, noun: Token) -> bool:
        """Say whether a noun's own words tell that it holds: "an embargo that has been in force since 1992".

        What the sentence then does with it says nothing: it "renewed" the embargo, "would seek" him under the treaty.
        """
        clauses = (c for c in self._parsed.children(noun, "relcl") if self._holds(c))
        return self._asides.is_in_force(noun) or any(self._facts.is_told(c, c) for c in clauses)

    def is_told(self, token: Token, verb: Token) -> bool:
        """Say whether a clause tells that its subject holds: "remains in force", "took effect in 2009"."""
        if token.dep not in {"nsubj", "nsubjpass"}:
            return False
        if verb.lemma in RUNNING and self._bounds.until([t.i for t in self._graph.core(verb.i)]):
            return self._tenses.goes_on(verb)  # "runs until 2030"
        if verb.lemma in HOLDING_ALONE:
            return self._tenses.goes_on(verb)
        if verb.lemma not in lexicon().words.holding | {"take"} or not self._names_force(verb):
            return self._is_joined(verb)
        return self._has_begun(verb) if verb.lemma in ENTERING else self._tenses.goes_on(verb)

    def is_unended(self, token: Token, verb: Token) -> bool:
        """Say whether a clause denies that something ended: "was never revoked", "has not been lifted"."""
        denied = any(c.dep == "neg" or c.lemma == "never" for c in self._parsed.children(verb))
        helped = {c.text.lower() for c in self._parsed.children(verb, "aux")}
        ended = verb.lemma in lexicon().words.unended and helped.isdisjoint(lexicon().words.imagined)
        return denied and ended and (token.dep == "nsubjpass" or verb.lemma in {"expire", "lapse"})

    def _is_joined(self, verb: Token) -> bool:
        """Say whether a verb joined to another tells it: "a truce, agreed in 2003, is still in place"."""
        joined = (c for c in self._parsed.children(verb, "conj") if c.pos in {"VERB", "AUX"})
        return any(not self._parsed.has(c, "nsubj") and self._holds(c) for c in joined)

    def _has_begun(self, verb: Token) -> bool:
        """Say whether something took effect, not just now: not "enters into force on Friday", "had taken effect"."""
        had = any(c.text.lower() == "had" for c in self._parsed.children(verb, "aux"))
        if verb.tag in {"VBZ", "VBP"} or had:
            return False
        return verb.tag != "VBD" or self._bounds.is_old(self._bounds.timex(verb), days=RECENT_DAYS)

    def _holds(self, verb: Token) -> bool:
        """Say whether a verb tells that something is in force now: "remains in place"."""
        return verb.lemma in lexicon().words.holding and self._tenses.goes_on(verb) and self._names_force(verb)

    def _names_force(self, verb: Token) -> bool:
        """Say whether words below a verb tell that something holds: "in force", "in place", "effect"."""
        return not lexicon().words.in_force.isdisjoint(t.lemma for t in self._parsed.subtree(verb))
