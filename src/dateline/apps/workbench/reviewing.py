"""Takes reviews from the pages and keeps them in the log."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dateline.apps.review import REVIEWED, check_values, draw, machine_values
from dateline.apps.review.log import Entry, check_coder
from dateline.apps.review.plans import Candidate, Plan
from dateline.apps.review.values import swapped
from dateline.apps.workbench.base import Row
from dateline.apps.workbench.site import Site, link
from dateline.model import EventType, UsageError

_LONGEST_NOTE = 1_000
_YEAR = 365 * 24 * 3600
_SAID = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "skip": "skipped", "undo": "undone"}


def judge(form: FormData, request: Request, site: Site) -> Response:
    """Keep what a coder says of one event and lead to the next."""
    action = text_of(form, "action")
    coder = site.coder_of(request)
    if action == "undo":
        return _undo(form, coder, site)
    if action == "swap":
        action = "correct"
    if action not in {"accept", "reject", "correct", "skip"}:
        raise HTTPException(400, "There is no such action.")
    event = _event(site, text_of(form, "event"))
    machine = machine_values(event)
    human = _human(form, machine) if action == "correct" else {}
    if action == "correct" and not human:
        raise UsageError("nothing was changed; accept the event, or change a value")
    entry = site.log.append(
        Entry(
            coder=coder,
            action=action,
            event_id=event["event_id"],
            story_id=event["story_id"],
            machine=machine,
            human=human,
            note=note_of(form),
            run=version_of(site),
        )
    )
    return _onward(site, entry, plan=text_of(form, "plan"), coder=coder)


def add(form: FormData, request: Request, site: Site) -> Response:
    """Keep an event that the machine missed, at the words that were marked."""
    story = site.base.first("SELECT story_id, text FROM stories WHERE story_id = ?", [text_of(form, "story")])
    if story is None:
        raise HTTPException(404, "There is no such story in this run.")
    start, end = marked(form, story["text"])
    blank = dict.fromkeys(REVIEWED, "")
    human = check_values({name: text_of(form, name) for name in REVIEWED if name in form}, machine=blank)
    if human.get("type") not in tuple(EventType):
        raise UsageError("type: choose the type of the event that was missed")
    coder = site.coder_of(request)
    words = story["text"][start:end]
    name = f"{story['story_id']}|{start}|{end}|{human['type']}|{coder}"
    event_id = "added-" + hashlib.sha256(name.encode()).hexdigest()[:16]
    entry = Entry(
        coder=coder,
        action="add",
        event_id=event_id,
        story_id=story["story_id"],
        human={**human, "start": start, "end": end, "text": words},
        note=note_of(form),
        run=version_of(site),
    )
    site.log.append(entry)
    return lead_to(link("/story", id=story["story_id"], span=f"{start}-{end}", done="added") + "#added")


def adjudicate(form: FormData, request: Request, site: Site) -> Response:
    """Settle an event on which coders differ: one coder's verdict becomes the one that stands."""
    event = _event(site, text_of(form, "event"))
    verdict = text_of(form, "verdict")
    machine = machine_values(event)
    chosen = site.state().judged.get(event["event_id"], {}).get(text_of(form, "as"))
    if chosen is not None:
        verdict, human = chosen.action, dict(chosen.human)
    elif verdict in {"accept", "reject"}:
        human = {}
    else:
        raise UsageError("choose whose verdict is to stand, or accept or reject")
    site.log.append(
        Entry(
            coder=site.coder_of(request),
            action="adjudicate",
            event_id=event["event_id"],
            story_id=event["story_id"],
            machine=machine,
            human={**human, "verdict": verdict},
            note=note_of(form),
            run=version_of(site),
        )
    )
    return lead_to("/review/adjudicate?done=settled")


def plan(form: FormData, request: Request, site: Site) -> Response:
    """Draw a sampling plan and lead to its first event."""
    size, seed = text_of(form, "size"), text_of(form, "seed") or "1"
    if not size.isdigit() or not seed.isdigit():
        raise UsageError("size and seed are whole numbers")
    rows = site.base.rows("SELECT event_id, type::VARCHAR AS type, confidence FROM events ORDER BY n")
    candidates = [Candidate(row["event_id"], row["type"], row["confidence"]) for row in rows]
    drawn = draw(
        candidates,
        name=text_of(form, "name"),
        coder=site.coder_of(request),
        kind=text_of(form, "kind"),
        size=int(size),
        seed=int(seed[:12]),
    )
    site.log.save_plan(drawn)
    return lead_to(link("/review/next", plan=drawn.name))


def next_of_plan(request: Request, site: Site) -> Response:
    """Lead to the first event of a plan that the coder has not judged."""
    name = request.query_params.get("plan", "")
    address = _next_in_plan(site, _plan(site, name), site.coder_of(request))
    return lead_to(address or link("/review", done="plan finished"))


