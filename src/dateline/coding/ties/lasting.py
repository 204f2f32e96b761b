"""Whether a clause tells a state that lasts: a habit, a perfect with "since", a copula, something in force."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.asides import Asides
from dateline.coding.ties.dates import OLD_DAYS, RECENT_DAYS, Bounds
from dateline.coding.ties.facts import Facts
from dateline.coding.ties.force import Force
from dateline.coding.ties.habits import TieHabits
from dateline.coding.ties.pacts import Pacts
from dateline.coding.ties.tenses import Tenses
from dateline.coding.ties.verbs import TieVerbs
from dateline.coding.ties.words import COPULAS, NAMES, lexicon
from dateline.knowledge.ties import TiePattern
from dateline.model import Token

# What "has been doing" something tells alone, without since when: keeping men somewhere, hosting talks.
ONGOING = frozenset({"deployment", "mediation"})
# What is only to be done stands under no pact yet.
NOT_YET = frozenset({"to", "would", "could", "might", "will", "shall", "should"})


class Lasting:
    """Judges the clauses of one story.

    Attributes:
        tenses: The tenses of its verbs.
        facts: What of it is told as a fact.
        asides: What its nouns' own phrases tell.
        pacts: Which of its pacts are old.
        verbs: The verbs that its relations hang on.
        habits: What is regular or has gone on for long.
        force: What is in force.
    """

    def __init__(self, graph: Graph, bounds: Bounds) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._bounds = bounds
        self.tenses = Tenses(graph)
        self.facts = Facts(graph)
        self.asides = Asides(graph, bounds)
        self.pacts = Pacts(graph, bounds)
        self.verbs = TieVerbs(graph, self.pacts)
        self.habits = TieHabits(graph, bounds, self.tenses)
        self.force = Force(graph, bounds, self.tenses, self.facts, self.asides)
        self._lasts: dict[tuple[int, tuple[object, ...]], bool] = {}

    def verb(self, token: Token) -> Token:
        """Return the verb that a word's relation hangs on: itself, or the one above a noun."""
        return self.verbs.of(token)

    def lasts(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether the clause of a word tells a state that lasts, in the way that a pattern asks for."""
        key = token.i, pattern.manner
        found = self._lasts.get(key)
        if found is None:
            found = self._lasts[key] = self._tells(pattern, token)
        return found

    def _tells(self, pattern: TiePattern, token: Token) -> bool:
        if token.pos == "VERB" and token.dep == "amod":
            return False  # "occupied territory"
        verb = self.verb(token)
        told = self._by_noun(pattern, token, verb)
        if told is not None:
            return told
        if self._has_not_ended(pattern, token, verb):
            return True
        bare = token.i == verb.i and not pattern.habitual and not pattern.phrases
        if not self.facts.is_told(verb, token) or (bare and self._is_condition(verb)):
            return False
        return self._by_clause(pattern, token, verb)

    def _by_noun(self, pattern: TiePattern, token: Token, verb: Token) -> bool | None:
        """Judge a relation that a noun's own phrase tells; None where a pattern asks for its clause."""
        if pattern.kind == "treaty" and self.pacts.is_made_now(token):
            return False
        if pattern.beneath:
            return self.asides.is_beneath(token)
        if pattern.apposed:
            return (not pattern.measured or self.habits.is_since_long(token)) and self.asides.names_one(token)
        if pattern.possessed:
            return self.asides.is_had(token, verb)
        if pattern.dated:
            return self.asides.kept_since(token)
        if pattern.founded:
            return self._parsed.head(token).lemma != "under" and self.asides.stands_since(token, verb)
        if pattern.under and pattern.kind == "programme" and not self.tenses.goes_on(verb):
            return False  # "had paid for it under a programme of 1972": that may be over
        return (token.dep == "pobj" and self._is_under(token)) if pattern.under else None

    def _has_not_ended(self, pattern: TiePattern, token: Token, verb: Token) -> bool:
        """Say whether words tell that something holds or is kept up, whatever their clause tells of it."""
        if pattern.force and (self.force.is_unended(token, verb) or self.force.is_told_of(token)):
            return True
        return pattern.habitual and self.habits.is_kept_up(token)

    def _by_clause(self, pattern: TiePattern, token: Token, verb: Token) -> bool:
        """Judge a relation that a clause tells as a fact."""
        if pattern.begins or pattern.ends:
            return self._began(pattern, verb)
        if pattern.copula:
            return self._is_called(token, verb) and (not pattern.measured or self.habits.kept(token, verb)[1])
        if pattern.force:
            return self.force.is_told(token, verb)
        if pattern.kind == "treaty" and self.pacts.binds_anew(verb):
            return False
        if pattern.habitual:
            return self.habits.is_told(token, verb, keeps=pattern.kind in ONGOING, measured=pattern.measured)
        return self._goes_on_as(pattern, token, verb)

    def _began(self, pattern: TiePattern, verb: Token) -> bool:
        """Say whether a clause tells when something began long enough ago, or ended."""
        of_a_pact = self._parsed.head(verb).lemma in lexicon().sets["pacts"]
        aside = verb.dep == "relcl" and (of_a_pact or self._with_which(verb)) and pattern.kind == "treaty"
        days = OLD_DAYS if pattern.old and not aside else RECENT_DAYS
        timex = self._bounds.timex(verb)
        old = (pattern.ends and not pattern.old) or self._bounds.is_old(timex, days=days)
        return timex is not None and old and verb.tag in {"VBD", "VBN"}

    def _with_which(self, verb: Token) -> bool:
        """Say whether a clause tells of a partner aside: "Peru, with which Chile signed an accord in May"."""
        return any(p.lemma == "with" and p.i < verb.i for p in self._parsed.children(verb, "prep"))

    def _is_called(self, token: Token, verb: Token) -> bool:
        """Say whether a copula tells what somebody is: "is a member", "is home to"."""
        named = (
            token.dep in {"attr", "conj"}
            or (token.lemma == "home" and token.dep == "advmod")
            or self.verbs.one_of(token) is not None
            or bool(self.asides.names(token))
        )
        if token.lemma in {"home", "host"} and not named:
            return any(c.lemma == "to" for c in self._parsed.children(token, "prep"))
        becoming = verb.lemma == "become" and not self.tenses.perfect(verb)
        return named and verb.lemma in COPULAS and not becoming and self.tenses.goes_on(verb)

    def _goes_on_as(self, pattern: TiePattern, token: Token, verb: Token) -> bool:
        """Say whether a clause stands in the tense that a pattern asks for."""
        if pattern.present:
            there = self._parsed.has(verb, "expl")
            return verb.lemma == "be" and (there or token.dep == "nsubj") and self.tenses.goes_on(verb)
        perfect = self.tenses.perfect(verb)
        if perfect and (self._bounds.is_fresh(self._graph.clause(verb.i)) or self._is_counted(verb)):
            return False  # "has had men on the hill since Monday"
        if pattern.ongoing and perfect and verb.tag != "VBG":
            return False  # "has mediated before"
        if pattern.simple:
            return self.tenses.is_simple(verb)
        if pattern.perfect:
            return perfect
        if pattern.stative and token.pos in NAMES and verb.pos not in VERBAL_POS:
            return False
        return not pattern.stative or self.tenses.goes_on(verb) or self._is_over(verb)

    def _is_counted(self, verb: Token) -> bool:
        """Say whether a clause counts how often something was done: "has stationed jets there several times"."""
        times = (c for c in self._parsed.children(verb, "npadvmod", "advmod") if c.i > verb.i)
        return any(c.lemma in {"twice", "thrice"} or (c.tag == "NNS" and c.lemma == "time") for c in times)

    def _is_over(self, verb: Token) -> bool:
        """Say whether a clause in the past tells from when until when: "served in Haiti from 2004 to 2017"."""
        past = verb.tag in {"VBD", "VBN"}
        return past and self._bounds.stretch([t.i for t in self._graph.clause(verb.i)]) is not None

    def _is_condition(self, verb: Token) -> bool:
        """Say whether a copula tells how somebody is, not where: "its fighters are still in control of the city"."""
        phrases = (p for p in self._parsed.children(verb, "prep") if p.lemma in {"in", "at", "on", "under"})
        below = {c.lemma for p in phrases for c in self._parsed.children(p, "pobj")}
        return verb.lemma in COPULAS and not below.isdisjoint(lexicon().words.conditions)

    def _is_under(self, token: Token) -> bool:
        """Say whether something is kept under what a noun names: "cooperate under a pact signed in 1999"."""
        above = self._parsed.head(token)
        verb = self.verbs.governor(above)
        helped = {c.text.lower() for c in self._parsed.children(verb, "aux")}
        if (above.lemma != "under" and not self.pacts.is_ground(above, token)) or verb.pos not in VERBAL_POS:
            return False
        fresh = self.tenses.perfect(verb) and self._bounds.is_fresh(self._graph.clause(verb.i))
        if fresh or not helped.isdisjoint(NOT_YET):
            return False
        return self.tenses.goes_on(verb) or self.pacts.is_old(token)
