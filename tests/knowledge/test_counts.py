"""The tables of numbers of people."""

from __future__ import annotations

from itertools import pairwise

from dateline.knowledge.codebook import data_folder, read_toml
from dateline.knowledge.counts import CountWords

KINDS = {"dead", "injured", "arrested", "size"}


def test_every_record_has_an_example_with_one_of_its_words_and_a_near_miss() -> None:
    bounds = read_toml(data_folder() / "counts" / "bounds.toml")["bounds"]
    assert all(any(words in entry["example"] for words in entry["words"]) and entry["near_miss"] for entry in bounds)
    kinds = read_toml(data_folder() / "counts" / "kinds.toml")["kinds"]
    assert all(entry["example"] and entry["near_miss"] and entry["kind"] in KINDS for entry in kinds)


def test_longer_bounds_are_tried_before_shorter_ones() -> None:
    lengths = [len(words) for words, _ in CountWords.load().bounds]
    assert all(a >= b for a, b in pairwise(lengths))
