"""Where somebody calls a thing something: the constructions in which words of judgement stand.

"The raid was a crime, he said", "called the raid a crime", "described it as a crime", "praised as generous the gift".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.coding.operators.valence import Tone, Valence
from dateline.coding.parties.cast import Cast
from dateline.coding.status.status import read_status
from dateline.coding.structure.arguments import Graph
from dateline.model import Status, Token

# Words between a thing and what it is said to be, with the slots that may hold the judgement.
AS_OBJECT = ("obj",)
LINKS: Mapping[str, tuple[str, ...]] = {
    "be": ("attr", "to", "on"),
    **dict.fromkeys(("seem", "look", "sound"), ("attr", "like")),
    **dict.fromkeys(("appear", "remain", "become"), ("attr",)),
    **dict.fromkeys(
        ("constitute", "represent", "deserve", "mark", "show", "betray", "demonstrate", "spell"), AS_OBJECT
    ),
    **dict.fromkeys(("smack", "reek"), ("of",)),
    **dict.fromkeys(("border", "verge"), ("on",)),
    "amount": ("to",),
    "prove": ("obj", "attr"),
}
# "Nothing but extortion", "no less than a crime": the judgement stands under the preposition.
EMPTY = frozenset({"nothing", "more", "less", "other", "short", "tantamount", "akin", "equivalent"})
DOUBTED = frozenset({"may", "might", "could", "would", "should", "can", "'d"})
UNTOLD = frozenset({Status.NEGATED, Status.HYPOTHETICAL, Status.PLANNED})


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement.

    Attributes:
        verb: What links the thing with the word: "was", "called".
        thing: Head of what is judged.
        word: The first word that judges it.
        said: Whoever says the clause judges; else the verb's subject does.
    """

    verb: Token
    thing: int
    word: int
    tone: Tone
    said: bool


