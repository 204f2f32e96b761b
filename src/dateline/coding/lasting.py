"""Whether a clause tells a state that lasts: a habit, a perfect with "since", a copula, something in force."""

from __future__ import annotations

from dateline.coding.arguments import Graph
from dateline.coding.clauses import VERBAL_POS
from dateline.coding.tie_asides import Asides
from dateline.coding.tie_dates import FRESH_DAYS, OLD_DAYS, RECENT_DAYS, Bounds
from dateline.coding.tie_words import COPULAS, NAMES, lexicon
from dateline.knowledge.ties import TiePattern
from dateline.model import SegmentKind, Token

MEETING = frozenset({"meet", "convene", "gather", "sit"})
MAX_CLIMB = 5
# "Has kept supplying the navy": what is kept up is regular.
KEEPING_UP = frozenset({"keep", "continue"})
# What "has been doing" something tells alone, without since when: keeping men somewhere, hosting talks.
ONGOING = frozenset({"deployment", "mediation"})
# Between "for" and "century": "for the better part of a century".
PARTS = frozenset({"a", "an", "the", "quarter", "half", "of", "good", "well", "part", "more", "than", "over", "about"})
# What a phrase may hang on below the verb that it belongs to: "keep the border open under the treaty".
OVER = frozenset({"dobj", "pobj", "prep", "nsubjpass", "acomp", "oprd", "advmod", "npadvmod", "ccomp", "amod", "attr"})
# What is only to be done stands under no pact yet.
UNTIL = frozenset({"after", "until", "till", "before", "once"})  # "only after Oslo recognises it"
# What is done with a pact on the day on which it is made.
SIGNING = frozenset({"sign", "initial", "conclude", "ratify", "approve", "seal", "strike", "reach", "ink", "endorse"})
NOT_YET = frozenset({"to", "would", "could", "might", "will", "shall", "should"})


