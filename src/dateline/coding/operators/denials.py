"""Denials in the words of the accused: "we never armed them", "there are no such jails here", "it is a lie that ...".

No verb of denying stands in them. What tells them is who speaks (a state, its organs, a movement or an armed group),
that his clause denies, and that what it denies is something that such parties are reproached with. A party that speaks
of others denies nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from dateline.coding.drafts import Draft, ruled
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.public import answers_for
from dateline.coding.speech.speaking import Partners, speaker_of
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import is_infinitive
from dateline.model import EventType, Mention, Participant, Span, Token

NOBODY = frozenset({"nobody", "none", "nothing"})
# What is denied in part only, or only so far.
PARTLY = frozenset({"yet", "always", "just", "only", "still", "necessarily", "really", "merely", "simply", "even"})
NEVER = frozenset({"never", "not", "n't"})
AHEAD = frozenset({"will", "would", "shall", "'ll", "'d", "can", "could", "should", "must", "may", "might"})
OURS = frozenset({"we", "us", "our", "i", "my", "me", "it", "its", "they", "their", "he", "his", "she", "her"})
TRUE = frozenset({"true", "truth", "case", "correct", "accurate", "fact"})
LOCATING = frozenset({"in", "on", "at", "inside", "within", "near"})
TAKEN_BACK = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.SANCTION, EventType.AID, EventType.ACCUSE}
)
RULE = "ruling denial"


class Denials:
    """Finds the denials of one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._cast, self._partners = graph, cast, partners
        self._parsed, self._tokens = graph.parsed, graph.tokens
        self._sets = sets

    def joined(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return drafts with the denials, and without what these say did not happen."""
        found = list(self._found(drafts))
        denied = {i for draft, inside in found for i in inside}
        own = {draft.token for draft, _ in found}
        kept = [d for d in drafts if d.token not in denied or d.type not in TAKEN_BACK]
        kept = [d for d in kept if d.token not in own or d.type is not EventType.REJECT or d.recipients]
        told = {d.token for d in kept if d.type is EventType.REJECT}
        return [*kept, *(draft for draft, _ in found if draft.token not in told)]

    def _found(self, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, frozenset[int]]]:
        seen: set[int] = set()
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass"} or token.i in seen:
                continue
            denied = self._denied(token)
            if denied is None:
                continue
            speakers = self._partners.speaker(Span(token.start, token.end))
            if (
                not speakers
                or not answers_for(speakers[0].resolution)
                or self._is_of_others(token, speakers[0], denied)
            ):
                continue
            inside = frozenset(t.i for t in self._parsed.subtree(token))
            seen |= inside
            yield self._draft(token), inside

    def _denied(self, verb: Token) -> tuple[int, ...] | None:
        """Return the heads of what a clause denies; None where it denies nothing that one is reproached with."""
        if verb.tag == "VB" and not self._parsed.has(verb, "nsubj", "nsubjpass", "expl"):
            return None  # "do not meddle" asks
        if any(c.text.lower() in AHEAD for c in self._parsed.children(verb, "aux")) or is_infinitive(
            self._parsed, verb
        ):
            return None
        if any(c.text.lower() in {"if", "whether", "unless", "until"} for c in self._parsed.children(verb, "mark")):
            return None
        slots = self._graph.slots(verb.i)
        subjects = list(self._parsed.children(verb, "nsubj", "nsubjpass", "expl"))
        if verb.lemma == "be" and any(c.text.lower() == "there" for c in subjects):
            return self._absent(verb, slots.get("attr", ()))
        if verb.lemma == "be" and any(c.text.lower() in {"it", "this", "that", "they"} for c in subjects):
            found = self._untrue(verb)
            if found is not None:
                return found
        if not self._is_denied(verb, slots):
            return None
        return self._reproached(verb, slots)

    def _absent(self, verb: Token, heads: Sequence[int]) -> tuple[int, ...] | None:
        """Return what there is said not to be: "there are no secret jails", "there was no truth in the report"."""
        for head in heads:
            never = any(c.text.lower() == "never" for c in self._parsed.children(verb, "advmod"))
            if not (never or self._is_none(head) or self._parsed.has(verb, "neg")):
                continue
            token = self._tokens[head]
            doubted = token.lemma in self._sets["disclaimers"] and self._is_told(token)
            if doubted or self._is_thing(token):
                return (head,)
        return None

    def _is_told(self, noun: Token) -> bool:
        """Say whether "truth" or "evidence" is of a claim or of a deed: "no truth in the reports"."""
        under = [c for p in self._parsed.children(noun, "prep") for c in self._parsed.children(p, "pobj")]
        known = self._sets["claims"] | self._sets["utterances"] | self._sets["denied_things"]
        return any(c.lemma in known or c.text.lower() in known for c in under) or any(
            c.lemma in self._sets["denied_deeds"] | self._sets["denied_with"]
            for c in self._parsed.children(noun, "acl", "relcl")
        )

    def _untrue(self, verb: Token) -> tuple[int, ...] | None:
        """Return the clause that "it is a lie that", "it is not true that" denies."""
        said = [*self._parsed.children(verb, "attr", "acomp")]
        denied = self._parsed.has(verb, "neg")
        for word in said:
            false = word.lemma in self._sets["untruths"] and not denied
            if not (false or (denied and word.lemma in TRUE)):
                continue
            below = (
                c for w in (word, verb) for c in self._parsed.children(w, "ccomp", "acl", "relcl", "advcl", "csubj")
            )
            clauses = [c for c in below if any(m.lemma == "that" for m in self._parsed.children(c, "mark"))]
            if clauses:
                return tuple(c.i for c in clauses)
        return None

    def _is_denied(self, verb: Token, slots: Mapping[str, Sequence[int]]) -> bool:
        """Say whether a clause is denied: its verb, whoever acts, or whatever is acted upon."""
        around = {c.text.lower() for c in self._parsed.children(verb, "neg", "advmod")}
        if not around.isdisjoint(PARTLY) or any(c.text.lower() in PARTLY for c in self._hedges(verb)):
            return False
        if not around.isdisjoint(NEVER):
            return True
        parts = [c.i for c in self._parsed.children(verb, "nsubj", "nsubjpass", "dobj", "attr")]
        parts += [
            c.i
            for p in self._parsed.children(verb, "prep")
            for c in self._parsed.children(p, "pobj")
            if c.lemma == "time"
        ]
        return any(self._is_none(i) for i in parts)

    def _is_none(self, head: int) -> bool:
        """Say whether a noun is of nobody or nothing: "no soldier", "not a single shot", "nobody"."""
        token = self._tokens[head]
        if token.text.lower() in NOBODY or (token.text.lower() == "one" and self._before(token) == "no"):
            return True
        below = [*self._parsed.children(token, "det", "neg", "nummod", "preconj", "predet", "advmod")]
        below += [g for c in below for g in self._parsed.children(c, "neg", "advmod")]
        return any(c.text.lower() in {"no", "not", "n't"} for c in below)

    def _hedges(self, verb: Token) -> Iterator[Token]:
        for noun in self._parsed.children(verb, "dobj", "nsubj", "nsubjpass"):
            yield from self._parsed.children(noun, "advmod", "predet")

    def _before(self, token: Token) -> str:
        return self._tokens[token.i - 1].text.lower() if token.i else ""

    def _reproached(self, verb: Token, slots: Mapping[str, Sequence[int]]) -> tuple[int, ...] | None:
        """Return what a denied clause says was not done, if it is a reproach by its verb or what it is done with."""
        lemma = verb.lemma
        things = [i for i in self._arguments(verb) if self._is_thing(self._tokens[i])]
        unsaid = any(self._is_none(c.i) for c in self._parsed.children(verb, "nsubj", "nsubjpass"))
        unsaid = unsaid and not self._parsed.has(verb, "agent")
        if verb.text.lower() in self._sets["blamed"] and self._is_for_a_deed(verb.i):
            return (verb.i,)
        if self._is_deed(verb) and not (unsaid and lemma in self._sets["status_verbs"]):
            return (verb.i,)
        if lemma == "be":
            blamed = [h for h in slots.get("behind", ()) if self._is_thing(self._tokens[h])]
            said = self._parsed.children(verb, "acomp", "attr")
            blamed += [c.i for c in said if c.text.lower() in self._sets["blamed"] and self._is_for_a_deed(c.i)]
            placed = [i for i in things if unsaid and self._tokens[i].dep == "nsubj" and "in" in slots]
            return tuple(blamed or placed) or None
        if lemma in self._sets["holding_verbs"] and (share := self._share(slots)) is not None:
            return (share,)
        if lemma == "know" and any(self._is_none(h) for h in slots.get("obj", ())):
            return tuple(h for h in slots.get("obj", ()) if self._is_told(self._tokens[h])) or None
        return tuple(things) or None if lemma in self._sets["denied_with"] else None

    def _is_for_a_deed(self, i: int) -> bool:
        """Say whether somebody is not to blame for a thing: "not responsible for the famine", not "for you"."""
        slots = self._graph.slots(i)
        heads = [h for name in ("in", "for", "of") for h in slots.get(name, ())]
        return any(self._tokens[h].pos == "NOUN" and not self._cast.actors((h,)) for h in heads)

    def _is_deed(self, verb: Token) -> bool:
        """Say whether a verb, alone or with what stands by it, is a reproach: "bombed", "fired on", "set foot in"."""
        beside = (c.lemma for c in self._parsed.children(verb, "prep", "prt", "dobj"))
        return any(
            words in self._sets["denied_deeds"] for words in (verb.lemma, *(f"{verb.lemma} {w}" for w in beside))
        )

    def _arguments(self, verb: Token) -> list[int]:
        """Return the nouns that a verb takes itself, and what these are "of"."""
        nouns = list(self._parsed.children(verb, "nsubjpass", "dobj", "nsubj"))
        nouns += [c for p in self._parsed.children(verb, "prep", "prt") for c in self._parsed.children(p, "pobj")]
        heads = [h for n in nouns if n.ent not in {"DATE", "TIME"} for h in self._graph.conjuncts(n.i)]
        own = {c.i for c in self._parsed.children(verb, "nsubj")}
        of = [i for h in heads if self._is_none(h) for i in self._graph.slots(h).get("of", ())]
        return [*(h for h in heads if h not in own or self._is_none(h)), *of]

    def _share(self, slots: Mapping[str, Sequence[int]]) -> int | None:
        """Return the share in something that is disclaimed: "no hand in the raid", "no links with the gunmen"."""
        for head in slots.get("obj", ()):
            token = self._tokens[head]
            if token.lemma in self._sets["disclaimers"] and any(
                True for _ in self._parsed.children(token, "prep", "acl")
            ):
                return head
            if token.lemma in self._sets["disclaimers"] and {"in", "with", "for", "to"} & set(slots):
                return head
        return None

    def _is_thing(self, token: Token) -> bool:
        before = [w for c in self._parsed.children(token, "compound", "amod") for w in (c.lemma, c.text.lower())]
        known = self._sets["denied_things"]
        return token.lemma in known or token.text.lower() in known or any(f"{b} {token.lemma}" in known for b in before)

    def _is_of_others(self, verb: Token, speaker: Participant, denied: Collection[int]) -> bool:
        """Say whether a denied clause speaks only of other countries than the speaker's."""
        own = set(speaker.resolution.countries or (speaker.resolution.country,))
        inside = list(self._parsed.subtree(verb))
        if any(t.text.lower() in {"we", "us", "our", "i", "my"} for t in inside):
            return False
        acting = [c for c in self._parsed.children(verb, "nsubj", "nsubjpass") if not self._is_none(c.i)]
        subjects = self._cast.actors([i for c in acting for i in self._graph.conjuncts(c.i)])
        placed = [c.i for t in inside if t.lemma in LOCATING for c in self._parsed.children(t, "pobj")]
        named = self._countries(subjects or self._cast.actors(placed))
        around = self._countries(self._cast.actors([t.i for t in inside]))
        return bool(named) and named.isdisjoint(own) and own.isdisjoint(around)

    def _countries(self, mentions: Sequence[Mention]) -> set[str]:
        return {m.resolution.country for m in mentions if m.resolution and m.resolution.country}

    def _draft(self, verb: Token) -> Draft:
        actors = speaker_of(self._cast, self._partners.speaker(Span(verb.start, verb.end)))
        says = "REJECT: the accused says that it is not so"
        code = (EventType.REJECT, "", "120")
        return ruled(RULE, says, code, token=verb.i, actors=actors, sure=0.7, needs_speaker=not actors)
