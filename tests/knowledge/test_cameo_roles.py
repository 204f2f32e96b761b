"""Roles of CAMEO in PLOVER's words."""

from __future__ import annotations

from dateline.knowledge.cameo_roles import plover_sectors


def test_media_are_journalists_and_health_is_medical() -> None:
    assert (plover_sectors("MED"), plover_sectors("HLH")) == (("JRN",), ("MED",))


def test_a_branch_of_service_adds_nothing() -> None:
    assert plover_sectors("MILNAV") == ("MIL",)


def test_a_users_own_code_stays() -> None:
    assert plover_sectors("GOVZZZ") == ("GOV", "ZZZ")
