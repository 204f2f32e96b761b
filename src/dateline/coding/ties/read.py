"""Standing relations that the trigger model reads on words where no pattern reads one (decision 0016).

Patterns know the words and manners in which most relations are told, and are right more often. A report has others:
"its paymaster", "the 1936 accord that leaves the straits to Ankara", "whose marines never left". The model says which
word of a report of politics names a relation, of which kind, and points to both parties.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dateline.coding.models.pointed import words_pointed
from dateline.coding.models.triggers import Pointed, SentenceRead, StoryReads
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.context import is_assumed
from dateline.coding.ties.equals import allied
from dateline.coding.ties.hosts import Hosts
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.record import TieRecords
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import TiePattern, read_pattern
from dateline.model import Participant, Sentence, Tie, Token, codes_of

# The share of a kind that makes a relation (of those of held-out reports).
LIKELY = 0.6
# Below which share of its kind a pattern's relation does not stand, of kinds that patterns read where nobody marks any.
RULED_OUT = {"membership": 0.2, "diplomatic-relations": 0.2, "treaty": 0.2, "sanctions": 0.05}
# Kinds whose parties are equals: which of them holds it says nothing.
EQUALS = frozenset({
    "alliance", "conflict", "diplomatic-relations", "dispute", "membership", "partnership", "regular-consultation",
    "treaty",
})  # fmt: skip
# Kinds of equals of which a report that names one side mostly is about the other.
TWOSOME = EQUALS - {"membership", "conflict"}
# Kinds that a state may have with people of its own.
INNER = frozenset({"conflict"})
# Kinds of which one pair has one at a time: "an important partner" is not a member, too.
NEAR = frozenset({"partnership", "alliance", "membership"})
# Kinds that end with what is done: told in the past they are over.
ONGOING = frozenset({
    "deployment", "aid", "mediation", "programme", "conflict", "dispute", "sanctions", "partnership", "alliance",
    "regular-consultation",
})  # fmt: skip
# What stands under a pact, and how many words before it "under" is looked for.
PACT, KEEPING, UNDER = "treaty", "deployment", 5
KEPT = frozenset({KEEPING, "programme", "aid"})
# Sectors whose relations of equals are with others of their land.
INWARD = frozenset({"PTY", "OPP", "LEG", "LAB", "BUS", "MNC"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


class ReadTies:
    """Reads the relations of one story."""

    def __init__(
        self, reads: StoryReads, graph: Graph, lasting: Lasting, sides: TieParties, hosts: Hosts, records: TieRecords
    ) -> None:
        self._reads = reads
        self._graph = graph
        self._parsed = graph.parsed
        self._lasting = lasting
        self._sides = sides
        self._hosts = hosts
        self._records = records

    def upheld(self, sentence: Sentence, found: Sequence[Tie]) -> list[Tie]:
        """Return the relations of a sentence that patterns read and the model does not rule out."""
        if not found or not self._reads.is_worth(sentence):
            return list(found)
        bonds = self._reads.of(sentence).bonds.values()
        shares = {tie.kind: max((b.share for b in bonds if b.kind == tie.kind), default=0.0) for tie in found}
        return [tie for tie in found if shares[tie.kind] >= RULED_OUT.get(tie.kind, 0.0)]

    def of(self, sentence: Sentence, known: Sequence[Tie]) -> Iterator[Tie]:
        """Yield the relations of a sentence that are of no kind that patterns read in it (`known`).

        A pact whose own words name no two parties binds those of the relation that stands under it.
        """
        if not self._reads.is_worth(sentence):
            return
        read = self._reads.of(sentence)
        found = list(known)
        pacts: list[Token] = []
        for token in self._named(sentence, read):
            start = token.start - sentence.span.start
            kind = read.bonds[start].kind
            if any(tie.kind == kind and _is_within(token, tie) for tie in found):
                continue
            tie = self._tie(token, read_pattern(kind), read, start)
            if tie is not None and not _is_known_as(tie, found) and not _is_part_of(tie, found):
                found.append(tie)
            elif kind == PACT:
                pacts.append(token)
        if pacts and not any(tie.kind == PACT for tie in found):
            found += self._of_others(pacts[0], found)
        yield from found[len(known) :]

    def _of_others(self, pact: Token, found: Sequence[Tie]) -> Iterator[Tie]:
        """Yield a pact between the parties of what is kept under it: "French troops stay there under an accord"."""
        under = any(t.lemma == "under" for t in self._parsed.tokens[max(0, pact.i - UNDER) : pact.i])
        beside = next((tie for tie in found if tie.kind in KEPT), None)
        if under and beside is not None and self._lasting.facts.is_told(self._lasting.verb(pact), pact):
            yield self._records.of(read_pattern(PACT), pact, beside.parties, (), ())

    def _named(self, sentence: Sentence, read: SentenceRead) -> list[Token]:
        """Return the words that likely name a relation, the likeliest first."""
        found = []
        for token in self._parsed.sentence_tokens(sentence):
            bond = read.bonds.get(token.start - sentence.span.start)
            if bond is not None and bond.share >= LIKELY:
                found.append((bond.share, token))
        return [token for _, token in sorted(found, key=lambda one: -one[0])]

    def _tie(self, token: Token, pattern: TiePattern, read: SentenceRead, start: int) -> Tie | None:
        """Return the relation of a word; None where its clause denies it or its parties are not known."""
        verb = self._lasting.verb(token)
        told = self._lasting.facts.is_told(verb, token) and not (pattern.kind in ONGOING and self._is_over(token, verb))
        if not told and not self._lasting.force.is_told_of(token):
            return None
        if pattern.kind == PACT and self._lasting.pacts.is_made_now(token):
            return None
        holder, host = self._holder_and_host(token, pattern, read, start)
        own = codes_of(holder)
        parties = (*holder, *(p for p in host if p not in holder))
        inner = pattern.kind in INNER and bool(codes_of(host)) and len(parties) > 1
        if not own or not (inner or len(codes_of(parties)) > 1):
            return None
        bodies = codes_of(parties) & INTERNATIONAL
        if (pattern.kind == KEEPING and bodies & codes_of(host)) or (pattern.kind == "membership" and not bodies):
            return None  # soldiers are kept in a land, not with a body; one belongs to a body, not to a land
        parties = allied(pattern.kind, parties)
        equal = pattern.kind in EQUALS
        return self._records.of(pattern, token, parties, () if equal else holder, () if equal else host)

    def _holder_and_host(
        self, token: Token, pattern: TiePattern, read: SentenceRead, start: int
    ) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Return both sides of a relation; where words name one only, the story's land that is likeliest the other."""
        keepers, where = self._words(read.actor(start), token), self._words(read.recipient(start), token)
        holder = self._meant(keepers) or self._meant([i for word in keepers for i in self._sides.sender(word)])
        own = codes_of(holder)
        host = self._sides.with_it(where, (*holder, *self._meant(where, own)))[len(holder) :]
        word = self._parsed.tokens[where[0]] if where else None
        if self._is_open(pattern, holder, word) and not any(_is_told(p, own) for p in host):
            host = self._sides.last_told(pattern, token, own, word) or host
        elif pattern.kind in TWOSOME and not own and any(_is_told(p, ()) for p in host):
            keeper = self._parsed.tokens[keepers[0]] if keepers else None
            holder = self._sides.last_told(pattern, token, codes_of(host), keeper)
        return holder, host

    def _is_open(self, pattern: TiePattern, holder: Sequence[Participant], word: Token | None) -> bool:
        """Say whether a relation may be with a land that only the story tells.

        Equals of whom a word names no other land are parties and firms of one: "the Democrats and their partner".
        """
        if pattern.kind not in EQUALS:
            return bool(codes_of(holder))
        inner = any(p.resolution.sectors[:1] and p.resolution.sectors[0] in INWARD for p in holder)
        return len(codes_of(holder)) == 1 and not inner and (word is None or word.pos == "PRON")

    def _is_over(self, token: Token, verb: Token) -> bool:
        return not self._lasting.tenses.goes_on(verb) or self._lasting.habits.is_done(token, verb)

    def _words(self, pointed: Pointed, token: Token) -> list[int]:
        """Return the words that are pointed to rather than nobody."""
        if pointed.best[1] <= pointed.nobody:
            return []
        return words_pointed(self._graph, pointed, self._parsed.sentences[token.sent])

    def _meant(self, words: Sequence[int], own: Collection[str] = ()) -> tuple[Participant, ...]:
        """Return whom words stand for: parties, the lands of places, and those whose adjective alone is pointed to."""
        found: list[Participant] = []
        for word in words:
            token = self._parsed.tokens[word]
            named = self._sides.participants([word])
            if not codes_of(named) - set(own):  # "the island", "its neighbour", "in Praia"
                named = self._hosts.by_place([word], own) or self._sides.participants([word], own) or named
            if not named and token.text.lower() in {"there", "here"}:
                lands = self._sides.lands
                named = lands.home(token, own) if token.text.lower() == "here" else lands.before(token, own)
            if not named and token.dep in MODIFIERS:
                named = self._sides.participants([token.head], own)
            if not named:
                # "The archipelago's coast guard", "its officers", "Spanish boats", "Soto Cano, a Honduran base".
                aside = list(self._parsed.children(token, "appos"))
                beside = [c for t in (token, *aside) for c in self._parsed.children(t, "poss", *MODIFIERS)]
                named = self._sides.participants([c.i for c in beside], own)
                if own and not codes_of(named) - set(own):
                    named = next((it for c in beside if (it := self._sides.lands.it(c, own))), named)
            found.extend(p for p in named if p not in found)
        return tuple(found)


def _is_told(party: Participant, own: Collection[str]) -> bool:
    """Say whether words name a party's land beside a side that is known: "its gendarmes" and "them" do not."""
    assumed = is_assumed(party) or party.resolution.rule.startswith("pronoun")
    return not assumed and not set(party.resolution.codes) <= {*own}


def _is_within(token: Token, tie: Tie) -> bool:
    """Say whether a word stands among those that tell a relation already."""
    return any(e.span.start <= token.start < e.span.end for e in tie.evidence)


def _is_part_of(tie: Tie, found: Sequence[Tie]) -> bool:
    """Say whether a relation of the kind is known of all its parties, or of some of them and no others."""
    own = codes_of(tie.parties)
    same = (codes_of(other.parties) for other in found if other.kind == tie.kind)
    return any(own <= codes or codes <= own for codes in same)


def _is_known_as(tie: Tie, found: Sequence[Tie]) -> bool:
    """Say whether a near kind of relation of the same parties was read in the same sentence."""
    near = (other for other in found if {tie.kind, other.kind} <= NEAR)
    return any(codes_of(other.parties) == codes_of(tie.parties) for other in near)
