"""What parties are and on how many sides they stand."""

from __future__ import annotations

import pytest

from dateline.coding.parties.sides import ALONE, DOMESTIC, FOREIGN, UNCLEAR, side_of
from dateline.model import Participant, Resolution, Span


def _party(country: str | None, *, rule: str = "country name", countries: tuple[str, ...] = ()) -> Participant:
    resolution = Resolution(name="x", country=country, rule=rule, countries=countries)
    return Participant(span=Span(0, 1), text="x", resolution=resolution)


@pytest.mark.parametrize(
    ("actors", "recipients", "side"),
    [
        ([_party("PER")], [], ALONE),
        ([_party("PER")], [_party("CHL")], FOREIGN),
        ([_party("PER")], [_party("PER")], DOMESTIC),
        ([_party("PER")], [_party(None)], UNCLEAR),
        ([_party("PER")], [_party("PER", rule="noun; actor of the story's country")], UNCLEAR),
        ([_party(None, countries=("PER", "CHL"))], [], FOREIGN),
        ([_party("IGO"), _party("IGO")], [], FOREIGN),
    ],
)
def test_sides_are_counted_by_the_countries_that_words_give(
    actors: list[Participant], recipients: list[Participant], side: str
) -> None:
    assert side_of(actors, recipients) == side
