"""Averages the weights of several fine-tuned runs of one encoder into one model.

Usage: python tools/classifier/average.py OUT_DIR MODEL_DIR MODEL_DIR... [--shares 0.7 0.3]

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
    parser.add_argument("--shares", type=float, nargs="+", help="of each model, summing to 1; equal ones if left out")
    options = parser.parse_args()
    shares = options.shares or [1 / len(options.models)] * len(options.models)
    if len(shares) != len(options.models):
        parser.error(f"{len(options.models)} models need as many shares, not {len(shares)}")
    weights = [torch.load(folder / "model.pt") for folder in options.models]
    mean = {
        name: sum(share * w[name] for share, w in zip(shares, weights, strict=True))
        if value.is_floating_point()
        else value
        for name, value in weights[0].items()
    }
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, options.out / "model.pt")
    for file in options.models[0].glob("tokenizer*"):
        shutil.copy(file, options.out / file.name)


if __name__ == "__main__":
    main()
