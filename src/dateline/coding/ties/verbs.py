"""Which verb a word's relation hangs on."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.pacts import Pacts
from dateline.coding.ties.words import lexicon
from dateline.model import Token

# Steps from a phrase up to the verb that it belongs to.
MAX_CLIMB = 5
# What a phrase may hang on below the verb that it belongs to: "keep the border open under the treaty".
OVER = frozenset({"dobj", "pobj", "prep", "nsubjpass", "acomp", "oprd", "advmod", "npadvmod", "ccomp", "amod", "attr"})


class TieVerbs:
    """Finds the verbs of one story's relations."""

    def __init__(self, graph: Graph, pacts: Pacts) -> None:
        self._parsed = graph.parsed
        self._pacts = pacts

    def of(self, token: Token) -> Token:
        """Return the verb that a word's relation hangs on: itself, or the one above a noun."""
        above = self._parsed.head(token)
        if token.pos in {"VERB", "AUX"}:
            effort = token.dep in {"xcomp", "ccomp"} and above.lemma in lexicon().words.efforts
            return above if effort and (token.tag in {"VB", "VBG"} or above.lemma == "help") else token
        if token.dep == "pobj" and (above.lemma == "under" or self._pacts.is_ground(above, token)):
            return self.governor(above)
        one = self.one_of(token)
        return self._parsed.head(one if one is not None else token)

    def one_of(self, token: Token) -> Token | None:
        """Return the "one" of "is one of its allies", the "among" of "is among its allies"."""
        above = self._parsed.head(token)
        if token.dep != "pobj":
            return None
        if above.lemma == "among":
            return above
        one = self._parsed.head(above)
        return one if above.lemma == "of" and one.lemma in {"one", "some", "part"} and one.dep == "attr" else None

    def governor(self, prep: Token) -> Token:
        """Return the verb that a phrase belongs to: its own, or that of the object or place that it hangs on."""
        above = self._parsed.head(prep)
        for _ in range(MAX_CLIMB):
            if above.pos in VERBAL_POS or above.dep not in OVER:
                break
            above = self._parsed.head(above)
        return above
