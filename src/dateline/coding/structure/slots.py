"""Arguments of a predicate by slot: the table that whoever reads, fills or lends them shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Slots = dict[str, list[int]]
# Asks for the slots of another predicate of the story.
SlotsOf = Callable[[int], Slots]


def distinct(heads: Iterable[int]) -> list[int]:
    """Return heads in their order, each once."""
    return list(dict.fromkeys(heads))


def filled(slots: Slots) -> Slots:
    """Return the slots that hold somebody or something, each head once."""
    return {slot: distinct(heads) for slot, heads in slots.items() if heads}
