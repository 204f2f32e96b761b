"""The first page: what the run covers, who is in it, and where it is weak."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.apps import charts
from dateline.apps.workbench.base import Base
from dateline.apps.workbench.drawing import quick_timeline, quick_types
from dateline.apps.workbench.periods import counted
from dateline.apps.workbench.site import Site, link

HEATMAP_WIDTH = 560


def overview_page(request: Request, site: Site) -> Response:
    """Show the run at a glance."""
    base = site.base
    types, periods, unit = counted(base, "true")
    return site.page(
        request,
        "overview.html",
        title="Overview",
        tiles=_tiles(site),
        timeline=quick_timeline(charts.timeline(periods, unit=unit), unit=unit, events=sum(r["n"] for r in types)),
        types=quick_types(charts.by_type([{**row, "href": link("/events", type=row["type"])} for row in types])),
        heatmap=heatmap(base),
        dyads=base.kept("SELECT * FROM dyads ORDER BY events DESC, first, second LIMIT 15"),
        cast=base.kept("SELECT * FROM cast_of ORDER BY events DESC, name LIMIT 15"),
        quality=_quality(site),
        rejected=base.kept("SELECT reason, count(*) AS n FROM rejected GROUP BY ALL ORDER BY n DESC LIMIT 10"),
        manifest=base.run.manifest,
    )


def warm_up(site: Site) -> None:
    """Ask and draw what the first page shows, so that its first reader does not wait."""
    counted(site.base, "true")
    heatmap(site.base).figure_html(theme="auto", width=HEATMAP_WIDTH, scope="pairs")


def heatmap(base: Base) -> charts.Chart:
    """Return who acts on whom among the countries that do most."""
    rows = base.kept(
        "SELECT actor, recipient, events AS n, score FROM directed ORDER BY events DESC, actor, recipient LIMIT 120"
    )
    return charts.dyad_heatmap(
        [{**row, "href": link("/events", actor=row["actor"], recipient=row["recipient"])} for row in rows], most=12
    )


def _tiles(site: Site) -> list[tuple[str, int, str]]:
    counts = site.base.kept(
        "SELECT (SELECT count(*) FROM stories) AS stories, (SELECT count(*) FROM events) AS events, "
        "(SELECT count(*) FROM statements) AS statements, (SELECT count(*) FROM ties) AS ties, "
        "(SELECT count(*) FROM commitments) AS commitments, (SELECT count(*) FROM incidents) AS incidents"
    )[0]
    addresses = {name: f"/{name}" for name in ("stories", "events", "ties", "commitments", "incidents")}
    tiles = [(name, n, addresses.get(name, "")) for name, n in counts.items() if n or name in {"stories", "events"}]
    return [*tiles, ("reviewed", len(site.state().verdicts()), "/review")]


def _quality(site: Site) -> list[tuple[str, int, int, str]]:
    """Return what to be careful about: in words, how many, of how many, and where to see them."""
    row = site.base.kept("SELECT * FROM quality")[0]
    stories = site.base.kept(
        "SELECT count(*) AS n, count(*) FILTER (events = 0) AS empty, "
        "count(*) FILTER (dup_kind <> 'original') AS copies, count(*) FILTER (day IS NULL) AS undated FROM stories"
    )[0]
    total, n = row["events"], stories["n"]
    return [
        ("events whose date the text does not give", row["undated"], total, "/events?dated=unknown"),
        ("events without an actor", row["no_actor"], total, ""),
        ("events whose actor has no country", row["no_actor_country"], total, ""),
        ("events with a confidence below 0.6", row["doubtful"], total, "/events?max=0.6&sort=confidence"),
        ("events at a place that no gazetteer record was found for", row["place_unfound"], total, ""),
        ("stories in which no event was found", stories["empty"], n, "/stories?only=empty"),
        ("stories that repeat another", stories["copies"], n, ""),
        ("stories without a day", stories["undated"], n, ""),
    ]
