"""What is asked about the date of an event, and the answer: a date with its reason, and the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import EventDate, ParsedStory, Status, Timex, Token

# A date, and the expression that gave it; None: the story's day did.
Dating = tuple[EventDate, Timex | None]
# Reasons of dates that no words of the event's own give.
SPOKEN = "an act of speech reported on the story's day"
NEWS = "news of the story's day; the text gives no other date"
ALONE = "the sentence's only date"
# How a year hangs on the noun that it tells of.
NAMING = frozenset({"nummod", "compound", "nmod", "amod"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An event whose date is asked for.

    Attributes:
        token: The event's anchor.
        status: Events that are planned do not happen on the day they are told.
        spoken: Whether the event is itself an act of speech told in the story (a promise, praise).
        announced: Whether the event announces or promises another; the other's date is not its own.
        verbal: Whether the event is one of words; what they are about ("its decision in March") does not date them.
    """

    token: Token
    status: Status
    spoken: bool = False
    announced: bool = False
    verbal: bool = False

    @property
    def happened(self) -> bool:
        """Whether the event is told as having happened."""
        return self.status is Status.HAPPENED

    def as_deed_of(self, token: Token) -> Asked:
        """Return the same question about the clause of another verb, whatever is said there."""
        return replace(self, token=token, spoken=False, announced=False, verbal=False)


def is_past_time(parsed: ParsedStory, timex: Timex) -> bool:
    """Say whether a time is over or going on at the story's day, and none since which something has been so."""
    since = parsed.tokens[max(0, timex.first - 1)].lemma == "since"
    day = parsed.story.day
    return not since and day is not None and timex.begin is not None and timex.begin <= day


def dated(timex: Timex, why: str) -> EventDate:
    """Return the date that an expression names, with the reason why it is an event's.

    Args:
        timex: The expression.
        why: Why it is the event's; what gave the expression its value is set before it.
    """
    reason = f"{timex.reason or timex.value}: {why}"
    return EventDate(value=timex.value, begin=timex.begin, end=timex.end, precision=timex.precision, reason=reason)


def given(timex: Timex | None, why: str) -> Dating | None:
    """Return the date that an expression gives with the expression; None where there is none."""
    return (dated(timex, why), timex) if timex is not None else None
