"""The trigger model: a sentence in; for each of its words how likely it names an event of each type, or none.

It is a second small encoder, fine-tuned on sentences in which every deed was marked on its word by reading (decision
0014, `tools/triggers/README.md`), stored as int8 ONNX beside the classifier. The classifier judges a marked pair; this
model finds the words, a sentence in one question however many deeds it tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from dateline.coding.classifier import SLOW_ON_CPU, Floats, read_card, softmax
from dateline.knowledge.codebook import data_folder
from dateline.model import EventType

CARD = "triggers.json"
NONE = "NONE"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What one word names.

    Attributes:
        type: The likeliest type of event.
        share: Its probability, 0 to 1.
        none: Probability that the word names no event.
        shares: Probabilities of all labels of the model, none among them.
        columns: The column in `shares` of each type.
    """

    type: EventType
    share: float
    none: float
    shares: Floats = field(repr=False, compare=False)
    columns: Mapping[EventType, int] = field(repr=False, compare=False)

    def share_of(self, event_type: EventType) -> float:
        """Return the probability (0 to 1) that the word names a deed of a type."""
        return float(self.shares[self.columns[event_type]])


class TriggerModel:
    """Reads the words of sentences, one sentence after the other, on one thread.

    Example:
        >>> read = TriggerModel.load().read("Peru shelled two villages.")
        >>> read[5].type.value
        'ASSAULT'
    """

    def __init__(self, session: Any, tokenizer: Any, labels: tuple[str, ...]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._none = labels.index(NONE)
        self._columns = {EventType(label): column for column, label in enumerate(labels) if label != NONE}
        self._types = {column: event_type for event_type, column in self._columns.items()}

    @classmethod
    def load(cls, folder: Path | None = None) -> TriggerModel:
        """Load the shipped model, or another folder of its form.

        Raises:
            ModelFileError: A file is missing or is not the one that the card names.
        """
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        where = folder or data_folder() / "triggers"
        card = read_card(where, CARD)
        options = SessionOptions()
        options.intra_op_num_threads = 1  # one worker process a core
        options.log_severity_level = 3
        session = InferenceSession(
            where / "model.onnx", options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_ON_CPU
        )
        tokenizer = Tokenizer.from_file(str(where / "tokenizer.json"))
        tokenizer.enable_truncation(int(card["max_tokens"]))
        tokenizer.no_padding()
        return cls(session, tokenizer, tuple(card["labels"]))

    def read(self, text: str) -> dict[int, Trigger]:
        """Return what each word of a sentence names, by the offset (characters) of the word in it.

        Words beyond the model's length (see its card) have none.
        """
        encoded = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoded.ids], dtype=np.int64),
            "attention_mask": np.array([encoded.attention_mask], dtype=np.int64),
        }
        (scores,) = self._session.run(["words"], feed)
        shares = softmax(scores[0])
        typed = shares.copy()
        typed[:, self._none] = 0.0
        found = zip(encoded.offsets, shares, typed.argmax(axis=1).tolist(), strict=True)
        return {start: self._trigger(row, best) for (start, end), row, best in found if end > start}

    def _trigger(self, row: Floats, best: int) -> Trigger:
        return Trigger(self._types[best], float(row[best]), float(row[self._none]), row, self._columns)
