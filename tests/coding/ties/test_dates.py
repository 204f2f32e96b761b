"""Since when relations stand."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("Iran has been under American sanctions since December.", "2018-12"),
        ("Kenya has kept soldiers in Chad for more than ten years.", "2009"),
        ("Kenya has kept soldiers in Chad for a quarter of a century.", "1994"),
        ("Portugal's treaty with Britain dates back to 1703.", "1703"),
        ("The African Union, which has stood since 2002, has had a trade pact with Chile since 2009.", "2009"),
    ],
)
def test_a_relation_stands_since_its_own_past_date(code: Code, text: str, since: str) -> None:
    assert since in [found for _, _, found in ties_of(code(text, day="2019-10-03"))]
