"""Pairs of countries: all of them, and one over time in both directions."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.apps import charts
from dateline.apps.workbench.base import Base, Row
from dateline.apps.workbench.drawing import quick_timeline, quick_types
from dateline.apps.workbench.events import events_listing, rows_of_page
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.names import country_name
from dateline.apps.workbench.overview import heatmap
from dateline.apps.workbench.paging import Paging
from dateline.apps.workbench.periods import counted_periods, fits
from dateline.apps.workbench.promises import commitments_source, ties_source
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.site import Site, link

SHOWN = 25
_PORTABLE = """WITH codes AS (
  SELECT event_id, 'actor' AS side, unnest(string_split(actor_country, ';')) AS code FROM events
  UNION SELECT event_id, 'recipient', unnest(string_split(recipient_country, ';')) FROM events),
pairs AS (
  SELECT DISTINCT a.event_id, least(a.code, b.code) AS first, greatest(a.code, b.code) AS second
  FROM codes a JOIN codes b USING (event_id) WHERE a.code <> b.code AND a.side = 'actor')
SELECT first, second, count(*) AS events, avg(plover_score) AS score,
  count(*) FILTER (contains(quad_class, 'cooperation')) AS cooperation,
  count(*) FILTER (contains(quad_class, 'conflict')) AS conflict,
  min(date_begin) AS since, max(date_begin) AS until
FROM pairs JOIN events USING (event_id){where}
GROUP BY first, second ORDER BY events DESC, first, second"""


def dyads_page(request: Request, site: Site) -> Response:
    """Show the pairs with most events; `code` keeps those of one country."""
    first, second = (request.query_params.get(name, "").strip().upper() for name in ("a", "b"))
    if first and second:
        return RedirectResponse(link("/dyad", a=first, b=second), 303)
    listing, paging = dyads_listing(request), Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    return site.page(
        request,
        "dyads.html",
        title="Dyads",
        listing=listing,
        rows=listing.page(site.base, page=paging.page, per=paging.per),
        total=total,
        paging=paging.of(total),
        code=request.query_params.get("code", ""),
        heatmap=heatmap(site.base),
    )


def dyads_listing(request: Request) -> Listing:
    """Return the table of pairs that an address asks for."""
    code = request.query_params.get("code", "").strip().upper()
    where = " WHERE first = ? OR second = ?" if code else ""
    return Listing(
        name="dyads",
        sql=f"SELECT * FROM dyads{where} ORDER BY events DESC, first, second",
        values=(code, code) if code else (),
        portable=_PORTABLE.format(where=where),
        portable_values=(code, code) if code else (),
    )


def dyad_page(request: Request, site: Site) -> Response:
    """Show two countries over time: events, commitments and ties between them."""
    a, b = _two(request)
    base = site.base
    query = Query.read([("between", f"{a},{b}")])
    pair = sorted((a, b))
    totals = base.first("SELECT * FROM dyads WHERE first = ? AND second = ?", pair)
    return site.page(
        request,
        "dyad.html",
        title=f"{country_name(a)} and {country_name(b)}",
        listing=events_listing(query),
        a=a,
        b=b,
        totals=totals,
        chart=_chart(base, a, b, events=totals["events"] if totals else 0),
        types=_types(base, pair),
        rows=rows_of_page(base, Query(chosen=query.chosen, per=SHOWN)),
        state=site.state(),
        all_events=query.address("/events"),
        commitments=_commitments(site, a, b),
        ties=_ties(site, a, b),
    )


def dyad_events_listing(request: Request) -> Listing:
    """Return the table of events between two countries."""
    a, b = _two(request)
    return events_listing(Query.read([("between", f"{a},{b}")]))


def _two(request: Request) -> tuple[str, str]:
    a, b = (request.query_params.get(name, "").strip().upper() for name in ("a", "b"))
    if not (re.fullmatch("[A-Z]{3}", a) and re.fullmatch("[A-Z]{3}", b)) or a == b:
        raise HTTPException(400, "Give two different three-letter codes, as /dyad?a=RUS&b=PHL.")
    return a, b


def _chart(base: Base, a: str, b: str, *, events: int) -> charts.Chart:
    label = (
        "CASE WHEN n IN (SELECT n FROM codes WHERE side = 'recipient' AND code = ?) THEN ? "
        "WHEN n IN (SELECT n FROM codes WHERE side = 'recipient' AND code = ?) THEN ? ELSE 'together' END"
    )
    where = "n IN (SELECT n FROM dyad_events WHERE first = ? AND second = ?)"
    first, second = sorted((a, b))
    # The label stands before the condition in the question, so its values come first.
    rows, unit = _periods(base, where, label, (first, second), (b, f"{a} to {b}", a, f"{b} to {a}"))
    return quick_timeline(charts.dyad_timeline(rows, unit=unit), unit=unit, events=events)


def _periods(
    base: Base, where: str, label: str, values: tuple[str, ...], labels: tuple[str, ...]
) -> tuple[list[Row], str]:
    _, unit = counted_periods(base, where, values)
    rows = base.kept(
        f"SELECT date_trunc('{unit}', date_begin)::DATE::VARCHAR AS period, quad_class::VARCHAR AS quad, "
        f"{label} AS direction, count(*) AS n FROM events WHERE {where} AND {fits(unit)} "
        "GROUP BY ALL ORDER BY direction, period, quad",
        (*labels, *values),
    )
    return rows, unit


def _types(base: Base, pair: list[str]) -> charts.Chart:
    rows = base.kept(
        "SELECT type::VARCHAR AS type, quad_class::VARCHAR AS quad, count(*) AS n FROM events "
        "WHERE n IN (SELECT n FROM dyad_events WHERE first = ? AND second = ?) GROUP BY ALL",
        pair,
    )
    between = ",".join(pair)
    return quick_types(
        charts.by_type([{**row, "href": link("/events", type=row["type"], between=between)} for row in rows])
    )


def _commitments(site: Site, a: str, b: str) -> list[Row]:
    source = site.after_reviews(commitments_source)
    if source.touched:
        both = "list_has_all(string_split(concat_ws(';', \"by\", \"to\", made_by), ';'), [?, ?])"
    else:
        named = "act_id IN (SELECT act_id FROM commitment_codes WHERE code = ?)"
        both = f"{named} AND {named}"
    return site.base.rows(
        f"SELECT * FROM {source.sql} WHERE {both} ORDER BY made_on DESC NULLS LAST LIMIT 25", [*source.values, a, b]
    )


def _ties(site: Site, a: str, b: str) -> list[Row]:
    source = site.after_reviews(ties_source)
    return site.base.rows(
        f"SELECT * FROM {source.sql} WHERE list_has_all(string_split(coalesce(countries, ''), ';'), [?, ?]) "
        "ORDER BY as_of DESC NULLS LAST LIMIT 25",
        [*source.values, a, b],
    )
