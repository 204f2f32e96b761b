"""The stages that coding tests run, loaded once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import NamedTuple

import pytest

from dateline.coding import Coder
from dateline.coding.frames.matching import Matcher
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import Parser
from dateline.model import CodedStory, Event, EventType, codes_of
from dateline.readers import story_from_text
from dateline.resolve import Resolver

Code = Callable[..., CodedStory]
Slots = Callable[[str, str], dict[str, list[str]]]
Sides = tuple[EventType, set[str | None], set[str | None]]


class Found(NamedTuple):
    """The frame that a word fires: its type, the trigger's words, and the head words of the parties."""

    type: EventType
    words: list[str]
    actors: list[str]
    recipients: list[str]


Matched = Callable[[str, str], Found | None]


def sides_of(events: Iterable[Event]) -> list[Sides]:
    """Return type and countries of actors and recipients of each event."""
    return [
        (e.type, {p.resolution.country for p in e.actors}, {p.resolution.country for p in e.recipients}) for e in events
    ]


def ties_of(story: CodedStory) -> list[tuple[str, frozenset[str], str | None]]:
    """Return kind, countries and bodies, and beginning of each tie."""
    return [(t.kind, codes_of(t.parties), t.since) for t in story.ties]


def places_of(story: CodedStory, event_type: str) -> list[str | None]:
    """Return the countries of the places of all events of a type that are no content of others."""
    told = (e for e in story.events if e.type == event_type and e.content_of is None)
    return [e.place.place.country if e.place and e.place.place else None for e in told]


@pytest.fixture(scope="session")
def code(parser: Parser) -> Code:
    """Code a text as of a day by the frames alone, keeping the resolved story."""
    base = KnowledgeBase.open()
    resolver, coder = Resolver(base, Gazetteer.open()), Coder.load(setting="frames")

    def run(text: str, day: str = "2019-10-03") -> CodedStory:
        story = story_from_text(text, id="s", published=datetime.fromisoformat(day))
        return coder.code(resolver.resolve(parser.parse(story)), keep=True)

    return run


@pytest.fixture(scope="session")
def slots(parser: Parser) -> Slots:
    """Return the words in the slots of a word of a text."""

    def read(text: str, word: str) -> dict[str, list[str]]:
        graph = Graph(parser.parse(story_from_text(text, id="s")))
        token = next(t for t in graph.tokens if t.text == word)
        return {slot: [graph.tokens[h].text for h in heads] for slot, heads in graph.slots(token.i).items()}

    return read


@pytest.fixture(scope="session")
def matched(code: Code) -> Matched:
    """Return the frame that a word of a text fires, with its parties."""
    lexicon = FrameLexicon.load()

    def match(text: str, word: str) -> Found | None:
        resolved = code(text).resolved
        assert resolved is not None
        graph = Graph(resolved.parsed)
        token = next(t for t in graph.tokens if t.text == word)
        found = Matcher(lexicon, graph, Cast(resolved, graph)).frames(token)
        if found is None:
            return None
        actors, recipients = ([graph.tokens[m.head].text for m in side] for side in (found.actors, found.recipients))
        return Found(found.frame.type, [graph.tokens[i].text for i in found.words], actors, recipients)

    return match
