"""The room's door: a resolved story in, its events, statements and ties out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.coding.deixis import ground_deixis
from dateline.coding.merge import merge
from dateline.coding.reading import StoryReading
from dateline.coding.statements import find_statements
from dateline.coding.ties import find_ties
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.contexts import ContextLexicon
from dateline.knowledge.frames import FrameLexicon
from dateline.model import CodedStory, ResolvedStory

if TYPE_CHECKING:
    from dateline.knowledge.base import KnowledgeBase


class Coder:
    """Codes resolved stories; it keeps no state from story to story.

    Example:
        >>> coder = Coder.load()  # doctest: +SKIP
        >>> coder.code(resolved).events  # doctest: +SKIP
    """

    def __init__(self, *, codebook: Codebook, lexicon: FrameLexicon, contexts: ContextLexicon) -> None:
        self.codebook = codebook
        self.lexicon = lexicon
        self._contexts = contexts

    @classmethod
    def load(cls, *, kb: KnowledgeBase | None = None) -> Coder:
        """Load the codebook and lexicons that ship with Dateline.

        Args:
            kb: Kept for coders that look actors up again at the event's date; the frames need none.
        """
        del kb
        return cls(codebook=Codebook.load(), lexicon=FrameLexicon.load(), contexts=ContextLexicon.load())

    def code(self, resolved: ResolvedStory, *, keep: bool = False) -> CodedStory:
        """Code one story.

        Args:
            resolved: The story with its mentions, places and times.
            keep: Keep the resolved story in the result.
        """
        statements = find_statements(resolved)
        grounded = ground_deixis(resolved, statements)
        reading = self.reading(grounded, statements)
        events = merge(list(reading.events()))
        return CodedStory(
            story=resolved.parsed.story,
            events=tuple(events),
            statements=statements,
            ties=find_ties(grounded, statements),
            resolved=grounded if keep else None,
        )

    def reading(self, resolved: ResolvedStory, statements: tuple = ()) -> StoryReading:  # type: ignore[type-arg]
        """Open a story for coding, for callers that want its candidates."""
        return StoryReading(resolved, statements, codebook=self.codebook, lexicon=self.lexicon, contexts=self._contexts)
