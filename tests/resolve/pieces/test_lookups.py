"""Look-ups of single words say the same as those of the base, and spare the words that begin nothing."""

from __future__ import annotations

import pytest

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.base import KnowledgeBase
from dateline.resolve.pieces.lookups import Lookups
from dateline.resolve.pieces.syntax import noun_forms


@pytest.fixture(scope="module")
def lookups() -> Lookups:
    return Lookups(KnowledgeBase.open(), titles=ActorWords.load().titles)


def test_a_word_is_a_noun_by_its_lemma_its_singular_or_as_it_is_written(lookups: Lookups) -> None:
    for text, lemma in (("Ministries", "Ministries"), ("soldiers", "soldier"), ("militiamen", "militiamen")):
        form, hit = lookups.word(text, lemma)
        assert form in noun_forms(text, lemma)
        assert hit is not None
        assert hit == lookups.noun(form)
    assert lookups.word("umbrella", "umbrella") == ("", None)


def test_the_first_word_of_every_title_may_start_one(lookups: Lookups) -> None:
    assert all(lookups.starts_title(title.split()[0].title()) for title in ActorWords.load().titles)
    assert lookups.starts_title("Lt.")
    assert not lookups.starts_title("Harbour")
