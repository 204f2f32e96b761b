"""Which slot a dependent of a verb fills, by how the parser hung it there."""

from __future__ import annotations

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.misparses import (
    felled,
    is_asked,
    is_first_of_list,
    is_second_name,
    is_sentence_before,
    is_told_beside,
    loose_infinitives,
)
from dateline.coding.structure.preposition_slots import PrepositionSlots
from dateline.coding.structure.slots import Slots
from dateline.coding.structure.voices import PASSIVE_SUBJECTS, SUBJECTS, is_infinitive
from dateline.model import ParsedStory, Token


class VerbDependents:
    """Puts the dependents of verbs of one story into slots."""

    def __init__(self, parsed: ParsedStory, heads: ArgumentHeads, prepositions: PrepositionSlots) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._heads = heads
        self._prepositions = prepositions

    def add(self, child: Token, slots: Slots) -> None:
        """Put a dependent of a verb where it belongs."""
        self._prepositions.add_for_clause(child, slots)
        self._add_unless_clause(child, slots)
        if child.dep in SUBJECTS and is_second_name(self._parsed, child):
            return
        if child.dep in SUBJECTS or is_first_of_list(self._parsed, child):
            slots.setdefault("subj", []).extend([*self._heads.of(child), *self._heads.company(child)])
        elif child.dep in PASSIVE_SUBJECTS or child.dep == "dobj":
            slots.setdefault("obj", []).extend(self._heads.of(child))
            slots.setdefault("attr", []).extend(felled(self._parsed, child))
        elif child.dep == "prt":
            for below in self._parsed.children(child, "pobj"):  # "sealed off the town", with the town hung on "off"
                slots.setdefault("obj", []).extend(self._heads.of(below))
        elif child.dep in {"attr", "acomp", "oprd"}:
            self._add_predicative(child, slots)
        elif child.dep in {"neg", "aux"}:
            slots.setdefault(child.dep, []).append(child.i)
        elif child.dep == "dative":
            self._prepositions.add_dative(child, slots)
        elif child.dep in {"prep", "agent", "advmod"}:
            self._prepositions.add_adverbial(child, slots)
        else:
            self._add_clause(child, slots)

    def _add_unless_clause(self, child: Token, slots: Slots) -> None:
        """Keep what a threat hangs on: "will walk out unless they are paid"."""
        if child.dep == "advcl" and any(c.text.lower() == "unless" for c in self._parsed.children(child, "mark")):
            slots.setdefault("unless", []).append(child.i)

    def _add_predicative(self, child: Token, slots: Slots) -> None:
        slots.setdefault("attr", []).extend(self._heads.conjuncts(child.i))
        if judged := self._judged(child):
            slots.setdefault("obj", []).extend(judged)

    def _judged(self, child: Token) -> list[int]:
        """Return what the parser hung on a judgement of it: "dismissed as absurd a demand to leave"."""
        if not any(c.lemma == "as" for c in self._parsed.children(child, "advmod", "prep")):
            return []
        return self._heads.below(child, "dobj")

    def _add_clause(self, child: Token, slots: Slots) -> None:
        """Put a clause that completes a verb, or says what its deed is for."""
        if child.dep in {"xcomp", "ccomp"} and not is_sentence_before(self._parsed, child):
            self._add_complement(child, slots)
        elif child.dep == "advcl" and is_infinitive(self._parsed, child):
            name = "comp" if is_asked(self._parsed, child) else "purpose"
            slots.setdefault(name, []).extend(self._heads.conjuncts(child.i))

    def _add_complement(self, child: Token, slots: Slots) -> None:
        """Put a clause where it completes a verb, unless it stands apart: "he asked for a pardon; they insist"."""
        tokens = self._parsed.tokens
        if all(t.text != ";" for t in tokens[child.i : child.head]):
            loose = loose_infinitives(self._parsed, child)
            heads = (h for c in (child, *loose) for h in self._heads.conjuncts(c.i))
            below = [h for h in heads if not is_told_beside(self._parsed, child, tokens[h])]
            slots.setdefault("comp", []).extend(below)
