"""Averages the weights of several fine-tuned runs of one encoder into one model.

Usage: python tools/classifier/average.py OUT_DIR MODEL_DIR MODEL_DIR...

The runs must start from the same encoder and the same head (train.py fixes the seed of the head), and differ in their
rows, order and rate. The mean of such weights is as fast as one of them and errs less than each (Wortsman et al. 2022).
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    """Average and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    options = parser.parse_args()
    weights = [torch.load(folder / "model.pt") for folder in options.models]
    mean = {
        name: sum(w[name] for w in weights) / len(weights) if value.is_floating_point() else value
        for name, value in weights[0].items()
    }
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, options.out / "model.pt")
    for file in options.models[0].glob("tokenizer*"):
        shutil.copy(file, options.out / file.name)


if __name__ == "__main__":
    main()
