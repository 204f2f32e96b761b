"""The mentions of a story in text order, numbered, with one number for all that mean the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.model import Mention

if TYPE_CHECKING:
    from dateline.model import ParsedStory
    from dateline.resolve.cast import Draft


def numbered(drafts: Iterable[Draft], parsed: ParsedStory) -> tuple[Mention, ...]:
    """Return finished mentions for the drafts of a story.

    Args:
        drafts: The drafts, in any order.
        parsed: The story.
    """
    kept = sorted(drafts, key=lambda d: (d.first, d.last, d.head))
    number = {draft.head: n for n, draft in enumerate(kept)}
    return tuple(
        Mention(
            i=n,
            first=draft.first,
            last=draft.last,
            head=draft.head,
            span=parsed.span(draft.first, draft.last),
            kind=draft.kind,
            chain=chain,
            resolution=draft.resolution,
            parts=tuple(number[h] for h in draft.parts if h in number),
            plural=draft.plural,
        )
        for n, (draft, chain) in enumerate(zip(kept, _chains(kept), strict=True))
    )


def _chains(drafts: Iterable[Draft]) -> list[int]:
    """Return for each draft the number of whom it means, from nought; who is in no chain is somebody of his own."""
    numbers: dict[int, int] = {}
    fresh, chains = -1, []
    for draft in drafts:
        if draft.chain < 0:
            fresh -= 1
        chains.append(numbers.setdefault(draft.chain if draft.chain >= 0 else fresh, len(numbers)))
    return chains
