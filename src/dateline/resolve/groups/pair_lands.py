"""Which lands "the two countries" and "both governments" are: named together, in a row, or most of all."""

from __future__ import annotations

from dateline.knowledge.countries import INTERNATIONAL
from dateline.resolve.cast import Draft
from dateline.resolve.groups import land_rows, pair_doers
from dateline.resolve.groups.pair_phrases import Several
from dateline.resolve.lands.scene import Scene

# Rules by which a state is named, or stands for itself by its capital.
NAMED = frozenset({"country name", "capital", "capital for its government"})
# How many times as often as any other a report names the one land that it is about.
CLEARLY = 3.0


def lands_of(several: Several) -> tuple[str, ...]:
    """Return those named together just before, else the countries named most so far, else in the story.

    Args:
        several: The phrase that means them.
    """
    beside = pair_doers.lands_beside(several.cast, several.at, several.syntax)
    together = _together(several, beside)
    if together and not (several.sided and set(together).isdisjoint(several.scene.top(2))):
        return together
    if several.sided and (alone := _only_land(several.scene)):
        return (alone,)
    ranked = _ranked(several, beside)
    if several.size > 2 and len(ranked) < several.size:
        return ()  # "the four ministers", of whom the story has named two
    return tuple(sorted(ranked[: several.size])) if len(ranked) >= several.size else tuple(ranked)


def _together(several: Several, beside: frozenset[str]) -> tuple[str, ...] | None:
    """Return the lands that the story names together: side by side, in a list, or two where it opens."""
    joined = _coordinated(several, beside)
    listed = joined or land_rows.listed(several.cast, several.at, several.size, several.syntax)
    if listed:
        return listed
    if several.size == 2:
        return _opening_pair(several, beside)
    return land_rows.named_in_a_row(several.scene, several.at, several.size, several.syntax)


def _ranked(several: Several, beside: frozenset[str]) -> list[str]:
    """Return the lands by how often they were named, first that of who speaks of what is between two."""
    scene, out = several.scene, INTERNATIONAL | beside
    counted = [code for code, _ in several.cast.countries.most_common() if code not in out]
    ranked = [code for code in counted if code in scene.top(4)] or counted
    for code in scene.ranked:
        only_host = several.sided and code == scene.dateline and code not in scene.named.union(scene.lands.values())
        if code not in ranked and code not in out and not only_host:
            ranked.append(code)
    one = pair_doers.land_between(several.cast, several.at, several.syntax) if several.size == 2 else None
    return [one, *(code for code in ranked if code != one)] if one else ranked


def _only_land(scene: Scene) -> str | None:
    """Return the land of a report that is about no other: its "both sides" are a union and a firm, or two parties."""
    ranked = [code for code in scene.ranked if code not in INTERNATIONAL]
    shares = [scene.share(code) for code in ranked[:2]]
    alone = len(shares) == 1 or (len(shares) == 2 and shares[1] * CLEARLY <= shares[0])
    return ranked[0] if alone else None


def _opening_pair(several: Several, beside: frozenset[str]) -> tuple[str, ...] | None:
    """Return the two lands that a report opens with side by side: "Latvian and Estonian engineers ... both armies"."""
    syntax = several.syntax
    told = sorted(several.cast.drafts_before(several.at), key=lambda d: d.head)
    known = {d.head: d.resolution.country for d in told if d.resolution and d.resolution.country and not d.sentence}
    for head, code in known.items():
        token = syntax.tokens[head]
        first = known.get(token.head) if token.dep == "conj" else None
        more = any(syntax.parsed.children(token, "conj"))
        if first and first != code and not more and not {first, code} & (INTERNATIONAL | beside):
            return first, code
    return None


def _coordinated(several: Several, beside: frozenset[str]) -> tuple[str, ...] | None:
    """Return the last two lands named, where they stand side by side: "Peru and Chile"."""
    named = (d for d in several.cast.drafts_before(several.at) if d.resolution and d.resolution.rule in NAMED)
    drafts = sorted((d for d in named if _land(d) not in beside), key=lambda d: -d.head)
    if len(drafts) < 2 or several.size != 2:
        return None
    right, left = drafts[:2]
    near = right.sentence == left.sentence and right.first - left.last in {1, 2}
    if not near or _land(right) == _land(left):
        return None
    return tuple(code for code in (_land(left), _land(right)) if code)


def _land(draft: Draft) -> str | None:
    return draft.resolution.country if draft.resolution else None
