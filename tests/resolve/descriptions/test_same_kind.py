"""Which nouns suit a body by its kind."""

from __future__ import annotations

from tests.resolve.conftest import Read, assert_same


def test_the_attackers_are_the_gunmen_told_of_before(read: Read) -> None:
    """Two words mean the doers of one attack."""
    resolved = read("Gunmen shot two farmers in Lima on Monday. The attackers fled.")
    assert_same(resolved, ("attackers", 0), ("Gunmen", 0))


def test_a_bloc_is_a_body_of_states(read: Read) -> None:
    """A body of states may be called a bloc."""
    resolved = read("ECOWAS shut the border with Mali on Monday. The bloc called for elections.")
    assert_same(resolved, ("bloc", 0), ("ECOWAS", 0))
