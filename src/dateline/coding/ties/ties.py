"""Standing relations that a report states: accreditation, deployment, membership, regular consultation, treaties."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.coding.frames.matching import Matcher
from dateline.coding.models.triggers import StoryReads
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.deployments import Deployments
from dateline.coding.ties.each_body import with_each_body
from dateline.coding.ties.equals import Equals, allied
from dateline.coding.ties.hosts import Hosts
from dateline.coding.ties.keepers import Keepers
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.merge import merged
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.patterns import TiePatterns
from dateline.coding.ties.read import ReadTies
from dateline.coding.ties.record import TieRecords
from dateline.coding.ties.sentences import worth_reading
from dateline.coding.ties.words import lexicon
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.ties import TiePattern, read_pattern
from dateline.model import ResolvedStory, Sentence, Statement, Tie, Token, codes_of

# Kinds of relations that firms have none of: "a unit of the bank operates there".
OF_STATES = frozenset(
    {"partnership", "treaty", "membership", "programme", "deployment", "alliance", "regular-consultation"}
)
FIRM, GANG = "BUS", "IMG"


def find_ties(
    resolved: ResolvedStory,
    statements: tuple[Statement, ...],
    *,
    graph: Graph | None = None,
    reads: StoryReads | None = None,
) -> tuple[Tie, ...]:
    """Return the standing relations of a story, in text order, each kind and pair of parties once.

    Args:
        resolved: The story, with first and second persons resolved.
        statements: Its statements, for who says so.
        graph: Its arguments, where they are being worked out already.
        reads: What the trigger model reads in a report of politics; nothing in other stories.
    """
    finder = _Finder(resolved, statements, graph or Graph(resolved.parsed), reads)
    return merged(found for sentence in worth_reading(resolved) for found in finder.of(sentence))


class _Finder:
    def __init__(
        self, resolved: ResolvedStory, statements: tuple[Statement, ...], graph: Graph, reads: StoryReads | None
    ) -> None:
        self._parsed = resolved.parsed
        cast = Cast(resolved, graph)
        matcher = Matcher(_no_frames(), graph, cast)
        bounds = Bounds(resolved, graph, beginnings=lexicon().words.beginnings)
        self._lasting = Lasting(graph, bounds)
        parties = TieParties(resolved, graph, cast, matcher, self._lasting)
        hosts = Hosts(resolved, graph, cast, self._lasting, parties)
        self._patterns = TiePatterns(graph, matcher, self._lasting, parties)
        self._deployments = Deployments(resolved.parsed, parties, hosts)
        self._keepers = Keepers(parties, hosts, self._deployments)
        self._among = Equals(resolved, graph, matcher, self._lasting, parties)
        self._records = TieRecords(resolved, statements, graph, bounds, self._lasting)
        self._read = ReadTies(reads, graph, self._lasting, parties, hosts, self._records) if reads is not None else None

    def of(self, sentence: Sentence) -> Iterator[Tie]:
        """Yield the relations of a sentence: those of the patterns, then those that only the trigger model reads."""
        found = [one for token in self._parsed.sentence_tokens(sentence) for one in self.at(token)]
        found = self._read.upheld(sentence, found) if self._read is not None else found
        yield from found
        if self._read is not None:
            yield from (tie for tie in self._read.of(sentence, found) if not _is_of_firms(tie))

    def at(self, token: Token) -> tuple[Tie, ...]:
        """Return the relations that the patterns of a word read, those of the first that reads any."""
        for pattern in self._patterns.of(token):
            ties = tuple(t for t in self._ties(pattern, token) if not _is_of_firms(t))
            if ties:
                return ties
        return ()

    def _ties(self, pattern: TiePattern, token: Token) -> Iterator[Tie]:
        """Yield the relations that a word tells in the way of a pattern."""
        if self._lasting.lasts(pattern, token) and self._patterns.fits(pattern, token):
            yield from self._kept(pattern, token) if pattern.holder else self._equals(pattern, token)

    def _kept(self, pattern: TiePattern, token: Token) -> Iterator[Tie]:
        """Yield the relation of one who keeps something with another; of an envoy it is his accreditation."""
        kept = self._keepers.of(pattern, token)
        if kept is None:
            return
        if pattern.kind == "deployment" and self._deployments.is_of_envoys(kept.holder):
            pattern = read_pattern("accreditation")
        yield self._records.of(pattern, token, (*kept.holder, *kept.host), kept.holder, kept.host)

    def _equals(self, pattern: TiePattern, token: Token) -> Iterator[Tie]:
        """Yield the relation of equals; of a member of two bodies one with each, since its own year."""
        parties = self._among.of(pattern, token)
        if not parties:
            return
        for own, body in with_each_body(pattern.kind, allied(pattern.kind, parties)):
            beside = next(t for t in self._parsed.tokens if t.end >= body.span.end) if body is not None else None
            yield self._records.of(pattern, token, own, (), (), beside=beside)


@cache
def _no_frames() -> FrameLexicon:
    return FrameLexicon((), (), lexicon().sets, "")


def _is_of_firms(tie: Tie) -> bool:
    """Say whether a relation of states is told of a firm, or of fighters who are no state's."""
    alone = (p.resolution for p in tie.parties if INTERNATIONAL.isdisjoint(p.resolution.codes))
    firms = any(r.sectors[:1] == (FIRM,) for r in alone)
    return tie.kind in OF_STATES and (firms or bool({"MNC", GANG} & codes_of(tie.parties)))
