"""What its clause makes of a draft: a plan, an offer, a threat or a refusal."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import EventType, Status

pytestmark = pytest.mark.model

SETTLED = [
    ("Chile's premier might impose sanctions on Peru, the Chilean minister said.", EventType.THREATEN),
    ("The Chilean minister said that Chile would withdraw its troops from Peru.", EventType.CONCEDE),
    ("Chile will not withdraw its troops from Peru.", EventType.REJECT),
    ("Chile vowed never to attack Peru.", EventType.AGREE),
    ("Chile's president visited Peru on Monday.", EventType.CONSULT),
]


@pytest.mark.parametrize(("text", "kind"), SETTLED)
def test_a_clause_settles_what_its_verb_tells(code: Code, text: str, kind: EventType) -> None:
    """What is weighed threatens, what will be done is promised, what will not be done is refused or forsworn."""
    assert code(text).events[0].type is kind


def test_what_could_have_been_done_is_not_told(code: Code) -> None:
    """Nobody says of himself that he may do it."""
    text = "Chile could have withdrawn its troops from Peru, the Bolivian minister said."
    assert not [e for e in code(text).events if e.status is not Status.HYPOTHETICAL]
