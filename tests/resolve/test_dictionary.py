"""A user's dictionaries take the place of the offline base."""

from __future__ import annotations

import pytest

from dateline.knowledge.petrarch import read_actors, read_agents
from dateline.language import Parser
from dateline.model import Resolution, Segment, SegmentKind, Story
from dateline.resolve.dictionary import DictionaryResolver

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> DictionaryResolver:
    folder = tmp_path_factory.mktemp("dictionaries")
    (folder / "actors").write_text("WESTMARK [WMK]\nEASTOR [EST]\nNULLIA [---]\n", "utf-8")
    (folder / "agents").write_text("GOVERNMENT [~GOV]\nPOLICE {} [~COP]\n", "utf-8")
    return DictionaryResolver(read_actors(folder / "actors"), read_agents(folder / "agents"))


def _resolve(resolver: DictionaryResolver, parser: Parser, text: str) -> list[Resolution | None]:
    story = Story(id="s", text=text, segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text)),))
    return [mention.resolution for mention in resolver.resolve(parser.parse(story)).mentions]


@pytest.mark.parametrize("words", ["Westmark's government", "The Westmark government", "The government of Westmark"])
def test_an_agent_joins_the_actor_of_its_noun_phrase(resolver: DictionaryResolver, parser: Parser, words: str) -> None:
    found = _resolve(resolver, parser, f"{words} criticised Eastor on Friday.")
    assert [(r.country, r.sectors) for r in found if r] == [("WMK", ("GOV",)), ("EST", ())]


def test_an_agent_without_an_actor_has_a_role_and_no_country(resolver: DictionaryResolver, parser: Parser) -> None:
    found = _resolve(resolver, parser, "The police criticised Eastor on Friday.")
    assert [(r.country, r.sectors) for r in found if r] == [(None, ("COP",)), ("EST", ())]


def test_a_null_code_gives_a_mention_that_nobody_codes(resolver: DictionaryResolver, parser: Parser) -> None:
    assert _resolve(resolver, parser, "Nullia criticised Eastor on Friday.")[0] is None
