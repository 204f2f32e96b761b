"""Whom and what a passive names."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


def test_of_two_objects_the_passive_names_to_whom_first(slots: Slots) -> None:
    found = slots("Chad was promised aid by Norway.", "promised")
    assert (found["iobj"], found["obj"]) == (["Chad"], ["aid"])


def test_whoever_is_taken_hostage_suffers_and_hostage_is_no_object(slots: Slots) -> None:
    found = slots("Six observers were taken hostage by rebels.", "taken")
    assert (found["subj"], found["obj"]) == (["rebels"], ["observers"])
