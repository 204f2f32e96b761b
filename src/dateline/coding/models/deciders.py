"""Which models are asked about one story's drafts, and for what: as a setting has it, all of them, some or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.custom import CustomType
from dateline.coding.frames.matching import Matcher
from dateline.coding.models.classifier import Classifier, StoryClassifier
from dateline.coding.models.doubts import Doubts
from dateline.coding.models.second_opinion import SecondOpinion, Setting
from dateline.coding.models.triggered import TriggeredWords
from dateline.coding.models.triggers import StoryReads
from dateline.coding.models.weighing import Weighing
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.frames import FrameLexicon
from dateline.model import ResolvedStory, Statement


@dataclass(frozen=True, slots=True)
class Models:
    """What a user's setting gives to ask.

    Attributes:
        classifier: Asked about pairs of parties, and about single ones; None: the frames alone decide.
        reads: The trigger model's reads of the story.
        setting: How sure they must be.
        custom: A user's own types.
    """

    classifier: Classifier | None = None
    reads: StoryReads | None = None
    setting: Setting | None = None
    custom: Sequence[CustomType] = ()


@dataclass(frozen=True, slots=True)
class Deciders:
    """Who is asked beside the frames; None where nobody is.

    Attributes:
        second: About a draft's two parties.
        doubts: About its parties one by one, in a last look.
        triggered: About the words of a report of politics.
        weighing: About what a story tells by the way.
    """

    second: SecondOpinion | None = None
    doubts: Doubts | None = None
    triggered: TriggeredWords | None = None
    weighing: Weighing | None = None

    @classmethod
    def of(
        cls,
        models: Models,
        resolved: ResolvedStory,
        statements: Sequence[Statement],
        *,
        graph: Graph,
        cast: Cast,
        matcher: Matcher,
        codebook: Codebook,
        lexicon: FrameLexicon,
    ) -> Deciders:
        """Return those that a setting asks about a story."""
        setting, reads = models.setting, models.reads
        if models.classifier is None or setting is None:
            return cls()
        # One for all of them: what one has asked costs the others nothing.
        asked = StoryClassifier(models.classifier)
        quiet, answers = lexicon.sets["eventless_verbs"], lexicon.sets["answers"]
        return cls(
            second=SecondOpinion(
                asked, setting, graph, cast, codebook, quiet=quiet, custom=models.custom, statements=statements
            ),
            doubts=Doubts(asked, setting, graph),
            triggered=TriggeredWords(
                reads, setting.trigger, graph, cast, matcher, codebook, asked, answers=answers
            ) if reads is not None else None,
            weighing=Weighing(graph, asked, resolved=resolved) if setting.weighs else None,
        )  # fmt: skip
