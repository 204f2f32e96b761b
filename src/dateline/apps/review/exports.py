"""What can be made of reviews: a table of verdicts, entries for the base of actors, frame examples, gold rows."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.apps.review.applied import standing_tie
from dateline.apps.review.log import ReviewLog
from dateline.apps.review.state import State
from dateline.apps.review.values import REVIEWED
from dateline.store import Run
from dateline.store.rows import Row

_SMALL = {"of", "the", "and", "for", "de", "la", "al", "el", "bin", "van", "von", "da", "dos", "del"}


@dataclass(frozen=True, slots=True)
class Material:
    """A run and its reviews, read once."""

    events: Mapping[str, Row]
    stories: Mapping[str, Row]
    parties: Mapping[str, list[Row]]
    ties: Mapping[str, list[Row]]
    state: State

    @classmethod
    def of(cls, run: Run, log: ReviewLog) -> Material:
        """Read what was reviewed; the rest of the run is not kept."""
        state = log.state()
        judged = {**state.judged, **state.adjudicated}
        stories = {e.story_id for e in state.effective}
        parties: dict[str, list[Row]] = defaultdict(list)
        for row in _rows(run, "event_actors", "event_id", set(judged)):
            parties[row["event_id"]].append(row)
        ties: dict[str, list[Row]] = defaultdict(list)
        for row in _rows(run, "ties", "story_id", stories):
            ties[row["story_id"]].append(row)
        return cls(
            {row["event_id"]: row for row in _rows(run, "events", "story_id", stories)},
            {row["story_id"]: row for row in _rows(run, "stories", "story_id", stories)},
            parties,
            ties,
            state,
        )


def _rows(run: Run, table: str, column: str, wanted: set[str]) -> list[Row]:
    import pyarrow as pa
    from pyarrow import compute

    found = run.to_arrow(table)
    rows: list[Row] = found.filter(compute.is_in(found[column], pa.array(sorted(wanted), pa.string()))).to_pylist()
    return rows


def reviews_csv(material: Material) -> str:
    """Return a row for every event that was judged, with the machine's and the human's value of each column."""
    columns = [f"{side}_{name}" for name in REVIEWED for side in ("machine", "human")]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(["event_id", "story_id", "verdict", "coders", "adjudicator", "note", *columns, "text"])
    for event_id, verdict in sorted(material.state.verdicts().items()):
        event = material.events.get(event_id, {})
        values = [dict(v).get(name, "") for name in REVIEWED for v in (verdict.machine, verdict.human)]
        who = [verdict.kind, ";".join(verdict.coders), verdict.adjudicator, verdict.note]
        writer.writerow([event_id, event.get("story_id", ""), *who, *values, event.get("text", "")])
    for entry in material.state.added:
        values = [cell for name in REVIEWED for cell in ("", entry.human.get(name, ""))]
        row = [entry.event_id, entry.story_id, "added", entry.coder, "", entry.note, *values, entry.human["text"]]
        writer.writerow(row)
    return buffer.getvalue()


def knowledge_csv(material: Material) -> str:
    """Return corrected actors as entries that `dateline knowledge add` reads.

    Only names become entries: a description such as "three soldiers" is nobody in particular.
    """
    found: dict[str, dict[str, str]] = {}
    for event_id, verdict in sorted(material.state.verdicts().items()):
        if verdict.kind != "correct":
            continue
        for side in ("actor", "recipient"):
            for entry in _actors(side, verdict.machine, verdict.human, material.parties.get(event_id, [])):
                kept = found.setdefault(entry["name"], entry)
                kept["aliases"] = "|".join(
                    dict.fromkeys(filter(None, [*kept["aliases"].split("|"), *entry["aliases"].split("|")]))
                )
    buffer = io.StringIO()
    writer = csv.DictWriter(
        buffer, ["name", "kind", "country", "sectors", "aliases", "title", "since", "until"], lineterminator="\n"
    )
    writer.writeheader()
    writer.writerows(found[name] for name in sorted(found))
    return buffer.getvalue()


def _actors(
    side: str, machine: Mapping[str, Any], human: Mapping[str, Any], parties: list[Row]
) -> Iterator[dict[str, str]]:
    columns = (side, f"{side}_country", f"{side}_sector")
    if all(machine.get(c, "") == human.get(c, "") for c in columns):
        return
    names, countries, sectors = (str(human.get(c, "")).split(";") for c in columns)
    said = [row for row in parties if row["side"] == side]
    for position, name in enumerate(names):
        if not _is_name(name):
            continue
        row = said[position] if position < len(said) else {}
        words = str(row.get("text") or "")
        yield {
            "name": name,
            "kind": str(row.get("entity_kind") or "person") if row.get("entity_kind") != "country" else "organisation",
            "country": countries[position] if len(countries) == len(names) else countries[0] if len(names) == 1 else "",
            "sectors": sectors[position] if len(sectors) == len(names) else "",
            "aliases": words if words != name and _is_name(words) else "",
            "title": "",
            "since": "",
            "until": "",
        }


def _is_name(words: str) -> bool:
    parts = words.split()
    return bool(parts) and all(part[:1].isupper() or part.lower() in _SMALL for part in parts)


def frames_toml(material: Material) -> str:
    """Return sentences for the lexicon: what each frame got right and wrong, and what was missed."""
    good: dict[str, list[str]] = defaultdict(list)
    bad: dict[str, list[tuple[str, str]]] = defaultdict(list)
    wanted: list[tuple[str, str, str]] = []
    for event_id, verdict in sorted(material.state.verdicts().items()):
        event = material.events.get(event_id)
        if event is None or verdict.kind in {"", "disputed"} or not event["text"]:
            continue
        frame = str(event["decided_by"] or "").removeprefix("frame ")
        right = verdict.human.get("type")
        if right == verdict.machine["type"]:
            good[frame].append(event["text"])
            continue
        bad[frame].append((event["text"], verdict.note or (f"it is {right}" if right else "no such event")))
        if right:
            wanted.append((str(right), event["text"], str(event["trigger"] or "")))
    wanted += [(str(e.human["type"]), str(e.human["text"]), "") for e in material.state.added]
    return _toml(good, bad, wanted)


def _toml(
    good: Mapping[str, list[str]], bad: Mapping[str, list[tuple[str, str]]], wanted: list[tuple[str, str, str]]
) -> str:
    lines = ["# Sentences from reviews, to be moved into the frames that they concern; see docs/frames.md.", ""]
    for frame in sorted({*good, *bad}):
        lines += ["[[frame]]", f"id = {_quoted(frame)}", "examples = ["]
        lines += [f"  {{ text = {_quoted(text)} }}," for text in dict.fromkeys(good.get(frame, []))]
        lines += ["]", "near_misses = ["]
        lines += [f"  {{ text = {_quoted(t)}, why = {_quoted(why)} }}," for t, why in dict.fromkeys(bad.get(frame, []))]
        lines += ["]", ""]
    for kind, text, trigger in wanted:
        lines += [
            "[[wanted]]",
            f"type = {_quoted(kind)}",
            f"text = {_quoted(text)}",
            f"trigger = {_quoted(trigger)}",
            "",
        ]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")


def gold_jsonl(material: Material) -> str:
    """Return stories whose every event was judged as rows for `dateline evaluate records`.

    Where all ties of a story were judged too, the row has them. Statements are not reviewed: figures about them mean
    nothing on these rows, nor do those about ties on rows without.
    """
    by_story: dict[str, list[Row]] = defaultdict(list)
    for event in material.events.values():
        by_story[event["story_id"]].append(event)
    lines = []
    for story_id, story in material.stories.items():
        verdicts = [(event, material.state.verdict(event["event_id"])) for event in by_story.get(story_id, [])]
        if any(v.kind in {"", "disputed"} for e, v in verdicts if not e["content_of"]):
            continue
        events = [_gold(e, v.human) for e, v in verdicts if v.human and not e["content_of"]]
        events += [_gold(entry.human, entry.human) for entry in material.state.added if entry.story_id == story_id]
        if events or verdicts:
            row = {**_story(story), "events": events, **_gold_ties(material, story_id)}
            lines.append(json.dumps(row, ensure_ascii=False))
    return "".join(line + "\n" for line in lines)


def _gold_ties(material: Material, story_id: str) -> dict[str, Any]:
    """Return the ties of a story as they stand after review, if every one was judged."""
    found = [(tie, material.state.tie_verdict(tie["tie_id"])) for tie in material.ties.get(story_id, [])]
    if not found or any(verdict.kind in {"", "disputed"} for _, verdict in found):
        return {}
    kept = [standing_tie(tie, verdict) for tie, verdict in found if verdict.kind != "reject"]
    return {
        "ties": [
            {"kind": t["kind"], "parties": _codes(t["countries"]), "since": t["since"], "evidence": t["text"]}
            for t in kept
        ]
    }


def _story(story: Row) -> dict[str, Any]:
    facts = {"place": story["dateline_place"], "date": _iso(story["dateline_date"]), "agency": story["agency"]}
    return {
        "id": story["story_id"],
        "published": story["published"],
        "agency": story["agency"],
        "dateline": facts if story["dateline_place"] else None,
        "headline": story["headline"],
        "text": story["text"],
    }


def _gold(event: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    row = {
        "evidence": event["text"],
        "type": [values["type"]],
        "actor": _codes(values.get("actor_country")),
        "recipient": _codes(values.get("recipient_country")),
        "status": values.get("status") or "happened",
        "date": values.get("date") or None,
        "place": values.get("place") or None,
        "place_country": values.get("place_country") or None,
        "speaker": values.get("said_by") or None,
        "core": True,
        "start": event["start"],
        "end": event["end"],
    }
    return {name: value for name, value in row.items() if value is not None}


def _codes(text: object) -> list[str]:
    return [code for code in str(text or "").split(";") if code]


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None


EXPORTS: dict[str, tuple[str, Callable[[Material], str]]] = {
    "reviews": ("reviews.csv", reviews_csv),
    "knowledge": ("knowledge.csv", knowledge_csv),
    "frames": ("frames.toml", frames_toml),
    "gold": ("gold.jsonl", gold_jsonl),
}
