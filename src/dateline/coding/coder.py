"""The room's door: a resolved story in, its events, statements and ties out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.coding.custom import CustomType, load_types
from dateline.coding.merge import merge
from dateline.coding.models.classifier import Classifier
from dateline.coding.models.second_opinion import SETTINGS, Setting
from dateline.coding.models.triggers import StoryReads, TriggerModel
from dateline.coding.reading import StoryReading
from dateline.coding.speech.deixis import ground_deixis
from dateline.coding.speech.statements import find_statements
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.ties import find_ties
from dateline.coding.when.retold import Retold
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.contexts import ContextLexicon
from dateline.knowledge.frames import FrameLexicon
from dateline.model import CodedStory, ResolvedStory, Statement, Sureness, UsageError


class Coder:
    """Codes resolved stories; it keeps no state from story to story.

    Example:
        >>> coder = Coder.load()  # doctest: +SKIP
        >>> coder.code(resolved).events  # doctest: +SKIP
    """

    def __init__(
        self,
        *,
        codebook: Codebook,
        lexicon: FrameLexicon,
        contexts: ContextLexicon,
        classifier: Classifier | None = None,
        triggers: TriggerModel | None = None,
        setting: Setting | None = None,
        custom: Sequence[CustomType] = (),
    ) -> None:
        self.codebook = codebook
        self.lexicon = lexicon
        self._contexts = contexts
        self.classifier = classifier
        self._triggers = triggers
        self._setting = setting or SETTINGS[Sureness.BALANCED]
        self._custom = tuple(custom)

    @classmethod
    def load(
        cls,
        *,
        setting: str = Sureness.BALANCED,
        codebook: Path | None = None,
        frames: Iterable[Mapping[str, Any]] = (),
    ) -> Coder:
        """Load the codebook, lexicons and classifier that ship with Dateline.

        Args:
            setting: How sure the classifier must be: `precision`, `balanced` or `recall`; `frames` leaves it out.
            codebook: A folder of event types of your own, as `dateline codebook new` writes it.
            frames: Frames of your own, as `KnowledgeBase.frames` gives them; they stand above the shipped ones.

        Raises:
            UsageError: There is no such setting, or `frames` is asked for with types of your own.
            LexiconError: The folder holds no types, or types of another classifier.
            ModelFileError: A file of the classifier is missing or was changed.
        """
        if setting not in set(Sureness):
            raise UsageError(f"there is no setting {setting!r}; choose one of {', '.join(Sureness)}")
        classifier = None if setting == Sureness.FRAMES else Classifier.load()
        if codebook is not None and classifier is None:
            raise UsageError("event types of your own need the classifier; choose another setting than frames")
        return cls(
            codebook=Codebook.load(),
            lexicon=FrameLexicon.load().with_own(frames),
            contexts=ContextLexicon.load(),
            classifier=classifier,
            triggers=TriggerModel.load() if classifier is not None else None,
            setting=SETTINGS.get(Sureness(setting)),
            custom=load_types(codebook, classifier.sha256) if codebook is not None and classifier is not None else (),
        )

    def code(self, resolved: ResolvedStory, *, keep: bool = False) -> CodedStory:
        """Code one story.

        Args:
            resolved: The story with its mentions, places and times.
            keep: Keep the resolved story in the result.
        """
        graph = Graph(resolved.parsed)
        statements = find_statements(resolved, graph=graph)
        grounded = ground_deixis(resolved, statements)
        reads = StoryReads(self._triggers, grounded.parsed) if self._triggers is not None else None
        reading = self.reading(grounded, statements, graph=graph, reads=reads)
        events = merge(Retold(grounded, graph).dated(reading.counted()))
        return CodedStory(
            story=resolved.parsed.story,
            events=tuple(events),
            statements=statements,
            ties=find_ties(grounded, statements, graph=graph, reads=reads if reading.read_whole else None),
            resolved=grounded if keep else None,
        )

    def reading(
        self,
        resolved: ResolvedStory,
        statements: tuple[Statement, ...] = (),
        *,
        graph: Graph | None = None,
        reads: StoryReads | None = None,
    ) -> StoryReading:
        """Open a story for coding, for callers that want its candidates."""
        return StoryReading(
            resolved,
            statements,
            graph=graph,
            codebook=self.codebook,
            lexicon=self.lexicon,
            contexts=self._contexts,
            classifier=self.classifier,
            reads=reads,
            setting=self._setting,
            custom=self._custom,
        )
