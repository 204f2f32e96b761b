"""One question for a page of events: how many there are, which stand on the page, and the counts beside each filter."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.apps.review import State
from dateline.apps.workbench.base import Base, Row
from dateline.apps.workbench.fields import order_by
from dateline.apps.workbench.query import Query, fixed

_MOST = 14
_TYPES = 16
REVIEWS = ("accept", "reject", "correct", "disputed")
# Facet: heading, column of events, and whether that column is a list parted by semicolons.
_FACETS = {
    "type": ("Type", "type", False),
    "quad": ("Quad class", "quad_class", False),
    "status": ("Status", "status", False),
    "actor": ("Actor's country", "actor_country", True),
    "recipient": ("Recipient's country", "recipient_country", True),
    "place": ("Country of the place", "place_country", False),
    "context": ("Context", "contexts", True),
}
_HIT_COLUMNS = "n, date_begin, confidence, plover_score, " + ", ".join(column for _, column, _ in _FACETS.values())


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


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a question: number of events, numbers of those on the page in order, and facets."""

    total: int
    numbers: tuple[int, ...]
    facets: tuple[Facet, ...]


def found_by(base: Base, query: Query, state: State) -> Found:
    """Answer a question.

    The counts of a filter that is in use leave it out: they say what choosing another value would add.
    """
    own = [name for name in _FACETS if query.values(name)]
    counted = _hits(base, query, [name for name in _FACETS if name not in own])
    for name in own:
        counted[name] = _counts(base, query, name)
    facets = (*(_facet(name, counted[name], query) for name in _FACETS), _reviews(query, state))
    return Found(
        total=counted["total"][0]["n"],
        numbers=tuple(row["n"] for row in counted["row"]),
        facets=tuple(facet for facet in facets if facet.values),
    )


def _hits(base: Base, query: Query, names: list[str]) -> dict[str, list[Row]]:
    """Return rows of the page, their total and the counts of facets from one pass over the hits."""
    where, values = query.where()
    found: dict[str, list[Row]] = {name: [] for name in [*_FACETS, "total", "row"]}
    offset = (query.page - 1) * query.per
    page = (
        f"SELECT n FROM {'events' if where == 'true' else 'hits'} ORDER BY {order_by(query.sort)} "
        f"LIMIT {query.per:d} OFFSET {offset:d}"
    )
    parts = [f"(SELECT 'row' AS facet, '' AS value, n FROM ({page}))"]
    if where == "true":
        sql = f"SELECT * FROM facet_counts UNION ALL {parts[0]}"
    else:
        parts += ["(SELECT 'total', '', count(*) FROM hits)", *(_count(name) for name in names)]
        sql = f"WITH hits AS MATERIALIZED (SELECT {_HIT_COLUMNS} FROM events WHERE {where}) {' UNION ALL '.join(parts)}"
    for row in base.kept(sql, fixed(values)):
        found[row["facet"]].append(row)
    return found


def _counts(base: Base, query: Query, name: str) -> list[Row]:
    where, values = query.where(but=name)
    if where == "true":
        return base.kept("SELECT * FROM facet_counts WHERE facet = ?", (name,))
    column = _FACETS[name][1]
    return base.kept(f"WITH hits AS (SELECT {column} FROM events WHERE {where}) {_count(name)}", fixed(values))


def _count(name: str) -> str:
    _, column, many = _FACETS[name]
    grouped = f"SELECT {column}::VARCHAR AS value, count(*) AS n FROM hits GROUP BY {column}"
    if many:
        grouped = (
            f"SELECT value, sum(n)::BIGINT AS n FROM (SELECT unnest(string_split(value, ';')) AS value, n "
            f"FROM ({grouped})) GROUP BY value"
        )
    return (
        f"(SELECT '{name}' AS facet, value, n FROM ({grouped}) WHERE value IS NOT NULL AND value <> '' "
        "ORDER BY n DESC, value LIMIT 40)"
    )


def _facet(name: str, rows: list[Row], query: Query) -> Facet:
    chosen = query.values(name)
    counts = {row["value"]: row["n"] for row in sorted(rows, key=lambda row: (-row["n"], str(row["value"])))}
    kept = list(dict.fromkeys([*chosen, *list(counts)[: _TYPES if name == "type" else _MOST]]))
    return Facet(
        name,
        _FACETS[name][0],
        tuple(
            FacetValue(value, counts.get(value, 0), value in chosen, query.toggled(name, value).address("/events"))
            for value in kept
        ),
    )


def _reviews(query: Query, state: State) -> Facet:
    counts: dict[str, int] = {}
    for verdict in state.verdicts().values():
        counts[verdict.kind] = counts.get(verdict.kind, 0) + 1
    values = tuple(
        FacetValue(kind, counts[kind], query.review == kind, query.toggled("review", kind).address("/events"))
        for kind in REVIEWS
        if kind in counts
    )
    return Facet("review", "Review (whole run)", values)
