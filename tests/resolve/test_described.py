"""Who is only described: parties known by what stands beside them, before them, or by what they share."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model

# Text, head of the mention, its country, its first sector.
CASES = [
    ("Peru's parliament and opposition met.", "opposition", "PER", "PTY"),
    ("Marakwa, a Bolivian rebel movement, denied it.", "Marakwa", "BOL", "REB"),
    ("Chad thanked Malian doctors and engineers.", "engineers", "MLI", None),
    ("Ghana praised Cuba, whose soldiers had left.", "soldiers", "CUB", "MIL"),
    ("North Korea closed a pier. Then the North left.", "North", "PRK", None),
    ("Chile signed a pact with Oman. Qatar had warned the sultanate.", "sultanate", "OMN", None),
    ("A court in Lima jailed a Malian singer. Bakary Touré, 41, was held in May.", "Touré", "MLI", None),
    ("The African Union met the United Nations envoy. The bloc sent monitors.", "bloc", "IGO", None),
]


@pytest.mark.parametrize(("text", "head", "country", "sector"), CASES)
def test_a_party_has_the_country_that_its_description_gives(
    read: Read, text: str, head: str, country: str, sector: str | None
) -> None:
    """What stands beside a name, before it, or is shared with the noun before says whose it is."""
    mention = at(read(text), head, -1)
    assert mention is not None
    assert mention.resolution is not None
    assert mention.resolution.country == country
    assert sector is None or mention.resolution.sectors[:1] == (sector,)


@pytest.mark.parametrize("text", ["Arab leaders met in Cairo.", "The heads of government met the Chilean minister."])
def test_office_holders_of_many_states_belong_to_none(read: Read, text: str) -> None:
    """ "Arab leaders" and "heads of government" are those of many states, not of the story's country."""
    mention = at(read(text), "leaders" if "leaders" in text else "heads")
    assert mention is not None
    assert mention.resolution is not None
    assert mention.resolution.country is None
    assert mention.resolution.sectors[:1] == ("GOV",)


def test_both_alone_are_the_two_countries_of_the_sentence(read: Read) -> None:
    """A bare "both" goes back to the two that its sentence has named."""
    mention = at(read("Ghana has no border with Chad, but both have signed the charter."), "both")
    assert mention is not None
    assert mention.resolution is not None
    assert set(mention.resolution.countries) == {"GHA", "TCD"}
