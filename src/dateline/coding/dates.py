"""When an event happened: the time expression in its words, else what its tense and place in the story say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from dateline.coding.arguments import Graph
from dateline.coding.clauses import Clauses
from dateline.coding.jubilees import anniversary_over, years_of
from dateline.coding.moorings import NAMING, Moorings, dated
from dateline.coding.occasions import Occasions
from dateline.coding.paragraphs import NEWS_DAYS, ParagraphTimes
from dateline.coding.same_times import SameTimes
from dateline.coding.voices import is_infinitive
from dateline.knowledge.times import time_words
from dateline.model import EventDate, Precision, ResolvedStory, SegmentKind, Status, Timex, Token

# Sentences of the body, counted from the top, that tell the day's news unless they say otherwise.
NEWS_SENTENCES = 3
# Sentences within which a main clause in the past goes on with the day's news, unless its paragraph tells the past.
TOLD_SENTENCES = 16
# Clauses that tell something aside from the sentence's news.
ASIDES = frozenset({"relcl"})
# Words between a clock's time and the day it belongs to.
BESIDE_CLOCK = 4
# Under these stands a matter of words, which is older than they are.
MATTERS = frozenset({"on", "over", "about"})
# Before "later": so soon that it was the same day.
MOMENTS = frozenset({"hour", "minute", "moment"})
# Between a protest and what it is about.
PROTESTS, GRIEVING = frozenset({"protest", "anger", "outrage", "fury"}), frozenset({"at", "against", "over", "about"})
# Days that a report may come after the news that its first sentence tells.
LEAD_DAYS = 4
# Before a deed in the course of which another was done.
WITHIN = frozenset({"in", "during", "at", "on", "after", "before", "since", "with"})
# Days after which what a clause is tied to makes it no news.
OLD_DAYS = 300
# What stands under these has no time of its own.
LETTING = frozenset({"let", "make", "help"})
SAYING = frozenset({"say", "tell", "warn", "believe", "think", "insist"})
# "for" behind these stands before what is not there yet.
ASKING = frozenset({"call", "ask", "appeal", "plead", "press", "push", "petition", "beg", "lobby"})
# Reasons of dates that no words give.
SPOKEN = "an act of speech reported on the story's day"
ALONE = "the sentence's only date"
NEWS = "news of the story's day; the text gives no other date"


class Dates:
    """Links events to the time expressions of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._day = resolved.parsed.story.day
        self._dates = [t for t in resolved.timexes if t.type in {"DATE", "TIME"} and t.begin is not None]
        self._clauses = Clauses(graph)
        self._paragraphs = ParagraphTimes(self._parsed, self._dates, self._clauses)
        self._moorings = Moorings(resolved, graph, self._dates)
        self._same_times = SameTimes(graph, self._clauses, self._dates)
        self._occasions = Occasions(graph, self._dates)

    def of(
        self, token: Token, *, spoken: bool, status: Status, announced: bool = False, verbal: bool = False
    ) -> tuple[EventDate, Timex | None]:
        """Return the date of the event that hangs on a token, and the expression it rests on.

        Args:
            token: The event's anchor.
            spoken: Whether the event is itself an act of speech told in the story (a promise, praise).
            announced: Whether the event announces or promises another; the other's date is not its own.
            verbal: Whether the event is one of words; what they are about ("its decision in March") does not date them.
            status: Events that are planned do not happen on the day they are told.
        """
        moored = self._moorings.of(token)
        if moored is not None:
            return moored
        inside = self._candidates(token, status, announced=announced, verbal=verbal)
        jubilee = self._jubilee(token)
        if jubilee is not None:
            inside = [t for t in inside if self._is_past_year(t)]
        own = self._nearest(token, inside)
        if own is not None:
            return dated(own, f"{own.reason or own.value}: stands in the event's own clause"), own
        if jubilee is not None:
            return jubilee, None
        above = self._above(token)
        if above is not None and (self._is_grievance(token) or (verbal and self._clauses.is_about(above, token))):
            above = None
        if above is not None and self._may_date(above, status):
            return dated(above, f"{above.reason or above.value}: stands in the clause above"), above
        shared = self._same_times.of(token, verbal=verbal or spoken) if status is Status.HAPPENED else None
        if shared is not None:
            return dated(shared, f"{shared.reason or shared.value}: stands in the clause that it goes on from"), shared
        occasion = self._occasions.of(token) if status is Status.HAPPENED else None
        if occasion is not None:
            return dated(occasion, f"{occasion.reason or occasion.value}: the time of its occasion"), occasion
        holder = self._clauses.holder(token) if status is Status.HAPPENED else None
        if holder is not None:
            return self.of(holder, spoken=False, status=status)
        told = self._told_when(token, status) if spoken or verbal else None
        if told is not None:
            return dated(told, f"{told.reason or told.value}: when it was said"), told
        if self._is_told_before(token):
            alone = self._alone(token, status, verbal=verbal)
            if alone is not None and self._is_of_these_days(alone[1]):
                return alone
            return EventDate(reason="told of before; the text gives no date"), None
        if spoken or announced:
            return self._spoken(token, status, verbal=verbal)
        found = self._from_around(token, status, verbal=verbal)
        shifted = self._shifted(token) if status is Status.HAPPENED and found[0].value is None else None
        return shifted or found

    def _spoken(self, token: Token, status: Status, *, verbal: bool) -> tuple[EventDate, Timex | None]:
        """Date an act of speech whose words give no date: by its paragraph's day, else the story's.

        What had been said before the news is of no day that the text gives.
        """
        if self._is_background(token) and not any(True for _ in self._clauses.tellings(token)):
            alone = self._alone(token, status, verbal=verbal)
            return alone or (EventDate(reason="told as before the news; the text gives no date"), None)
        plain = status is Status.HAPPENED and self._is_plainly_told(token)
        told = self._paragraphs.day(token) if plain or self._is_said_on(token) else None
        past = self._paragraphs.past(token) if plain and told is None else None
        if past is not None:
            return self._told_of(past), past
        return (self._told_on(told), told) if told is not None else (self._today(SPOKEN), None)

    def _shifted(self, token: Token) -> tuple[EventDate, Timex | None] | None:
        """Date a deed told with "had" only because somebody tells of it: "said its jets had hit a camp".

        What was said as "have hit" is told so afterwards and is news as the saying is; None where that is no news.
        """
        telling = next(iter(self._clauses.tellings(token)), None)
        if telling is None or not self._is_background(token) or not self._clauses.is_told_now(telling):
            return None
        if telling.tag != "VBD" or self._paragraphs.follows_past(telling):
            return None
        day = self._told_when(token, Status.HAPPENED)
        if day is not None:
            recent = self._is_of_these_days(day)
            return (dated(day, f"{day.reason or day.value}: when it was said"), day) if recent else None
        return (self._today(NEWS), None) if self._is_news(telling, within=TOLD_SENTENCES) else None

    def _is_of_these_days(self, timex: Timex) -> bool:
        """Say whether a time is a day of the last few."""
        if timex.precision is not Precision.DAY or timex.begin is None or self._day is None:
            return False
        return (self._day - timex.begin).days <= NEWS_DAYS

    def _is_over(self, timex: Timex) -> bool:
        """Say whether a time lies before the story's day: what is only offered cannot be set for it."""
        return self._day is not None and timex.end is not None and timex.end < self._day

    def _is_said_on(self, token: Token) -> bool:
        """Say whether somebody goes on speaking: "told a rally on Tuesday. ..., he added"."""
        tellings = [*self._clauses.tellings(token), *self._parsed.children(token, "parataxis")]
        return any(c.pos == "PRON" for verb in tellings for c in self._parsed.children(verb, "nsubj"))

    def _is_plainly_told(self, token: Token) -> bool:
        """Say whether a sentence's own main verb tells an act, which its paragraph's day may date."""
        return token.dep == "ROOT" and self._clauses.is_told_now(token)

    def _told_of(self, past: Timex) -> EventDate:
        return dated(past, f"{past.reason or past.value}: the time that its paragraph tells of")

    def _told_on(self, day: Timex) -> EventDate:
        return dated(day, f"{day.reason or day.value}: the day that its paragraph tells of")

    def _alone(self, token: Token, status: Status, *, verbal: bool) -> tuple[EventDate, Timex] | None:
        """Date an event by its sentence's only date, where that may be its own."""
        sentence = [t for t in self._dates if self._parsed.tokens[t.first].sent == token.sent]
        if len(sentence) != 1 or not (
            self._may_be_shared(sentence[0], token, status, verbal=verbal)
            or (not verbal and self._is_of_what_is_done(sentence[0], token, status))
        ):
            return None
        return dated(sentence[0], f"{sentence[0].reason or sentence[0].value}: {ALONE}"), sentence[0]

    def _is_of_what_is_done(self, timex: Timex, token: Token, status: Status) -> bool:
        """Say whether a time behind a participle tells of the deed, too: "imposed duties averaging 9 percent last year"."""
        if status is not Status.HAPPENED or token.tag != "VBD" or not self._may_date(timex, status):
            return False
        things = [c for c in self._parsed.children(token, "dobj") if c.i > token.i]
        beside = (v for thing in things for v in self._parsed.children(thing, "acl") if v.tag == "VBG")
        inside = any(timex.first in {t.i for t in self._graph.core(v.i)} for v in beside)
        return inside and not self._paragraphs.is_start(timex)

    def _candidates(self, token: Token, status: Status, *, announced: bool, verbal: bool) -> list[Timex]:
        """Return the expressions of an event's own clause that may date it."""
        inside = [t for t in self._inside(self._core(token)) if self._may_date(t, status)]
        inside = [t for t in inside if not self._is_aside_of(t, token)]
        if announced:
            inside = [t for t in inside if not self._lies_ahead(t, token)]
        if verbal:
            past = {t.first for t in inside if self._is_past_aim(t, token, announced=announced)}
            inside = [t for t in inside if t.first in past or not self._clauses.is_about(t, token)]
        return inside

    def _core(self, token: Token) -> list[Token]:
        """Return the words of a deed's clause, with those of what it lets others do: "let four of them go on Friday"."""
        let = self._parsed.children(token, "ccomp") if token.lemma in LETTING else iter(())
        return [t for verb in (token, *let) for t in self._graph.core(verb.i)]

    def _is_aside_of(self, timex: Timex, token: Token) -> bool:
        """Say whether a time tells of somebody or something in a clause, not of its deed."""
        return self._clauses.is_beside(timex, token) or self._is_of_a_noun(timex, token)

    def _is_of_a_noun(self, timex: Timex, token: Token) -> bool:
        """Say whether a time tells of a noun, not of a deed: "declared void a 1928 treaty", "a partner since 2010".

        Nor does "since" date what is told in the simple past, wherever the parser hung it.
        """
        first = self._parsed.tokens[timex.first]
        noun = self._parsed.head(self._parsed.tokens[timex.last - 1])
        names = first.dep in NAMING and noun.i != token.i and noun.pos in {"NOUN", "PROPN"} and noun.i >= timex.last
        inside = noun.dep == "pobj" and self._parsed.head(noun).lemma in WITHIN  # "killed in the 2012 attack"
        inside |= noun.head == token.i and token.lemma in time_words().makers  # "brokered the 1976 accord"
        year = names and timex.precision is Precision.YEAR and noun.tag != "VBG" and not inside
        return year or (token.tag == "VBD" and self._paragraphs.is_start(timex))

    def _is_past_aim(self, timex: Timex, token: Token, *, announced: bool) -> bool:
        """Say whether a time that is over stands with what is only promised or asked for, and so dates the words.

        "Called for an embargo on Sunday", in a report of Monday: the call was made on Sunday.
        """
        if not self._is_over(timex):
            return False
        first = self._parsed.tokens[timex.first]
        above = self._parsed.head(first)
        noun = self._parsed.head(self._parsed.head(above) if above.lemma != "on" else above)
        aim = self._parsed.head(noun)
        asked = token.lemma in ASKING and aim.lemma == "for" and aim.head == token.i and noun.dep == "pobj"
        return announced or (asked and timex.precision is Precision.DAY)

    def _from_around(self, token: Token, status: Status, *, verbal: bool) -> tuple[EventDate, Timex | None]:
        """Date an event whose own words give no date: by its sentence's only one, or as news of the day."""
        alone = self._alone(token, status, verbal=verbal)
        if alone is not None:
            return alone
        aim = self._aim(token) if status is Status.HAPPENED else None
        if aim is not None and (not self._is_news(token) or self._is_past_year(aim)):
            return dated(aim, f"{aim.reason or aim.value}: stands in what it was done for"), aim
        day = self._paragraphs.day(token) if status is Status.HAPPENED and self._clauses.is_told_now(token) else None
        if day is not None:
            return self._told_on(day), day
        after_old = self._is_after_old(token)  # whose own date is nearer than its paragraph's
        past = self._paragraphs.past(token) if status is Status.HAPPENED and not (verbal or after_old) else None
        past = past or (self._paragraphs.thereupon(token) if status is Status.HAPPENED else None)
        if past is not None:
            return self._told_of(past), past
        if after_old or self._is_matter(token) or self._is_grievance(token):
            return self._after(token, status)
        if status is Status.HAPPENED and self._has_an_hour(token) and not self._paragraphs.follows_past(token):
            return self._today(NEWS), None
        if self._is_news(token) and status in {Status.HAPPENED, Status.ONGOING} and not self._is_background(token):
            return self._today(NEWS, aside=token.dep in ASIDES), None
        if verbal and status is Status.HAPPENED and self._is_present(token):
            return self._today(SPOKEN), None
        if self._clauses.is_told_now(token) and not self._paragraphs.follows_past(token):
            if verbal:
                return self._today(SPOKEN), None
            if self._is_news(token, within=TOLD_SENTENCES) and status is Status.HAPPENED:
                return self._announced(token) or (self._today(NEWS), None)
        return self._after(token, status)

    def _announced(self, token: Token) -> tuple[EventDate, Timex | None] | None:
        """Date news by the day of the last few on which somebody told it: "said on Monday that it was stopping imports"."""
        day = self._told_when(token, Status.HAPPENED)
        if day is None or not self._is_of_these_days(day):
            return None
        return dated(day, f"{day.reason or day.value}: when it was said"), day

    def _is_present(self, token: Token) -> bool:
        """Say whether a sentence's own verb tells what somebody says or wants now: "the party wants an inquiry"."""
        return token.dep == "ROOT" and token.tag in {"VBZ", "VBP"} and not self._parsed.has(token, "aux", "auxpass")

    def _has_an_hour(self, token: Token) -> bool:
        """Say whether a deed's clause names a part of the day and no day: "let him go in the afternoon"."""
        named = [t for t in self._graph.core(token.i) if t.dep == "pobj" and t.lemma in time_words().hours]
        named += [
            t for t in self._graph.core(token.i) if t.lemma == "later" and self._parsed.tokens[t.i - 1].lemma in MOMENTS
        ]
        return any(not self._parsed.has(t, "compound", "amod", "nmod", "poss", "prep") for t in named)

    def _after(self, token: Token, status: Status) -> tuple[EventDate, Timex | None]:
        """Date a deed by the month or year of what it came after, if by anything."""
        after = self._same_times.after(token) if status is Status.HAPPENED else None
        if after is None:
            return EventDate(reason="the text gives no date"), None
        return dated(after, f"{after.reason or after.value}: the time of what it came after"), after

    def _aim(self, token: Token) -> Timex | None:
        """Return the date that closes a deed's purpose: "sent troops to prop him up in 1998"."""
        if token.tag != "VBD":
            return None
        aims = [c for c in self._parsed.children(token, "advcl", "xcomp") if is_infinitive(self._parsed, c)]
        found = [t for c in aims for t in self._inside(self._graph.core(c.i)) if self._is_over(t)]
        return found[-1] if len(found) == 1 else None

    def _is_matter(self, token: Token) -> bool:
        """Say whether a noun is what words are about: "a summit passed without a word on the demolition of homes"."""
        return token.pos == "NOUN" and token.dep == "pobj" and self._parsed.head(token).lemma in MATTERS

    def _is_grievance(self, token: Token) -> bool:
        """Say whether a noun is what others protest at, before they do: "sat down in protest at the seizure"."""
        prep = self._parsed.head(token)
        over = self._parsed.head(prep)
        return token.dep == "pobj" and prep.lemma in GRIEVING and over.lemma in PROTESTS

    def _is_after_old(self, token: Token) -> bool:
        """Say whether a clause below an event ties it to what is long past: "imposed after it invaded Oman in 1990"."""
        if self._day is None:
            return False
        clauses = (c for c in self._parsed.children(token, "advcl", "prep") if c.dep == "advcl" or c.lemma == "after")
        below = {t.i for clause in clauses for t in self._parsed.subtree(clause)}
        past = (t for t in self._dates if t.first in below and t.begin is not None)
        return any((self._day - t.begin).days > OLD_DAYS for t in past if t.begin is not None)

    def _may_be_shared(self, timex: Timex, token: Token, status: Status, *, verbal: bool) -> bool:
        """Say whether the only date of a sentence may be an event's that stands in another clause of it."""
        if not self._may_date(timex, status) or self._is_aside(token, timex) or self._paragraphs.is_start(timex):
            return False
        if self._is_matter(token) or self._is_grievance(token) or self._is_of_a_noun(timex, token):
            return False
        if (
            self._clauses.is_beside(timex, token)
            or self._clauses.in_another(timex, token)
            or self._clauses.is_of_next(timex, token)
            or (verbal and self._clauses.is_about(timex, token))
        ):
            return False
        told_then = self._clauses.dates_telling(timex, token)
        return not (told_then and (self._is_background(token) or not (verbal or self._is_news(token))))

    def _told_when(self, token: Token, status: Status) -> Timex | None:
        """Return the date of the saying that an event of words stands under: "said on Tuesday that ..."."""
        for telling in self._clauses.tellings(token):
            found = [t for t in self._inside(self._graph.core(telling.i)) if self._may_date(t, status)]
            found = [t for t in found if not (self._clauses.is_about(t, telling) or self._is_aside_of(t, telling))]
            day = self._nearest(telling, found) or self._same_times.joined(telling, alone=True)
            if day is not None:
                return day
        return None

    def _may_date(self, timex: Timex, status: Status) -> bool:
        """Say whether a time may be an event's own: what has happened did not happen after the story's day."""
        if status is Status.PLANNED or self._day is None or timex.begin is None:
            return True
        return timex.begin <= self._day and not self._is_deadline(timex)

    def _is_deadline(self, timex: Timex) -> bool:
        """Say whether a time that is not over yet is one by which: "wants a vote before the end of the year"."""
        before = {t.text.lower() for t in self._parsed.tokens[max(0, timex.first - 1) : timex.first + 1]}
        ahead = timex.end is not None and self._day is not None and timex.end > self._day
        return ahead and not before.isdisjoint(time_words().deadlines)

    def _is_told_before(self, token: Token) -> bool:
        """Say whether an adverb puts an event before the news: "had originally offered", "has repeatedly refused"."""
        verb = token if token.pos in {"VERB", "AUX"} else self._parsed.head(token)
        return any(c.lemma in time_words().told_before for c in self._parsed.children(verb, "advmod"))

    def _is_past_year(self, timex: Timex) -> bool:
        return self._day is None or timex.begin is None or timex.begin.year < self._day.year

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
        return (loose or scene) and timex.first < first and not self._is_background(verb)

    def _jubilee(self, token: Token) -> EventDate | None:
        """Date what an anniversary remembers: its number of years before the day that the anniversary falls on."""
        noun = anniversary_over(self._parsed, token)
        if noun is None:
            return None
        years = years_of(self._parsed, noun)
        dated = self._nearest(noun, self._inside(self._graph.core(noun.i))) or self._above(noun)
        day = dated.begin if dated is not None else self._day
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

    def planned(self, token: Token) -> EventDate:
        """Return the day that a planned event is set for, if its own clause names one."""
        clause = list(self._graph.clause(token.i))
        inside = [t for t in self._inside(clause) if not self._clauses.is_beside(t, token)]
        own = self._nearest(token, [t for t in inside if not self._clauses.in_another(t, token)])
        if own is None:
            return self._moorings.within(clause) or EventDate(reason="the text sets no date")
        return dated(own, f"{own.reason or own.value}: the date set")

    def _lies_ahead(self, timex: Timex, token: Token) -> bool:
        """Say whether an expression dates what is promised: it stands in the complement, or after the story's day."""
        below = {
            t.i
            for slot in ("comp", "purpose")
            for head in self._graph.slots(token.i).get(slot, ())
            if head != token.i
            for t in self._parsed.subtree(self._parsed.tokens[head])
        }
        invited = token.lemma == "invite" and any(
            c.lemma == "to" and c.i < timex.first for c in self._parsed.children(token, "prep")
        )
        if invited or timex.first in below:
            return True  # "invited him to Astana in the spring"
        if self._day is None or timex.begin is None:
            return False
        return timex.begin > self._day or (self._is_to_come(token) and self._is_going_on(timex))

    def _is_to_come(self, token: Token) -> bool:
        """Say whether a verb itself tells what is to be done: "said it would be granted this week"."""
        return any(c.text.lower() in {"would", "will", "shall", "'ll"} for c in self._parsed.children(token, "aux"))

    def _is_going_on(self, timex: Timex) -> bool:
        """Say whether a week, month or year is the story's own, and not over."""
        begin, end, day = timex.begin, timex.end, self._day
        if begin is None or end is None or day is None or timex.precision is Precision.DAY:
            return False
        return begin <= day < end

    def _today(self, reason: str, *, aside: bool = False) -> EventDate:
        if self._day is None:
            return EventDate(reason="the story has no date")
        day = self._day if aside else self._lead_day or self._day
        why = reason if day == self._day else f"{reason}, told by its first sentence"
        return EventDate(value=day.isoformat(), begin=day, end=day, precision=Precision.DAY, reason=why)

    @cached_property
    def _lead_day(self) -> date | None:
        """Return the day that the first sentence's main clause tells of, where it lies shortly before the story's own.

        "On Tuesday the premier defended the plan", in a story of Friday: what he went on to say, he said on Tuesday.
        """
        first = self._parsed.lead
        if first is None or self._day is None:
            return None
        root = self._parsed.tokens[first.root]
        if root.tag == "VBZ" and root.lemma in SAYING:
            return self._interview_day(first.i)
        told = [t for t in self._inside(self._graph.core(root.i)) if t.precision is Precision.DAY]
        told = [t for t in told if not self._clauses.is_beside(t, root) and not self._clauses.is_about(t, root)]
        nearest = self._nearest(root, told)
        if nearest is None or nearest.begin is None or root.tag not in {"VBD", "VBN"}:
            return None
        return nearest.begin if 0 <= (self._day - nearest.begin).days <= LEAD_DAYS else None

    def _interview_day(self, first: int) -> date | None:
        """Return the day of the interview that a report's "says" stands for: "said in an interview on Thursday"."""
        near = [s for s in self._parsed.sentences if first < s.i <= first + NEWS_SENTENCES]
        for sentence in near:
            tokens = [t for t in self._parsed.tokens if t.sent == sentence.i]
            days = [t for t in self._inside(tokens) if t.precision is Precision.DAY and t.begin is not None]
            if any(t.lemma == "interview" for t in tokens) and len(days) == 1 and days[0].begin and self._day:
                return days[0].begin if 0 <= (self._day - days[0].begin).days <= LEAD_DAYS else None
        return None

    def _inside(self, tokens: Iterable[Token]) -> list[Timex]:
        inside = {t.i for t in tokens}
        return [t for t in self._dates if any(i in inside for i in range(t.first, t.last))]

    def _nearest(self, token: Token, found: list[Timex]) -> Timex | None:
        best = min(found, key=lambda t: (abs(t.first - token.i), t.first), default=None)
        if best is None or best.type != "TIME":
            return best
        # "at noon on Thursday": the clock's day stands beside it
        days = (t for t in found if t.type == "DATE" and abs(t.first - best.last) <= BESIDE_CLOCK)
        return next((t for t in days if t.precision is Precision.DAY), best)

    def _above(self, token: Token) -> Timex | None:
        """Look in the clause above for nouns and for clauses without a tense of their own."""
        tensed = any(c.dep in {"nsubj", "nsubjpass"} for c in self._parsed.children(token))
        if token.head == token.i or (token.pos in {"VERB", "AUX"} and tensed):
            return None
        above = self._parsed.head(token)
        while above.head != above.i and above.pos not in {"VERB", "AUX"}:
            above = self._parsed.head(above)
        found = [t for t in self._inside(self._graph.core(above.i)) if not self._clauses.is_beside(t, token)]
        if token.dep == "conj" and token.tag == "VBD":  # "has been at war with it since 1948 and sent soldiers in 1967"
            found = [t for t in found if not self._paragraphs.is_start(t)]
        return self._nearest(above, found)

    def _is_news(self, token: Token, *, within: int = NEWS_SENTENCES) -> bool:
        sentence = self._parsed.sentences[token.sent]
        if sentence.kind is SegmentKind.HEADLINE:
            return True
        body = [s.i for s in self._parsed.sentences if s.kind is SegmentKind.PARAGRAPH]
        return token.sent in body[:within]

    def _is_background(self, token: Token) -> bool:
        """Say whether the verb is past perfect: told as older than the news."""
        children = list(self._parsed.children(token, "aux"))
        return token.tag == "VBN" and any(c.text.lower() == "had" for c in children)
