"""A small run made by hand, with a hostile story in it, and the workbench over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dateline.apps.workbench.app import make_app
from dateline.apps.workbench.base import Base
from dateline.apps.workbench.site import Site
from dateline.store import FORMAT, Rows, Run, commit, write_tables

HOST = "http://127.0.0.1:8765"
EVIL = '<script>document.title="owned"</script><img src=x onerror=alert(1)>'
TEXTS = {
    "fish": "Norway signs pact\n\nOSLO, May 6 (NTB) - Norway and Chile signed a pact on fish in Bergen on Monday.",
    "envoys": "Peru expelled two Bolivian envoys on Monday 🐟. Bolivia will “never” accept it, its minister said.",
    "evil": f"{EVIL} Chile warned Peru on Tuesday.\u202e",
}


def _event(event_id: str, story: str, words: str, **more: Any) -> dict[str, Any]:
    start = TEXTS[story].index(words)
    row = {
        "event_id": event_id,
        "story_id": story,
        "date": "2019-05-06",
        "date_begin": date(2019, 5, 6),
        "date_end": date(2019, 5, 6),
        "date_precision": "day",
        "date_reason": "weekday on or before the story's day",
        "modes": "",
        "contexts": "economic;diplomatic",
        "cameo": "057",
        "plover_score": 5.0,
        "goldstein": 8.0,
        "status": "happened",
        "confidence": 0.9,
        "mentions": 1,
        "trigger": words.split()[1],
        "decided_by": "frame support.sign.treaty",
        "why": "frame support.sign.treaty: SUPPORT (0.96); classifier: SUPPORT (0.80)",
        "text": words,
        "start": start,
        "end": start + len(words),
    }
    return {**row, **more}


def _party(event_id: str, story: str, side: str, words: str, code: str, entity: str | None) -> dict[str, Any]:
    start = TEXTS[story].index(words)
    return {
        "event_id": event_id,
        "story_id": story,
        "side": side,
        "position": 0,
        "text": words,
        "start": start,
        "end": start + len(words),
        "name": words,
        "entity_id": entity,
        "entity_kind": "country" if entity else None,
        "country": code,
        "sectors": "GOV",
        "stale": False,
        "score": 0.9,
        "rule": "country name",
    }


def _evidence(event: dict[str, Any], kind: str, words: str) -> dict[str, Any]:
    start = TEXTS[event["story_id"]].index(words)
    return {
        "record_id": event["event_id"],
        "record": "event",
        "story_id": event["story_id"],
        "position": 0,
        "mention": 0,
        "kind": kind,
        "start": start,
        "end": start + len(words),
        "text": words,
        "rule": "frame",
    }


def _incident(incident_id: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    first, n = events[0], len(events)
    columns = ("event_id", "type", "modes", "status", "quad_class", "date", "text", "actor", "actor_country")
    counts = {"n_events": n, "n_stories": n, "n_reports": n, "n_agencies": 1}
    return {
        "incident_id": incident_id,
        **{name: first.get(name) for name in columns},
        **counts,
        "agencies": "NTB",
        "disagreements": "type;date" if n > 1 else "",
        "score": 1.0,
    }


def _story(story_id: str, headline: str, events: int) -> dict[str, Any]:
    text = TEXTS[story_id]
    return {
        "story_id": story_id,
        "published": "2019-05-06",
        "date_source": "field",
        "day": date(2019, 5, 6),
        "headline": headline,
        "agency": "NTB",
        "status": "usable",
        "language": "en",
        "origin": "stories.jsonl",
        "characters": len(text),
        "text": text,
        "events": events,
        "statements": 0,
        "ties": 0,
        "segments": f"paragraph:0-{len(text)}",
        "dup_group": story_id,
        "dup_kind": "original",
        "version_no": 1,
        "is_canonical": True,
    }


def rows() -> Rows:
    """The rows of the run, by table."""
    sign = _event(
        "e-sign",
        "fish",
        "Norway and Chile signed a pact on fish in Bergen on Monday",
        type="SUPPORT",
        quad_class="verbal cooperation",
        actor="Norway;Chile",
        actor_country="NOR;CHL",
        actor_sector="GOV;GOV",
        place="Bergen",
        place_country="NOR",
        latitude=60.4,
        longitude=5.3,
        geonameid=3161732,
    )
    expel = _event(
        "e-expel",
        "envoys",
        "Peru expelled two Bolivian envoys on Monday",
        type="SANCTION",
        modes="expel",
        quad_class="material conflict",
        plover_score=-5.5,
        confidence=0.7,
        actor="Peru",
        actor_country="PER",
        actor_sector="GOV",
        recipient="two Bolivian envoys",
        recipient_country="BOL",
        recipient_sector="GOV",
    )
    refuse = _event(
        "e-refuse",
        "envoys",
        "Bolivia will “never” accept it",
        type="REJECT",
        quad_class="verbal conflict",
        plover_score=-2.0,
        confidence=0.5,
        actor="Bolivia",
        actor_country="BOL",
        actor_sector="GOV",
        said_by="its minister",
        said_by_chain="its minister",
        speech_act="says",
        date=None,
        date_begin=None,
        date_end=None,
        date_precision="unknown",
    )
    warn = _event(
        "e-warn",
        "evil",
        "Chile warned Peru on Tuesday",
        type="THREATEN",
        quad_class="verbal conflict",
        plover_score=-3.5,
        actor="Chile",
        actor_country="CHL",
        recipient="Peru",
        recipient_country="PER",
        date="2019-05-07",
        date_begin=date(2019, 5, 7),
        date_end=date(2019, 5, 7),
    )
    parties = [
        _party("e-sign", "fish", "actor", "Norway", "NOR", "Q20"),
        {**_party("e-sign", "fish", "actor", "Chile", "CHL", "Q298"), "position": 1},
        _party("e-expel", "envoys", "actor", "Peru", "PER", "Q419"),
        _party("e-expel", "envoys", "recipient", "two Bolivian envoys", "BOL", None),
        _party("e-refuse", "envoys", "actor", "Bolivia", "BOL", "Q750"),
        _party("e-refuse", "envoys", "speaker", "its minister", "BOL", None),
        _party("e-warn", "evil", "actor", "Chile", "CHL", "Q298"),
        _party("e-warn", "evil", "recipient", "Peru", "PER", "Q419"),
    ]
    tie = {
        "tie_id": "t-1",
        "story_id": "fish",
        "kind": "treaty",
        "parties": "Norway;Chile",
        "countries": "NOR;CHL",
        "since": "2019",
        "as_of": "2019-05-06",
        "text": "signed a pact",
        "start": TEXTS["fish"].index("signed a pact"),
        "end": TEXTS["fish"].index("signed a pact") + 13,
        "rule": "pact",
    }
    return {
        "stories": [
            _story("fish", "Norway signs pact", 1),
            _story("envoys", "Envoys expelled", 2),
            _story("evil", EVIL, 1),
        ],
        "events": [sign, expel, refuse, warn],
        "event_actors": parties,
        "evidence": [
            _evidence(sign, "trigger", "signed"),
            _evidence(sign, "actor", "Norway and Chile"),
            _evidence(expel, "trigger", "expelled"),
            _evidence(warn, "trigger", "warned"),
        ],
        "statements": [],
        "ties": [tie],
        "tie_parties": [],
        "rejected": [],
        "incidents": [_incident("i-sign", [sign]), _incident("i-expel", [expel, refuse]), _incident("i-warn", [warn])],
        "incident_events": [
            {"incident_id": incident, "event_id": e["event_id"], "story_id": e["story_id"], "position": 0, "score": 1.0}
            for incident, events in (("i-sign", [sign]), ("i-expel", [expel, refuse]), ("i-warn", [warn]))
            for e in events
        ],
    }


def write_run(folder: Path, tables: Rows) -> Path:
    """Write rows as a finished run."""
    written = write_tables(folder, iter([tables]))
    manifest = {"format": FORMAT, "version": "test", "configuration": {}, "tables": written}
    manifest |= {"stories": len(tables["stories"]), "events": len(tables["events"]), "rejected": 0}
    commit(folder, manifest)
    return folder


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run; tests that review take a copy."""
    return write_run(tmp_path_factory.mktemp("workbench") / "run", rows())


@pytest.fixture
def own_run(tmp_path: Path) -> Path:
    """A run of the test's own, to review in."""
    return write_run(tmp_path / "own", rows())


def client_of(folder: Path, **options: Any) -> TestClient:
    """A browser without a screen on the workbench of a run; it does not follow where it is led."""
    site = Site(base=Base.open(Run.open(folder)), coder="ada", **options)
    return TestClient(make_app(site), base_url=HOST, follow_redirects=False)


@pytest.fixture(scope="session")
def serve() -> Callable[..., TestClient]:
    """Makes a browser on the workbench of any run."""
    return client_of


@pytest.fixture(scope="session")
def client(run_folder: Path) -> Iterator[TestClient]:
    """The workbench of the shared run."""
    with client_of(run_folder) as found:
        yield found


@pytest.fixture
def own(own_run: Path) -> Iterator[TestClient]:
    """The workbench of the test's own run."""
    with client_of(own_run) as found:
        yield found


@pytest.fixture(scope="session")
def empty_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run in which nothing was coded."""
    return write_run(tmp_path_factory.mktemp("workbench") / "empty", {name: [] for name in rows()})
