"""Takes the `why` of an event apart: who decided what, how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ONE = re.compile(r"(?P<decider>.+?): (?P<says>.+?) \((?P<share>[01]\.\d\d)\)(?:; |$)")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one decider said: `frame x`, `ruling y` or `classifier`, its words, and its confidence (0 to 1)."""

    decider: str
    says: str
    confidence: float

    @property
    def kind(self) -> str:
        """The sort of decider: `frame`, `ruling`, `classifier` ..."""
        return self.decider.split(" ", 1)[0]

    @property
    def rule(self) -> str:
        """The name of the frame or ruling; empty for others."""
        return self.decider.partition(" ")[2]


def opinions(why: str | None) -> list[Opinion]:
    """Return the opinions in an event's `why`, the one that won first.

    Example:
        >>> opinions("frame aid.give: AID (0.96); classifier: AID (0.97)")[1].decider
        'classifier'
    """
    return [Opinion(m["decider"], m["says"], float(m["share"])) for m in _ONE.finditer(why or "")]
