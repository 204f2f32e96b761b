"""Who acts where a clause does not say: whoever the verb or noun above makes its doer."""

from __future__ import annotations

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.misparses import verb_shared
from dateline.coding.structure.slots import Slots, SlotsOf
from dateline.coding.structure.voices import is_infinitive, is_passive
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

WORDS = party_words()
# "Norway urged Chile to sign": the object is who signs; "accused the army of shelling": the object does it.
OBJECT_CONTROL, OBJECT_BLAME = WORDS.set("object_control"), WORDS.set("object_blame")
BLAMING, HARMING = WORDS.set("blaming"), WORDS.set("tolls")
# Whoever issues a paper says what it says.
PAPERS = WORDS.set("papers")
CALLING = {"call": ("on", "upon", "for"), "appeal": ("to", "for"), "plead": ("with",)}
WHENS = frozenset({"DATE", "TIME"})
MAX_DEPTH = 6


class Controllers:
    """Finds the unsaid doers in one story."""

    def __init__(self, parsed: ParsedStory, heads: ArgumentHeads, slots_of: SlotsOf) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        self._heads = heads
        self._slots = slots_of

    def of(self, token: Token, *, depth: int = 0) -> list[int] | None:
        """Return who does what a verb without subject names, as what stands above it says; None where nothing does.

        Args:
            token: The verb, or what stands above it.
            depth: How many steps it lies above the verb.
        """
        if depth > MAX_DEPTH or token.head == token.i:
            return None
        above = verb_shared(self._parsed, token) or self._parsed.head(token)
        if token.dep == "acl" and not is_infinitive(self._parsed, token):
            return self._described(token, above)
        if token.dep in {"acl", "relcl"}:
            return self._noun_owner(above)
        if self._is_asked(token, above):
            return self._asked(above)
        if token.dep == "pcomp":
            prep, above = above, self._parsed.head(above)
            if blamed := self._blamed(prep, above):
                return blamed
        if above.pos in {"VERB", "AUX"}:
            return self._doer_above(token, above, depth=depth)
        if above.dep in {"acomp", "attr", "oprd"}:
            return self._slots(above.head).get("subj")
        if above.pos in {"NOUN", "PROPN"}:
            return self._noun_owner(above)
        return self.of(above, depth=depth + 1)

    def whom_called(self, verb: Token, slots: Slots) -> list[int]:
        """Return whom somebody calls on or pleads with: nobody in "called him on Sunday to congratulate"."""
        asked = (slots.get(p, []) for p in CALLING.get(verb.lemma, ()) if p != "for")
        tokens = self._parsed.tokens
        return next(([h for h in heads if tokens[h].ent not in WHENS] for heads in asked if heads), [])

    def _described(self, token: Token, noun: Token) -> list[int]:
        """Return whom a participle describes; a paper's is done by whoever issues it."""
        paper = token.tag == "VBG" and noun.lemma in PAPERS  # "a court issued an order barring ..."
        return (self._slots(noun.i).get("subj") if paper else None) or self._heads.conjuncts(noun.i)

    def _noun_owner(self, noun: Token) -> list[int] | None:
        """Return who a noun's infinitive is about: "Norway's promise to send ...", "made an offer to send"."""
        slots = self._slots(noun.i)
        return slots.get("subj") or slots.get("poss")

    def _is_asked(self, token: Token, above: Token) -> bool:
        """Say whether a verb is what somebody is urged or called to do."""
        called_to = token.dep == "advcl" and is_infinitive(self._parsed, token) and above.lemma in CALLING
        return (token.dep == "xcomp" and (above.lemma in OBJECT_CONTROL or above.lemma in CALLING)) or called_to

    def _asked(self, verb: Token) -> list[int] | None:
        """Return whom a verb urges or calls to do something, else who urges."""
        slots = self._slots(verb.i)
        others = (slots[p] for p in ("for", "obj") if p in slots and p in CALLING.get(verb.lemma, ("obj",)))
        return self.whom_called(verb, slots) or next(others, []) or slots.get("subj")

    def _blamed(self, prep: Token, above: Token) -> list[int] | None:
        """Return whom a verb or its noun blames for what stands under a preposition: "accused the army of shelling"."""
        if prep.lemma not in BLAMING:
            return None
        if above.lemma in OBJECT_BLAME and (blamed := self._slots(above.i).get("obj")):
            return blamed
        under = above.dep == "dobj" and self._parsed.head(above).lemma in OBJECT_BLAME
        return self._heads.conjuncts(above.i) if under else None

    def _doer_above(self, token: Token, verb: Token, *, depth: int) -> list[int] | None:
        """Return who goes on doing: the subject of the verb above, or whom its passive is about."""
        slots = self._slots(verb.i)
        passive = is_passive(self._parsed, verb)
        if passive and token.dep == "advcl" and token.tag == "VBG" and token.lemma in HARMING:
            return slots.get("subj")
        suffered = slots.get("iobj") or slots.get("obj")  # "two were taken off a bus and are held"
        found = suffered if passive else slots.get("subj")
        return found or slots.get("subj") or self.of(verb, depth=depth + 1)
