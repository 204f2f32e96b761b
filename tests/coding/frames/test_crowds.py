"""People of whom only a number is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("RIGA (Reuters) - Hundreds demanded the resignation of the premier.", EventType.REQUEST, {"LVA"}, {"LVA"}),
        ("RIGA (Reuters) - Four others were wounded in the car bomb blast.", EventType.ASSAULT, set(), {"LVA"}),
        ("RIGA (Reuters) - Lithuanian gunmen stormed a bank and shot dozens.", EventType.ASSAULT, {"LTU"}, {"LVA"}),
    ],
)
def test_a_bare_number_is_people_of_the_storys_country(
    code: Callable[..., CodedStory], text: str, kind: EventType, actors: set[str], recipients: set[str]
) -> None:
    """ "Hundreds demanded": nobody says of whom, so they belong where the story is told."""
    told = [
        (e.type, {p.resolution.country for p in e.actors}, {p.resolution.country for p in e.recipients})
        for e in code(text).events
    ]
    assert (kind, actors, recipients) in told


@pytest.mark.parametrize("text", ["RIGA (Reuters) - Thousands of Polish farmers marched.", "RIGA - He paid thousands."])
def test_a_number_of_something_else_is_no_crowd(code: Callable[..., CodedStory], text: str) -> None:
    """What a number counts, or costs, is not the people of the story."""
    assert all(p.resolution.country != "LVA" for e in code(text).events for p in (*e.actors, *e.recipients))
