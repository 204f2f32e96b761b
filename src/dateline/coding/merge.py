"""Joins the mentions of one event in a story into one event with several evidences."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.when.dating import NEWS, SPOKEN
from dateline.coding.when.paragraphs import NEWS_DAYS
from dateline.model import Attribution, Event, EventType, EvidenceKind, Participant, Precision, QuadClass

# So many letters tell one word from another, whatever its ending.
STEM = 4
# A headline and its lead end about here.
LEAD = 150
# Within so many letters a sentence goes on.
NEAR = 100
VERBAL = {QuadClass.VERBAL_COOPERATION, QuadClass.VERBAL_CONFLICT}


def merge(events: list[Event]) -> list[Event]:
    """Return the events with mentions of the same one joined, in order of their first mention.

    Two mentions are the same event when type, both sets of parties and status agree, their dates do not contradict each
    other, and, for verbal events, the same source stands behind both.
    """
    kept: list[Event] = []
    for event in events:
        at = next((n for n, other in enumerate(kept) if _same(other, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = _joined(kept[at], event)
    return kept


def _same(a: Event, b: Event) -> bool:
    if a.type != b.type or a.status != b.status or bool(a.content_of) != bool(b.content_of):
        return False
    if a.content_of and a.content_of != b.content_of:
        return False
    if not _parties_agree(a, b) or not _dates_agree(a, b):
        return False
    if a.quad in VERBAL and a.type is not EventType.CONSULT:
        return _speaker(a) == _speaker(b)
    return a.modes == b.modes or not a.modes or not b.modes


def _parties_agree(a: Event, b: Event) -> bool:
    if keys(a.actors) != keys(b.actors):
        return False
    # A shorter telling leaves the recipient out, and says the same in the same word, close by or at the head of the
    # report: who rejects a charge in one sentence and a plan in another has rejected two things.
    alike = _word(a) == _word(b) or _is_near(a, b)
    short = (not a.recipients and (_leads(a) or alike)) or (not b.recipients and alike)
    return keys(a.recipients) == keys(b.recipients) or (short and a.quad in VERBAL and a.type is not EventType.CONSULT)


def _leads(event: Event) -> bool:
    """Say whether an event is told in the headline, or so near the beginning that the report will tell it in full."""
    return any(e.kind is EvidenceKind.TRIGGER and e.span.start < LEAD for e in event.evidence)


def _is_near(a: Event, b: Event) -> bool:
    """Say whether two events are told in one breath: "will train its pilots and provide scholarships"."""
    places = [[e.span.start for e in event.evidence if e.kind is EvidenceKind.TRIGGER] for event in (a, b)]
    return any(abs(first - second) < NEAR for first in places[0] for second in places[1])


def _word(event: Event) -> str:
    """Return how the word begins that tells an event, alike in "rejected" and "rejecting"."""
    told = next((e.text for e in event.evidence if e.kind is EvidenceKind.TRIGGER), "")
    return told.casefold()[:STEM]


def keys(participants: tuple[Participant, ...]) -> frozenset[str]:
    """Return what tells parties apart: their countries, else their entities, else their names."""
    return frozenset(_key(p) for p in participants)


def _key(participant: Participant) -> str:
    resolution = participant.resolution
    if resolution.countries:
        return "+".join(sorted(resolution.countries))
    return resolution.country or (resolution.entity.id if resolution.entity else resolution.name.casefold())


def _dates_agree(a: Event, b: Event) -> bool:
    if not a.date.value or not b.date.value:
        return a.type is EventType.CONSULT or a.quad in VERBAL or a.date.value == b.date.value
    if _assumed(a) or _assumed(b):
        return not (_is_long_before(a, b) or _is_long_before(b, a) or _is_said_apart(a, b))
    return a.date.value.startswith(b.date.value) or b.date.value.startswith(a.date.value)


def _is_said_apart(a: Event, b: Event) -> bool:
    """Say whether two things were said on two days, in two words and apart: "blamed on Monday", and "accused" today."""
    if a.quad not in VERBAL or a.type is EventType.CONSULT or _assumed(a) == _assumed(b):
        return False
    return a.date.begin != b.date.begin and _word(a) != _word(b) and not (_is_near(a, b) or _leads(a))


def _is_long_before(a: Event, b: Event) -> bool:
    """Say whether words put one event long before the story's day, which was taken for the other."""
    if _assumed(a) or a.date.end is None or b.date.begin is None:
        return False
    coarse = a.date.precision is not Precision.DAY and a.date.end < b.date.begin  # last month's deed is not today's
    return coarse or (b.date.begin - a.date.end).days > NEWS_DAYS


def _assumed(event: Event) -> bool:
    """Say whether no words gave the date: the story's day was taken."""
    return event.date.reason.startswith((SPOKEN, NEWS))


def _speaker(event: Event) -> str:
    return event.said_by[0].speaker.resolution.name if event.said_by else ""


def _joined(first: Event, second: Event) -> Event:
    number = 1 + max((e.mention for e in first.evidence), default=-1)
    if not first.date.value or not second.date.value:
        finer = first if first.date.value else second
    elif _assumed(first) != _assumed(second):
        finer = second if _assumed(first) else first
    else:
        finer = first if len(first.date.value) >= len(second.date.value) else second
    return replace(
        first,
        modes=first.modes or second.modes,
        recipients=first.recipients or second.recipients,
        contexts=tuple(sorted({*first.contexts, *second.contexts})),
        date=finer.date,
        place=first.place or second.place,
        casualties=first.casualties.completed(second.casualties),
        said_by=_sources(first, second, number),
        confidence=max(first.confidence, second.confidence),
        evidence=(*first.evidence, *(replace(e, mention=number) for e in second.evidence)),
    )


def _sources(first: Event, second: Event, number: int) -> tuple[Attribution, ...]:
    """Return the chains behind all mentions; none when the report tells one of them in its own voice."""
    if not first.said_by or not second.said_by:
        return ()
    return (*first.said_by, *(replace(link, mention=number) for link in second.said_by))
