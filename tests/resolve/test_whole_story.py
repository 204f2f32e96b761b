"""What is known of somebody only when the whole story is read."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_people_of_no_land_are_of_the_storys(read: Read) -> None:
    """Whom nothing gives a land belongs to the one that the story tells of."""
    text = "OSLO - Norway raised its fuel tax on Monday. Norway gave no reason. Farmers protested in Oslo."
    assert told(at(read(text), "Farmers")).country == "NOR"
