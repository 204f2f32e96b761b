"""Lets a larger model of the same heads say what it thinks of rows, for the small one to learn from.

Usage: python -m tools.classifier.teach ROWS.jsonl ENCODER_DIR MODEL_DIR OUT.jsonl [--batch 64]

Every row gets `soft`, the probabilities of `LABELS` (distillation, Hinton et al. 2015). A row's own label stays; how far it is
trusted beside them is `train.py`'s affair.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import torch
from tools.classifier.net import Classifier, mark, mark_ids, rows_of
from transformers import AutoModel, AutoTokenizer


def probabilities(model: Classifier, tokenizer: Any, texts: list[str], size: int) -> list[list[float]]:
    """Return the types' probabilities of each marked sentence, rounded to four places."""
    found: list[list[float]] = [[] for _ in texts]
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    with torch.inference_mode():
        for at in range(0, len(order), size):
            chosen = order[at : at + size]
            batch = tokenizer(
                [texts[i] for i in chosen], padding=True, truncation=True, max_length=96, return_tensors="pt"
            )
            types, _ = model(batch["input_ids"], batch["attention_mask"])
            for i, row in zip(chosen, types.softmax(-1).tolist(), strict=True):
                found[i] = [round(p, 4) for p in row]
    return found


def main() -> None:
    """Write the rows with what the model thinks of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--batch", type=int, default=64)
    options = parser.parse_args()
    rows = rows_of(options.rows)
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    model = Classifier(AutoModel.from_pretrained(options.encoder), mark_ids(tokenizer))
    model.load_state_dict(torch.load(options.model / "model.pt"))
    model.eval()
    texts = [mark(row["text"], row["source"], row["target"]) for row in rows]
    for row, soft in zip(rows, probabilities(model, tokenizer, texts, options.batch), strict=True):
        row["soft"] = soft
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main()
