"""Writes the trained trigger model as int8 ONNX with its tokenizer and card, and says how it reads what was held out.

Usage: python -m tools.triggers.export ENCODER_DIR MODEL_DIR OUT_DIR

Needs torch, transformers, onnx and onnxruntime. OUT_DIR is `src/dateline/knowledge/data/triggers`.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import torch
from tools.classifier.export import hashes, write_int8
from tools.triggers import marks
from tools.triggers.net import OUTPUTS, Triggers
from transformers import AutoModel, AutoTokenizer

from dateline.coding.models.triggers import CARD, TriggerModel

SHARES = (0.3, 0.5, 0.7)
NOBODY = -1


def measured(model: TriggerModel, rows: list[marks.Row]) -> dict[str, list[float]]:
    """Return precision and recall of the words of sentences that were held out, by the share asked for."""
    found: dict[str, list[float]] = {}
    for share in SHARES:
        right = told = gold = 0
        for row in rows:
            read = model.read(row.text).words
            named = {start: label for start, _, label in row.words}
            seen = {s: t for s, t in read.items() if s in named and t.share >= share}
            told += len(seen)
            gold += sum(label != marks.NONE for label in named.values())
            right += sum(named[s] == t.type for s, t in seen.items())
        found[str(share)] = [round(right / max(1, told), 3), round(right / max(1, gold), 3)]
    return found


def pointing(model: TriggerModel, rows: list[marks.Row]) -> dict[str, float]:
    """Return the shares of deeds of held-out sentences whose actor and recipient are pointed to, or nobody, as marked."""
    right, known = Counter[str](), Counter[str]()
    for row in rows:
        read = model.read(row.text)
        for deed in row.deeds:
            sides = (("actor", deed.actors, read.actor), ("recipient", deed.recipients, read.recipient))
            for side, places, ask in sides:
                if places is None:
                    continue
                pointed = ask(deed.word[0])
                start, share = pointed.best
                wanted = {start for start, _ in places} or {NOBODY}
                known[side] += 1
                right[side] += (start if share > pointed.nobody else NOBODY) in wanted
    return {side: round(right[side] / max(1, known[side]), 3) for side in ("actor", "recipient")}


def write_card(out: Path, **more: Any) -> None:
    """Write the card: labels, kinds, length and the files' hashes, and what was measured."""
    card = {"labels": marks.LABELS, "kinds": marks.KINDS, "max_tokens": 128, **more, "sha256": hashes(out)}
    (out / CARD).write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    model = Triggers(AutoModel.from_pretrained(options.encoder, attn_implementation="eager"))
    model.load_state_dict(torch.load(options.model / "model.pt"))
    write_int8(model, torch.ones((2, 16), dtype=torch.long), options.out, list(OUTPUTS))
    AutoTokenizer.from_pretrained(options.encoder).save_pretrained(options.out / "made")
    shutil.copy(options.out / "made" / "tokenizer.json", options.out / "tokenizer.json")
    shutil.rmtree(options.out / "made")
    write_card(options.out)
    ready = TriggerModel.load(options.out)
    sources = {"wikinews": marks.wikinews(), "reports": marks.reports()}
    held = {name: [row for row in rows if row.held] for name, rows in sources.items()}
    write_card(
        options.out,
        held_out={name: measured(ready, rows) for name, rows in held.items()},
        pointed={name: pointing(ready, rows) for name, rows in held.items()},
    )


if __name__ == "__main__":
    main()
