"""Fine-tunes a small encoder on rows of marked pairs.

Usage: python -m tools.classifier.train ROWS.jsonl ENCODER_DIR OUT_DIR [--start MODEL_DIR] [--epochs 2] [--batch 32]

Needs torch and transformers. The marked pair is written into the text ("@ actor @", "# recipient #"). A row may have a
`mode`; one without teaches types alone. A row with `soft` (`teach.py`) is learned half from its label and half from those
probabilities; one that is `weak` (nobody read it), from the probabilities alone. `--start` goes on from an earlier run.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Sequence, Sized
from pathlib import Path
from typing import Any

import torch
from tools.classifier.net import LABELS, MODES, Classifier, mark, mark_ids, rows_of
from torch import nn
from transformers import AutoModel, AutoTokenizer

MODE_SHARE = 0.3  # of the loss that is the modes'
UNKNOWN = -100


def batches(texts: Sequence[Sized], size: int) -> list[list[int]]:
    """Return the rows in random batches of like length, so that little of a batch is padding."""
    order = list(range(len(texts)))
    random.shuffle(order)
    stretch = 30 * size
    found: list[list[int]] = []
    for at in range(0, len(order), stretch):
        near = sorted(order[at : at + stretch], key=lambda i: len(texts[i]))
        found.extend(near[k : k + size] for k in range(0, len(near), size))
    random.shuffle(found)
    return found


def loss_of(model: Classifier, batch: Any, types: Any, modes: Any, *, half: bool) -> Any:
    """Return the joint loss of a batch; `types` are probabilities, `[batch, labels]`."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        by_type, by_mode = model(batch["input_ids"], batch["attention_mask"])
    loss = nn.functional.cross_entropy(by_type.float(), types, label_smoothing=0.05)
    if (modes != UNKNOWN).any():
        loss = loss + MODE_SHARE * nn.functional.cross_entropy(by_mode.float(), modes, ignore_index=UNKNOWN)
    return loss


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="compute in bfloat16, where the processor has it")
    parser.add_argument("--frozen", type=int, default=-1, help="embeddings and so many layers keep their weights")
    parser.add_argument("--threads", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(1)  # the head starts alike in every run, so that runs can be averaged
    rows = rows_of(options.rows)
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    model = Classifier(AutoModel.from_pretrained(options.encoder), mark_ids(tokenizer))
    if options.start:
        own = model.state_dict()
        state = torch.load(options.start / "model.pt")
        model.load_state_dict({k: v for k, v in state.items() if v.shape == own[k].shape}, strict=False)
    freeze(model, options.frozen)
    if options.threads:
        torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    texts = [mark(row["text"], row["source"], row["target"]) for row in rows]
    modes = torch.tensor([_mode(row) for row in rows])
    types = torch.tensor([_types(row) for row in rows])
    per_epoch = math.ceil(len(rows) / options.batch)
    steps = options.epochs * per_epoch
    optimizer = torch.optim.AdamW(
        [p for p in model.parameters() if p.requires_grad], lr=options.rate, weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=options.rate, total_steps=steps + 50, pct_start=0.1
    )
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save_pretrained(options.out)
    model.train()
    started, step = time.time(), 0
    for _ in range(options.epochs):
        for chosen in batches(texts, options.batch):
            batch = tokenizer(
                [texts[i] for i in chosen], padding=True, truncation=True, max_length=96, return_tensors="pt"
            )
            loss = loss_of(model, batch, types[chosen], modes[chosen], half=options.half)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
        torch.save(model.state_dict(), options.out / "model.pt")


def freeze(model: Classifier, layers: int) -> None:
    """Keep the weights of the embeddings and the first layers (-1: of nothing): half the time, little lost."""
    if layers >= 0:
        for part in [model.encoder.embeddings, *model.encoder.encoder.layer[:layers]]:
            part.requires_grad_(False)


def _types(row: dict[str, Any]) -> list[float]:
    own = [float(label == row["label"]) for label in LABELS]
    soft = row.get("soft")
    if soft is None:
        return own
    return list(soft) if row.get("weak") else [(a + b) / 2 for a, b in zip(own, soft, strict=True)]


def _mode(row: dict[str, Any]) -> int:
    name = f"{row['label']}/{row['mode'] or '-'}" if "mode" in row else ""
    return MODES.index(name) if name in MODES else UNKNOWN


if __name__ == "__main__":
    main()
