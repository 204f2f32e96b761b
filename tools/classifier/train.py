"""Fine-tunes a small encoder on the generated sentences.

Usage: python tools/classifier/train.py ROWS.jsonl ENCODER_DIR OUT_DIR [--epochs 2] [--batch 64] [--limit N]

Needs torch and transformers. The marked pair is written into the text ("@ actor @", "# recipient #").
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path
from typing import Any

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from dateline.coding.classifier import Pair, marked
from dateline.model import Span

LABELS = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "NONE",
          "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN"]  # fmt: skip


def mark(text: str, source: list[int], target: list[int] | None) -> str:
    """Write a row's pair into its sentence as the shipped classifier reads it."""
    return marked(Pair(text, Span(*source), Span(*target) if target else None))


class Classifier(nn.Module):  # type: ignore[misc]
    """Encoder, mean pooling, one linear layer."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(encoder.config.hidden_size, len(LABELS))

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        """Return logits `[batch, labels]` for token ids and mask `[batch, tokens]`."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1)
        return self.head(self.dropout(pooled))


def batches(texts: list[str], size: int) -> list[list[int]]:
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


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--limit", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    rows = [json.loads(line) for line in options.rows.read_text("utf-8").splitlines()]
    rows = rows[: options.limit or None]
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    model = Classifier(AutoModel.from_pretrained(options.encoder))
    texts = [mark(row["text"], row["source"], row["target"]) for row in rows]
    labels = torch.tensor([LABELS.index(row["label"]) for row in rows])
    steps = options.epochs * math.ceil(len(rows) / options.batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=options.rate, total_steps=steps + 1, pct_start=0.1)
    options.out.mkdir(parents=True, exist_ok=True)
    model.train()
    started, step = time.time(), 0
    for _ in range(options.epochs):
        for chosen in batches(texts, options.batch):
            batch = tokenizer(
                [texts[i] for i in chosen], padding=True, truncation=True, max_length=96, return_tensors="pt"
            )
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(batch["input_ids"], batch["attention_mask"])
            loss = nn.functional.cross_entropy(logits.float(), labels[chosen], label_smoothing=0.05)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
        torch.save(model.state_dict(), options.out / "model.pt")
    tokenizer.save_pretrained(options.out)


if __name__ == "__main__":
    main()
