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
    EventPlace,
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
        "evidence": [row for part in (events, coded.ties) for record in part for row in evidence_rows(record)],
        "statements": [statement_row(s, coded.story.text) for s in coded.statements],
        "ties": [tie_row(tie) for tie in coded.ties],
        "tie_parties": [row for tie in coded.ties for row in party_rows(tie)],
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
        "supersedes": story.supersedes,
        "item_no": story.item_no,
        "item_version": story.item_version,
        "text_is_partial": story.text_is_partial,
        "language": story.language,
        "url": story.url,
        "origin": story.origin,
        "characters": len(story.text),
        "text_sha256": hashlib.sha256(story.text.encode("utf-8")).hexdigest(),
        "text": story.text,
        "events": len(coded.events),
        "statements": len(coded.statements),
        "ties": len(coded.ties),
        "segments": ";".join(f"{s.kind.value}:{s.start}-{s.end}" for s in story.segments),
        "notes": "; ".join(story.notes) or None,
    }


def event_row(event: Event) -> Row:
    """Return the row of an event."""
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
        **_place(event.place),
        "said_by": event.said_by[0].speaker.resolution.name if event.said_by else None,
        "said_by_chain": _chains(event) or None,
        "speech_act": event.said_by[0].act.value if event.said_by else None,
        "confidence": event.confidence,
        "mentions": 1 + max((e.mention for e in event.evidence), default=0),
        "content_of": event.content_of,
        "trigger": trigger.text if trigger else None,
        "decided_by": event.opinions[0].decider if event.opinions else None,
        "why": "; ".join(f"{o.decider}: {o.says} ({o.confidence:.2f})" for o in event.opinions),
        "text": clause.text if clause else None,
        "start": clause.span.start if clause else None,
        "end": clause.span.end if clause else None,
    }
    for kind in ("dead", "injured", "arrested", "size"):
        count: Count | None = getattr(event.casualties, kind)
        row[f"{kind}_low"] = _int32(count.low) if count else None
        row[f"{kind}_high"] = _int32(count.high) if count else None
        row[f"{kind}_text"] = count.text if count else None
    return row


def _chains(event: Event) -> str:
    """Return the sources behind an event: one chain for each mention, innermost first, parted by semicolons."""
    mentions = dict.fromkeys(link.mention for link in event.said_by)
    chains = (
        " < ".join(link.speaker.resolution.name for link in event.said_by if link.mention == mention)
        for mention in mentions
    )
    return "; ".join(dict.fromkeys(chains))


def actor_rows(event: Event) -> list[Row]:
    """Return a row for every actor and recipient of an event and for every speaker behind it."""
    ids = {"event_id": event.id, "story_id": event.story_id}
    found = []
    for side, participants in (("actor", event.actors), ("recipient", event.recipients)):
        for position, participant in enumerate(participants):
            found.append({**ids, "side": side, "position": position, **_participant(participant)})
    for position, link in enumerate(event.said_by):
        speech = {"speech_act": link.act.value, "statement_id": link.statement}
        found.append({**ids, "side": "speaker", "position": position, **_participant(link.speaker), **speech})
    return found


def party_rows(tie: Tie) -> list[Row]:
    """Return a row for every party of a tie and for every speaker who states it."""
    ids = {"tie_id": tie.id, "story_id": tie.story_id}
    sides = (("party", tie.parties), ("speaker", tuple(link.speaker for link in tie.said_by)))
    return [
        {**ids, "side": side, "position": position, **_participant(who)}
        for side, participants in sides
        for position, who in enumerate(participants)
    ]


def _participant(who: Participant) -> Row:
    resolution, role = who.resolution, who.resolution.role
    return {
        "text": who.text,
        "start": who.span.start,
        "end": who.span.end,
        "name": resolution.name,
        "entity_id": resolution.entity.id if resolution.entity else None,
        "entity_kind": resolution.entity.kind.value if resolution.entity else None,
        "country": resolution.country,
        "countries": ";".join(resolution.countries) or None,
        "sectors": ";".join(resolution.sectors),
        "role": role.title if role else None,
        "office": role.office if role else None,
        "role_since": _iso(role.since) if role else None,
        "role_until": _iso(role.until) if role else None,
        "stale": resolution.stale,
        "score": resolution.score,
        "rule": resolution.rule,
        "runner_up": resolution.runner_up,
    }


def _place(place: EventPlace | None) -> Row:
    found = place.place if place else None
    return {
        "place": found.name if found else place.text if place else None,
        "place_text": place.text if place else None,
        "place_admin1": found.admin1 if found else None,
        "place_feature": f"{found.feature_class}.{found.feature_code}" if found and found.feature_class else None,
        "place_country": (found.country or None) if found else None,
        "latitude": found.latitude if found else None,
        "longitude": found.longitude if found else None,
        "geonameid": found.geonameid if found else None,
        "place_reason": (place.reason or None) if place else None,
    }


def _int32(value: int | None) -> int | None:
    return None if value is None else max(-(2**31), min(value, 2**31 - 1))


def evidence_rows(record: Event | Tie) -> list[Row]:
    """Return a row for every span of evidence of an event or tie."""
    kind = "event" if isinstance(record, Event) else "tie"
    return [
        {
            "record_id": record.id,
            "record": kind,
            "story_id": record.story_id,
            "position": position,
            "mention": evidence.mention,
            "kind": evidence.kind.value,
            "start": evidence.span.start,
            "end": evidence.span.end,
            "text": evidence.text,
            "rule": evidence.rule,
        }
        for position, evidence in enumerate(record.evidence)
    ]


def statement_row(statement: Statement, text: str) -> Row:
    """Return the row of a statement."""
    source, addressee, cue = statement.source, statement.addressee, statement.cue
    return {
        "statement_id": statement.id,
        "story_id": statement.story_id,
        "kind": statement.kind.value,
        "act": statement.act.value,
        "form": statement.form.value,
        "negated": statement.negated,
        "speaker": source.resolution.name if source else None,
        "speaker_id": source.resolution.entity.id if source and source.resolution.entity else None,
        "speaker_country": source.resolution.country if source else None,
        "speaker_sectors": ";".join(source.resolution.sectors) if source else None,
        "speaker_text": source.text if source else None,
        "speaker_start": source.span.start if source else None,
        "speaker_end": source.span.end if source else None,
        "speaker_role": source.resolution.role.title if source and source.resolution.role else None,
        "speaker_rule": source.resolution.rule if source else None,
        "addressee": addressee.resolution.name if addressee else None,
        "addressee_text": addressee.text if addressee else None,
        "addressee_country": addressee.resolution.country if addressee else None,
        "cue": cue.of(text) if cue else None,
        "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "content": " … ".join(span.of(text) for span in statement.content),
        "start": min((span.start for span in statement.content), default=None),
        "end": max((span.end for span in statement.content), default=None),
        "spans": ";".join(f"{span.start}-{span.end}" for span in statement.content) or None,
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
        "countries": ";".join(dict.fromkeys(c for p in tie.parties for c in p.resolution.codes)),
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


def _side(name: str, participants: Sequence[Participant]) -> Row:
    sectors = [p.resolution.sectors[0] if p.resolution.sectors else "" for p in participants]
    return {
        name: ";".join(p.resolution.name for p in participants) or None,
        f"{name}_country": ";".join(dict.fromkeys(c for p in participants for c in p.resolution.codes)) or None,
        f"{name}_sector": ";".join(sectors) if any(sectors) else None,
    }


def _first(evidence: Sequence[Evidence], kind: EvidenceKind) -> Evidence | None:
    return next((e for e in evidence if e.kind is kind), None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
