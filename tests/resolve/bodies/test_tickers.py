"""The sign of an exchange behind a firm's name is that firm, whatever the parser makes of it."""

from __future__ import annotations

from tests.resolve.conftest import Read, at, told


def test_a_sign_stands_for_the_firm_before_it(read: Read) -> None:
    """The word between angle brackets is a mention of the firm whose name it follows."""
    story = read("PITTSBURGH, March 24 - Varnhem Tools Corp <VRN.L> said on Monday it had bought a mill.")
    firm, sign = told(at(story, "Corp")), told(at(story, "VRN.L"))
    assert firm.sectors == sign.sectors == ("BUS",)
    assert firm.name == sign.name


def test_a_sign_without_a_name_before_it_is_nobody(read: Read) -> None:
    """Options traded under a sign are no firm."""
    assert at(read("The options will trade under the symbol <SPX>."), "SPX") is None
