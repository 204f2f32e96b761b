"""What reports say in passing: denials, threats of one's own, days given, states of long standing, answers withheld."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, Event

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _told(code: Code, text: str) -> list[Event]:
    return [e for e in code(text).events if e.content_of is None]


def _types(code: Code, text: str) -> list[str]:
    return [e.type.value for e in _told(code, text)]


def test_what_denied_reports_say_is_not_told(code: Code) -> None:
    found = _types(code, "Chad denied reports that its troops had crossed into Sudan.")
    assert found == ["REJECT"]


def test_who_warns_of_his_own_deed_threatens(code: Code) -> None:
    assert _types(code, "Peru warned that it would review its ties with Chile.") == ["THREATEN"]


def test_who_promises_his_own_deed_agrees(code: Code) -> None:
    assert _types(code, "Peru pledged that it would remain neutral.") == ["AGREE"]


@pytest.mark.parametrize("text", ["Chile declined to say whether Peru had paid.", "Chile refused to comment on Peru."])
def test_who_keeps_silent_turns_nothing_down(code: Code, text: str) -> None:
    assert "REJECT" not in _types(code, text)


def test_what_has_stood_for_years_is_no_news(code: Code) -> None:
    assert _types(code, "Peru has recognised Kosovo since 2008.") == []
    assert _types(code, "The agreement between Chile and Peru remains in force.") == []


def test_what_is_asked_or_guessed_is_not_told(code: Code) -> None:
    assert _types(code, "Why did Chile bomb the villages of Peru?") == []
    assert _types(code, "Chile said that Peru likely would expel its ambassador.") == []


def test_who_is_forced_to_do_something_does_it(code: Code) -> None:
    assert "RETREAT" in _types(code, "Rebels forced the army of Chad to withdraw from the town.")
    assert "REQUEST" not in _types(code, "Rebels forced the army of Chad to withdraw from the town.")


def test_what_one_has_oneself_is_not_whom_a_deed_reaches(code: Code) -> None:
    (event,) = _told(code, "The European Union suspended its training missions in Mali.")
    assert [p.resolution.country for p in event.recipients] == ["MLI"]


def test_the_only_other_side_stands_in_the_same_clause(code: Code) -> None:
    found = _told(code, "Cuba refused to extradite the rebels, and the United States closed a port.")
    assert all("USA" not in {p.resolution.country for p in e.recipients} for e in found if e.type == "REJECT")


def test_a_demand_keeps_what_is_demanded(code: Code) -> None:
    events = code("Japan demanded that China withdraw its ships by March 20.").events
    assert [e.type.value for e in events if e.content_of is not None] == ["RETREAT"]


def test_what_calls_somebody_home_is_there(code: Code) -> None:
    text = "Peru's president returned home because of attacks by Shining Path rebels. Chile is far from Peru."
    places = [e.place.place.country for e in _told(code, text) if e.place and e.place.place and e.type == "ASSAULT"]
    assert places == ["PER"]
