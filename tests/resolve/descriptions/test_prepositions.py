"""Which prepositions tell whose somebody is."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_where_somebody_is_from_stands_above_the_scene(read: Read) -> None:
    """ "From Kenya" right behind a name is the bearer's country, wherever the race is run."""
    found = told(at(read("Peter Mutembei from Kenya won in Vienna. Vienna cheered, and Austria too."), "Mutembei"))
    assert found.country == "KEN"


def test_in_behind_people_tells_where_they_are(read: Read) -> None:
    """ "In Mali" right behind rebels is theirs, though the parser hangs it to the verb."""
    assert told(at(read("Norway accused rebels in Mali of smuggling."), "rebels")).country == "MLI"


def test_of_behind_two_nouns_is_of_both(read: Read) -> None:
    """ "Members and supporters of" a party are both the party's."""
    found = told(at(read("Members and supporters of the Movement for Democratic Change left."), "supporters"))
    assert (found.country, found.sectors) == ("ZWE", ("PTY",))
