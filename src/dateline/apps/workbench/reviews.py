"""The pages about reviewing: plans and progress, figures so far, agreement, and disputes to settle."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from dateline.apps.evaluation.reviewed import precision
from dateline.apps.review import KINDS, REVIEWED, agreement
from dateline.apps.workbench.site import Site

_ROWS = 30


def review_page(request: Request, site: Site) -> Response:
    """Show where reviewing stands."""
    state, log = site.state(), site.log
    plans = log.plans()
    coders = list(dict.fromkeys([site.coder_of(request), *state.coders()]))
    totals = {
        r["type"]: r["n"]
        for r in site.base.kept("SELECT type::VARCHAR AS type, count(*) AS n FROM events GROUP BY ALL")
    }
    done = {coder: state.done_by(coder) for coder in coders}
    return site.page(
        request,
        "review.html",
        title="Review",
        plans=plans,
        coders=coders,
        progress={(p.name, c): len(done[c] & set(p.events)) for p in plans for c in coders},
        kinds=KINDS,
        found=precision(state, totals),
        agreement=agreement(state),
        disputed=len(state.disputed()),
        last=list(reversed(log.entries()[-_ROWS:])),
        undone={entry.undoes for entry in log.entries() if entry.undoes},
        suggestion=f"sample-{len(plans) + 1}",
        log_file=log.path.name,
    )


def adjudicate_page(request: Request, site: Site) -> Response:
    """Show the events on which coders differ, each coder's verdict beside the other."""
    state = site.state()
    ids = list(state.disputed())[:_ROWS]
    events = site.base.rows(
        "SELECT event_id, story_id, type::VARCHAR AS type, modes, quad_class::VARCHAR AS quad_class, text "
        "FROM events WHERE event_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY n",
        [ids],
    )
    return site.page(
        request,
        "adjudicate.html",
        title="Disputed events",
        total=len(state.disputed()),
        disputes=[(event, state.judged[event["event_id"]]) for event in events],
        reviewed=REVIEWED,
    )
