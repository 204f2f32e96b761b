"""The shared vocabulary: frozen records, closed vocabularies and errors."""

from dateline.model.coded import Attribution, Casualties, CodedStory, Count, Event, EventDate, EventPlace, Evidence, Opinion, Participant, Statement, Tie
from dateline.model.entities import Entity, Place, Resolution, Role
from dateline.model.enums import EntityKind, EventType, EvidenceKind, MentionKind, Precision, QuadClass, SegmentKind, SpeechAct, SpeechKind, Status, StoryStatus
from dateline.model.errors import DatelineError, LexiconError, ModelFileError, ReadError, Rejected, StoreError, UsageError
from dateline.model.parsed import Name, ParsedStory, Sentence, Token
from dateline.model.resolved import Mention, ResolvedStory, Timex, Toponym
from dateline.model.spans import Span
from dateline.model.story import DatelineFact, Segment, Story

__all__ = [
    "Attribution",
    "Casualties",
    "CodedStory",
    "Count",
    "DatelineError",
    "DatelineFact",
    "Entity",
    "EntityKind",
    "Event",
    "EventDate",
    "EventPlace",
    "EventType",
    "Evidence",
    "EvidenceKind",
    "LexiconError",
    "Mention",
    "MentionKind",
    "ModelFileError",
    "Name",
    "Opinion",
    "ParsedStory",
    "Participant",
    "Place",
    "Precision",
    "QuadClass",
    "ReadError",
    "Rejected",
    "Resolution",
    "ResolvedStory",
    "Role",
    "Segment",
    "SegmentKind",
    "Sentence",
    "Span",
    "SpeechAct",
    "SpeechKind",
    "Statement",
    "Status",
    "StoreError",
    "Story",
    "StoryStatus",
    "Tie",
    "Timex",
    "Token",
    "Toponym",
    "UsageError",
]
