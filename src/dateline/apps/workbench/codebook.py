"""The frame behind a code: what it looks for, what it must fire on and what it must leave alone."""

from __future__ import annotations

from functools import lru_cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from dateline.apps.workbench.site import Site, link
from dateline.knowledge.frames import Frame, FrameLexicon


@lru_cache(maxsize=1)
def _frames() -> dict[str, Frame]:
    return {frame.id: frame for frame in FrameLexicon.load().frames}


def frame_page(request: Request, site: Site) -> Response:
    """Show a frame of the lexicon that ships with this version, and how often it decided in this run."""
    name = request.query_params.get("id", "")
    frame = _frames().get(name)
    used = site.base.rows("SELECT count(*) AS n FROM events WHERE decided_by = ?", [f"frame {name}"])[0]["n"]
    if frame is None and not used:
        raise HTTPException(404, "There is no such frame in the lexicon, and none decided in this run.")
    return site.page(
        request,
        "frame.html",
        title=f"Frame {name}",
        frame=frame,
        used=used,
        events=link("/events", frame=f"frame {name}"),
    )
