"""A small encoder on disk, as the classifier and the trigger model are: int8 ONNX, tokenizer, card with hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.model import ModelFileError

Floats = npt.NDArray[np.float64]
# A fused step of the runtime that takes three times as long on a processor as the two that it stands for.
SLOW_ON_CPU = ["SkipLayerNormFusion"]


class Encoder:
    """Runs a model over one text after the other, on one thread.

    Attributes:
        card: What the model's card says.
    """

    def __init__(self, session: Any, tokenizer: Any, card: Mapping[str, Any]) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self.card = card
        self._outputs = {output.name for output in session.get_outputs()}

    @classmethod
    def open(cls, folder: Path, card: str) -> Encoder:
        """Open the model of a folder.

        Args:
            folder: Holds `model.onnx`, `tokenizer.json` and the card.
            card: The card's file.

        Raises:
            ModelFileError: A file is missing or is not the one that the card names.
        """
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        told = read_card(folder, card)
        options = SessionOptions()
        options.intra_op_num_threads = 1  # one worker process a core
        options.log_severity_level = 3
        session = InferenceSession(
            folder / "model.onnx", options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW_ON_CPU
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(int(told["max_tokens"]))
        tokenizer.no_padding()
        return cls(session, tokenizer, told)

    def run(self, text: str, wanted: Collection[str]) -> tuple[list[tuple[int, int]], dict[str, Any]]:
        """Return the offsets (characters) of a text's tokens, and those of the wanted outputs that the model has."""
        encoded = self._tokenizer.encode(text)
        feed = {
            "input_ids": np.array([encoded.ids], dtype=np.int64),
            "attention_mask": np.array([encoded.attention_mask], dtype=np.int64),
        }
        names = [name for name in wanted if name in self._outputs]
        outputs = {name: out[0] for name, out in zip(names, self._session.run(names, feed), strict=True)}
        return encoded.offsets, outputs


def softmax(logits: Any) -> Floats:
    """Return logits as probabilities over their last axis."""
    scores = np.asarray(logits, dtype=np.float64)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = weights / weights.sum(axis=-1, keepdims=True)
    return result


def read_card(folder: Path, name: str) -> dict[str, Any]:
    """Return a model's card after checking its files against it.

    Args:
        folder: Where the model lies.
        name: The card's file.

    Raises:
        ModelFileError: A file is missing or differs from its hash.
    """
    try:
        card: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
        for file, expected in card["sha256"].items():
            if hashlib.sha256((folder / file).read_bytes()).hexdigest() != expected:
                raise ModelFileError(f"{folder / file} is not the file that its card names; install Dateline again")
    except FileNotFoundError as error:
        raise ModelFileError(f"a model lacks {error.filename}; install Dateline again") from error
    return card
