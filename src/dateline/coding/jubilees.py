"""Anniversaries, and how many years back what they remember lies."""

from __future__ import annotations

import re

from dateline.knowledge.times import time_words
from dateline.model import ParsedStory, Token

ANNIVERSARIES = frozenset({"anniversary", "centenary", "bicentenary", "jubilee", "commemoration"})
MAX_CLIMB = 6


def anniversary_over(parsed: ParsedStory, token: Token) -> Token | None:
    """Return the anniversary that an event hangs on: that of "the 20th anniversary of the bombing"."""
    above = token
    for _ in range(MAX_CLIMB):
        if above.head == above.i:
            return None
        above = parsed.head(above)
        if above.lemma in ANNIVERSARIES:
            return above
        if above.pos in {"VERB", "AUX"} and above.dep != "relcl":
            return None
    return None


def years_of(parsed: ParsedStory, noun: Token) -> int | None:
    """Read "20th anniversary", "fifth anniversary", "30-year anniversary"."""
    for child in parsed.children(noun, "amod", "nummod", "compound", "nmod"):
        figures = re.match(r"(\d{1,3})(?:st|nd|rd|th|-year|-)?", child.text.lower())
        if figures:
            return int(figures[1])
        ordinal = time_words().ordinals.get(child.text.lower())
        if ordinal is not None:
            return ordinal
    return {"centenary": 100, "bicentenary": 200}.get(noun.lemma)
