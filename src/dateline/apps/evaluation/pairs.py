"""Suite `pairs`: a sentence with a marked source and target; which of 15 roots holds between them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.apps.evaluation.metrics import Tally, intervals, macro_f1
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.coding import code_pair
from dateline.coding.pairs import FRAME_WEIGHT
from dateline.knowledge.codebook import read_entries
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
CONVENTIONS = Path(__file__).with_name("conventions.toml")
Answer = tuple[str, str, bool]
Conventions = Mapping[tuple[str, str], str]


def evaluate(rows: Sequence[Row], system: System, *, frame_weight: float = FRAME_WEIGHT) -> dict[str, Any]:
    """Ask for the root between every pair; a pair without an answer counts as wrong.

    Args:
        rows: The pairs, JSON Lines rows with `text`, `source`, `target` and `root`.
        system: The stages.
        frame_weight: What a frame weighs against the classifier (`coding/pairs.py`); 0 asks the classifier alone.

    Returns:
        `accuracy`, `macro_f1`, `macro_f1_no_manual` (rows not taken from the CAMEO manual), `quad_macro_f1`,
        `binary_macro_f1`, `calibration_error` (expected, ten bins), `n`, counts per class and intervals. These are in
        the corpus's own roots (`conventions.toml`); the same keys with `_untranslated` are in PLOVER 0.8's.
    """
    stories = [sentence_story(row["id"], row["text"]) for row in rows]
    conventions = read_conventions()
    answers: list[Answer] = []
    plain: list[Answer] = []
    sure: list[tuple[float, bool]] = []
    for row, resolved in zip(rows, system.resolved(stories), strict=True):
        kinds = code_pair(
            resolved, _span(row["source"]), _span(row.get("target") or {}), system.coder, frame_weight=frame_weight
        )
        label, share = _likeliest(roots(kinds, conventions))
        manual = bool(row.get("cameo_manual"))
        answers.append((row["root"], label, manual))
        plain.append((row["root"], _likeliest(roots(kinds, {}))[0], manual))
        sure.append((share, label == row["root"]))
    return {
        **figures(answers),
        **{f"{name}_untranslated": value for name, value in figures(plain).items()},
        "calibration_error": calibration_error(sure),
        "n": len(rows),
        "classes": _by_class(answers),
        "confusions": [[f"{g}>{s}", n] for (g, s), n in _confusions(answers).most_common(15)],
        "matrix": matrix(answers),
        "intervals": intervals(answers, figures),
    }


def read_conventions() -> dict[tuple[str, str], str]:
    """Return the corpus's root of each (type, mode) that it files elsewhere than PLOVER 0.8."""
    return {(e["type"], e["mode"]): e["root"] for e in read_entries(CONVENTIONS, "convention")}


def roots(kinds: Mapping[tuple[EventType, str], float], conventions: Conventions) -> dict[str, float]:
    """Return the shares of the corpus's roots.

    Example:
        >>> kinds = {(EventType.SANCTION, "convict"): 0.75, (EventType.RETREAT, ""): 0.25}
        >>> roots(kinds, {("SANCTION", "convict"): "ACCUSE"})
        {'ACCUSE': 0.75, 'YIELD': 0.25}
    """
    found: dict[str, float] = {}
    for (event_type, mode), share in kinds.items():
        root = conventions.get((event_type.value, mode)) or MERGED.get(event_type, event_type.value)
        found[root] = found.get(root, 0.0) + share
    return found


def _likeliest(shares: Mapping[str, float]) -> tuple[str, float]:
    label = max(shares, key=lambda root: shares[root], default=NOTHING)
    return label, shares.get(label, 0.0)


def matrix(answers: Sequence[Answer]) -> dict[str, dict[str, int]]:
    """Return how often each root (outer) was taken for which (inner)."""
    found: dict[str, dict[str, int]] = {}
    for gold, coded, _ in answers:
        row = found.setdefault(gold, {})
        row[coded] = row.get(coded, 0) + 1
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
