"""The suite of sentence pairs: the corpus's roots and the figures."""

from __future__ import annotations

from dateline.apps.evaluation.pairs import QUAD, matrix, read_conventions, roots
from dateline.knowledge.codebook import Codebook
from dateline.model import EventType


def test_concessions_in_word_and_deed_are_one_root() -> None:
    found = roots({(EventType.CONCEDE, ""): 0.5, (EventType.RETREAT, "release"): 0.5}, {})
    assert found == {"YIELD": 1.0}


def test_a_kind_that_the_corpus_files_elsewhere_gets_its_root_there_and_its_siblings_do_not() -> None:
    kinds = {(EventType.SANCTION, "convict"): 0.6, (EventType.SANCTION, "expel"): 0.4}
    assert roots(kinds, read_conventions()) == {"ACCUSE": 0.6, "SANCTION": 0.4}
    assert roots(kinds, {}) == {"SANCTION": 1.0}


def test_every_convention_names_a_type_of_the_codebook_and_a_root_of_the_corpus() -> None:
    types = {event_type.value for event_type in Codebook.load().types}
    for (event_type, mode), root in read_conventions().items():
        assert event_type in types
        assert mode
        assert root in QUAD


def test_the_matrix_counts_each_row_once() -> None:
    answers = [("AID", "AID", False), ("AID", "AGREE", False), ("AID", "AID", True)]
    assert matrix(answers) == {"AID": {"AID": 2, "AGREE": 1}}
