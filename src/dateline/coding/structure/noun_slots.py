"""The arguments of an event noun, an adjective or another word that is no verb, by slot."""

from __future__ import annotations

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.borrowed_slots import BorrowedSlots
from dateline.coding.structure.misparses import is_opposed, phrases_beyond, voices_beyond
from dateline.coding.structure.preposition_slots import PrepositionSlots
from dateline.coding.structure.slots import Slots, SlotsOf, filled
from dateline.coding.structure.voices import SUBJECTS, has_subject, is_infinitive
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

WORDS = party_words()
# What a participle lends to its noun.
LENT, CONVENING, VOICING = WORDS.set("lent"), WORDS.set("convening"), WORDS.set("voicing")


class NounSlots:
    """Reads the arguments of nouns and adjectives in one story."""

    def __init__(
        self, parsed: ParsedStory, heads: ArgumentHeads, prepositions: PrepositionSlots, slots_of: SlotsOf
    ) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._heads = heads
        self._prepositions = prepositions
        self._slots = slots_of
        self._borrowed = BorrowedSlots(parsed, slots_of)

    def of(self, token: Token) -> Slots:
        """Return the argument heads of a noun or adjective by slot."""
        slots: Slots = {}
        for child in self._parsed.children(token):
            self._add(child, slots)
        if token.pos in {"NOUN", "PROPN"}:
            self._borrowed.lend(token, slots)
        else:
            self._add_described(token, slots)
        if "by" in slots:
            slots["subj"] = slots["by"] + slots.get("subj", [])
        return filled(slots)

    def _add(self, child: Token, slots: Slots) -> None:
        self._prepositions.add_for_clause(child, slots)
        if child.dep == "poss":
            self._add_owner(child, slots)
        elif child.dep in {"amod", "compound", "nmod"}:
            self._add_modifier(child, slots)
        elif child.dep in {"prep", "agent"}:
            self._prepositions.add(child, slots)
            for astray in (*voices_beyond(self._parsed, child, VOICING), *phrases_beyond(self._parsed, child)):
                self._prepositions.add(astray, slots)
        elif child.dep == "acl" and child.tag == "VBN":
            self._add_lent(child, slots)
        elif child.dep in {"xcomp", "ccomp"} or self._is_aim(child):
            slots.setdefault("comp", []).extend(self._heads.conjuncts(child.i))

    def _add_owner(self, child: Token, slots: Slots) -> None:
        """Put in whose something is: of "last week's Syrian attack", nobody's."""
        if child.ent not in {"DATE", "TIME"}:
            slots.setdefault("poss", []).extend(self._heads.of(child))
            slots.setdefault("subj", []).extend(self._heads.of(child))

    def _add_modifier(self, child: Token, slots: Slots) -> None:
        """Put in what describes a noun, and who leads it: "a Saudi-led strike"."""
        name = "against" if is_opposed(self._parsed, child) else "mod"
        slots.setdefault(name, []).extend(self._heads.conjuncts(child.i))
        if child.lemma in {"lead", "led"}:
            slots.setdefault("subj", []).extend(c.i for c in self._parsed.children(child, "npadvmod", "compound"))

    def _is_aim(self, child: Token) -> bool:
        """Say whether an infinitive completes a noun: "an offer to send troops"."""
        bare = child.dep in {"acl", "relcl"} and is_infinitive(self._parsed, child)
        return bare and not has_subject(self._parsed, child)

    def _add_lent(self, participle: Token, slots: Slots) -> None:
        """Lend a noun what stands with its participle: "the curfew imposed in Sudan", "criticism voiced by Iraq"."""
        lent: Slots = {}
        for child in self._parsed.children(participle, "prep", "agent"):
            self._prepositions.add(child, lent)
        if participle.lemma in VOICING:
            slots.setdefault("by", []).extend(lent.get("by", []))
        where = {"in"} if participle.lemma in CONVENING else set()  # "talks held in Quito" are not with Ecuador
        for name in LENT.intersection(lent) - where:
            slots.setdefault(name, []).extend(lent[name])

    def _add_described(self, token: Token, slots: Slots) -> None:
        """Put in whom an adjective or preposition is said of, with what stands with its verb."""
        above = self._parsed.head(token)
        said = token.dep in {"acomp", "attr", "oprd"} or is_predicate(self._parsed, token)
        if said or (token.dep == "conj" and above.dep in {"acomp", "attr", "oprd"}):
            verb = above if token.dep != "conj" else self._parsed.head(above)
            for slot, heads in self._slots(verb.i).items():
                if slot not in {"attr", "comp"}:
                    slots.setdefault(slot, []).extend(heads)
        elif token.dep == "amod" and above.pos in {"NOUN", "PROPN"}:
            # headline style: "Norway ready to help Chile"
            slots.setdefault("subj", []).extend(self._heads.conjuncts(above.i))
        for child in self._parsed.children(token, *SUBJECTS):
            slots.setdefault("subj", []).extend(self._heads.of(child))


def is_predicate(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a preposition says what something is: "is out of the question", "remains off the table"."""
    return token.dep == "prep" and token.pos == "ADP" and parsed.head(token).lemma in {"be", "remain", "stay"}
