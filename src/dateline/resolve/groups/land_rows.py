"""Which lands the story lists in a row: "Russia, Turkey and Iran. The three countries ..."."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Token
from dateline.resolve.cast import Cast
from dateline.resolve.groups.named_together import joined_before
from dateline.resolve.lands.scene import Mentioned, Scene
from dateline.resolve.pieces.syntax import Syntax


def listed(cast: Cast, at: int, size: int, syntax: Syntax) -> tuple[str, ...] | None:
    """Return the countries of the last list of just so many: "Kenya, Uganda and Tanzania".

    Args:
        cast: Everyone named so far.
        at: The token of the phrase that means them.
        size: How many it means.
        syntax: The story.
    """
    lists = joined_before(cast, at, syntax)
    codes = (tuple(d.resolution.country for d in members if d.resolution) for members in lists)
    fitting = [tuple(c for c in dict.fromkeys(found) if c) for found in codes]
    return next((found for found in reversed(fitting) if len(found) == size), None)


def named_in_a_row(scene: Scene, at: int, size: int, syntax: Syntax) -> tuple[str, ...] | None:
    """Return the lands of a list of just so many: of the one that follows in the sentence, else of the last before.

    "The four countries behind the craft, France, Germany, Spain and Britain"; "Russia, Turkey and Iran. The three ...".

    Args:
        scene: The lands of the story.
        at: The token of the phrase that means them.
        size: How many it means.
        syntax: The story.
    """
    fitting = [row for row in _rows(scene, syntax) if len(row) == size == len({m.land for m in row})]
    after = [r for r in fitting if r[0].token > at and _is_beside(syntax.tokens[at : r[0].token + 1])]
    before = [r for r in fitting if r[-1].token < at]
    row = next(iter([*after[:1], *reversed(before)]), None)
    return tuple(m.land for m in row) if row else None


def _rows(scene: Scene, syntax: Syntax) -> list[list[Mentioned]]:
    """Return the lands that the story names, those beside one another in one row."""
    rows: list[list[Mentioned]] = []
    for land in (m for m in scene.mentioned if not m.describes):
        if rows and _is_next(rows[-1][-1], land, syntax):
            rows[-1].append(land)
        else:
            rows.append([land])
    return rows


def _is_beside(tokens: Sequence[Token]) -> bool:
    """Say whether no verb stands between a group and a list: "joined by France and Italy" tells of others."""
    return tokens[0].sent == tokens[-1].sent and all(t.pos != "VERB" for t in tokens)


def _is_next(first: Mentioned, second: Mentioned, syntax: Syntax) -> bool:
    """Say whether only a comma or "and" stands between two names of lands."""
    between = syntax.tokens[first.token + 1 : second.token]
    return bool(between) and all(t.text in {",", "and", "the"} or t.dep == "compound" for t in between)
