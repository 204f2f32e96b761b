"""Whether the only date of a sentence is that of an event in another of its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import Clauses
from dateline.coding.when.date_fits import DateFits
from dateline.coding.when.dating import Asked
from dateline.coding.when.news_day import NewsDay, is_background
from dateline.coding.when.paragraphs import ParagraphTimes
from dateline.model import Precision, Timex, Token

# Clauses that tell something aside from the sentence's news.
ASIDES = frozenset({"relcl"})
# Under these stands a matter of words, which is older than they are.
MATTERS = frozenset({"on", "over", "about"})
# Between a protest and what it is about.
PROTESTS, GRIEVING = frozenset({"protest", "anger", "outrage", "fury"}), frozenset({"at", "against", "over", "about"})


class SharedDates:
    """Judges the dates of one story's sentences."""

    def __init__(
        self,
        graph: Graph,
        clauses: Clauses,
        paragraphs: ParagraphTimes,
        fits: DateFits,
        news: NewsDay,
        *,
        dates: Sequence[Timex],
    ) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._clauses = clauses
        self._paragraphs = paragraphs
        self._fits = fits
        self._news = news
        self._dates = dates

    def alone(self, asked: Asked) -> Timex | None:
        """Return the only date of an event's sentence, where it may be the event's."""
        sentence = [t for t in self._dates if self._parsed.tokens[t.first].sent == asked.token.sent]
        if len(sentence) != 1:
            return None
        shared = self._may_be_shared(sentence[0], asked) or self._is_of_what_is_done(sentence[0], asked)
        return sentence[0] if shared else None

    def _may_be_shared(self, timex: Timex, asked: Asked) -> bool:
        """Say whether the only date of a sentence may be an event's that stands in another clause of it."""
        token, clauses = asked.token, self._clauses
        if not self._fits.may_date(timex, asked.status) or self._paragraphs.is_start(timex):
            return False
        if self._is_aside(token, timex) or self._fits.is_aside_of(timex, token) or self.is_older(token):
            return False
        if clauses.in_another(timex, token) or clauses.is_of_next(timex, token):
            return False
        if asked.verbal and (clauses.is_about(timex, token) or self._fits.names_what_is_judged(timex, token)):
            return False
        told_then = clauses.dates_telling(timex, token)
        news = asked.verbal or self._news.is_news(token)
        return not told_then or (news and not is_background(self._parsed, token))

    def is_older(self, token: Token) -> bool:
        """Say whether a noun is older than the verb above it: what words are about, or what others protest at."""
        return self._is_matter(token) or self.is_grievance(token)

    def _is_matter(self, token: Token) -> bool:
        """Say whether a noun is what words are about: "a summit passed without a word on the demolition of homes"."""
        return token.pos == "NOUN" and token.dep == "pobj" and self._parsed.head(token).lemma in MATTERS

    def is_grievance(self, token: Token) -> bool:
        """Say whether a noun is what others protest at, before they do: "sat down in protest at the seizure"."""
        prep = self._parsed.head(token)
        over = self._parsed.head(prep)
        return token.dep == "pobj" and prep.lemma in GRIEVING and over.lemma in PROTESTS

    def _is_of_what_is_done(self, timex: Timex, asked: Asked) -> bool:
        """Say whether a time behind a participle dates the deed, too: "set duties averaging 9 percent last year"."""
        token = asked.token
        if asked.verbal or not asked.happened or token.tag != "VBD" or not self._fits.may_date(timex, asked.status):
            return False
        things = [c for c in self._parsed.children(token, "dobj") if c.i > token.i]
        beside = (v for thing in things for v in self._parsed.children(thing, "acl") if v.tag == "VBG")
        inside = any(timex.first in {t.i for t in self._graph.core(v.i)} for v in beside)
        return inside and not self._paragraphs.is_start(timex)

    def _is_aside(self, token: Token, timex: Timex) -> bool:
        """Say whether an event is told in a clause aside while the sentence's date stands outside it.

        "The man who attacked the embassy was jailed on Monday": Monday dates the jailing alone.
        """
        verb = token
        while verb.head != verb.i and not (verb.pos in {"VERB", "AUX"} and verb.dep in ASIDES):
            verb = self._parsed.head(verb)
        if verb.dep not in ASIDES or self._goes_on_telling(verb, timex):
            return False
        return timex.first not in {t.i for t in self._parsed.subtree(verb)}

    def _goes_on_telling(self, verb: Token, timex: Timex) -> bool:
        """Say whether a relative clause goes on with the story: "In 2007 he drew up a plan, which Chile rejected".

        So does any clause where a month or year sets the scene at the sentence's beginning.
        """
        first = min(t.i for t in self._parsed.subtree(verb))
        loose = first > 0 and self._parsed.tokens[first - 1].text == "," and self._parsed.tokens[first].lemma == "which"
        scene = timex.precision is not Precision.DAY and timex.first - self._parsed.sentences[verb.sent].first < 3
        return (loose or scene) and timex.first < first and not is_background(self._parsed, verb)
