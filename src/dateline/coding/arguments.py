"""Predicate-argument structure over dependencies, with syntax undone.

`Graph.slots(token)` gives, for a verb, event noun or adjective, the heads of its arguments by slot as the frame lexicon
names them: `subj` (who acts), `obj` (who or what is acted upon), `iobj`, `attr`, `comp`, `poss`, `mod`, and every
preposition by name. Passives, relative clauses, control, coordination, participles and light verbs are undone here, so
that frames can be written for the active meaning alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.misparses import (
    answered,
    felled,
    first_of_both,
    given_term,
    is_asked,
    is_first_of_list,
    is_guest,
    is_misread,
    is_mutual,
    is_opposed,
    is_second_name,
    is_sentence_before,
    is_told_beside,
    late_member,
    loose_infinitives,
    noun_root,
    paper_above,
    phrases_beyond,
    quantified,
    shared_objects,
    sufferers,
    verb_shared,
    voices_beyond,
)
from dateline.coding.namings import namings
from dateline.coding.voices import PASSIVE_SUBJECTS, SUBJECTS, has_subject, is_gapped, is_infinitive, is_passive
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Token

Slots = dict[str, list[int]]
RELATIVES = frozenset({"who", "which", "that", "whom"})
WORDS = party_words()
# "Norway urged Chile to sign": the object is who signs; "accused the army of shelling": the object does it.
OBJECT_CONTROL, OBJECT_BLAME = WORDS.set("object_control"), WORDS.set("object_blame")
BLAMING = WORDS.set("blaming")
# Whoever issues a paper says what it says; what is received comes from somebody: "accepted an apology from Togo".
PAPERS, RECEIVING, JUDGED = map(WORDS.set, ("papers", "receiving", "judged"))
# What stands under these is another event; under those, who says it or a cause.
CIRCUMSTANCES, ASIDES = WORDS.set("circumstances"), WORDS.set("asides")
# Under these nobody takes part, but for whoever speaks "before a meeting with" somebody.
NO_PART, AHEAD = WORDS.set("no_part"), WORDS.set("ahead")
WHENS = frozenset({"DATE", "TIME"})
CALLING = {"call": ("on", "upon", "for"), "appeal": ("to", "for"), "plead": ("with",)}
# Whoever calls somebody to do these does it to whom he calls.
PHONING, OFFERED = WORDS.set("phoning"), WORDS.set("offered")
# "Ghana, along with Togo", "together with Togo".
COMPANY = frozenset({"along", "together", "alongside"})
OPENING = frozenset({"in", "at", "on", "near", "under", "outside"})
MAX_DEPTH = 6
# What a participle lends to its noun.
LENT, CONVENING, VOICING = WORDS.set("lent"), WORDS.set("convening"), WORDS.set("voicing")
CAPTIVITY, SPANS, HARMING = WORDS.set("captivity"), WORDS.set("spans"), WORDS.set("tolls")


class Graph:
    """Arguments of the predicates of one story, computed once for each token."""

    def __init__(self, parsed: ParsedStory) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self._slots: dict[int, Slots] = {}
        self._busy: set[int] = set()
        # Asked for again and again, by frames, ties and dates alike.
        self._clauses: dict[int, tuple[Token, ...]] = {}
        self._joined: dict[int, tuple[int, ...]] = {}

    def slots(self, i: int) -> Slots:
        """Return the argument heads of the predicate at token `i`, by slot."""
        found = self._slots.get(i)
        if found is None:
            if i in self._busy:
                return {}
            self._busy.add(i)
            token = self.tokens[i]
            found = self._verb(token) if token.pos in {"VERB", "AUX"} else self._noun(token)
            self._busy.discard(i)
            self._slots[i] = found
        return found

    def conjuncts(self, i: int) -> list[int]:
        """Return token `i` and everything coordinated below it."""
        known = self._joined.get(i)
        if known is None:
            known = self._joined[i] = tuple(self._coordinated(i))
        return list(known)

    def _coordinated(self, i: int) -> list[int]:
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(child.i for child in self.parsed.children(self.tokens[j], "conj"))
        late = late_member(self.parsed, self.tokens[max(found)]) if len(found) > 1 else None
        return sorted([*found, late.i] if late is not None else found)

    def passive(self, token: Token) -> bool:
        """Say whether a verb stands in the passive: with its auxiliary, or as a bare participle."""
        return is_passive(self.parsed, token)

    def own(self, token: Token) -> list[Token]:
        """Return a verb's dependents that belong to its own clause, particles and adverbs included."""
        return [child for child in self.parsed.children(token) if child.dep not in {"conj", "cc", "punct"}]

    def misread(self, token: Token) -> bool:
        """Say whether the parser took a sentence's verb for an attribute ("A court on Tuesday freed Pastor Ncube")."""
        return is_misread(self.parsed, token)

    def _misread_verb(self, token: Token) -> Slots:
        """Return the arguments of a verb that was taken for an attribute: root, described noun, phrases after it."""
        root = noun_root(self.parsed, token)
        assert root is not None
        described = self.parsed.head(token)
        while described.dep in {"compound", "nmod", "amod"} and described.head > token.i:
            described = self.parsed.head(described)
        slots: Slots = {"subj": self.conjuncts(root.i), "obj": self.conjuncts(described.i)}
        for child in self.parsed.children(root, "prep"):
            if child.i > token.i:
                self._preposition(child, slots)
        return {slot: _unique(heads) for slot, heads in slots.items()}

    def _verb(self, token: Token) -> Slots:
        if self.misread(token):
            return self._misread_verb(token)
        slots: Slots = {}
        passive = self.passive(token)
        for child in self.parsed.children(token):
            self._verb_child(child, slots)
        if is_gapped(self.parsed, token) and (own := slots.pop("subj", [])):
            slots["obj"] = self.slots(token.head).get("obj", own) if self.tokens[own[0]].pos == "NUM" else own
        outside = None if has_subject(self.parsed, token) else self._outside(token, depth=0)
        if outside is not None:
            slots.setdefault("obj" if passive else "subj", []).extend(outside)
        if token.dep == "relcl":
            self._fill_gap(token, slots)
        for named, word in namings(self.parsed, token):
            slots["obj"] = self._heads(named)
            slots.setdefault("attr", []).extend(self.conjuncts(word.i))
        if token.dep == "acl" and token.tag == "VBG" and self.parsed.head(token).lemma in PAPERS and "to" not in slots:
            paper = self.slots(token.head)  # "a letter to Warsaw threatening to cut it off", "sent Warsaw a letter"
            slots["to"] = list(paper.get("to") or paper.get("iobj", []))
        if "iobj" in slots and "obj" not in slots:  # "gave the troops three weeks": the parser takes it for a time
            slots["obj"] = [h for c in self.parsed.children(token, "npadvmod") if c.i > token.i for h in self._heads(c)]
        self._suffering(token, slots)
        self._addressed(token, slots)
        if passive:
            self._given(token, slots)
            slots.setdefault("subj", self._agent_astray(token))
        elif "obj" not in slots:
            counted = quantified(self.parsed, token)
            found = (counted,) if counted is not None else shared_objects(self.parsed, token)
            slots["obj"] = [h for c in found for h in self._heads(c)]
        return {slot: _unique(heads) for slot, heads in slots.items() if heads}

    def _addressed(self, token: Token, slots: Slots) -> None:
        """Put in their places whom somebody calls or gives a term, and what he calls them to do."""
        if token.lemma in OFFERED and token.dep in {"xcomp", "advcl"} and self.parsed.head(token).lemma in PHONING:
            slots.setdefault("to", self.slots(token.head).get("obj", []))  # "telephoned him to offer help"
        if "comp" not in slots and self._whom_called(token, slots):
            slots["comp"] = slots.pop("purpose", [])  # "called on Togo to resign", taken for what Togo is called for
        term = given_term(self.parsed, token) if token.lemma == "give" and slots.get("purpose") else None
        if term is not None:
            slots["iobj"], slots["obj"] = slots.get("obj", []), self._heads(term)  # "gave the rulers three days to go"

    def _whom_called(self, verb: Token, slots: Slots) -> list[int]:
        """Return whom somebody calls on or pleads with: nobody in "called him on Sunday to congratulate"."""
        asked = (slots.get(p, []) for p in CALLING.get(verb.lemma, ()) if p != "for")
        return next(([h for h in heads if self.tokens[h].ent not in WHENS] for heads in asked if heads), [])

    def _suffering(self, token: Token, slots: Slots) -> None:
        """Put in its place whom the parser hung on a participle: "flew 16 wounded soldiers to Oman"."""
        for participle in sufferers(self.parsed, token):
            slots["obj"] = [h for c in self.parsed.children(participle, "dobj") for h in self._heads(c)]
            for prep in self.parsed.children(participle, "prep"):
                self._preposition(prep, slots)

    def _given(self, token: Token, slots: Slots) -> None:
        """Tell whom from what in the passive of a verb with two objects: "Chad was promised aid"."""
        objects = (c for c in self.parsed.children(token, "dobj") if c.lemma not in CAPTIVITY)
        things = [h for child in objects for h in self._heads(child)]
        slots["obj"] = self._without_captivity(slots.get("obj", []))
        held = any(c.lemma in CAPTIVITY for c in self.parsed.children(token, "dobj"))
        active = [h for c in self.parsed.children(token, *SUBJECTS) for h in self._heads(c)]
        if held and active and slots.get("by"):  # "The nurse taken hostage by rebels is safe", read as a tale
            slots["obj"] = active
            slots["subj"] = [h for h in slots.get("subj", ()) if h not in active]
        others = [h for h in slots.get("obj", ()) if h not in things]
        if things and others:
            slots["obj"], slots["iobj"] = things, [*slots.get("iobj", []), *others]

    def _without_captivity(self, heads: list[int]) -> list[int]:
        """Leave out the "hostage" of "observers were taken hostage": it says what was done to whoever stands beside."""
        held = [h for h in heads if self.tokens[h].lemma not in CAPTIVITY]
        return held or heads

    def _agent_astray(self, token: Token) -> list[int]:
        """Return the agent that the parser hung on a noun before it: "was carried out with impunity by troops"."""
        # "freed after a plea by Oman" names no agent
        below = (p for p in self.parsed.children(token, "prep") if p.lemma not in CIRCUMSTANCES)
        nouns = [n for prep in below for n in self.parsed.children(prep, "pobj")]
        agents = [p for n in nouns for p in self.parsed.children(n, "prep") if p.lemma == "by"]
        return [h for p in agents for n in self.parsed.children(p, "pobj") for h in self._heads(n)]

    def _for_clause(self, child: Token, slots: Slots) -> None:
        """Put the subject of "a loan for India to build ..." where "a loan for India" has it."""
        if child.pos in {"VERB", "AUX"} and any(c.text.lower() == "for" for c in self.parsed.children(child, "mark")):
            for subject in self.parsed.children(child, "nsubj", "nsubjpass"):
                slots.setdefault("for", []).extend(self._heads(subject))

    def _unless_clause(self, child: Token, slots: Slots) -> None:
        """Keep what a threat hangs on: "will walk out unless they are paid"."""
        if child.dep == "advcl" and any(c.text.lower() == "unless" for c in self.parsed.children(child, "mark")):
            slots.setdefault("unless", []).append(child.i)

    def _verb_child(self, child: Token, slots: Slots) -> None:
        self._for_clause(child, slots)
        self._unless_clause(child, slots)
        if child.dep in SUBJECTS and is_second_name(self.parsed, child):
            return
        if child.dep in SUBJECTS or is_first_of_list(self.parsed, child):
            slots.setdefault("subj", []).extend([*self._heads(child), *self._company(child)])
        elif child.dep in PASSIVE_SUBJECTS or child.dep == "dobj":
            slots.setdefault("obj", []).extend(self._heads(child))
            slots.setdefault("attr", []).extend(felled(self.parsed, child))
        elif child.dep == "prt":
            for below in self.parsed.children(child, "pobj"):  # "sealed off the town", with the town hung on "off"
                slots.setdefault("obj", []).extend(self._heads(below))
        elif child.dep == "dative":
            self._dative(child, slots)
        elif child.dep in {"attr", "acomp", "oprd"}:
            self._predicative(child, slots)
        elif child.dep in {"xcomp", "ccomp"} and not is_sentence_before(self.parsed, child):
            self._complement(child, slots)
        elif child.dep == "advcl" and is_infinitive(self.parsed, child):
            slots.setdefault("comp" if is_asked(self.parsed, child) else "purpose", []).extend(self.conjuncts(child.i))
        elif child.dep in {"neg", "aux"}:
            slots.setdefault(child.dep, []).append(child.i)
        elif child.dep in {"prep", "agent", "advmod"}:
            self._prepositions(child, slots)

    def _complement(self, child: Token, slots: Slots) -> None:
        """Put a clause where it completes a verb, unless it stands apart: "he asked for a pardon; they insist"."""
        if all(t.text != ";" for t in self.tokens[child.i : child.head]):
            loose = loose_infinitives(self.parsed, child)
            heads = (h for c in (child, *loose) for h in self.conjuncts(c.i))
            below = [h for h in heads if not is_told_beside(self.parsed, child, self.tokens[h])]
            slots.setdefault("comp", []).extend(below)

    def _prepositions(self, child: Token, slots: Slots) -> None:
        """Read a preposition, or those under an adverb: "walked away from the pact", "sent back to Chad"."""
        if child.dep != "advmod":
            self._preposition(child, slots)
        elif child.i > child.head:
            for below in self.parsed.children(child, "prep"):
                self._preposition(below, slots)

    def _predicative(self, child: Token, slots: Slots) -> None:
        slots.setdefault("attr", []).extend(self.conjuncts(child.i))
        if judged := self._judged(child):
            slots.setdefault("obj", []).extend(judged)

    def _dative(self, child: Token, slots: Slots) -> None:
        preposition = child.pos == "ADP"
        for found in self.parsed.children(child, "pobj") if preposition else [child]:
            slots.setdefault(child.lemma if preposition else "iobj", []).extend(self._heads(found))

    def _judged(self, child: Token) -> list[int]:
        """Return what the parser hung on a judgement of it: "dismissed as absurd a demand to leave"."""
        if not any(c.lemma == "as" for c in self.parsed.children(child, "advmod", "prep")):
            return []
        return [h for below in self.parsed.children(child, "dobj") for h in self._heads(below)]

    def _preposition(self, prep: Token, slots: Slots) -> None:
        name = "subj" if prep.dep == "agent" else prep.text.lower()
        for child in self.parsed.children(prep):
            if child.dep == "pobj":
                slots.setdefault(name, []).extend(self._heads(child))
                if prep.dep == "agent":
                    slots.setdefault("by", []).extend(self._heads(child))
            elif child.dep == "amod" and name == "as":  # "described it as irresponsible"
                slots.setdefault(name, []).append(child.i)
            elif is_guest(self.parsed, child):
                slots.setdefault(name, []).extend(
                    h for c in self.parsed.children(child, "dobj") for h in self._heads(c)
                )
            elif child.dep == "pcomp":
                if name not in CIRCUMSTANCES:
                    slots.setdefault("comp", []).extend(self.conjuncts(child.i))
                slots.setdefault(name, []).append(child.i)
            elif (child.dep == "prep" and name not in ASIDES) or (child.dep == "conj" and child.pos == "ADP"):
                # "outside of", "on behalf of", "away from"; "in and around"
                self._preposition(child, slots)

    def _heads(self, token: Token) -> list[int]:
        if is_mutual(self.parsed, token):
            return self._mutual(token)
        if (token.lemma in RELATIVES and token.tag != "DT") or token.tag in {"WP", "WDT"}:  # "That is no answer" points
            antecedent = self._antecedent(token)
            if antecedent is None:
                return []
            return self.conjuncts(first_of_both(self.parsed, antecedent, self.parsed.head(token)))
        return self.conjuncts(token.i)

    def _company(self, token: Token) -> list[int]:
        """Return who acts beside a subject: "Ghana, along with Togo, condemned ..."."""
        found = []
        for child in (*self.parsed.children(token, "prep"), *self.parsed.children(self.parsed.head(token), "prep")):
            words = (child, *self.parsed.children(child, "advmod"))
            if token.i < child.i and any(word.text.lower() in COMPANY for word in words):
                inner = list(self.parsed.children(child, "prep")) or [child]
                found += [h for prep in inner for c in self.parsed.children(prep, "pobj") for h in self._heads(c)]
        return found

    def _mutual(self, token: Token) -> list[int]:
        """Return whom "each other" means: the subjects of the verb above."""
        above = self.parsed.head(token)
        while above.pos not in {"VERB", "AUX"} and above.head != above.i:
            above = self.parsed.head(above)
        # "each other" as a subject of its own ("how each other voted") means nobody that the clause names.
        subjects = (child for child in self.parsed.children(above, *SUBJECTS) if not is_mutual(self.parsed, child))
        return [h for child in subjects for h in self._heads(child)]

    def _antecedent(self, token: Token) -> Token | None:
        above = self.parsed.head(token)
        for _ in range(MAX_DEPTH):
            if above.dep == "relcl":
                return answered(self.parsed, above)
            if above.head == above.i:
                return None
            above = self.parsed.head(above)
        return None

    def _outside(self, token: Token, *, depth: int) -> list[int] | None:
        """Find who acts when the clause does not say: the controller above."""
        if depth > MAX_DEPTH or token.head == token.i:
            return None
        above = verb_shared(self.parsed, token) or self.parsed.head(token)
        if token.dep == "acl" and not is_infinitive(self.parsed, token):
            paper = token.tag == "VBG" and above.lemma in PAPERS  # "a court issued an order barring ..."
            return (self.slots(above.i).get("subj") if paper else None) or self.conjuncts(above.i)
        if token.dep in {"acl", "relcl"}:
            return self._noun_owner(above)
        called_to = token.dep == "advcl" and is_infinitive(self.parsed, token) and above.lemma in CALLING
        if (token.dep == "xcomp" and above.lemma in OBJECT_CONTROL | set(CALLING)) or called_to:
            slots = self.slots(above.i)
            others = (slots[p] for p in ("for", "obj") if p in slots and p in CALLING.get(above.lemma, ("obj",)))
            return self._whom_called(above, slots) or next(others, []) or slots.get("subj")
        if token.dep == "pcomp":
            prep, above = above, self.parsed.head(above)
            if prep.lemma in BLAMING and above.lemma in OBJECT_BLAME and self.slots(above.i).get("obj"):
                return self.slots(above.i)["obj"]
            if prep.lemma in BLAMING and above.dep == "dobj" and self.parsed.head(above).lemma in OBJECT_BLAME:
                return self.conjuncts(above.i)
        if above.pos in {"VERB", "AUX"}:
            slots = self.slots(above.i)
            harm = token.dep == "advcl" and token.tag == "VBG" and token.lemma in HARMING
            if harm and self.passive(above):
                return slots.get("subj")
            suffered = slots.get("iobj") or slots.get("obj")  # "two were taken off a bus and are held"
            found = suffered if self.passive(above) else slots.get("subj")
            return found or slots.get("subj") or self._outside(above, depth=depth + 1)
        if above.dep in {"acomp", "attr", "oprd"}:
            return self.slots(above.head).get("subj")
        if above.pos in {"NOUN", "PROPN"}:
            return self._noun_owner(above)
        return self._outside(above, depth=depth + 1)

    def _noun_owner(self, noun: Token) -> list[int] | None:
        """Return who a noun's infinitive is about: "Norway's promise to send ...", "made an offer to send"."""
        slots = self.slots(noun.i)
        return slots.get("subj") or slots.get("poss")

    def _fill_gap(self, token: Token, slots: Slots) -> None:
        """Put the antecedent into the gap of "the attack which Norway condemned"; "Chad, where troops are" has none."""
        antecedent = answered(self.parsed, token)
        timed = any(c.tag == "WRB" for c in self.parsed.children(token, "advmod"))  # "in 1974, when troops invaded"
        if timed or any(antecedent.i in heads for heads in slots.values()):
            return
        if "subj" in slots and "obj" not in slots:
            slots["obj"] = [*self.conjuncts(antecedent.i), *paper_above(self.parsed, antecedent)]
        elif "subj" not in slots:
            slots["subj"] = self.conjuncts(first_of_both(self.parsed, antecedent, token))

    def _noun(self, token: Token) -> Slots:
        slots: Slots = {}
        for child in self.parsed.children(token):
            self._noun_child(child, slots)
        if token.pos in {"NOUN", "PROPN"}:
            self._borrow(token, slots)
        else:
            self._copula(token, slots)
        if "by" in slots:
            slots["subj"] = slots["by"] + slots.get("subj", [])
        return {slot: _unique(heads) for slot, heads in slots.items() if heads}

    def _noun_child(self, child: Token, slots: Slots) -> None:
        self._for_clause(child, slots)
        if child.dep == "poss" and child.ent in {"DATE", "TIME"}:
            return  # "last week's Syrian attack"
        if child.dep == "poss":
            slots.setdefault("poss", []).extend(self._heads(child))
            slots.setdefault("subj", []).extend(self._heads(child))
        elif child.dep in {"amod", "compound", "nmod"}:
            slots.setdefault("against" if is_opposed(self.parsed, child) else "mod", []).extend(self.conjuncts(child.i))
            if child.lemma in {"lead", "led"}:  # "a Saudi-led strike"
                slots.setdefault("subj", []).extend(c.i for c in self.parsed.children(child, "npadvmod", "compound"))
        elif child.dep in {"prep", "agent"}:
            self._preposition(child, slots)
            for astray in (*voices_beyond(self.parsed, child, VOICING), *phrases_beyond(self.parsed, child)):
                self._preposition(astray, slots)
        elif child.dep == "acl" and child.tag == "VBN":
            self._participle(child, slots)
        elif child.dep in {"xcomp", "ccomp"} or (
            child.dep in {"acl", "relcl"} and is_infinitive(self.parsed, child) and not has_subject(self.parsed, child)
        ):
            slots.setdefault("comp", []).extend(self.conjuncts(child.i))

    def _participle(self, participle: Token, slots: Slots) -> None:
        """Lend a noun what stands with its participle: "the curfew imposed in Sudan", "criticism voiced by Iraq"."""
        lent: Slots = {}
        for child in self.parsed.children(participle, "prep", "agent"):
            self._preposition(child, lent)
        if participle.lemma in VOICING:
            slots.setdefault("by", []).extend(lent.get("by", []))
        where = {"in"} if participle.lemma in CONVENING else set()  # "talks held in Quito" are not with Ecuador
        for name in LENT.intersection(lent) - where:
            slots.setdefault(name, []).extend(lent[name])

    def is_predicate(self, token: Token) -> bool:
        """Say whether a preposition says what something is: "is out of the question", "remains off the table"."""
        return token.dep == "prep" and token.pos == "ADP" and self.parsed.head(token).lemma in {"be", "remain", "stay"}

    def _copula(self, token: Token, slots: Slots) -> None:
        above = self.parsed.head(token)
        said = token.dep in {"acomp", "attr", "oprd"} or self.is_predicate(token)
        if said or (token.dep == "conj" and above.dep in {"acomp", "attr", "oprd"}):
            verb = above if token.dep != "conj" else self.parsed.head(above)
            for slot, heads in self.slots(verb.i).items():
                if slot not in {"attr", "comp"}:
                    slots.setdefault(slot, []).extend(heads)
        elif token.dep == "amod" and above.pos in {"NOUN", "PROPN"}:
            # headline style: "Norway ready to help Chile"
            slots.setdefault("subj", []).extend(self.conjuncts(above.i))
        for child in self.parsed.children(token, *SUBJECTS):
            slots.setdefault("subj", []).extend(self._heads(child))

    def _borrow(self, token: Token, slots: Slots) -> None:
        """Lend an event noun what stands around it: "Norway held talks with Chile", "at a meeting with Chile"."""
        above = self.parsed.head(token)
        head = token
        while head.dep == "conj" and above.pos in {"NOUN", "PROPN"}:
            head, above = above, self.parsed.head(above)
        if head.dep == "attr":
            slots.setdefault("subj", []).extend(self.slots(above.i).get("subj", []))
        elif head.dep in {"dobj", "nsubjpass"} and above.pos in {"VERB", "AUX"}:
            self._borrow_from_verb(token, head, above, slots)
        elif head.dep == "pobj":
            self._borrow_below_preposition(above, slots)

    def _borrow_from_verb(self, token: Token, head: Token, verb: Token, slots: Slots) -> None:
        """Lend an object what stands with its verb; whose it is and from whom it comes beat who acts."""
        around = self.slots(verb.i)
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

    def _borrow_below_preposition(self, prep: Token, slots: Slots) -> None:
        above = self.parsed.head(prep)
        if prep.lemma == "of" and above.dep == "pobj" and above.lemma in SPANS:
            prep, above = self.parsed.head(above), self.parsed.head(self.parsed.head(above))  # "after days of talks"
        ahead = "with" in slots and (prep.lemma in AHEAD or above.lemma == "ahead")
        if "subj" in slots or (prep.lemma in NO_PART and not ahead):
            return
        if ahead and above.lemma == "ahead":
            above = self.parsed.head(above)
        if above.pos in {"VERB", "AUX"}:
            # Somebody who speaks, arrives or signs "at a meeting with" somebody takes part in it.
            own = self.slots(above.i)
            agents = own.get("obj", []) if self.passive(above) else own.get("subj", [])
            slots.setdefault("subj", []).extend(agents)

    def core(self, i: int) -> Iterator[Token]:
        """Yield the tokens of the predicate's own clause without the tensed clauses inside it."""
        stack = [i]
        while stack:
            j = stack.pop()
            yield self.tokens[j]
            stack.extend(c.i for c in self.parsed.children(self.tokens[j]) if not self._is_tensed(c))

    def _is_tensed(self, token: Token) -> bool:
        if token.pos not in {"VERB", "AUX"}:
            return False
        clausal = token.dep in {"ccomp", "relcl", "csubj", "csubjpass", "pcomp"} and has_subject(self.parsed, token)
        return clausal or token.dep in {"conj", "parataxis", "advcl"}

    def clause(self, i: int) -> tuple[Token, ...]:
        """Return the tokens of the predicate's own clause: its subtree without coordinated and attached clauses."""
        known = self._clauses.get(i)
        if known is None:
            known = self._clauses[i] = tuple(self._clause_of(i))
        return known

    def _clause_of(self, i: int) -> Iterator[Token]:
        stack = [i]
        while stack:
            j = stack.pop()
            yield self.tokens[j]
            for child in self.parsed.children(self.tokens[j]):
                if child.dep in {"conj", "parataxis"} and child.pos in {"VERB", "AUX"}:
                    continue
                if child.dep == "advcl" and child.pos in {"VERB", "AUX"}:
                    continue
                stack.append(child.i)


def _unique(heads: list[int]) -> list[int]:
    return list(dict.fromkeys(heads))
