"""Which lands "the two countries" are."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_four_ministers_of_whom_two_are_named_are_nobody(read: Read) -> None:
    """A number that the story's lands do not make up is not filled with the two that it names."""
    assert at(read("Kenya and Somalia quarrel. The four ministers met."), "ministers") is None


def test_both_armies_are_those_of_the_two_lands_that_a_report_opens_with(read: Read) -> None:
    """Two nations side by side in the first sentence are meant before a third that is named more often."""
    text = "Latvian and Estonian engineers opened a bridge with Polish money. Poland was glad, and Warsaw sent a band. "
    mention = told(at(read(text + "The river is wide. Both armies guarded it."), "armies"))
    assert set(mention.countries) == {"LVA", "EST"}


def test_both_sides_of_a_report_on_one_land_are_of_it(read: Read) -> None:
    """Where a report is about one land, a bank or visitor of another is no side of its quarrel."""
    text = (
        "SUVA, June 3, 2011 - Workers at Fiji's docks in Suva stopped work on Friday. Fijian police watched. The Fiji "
        "Ports Company asked a Fijian court to rule. An Australian ship left for Fiji's north.\n\n"
        "The prime minister appealed to both sides to go to arbitration."
    )
    assert told(at(read(text), "sides")).codes == ("FJI",)
