-- The index of a run, made from temporary views run_<table> over its Parquet. Statements end with ";" and a line end.
-- n numbers events and s numbers stories in the run's order: ranges of them are found without reading the rest.
CREATE TABLE stories AS
SELECT (row_number() OVER () - 1)::INTEGER AS s, * FROM run_stories;

CREATE INDEX story_ids ON stories (story_id);

CREATE TYPE event_type AS ENUM (SELECT DISTINCT type FROM run_events WHERE type IS NOT NULL ORDER BY type);

CREATE TYPE event_status AS ENUM (SELECT DISTINCT status FROM run_events WHERE status IS NOT NULL ORDER BY status);

CREATE TYPE quad AS ENUM ('verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict');

CREATE TABLE events AS
SELECT (row_number() OVER () - 1)::INTEGER AS n, s.s, e.* REPLACE (
  e.type::event_type AS type, e.status::event_status AS status, e.quad_class::quad AS quad_class),
  coalesce(e.geonameid::VARCHAR, 'words:' || lower(e.place)) AS place_id
FROM (SELECT row_number() OVER () AS r, * FROM run_events) e
JOIN stories s USING (story_id)
ORDER BY r;

ALTER TABLE events DROP COLUMN r;

CREATE INDEX event_ids ON events (event_id);

-- What the search for words looks into: every word once, and where it stands. Parts of an event are set apart by a sign
-- that nobody can ask for, so that no phrase runs from one into the next.
CREATE TEMP TABLE spoken AS
SELECT n, string_split_regex(lower(concat_ws(' ' || chr(31) || ' ', text, actor, recipient, place)), '\s+') AS words
FROM events;

CREATE TABLE vocabulary AS
SELECT row_number() OVER (ORDER BY token)::INTEGER AS word, token
FROM (SELECT DISTINCT unnest(words) AS token FROM spoken);

CREATE TABLE postings AS
SELECT v.word, p.n, p.pos
FROM (SELECT n, unnest(words) AS token, generate_subscripts(words, 1)::SMALLINT AS pos FROM spoken) p
JOIN vocabulary v USING (token) ORDER BY v.word, p.n, p.pos;

DROP TABLE spoken;

-- The columns that a table of events shows as one JSON each: read much faster than many columns, a few rows of which
-- are wanted.
CREATE TABLE event_rows AS
SELECT n, to_json({
  'n': n, 'event_id': event_id, 'story_id': story_id, 'type': type, 'modes': modes, 'quad_class': quad_class,
  'date': date, 'actor': actor, 'actor_country': actor_country, 'actor_sector': actor_sector,
  'recipient': recipient, 'recipient_country': recipient_country, 'recipient_sector': recipient_sector,
  'status': status, 'place': place, 'place_country': place_country, 'said_by': said_by, 'confidence': confidence,
  'text': text})::VARCHAR AS row
FROM events ORDER BY n;

CREATE TABLE parties AS
SELECT e.n, e.s, p.* FROM run_event_actors p JOIN events e USING (event_id) ORDER BY e.n, p.side, p.position;

CREATE TABLE codes AS
SELECT DISTINCT n, side, code FROM (
  SELECT n, 'actor' AS side, unnest(string_split(actor_country, ';')) AS code FROM events
  UNION ALL
  SELECT n, 'recipient', unnest(string_split(recipient_country, ';')) FROM events)
WHERE code <> ''
ORDER BY n, side, code;

CREATE TABLE labels AS
SELECT n, 'mode' AS kind, unnest(string_split(modes, ';')) AS label FROM events WHERE modes <> ''
UNION ALL
SELECT n, 'context', unnest(string_split(contexts, ';')) FROM events WHERE contexts <> '';

CREATE TABLE evidence AS
SELECT e.s, v.* FROM run_evidence v JOIN stories e USING (story_id) ORDER BY e.s, v.record_id, v.position;

CREATE TABLE statements AS
SELECT t.s, v.* FROM run_statements v JOIN stories t USING (story_id) ORDER BY t.s, v.start;

CREATE TABLE ties AS
SELECT t.s, v.* FROM run_ties v JOIN stories t USING (story_id) ORDER BY t.s, v.start;

