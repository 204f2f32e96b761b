"""Publishers' countries by their addresses."""

from __future__ import annotations

from dateline.knowledge.domains import country_of_address


def test_the_end_of_an_address_names_a_country() -> None:
    assert country_of_address("https://news.example.co.uk/a?b=c") == "GBR"


def test_ends_that_anybody_may_buy_name_none() -> None:
    assert country_of_address("https://example.io") is None
    assert country_of_address("https://example.com/uk") is None


def test_what_is_no_address_names_none() -> None:
    assert country_of_address(None) is None
    assert country_of_address("http://[broken") is None
