"""Which sentences may state a relation."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding.ties.sentences import worth_reading

pytestmark = pytest.mark.model


def test_only_sentences_that_name_or_mean_a_land_a_body_or_a_pact_are_read(code: Code) -> None:
    resolved = code("Peru met Chile in March. Rain fell on the roofs. The treaty is old. Both smiled.").resolved
    assert resolved is not None
    assert [sentence.i for sentence in worth_reading(resolved)] == [0, 2, 3]
