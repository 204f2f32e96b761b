"""Writes the classifier's training sentences: templates x actors x syntax x distractors.

Usage: python tools/classifier/generate.py OUT.jsonl [--mined MINED.jsonl] [--count 40000] [--seed 1]

Every sentence is made from `templates/*.txt` (one event type a file; {A} acts, {B} is acted upon), `actors.toml` and the
country names of the knowledge base; `mine.py` adds templates from the lexicon's examples, and weak rows as they stand.
Some rows mark the wrong pair on purpose: an actor of the core with a bystander of the surroundings has the label NONE.
Some put a second event of other parties behind or before the first, so that the marks decide and not the strongest word.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Lists = dict[str, list[str]]
SYMMETRIC = re.compile(r"and \{B\}|between|, \{B\}|each other")


def load() -> tuple[dict[str, list[str]], Lists]:
    """Return the templates by label, and the lists that fill them."""
    templates = {p.stem: p.read_text("utf-8").split("\n") for p in sorted((HERE / "templates").glob("*.txt"))}
    lists = tomllib.loads((HERE / "actors.toml").read_text("utf-8"))
    aliases = (HERE / "../../src/dateline/knowledge/data/countries/aliases.tsv").read_text("utf-8").split("\n")[1:]
    for _, text, kind, *_ in (line.split("\t") for line in aliases if line.strip()):
        if kind in {"name", "adjective"} and text[0].isupper():
            lists["states" if kind == "name" else "demonyms"].append(text)
    return {label: [line for line in lines if line.strip()] for label, lines in templates.items()}, lists


def actor(pick: random.Random, lists: Lists) -> str:
    """Make up one actor's words."""
    kind = pick.random()
    demonym, surname = pick.choice(lists["demonyms"]), pick.choice(lists["surnames"])
    name = f"{pick.choice(lists['given'])} {surname}"
    office, body = pick.choice(lists["offices"]), pick.choice(lists["bodies"])
    bare = body.removeprefix("the ").removeprefix("a ").removeprefix("an ")
    if kind < 0.28:
        return pick.choice(lists["states"])
    if kind < 0.42:
        return pick.choice([f"{demonym} {office} {name}", f"{office} {name}", f"{demonym} {office.lower()} {name}"])
    if kind < 0.52:
        return pick.choice([surname, name, f"{name}, a {demonym} {bare}"])
    if kind < 0.68:
        article = "the " if body.startswith("the ") else ""
        return pick.choice(
            [f"{article}{demonym} {bare}", f"{demonym} {bare}", f"{pick.choice(lists['states'])}'s {bare}"]
        )
    if kind < 0.80:
        return body
    if kind < 0.94:
        return pick.choice(lists["groups"])
    return pick.choice(lists["things"])


CLAUSES = ("bad_ing", "bad_inf", "good_inf", "good_fin", "yield_inf", "coop_inf")
SLOTS = {"topic": "topics", "place": "places", "day": "days", "n": "numbers"} | {name: name for name in CLAUSES}


def fill(text: str, pick: random.Random, lists: Lists) -> str:
    """Fill topic, place, day, number and clauses; leave the actors' slots."""
    for slot, name in SLOTS.items():
        while f"{{{slot}}}" in text:
            text = text.replace(f"{{{slot}}}", pick.choice(lists[name]), 1)
    return text


def surrounded(core: str, pick: random.Random, lists: Lists, others: list[str]) -> str:
    """Put words of the news around a core: attributions, days, other people's events."""
    kind = pick.random()
    if kind < 0.12:
        other = pick.choice(others).replace("{A}", "{D}").replace("{B}", "{C}")
        joint = pick.choice([", while ", ", and ", " as ", ", a day after ", ", hours before ", "; "])
        core = f"{core}{joint}{other}" if pick.random() < 0.6 else f"{other}{joint}{core}"
    elif kind < 0.50:
        core += pick.choice(lists["after"])
    if pick.random() < 0.25:
        core = pick.choice(lists["before"]) + core
    return fill(core, pick, lists) + ("." if pick.random() < 0.85 else "")


def place(text: str, words: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """Write the actors' words into their slots; return the text and each slot's first span."""
    out = ""
    spans: dict[str, tuple[int, int]] = {}
    for piece in re.split(r"(\{[ABCD]\})", text):
        slot = piece[1:-1] if piece[:1] == "{" else ""
        filler = words[slot] if slot else piece
        if slot and not out:
            filler = filler[0].upper() + filler[1:]
        if slot:
            spans.setdefault(slot, (len(out), len(out) + len(filler)))
        out += filler
    return out, spans


def sentence(label: str, core: str, pick: random.Random, lists: Lists, others: list[str]) -> dict[str, Any]:
    """Build one row: text with character spans of the marked pair, and its label."""
    words = {slot: actor(pick, lists) for slot in "ABCD"}
    text, spans = place(surrounded(core, pick, lists, others), words)
    source, target = "A", "B"
    if "C" in spans and pick.random() < 0.3:
        target, label = "C", "NONE"
    elif pick.random() < 0.06 and not SYMMETRIC.search(core) and label != "NONE":
        source, target, label = "B", "A", "NONE"
    return {"text": text, "source": spans[source], "target": spans.get(target), "label": label}


def mined(path: Path | None) -> list[dict[str, Any]]:
    """Return what `mine.py` wrote."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path else []


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=40000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mined", type=Path)
    options = parser.parse_args()
    pick = random.Random(options.seed)
    templates, lists = load()
    extra = mined(options.mined)
    for row in extra:
        if row["kind"] == "template":
            templates[row["label"]].append(row["text"])
    weak = [row for row in extra if row["kind"] == "row"]
    labels = sorted(templates)
    every = [line for lines in templates.values() for line in lines]
    rows = [
        sentence(label, pick.choice(templates[label]), pick, lists, every)
        for label in (labels[n % len(labels)] for n in range(options.count))
    ]
    rows += [{key: row[key] for key in ("text", "source", "target", "label")} for row in weak]
    pick.shuffle(rows)
    with options.out.open("w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
