"""The date that a deed takes from its occasion: "in a letter sent on Monday", "leaders who met in May agreed"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import PAST, VERBAL_POS
from dateline.coding.structure.voices import with_subject
from dateline.coding.when.dating import is_past_time
from dateline.knowledge.times import time_words
from dateline.model import ParsedStory, Timex, Token

SUBJECTS = ("nsubj", "nsubjpass")
# What describes an occasion, a doer or a thing made.
DESCRIBING = ("acl", "relcl")
AT = frozenset({"in", "at", "during"})


class Occasions:
    """Reads at which dated occasion of its own sentence a deed was done, in one story."""

    def __init__(self, graph: Graph, dates: Sequence[Timex]) -> None:
        self._graph = graph
        self._parsed: ParsedStory = graph.parsed
        self._dates = dates

    def of(self, token: Token) -> Timex | None:
        """Return the date of what a deed was done or said at, None where its sentence tells no such thing.

        Args:
            token: A verb in the past without a time of its own.

        Example:
            "In a video sent to an agency in January, it demanded their release": demanded in January.
            "Leaders who met in Arusha last month approved a plan": approved last month.
            "It brokered the truce that they signed in May": brokered in May.
        """
        if token.pos not in VERBAL_POS or token.tag not in PAST:
            return None
        verb = with_subject(self._parsed, token)  # "who met in May denounced the plan and called for a vote"
        return self._of_made(token) or self._opening(verb) or self._of_doers(verb)

    def _opening(self, verb: Token) -> Timex | None:
        """Read an occasion that opens the sentence, with the time in words that describe it."""
        for prep in self._parsed.children(verb, "prep"):
            if prep.i > verb.i or prep.lemma not in AT:
                continue
            for noun in self._parsed.children(prep, "pobj"):
                if noun.lemma in time_words().occasions:
                    return self._one(noun)
        return None

    def _of_doers(self, verb: Token) -> Timex | None:
        """Read when those met, gathered or came who then did it."""
        for doer in self._parsed.children(verb, *SUBJECTS):
            for told in self._parsed.children(doer, *DESCRIBING):
                if told.lemma in time_words().gatherings and told.i < verb.i:
                    return self._one(told)
        return None

    def _of_made(self, verb: Token) -> Timex | None:
        """Read when a pact was signed that somebody had made others sign."""
        if verb.lemma not in time_words().makers:
            return None
        for thing in self._parsed.children(verb, "dobj"):
            for told in self._parsed.children(thing, *DESCRIBING):
                if told.lemma in time_words().concluding:
                    return self._one(told)
        return None

    def _one(self, above: Token) -> Timex | None:
        """Return the only past time below a word, but for one since which something has been so."""
        below = {t.i for t in self._parsed.subtree(above)}
        found = [t for t in self._dates if t.first in below]
        return found[0] if len(found) == 1 and is_past_time(self._parsed, found[0]) else None
