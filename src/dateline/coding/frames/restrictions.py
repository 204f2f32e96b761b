"""Whether the words in a slot are what a pattern asks for: single words, phrases, noun sets and classes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import is_helped, is_infinitive
from dateline.model import Token

# Sets of human beings, in which members of a nation stand too: "thirteen Israelis".
PEOPLED = frozenset({"people", "captives", "refugees", "needy"})
ONE = frozenset({"he", "she", "i"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Restrictions:
    """Compares argument heads of one story with the items of patterns: "troops", "peace of mind", "@arms", "#org"."""

    def __init__(self, sets: Mapping[str, frozenset[str]], graph: Graph, cast: Cast) -> None:
        """Prepare for one story; `sets` are the lexicon's noun sets."""
        self._sets = sets
        self._graph = graph
        self._cast = cast
        self._tokens = graph.tokens
        self._asked: dict[tuple[int, ...], _Known] = {}
        self._clausal = {
            "#infinitive": self._is_infinitive,
            "#subject": self._has_subject,
            "#finite": self.is_finite,
            "#clause": self._is_clause,
            "#question": self._is_question,
            "#mandative": self._is_mandative,
        }

    def any_fits(self, items: tuple[str, ...], heads: Sequence[int]) -> bool:
        """Say whether one of some restriction items holds for heads; single words and noun sets are asked at once."""
        asked = _parted(items)
        if asked.words or asked.sets or asked.phrases:
            known = self._known(tuple(heads))
            if not asked.words.isdisjoint(known.forms):
                return True
            for name in asked.sets:
                if not self._sets[name].isdisjoint(known.wide):
                    return True
            if asked.peopled and any(self._cast.is_people(i) for i in known.meant):
                return True
            for form in known.forms if asked.phrases else ():
                if any(self._is_named_one_of(known.meant, item) for item in asked.phrases.get(form, ())):
                    return True
        return any(self.fits(item, heads) for item in asked.classes)

    def _known(self, heads: tuple[int, ...]) -> _Known:
        """Return under which words heads may stand, worked out once a story: hundreds of items ask of the same ones."""
        found = self._asked.get(heads)
        if found is None:
            meant = self._meant(heads)
            forms = frozenset(form for i in meant for form in _forms(self._tokens[i]))
            wide = frozenset(form for i in meant for form in self._wider(i))
            found = self._asked[heads] = _Known(tuple(meant), forms, wide)
        return found

    def _is_named_one_of(self, heads: Sequence[int], item: str) -> bool:
        return any(self._named(i, item) for i in heads)

    def _meant(self, heads: Sequence[int]) -> list[int]:
        """Return heads, what they count ("thousands of troops"), what a name is of, and whom a pronoun stands for."""
        found = [*heads, *(i for h in heads for i in (*self.counted(h), *self._kind(h)))]
        return found + [i for h in found if (i := self._cast.antecedent(h)) is not None]

    def fits(self, item: str, heads: Sequence[int]) -> bool:
        """Say whether a restriction item holds for the heads of a slot, or what they count: "thousands of troops"."""
        if item == "#none":
            return not heads
        if item == "#pair":
            return self._cast.is_pair(heads)
        if item == "#any":
            return bool(heads)
        if item == "#one":
            return self._are_single(heads)
        asked = self._clausal.get(item)
        if asked is not None:
            return any(asked(h) for h in heads)
        if item.startswith("#"):
            return self._cast.fits_class(item[1:], heads)
        known = self._known(tuple(heads))
        if item.startswith("@"):
            return not self._sets[item[1:]].isdisjoint(known.wide)
        return self._is_named_one_of(known.meant, item)

    def _are_single(self, heads: Sequence[int]) -> bool:
        """Say whether heads are one person's name or pronoun each: "he" marches into no country."""
        tokens = [self._tokens[h] for h in heads]
        return bool(tokens) and all(t.text.lower() in ONE or (t.ent == "PERSON" and t.pos == "PROPN") for t in tokens)

    def counted(self, head: int) -> list[int]:
        """Return what a counting head counts: the reservists of "thousands of reservists", "$11 billion in loans"."""
        if self._tokens[head].lemma not in self._sets["counters"] and self._tokens[head].pos != "NUM":
            return []
        slots = self._graph.slots(head)
        return slots.get("of", []) or slots.get("in", [])

    def _kind(self, head: int) -> list[int]:
        """Return the word that says what a named thing is: the newspaper of "the newspaper Noticias"."""
        if self._tokens[head].pos != "PROPN":
            return []
        before = [c for c in self._graph.parsed.children(self._tokens[head], "compound", "nmod") if c.i < head]
        return [c.i for c in before if c.pos == "NOUN"][-1:]

    def is_finite(self, head: int) -> bool:
        """Say whether a complement is tensed: "that it would cut output"."""
        token = self._tokens[head]
        tags = [token.tag, *(c.tag for c in self._graph.parsed.children(token, "aux", "auxpass"))]
        return any(tag in FINITE for tag in tags)

    def _is_infinitive(self, head: int) -> bool:
        return is_infinitive(self._graph.parsed, self._tokens[head])

    def _has_subject(self, head: int) -> bool:
        return self._graph.parsed.has(self._tokens[head], "nsubj", "nsubjpass")

    def _is_clause(self, head: int) -> bool:
        return self._tokens[head].pos in {"VERB", "AUX"}

    def _is_question(self, head: int) -> bool:
        return any(c.text.lower() in {"if", "whether"} for c in self._graph.parsed.children(self._tokens[head], "mark"))

    def _is_mandative(self, head: int) -> bool:
        """Say whether a complement is what is to be done: "that Italy return the ship", "to return it"."""
        token = self._tokens[head]
        helped = any(c.lemma in {"to", "should", "must"} for c in self._graph.parsed.children(token, "aux"))
        told = any(c.tag == "MD" or c.lemma == "do" for c in self._graph.parsed.children(token, "aux"))
        if token.pos == "NOUN":  # "demanded that the government resign", with the verb taken for a noun
            return token.tag == "NN" and token.dep == "ccomp" and any(self._graph.parsed.children(token, "mark"))
        that = self._graph.parsed.has(token, "mark")
        bare = any(c.text.lower() == "be" for c in self._graph.parsed.children(token, "auxpass"))
        if bare and (that or token.dep == "ccomp"):  # "demanded it be closed"
            return helped or not is_helped(self._graph.parsed, token)  # "urged that the talks be held", no "would be"
        marked = token.tag == "VB" or that
        # "proposed that it cut its duties": "cut" is the same in the past
        bare = token.tag in {"VB", "VBP"} or (token.tag == "VBD" and token.text.lower() == token.lemma)
        return helped or (bare and marked and not told)

    def _wider(self, head: int) -> frozenset[str]:
        """Return the words under which a head may stand in a noun set: "cease-fire" comes as three tokens."""
        token = self._tokens[head]
        before = [c.lemma for c in self._graph.parsed.children(token, "compound", "amod")]
        ends = _forms(token)
        return frozenset(ends | {f"{word}{joint}{end}" for word in before for end in ends for joint in " -"})

    def _named(self, head: int, item: str) -> bool:
        whole, of, part = item.partition(" of ")
        if of:  # "state of emergency"
            return self._named(head, whole) and any(self._named(h, part) for h in self._graph.slots(head).get("of", ()))
        before, last = _phrase(item)
        token = self._tokens[head]
        if last not in _forms(token):
            return False
        around = {c.lemma for c in self._graph.parsed.children(token, "compound", "amod", "nmod", "poss")}
        return all(word in around for word in before)


