"""The dateline's place is found though it stands outside the parsed text."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Story
from dateline.readers import story_from_text
from dateline.resolve.places.home import home_country, home_place


def _story(text: str) -> Story:
    story = story_from_text(text)
    assert story.dateline is not None
    return story


@pytest.mark.parametrize(
    ("text", "country", "name"),
    [
        ("OSLO, May 3, 2021 (Reuters) - The ministers met.", "NOR", "Oslo"),
        ("SUNNYVALE, Calif., May 3, 2021 (Reuters) - The firm met its lenders.", "USA", "Sunnyvale"),
        ("QORNET AL WADI, Lebanon (Reuters) - The shepherds met.", "LBN", "Lebanon"),
        ("ST. GEORGE'S, Grenada (Reuters) - The growers met.", "GRD", "Grenada"),
    ],
)
def test_a_dateline_gives_the_place_that_its_name_and_unit_mean(text: str, country: str, name: str) -> None:
    """A town that the text never names again is known, with its country."""
    place = home_place(_story(text), Gazetteer.open(), ())
    assert place is not None
    assert (place.country, place.name) == (country, name)


def test_a_story_without_dateline_has_no_home() -> None:
    """Nothing is guessed."""
    assert home_place(Story(id="s", text="The ministers met in Oslo."), Gazetteer.open(), ()) is None


def test_a_capitals_old_name_is_another_citys(placed: Read) -> None:
    """Philadelphia is no Amman, of which it was once the name."""
    resolved = placed("PHILADELPHIA, May 3 - Varnhem Tools Inc cut its dividend.")
    assert resolved.home is not None
    assert resolved.home.country == "USA"
    assert told(at(resolved, "Inc")).country == "USA"


def test_a_datelines_country_is_that_of_the_unit_behind_its_place() -> None:
    """A town of which many lands have one is in the state that follows it."""
    gazetteer = Gazetteer.open()
    assert home_country(_story("PARIS, Texas, May 3, 2021 (Reuters) - The growers met."), gazetteer) == "USA"
    assert home_country(_story("PARIS, May 3, 2021 (Reuters) - The growers met."), gazetteer) == "FRA"
