"""Drafts that another draft already tells: echoes of a verb in its noun, and what is only a reproach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.borrowed_slots import SPANS
from dateline.coding.structure.controllers import HARMING
from dateline.coding.structure.misparses import is_sentence_before
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.frames import FrameLexicon
from dateline.model import EventType, Mention, QuadClass, Token

VERBAL = frozenset({QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT})
# Whatever is eased, dropped or ended is not done by the same words.
EASING = frozenset({EventType.CONCEDE, EventType.RETREAT})
EASED = frozenset({EventType.SANCTION, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST})
# What an order "to jail" somebody, which tells it, has under it.
HELD = frozenset({EventType.COERCE, EventType.SANCTION})
# Verbal events that name what is to be done.
PROMISING = frozenset({EventType.AGREE, EventType.CONCEDE, EventType.THREATEN})
# By these what two did together ends or does not come about.
BREAKING = frozenset({EventType.SANCTION, EventType.REJECT})
# Deeds of which the object's own purpose is a part: a signed deal, an agreed plan.
SEALING = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.COOPERATE})
# Under these stands another event, earlier or later than the verb's.
ELSEWHEN = frozenset({"after", "before", "since", "following", "despite", "amid", "until"})
# What is done after, at or during a meeting is another event than the meeting.
BESIDE = frozenset({"after", "following", "at", "during"})
# "were killed when a bomb exploded": both verbs tell one deed.
AT_ONCE = frozenset({"when", "as", "after"})
# What one is criticised or punished for is told as a reproach, not as news.
REPROACHES = frozenset({EventType.ACCUSE, EventType.SANCTION, EventType.COERCE, EventType.REJECT, EventType.THREATEN})


class Sieve:
    """Sorts out the drafts of one story."""

    def __init__(self, graph: Graph, cast: Cast, codebook: Codebook, lexicon: FrameLexicon) -> None:
        """Prepare for one story."""
        self._cast = cast
        self._lexicon = lexicon
        # Nouns that undo what is named after "of".
        self._easing = lexicon.sets["easing_nouns"]
        self.graph = graph
        self.parsed = graph.parsed
        self._codebook = codebook

    def without_echoes(self, drafts: list[Draft]) -> list[Draft]:
        """Drop an event noun that is only the object of the verb that already tells the event ("held talks")."""
        verbs = [d for d in drafts if self.parsed.tokens[d.token].pos in {"VERB", "AUX"}]
        echoed: set[int] = set()
        for draft in verbs:
            slots = self.graph.slots(draft.token)
            under = {h for name, heads in slots.items() if name not in {"comp", "subj"} for h in heads}
            under |= {c for h in slots.get("obj", ()) if self._counts(h) for c in self.graph.slots(h).get("of", ())}
            apart = {h for name in ELSEWHEN for h in slots.get(name, ())}
            for other in drafts:
                if self._is_meeting_apart(draft, other):
                    continue
                if other.token in apart and self._is_deed_apart(draft, other):
                    continue
                if other.token in under and self._echoes(draft, other):
                    echoed.add(other.token)
        return [d for d in drafts if d.token not in echoed or self.parsed.tokens[d.token].pos in {"VERB", "AUX"}]

    def _is_meeting_apart(self, verb: Draft, noun: Draft) -> bool:
        """Say whether a meeting of two is told beside another deed: "gave way after a lunch with the premier"."""
        token = self.parsed.tokens[noun.token]
        prep = self.parsed.head(token)
        if prep.lemma == "of" and self.parsed.head(prep).lemma in SPANS:
            prep = self.parsed.head(self.parsed.head(prep))  # "after three days of talks"
        beside = token.dep == "pobj" and prep.text.lower() in BESIDE
        two = len({m.chain for m in noun.actors}) > 1
        return beside and two and noun.type is EventType.CONSULT and verb.type is not EventType.CONSULT

    def _counts(self, i: int) -> bool:
        """Say whether a word only counts what stands after "of": "stopped much of its aid"."""
        return self.parsed.tokens[i].lemma in self._lexicon.sets["counters"]

    def _is_deed_apart(self, verb: Draft, noun: Draft) -> bool:
        """Say whether a noun tells a deed of its own time with its own victim: "left after the killing of a guard"."""
        material = self._codebook.types[noun.type].quad not in VERBAL
        whole = bool(noun.actors) or material  # "left despite Chile's criticism of Peru"
        others = bool(verb.actors) and {m.chain for m in noun.actors}.isdisjoint(m.chain for m in verb.actors)
        if noun.type is EventType.REQUEST and noun.actors and others:
            return True  # "closed the camp despite a plea by Chile"
        return bool(noun.recipients) and whole and (noun.type is not verb.type or (bool(noun.actors) and others))

    def without_purposes(self, drafts: list[Draft]) -> list[Draft]:
        """Drop what a noun under a verb of the same doers is for: "signed agreements to boost cooperation"."""
        doers = {
            (h, m.head)
            for d in drafts
            if self.parsed.tokens[d.token].pos == "VERB" and d.type in SEALING
            for h in self.graph.slots(d.token).get("obj", ())
            for m in d.actors
        }
        return [d for d in drafts if not d.actors or not all((d.token, m.head) in doers for m in d.actors)]

    def without_tolls(self, drafts: list[Draft]) -> list[Draft]:
        """Join to an attack what it did to people of whom nobody says whose they are: "raided a camp, killing six".

        Where the deed above is another than an attack, the people are those whom that deed was done to.
        """
        by_token = {d.token: n for n, d in enumerate(drafts)}
        joined = dict(enumerate(drafts))
        for n, draft in enumerate(drafts):
            noun = next((by_token[h] for h in self._told_of(draft) if h in by_token), n)
            if noun != n and noun in joined and joined[noun].type is EventType.ASSAULT:
                joined[n] = self._filled(draft, joined.pop(noun))
                continue
            verb = max(self._deed_of(draft), self._deed_below(draft, joined.values()))
            if verb < 0:
                continue
            above = by_token.get(verb)
            deed = joined.get(above) if above is not None and above != n else None
            aimed = (deed.recipients if deed is not None else ()) or self._struck(verb, draft)
            if above is not None and deed is not None and deed.type is EventType.ASSAULT:
                joined[above] = replace(deed, recipients=aimed or draft.recipients)
                by_token[draft.token] = above
                del joined[n]
            elif aimed:
                joined[n] = replace(draft, recipients=aimed)
        return [joined[n] for n in sorted(joined)]

    def _deed_of(self, draft: Draft) -> int:
        """Return the verb of the deed that did a harm to people of nobody knows whom; -1 for none."""
        if not self._is_toll(draft):
            return -1
        token = self.parsed.tokens[draft.token]
        above = self.parsed.head(token)
        if token.dep == "conj" and token.tag == "VBG" and above.dep == "advcl":
            token, above = above, self.parsed.head(above)  # "killing or wounding 50"
        if token.dep == "advcl" and token.tag == "VBG":
            return above.i
        own = self.parsed.has(token, "nsubj", "nsubjpass")
        joint = token.dep == "conj" and not own and above.lemma in HARMING
        return above.i if joint and draft.recipients else -1  # "killed two Kenyans and wounded three others"

    def _is_toll(self, draft: Draft) -> bool:
        """Say whether a draft tells harm to people of nobody knows whom."""
        harm = draft.type is EventType.ASSAULT and self.parsed.tokens[draft.token].lemma in HARMING
        return harm and are_nobodys(draft.recipients)

    def _told_of(self, draft: Draft) -> list[int]:
        """Return what did harm, by its nouns: "the raid that killed nine", "a series of raids by Chad killed nine"."""
        token = self.parsed.tokens[draft.token]
        if draft.type is not EventType.ASSAULT or token.lemma not in HARMING:
            return []
        slots = self.graph.slots(token.i)
        # "A raid on Monday killed nine" is often read as "a raid that was killed nine".
        doing = slots.get("subj") or (slots.get("iobj", []) if token.dep == "acl" else [])
        return [*doing, *(c for h in doing if self._counts(h) for c in self.graph.slots(h).get("of", ()))]

    def _filled(self, toll: Draft, deed: Draft) -> Draft:
        """Return the deed that a noun names, told by the clause of its toll, which has the tense and the date."""
        aimed = deed.recipients if are_nobodys(toll.recipients) and deed.recipients else toll.recipients
        moded = deed if deed.mode else replace(deed, mode=toll.mode, cameo=toll.cameo)
        return replace(moded, token=toll.token, actors=deed.actors or toll.actors, recipients=aimed)

    def _deed_below(self, draft: Draft, others: Iterable[Draft]) -> int:
        """Return the attack that a toll names after it, by the same doers or nobody's; -1 for none."""
        if not self._is_toll(draft):
            return -1
        doers = {m.chain for m in draft.actors}
        for other in others:
            apart = bool(doers) and doers != {m.chain for m in other.actors}
            if other.type is EventType.ASSAULT and not apart and self._is_at_once(other.token, draft.token):
                return other.token
        return -1

    def _is_at_once(self, deed: int, toll: int) -> bool:
        """Say whether a clause hangs on a toll by "when" or the like, or on what is joined to it.

        "Four were killed and six wounded when a bomb exploded": both are told of the bomb.
        """
        token = self.parsed.tokens[deed]
        above = self.parsed.head(token)
        if token.dep != "advcl":
            return False
        if above.i != toll and above.dep == "conj" and above.lemma in HARMING:
            above = self.parsed.head(above)
        marks = self.parsed.children(token, "mark", "advmod")
        return above.i == toll and any(c.text.lower() in AT_ONCE for c in marks)

    def _struck(self, verb: int, toll: Draft) -> tuple[Mention, ...]:
        """Return whose thing a deed was done to: the refugees of "a camp for Somali refugees was raided"."""
        objects = self.graph.slots(verb).get("obj", ())
        below = [t.i for h in objects for t in self.parsed.subtree(self.parsed.tokens[h])]
        found = (m for m in self._cast.actors(below) if m.head not in {a.head for a in toll.actors})
        return tuple(m for m in found if m.resolution and not m.resolution.of_the_story)[:1]

    def _is_answered(self, verb: Draft, noun: Draft) -> bool:
        """Say whether others answer in a relative clause what a noun tells: "an invitation, which Yemen accepted"."""
        token = self.parsed.tokens[verb.token]
        aside = token.dep == "relcl" and noun.token in self.graph.slots(verb.token).get("obj", ())
        doers = {m.chain for m in noun.actors}
        return aside and bool(doers) and bool(verb.actors) and doers.isdisjoint(m.chain for m in verb.actors)

    def _echoes(self, verb: Draft, noun: Draft) -> bool:
        if self._is_answered(verb, noun):
            return False
        if noun.type == verb.type or self._codebook.types[noun.type].quad in VERBAL:
            return True
        if verb.type in EASING and noun.type in EASED:
            return True  # "a vote to lift the sanctions" imposes none
        # "condemned the Turkish attack": the attack is told too when it has an actor of its own.
        doers = {m.chain for m in verb.actors}
        if noun.reciprocal and verb.type in BREAKING:
            doers |= {m.chain for m in verb.recipients}  # "will suspend cooperation with Peru"
        return not noun.actors or {m.chain for m in noun.actors} <= doers

    def without_reproaches(self, drafts: list[Draft]) -> list[Draft]:
        """Drop what stands under an event as its reason or object: "jailed for insulting", "helped it train troops".

        What stands under a promise or a threat is what is promised: it stays with it.
        """
        by_token = {d.token: d for d in drafts}
        promised = self._promised(drafts, by_token)
        kept = []
        for draft in drafts:
            if draft.token in promised.values() or self._is_reproach(draft, by_token):
                continue
            content = by_token.get(promised.get(draft.token, -1))
            kept.append(replace(draft, content=content) if content is not None else draft)
        return kept

    def _promised(self, drafts: list[Draft], by_token: dict[int, Draft]) -> dict[int, int]:
        """Return, for each promise or threat, the token of the event that is its complement."""
        found: dict[int, int] = {}
        for draft in drafts:
            if draft.type in PROMISING and draft.content is None:
                below = [i for i in self.graph.slots(draft.token).get("comp", ()) if i in by_token and i != draft.token]
                if below:
                    found[draft.token] = below[0]
        return found

    def _is_eased(self, draft: Draft, above: Token) -> bool:
        """Say whether a measure is what is lifted: "the lifting of sanctions on Mali"."""
        return draft.type in EASED and above.lemma in self._easing

    def _is_lifted(self, noun: Token, by_token: dict[int, Draft]) -> bool:
        """Say whether a measure is the object of a verb that eases it: "shortened the curfew imposed in May"."""
        above = by_token.get(noun.head)
        return noun.dep in {"dobj", "nsubjpass"} and above is not None and above.type in EASING

    def _is_ordered(self, draft: Draft, noun: Token, by_token: dict[int, Draft]) -> bool:
        """Say whether a participle only says what is ordered: "ordered two miners jailed for smuggling"."""
        above = by_token.get(noun.head)
        ordered = above is not None and self._lexicon.marked(above.rule, "custody")
        return noun.dep == "dobj" and ordered and draft.type in HELD

    def _is_reproach(self, draft: Draft, by_token: dict[int, Draft]) -> bool:
        token = self.parsed.tokens[draft.token]
        above = self.parsed.head(token)
        if token.dep == "pobj" and above.lemma == "of" and self._is_eased(draft, self.parsed.head(above)):
            return True
        if token.dep == "acl" and draft.type in EASED and self._is_lifted(above, by_token):
            return True
        if token.dep == "acl" and self._is_ordered(draft, above, by_token):
            return True
        if token.dep == "pobj" and above.lemma == "against" and not draft.recipients:
            return True  # "a march against abuses by soldiers"
        if token.dep == "pcomp" and above.lemma in ELSEWHEN and not self.graph.passive(self.parsed.head(above)):
            return False  # "expelled the envoy after meeting him"
        if token.dep == "pcomp" or (token.dep == "pobj" and above.lemma in {"of", "for"} and not draft.actors):
            noun = self.parsed.head(above)
            governor = by_token.get(noun.head if noun.dep == "dobj" else noun.i)
            return governor is not None and governor.type in REPROACHES
        same = above.i in by_token and by_token[above.i].type == draft.type
        below = token.dep in {"xcomp", "ccomp"} and not is_sentence_before(self.parsed, token)
        return same and above.i != token.i and below


def are_nobodys(mentions: Iterable[Mention]) -> bool:
    """Say whether only the story tells whose people are."""
    return all(m.resolution and m.resolution.of_the_story for m in mentions)
