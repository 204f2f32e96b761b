"""The small classifier: a sentence with a marked actor and recipient in, a type (or none) with its probability out.

The model is an encoder fine-tuned on text of our own (see `tools/classifier/README.md` and the card
`data/classifier/classifier.json`), stored as int8 ONNX. It generalises; the frames explain.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.knowledge.codebook import data_folder
from dateline.model import EventType, ModelFileError, Span

NONE = "NONE"
BATCH = 32
ACTOR_MARK, RECIPIENT_MARK = "@", "#"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence with who may act and who may be acted upon, spans in characters of the sentence."""

    text: str
    actor: Span | None
    recipient: Span | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Probabilities (0 to 1, summing to 1) of the event types and of no event between a pair."""

    types: Mapping[EventType, float]
    none: float

    @property
    def best(self) -> EventType:
        """The likeliest type."""
        return max(self.types, key=lambda event_type: self.types[event_type])


class Classifier:
    """Scores pairs in batches on one thread.

    Example:
        >>> pair = Pair("Peru accused Chile of spying.", Span(0, 4), Span(13, 18))
        >>> Classifier.load().judge([pair])[0].best.value
        'ACCUSE'
    """

    def __init__(self, session: Any, tokenizer: Any, card: Mapping[str, Any]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._labels: list[str] = list(card["labels"])
        self._temperature = float(card["temperature"])

    @classmethod
    def load(cls, folder: Path | None = None) -> Classifier:
        """Load the shipped model, or another folder of its form.

        Raises:
            ModelFileError: A file is missing or is not the one that the card names.
        """
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        where = folder or data_folder() / "classifier"
        card = read_card(where)
        options = SessionOptions()
        options.intra_op_num_threads = 1  # one worker process a core
        options.log_severity_level = 3
        session = InferenceSession(where / "model.onnx", options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(where / "tokenizer.json"))
        tokenizer.enable_truncation(int(card["max_tokens"]))
        tokenizer.enable_padding()
        return cls(session, tokenizer, card)

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """Return one judgement a pair, in order."""
        texts = [marked(pair) for pair in pairs]
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        found: dict[int, Judgement] = {}
        for at in range(0, len(order), BATCH):
            chosen = order[at : at + BATCH]
            for i, row in zip(chosen, self._probabilities([texts[i] for i in chosen]), strict=True):
                found[i] = self._judgement(row)
        return [found[i] for i in range(len(texts))]

    def _probabilities(self, texts: list[str]) -> npt.NDArray[np.float64]:
        encoded = self._tokenizer.encode_batch(texts)
        feed = {
            "input_ids": np.array([e.ids for e in encoded], dtype=np.int64),
            "attention_mask": np.array([e.attention_mask for e in encoded], dtype=np.int64),
        }
        logits = self._session.run(None, feed)[0].astype(np.float64) / self._temperature
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        result: npt.NDArray[np.float64] = weights / weights.sum(axis=1, keepdims=True)
        return result

    def _judgement(self, row: npt.NDArray[np.float64]) -> Judgement:
        by_label = dict(zip(self._labels, (float(p) for p in row), strict=True))
        none = by_label.pop(NONE)
        return Judgement({EventType(label): p for label, p in by_label.items()}, none)


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


def read_card(folder: Path) -> dict[str, Any]:
    """Return the model's card after checking its files against it.

    Raises:
        ModelFileError: A file is missing or differs from its hash.
    """
    try:
        card: dict[str, Any] = json.loads((folder / "classifier.json").read_text("utf-8"))
        for name, expected in card["sha256"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise ModelFileError(f"{folder / name} is not the file that its card names; install Dateline again")
    except FileNotFoundError as error:
        raise ModelFileError(f"the classifier lacks {error.filename}; install Dateline again") from error
    return card
