"""The closed vocabularies of PLOVER and of Dateline's own records."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """The 16 PLOVER event types (manual draft 0.8)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class QuadClass(StrEnum):
    """Verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Status(StrEnum):
    """Whether the event happened, as far as the report says."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class MentionKind(StrEnum):
    """How a text names somebody."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    DEICTIC = "deictic"  # I, we, you, our: only a quotation's speaker gives them a meaning


class EntityKind(StrEnum):
    """What sort of thing an entity of the knowledge base is."""

    COUNTRY = "country"
    PERSON = "person"
    ORGANISATION = "organisation"
    IGO = "igo"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    INSTITUTION = "institution"  # a state's ministry, parliament, court, force ...
    GROUP = "group"  # ethnic, religious, social
    MEDIA = "media"
    COMPANY = "company"
    PLACE = "place"


class SegmentKind(StrEnum):
    """What a stretch of a story's text is for."""

    PRINT_TIME = "print_time"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"
    PARAGRAPH = "paragraph"


class StoryStatus(StrEnum):
    """What the wire says about the story itself."""

    USABLE = "usable"
    CORRECTED = "corrected"
    REFILED = "refiled"
    WITHDRAWN = "withdrawn"
    EMBARGOED = "embargoed"


class SpeechKind(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """How firmly, and with what intent, a source stands behind the content."""

    SAYS = "says"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ALLEGES = "alleges"
    DEMANDS = "demands"
    ASKS = "asks"
    PROMISES = "promises"
    WARNS = "warns"
    BELIEVES = "believes"
    LEARNS = "learns"
    PLANS = "plans"  # wants, intends, decides, refuses to act
    JUDGES = "judges"  # supports, opposes, praises, blames
    MENTIONS = "mentions"  # speaks of something; what is said of it stays untold


class ContentForm(StrEnum):
    """In what shape the words stand that a statement reports."""

    QUOTATION = "quotation"
    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    PHRASE = "phrase"  # a noun or a gerund: "denied the attack", "called for talks"


class Precision(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    UNKNOWN = "unknown"


class EvidenceKind(StrEnum):
    """What part of an event a span of text supports."""

    TRIGGER = "trigger"
    CLAUSE = "clause"
    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    DATE = "date"
    STATUS = "status"
    SPEECH = "speech"
    CASUALTY = "casualty"


class Sureness(StrEnum):
    """How sure the classifier must be to overrule or complete the frames; `frames` leaves it out."""

    PRECISION = "precision"
    BALANCED = "balanced"
    RECALL = "recall"
    FRAMES = "frames"