def set_coder(form: FormData, request: Request, site: Site) -> Response:
    """Remember under which name this browser reviews."""
    del request, site
    name = check_coder(text_of(form, "coder"))
    answer = lead_to(_own(text_of(form, "back")))
    answer.set_cookie("coder", quote(name), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def marked(form: Mapping[str, Any], text: str) -> tuple[int, int]:
    """Return the characters that were marked: by offsets, else by words that stand once in the text.

    Raises:
        UsageError: The words do not stand in the text, or several times.
    """
    words = str(form.get("words", "")).strip()
    start, end = str(form.get("start", "")), str(form.get("end", ""))
    if start.isdigit() and end.isdigit() and int(start) < int(end) <= len(text):
        found = text[int(start) : int(end)]
        if not words or " ".join(found.split()) == " ".join(words.split()):
            return int(start), int(end)
    if not words:
        raise UsageError("words: mark the words of the event in the story, or type them as they stand there")
    if text.count(words) != 1:
        how = "do not stand in the story" if words not in text else f"stand in the story {text.count(words)} times"
        raise UsageError(f"words: {words[:80]!r} {how}; mark them in the text, or give more of the sentence")
    return text.index(words), text.index(words) + len(words)


def _undo(form: FormData, coder: str, site: Site) -> Response:
    undone = site.log.undo(coder)
    plan = text_of(form, "plan")
    if undone is None:
        return lead_to(_with(_own(text_of(form, "back")), done="nothing to undo"))
    if undone.event_id.startswith("added-"):
        return lead_to(link("/story", id=undone.story_id, plan=plan, done="undone"))
    if undone.undoes in {entry.seq for entry in site.log.entries() if entry.about_tie}:
        return lead_to(link("/story", id=undone.story_id, plan=plan, done="undone") + "#ties")
    return lead_to(link("/story", id=undone.story_id, event=undone.event_id, plan=plan, done="undone") + "#now")


def _onward(site: Site, entry: Entry, *, plan: str, coder: str) -> Response:
    said = _SAID[entry.action]
    if plan:
        address = _next_in_plan(site, _plan(site, plan), coder, after=entry.event_id)
        return lead_to(_with(address, done=said) if address else link("/review", done="plan finished"))
    rows = site.base.rows("SELECT event_id FROM events WHERE story_id = ? ORDER BY n", [entry.story_id])
    ids = [row["event_id"] for row in rows]
    done = site.state().done_by(coder)
    here = ids.index(entry.event_id)
    following = next((e for e in [*ids[here + 1 :], *ids[:here]] if e not in done), entry.event_id)
    return lead_to(link("/story", id=entry.story_id, event=following, done=said) + "#now")


def _next_in_plan(site: Site, plan: Plan, coder: str, *, after: str = "") -> str | None:
    done = site.state().done_by(coder) | {after}
    for event_id in plan.events:
        found = (
            None if event_id in done else site.base.first("SELECT story_id FROM events WHERE event_id = ?", [event_id])
        )
        if found:
            return link("/story", id=found["story_id"], event=event_id, plan=plan.name) + "#now"
    return None


def _plan(site: Site, name: str) -> Plan:
    found = next((p for p in site.log.plans() if p.name == name), None)
    if found is None:
        raise HTTPException(404, "There is no such sampling plan.")
    return found


def _human(form: FormData, machine: dict[str, str]) -> dict[str, str]:
    given = {name: text_of(form, name) for name in REVIEWED if name in form}
    if text_of(form, "action") == "swap":
        given = swapped({**machine, **given})
    return check_values(given, machine=machine)


def _event(site: Site, event_id: str) -> Row:
    found = site.base.first(
        "SELECT * REPLACE (type::VARCHAR AS type, status::VARCHAR AS status) FROM events WHERE event_id = ?", [event_id]
    )
    if found is None:
        raise HTTPException(404, "There is no such event in this run.")
    return found


def note_of(form: FormData) -> str:
    """Return the note of a form, cut where it is too long."""
    return text_of(form, "note")[:_LONGEST_NOTE]


def text_of(form: FormData, name: str) -> str:
    """Return a field of a form without spaces around it; empty where it is missing."""
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def version_of(site: Site) -> str:
    """Return the version of Dateline that coded the run."""
    return str(site.base.run.manifest["version"])


def _own(address: str) -> str:
    """Return an address of this site; anything that could lead elsewhere becomes the start page."""
    safe = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if safe and address.isprintable() else "/"


def _with(address: str, **parameters: str) -> str:
    path, mark, fragment = address.partition("#")
    more = link("", **parameters)
    return path + (more.replace("?", "&") if "?" in path else more) + mark + fragment


def lead_to(address: str) -> RedirectResponse:
    """Return an answer that leads on after a form."""
    return RedirectResponse(address, 303)
