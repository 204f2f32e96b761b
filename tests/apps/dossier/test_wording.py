"""Rows in words: the clause and its sentence, numbers, places and speakers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps.dossier.wording import Names, act, details, gloss, words
from dateline.knowledge.base import KnowledgeBase

NAMES = Names(KnowledgeBase.open())
TEXT = 'LIMA (AFP) - Peru met Chile. "We are close partners," he said.\n\nMore follows here.'


def _event(clause: str) -> dict[str, Any]:
    start = TEXT.index(clause)
    return {"start": start, "end": start + len(clause)}


def test_a_short_clause_comes_with_its_sentence_and_no_more() -> None:
    found = words(_event("close"), None, TEXT)
    assert (found.lead, found.whole(), found.tail) == ('"We are ', "close", ' partners," he said.')


def test_the_sentence_before_is_not_its_sentence() -> None:
    found = words(_event('"We'), None, TEXT)
    assert found.lead == ""


def test_the_deciding_words_are_marked() -> None:
    event = _event("Peru met Chile.")
    found = words(event, {"start": event["start"] + 5, "end": event["start"] + 8}, TEXT)
    assert (found.before, found.mark, found.after) == ("Peru ", "met", " Chile.")


def test_deciding_words_outside_the_clause_mark_nothing() -> None:
    found = words(_event("Peru met Chile."), {"start": 0, "end": 4}, TEXT)
    assert (found.before, found.mark) == ("Peru met Chile.", "")


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_whatever_the_offsets_the_clause_is_the_text_between_them(a: int, b: int, c: int, d: int) -> None:
    start, end = sorted((a, b))
    first, last = sorted((c, d))
    found = words({"start": start, "end": end}, {"start": first, "end": last}, TEXT)
    assert found.whole() == TEXT[start:end]
    assert f"{found.lead}{found.whole()}{found.tail}" in TEXT


@pytest.mark.parametrize(
    ("low", "high", "said"), [(3, 3, "3 dead"), (3, None, "3 or more dead"), (3, 4, "3 to 4 dead")]
)
def test_numbers_are_said_with_their_bounds(low: int, high: int | None, said: str) -> None:
    empty = {f"{name}_{end}": None for name in ("dead", "injured", "arrested", "size") for end in ("low", "high")}
    event = {**empty, "dead_low": low, "dead_high": high, "place": "Lima", "place_country": "PER"}
    event["said_by_chain"], event["speech_act"] = "the police < the ministry", "says"
    assert details(event, NAMES) == ("at Lima, Peru", said, "according to the police, reported by the ministry")
    event["speech_act"] = "denies"
    assert details(event, NAMES)[-1] == "denied by the police, reported by the ministry"


def test_a_participant_is_said_with_post_and_codes() -> None:
    row = {"name": "Kari Li", "text": "she", "countries": None, "country": "NOR", "sectors": "GOV;MIL", "stale": True}
    assert NAMES.party({**row, "role": "Minister"}) == (
        "Kari Li, Minister (NOR GOV MIL; post not confirmed for that day)"
    )
    assert NAMES.party({**row, "name": "NOR", "role": None, "sectors": ""}) == "Norway (NOR)"
    assert NAMES.party({**row, "country": None, "role": None, "sectors": "", "name": "gunmen"}) == "gunmen (no country)"


def test_codes_within_a_text_become_names() -> None:
    assert NAMES.inside("PHL and RUS") == "Philippines and Russia"


def test_the_sentence_around_a_clause_ends_where_its_headline_or_paragraph_does() -> None:
    text = "UPDATE 2-Peru met Chile\nMore follows"
    found = words({"start": 14, "end": 17}, None, text, "furniture:0-9;headline:9-23;paragraph:24-36")
    assert (found.lead, found.whole(), found.tail) == ("Peru ", "met", " Chile")


@pytest.mark.parametrize(
    ("label", "kind", "said"),
    [
        ("Aid, other", "AID", ""),
        ("Military force, other", "ASSAULT", "Military force"),
        ("Accuses", "ACCUSE", "Accuses"),
    ],
)
def test_a_code_is_explained_where_its_meaning_says_more_than_the_type(label: str, kind: str, said: str) -> None:
    assert gloss(label, kind) == said


def test_a_threat_is_not_called_a_promise() -> None:
    assert act({"act": "promises", "negated": False}) == "commits itself"
    assert act({"act": "denies", "negated": True}) == "denies, negated in the report"
