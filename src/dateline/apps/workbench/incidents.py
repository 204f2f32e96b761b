"""One event as several stories tell it: the list of incidents, and one with all its sources."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.apps.workbench.events import events_listing
from dateline.apps.workbench.fields import FIELDS, Value, read_value
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.paging import Paging
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.site import Site

_SELECT = "SELECT * FROM incidents WHERE {where} ORDER BY n_reports DESC, n_events DESC, first_report, incident_id"


def incidents_page(request: Request, site: Site) -> Response:
    """Show incidents, those with most independent reports first; `type`, `country`, `q` and `least` narrow them."""
    listing, paging = incidents_listing(request), Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    return site.page(
        request,
        "incidents.html",
        title="Incidents",
        listing=listing,
        rows=listing.page(site.base, page=paging.page, per=paging.per),
        total=total,
        paging=paging.of(total),
        given={name: request.query_params.get(name, "") for name in ("q", "type", "country", "least")},
    )


def incidents_listing(request: Request) -> Listing:
    """Return the table of incidents that an address asks for."""
    given = {name: request.query_params.get(name, "").strip() for name in ("q", "type", "country", "least")}
    parts: list[str] = []
    values: list[Value] = []
    if given["q"]:
        parts.append("contains(lower(text), ?)")
        values.append(given["q"].lower())
    if given["type"]:
        parts.append("type = ?")
        values += read_value(FIELDS["type"], given["type"])
    if given["country"]:
        parts.append("contains(';' || coalesce(actor_country, '') || ';' || coalesce(recipient_country, '') || ';', ?)")
        values.append(f";{given['country'].upper()};")
    if given["least"].isascii() and given["least"].isdigit():
        parts.append("n_reports >= ?")
        values.append(int(given["least"][:6]))
    sql = _SELECT.format(where=" AND ".join(parts) or "true")
    return Listing(name="incidents", sql=sql, values=tuple(values), portable=sql, portable_values=tuple(values))


def incident_query(request: Request) -> Query:
    """Return the question for the events of the incident of an address."""
    return Query.read([("incident", request.query_params.get("id", "")), ("sort", "story")])


def incident_page(request: Request, site: Site) -> Response:
    """Show an incident: what its sources agree and differ on, and each telling of it."""
    incident_id = request.query_params.get("id", "")
    incident = site.base.first("SELECT * FROM incidents WHERE incident_id = ?", [incident_id])
    if incident is None:
        raise HTTPException(404, "There is no such incident in this run.")
    tellings = site.base.rows(
        "SELECT e.event_id, e.story_id, e.date, e.type::VARCHAR AS type, e.modes, e.quad_class::VARCHAR AS quad_class, "
        "e.actor, e.actor_country, e.actor_sector, e.recipient, e.recipient_country, e.recipient_sector, e.place, "
        "e.dead_text, e.injured_text, e.said_by, e.text, i.score, i.why, s.headline, s.agency, s.publisher, s.day, "
        "s.dup_kind, s.url FROM incident_events i JOIN events e USING (n) JOIN stories s ON s.s = e.s "
        "WHERE i.incident_id = ? ORDER BY s.day NULLS LAST, e.n LIMIT 500",
        [incident_id],
    )
    return site.page(
        request,
        "incident.html",
        title=f"Incident: {incident['type']}",
        listing=events_listing(incident_query(request)),
        incident=incident,
        tellings=tellings,
        state=site.state(),
    )
