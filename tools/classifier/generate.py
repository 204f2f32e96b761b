"""Writes the classifier's training sentences: templates x actors x syntax x distractors.

Usage: python tools/classifier/generate.py OUT.jsonl [--count 40000] [--seed 1]

Every sentence is made from `templates/*.txt` (one event type a file; {A} acts, {B} is acted upon) and `actors.toml`.
Some rows mark the wrong pair on purpose: an actor of the core with a bystander of the surroundings has the label NONE.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Lists = dict[str, list[str]]


def load() -> tuple[dict[str, list[str]], Lists]:
    """Return the templates by label, and the lists that fill them."""
    templates = {p.stem: p.read_text("utf-8").split("\n") for p in sorted((HERE / "templates").glob("*.txt"))}
    lists = tomllib.loads((HERE / "actors.toml").read_text("utf-8"))
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


def fill(text: str, pick: random.Random, lists: Lists) -> str:
    """Fill topic, place, day and number; leave the actors' slots."""
    for slot, name in (("{topic}", "topics"), ("{place}", "places"), ("{day}", "days"), ("{n}", "numbers")):
        while slot in text:
            text = text.replace(slot, pick.choice(lists[name]), 1)
    return text


def sentence(label: str, core: str, pick: random.Random, lists: Lists) -> dict[str, Any]:
    """Build one row: text with character spans of the marked pair, and its label."""
    text = core
    if pick.random() < 0.45:
        text += pick.choice(lists["after"])
    if pick.random() < 0.25:
        text = pick.choice(lists["before"]) + text
    text = fill(text, pick, lists) + "."
    words = {slot: actor(pick, lists) for slot in "ABC"}
    spans: dict[str, tuple[int, int]] = {}
    out = ""
    rest = text
    while rest:
        at = min((rest.find(f"{{{slot}}}") for slot in "ABC" if f"{{{slot}}}" in rest), default=-1)
        if at < 0:
            out += rest
            break
        slot = rest[at + 1]
        filler = words[slot]
        out += rest[:at]
        if not out:
            filler = filler[0].upper() + filler[1:]
        spans.setdefault(slot, (len(out), len(out) + len(filler)))
        out += filler
        rest = rest[at + 3 :]
    source, target = "A", "B"
    if "C" in spans and pick.random() < 0.35:
        target, label = "C", "NONE"
    elif pick.random() < 0.06 and " and {B}" not in core and "between" not in core and label != "NONE":
        source, target, label = "B", "A", "NONE"
    return {"text": out, "source": spans[source], "target": spans[target], "label": label}


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=40000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    pick = random.Random(options.seed)
    templates, lists = load()
    labels = sorted(templates)
    with options.out.open("w", encoding="utf-8") as stream:
        for n in range(options.count):
            label = labels[n % len(labels)]
            row = sentence(label, pick.choice(templates[label]), pick, lists)
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
