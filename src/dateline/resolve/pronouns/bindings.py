"""What a sentence itself says of whom its pronouns mean: the doer of their clause, whom it judges, who speaks.

Recency and prominence choose among everyone named so far (`pronouns`); these are the signs of grammar that outweigh
them: "The report said that the bank had raised its fees" is the bank's fees, "Since his party lost, Roe has ..." Roe's.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dateline.model import Token
from dateline.resolve.pieces.syntax import Syntax

SUBJECTS = ("nsubj", "nsubjpass")
# How deep a pronoun may lie in a phrase that stands before its subject.
DEPTH = 12
# How many tokens behind or before a quotation its speaker stands, and how long one is that is a sentence of its own.
SPEAKER, SENTENCE = 8, 4
RELATIVE = frozenset({"who", "which", "that", "whom"})
# How a clause hangs on the one whose subject it shares.
SHARING = frozenset({"conj", "advcl"})
CONTROLLED = SHARING | {"xcomp", "ccomp", "pcomp"}
# Prepositions of whom is called "on" or "upon" to do, and of deeds that an object is accused of or kept from.
CALLED, OF = frozenset({"on", "upon"}), frozenset({"of", "for", "from", "into"})
# How a possessive's phrase hangs on a verb whose subject it is no part of.
INSIDE = frozenset({"dobj", "prep", "xcomp", "attr", "dative", "oprd"})


@dataclass(frozen=True, slots=True)
class Binding:
    """The tokens that the grammar of a pronoun's sentence favours or forbids.

    Attributes:
        doers: Subjects of the clause that holds a possessive, whoever controls them.
        judged: Whom a verb judges for what the pronoun has or did.
        beside: What the pronoun's noun is joined to, and the object of the verb that its own is joined to.
        speakers: Who says the quotation that the pronoun stands in.
        others: Who does to what the pronoun has what is done to another's: "violated its airspace".
    """

    doers: frozenset[int] = frozenset()
    judged: frozenset[int] = frozenset()
    beside: frozenset[int] = frozenset()
    speakers: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def read(syntax: Syntax, i: int, lists: Mapping[str, Collection[str]], *, person: bool) -> Binding:
    """Return what the sentence of the pronoun at token `i` says of it.

    Args:
        syntax: The story.
        i: The pronoun.
        lists: The lists of `pronouns.toml`: verbs of speech, of judging "for" something, of using a thing to an end.
        person: It means a person, whom no "which" goes back to.

    Example:
        >>> read(syntax, 8, ActorWords.load().pronouns, person=False).doers  # doctest: +SKIP
        frozenset({5})
    """
    speakers = _speakers(syntax, i, lists["speech"])
    if syntax.tokens[i].dep != "poss":
        return Binding(beside=_parallel(syntax, i), speakers=speakers)
    judged, beside = _judged(syntax, i, lists["judging"]), _beside(syntax, i)
    partner = syntax.tokens[syntax.tokens[i].head].head in beside  # "met the miners and their wives"
    finder = _Doers(syntax, lists, person=person)
    doers = frozenset() if partner else finder.of_possessive(i)
    return Binding(doers=doers, judged=judged, beside=beside, speakers=speakers, others=finder.against(i))


def doers(syntax: Syntax, i: int, lists: Mapping[str, Collection[str]]) -> frozenset[int]:
    """Return who does the deed of the clause that a noun stands in, where it is no part of its subject.

    Args:
        syntax: The story.
        i: The noun.
        lists: The lists of `pronouns.toml`.

    Example:
        "Peru, which funds the country's police" has Peru for "country": whoever is meant is another.
    """
    return _Doers(syntax, lists, person=False).of_noun(i)


def ahead(syntax: Syntax, i: int) -> int | None:
    """Return the subject that a pronoun in a phrase or clause set before it may mean: "In his letter, Roe said".

    Args:
        syntax: The story.
        i: The pronoun.
    """
    token = syntax.tokens[i]
    start = syntax.parsed.sentences[token.sent].first
    for _ in range(DEPTH):
        above = syntax.tokens[token.head]
        if above.i == token.i or (token.i != i and _has_other_subject(syntax, token, i)):
            return None
        fronted = token.dep in {"prep", "advcl"} and above.pos in {"VERB", "AUX"} and token.i < above.i
        if fronted and _opens(syntax, token, start):
            return next((s.i for s in syntax.parsed.children(above, *SUBJECTS) if s.i > i), None)
        token = above
    return None


def _has_other_subject(syntax: Syntax, verb: Token, i: int) -> bool:
    """Say whether a clause has a subject that a pronoun in it is no part of: "As Lee gave her speech, Roe ..."."""
    own = list(syntax.parsed.children(verb, *SUBJECTS))
    return bool(own) and not any(syntax.left_edge[s.i] <= i <= s.i for s in own)


def _opens(syntax: Syntax, token: Token, start: int) -> bool:
    """Say whether nothing but a conjunction or a quotation mark stands before a phrase in its sentence."""
    first = min((c for c in token.children), default=token.i)
    first = min(first, token.i)
    return all(t.pos in {"PUNCT", "CCONJ", "ADV", "SCONJ"} for t in syntax.tokens[start:first])


class _Doers:
    """Finds the subjects of clauses, whoever controls them."""

    def __init__(self, syntax: Syntax, lists: Mapping[str, Collection[str]], *, person: bool) -> None:
        self._syntax, self._person = syntax, person
        self._against = lists["others"]
        self._others, self._using = frozenset(lists["judging"]) | frozenset(lists["others"]), lists["using"]

    def of_possessive(self, i: int) -> frozenset[int]:
        """Return the subjects of the clause that a possessive stands in, itself no part of them."""
        token = self._syntax.tokens[i]
        for _ in range(DEPTH):
            above = self._syntax.tokens[token.head]
            if above.i == token.i:
                return frozenset()
            inside = token.dep in SUBJECTS  # "its army": no doer of its own clause
            if above.pos in {"VERB", "AUX"} and not inside:
                if above.lemma in self._others and token.dep == "dobj":
                    return frozenset()  # "criticised its record", "violated its airspace": another's
                found = self.of_verb(above)
                if found or token.dep in INSIDE:
                    return found
            token = above
        return frozenset()

    def against(self, i: int) -> frozenset[int]:
        """Return who does to a possessive's noun what is done to another's: Peru in "Peru violated its airspace"."""
        noun = self._syntax.tokens[self._syntax.tokens[i].head]
        verb = self._syntax.tokens[noun.head]
        done = noun.dep == "dobj" and verb.lemma in self._against
        return self.of_verb(verb) if done else frozenset()

    def of_noun(self, i: int) -> frozenset[int]:
        """Return the subjects of the clause that a noun stands in, or whom it explains beside a comma."""
        token = self._syntax.tokens[i]
        for _ in range(DEPTH):
            above = self._syntax.tokens[token.head]
            if above.i == token.i or token.dep in SUBJECTS:
                return frozenset()
            if token.dep == "appos":
                return frozenset({above.i})  # "Peru, the country's neighbour"
            if above.pos in {"VERB", "AUX"}:
                return self.of_verb(above)
            token = above
        return frozenset()

    def of_verb(self, verb: Token) -> frozenset[int]:
        """Return the subjects of a verb: its own, or those of the clause that controls it."""
        syntax, children = self._syntax, self._syntax.parsed.children
        for _ in range(DEPTH):
            own = list(children(verb, *SUBJECTS))
            if own:
                return _of_clause(syntax, verb, own, person=self._person)
            if verb.dep == "acl":
                aim = any(c.tag == "TO" for c in children(verb, "aux"))  # "a chance to show their worth"
                return frozenset() if aim else frozenset({verb.head})
            above = syntax.tokens[verb.head]
            if above.i == verb.i or verb.dep not in CONTROLLED:
                return frozenset()
            by = above.lemma if verb.dep == "pcomp" else ""
            above = syntax.tokens[above.head] if by else above
            objects = controllers(syntax, above, verb)
            aimed = verb.dep not in SHARING and above.lemma not in self._using and (not by or by in OF)
            if objects and aimed:
                return _joined(syntax, objects)  # "urged Lima to cut its debt", "accused Lima of breaking its word"
            verb = above
        return frozenset()


def controllers(syntax: Syntax, above: Token, verb: Token) -> list[Token]:
    """Return the objects of a verb that may do what hangs on it: "urged Lima to yield", "called on Lima to yield"."""
    children = syntax.parsed.children
    called = [o for p in children(above, "prep") if p.lemma in CALLED for o in children(p, "pobj")]
    return [o for o in (*children(above, "dobj", "dative"), *called) if above.i < o.i < verb.i]


def _of_clause(syntax: Syntax, verb: Token, own: list[Token], *, person: bool) -> frozenset[int]:
    """Return the subjects of a clause, the noun before a relative one for its "who" or "which"."""
    pronoun = own[0].text.lower() in RELATIVE and own[0].tag in {"WP", "WDT", "IN"}
    if not pronoun:
        return _joined(syntax, own)
    if person and own[0].text.lower() == "which":
        return frozenset()
    verb = syntax.first_joined(verb.i)
    return frozenset({verb.head, own[0].i}) if verb.dep == "relcl" else frozenset()


def _joined(syntax: Syntax, nouns: list[Token]) -> frozenset[int]:
    found, stack = set(), list(nouns)
    while stack:
        noun = stack.pop()
        found.add(noun.i)
        stack.extend(syntax.parsed.children(noun, "conj"))
    return frozenset(found)


def _judged(syntax: Syntax, i: int, judging: Collection[str]) -> frozenset[int]:
    """Return whom a verb judges "for" the noun that a possessive stands with: "praised the Swiss for their help"."""
    noun = syntax.first_joined(syntax.tokens[i].head)
    preposition = syntax.tokens[noun.head]
    if noun.dep not in {"pobj", "dobj"} or preposition.dep == "ROOT":
        return frozenset()
    if preposition.dep == "pcomp":  # "blamed Lima for breaking its word"
        preposition = syntax.tokens[preposition.head]
    verb = syntax.tokens[preposition.head]
    if preposition.lemma not in {"for", "over"} or verb.lemma not in judging:
        return frozenset()
    found = [o for o in syntax.parsed.children(verb, "dobj", "nsubjpass") if o.i < preposition.i]
    return _joined(syntax, found)


def _beside(syntax: Syntax, i: int) -> frozenset[int]:
    """Return whom "X and his aides" and "X's word and his deeds" mean by "his"."""
    noun = syntax.tokens[syntax.tokens[i].head]
    if noun.dep != "conj":
        return frozenset()
    before = syntax.tokens[noun.head]
    owners = {c.i for c in syntax.parsed.children(before, "poss")}
    return frozenset(owners or {before.i})


def _parallel(syntax: Syntax, i: int) -> frozenset[int]:
    """Return the object of the verb that an object pronoun's own is joined to: "met voters and thanked them"."""
    token = syntax.tokens[i]
    verb = syntax.tokens[token.head]
    if token.dep not in {"dobj", "pobj", "dative"}:
        return frozenset()
    verb = syntax.tokens[verb.head] if verb.pos == "ADP" else verb
    if verb.dep != "conj" or syntax.parsed.has(verb, *SUBJECTS):
        return frozenset()
    first = syntax.tokens[verb.head]
    return frozenset(o.i for o in syntax.parsed.children(first, "dobj") if o.i < i)


