"""Standing relations of a run, joined into periods with their sources."""

from __future__ import annotations

import json

import pytest

from dateline.pipeline.run import code_run
from dateline.store import Run
from dateline.store.periods import TiePeriod, selected, tie_periods

STORIES = [
    ("a", "2019-03-02", "DOHA, March 2 (Reuters) - The United States keeps 10,000 troops in Qatar."),
    ("b", "2020-04-10", "DOHA, April 10 (AFP) - The United States has kept troops in Qatar since 1992."),
    ("c", "2020-05-01", "LIMA, May 1 (Reuters) - Chile has a free trade agreement with China."),
    ("d", "2021-02-01", "LONDON, Feb 1 (Reuters) - Britain left the European Union in January 2020."),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[TiePeriod, ...]:
    folder = tmp_path_factory.mktemp("ties")
    lines = [json.dumps({"id": id_, "published": day, "text": text}) for id_, day, text in STORIES]
    (folder / "stories.jsonl").write_text("\n".join(lines), "utf-8")
    code_run([folder / "stories.jsonl"], folder / "run")
    return tie_periods(Run.open(folder / "run"))


def _of(found: tuple[TiePeriod, ...], kind: str) -> TiePeriod:
    (period,) = [p for p in found if p.kind == kind]
    return period


def test_a_relation_that_several_reports_state_is_one_period_with_all_its_sources(found: tuple[TiePeriod, ...]) -> None:
    kept = _of(found, "deployment")
    assert (kept.holder, kept.host, kept.since) == ("USA", "QAT", "1992")
    assert (kept.first_stated, kept.last_stated, kept.stories) == ("2019-03-02", "2020-04-10", "a;b")
    assert (kept.statements, kept.agencies) == (2, 2)


def test_an_end_that_a_report_gives_closes_the_period(found: tuple[TiePeriod, ...]) -> None:
    left = _of(found, "membership")
    assert left.until == "2020-01"
    assert not left.stands("2020-06-01")


def test_periods_are_chosen_by_kind_party_and_day(found: tuple[TiePeriod, ...]) -> None:
    assert [p.kind for p in selected(found, party="CHN")] == ["treaty"]
    assert selected(found, kind="treaty", on="2019-01-01") == []
    assert [p.kind for p in selected(found, on="2020-06-01")] == ["deployment", "treaty"]