CREATE TABLE tie_codes AS
SELECT DISTINCT tie_id, unnest(string_split(countries, ';')) AS code FROM ties;

CREATE TABLE tie_parties AS
SELECT * FROM run_tie_parties;

CREATE TABLE rejected AS
SELECT * FROM run_rejected;

CREATE TABLE daily AS
SELECT date_begin AS day, type, quad_class, count(*)::INTEGER AS events, sum(plover_score) AS score
FROM events WHERE date_begin IS NOT NULL GROUP BY ALL ORDER BY day, type;

-- Undirected pairs of countries: one acts on the other, or both act together.
CREATE TABLE dyad_events AS
SELECT DISTINCT a.n, least(a.code, b.code) AS first, greatest(a.code, b.code) AS second
FROM codes a JOIN codes b USING (n) WHERE a.code <> b.code AND a.side = 'actor';

CREATE TABLE dyads AS
SELECT d.first, d.second, count(*)::INTEGER AS events, avg(e.plover_score) AS score,
  count(*) FILTER (e.quad_class IN ('verbal cooperation', 'material cooperation'))::INTEGER AS cooperation,
  count(*) FILTER (e.quad_class IN ('verbal conflict', 'material conflict'))::INTEGER AS conflict,
  min(e.date_begin) AS since, max(e.date_begin) AS until
FROM dyad_events d JOIN events e USING (n) GROUP BY ALL ORDER BY events DESC, first, second;

-- Everyone who acts, is acted upon or speaks; who has no entity goes by name and country.
CREATE TABLE cast_of AS
SELECT coalesce(entity_id, name) AS actor, any_value(name ORDER BY n) AS name, any_value(entity_id) AS entity_id,
  any_value(entity_kind) AS kind, mode(country) AS country, mode(sectors) AS sectors, mode(role) AS role,
  count(DISTINCT n)::INTEGER AS events,
  count(DISTINCT n) FILTER (side = 'actor')::INTEGER AS acts,
  count(DISTINCT n) FILTER (side = 'recipient')::INTEGER AS receives,
  count(DISTINCT n) FILTER (side = 'speaker')::INTEGER AS speaks
FROM parties WHERE name IS NOT NULL GROUP BY 1 ORDER BY events DESC, name;

CREATE TABLE places AS
SELECT place_id, any_value(geonameid) AS geonameid,
  any_value(place) AS place, any_value(place_admin1) AS admin1, any_value(place_country) AS country,
  any_value(place_feature) AS feature, any_value(latitude) AS latitude, any_value(longitude) AS longitude,
  count(*)::INTEGER AS events,
  count(*) FILTER (quad_class IN ('verbal conflict', 'material conflict'))::INTEGER AS conflict
FROM events WHERE place IS NOT NULL GROUP BY 1 ORDER BY events DESC, place;

CREATE TABLE incidents AS
SELECT * FROM run_incidents ORDER BY n_reports DESC, n_events DESC, first_report, incident_id;

CREATE TABLE incident_events AS
SELECT i.incident_id, e.n, e.s, i.score, i.why
FROM run_incident_events i JOIN events e USING (event_id) ORDER BY i.incident_id, e.n;

CREATE TABLE directed AS
SELECT a.code AS actor, r.code AS recipient, count(*)::INTEGER AS events, avg(e.plover_score) AS score
FROM codes a JOIN codes r USING (n) JOIN events e USING (n)
WHERE a.side = 'actor' AND r.side = 'recipient' AND a.code <> r.code GROUP BY ALL ORDER BY events DESC, actor, recipient;

-- Commitments as dateline.store.commitments finds them: a planned act inside a verbal one, and the first later event
-- that does it (or its opposite) between the same parties.
CREATE TEMP TABLE acts AS
SELECT v.n AS verbal, v.s, a.n AS act, a.type::VARCHAR AS type, v.date_begin AS made_on,
  list_filter(string_split(coalesce(a.actor_country, ''), ';'), lambda x: x <> '') AS actors,
  list_filter(string_split(coalesce(a.recipient_country, ''), ';'), lambda x: x <> '') AS towards
FROM events a JOIN events v ON a.content_of = v.event_id;

