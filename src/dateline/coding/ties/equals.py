"""Between whom a relation of equals is, and who its other side is where a clause names only one."""

from __future__ import annotations

from collections.abc import Collection

from dateline.coding.frames.matching import Matcher
from dateline.coding.parties.cast import is_of_states
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.context import as_land, is_assumed, outside
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.members import Members
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.words import lexicon
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import TiePattern
from dateline.model import EntityKind, Participant, ResolvedStory, Token, codes_of

# Relations whose two states may stand anywhere in their clause.
WIDE = frozenset({"treaty", "alliance", "partnership", "diplomatic-relations"})
ITS = frozenset({"it", "its", "they", "their"})
FRIENDS = frozenset({"alliance", "partnership"})
MAX_CLIMB = 6


def is_body(participant: Participant) -> bool:
    """Say whether a party is a body that states belong to."""
    entity = participant.resolution.entity
    plain = entity is not None and entity.kind is EntityKind.ORGANISATION
    return plain or is_of_states(participant.resolution)


def allied(kind: str, parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return the parties of a friendship without the body that only tells of what kind it is: "allies in NATO"."""
    states = tuple(p for p in parties if INTERNATIONAL.isdisjoint(p.resolution.codes))
    if kind in FRIENDS and len(codes_of(states)) > 1:
        return states
    named = [p for p in states if kind != "membership"]  # "the Nordic ministers" are of five states, and of no body
    return tuple(p for p in parties if p in states or not any(p.span.overlaps(state.span) for state in named))


class Equals:
    """Finds the parties of the relations of equals of one story."""

    def __init__(
        self, resolved: ResolvedStory, graph: Graph, matcher: Matcher, lasting: Lasting, parties: TieParties
    ) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._matcher = matcher
        self._lasting = lasting
        self._parties = parties
        self._members = Members(resolved, parties.told)

    def of(self, pattern: TiePattern, token: Token) -> tuple[Participant, ...]:
        """Return between whom a pattern's relation is; empty where its sides are not all known."""
        if self._is_other(pattern, token):
            return ()
        parties = (pattern.under and self.made_by(token)) or self._parties.fill(
            token, pattern.parties, bodies=pattern.kind == "membership"
        )
        if pattern.under:
            parties = self._under(token, parties)
        if pattern.kind == "conflict" and self._is_inside(pattern, parties):
            return self._where(token)
        parties = self._as_told(pattern, token, parties)
        if pattern.kind == "membership":
            if not any(is_body(p) for p in parties) or self._is_seat(parties):
                return ()
            heads = [h for union in pattern.parties for slot in union for h in self._parties.heads(token, slot)]
            people = [h for h in heads if self._parsed.tokens[h].ent == "PERSON"]
            if any(not self._parties.told.known(h) for h in people):
                return ()  # "a liberal member of the European Parliament"
            parties = self._members.fitting(heads, parties)
        parties = self._with_other(pattern, token, parties)
        return parties if self._are_whole(pattern, parties) else ()

    def _is_inside(self, pattern: TiePattern, parties: tuple[Participant, ...]) -> bool:
        """Say whether a war is one within a land that no word beside it names: "the army and the rebels are at war"."""
        assumed = all(is_assumed(p) for p in parties) and len(codes_of(parties)) < 2
        return assumed and (bool(parties) or (pattern.inner and pattern.told))

    def _where(self, token: Token) -> tuple[Participant, ...]:
        """Return the land in which a war within one is told to be: of a place in its clause, else the report's own."""
        verb = self._lasting.verb(token)
        named = self._in_clause(token)
        if len(named) == 1:
            return tuple(named.values())
        core = {t.i for t in self._graph.core(verb.i)} | ({verb.head} if verb.dep == "relcl" else set())
        places = [t for t in self._resolved.toponyms if t.head in core and t.place is not None and t.place.country]
        if places and places[0].place is not None:
            return (as_land(self._parsed.tokens[places[0].head], places[0].place, score=0.5),)
        return self.at_home(()) or self._parties.lands.home(token, ()) or self._parties.told.sides((), two=False)

    def _is_seat(self, parties: tuple[Participant, ...]) -> bool:
        """Say whether a body is told by the city where it sits: nobody joins or leaves "Brussels" so."""
        return any(is_body(p) and p.resolution.rule.startswith("capital") for p in parties)

    def _is_other(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether a partner is one in trade, or a member one of a board: "its biggest trading partner"."""
        words = {"partnership": lexicon().words.not_partners, "membership": lexicon().words.not_members}
        below = self._parsed.children(token, "compound", "amod")
        return any(c.text in words.get(pattern.kind, ()) for c in below)  # "a Security Council member" is one

    def _under(self, token: Token, parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Add the other side of a pact under which only one is said to do something."""
        if not parties and self._lasting.pacts.is_old(token):
            return self.of_the_pact(token)  # "patrols have gone unarmed under an accord of 1996"
        if len(codes_of(parties)) != 1:
            return parties
        parties = (*parties, *self.beside(token, codes_of(parties)))
        parties = self.of_the_clause(token) or parties
        own = codes_of(parties)
        return (*parties, *self.at_home(own, noun=token)) if len(own) == 1 else parties

    def _as_told(self, pattern: TiePattern, token: Token, parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Add whom the report tells of, where a pattern lets a clause leave out a party."""
        elsewhere = pattern.kind != "membership" and self._parties.heads(token, "with")  # "close ties with the South"
        if pattern.told and not pattern.inner and not pattern.force and not elsewhere and self._lacks(pattern, parties):
            parties = (*parties, *self._parties.last_told(pattern, token, codes_of(parties)))
        if pattern.told and pattern.kind == "regular-consultation" and not parties:
            return self._parties.others.pair(token)  # "the joint commission meets yearly"
        return self.of_the_pact(token) if pattern.told and pattern.force and not parties else parties

    def _lacks(self, pattern: TiePattern, parties: tuple[Participant, ...]) -> bool:
        """Say whether a relation's parties are not whole: no body for its members, or one side alone."""
        if pattern.kind == "membership":
            return bool(parties) and not any(is_body(p) for p in parties)
        return len(codes_of(parties)) == 1

    def _with_other(
        self, pattern: TiePattern, token: Token, parties: tuple[Participant, ...]
    ) -> tuple[Participant, ...]:
        """Add the other side of a relation that its words give one side of."""
        wide = (pattern.kind in WIDE or (pattern.told and pattern.dated)) and not pattern.founded
        named = [p for p in parties if p.text.lower() not in ITS]  # "Aceh's rebels and Jakarta"
        if wide and len(named) < 2 and len(codes_of(parties)) == 1:
            parties = self.of_the_clause(token) or parties
        if pattern.kind == "treaty" and pattern.founded and not parties:
            return self._of_a_pact(token)
        own = codes_of(parties)
        had = token.dep == "dobj" and self._parsed.has(self._parsed.head(token), "nsubj")
        if pattern.kind == "treaty" and (pattern.force or pattern.founded) and self.only_with(token) and not had:
            return (*parties, *self.at_home(own))
        if pattern.apposed and pattern.kind in FRIENDS and len(own) == 1:
            states = token.lemma == "ally" and not any(_is_man(p) for p in parties)  # "a Roe ally" is a man's man
            alone = self._parties.others.of(token, own) if states else ()
            return (*parties, *(self.subject(token, own) or alone))
        return parties

    def _of_a_pact(self, token: Token) -> tuple[Participant, ...]:
        """Return between whom a pact is that its words do not tell: "an accord of 1994 obliges Chile to pay Peru"."""
        verb = self._lasting.verb(token)
        begun = verb.lemma in lexicon().words.beginnings and not self._parsed.has(verb, "dobj")
        if token.dep != "nsubj" or begun:
            return ()
        parties = self.of_the_clause(token)
        if parties:
            return parties
        named = tuple(self._in_clause(token).values())
        counted = [t.i for t in self._graph.core(verb.i) if self._parties.told.counts(t)]
        if counted and not named:
            return self._parties.participants(counted)
        if not named:
            beside = {p.resolution.codes[0]: p for p in self._parties.told.named(token.sent, len(self._parsed.tokens))}
            if len(beside) == 2:  # "Bo told Li that the treaty of 1960 covers the islets"
                return tuple(beside.values())
            return self.of_the_pact(token) if token.pos == "NOUN" else ()
        return (*named, *self.at_home(codes_of(named), noun=token)) if len(named) == 1 else ()

    def _are_whole(self, pattern: TiePattern, parties: tuple[Participant, ...]) -> bool:
        """Say whether a relation has two sides: two states, or a state and rebels of its own."""
        found = len(codes_of(parties))
        if pattern.inner:
            return found == 1
        doubled = found == 1 and len(parties) > 1 and (pattern.force or pattern.kind == "conflict")
        return found > 1 or doubled

    def of_the_pact(self, noun: Token) -> tuple[Participant, ...]:
        """Return the two states of a report between which "the truce", told of before, must be."""
        slots = ("of", "with", "between", "mod", "poss", "for")
        told = (h for slot in slots for h in self._matcher.heads(noun.i, slot))
        bare = all(self._parsed.tokens[h].pos == "NUM" for h in told)  # "the treaty of 1960"
        if any(c.text.lower() == "there" for c in self._parsed.children(noun)):
            return ()
        over = any(c.lemma in {"over", "along", "in", "on"} for c in self._parsed.children(noun, "prep"))
        definite = over or any(
            c.lemma in {"the", "this", "that", "a", "an"} for c in self._parsed.children(noun, "det")
        )
        return self._parties.others.pair(noun) if bare and definite else ()

    def of_the_clause(self, token: Token) -> tuple[Participant, ...]:
        """Return the two states that a clause names in any place: "British jets rotate through Cypriot ports"."""
        found = self._in_clause(token)
        return tuple(found.values()) if len(found) == 2 else ()

    def _in_clause(self, token: Token) -> dict[str, Participant]:
        """Return the states that a clause names in any place, by code, asides in brackets of commas left out."""
        verb = self._lasting.verb(token)
        found: dict[str, Participant] = {}
        for word in sorted(self._graph.core(verb.i), key=lambda t: t.i):
            for party in self._parties.told.known(word.i):
                found.setdefault(party.resolution.codes[0], party)
        return found

    def made_by(self, noun: Token) -> tuple[Participant, ...]:
        """Return who made a pact, where a clause behind it tells: "the treaty that it concluded with Israel"."""
        for clause in self._parsed.children(noun, "relcl", "acl"):
            if clause.lemma in lexicon().words.beginnings:
                slots = self._graph.slots(clause.i)
                heads = [h for slot in ("subj", "with", "between", "by") for h in slots.get(slot, ()) if h != noun.i]
                found = self._parties.participants(heads)
                if len(codes_of(found)) > 1:
                    return found
        return ()

    def only_with(self, noun: Token) -> bool:
        """Say whether a pact tells only with whom it is: "treaties like it bind Chad and Niger too"."""
        heads = [h for slot in ("of", "between", "mod", "poss", "for", "in") for h in self._matcher.heads(noun.i, slot)]
        named = self._parties.participants(heads) or self._parsed.has(noun, "poss")
        return not named and bool(self._parties.heads(noun, "with") or self._parties.heads(noun, "in.with"))

    def subject(self, noun: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return whose ally somebody is who is described aside: "Damascus depends on Iran, an ally since 1980"."""
        verb = self._parsed.head(noun)
        for _ in range(MAX_CLIMB):
            if verb.pos in VERBAL_POS:
                break
            verb = self._parsed.head(verb)
        found = [p for h in self._graph.slots(verb.i).get("subj", ()) for p in self._parties.told.known(h)]
        return outside(found, own) if len(found) == 1 else ()

    def at_home(self, own: Collection[str], *, noun: Token | None = None) -> tuple[Participant, ...]:
        """Return the other side of a pact of which a clause gives one: its sentence's, else the report's own land."""
        home = self._resolved.home
        if noun is not None:
            # Those named before the pact count first: "sent men to Chad under a pact of 1974, and Togo warned it".
            for before in (noun.i, len(self._parsed.tokens)):
                named = {p.resolution.codes[0]: p for p in self._parties.told.named(noun.sent, before)}
                others = {code: p for code, p in named.items() if code not in own}
                if len(others) == 1:
                    return tuple(others.values())
            if others:
                return ()
            return self._parties.others.of(noun, own)
        if home is None or not home.country or home.country in own:
            return ()
        return self._parties.told.first(home.country)

    def beside(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the report's own land where a pact's single party does something in a part of it: "on the island"."""
        heads = [h for slot in ("on", "in", "obj.on", "obj.in") for h in self._parties.heads(token, slot)]
        return outside(self._parties.here(heads), own)


def _is_man(party: Participant) -> bool:
    entity = party.resolution.entity
    return entity is not None and entity.kind is EntityKind.PERSON
