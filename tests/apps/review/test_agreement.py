"""Agreement figures, against values worked out by hand and in the literature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.apps.review import Entry, State, agreement, cohen_kappa, krippendorff_alpha


def test_kappa_of_a_two_by_two_table_is_the_known_one() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_alpha_of_krippendorffs_own_nominal_example_is_the_known_one() -> None:
    # Four observers, twelve units, gaps (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability").
    observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    units = [[o[i] for o in observers if o[i] != "."] for i in range(12)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=0.001)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=2, max_size=2), min_size=1, max_size=30))
def test_full_agreement_is_one_and_nothing_exceeds_it(units: list[list[str]]) -> None:
    alpha = krippendorff_alpha(units)
    assert alpha is None or alpha <= 1
    same = krippendorff_alpha([[unit[0], unit[0]] for unit in units])
    assert same in (None, 1)


def test_one_label_alone_tells_nothing() -> None:
    assert cohen_kappa([("a", "a")] * 5) is None
    assert krippendorff_alpha([["a", "a"]] * 5) is None
    assert krippendorff_alpha([["a"], ["b"]]) is None


def test_agreement_is_asked_for_the_verdict_and_for_each_answer() -> None:
    def row(seq: int, coder: str, action: str, event: str, **human: str) -> Entry:
        machine = {"type": "AID", "date": "2019"}
        return Entry(seq=seq, coder=coder, action=action, event_id=event, story_id="s", machine=machine, human=human)

    rows = [
        row(1, "ada", "accept", "e1"),
        row(2, "eva", "correct", "e1", date="2020"),
        row(3, "ada", "reject", "e2"),
        row(4, "eva", "reject", "e2"),
        row(5, "ada", "accept", "alone"),
    ]
    found = {a.question: a for a in agreement(State.of(rows))}
    assert found["verdict"].events == 2
    assert found["type"].share == 1
    assert found["date"].share == 0.5
    assert found["type"].kappas == {("ada", "eva"): (1.0, 2)}
