"""Turns a shipped model back into weights to go on from, in place of the encoder's own.

Usage: python -m tools.classifier.restore MODEL.onnx ENCODER_DIR OUT_DIR

The int8 weights are multiplied out. Of a head that reads the pooled mean alone that part is kept, the marks' parts start at nought.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from tools.classifier.net import Classifier, mark_ids
from transformers import AutoModel, AutoTokenizer

EMBEDDINGS = ("word_embeddings", "token_type_embeddings", "position_embeddings")
DENSE = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
         "intermediate.dense", "output.dense")  # fmt: skip


def weights(file: Path) -> dict[str, Any]:
    """Return the file's weights under the network's names."""
    found = {i.name: numpy_helper.to_array(i) for i in onnx.load(file).graph.initializer}
    state = {
        k.removeprefix("model."): torch.tensor(v) for k, v in found.items() if k.startswith("model.") and v.ndim == 1
    }
    for name in EMBEDDINGS:
        key = f"model.encoder.embeddings.{name}.weight"
        state[key.removeprefix("model.")] = _whole(found, key)
    dense = [k.removesuffix("_quantized") for k in found if k.startswith("val_") and k.endswith("_quantized")]
    names = [f"encoder.encoder.layer.{n // 6}.{DENSE[n % 6]}.weight" for n in range(len(dense))]
    for name, key in zip(names, dense, strict=True):
        state[name] = _whole(found, key).T.contiguous()
    for head in ("head", "modes"):
        if f"model.{head}.weight_Transposed_quantized" in found:
            state[f"{head}.weight"] = _whole(found, f"model.{head}.weight_Transposed").T.contiguous()
    return state


def _whole(found: dict[str, Any], key: str) -> Any:
    steps = found[f"{key}_quantized"].astype(np.float32) - found[f"{key}_zero_point"].astype(np.float32)
    return torch.tensor(steps * found[f"{key}_scale"])


def main() -> None:
    """Write `model.pt`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    torch.manual_seed(1)
    marks = mark_ids(AutoTokenizer.from_pretrained(options.encoder))
    model = Classifier(AutoModel.from_pretrained(options.encoder), marks)
    before = {k: v.clone() for k, v in model.state_dict().items()}
    state = weights(options.file)
    head = state["head.weight"]
    missing_width = model.head.in_features - head.shape[1]
    state["head.weight"] = torch.cat([head, torch.zeros(head.shape[0], missing_width)], 1)
    missing, unexpected = model.load_state_dict(state, strict=False)
    far = max(
        (float((before[k] - v).abs().mean()), k) for k, v in model.state_dict().items() if k.startswith("encoder")
    )
    print("not in the file:", missing, "unknown:", unexpected, "furthest from the encoder:", far)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.out / "model.pt")


if __name__ == "__main__":
    main()
