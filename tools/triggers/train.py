"""Fine-tunes the trigger model on sentences whose words are labelled.

Usage: python -m tools.triggers.train ENCODER_DIR OUT_DIR [--start MODEL_DIR] [--ours ROWS.jsonl --count 9000] [--marked] [--epochs 2]

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
from tools.triggers.net import ASKED, Triggers
from torch import nn
from transformers import AutoModel, AutoTokenizer

UNKNOWN = -100
# Shares of the loss beside that of the words: of the relations, and of each pointer.
BONDS, POINTERS = 0.5, 0.25


def read_rows(ours: Path | None, count: int, *, marked: bool) -> list[marks.Row]:
    """Return sentences with what is known of their words; words that nobody labelled are left out."""
    found = [row for row in (*marks.wikinews(), *marks.reports()) if not row.held] if marked else []
    if ours is not None:
        lines = (json.loads(line) for line in ours.read_text("utf-8").splitlines())
        weak = [
            marks.Row("ours", row["text"], tuple(map(tuple, row["words"])), (), None, held=False)
            for row in lines
            if not row["held"]
        ]
        found += random.sample(weak, min(count, len(weak)))
    return found


def labels_of(known: dict[int, int], offsets: list[list[int]]) -> list[int]:
    """Return the label of each token: that of the word that it begins, else none is asked of it."""
    return [known.get(start, UNKNOWN) if end > start else UNKNOWN for start, end in offsets]


def words_of(row: marks.Row) -> dict[int, int]:
    """Return the label of each word, by where it starts."""
    return {start: marks.LABELS.index(label) for start, _, label in row.words}


def bonds_of(row: marks.Row) -> dict[int, int]:
    """Return the kind of relation of each word, by where it starts; nothing where nobody marked relations."""
    if row.ties is None:
        return {}
    named = {tie.word[0]: marks.KINDS.index(tie.label) for tie in row.ties}
    return {start: named.get(start, marks.KINDS.index(marks.NONE)) for start, _, _ in row.words}


def pointers_of(row: marks.Row, offsets: list[list[int]]) -> list[tuple[int, int, list[int]]]:
    """Return token, side (0 who acts, 1 on whom) and the tokens that it should point to, for each known party."""
    at = {start: i for i, (start, end) in enumerate(offsets) if end > start}
    found = []
    for deed in (*row.deeds, *(row.ties or ())):
        for side, places in enumerate((deed.actors, deed.recipients)):
            if places is None or deed.word[0] not in at or any(start not in at for start, _ in places):
                continue
            found.append((at[deed.word[0]], side, [at[start] for start, _ in places] or [0]))
    return found


def pointer_loss(
    asks: Any, answers: Any, offsets: list[list[list[int]]], wanted: list[list[tuple[int, int, list[int]]]]
) -> Any:
    """Return the mean loss of all pointers of a batch: that any of the right words is pointed to."""
    losses = []
    for b, pointers in enumerate(wanted):
        if not pointers:
            continue
        open_to = torch.tensor([i == 0 or end > start for i, (start, end) in enumerate(offsets[b])])
        for token, side, targets in pointers:
            part = slice(side * ASKED, (side + 1) * ASKED)
            scores = (answers[b, :, part] @ asks[b, token, part]).float().masked_fill(~open_to, -1e4)
            losses.append(torch.logsumexp(scores, 0) - torch.logsumexp(scores[targets], 0))
    return torch.stack(losses).mean() if losses else torch.zeros(())


def loss_of(model: Triggers, tokenizer: Any, rows: list[marks.Row], *, half: bool) -> Any:
    """Return the loss of a batch over its labelled words and known parties; `half` works in bfloat16, twice as fast."""
    batch = tokenizer(
        [row.text for row in rows], padding=True, truncation=True, max_length=96, return_tensors="pt",
        return_offsets_mapping=True,
    )  # fmt: skip
    offsets = batch["offset_mapping"].tolist()
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
        words, bonds, asks, answers = model(batch["input_ids"], batch["attention_mask"])
    loss = _crossed(words, [labels_of(words_of(r), o) for r, o in zip(rows, offsets, strict=True)])
    kinds = [labels_of(bonds_of(r), o) for r, o in zip(rows, offsets, strict=True)]
    if any(label != UNKNOWN for row in kinds for label in row):
        loss = loss + BONDS * _crossed(bonds, kinds)
    pointers = [pointers_of(r, o) for r, o in zip(rows, offsets, strict=True)]
    return loss + POINTERS * pointer_loss(asks, answers, offsets, pointers)


def _crossed(scores: Any, wanted: list[list[int]]) -> Any:
    return nn.functional.cross_entropy(
        scores.flatten(0, 1).float(), torch.tensor(wanted).flatten(), ignore_index=UNKNOWN, label_smoothing=0.02
    )


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--ours", type=Path)
    parser.add_argument("--count", type=int, default=9000)
    parser.add_argument("--marked", action="store_true")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="in bfloat16, for processors that have it")
    options = parser.parse_args()
    random.seed(options.seed)
    torch.manual_seed(1)  # the heads start alike in every run, so that runs can be averaged
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    model = Triggers(AutoModel.from_pretrained(options.encoder))
    if options.start is not None:
        own, state = model.state_dict(), torch.load(options.start / "model.pt")
        fitting = {k: v for k, v in state.items() if k in own and v.shape == own[k].shape}
        model.load_state_dict(fitting, strict=False)  # of the classifier all but its heads
    torch.manual_seed(options.seed)
    rows = read_rows(options.ours, options.count, marked=options.marked)
    steps = options.epochs * math.ceil(len(rows) / options.batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=options.rate, total_steps=steps + 50, pct_start=0.1
    )
    model.train()
    for _ in range(options.epochs):
        for chosen in batches([row.text for row in rows], options.batch):
            loss = loss_of(model, tokenizer, [rows[i] for i in chosen], half=options.half)
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
