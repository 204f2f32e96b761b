"""Where a draft stands is judged once: in any story, only in one of politics, or never."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.coding import Coder
from dateline.coding.standing import Stands

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The Danish premier promised Norway to build a bridge.", Stands.ALWAYS),
        ("The Danish senator vowed to build more roads.", Stands.IN_POLITICS),
        ("Nippon Steel agreed to supply pipes to a Brazilian refiner.", Stands.NEVER),
    ],
)
def test_a_draft_stands_always_in_politics_only_or_never(code: Code, text: str, stands: Stands) -> None:
    resolved = code(text).resolved
    assert resolved is not None
    reading = Coder.load(setting="frames").reading(resolved, ())
    cases = [reading.cases.of(draft, []) for draft in reading.proposed()]
    assert [case.stands for case in cases if case.draft.type.value == "AGREE"] == [stands]
