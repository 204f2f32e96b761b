"""When an event happened: the time expression in its words, else what its tense and place in the story say."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import Clauses
from dateline.coding.structure.voices import is_infinitive
from dateline.coding.when.date_fits import DateFits
from dateline.coding.when.dating import ALONE, NEWS, SPOKEN, Asked, Dating, dated, given
from dateline.coding.when.jubilees import Jubilees
from dateline.coding.when.moorings import Moorings
from dateline.coding.when.news_day import NewsDay, is_background
from dateline.coding.when.occasions import Occasions
from dateline.coding.when.paragraphs import ParagraphTimes
from dateline.coding.when.same_times import SameTimes
from dateline.coding.when.shared_dates import ASIDES, SharedDates
from dateline.knowledge.times import time_words
from dateline.model import EventDate, ResolvedStory, Status, Timex, Token

# Days after which what a clause is tied to makes it no news.
OLD_DAYS = 300
WHEN_SAID = "when it was said"


class Dates:
    """Links events to the time expressions of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._day = resolved.parsed.story.day
        self._dates = [t for t in resolved.timexes if t.type in {"DATE", "TIME"} and t.begin is not None]
        self._vague = [t for t in resolved.timexes if t.type == "DATE" and t.value == "PAST_REF"]
        self._clauses = Clauses(graph)
        self._paragraphs = ParagraphTimes(self._parsed, self._dates, self._clauses)
        self._moorings = Moorings(resolved, graph, self._dates)
        self._same_times = SameTimes(graph, self._clauses, self._dates)
        self._occasions = Occasions(graph, self._dates)
        self._fits = DateFits(graph, self._clauses, self._paragraphs, self._dates)
        self._news = NewsDay(graph, self._clauses, self._fits)
        self._jubilees = Jubilees(graph, self._fits)
        self._shared = SharedDates(graph, self._clauses, self._paragraphs, self._fits, self._news, dates=self._dates)

    def of(self, asked: Asked) -> Dating:
        """Return the date of an event, and the expression it rests on; the first way that finds one decides."""
        ways = (
            self._tied,
            self._own,
            self._above,
            self._gone_on_from,
            self._at_occasion,
            self._in_course,
            self._said,
            self._before_news,
        )
        found = next((one for way in ways if (one := way(asked)) is not None), None)
        if found is not None:
            return found
        if asked.spoken or asked.announced:
            return self._spoken(asked)
        around = self._from_around(asked)
        shifted = self._shifted(asked) if asked.happened and around[0].value is None else None
        return shifted or around

    def planned(self, token: Token) -> EventDate:
        """Return the day that a planned event is set for, if its own clause names one."""
        clause = list(self._graph.clause(token.i))
        inside = [t for t in self._fits.inside(clause) if not self._clauses.is_beside(t, token)]
        own = self._fits.nearest(token, [t for t in inside if not self._clauses.in_another(t, token)])
        if own is None:
            return self._moorings.within(clause) or EventDate(reason="the text sets no date")
        return dated(own, "the date set")

    def _tied(self, asked: Asked) -> Dating | None:
        """Date a clause that hangs on a date, or on another event's."""
        return self._moorings.of(asked.token)

    def _own(self, asked: Asked) -> Dating | None:
        """Date an event by the words of its own clause; what an anniversary remembers, by the years that it counts."""
        inside = self._fits.of_clause(asked)
        jubilee = self._jubilees.of(asked.token)
        if jubilee is not None:
            inside = [t for t in inside if self._fits.is_of_earlier_year(t)]
        own = given(self._fits.nearest(asked.token, inside), "stands in the event's own clause")
        return own or ((jubilee, None) if jubilee is not None else None)

    def _above(self, asked: Asked) -> Dating | None:
        """Date a noun, or a verb without a tense of its own, by the clause above."""
        above = self._fits.above(asked.token)
        if above is None or self._shared.is_grievance(asked.token) or not self._fits.may_date(above, asked.status):
            return None
        about = asked.verbal and self._clauses.is_about(above, asked.token)
        return None if about else given(above, "stands in the clause above")

    def _gone_on_from(self, asked: Asked) -> Dating | None:
        """Date a clause by the one of its sentence that it goes on from, or that says when it was."""
        if not asked.happened:
            return None
        shared = self._same_times.of(asked.token, verbal=asked.verbal or asked.spoken)
        return given(shared, "stands in the clause that it goes on from")

    def _at_occasion(self, asked: Asked) -> Dating | None:
        """Date what was done or said at something that has a date."""
        return given(self._occasions.of(asked.token), "the time of its occasion") if asked.happened else None

    def _in_course(self, asked: Asked) -> Dating | None:
        """Date what a relative clause tells by the verb in whose course it was done."""
        holder = self._clauses.holder(asked.token) if asked.happened else None
        return self.of(asked.as_deed_of(holder)) if holder is not None else None

    def _said(self, asked: Asked) -> Dating | None:
        """Date an event of words by its saying: "said on Tuesday that ..."."""
        return given(self._told_when(asked), WHEN_SAID) if asked.spoken or asked.verbal else None

    def _before_news(self, asked: Asked) -> Dating | None:
        """Date what an adverb puts before the news by a day of the last few alone: "had originally offered"."""
        if not self._is_told_before(asked.token):
            return None
        alone = self._shared.alone(asked)
        if alone is not None and self._fits.is_recent(alone):
            return given(alone, ALONE)
        return EventDate(reason="told of before; the text gives no date"), None

    def _spoken(self, asked: Asked) -> Dating:
        """Date an act of speech whose words give no date: by its paragraph's day, else the story's.

        What had been said before the news is of no day that the text gives.
        """
        token = asked.token
        if is_background(self._parsed, token) and not any(True for _ in self._clauses.tellings(token)):
            alone = given(self._shared.alone(asked), ALONE)
            return alone or (EventDate(reason="told as before the news; the text gives no date"), None)
        plain = asked.happened and token.dep == "ROOT" and self._clauses.is_told_now(token)
        day = self._paragraphs.day(token) if plain or self._is_said_on(token) else None
        past = self._paragraphs.past(token) if plain and day is None else None
        return self._by_paragraph(day, past) or (self._news.today(SPOKEN), None)

    def _by_paragraph(self, day: Timex | None, past: Timex | None) -> Dating | None:
        """Return the day of the news, or the time long past, of which a paragraph tells."""
        return given(day, "the day that its paragraph tells of") or given(past, "the time that its paragraph tells of")

    def _shifted(self, asked: Asked) -> Dating | None:
        """Date a deed told with "had" only because somebody tells of it: "said its jets had hit a camp".

        What was said as "have hit" is told so afterwards and is news as the saying is; None where that is no news.
        """
        telling = next(iter(self._clauses.tellings(asked.token)), None)
        if telling is None or not is_background(self._parsed, asked.token) or not self._clauses.is_told_now(telling):
            return None
        if telling.tag != "VBD" or self._paragraphs.follows_past(telling):
            return None
        day = self._told_when(asked)
        if day is not None:
            return given(day, WHEN_SAID) if self._fits.is_recent(day) else None
        return (self._news.today(NEWS), None) if self._news.goes_on(telling) else None

    def _is_said_on(self, token: Token) -> bool:
        """Say whether somebody goes on speaking: "told a rally on Tuesday. ..., he added"."""
        tellings = [*self._clauses.tellings(token), *self._parsed.children(token, "parataxis")]
        return any(c.pos == "PRON" for verb in tellings for c in self._parsed.children(verb, "nsubj"))

    def _from_around(self, asked: Asked) -> Dating:
        """Date an event whose own words give no date: by its sentence, its paragraph, or as news of the day."""
        alone = given(self._shared.alone(asked), ALONE)
        if alone is not None:
            return alone
        if not asked.happened:
            return self._as_news(asked) or (EventDate(reason="the text gives no date"), None)
        return self._by_aim(asked) or self._of_paragraph(asked) or self._as_news(asked) or self._after(asked)

    def _of_paragraph(self, asked: Asked) -> Dating | None:
        """Date a deed by what its paragraph tells, unless a date of what it came after is nearer."""
        token, told_now = asked.token, self._clauses.is_told_now(asked.token)
        after_old = self._is_after_old(token)
        day = self._paragraphs.day(token) if told_now else None
        past = self._paragraphs.past(token) if day is None and not (asked.verbal or after_old) else None
        found = self._by_paragraph(day, past or self._paragraphs.thereupon(token))
        return found or (self._after(asked) if after_old or self._shared.is_older(token) else None)

    def _as_news(self, asked: Asked) -> Dating | None:
        """Date what is told as news: by the story's day, or by the day of the last few on which somebody told it."""
        token, follows = asked.token, self._paragraphs.follows_past(asked.token)
        if asked.happened and self._news.has_an_hour(token) and not follows:
            return self._news.today(NEWS), None
        told = asked.status in {Status.HAPPENED, Status.ONGOING} and not is_background(self._parsed, token)
        if told and self._news.is_news(token):
            return self._news.today(NEWS, aside=token.dep in ASIDES), None
        told_now = self._clauses.is_told_now(token) and not follows
        if asked.verbal and (told_now or (asked.happened and self._is_present(token))):
            return self._news.today(SPOKEN), None
        if not (told_now and asked.happened and self._news.goes_on(token)):
            return None
        day = self._told_when(asked)  # "said on Monday that it was stopping imports"
        announced = given(day, WHEN_SAID) if day is not None and self._fits.is_recent(day) else None
        return announced or (self._news.today(NEWS), None)

    def _is_present(self, token: Token) -> bool:
        """Say whether a sentence's own verb tells what somebody says or wants now: "the party wants an inquiry"."""
        return token.dep == "ROOT" and token.tag in {"VBZ", "VBP"} and not self._parsed.has(token, "aux", "auxpass")

    def _after(self, asked: Asked) -> Dating:
        """Date a deed by the month or year of what it came after, if by anything."""
        after = self._same_times.after(asked.token) if asked.happened else None
        none = EventDate(reason="the text gives no date"), None
        return given(after, "the time of what it came after") or none

    def _by_aim(self, asked: Asked) -> Dating | None:
        """Date a deed by the date that closes its purpose: "sent troops to prop him up in 1998"."""
        token = asked.token
        if token.tag != "VBD":
            return None
        aims = [c for c in self._parsed.children(token, "advcl", "xcomp") if is_infinitive(self._parsed, c)]
        inside = (t for c in aims for t in self._fits.inside(self._graph.core(c.i)))
        found = [t for t in inside if self._fits.is_over(t)]
        if len(found) != 1 or (self._news.is_news(token) and not self._fits.is_of_earlier_year(found[0])):
            return None
        return given(found[0], "stands in what it was done for")

    def _is_after_old(self, token: Token) -> bool:
        """Say whether a clause below an event ties it to what is long past: "imposed after it invaded Oman in 1990"."""
        if self._day is None:
            return False
        clauses = (c for c in self._parsed.children(token, "advcl", "prep") if c.dep == "advcl" or c.lemma == "after")
        below = {t.i for clause in clauses for t in self._parsed.subtree(clause)}
        past = (t for t in self._dates if t.first in below and t.begin is not None)
        return any((self._day - t.begin).days > OLD_DAYS for t in past if t.begin is not None)

    def _hangs_on(self, timex: Timex, verb: Token) -> bool:
        """Say whether a time hangs on a verb itself, and on no noun of its clause: not "help in the past"."""
        inside = range(timex.first, timex.last)
        heads = (self._parsed.head(t) for t in self._parsed.tokens[timex.first : timex.last] if t.head not in inside)
        above = next(heads, None)  # none where the time is all that a sentence says: "Recently."
        return above is not None and verb.i == (above.head if above.dep == "prep" else above.i)

    def _told_when(self, asked: Asked) -> Timex | None:
        """Return the date of the saying that an event of words stands under: "said on Tuesday that ..."."""
        for telling in self._clauses.tellings(asked.token):
            found = [t for t in self._fits.inside(self._graph.core(telling.i)) if self._fits.may_date(t, asked.status)]
            about = self._clauses.is_about
            found = [t for t in found if not (about(t, telling) or self._fits.is_aside_of(t, telling))]
            day = self._fits.nearest(telling, found) or self._same_times.joined(telling, alone=True)
            if day is not None:
                return day
        return None

    def _is_told_before(self, token: Token) -> bool:
        """Say whether words put an event before the news: "had originally offered", "used poison gas in the past"."""
        verb = token if token.pos in {"VERB", "AUX"} else self._parsed.head(token)
        adverbs = (c.lemma for c in self._parsed.children(verb, "advmod"))
        return any(self._hangs_on(t, verb) for t in self._vague) or not time_words().told_before.isdisjoint(adverbs)
