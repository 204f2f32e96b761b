"""Suite `pairs`: a sentence with a marked source and target; which of 15 roots holds between them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals, macro_f1
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.coding import code_pair
from dateline.model import EventType, Span

# The corpus joins verbal and material concession.
MERGED = {EventType.CONCEDE: "YIELD", EventType.RETREAT: "YIELD"}
# Quad numbers as the corpus gives them with each root (its `penta` field).
QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
NOTHING = "NONE"
Answer = tuple[str, str, bool]


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Ask for the root between every pair; a pair without an answer counts as wrong.

    Returns:
        `accuracy`, `macro_f1`, `macro_f1_no_manual` (rows not taken from the CAMEO manual), `quad_macro_f1`,
        `binary_macro_f1`, `calibration_error` (expected, ten bins), `n`, counts per class and intervals.
    """
    stories = [sentence_story(row["id"], row["text"]) for row in rows]
    answers: list[Answer] = []
    sure: list[tuple[float, bool]] = []
    for row, resolved in zip(rows, system.resolved(stories), strict=True):
        shares = _merged(code_pair(resolved, _span(row["source"]), _span(row.get("target") or {}), system.coder))
        label = max(shares, key=lambda root: shares[root]) if shares else NOTHING
        answers.append((row["root"], label, bool(row.get("cameo_manual"))))
        sure.append((shares.get(label, 0.0), label == row["root"]))
    return {
        **figures(answers),
        "calibration_error": calibration_error(sure),
        "n": len(rows),
        "classes": _by_class(answers),
        "confusions": [[f"{g}>{s}", n] for (g, s), n in _confusions(answers).most_common(15)],
        "intervals": intervals(answers, figures),
    }


def _merged(shares: Mapping[EventType, float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for event_type, share in shares.items():
        root = MERGED.get(event_type, event_type.value)
        found[root] = found.get(root, 0.0) + share
    return found


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Return the expected calibration error over ten bins of confidence (Guo et al. 2017, section 2)."""
    gaps = 0.0
    for low in range(10):
        inside = [(p, right) for p, right in sure if min(int(p * 10), 9) == low]
        gaps += abs(sum(p for p, _ in inside) - sum(right for _, right in inside))
    return gaps / len(sure) if sure else 0.0


def _span(marked: Row) -> Span | None:
    # An implicit side ("a recipient") has no words in the sentence.
    return Span(marked["start"], marked["end"]) if marked.get("start") is not None else None


def figures(answers: Sequence[Answer]) -> dict[str, float]:
    """Return the suite's figures for (gold, system, from the manual) triples."""
    labels = [(gold, coded) for gold, coded, _ in answers]
    plain = [(gold, coded) for gold, coded, manual in answers if not manual]
    quads = [(str(QUAD.get(g, 0)), str(QUAD.get(s, 0))) for g, s in labels]
    halves = [(_half(g), _half(s)) for g, s in quads]
    return {
        "accuracy": sum(g == s for g, s in labels) / len(labels) if labels else 0.0,
        "macro_f1": macro_f1(labels),
        "macro_f1_no_manual": macro_f1(plain),
        "quad_macro_f1": macro_f1(quads),
        "binary_macro_f1": macro_f1(halves),
    }


def _half(quad: str) -> str:
    return {"1": "cooperation", "2": "cooperation", "3": "conflict", "4": "conflict"}.get(quad, "none")


def _confusions(answers: Sequence[Answer]) -> Counter[tuple[str, str]]:
    return Counter((gold, coded) for gold, coded, _ in answers if gold != coded)


def _by_class(answers: Sequence[Answer]) -> dict[str, dict[str, float]]:
    found = {}
    for label in sorted({gold for gold, _, _ in answers}):
        correct = sum(g == s == label for g, s, _ in answers)
        gold = sum(g == label for g, _, _ in answers)
        tally = Tally(correct, sum(s == label for _, s, _ in answers), gold)
        found[label] = {"n": gold, "precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return found
