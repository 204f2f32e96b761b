"""Speakers that layout names: before a colon, after a dash."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee: We have waited long enough for the ferry to run again.", "Ann Lee"),
        ('"We have waited long enough for the ferry." ― Ann Lee', "Ann Lee"),
    ],
)
def test_a_name_beside_a_colon_or_dash_is_the_speaker(code: Code, text: str, speaker: str) -> None:
    (found,) = code(text).statements
    assert found.source is not None
    assert found.source.text == speaker
    assert found.kind == "direct"


@pytest.mark.parametrize(
    "text", ["Note: The ferry runs again on Monday.", "The harbour: A place of many ships and few people."]
)
def test_furniture_and_plain_sentences_with_a_colon_speak_for_nobody(code: Code, text: str) -> None:
    assert code(text).statements == ()


def test_a_surname_in_capitals_is_the_person_named_before(code: Code) -> None:
    text = "French President Emmanuel Macron answered questions.\n\nMACRON: We have waited long enough for an answer."
    sources = [s.source.resolution.country for s in code(text).statements if s.source and s.source.text == "MACRON"]
    assert sources == ["FRA"]
