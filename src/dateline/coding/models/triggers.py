"""The trigger model: a sentence in; for each word how likely it names an event or a standing relation, and whose it is.

It is a second small encoder, fine-tuned on sentences in which every deed was marked on its word by reading (decision
0014, `tools/triggers/README.md`), stored as int8 ONNX beside the classifier. The classifier judges a marked pair; this
model finds the words, a sentence in one question however many deeds it tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.coding.models.classifier import NONE
from dateline.coding.models.encoder import Encoder, Floats, softmax
from dateline.coding.models.glance import shipped
from dateline.knowledge.codebook import data_folder
from dateline.model import EventType, ParsedStory, Sentence

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


@dataclass(frozen=True, slots=True)
class Bond:
    """The standing relation that one word names.

    Attributes:
        kind: The likeliest kind of relation.
        share: Its probability, 0 to 1.
    """

    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Pointed:
    """Whom a word that names something points to, on one side.

    Attributes:
        nobody: The share (0 to 1) that the sentence names nobody.
        starts: Offset (characters) of each token of the sentence that is part of a word, as the model parts it.
        shares: The share of each of them.
    """

    nobody: float
    starts: tuple[int, ...]
    shares: tuple[float, ...]

    @property
    def best(self) -> tuple[int, float]:
        """The offset of the word that is pointed to most and its share; -1 where there is none."""
        return max(zip(self.starts, self.shares, strict=True), key=lambda found: found[1], default=(-1, 0.0))


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """What the model reads in one sentence.

    Attributes:
        words: What each word names, by its offset (characters); words beyond the model's length have none.
        bonds: The standing relation that each word names, likewise.
    """

    words: Mapping[int, Trigger]
    bonds: Mapping[int, Bond]
    offsets: Sequence[tuple[int, int]] = field(repr=False, compare=False)
    asks: Floats = field(repr=False, compare=False)
    answers: Floats = field(repr=False, compare=False)

    def actor(self, start: int) -> Pointed:
        """Return who does what the word at an offset names."""
        return self._pointed(start, 0)

    def recipient(self, start: int) -> Pointed:
        """Return to whom it is done."""
        return self._pointed(start, 1)

    def _pointed(self, start: int, side: int) -> Pointed:
        """Compare what a word asks for with what each word answers; the first token answers for nobody."""
        row = next((i for i, (s, e) in enumerate(self.offsets) if s == start and e > s), None)
        if row is None:
            return Pointed(1.0, (), ())
        half = self.asks.shape[1] // 2
        part = slice(side * half, (side + 1) * half)
        open_to = [0, *(i for i, (s, e) in enumerate(self.offsets) if e > s)]
        shares = softmax(self.answers[open_to, part] @ self.asks[row, part]).tolist()
        return Pointed(shares[0], tuple(self.offsets[i][0] for i in open_to[1:]), tuple(shares[1:]))


class TriggerModel:
    """Reads the words of sentences, one sentence after the other, on one thread.

    Example:
        >>> read = TriggerModel.load().read("Peru shelled two villages.")
        >>> read.words[5].type.value
        'ASSAULT'
        >>> read.actor(5).best[0]
        0
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        labels = list(encoder.card["labels"])
        self._none = labels.index(NONE)
        self._columns = {EventType(label): column for column, label in enumerate(labels) if label != NONE}
        self._types = {column: event_type for event_type, column in self._columns.items()}
        self._kinds = list(encoder.card["kinds"])

    @classmethod
    def load(cls, folder: Path | None = None) -> TriggerModel:
        """Load the shipped model, or another folder of its form.

        Raises:
            ModelFileError: A file is missing or is not the one that the card names.
        """
        return cls(Encoder.open(folder or data_folder() / "triggers", CARD))

    def read(self, text: str) -> SentenceRead:
        """Return what the words of a sentence name, and what points from each to its parties."""
        offsets, out = self._encoder.run(text, ("words", "bonds", "asks", "answers"))
        shares, kinds = softmax(out["words"]), softmax(out["bonds"])
        best = _best_but(shares, self._none)
        likely = _best_but(kinds, self._kinds.index(NONE))
        inside = [i for i, (start, end) in enumerate(offsets) if end > start]
        words = {offsets[i][0]: self._trigger(shares[i], best[i]) for i in inside}
        bonds = {offsets[i][0]: Bond(self._kinds[likely[i]], float(kinds[i, likely[i]])) for i in inside}
        return SentenceRead(words, bonds, offsets, out["asks"], out["answers"])

    def _trigger(self, row: Floats, best: int) -> Trigger:
        return Trigger(self._types[best], float(row[best]), float(row[self._none]), row, self._columns)


class StoryReads:
    """What the trigger model reads in the sentences of one story, each read once, when somebody asks."""

    def __init__(self, model: TriggerModel, parsed: ParsedStory) -> None:
        self._model = model
        self._parsed = parsed
        self._known: dict[int, SentenceRead] = {}

    def is_worth(self, sentence: Sentence) -> bool:
        """Say whether a sentence may tell something: it was read already, or its words let one think so."""
        return sentence.i in self._known or shipped().is_worth(self._parsed.sentence_tokens(sentence))

    def of(self, sentence: Sentence) -> SentenceRead:
        """Return what a sentence tells."""
        if sentence.i not in self._known:
            self._known[sentence.i] = self._model.read(sentence.span.of(self._parsed.story.text))
        return self._known[sentence.i]


def _best_but(shares: Floats, none: int) -> list[int]:
    """Return the likeliest column of each row beside the one for nothing."""
    typed = shares.copy()
    typed[:, none] = 0.0
    best: list[int] = typed.argmax(axis=1).tolist()
    return best
