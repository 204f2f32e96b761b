"""The arguments of a verb by slot, with passives, relative clauses and unsaid subjects undone."""

from __future__ import annotations

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.controllers import PAPERS, Controllers
from dateline.coding.structure.misparses import (
    answered,
    first_of_both,
    given_term,
    is_misread,
    noun_root,
    paper_above,
    quantified,
    shared_objects,
    sufferers,
)
from dateline.coding.structure.namings import namings
from dateline.coding.structure.passive_slots import PassiveSlots
from dateline.coding.structure.preposition_slots import PrepositionSlots
from dateline.coding.structure.slots import Slots, SlotsOf, distinct, filled
from dateline.coding.structure.verb_dependents import VerbDependents
from dateline.coding.structure.voices import has_subject, is_gapped, is_passive
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

WORDS = party_words()
# Whoever calls somebody to do these does it to whom he calls.
PHONING, OFFERED = WORDS.set("phoning"), WORDS.set("offered")


class VerbSlots:
    """Reads the arguments of verbs in one story."""

    def __init__(
        self, parsed: ParsedStory, heads: ArgumentHeads, prepositions: PrepositionSlots, slots_of: SlotsOf
    ) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._heads = heads
        self._prepositions = prepositions
        self._slots = slots_of
        self._controllers = Controllers(parsed, heads, slots_of)
        self._dependents = VerbDependents(parsed, heads, prepositions)
        self._passives = PassiveSlots(parsed, heads)

    def of(self, token: Token) -> Slots:
        """Return the argument heads of a verb by slot."""
        if is_misread(self._parsed, token):
            return self._misread(token)
        slots: Slots = {}
        passive = is_passive(self._parsed, token)
        for child in self._parsed.children(token):
            self._dependents.add(child, slots)
        self._add_unsaid(token, slots, passive=passive)
        if token.dep == "relcl":
            self._fill_gap(token, slots)
        for named, word in namings(self._parsed, token):
            slots["obj"] = self._heads.of(named)
            slots.setdefault("attr", []).extend(self._heads.conjuncts(word.i))
        self._add_addressee(token, slots)
        self._add_span_given(token, slots)
        self._add_sufferers(token, slots)
        self._place_called(token, slots)
        if passive:
            self._passives.sort(token, slots)
        elif "obj" not in slots:
            slots["obj"] = self._object_astray(token)
        return filled(slots)

    def _misread(self, token: Token) -> Slots:
        """Return the arguments of a verb that was taken for an attribute: root, described noun, phrases after it."""
        root = noun_root(self._parsed, token)
        assert root is not None
        described = self._parsed.head(token)
        while described.dep in {"compound", "nmod", "amod"} and described.head > token.i:
            described = self._parsed.head(described)
        slots: Slots = {"subj": self._heads.conjuncts(root.i), "obj": self._heads.conjuncts(described.i)}
        for child in self._parsed.children(root, "prep"):
            if child.i > token.i:
                self._prepositions.add(child, slots)
        return {slot: distinct(heads) for slot, heads in slots.items()}

    def _add_unsaid(self, token: Token, slots: Slots, *, passive: bool) -> None:
        """Put in who acts or suffers where the clause does not say; "two were hurt and forty arrested" says whom."""
        if is_gapped(self._parsed, token) and (own := slots.pop("subj", [])):
            counted = self._parsed.tokens[own[0]].pos == "NUM"
            slots["obj"] = self._slots(token.head).get("obj", own) if counted else own
        outside = None if has_subject(self._parsed, token) else self._controllers.of(token)
        if outside is not None:
            slots.setdefault("obj" if passive else "subj", []).extend(outside)

    def _fill_gap(self, token: Token, slots: Slots) -> None:
        """Put the antecedent into the gap of "the attack which Norway condemned"; "Chad, where troops are" has none."""
        antecedent = answered(self._parsed, token)
        timed = any(c.tag == "WRB" for c in self._parsed.children(token, "advmod"))  # "in 1974, when troops invaded"
        if timed or any(antecedent.i in heads for heads in slots.values()):
            return
        if "subj" in slots and "obj" not in slots:
            slots["obj"] = [*self._heads.conjuncts(antecedent.i), *paper_above(self._parsed, antecedent)]
        elif "subj" not in slots:
            slots["subj"] = self._heads.conjuncts(first_of_both(self._parsed, antecedent, token))

    def _add_addressee(self, token: Token, slots: Slots) -> None:
        """Put in to whom a paper goes that says something: "a letter to Warsaw threatening", "sent Warsaw a letter"."""
        says = token.dep == "acl" and token.tag == "VBG" and self._parsed.head(token).lemma in PAPERS
        if says and "to" not in slots:
            paper = self._slots(token.head)
            slots["to"] = list(paper.get("to") or paper.get("iobj", []))

    def _add_span_given(self, token: Token, slots: Slots) -> None:
        """Put in what the parser takes for a time: "gave the troops three weeks"."""
        if "iobj" in slots and "obj" not in slots:
            after = (c for c in self._parsed.children(token, "npadvmod") if c.i > token.i)
            slots["obj"] = [h for c in after for h in self._heads.of(c)]

    def _add_sufferers(self, token: Token, slots: Slots) -> None:
        """Put in its place whom the parser hung on a participle: "flew 16 wounded soldiers to Oman"."""
        for participle in sufferers(self._parsed, token):
            slots["obj"] = self._heads.below(participle, "dobj")
            for prep in self._parsed.children(participle, "prep"):
                self._prepositions.add(prep, slots)

    def _place_called(self, token: Token, slots: Slots) -> None:
        """Put in their places whom somebody calls or gives a term, and what he calls them to do."""
        if token.lemma in OFFERED and token.dep in {"xcomp", "advcl"} and self._parsed.head(token).lemma in PHONING:
            slots.setdefault("to", self._slots(token.head).get("obj", []))  # "telephoned him to offer help"
        if "comp" not in slots and self._controllers.whom_called(token, slots):
            slots["comp"] = slots.pop("purpose", [])  # "called on Togo to resign", taken for what Togo is called for
        term = given_term(self._parsed, token) if token.lemma == "give" and slots.get("purpose") else None
        if term is not None:
            slots["iobj"], slots["obj"] = slots.get("obj", []), self._heads.of(term)  # "gave the rulers three days"

    def _object_astray(self, token: Token) -> list[int]:
        """Return the object that the parser hung on its count or on the verb joined: "armed and funded the army"."""
        counted = quantified(self._parsed, token)
        found = (counted,) if counted is not None else shared_objects(self._parsed, token)
        return [h for c in found for h in self._heads.of(c)]
