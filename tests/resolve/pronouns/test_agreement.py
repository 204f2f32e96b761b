"""What a pronoun agrees with."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.resolve.conftest import Read

from dateline.knowledge.actor_words import ActorWords
from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pronouns.agreement import Form, agrees, form

pytestmark = pytest.mark.model

MANY = Form(None, person=False, plural=True, possessive=False, reflexive=False)


def test_each_pronoun_has_gender_and_number(read: Read) -> None:
    """ "She" is one woman, "its" owns, "themselves" are several; a noun agrees with nothing."""
    tokens = {t.text: t for t in read("She saw its dog. Men hurt themselves.").parsed.tokens}
    words = ActorWords.load()
    she, its, own = (form(tokens[text], words) for text in ("She", "its", "themselves"))
    assert (she and she.gender, she and she.person) == ("f", True)
    assert (its and its.possessive, its and its.plural) == (True, False)
    assert (own and own.reflexive, own and own.plural) == (True, True)
    assert form(tokens["dog"], words) is None


def test_a_land_is_they_only_where_it_does_something_or_plays() -> None:
    """One body may be "they"; a land is so as the doer of the clause or as a team."""
    known = Resolution(name="Peru", country="PER", sectors=(), score=1.0, rule="country name")
    land = Character(0, known, person=None)
    draft = Draft(0, 0, 1, MentionKind.NAME, known)
    assert not agrees(land, draft, MANY)
    assert agrees(land, draft, MANY, doing=True)
    assert agrees(land, draft, replace(MANY, team=True))
    body = Character(1, replace(known, rule="knowledge base"), person=None)
    assert agrees(body, draft, MANY)
