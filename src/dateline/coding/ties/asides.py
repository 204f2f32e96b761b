"""Whether a noun's phrase tells a state that lasts: "Norway, in NATO since 1949", "Kenya's ally", "the 1979 treaty"."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.words import COPULAS, NAMES, lexicon
from dateline.model import Token

MAX_CLIMB = 5
# Between a comma and "under": "himself under a ban", "long under siege".
ASIDE = frozenset(
    {
        "both",
        "all",
        "still",
        "long",
        "now",
        "already",
        "itself",
        "himself",
        "herself",
        "themselves",
        "also",
        "technically",
        "formally",
        "officially",
    }
)
# Prepositions that tell aside how somebody is: "under a ban", "at war", "in it since 1995", "with 500 men there".
ASIDES = frozenset({"under", "at", "in", "with"})
# What is done with a base makes it news: "leave", "open", "attack".
NO_STATE = frozenset(
    {"leave", "quit", "close", "shut", "vacate", "evacuate", "open", "build", "want", "seek", "demand", "ask", "offer",
     "plan", "deny", "abandon", "return", "give", "hand", "attack", "strike", "hit", "shell", "bomb", "storm",
     "not", "withdraw"}
)  # fmt: skip
# Before a noun that tells aside what somebody is not, or no more.
DENIED = frozenset({"not", "no", "longer", "once", "formerly", "former", "erstwhile", "never"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# "The force commander": what goes with his rank.
FORCES = frozenset({"force", "contingent", "garrison", "contributor"})
# What the parser takes an apposition for: "after France and Spain, fellow members, closed it".
STRAYED = SUBJECTS | {"npadvmod", "dep"}


class Asides:
    """Judges the nouns of one story."""

    def __init__(self, graph: Graph, bounds: Bounds) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._bounds = bounds

    def among(self, noun: Token) -> list[int]:
        """Return who is told aside to be one of many: "Cairo, long among the recipients of aid, has ..."."""
        prep = self._parsed.head(noun)
        place = self._parsed.head(prep)
        if noun.dep != "pobj" or prep.lemma != "among":
            return []
        place = self._parsed.head(place) if place.pos == "ADV" else place
        if place.pos in VERBAL_POS and place.lemma not in COPULAS and self._parsed.tokens[prep.i + 1].i < place.i:
            return list(self._graph.slots(place.i).get("subj", ()))
        return self._graph.conjuncts(place.i) if place.pos == "PROPN" else []

    def names(self, noun: Token) -> list[Token]:
        """Return who is said to be what a subject describes: "Its main creditor is China"."""
        verb = self._parsed.head(noun)
        if noun.dep != "nsubj" or verb.lemma not in COPULAS:
            return []
        named = [c for c in self._parsed.children(verb, "attr") if c.pos == "PROPN"]
        return [self._parsed.tokens[i] for c in named for i in self._graph.conjuncts(c.i)]

    def astray(self, noun: Token) -> Token | None:
        """Return whom a noun between commas describes where the parser took it for something else.

        "Togo and Benin, fellow members of the bloc, have promised men": not a second subject.
        """
        verb = self._parsed.head(noun)
        if noun.dep not in STRAYED or verb.pos not in VERBAL_POS:
            return None
        start = min(t.i for t in self._parsed.subtree(noun))
        tokens = self._parsed.tokens
        if start < 2 or tokens[start - 1].text != "," or tokens[start - 1].sent != noun.sent:
            return None
        first = next((c for c in self._parsed.children(verb, "nsubj", "nsubjpass") if c.i < noun.i), None)
        told = first if noun.dep in SUBJECTS else tokens[start - 2]
        while told is not None and told.dep == "conj":
            told = self._parsed.head(told)
        return told if told is not None and told.pos in NAMES else None

    def beside(self, prep: Token) -> Token | None:
        """Return whom a phrase between commas tells of, wherever the parser hung it: "Oslo, in it since 1949, ..."."""
        tokens = self._parsed.tokens
        place = prep.i - 1
        while place > 0 and tokens[place].lemma in ASIDE:
            place -= 1
        if place < 1 or tokens[place].text != "," or tokens[place - 1].pos not in NAMES:
            return None
        told, verb = tokens[place - 1], self._parsed.head(prep)
        if told.sent != prep.sent or (verb.pos in VERBAL_POS and verb.i < prep.i):
            return None
        return told

    def is_beneath(self, noun: Token) -> bool:
        """Say whether somebody is told to be under something aside: "Eritrea, under sanctions since 2009, ..."."""
        prep = self._parsed.head(noun)
        above = self._parsed.head(prep)
        if noun.dep != "pobj" or prep.lemma not in ASIDES:
            return False
        if prep.i > 1 and self._of_all(self._parsed.tokens[prep.i - 1]):
            return True
        if self.beside(prep) is not None:
            return prep.lemma in {"under", "at", "with"} or self._dated(prep)
        before = self._parsed.tokens[prep.i - 1] if prep.i else None
        told = above.pos in {"NOUN", "PROPN", "PRON"} and prep.lemma in {"under", "at"}
        return told and before is not None and (before.text == "," or before.i == above.i or before.lemma in ASIDE)

    def _of_all(self, word: Token) -> bool:
        """Say whether a word between commas is "both" or "all" of those before it: "Chad and Mali, both in it"."""
        return word.lemma in {"both", "all"} and word.i > 0 and self._parsed.tokens[word.i - 1].text == ","

    def phrase(self, prep: Token) -> list[Token]:
        """Return a phrase between commas to its end, whatever of it the parser hung elsewhere."""
        tokens = self._parsed.tokens
        last = prep.i
        while last < len(tokens) and tokens[last].sent == prep.sent and tokens[last].text not in {",", ";", "."}:
            last += 1
        return list(tokens[prep.i : last])

    def _dated(self, prep: Token) -> bool:
        """Say whether a phrase tells since when: "in the union since 1995", "in the alliance for ten years"."""
        below = self.phrase(prep)
        return "since" in {t.lemma for t in below} or self._bounds.counted_back(below) is not None

    def counted(self, noun: Token) -> Token:
        """Return the "one" of "Niger, one of the members of the bloc", else the noun itself."""
        of = self._parsed.head(noun)
        one = self._parsed.head(of)
        if noun.dep == "conj" and of.pos == "NOUN" and of.dep == "appos":  # "France, its ruler once and main donor"
            return of
        counts = noun.dep == "pobj" and of.lemma == "of" and one.lemma in {"one", "two", "three", "some", "part"}
        return one if counts and one.dep in {"appos", "nsubj", "npadvmod", "dep"} else noun

    def names_one(self, token: Token) -> bool:
        """Say whether a noun describes the name beside it: "Kenya's ally Uganda"."""
        token = self.counted(token)
        above = self._parsed.head(token)
        if self._is_denied(token):
            return False
        if self.astray(token) is not None:
            return True
        before = (
            token.dep in {"compound", "nmod"}
            and token.lemma not in FORCES
            and above.pos == "PROPN"
            and above.i > token.i
        )
        after = token.dep == "appos" and above.pos in {"PROPN", "NOUN"}
        if token.lemma.lower() == "member" and above.lemma.lower() in {"state", "states", "country", "countries"}:
            return False  # "EU Member States are worried" tells of no one's membership
        nearby = self._parsed.tokens[token.i + 1 : token.i + 2]
        aside = token.dep == "conj" or (token.i > 0 and self._parsed.tokens[token.i - 1].text == ",")
        if token.lemma in {"home", "host"} and aside and any(t.lemma == "to" for t in nearby):
            return True
        joined = self.is_joined_aside(token)
        home = token.lemma == "home" and token.dep in {"advmod", "npadvmod", "appos"} and above.pos in {*NAMES, "PRON"}
        return (
            before
            or after
            or joined
            or home
            or bool(self.among(token))
            or any(c.pos == "PROPN" and not token.i < above.i < c.i for c in self._parsed.children(token, "appos"))
        )

    def is_joined_aside(self, noun: Token) -> bool:
        """Say whether the parser joined to a list what only describes it: "Chad and Mali, Togo's partners, ..."."""
        above = self._parsed.head(noun)
        first = min((t.i for t in self._parsed.subtree(noun)), default=noun.i)
        between = self._parsed.tokens[above.i + 1 : first]
        plural = noun.dep == "conj" and noun.tag == "NNS" and above.pos == "PROPN" and self._parsed.has(noun, "poss")
        return plural and bool(between) and between[-1].text == "," and any(t.dep == "cc" for t in between)

    def _is_denied(self, token: Token) -> bool:
        """Say whether words beside a noun say that it is not so, or no more: "no longer an ally", "not a member"."""
        first = min(t.i for t in self._parsed.subtree(token) if t.i <= token.i)
        before = {t.lemma.lower() for t in self._parsed.tokens[max(0, first - 2) : token.i]}
        return not before.isdisjoint(DENIED)

    def is_had(self, noun: Token, verb: Token) -> bool:
        """Say whether a noun names what is there, and its clause no end of it: "France's base in Djibouti"."""
        children = list(self._parsed.children(noun))
        if any(c.lemma in {"former", "new", "planned", "future", "old", "no", "any"} for c in children):
            return False
        above, climb = verb, [verb] if noun.dep != "appos" else []
        while noun.dep != "appos" and above.head != above.i and len(climb) < MAX_CLIMB:
            above = self._parsed.head(above)
            climb.append(above)
        said = {t.lemma for t in climb} | {c.lemma for t in climb for c in self._parsed.children(t, "aux", "neg")}
        return said.isdisjoint(lexicon().words.endings | lexicon().words.imagined | NO_STATE)

    def kept_since(self, noun: Token) -> bool:
        """Say whether a noun's phrase, or one behind it, tells since when: "its envoy, there since 2009"."""
        if self.is_in_force(noun):
            return True
        below = {t.i for t in self._parsed.subtree(noun)}
        rest = self._parsed.tokens[noun.i : self._parsed.sentences[noun.sent].last]
        own = [t for t in rest if t.lemma == "since" or (t.lemma == "for" and self._is_length(t))]
        for since in own:
            above = self._parsed.head(since)
            aside = self.beside(above) is not None or (above.lemma == "have" and above.i not in below)
            aside = aside or self.beside(self._parsed.head(above)) is not None
            if since.i in below or aside:
                return since.dep == "prep" and (above.i in below or aside)
        return False

    def is_in_force(self, noun: Token) -> bool:
        """Say whether words behind a noun tell since when it holds: "a treaty in force since 1922"."""
        rest = self._parsed.tokens[noun.i : self._parsed.sentences[noun.sent].last]
        return any(self._in_force(t, noun) for t in rest)

    def _in_force(self, since: Token, noun: Token) -> bool:
        """Say whether a word is the "since" of ", in force since 1981" behind a noun, wherever the parser hung it."""
        before = [t.lemma for t in self._parsed.tokens[max(0, since.i - 3) : since.i]]
        between = self._parsed.tokens[noun.i + 1 : max(noun.i + 1, since.i - 3)]
        beside = since.i - noun.i == 3  # "a treaty in force since 1922"
        told = (before[:2] == [",", "in"] or (beside and before[1] == "in")) and before[-1] in lexicon().words.in_force
        return since.lemma == "since" and told and not any(t.pos in VERBAL_POS or t.text == "," for t in between)

    def _is_length(self, prep: Token) -> bool:
        """Say whether a phrase tells for how long: "in force for six years"."""
        return self._bounds.counted_back(list(self._parsed.subtree(prep))) is not None

    def stands_since(self, token: Token, verb: Token) -> bool:
        """Say whether a noun names what was made long ago and nothing says that it ended: "the 1979 treaty between"."""
        if any(c.dep == "det" and c.lemma == "no" for c in self._parsed.children(token)):
            return False
        over = [verb, *self._parsed.children(token, "relcl", "acl", "amod"), *self._parsed.children(verb, "acomp")]
        if any(t.lemma in lexicon().words.endings for t in over):
            return False
        return self._bounds.is_old(self._bounds.made(token))
