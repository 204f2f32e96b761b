"""The page of events: rows, counts beside every filter, and the table for download."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dateline.apps.review import State
from dateline.apps.workbench.base import Base, Row
from dateline.apps.workbench.fields import FIELDS, order_by
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.site import Site
from dateline.store import TABLES

COLUMNS = tuple(column.name for column in TABLES["events"].columns)
_SHOWN = (
    "n, event_id, story_id, type::VARCHAR AS type, modes, quad_class::VARCHAR AS quad_class, cameo, plover_score, "
    "date, actor, actor_country, actor_sector, recipient, recipient_country, recipient_sector, "
    "status::VARCHAR AS status, place, place_country, said_by, confidence, text, content_of"
)
_ROWS = 14
# Facet, heading, and the question that counts its values among the hits.
_FACETS = {
    "type": ("Type", "SELECT type::VARCHAR AS value, count(*) AS n FROM hits GROUP BY ALL"),
    "quad": ("Quad class", "SELECT quad_class::VARCHAR AS value, count(*) AS n FROM hits GROUP BY ALL"),
    "status": ("Status", "SELECT status::VARCHAR AS value, count(*) AS n FROM hits GROUP BY ALL"),
    "actor": (
        "Actor's country",
        "SELECT code AS value, count(*) AS n FROM hits JOIN codes USING (n) WHERE side = 'actor' GROUP BY ALL",
    ),
    "recipient": (
        "Recipient's country",
        "SELECT code AS value, count(*) AS n FROM hits JOIN codes USING (n) WHERE side = 'recipient' GROUP BY ALL",
    ),
    "place": (
        "Country of the place",
        "SELECT place_country AS value, count(*) AS n FROM hits WHERE place_country IS NOT NULL GROUP BY ALL",
    ),
    "context": (
        "Context",
        "SELECT label AS value, count(*) AS n FROM hits JOIN labels USING (n) WHERE kind = 'context' GROUP BY ALL",
    ),
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: how many events have it, whether it is chosen, and the address that toggles it."""

    value: str
    n: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of filters with counts."""

    name: str
    heading: str
    values: tuple[FacetValue, ...]


def events_page(request: Request, site: Site) -> Response:
    """Show the events that the address asks for."""
    query = with_reviews(Query.read(items_of(request)), site.state())
    listing = events_listing(query)
    total, facets = facets_of(site.base, query, site.state())
    return site.page(
        request,
        "events.html",
        title="Events",
        listing=listing,
        query=query,
        fields=FIELDS,
        rows=rows_of_page(site.base, query),
        total=total,
        facets=facets,
        state=site.state(),
        chips=_chips(query),
        pages=max(1, -(-total // query.per)),
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
    """Return the events of one page; only its own rows are read in full."""
    where, values = query.where()
    order = order_by(query.sort)
    offset = (query.page - 1) * query.per
    numbers = base.kept(
        f"SELECT n FROM events WHERE {where} ORDER BY {order} LIMIT {query.per:d} OFFSET {offset:d}", _fixed(values)
    )
    chosen = [row["n"] for row in numbers]
    found = base.rows(f"SELECT {_SHOWN} FROM events WHERE n IN (SELECT unnest(?::INTEGER[]))", [chosen])
    place = {n: position for position, n in enumerate(chosen)}
    return sorted(found, key=lambda row: place[row["n"]])


def facets_of(base: Base, query: Query, state: State) -> tuple[int, list[Facet]]:
    """Return the number of events and the counts beside every filter.

    The counts of a filter that is in use leave it out: they say what choosing another value would add.
    """
    own = [name for name in _FACETS if query.values(name)]
    counted = _counted(base, query, [name for name in _FACETS if name not in own])
    for name in own:
        counted[name] = _counted(base, query, [name], but=name)[name]
    facets = [_facet(name, _FACETS[name][0], counted[name], query) for name in _FACETS]
    total = counted["total"][0]["n"]
    return total, [facet for facet in [*facets, _reviews(query, state)] if facet.values]


def _counted(base: Base, query: Query, names: list[str], *, but: str = "") -> dict[str, list[Row]]:
    where, values = query.where(but=but)
    parts = [
        f"(SELECT '{name}' AS facet, * FROM ({_FACETS[name][1]}) ORDER BY n DESC, value LIMIT 40)" for name in names
    ]
    parts.append("(SELECT 'total', '', count(*) FROM hits)")
    sql = (
        "WITH hits AS MATERIALIZED (SELECT n, type, quad_class, status, place_country "
        f"FROM events WHERE {where}) {' UNION ALL '.join(parts)}"
    )
    found: dict[str, list[Row]] = {name: [] for name in [*names, "total"]}
    for row in base.kept(sql, _fixed(values)):
        found[row["facet"]].append(row)
    return found


def _fixed(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)


def _facet(name: str, heading: str, rows: list[Row], query: Query) -> Facet:
    chosen = query.values(name)
    counts = {row["value"]: row["n"] for row in sorted(rows, key=lambda row: (-row["n"], str(row["value"])))}
    kept = list(dict.fromkeys([*chosen, *list(counts)[: max(_ROWS, 16 if name == "type" else 0)]]))
    return Facet(
        name,
        heading,
        tuple(
            FacetValue(value, counts.get(value, 0), value in chosen, query.toggled(name, value).address("/events"))
            for value in kept
        ),
    )


_REVIEWS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "disputed": "disputed"}


def _reviews(query: Query, state: State) -> Facet:
    counts: dict[str, int] = {}
    for verdict in state.verdicts().values():
        counts[verdict.kind] = counts.get(verdict.kind, 0) + 1
    values = tuple(
        FacetValue(kind, counts[kind], query.review == kind, query.toggled("review", kind).address("/events"))
        for kind in _REVIEWS
        if kind in counts
    )
    return Facet("review", "Review (whole run)", values)


def with_reviews(query: Query, state: State) -> Query:
    """Fill in the events that a question about reviews means."""
    if not query.review:
        return query
    verdicts = state.verdicts()
    kinds: Mapping[str, tuple[str, ...]] = {"any": tuple(_REVIEWS), "none": tuple(_REVIEWS)}
    wanted = kinds.get(query.review, (query.review,))
    return replace(query, reviewed=tuple(sorted(e for e, v in verdicts.items() if v.kind in wanted)))


def _chips(query: Query) -> list[tuple[str, str, str]]:
    """Return what is chosen: in words, its value, and the address without it."""
    chips = [(FIELDS[n].says, v, query.toggled(n, v).address("/events")) for n, v in query.chosen]
    if query.review:
        chips.append(("review", query.review, query.toggled("review", query.review).address("/events")))
    return chips
