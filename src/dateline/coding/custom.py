"""Event types of a user's own, learned on the spot from a definition and some ten marked sentences.

A type of one's own is a kind of a PLOVER type (`plover`), as PLOVER's modes are: its events are recorded with that type
and with the new name as their mode, so that every reader of PLOVER records understands them. What tells them apart is
one logistic unit over the vectors that the shipped classifier makes of a marked pair; it learns from the examples, from
near misses, and from shipped sentences of every type, in seconds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.coding.models.classifier import Classifier, Judgement, Pair
from dateline.knowledge.codebook import Codebook, data_folder, read_toml
from dateline.model import EventType, LexiconError, Span

Floats = npt.NDArray[np.float64]
NAME = re.compile(r"[a-z][a-z0-9-]{1,39}")
MARKS = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
SUFFIX = ".json"
FORMAT = 1
FEWEST = 4  # examples below which nothing can be learned
STEPS, RATE, DECAY = 400, 0.5, 1e-3
PARTS = 5  # of the cross-validation that sets the threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """What a user says of a type.

    Attributes:
        name: Lower-case letters, digits and hyphens; the mode that its events get.
        plover: The PLOVER type that it is a kind of.
        cameo: CAMEO code of its events; the PLOVER type's root when left out.
        definition: What counts, in a sentence or two, for readers of the codebook.
        examples: Sentences that tell such an event, the actor in [brackets], the recipient in {braces}.
        near_misses: Sentences that look like it and are not.
        words: Lemmas one of which a sentence must hold; empty: any sentence.
    """

    name: str
    plover: EventType
    cameo: str
    definition: str
    examples: tuple[str, ...]
    near_misses: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomType:
    """A type that was learned: its definition, the unit's weights and threshold (0 to 1), and how well it did.

    `precision` and `recall` (0 to 1) are those of a cross-validation over examples, near misses and shipped lines.
    """

    definition: Definition
    weights: Floats
    threshold: float
    precision: float
    recall: float

    def share(self, judged: Judgement) -> float:
        """Return the probability (0 to 1) that a judged pair is such an event."""
        return float(_sigmoid(_features([judged]) @ self.weights)[0])


def read_definition(path: Path, name: str) -> Definition:
    """Read a definition, TOML or JSON.

    Raises:
        LexiconError: The file, or an entry of it, breaks the format; the message says what to do.
    """
    raw = _json(path) if path.suffix == SUFFIX else read_toml(path)
    if not NAME.fullmatch(name):
        raise LexiconError(f"{name!r} is no name for a type: use 2 to 40 lower-case letters, digits and hyphens")
    try:
        plover = EventType(str(raw["plover"]).upper())
    except (KeyError, ValueError) as error:
        raise LexiconError(f"{path}: give plover = one of {', '.join(EventType)}") from error
    codebook = Codebook.load()
    cameo = str(raw.get("cameo") or codebook.types[plover].cameo)
    if cameo not in codebook.cameo:
        raise LexiconError(f"{path}: there is no CAMEO code {cameo!r}")
    lists = {key: _strings(raw, key, path) for key in ("examples", "near_misses", "words")}
    if len(lists["examples"]) < FEWEST:
        raise LexiconError(f"{path}: {len(lists['examples'])} examples; give {FEWEST} or more, ten or so is best")
    for line in (*lists["examples"], *lists["near_misses"]):
        pair_of(line)
    return Definition(name=name, plover=plover, cameo=cameo, definition=str(raw.get("definition", "")), **lists)


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LexiconError(f"{path}: {error}") from error
    if not isinstance(found, dict):
        raise LexiconError(f"{path}: not an object of named entries")
    return found


def _strings(raw: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, str) and item.strip() for item in found):
        raise LexiconError(f"{path}: {key} must be a list of strings")
    return tuple(item.strip() for item in found)


def pair_of(line: str) -> Pair:
    """Take the marks out of an example.

    Raises:
        LexiconError: It marks no actor, or marks one side twice.

    Example:
        >>> pair_of("[Peru] greeted {Chile}.")
        Pair(text='Peru greeted Chile.', actor=Span(start=0, end=4), recipient=Span(start=13, end=18))
    """
    text, at = "", 0
    spans: dict[str, Span] = {}
    for found in MARKS.finditer(line):
        side = "actor" if found[1] else "recipient"
        if side in spans:
            raise LexiconError(f"two {side}s are marked in {line!r}")
        text += line[at : found.start()]
        words = found[1] or found[2]
        spans[side] = Span(len(text), len(text) + len(words))
        text, at = text + words, found.end()
    if "actor" not in spans:
        raise LexiconError(f"no actor is marked in {line!r}: write [the actor] and {{the recipient}}")
    return Pair(text + line[at:], spans["actor"], spans.get("recipient"))


def learn(definition: Definition, classifier: Classifier) -> CustomType:
    """Learn a type; the same definition and model always give the same weights."""
    good = [pair_of(line) for line in definition.examples]
    bad = [pair_of(line) for line in definition.near_misses] + background(definition.plover)
    judged = classifier.judge([*good, *bad], features=True)
    if not judged[0].features.size:
        raise LexiconError("the classifier's file gives no vectors; install Dateline's own")
    x = _features(judged)
    y = np.array([1.0] * len(good) + [0.0] * len(bad))
    held = _held_out(x, y)
    threshold, precision, recall = _threshold(held, y)
    return CustomType(definition, _fit(x, y), threshold, precision, recall)


def background(plover: EventType) -> list[Pair]:
    """Return shipped sentences of every type but `plover`, which are no examples of a new kind of it, and of none."""
    lines = (data_folder() / "classifier" / "background.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t", 1) for line in lines if line and not line.startswith("#"))
    return [pair_of(text) for label, text in rows if label != plover.value]


def _features(judged: Sequence[Judgement]) -> Floats:
    """Return vectors of unit length with a one behind, one row a judgement."""
    vectors = np.stack([np.asarray(j.features, dtype=np.float64) for j in judged])
    vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9) * 8.0
    return np.hstack([vectors, np.ones((len(vectors), 1))])


def _sigmoid(scores: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -40, 40))))


def _fit(x: Floats, y: Floats) -> Floats:
    """Fit the unit by gradient descent; examples weigh together as much as the other sentences."""
    weight = np.where(y > 0, max((y == 0).sum(), 1) / max(y.sum(), 1.0), 1.0)
    weight /= weight.sum()
    found = np.zeros(x.shape[1])
    for _ in range(STEPS):
        slope = x.T @ (weight * (_sigmoid(x @ found) - y)) + DECAY * found
        found -= RATE * slope
    return found


def _held_out(x: Floats, y: Floats) -> Floats:
    """Return the probability of every row by a unit that has not seen it."""
    shares = np.zeros(len(y))
    parts = np.arange(len(y)) % PARTS
    for part in range(PARTS):
        shares[parts == part] = _sigmoid(x[parts == part] @ _fit(x[parts != part], y[parts != part]))
    return shares


def _threshold(shares: Floats, y: Floats) -> tuple[float, float, float]:
    """Return the lowest threshold with the best F1 (with ten examples many have it), and precision and recall there."""
    best = (0.0, 0.5, 0.0, 0.0)
    for threshold in np.arange(0.3, 0.96, 0.05):
        right = float(((shares >= threshold) & (y > 0)).sum())
        precision = right / max(float((shares >= threshold).sum()), 1.0)
        recall = right / max(float(y.sum()), 1.0)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        if f1 > best[0] + 1e-9:
            best = (f1, float(threshold), precision, recall)
    return round(best[1], 2), round(best[2], 3), round(best[3], 3)


def save(custom: CustomType, folder: Path, model: str) -> Path:
    """Write a learned type into a codebook folder; `model` is the SHA-256 of the classifier used."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{custom.definition.name}{SUFFIX}"
    body = {
        "format": FORMAT,
        "model": model,
        "definition": asdict(custom.definition),
        "threshold": custom.threshold,
        "precision": custom.precision,
        "recall": custom.recall,
        "weights": [round(float(w), 5) for w in custom.weights],
    }
    path.write_text(json.dumps(body, ensure_ascii=False) + "\n", "utf-8")
    return path


