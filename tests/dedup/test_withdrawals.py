"""Kill notices and the stories that they withdraw."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.dedup import Withdrawals


def row(story_id: str, **facts: object) -> dict[str, Any]:
    return {
        "story_id": story_id,
        "status": "usable",
        "headline": "Envoys agree to meet",
        "published": "2019-03-05T10:00:00",
        **facts,
    }


def kill(story_id: str, **facts: object) -> dict[str, Any]:
    return row(story_id, **{"status": "withdrawn", "headline": None, "published": "2019-03-05T12:00:00", **facts})


def reasons(*rows: dict[str, Any]) -> list[str | None]:
    found = Withdrawals.of(rows)
    return [found.reason(entry, order) for order, entry in enumerate(rows)]


def test_a_kill_under_the_same_id_withdraws_every_earlier_version() -> None:
    rows = (
        row("a", item_version=1),
        row("a~2", item_version=2),
        kill("a~3", item_version=3),
        row("a~4", item_version=4),
    )
    assert reasons(*rows) == ["withdrawn by a~3", "withdrawn by a~3", None, None]


def test_a_kill_withdraws_the_story_whose_id_or_number_it_names_and_no_other() -> None:
    assert reasons(row("a"), row("b"), kill("k", supersedes="a")) == ["withdrawn by k", None, None]
    rows = (row("a", item_no="bdt0123"), row("b", item_no="bdt0124"), kill("k", supersedes="BDT0123"))
    assert reasons(*rows) == ["withdrawn by k (the same number)", None, None]


def test_the_sender_s_reason_is_kept() -> None:
    notes = "withdrawn by its agency; not coded (wrong person named)"
    assert reasons(row("a"), kill("k", supersedes="a", notes=notes)) == ["withdrawn by k: wrong person named", None]


@pytest.mark.parametrize(
    "headline", ["STORY WITHDRAWN-Envoys agree to meet", "Envoys agree to meet", "KILL: Envoys agree to meet"]
)
def test_a_kill_that_names_nothing_withdraws_the_story_whose_headline_it_repeats(headline: str) -> None:
    rows = (
        row("a", headline="UPDATE 1-Envoys agree to meet"),
        row("b", headline="Others met"),
        kill("k", headline=headline),
    )
    assert reasons(*rows) == ["withdrawn by k (the same headline)", None, None]


def test_a_headline_counts_only_within_a_week_and_for_one_agency() -> None:
    old = row("a", published="2019-02-01T10:00:00")
    other = row("b", agency="AFP")
    same = row("c", agency="AP")
    notice = kill("k", headline="Envoys agree to meet", agency="AP")
    assert reasons(old, other, same, notice) == [None, None, "withdrawn by k (the same headline)", None]


def test_a_report_sent_again_after_the_kill_stays() -> None:
    again = row("b", published="2019-03-05T13:00:00")
    assert reasons(row("a"), kill("k", headline="Envoys agree to meet"), again)[2] is None


def test_the_order_of_the_inputs_does_not_matter_where_times_are_known() -> None:
    assert reasons(kill("k", supersedes="a"), row("a"))[1] == "withdrawn by k"


def test_a_headline_of_one_or_two_words_names_nothing() -> None:
    assert reasons(row("a", headline="Markets"), kill("k", headline="Markets")) == [None, None]


def test_without_notices_nothing_is_looked_up() -> None:
    assert not Withdrawals.of([row("a"), row("b")])
