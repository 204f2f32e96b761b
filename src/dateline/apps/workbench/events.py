"""The page of events: rows, counts beside every filter, and the table for download."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from dateline.apps.review import State
from dateline.apps.workbench.base import Base, Row
from dateline.apps.workbench.facets import REVIEWS, found_by
from dateline.apps.workbench.fields import FIELDS, order_by
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.query import Query, fixed
from dateline.apps.workbench.site import Site
from dateline.store import TABLES

COLUMNS = tuple(column.name for column in TABLES["events"].columns)


def events_page(request: Request, site: Site) -> Response:
    """Show the events that the address asks for."""
    query = with_reviews(Query.read(items_of(request)), site.state())
    listing = events_listing(query)
    found = found_by(site.base, query, site.state())
    return site.page(
        request,
        "events.html",
        title="Events",
        listing=listing,
        query=query,
        fields=FIELDS,
        rows=rows_numbered(site.base, found.numbers),
        total=found.total,
        facets=found.facets,
        state=site.state(),
        chips=_chips(query),
        pages=max(1, -(-found.total // query.per)),
    )


def items_of(request: Request) -> list[tuple[str, str]]:
    """Return the parameters of an address that ask for events."""
    return [(k, v) for k, v in request.query_params.multi_items() if k not in {"excel", "done"}]


def events_listing(query: Query) -> Listing:
    """Return the table of events that a question asks for, with every column of the run's own table."""
    where, values = query.where()
    portable, portable_values = query.where(portable=True)
    columns = ", ".join(
        f"{name}::VARCHAR AS {name}" if name in {"type", "status", "quad_class"} else f'"{name}"' for name in COLUMNS
    )
    return Listing(
        name="events",
        sql=f"SELECT {columns} FROM events WHERE {where} ORDER BY {order_by(query.sort)}",
        values=tuple(values),
        portable=f"SELECT * FROM events\nWHERE {portable}\nORDER BY {order_by(query.sort, portable=True)}",
        portable_values=tuple(portable_values),
        items=query.items(),
    )


def rows_of_page(base: Base, query: Query) -> list[Row]:
    """Return the events of one page; only its own rows are read."""
    where, values = query.where()
    offset = (query.page - 1) * query.per
    sql = f"SELECT n FROM events WHERE {where} ORDER BY {order_by(query.sort)} LIMIT {query.per:d} OFFSET {offset:d}"
    return rows_numbered(base, [row["n"] for row in base.kept(sql, fixed(values))])


def rows_numbered(base: Base, numbers: Sequence[int]) -> list[Row]:
    """Return what a table of events shows of these, in the same order."""
    found = base.rows("SELECT n, row FROM event_rows WHERE n IN (SELECT unnest(?::INTEGER[]))", [list(numbers)])
    by_number = {row["n"]: json.loads(row["row"]) for row in found}
    return [by_number[n] for n in numbers]


def with_reviews(query: Query, state: State) -> Query:
    """Fill in the events that a question about reviews means."""
    if not query.review:
        return query
    verdicts = state.verdicts()
    kinds: Mapping[str, tuple[str, ...]] = {"any": tuple(REVIEWS), "none": tuple(REVIEWS)}
    wanted = kinds.get(query.review, (query.review,))
    return replace(query, reviewed=tuple(sorted(e for e, v in verdicts.items() if v.kind in wanted)))


def _chips(query: Query) -> list[tuple[str, str, str]]:
    """Return what is chosen: in words, its value, and the address without it."""
    chips = [(FIELDS[n].says, v, query.toggled(n, v).address("/events")) for n, v in query.chosen]
    if query.review:
        chips.append(("review", query.review, query.toggled("review", query.review).address("/events")))
    return chips
