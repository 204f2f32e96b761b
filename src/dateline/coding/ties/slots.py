"""Whose words stand in the slots of patterns of relations, also where a verb above has what a noun lacks."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.frames.matching import Matcher
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.context import Told
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.words import COPULAS
from dateline.model import ResolvedStory, Token

# "one of the states that ...", "among the countries that ...": whoever is one of them does what they do.
SAMPLES = frozenset({"one", "some", "few", "part", "dozen", "half", "number", "handful", "most", "two", "three"})
STATES = frozenset({"state", "country", "nation", "government", "power", "capital", "neighbour", "neighbor"})
# Prepositions that "which" may stand behind: "to which both belong", "of which it is a member".
WHICH = frozenset({"to", "of", "in", "with", "from"})
RANKS = frozenset({"first", "last", "only"})
HOMES = frozenset({"home", "host"})


class Slots:
    """Finds the heads in the slots of patterns of relations in one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, matcher: Matcher, lasting: Lasting, told: Told) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._matcher = matcher
        self._lasting = lasting
        self._told = told

    def heads(self, token: Token, slot: str) -> list[int]:
        """Return the heads of a slot, also where a relation's verb or the sentence above has what its noun lacks."""
        if slot == "self":
            return [token.i]
        if slot == "beneath":
            return self._beneath(token)
        if slot == "head":
            return self._described(token)
        if slot == "aside.with":
            return self._aside_with(token)
        verb = self._lasting.verb(token)
        found = self._told_by(token, verb, slot)
        if slot == "subj":
            return self._subjects(token, verb, found)
        if slot.endswith("poss"):
            return self._whose_own(found, verb)
        if slot == "to" and token.lemma in HOMES and not found:
            return self._behind_to(token)
        if slot == "of":
            found = [*found, *self._second_of(token)]
        if slot == "mod" or slot.endswith(".mod"):
            found = [*found, *self._leaders(token, slot)]
        if slot == "mod":  # "American and European sanctions"
            found = [*found, *(i for h in found for i in self._graph.conjuncts(h) if i not in found)]
        if slot in WHICH:
            found = [*found, *(h for h in self._before_which(token, slot) if h not in found)]
        return found

    def _leaders(self, token: Token, slot: str) -> list[int]:
        """Return who leads what a slot names: "a Saudi-led force"."""
        over = [token.i] if slot == "mod" else self.heads(token, slot.removesuffix(".mod"))
        led = (c for h in over for c in self._parsed.children(self._parsed.tokens[h], "amod") if c.text == "led")
        return [c.i for verb in led for c in self._parsed.children(verb, "npadvmod", "compound", "nmod")]

    def _told_by(self, token: Token, verb: Token, slot: str) -> list[int]:
        """Return the heads of a slot of a word, of what it stands under, and of the copula that names it."""
        found = self._matcher.heads(token.i, slot)
        above = self._parsed.head(token)
        if token.dep == "pobj" and above.text.lower() in {"under", "by"} and above.dep in {"prep", "agent"}:
            # "under a pact Danish trawlers fish in its waters"
            found = [
                *found,
                *(h for h in self._matcher.heads(self._lasting.verbs.governor(above).i, slot) if h not in found),
            ]
        if verb.i != token.i and verb.lemma in COPULAS:
            # "the union, of which Chad has been a member", "is one of its allies": the verb has what the noun lacks
            found = [*found, *(h for h in self._matcher.heads(verb.i, slot) if h not in found)]
        return found

    def _subjects(self, token: Token, verb: Token, found: list[int]) -> list[int]:
        """Return whom a clause tells of, wherever the parser hung them."""
        if verb.i != token.i and verb.lemma in COPULAS:  # "is Chad's donor": Chad is whose, not who
            below = {c.i for c in self._parsed.children(token)}
            found = [h for h in found if h not in below]
        if token.dep == "acl" and not found:
            found = [self._parsed.head(token).i]  # "one of the last states to recognise it"
        if verb.dep == "relcl":  # "Turkey, which runs a camp there, and Egypt"
            found = [h for h in found if h < verb.i or self._parsed.tokens[h].dep != "conj"]
        named = [c.i for c in self._lasting.asides.names(token)]
        found = named or [*found, *self._astray(verb), *self._homed(token)]
        found = [*found, *(s for h in found for s in self._joined(h, verb) if s not in found)]
        return [*found, *(s for h in found for s in (*self._sampled(h), *self._whose(h)))]

    def _joined(self, head: int, verb: Token) -> list[int]:
        """Return the first names of those whom a clause in the plural tells of: both of "Bo and Li, who have met"."""
        token = self._parsed.tokens[head]
        plural = verb.tag == "VBP" or any(c.tag == "VBP" for c in self._parsed.children(verb, "aux", "auxpass"))
        if verb.dep != "relcl" or not plural or token.i != verb.head or token.dep != "conj":
            return []
        return self._graph.conjuncts(self._parsed.first_joined(token).i)

    def _behind_to(self, home: Token) -> list[int]:
        """Return who a land is home to, wherever the parser hung "to"."""
        to = self._parsed.tokens[home.i + 1] if home.i + 1 < len(self._parsed.tokens) else home
        return [c.i for c in self._parsed.children(to, "pobj")] if to.lemma == "to" else []

    def _homed(self, noun: Token) -> list[int]:
        """Return the name before "home to", wherever the parser hung it: "Japan, its ally and home to 500 men"."""
        if noun.lemma not in HOMES or noun.dep in {"attr", "appos", "dobj"}:
            return []
        names = [m.head for m in self._resolved.mentions if m.head < noun.i and self._told.known(m.head)]
        names = [h for h in names if self._parsed.tokens[h].sent == noun.sent and self._parsed.tokens[h].pos == "PROPN"]
        return names[-1:]

    def _whose_own(self, found: list[int], verb: Token) -> list[int]:
        """Put the noun of a relative clause for "whose": China of "China, whose pact with Oslo goes back to 1961"."""
        whose = [h for h in found if self._parsed.tokens[h].tag == "WP$"]
        if not whose or verb.dep != "relcl":
            return found
        return [*(h for h in found if h not in whose), *self._graph.conjuncts(verb.head)]

    def _beneath(self, noun: Token) -> list[int]:
        """Return who is under something: the state of "Eritrea, itself under sanctions"."""
        prep = self._parsed.head(noun)
        above = self._lasting.asides.beside(prep) or self._parsed.head(prep)
        while above.dep == "appos" and above.pos == "PRON":
            above = self._parsed.head(above)
        return self._graph.conjuncts(self._parsed.first_joined(above).i)

    def _aside_with(self, noun: Token) -> list[int]:
        """Return with whom somebody is somewhere aside: "France, in Chad with 500 soldiers since 1986, ..."."""
        phrase = self._lasting.asides.phrase(self._parsed.head(noun))
        preps = (t for t in phrase if t.lemma == "with" and t.i > noun.i)
        return [c.i for prep in preps for c in self._parsed.children(prep, "pobj")]

    def _before_which(self, token: Token, slot: str) -> list[int]:
        """Return the name right before ", to which both belong", wherever the parser hung the clause."""
        found = []
        verb = self._lasting.verb(token)
        for prep in self._parsed.children(verb, "prep"):
            stranded = prep.i > verb.i and not self._parsed.has(prep) and prep.text.lower() == slot
            if stranded and verb.dep == "relcl":  # "the body, which Chad has belonged to since 1994"
                found += self._graph.conjuncts(verb.head)
            relative = any(c.tag in {"WDT", "WP"} for c in self._parsed.children(prep, "pobj"))
            last = prep.i - 1 - (self._parsed.tokens[prep.i - 1].text == ",") if prep.i > 1 else -1
            if relative and prep.text.lower() == slot and last >= 0:
                named = [m.head for m in self._resolved.mentions if m.last == last + 1]
                found += named or [t.head for t in self._resolved.toponyms if t.head == last]
        return found

    def _astray(self, verb: Token) -> list[int]:
        """Return the subjects that the parser took for something else: "to which both belong"."""
        return [c.i for c in self._parsed.children(verb, "det") if verb.pos in VERBAL_POS]

    def _second_of(self, noun: Token) -> list[int]:
        """Return what the parser hung on a date: the pact of "a member of the bloc since 1970 and of the pact"."""
        clause = self._graph.clause(self._lasting.verb(noun).i)
        joined = (t for t in clause if t.dep == "conj" and t.lemma == "of" and t.i > noun.i)
        return [c.i for prep in joined for c in self._parsed.children(prep, "pobj")]

    def _described(self, token: Token) -> list[int]:
        """Return whom a noun beside a name describes: all of "Denmark and Iceland, both members"."""
        token = self._lasting.asides.counted(token)
        above = self._parsed.head(token)
        if token.lemma in HOMES and token.dep != "appos":
            return self._homed(token)
        astray = self._lasting.asides.astray(token)
        if astray is not None:
            return [i for i in self._graph.conjuncts(astray.i) if i < token.i]
        if above.lemma == "among":
            return self._lasting.asides.among(token)
        while above.dep == "appos" and above.pos == "PRON":
            above = self._parsed.head(above)
        while token.dep == "appos" and token.tag == "NNS" and above.dep == "conj":
            above = self._parsed.head(above)
        plural = token.tag == "NNS" and (token.dep == "appos" or self._lasting.asides.is_joined_aside(token))
        named = [i for i in self._graph.conjuncts(above.i) if i < token.i] if plural else [above.i]
        beside = [c.i for c in self._parsed.children(token, "appos")]  # "its allies, above all Chad and Mali"
        beside = [i for b in beside for i in (self._graph.conjuncts(b) if token.tag == "NNS" else [b])]
        return [*(i for i in named if i != token.i), *beside]

    def _whose(self, head: int) -> list[int]:
        """Return all whose people a clause tells of: both states of "Togo and Benin, whose presidents meet yearly"."""
        token = self._parsed.tokens[head]
        verb = self._parsed.head(token)
        whose = any(c.tag == "WP$" for c in self._parsed.children(token, "poss"))
        return self._graph.conjuncts(verb.head) if whose and verb.dep == "relcl" else []

    def _sampled(self, head: int) -> Sequence[int]:
        """Return who is said to be one of those whom a noun counts: "Haiti is one of the states that recognise it"."""
        token = self._parsed.tokens[head]
        prep = self._parsed.head(token)
        alone = token.lemma in STATES and any(
            c.lemma in {"only", "first", "last", "sole"} for c in self._parsed.children(token, "amod")
        )
        if (token.lemma in SAMPLES or alone) and token.dep == "attr" and prep.lemma in COPULAS:
            return self._graph.slots(prep.i).get("subj", ())
        if token.dep == "appos" and (alone or token.lemma in RANKS):  # "Sudan, the first to recognise it"
            return [prep.i]
        if token.lemma not in STATES or token.dep != "pobj":
            return ()
        one = prep if prep.lemma == "among" else self._parsed.head(prep)
        verb = self._parsed.head(one)
        if prep.lemma not in {"of", "among"} or (prep.lemma == "of" and one.lemma not in SAMPLES):
            return ()
        if verb.lemma in COPULAS:
            return self._graph.slots(verb.i).get("subj", ())
        return self._graph.conjuncts(verb.i) if one.dep == "appos" else ()
