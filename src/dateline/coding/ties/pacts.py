"""Whether a pact is an old one, by which things are done, or one that the report tells to be made now."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import RECENT_DAYS, Bounds
from dateline.coding.ties.words import lexicon
from dateline.model import Token

# What is done with a pact on the day on which it is made.
SIGNING = frozenset({"sign", "initial", "conclude", "ratify", "approve", "seal", "strike", "reach", "ink", "endorse"})


class Pacts:
    """Tells old pacts from new ones in one story."""

    def __init__(self, graph: Graph, bounds: Bounds) -> None:
        self._parsed = graph.parsed
        self._bounds = bounds

    def is_old(self, noun: Token) -> bool:
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

    def binds_anew(self, verb: Token) -> bool:
        """Say whether what binds was made within a month: "a pact signed on Monday obliges both"."""
        made = [t for c in self._parsed.children(verb, "nsubj", "nsubjpass") if (t := self._bounds.made(c)) is not None]
        return any(not self._bounds.is_old(t, days=RECENT_DAYS) for t in made)

    def is_ground(self, prep: Token, pact: Token) -> bool:
        """Say whether something is done by an old pact: "by a treaty of 1950 Nepalis may work in India"."""
        named = pact.lemma.lower() in lexicon().sets["pacts"]
        return named and prep.lemma == "by" and prep.dep in {"prep", "agent"} and self.is_old(pact)
