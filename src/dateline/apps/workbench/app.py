"""Routes of the workbench."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import resources
from pathlib import Path

import anyio.to_thread
from starlette.applications import Starlette
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dateline.apps import charts
from dateline.apps.workbench import (
    actors,
    codebook,
    dyads,
    events,
    incidents,
    overview,
    places,
    reviewing,
    reviews,
    standing,
    stories,
    ties,
)
from dateline.apps.workbench.listing import FORMATS, Listing, download
from dateline.apps.workbench.query import Query
from dateline.apps.workbench.security import LOCAL, Guard
from dateline.apps.workbench.site import Site
from dateline.model import StoreError, UsageError

Page = Callable[[Request, Site], Response]
Taker = Callable[[FormData, Request, Site], Response]
Lister = Callable[[Request, Site], Listing]


def _events_listing(request: Request, site: Site) -> Listing:
    query = Query.read(events.items_of(request))
    return events.events_listing(events.with_reviews(query, site.state()))


PAGES: Mapping[str, Page] = {
    "/": overview.overview_page,
    "/events": events.events_page,
    "/stories": stories.stories_page,
    "/story": stories.story_page,
    "/story.json": stories.story_json,
    "/event/{event_id}": stories.event_permalink,
    "/dyads": dyads.dyads_page,
    "/dyad": dyads.dyad_page,
    "/actors": actors.actors_page,
    "/actor": actors.actor_page,
    "/places": places.places_page,
    "/place": places.place_page,
    "/incidents": incidents.incidents_page,
    "/incident": incidents.incident_page,
    "/ties": standing.ties_page,
    "/commitments": standing.commitments_page,
    "/frame": codebook.frame_page,
    "/review": reviews.review_page,
    "/review/adjudicate": reviews.adjudicate_page,
    "/review/next": reviewing.next_of_plan,
}
LISTINGS: Mapping[str, Lister] = {
    "events": _events_listing,
    "stories": lambda request, _: stories.stories_listing(request),
    "dyads": lambda request, _: dyads.dyads_listing(request),
    "actors": lambda request, _: actors.actors_listing(request),
    "places": lambda request, _: places.places_listing(request),
    "incidents": lambda request, _: incidents.incidents_listing(request),
    "ties": standing.ties_listing,
    "commitments": standing.commitments_listing,
}
TAKERS: Mapping[str, Taker] = {
    "/review/judge": reviewing.judge,
    "/review/tie": ties.judge,
    "/review/add": reviewing.add,
    "/review/adjudicate": reviewing.adjudicate,
    "/review/plan": reviewing.plan,
    "/coder": reviewing.set_coder,
}


def make_app(site: Site, *, hosts: Iterable[str] = LOCAL) -> Starlette:
    """Return the workbench of one run as an ASGI application.

    Args:
        site: The run, the reviewer and the log.
        hosts: Names, without port, that requests may be addressed to.
    """
    return Starlette(
        routes=list(_routes(site)),
        middleware=[Middleware(Guard, hosts=tuple(hosts))],
        exception_handlers={
            HTTPException: lambda request, error: _wrong(site, request, error.status_code, error.detail),
            UsageError: lambda request, error: _wrong(site, request, 400, str(error)),
            StoreError: lambda request, error: _wrong(site, request, 500, str(error)),
        },
    )


def _routes(site: Site) -> Iterable[BaseRoute]:
    for path, page in PAGES.items():
        yield Route(path, _shown(page, site), methods=["GET"])
    for name, lister in LISTINGS.items():
        for to in FORMATS:
            yield Route(f"/{name}.{to}", _downloaded(lister, to, site), methods=["GET"])
    for path, taker in TAKERS.items():
        yield Route(path, _taken(taker, site), methods=["POST"])
    yield Route("/static/charts.css", lambda _: Response(charts.css(), media_type="text/css"), methods=["GET"])
    yield Mount("/static", StaticFiles(directory=_static()))


def _static() -> Path:
    return Path(str(resources.files("dateline.apps.workbench").joinpath("static")))


def _shown(page: Page, site: Site) -> Callable[[Request], Response]:
    return lambda request: page(request, site)


def _downloaded(lister: Lister, to: str, site: Site) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        excel = request.query_params.get("excel") == "yes"
        return download(site.base, lister(request, site), to, excel=excel)

    return answer


def _taken(taker: Taker, site: Site) -> Callable[[Request], Response]:
    async def answer(request: Request) -> Response:
        if site.read_only and request.url.path != "/coder":
            raise HTTPException(403, "This workbench was started to read only; it takes no reviews.")
        async with request.form(max_files=0, max_fields=60) as form:
            return await anyio.to_thread.run_sync(taker, form, request, site)

    return answer  # type: ignore[return-value]


def _wrong(site: Site, request: Request, status: int, words: str) -> Response:
    return site.page(request, "wrong.html", title=f"Error {status}", status=status, words=words)
