"""Whether a clause tells a relation as a fact: not denied, doubted, imagined, wished, ended or to come."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.words import COPULAS, lexicon
from dateline.model import Token

# Steps from a clause up to the word that doubts it.
MAX_CLIMB = 5
# What hangs so on a word that doubts is doubted: "denies having men there", "the charge that it has".
CONTENTS = frozenset({"xcomp", "ccomp", "pcomp", "acl"})
# Behind these a clause in the present is one to come: "only after Oslo recognises it".
UNTIL = frozenset({"after", "until", "till", "before", "once"})


class Facts:
    """Tells facts from what is only said to be so in one story."""

    def __init__(self, graph: Graph) -> None:
        self._parsed = graph.parsed
        self._known: dict[tuple[int, int], bool] = {}  # each pattern of a word asks

    def is_told(self, verb: Token, token: Token) -> bool:
        """Say whether a clause is told as a fact: not denied, imagined, wished or asked; `token` is its word."""
        found = self._known.get((verb.i, token.i))
        if found is None:
            found = self._known[verb.i, token.i] = self._is_fact(verb, token)
        return found

    def _is_fact(self, verb: Token, token: Token) -> bool:
        denied = self._is_denied(verb) or (token.i != verb.i and self._is_denied(token)) or self._is_of_none(verb)
        unreal = self._is_doubted(verb) or self._is_imagined(verb) or self._is_to_be(verb)
        return not denied and not unreal and not self._is_ended(verb) and not self._is_conditional(verb)

    def _is_denied(self, place: Token) -> bool:
        """Say whether a word is negated: "does not arm it", "no ally", "recognises neither of them"."""
        children = list(self._parsed.children(place))
        if any((c.dep == "neg" and not self._is_but(c)) or (c.dep == "det" and c.lemma == "no") for c in children):
            return True
        return any(c.lemma == "neither" for o in children if o.dep == "dobj" for c in self._parsed.children(o))

    def _is_but(self, negation: Token) -> bool:
        """Say whether only what follows is denied: "a member of the union but not of the pact"."""
        return negation.i > 0 and self._parsed.tokens[negation.i - 1].lemma == "but"

    def _is_of_none(self, verb: Token) -> bool:
        """Say whether a clause has "no" thing: "has no soldiers there"."""
        things = self._parsed.children(verb, "dobj", "attr")
        return any(c.lemma == "no" for thing in things for c in self._parsed.children(thing, "det"))

    def _is_doubted(self, verb: Token) -> bool:
        """Say whether a clause is only denied or charged: "denies having men there", "the charge that it has"."""
        above = verb
        for _ in range(MAX_CLIMB):
            below, above = above, self._parsed.head(above)
            if below.dep not in CONTENTS | {"prep", "conj"} or above.i == below.i:
                return False
            told = below.dep in CONTENTS or (below.dep == "prep" and below.lemma in {"of", "with"})
            if told and above.lemma in lexicon().words.doubted:
                return True
        return False

    def _is_imagined(self, verb: Token) -> bool:
        """Say whether a clause tells what might be or is to be done: "would arm it", "refused to recognise it"."""
        first = self._first_of(verb)
        auxiliaries = list(self._parsed.children(first, "aux"))
        if first.tag == "VB" and first.dep == "conj" and not auxiliaries:
            return True  # "refused to disarm, recognise it and leave"
        imagined = lexicon().words.imagined
        return any(a.text.lower() in imagined or (a.lemma == "to" and not self._is_one(verb)) for a in auxiliaries)

    def _first_of(self, verb: Token) -> Token:
        """Return the first of joined infinitives, which has the "to" of all: "refused to disarm and recognise it"."""
        while verb.dep == "conj" and verb.tag == "VB" and self._parsed.head(verb).tag == "VB":
            verb = self._parsed.head(verb)
        return verb

    def _is_one(self, verb: Token) -> bool:
        """Say whether an infinitive tells what somebody is one of: "is one of the last states to recognise it"."""
        one = self._parsed.head(verb)
        if verb.dep == "xcomp" and one.lemma in COPULAS:  # "is one of three states to have relations with it"
            return any(c.lemma in {"one", "among"} for c in self._parsed.children(one, "attr", "prep"))
        over = self._parsed.head(self._parsed.head(one)) if one.dep == "pobj" else one
        ranked = {one.lemma, *(c.lemma for c in self._parsed.children(one, "amod"))} & {"first", "last", "only", "sole"}
        named = over.lemma == "one" or (bool(ranked) and over.dep in {"attr", "appos"})
        said = over.dep == "appos" or self._parsed.head(over).lemma in COPULAS
        return verb.dep in {"acl", "relcl"} and named and said

    def _is_to_be(self, verb: Token) -> bool:
        """Say whether a clause tells what is agreed to come: "is to receive them"."""
        meant = (c for c in self._parsed.children(verb, "xcomp") if verb.lemma == "be")
        return any(a.lemma == "to" for c in meant for a in self._parsed.children(c, "aux"))

    def _is_ended(self, verb: Token) -> bool:
        """Say whether an adverb tells that something is over: "no longer", "ever", not "longer than most"."""
        for word in self._parsed.children(verb, "advmod"):
            before = self._parsed.tokens[word.i - 1].text.lower() if word.i else ""
            if word.text.lower() == "ever" or (word.text.lower() == "longer" and before in {"no", "any"}):
                return True
        return False

    def _is_conditional(self, verb: Token) -> bool:
        """Say whether a clause tells on what something hangs: "if it leaves", "only after Oslo recognises it"."""
        marks = {c.text.lower() for c in self._parsed.children(verb, "mark")}
        to_come = verb.tag in {"VBZ", "VBP"} and not marks.isdisjoint(UNTIL)
        return to_come or not marks.isdisjoint({"if", "unless"})