class Lasting:
    """Judges the clauses of one story."""

    def __init__(self, graph: Graph, bounds: Bounds) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._bounds = bounds
        self.asides = Asides(graph, bounds)
        self._facts: dict[tuple[int, int], bool] = {}  # each pattern of a word asks
        self._lasts: dict[tuple[int, tuple[object, ...]], bool] = {}
        self._perfect: dict[int, bool] = {}
        self._habits: dict[tuple[int, int], tuple[bool, bool]] = {}

    def verb(self, token: Token) -> Token:
        """Return the verb that a word's relation hangs on: itself, or the one above a noun."""
        above = self._parsed.head(token)
        if token.pos in {"VERB", "AUX"}:
            effort = token.dep in {"xcomp", "ccomp"} and above.lemma in lexicon().words.efforts
            return above if effort and (token.tag in {"VB", "VBG"} or above.lemma == "help") else token
        if token.dep == "pobj" and (above.lemma == "under" or self._is_by(above, token)):
            return self.governor(above)
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
        kept = pattern.force and (self._unended(token, verb) or self.is_in_force(token))
        if kept or (pattern.habitual and self._kept_up(token)):
            return True
        bare = token.i == verb.i and not pattern.habitual and not pattern.phrases
        if not self.is_fact(verb, token) or (bare and self._is_condition(verb)):
            return False
        if pattern.begins or pattern.ends:
            return self._began(pattern, verb)
        if pattern.copula:
            return self._is_called(token, verb) and (not pattern.measured or self._kept(token, verb)[1])
        if pattern.force:
            return self._in_force(token, verb)
        if pattern.kind == "treaty" and self._is_news(verb):
            return False
        if pattern.habitual:
            return self._habitual(token, verb, keeps=pattern.kind in ONGOING, measured=pattern.measured)
        return self._goes_on_as(pattern, token, verb)

    def is_old_pact(self, noun: Token) -> bool:
        """Say whether a noun's own words tell that it was made long ago: "an accord of 1996"."""
        return self._bounds.is_old(self._bounds.made(noun))

    def is_made_now(self, noun: Token) -> bool:
        """Say whether "the treaty" is one that the report has just told to be signed, or to be about to be."""
        definite = any(c.lemma in {"the", "this"} for c in self._parsed.children(noun, "det"))
        if not definite or noun.tag != "NN" or self._bounds.made(noun) is not None:
            return False
        before = self._parsed.tokens[: self._parsed.sentences[noun.sent].first]
        earlier = next((t for t in before if t.lemma == noun.lemma and t.dep in {"dobj", "nsubjpass"}), None)
        verb = self._parsed.head(earlier) if earlier is not None else None
        if verb is None or verb.lemma not in SIGNING or any(t.text == "had" for t in self._parsed.children(verb)):
            return False
        return not self._bounds.is_old(self._bounds.timex(verb), days=RECENT_DAYS)

    def _is_news(self, verb: Token) -> bool:
        """Say whether what binds was made within a month: "a pact signed on Monday obliges both"."""
        made = [t for c in self._parsed.children(verb, "nsubj", "nsubjpass") if (t := self._bounds.made(c)) is not None]
        return any(not self._bounds.is_old(t, days=RECENT_DAYS) for t in made)

    def _by_noun(self, pattern: TiePattern, token: Token, verb: Token) -> bool | None:
        """Judge a relation that a noun's own phrase tells; None where a pattern asks for its clause."""
        if pattern.kind == "treaty" and self.is_made_now(token):
            return False
        if pattern.beneath:
            return self.asides.is_beneath(token)
        if pattern.apposed:
            return (not pattern.measured or self._is_since_long(token)) and self.asides.names_one(token)
        if pattern.possessed:
            return self.asides.is_had(token, verb)
        if pattern.dated:
            return self.asides.kept_since(token)
        if pattern.founded:
            return self._parsed.head(token).lemma != "under" and self.asides.stands_since(token, verb)
        if pattern.under and pattern.kind == "programme" and not self.goes_on(verb):
            return False  # "had paid for it under a programme of 1972": that may be over
        return (token.dep == "pobj" and self._under(token)) if pattern.under else None

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
            or self._one_of(token) is not None
            or bool(self.asides.names(token))
        )
        if token.lemma in {"home", "host"} and not named:
            return any(c.lemma == "to" for c in self._parsed.children(token, "prep"))
        becoming = verb.lemma == "become" and not self.perfect(verb)
        return named and verb.lemma in COPULAS and not becoming and self.goes_on(verb)

    def _goes_on_as(self, pattern: TiePattern, token: Token, verb: Token) -> bool:
        """Say whether a clause stands in the tense that a pattern asks for."""
        if pattern.present:
            there = self._parsed.has(verb, "expl")
            return verb.lemma == "be" and (there or token.dep == "nsubj") and self.goes_on(verb)
        if self.perfect(verb) and self._bounds.is_fresh(self._graph.clause(verb.i)):
            return False  # "has had men on the hill since Monday"
        if pattern.ongoing and self.perfect(verb) and verb.tag != "VBG":
            return False  # "has mediated before"
        if self.perfect(verb) and self._is_counted(verb):
            return False
        if pattern.simple:
            return self._is_simple(verb)
        if pattern.perfect:
            return self.perfect(verb)
        if pattern.stative and token.pos in NAMES and verb.pos not in VERBAL_POS:
            return False
        return not pattern.stative or self.goes_on(verb) or self._is_over(verb)

    def _is_counted(self, verb: Token) -> bool:
        """Say whether a clause counts how often something was done: "has stationed jets there several times"."""
        times = (c for c in self._parsed.children(verb, "npadvmod", "advmod") if c.i > verb.i)
        return any(c.lemma in {"twice", "thrice"} or (c.tag == "NNS" and c.lemma == "time") for c in times)

    def _is_simple(self, verb: Token) -> bool:
        """Say whether a verb of the text, not of its headline, tells in the plain present what somebody does."""
        headline = self._parsed.sentences[verb.sent].kind is SegmentKind.HEADLINE
        now = verb.tag in {"VBZ", "VBP"} and not self._parsed.has(verb, "aux")
        helpers = list(self._parsed.children(verb, "aux", "auxpass"))
        suffered = verb.tag == "VBN" and [t.text.lower() for t in helpers] in (["is"], ["are"])  # "is armed by Iran"
        return not headline and (now or suffered)

    def _is_over(self, verb: Token) -> bool:
        """Say whether a clause in the past tells from when until when: "served in Haiti from 2004 to 2017"."""
        return (
            verb.tag in {"VBD", "VBN"} and self._bounds.stretch([t.i for t in self._graph.clause(verb.i)]) is not None
        )

    def _is_condition(self, verb: Token) -> bool:
        """Say whether a copula tells how somebody is, not where: "its fighters are still in control of the city"."""
        phrases = (p for p in self._parsed.children(verb, "prep") if p.lemma in {"in", "at", "on", "under"})
        below = {c.lemma for p in phrases for c in self._parsed.children(p, "pobj")}
        return verb.lemma in COPULAS and not below.isdisjoint(lexicon().words.conditions)

    def _under(self, token: Token) -> bool:
        """Say whether something is kept under what a noun names: "cooperate under a pact signed in 1999"."""
        above = self._parsed.head(token)
        verb = self.governor(above)
        helped = {c.text.lower() for c in self._parsed.children(verb, "aux")}
        if (above.lemma != "under" and not self._is_by(above, token)) or verb.pos not in VERBAL_POS:
            return False
        if not helped.isdisjoint(NOT_YET):
            return False
        if self.perfect(verb) and self._bounds.is_fresh(self._graph.clause(verb.i)):
            return False
        return self.goes_on(verb) or self._bounds.is_old(self._bounds.made(token))

    def _is_by(self, prep: Token, pact: Token) -> bool:
        """Say whether something is done by an old pact: "by a treaty of 1950 Nepalis may work in India"."""
        named = pact.lemma.lower() in lexicon().sets["pacts"]
        return named and prep.lemma == "by" and prep.dep in {"prep", "agent"} and self.is_old_pact(pact)

    def governor(self, prep: Token) -> Token:
        """Return the verb that a phrase belongs to: its own, or that of the object or place that it hangs on."""
        above = self._parsed.head(prep)
        for _ in range(MAX_CLIMB):
            if above.pos in VERBAL_POS or above.dep not in OVER:
                break
            above = self._parsed.head(above)
        return above

    def is_fact(self, verb: Token, token: Token) -> bool:
        """Say whether a clause is told as a fact: not denied, imagined, wished or asked; `token` is its word."""
        found = self._facts.get((verb.i, token.i))
        if found is None:
            found = self._facts[verb.i, token.i] = self._is_fact(verb, token)
        return found

    def _is_fact(self, verb: Token, token: Token) -> bool:
        for place in {verb.i: verb, token.i: token}.values():
            children = list(self._parsed.children(place))
            if any((c.dep == "neg" and not self._is_but(c)) or (c.dep == "det" and c.lemma == "no") for c in children):
                return False
            if any(c.lemma == "neither" for o in children if o.dep == "dobj" for c in self._parsed.children(o)):
                return False  # "recognises neither of them"
        words = lexicon().words
        if self._is_doubted(verb):
            return False
        first = self._first_of(verb)
        auxiliaries = list(self._parsed.children(first, "aux"))
        if first.tag == "VB" and first.dep == "conj" and not auxiliaries:
            return False  # "refused to disarm, recognise it and leave"
        if any(a.text.lower() in words.imagined or (a.lemma == "to" and not self._is_one(verb)) for a in auxiliaries):
            return False
        things = list(self._parsed.children(verb, "dobj", "attr"))
        if any(c.lemma == "no" for thing in things for c in self._parsed.children(thing, "det")):
            return False
        meant = (c for c in self._parsed.children(verb, "xcomp") if verb.lemma == "be")  # "is to receive them"
        if any(a.lemma == "to" for c in meant for a in self._parsed.children(c, "aux")):
            return False
        ending = any(self._is_no_more(c) for c in self._parsed.children(verb, "advmod"))
        marks = {c.text.lower() for c in self._parsed.children(verb, "mark")}
        to_come = verb.tag in {"VBZ", "VBP"} and not marks.isdisjoint(UNTIL)
        return not ending and not to_come and marks.isdisjoint({"if", "unless"})

    def _is_no_more(self, word: Token) -> bool:
        """Say whether an adverb tells that something is over: "no longer", "ever", not "longer than most"."""
        before = self._parsed.tokens[word.i - 1].text.lower() if word.i else ""
        return word.text.lower() == "ever" or (word.text.lower() == "longer" and before in {"no", "any"})

    def _first_of(self, verb: Token) -> Token:
        """Return the first of joined infinitives, which has the "to" of all: "refused to disarm and recognise it"."""
        while verb.dep == "conj" and verb.tag == "VB" and self._parsed.head(verb).tag == "VB":
            verb = self._parsed.head(verb)
        return verb

    def _is_doubted(self, verb: Token) -> bool:
        """Say whether a clause is only denied or charged: "denies having men there", "the charge that it has"."""
        above = verb
        for _ in range(MAX_CLIMB):
            below, above = above, self._parsed.head(above)
            if below.dep not in {"xcomp", "ccomp", "pcomp", "prep", "acl", "conj"} or above.i == below.i:
                return False
            if below.dep in {"xcomp", "ccomp", "pcomp", "acl"} and above.lemma in lexicon().words.doubted:
                return True
            if below.dep == "prep" and below.lemma in {"of", "with"} and above.lemma in lexicon().words.doubted:
                return True
        return False

    def _is_but(self, negation: Token) -> bool:
        """Say whether only what follows is denied: "a member of the union but not of the pact"."""
        return negation.i > 0 and self._parsed.tokens[negation.i - 1].lemma == "but"

    def _is_one(self, verb: Token) -> bool:
        """Say whether an infinitive tells what somebody is one of: "is one of the last states to recognise it"."""
        one = self._parsed.head(verb)
        over = self._parsed.head(self._parsed.head(one)) if one.dep == "pobj" else one
        ranked = {one.lemma, *(c.lemma for c in self._parsed.children(one, "amod"))} & {"first", "last", "only", "sole"}
        named = over.lemma == "one" or (bool(ranked) and over.dep in {"attr", "appos"})
        if verb.dep == "xcomp" and one.lemma in COPULAS:  # "is one of three states to have relations with it"
            return any(c.lemma in {"one", "among"} for c in self._parsed.children(one, "attr", "prep"))
        return (
            verb.dep in {"acl", "relcl"} and named and (over.dep == "appos" or self._parsed.head(over).lemma in COPULAS)
        )

    def _in_force(self, token: Token, verb: Token) -> bool:
        words = lexicon().words
        below = {t.lemma for t in self._parsed.subtree(verb)}
        subject = token.dep in {"nsubj", "nsubjpass"}
        begins = verb.lemma in {"enter", "come", "go", "take"}
        if (
            subject
            and verb.lemma in {"run", "last", "extend"}
            and self._bounds.until([t.i for t in self._graph.core(verb.i)])
        ):
            return self.goes_on(verb)  # "runs until 2030"
        alone = verb.lemma in {"hold", "endure", "survive", "stand", "exist"}
        held = alone or (verb.lemma in words.holding | {"take"} and bool(below & words.in_force))
        if not held:  # "a truce, agreed in 2003, is still in place", with the truce hung on the agreeing
            joined = (c for c in self._parsed.children(verb, "conj") if c.pos in {"VERB", "AUX"})
            return subject and any(self._in_force_now(c) for c in joined)
        if begins and verb.tag in {"VBZ", "VBP"}:
            return False  # "enters into force on Friday"
        if begins and any(c.text.lower() == "had" for c in self._parsed.children(verb, "aux")):
            return False  # "raided it once the armistice had taken effect"
        lately = begins and verb.tag == "VBD" and not self._bounds.is_old(self._bounds.timex(verb), days=RECENT_DAYS)
        return subject and not lately and (begins or self.goes_on(verb))

    def _unended(self, token: Token, verb: Token) -> bool:
        """Say whether a clause denies that something ended: "was never revoked", "has not been lifted"."""
        denied = any(c.dep == "neg" or c.lemma == "never" for c in self._parsed.children(verb))
        helped = {c.text.lower() for c in self._parsed.children(verb, "aux")}
        ended = verb.lemma in lexicon().words.unended and helped.isdisjoint(lexicon().words.imagined)
        return denied and ended and (token.dep == "nsubjpass" or verb.lemma in {"expire", "lapse"})

    def is_in_force(self, noun: Token) -> bool:
        """Say whether a noun's own words tell that it holds: "an embargo that has been in force since 1992".

        What the sentence then does with it says nothing: it "renewed" the embargo, "would seek" him under the treaty.
        """
        clauses = (c for c in self._parsed.children(noun, "relcl") if self._holds(c))
        return self.asides.is_in_force(noun) or any(self.is_fact(c, c) for c in clauses)

    def _holds(self, verb: Token) -> bool:
        """Say whether a verb tells that something is in force now: "remains in place"."""
        words = lexicon().words
        if verb.lemma not in words.holding or not self.goes_on(verb):
            return False
        return not words.in_force.isdisjoint(t.lemma for t in self._parsed.subtree(verb))

    def _in_force_now(self, verb: Token) -> bool:
        return not self._parsed.has(verb, "nsubj") and self._holds(verb)

    def _habitual(self, token: Token, verb: Token, *, keeps: bool = False, measured: bool = False) -> bool:
        """Say whether a clause tells a habit; `measured`: only one told with its beginning or its length."""
        words = lexicon().words
        if token.pos in NAMES and token.i != verb.i and verb.lemma not in words.meeting_verbs:
            return False
        perfect = self.perfect(verb)
        if measured and not perfect:
            return False
        regular, long = self._kept(token, verb)
        if measured:
            return long
        busy = keeps and perfect and verb.tag == "VBG"  # "have been helping to train"
        return long or busy or (regular and (perfect or self.goes_on(verb)))

    def _is_since_long(self, noun: Token) -> bool:
        """Say whether a noun's own words tell since when, and not since a day of late: "an ally since 1953"."""
        own = list(self._parsed.subtree(noun))
        return any(t.lemma == "since" for t in own) and not self._bounds.is_fresh(own)

    def is_done(self, token: Token, verb: Token) -> bool:
        """Say whether a perfect tells a deed that is over: "has lent it tugs", but not "since 1970", "every year"."""
        return token.i == verb.i and verb.tag != "VBG" and self.perfect(verb) and not any(self._kept(token, verb))

    def _kept(self, token: Token, verb: Token) -> tuple[bool, bool]:
        """Say whether a clause tells that something is regular, and since when or for how long it has gone on."""
        known = self._habits.get((token.i, verb.i))
        if known is None:
            known = self._habits[token.i, verb.i] = self._how_kept(token, verb)
        return known

    def _how_kept(self, token: Token, verb: Token) -> tuple[bool, bool]:
        words = lexicon().words
        clause = list(self._graph.clause(verb.i))
        said = {t.text.lower() for t in clause}
        objects = [c for o in (token, *self._parsed.children(verb, "dobj")) for c in self._parsed.children(o, "amod")]
        regular = bool(said & words.habits) or any(c.lemma in words.habitual_adjectives for c in objects)
        every = self._bounds.repeats(clause) or any(self._is_each(t) for t in clause)
        every = every or (token.i != verb.i and verb.lemma in KEEPING_UP and token.tag == "VBG")
        long = self.perfect(verb) and (
            ("since" in said and not self._bounds.is_fresh(clause))
            or self._is_since_an_event(verb)
            or self._bounds.counted_back(clause) is not None
            or any(self._is_stretch(t) for t in clause)
        )
        return regular or every, long

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
        if token.lemma not in {"year", "decade", "month", "generation", "century"}:
            return False
        bare = token.tag == "NNS" and not self._parsed.has(token)
        if token.lemma in {"century", "generation"} and self._is_part_of_one(token):
            return True
        return (bare and before.lemma == "for") or (
            token.dep == "pobj" and before.lemma == "after" and self._parsed.head(before).lemma == token.lemma
        )

    def _is_part_of_one(self, token: Token) -> bool:
        """Say whether a word tells "for a quarter of a century", "for the better part of a generation"."""
        for word in reversed(self._parsed.tokens[max(0, token.i - 6) : token.i]):
            if word.lemma == "for":
                return True
            if word.lemma not in PARTS:
                return False
        return False

    def _kept_up(self, noun: Token) -> bool:
        """Say whether a clause behind a noun says how long it has gone on: "the summit, held yearly since 1991"."""
        if noun.pos not in NAMES:
            return False
        below = (t for t in self._parsed.subtree(noun) if t.dep in {"acl", "relcl"} and t.i > noun.i)
        held = [t for t in below if t.lemma in lexicon().words.meeting_verbs | MEETING]
        return any("since" in {t.text.lower() for t in self._graph.core(clause.i)} for clause in held)

    def perfect(self, verb: Token) -> bool:
        """Say whether a verb stands in the present perfect."""
        known = self._perfect.get(verb.i)
        if known is None:
            known = self._perfect[verb.i] = self._is_perfect(verb)
        return known

    def _is_perfect(self, verb: Token) -> bool:
        helped = any(c.lemma == "have" and c.text.lower() != "had" for c in self._parsed.children(verb, "aux"))
        if verb.tag == "VBN" and verb.dep == "acl" and not list(self._parsed.children(verb, "aux", "auxpass")):
            return any(t.lemma == "since" for t in self._graph.core(verb.i))  # "an enclave run by the UN since 1999"
        shared = verb.dep == "conj" and verb.tag == "VBN" and not list(self._parsed.children(verb, "nsubj"))
        return helped or (shared and self.perfect(self._parsed.head(verb)))

    def goes_on(self, verb: Token) -> bool:
        """Say whether a verb stands in the present or the perfect."""
        auxiliaries = list(self._parsed.children(verb, "aux", "auxpass"))
        if any(a.text.lower() in {"was", "were", "had", "did"} for a in auxiliaries):
            return self.perfect(verb)
        laid = verb.text == "lay" and self._parsed.has(verb, "dobj")  # "both lay claim to it"
        return verb.tag != "VBD" or laid or self._is_participle(verb)

    def _is_participle(self, verb: Token) -> bool:
        """Say whether a past tense of the parser's tells aside how somebody is: "India, tied to it by a pact, ..."."""
        before = self._parsed.tokens[verb.i - 1].text if verb.i else ""
        done = self._parsed.has(verb, "agent")
        bare = verb.dep == "acl" and not self._parsed.has(verb, "nsubj", "nsubjpass")
        aside = any(c.pos == "VERB" for c in self._parsed.children(verb, "conj"))  # "Russia, joined with it, sent jets"
        return verb.tag == "VBD" and (bare or (before == "," and (done or aside)))
