"""The stages that a suite runs, loaded once and only as far as the suite needs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.language import DEFAULT_PIPELINE, Parser
from dateline.model import CodedStory, ParsedStory, ResolvedStory, Story, Sureness

if TYPE_CHECKING:
    from dateline.coding import Coder
    from dateline.knowledge.base import KnowledgeBase
    from dateline.knowledge.gazetteer import Gazetteer
    from dateline.resolve import Resolver


class System:
    """Parser, resolver and coder behind one door, each loaded at first use."""

    def __init__(self, *, pipeline: str = DEFAULT_PIPELINE, setting: str = Sureness.BALANCED) -> None:
        self._pipeline = pipeline
        self._setting = setting

    @cached_property
    def parser(self) -> Parser:
        """The English pipeline."""
        return Parser.load(self._pipeline)

    @cached_property
    def base(self) -> KnowledgeBase:
        """The offline base of actors."""
        from dateline.knowledge.base import KnowledgeBase

        return KnowledgeBase.open()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The offline base of places."""
        from dateline.knowledge.gazetteer import Gazetteer

        return Gazetteer.open()

    @cached_property
    def resolver(self) -> Resolver:
        """Mentions, places and times."""
        from dateline.resolve import Resolver

        return Resolver(self.base, self.gazetteer)

    @cached_property
    def coder(self) -> Coder:
        """Events, statements and ties."""
        from dateline.coding import Coder

        return Coder.load(setting=self._setting)

    def parsed(self, stories: Iterable[Story]) -> Iterator[ParsedStory]:
        """Parse stories in order."""
        return self.parser.parse_many(stories)

    def resolved(self, stories: Iterable[Story]) -> Iterator[ResolvedStory]:
        """Parse and resolve stories in order."""
        return (self.resolver.resolve(parsed) for parsed in self.parsed(stories))

    def coded(self, stories: Iterable[Story]) -> Iterator[CodedStory]:
        """Parse, resolve and code stories in order, keeping the resolved story."""
        return (self.coder.code(resolved, keep=True) for resolved in self.resolved(stories))
