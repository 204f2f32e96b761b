"""The codebook's codes and modes say the same."""

from __future__ import annotations

import pytest

from dateline.knowledge.codebook import Codebook
from dateline.model import EventType

CODEBOOK = Codebook.load()


@pytest.mark.parametrize(
    ("code", "event_type", "mode", "refined"),
    [
        ("190", EventType.ASSAULT, "aerial", "195"),
        ("190", EventType.ASSAULT, "suicide-attack", "1831"),
        ("173", EventType.SANCTION, "convict", "116"),
        ("173", EventType.COERCE, "arrest", "173"),
        ("172", EventType.COERCE, "curfew", "1723"),
        ("0874", EventType.RETREAT, "withdraw", "0874"),
        ("042", EventType.CONSULT, "visit", "042"),
        ("030", EventType.AGREE, "", "030"),
    ],
)
def test_a_code_says_what_its_mode_says(code: str, event_type: EventType, mode: str, refined: str) -> None:
    assert CODEBOOK.refine(code, event_type, mode) == refined


def test_every_refined_code_turns_back_into_its_type_and_mode() -> None:
    for event_type, mode in CODEBOOK.mode_scores:
        code = CODEBOOK.refine("", event_type, mode)
        if code:
            entry = CODEBOOK.cameo[code]
            assert (entry.type, entry.mode) == (event_type, mode)
