"""Finds where frames and operators of the lexicon fire, and which arguments fill their slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.doers import FORCEFUL, NAMING, Doers
from dateline.coding.misparses import is_epithet, is_guest, teller_beyond
from dateline.coding.restrictions import Restrictions
from dateline.coding.victims import Victims
from dateline.coding.voices import is_infinitive
from dateline.knowledge.frames import (
    ALONE,
    PREPOSITIONS,
    SKIPPED_WORDS,
    Conditions,
    Frame,
    FrameLexicon,
    Operator,
    Trigger,
    Union,
)
from dateline.model import EventType, Mention, MentionKind, Resolution, Token

KIND_OF_POS = {"VERB": ("verb",), "AUX": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",), "ADJ": ("adjective", "noun")}
WINDOW = 8
NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "LAW", "FAC", "PRODUCT"})
# Slots that "any" leaves out: who acts, other clauses, where and by whom.
NOT_ANY = frozenset({"subj", "comp", "in", "at", "by", "neg"})
# What the parser hangs on the object as often as on the verb: "has two frigates off the coast".
HUNG = PREPOSITIONS | {"along", "near", "off", "around", "across", "under", "behind"}
# Slots that hold no argument.
PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})
AROUND = frozenset({"clause", "manner", "participle"})
PERSONAL = frozenset({"him", "her", "them"})
AVERTING = frozenset({"away", "aside"})
CARRIED = frozenset({EventType.AID, EventType.COOPERATE, EventType.RETREAT})
# An item of a subject's list: whoever or whatever acts has to be named, in the passive too.
SAID = "#said"
VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})


@dataclass(frozen=True, slots=True)
class Match:
    """A frame on a trigger, with the actors that fill it."""

    frame: Frame
    token: int
    words: tuple[int, ...]
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    needs_speaker: bool = False


@dataclass(frozen=True, slots=True)
class OperatorMatch:
    """An operator on a trigger."""

    operator: Operator
    token: int
    words: tuple[int, ...]


class Matcher:
    """Applies the lexicon to the tokens of one story."""

    def __init__(self, lexicon: FrameLexicon, graph: Graph, cast: Cast) -> None:
        self._lexicon = lexicon
        self._graph = graph
        self._cast = cast
        self._tokens = graph.tokens
        self._doers = Doers(lexicon, graph, cast)
        self._victims = Victims(graph, harms=lexicon.sets["attack_deeds"])
        self.restrictions = Restrictions(lexicon.sets, graph, cast)
        # Worked out once a story and word: hundreds of frames ask the same of one.
        self._heads: dict[tuple[int, str, tuple[int, ...]], list[int]] = {}
        self._near: dict[int, frozenset[str]] = {}
        self._other: dict[int, bool] = {}

    def frames(self, token: Token) -> Match | None:
        """Return the best frame on a token: the highest priority whose conditions hold and whose actor is found."""
        weak: Match | None = None
        lacking: Match | None = None
        if self._is_attribute(token):
            return None
        for trigger, frame, words in self._firing(token):
            match = self._match(trigger, frame, token, words)
            if match is None or (lacking is not None and frame.type is not lacking.frame.type):
                continue
            if not (match.actors or match.needs_speaker):
                weak = weak or match
            elif frame.needs_recipient and not match.recipients:
                lacking = lacking or match  # a frame of the same type may stand without whom it is aimed at
            else:
                return match
        return lacking or weak or self._nominal(token)

    def _nominal(self, token: Token) -> Match | None:
        """Return the best frame of the verb that a noun stands for: "the expulsion of two envoys by Chile"."""
        verb = self._lexicon.nominal_index.get(token.text.lower()) if token.pos == "NOUN" else None
        if verb is None or "of" not in self._graph.slots(token.i):
            return None
        for trigger, frame in self._lexicon.frame_index[("verb", verb)]:
            words = self._words(trigger, token)
            match = self._match(trigger, frame, token, words) if words is not None else None
            if match is not None and match.actors:
                return match
        return None

    def operators(self, token: Token) -> tuple[OperatorMatch, ...]:
        """Return the operators whose words stand at a token, the longest words first."""
        found = []
        if token.lemma == "order" and self._tokens[token.head].text.lower() == "in":
            return ()  # "in order to" orders nothing
        if token.pos == "NOUN" and self._cast.mention(token.i) is not None:
            return ()  # "accused the opposition of plotting": a party
        for kind in self._kinds(token):
            for trigger, operator in self._lexicon.operator_index.get((kind, _lemma(token, kind)), ()):
                words = self._words(trigger, token)
                if words is not None:
                    found.append(OperatorMatch(operator, token.i, words))
        return tuple(m for m in found if not self._only_stops(m, found))

    def _only_stops(self, match: OperatorMatch, found: Sequence[OperatorMatch]) -> bool:
        """Say whether "stop" means an end and no prevention: nobody is stopped *from* something."""
        ends = any(m.operator.effect == "stop" for m in found)
        return match.operator.effect == "prevent" and ends and not self._graph.slots(match.token).get("from")

    def fill(self, token: int, alternatives: tuple[Union, ...], words: Sequence[int] = ()) -> tuple[Mention, ...]:
        """Return the actors of the first alternative that is filled; a union adds its slots up."""
        first: tuple[Mention, ...] = ()
        for union in alternatives:
            if first and not all(slot.startswith("subj.") for slot in union):
                continue  # "soldiers of the European force" are no soldiers of the story's own land
            heads = [h for slot in union for h in self.heads(token, slot, words)]
            found = self._cast.whole(self._cast.actors(heads))
            if found and not all(m.resolution is not None and m.resolution.of_the_story for m in found):
                return found
            first = first or found
        return first

    def heads(self, token: int, slot: str, words: Sequence[int] = ()) -> list[int]:
        """Return the argument heads in a slot; a dotted slot goes on inside the argument."""
        key = (token, slot, tuple(words) if words and slot.startswith("obj") and self._governs(words) else ())
        found = self._heads.get(key)
        if found is None:
            found = self._heads[key] = self._found(*key)
        return found

    def _found(self, token: int, slot: str, governing: tuple[int, ...]) -> list[int]:
        name, _, rest = slot.partition(".")
        found = self._plain(token, name, governing)
        if rest == "any":
            return [h for head in found for h in self._plain(head, "any")]
        return [h for head in found for h in self.heads(head, rest)] if rest else found

    def _governs(self, words: Sequence[int]) -> bool:
        """Say whether a trigger ends in a preposition: the "with" of "meet with"."""
        return self._tokens[words[-1]].pos in {"ADP", "SCONJ", "PART"}

    def _plain(self, token: int, name: str, governing: tuple[int, ...] = ()) -> list[int]:
        slots = self._graph.slots(token)
        if name in AROUND:
            return self._around(token, name)
        if name == "pair":
            name = "subj"
        if name == "any":
            return [h for slot, heads in slots.items() if slot not in NOT_ANY for h in heads]
        found = list(slots.get(name, ()))
        if name == "obj" and not found and self._tokens[token].pos == "NOUN":
            found = list(slots.get("of", ()))  # asked by the frames of the verb that a noun stands for
        if name == "obj" and governing:
            # "meet with", "speak highly of": what the trigger's last preposition governs is its object.
            # A noun of the trigger itself is none: "put its weight behind Chad".
            last = self._tokens[governing[-1]]
            below = [h for c in self._graph.parsed.children(last, "pobj") for h in self._graph.conjuncts(c.i)]
            own = [h for h in found if h not in governing]
            # "in Doha it called in the envoy": the same preposition elsewhere is none of the trigger's
            beside = slots.get(last.text.lower(), ())
            found = [*([h for h in beside if h in below] or below or beside), *own]
        if not found and name in HUNG and self._tokens[token].pos in {"VERB", "AUX"}:
            # "established relations with Chile": the parser hangs the phrase on the noun or on the verb
            found = [i for h in slots.get("obj", ()) for i in self._graph.slots(h).get(name, ())]
        if name == "subj" and found and not self._cast.actors(found):
            found = self._told_beyond(token) or found
        if name == "subj" and not found and self._tokens[token].pos in {"NOUN", "PROPN"}:
            found = [h for h in slots.get("mod", ()) if self._cast.mention(h) is not None]
        return found

    def _told_beyond(self, token: int) -> list[int]:
        """Return who says a clause whose own subject is nobody: "said the plan was void and demanded a new one"."""
        outer = teller_beyond(self._graph.parsed, self._tokens[token])
        return self._graph.slots(outer.i).get("subj", []) if outer is not None else []

    def _around(self, token: int, name: str) -> list[int]:
        """Return what stands about a word and is no argument: its clause, its adverbs, participles hung on it."""
        if name == "clause":
            return [t.i for t in self._graph.clause(token)]
        relations = ("advmod",) if name == "manner" else ("acl", "advcl")
        below = self._graph.parsed.children(self._tokens[token], *relations)
        return [c.i for c in below if name == "manner" or c.tag in PARTICIPLES]

    def _firing(self, token: Token) -> Iterator[tuple[Trigger, Frame, tuple[int, ...]]]:
        for kind in self._kinds(token):
            key = kind, _lemma(token, kind)
            if key not in self._lexicon.frame_index:
                continue
            # Dozens of frames share a trigger, most of several words do not go on as the sentence does.
            seen: dict[tuple[str, ...], tuple[int, ...] | None] = {}
            listed = self._lexicon.frame_index[key]
            for trigger, frame in self._going_on(key, token) if kind == "verb" else listed:
                if trigger.words not in seen:
                    seen[trigger.words] = self._words(trigger, token)
                words = seen[trigger.words]
                if words is not None:
                    yield trigger, frame, words

    def _going_on(self, key: tuple[str, str], token: Token) -> Iterator[tuple[Trigger, Frame]]:
        """Yield the frames of a verb whose trigger goes on as the sentence does; "its" may be any possessive."""
        listed, seconds = self._lexicon.frame_index[key], self._lexicon.seconds[key]
        after = self._after(token) if len(seconds) > (ALONE in seconds) else ()
        fitting = [i for word in (ALONE, *after) if word in seconds for i in seconds[word]]
        return (listed[i] for i in sorted(fitting))

    def _is_attribute(self, token: Token) -> bool:
        """Say whether a word only describes or names: "protesting legislators", "the Bishops' Conference"."""
        if token.pos == "VERB":
            attribute = token.dep == "amod" and not self._graph.misread(token)
            return attribute or is_epithet(self._graph.parsed, token) or is_guest(self._graph.parsed, token)
        if token.pos == "ADJ" and token.dep == "amod":
            return not self._graph.parsed.has(token, "prep", "xcomp", "ccomp")
        return token.pos == "PROPN" and token.ent in NAMES

    def _kinds(self, token: Token) -> tuple[str, ...]:
        """Return the kinds of triggers that a token may be; "is opposed to" is tagged as a verb."""
        kinds = KIND_OF_POS.get(token.pos, ())
        if self._graph.is_predicate(token):
            return ("adjective",)  # "is out of the question"
        described = token.pos == "VERB" and (token.dep in {"acomp", "oprd"} or self._is_bound_to(token))
        return (*kinds, "adjective") if described else kinds

    def _is_bound_to(self, token: Token) -> bool:
        """Say whether a participle says what lies ahead of somebody: "is set to join", "are poised to strike"."""
        passive = token.tag == "VBN" and self._graph.parsed.has(token, "auxpass")
        below = self._graph.parsed.children(token, "xcomp")
        return passive and any(is_infinitive(self._graph.parsed, c) for c in below)

    def _words(self, trigger: Trigger, token: Token) -> tuple[int, ...] | None:
        words = trigger.words
        if token.pos == "VERB" and trigger.kind == "verb":
            if len(words) == 1 and self._is_other_word(token):
                return None
            particle = next(self._graph.parsed.children(token, "prt"), None) if len(words) > 1 else None
            if particle is not None and particle.text.lower() not in words:
                return None
        if len(words) == 1:
            return (token.i,)
        if trigger.kind == "noun" and not _is_phrase(words):
            return self._compound(words, token)
        if not all(word in SKIPPED_WORDS or word in self._after(token) for word in words[1:]):
            return None
        found = [token.i]
        end = min(token.i + WINDOW, len(self._tokens))
        for word in words[1:]:
            if word in SKIPPED_WORDS:
                continue
            later = range(found[-1] + 1, end)
            at = next((j for j in later if self._is(j, word) and self._hangs(j, token, words, found)), None)
            if at is None:
                return None
            found.append(at)
        return tuple(found)

    def _is_other_word(self, token: Token) -> bool:
        """Say whether what stands with a verb makes another word of it: "called off a strike", "backed away from"."""
        found = self._other.get(token.i)
        if found is None:
            children = self._graph.parsed.children
            particle = next(children(token, "prt"), None)
            phrasal = particle is not None and (token.lemma, particle.text.lower()) in self._lexicon.phrasal
            averted = phrasal or any(c.text.lower() in AVERTING for c in children(token, "advmod", "prt"))
            found = self._other[token.i] = averted
        return found

    def _after(self, token: Token) -> frozenset[str]:
        """Return the words and lemmas that stand closely enough after a token to be of its trigger."""
        found = self._near.get(token.i)
        if found is None:
            after = self._tokens[token.i + 1 : token.i + WINDOW]
            found = self._near[token.i] = frozenset([*(t.lemma for t in after), *(t.text.lower() for t in after)])
        return found

    def _compound(self, words: tuple[str, ...], token: Token) -> tuple[int, ...] | None:
        first = token.i - len(words) + 1
        if first < 0 or not all(self._is(first + n, word) for n, word in enumerate(words[:-1])):
            return None
        return tuple(range(first, token.i + 1))

    def _is(self, j: int, word: str) -> bool:
        other = self._tokens[j]
        return other.lemma == word or other.text.lower() == word

    def _hangs(self, j: int, token: Token, words: Sequence[str], found: Sequence[int]) -> bool:
        """Say whether token `j` belongs to the trigger: at most three steps below it in the same sentence."""
        other = self._tokens[j]
        if other.sent != token.sent:
            return False
        outside = other.dep == "prep" and token.pos == "VERB" and other.head not in found[1:]
        if outside and self._object_between(token, other, words, found):
            return False  # "called the police in Kamloops" does not call them in
        if other.pos in {"ADP", "PART", "ADV"} and other.dep in {"prt", "prep", "advmod", "agent", "dative"}:
            if other.head == token.i:
                # "stepped up their activities in ..." is not "step in"
                return other.dep == "prt" or all(c.i <= other.i for c in self._graph.parsed.children(token, "prt"))
            if other.head in found:
                return True  # "came to the defence of": the preposition hangs on a word of the trigger's own
            return token.pos not in {"VERB", "AUX"} or (self._tokens[other.head].head == token.i and other.dep != "prt")
        for _ in range(3):
            if other.head == token.i:
                return True
            other = self._tokens[other.head]
        return False

    def _object_between(self, verb: Token, prep: Token, words: Sequence[str], found: Sequence[int]) -> bool:
        """Say whether an object that is no word of the trigger's stands before a preposition with its own object."""
        governed = [c for c in self._graph.parsed.children(prep, "pobj") if not {c.lemma, c.text.lower()} & {*words}]
        between = (c.i for c in self._graph.parsed.children(verb, "dobj") if verb.i < c.i < prep.i)
        # "turned a deaf ear to" has its own object, "took Chad to task" its own word behind "to"
        return bool(governed) and any(i not in found for i in between)

    def _match(self, trigger: Trigger, frame: Frame, token: Token, words: tuple[int, ...]) -> Match | None:
        unsaid = frame.type in VIOLENT and self._is_unsaid(token)
        if not self._holds(frame.where, token.i, words, unsaid=unsaid) or self._any(frame.unless, token.i, words):
            return None
        if frame.type is EventType.ASSAULT and self._is_own_harm(token, words):
            return None
        speaker = frame.actor == (("speaker",),)
        actors = () if speaker else self._doers.own_nation(frame, token) or self.fill(token.i, frame.actor, words)
        if not actors and not speaker and token.pos == "NOUN":
            actors = self._doers.agents_astray(token)
        if frame.type in FORCEFUL and token.pos == "NOUN" and not self._is_carried_out(token):
            within = {t.i for t in self._graph.parsed.subtree(token)}
            actors = tuple(m for m in actors if m.head in within)  # who describes an attack has not made it
        # "the party's secretary is behind bars"
        suffering = any(slot.startswith("subj") for union in frame.recipient for slot in union)
        if not actors and not speaker and not suffering and frame.type in FORCEFUL:
            actors = self._doers.wielders(token.i) or self._doers.firing_beside(token)
        if not actors and frame.type in CARRIED:
            actors = self._doers.senders(token.i)
        recipients = self._recipients(frame, token.i, words, actors)
        return Match(frame, token.i, words, actors, others(recipients, actors), needs_speaker=speaker)

    def _is_own_harm(self, token: Token, words: Sequence[int]) -> bool:
        """Say whether somebody does it to himself: "killed themselves", but not "blew himself up"."""
        own = (c for c in self._graph.parsed.children(token, "dobj") if c.i not in words)
        return any(c.text.lower().endswith(("self", "selves")) for c in own)

    def _recipients(
        self, frame: Frame, token: int, words: tuple[int, ...], actors: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        for union in frame.recipient:
            heads = [h for slot in union for h in self.heads(token, slot, words)]
            heads = [h for h in heads if not (self._is_victim(frame, h) or self._is_wronged(frame, h, token))]
            # "endorsed his rival": whose he is, is the doer
            found = self._cast.whole(others(self._cast.actors(heads), actors))
            if found:
                return found
            if any(self._is_somebody(h) for h in heads):
                return ()  # "charged him with belonging to a gang": of nobody knows whom, not of the gang
        return self._behind(frame, token, words, {mention.head for mention in actors})

    def _is_victim(self, frame: Frame, head: int) -> bool:
        """Say whether somebody only suffered what is condemned: Chad in "condemned the raid on Chad"."""
        blamed = frame.type is EventType.ACCUSE and "in-words" not in frame.marks
        return blamed and self._victims.suffered(head)

    def _is_wronged(self, frame: Frame, head: int, token: int) -> bool:
        """Say whether something was done to whom a complaint names: "complained that its crews had been beaten"."""
        suffers = self._tokens[head].dep == "nsubjpass" and self._tokens[head].head != token
        return frame.type is EventType.ACCUSE and suffers

    def _is_somebody(self, head: int) -> bool:
        """Say whether a word means a person, whoever it is: "him", "her", "them"."""
        return self._tokens[head].tag == "PRP" and self._tokens[head].text.lower() in PERSONAL

    def _behind(self, frame: Frame, token: int, words: tuple[int, ...], taken: set[int]) -> tuple[Mention, ...]:
        """Find whose things are acted upon: "homes of Palestinians", "German goods", "Chile's embassy"."""
        for union in frame.recipient:
            heads = [h for slot in union for h in self.heads(token, slot, words)]
            inner = [i for h in heads for name in ("poss", "mod", "of") for i in self._graph.slots(h).get(name, ())]
            inner = [i for i in inner if not self._is_victim(frame, i)]
            found = tuple(m for m in self._cast.actors(inner) if m.head not in taken and m.kind in NAMING)
            if found:
                return found
        return ()

    def _is_carried_out(self, token: Token) -> bool:
        """Say whether an event noun is the object of a verb that does it: "launched an attack", "a raid by ..."."""
        above = self._graph.parsed.head(token)
        while above.dep == "conj" and above.pos == "NOUN":
            above = self._graph.parsed.head(above)
        carried = token.dep in {"dobj", "nsubjpass", "conj", "attr"}
        if token.dep == "pobj" and above.lemma == "in":  # "engaged in shelling"
            carried, above = True, self._graph.parsed.head(above)
        return carried and above.lemma in self._lexicon.sets["carrying_verbs"]

    def _holds(self, conditions: Conditions, token: int, words: tuple[int, ...], *, unsaid: bool = False) -> bool:
        for slot, items in conditions:
            if unsaid and slot == "subj" and SAID not in items:
                continue
            if not self._fits(slot, items, token, words):
                return False
        return True

    def _any(self, conditions: Conditions, token: int, words: tuple[int, ...]) -> bool:
        return any(self._fits(slot, items, token, words, loose=True) for slot, items in conditions)

    def _fits(
        self, slot: str, items: tuple[str, ...], token: int, words: tuple[int, ...], *, loose: bool = False
    ) -> bool:
        """Say whether a slot fits; `loose` also looks at what is compounded with its head ("Typhoon Haiyan")."""
        heads = self.heads(token, slot, words)
        if loose and heads:
            compounds = [c.lemma for h in heads for c in self._graph.parsed.children(self._tokens[h], "compound")]
            if any(item in compounds for item in items):
                return True
        if slot == "subj" and "#actor" in items and not loose and self._doers.wielders(token):
            return True
        if not heads:
            return "#none" in items
        return self.restrictions.any_fits(items, heads)

    def _is_unsaid(self, token: Token) -> bool:
        """Say whether a passive leaves out who did it: of "was raided" nobody can be asked to be police."""
        helped = self._graph.parsed.has(token, "auxpass")
        return helped and not self._graph.slots(token.i).get("subj")


@lru_cache(maxsize=20_000)
def _is_phrase(words: tuple[str, ...]) -> bool:
    """Say whether a noun's trigger goes on after it ("exchange of views"), rather than ending in it ("air strike")."""
    return not PREPOSITIONS.isdisjoint(words)


def _lemma(token: Token, kind: str) -> str:
    """Return the form under which the lexicon knows a word: participles used as adjectives stand as they are."""
    return token.text.lower() if kind == "adjective" and token.pos == "VERB" else token.lemma


def others(found: tuple[Mention, ...], actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave out whoever acts: the same mention, its chain, or a pronoun or possessive of its country."""
    heads, chains = {m.head for m in actors}, {m.chain for m in actors}
    own = [m.resolution for m in actors if m.resolution]
    return tuple(m for m in found if m.head not in heads and m.chain not in chains and not _is_same_side(m, own))


def _is_same_side(mention: Mention, own: Sequence[Resolution]) -> bool:
    """Say whether "its", "it" or "we" is only the doers' own side; another person of their country is not."""
    known = mention.resolution
    if known is None or mention.kind not in {MentionKind.PRONOUN, MentionKind.DEICTIC}:
        return False
    same = [r for r in own if r.country == known.country]
    return any(r.sectors == known.sectors or not known.sectors or not r.sectors for r in same)
