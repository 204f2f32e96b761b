"""Writes a run of made-up events as large as wanted, to measure the workbench on.

    python -m tools.workbench.synthesise build/synthetic --events 500000

Names, places and sentences are generated; nobody and nothing in it exists. The spread is that of newswire: few countries
are in most events, dates cover twenty years, about one story in three is a copy.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.codebook import Codebook
from dateline.knowledge.countries import Country
from dateline.model import EventType, Status
from dateline.store import FORMAT, Rows, commit, write_tables
from dateline.version import VERSION

CODES = [
    "USA",
    "RUS",
    "CHN",
    "IRN",
    "ISR",
    "GBR",
    "FRA",
    "DEU",
    "UKR",
    "SYR",
    "IRQ",
    "TUR",
    "IND",
    "PAK",
    "SAU",
    "JPN",
    "KOR",
    "PRK",
    "EGY",
    "AFG",
    "NGA",
    "SDN",
    "SSD",
    "ETH",
    "KEN",
    "PHL",
    "IDN",
    "AUS",
    "CAN",
    "MEX",
    "BRA",
    "COL",
    "VEN",
    "PER",
    "CHL",
    "ARG",
    "POL",
    "ITA",
    "ESP",
    "GRC",
    "NOR",
    "SWE",
    "FIN",
    "EST",
    "LVA",
    "LTU",
    "MLI",
    "NER",
    "TCD",
    "CMR",
    "COD",
    "UGA",
    "RWA",
    "SOM",
    "YEM",
    "LBY",
    "TUN",
    "DZA",
    "MAR",
    "JOR",
    "LBN",
    "KAZ",
    "UZB",
    "GEO",
    "ARM",
    "AZE",
    "MMR",
    "THA",
    "VNM",
    "MYS",
    "SGP",
    "NZL",
    "ZAF",
    "ZWE",
    "MOZ",
    "AGO",
]
SECTORS = ("GOV", "MIL", "REB", "CVL", "OPP", "COP", "LEG", "JUD", "")
SYLLABLES = [
    "ka",
    "ro",
    "min",
    "tal",
    "ver",
    "osk",
    "bel",
    "dan",
    "sur",
    "el",
    "pra",
    "tov",
    "lin",
    "gar",
    "mes",
    "ul",
    "zan",
    "fi",
]
FIRST_DAY = date(2004, 1, 1)
DAYS = 7_300
SHARD = 2_000


@dataclass(frozen=True)
class World:
    """What the made-up stories are about."""

    chooser: random.Random
    codebook: Codebook
    countries: dict[str, str]
    people: tuple[tuple[str, str, str], ...]
    places: tuple[tuple[int, str, str, float, float], ...]

    def code(self) -> str:
        """Return a country, the first of the list more often."""
        return CODES[min(int(self.chooser.expovariate(1 / 14)), len(CODES) - 1)]


def _world(seed: int) -> World:
    chooser = random.Random(seed)
    base = KnowledgeBase.open()

    def word() -> str:
        return "".join(chooser.choices(SYLLABLES, k=chooser.choice((2, 3)))).capitalize()

    found: dict[str, Country | None] = {code: base.country(code) for code in CODES}
    names = {code: country.name if country else code for code, country in found.items()}
    people = tuple((f"dl:made-up/{i}", f"{word()} {word()}", chooser.choice(CODES)) for i in range(4_000))
    places = tuple(
        (9_000_000 + i, word(), chooser.choice(CODES), chooser.uniform(-50, 65), chooser.uniform(-175, 175))
        for i in range(5_000)
    )
    return World(chooser, Codebook.load(), names, people, places)


def rows(events: int, *, seed: int = 1) -> Iterator[Rows]:
    """Yield shards of rows until there are so many events."""
    world = _world(seed)
    story, left = 0, events
    while left > 0:
        shard: Rows = {"stories": [], "events": [], "event_actors": [], "evidence": [], "statements": [], "ties": []}
        shard |= {"tie_parties": [], "rejected": [], "incidents": [], "incident_events": []}
        for _ in range(min(SHARD, left)):
            if left <= 0:
                break
            count = min(left, world.chooser.choice((1, 2, 3, 4, 5, 6, 8)))
            _story(world, story, count, shard)
            story, left = story + 1, left - count
        yield shard


def _story(world: World, number: int, count: int, shard: Rows) -> None:
    day = FIRST_DAY + timedelta(days=int(DAYS * world.chooser.random() ** 0.7))
    story_id = f"story-{number:07d}"
    text, made = f"CITY, {day:%b} {day.day} (MADE UP) - ", []
    for i in range(count):
        event, parties, clause = _event(world, story_id, number * 10 + i, day)
        start = len(text)
        text += clause + " It was a made-up sentence that stands here for the words of a report. "
        event |= {"start": start, "end": start + len(clause), "text": clause}
        made.append((event, parties))
    for position, (event, parties) in enumerate(made):
        if (
            position
            and event["status"] == "planned"
            and made[position - 1][0]["type"] in {"AGREE", "THREATEN", "REQUEST"}
        ):
            event["content_of"] = made[position - 1][0]["event_id"]
        shard["events"].append(event)
        shard["event_actors"] += [{**p, **_where(text, p["text"], event["start"])} for p in parties]
        shard["evidence"] += list(_evidence(event, parties, text))
    shard["statements"].append(_statement(story_id, number, made[0][0]))
    if number % 12 == 0:
        shard["ties"].append(_tie(world, story_id, number, day, text))
    shard["stories"].append(_story_row(story_id, number, day, text, count))


def _event(world: World, story_id: str, number: int, day: date) -> tuple[dict[str, Any], list[dict[str, Any]], str]:
    chooser = world.chooser
    kind = chooser.choice(tuple(EventType))
    entry = world.codebook.types[kind]
    sides = [("actor", world.code()), *([("recipient", world.code())] if chooser.random() < 0.75 else [])]
    parties = [_party(world, f"event-{number:08d}", story_id, side, code) for side, code in sides]
    by_side = {p["side"]: p for p in parties}
    place = chooser.choice(world.places) if chooser.random() < 0.6 else None
    when = day - timedelta(days=chooser.choice((0, 0, 0, 1, 2, 30)))
    to = f" {by_side['recipient']['name']}" if "recipient" in by_side else ""
    clause = f"{by_side['actor']['name']} did {kind.lower()}{to}{f' in {place[1]}' if place else ''} on that day."
    event = {
        "event_id": f"event-{number:08d}",
        "story_id": story_id,
        "date": when.isoformat(),
        "date_begin": when,
        "date_end": when,
        "date_precision": "day",
        "date_reason": "made up",
        "type": kind.value,
        "modes": "",
        "contexts": ";".join(sorted(chooser.sample(world.codebook.contexts, chooser.choice((0, 1, 2))))),
        "cameo": entry.cameo,
        "quad_class": entry.quad.value,
        "plover_score": entry.score,
        "goldstein": 0.0,
        "status": chooser.choices(tuple(Status), (70, 8, 14, 4, 4))[0].value,
        "confidence": round(chooser.betavariate(6, 2), 3),
        "mentions": 1,
        "trigger": kind.lower(),
        "decided_by": f"frame {kind.lower()}.made.up",
        "why": f"frame {kind.lower()}.made.up: {kind} (0.90); classifier: {kind} (0.80)",
        "said_by": by_side["actor"]["name"] if chooser.random() < 0.3 else None,
        **_place(place),
    }
    for side in ("actor", "recipient"):
        party = by_side.get(side)
        event |= {
            side: party["name"] if party else None,
            f"{side}_country": party["country"] if party else None,
            f"{side}_sector": (party["sectors"] or None) if party else None,
        }
    return event, parties, clause


def _place(place: tuple[int, str, str, float, float] | None) -> dict[str, Any]:
    if place is None:
        return {}
    number, name, country, latitude, longitude = place
    found = {
        "place": name,
        "place_text": name,
        "place_country": country,
        "place_feature": "P.PPL",
        "place_reason": "made up",
    }
    return {**found, "geonameid": number, "latitude": latitude, "longitude": longitude}


def _party(world: World, event_id: str, story_id: str, side: str, code: str) -> dict[str, Any]:
    person = world.chooser.random() < 0.5
    entity, name, country = (
        world.chooser.choice(world.people) if person else (f"dl:state/{code}", world.countries[code], code)
    )
    return {
        "event_id": event_id,
        "story_id": story_id,
        "side": side,
        "position": 0,
        "text": name,
        "name": name,
        "entity_id": entity,
        "entity_kind": "person" if person else "country",
        "country": country,
        "sectors": world.chooser.choice(SECTORS),
        "stale": False,
        "score": 0.9,
        "rule": "made up",
    }


def _where(text: str, words: str, start: int) -> dict[str, int]:
    at = text.index(words, start)
    return {"start": at, "end": at + len(words)}


def _evidence(event: dict[str, Any], parties: Sequence[dict[str, Any]], text: str) -> Iterator[dict[str, Any]]:
    spans = [("trigger", event["trigger"]), *((p["side"], p["text"]) for p in parties)]
    if event.get("place"):
        spans.append(("place", event["place"]))
    ids = {"record_id": event["event_id"], "record": "event", "story_id": event["story_id"], "mention": 0}
    yield {
        **ids,
        "position": 0,
        "kind": "clause",
        "start": event["start"],
        "end": event["end"],
        "text": event["text"],
        "rule": "",
    }
    for position, (kind, words) in enumerate(spans, start=1):
        yield {
            **ids,
            "position": position,
            "kind": kind,
            **_where(text, words, event["start"]),
            "text": words,
            "rule": "made up",
        }


def _statement(story_id: str, number: int, event: dict[str, Any]) -> dict[str, Any]:
    return {
        "statement_id": f"said-{number:07d}",
        "story_id": story_id,
        "kind": "indirect",
        "act": "says",
        "speaker": event["actor"],
        "speaker_country": event["actor_country"],
        "content": event["text"],
        "start": event["start"],
        "end": event["end"],
        "rule": "made up",
    }


def _tie(world: World, story_id: str, number: int, day: date, text: str) -> dict[str, Any]:
    first, second = world.code(), world.code()
    return {
        "tie_id": f"tie-{number:07d}",
        "story_id": story_id,
        "kind": world.chooser.choice(("treaty", "deployment", "partnership", "membership", "programme")),
        "parties": f"{world.countries[first]};{world.countries[second]}",
        "countries": f"{first};{second}",
        "since": str(day.year - world.chooser.randint(0, 20)),
        "as_of": day.isoformat(),
        "text": text[:40],
        "start": 0,
        "end": 40,
        "rule": "made up",
    }


def _story_row(story_id: str, number: int, day: date, text: str, events: int) -> dict[str, Any]:
    copy = number % 3 == 2
    return {
        "story_id": story_id,
        "published": day.isoformat(),
        "date_source": "field",
        "day": day,
        "headline": f"Made-up report number {number}",
        "agency": ("MADE UP", "INVENTED", "NO WIRE")[number % 3],
        "status": "usable",
        "language": "en",
        "origin": f"made-up.jsonl line {number}",
        "characters": len(text),
        "text": text,
        "events": events,
        "statements": 1,
        "ties": int(number % 12 == 0),
        "segments": f"paragraph:0-{len(text)}",
        "dup_group": f"story-{number - 1 if copy else number:07d}",
        "dup_kind": "copy" if copy else "original",
        "version_no": 2 if copy else 1,
        "is_canonical": not copy,
    }


def _with_incidents(shard: Rows) -> Rows:
    """Join the first event of every copy to that of the story it repeats; every other event is its own incident."""
    copies = {row["story_id"]: row["dup_group"] for row in shard["stories"]}
    first = {event["story_id"]: event["event_id"] for event in reversed(shard["events"])}
    joined: dict[str, list[dict[str, Any]]] = {}
    for event in shard["events"]:
        original = first.get(copies[event["story_id"]])
        lead = original if original and first[event["story_id"]] == event["event_id"] else event["event_id"]
        joined.setdefault(f"i{lead}", []).append(event)
    for incident, events in joined.items():
        counts = dict.fromkeys(("n_events", "n_stories", "n_agencies"), len(events))
        day = events[0]["date_begin"]
        more = {"n_reports": 1, "agencies": "MADE UP", "first_report": day, "last_report": day, "score": 1.0}
        shard["incidents"].append({**events[0], "incident_id": incident, **counts, **more})
        for position, event in enumerate(events):
            ids = {"incident_id": incident, "event_id": event["event_id"], "story_id": event["story_id"]}
            shard["incident_events"].append({**ids, "position": position, "score": 1.0, "why": "made up"})
    return shard


def write(folder: Path, events: int, *, seed: int = 1) -> None:
    """Write the run."""
    tables = write_tables(folder, (_with_incidents(shard) for shard in rows(events, seed=seed)))
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "configuration": {"origin": "made up"},
        "inputs": [],
        "stories": tables["stories"]["rows"],
        "events": tables["events"]["rows"],
        "rejected": 0,
        "tables": tables,
    }
    commit(folder, manifest)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=500_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.events, seed=given.seed)
