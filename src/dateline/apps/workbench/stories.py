"""The list of stories, and one story with its evidence, the reasons for every code, and the review of it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dateline.apps.review import REVIEWED, State, Verdict, machine_values
from dateline.apps.review.log import Entry
from dateline.apps.workbench import ties
from dateline.apps.workbench.base import Base, Row
from dateline.apps.workbench.listing import Listing
from dateline.apps.workbench.marking import KINDS, Piece, paragraphs, pieces
from dateline.apps.workbench.paging import Paging
from dateline.apps.workbench.site import Site, link
from dateline.apps.workbench.why import Opinion, opinions

_LIST = (
    "SELECT story_id, day, headline, agency, publisher, dateline_place, events, statements, ties, dup_kind, status "
    "FROM {stories} WHERE {where} ORDER BY day DESC NULLS LAST, {last}"
)
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One event as the page of its story shows it.

    Attributes:
        number: Its number in the story, from 1.
        parties: Rows of `event_actors`.
        evidence: Rows of `evidence`.
        machine: What the form starts from.
        values: What stands after review (the machine's values when nobody corrected).
        mine: What the present coder said of it, or None.
        inside: Number of the event that promises or demands this one.
    """

    number: int
    event: Row
    parties: list[Row]
    evidence: list[Row]
    opinions: list[Opinion]
    verdict: Verdict
    machine: dict[str, str]
    values: dict[str, str]
    mine: Entry | None
    inside: int | None

    @property
    def changed(self) -> list[tuple[str, str, str]]:
        """What was corrected: label, the machine's value, the human's."""
        return [
            (label, self.machine[name], self.values[name])
            for name, label in REVIEWED.items()
            if self.values[name] != self.machine[name]
        ]


def stories_page(request: Request, site: Site) -> Response:
    """Show the stories, newest first; `q` keeps those whose headline, id or file holds the words."""
    listing = stories_listing(request)
    paging = Paging.read(request)
    total = site.base.kept(f"SELECT count(*) AS n FROM ({listing.sql})", listing.values)[0]["n"]
    return site.page(
        request,
        "stories.html",
        title="Stories",
        listing=listing,
        rows=listing.page(site.base, page=paging.page, per=paging.per),
        total=total,
        paging=paging.of(total),
        q=request.query_params.get("q", ""),
        only=request.query_params.get("only", ""),
    )


def stories_listing(request: Request) -> Listing:
    """Return the table of stories that an address asks for."""
    words = request.query_params.get("q", "").strip().lower()
    parts, values = [], []
    if words:
        parts.append("(contains(lower(headline), ?) OR contains(lower(story_id), ?) OR contains(lower(origin), ?))")
        values = [words] * 3
    if request.query_params.get("only") == "empty":
        parts.append("events = 0")
    where = " AND ".join(parts) or "true"
    return Listing(
        name="stories",
        sql=_LIST.format(stories="stories", where=where, last="s"),
        values=tuple(values),
        portable=_LIST.format(stories="stories", where=where, last="story_id"),
        portable_values=tuple(values),
    )


def event_permalink(request: Request, site: Site) -> Response:
    """Lead from the lasting address of an event to it in its story."""
    event_id = request.path_params["event_id"]
    found = site.base.first("SELECT story_id FROM events WHERE event_id = ?", [event_id])
    if found is None:
        raise HTTPException(404, "There is no such event in this run.")
    return RedirectResponse(link("/story", id=found["story_id"], event=event_id) + "#now", 303)


def story_page(request: Request, site: Site) -> Response:
    """Show a story; `event` chooses the event whose evidence stands out, `span` marks characters."""
    story = _story(request, site.base)
    state, coder = site.state(), site.coder_of(request)
    cards = cards_of(site.base, story["s"], state, coder)
    wanted = request.query_params.get("event", "")
    current = next((c for c in cards if c.event["event_id"] == wanted), cards[0] if cards else None)
    shown = [current] if current and wanted else cards
    span = _span(request, len(story["text"]))
    plan = request.query_params.get("plan", "")
    return site.page(
        request,
        "story.html",
        title=story["headline"] or f"Story {story['story_id']}",
        story=story,
        blocks=_blocks(story, shown, span),
        cards=cards,
        current=current,
        chosen=bool(wanted),
        neighbours=_neighbours(cards, current),
        statements=site.base.rows("SELECT * FROM statements WHERE s = ? ORDER BY start", [story["s"]]),
        ties=ties.cards(site.base.rows("SELECT * FROM ties WHERE s = ? ORDER BY start", [story["s"]]), state),
        tie_kinds=ties.kinds(),
        copies=_copies(site.base, story),
        added=[entry for entry in state.added if entry.story_id == story["story_id"]],
        kinds=KINDS,
        reviewed=REVIEWED,
        plan=plan,
        progress=_progress(site, plan, coder),
        span_start=span[0] if span else -1,
        missed_start=f"{span[0]}" if span else "",
        missed_end=f"{span[1]}" if span else "",
        missed_words=story["text"][span[0] : span[1]] if span else "",
    )


