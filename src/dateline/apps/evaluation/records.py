"""Suite `records`: whole stories with their events, ties and statements coded by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.apps.evaluation.metrics import Tally, harmonic, intervals
from dateline.apps.evaluation.rows import Row
from dateline.apps.evaluation.system import System
from dateline.coding.speech.attribution import UNTOLD
from dateline.knowledge.normalise import name_key
from dateline.model import (
    CodedStory,
    ContentForm,
    Event,
    EvidenceKind,
    MentionKind,
    Participant,
    Rejected,
    Span,
    Statement,
    Story,
    Tie,
    codes_of,
)
from dateline.readers import read_record

# Share of the union of two content spans that both must cover for a statement to count as found.
CONTENT_OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one story contributes: counts, and the shares asked of matched events."""

    core: Tally
    coded: Tally
    ties: Tally
    statements: Tally
    fields: dict[str, Tally] = field(default_factory=dict)
    empty: Tally = field(default_factory=Tally)
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Code every story and compare it with its gold record.

    Returns:
        `core_recall`, `precision`, `event_f1` (their harmonic mean), `date`, `place`, `speaker`, `status`, `contexts`
        (each over matched events whose gold names it), `false_events` (coded events a story of those
        that hold none), `tie_f1`, `statement_f1`, `n`, what was missed, and intervals.
    """
    stories = [_story(row) for row in rows]
    outcomes = [judge(row, coded) for row, coded in zip(rows, system.coded(stories), strict=True)]
    return {
        **figures(outcomes),
        "n": len(rows),
        "classes": {"gold_core_events": sum(o.core.gold for o in outcomes)},
        "missed": [words for o in outcomes for words in o.missed],
        "extra": [words for o in outcomes for words in o.extra],
        "intervals": intervals(outcomes, figures),
    }


def _story(row: Row) -> Story:
    story = read_record(row, origin=str(row.get("id", "")))
    if isinstance(story, Rejected):
        raise ValueError(story.reason)
    return story


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up story outcomes to the suite's figures."""
    recall = sum((o.core for o in outcomes), Tally()).recall
    precision = sum((o.coded for o in outcomes), Tally()).precision
    found = {"core_recall": recall, "precision": precision, "event_f1": harmonic(precision, recall)}
    for name in ("date", "place", "speaker", "status", "contexts"):
        found[name] = sum((o.fields.get(name, Tally()) for o in outcomes), Tally()).recall
    empty = sum((o.empty for o in outcomes), Tally())
    found["false_events"] = empty.system / empty.gold if empty.gold else 0.0
    found["tie_f1"] = sum((o.ties for o in outcomes), Tally()).f1
    found["statement_f1"] = sum((o.statements for o in outcomes), Tally()).f1
    return found


def judge(row: Row, coded: CodedStory) -> Outcome:
    """Compare one coded story with its gold record.

    Planned events that only spell out what a verbal event promises (`content_of`) are part of that event
    and are not counted.
    """
    events = [event for event in coded.events if event.content_of is None]
    gold = row.get("events", [])
    matches = [[event for event in events if fits(entry, event, coded)] for entry in gold]
    used = {event.id for found in matches for event in found}
    core = [bool(found) for entry, found in zip(gold, matches, strict=True) if entry.get("core", True)]
    return Outcome(
        core=Tally(sum(core), 0, len(core)),
        coded=Tally(len(used), len(events), 0),
        ties=_ties(row.get("ties", []), coded),
        statements=_statements(row.get("statements", []), coded),
        fields=_fields(gold, matches, coded),
        empty=Tally(0, len(events), 1) if not gold else Tally(),
        missed=tuple(
            coded.story.text[entry["start"] : entry["end"]]
            for entry, found in zip(gold, matches, strict=True)
            if entry.get("core", True) and not found
        ),
        extra=tuple(f"{event.type}: {_clause(event)}" for event in events if event.id not in used),
    )


def fits(entry: Row, event: Event, coded: CodedStory) -> bool:
    """Say whether a coded event is the gold event: same sentence, a right type, the right countries."""
    if event.type not in entry["type"]:
        return False
    sentence = _sentence(Span(entry["start"], entry["end"]), coded)
    if not any(e.span.overlaps(sentence) for e in event.evidence if e.kind is EvidenceKind.TRIGGER):
        return False
    pair = (codes_of(event.actors), codes_of(event.recipients))
    wanted = [[entry.get("actor", []), entry.get("recipient", [])], *entry.get("alt", [])]
    return any(pair == (frozenset(a), frozenset(r)) for a, r in wanted)


def _sentence(span: Span, coded: CodedStory) -> Span:
    if coded.resolved is None:
        return span
    touched = [s.span for s in coded.resolved.parsed.sentences if s.span.overlaps(span)]
    return Span(min((s.start for s in touched), default=span.start), max((s.end for s in touched), default=span.end))


def _clause(event: Event) -> str:
    texts = [e.text for e in event.evidence if e.kind is EvidenceKind.CLAUSE]
    return texts[0] if texts else event.id


