"""The colours stand off their ground and stay apart for the colour-blind."""

from __future__ import annotations

from dataclasses import fields
from itertools import combinations
from typing import Literal

import pytest

from dateline.apps.charts.palettes import PALETTES, QUADS, Palette, palette_of, step

Rgb = tuple[float, float, float]
# How red, green and blue reach an eye that lacks one sort of cone (Machado, Oliveira, Fernandes 2009, severity 1).
BLIND: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def _linear(colour: str) -> Rgb:
    values = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return r, g, b


def _luminance(rgb: Rgb) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def _contrast(a: str, b: str) -> float:
    low, high = sorted((_luminance(_linear(a)), _luminance(_linear(b))))
    return (high + 0.05) / (low + 0.05)


def _lab(rgb: Rgb) -> Rgb:
    r, g, b = rgb
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        _luminance(rgb),
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (max(v, 0.0) ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _apart(a: str, b: str, kind: str) -> float:
    seen = [
        _lab(tuple(min(max(sum(m * v for m, v in zip(row, _linear(c), strict=True)), 0), 1) for row in BLIND[kind]))  # type: ignore[arg-type]
        for c in (a, b)
    ]
    return float(sum((p - q) ** 2 for p, q in zip(*seen, strict=True)) ** 0.5)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", BLIND)
def test_quad_classes_and_states_stay_apart_for_every_eye(theme: Literal["light", "dark"], kind: str) -> None:
    palette = PALETTES[theme]
    for group in (
        [palette.quad(q) for q in QUADS],
        [palette.open, palette.done, palette.broken, palette.overdue],
    ):
        for a, b in combinations(group, 2):
            assert _apart(a, b, kind) > 15, (a, b)


@pytest.mark.parametrize("palette", PALETTES.values())
def test_marks_have_three_times_and_text_four_and_a_half_times_the_contrast_of_their_ground(palette: Palette) -> None:
    marks = [*(palette.quad(q) for q in QUADS), palette.open, palette.done, palette.broken, palette.overdue]
    assert all(_contrast(mark, palette.paper) >= 3 for mark in marks)
    assert _contrast(palette.ink, palette.paper) >= 7
    assert _contrast(palette.faint, palette.paper) >= 4.5
    assert _contrast(palette.dot, palette.land) >= 3


@pytest.mark.parametrize("palette", PALETTES.values())
def test_numbers_can_be_read_on_every_step_of_the_heat_map(palette: Palette) -> None:
    for at, ground in enumerate(palette.scores()):
        text = palette.paper if at in {0, 1, 5, 6} else palette.ink
        assert _contrast(text, ground) >= 3


@pytest.mark.parametrize("palette", PALETTES.values())
def test_every_colour_is_used_once_so_that_it_leads_back_to_its_name(palette: Palette) -> None:
    assert len(palette.names()) == len(fields(palette))


def test_scores_fall_into_steps_with_the_middle_for_nought() -> None:
    assert [step(score) for score in (-10, -6, -5.9, -0.6, -0.5, 0, 0.5, 0.6, 3, 3.1, 6.1)] == [
        0, 1, 1, 2, 3, 3, 3, 4, 4, 5, 6,
    ]  # fmt: skip


def test_what_is_no_quad_class_gets_a_neutral_colour_and_the_automatic_theme_draws_in_light_colours() -> None:
    assert palette_of("auto") is PALETTES["light"]
    assert palette_of("dark").quad("") == PALETTES["dark"].faint
