"""The shipped word lists of actors."""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords


def test_lists_are_filled() -> None:
    """Every list loads and holds words."""
    words = ActorWords.load()
    for name in ("titles", "state", "body", "kin", "quantities", "former", "future", "keeps", "drops", "genders"):
        assert len(getattr(words, name)) > 5, name
    assert words.capitals["object_of"]
    assert words.pronouns["deictic"]


def test_lists_do_not_contradict_each_other() -> None:
    """A word is not at once kept and dropped, or of both genders' pronouns."""
    words = ActorWords.load()
    assert not words.keeps & words.drops
    assert not words.former & words.future
    assert not words.pronouns["m"] & words.pronouns["f"]
    assert not words.pair_countries & words.pair_persons
