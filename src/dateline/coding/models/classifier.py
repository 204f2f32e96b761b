"""The small classifier: a sentence with a marked actor and recipient in; types (or none), modes, probabilities out.

The model is an encoder fine-tuned on text of our own (see `tools/classifier/README.md` and the card
`data/classifier/classifier.json`), stored as int8 ONNX. It generalises; the frames explain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.coding.models.encoder import Encoder, Floats, softmax
from dateline.knowledge.codebook import data_folder
from dateline.model import EventType, Span

Vector = npt.NDArray[np.float32]
CARD = "classifier.json"
NONE = "NONE"
# Below this a mode is more often a guess: of held-out sentences 80 % were right at 0.5, 93 % at 0.8.
SURE_MODE = 0.8
ACTOR_MARK, RECIPIENT_MARK = "@", "#"
NO_MODE = "-"  # as the card writes it


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with who may act and who may be acted upon, spans in characters of the sentence."""

    text: str
    actor: Span | None
    recipient: Span | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the classifier thinks of a pair.

    Attributes:
        types: Probabilities (0 to 1) of the event types; with `none` they sum to 1.
        none: Probability of no event between the two.
        modes: For each type that has any, probabilities (summing to 1) of its modes, and of the kinds that CAMEO tells
            apart and PLOVER does not ("promise", "apologise"); the empty mode is none of them.
        features: What the encoder makes of the pair, for types that users add; empty unless asked for.
    """

    types: Mapping[EventType, float]
    none: float
    modes: Mapping[EventType, Mapping[str, float]] = field(default_factory=dict)
    features: npt.NDArray[np.float32] = field(
        default_factory=lambda: np.zeros(0, np.float32), repr=False, compare=False
    )

    @property
    def best(self) -> EventType:
        """The likeliest type."""
        return max(self.types, key=lambda event_type: self.types[event_type])

    def mode(self, event_type: EventType) -> str:
        """Return the likeliest mode or kind of a type; empty where it has none or is not sure."""
        modes = self.modes.get(event_type, {})
        best = max(modes, key=lambda mode: modes[mode], default="")
        return best if modes and modes[best] >= SURE_MODE else ""


class Classifier:
    """Scores pairs, one after the other, on one thread.

    Example:
        >>> pair = Pair("Peru accused Chile of spying.", Span(0, 4), Span(13, 18))
        >>> Classifier.load().judge([pair])[0].best.value
        'ACCUSE'
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        card = encoder.card
        self._labels = [None if label == NONE else EventType(label) for label in card["labels"]]
        self._temperature = float(card["temperature"])
        self.sha256 = str(card["sha256"]["model.onnx"])
        self._modes = _by_type(card.get("modes", ()))

    @classmethod
    def load(cls, folder: Path | None = None) -> Classifier:
        """Load the shipped model, or another folder of its form.

        Raises:
            ModelFileError: A file is missing or is not the one that the card names.
        """
        return cls(Encoder.open(folder or data_folder() / "classifier", CARD))

    def judge(self, pairs: Sequence[Pair], *, features: bool = False) -> list[Judgement]:
        """Return one judgement a pair, in order.

        Args:
            pairs: Any number of them. Each is read alone: the int8 model scales its numbers by what it reads at once,
                so that in a batch a pair's probabilities would hang on its neighbours. Alone they also cost less.
            features: Keep the encoder's vectors.
        """
        texts = [marked(pair) for pair in pairs]
        judged = {text: self._one(text, features) for text in dict.fromkeys(texts)}
        return [judged[text] for text in texts]

    def _one(self, text: str, features: bool) -> Judgement:
        _, out = self._encoder.run(text, ("logits", "modes", *(["pooled"] if features else [])))
        return self._judgement(softmax(out["logits"] / self._temperature), out.get("modes"), out.get("pooled"))

    def _judgement(self, row: Floats, modes: Any, vector: Any) -> Judgement:
        types = {label: p for label, p in zip(self._labels, row.tolist(), strict=True) if label is not None}
        by_type = {} if modes is None else _Modes(modes, self._modes)
        features = np.zeros(0, np.float32) if vector is None else vector
        return Judgement(types, float(row[self._labels.index(None)]), by_type, features)


class StoryClassifier:
    """A classifier that is asked the same of one story only once, whoever asks: each question costs milliseconds."""

    def __init__(self, classifier: Classifier) -> None:
        """Prepare for one story."""
        self._classifier = classifier
        self._known: dict[tuple[Pair, bool], Judgement] = {}

    def judge(self, pairs: Sequence[Pair], *, features: bool = False) -> list[Judgement]:
        """Return one judgement a pair, in order, as `Classifier.judge` does."""
        new = [pair for pair in dict.fromkeys(pairs) if (pair, features) not in self._known]
        for pair, judged in zip(new, self._classifier.judge(new, features=features), strict=True):
            self._known[pair, features] = judged
        return [self._known[pair, features] for pair in pairs]


class _Modes(Mapping[EventType, Mapping[str, float]]):
    """The shares of every type's modes, worked out when they are asked for: mostly those of one type are."""

    def __init__(self, scores: Any, columns: Mapping[EventType, Mapping[str, int]]) -> None:
        self._scores = scores
        self._columns = columns

    def __getitem__(self, event_type: EventType) -> Mapping[str, float]:
        columns = self._columns[event_type]
        return dict(zip(columns, softmax(self._scores[[list(columns.values())]])[0].tolist(), strict=True))

    def __iter__(self) -> Iterator[EventType]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


def _by_type(names: Sequence[str]) -> dict[EventType, dict[str, int]]:
    """Return the column of each mode, by type, of the card's list of "TYPE/mode"."""
    found: dict[EventType, dict[str, int]] = {}
    for column, name in enumerate(names):
        label, mode = name.split("/")
        found.setdefault(EventType(label), {})["" if mode == NO_MODE else mode] = column
    return found


def marked(pair: Pair) -> str:
    """Write the pair's marks into the sentence, as the model was trained to read it.

    Example:
        >>> marked(Pair("Peru left Chile.", Span(0, 4), Span(10, 15)))
        '@ Peru @ left # Chile #.'
    """
    marks = [(s, sign) for s, sign in ((pair.actor, ACTOR_MARK), (pair.recipient, RECIPIENT_MARK)) if s is not None]
    text = pair.text
    for span, sign in sorted(marks, key=lambda m: -m[0].start):
        text = f"{text[: span.start]}{sign} {text[span.start : span.end]} {sign}{text[span.end :]}"
    return text
