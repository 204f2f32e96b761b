"""What a pronoun does tells who can be meant."""

from __future__ import annotations

import pytest
from tests.resolve.conftest import Read, at, told

pytestmark = pytest.mark.model


def test_it_is_whoever_is_judged_for_the_deed(read: Read) -> None:
    """Sanctions are imposed on the state that invaded, not on itself by the body that imposes them."""
    found = told(at(read("The UN imposed sanctions on Norway after it invaded Sweden."), "it"))
    assert found.country == "NOR"


def test_a_thing_says_and_buys_nothing(read: Read) -> None:
    """A plan named nearer does not take the pronoun of a verb that only a party is the subject of."""
    found = told(at(read("Norway presented the plan. It expects Sweden to sign."), "It"))
    assert found.country == "NOR"


def test_a_firm_invades_nobody(read: Read) -> None:
    """Whoever shelled a town is no firm, though one was named last."""
    assert told(at(read("Norway thanked Microsoft. It invaded Sweden."), "It")).country == "NOR"


def test_who_was_asked_answers(read: Read) -> None:
    """Whom a request goes to is who refuses it."""
    assert told(at(read("Norway asked Kenya for help, but it refused."), "it")).country == "KEN"
