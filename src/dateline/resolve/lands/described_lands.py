"""Lands that are described and not named: "the country", "the North", "its neighbour", "the Republic of Korea"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.resolve.cast import Draft
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.reader import Reader


def read(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read a phrase that describes a land.

    Args:
        phrase: A noun phrase.
        reader: The work on the story.
    """
    tokens, lands = reader.syntax.tokens, reader.lands
    stated = tokens[phrase.head].lemma in reader.words.definites["states"]
    after = tokens[phrase.head + 1 : phrase.head + 3]
    if len(after) == 2 and after[0].text == "of":
        if not after[1].text[0].isupper():
            stated = False  # "the state of the economy"
        elif tokens[phrase.head - 1].text.lower() == "the" and (
            code := reader.land(f"{tokens[phrase.head].text} of {after[1].text}")
        ):
            return lands.of_name(phrase, code)  # "the Republic of Korea"
    state = lands.state(phrase) if stated and reader.syntax.definite(phrase.head) else None
    return state or lands.half(phrase) or lands.neighbour(phrase)
