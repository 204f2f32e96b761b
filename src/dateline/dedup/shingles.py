"""A report's words as sets of hashed three-word runs, and MinHash signatures of such sets."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = 3
BANDS, ROWS = 21, 3
_PRIME = np.uint64((1 << 61) - 1)
_WORD = re.compile(r"\w+")
# Fixed: signatures must be the same in every run.
_GENERATOR = np.random.Generator(np.random.PCG64(20_261_124))
_FACTORS = _GENERATOR.integers(1, 1 << 29, size=BANDS * ROWS, dtype=np.uint64)
_OFFSETS = _GENERATOR.integers(0, 1 << 61, size=BANDS * ROWS, dtype=np.uint64)


def words(text: str) -> list[str]:
    """Return a text's words in lower case; marks, case and spacing make no difference between copies."""
    return _WORD.findall(text.casefold())


def shingles(tokens: list[str]) -> NDArray[np.uint64]:
    """Return the distinct hashed runs of three words, sorted; a text of fewer words gives one run."""
    if not tokens:
        return np.empty(0, dtype=np.uint64)
    runs = [" ".join(tokens[i : i + WIDTH]) for i in range(max(1, len(tokens) - WIDTH + 1))]
    return np.unique(np.fromiter((zlib.crc32(run.encode()) for run in runs), dtype=np.uint64, count=len(runs)))


def bands(found: NDArray[np.uint64]) -> list[bytes]:
    """Return the keys of a set's MinHash bands; sets that share much share a key (half of pairs at Jaccard 0.33)."""
    if not len(found):
        return []
    # 29 + 32 bits stay below 2**61, so that no product overflows.
    signature = ((found[:, None] * _FACTORS[None, :] + _OFFSETS[None, :]) % _PRIME).min(axis=0)
    return [bytes([band]) + signature[band * ROWS : (band + 1) * ROWS].tobytes() for band in range(BANDS)]


def containment(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    """Return which share of the smaller set the two have in common, 0 to 1."""
    smaller = min(len(one), len(other))
    if not smaller:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / smaller
