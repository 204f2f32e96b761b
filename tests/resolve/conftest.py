"""The real base and resolver, opened once for the room's tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Mention, Place, Resolution, ResolvedStory, Segment, SegmentKind, Story
from dateline.readers import story_from_text
from dateline.resolve import Resolver
from dateline.resolve.pieces.lookups import Lookups
from dateline.resolve.pieces.story_pieces import cut_story
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.places.toponyms import find_toponyms

if TYPE_CHECKING:
    from dateline.language import Parser
    from dateline.resolve.pieces.pieces import Piece

Read = Callable[..., ResolvedStory]
Cut = Callable[[str], dict[str, "Piece"]]
Places = Callable[[str], dict[str, Place | None]]


def story(text: str, day: str | None = "2019-10-03") -> Story:
    """Make a story of one paragraph a line."""
    segments, start = [], 0
    for line in text.split("\n"):
        segments.append(Segment(kind=SegmentKind.PARAGRAPH, start=start, end=start + len(line)))
        start += len(line) + 1
    return Story(id="s", text=text, segments=tuple(segments), published=datetime.fromisoformat(day) if day else None)


def at(resolved: ResolvedStory, word: str, nth: int = 0) -> Mention | None:
    """Return the mention whose head is the nth token written `word`."""
    heads = [t.i for t in resolved.parsed.tokens if t.text == word]
    return next((m for m in resolved.mentions if m.head == heads[nth]), None)


def assert_same(resolved: ResolvedStory, pronoun: tuple[str, int], head: tuple[str, int]) -> None:
    """Assert that two words, each with its stand in the text from nought, are mentions of the same one."""
    mention, other = at(resolved, *pronoun), at(resolved, *head)
    assert mention is not None
    assert other is not None
    assert mention.chain == other.chain


def told(mention: Mention | None) -> Resolution:
    """Return who a mention is; it must be found and resolved."""
    assert mention is not None
    assert mention.resolution is not None
    return mention.resolution


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    """The resolver over the base that ships."""
    return Resolver(KnowledgeBase.open())


@pytest.fixture(scope="session")
def read(parser: Parser, resolver: Resolver) -> Read:
    """Parse and resolve a text."""

    def run(text: str, day: str | None = "2019-10-03") -> ResolvedStory:
        return resolver.resolve(parser.parse(story(text, day)))

    return run


@pytest.fixture(scope="session")
def placed(parser: Parser) -> Read:
    """Parse and resolve a report with its dateline and its places."""
    resolver = Resolver(KnowledgeBase.open(), Gazetteer.open())

    def run(text: str) -> ResolvedStory:
        return resolver.resolve(parser.parse(story_from_text(text)))

    return run


@pytest.fixture(scope="session")
def cut(parser: Parser) -> Cut:
    """Parse a text and cut it into pieces, each under its words."""
    words = ActorWords.load()
    find = Lookups(KnowledgeBase.open(), never=words.weak["never"], titles=words.titles)

    def run(text: str) -> dict[str, Piece]:
        syntax = Syntax(parser.parse(story(text)))
        return {p.text: p for own in cut_story(syntax, find, words, alone=False) for p in own}

    return run


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The base of places that ships."""
    return Gazetteer.open()


@pytest.fixture(scope="session")
def places(parser: Parser, gazetteer: Gazetteer) -> Places:
    """Parse a text and find its places, each under its words; None where no gazetteer holds one."""

    def run(text: str) -> dict[str, Place | None]:
        return {t.span.of(text): t.place for t in find_toponyms(parser.parse(story(text)), gazetteer)}

    return run


def land(place: Place | None) -> str:
    """Return the country of a place, which must be known."""
    assert place is not None
    return place.country
