"""What a story may tell: drafts of the frames, of plain verbs and of rulings, under the words that stand above them."""

from __future__ import annotations

from dateline.coding.drafts import Draft, from_match
from dateline.coding.frames.matching import Match, Matcher, OperatorMatch
from dateline.coding.frames.plain_verbs import PlainVerbs
from dateline.coding.operators.announcements import Announcements
from dateline.coding.operators.composer import Composer
from dateline.coding.operators.demands import Demands
from dateline.coding.operators.denials import Denials
from dateline.coding.operators.errands import Errands
from dateline.coding.operators.judgements import Judgements
from dateline.coding.operators.same_deeds import SameDeeds
from dateline.coding.parties.cast import Cast
from dateline.coding.sieve import Sieve
from dateline.coding.speech.speaking import Partners
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.frames import FrameLexicon

TRIGGER_POS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADP"})


class Drafting:
    """Finds the drafts of one story."""

    def __init__(
        self,
        graph: Graph,
        cast: Cast,
        matcher: Matcher,
        composer: Composer,
        partners: Partners,
        codebook: Codebook,
        lexicon: FrameLexicon,
    ) -> None:
        self._graph = graph
        self._matcher = matcher
        self._composer = composer
        self._codebook = codebook
        self._sieve = Sieve(graph, cast, codebook, lexicon)
        self._plain = PlainVerbs(graph, cast, partners, lexicon.sets)
        self._errands = Errands(graph, cast)
        self._same = SameDeeds(graph, cast)
        kinds = (Judgements, Denials, Demands, Announcements)
        self._sayings = [kind(graph, cast, partners, lexicon.sets) for kind in kinds]

    def drafts(self) -> list[Draft]:
        """Return what the frames find and what the operators above make of it, in text order."""
        framed, operators = self._matched()
        found = self._with_plain(framed, operators)
        told = self._sieve.without_tolls(self._sieve.without_echoes(found))
        said = [self._errands.aimed(d) for d in self._composer.compose(told, operators)]
        for saying in self._sayings:
            said = saying.joined(said)
        kept = self._sieve.without_reproaches(self._sieve.without_purposes(said))
        return sorted([*kept, *self._same.among(kept)], key=lambda d: d.token)

    def _matched(self) -> tuple[list[Draft], list[OperatorMatch]]:
        """Return what the frames find word by word, and the operators."""
        found: list[Draft] = []
        operators: list[OperatorMatch] = []
        for token in self._graph.tokens:
            if token.pos not in TRIGGER_POS:
                continue
            match = self._matcher.frames(token)
            if match is not None:
                found.append(from_match(match, self._modes(match), self._codebook))
            operators.extend(self._composer.chosen(self._matcher.operators(token)))
        return found, operators

    def _modes(self, match: Match) -> list[str]:
        if not match.frame.mode_when:
            return []
        around = [token.i for token in self._graph.clause(match.token)]
        return [
            mode
            for item, mode in match.frame.mode_when
            if self._matcher.restrictions.fits(item.rpartition(".")[2], around)
        ]

    def _with_plain(self, framed: list[Draft], operators: list[OperatorMatch]) -> list[Draft]:
        """Return the drafts of frames with those of plain verbs; what an operator governs is told by it."""
        found = [*framed, *self._plain.obligations(), *self._plain.sojourns()]
        told_above = self._composer.governing(operators, {d.token for d in found})
        found += self._plain.refusals({d.token for d in found} | told_above)
        found += self._plain.promises({d.token for d in found} | told_above)
        return found
