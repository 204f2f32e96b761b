"""Pairs of parties that no frame joined, to be shown to the classifier.

It is asked about actor and recipient of one predicate, about a speaker and the first party of another country in what
he says and, where a user's own types are tried, about the first two parties of a sentence in which no frame fired.
Each question costs as much as parsing a sentence, and few of them find an event; those are left out that hardly ever do
(decision 0009): of a predicate that is only imagined, planned or denied, and of parties more than a dozen words apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.coding.drafts import Draft
from dateline.coding.parties.cast import Cast
from dateline.coding.speech.spoken import Proposal, spoken_pairs
from dateline.coding.status.status import read_status
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Mention, Sentence, Statement, Status, Token

INDIRECT = frozenset({"subj", "comp", "purpose", "in", "at", "near", "during", "after", "before", "as", "like", "than"})
# What a predicate without a frame must be told as; planned and denied it was never written, and rarely taken for one.
TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
# Words from one party's head to the other's.
NEAR = 12


class Proposals:
    """The pairs of one story that are worth a question."""

    def __init__(
        self, graph: Graph, cast: Cast, statements: Sequence[Statement], *, quiet: frozenset[str], every: bool = False
    ) -> None:
        """Prepare for one story; `quiet` are lemmas of verbs that tell no event, `every` leaves no question out."""
        self._graph = graph
        self._cast = cast
        self._parsed = graph.parsed
        self._quiet = quiet
        self._every = every
        self._spoken = tuple(spoken_pairs(self._parsed, cast, statements))
        self.cues = frozenset(cue.i for _, _, cue in self._spoken)

    def of(self, drafts: Sequence[Draft]) -> Iterator[Proposal]:
        """Yield actor, recipient and predicate of the pairs that no draft holds, those of verbs first."""
        taken = {
            (a.chain, r.chain) for d in drafts for a in (*d.actors, *d.recipients) for r in (*d.actors, *d.recipients)
        }
        triggers = {t for d in drafts for t in d.trigger}
        for actor, recipient, predicate in self._candidates(drafts, triggers):
            pair = (actor.chain, recipient.chain)
            if pair in taken or not self._are_two(actor, recipient):
                continue
            if self._every or self._is_likely(actor, recipient, predicate):
                taken.add(pair)
                yield actor, recipient, predicate

    def _candidates(self, drafts: Sequence[Draft], triggers: set[int]) -> Iterator[Proposal]:
        attacks = {d.token for d in drafts if d.type is EventType.ASSAULT}
        yield from (found for found in self._by_verbs(triggers) if not self._is_toll(found[2], attacks))
        spoken = [d for d in drafts if d.needs_speaker]
        answered = {(self._parsed.tokens[d.token].sent, m.chain) for d in spoken for m in d.recipients}
        left = (found for found in self._spoken if (found[2].sent, found[1].chain) not in answered)
        yield from (found for found in left if found[2].i not in triggers)
        told = {self._parsed.tokens[d.token].sent for d in drafts}
        for sentence in self._parsed.sentences:
            if self._every and sentence.i not in told:
                yield from self._first_two(sentence)

    def _is_toll(self, verb: Token, attacks: set[int]) -> bool:
        """Say whether a verb only tells what an attack did: "raided a camp, wounding six"."""
        return verb.dep == "advcl" and verb.tag == "VBG" and verb.head in attacks

    def _by_verbs(self, triggers: set[int]) -> Iterator[Proposal]:
        for token in self._parsed.tokens:
            if token.pos != "VERB" or token.lemma in self._quiet or token.i in triggers:
                continue
            if token.dep in {"amod", "compound"}:
                continue  # "travel restrictions", with the noun taken for a verb
            slots = self._graph.slots(token.i)
            actors = self._cast.actors(slots.get("subj", ()))
            heads = [h for slot, found in slots.items() if slot not in INDIRECT for h in found]
            recipients = self._cast.actors(heads)
            if actors and recipients:
                yield actors[0], recipients[0], token

    def _first_two(self, sentence: Sentence) -> Iterator[Proposal]:
        """Yield the first two parties of a sentence in which no frame fired: whoever acts by its verb, and the next."""
        tokens = self._parsed.sentence_tokens(sentence)
        parties = [m for t in tokens for m in self._cast.actors((t.i,)) if t.pos != "PRON" and _is_party(m)]
        verbs = [t for t in tokens if t.pos == "VERB" and t.lemma not in self._quiet]
        for actor, recipient in pairwise(parties[:3]):
            between = next((v for v in verbs if actor.head < v.i < recipient.head), None)
            if between is not None and (self._every or actor.head in self._graph.slots(between.i).get("subj", ())):
                yield actor, recipient, between
                return

    def _is_likely(self, actor: Mention, recipient: Mention, predicate: Token) -> bool:
        near = abs(actor.head - recipient.head) <= NEAR
        return near and read_status(predicate, self._graph).status in TOLD

    def _are_two(self, actor: Mention, recipient: Mention) -> bool:
        tokens = self._parsed.tokens
        if tokens[actor.head].sent != tokens[recipient.head].sent or actor.span.overlaps(recipient.span):
            return False
        a, b = actor.resolution, recipient.resolution
        if a is None or b is None or not (a.country or b.country):
            return False  # of two private parties the news tells little, and each pair costs time
        return (a.country, a.sectors) != (b.country, b.sectors)


def _is_party(mention: Mention) -> bool:
    resolution = mention.resolution
    return resolution is not None and (resolution.country is not None or bool(resolution.sectors))
