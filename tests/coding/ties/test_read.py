"""Standing relations that the trigger model reads where no pattern reads one, and whom they bind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from dateline.coding.models.triggers import Bond, SentenceRead, StoryReads
from dateline.coding.ties.ties import find_ties
from dateline.model import CodedStory, Sentence, Tie, codes_of

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


class Marked(StoryReads):
    """What somebody marked in one sentence of a story, in place of what the model reads."""

    def __init__(self, text: str, told: str, word: str, kind: str, sides: Sequence[Sequence[str]]) -> None:
        self._start = text.index(told)
        spots = [word, *sides[0], *sides[1]]
        starts = [told.index(spot) for spot in spots]
        asks = np.zeros((len(spots) + 1, 4))
        asks[1] = (1, 0, 1, 0)
        answers = np.zeros((len(spots) + 1, 4))
        for side in (0, 1):
            pointed = range(2 + side * len(sides[0]), 2 + len(sides[0]) + side * len(sides[1]))
            answers[list(pointed) or [0], 2 * side] = 20.0
        offsets = [(0, 0), *((start, start + 1) for start in starts)]
        self._read = SentenceRead({}, {starts[0]: Bond(kind, 0.9)}, offsets, asks, answers)
        self._nothing = SentenceRead({}, {}, [(0, 0)], np.zeros((1, 4)), np.zeros((1, 4)))

    def is_worth(self, sentence: Sentence) -> bool:
        return True

    def of(self, sentence: Sentence) -> SentenceRead:
        return self._read if sentence.span.start == self._start else self._nothing


def _read(code: Code, text: str, told: str, word: str, kind: str, *sides: Sequence[str]) -> list[Tie]:
    coded = code(text)
    assert coded.resolved is not None
    return list(find_ties(coded.resolved, coded.statements, reads=Marked(text, told, word, kind, sides)))


def test_a_relation_that_no_pattern_knows_binds_those_pointed_to(code: Code) -> None:
    text = "Angola keeps the lamps of Cuba lit."
    assert code(text).ties == ()
    (tie,) = _read(code, text, text, "keeps", "aid", ["Angola"], ["Cuba"])
    assert codes_of(tie.parties) == {"AGO", "CUB"}
    assert (tie.kind, tie.holder, tie.host) == ("aid", "AGO", "CUB")


def test_of_equals_none_is_the_holder(code: Code) -> None:
    text = "Peru and Chile see eye to eye on copper."
    (tie,) = _read(code, text, text, "eye", "partnership", ["Peru", "Chile"], [])
    assert codes_of(tie.parties) == {"PER", "CHL"}
    assert (tie.holder, tie.host) == (None, None)


def test_whose_adjective_alone_is_pointed_to_is_meant_by_it(code: Code) -> None:
    text = "Spanish patrol boats lie in Praia."
    (tie,) = _read(code, text, text, "boats", "deployment", ["boats"], ["Praia"])
    assert codes_of(tie.parties) == {"ESP", "CPV"}


def test_a_kind_that_a_pattern_reads_in_a_sentence_is_not_read_again(code: Code) -> None:
    text = "Norway is a member of NATO and hosts its cousins."
    found = _read(code, text, text, "hosts", "membership", ["Norway"], ["cousins"])
    assert [codes_of(t.parties) for t in found] == [{"NOR", "IGO"}]


def test_what_its_clause_denies_is_no_relation(code: Code) -> None:
    text = "Peru does not bankroll Chile."
    assert _read(code, text, text, "bankroll", "aid", ["Peru"], ["Chile"]) == []


def test_one_party_alone_is_no_relation(code: Code) -> None:
    text = "Peru bankrolls three circuses."
    assert _read(code, text, text, "bankrolls", "aid", ["Peru"], ["circuses"]) == []


def test_a_deed_that_is_done_is_no_relation_unless_it_goes_on(code: Code) -> None:
    """ "Has lent it tugs" is over; since when, or how often, makes it last."""
    once, since = "Angola has lent Cuba tugs.", "Angola has lent Cuba tugs since 1970."
    assert _read(code, once, once, "lent", "aid", ["Angola"], ["Cuba"]) == []
    assert [t.kind for t in _read(code, since, since, "lent", "aid", ["Angola"], ["Cuba"])] == ["aid"]


def test_what_one_land_does_for_another_s_people_is_not_done_to_its_own(code: Code) -> None:
    """ "Trains its gendarmes": those of the land told of before."""
    text = "Rwanda closed its border. France, which has made its peace with Rwanda, trains its gendarmes."
    told = "France, which has made its peace with Rwanda, trains its gendarmes."
    found = _read(code, text, told, "trains", "programme", ["France"], ["gendarmes"])
    assert [set(codes_of(t.parties)) for t in found if t.kind == "programme"] == [{"FRA", "RWA"}]
