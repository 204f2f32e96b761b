"""Posts that somebody is put into: "swore in Ann Lee as justice minister"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.cast import Draft
from dateline.resolve.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# How far before a name the verb may stand that puts its bearer into a post, and how far behind it the post.
BEFORE, BEHIND = 12, 8


def put_into(phrase: Phrase, reader: Reader) -> Draft | None:
    """Return the mention of the post that a person is put into, right behind the name.

    Args:
        phrase: The phrase of the name.
        reader: The work on the story.
    """
    syntax, at = reader.syntax, phrase.last
    if at >= len(syntax.tokens) or syntax.tokens[at].text != "as":
        return None
    sentence = syntax.parsed.sentences[syntax.tokens[at].sent]
    before = syntax.tokens[max(sentence.first, at - BEFORE) : at]
    if not any(t.lemma in reader.words.definites["naming"] for t in before):
        return None
    for i in range(at + 1, min(at + BEHIND, sentence.last)):
        other = reader.phrases.get(i)
        if other is not None and other.core is not None and other.first <= at + 2:
            noun = other.core.noun
            return reader.visit(i) if noun is not None and noun.kind in {"person", "office"} else None
    return None