def load_types(folder: Path, model: str) -> tuple[CustomType, ...]:
    """Read the types of a codebook folder, by name.

    Raises:
        LexiconError: There is none, or one was learned with another classifier; the message says what to do.
    """
    paths = sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []
    if not paths:
        raise LexiconError(f"{folder} holds no event type; make one with `dateline codebook new`")
    return tuple(_load(path, model) for path in paths)


def _load(path: Path, model: str) -> CustomType:
    raw = _json(path)
    try:
        if raw["format"] != FORMAT or raw["model"] != model:
            raise LexiconError(f"{path} was learned with another classifier; run `dateline codebook new` again")
        told = raw["definition"]
        definition = Definition(
            name=str(told["name"]),
            plover=EventType(told["plover"]),
            cameo=str(told["cameo"]),
            definition=str(told["definition"]),
            examples=tuple(told["examples"]),
            near_misses=tuple(told["near_misses"]),
            words=tuple(told["words"]),
        )
        weights = np.array(raw["weights"], dtype=np.float64)
        return CustomType(definition, weights, float(raw["threshold"]), float(raw["precision"]), float(raw["recall"]))
    except (KeyError, TypeError, ValueError) as error:
        raise LexiconError(f"{path} lacks or misspells {error}; run `dateline codebook new` again") from error
