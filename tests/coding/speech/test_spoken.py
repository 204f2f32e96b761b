"""Whom the classifier is shown beside a speaker."""

from __future__ import annotations

from collections.abc import Callable

from dateline.coding.parties.cast import Cast
from dateline.coding.speech.spoken import spoken_pairs
from dateline.coding.structure.arguments import Graph
from dateline.model import CodedStory

Code = Callable[..., CodedStory]


def _pairs(coded: CodedStory) -> list[tuple[str, str, str]]:
    assert coded.resolved is not None
    parsed = coded.resolved.parsed
    found = spoken_pairs(parsed, Cast(coded.resolved, Graph(parsed)), coded.statements)
    text = coded.story.text
    return [(speaker.span.of(text), party.span.of(text), cue.text) for speaker, party, cue in found]


def test_the_first_foreign_party_of_what_is_said_stands_beside_the_speaker(code: Code) -> None:
    coded = code("Norway's foreign minister said on Monday that Chile had behaved like a bad neighbour towards Peru.")
    assert [(party, cue) for _, party, cue in _pairs(coded)] == [("Chile", "said")]


def test_a_speaker_is_not_shown_with_his_own_side(code: Code) -> None:
    assert _pairs(code("Norway's foreign minister said that Norway had behaved well.")) == []


def test_a_sentence_without_speech_has_no_such_pair(code: Code) -> None:
    assert _pairs(code("Norway shares a border with Russia.")) == []
