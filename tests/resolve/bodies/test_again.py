"""People taken up by a plain word, and people of a body of states that was named before."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at

pytestmark = pytest.mark.model

CASES = [
    ("Two Togolese fishermen were freed in Accra. The men had been arrested by Ghanaian police.", "men", "TGO"),
    ("A Togolese journalist was freed in Accra. The man had been arrested by Ghanaian police.", "man", "TGO"),
    ("The European Commission discussed the law. The commissioners criticised Poland.", "commissioners", "EUR"),
    ("The OSCE watched the vote in Chisinau. The monitors criticised Moldova.", "monitors", "IGO"),
    ("The European Union met in Brussels. Enlargement Commissioner Stefan Fuele spoke.", "Fuele", "EUR"),
]


@pytest.mark.parametrize(("text", "head", "country"), CASES)
def test_people_have_the_land_of_those_named_before(read: Read, text: str, head: str, country: str) -> None:
    """A bare "the men" are whom the sentence before told of; monitors are the body's that acted last."""
    mention = at(read(text), head)
    assert mention is not None
    assert mention.resolution is not None
    assert mention.resolution.country == country


def test_a_pair_leaves_out_whoever_deals_with_it(read: Read) -> None:
    """The envoy of a third state is none of the two whom he thanks."""
    mention = at(read("Peru and Chile backed the draft. Fiji's ambassador thanked both countries."), "countries")
    assert mention is not None
    assert mention.resolution is not None
    assert set(mention.resolution.countries) == {"PER", "CHL"}


def test_a_body_comes_back_by_the_noun_of_its_name(read: Read) -> None:
    """ "The committee" is the one whose name holds the word, "the zoo" is nobody where none was named."""
    story = read("The Harbour Safety Committee met on Monday. The committee called for new rules. The zoo was shut.")
    first, again = at(story, "Committee"), at(story, "committee")
    assert first is not None
    assert again is not None
    assert again.chain == first.chain
    assert at(story, "zoo") is None


def test_those_of_a_body_are_not_the_body(read: Read) -> None:
    """ "The bloc" is whoever shut its members' borders, not the members."""
    text = "ECOWAS shut its members' borders with Mali on Monday. The bloc called for elections."
    mention = at(read(text), "bloc")
    assert mention is not None
    assert mention.resolution is not None
    assert mention.resolution.name == "Economic Community of West African States"
