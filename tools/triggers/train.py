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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from tools.classifier.train import batches
from tools.triggers import marks
from tools.triggers.net import ASKED, Triggers
from torch import nn
from transformers import AutoConfig, AutoModel, AutoTokenizer

UNKNOWN, CLOSED = -100, -1e4
LENGTH = 96
# Shares of the loss beside that of the words: of the relations, and of each pointer.
BONDS, POINTERS = 0.5, 0.25


def read_rows(
    ours: Path | None, count: int, *, marked: bool, newest: Path | None = None, share: float = 1.0
) -> list[marks.Row]:
    """Return sentences with what is known of their words; words that nobody labelled are left out.

    Args:
        ours: What `ours.py` wrote.
        count: How many sentences of it are taken.
        marked: Take the sentences marked by reading, too.
        newest: A list of files of marked reports, one name a line, that are taken whole; `share` of the others.
        share: How much of the others, from 0 to 1.
    """
    found = [row for row in (*marks.wikinews(), *marks.reports()) if not row.held] if marked else []
    if newest is not None:
        whole, dice = set(newest.read_text("utf-8").split()), random.Random(1)
        found = [row for row in found if row.source.partition(":")[0] in whole or dice.random() < share]
    if ours is not None:
        lines = (json.loads(line) for line in ours.read_text("utf-8").splitlines())
        weak = [
            marks.Row("ours", row["text"], tuple(map(tuple, row["words"])), (), None, held=False)
            for row in lines
            if not row["held"]
        ]
        found += random.Random(1).sample(weak, min(count, len(weak)))  # the same ones in every run
    return found


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence as the network learns it.

    Attributes:
        ids: Its tokens.
        open_to: Whether each token is a word's, or the first, which answers for nobody.
        words: The label of each token that begins a word, else `UNKNOWN`.
        bonds: The kind of relation of each, `UNKNOWN` throughout where nobody marked relations.
        pointers: Token, side (0 who acts, 1 on whom) and the tokens that it should point to, for each known party.
    """

    ids: list[int]
    open_to: list[bool]
    words: list[int]
    bonds: list[int]
    pointers: list[tuple[int, int, list[int]]]


def item_of(row: marks.Row, tokenizer: Any) -> Item:
    """Cut a sentence into tokens and hang what is known of its words on them."""
    cut = tokenizer(row.text, truncation=True, max_length=LENGTH, return_offsets_mapping=True)
    offsets = cut["offset_mapping"]
    return Item(
        cut["input_ids"],
        [i == 0 or end > start for i, (start, end) in enumerate(offsets)],
        labels_of({start: marks.LABELS.index(label) for start, _, label in row.words}, offsets),
        labels_of(bonds_of(row), offsets),
        pointers_of(row, offsets),
    )


def labels_of(known: dict[int, int], offsets: list[tuple[int, int]]) -> list[int]:
    """Return the label of each token: that of the word that it begins, else none is asked of it."""
    return [known.get(start, UNKNOWN) if end > start else UNKNOWN for start, end in offsets]


def bonds_of(row: marks.Row) -> dict[int, int]:
    """Return the kind of relation of each word, by where it starts; nothing where nobody marked relations."""
    if row.ties is None:
        return {}
    named = {tie.word[0]: marks.KINDS.index(tie.label) for tie in row.ties}
    return {start: named.get(start, marks.KINDS.index(marks.NONE)) for start, _, _ in row.words}


def pointers_of(row: marks.Row, offsets: list[tuple[int, int]]) -> list[tuple[int, int, list[int]]]:
    """Return token, side and the tokens that it should point to, for each known party."""
    at = {start: i for i, (start, end) in enumerate(offsets) if end > start}
    found = []
    for deed in (*row.deeds, *(row.ties or ())):
        for side, places in enumerate((deed.actors, deed.recipients)):
            if places is None or deed.word[0] not in at or any(start not in at for start, _ in places):
                continue
            found.append((at[deed.word[0]], side, [at[start] for start, _ in places] or [0]))
    return found


def padded(rows: list[list[Any]], fill: Any, device: str) -> Any:
    """Return rows as one tensor, the short ones filled up."""
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows]).to(device, non_blocking=True)


def pointer_loss(asks: Any, answers: Any, open_to: Any, items: list[Item]) -> Any:
    """Return the mean loss of all pointers of a batch: that any of the right words is pointed to."""
    known = [(b, token, side, targets) for b, item in enumerate(items) for token, side, targets in item.pointers]
    if not known:
        return torch.zeros((), device=asks.device)
    rows, tokens, sides = (torch.tensor([one[k] for one in known], device=asks.device) for k in range(3))
    wanted = torch.zeros((len(known), asks.shape[1]), dtype=torch.bool)
    for number, (_, _, _, targets) in enumerate(known):
        wanted[number, targets] = True
    asking = asks.unflatten(-1, (2, ASKED))[rows, tokens, sides]
    answering = answers.unflatten(-1, (2, ASKED)).transpose(1, 2)[rows, sides]
    scores = torch.einsum("pd,ptd->pt", asking, answering).float().masked_fill(~open_to[rows], CLOSED)
    right = scores.masked_fill(~wanted.to(asks.device), CLOSED)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(right, 1)).mean()


def loss_of(model: Triggers, items: list[Item], *, device: str, half: bool) -> Any:
    """Return the loss of a batch over its labelled words, relations and known parties; `half` works in bfloat16."""
    ids = padded([item.ids for item in items], 0, device)
    mask = padded([[1] * len(item.ids) for item in items], 0, device)
    with torch.autocast(device, dtype=torch.bfloat16, enabled=half):
        words, bonds, asks, answers = model(ids, mask)
    loss = _crossed(words, padded([item.words for item in items], UNKNOWN, device))
    kinds = padded([item.bonds for item in items], UNKNOWN, device)
    if any(label != UNKNOWN for item in items for label in item.bonds):
        loss = loss + BONDS * _crossed(bonds, kinds)
    open_to = padded([item.open_to for item in items], False, device)
    return loss + POINTERS * pointer_loss(asks, answers, open_to, items)


def _crossed(scores: Any, wanted: Any) -> Any:
    return nn.functional.cross_entropy(
        scores.flatten(0, 1).float(), wanted.flatten(), ignore_index=UNKNOWN, label_smoothing=0.02
    )


def started(encoder: Path, start: Path | None) -> Triggers:
    """Return a network with the encoder's weights, or those of an earlier run or of the classifier, all but its heads."""
    torch.manual_seed(1)  # the heads start alike in every run, so that runs can be averaged
    model = Triggers(AutoModel.from_config(AutoConfig.from_pretrained(encoder)))
    state = torch.load(start / "model.pt") if start else {}
    if start is None:
        model.encoder.load_state_dict(AutoModel.from_pretrained(encoder).state_dict())
    own = model.state_dict()
    model.load_state_dict({k: v for k, v in state.items() if k in own and v.shape == own[k].shape}, strict=False)
    return model


