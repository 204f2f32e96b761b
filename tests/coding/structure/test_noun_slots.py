"""What the arguments of nouns and adjectives are."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Slots

pytestmark = pytest.mark.model


def test_a_day_owns_no_attack(slots: Slots) -> None:
    assert slots("Last week's Syrian attack killed nine.", "attack") == {"mod": ["Syrian"]}


def test_a_participle_lends_its_noun_where_it_holds(slots: Slots) -> None:
    assert slots("The curfew imposed in Sudan was lifted.", "curfew") == {"in": ["Sudan"]}


def test_whoever_is_ready_is_the_subject_of_what_he_is(slots: Slots) -> None:
    assert slots("Norway is ready to help Chile.", "ready")["subj"] == ["Norway"]
