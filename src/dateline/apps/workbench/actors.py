"""Everyone who acts, is acted upon or speaks; and one of them, or a country, with all that the run tells."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.apps import charts
from dateline.apps.workbench.base import Base, Row
from dateline.apps.workbench.drawing import quick_timeline, quick_types
from dateline.apps.workbench.events import events_listing, rows_of_page
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.names import country_name
from dateline.apps.workbench.paging import Paging
from dateline.apps.workbench.periods import counted
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.site import Site

SHOWN = 25
KINDS = ("country", "person", "organisation", "igo", "armed_group", "party", "institution", "group", "media", "company")
_PORTABLE = """SELECT coalesce(entity_id, name) AS actor, any_value(name) AS name, any_value(entity_id) AS entity_id,
  any_value(entity_kind) AS kind, mode(country) AS country, mode(sectors) AS sectors, mode(role) AS role,
  count(DISTINCT event_id) AS events,
  count(DISTINCT event_id) FILTER (side = 'actor') AS acts,
  count(DISTINCT event_id) FILTER (side = 'recipient') AS receives,
  count(DISTINCT event_id) FILTER (side = 'speaker') AS speaks
FROM event_actors WHERE name IS NOT NULL GROUP BY 1
HAVING {where} ORDER BY events DESC, name"""


def actors_page(request: Request, site: Site) -> Response:
    """Show actors by their number of events; filters: `q` (name), `code` (country), `kind`."""
    listing, paging = actors_listing(request), Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    return site.page(
        request,
        "actors.html",
        title="Actors",
        listing=listing,
        rows=listing.page(site.base, page=paging.page, per=paging.per),
        total=total,
        paging=paging.of(total),
        kinds=KINDS,
        given={name: request.query_params.get(name, "") for name in ("q", "code", "kind")},
    )


def actors_listing(request: Request) -> Listing:
    """Return the table of actors that an address asks for."""
    given = {name: request.query_params.get(name, "").strip() for name in ("q", "code", "kind")}
    conditions = {"q": "contains(lower(name), ?)", "code": "country = ?", "kind": "kind = ?"}
    parts = [sql for name, sql in conditions.items() if given[name]]
    values = [given[name].lower() if name == "q" else given[name] for name in conditions if given[name]]
    if given["code"]:
        values[parts.index("country = ?")] = given["code"].upper()
    where = " AND ".join(parts) or "true"
    return Listing(
        name="actors",
        sql=f"SELECT * FROM cast_of WHERE {where} ORDER BY events DESC, name",
        values=tuple(values),
        portable=_PORTABLE.format(where=where),
        portable_values=tuple(values),
    )


def actor_query(request: Request) -> Query:
    """Return the question for the events of the actor or country of an address."""
    code, who = (request.query_params.get(name, "").strip() for name in ("code", "id"))
    if code and re.fullmatch("[A-Za-z]{3}", code):
        return Query.read([("country", code.upper())])
    if who:
        return Query.read([("who", who)])
    raise HTTPException(400, "Give a country, as /actor?code=PHL, or an actor's id.")


def actor_page(request: Request, site: Site) -> Response:
    """Show a person, body or country: who it is, with whom it deals, what it says, over time."""
    query, base = actor_query(request), site.base
    name, value = query.chosen[0]
    found = base.first("SELECT * FROM cast_of WHERE actor = ?", [value]) if name == "who" else None
    if name == "who" and found is None:
        raise HTTPException(404, "There is no such actor in this run.")
    where, values = query.where()
    fixed = tuple(values)
    types, periods, unit = counted(base, where, fixed)
    return site.page(
        request,
        "actor.html",
        title=found["name"] if found else country_name(value),
        listing=events_listing(query),
        actor=found,
        code="" if found else value,
        country_name=country_name,
        roles=_roles(base, value) if found else [],
        words=_words(base, value) if found else [],
        people=[] if found else _people(base, value),
        chart=quick_timeline(charts.timeline(periods, unit=unit), unit=unit, events=sum(r["n"] for r in types)),
        types=quick_types(charts.by_type(types)),
        others=_others(base, name, value),
        statements=_statements(base, value, found),
        rows=rows_of_page(base, Query(chosen=query.chosen, per=SHOWN)),
        state=site.state(),
        all_events=query.address("/events"),
    )


def _roles(base: Base, who: str) -> list[Row]:
    return base.rows(
        "SELECT role, office, country, role_since, role_until, bool_or(stale) AS stale, count(DISTINCT n) AS events "
        "FROM parties WHERE coalesce(entity_id, name) = ? AND role IS NOT NULL GROUP BY ALL "
        "ORDER BY role_since NULLS FIRST, role",
        [who],
    )


def _words(base: Base, who: str) -> list[Row]:
    return base.rows(
        "SELECT text, rule, count(*) AS n FROM parties WHERE coalesce(entity_id, name) = ? "
        "GROUP BY ALL ORDER BY n DESC, text LIMIT 12",
        [who],
    )


def _people(base: Base, code: str) -> list[Row]:
    return base.rows("SELECT * FROM cast_of WHERE country = ? ORDER BY events DESC, name LIMIT 15", [code])


def _others(base: Base, name: str, value: str) -> list[Row]:
    """Return the countries that share events with this one."""
    mine = (
        "SELECT n FROM codes WHERE code = ?"
        if name == "country"
        else ("SELECT n FROM parties WHERE coalesce(entity_id, name) = ? AND side <> 'speaker'")
    )
    return base.kept(
        "SELECT code, count(DISTINCT n) AS events, avg(plover_score) AS score FROM codes JOIN events USING (n) "
        f"WHERE n IN ({mine}) AND code <> ? GROUP BY code ORDER BY events DESC, code LIMIT 12",
        (value, value),
    )


def _statements(base: Base, value: str, found: Row | None) -> list[Row]:
    if found is None:
        where, values = "speaker_country = ?", [value]
    elif found["entity_id"]:
        where, values = "speaker_id = ?", [found["entity_id"]]
    else:
        where, values = "speaker = ?", [found["name"]]
    return base.rows(f"SELECT * FROM statements WHERE {where} ORDER BY s DESC, start LIMIT 20", values)
