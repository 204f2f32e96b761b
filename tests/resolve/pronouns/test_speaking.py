"""Who spoke goes on speaking."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, assert_same

pytestmark = pytest.mark.model


def test_who_spoke_speaks_on(read: Read) -> None:
    """After "Putin said" whoever "said" the next quotation is he, not somebody who was named with him."""
    text = "Vladimir Putin spoke while Rodrigo Duterte listened.\n“We are ready,” Putin said.\n“Very ready,” he said."
    assert_same(read(text), ("he", 0), ("Putin", 0))


def test_who_is_told_a_thing_seldom_does_the_next(read: Read) -> None:
    """A paper that was told something is not whom the next sentence is about."""
    resolved = read("The Bundesbank told Reuters on Monday that rates fell. It will meet on Friday.")
    assert_same(resolved, ("It", 0), ("Bundesbank", 0))
