"""What stands under a preposition, in the slot of its name: "with Chad", "on behalf of Chad", "for Chad to build"."""

from __future__ import annotations

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.misparses import is_guest
from dateline.coding.structure.slots import Slots
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

WORDS = party_words()
# What stands under these is another event; under those, who says it or a cause.
CIRCUMSTANCES, ASIDES = WORDS.set("circumstances"), WORDS.set("asides")


class PrepositionSlots:
    """Fills the slots of prepositions in one story."""

    def __init__(self, parsed: ParsedStory, heads: ArgumentHeads) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._heads = heads

    def add(self, prep: Token, slots: Slots) -> None:
        """Put what a preposition governs into the slot of its name; the agent of a passive acts."""
        name = "subj" if prep.dep == "agent" else prep.text.lower()
        for child in self._parsed.children(prep):
            if child.dep == "pobj":
                slots.setdefault(name, []).extend(self._heads.of(child))
                if prep.dep == "agent":
                    slots.setdefault("by", []).extend(self._heads.of(child))
            elif child.dep == "amod" and name == "as":  # "described it as irresponsible"
                slots.setdefault(name, []).append(child.i)
            elif is_guest(self._parsed, child):
                slots.setdefault(name, []).extend(self._heads.below(child, "dobj"))
            elif child.dep == "pcomp":
                if name not in CIRCUMSTANCES:
                    slots.setdefault("comp", []).extend(self._heads.conjuncts(child.i))
                slots.setdefault(name, []).append(child.i)
            elif (child.dep == "prep" and name not in ASIDES) or (child.dep == "conj" and child.pos == "ADP"):
                # "outside of", "on behalf of", "away from"; "in and around"
                self.add(child, slots)

    def add_adverbial(self, child: Token, slots: Slots) -> None:
        """Read a preposition, or those under an adverb: "walked away from the pact", "sent back to Chad"."""
        if child.dep != "advmod":
            self.add(child, slots)
        elif child.i > child.head:
            for below in self._parsed.children(child, "prep"):
                self.add(below, slots)

    def add_dative(self, child: Token, slots: Slots) -> None:
        """Put to whom something is given where "gave Chad" or "gave to Chad" has it."""
        if child.pos == "ADP":
            for found in self._parsed.children(child, "pobj"):
                slots.setdefault(child.lemma, []).extend(self._heads.of(found))
        else:
            slots.setdefault("iobj", []).extend(self._heads.of(child))

    def add_for_clause(self, child: Token, slots: Slots) -> None:
        """Put the subject of "a loan for India to build ..." where "a loan for India" has it."""
        if child.pos in {"VERB", "AUX"} and any(c.text.lower() == "for" for c in self._parsed.children(child, "mark")):
            for subject in self._parsed.children(child, "nsubj", "nsubjpass"):
                slots.setdefault("for", []).extend(self._heads.of(subject))
