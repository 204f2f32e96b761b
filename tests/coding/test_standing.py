"""Who may be in an event: the table of standing, read on sentences of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.standing import StandingRule
from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
# Rules about what the classifier alone says are tested where the classifier is.
RULES = [rule for rule in FrameLexicon.load().standing if rule.rules != ("classifier",)]


def _types(coded: CodedStory) -> set[str]:
    return {event.type.value for event in coded.events}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_decides_about_its_example(code: Code, rule: StandingRule) -> None:
    found = _types(code(rule.example)) & {t.value for t in rule.types}
    assert bool(found) is rule.keeps


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_leaves_its_near_miss_alone(code: Code, rule: StandingRule) -> None:
    found = _types(code(rule.near_miss)) & {t.value for t in rule.types}
    assert bool(found) is not rule.keeps


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.id for rule in FrameLexicon.load().standing]
    assert len(names) == len(set(names))


def test_a_sport_story_tells_contests_of_teams_not_of_states(code: Code) -> None:
    text = (
        "Spain attacked Italy from the start of the match and the striker scored the first goal of the cup final. "
        "The coach praised the goalkeeper, and the fans sang in the stadium until the referee ended the game."
    )
    assert not code(text).events


def test_police_stay_police_in_a_sport_story(code: Code) -> None:
    text = (
        "Spain beat Italy in the cup final, with a late goal by the striker before the referee ended the match. "
        "Spanish police arrested four Italian fans outside the stadium after the game, and the coach praised the team."
    )
    assert "COERCE" in _types(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Talks opened on Monday. The rebels regularly attack convoys from Chad.",
        "Talks opened on Monday. Landmines kill children every year in Angola.",
        "The law is old. Officials are dismissed by the Senate of Peru after a trial.",
    ],
)
def test_a_habit_or_a_rule_is_no_event(code: Code, text: str) -> None:
    assert not {"ASSAULT", "SANCTION"} & _types(code(text))


def test_what_a_state_does_now_is_told_in_the_present_too(code: Code) -> None:
    assert "ASSAULT" in _types(code("The truce is over. Turkey launches an offensive against Syria."))


@pytest.mark.parametrize(
    "text",
    [
        "At least 40 people were killed when a Russian airliner crashed near Perm.",
        "Nine Peruvian soldiers were injured in a road accident, police said.",
    ],
)
def test_accidents_are_nobodys_deed(code: Code, text: str) -> None:
    assert "ASSAULT" not in _types(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Colombian farmers are likely to be attacked by rebels, analysts said.",
        "The Chilean villages are preparing for an invasion by Peruvian rebels.",
    ],
)
def test_a_forecast_of_harm_is_no_threat(code: Code, text: str) -> None:
    assert "THREATEN" not in _types(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Spanish minister hinted at deporting the Moroccan preachers.",
        "The Turkish premier spoke of arresting the Syrian journalists.",
    ],
)
def test_a_deed_only_spoken_of_is_no_event(code: Code, text: str) -> None:
    assert "COERCE" not in _types(code(text))


def test_what_is_announced_keeps_its_own_tense(code: Code) -> None:
    coded = code("The Chinese president will visit Laos next week, a Chinese spokeswoman announced on Tuesday.")
    assert _types(coded) == {"AGREE", "CONSULT"}
    assert {e.status.value for e in coded.events if e.type.value == "CONSULT"} == {"planned"}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Peru's interior minister, rejecting the bill, said on Monday that it was too late.", "REJECT"),
        ("French divers joined the rescue on Tuesday after a ferry sank off Lome.", "AID"),
        ("More than 900 Malian soldiers have been killed since 2014.", "ASSAULT"),
    ],
)
def test_asides_relief_without_a_named_side_and_wars_that_go_on_are_told(
    code: Code, text: str, event_type: str
) -> None:
    assert event_type in _types(code(text))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Rebels rejecting the Chadian president rested in Faya.", "REJECT"),
        ("French divers gave money on Tuesday.", "AID"),
        ("Iran has backed the Omani rebels since 2014.", "SUPPORT"),
    ],
)
def test_descriptions_and_lasting_stances_are_no_news(code: Code, text: str, event_type: str) -> None:
    assert event_type not in _types(code(text))
