"""Lands that stand in a row are the several that a phrase points to."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_a_list_behind_a_group_tells_who_is_of_it(read: Read) -> None:
    """The lands that a sentence lists behind just so many countries are meant, not those named before."""
    text = "An envoy of the United States left. The four countries behind the aircraft, France, Germany, Spain and Britain, met."
    found = told(at(read(text), "countries"))
    assert set(found.countries) == {"FRA", "DEU", "ESP", "GBR"}
