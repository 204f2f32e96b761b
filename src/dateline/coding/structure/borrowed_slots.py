"""What an event noun borrows from the words around it: "Norway held talks with Chile", "at a meeting with Chile"."""

from __future__ import annotations

from dateline.coding.structure.slots import Slots, SlotsOf
from dateline.coding.structure.voices import is_passive
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

WORDS = party_words()
# What is received comes from somebody: "accepted an apology from Togo".
RECEIVING, JUDGED = WORDS.set("receiving"), WORDS.set("judged")
# Under these nobody takes part, but for whoever speaks "before a meeting with" somebody.
NO_PART, AHEAD = WORDS.set("no_part"), WORDS.set("ahead")
OPENING = frozenset({"in", "at", "on", "near", "under", "outside"})
SPANS = WORDS.set("spans")


class BorrowedSlots:
    """Lends nouns of one story what stands around them."""

    def __init__(self, parsed: ParsedStory, slots_of: SlotsOf) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._slots = slots_of

    def lend(self, token: Token, slots: Slots) -> None:
        """Add to a noun's slots what the verb or preposition above it says of its parties."""
        above = self._parsed.head(token)
        head = token
        while head.dep == "conj" and above.pos in {"NOUN", "PROPN"}:
            head, above = above, self._parsed.head(above)
        if head.dep == "attr":
            slots.setdefault("subj", []).extend(self._slots(above.i).get("subj", []))
        elif head.dep in {"dobj", "nsubjpass"} and above.pos in {"VERB", "AUX"}:
            self._lend_from_verb(token, head, above, slots)
        elif head.dep == "pobj":
            self._lend_below_preposition(above, slots)

    def _lend_from_verb(self, token: Token, head: Token, verb: Token, slots: Slots) -> None:
        """Lend an object what stands with its verb; whose it is and from whom it comes beat who acts."""
        around = self._slots(verb.i)
        received = (slots.get("from") or around.get("from", [])) if verb.lemma in RECEIVING else []
        given = received or slots.get("poss", [])
        for slot, heads in around.items():
            # "in Paris, an envoy condemned the raid": what opens the clause tells where, and nothing of its object
            opening = verb.i if slot in OPENING else 0
            others = [h for h in heads if h not in {token.i, head.i} and h >= opening]
            if slot in {"subj", "by"} and (given or verb.lemma in JUDGED):
                if received and slot == "subj":
                    slots["subj"] = list(given)
                    slots.setdefault("to", []).extend(others)
            elif slot not in {"obj", "attr", "comp"} and others:
                slots.setdefault(slot, []).extend(others)

    def _lend_below_preposition(self, prep: Token, slots: Slots) -> None:
        """Lend a noun whoever speaks, arrives or signs "at a meeting with" somebody: he takes part in it."""
        above = self._parsed.head(prep)
        if prep.lemma == "of" and above.dep == "pobj" and above.lemma in SPANS:
            prep, above = self._parsed.head(above), self._parsed.head(self._parsed.head(above))  # "after days of talks"
        ahead = "with" in slots and (prep.lemma in AHEAD or above.lemma == "ahead")
        if "subj" in slots or (prep.lemma in NO_PART and not ahead):
            return
        if ahead and above.lemma == "ahead":
            above = self._parsed.head(above)
        if above.pos in {"VERB", "AUX"}:
            own = self._slots(above.i)
            agents = own.get("obj", []) if is_passive(self._parsed, above) else own.get("subj", [])
            slots.setdefault("subj", []).extend(agents)
