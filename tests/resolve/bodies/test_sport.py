"""Reports of matches: their captains are no soldiers."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_the_captain_of_a_match_is_a_civilian(read: Read) -> None:
    """Four words of matches make captains people who play."""
    text = (
        "Denmark's striker scored a late goal and the Danish captain lifted the cup in the stadium. "
        "The coach praised the goalkeeper after the match."
    )
    found = told(at(read(text), "captain"))
    assert found.sectors == ("CVL",)


def test_one_word_of_a_match_makes_no_match(read: Read) -> None:
    """Elsewhere a captain stays an officer."""
    found = told(at(read("The Danish captain scored a success: his soldiers held the bridge."), "captain"))
    assert found.sectors == ("MIL",)


TOWNS = (
    "Milan defeated Toronto in the match after a late goal. The goalkeeper saved a penalty. "
    "The league leaders, cheered by 200 fans, won the cup last year."
)


def test_a_town_that_plays_is_its_team(placed: Read) -> None:
    """In the report of a match whoever loses or is lost to is a team, of the town's land."""
    resolved = placed(TOWNS)
    assert [told(at(resolved, word)).country for word in ("Milan", "Toronto")] == ["ITA", "CAN"]
    assert told(at(resolved, "Toronto")).sectors == ("CVL",)


def test_a_town_elsewhere_is_none(placed: Read) -> None:
    """A town that somebody visits is a place."""
    assert at(placed("The minister will visit Milan after talks in Toronto."), "Milan") is None


def test_a_captain_whom_the_base_knows_to_play_is_no_officer(read: Read) -> None:
    """What the base says of an athlete stands above his rank in the team."""
    text = "Captain Sourav Ganguly lost his wicket early in the match. The batsman and the bowler met in the stadium."
    assert told(at(read(text), "Ganguly")).sectors == ("CVL",)


def test_athletes_and_clubs_have_their_lands(read: Read) -> None:
    """An athlete is of his own land, wherever he plays."""
    resolved = read("Roger Federer won in Melbourne. Ajax sold a striker.")
    assert [told(at(resolved, word)).country for word in ("Federer", "Ajax")] == ["CHE", "NLD"]
