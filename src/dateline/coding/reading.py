"""One story being coded: the way from drafts to events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.cases import Cases
from dateline.coding.custom import CustomType
from dateline.coding.drafting import Drafting
from dateline.coding.drafts import Draft
from dateline.coding.event_record import EventRecords
from dateline.coding.frames.matching import Matcher
from dateline.coding.last_look import LastLook
from dateline.coding.models.classifier import Classifier
from dateline.coding.models.deciders import Deciders, Models
from dateline.coding.models.second_opinion import Setting
from dateline.coding.models.triggers import StoryReads
from dateline.coding.numbers.casualties import Tolls
from dateline.coding.operators.composer import Composer
from dateline.coding.operators.operator_parties import OperatorParties
from dateline.coding.operators.plain_rulings import PlainRulings
from dateline.coding.operators.rulings import Rulings
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.parties import Parties
from dateline.coding.political import is_politics, is_read_whole
from dateline.coding.reports import Reports
from dateline.coding.sentence_contexts import SentenceContexts
from dateline.coding.settling import Settling
from dateline.coding.speech.speaking import Partners
from dateline.coding.standing import Standing
from dateline.coding.status.statuses import Statuses
from dateline.coding.structure.arguments import Graph
from dateline.coding.telling import Telling
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.contexts import ContextLexicon
from dateline.knowledge.counts import count_words
from dateline.knowledge.frames import FrameLexicon
from dateline.model import Event, ResolvedStory, Statement


class StoryReading:
    """Codes one resolved story; made anew for each.

    A draft is found (`drafting`), settled by its clause and given its parties (`settling`, `cases`), told as an event
    where it stands (`telling`, `event_record`), and kept where the models do not doubt it (`last_look`). In a report
    the trigger model adds what the frames miss (`reports`).

    Attributes:
        read_whole: Whether it is a report of politics, whose every sentence the trigger model reads; known once the
            events are.
    """

    def __init__(
        self,
        resolved: ResolvedStory,
        statements: tuple[Statement, ...],
        *,
        graph: Graph | None = None,
        codebook: Codebook,
        lexicon: FrameLexicon,
        contexts: ContextLexicon,
        classifier: Classifier | None = None,
        reads: StoryReads | None = None,
        setting: Setting | None = None,
        custom: Sequence[CustomType] = (),
    ) -> None:
        self.parsed = resolved.parsed
        self.graph = graph = graph or Graph(self.parsed)
        cast = Cast(resolved, graph)
        matcher = Matcher(lexicon, graph, cast)
        partners = Partners(resolved, statements)
        parties = Parties(graph, cast, partners, lexicon)
        named = OperatorParties(matcher, graph)
        rulings = Rulings(codebook, named)
        statuses = Statuses(graph)
        deciders = Deciders.of(
            Models(classifier, reads, setting, custom), resolved, statements,
            graph=graph, cast=cast, matcher=matcher, codebook=codebook, lexicon=lexicon,
        )  # fmt: skip
        composer = Composer(matcher, graph, rulings, named)
        self._drafting = Drafting(graph, cast, matcher, composer, partners, codebook, lexicon)
        self._second = deciders.second
        self._settling = Settling(graph, partners, statuses, PlainRulings(rulings, graph), lexicon)
        self.cases = Cases(
            self.parsed, statements, settling=self._settling, statuses=statuses, parties=parties,
            standing=Standing(graph, codebook, lexicon, dates=resolved.timexes), lexicon=lexicon,
        )  # fmt: skip
        self._records = EventRecords(
            resolved, statements, graph, parties=parties, codebook=codebook,
            contexts=SentenceContexts(self.parsed, contexts), sites=lexicon.sets["sites"],
        )  # fmt: skip
        self._telling = Telling(self.parsed, self.cases, self._records, deciders.second)
        self._reports = Reports(self._telling, deciders.triggered) if deciders.triggered is not None else None
        self._last_look = LastLook(self.parsed, deciders)
        self.tolls = Tolls(graph, cast, count_words(), people=lexicon.sets["people"])
        self.read_whole = False

    def counted(self) -> list[Event]:
        """Return the events with the numbers of people that the story gives for them."""
        return self.tolls.given(list(self.events()))

    def events(self) -> Iterator[Event]:
        """Yield one event for every draft that stands, in text order.

        A story that tells several is one of politics: what is doubtful elsewhere stands there.
        """
        length = len(self.parsed.sentences)
        told, held = self._telling.told(self.proposed())
        if is_politics(len(told), length):
            told += self._telling.doubtful(held, told)
        if self._reports is not None and is_read_whole(len(told), length):
            self.read_whole = True
            told = self._reports.read(told, [draft for draft, _ in held])
        told.sort(key=lambda t: t[0].token)
        for draft, event in self._last_look.kept(told):
            yield event
            if draft.content is not None:
                yield self._records.content(draft.content, event)

    def proposed(self) -> list[Draft]:
        """Return the drafts of the frames with those that the classifier adds, in text order."""
        drafts = self.drafts()
        return sorted([*drafts, *self._second.added(drafts)], key=lambda d: d.token) if self._second else drafts

    def settled(self) -> list[Draft]:
        """Return the drafts with the rulings on future and refused events applied, whoever their parties are."""
        return [self._settling.unreal(self._settling.of(draft)) for draft in self.drafts()]

    def drafts(self) -> list[Draft]:
        """Return what the frames find and what the operators above make of it."""
        return self._drafting.drafts()
