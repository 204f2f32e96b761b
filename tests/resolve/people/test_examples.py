"""A name is of the group that it is an example of."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_a_name_is_of_the_group_that_it_is_an_example_of(read: Read) -> None:
    """Who is named as one of several nurses is a nurse of that country."""
    found = told(at(read("Norwegian nurses such as Marta Lindqvist refused to work."), "Lindqvist"))
    assert (found.country, found.sectors) == ("NOR", ("MED",))


def test_names_that_explain_a_group_are_of_it(read: Read) -> None:
    """Of "the officers, Lind and Ruud" each is an officer, the second as the first."""
    resolved = read("In Norway, teachers, officers and nurses spoke. The officers, Lind and Ruud, went home.")
    assert [told(at(resolved, word)).sectors for word in ("Lind", "Ruud")] == [("MIL",), ("MIL",)]
