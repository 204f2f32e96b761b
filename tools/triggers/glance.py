"""Learns the weights by which `coding/models/glance.py` tells sentences worth reading from their words alone.

Usage: python -m tools.triggers.glance OUT.tsv

Needs scikit-learn. Every marked sentence that is not held out teaches whether it tells a deed or a standing relation; those
of published news (Wikinews), where deeds are rarer than in our own reports, count several times.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from tools.triggers import marks

from dateline.coding.models.glance import features

PUBLISHED, LEAST, STRENGTH, KEPT = 3, 4, 0.1, 0.04
SHARES = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4)


def seen(text: str) -> list[str]:
    """Return the features of a sentence."""
    return [feature for match in marks.WORD.finditer(text) for feature in features(match.group())]


def tells(row: marks.Row) -> bool:
    """Say whether a sentence tells something."""
    return bool(row.deeds or row.ties)


def told(name: str, rows: list[marks.Row], likely: list[float]) -> None:
    """Print how many sentences, and how many of their deeds, stand below each share."""
    deeds = [len(row.deeds) for row in rows]
    for share in SHARES:
        below = [likely[i] < share for i in range(len(rows))]
        lost = sum(n for n, out in zip(deeds, below, strict=True) if out) / max(1, sum(deeds))
        print(f"{name} below {share}: {sum(below) / len(rows):.3f} of sentences, {lost:.3f} of deeds")


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    published, ours = list(marks.wikinews()), list(marks.reports())
    rows = [row for row in (*ours, *(published * PUBLISHED)) if not row.held]
    counter = CountVectorizer(analyzer=seen, min_df=LEAST, binary=True)
    table = counter.fit_transform([row.text for row in rows])
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(table, [tells(row) for row in rows])
    for name, group in (("published", published), ("ours", ours)):
        held = [row for row in group if row.held]
        told(name, held, model.predict_proba(counter.transform([row.text for row in held]))[:, 1].tolist())
    weights = dict(zip(counter.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    lines = [f"\t{model.intercept_[0]:.2f}", *(f"{w}\t{x:.2f}" for w, x in sorted(weights.items()) if abs(x) >= KEPT)]
    head = "# origin: tools/triggers/glance.py, from the marked sentences; word (or beginning), weight"
    options.out.write_text("\n".join([head, *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
