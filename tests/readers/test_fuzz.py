"""A short fuzz of every reader; `tools/fuzz/readers.py` is the long one and knows the rules."""

from __future__ import annotations

import random
import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.readers.samples import every_format
from tools.fuzz.readers import EVERY, INNER, broken_rule, mutated

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@pytest.mark.parametrize("name", sorted(every_format()))
@settings(max_examples=30, deadline=None, suppress_health_check=QUIET)
@given(rng=st.randoms(use_true_random=False))
def test_a_damaged_file_of_any_format_breaks_no_rule(name: str, rng: random.Random) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert broken_rule(mutated(EVERY()[name], rng), name) is None


@pytest.mark.parametrize("name", sorted(INNER))
@settings(max_examples=15, deadline=None, suppress_health_check=QUIET)
@given(rng=st.randoms(use_true_random=False))
def test_a_sound_container_of_damaged_parts_breaks_no_rule(name: str, rng: random.Random) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert broken_rule(INNER[name](EVERY()[name], rng), name) is None


@pytest.mark.parametrize("name", sorted(every_format()))
def test_a_valid_file_breaks_no_rule_and_is_rejected_nowhere(name: str) -> None:
    assert broken_rule(EVERY()[name], name) is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(sorted({n.rpartition(".")[2] for n in every_format()} | {"", "xml"})))
def test_any_bytes_under_any_name_break_no_rule(data: bytes, ending: str) -> None:
    assert broken_rule(data, f"x.{ending}") is None