def _fields(gold: Sequence[Row], matches: Sequence[list[Event]], coded: CodedStory) -> dict[str, Tally]:
    checks: dict[str, Callable[[Row, Event], bool]] = {
        "date": _date_right,
        "place": _place_right,
        "speaker": lambda entry, event: _speaker_right(entry, event, coded),
        "status": lambda entry, event: event.status == entry["status"],
        "contexts": lambda entry, event: set(entry["contexts"]) <= set(event.contexts),
    }
    asked = {"date": "date", "place": "place_country", "speaker": "type", "status": "status", "contexts": "contexts"}
    totals = {name: Tally() for name in checks}
    for entry, found in zip(gold, matches, strict=True):
        if not found:
            continue
        for name, check in checks.items():
            if entry.get(asked[name]):
                totals[name] += Tally(int(any(check(entry, event) for event in found)), 1, 1)
    return totals


def _date_right(entry: Row, event: Event) -> bool:
    """Say whether a date begins with the gold's; a week or weekend is right inside the gold's month or year."""
    wanted, date = entry["date"], event.date
    if (date.value or "").startswith(wanted):
        return True
    coarse = "-W" in (date.value or "") and date.begin is not None and date.end is not None
    return coarse and all(day.isoformat().startswith(wanted) for day in (date.begin, date.end) if day)


def _place_right(entry: Row, event: Event) -> bool:
    if event.place is None or event.place.place is None:
        return False
    if event.place.place.country != entry["place_country"]:
        return False
    name = entry.get("place")
    return name is None or name.casefold() in {event.place.place.name.casefold(), event.place.text.casefold()}


def _speaker_right(entry: Row, event: Event, coded: CodedStory) -> bool:
    wanted = entry.get("speaker")
    if wanted is None:
        return not event.said_by
    innermost = {link.mention: link for link in reversed(event.said_by)}
    return any(is_called(wanted, link.speaker, coded) for link in innermost.values())


def is_called(wanted: str, speaker: Participant, coded: CodedStory) -> bool:
    """Say whether a gold record's name is one that the report or the base of actors has for a speaker.

    A record may write a name as the report does ("Bahram Qassemi") or as the base does ("Bahram Ghasemi"), with or
    without a middle name, and a description with what hangs on it ("a spokesman for the general staff in Paris").
    """
    called = [speaker.resolution.name, speaker.text, *_mentioned_as(speaker, coded)]
    if any(same_name(wanted, name) for name in called):
        return True
    words = set(_bare(name_key(wanted)).split())
    told = [set(_bare(name_key(text)).split()) for text in called]
    return any(len(words & other) > 1 and (words <= other or other <= words) for other in told)


def _mentioned_as(speaker: Participant, coded: CodedStory) -> list[str]:
    """Return the names by which a story mentions somebody."""
    mentions = coded.resolved.mentions if coded.resolved is not None else ()
    own = (m for m in mentions if m.kind is MentionKind.NAME and m.resolution is not None)
    text = coded.story.text
    return [m.span.of(text) for m in own if m.resolution and m.resolution.name == speaker.resolution.name]


def same_name(wanted: str, given: str) -> bool:
    """Say whether two names are the same words, whatever their case, accents and article ("the national police")."""
    return _bare(name_key(wanted)) == _bare(name_key(given))


def _bare(key: str) -> str:
    first, _, rest = key.partition(" ")
    return rest if rest and first in {"the", "a", "an"} else key


def _ties(gold: Sequence[Row], coded: CodedStory) -> Tally:
    text = coded.story.text
    left = list(coded.ties)
    correct = 0
    for entry in gold:
        start = text.find(entry["evidence"])
        hit = next((tie for tie in left if _tie_fits(entry, tie, Span(start, start + len(entry["evidence"])))), None)
        if hit is not None:
            left.remove(hit)
            correct += 1
    return Tally(correct, len(coded.ties), len(gold))


def _tie_fits(entry: Row, tie: Tie, span: Span) -> bool:
    if tie.kind != entry["kind"] or codes_of(tie.parties) != frozenset(entry["parties"]):
        return False
    if entry.get("since") and not (tie.since or "").startswith(entry["since"]):
        return False
    return any(e.span.overlaps(span) for e in tie.evidence)


def _statements(gold: Sequence[Row], coded: CodedStory) -> Tally:
    used: set[str] = set()
    correct = 0
    for entry in gold:
        hit = next((found for found in coded.statements if _statement_fits(entry, found, coded)), None)
        if hit is not None:
            correct += 1
            used.add(hit.id)
    extra = sum(is_speech(s) and s.id not in used for s in coded.statements)
    return Tally(correct, correct + extra, len(gold))


def is_speech(statement: Statement) -> bool:
    """Say whether a statement gives words said; a record may leave out attitudes and phrases ("denied the charge")."""
    said = statement.form in {ContentForm.QUOTATION, ContentForm.CLAUSE} and not statement.negated
    return said and statement.act not in UNTOLD


def _statement_fits(entry: Row, statement: Statement, coded: CodedStory) -> bool:
    if statement.source is None or not is_called(entry["speaker"], statement.source, coded):
        return False
    whole = Span(min(span.start for span in statement.content), max(span.end for span in statement.content))
    return any(_covers(span, entry) for span in (whole, *statement.content))


def _covers(span: Span, entry: Row) -> bool:
    shared = min(span.end, entry["end"]) - max(span.start, entry["start"])
    return bool(shared >= CONTENT_OVERLAP * (max(span.end, entry["end"]) - min(span.start, entry["start"])))
