"""Lemmas put right at the edge."""

from __future__ import annotations

import pytest

from dateline.knowledge.lemmas import verb_lemmas


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("staged", "stage"),
        ("hoping", "hope"),
        ("raped", "rape"),
        ("waging", "wage"),
        ("acceded", "accede"),
        ("hopes", "hope"),
        ("stages", "stage"),
        ("rides", "ride"),
        ("relaunches", "relaunch"),
    ],
)
def test_forms_that_the_lemmatiser_gets_wrong_have_their_own_verb(form: str, lemma: str) -> None:
    assert verb_lemmas()[form] == lemma
