"""Whom and what the passive of a verb names: "Chad was promised aid", "observers were taken hostage"."""

from __future__ import annotations

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.preposition_slots import CIRCUMSTANCES
from dateline.coding.structure.slots import Slots
from dateline.coding.structure.voices import SUBJECTS
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

CAPTIVITY = party_words().set("captivity")


class PassiveSlots:
    """Sorts the slots of passive verbs in one story."""

    def __init__(self, parsed: ParsedStory, heads: ArgumentHeads) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._heads = heads

    def sort(self, token: Token, slots: Slots) -> None:
        """Tell whom from what in the passive of a verb with two objects ("Chad was promised aid"), and its agent."""
        objects = list(self._parsed.children(token, "dobj"))
        things = [h for child in objects if child.lemma not in CAPTIVITY for h in self._heads.of(child)]
        slots["obj"] = self._without_captivity(slots.get("obj", []))
        if any(child.lemma in CAPTIVITY for child in objects):
            self._put_captive(token, slots)
        others = [h for h in slots.get("obj", ()) if h not in things]
        if things and others:
            slots["obj"], slots["iobj"] = things, [*slots.get("iobj", []), *others]
        slots.setdefault("subj", self._agent_astray(token))

    def _without_captivity(self, heads: list[int]) -> list[int]:
        """Leave out the "hostage" of "observers were taken hostage": it says what was done to whoever stands beside."""
        held = [h for h in heads if self._parsed.tokens[h].lemma not in CAPTIVITY]
        return held or heads

    def _put_captive(self, token: Token, slots: Slots) -> None:
        """Put in his place whom the parser takes for the captor: "The nurse taken hostage by rebels is safe"."""
        active = self._heads.below(token, *SUBJECTS)
        if active and slots.get("by"):
            slots["obj"] = active
            slots["subj"] = [h for h in slots.get("subj", ()) if h not in active]

    def _agent_astray(self, token: Token) -> list[int]:
        """Return the agent that the parser hung on a noun before it: "was carried out with impunity by troops"."""
        # "freed after a plea by Oman" names no agent
        below = (p for p in self._parsed.children(token, "prep") if p.lemma not in CIRCUMSTANCES)
        nouns = [n for prep in below for n in self._parsed.children(prep, "pobj")]
        agents = [p for n in nouns for p in self._parsed.children(n, "prep") if p.lemma == "by"]
        return [h for p in agents for h in self._heads.below(p, "pobj")]
