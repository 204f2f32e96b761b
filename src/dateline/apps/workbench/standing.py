"""Standing ties, and commitments with what became of them."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import Response

from dateline.apps import charts
from dateline.apps.workbench.base import Row
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.paging import Paging
from dateline.apps.workbench.promises import commitments_source, ties_source
from dateline.apps.workbench.site import Site, link
from dateline.apps.workbench.tie_drawing import quick_ties
from dateline.model import UsageError

STATES = ("open", "done", "broken", "overdue")
COMMITMENT_KINDS = ("promise", "threat", "demand", "plan")
_DRAWN = 30


def ties_page(request: Request, site: Site) -> Response:
    """Show standing ties; `kind` and `country` narrow them."""
    listing, paging = ties_listing(request, site), Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    rows = listing.page(site.base, page=paging.page, per=paging.per)
    return site.page(
        request,
        "ties.html",
        title="Ties",
        listing=listing,
        rows=rows,
        total=total,
        paging=paging.of(total),
        kinds=[row["kind"] for row in site.base.kept("SELECT DISTINCT kind FROM ties ORDER BY kind")],
        chart=quick_ties(charts.ties_as_periods([_period(row) for row in rows[:_DRAWN]])),
        given={name: request.query_params.get(name, "") for name in ("kind", "country")},
    )


def _period(row: Row) -> Row:
    label = f"{(row['countries'] or row['parties'] or '').replace(';', '–')} {row['kind']}"
    return {**row, "label": label[:60]}


def ties_listing(request: Request, site: Site) -> Listing:
    """Return the table of ties that an address asks for, as they stand after review."""
    kind, country = (request.query_params.get(name, "").strip() for name in ("kind", "country"))
    parts = [*(["kind = ?"] if kind else [])]
    values = [kind] if kind else []
    if country:
        parts.append("contains(';' || coalesce(countries, '') || ';', ?)")
        values.append(f";{country.upper()};")
    where = " AND ".join(parts) or "true"
    sql = f"SELECT * FROM {{table}} WHERE {where} ORDER BY as_of DESC NULLS LAST, tie_id"
    source = site.after_reviews(ties_source)
    return Listing(
        name="ties",
        sql=sql.format(table=source.sql),
        values=(*source.values, *values),
        portable=sql.format(table="ties"),
        portable_values=tuple(values),
        script=_ties_script(kind, country.upper()) if source.touched else "",
    )


def _ties_script(kind: str, country: str) -> str:
    """Return Python for ties after review, which no SQL on the run's tables tells."""
    parts = [f"t['kind'] == {kind!r}"] if kind else []
    parts += [f"{country!r} in (t['countries'] or '').split(';')"] if country else []
    chosen = f" if {' and '.join(parts)}" if parts else ""
    return (
        "import dateline\nfrom dateline.apps.review import standing_ties\n\n"
        f"run = dateline.open_run({{folder!r}})\nties = [t for t in standing_ties(run){chosen}]\n"
    )


def commitments_page(request: Request, site: Site) -> Response:
    """Show commitments; `state`, `kind` and `country` narrow them."""
    listing, paging = commitments_listing(request, site), Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    source = site.after_reviews(commitments_source)
    states = site.base.kept(
        f"SELECT kind, state, count(*) AS n FROM {source.sql} GROUP BY ALL ORDER BY ALL", source.values
    )
    return site.page(
        request,
        "commitments.html",
        title="Commitments",
        listing=listing,
        rows=listing.page(site.base, page=paging.page, per=paging.per),
        total=total,
        paging=paging.of(total),
        states=STATES,
        kinds=COMMITMENT_KINDS,
        chart=charts.commitment_states(
            [{**row, "href": link("/commitments", kind=row["kind"], state=row["state"])} for row in states]
        ),
        given={name: request.query_params.get(name, "") for name in ("state", "kind", "country")},
    )


def commitments_listing(request: Request, site: Site) -> Listing:
    """Return the table of commitments that an address asks for, as they stand after review."""
    given = _given(request)
    parts = [f"{name} = ?" for name in ("state", "kind") if given[name]]
    values = [given[name] for name in ("state", "kind") if given[name]]
    source = site.after_reviews(commitments_source)
    if given["country"] and source.touched:
        parts.append("list_contains(string_split(concat_ws(';', \"by\", \"to\", made_by), ';'), ?)")
        values.append(given["country"].upper())
    elif given["country"]:
        parts.append("act_id IN (SELECT act_id FROM commitment_codes WHERE code = ?)")
        values.append(given["country"].upper())
    where = " AND ".join(parts) or "true"
    return Listing(
        name="commitments",
        sql=f"SELECT * FROM {source.sql} WHERE {where} ORDER BY made_on DESC NULLS LAST, event_id, act_id",
        values=(*source.values, *values),
        script=_script(given),
    )


def _given(request: Request) -> dict[str, str]:
    given = {name: request.query_params.get(name, "").strip() for name in ("state", "kind", "country")}
    for name, options in (("state", STATES), ("kind", COMMITMENT_KINDS)):
        if given[name] and given[name] not in options:
            raise UsageError(f"{name}={given[name]!r}: choose one of {', '.join(options)}")
    if given["country"] and not re.fullmatch("[A-Za-z]{3}", given["country"]):
        raise UsageError(f"country={given['country']!r}: give a three-letter code, as PHL")
    return given


def _script(given: dict[str, str]) -> str:
    """Return Python for what no SQL tells: the rules of commitments are a function of the library."""
    kind = f" if c.kind == {given['kind']!r}" if given["kind"] else ""
    state, party = given["state"] or None, given["country"].upper() or None
    chosen = f"chosen(standing_commitments(run), {state=}, {party=})"
    return (
        "import dateline\nfrom dateline.apps.review import standing_commitments\n"
        "from dateline.store.commitments import chosen\n\n"
        f"run = dateline.open_run({{folder!r}})\ncommitments = [c for c in {chosen}{kind}]\n"
    )