@dataclass(frozen=True, slots=True)
class _Items:
    """Restriction items by how they are asked: single words, noun sets, phrases by their last word, classes."""

    words: frozenset[str]
    sets: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]
    classes: tuple[str, ...]
    peopled: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What heads of a slot are asked for: whom they mean, their words, and their words with what is compounded."""

    meant: tuple[int, ...]
    forms: frozenset[str]
    wide: frozenset[str]


@lru_cache(maxsize=20_000)
def _parted(items: tuple[str, ...]) -> _Items:
    words = frozenset(item for item in items if item[:1] not in {"#", "@"} and item.isalpha())
    phrases: dict[str, tuple[str, ...]] = {}
    for item in items:
        if item[:1] not in {"#", "@"} and item not in words:
            last = _phrase(item.partition(" of ")[0])[1]
            phrases[last] = (*phrases.get(last, ()), item)
    sets = tuple(item[1:] for item in items if item.startswith("@"))
    return _Items(
        words,
        sets,
        phrases,
        tuple(item for item in items if item.startswith("#")),
        not PEOPLED.isdisjoint(sets),
    )


@lru_cache(maxsize=20_000)
def _phrase(item: str) -> tuple[tuple[str, ...], str]:
    """Part a phrase into the words before its last one, and that."""
    *before, last = item.replace("-", " ").split()
    return tuple(before), last


def _forms(token: Token) -> set[str]:
    """Return lemma and word; names in the plural ("DPRK Ambassadors") keep their ending as lemma."""
    forms = {token.lemma, token.text.lower()}
    if token.tag in {"NNPS", "NNP"} and token.lemma.endswith("s"):
        forms.add(token.lemma[:-1])
    return forms
