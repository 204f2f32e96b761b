"""Place names get the place that their story means."""

from __future__ import annotations

import pytest

from dateline.knowledge.gazetteer import Gazetteer, fold
from dateline.language import Parser
from dateline.model import Segment, SegmentKind, Story
from dateline.readers import story_from_text
from dateline.resolve.toponyms import find_toponyms

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _places(parser: Parser, gazetteer: Gazetteer, text: str) -> dict[str, tuple[str, str]]:
    story = Story(id="s", text=text, segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text)),))
    found = find_toponyms(parser.parse(story), gazetteer)
    return {t.span.of(text): (t.place.name, t.place.country) for t in found if t.place}


def test_a_state_named_after_a_town_picks_the_town_in_it(parser: Parser, gazetteer: Gazetteer) -> None:
    assert _places(parser, gazetteer, "The fire began in Paris, Texas, on Monday.")["Paris"][1] == "USA"
    assert _places(parser, gazetteer, "The fire began in Paris on Monday.")["Paris"][1] == "FRA"


def test_the_countries_of_a_story_decide_between_towns_of_one_name(parser: Parser, gazetteer: Gazetteer) -> None:
    text = "Nigeria sent troops to Nigeria's north. Officials in Lagos, Nigeria, said they left for Jos on Sunday."
    assert _places(parser, gazetteer, text)["Lagos"][1] == "NGA"


def test_a_name_written_without_its_accents_is_the_place_of_that_name(parser: Parser, gazetteer: Gazetteer) -> None:
    """ "Nis" is Niš, though Nice, which some languages call so, is larger."""
    assert _places(parser, gazetteer, "Villagers near Nis said the road was closed.")["Nis"][1] == "SRB"


def test_old_and_new_spellings_find_the_same_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Kiev")[0].country == gazetteer.lookup("Kyiv")[0].country == "UKR"
    assert gazetteer.lookup("Marawi")[0].country == "PHL"


def test_folding_twice_changes_nothing() -> None:
    for name in ("Khan-Sheikhoun", "São Paulo", "N'Djamena", "U.S."):
        assert fold(fold(name)) == fold(name)


def test_dependencies_belong_to_the_state_that_holds_them(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("San Juan")[0].country in {"USA", "ARG"}
    assert {p.country for p in gazetteer.lookup("Nuuk")} == {"DNK"}


def test_a_newspaper_abbreviation_picks_the_town_in_its_state(parser: Parser, gazetteer: Gazetteer) -> None:
    found = _places(parser, gazetteer, "A storm hit London, Ky., on Monday. Schools in Kentucky stayed shut.")
    assert found["London"][1] == "USA"


def test_a_capital_comes_before_the_bigger_unit_of_its_name(parser: Parser, gazetteer: Gazetteer) -> None:
    assert _places(parser, gazetteer, "The envoys met in Washington.")["Washington"][0] == "Washington"
    story = Story(id="s", text="in Washington", segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=13),))
    place = find_toponyms(parser.parse(story), gazetteer)[0].place
    assert place is not None
    assert place.feature_class == "P"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen stopped a bus near the town of Djibo on Monday.", "Djibo", "BFA"),
        ("Guinea-Bissau closed its border with Senegal.", "Guinea-Bissau", "GNB"),
    ],
)
def test_a_place_is_found_that_the_parser_names_nothing_or_cuts(
    parser: Parser, gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    assert _places(parser, gazetteer, text)[name][1] == country


def test_what_is_called_a_village_is_a_place_though_no_gazetteer_holds_it(parser: Parser, gazetteer: Gazetteer) -> None:
    parsed = parser.parse(story_from_text("They burned the village of Zzobrak near Kidal.", id="s"))
    found = {t.span.of(parsed.story.text): t.place for t in find_toponyms(parsed, gazetteer)}
    assert "Zzobrak" in found
    assert found["Zzobrak"] is None