def _speakers(syntax: Syntax, i: int, speech: Collection[str]) -> frozenset[int]:
    """Return who says the quotation around a token, where that is a whole sentence: "He lies," Roe said."""
    if not syntax.quoted[i]:
        return frozenset()
    first, last = i, i
    while first and syntax.quoted[first - 1]:
        first -= 1
    while last + 1 < len(syntax.tokens) and syntax.quoted[last + 1]:
        last += 1
    if last - first < SENTENCE or not syntax.tokens[first].text[:1].isupper():
        return frozenset()
    near = (*syntax.tokens[last + 1 : last + 2 + SPEAKER], *syntax.tokens[max(0, first - SPEAKER) : first])
    segment = syntax.parsed.sentences[syntax.tokens[i].sent].segment
    verbs = (t for t in near if t.lemma in speech and not syntax.quoted[t.i] and t.pos == "VERB")
    own = (v for v in verbs if syntax.parsed.sentences[v.sent].segment == segment)
    for verb in own:
        found = [s for s in syntax.parsed.children(verb, "nsubj") if not syntax.quoted[s.i]]
        if found:
            return frozenset(s.i for s in found)
    return _going_on(syntax, first, last, speech)


def _going_on(syntax: Syntax, first: int, last: int, speech: Collection[str]) -> frozenset[int]:
    """Return who spoke last before a quotation that fills its paragraph: "..., Roe said. <new paragraph> "He lies."."""
    tokens, sentences = syntax.tokens, syntax.parsed.sentences
    segment = sentences[tokens[first].sent].segment
    own = [t.i for t in tokens[max(0, first - SPEAKER) : last + SPEAKER] if sentences[t.sent].segment == segment]
    if any(not syntax.quoted[i] and tokens[i].pos not in {"PUNCT", "SPACE"} for i in own):
        return frozenset()
    for token in reversed(tokens[:first]):
        if sentences[token.sent].segment < segment - 1:
            return frozenset()
        if token.lemma in speech and token.pos == "VERB" and not syntax.quoted[token.i]:
            found = frozenset(s.i for s in syntax.parsed.children(token, "nsubj") if not syntax.quoted[s.i])
            if found:
                return found
    return frozenset()
