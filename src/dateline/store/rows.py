"""Records to rows of the tables."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

from dateline.model import (
    CodedStory,
    Count,
    Event,
    Evidence,
    EvidenceKind,
    Participant,
    Rejected,
    Statement,
    Story,
    Tie,
)

Row = dict[str, Any]
Rows = dict[str, list[Row]]


def rows_of(coded: CodedStory) -> Rows:
    """Return the rows of one coded story, by table."""
    events = coded.events
    return {
        "stories": [story_row(coded)],
        "events": [event_row(event) for event in events],
        "event_actors": [row for event in events for row in actor_rows(event)],
        "evidence": [evidence_row(e.id, e.story_id, v) for e in (*events, *coded.ties) for v in e.evidence],
        "statements": [statement_row(s, coded.story.text) for s in coded.statements],
        "ties": [tie_row(tie) for tie in coded.ties],
    }


def rejected_row(rejected: Rejected) -> Row:
    """Return the row of an input that was not coded."""
    return {
        "origin": rejected.origin,
        "position": rejected.position,
        "story_id": rejected.story_id,
        "stage": rejected.stage,
        "reason": rejected.reason,
        "advice": rejected.advice,
        "raw": rejected.raw,
    }


def story_row(coded: CodedStory) -> Row:
    """Return the row of a story."""
    story: Story = coded.story
    dateline = story.dateline
    return {
        "story_id": story.id,
        "published": story.published.isoformat() if story.published else None,
        "date_source": story.date_source,
        "day": _iso(story.day),
        "headline": story.headline,
        "publisher": story.publisher,
        "agency": story.agency,
        "dateline_place": dateline.place if dateline else None,
        "dateline_date": _iso(dateline.date) if dateline else None,
        "byline": story.byline,
        "update_no": story.update_no,
        "status": story.status.value,
        "url": story.url,
        "origin": story.origin,
        "characters": len(story.text),
        "text_sha256": hashlib.sha256(story.text.encode("utf-8")).hexdigest(),
        "text": story.text,
        "events": len(coded.events),
        "statements": len(coded.statements),
        "notes": "; ".join(story.notes) or None,
    }


def event_row(event: Event) -> Row:
    """Return the row of an event."""
    place = event.place.place if event.place else None
    trigger, clause = _first(event.evidence, EvidenceKind.TRIGGER), _first(event.evidence, EvidenceKind.CLAUSE)
    row: Row = {
        "event_id": event.id,
        "story_id": event.story_id,
        "date": event.date.value,
        "date_begin": _iso(event.date.begin),
        "date_end": _iso(event.date.end),
        "date_precision": event.date.precision.value,
        "date_reason": event.date.reason,
        "type": event.type.value,
        "modes": ";".join(event.modes),
        "contexts": ";".join(event.contexts),
        "cameo": event.cameo,
        "quad_class": event.quad.value,
        "plover_score": event.plover_score,
        "goldstein": event.goldstein,
        **_side("actor", event.actors),
        **_side("recipient", event.recipients),
        "status": event.status.value,
        "place": event.place.text if event.place else None,
        "place_country": (place.country or None) if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "geonameid": place.geonameid if place else None,
        "place_reason": event.place.reason if event.place else None,
        "said_by": event.said_by[0].speaker.resolution.name if event.said_by else None,
        "said_by_chain": " < ".join(a.speaker.resolution.name for a in event.said_by) or None,
        "speech_act": event.said_by[0].act.value if event.said_by else None,
        "confidence": event.confidence,
        "mentions": 1 + max((e.mention for e in event.evidence), default=0),
        "content_of": event.content_of,
        "trigger": trigger.text if trigger else None,
        "decided_by": event.opinions[0].decider if event.opinions else None,
        "why": "; ".join(f"{o.decider}: {o.says}" for o in event.opinions),
        "text": clause.text if clause else None,
        "start": clause.span.start if clause else None,
        "end": clause.span.end if clause else None,
    }
    for kind in ("dead", "injured", "arrested", "size"):
        count: Count | None = getattr(event.casualties, kind)
        row[f"{kind}_low"] = count.low if count else None
        row[f"{kind}_high"] = count.high if count else None
    return row


def actor_rows(event: Event) -> list[Row]:
    """Return a row for every actor and recipient of an event."""
    found = []
    for side, participants in (("actor", event.actors), ("recipient", event.recipients)):
        for position, participant in enumerate(participants):
            found.append(_actor_row(event, side, position, participant))
    return found


def _actor_row(event: Event, side: str, position: int, participant: Participant) -> Row:
    resolution, role = participant.resolution, participant.resolution.role
    return {
        "event_id": event.id,
        "story_id": event.story_id,
        "side": side,
        "position": position,
        "text": participant.text,
        "start": participant.span.start,
        "end": participant.span.end,
        "name": resolution.name,
        "entity_id": resolution.entity.id if resolution.entity else None,
        "country": resolution.country,
        "countries": ";".join(resolution.countries) or None,
        "sectors": ";".join(resolution.sectors),
        "role": role.title if role else None,
        "role_since": _iso(role.since) if role else None,
        "role_until": _iso(role.until) if role else None,
        "stale": resolution.stale,
        "score": resolution.score,
        "rule": resolution.rule,
        "runner_up": resolution.runner_up,
    }


def evidence_row(event_id: str, story_id: str, evidence: Evidence) -> Row:
    """Return the row of one span of evidence."""
    return {
        "event_id": event_id,
        "story_id": story_id,
        "mention": evidence.mention,
        "kind": evidence.kind.value,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "rule": evidence.rule,
    }


def statement_row(statement: Statement, text: str) -> Row:
    """Return the row of a statement."""
    source, addressee, cue = statement.source, statement.addressee, statement.cue
    return {
        "statement_id": statement.id,
        "story_id": statement.story_id,
        "kind": statement.kind.value,
        "act": statement.act.value,
        "speaker": source.resolution.name if source else None,
        "speaker_id": source.resolution.entity.id if source and source.resolution.entity else None,
        "speaker_country": source.resolution.country if source else None,
        "speaker_sectors": ";".join(source.resolution.sectors) if source else None,
        "speaker_text": source.text if source else None,
        "addressee": addressee.resolution.name if addressee else None,
        "addressee_country": addressee.resolution.country if addressee else None,
        "cue": cue.of(text) if cue else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "content": " … ".join(span.of(text) for span in statement.content),
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "parent": statement.parent,
        "rule": statement.rule,
    }


def tie_row(tie: Tie) -> Row:
    """Return the row of a tie."""
    clause = tie.evidence[0] if tie.evidence else None
    return {
        "tie_id": tie.id,
        "story_id": tie.story_id,
        "kind": tie.kind,
        "parties": ";".join(p.resolution.name for p in tie.parties),
        "countries": ";".join(dict.fromkeys(c for p in tie.parties for c in codes(p))),
        "holder": tie.holder,
        "host": tie.host,
        "office": tie.office,
        "place": tie.place.text if tie.place else None,
        "since": tie.since,
        "until": tie.until,
        "as_of": tie.as_of,
        "said_by": tie.said_by[0].speaker.resolution.name if tie.said_by else None,
        "text": clause.text if clause else None,
        "start": clause.span.start if clause else None,
        "end": clause.span.end if clause else None,
        "rule": tie.rule,
    }


def codes(participant: Participant) -> tuple[str, ...]:
    """Return the countries or international codes of a participant."""
    resolution = participant.resolution
    return resolution.countries or ((resolution.country,) if resolution.country else ())


def _side(name: str, participants: Sequence[Participant]) -> Row:
    sectors = [p.resolution.sectors[0] if p.resolution.sectors else "" for p in participants]
    return {
        name: ";".join(p.resolution.name for p in participants) or None,
        f"{name}_country": ";".join(dict.fromkeys(c for p in participants for c in codes(p))) or None,
        f"{name}_sector": ";".join(sectors) if any(sectors) else None,
    }


def _first(evidence: Sequence[Evidence], kind: EvidenceKind) -> Evidence | None:
    return next((e for e in evidence if e.kind is kind), None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
