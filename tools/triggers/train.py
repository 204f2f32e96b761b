"""Fine-tunes the trigger model on sentences whose words are labelled.

Usage: python -m tools.triggers.train ENCODER_DIR OUT_DIR --start MODEL_DIR [--ours ROWS.jsonl --count 9000] [--marked] [--epochs 2]

Needs torch and transformers. `--marked` takes the sentences marked by reading (`marks.py`), `--ours` a sample of what `ours.py`
wrote; held-out ones are left out of both. `--start` goes on from an earlier run, or from the weights of the classifier.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path
from typing import Any

import torch
from tools.classifier.train import batches
from tools.triggers import marks
from tools.triggers.net import Triggers
from torch import nn
from transformers import AutoModel, AutoTokenizer

UNKNOWN = -100
Words = tuple[tuple[int, int, str], ...]


def read_rows(ours: Path | None, count: int, *, marked: bool) -> list[tuple[str, Words]]:
    """Return sentences with the labels of their words; words that nobody labelled are left out."""
    read = [row for row in (*marks.wikinews(), *marks.reports()) if not row.held] if marked else []
    found: list[tuple[str, Words]] = [(row.text, row.words) for row in read]
    if ours is not None:
        lines = (json.loads(line) for line in ours.read_text("utf-8").splitlines())
        weak = [(row["text"], tuple(map(tuple, row["words"]))) for row in lines if not row["held"]]
        found += random.sample(weak, min(count, len(weak)))
    return found


def labels_of(words: Words, offsets: list[list[int]]) -> list[int]:
    """Return the label of each token: that of the word that it begins, else none is asked of it."""
    known = {start: marks.LABELS.index(label) for start, _, label in words}
    return [known.get(start, UNKNOWN) if end > start else UNKNOWN for start, end in offsets]


def loss_of(model: Triggers, tokenizer: Any, rows: list[tuple[str, Words]]) -> Any:
    """Return the loss of a batch over its labelled words."""
    batch = tokenizer(
        [text for text, _ in rows], padding=True, truncation=True, max_length=96, return_tensors="pt",
        return_offsets_mapping=True,
    )  # fmt: skip
    offsets = batch["offset_mapping"].tolist()
    wanted = torch.tensor([labels_of(words, row) for (_, words), row in zip(rows, offsets, strict=True)])
    scores = model(batch["input_ids"], batch["attention_mask"])
    return nn.functional.cross_entropy(
        scores.flatten(0, 1).float(), wanted.flatten(), ignore_index=UNKNOWN, label_smoothing=0.02
    )


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--ours", type=Path)
    parser.add_argument("--count", type=int, default=9000)
    parser.add_argument("--marked", action="store_true")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(1)  # the head starts alike in every run, so that runs can be averaged
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    model = Triggers(AutoModel.from_pretrained(options.encoder))
    own = model.state_dict()
    state = torch.load(options.start / "model.pt")
    model.load_state_dict({k: v for k, v in state.items() if k in own and v.shape == own[k].shape}, strict=False)
    torch.manual_seed(options.seed)
    rows = read_rows(options.ours, options.count, marked=options.marked)
    steps = options.epochs * math.ceil(len(rows) / options.batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=options.rate, total_steps=steps + 50, pct_start=0.1
    )
    model.train()
    for _ in range(options.epochs):
        for chosen in batches([text for text, _ in rows], options.batch):
            loss = loss_of(model, tokenizer, [rows[i] for i in chosen])
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save_pretrained(options.out)
    torch.save(model.state_dict(), options.out / "model.pt")


if __name__ == "__main__":
    main()
