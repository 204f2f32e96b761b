"""The method note: what the dossier rests on, by version and hash, and what a reader must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateline.apps.charts.chart import plural
from dateline.apps.charts.worldmap import BORDERS_NOTE
from dateline.apps.dossier.dates import spoken
from dateline.apps.dossier.reading import Material
from dateline.apps.dossier.reviews import Reviews
from dateline.apps.dossier.subjects import Subject
from dateline.store import Run

Row = Mapping[str, Any]
_NAMED = (
    ("setting", "Setting of the classifier"),
    ("language_pipeline", "Language pipeline"),
    ("language_files", "Its files, SHA-256"),
    ("lexicons", "Codebook, frames and word lists, SHA-256"),
    ("actors", "Base of actors, SHA-256"),
    ("places", "Base of places, SHA-256"),
    ("code", "Program, SHA-256"),
    ("spacy", "spaCy"),
    ("onnxruntime", "onnxruntime"),
)


def standing(events: Sequence[Row], reviews: Reviews) -> str:
    """Say how many of the lines a person has read."""
    found = Counter(kind for kind in (reviews.kind(event["event_id"]) for event in events) if kind)
    if not found:
        return (
            "Coded by machine. No line of this dossier has been reviewed by a person; read the words before you rely "
            "on a code."
        )
    kinds = {
        "accept": "confirmed",
        "correct": "corrected",
        "reject": "rejected",
        "disputed": "disputed",
        "add": "added",
    }
    told = ", ".join(f"{found[kind]} {word}" for kind, word in kinds.items() if found[kind])
    return (
        f"Coded by machine; {found.total()} of {plural(len(events), 'event')} reviewed by people ({told}). Where a "
        "reviewer corrected a code, the reviewer's value stands and the machine's is given beside it."
    )


def method(run: Run) -> tuple[tuple[str, str], ...]:
    """Return the versions and hashes of a run as label and value."""
    manifest = run.manifest
    made = manifest.get("configuration", {})
    rows = [("Dateline", str(manifest["version"]))]
    rows += [(label, str(made[key])) for key, label in _NAMED if key in made]
    rows.append(("Input files", str(len(manifest.get("inputs", [])))))
    rows.append(("Stories in the run", f"{manifest.get('stories', 0)}, {manifest.get('rejected', 0)} inputs rejected"))
    rows.append(("Content of the tables, SHA-256", str(manifest.get("content_sha256", ""))))
    return tuple(rows)


def notes(subjects: tuple[Subject, ...], since: date | None, until: date | None, material: Material) -> tuple[str, ...]:
    """Return what a reader must know, in sentences."""
    whole = [s.name for s in subjects if s.code]
    who = (
        f"A country or body stands for all its actors, whatever their office ({' and '.join(whole)}). " if whole else ""
    )
    pair = "An event is listed when both take part in it, on whichever side. " if len(subjects) == 2 else ""
    said = (
        "Statements are those of either side in reports that tell of an event between the two; attitudes are left out."
        if len(subjects) == 2
        else "Statements are all that the actor is reported to have said; attitudes without own words are left out."
    )
    told = [
        "Event types are those of PLOVER, codes those of CAMEO; scores run from -10 (conflict) to +10 (cooperation).",
        f"{who}{pair}{said}",
        "References give the number of the report, then the characters of its text, counted from 0, at which the words "
        "begin and end. Words in bold decided the type; words in grey (in italics in Markdown) are the rest of the "
        "sentence.",
        "Dates are those of the events, not of publication; the reason for each stands beside it.",
        "A commitment is done when a later event of its kind between the same parties is reported, broken when an "
        "opposite one is; otherwise it is open, or overdue once its day has passed.",
    ]
    if since or until:
        span = f"from {spoken(since) or 'the beginning'} to {spoken(until) or 'the end'}"
        told.append(f"Only what falls {span} is listed.")
    if material.incidents is None:
        told.append("The run has no table of incidents: one event told by several reports is listed once for each.")
    if any(event["latitude"] is not None for event in material.events):
        told.append(BORDERS_NOTE)
    told.append(
        "Coding is by rules and a small classifier and makes mistakes; measured precision and recall are in Dateline's "
        "README, with the sets that they were measured on."
    )
    return tuple(told)
