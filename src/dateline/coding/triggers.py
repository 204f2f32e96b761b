"""The trigger model: a sentence in; for each of its words how likely it names an event of each type, or none.

It is a second small encoder, fine-tuned on sentences in which every deed was marked on its word by reading (decision
0014, `tools/triggers/README.md`), stored as int8 ONNX beside the classifier. The classifier judges a marked pair; this
model finds the words, a sentence in one question however many deeds it tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.coding.classifier import NONE
from dateline.coding.encoder import Encoder, Floats, softmax
from dateline.knowledge.codebook import data_folder
from dateline.model import EventType

CARD = "triggers.json"


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

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        labels = list(encoder.card["labels"])
        self._none = labels.index(NONE)
        self._columns = {EventType(label): column for column, label in enumerate(labels) if label != NONE}
        self._types = {column: event_type for event_type, column in self._columns.items()}

    @classmethod
    def load(cls, folder: Path | None = None) -> TriggerModel:
        """Load the shipped model, or another folder of its form.

        Raises:
            ModelFileError: A file is missing or is not the one that the card names.
        """
        return cls(Encoder.open(folder or data_folder() / "triggers", CARD))

    def read(self, text: str) -> dict[int, Trigger]:
        """Return what each word of a sentence names, by the offset (characters) of the word in it.

        Words beyond the model's length (see its card) have none.
        """
        offsets, out = self._encoder.run(text, ("words",))
        shares = softmax(out["words"])
        typed = shares.copy()
        typed[:, self._none] = 0.0
        found = zip(offsets, shares, typed.argmax(axis=1).tolist(), strict=True)
        return {start: self._trigger(row, best) for (start, end), row, best in found if end > start}

    def _trigger(self, row: Floats, best: int) -> Trigger:
        return Trigger(self._types[best], float(row[best]), float(row[self._none]), row, self._columns)
