"""Builds the set that grouping is measured on: `python -m tools.duplicates.build STORIES tests/linked/copies.jsonl`.

STORIES is JSON Lines of openly licensed stories (CC BY 2.5). Each chosen story comes whole and in edits as wires make
them; the edits belong to its group. Reports of the same events in other words and reports by template stand alone.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

CHARACTERS = 900
STORIES = 84
SEED = 20261128
TOP = (
    "Officials were due to give a fuller account later in the day, and reporters were waiting outside the building. "
    "Several governments asked their citizens to stay away from the area until further notice. "
    "A spokesman said that there was nothing to add for the time being."
)
END = (
    "Asked about the matter, two people who know it well declined to be named because talks are still going on. "
    "A decision is not expected before the end of the month, they said, and may well slip into the next."
)
CITIES = ("Colombo", "Jakarta", "Manila", "Karachi", "Bremen", "Hamburg", "Havana", "Nassau")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday")
NAMES = ("Erika", "Fay", "the Centre Party", "the Greens", "Hanna", "the Liberals")

Edit = Callable[[str, random.Random], str]


def update(text: str, pick: random.Random) -> str:
    """Give the words that a wire puts before an update."""
    return f"(Adds details)\nBy Staff Reporters\n{text}"


def cut(text: str, pick: random.Random) -> str:
    """Keep the start, as clients do who lack space."""
    words = text.split(" ")
    return " ".join(words[: int(len(words) * pick.uniform(0.35, 0.6))])


def topped(text: str, pick: random.Random) -> str:
    """Put news on top and the old report below."""
    return f"{TOP}\n\n{text}"


def corrected(text: str, pick: random.Random) -> str:
    """Change the first figure, and say so."""
    return "(Corrects figure in first paragraph)\n" + re.sub(r"\d+", lambda m: str(int(m[0]) + 1), text, count=1)


def reworded(text: str, pick: random.Random) -> str:
    """Change every tenth word or so, as an editor's pass does."""
    words = text.split(" ")
    for n in pick.sample(range(len(words)), len(words) // 11):
        words[n] = pick.choice(("reportedly", "later", "also", "local", "that", "the", "some", "earlier"))
    return " ".join(words)


def rewritten(text: str, pick: random.Random) -> str:
    """Keep the first six tenths and end otherwise."""
    words = text.split(" ")
    return " ".join(words[: int(len(words) * 0.62)]) + " " + END


EDITS: tuple[Edit, ...] = (update, cut, topped, corrected, reworded, rewritten)


def main(arguments: list[str]) -> int:
    """Read the stories and write the set."""
    source, target = Path(arguments[0]), Path(arguments[1])
    rows = list(_rows([json.loads(line) for line in source.read_text("utf-8").splitlines()]))
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    print(f"{len(rows)} stories in {target}")
    return 0


def _rows(stories: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    own = tomllib.loads(Path(__file__).with_name("own_words.toml").read_text("utf-8"))
    pick = random.Random(SEED)
    chosen = [s for s in stories if len(s["text"]) > 500][:STORIES]
    for number, story in enumerate(chosen):
        yield from _group(story, number, pick)
    published = {story["id"]: story["published"] for story in stories}
    for key, text in own["retold"].items():
        yield {"id": f"{key}-retold", "published": published[key], "text": text, "group": f"{key}-retold"}
    for kind, template in own["templates"].items():
        for n in range(9):
            text = _filled(template, pick)
            row = {"id": f"{kind}-{n}", "published": f"2019-03-{10 + n % 3}", "text": text, "group": f"{kind}-{n}"}
            yield row


def _group(story: dict[str, str], number: int, pick: random.Random) -> Iterator[dict[str, str]]:
    text = story["text"][:CHARACTERS].rsplit(". ", 1)[0] + "."
    day = date.fromisoformat(story["published"])
    yield {"id": story["id"], "published": day.isoformat(), "text": text, "group": story["id"]}
    # Three edits a story, each kind as often as the others.
    for step in (0, 1, 3):
        edit = EDITS[(number + step) % len(EDITS)]
        later = (day + timedelta(days=pick.choice((0, 0, 1, 2)))).isoformat()
        row = {"id": f"{story['id']}-{edit.__name__}", "published": later, "text": edit(text, pick)}
        yield {**row, "group": story["id"]}


def _filled(template: str, pick: random.Random) -> str:
    figures = {name: f"{pick.uniform(3, 900):.{pick.choice((0, 1, 2))}f}" for name in "abcde"}
    words = {"city": pick.choice(CITIES), "day": pick.choice(DAYS), "name": pick.choice(NAMES)}
    moods = {"move": pick.choice(("higher", "lower", "mixed")), "verb": pick.choice(("rose", "fell"))}
    last = {"news": pick.choice(("inflation data", "trade figures")), "part": pick.choice(("morning", "afternoon"))}
    return template.format(**figures, **words, **moods, **last)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
