"""The tables of a run, column by column; `docs/record-reference.md` is written from this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type (`string`, `int32`, `double`, `bool`, `date`) and what it says."""

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

        types = {
            "string": pa.string(),
            "int32": pa.int32(),
            "double": pa.float64(),
            "bool": pa.bool_(),
            "date": pa.date32(),
        }
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
        date_source string Where the date came from: field, print time, dateline, file name or none.
        day date The day that relative dates count from: the dateline's, else publication's.
        headline string The headline.
        publisher string The outlet.
        agency string The wire service.
        dateline_place string Place of the dateline.
        dateline_date date Date of the dateline.
        byline string Who wrote it.
        update_no int32 Number of the update, for "UPDATE 2-".
        status string usable, corrected, refiled, withdrawn or embargoed.
        supersedes string Id, number or headline of the story that this one replaces, corrects or kills.
        item_no string The wire's own number or slug of the story.
        item_version int32 Number of the version, where the format counts them.
        text_is_partial bool The input holds only a summary or a part of the text.
        language string Language that the input states, else en.
        url string Address, if the input gives one.
        origin string File that the story came from.
        characters int32 Length of the text in characters.
        text_sha256 string SHA-256 of the text.
        text string The text that every offset points into.
        events int32 Number of events coded; 0 means coded and nothing found.
        statements int32 Number of statements found.
        ties int32 Number of ties found.
        segments string What each stretch of the text is, kind:start-end, parted by semicolons.
        notes string Remarks of the reader, parted by semicolons.
        dup_group string First story of the group of copies and versions that this one belongs to.
        dup_kind string original, copy (80 % or more of the shorter text is shared) or version (50 %).
        version_no int32 Its number in the group, from 1.
        is_canonical bool Whether it is the group's first story.
        withdrawn string Why the story must no longer be used: the notice that withdrew it, and its reason.
    """),
)
EVENTS = TableSchema(
    "events",
    "One event of one story; its mentions are joined.",
    _columns("""
        event_id string Stable over re-runs of the same story and version.
        story_id string The story.
        date string ISO date of the event, as coarse as the text allows; empty when unknown.
        date_begin date First day it covers.
        date_end date Last day it covers.
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
        place string Place name: the gazetteer's, else the words of the text.
        place_text string Words that name it.
        place_admin1 string First-order division.
        place_feature string GeoNames feature class and code (P.PPLC).
        place_country string Country of the place.
        latitude double Degrees.
        longitude double Degrees.
        geonameid int32 GeoNames identifier of the place.
        place_reason string How the place was found.
        dead_low int32 Dead, at least.
        dead_high int32 Dead, at most; empty when open.
        dead_text string Words that give the number.
        injured_low int32 Injured, at least.
        injured_high int32 Injured, at most.
        injured_text string Words that give the number.
        arrested_low int32 Arrested, at least.
        arrested_high int32 Arrested, at most.
        arrested_text string Words that give the number.
        size_low int32 Size of a crowd, at least.
        size_high int32 Size of a crowd, at most.
        size_text string Words that give the number.
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
        withdrawn string Why the event must no longer be used: its story was withdrawn.
    """),
)
EVENT_ACTORS = TableSchema(
    "event_actors",
    "One actor or recipient of one event, or one speaker who stands behind it.",
    _columns("""
        event_id string The event.
        story_id string The story.
        side string actor, recipient or speaker.
        position int32 Order on its side, from 0; of speakers the innermost comes first.
        text string Words of the mention.
        start int32 First character.
        end int32 One past the last character.
        name string Canonical name, else the description.
        entity_id string Wikidata id where known, else Dateline's own; empty when nobody was linked.
        entity_kind string What the linked entity is: person, country, organisation ...
        country string ISO 3166 alpha-3 or an international code.
        countries string All countries of a mention that covers several.
        sectors string PLOVER sectors, primary first, parted by semicolons.
        role string Post held on that day.
        office string Class of that post: head_of_state, foreign, defence ...
        role_since date First day in the post.
        role_until date Last day in the post.
        stale bool No source confirms the role's end for that day.
        score double 0 to 1.
        rule string How it was resolved.
        runner_up string The second-best candidate.
        speech_act string Speakers: how firmly they stand behind it.
        statement_id string Speakers: the statement.
    """),
)
EVIDENCE = TableSchema(
    "evidence",
    "One span of text that supports one part of an event or tie.",
    _columns("""
        record_id string The event or tie.
        record string event or tie.
        story_id string The story.
        position int32 Order within the record, from 0.
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
        act string How firmly the source stands behind it; plans, judges, mentions: attitudes.
        form string Shape of the content: quotation, clause, infinitive or phrase.
        negated bool The cue is denied ("did not say that").
        speaker string Who says it.
        speaker_id string Wikidata id or Dateline's own.
        speaker_country string Country or international code.
        speaker_sectors string PLOVER sectors, primary first.
        speaker_text string Words that name the speaker.
        speaker_start int32 First character of those words.
        speaker_end int32 One past the last character.
        speaker_role string Post that the speaker held on that day.
        speaker_rule string How the speaker was resolved.
        addressee string To whom, where the text says so.
        addressee_text string Words that name the addressee.
        addressee_country string Country of the addressee.
        cue string The words that report it.
        cue_start int32 First character of the cue.
        cue_end int32 One past its last character.
        content string What is said; pieces parted by " … ".
        start int32 First character of the content.
        end int32 One past its last character.
        spans string All pieces of the content, start-end, parted by semicolons.
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
TIE_PARTIES = TableSchema(
    "tie_parties",
    "One party of one tie, or one speaker who states it.",
    _columns("""
        tie_id string The tie.
        story_id string The story.
        side string party or speaker.
        position int32 Order on its side, from 0.
        text string Words of the mention.
        start int32 First character.
        end int32 One past the last character.
        name string Canonical name, else the description.
        entity_id string Wikidata id where known, else Dateline's own; empty when nobody was linked.
        entity_kind string What the linked entity is: person, country, organisation ...
        country string ISO 3166 alpha-3 or an international code.
        countries string All countries of a mention that covers several.
        sectors string PLOVER sectors, primary first, parted by semicolons.
        role string Post held on that day.
        office string Class of that post: head_of_state, foreign, defence ...
        role_since date First day in the post.
        role_until date Last day in the post.
        stale bool No source confirms the role's end for that day.
        score double 0 to 1.
        rule string How it was resolved.
        runner_up string The second-best candidate.
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
INCIDENTS = TableSchema(
    "incidents",
    "One event as all stories of the run tell it; most columns are those of its first report.",
    _columns("""
        incident_id string The letter i and the id of its first event; stays when the run grows.
        event_id string Its first event in the run, withdrawn or not.
        type string PLOVER event type that most events give.
        modes string PLOVER modes that most events give.
        status string happened, ongoing, planned, hypothetical or negated: the most frequent.
        quad_class string Of the first event.
        cameo string Of the first event.
        plover_score double Of the first event.
        goldstein double Of the first event.
        date string ISO date that most events give, among equals the finest.
        actor string Of the first event.
        actor_country string Of the first event.
        actor_sector string Of the first event.
        recipient string Of the first event.
        recipient_country string Of the first event.
        recipient_sector string Of the first event.
        place string The first that an event gives.
        place_country string Country of that place.
        place_admin1 string First-order division of that place.
        latitude double Degrees.
        longitude double Degrees.
        geonameid int32 GeoNames identifier of that place.
        n_events int32 Events joined; those of withdrawn stories are counted in no column but n_withdrawn.
        n_stories int32 Stories that tell it.
        n_reports int32 Stories that tell it, copies and versions of one report counted once.
        n_agencies int32 Agencies (else publishers) that tell it.
        agencies string Their names, parted by semicolons.
        first_report date Day of the first story.
        last_report date Day of the last story.
        disagreements string Columns on which the events differ, parted by semicolons.
        dates string Every date given, with the number of events that give it: 2019-05-06:3;2019-05-07:1.
        score double How sure the weakest join is, 0 to 1; 1 for a single event.
        n_withdrawn int32 Events joined whose story was withdrawn.
        withdrawn string Why the incident must no longer be used: all of its events are withdrawn.
        text string The clause of the first event.
        dead_low int32 The lowest number of dead that an event gives.
        dead_high int32 The highest number of dead.
        dead_counts string Every number given and how many events give it.
        injured_low int32 Lowest number of injured.
        injured_high int32 Highest number of injured.
        injured_counts string Every number given and how many events give it.
        arrested_low int32 Lowest number of arrested.
        arrested_high int32 Highest number of arrested.
        arrested_counts string Every number given and how many events give it.
        size_low int32 Lowest size of the crowd.
        size_high int32 Highest size of the crowd.
        size_counts string Every size given and how many events give it.
    """),
)
INCIDENT_EVENTS = TableSchema(
    "incident_events",
    "One event and the incident that it belongs to; every event has a row.",
    _columns("""
        incident_id string The incident.
        event_id string The event.
        story_id string The story.
        position int32 Order within the incident, from 0, in the order of the run.
        score double How sure the join is, 0 to 1; 1 for the first event.
        why string What the event shares with the one that it was joined to.
    """),
)
TABLES = {
    t.name: t
    for t in (
        STORIES, EVENTS, EVENT_ACTORS, EVIDENCE, STATEMENTS, TIES, TIE_PARTIES, REJECTED, INCIDENTS, INCIDENT_EVENTS,
    )
}  # fmt: skip
# Tables that are made from all stories together; shards hold the others.
JOINED = (INCIDENTS.name, INCIDENT_EVENTS.name)


def reference() -> str:
    """Return the record reference in Markdown, as docs/record-reference.md holds it."""
    parts = [
        "# Record reference\n",
        "Written from `dateline.store.schema` by `python -m dateline.store.reference`; do not edit by hand.\n",
        "A run folder holds a flat Parquet file for each table below and a `manifest.json`. Rows stand in the order of "
        "the input, then of the story. Offsets count the characters of the story's `text`: `text[start:end]` is the "
        "span.\n",
    ]
    for table in TABLES.values():
        rows = "\n".join(f"| `{c.name}` | {c.type} | {c.says} |" for c in table.columns)
        parts.append(f"## {table.name}\n\n{table.row}\n\n| column | type | meaning |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)