CREATE TEMP TABLE told AS
SELECT n, s, event_id, type::VARCHAR AS type, date_begin AS day,
  list_filter(string_split(coalesce(actor_country, ''), ';'), lambda x: x <> '') AS actors,
  list_filter(string_split(coalesce(recipient_country, ''), ';'), lambda x: x <> '') AS reached
FROM events WHERE status IN ('happened', 'ongoing') AND date_begin IS NOT NULL
  AND date_begin <= (SELECT coalesce(max(day), DATE '9999-12-31') FROM stories);

CREATE TEMP TABLE settled AS
SELECT a.act, arg_min({'n': t.n, 'day': t.day, 'type': t.type}, {'day': t.day, 'event_id': t.event_id}) AS by
FROM (SELECT *, unnest(actors) AS code FROM acts) a
JOIN run_settles w ON w.act = a.type
JOIN (SELECT *, unnest(actors) AS code FROM told) t ON t.code = a.code AND t.type = w.type
WHERE (a.made_on IS NULL OR t.day >= a.made_on) AND t.n <> a.verbal
  AND NOT coalesce(t.s = a.s AND t.day = a.made_on, false)
  AND CASE WHEN len(a.towards) > 0 THEN list_has_all(list_concat(t.actors, t.reached), a.towards) ELSE len(t.reached) = 0 END
GROUP BY a.act;

CREATE TABLE commitments AS
SELECT v.n AS n, v.event_id, a.event_id AS act_id, v.story_id, coalesce(k.kind, 'plan') AS kind, a.type::VARCHAR AS act,
  coalesce(nullif(a.actor_country, ''), a.actor) AS "by", coalesce(nullif(a.recipient_country, ''), a.recipient) AS "to",
  coalesce(nullif(v.actor_country, ''), v.actor) AS made_by, v.date_begin AS made_on,
  a.date_begin AS due_begin, a.date_end AS due_end, v.text,
  CASE WHEN s.by IS NOT NULL AND s.by.type = a.type::VARCHAR THEN 'done' WHEN s.by IS NOT NULL THEN 'broken'
    WHEN a.date_end < (SELECT max(day) FROM stories) THEN 'overdue' ELSE 'open' END AS state,
  t.event_id AS settled_by, s.by.day AS settled_on
FROM acts p JOIN events v ON v.n = p.verbal JOIN events a ON a.n = p.act
LEFT JOIN settled s ON s.act = p.act LEFT JOIN events t ON t.n = s.by.n LEFT JOIN run_kinds k ON k.type = v.type::VARCHAR
ORDER BY made_on NULLS LAST, v.event_id, a.event_id;

CREATE TABLE commitment_codes AS
SELECT DISTINCT act_id, code FROM (
  SELECT act_id, unnest(string_split(coalesce("by", '') || ';' || coalesce("to", '') || ';' || coalesce(made_by, ''), ';')) AS code
  FROM commitments) WHERE code <> '';

CREATE TABLE facet_counts AS
SELECT 'type' AS facet, type::VARCHAR AS value, count(*) AS n FROM events GROUP BY ALL
UNION ALL SELECT 'quad', quad_class::VARCHAR, count(*) FROM events GROUP BY ALL
UNION ALL SELECT 'status', status::VARCHAR, count(*) FROM events GROUP BY ALL
UNION ALL SELECT side, code, count(*) FROM codes GROUP BY ALL
UNION ALL SELECT 'place', place_country, count(*) FROM events WHERE place_country IS NOT NULL GROUP BY ALL
UNION ALL SELECT 'context', label, count(*) FROM labels WHERE kind = 'context' GROUP BY ALL
UNION ALL SELECT 'total', '', count(*) FROM events;

CREATE TABLE quality AS
SELECT count(*) AS events,
  count(*) FILTER (date_begin IS NULL) AS undated,
  count(*) FILTER (coalesce(actor_country, '') = '') AS no_actor_country,
  count(*) FILTER (actor IS NULL) AS no_actor,
  count(*) FILTER (place IS NOT NULL AND latitude IS NULL) AS place_unfound,
  count(*) FILTER (confidence < 0.6) AS doubtful
FROM events
