"""Fits the weights by which the resolver chooses the land of an office (`resolve/lands/weighed_lands.py`).

    python -m tools.lands.fit [--folds 5]

It resolves the marked reports that are not held out (`tools/triggers/marked/full-*.txt`), takes every office or service that a
mark gives a land and the words give none, and fits a linear choice among the lands of its report: the share of the weight
that the right land has of all is made as large as it can be, with a penalty on large weights. Prints what share is right of
reports left out of the fit, then the weights.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from tools.triggers import marks

from dateline.apps.evaluation.mentions import mention_at
from dateline.apps.evaluation.system import System
from dateline.model import ResolvedStory, Story
from dateline.readers import read_record
from dateline.resolve.lands import belonging
from dateline.resolve.lands.weighed_lands import WEIGHTS, WeighedLands

NAMES = tuple(WEIGHTS)
# States of then, as the marks and the resolver may call them.
ALIKE = {"KOS": "XKX", "YUG": "SRB", "ZAR": "COD", "SUN": "RUS"}
# The signs of each land of a report.
Signs = Mapping[str, Mapping[str, float]]
STEPS, RATE, PENALTY = 3000, 0.02, 1.0
SEEN: dict[str, dict[int, dict[str, dict[str, float]]]] = {}


@dataclass(frozen=True)
class Choice:
    """One choice: its report, the signs of each land, and which is right."""

    report: str
    signs: Any
    right: Any


class Watched(WeighedLands):
    """Keeps the signs of every office that is asked about."""

    def of(self, head: int, **known: Any) -> str | None:
        """Choose as ever, and keep what was weighed."""
        never = known.pop("never", ())
        SEEN.setdefault(self._parsed.story.id, {})[head] = self.signs(head, **known)
        return super().of(head, never=never, **known)


def stories() -> Iterator[tuple[Story, list[marks.Row]]]:
    """Yield the reports as they were written, datelines and all, with their marked sentences."""
    rows: dict[str, list[marks.Row]] = {}
    for row in marks.reports():
        if row.source.startswith("full") and not row.held:
            rows.setdefault(row.source.rpartition(":")[0], []).append(row)
    for name, number, sentences, _ in marks.blocks():
        title, *body = [text for _, text in sentences]
        place, year = f"{name}:{number}", re.search(r"\b(19|20)\d\d\b", body[0] if body else "")
        day = f"{year.group() if year else 2015}-05-05"
        story = read_record({"id": place, "published": day, "title": title, "text": "\n\n".join(body)}, origin=place)
        if place in rows and isinstance(story, Story):
            yield story, rows[place]


def marked_lands(rows: list[marks.Row], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each party's word stands in a report's text, and its land."""
    for row in rows:
        base = text.find(row.text)
        for deed in (*row.deeds, *(row.ties or ())) if base >= 0 else ():
            for words, codes in zip((deed.actors, deed.recipients), deed.codes or ((), ()), strict=True):
                if words and len(words) == len(codes) == 1 and not codes[0].startswith("-"):
                    yield base + words[0][0], base + words[0][1], codes[0].partition(".")[0]


def choices(resolved: ResolvedStory, rows: list[marks.Row]) -> Iterator[Choice]:
    """Yield the offices of a report whose land only the story tells."""
    asked = SEEN.pop(resolved.parsed.story.id, {})
    taken = set()
    for start, end, land in marked_lands(rows, resolved.parsed.story.text):
        mention = mention_at(resolved, start, end)
        known = mention.resolution if mention else None
        if mention is None or known is None or mention.head in taken or "story's country" not in known.rule:
            continue
        found = choice(asked.get(mention.head, {}), land, NAMES, rows)
        if found is not None:
            taken.add(mention.head)
            yield found


def choice(signs: Signs, land: str, names: Sequence[str], rows: list[marks.Row]) -> Choice | None:
    """Return a choice among the lands of a report; None where it has one only, or not the right one."""
    right, lands = {land, ALIKE.get(land, land)}, sorted(signs)
    if len(lands) < 2 or not right & set(lands):
        return None
    table = np.array([[signs[code].get(name, 0.0) for name in names] for code in lands])
    return Choice(rows[0].source.rpartition(":")[0], table, np.array([code in right for code in lands]))


def fitted(given: list[Choice]) -> Any:
    """Return the weights that make the right lands likeliest."""
    table, right = np.concatenate([c.signs for c in given]), np.concatenate([c.right for c in given]).astype(float)
    sizes = np.array([len(c.signs) for c in given])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    which = np.repeat(np.arange(len(given)), sizes)
    weights, speed, scale = np.zeros((3, table.shape[1]))
    for step in range(1, STEPS + 1):
        scores = table @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[which])
        among = powers / np.add.reduceat(powers, starts)[which]
        within = powers * right / np.add.reduceat(powers * right, starts)[which]
        slope = table.T @ (among - within) + PENALTY * weights
        speed, scale = 0.9 * speed + 0.1 * slope, 0.999 * scale + 0.001 * slope**2
        weights = weights - RATE * (speed / (1 - 0.9**step)) / (np.sqrt(scale / (1 - 0.999**step)) + 1e-8)
    return weights


def share_right(given: list[Choice], weights: Any) -> float:
    """Return the share of choices in which the heaviest land is right."""
    return float(np.mean([c.right[int(np.argmax(c.signs @ weights))] for c in given]))


def report(found: list[Choice], names: Sequence[str], folds: int) -> None:
    """Print what share is right of reports left out of the fit, then the weights by their names."""
    reports = sorted({c.report for c in found})
    fold = {report: number % folds for number, report in enumerate(reports)}
    shares = []
    for left_out in range(folds):
        weights = fitted([c for c in found if fold[c.report] != left_out])
        shares.append(share_right([c for c in found if fold[c.report] == left_out], weights))
    print(f"{len(found)} choices; right in reports left out: {np.mean(shares):.3f}")
    for name, weight in zip(names, fitted(found), strict=True):
        print(f'    "{name}": {weight:.2f},')


def run(choose: Callable[[ResolvedStory, list[marks.Row]], Iterator[Choice]], names: Sequence[str], about: str) -> None:
    """Resolve the marked reports, fit on the choices in them, and print how well it does on reports left out."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--folds", type=int, default=5)
    folds = parser.parse_args().folds
    told = list(stories())
    resolved = System().resolved(story for story, _ in told)
    report([c for done, (_, rows) in zip(resolved, told, strict=True) for c in choose(done, rows)], names, folds)


def main() -> None:
    """Fit the weights of offices."""
    setattr(belonging, "WeighedLands", Watched)  # noqa: B010 - the resolver's own, for this run
    run(choices, NAMES, __doc__ or "")


if __name__ == "__main__":
    main()
