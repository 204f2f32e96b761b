"""Of two named just before, "the former" is the first and "the latter" the second."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model

LATTER = [
    ("Vietnam and China met in Hue on Tuesday. The former threatened to sue the latter.", "former", "VNM"),
    ("Vietnam and China met in Hue on Tuesday. The former threatened to sue the latter.", "latter", "CHN"),
    ("Chile's foreign minister met his Peruvian counterpart. The latter accused Santiago of delay.", "latter", "PER"),
]


@pytest.mark.parametrize(("text", "word", "country"), LATTER)
def test_the_former_and_the_latter_are_the_two_named_just_before(
    read: Read, text: str, word: str, country: str
) -> None:
    """Of two lands' parties "the former" is the first and "the latter" the second."""
    assert told(at(read(text), word)).country == country


def test_the_former_minister_and_the_latter_of_three_are_no_such_pair(read: Read) -> None:
    """An adjective points back to nobody, and of three lands nobody knows which is meant."""
    spoke = read("Peru and Chile met. The former minister of Togo spoke.")
    assert told(at(spoke, "minister")).country == "TGO"
    assert at(read("Peru, Chile and Togo met. The latter left."), "latter") is None
