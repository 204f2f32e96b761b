"""How far what is said reaches: around its cue, up to its end, on behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _contents(coded: CodedStory, cue: str) -> list[str]:
    text = coded.story.text
    told = (s for s in coded.statements if s.cue is not None and s.cue.of(text) == cue)
    return [span.of(text) for s in told for span in s.content]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Peru did not close the port, the mayor said, and both navies had simply swapped crews.",
            ["Peru did not close the port", "both navies had simply swapped crews"],
        ),
        (
            "If the talks brought no results, the mayor said, parliament would change the law.",
            ["If the talks brought no results", "parliament would change the law"],
        ),
        (
            "Chile wanted peace on the border, the mayor said, and was ready to help the other side.",
            ["Chile wanted peace on the border", "was ready to help the other side"],
        ),
        ("The port was closed, the mayor said, as rain fell on the town.", ["The port was closed"]),
    ],
)
def test_what_is_said_goes_on_behind_the_words_that_tell_who_says_it(
    code: Code, text: str, contents: list[str]
) -> None:
    assert _contents(code(text), "said") == contents


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Chile insisted on Monday that no ship had ever left the port.",
            "insisted",
            "no ship had ever left the port",
        ),
        (
            "Chile insisted that no ship had left the port, as police in Lima searched the harbour.",
            "insisted",
            "no ship had left the port",
        ),
        (
            "A truce between Peruvian and Chilean border guards came into force at 20:00 local time on Thursday after two "
            "days of clashes near the village of Ak-Sai, the press service of the Chilean border guards reported on Friday.",
            "reported",
            "A truce between Peruvian and Chilean border guards came into force at 20:00 local time on Thursday after two "
            "days of clashes near the village of Ak-Sai",
        ),
        (
            "The mayor made it clear that Chile would not sign the treaty.",
            "made it clear",
            "Chile would not sign the treaty",
        ),
        ("His aides let it be known that he would not resign.", "let it be known", "he would not resign"),
        (
            'The mayor told a news conference that the envoy, Juan Sosa, had "meddled in a judicial process".',
            "told",
            'the envoy, Juan Sosa, had "meddled in a judicial process',
        ),
    ],
)
def test_what_is_said_ends_where_the_report_goes_on(code: Code, text: str, cue: str, content: str) -> None:
    assert _contents(code(text), cue) == [content]


def test_a_quotation_takes_no_speaker_from_the_sentence_behind_its_stop(code: Code) -> None:
    text = (
        "The mayor replied that the policy had “caused outrage among the people of Lima”. The accounts offer no clue."
    )
    assert "caused outrage among the people of Lima" not in _contents(code(text), "offer")


def test_the_report_goes_on_behind_a_quotation_in_its_own_words(code: Code) -> None:
    text = 'Chile had "lost its way", the mayor said, and soon the rain fell on the town.'
    assert "soon the rain fell on the town" not in _contents(code(text), "said")
