"""Anniversaries, and how many years back what they remember lies."""

from __future__ import annotations

import re
from datetime import date

from dateline.coding.structure.arguments import Graph
from dateline.coding.when.date_fits import DateFits
from dateline.knowledge.times import time_words
from dateline.model import EventDate, ParsedStory, Precision, Token

ANNIVERSARIES = frozenset({"anniversary", "centenary", "bicentenary", "jubilee", "commemoration"})
MAX_CLIMB = 6


class Jubilees:
    """Dates what the anniversaries of one story remember."""

    def __init__(self, graph: Graph, fits: DateFits) -> None:
        self._graph = graph
        self._fits = fits
        self._day = graph.parsed.story.day

    def of(self, token: Token) -> EventDate | None:
        """Date what an anniversary remembers: its number of years before the day that the anniversary falls on.

        Args:
            token: An event's anchor; None is returned where no anniversary stands over it.
        """
        noun = anniversary_over(self._graph.parsed, token)
        if noun is None:
            return None
        years = years_of(self._graph.parsed, noun)
        own = self._fits.nearest(noun, self._fits.inside(self._graph.core(noun.i))) or self._fits.above(noun)
        day = own.begin if own is not None else self._day
        if years is None or day is None:
            return EventDate(reason="remembered on an anniversary; the text gives no date")
        year = day.year - years
        return EventDate(
            value=f"{year:04d}",
            begin=date(year, 1, 1),
            end=date(year, 12, 31),
            precision=Precision.YEAR,
            reason=f"{years} years before the anniversary told of",
        )


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