def story_json(request: Request, site: Site) -> Response:
    """Return everything that the run holds of a story."""
    story = _story(request, site.base)
    number = story.pop("s")
    base = site.base
    parts = {
        "events": base.rows("SELECT * EXCLUDE (n, s) FROM events WHERE s = ? ORDER BY n", [number]),
        "event_actors": base.rows(
            "SELECT * EXCLUDE (n, s) FROM parties WHERE s = ? ORDER BY n, side, position", [number]
        ),
        "evidence": base.rows("SELECT * EXCLUDE (s) FROM evidence WHERE s = ? ORDER BY record_id, position", [number]),
        "statements": base.rows("SELECT * EXCLUDE (s) FROM statements WHERE s = ? ORDER BY start", [number]),
        "ties": base.rows("SELECT * EXCLUDE (s) FROM ties WHERE s = ? ORDER BY start", [number]),
    }
    plain = {name: [{k: _plain(v) for k, v in row.items()} for row in rows] for name, rows in parts.items()}
    return JSONResponse({"story": {k: _plain(v) for k, v in story.items()}, **plain})


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _story(request: Request, base: Base) -> Row:
    story_id = request.query_params.get("id", "")
    found = base.first("SELECT * FROM stories WHERE story_id = ?", [story_id])
    if found is None:
        raise HTTPException(404, "There is no such story in this run.")
    return found


def cards_of(base: Base, number: int, state: State, coder: str) -> list[Card]:
    """Return the events of a story, by its number, with all that explains them."""
    events = base.rows(
        "SELECT * REPLACE (type::VARCHAR AS type, status::VARCHAR AS status, quad_class::VARCHAR AS quad_class) "
        "FROM events WHERE s = ? ORDER BY n",
        [number],
    )
    parties = _grouped(base.rows("SELECT * FROM parties WHERE s = ? ORDER BY n, side, position", [number]), "event_id")
    evidence = _grouped(base.rows("SELECT * FROM evidence WHERE s = ? ORDER BY position", [number]), "record_id")
    numbers = {event["event_id"]: position for position, event in enumerate(events, start=1)}
    return [_card(event, numbers, parties, evidence, state, coder) for event in events]


def _card(
    event: Row,
    numbers: dict[str, int],
    parties: dict[str, list[Row]],
    evidence: dict[str, list[Row]],
    state: State,
    coder: str,
) -> Card:
    event_id = event["event_id"]
    verdict = state.verdict(event_id)
    machine = machine_values(event)
    return Card(
        number=numbers[event_id],
        event=event,
        parties=parties.get(event_id, []),
        evidence=evidence.get(event_id, []),
        opinions=opinions(event["why"]),
        verdict=verdict,
        machine=machine,
        values={**machine, **{k: str(v) for k, v in verdict.human.items() if k in machine}},
        mine=state.judged.get(event_id, {}).get(coder),
        inside=numbers.get(event["content_of"] or ""),
    )


def _grouped(rows: list[Row], key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _blocks(story: Row, shown: list[Card], span: tuple[int, int] | None) -> list[tuple[str, list[Piece]]]:
    rows = [row for card in shown for row in card.evidence]
    numbers = {card.event["event_id"]: card.number for card in shown}
    return [
        (kind, pieces(story["text"], rows, numbers=numbers, link=span, whole=(start, end)))
        for kind, start, end in paragraphs(story["text"], story["segments"])
    ]


def _span(request: Request, length: int) -> tuple[int, int] | None:
    match = _SPAN.fullmatch(request.query_params.get("span", ""))
    if not match:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end <= length else None


def _neighbours(cards: list[Card], current: Card | None) -> tuple[str, str]:
    """Return the ids of the events before and after the current one, empty at the ends."""
    if current is None:
        return "", ""
    before = cards[current.number - 2].event["event_id"] if current.number > 1 else ""
    after = cards[current.number].event["event_id"] if current.number < len(cards) else ""
    return before, after


def _copies(base: Base, story: Row) -> list[Row]:
    if not story["dup_group"]:
        return []
    return base.rows(
        "SELECT story_id, headline, agency, day, dup_kind FROM stories "
        "WHERE dup_group = ? AND s <> ? ORDER BY s LIMIT 20",
        [story["dup_group"], story["s"]],
    )


def _progress(site: Site, name: str, coder: str) -> tuple[int, int] | None:
    plan = next((p for p in site.log.plans() if p.name == name), None) if name else None
    return (len(site.state().done_by(coder) & set(plan.events)), len(plan.events)) if plan else None
