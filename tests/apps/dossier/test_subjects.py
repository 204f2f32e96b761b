"""Whom a word of the command line means."""

from __future__ import annotations

import pytest

from dateline.apps.dossier.subjects import BODIES, Subject, code_name, find_subject
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import UsageError
from dateline.store import Run

pytestmark = pytest.mark.model
BASE = KnowledgeBase.open()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PHL", "PHL"),
        ("phl", "PHL"),
        ("Philippines", "PHL"),
        ("the Philippines", "PHL"),
        ("russia", "RUS"),
        ("Russian", "RUS"),
        ("UNO", "UNO"),
        ("United Nations", "UNO"),
        ("european union", "EUR"),
        ("  South   Sudan ", "SSD"),
        ("KOS", "KOS"),
    ],
)
def test_codes_and_names_of_countries_and_bodies(run: Run, text: str, code: str) -> None:
    assert find_subject(text, run=run.duckdb(), base=BASE).code == code


@pytest.mark.parametrize("text", ["Kersti Kaljulaid", "kaljulaid"])
def test_a_person_of_the_run_by_full_name_or_surname(run: Run, text: str) -> None:
    found = find_subject(text, run=run.duckdb(), base=BASE)
    assert found.name == "Kersti Kaljulaid"
    assert found.entity_id.startswith("Q")
    assert find_subject(found.entity_id, run=run.duckdb(), base=BASE) == found


def test_an_unknown_name_is_refused_with_what_is_near(run: Run) -> None:
    with pytest.raises(UsageError, match=r"'Beralus' is no country.*belarus.*three-letter code"):
        find_subject("Beralus", run=run.duckdb(), base=BASE)


@pytest.mark.parametrize("text", ["' OR 1=1 --", "%", "_", ""])
def test_a_name_is_never_read_as_a_query_or_a_pattern(run: Run, text: str) -> None:
    with pytest.raises(UsageError):
        find_subject(text, run=run.duckdb(), base=BASE)


def test_every_international_code_has_a_name() -> None:
    assert set(BODIES) == INTERNATIONAL
    assert code_name("USA", BASE) == "United States"
    assert code_name("XXX", BASE) == "XXX"


def test_the_label_names_the_code_where_there_is_one() -> None:
    assert Subject(name="Peru", code="PER").label() == "Peru (PER)"
    assert Subject(name="Kersti Kaljulaid", entity_id="Q1").label() == "Kersti Kaljulaid"
