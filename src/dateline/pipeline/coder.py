"""One story's way from bytes to record: read, parse, resolve, code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING

from dateline.coding import Coder
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import DEFAULT_PIPELINE, Parser
from dateline.model import CodedStory, ParsedStory, ReadError, Rejected, Story, Sureness, UsageError
from dateline.pipeline.limits import too_much_work
from dateline.readers import read, read_date, story_from_text
from dateline.resolve import Resolver

if TYPE_CHECKING:
    from pathlib import Path

BATCH = 32
SHORTEN = "split the story, or give its sentences their full stops; the other stories were coded"


@dataclass(frozen=True)
class StoryCoder:
    """The stages in order; loaded once, used for any number of stories.

    Example:
        >>> import dateline
        >>> coder = dateline.load()
        >>> coded = coder.code("LIMA, May 4 (Reuters) - Peru and Chile signed a pact.", published="2020-05-04")
        >>> coded.events[0].type.value
        'SUPPORT'
    """

    parser: Parser
    resolver: Resolver
    coder: Coder

    @classmethod
    def load(
        cls,
        pipeline: str = DEFAULT_PIPELINE,
        *,
        setting: str = Sureness.BALANCED,
        knowledge: Path | None = None,
        codebook: Path | None = None,
        gazetteer: Path | None = None,
    ) -> StoryCoder:
        """Load every stage.

        Args:
            pipeline: The language pipeline: a package name or a folder.
            setting: `precision`, `balanced`, `recall`, or `frames` for the lexicon alone.
            knowledge: Another base of actors, as `dateline knowledge add` writes it.
            codebook: A folder of event types of your own, as `dateline codebook new` writes it.
            gazetteer: Another base of places, as `dateline knowledge add-geonames` writes it.

        Raises:
            ModelFileError: A model or data file is missing or was changed.
        """
        base, places = KnowledgeBase.open(knowledge), Gazetteer.open(gazetteer)
        parser = Parser.load(pipeline)
        coder = Coder.load(setting=setting, codebook=codebook, frames=base.frames())
        return cls(parser, Resolver(base, places), coder)

    def code(
        self, story: str | Story, *, published: str | date | datetime | None = None, keep: bool = False
    ) -> CodedStory:
        """Code one story.

        Args:
            story: Its text, or a story that was read.
            published: Publication, for a text: ISO 8601, a date or a datetime.
            keep: Keep the resolved story (tokens, mentions, places, times) in the result.
        """
        whole = story if isinstance(story, Story) else story_from_text(story, published=_moment(published))
        return self._finish(self.parser.parse(whole), keep=keep)

    def code_many(self, stories: Iterable[Story | Rejected]) -> Iterator[CodedStory | Rejected]:
        """Code stories in order, a batch at a time; what cannot be coded comes out as `Rejected` and the rest goes on.

        For several processes code into a run folder: `code_run` with `workers`.

        Args:
            stories: Stories as `dateline.read` gives them; rejected inputs pass through.
        """
        items = iter(stories)
        while batch := list(islice(items, BATCH)):
            yield from self._batch(batch)

    def read_and_code(self, paths: str | Path | Iterable[str | Path]) -> Iterator[CodedStory | Rejected]:
        """Read files, folders or standard input and code what they hold."""
        return self.code_many(read(paths))

    def _batch(self, batch: list[Story | Rejected]) -> Iterator[CodedStory | Rejected]:
        parsed = iter(self._parse([story for story in batch if isinstance(story, Story)]))
        for item in batch:
            done = item if isinstance(item, Rejected) else next(parsed)
            yield done if isinstance(done, Rejected) else self._guarded(done)

    def _parse(self, stories: list[Story]) -> list[ParsedStory | Rejected]:
        try:
            return list(self.parser.parse_many(stories))
        except Exception:
            # One story can break a whole batch: parse each alone to find it.
            return [self._parse_alone(story) for story in stories]

    # A run must go on whatever one story holds. These two edges, and no others, take every error; each becomes a
    # rejected record with its stage and reason, so that none is lost.
    def _parse_alone(self, story: Story) -> ParsedStory | Rejected:
        try:
            return self.parser.parse(story)
        except Exception as error:
            return _rejected(story, "parse", error)

    def _guarded(self, parsed: ParsedStory) -> CodedStory | Rejected:
        stage = "resolve"
        reason = too_much_work(parsed)
        if reason:
            return replace(_rejected(parsed.story, stage, ReadError(reason)), reason=reason, advice=SHORTEN)
        try:
            resolved = self.resolver.resolve(parsed)
            stage = "code"
            return self.coder.code(resolved)
        except Exception as error:
            return _rejected(parsed.story, stage, error)

    def _finish(self, parsed: ParsedStory, *, keep: bool = False) -> CodedStory:
        return self.coder.code(self.resolver.resolve(parsed), keep=keep)


def _rejected(story: Story, stage: str, error: Exception) -> Rejected:
    return Rejected(
        origin=story.origin,
        story_id=story.id,
        stage=stage,
        reason=f"{type(error).__name__}: {error}",
        advice="please report it with the story's text; the other stories were coded",
        raw=story.text[:2000],
    )


def _moment(published: str | date | datetime | None) -> datetime | None:
    if published is None or isinstance(published, datetime):
        return published
    if isinstance(published, date):
        return datetime.combine(published, datetime.min.time())
    when = read_date(published).when
    if when is None:
        raise UsageError(f"the date {published!r} is not understood; give it as YYYY-MM-DD")
    return when
