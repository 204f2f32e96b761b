"""Where events took place: the map, the list, and one place."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.apps import charts
from dateline.apps.workbench.base import Base
from dateline.apps.workbench.drawing import quick_timeline
from dateline.apps.workbench.events import events_listing, rows_of_page
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.paging import Paging
from dateline.apps.workbench.periods import counted
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.site import Site, link

SHOWN = 25
_DOTS = 200
_COLUMNS = """any_value(geonameid) AS geonameid, any_value(place) AS place, any_value(place_admin1) AS admin1,
  any_value(place_country) AS country, any_value(place_feature) AS feature, any_value(latitude) AS latitude,
  any_value(longitude) AS longitude, count(*) AS events,
  count(*) FILTER (contains(quad_class, 'conflict')) AS conflict"""
_PORTABLE = """SELECT coalesce(geonameid::VARCHAR, 'words:' || lower(place)) AS place_id, {columns}
FROM events WHERE place IS NOT NULL GROUP BY 1
HAVING {where} ORDER BY events DESC, place"""


def places_page(request: Request, site: Site) -> Response:
    """Show the map and the places with most events; `country` and `q` narrow both."""
    listing, paging = places_listing(request), Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    return site.page(
        request,
        "places.html",
        title="Places",
        listing=listing,
        rows=listing.page(site.base, page=paging.page, per=paging.per),
        total=total,
        paging=paging.of(total),
        map=_map(site.base, listing),
        given={name: request.query_params.get(name, "") for name in ("q", "country")},
    )


def places_listing(request: Request) -> Listing:
    """Return the table of places that an address asks for."""
    words = request.query_params.get("q", "").strip().lower()
    country = request.query_params.get("country", "").strip().upper()
    parts = [*(["contains(lower(place), ?)"] if words else []), *(["country = ?"] if country else [])]
    values = tuple(value for value in (words, country) if value)
    where = " AND ".join(parts) or "true"
    return Listing(
        name="places",
        sql=f"SELECT * FROM places WHERE {where} ORDER BY events DESC, place",
        values=values,
        portable=_PORTABLE.format(columns=_COLUMNS, where=where.replace("lower(place)", "lower(any_value(place))")),
        portable_values=values,
    )


def _map(base: Base, listing: Listing) -> charts.Chart:
    dots = base.kept(
        f"SELECT place_id, place, country, latitude, longitude, events AS n FROM ({listing.sql}) "
        f"WHERE latitude IS NOT NULL ORDER BY n DESC, place LIMIT {_DOTS:d}",
        listing.values,
    )
    shades = base.kept(
        f"SELECT country AS code, sum(events)::INTEGER AS n FROM ({listing.sql}) "
        "WHERE country IS NOT NULL GROUP BY ALL",
        listing.values,
    )
    return charts.world_map(
        [{**dot, "href": link("/place", id=dot["place_id"])} for dot in dots],
        countries=[{**row, "href": link("/places", country=row["code"])} for row in shades],
    )


def place_query(request: Request) -> Query:
    """Return the question for the events at the place of an address."""
    return Query.read([("at", request.query_params.get("id", ""))])


def place_page(request: Request, site: Site) -> Response:
    """Show one place: where it lies, what happened there, over time."""
    base, query = site.base, place_query(request)
    place = base.first("SELECT * FROM places WHERE place_id = ?", [request.query_params.get("id", "")])
    if place is None:
        raise HTTPException(404, "There is no such place in this run.")
    where, values = query.where()
    _, periods, unit = counted(base, where, tuple(values))
    reasons = base.rows(
        f"SELECT place_reason AS reason, count(*) AS n FROM events WHERE {where} GROUP BY ALL ORDER BY n DESC LIMIT 8",
        values,
    )
    dot = {**place, "n": place["events"]}
    return site.page(
        request,
        "place.html",
        title=place["place"],
        listing=events_listing(query),
        place=place,
        map=charts.world_map([dot], title=f"Where {place['place']} is") if place["latitude"] is not None else None,
        chart=quick_timeline(charts.timeline(periods, unit=unit), unit=unit, events=place["events"]),
        reasons=reasons,
        rows=rows_of_page(base, Query(chosen=query.chosen, per=SHOWN)),
        state=site.state(),
        all_events=query.address("/events"),
    )
