"""How many people died, were hurt, were held or came, with bounds, and which event they belong to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding import Coder
from dateline.coding.numbers.tolls import Toll
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.codebook import data_folder, read_toml
from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import Parser
from dateline.model import CodedStory, Count, EventType
from dateline.readers import story_from_text
from dateline.resolve import Resolver

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
Bounds = tuple[int, int | None]
Read = Callable[[str], list[Toll]]

SENTENCES: list[tuple[str, EventType, dict[str, Bounds]]] = [
    ("A car bomb killed 14 people and wounded 30 in Mogadishu.", EventType.ASSAULT, {"dead": (14, 14), "injured": (30, 30)}),
    ("Rebels attacked a barracks in Mali, killing at least six soldiers.", EventType.ASSAULT, {"dead": (6, None)}),
    ("Gunmen shot dead two judges and a driver in Karachi.", EventType.ASSAULT, {"dead": (3, 3)}),
    ("Russian air strikes left more than 40 civilians dead and dozens injured in Idlib.", EventType.ASSAULT, {"dead": (41, None), "injured": (24, None)}),
    ("Up to 20 herdsmen were killed when militiamen stormed a village in Chad.", EventType.ASSAULT, {"dead": (0, 20)}),
    ("Ten to twelve guards died in an attack by insurgents on a prison in Yemen.", EventType.ASSAULT, {"dead": (10, 12)}),
    ("Militants ambushed a convoy in Mali. Between 30 and 35 soldiers were wounded.", EventType.ASSAULT, {"injured": (30, 35)}),
    ("Nearly two hundred people were killed by the army in Sudan.", EventType.ASSAULT, {"dead": (200, 200)}),
    ("Half a million people were massacred by militiamen.", EventType.ASSAULT, {"dead": (500_000, 500_000)}),
    ("Troops shelled the town, and nobody was hurt.", EventType.ASSAULT, {"injured": (0, 0)}),
    ("Guerrillas bombed a bank in Lima. The death toll rose to 45 on Friday.", EventType.ASSAULT, {"dead": (45, 45)}),
    ("The raid by Israeli troops claimed 18 lives.", EventType.ASSAULT, {"dead": (18, 18)}),
    ("A suicide bomber struck Israeli troops in an attack in which seven soldiers died.", EventType.ASSAULT, {"dead": (7, 7)}),
    ("A 12-year-old girl was killed by Israeli soldiers.", EventType.ASSAULT, {"dead": (1, 1)}),
    ("Police in Cairo arrested several hundred students on Monday.", EventType.COERCE, {"arrested": (300, None)}),
    ("Turkish police detained 26 of the strikers.", EventType.COERCE, {"arrested": (26, 26)}),
    ("Egypt's police announced the arrest of five union leaders.", EventType.COERCE, {"arrested": (5, 5)}),
    ("Police in Harare arrested a bishop.", EventType.COERCE, {"arrested": (1, 1)}),
    ("Tens of thousands of people protested in Santiago against the government.", EventType.PROTEST, {"size": (20_000, None)}),
    ("Some 5,000 miners marched in La Paz to demand that the president resign.", EventType.PROTEST, {"size": (5000, 5000)}),
    ("Opposition supporters rallied in Harare. A crowd of 9,000 gathered outside the parliament.", EventType.PROTEST, {"size": (9000, 9000)}),
    ("Greek unions protested in Athens against the government. The rally drew fewer than 400 people.", EventType.PROTEST, {"size": (0, 399)}),
    ("Students protested in Dhaka and police arrested 31 of them.", EventType.COERCE, {"arrested": (31, 31)}),
]  # fmt: skip


@pytest.fixture(scope="module")
def read(parser: Parser) -> Read:
    """Return the tolls of a text, whatever events it tells."""
    resolver, coder = Resolver(KnowledgeBase.open(), Gazetteer.open()), Coder.load(setting="frames")

    def run(text: str) -> list[Toll]:
        story = story_from_text(text, id="s", published=datetime(2019, 10, 3))
        return coder.reading(resolver.resolve(parser.parse(story))).tolls.found()

    return run


def _bounds(count: Count | None) -> Bounds | None:
    return (count.low, count.high) if count is not None else None


def _numbers(story: CodedStory, event_type: EventType) -> dict[str, Bounds]:
    found: dict[str, Bounds] = {}
    for event in story.events:
        if event.type is event_type:
            for kind in ("dead", "injured", "arrested", "size"):
                bounds = _bounds(getattr(event.casualties, kind))
                if bounds is not None:
                    found.setdefault(kind, bounds)
    return found


KINDS = read_toml(data_folder() / "counts" / "kinds.toml")["kinds"]


@pytest.mark.parametrize("entry", KINDS, ids=[f"{k['kind']}-{k['slot']}" for k in KINDS])
def test_a_record_s_example_gives_a_number_of_its_kind_and_its_near_miss_none(
    read: Read, entry: dict[str, Any]
) -> None:
    assert entry["kind"] in {toll.kind for toll in read(entry["example"])}
    assert entry["kind"] not in {toll.kind for toll in read(entry["near_miss"])}


@given(st.integers(min_value=2, max_value=999_999))
@settings(max_examples=25, deadline=None)
def test_a_figure_is_read_as_it_is_written(read: Read, number: int) -> None:
    counts = [toll.count for toll in read(f"Rebels killed {number:,} soldiers.")]
    assert [(count.low, count.high) for count in counts] == [(number, number)]


@pytest.mark.parametrize(("text", "event_type", "expected"), SENTENCES, ids=[s[0][:60] for s in SENTENCES])
def test_an_event_has_the_numbers_that_its_sentence_gives(
    code: Code, text: str, event_type: EventType, expected: dict[str, Bounds]
) -> None:
    assert _numbers(code(text), event_type) == expected


def test_the_words_that_give_a_number_are_evidence(code: Code) -> None:
    event = code("A car bomb killed 14 people and wounded 30 in Mogadishu.").events[0]
    assert [e.text for e in event.evidence if e.kind == "casualty"] == ["killed 14", "wounded 30"]