class Constructions:
    """Finds the judgements of one story, whoever makes them."""

    def __init__(self, graph: Graph, cast: Cast, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._cast = graph, cast
        self._parsed, self._tokens = graph.parsed, graph.tokens
        self._sets = sets
        self._valence = Valence(graph, sets)

    def found(self) -> Iterator[Judged]:
        """Yield every judgement, in text order."""
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"}:
                continue
            if token.lemma in LINKS:
                yield from self._linked(token)
            if token.lemma in self._sets["namings"]:
                yield from self._named(token)

    # -- "the raid was a crime, he said" ------------------------------------------------------------------------

    def _linked(self, verb: Token) -> Iterator[Judged]:
        slots = self._graph.slots(verb.i)
        if not slots.get("subj") or self._is_open(verb):
            return
        if self._parsed_subject_is(verb, {"there", "it"}):
            return
        for name in LINKS[verb.lemma]:
            for head in self._past_empty(slots.get(name, ())):
                toned = self._valence.of(head)
                if toned is not None and self._fits(slots["subj"][0], *toned):
                    yield Judged(verb, slots["subj"][0], *toned, said=True)
                    return

    def _past_empty(self, heads: Sequence[int]) -> Iterator[int]:
        for head in heads:
            if self._tokens[head].lemma not in EMPTY:
                yield head
                continue
            for prep in self._parsed.children(self._tokens[head], "prep"):
                yield from (c.i for c in self._parsed.children(prep, "pobj"))

    def _parsed_subject_is(self, verb: Token, words: set[str]) -> bool:
        below = self._parsed.children(verb, "nsubj", "expl", "nsubjpass")
        return any(c.text.lower() in words for c in below)

    def _is_open(self, verb: Token) -> bool:
        """Say whether a clause denies or only supposes: "is no crime", "would be a crime", "if it is a crime"."""
        helped = any(c.text.lower() in DOUBTED for c in self._parsed.children(verb, "aux"))
        return helped or self._is_asked(verb) or read_status(verb, self._graph).status in UNTOLD

    def _is_asked(self, verb: Token) -> bool:
        sentence = self._parsed.sentences[verb.sent]
        end = self._tokens[max(sentence.first, sentence.last - 2) : sentence.last]
        return any(t.text == "?" for t in end)

    # -- "called the raid a crime", "described it as a crime" ---------------------------------------------------

    def _named(self, verb: Token) -> Iterator[Judged]:
        if self._is_open(verb) or self._graph.passive(verb):
            return
        thing = self._thing_named(verb)
        if thing is None:
            return
        for head in self._predicates(verb, thing):
            toned = self._valence.of(head)
            if toned is not None and head != thing and self._fits(thing, *toned):
                yield Judged(verb, thing, *toned, said=False)
                return

    def _thing_named(self, verb: Token) -> int | None:
        """Return the head of what is named: the first object, or the subject of the clause that names it."""
        for child in self._parsed.children(verb, "dobj", "oprd", "ccomp", "prep"):
            if child.i < verb.i or child.tag in {"JJ", "VBN"}:
                continue
            if child.dep == "prep":
                if (turned := self._turned(child)) is not None:
                    return turned
                continue
            if child.dep in {"dobj", "oprd"}:
                return child.i
            own = next(self._parsed.children(child, "nsubj"), None)
            whole = self._parsed.has(child, "mark", "aux") or child.tag in {"VBD", "VBZ", "VBP"}
            if own is not None and not whole:
                return own.i
        return None

    def _turned(self, prep: Token) -> int | None:
        """Return what stands behind its judgement: the decision of "praised as generous Cuba's decision"."""
        if prep.lemma != "as" or self._tokens[prep.i + 1].pos != "ADJ":
            return None
        for noun in self._parsed.children(prep, "pobj"):
            behind = any(c.i > prep.i + 1 for c in self._parsed.children(noun, "poss", "det"))
            if behind and self._tokens[prep.i + 1].head in {noun.i, prep.i}:
                return noun.i
        return None

    def _predicates(self, verb: Token, thing: int) -> Iterator[int]:
        """Yield the heads of what a thing is called, in whatever way the parser hung them."""
        below = [t for t in self._graph.core(verb.i) if t.i > verb.i and not self._is_aside(t, verb)]
        for token in below:
            if token.lemma == "as" and token.dep == "prep":
                turned = self._turned(token)
                heads = (c.i for c in self._parsed.children(token, "pobj", "amod", "acomp"))
                yield from heads if turned is None else (token.i + 1,)
        if verb.lemma not in self._sets["callings"]:
            return
        for token in below:
            if token.i > thing and self._may_name(token):
                yield token.i

    def _may_name(self, token: Token) -> bool:
        """Say whether a word may be what a thing is called: an object's complement, or what the parser takes it for."""
        behind = token.dep == "amod" and token.pos == "ADJ" and token.head < token.i
        noun = token.dep == "ccomp" and token.tag in {"NN", "NNS", "JJ", "NNP"}
        return token.dep in {"oprd", "attr", "acomp", "dobj"} or behind or noun

    def _is_aside(self, token: Token, verb: Token) -> bool:
        """Say whether a word stands in a relative or adverbial clause below a verb."""
        while token.i != verb.i:
            if token.dep in {"relcl", "advcl"}:
                return True
            token = self._parsed.head(token)
        return False

    def _fits(self, thing: int, word: int, tone: Tone) -> bool:
        """Say whether a judgement may be of a thing: only claims are untrue, only what is asked is not to be had.

        Of a party itself good is said by nouns: "is our friend"; "is strong" judges no deed.
        """
        forms = {self._tokens[thing].lemma, self._tokens[thing].text.lower()}
        if tone is Tone.UNTRUE:
            return bool(forms & (self._sets["claims"] | self._sets["utterances"]))
        if tone is Tone.REFUSED:
            return bool(forms & (self._sets["claims"] | self._sets["public_things"]))
        party = self._cast.mention(thing) is not None
        return not (tone is Tone.GOOD and party and self._tokens[word].pos == "ADJ")
