"""Writes the trained classifier as int8 ONNX with its tokenizer and card, and says how far int8 is from float.

Usage: python -m tools.classifier.export ENCODER_DIR MODEL_DIR OUT_DIR [--rows ROWS.jsonl]

Needs torch, transformers, onnx and onnxruntime. OUT_DIR is `src/dateline/knowledge/data/classifier`. With rows (held out
of training) it says how many it has right; the temperature is the one that makes probabilities calibrated on the judged
pairs of held-out stories, which are text of others.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tools.classifier.mix import read_rows
from tools.classifier.net import LABELS, MODES, Classifier, mark, mark_ids, rows_of
from transformers import AutoModel, AutoTokenizer


class Outputs(torch.nn.Module):  # type: ignore[misc]
    """The classifier behind the two inputs and three outputs of the file."""

    def __init__(self, model: Classifier) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        """Return the logits of types and modes, and the pooled vectors that added types learn from."""
        pooled = self.model.pooled(input_ids, attention_mask)
        return self.model.head(pooled), self.model.modes(pooled), pooled


def write_onnx(model: Classifier, out: Path) -> Path:
    """Export to float ONNX, quantise weights to int8, keep the small file."""
    example = torch.ones((2, 16), dtype=torch.long)
    example[:, 3], example[:, 7] = model.marks[0], model.marks[1]
    return write_int8(Outputs(model), example, out, ["logits", "modes", "pooled"])


def write_int8(model: Any, example: Any, out: Path, outputs: list[str]) -> Path:
    """Write a network over token ids and mask as int8 ONNX.

    Args:
        model: Returns its outputs for token ids and mask `[batch, tokens]`.
        example: Token ids `[2, 16]` to trace it with.
        out: The folder.
        outputs: Their names.
    """
    mask = torch.ones((2, 16), dtype=torch.long)
    mask[1, 9:] = 0  # with a mask of ones the exporter would leave masking out
    full, small = out / "float.onnx", out / "model.onnx"
    batch, tokens = torch.export.Dim("batch", min=1, max=512), torch.export.Dim("tokens", min=2, max=510)
    torch.onnx.export(
        model.eval(), (example, mask), str(full), input_names=["input_ids", "attention_mask"], output_names=outputs,
        dynamic_shapes={"input_ids": {0: batch, 1: tokens}, "attention_mask": {0: batch, 1: tokens}},
        external_data=False,
    )  # fmt: skip
    quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True)
    full.unlink()
    strip(small)
    return small


def hashes(out: Path) -> dict[str, str]:
    """Return the SHA-256 of a model's files, for its card."""
    return {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")}


def strip(file: Path) -> None:
    """Take out the exporter's notes (stack traces with the paths of whoever built the file)."""
    model = onnx.load(file)
    parts = [model, model.graph, *model.graph.node, *model.graph.initializer, *model.graph.input, *model.graph.output]
    for part in [*parts, *model.graph.value_info, *model.functions]:
        part.ClearField("doc_string")
        if "metadata_props" in part.DESCRIPTOR.fields_by_name:
            part.ClearField("metadata_props")
    onnx.save(model, file)


def logits(session: Any, tokenizer: Any, texts: list[str]) -> Any:
    """Run the file over texts; return `[texts, labels]`."""
    found = []
    for at in range(0, len(texts), 32):
        batch = tokenizer(texts[at : at + 32], padding=True, truncation=True, max_length=128, return_tensors="np")
        feed = {name: batch[name].astype(np.int64) for name in ("input_ids", "attention_mask")}
        found.append(session.run(["logits"], feed)[0])
    return np.concatenate(found)


def temperature(scores: Any, gold: Any) -> float:
    """Return the temperature that makes the rows most likely (Guo et al. 2017, section 4.2)."""
    best = min(np.arange(0.5, 4.01, 0.05), key=lambda t: _nll(scores / t, gold))
    return round(float(best), 2)


def _nll(scores: Any, gold: Any) -> float:
    shifted = scores - scores.max(1, keepdims=True)
    log = shifted - np.log(np.exp(shifted).sum(1, keepdims=True))
    return float(-log[np.arange(len(gold)), gold].mean())


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(options.model)
    model = Classifier(AutoModel.from_pretrained(options.encoder, attn_implementation="eager"), mark_ids(tokenizer))
    model.load_state_dict(torch.load(options.model / "model.pt"))
    file = write_onnx(model, options.out)
    shutil.copy(options.model / "tokenizer.json", options.out / "tokenizer.json")
    card: dict[str, Any] = {"labels": LABELS, "modes": MODES, "temperature": 1.0, "max_tokens": 128}
    if options.rows:
        own, read = rows_of(options.rows), read_rows(held=True)
        rows = own + read
        scores = logits(
            onnxruntime.InferenceSession(file), tokenizer, [mark(r["text"], r["source"], r["target"]) for r in rows]
        )
        gold = np.array([LABELS.index(r["label"]) for r in rows])
        right = scores.argmax(1) == gold
        card["temperature"] = temperature(scores[len(own) :], gold[len(own) :])
        card["held_out_rows"], card["held_out_accuracy"] = len(own), round(float(right[: len(own)].mean()), 4)
        card["judged_rows"], card["judged_accuracy"] = len(read), round(float(right[len(own) :].mean()), 4)
    card["sha256"] = hashes(options.out)
    (options.out / "classifier.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(json.dumps({k: v for k, v in card.items() if k not in {"labels", "modes"}}))


if __name__ == "__main__":
    main()
