"""The tables of a run, column by column; `docs/record-reference.md` is written from this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type (`string`, `int32`, `double`, `bool`) and what it says."""

    name: str
    type: str
    says: str


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: a row for what, and its columns; rows are sorted by story and position."""

    name: str
    row: str
    columns: tuple[Column, ...]

    def arrow(self) -> pa.Schema:
        """Return the Arrow schema, with the descriptions as field metadata."""
        import pyarrow as pa

        types = {"string": pa.string(), "int32": pa.int32(), "double": pa.float64(), "bool": pa.bool_()}
        fields = [pa.field(c.name, types[c.type], metadata={"description": c.says}) for c in self.columns]
        return pa.schema(fields, metadata={"dateline_table": self.name, "description": self.row})


def _columns(text: str) -> tuple[Column, ...]:
    lines = [line.strip().split(" ", 2) for line in text.strip().splitlines()]
    return tuple(Column(name, kind, says) for name, kind, says in lines)


STORIES = TableSchema(
    "stories",
    "One report that was coded.",
    _columns("""
        story_id string Identifier given by the input, else the first 16 hex digits of the text's SHA-256.
        published string Publication as the input gives it, ISO 8601; empty when unknown.
        date_source string Where the date came from: field, print time, dateline or none.
        day string The day that relative dates count from: the dateline's, else publication's (ISO date).
        headline string The headline.
        publisher string The outlet.
        agency string The wire service.
        dateline_place string Place of the dateline, as written.
        dateline_date string Date of the dateline (ISO date).
        byline string Who wrote it.
        update_no int32 Number of the update, for "UPDATE 2-".
        status string usable, corrected, refiled, withdrawn or embargoed.
        url string Address, if the input gives one.
        origin string File that the story came from.
        characters int32 Length of the text in characters.
        text_sha256 string SHA-256 of the text.
        text string The text that every offset points into.
        events int32 Number of events coded; 0 means coded and nothing found.
        statements int32 Number of statements found.
        notes string Remarks of the reader, parted by semicolons.
        dup_group string First story of the group of copies and versions that this one belongs to.
        version_no int32 Its number in the group, from 1.
        is_canonical bool Whether it is the group's first story.
    """),
)
EVENTS = TableSchema(
    "events",
    "One event of one story; its mentions are joined.",
    _columns("""
        event_id string Stable over re-runs of the same story and version.
        story_id string The story.
        date string ISO date of the event, as coarse as the text allows; empty when unknown.
        date_begin string First day it covers.
        date_end string Last day it covers.
        date_precision string day, week, month, season, year, decade, range or unknown.
        date_reason string How the date was found.
        type string PLOVER event type.
        modes string PLOVER modes, parted by semicolons.
        contexts string PLOVER contexts, parted by semicolons.
        cameo string CAMEO code.
        quad_class string Verbal or material, cooperation or conflict.
        plover_score double Conflict-cooperation scale of PLOVER, -10 to +10.
        goldstein double Goldstein score of the CAMEO code, -10 to +10.
        actor string Actors' names, parted by semicolons.
        actor_country string Actors' countries or international codes, parted by semicolons.
        actor_sector string Actors' primary sectors, parted by semicolons.
        recipient string Recipients' names, parted by semicolons.
        recipient_country string Recipients' countries or international codes.
        recipient_sector string Recipients' primary sectors.
        status string happened, ongoing, planned, hypothetical or negated.
        place string Place name, as resolved.
        place_country string Country of the place.
        latitude double Degrees.
        longitude double Degrees.
        geonameid int32 GeoNames identifier of the place.
        place_reason string How the place was found.
        dead_low int32 Dead, at least.
        dead_high int32 Dead, at most; empty when open.
        injured_low int32 Injured, at least.
        injured_high int32 Injured, at most.
        arrested_low int32 Arrested, at least.
        arrested_high int32 Arrested, at most.
        size_low int32 Size of a crowd, at least.
        size_high int32 Size of a crowd, at most.
        said_by string Innermost speaker behind the event; empty: the report itself.
        said_by_chain string The chain of speakers, innermost first, parted by " < ".
        speech_act string How firmly the speaker stands behind it.
        confidence double 0 to 1.
        mentions int32 How many times the story tells it.
        content_of string Id of the verbal event that promises, threatens or demands this one.
        trigger string The words that decided the type, at the first mention.
        decided_by string The frame or ruling that decided.
        why string What each decider said.
        text string The clause of the first mention.
        start int32 First character of that clause in the story's text.
        end int32 One past its last character.
    """),
)
EVENT_ACTORS = TableSchema(
    "event_actors",
    "One actor or recipient of one event.",
    _columns("""
        event_id string The event.
        story_id string The story.
        side string actor or recipient.
        position int32 Order on its side, from 0.
        text string Words of the mention.
        start int32 First character.
        end int32 One past the last character.
        name string Canonical name, else the description.
        entity_id string Wikidata id where known, else Dateline's own; empty when nobody was linked.
        country string ISO 3166 alpha-3 or an international code.
        countries string All countries of a mention that covers several.
        sectors string PLOVER sectors, primary first, parted by semicolons.
        role string Post held on that day.
        role_since string First day in the post.
        role_until string Last day in the post.
        stale bool No source confirms the role's end for that day.
        score double 0 to 1.
        rule string How it was resolved.
        runner_up string The second-best candidate.
    """),
)
EVIDENCE = TableSchema(
    "evidence",
    "One span of text that supports one part of an event.",
    _columns("""
        event_id string The event or tie.
        story_id string The story.
        mention int32 Number of the event's mention, from 0.
        kind string trigger, clause, actor, recipient, place, date, status, speech or casualty.
        start int32 First character.
        end int32 One past the last character.
        text string The words.
        rule string The frame, ruling or resolution rule behind it.
    """),
)
STATEMENTS = TableSchema(
    "statements",
    "One thing that somebody is reported to have said, thought, demanded or denied.",
    _columns("""
        statement_id string Stable over re-runs.
        story_id string The story.
        kind string direct, indirect or mixed.
        act string How firmly the source stands behind it.
        speaker string Who says it.
        speaker_id string Wikidata id or Dateline's own.
        speaker_country string Country or international code.
        speaker_sectors string PLOVER sectors, primary first.
        speaker_text string Words that name the speaker.
        addressee string To whom, where the text says so.
        addressee_country string Country of the addressee.
        cue string The words that report it.
        cue_start int32 First character of the cue.
        cue_end int32 One past its last character.
        content string What is said; pieces parted by " … ".
        start int32 First character of the content.
        end int32 One past its last character.
        parent string Statement that this one is reported in.
        rule string How the speaker was found.
    """),
)
TIES = TableSchema(
    "ties",
    "One standing relation that a story states.",
    _columns("""
        tie_id string Stable over re-runs.
        story_id string The story.
        kind string accreditation, regular-consultation, programme, partnership, membership, treaty, deployment ...
        parties string Names of the parties, parted by semicolons.
        countries string Their countries or international codes.
        holder string Who keeps something with the host.
        host string With whom.
        office string The office that is kept.
        place string Where.
        since string ISO date, as coarse as the text allows.
        until string ISO date.
        as_of string Day for which the story states it.
        said_by string Innermost speaker; empty: the report itself.
        text string The clause.
        start int32 First character.
        end int32 One past the last character.
        rule string The pattern.
    """),
)
REJECTED = TableSchema(
    "rejected",
    "One input that was not coded, kept with its reason.",
    _columns("""
        origin string File (and member) it came from.
        position string Where in the file.
        story_id string The story's id where one was readable.
        stage string The room that refused it.
        reason string What is wrong.
        advice string What to do.
        raw string First 2,000 characters of the input.
    """),
)
TABLES = {t.name: t for t in (STORIES, EVENTS, EVENT_ACTORS, EVIDENCE, STATEMENTS, TIES, REJECTED)}