def trained(
    model: Triggers, items: list[Item], *, epochs: int, batch: int, rate: float, seed: int, device: str, half: bool
) -> Triggers:
    """Train a network on sentences, `epochs` times in an order of chance."""
    random.seed(seed)
    torch.manual_seed(seed)
    model.to(device).train()
    steps = epochs * math.ceil(len(items) / batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=rate, total_steps=steps + 50, pct_start=0.1)
    for _ in range(epochs):
        for chosen in batches([item.ids for item in items], batch):
            loss_of(model, [items[i] for i in chosen], device=device, half=half).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    model.cpu().eval()
    return model


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--ours", type=Path)
    parser.add_argument("--count", type=int, default=9000)
    parser.add_argument("--marked", action="store_true")
    parser.add_argument("--newest", type=Path, help="a list of marked files to take whole, of the others a --share")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--half", action="store_true", help="in bfloat16, for processors that have it")
    parser.add_argument("--device", default="cpu", help="cuda, where there is one")
    options = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    rows = read_rows(options.ours, options.count, marked=options.marked, newest=options.newest, share=options.share)
    items = [item_of(row, tokenizer) for row in rows]
    model = trained(
        started(options.encoder, options.start), items, epochs=options.epochs,
        batch=options.batch, rate=options.rate, seed=options.seed, device=options.device, half=options.half,
    )  # fmt: skip
    options.out.mkdir(parents=True, exist_ok=True)
    tokenizer.save_pretrained(options.out)
    torch.save(model.state_dict(), options.out / "model.pt")


if __name__ == "__main__":
    main()
