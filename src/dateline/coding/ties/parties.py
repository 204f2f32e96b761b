"""Who the words of a relation name: the actors in its slots, and whom the report tells of where they name none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from dateline.coding.frames.matching import Matcher
from dateline.coding.parties.cast import Cast, is_of_states
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.bodies import Bodies
from dateline.coding.ties.context import CLEAR, SHARE, Told, as_land, is_assumed, outside
from dateline.coding.ties.lands import ISLES, Lands
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.other_lands import NEAR, OtherLands
from dateline.coding.ties.slots import Slots
from dateline.coding.ties.words import lexicon
from dateline.knowledge.ties import TiePattern
from dateline.model import Participant, Resolution, ResolvedStory, Token, codes_of

WORDS = re.compile(r"\w+")
PAYING = frozenset({"pay", "foot", "paymaster"})
TALKS = frozenset({"talk", "meeting", "consultation", "negotiation", "dialogue", "summit"})


class TieParties:
    """Finds who fills the slots of patterns of relations in one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, cast: Cast, matcher: Matcher, lasting: Lasting) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._cast = cast
        self._matcher = matcher
        self._lasting = lasting
        self.told = Told(resolved, cast)
        self.others = OtherLands(resolved, self.told)
        self.lands = Lands(resolved, self.told, self.others)
        self.bodies = Bodies(resolved, cast)
        self._slots = Slots(resolved, graph, matcher, lasting, self.told)

    def heads(self, token: Token, slot: str) -> list[int]:
        """Return the heads of a slot, also where a relation's verb or the sentence above has what its noun lacks."""
        return self._slots.heads(token, slot)

    def fill(self, token: Token, slots: Sequence[Sequence[str]], *, bodies: bool = False) -> tuple[Participant, ...]:
        """Return who fills the first of some slots; whose country is only assumed gives way to those named.

        "Turkey has stationed troops": whose they are is said, not assumed.
        """
        found: tuple[Participant, ...] = ()
        for union in slots:
            heads = [h for slot in union for h in self.heads(token, slot)]
            senders = [s for h in heads for s in self.sender(h)]
            found = self.participants([*heads, *senders], bodies=bodies) or found
            found = self.with_it(heads, found)
            if found and not is_assumed(found[0]):
                return found
        return found or self._told_before(token)

    def _told_before(self, noun: Token) -> tuple[Participant, ...]:
        """Return between whom talks are that an earlier sentence told of: "The talks, which have been held yearly"."""
        if noun.lemma not in TALKS or not any(c.lemma == "the" for c in self._parsed.children(noun, "det")):
            return ()
        for earlier in reversed(self._parsed.tokens[: self._parsed.sentences[noun.sent].first]):
            if earlier.lemma in TALKS and earlier.pos == "NOUN":
                slots = self._graph.slots(earlier.i)
                found = self.participants([*slots.get("between", ()), *slots.get("with", ()), *slots.get("subj", ())])
                if len(codes_of(found)) > 1:
                    return found
        return ()

    def with_it(self, heads: Iterable[int], found: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Add who "it" is where the chains take it for nobody, or for the other party: "with Oslo it has a pact"."""
        for head in heads:
            token = self._parsed.tokens[head]
            its = [p for p in found if p.span.start <= token.start < p.span.end]
            own = codes_of(its)
            others = [p for p in found if p not in its]
            taken = codes_of(others)
            if (not own or own <= taken) and not self._is_of_the_first(token, own):
                doer = token.dep in {"nsubj", "nsubjpass", "poss"}
                meant = self.lands.it(token, taken) if doer or len(taken) == 1 else ()
                meant = meant or (self.lands.meant(token, taken) if len(taken) == 1 and not own else None) or ()
                found = (*others, *meant) if meant else found
        return found

    def _is_of_the_first(self, token: Token, own: Collection[str]) -> bool:
        """Say whether a possessive stands for the first of two joined: "Serbia and its ally Russia"."""
        noun = self._parsed.head(token)
        first = self._parsed.head(noun)
        known = codes_of(self.told.known(first.i)) if token.dep == "poss" and noun.dep == "conj" else frozenset()
        return bool(own) and set(own) <= known

    def participants(
        self, heads: Iterable[int], others: Collection[str] = (), *, bodies: bool = False
    ) -> tuple[Participant, ...]:
        """Return the actors that some heads name; those whose country is only assumed only if there are no others.

        A word for a land ("the country") is read as one beside the `others` given. With `bodies` names that only look
        like those of bodies of states are taken for such.
        """
        heads = [whose for head in heads for whose in self._that_of(head)]
        found: list[Participant] = []
        for head in heads:
            token = self._parsed.tokens[head]
            isle = token.lemma in ISLES or any(c.lemma in ISLES for c in self._parsed.children(token, "compound"))
            meant = self.lands.meant(token, others) if others or isle else self.lands.alone(token)
            if meant is not None and (meant or others):
                found += meant
                continue
            body = self._body(token) if bodies else None
            if body is not None:
                found.append(body)
                continue
            meant = self.told.meant(head) or self.lands.ruler(self._parsed.tokens[head])
            if others and set(others) & codes_of(meant or ()):
                meant = self.told.others(token, others) or meant
            own = [self._cast.participant(m) for m in self._cast.actors([head])]
            former = self.told.is_former(self._parsed.tokens[head])
            nobody = (
                former
                or not any(p.resolution.codes and not is_assumed(p) for p in own)
                or self.told.counts(self._parsed.tokens[head])
                or self.told.is_group(self._parsed.tokens[head])
                or (self.told.is_body(head) and all(p.resolution.rule.startswith("description") for p in own))
            )
            if not meant and (number := self.told.number(token)) and len(codes_of(own)) < number:
                continue  # "five states", which the report does not name
            found += meant if meant and nobody else own or self._around(head)
        found = _once(found)
        return tuple(p for p in found if not is_assumed(p)) or tuple(found)

    def _that_of(self, head: int) -> list[int]:
        """Return whose "that of Chad" is, in place of a word that only stands for a thing told before."""
        token = self._parsed.tokens[head]
        if token.lemma not in {"that", "those"}:
            return [head]
        of = [p for p in self._parsed.children(token, "prep") if p.lemma == "of"]
        return [c.i for p in of for c in self._parsed.children(p, "pobj")] or [head]

    def _around(self, head: int) -> list[Participant]:
        """Return the body of states whose name only describes a noun: NATO of "Poland has been a NATO member"."""
        over = (m for m in self._resolved.mentions if m.first <= head < m.last and m.head != head and m.resolution)
        return [self._cast.participant(m) for m in over if m.resolution is not None and is_of_states(m.resolution)][:1]

    def _body(self, token: Token) -> Participant | None:
        """Return the body of states that a word names, or the name beside it: "members of a pact, the CSTO"."""
        if token.pos == "NOUN" and not self.told.known(token.i):
            of = self._parsed.head(token)
            beside = (*self._parsed.children(token, "appos"), *self._parsed.children(self._parsed.head(of), "appos"))
            named = [self._cast.participant(m) for c in beside for m in self._cast.actors([c.i]) if c.i > token.i]
            found = next((p for p in named if is_of_states(p.resolution)), None)
            if found is not None and token.lemma in lexicon().words.bodies:
                return found
        return self.bodies.named(token.i)

    def sender(self, head: int) -> list[int]:
        """Return whose plain forces are, where a verb over them tells: "Spain has 500 soldiers serving in Lebanon"."""
        token = self._parsed.tokens[head]
        above = self._parsed.head(token)
        mention = self._cast.mention(head)
        named = mention is not None and any(
            self._cast.mention(c.i) for c in self._parsed.children(token, "amod", "nmod", "compound", "poss", "prep")
        )
        said = mention is not None and mention.resolution is not None and mention.resolution.rule.startswith("demonym")
        plain = token.pos == "NOUN" and token.dep == "dobj" and not named and not said  # "has 500 American soldiers"
        if plain and above.pos in VERBAL_POS and above.lemma in lexicon().words.senders:
            return self._given(above) or self._graph.slots(above.i).get("subj", [])
        return []

    def _given(self, verb: Token) -> list[int]:
        """Return who is given time or leave to do something: "gave France a month to withdraw its men"."""
        above = self._parsed.head(verb)
        told = verb.dep in {"advcl", "xcomp"} and above.lemma in {"give", "allow", "grant", "offer", "let"}
        return self._graph.slots(above.i).get("iobj", []) if told else []

    def last_told(
        self, pattern: TiePattern, token: Token, own: Collection[str], word: Token | None = None
    ) -> tuple[Participant, ...]:
        """Return whom the report tells of, where a clause does not name its other party: nothing, or a mere `word`."""
        if not pattern.told:
            return ()
        if pattern.kind == "membership":
            said = [h for slot in ("of", "to", "mod") for h in self._matcher.heads(token.i, slot)]
            return () if said else self.told.body(token) or ()
        at_home = self._resolved.home is not None and self._resolved.home.country in own
        if pattern.kind == "aid" and (at_home or self._is_to_others(token) or self._is_spent_at_home(token, own)):
            return ()
        if (pattern.parties and len(own) != 1) or (len(own) > 1 and pattern.copula):
            return ()
        if at_home and (pattern.kind == "deployment" or len(own) > 1):
            return ()
        named = (p for p in outside(self.told.named(token.sent, token.i), own) if not self._is_told_aside(p, token))
        beside = {p.resolution.codes[0]: p for p in named}
        if pattern.kind == "mediation" and len(beside) == 2:
            return tuple(beside.values())  # "Togo and Benin met for talks that Ghana has steered since 2003"
        between = any(t.lemma == "between" for t in self._graph.core(self._lasting.verb(token).i))
        if own and not between:
            return self.others.of(token, own, word, near=NEAR if pattern.kind == "mediation" else 0.0)
        return self.told.sides(own, two=pattern.kind == "mediation", most=SHARE if between else CLEAR)

    def _is_told_aside(self, party: Participant, token: Token) -> bool:
        """Say whether a party stands in a relative clause without the word: "Togo, which shelters Beninese, ..."."""
        word = next((t for t in self._parsed.tokens if t.start >= party.span.start), token)
        while word.head != word.i:
            if word.dep == "relcl" and all(t.i != token.i for t in self._parsed.subtree(word)):
                return True
            word = self._parsed.head(word)
        return False

    def _is_to_others(self, token: Token) -> bool:
        """Say whether aid is told to go to somebody: "has given money to a fund", "the world's largest exporter"."""
        bought = ("for", "of") if token.lemma in PAYING else ()  # "pays for the hospital": the hospital gets no aid
        heads = [h for slot in ("for", "poss", "of") if slot not in bought for h in self.heads(token, slot)]
        named = any(self._cast.mention(h) for h in heads)  # "$40 million for schools" is to nobody
        return named or any(self.heads(token, slot) for slot in ("to", "obj.to"))

    def _is_spent_at_home(self, token: Token, own: Collection[str]) -> bool:
        """Say whether what is paid for lies in the payer's own land: "Japan pays for a hospital in Tokyo"."""
        core = {t.i for t in self._graph.core(token.i) if t.i > token.i}
        places = (t.place for t in self._resolved.toponyms if t.head in core and t.place is not None)
        return any(place.country in own for place in places)

    def of_mission(self, holder: Iterable[Participant]) -> tuple[Participant, ...]:
        """Return the land in which a mission is kept by its name: Lebanon for "UNIFIL"."""
        known = lexicon().words.missions
        named = ((p, known[word]) for p in holder for word in WORDS.findall(p.text) if word in known)
        for party, code in named:
            land = Resolution(name=code, country=code, score=0.8, rule="land of a mission")
            return self.told.first(code) or (replace(party, resolution=land),)
        return ()

    def here(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """Read "on the island", "in the north": a part of the land that the report comes from."""
        home = self._resolved.home
        for head in heads:
            token = self._parsed.tokens[head]
            plain = {c.dep for c in self._parsed.children(token)} <= {"det", "amod", "relcl"}
            if home is not None and home.country and plain and token.lemma in lexicon().words.here:
                return (as_land(token, home, score=0.6),)
        return ()


def _once(parties: Iterable[Participant]) -> list[Participant]:
    """Return parties in text order, each span once."""
    found = {(p.span.start, p.span.end, p.resolution.codes): p for p in parties}
    return [found[key] for key in sorted(found)]
