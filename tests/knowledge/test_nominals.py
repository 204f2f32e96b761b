"""Nouns that stand for a verb's deed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.nominals import Nominals, gerund
from dateline.model import LexiconError


@pytest.fixture(scope="module")
def lexicon() -> FrameLexicon:
    return FrameLexicon.load()


def test_every_listed_noun_stands_for_a_verb_that_has_frames(lexicon: FrameLexicon) -> None:
    """A noun whose verb tells nothing would be dead weight."""
    verbs = {lemma for kind, lemma in lexicon.frame_index if kind == "verb"}
    assert {noun: verb for noun, verb in lexicon.nominals.verbs.items() if verb not in verbs} == {}


@pytest.mark.parametrize(
    ("verb", "form"),
    [("expel", "expelling"), ("pardon", "pardoning"), ("visit", "visiting"), ("flee", "fleeing"), ("tie", "tying")],
)
def test_a_verb_s_form_in_ing_is_spelled_as_english_has_it(verb: str, form: str) -> None:
    assert gerund(verb) == form


@given(st.from_regex(r"[bcdfgklmnprstvz]{1,2}[aeiou][bcdfgklmnprstvz]{1,3}e?", fullmatch=True))
def test_a_form_in_ing_begins_as_its_verb_does(verb: str) -> None:
    form = gerund(verb)
    assert form.endswith("ing")
    assert form.startswith(verb.rstrip("ei")[: len(verb) - 2])


def test_things_in_ing_stand_for_no_deed(lexicon: FrameLexicon) -> None:
    assert {"building", "meeting", "wedding"}.isdisjoint(lexicon.nominal_index)


def test_a_table_without_its_parts_is_an_error(tmp_path: Path) -> None:
    broken = tmp_path / "nominals.toml"
    broken.write_text('origin = "own"\nadded = "2026-11-29"\n')
    with pytest.raises(LexiconError, match=r"nominals\.toml lacks 'verbs'"):
        Nominals.read(broken)
