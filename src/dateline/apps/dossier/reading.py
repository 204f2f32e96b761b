"""What a dossier needs of a run, asked of its tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.apps.dossier.subjects import Subject

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]
# Countries of a mention; `countries` is filled where a mention covers several.
_CODES = "string_split(coalesce(nullif(countries, ''), country, ''), ';')"


@dataclass(frozen=True, slots=True)
class Material:
    """The rows that concern the subjects, in the order of time; `by_event` are the parties of each event."""

    events: list[Row]
    by_event: dict[str, list[Row]]
    triggers: dict[str, Row]
    statements: list[Row]
    ties: list[Row]
    stories: dict[str, Row]
    incidents: list[Row] | None
    incident_of: dict[str, str] = field(default_factory=dict)


def read(
    run: duckdb.DuckDBPyConnection,
    subjects: tuple[Subject, ...],
    *,
    since: str | None,
    until: str | None,
    moves: tuple[list[str], list[str]],
    stories: frozenset[str] = frozenset(),
) -> Material:
    """Return what a run holds about one or two subjects.

    Args:
        run: A database over the run.
        subjects: One or two.
        since: ISO day; an event is dated by its own date, else by its story's day.
        until: ISO day.
        moves: Ids of events that belong in all the same, and of those that do not.
        stories: Further stories that are wanted.
    """
    _select(run, subjects, since, until, moves)
    joined = "JOIN chosen USING (event_id) ORDER BY"
    events = rows(run, f"SELECT e.* FROM events e {joined} e.date_begin, e.story_id, e.start")
    parties: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(run, f"SELECT a.* FROM event_actors a {joined} event_id, side, position"):
        parties[row["event_id"]].append(row)
    found = rows(
        run,
        "SELECT v.* FROM evidence v JOIN chosen ON v.record_id = chosen.event_id "
        "WHERE v.kind = 'trigger' AND v.mention = 0 ORDER BY v.position",
    )
    triggers = {row["record_id"]: row for row in reversed(found)}
    ties = _ties(run, subjects)
    statements = _statements(run, subjects, since, until)
    incidents, incident_of = _incidents(run)
    keys = {row["story_id"] for row in [*events, *ties, *statements]} | stories
    return Material(
        events=events,
        by_event=dict(parties),
        triggers=triggers,
        statements=statements,
        ties=ties,
        stories={row["story_id"]: row for row in _stories(run, keys)},
        incidents=incidents,
        incident_of=incident_of,
    )


def rows(run: duckdb.DuckDBPyConnection, query: str, values: list[Any] | None = None) -> list[Row]:
    """Return the answer to a query as dictionaries."""
    answer = run.execute(query, values or [])
    names = [column[0] for column in answer.description or []]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _match(subject: Subject, prefix: str = "") -> tuple[str, str]:
    """Return a condition on a row of parties, and the value it asks for."""
    if subject.code:
        return f"list_contains({_CODES}, ?)", subject.code
    return f"{prefix}entity_id = ?", subject.entity_id


def _select(
    run: duckdb.DuckDBPyConnection,
    subjects: tuple[Subject, ...],
    since: str | None,
    until: str | None,
    moves: tuple[list[str], list[str]],
) -> None:
    """Put the ids of the events between the subjects into a table of their own."""
    conditions, values = zip(*(_match(subject) for subject in subjects), strict=True)
    having = " AND ".join(f"bool_or({condition})" for condition in conditions)
    run.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE chosen AS
        WITH hits AS (
          (SELECT event_id FROM event_actors WHERE side IN ('actor', 'recipient') GROUP BY event_id HAVING {having}
          UNION SELECT unnest(?::VARCHAR[])) EXCEPT SELECT unnest(?::VARCHAR[])
        )
        SELECT event_id FROM hits JOIN events e USING (event_id) JOIN stories s ON s.story_id = e.story_id
        WHERE (?::DATE IS NULL OR coalesce(e.date_end, s.day) >= ?::DATE)
          AND (?::DATE IS NULL OR coalesce(e.date_begin, s.day) <= ?::DATE)
        """,
        [*values, *moves, since, since, until, until],
    )


def _ties(run: duckdb.DuckDBPyConnection, subjects: tuple[Subject, ...]) -> list[Row]:
    conditions, values = zip(*(_match(subject) for subject in subjects), strict=True)
    having = " AND ".join(f"bool_or({condition})" for condition in conditions)
    query = (
        "SELECT t.* FROM ties t JOIN (SELECT tie_id FROM tie_parties WHERE side = 'party' GROUP BY tie_id "
        f"HAVING {having}) USING (tie_id) ORDER BY coalesce(t.since, t.as_of, ''), t.tie_id"
    )
    return rows(run, query, list(values))


def _statements(
    run: duckdb.DuckDBPyConnection, subjects: tuple[Subject, ...], since: str | None, until: str | None
) -> list[Row]:
    """Return what the subjects say: all of it for one, for a pair in the reports that tell something between them.

    Attitudes without words of their own ("welcomed the move") are left out; the event that they make is in the list.
    """
    conditions = []
    values = []
    for subject in subjects:
        conditions.append("speaker_country = ?" if subject.code else "speaker_id = ?")
        values.append(subject.code or subject.entity_id)
    telling = "AND t.story_id IN (SELECT e.story_id FROM events e JOIN chosen USING (event_id))"
    within = "" if len(subjects) == 1 else telling
    query = f"""
        SELECT t.* FROM statements t JOIN stories s USING (story_id) WHERE ({" OR ".join(conditions)}) {within}
          AND (t.form IN ('quotation', 'clause') OR t.act NOT IN ('mentions', 'judges', 'plans', 'learns', 'believes'))
          AND s.dup_kind <> 'copy' AND (?::DATE IS NULL OR s.day >= ?::DATE) AND (?::DATE IS NULL OR s.day <= ?::DATE)
        ORDER BY s.day, t.story_id, t.start
    """
    return rows(run, query, [*values, since, since, until, until])


def _stories(run: duckdb.DuckDBPyConnection, keys: set[str]) -> list[Row]:
    query = (
        "SELECT * FROM stories WHERE story_id IN (SELECT unnest(?::VARCHAR[])) "
        "ORDER BY day NULLS LAST, published, story_id"
    )
    return rows(run, query, [sorted(keys)])


def _incidents(run: duckdb.DuckDBPyConnection) -> tuple[list[Row] | None, dict[str, str]]:
    known = {row["table_name"] for row in rows(run, "SELECT table_name FROM information_schema.tables")}
    if not {"incidents", "incident_events"} <= known:
        return None, {}
    members = rows(run, "SELECT m.event_id, m.incident_id FROM incident_events m JOIN chosen USING (event_id)")
    found = rows(
        run,
        "SELECT * FROM incidents WHERE incident_id IN "
        "(SELECT m.incident_id FROM incident_events m JOIN chosen USING (event_id)) ORDER BY incident_id",
    )
    return found, {row["event_id"]: row["incident_id"] for row in members}
