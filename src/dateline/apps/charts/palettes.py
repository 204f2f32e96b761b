"""The colours of the charts: two themes, chosen to stay apart for the colour-blind and to stand off their paper."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Theme = Literal["light", "dark", "auto"]
Score = float
# In the order in which they are stacked: away from the zero line the deeds, next to it the words.
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One theme's colours, each as #rrggbb and each used once, so that a drawn colour leads back to its name.

    Attributes:
        paper, ink, faint, line: Ground, text, lesser text, axes and borders.
        land, shore: Land and its borders on the map; sea: water.
        verbal_cooperation ... material_conflict: The quad classes.
        open, done, broken, overdue: States of a commitment.
        low5 ... high5: Seven steps from conflict over neutral to cooperation.
        count1 ... count5: Five steps of a count.
        dot: Places on the map.
    """

    paper: str
    ink: str
    faint: str
    line: str
    land: str
    shore: str
    sea: str
    verbal_cooperation: str
    material_cooperation: str
    verbal_conflict: str
    material_conflict: str
    open: str
    done: str
    broken: str
    overdue: str
    low3: str
    low2: str
    low1: str
    mid: str
    high1: str
    high2: str
    high3: str
    count1: str
    count2: str
    count3: str
    count4: str
    count5: str
    dot: str

    def quad(self, name: str) -> str:
        """Return the colour of a quad class; that of lesser text for what is none."""
        return str(getattr(self, name.replace(" ", "_"))) if name in QUADS else self.faint

    def names(self) -> dict[str, str]:
        """Return the name of each colour by its value."""
        return {getattr(self, field.name): field.name for field in fields(self)}

    def scores(self) -> tuple[str, ...]:
        """Return the seven steps from the worst conflict to the closest cooperation."""
        return self.low3, self.low2, self.low1, self.mid, self.high1, self.high2, self.high3

    def counts(self) -> tuple[str, ...]:
        """Return the five steps of a count, the smallest first."""
        return self.count1, self.count2, self.count3, self.count4, self.count5


LIGHT = Palette(
    paper="#ffffff",
    ink="#1b1f24",
    faint="#57606a",
    line="#c9d1d9",
    land="#eceef1",
    shore="#b3bac2",
    sea="#f8fafc",
    verbal_cooperation="#4694cf",
    material_cooperation="#0b4f8a",
    verbal_conflict="#d07f00",
    material_conflict="#9b3300",
    open="#7d8aa0",
    done="#00735c",
    broken="#a3330b",
    overdue="#b87800",
    low3="#8f2f00",
    low2="#cf6a1c",
    low1="#f3c493",
    mid="#e7e9ec",
    high1="#b4d5ee",
    high2="#4b96cd",
    high3="#0a477d",
    count1="#d4e6f4",
    count2="#a9cce7",
    count3="#74abd5",
    count4="#3f84b9",
    count5="#145591",
    dot="#b14a00",
)
DARK = Palette(
    paper="#14181d",
    ink="#e8ecf0",
    faint="#a3adb8",
    line="#414a54",
    land="#2b323a",
    shore="#59636e",
    sea="#171c22",
    verbal_cooperation="#3f84bd",
    material_cooperation="#9fd0f5",
    verbal_conflict="#c07a14",
    material_conflict="#ffb27a",
    open="#8fb4d0",
    done="#35c9a5",
    broken="#ff8f66",
    overdue="#f0bc4a",
    low3="#ffb37d",
    low2="#d27a35",
    low1="#7d4d28",
    mid="#353c45",
    high1="#2d5778",
    high2="#4f97cb",
    high3="#a8d5f7",
    count1="#25405a",
    count2="#2f5f87",
    count3="#4483b5",
    count4="#6ba9d9",
    count5="#a4d2f4",
    dot="#ffa45e",
)
PALETTES: dict[Literal["light", "dark"], Palette] = {"light": LIGHT, "dark": DARK}


def palette_of(theme: Theme) -> Palette:
    """Return the colours to draw with; `auto` draws with the light ones and names them afterwards."""
    return DARK if theme == "dark" else LIGHT


def step(score: float) -> int:
    """Return which of the seven steps a PLOVER score from -10 to +10 falls in.

    Example:
        >>> step(-10), step(0), step(2.5), step(10)
        (0, 3, 4, 6)
    """
    bounds = (-6.0, -3.0, -0.5, 0.5, 3.0, 6.0)
    return sum(score >= bound for bound in bounds[:3]) + sum(score > bound for bound in bounds[3:])
