"""Datelines of many styles are read; sentences that look a little like one are left alone."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.readers.datelines import Opening, find_dateline

DAY = date(2019, 10, 5)
AGENCIES = read_entries(data_folder() / "readers" / "agencies.toml", "agency")


def find(text: str, reference: date | None = DAY) -> Opening | None:
    return find_dateline(text, 0, len(text), reference=reference)


@pytest.mark.parametrize("entry", [pytest.param(e, id=e["marks"][0]) for e in AGENCIES])
def test_each_agency_signs_its_own_dateline_and_is_not_seen_in_a_sentence(entry: dict[str, Any]) -> None:
    opening = find(entry["example"])
    assert opening is not None
    assert opening.fact.agency in entry["marks"]
    assert entry["example"][opening.body :].split()[1] in {"met.", "rose.", "senate"}
    assert find(entry["near_miss"]) is None


@pytest.mark.parametrize(
    ("text", "place", "day", "agency"),
    [
        ("NORDVIK. Oct 3 (Interfax) - Envoys met.", "Nordvik", date(2019, 10, 3), "Interfax"),
        ("STARAYA RUSSA. Oct 3 (Interfax) - Envoys met.", "Staraya Russa", date(2019, 10, 3), "Interfax"),
        ("LISBON, March 5 (Reuters) - Envoys met.", "Lisbon", date(2020, 3, 5), "Reuters"),
        ("CEBU (AP) — Envoys met.", "Cebu", None, "AP"),
        ("CEBU, Philippines (AP) _ Envoys met.", "Cebu", None, "AP"),
        ("LYON, Oct 3, 2018 (AFP) - Envoys met.", "Lyon", date(2018, 10, 3), "AFP"),
        ("HARBIN, Oct. 3 (Xinhua) -- Envoys met.", "Harbin", date(2019, 10, 3), "Xinhua"),
        ("SOCHI, October 3. /TASS/. Envoys met.", "Sochi", date(2019, 10, 3), "TASS"),
        ("Bremen (dpa/AFP) - Envoys met.", "Bremen", None, "dpa"),
        ("(ANSA) - Bari, October 3 - Envoys met.", "Bari", date(2019, 10, 3), "ANSA"),
        ("Sevilla, Oct 3 (EFE).- Envoys met.", "Sevilla", date(2019, 10, 3), "EFE"),
        ("Pune, Oct 3 (IANS) Envoys met.", "Pune", date(2019, 10, 3), "IANS"),
        ("Shiraz, Oct 3, IRNA - Envoys met.", "Shiraz", date(2019, 10, 3), "IRNA"),
        ("OSLO/RIGA, Oct 3 (Reuters) - Envoys met.", "Oslo", date(2019, 10, 3), "Reuters"),
        ("ARUSHA, Tanzania — Envoys met.", "Arusha", None, None),
        ("QUETTA: Envoys met.", "Quetta", None, None),
        ("SALEM, Ore., March 9 - Envoys met.", "Salem", date(2020, 3, 9), None),
        ("RIO BRANCO DO SUL, June 18 - Envoys met.", "Rio Branco do Sul", date(2019, 6, 18), None),
        ("UTRECHT, the Netherlands, April 1 - Envoys met.", "Utrecht", date(2020, 4, 1), None),
        ("ASWAN – 3 October 2019: Envoys met.", "Aswan", date(2019, 10, 3), None),
        ("GENEVA (3 October 2019) – Envoys met.", "Geneva", date(2019, 10, 3), None),
        ("N'DJAMENA (Reuters) - Envoys met.", "N'Djamena", None, "Reuters"),
        ("LUGANO, Thursday, Oct. 3 (AP) — Envoys met.", "Lugano", date(2019, 10, 3), "AP"),
        ("LIMA, Oct 3 (Pacific News) - Envoys met.", "Lima", date(2019, 10, 3), "Pacific News"),
    ],
)
def test_a_dateline_gives_place_day_and_agency_and_ends_where_the_report_begins(
    text: str, place: str, day: date | None, agency: str | None
) -> None:
    opening = find(text)
    assert opening is not None
    assert (opening.fact.place, opening.fact.date, opening.fact.agency) == (place, day, agency)
    assert text[opening.body :] == "Envoys met."


@pytest.mark.parametrize(
    "text",
    [
        "US-led forces left the town.",
        "Paris — a city of light — fell silent.",
        "The minister - a lawyer - resigned.",
        "OPEC: Output fell in May.",
        "NATO - the alliance - said no.",
        "URGENT: Envoys met.",
        "Norway (pop. 5 million) said no.",
        "Talks ended in Oslo, March 5 being the last day.",
        "A-10 jets struck the village.",
        "Mr. Lee (Reuters photographer) was hurt.",
        "",
        "-",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert find(text) is None


def test_without_a_date_of_publication_a_dateline_without_a_year_has_no_date_and_says_so() -> None:
    opening = find("LISBON, March 5 (Reuters) - Envoys met.", reference=None)
    assert opening is not None
    assert opening.fact.date is None
    assert opening.note is not None
    assert "no year" in opening.note


def test_the_year_is_the_one_that_brings_the_dateline_nearest_to_publication() -> None:
    """A story of 2 January may be datelined 31 December of the year before."""
    opening = find("LISBON, Dec 31 (Reuters) - Envoys met.", reference=date(2020, 1, 2))
    assert opening is not None
    assert opening.fact.date == date(2019, 12, 31)


def test_a_day_that_does_not_exist_is_noted_and_not_moved() -> None:
    opening = find("LISBON, Feb 30, 2019 (Reuters) - Envoys met.")
    assert opening is not None
    assert opening.fact.date is None
    assert opening.note is not None


def test_a_dateline_inside_a_longer_text_has_offsets_of_that_text() -> None:
    text = "Headline\n\n  CEBU (AP) — Envoys met."
    opening = find_dateline(text, 10, len(text), reference=DAY)
    assert opening is not None
    assert opening.fact.span is not None
    assert opening.fact.span.of(text) == "CEBU (AP) —"
    assert text[opening.body :] == "Envoys met."


@given(st.text(alphabet="ABCabc ,.-–—/()'13Oct:_[]", max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_answered_fast_and_with_offsets_inside_it(text: str) -> None:
    started = time.perf_counter()
    opening = find(text)
    assert time.perf_counter() - started < 1
    assert opening is None or 0 <= opening.start <= opening.body <= len(text)
