"""Nouns that only count whoever stands behind them: "a number of soldiers", "a member of the Roe Brigades"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind

if TYPE_CHECKING:
    from dateline.resolve.cast import Draft
    from dateline.resolve.descriptions.described import Profile
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.reader import Reader


def read(phrase: Phrase, profile: Profile, reader: Reader) -> Draft | None:
    """Read a noun that counts as whom it counts; None where nothing is known of him.

    Args:
        phrase: The phrase.
        profile: The words around its head, with the mention behind "of".
        reader: The work on the story.
    """
    inner = profile.inner
    if inner is None or inner.resolution is None:
        return None
    draft = reader.draft(phrase, MentionKind.NOMINAL, inner.resolution, profile)
    if reader.syntax.tokens[phrase.head].text == "member" and not inner.plural:
        draft.person, draft.lemma = True, "member"  # "a member of the Roe Brigades": one of them
        reader.cast.add(draft)
        return draft
    draft.plural, draft.parts, draft.lemma, draft.office = True, inner.parts, inner.lemma, inner.office
    reader.cast.join(draft, reader.cast.characters[inner.chain])
    return draft
