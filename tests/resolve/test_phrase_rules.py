"""In which order the rules are asked who a noun phrase is."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_name_of_the_base_comes_before_what_its_noun_says(read: Read) -> None:
    """The name of a body is that body, and not a description of one."""
    found = told(at(read("The World Health Organization met on Monday."), "Organization"))
    assert found.entity is not None


def test_a_noun_that_no_rule_knows_is_nobody(read: Read) -> None:
    """Where every rule has been asked for nothing the phrase is a thing."""
    assert at(read("Peru repaired a bridge."), "bridge") is None
