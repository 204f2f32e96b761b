"""Whose somebody is by what stands behind the noun."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("word", "country"), [("loyal", "PER"), ("hostile", "NOR")])
def test_troops_are_of_whom_they_obey(read: Read, word: str, country: str) -> None:
    """Troops loyal to a government are of its land; its foes are not."""
    assert told(at(read(f"Norway met troops {word} to the Peruvian government."), "troops")).country == country


@pytest.mark.parametrize(("envoy", "country"), [("The envoy", "YEM"), ("The United Nations envoy", "UNO")])
def test_for_gives_a_land_only_where_no_body_is_told(read: Read, envoy: str, country: str) -> None:
    """ "The UN envoy for Yemen" is the UN's."""
    assert told(at(read(f"{envoy} for Yemen left."), "envoy")).country == country
