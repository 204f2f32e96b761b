"""Which numbers of people a story gives: a word of harm, arrest or gathering with a number by it is a toll."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.numbers.counts import Counted, CountReader, added
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.slots import Slots
from dateline.coding.structure.voices import is_gapped
from dateline.knowledge.counts import CountWords
from dateline.model import Count, Span, Token


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people and what became of them.

    Attributes:
        kind: `dead`, `injured`, `arrested` or `size`.
        token: The word that says it.
        count: How many.
        span: The words that say so, number and word.
    """

    kind: str
    token: Token
    count: Count
    span: Span


class TollReader:
    """Finds the tolls of one story (`data/counts/kinds.toml` lists the words)."""

    def __init__(self, graph: Graph, cast: Cast, words: CountWords, *, people: Collection[str]) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._cast = cast
        self._words = words
        self._people = frozenset(people)
        self._reader = CountReader(graph.parsed, words)

    def found(self) -> list[Toll]:
        """Return the tolls of the story in text order."""
        return [toll for token in self._parsed.tokens for toll in self._of(token)]

    def _of(self, token: Token) -> Iterator[Toll]:
        kinds = self._words.kinds.get(token.lemma, ())
        word = token.text.lower()
        for kind, slot in (*kinds, *(self._words.kinds.get(word, ()) if word != token.lemma else ())):
            count = self._count(token, slot)
            if count is not None and (kind != "size" or (count.count.low, count.count.high) != (1, 1)):
                span = Span(min(count.span.start, token.start), max(count.span.end, token.end))
                yield Toll(kind, token, count.count, span)
                return

    def _count(self, token: Token, slot: str) -> Counted | None:
        if slot in {"obj", "subj"} and token.pos in {"VERB", "AUX"}:
            return self.total(self._own_figure(token) or self._graph.slots(token.i).get(slot, ()))
        if slot == "of" and token.pos in {"NOUN", "PROPN"}:
            slots = self._graph.slots(token.i)
            return self.total(slots.get("of") or slots.get("obj") or ())
        if slot == "self" and token.pos in {"NOUN", "ADJ", "PROPN"}:
            return self._own_number(token)
        if slot == "state":
            return self._state(token)
        if slot == "to":
            return self._toll_figure(token)
        if slot == "lives":
            return self._lives(token)
        return None

    def _own_figure(self, token: Token) -> list[int]:
        """Return the bare number of a joined participle: the 35 of "twenty people were killed and 35 wounded"."""
        gapped = is_gapped(self._parsed, token)
        return [c.i for c in self._parsed.children(token, "nsubj", "nsubjpass") if gapped and c.pos == "NUM"]

    def total(self, heads: Sequence[int]) -> Counted | None:
        """Return how many people some phrases name together, by their heads; None where no number is given."""
        people = [t for h in heads if self._is_people(t := self._parsed.tokens[h])]
        whole = [t for n, t in enumerate(people) if n == 0 or not self._is_part(people[n - 1], t)]
        # "the wrestler and actress Kim Ji-won" is one.
        counts = [(self._number(head), head.tag == "NN") for head in whole]
        return added([count for count, single in counts if count is not None or not single])

    def _is_part(self, before: Token, head: Token) -> bool:
        """Say whether these are some of those named before: "three, among them a boy"."""
        between = self._parsed.tokens[before.i + 1 : head.i]
        return any(t.text.lower() in self._words.parts for t in between)

    def _number(self, head: Token) -> Counted | None:
        """Read a number off a phrase, or off what follows its "of": "a total of 24 settlers"."""
        if head.lemma in self._words.wholes:
            inner = [self._parsed.tokens[h] for h in self._graph.slots(head.i).get("of", ())]
            return next((c for t in inner if (c := self._reader.of(t)) is not None), None)
        return self._reader.of(head)

    def _is_people(self, head: Token) -> bool:
        counting = head.text.lower() in self._words.plurals or head.lemma in self._words.multipliers
        if head.pos == "NUM" or counting or head.lemma in self._words.wholes:
            return not self._is_of_things(head)
        if head.pos == "PRON" or head.ent == "PERSON" or head.lemma in self._people:
            return True
        if head.pos not in {"NOUN", "PROPN"} or head.lemma in self._words.things:
            return False
        return self._cast.mention(head.i) is not None or head.ent == "" or head.tag == "NNS"

    def _is_of_things(self, head: Token) -> bool:
        """Say whether what is counted is named and no people: "dozens of shells"."""
        inner = [self._parsed.tokens[h] for h in self._graph.slots(head.i).get("of", ())] if head.pos != "PRON" else []
        return bool(inner) and not any(self._is_people(t) for t in inner if t.i != head.i)

    def _own_number(self, token: Token) -> Counted | None:
        """Read "nine deaths", "40 injured"; a word alone, or "a death", is no number."""
        count = self._reader.of(token)
        return None if count is None or (count.count.low == count.count.high == 1 and token.tag == "NN") else count

    def _state(self, token: Token) -> Counted | None:
        """Read "left 31 people dead", "31 dead", "12 of them wounded", "shot dead two clerks"."""
        if token.pos not in {"ADJ", "VERB", "NOUN", "ADV"}:
            return None
        above = self._parsed.head(token)
        before = self._parsed.tokens[max(token.i - 1, 0)]
        if before.pos == "NUM" or before.text.lower() in self._words.plurals:
            return self.total([before.i])
        if token.dep == "amod" and above.i > token.i:
            return self.total(self._graph.conjuncts(above.i)) if before.lemma in self._words.leaving else None
        if self._parsed.has(token, "dobj"):
            return None
        for child in self._parsed.children(token, "nsubj", "nsubjpass", "nummod", "npadvmod"):
            if self._is_people(child):
                return self._reader.of(child)
        if above.i < token.i and above.pos not in {"VERB", "AUX"}:
            return self.total(self._sharing(token, above)) if self._is_people(above) else None
        slots: Slots = self._graph.slots(above.i) if above.lemma in self._words.leaving else {}
        heads = slots.get("obj") or (slots.get("subj", []) if above.lemma == "be" else [])
        return self.total([h for h in heads if h < token.i] or heads)

    def _sharing(self, state: Token, head: Token) -> list[int]:
        """Return who is in a state: all that are joined, without those who have one of their own."""
        joined = self._graph.conjuncts(self._first(head).i)
        after = [h for h in joined if h > state.i]
        return [h for h in joined if h not in after]

    def _first(self, token: Token) -> Token:
        """Return the first of the nouns that a noun is joined to."""
        while token.dep == "conj" and self._parsed.head(token).pos in {"NOUN", "PROPN", "NUM"}:
            token = self._parsed.head(token)
        return token

    def _toll_figure(self, token: Token) -> Counted | None:
        """Read "the death toll rose to 45", "a toll of 45", "put the toll at 45"."""
        slots = self._graph.slots(token.i)
        above = self._parsed.head(token)
        around = self._graph.slots(above.i) if above.pos in {"VERB", "AUX"} else {}
        places = [*slots.get("of", ()), *(h for name in ("to", "at", "attr") for h in around.get(name, ()))]
        if above.lemma in {"reach", "hit", "top", "exceed", "pass"}:
            places.extend(around.get("obj", ()))
        numbers = (self._reader.of(self._parsed.tokens[h]) for h in places)
        return next((count for count in numbers if count is not None and count.count.low > 1), None)

    def _lives(self, token: Token) -> Counted | None:
        """Read "claimed 18 lives", "18 people lost their lives"."""
        slots = self._graph.slots(token.i)
        lives = [self._parsed.tokens[h] for h in slots.get("obj", ()) if self._parsed.tokens[h].lemma == "life"]
        if not lives:
            return None
        owners = self._graph.slots(lives[0].i).get("of", ()) or (slots.get("subj", ()) if token.lemma == "lose" else ())
        return self._reader.of(lives[0]) if self._has_number(lives[0]) else self.total(owners)

    def _has_number(self, token: Token) -> bool:
        return self._parsed.has(token, "nummod")
