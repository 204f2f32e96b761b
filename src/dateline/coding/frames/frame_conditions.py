"""Whether a frame may stand where its trigger does: what has to be in its slots, and what must not."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.frames.restrictions import Restrictions
from dateline.coding.frames.slot_heads import SlotHeads
from dateline.coding.parties.doers import Doers
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import Frame
from dateline.model import EventType, Token

# An item of a subject's list: whoever or whatever acts has to be named, in the passive too.
SAID = "#said"
VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})


class FrameConditions:
    """Asks the conditions of frames in one story."""

    def __init__(self, graph: Graph, heads: SlotHeads, doers: Doers, restrictions: Restrictions) -> None:
        """Prepare for one story."""
        self._graph = graph
        self._heads = heads
        self._doers = doers
        self._restrictions = restrictions

    def hold(self, frame: Frame, token: Token, words: tuple[int, ...]) -> bool:
        """Say whether a frame's conditions hold on a token, given the words of its trigger."""
        unsaid = frame.type in VIOLENT and self._is_unsaid(token)
        for slot, items in frame.where:
            asked = not (unsaid and slot == "subj" and SAID not in items)
            if asked and not self._fits(slot, items, token.i, words):
                return False
        if any(self._fits(slot, items, token.i, words, loose=True) for slot, items in frame.unless):
            return False
        return frame.type is not EventType.ASSAULT or not self._is_own_harm(token, words)

    def _fits(
        self, slot: str, items: tuple[str, ...], token: int, words: tuple[int, ...], *, loose: bool = False
    ) -> bool:
        """Say whether a slot fits; `loose` also looks at what is compounded with its head ("Typhoon Haiyan")."""
        heads = self._heads.of(token, slot, words)
        if loose and heads:
            compounds = [c.lemma for h in heads for c in self._graph.parsed.children(self._graph.tokens[h], "compound")]
            if any(item in compounds for item in items):
                return True
        if slot == "subj" and "#actor" in items and not loose and self._doers.wielders(token):
            return True
        if not heads:
            return "#none" in items
        return self._restrictions.any_fits(items, heads)

    def _is_unsaid(self, token: Token) -> bool:
        """Say whether a passive leaves out who did it: of "was raided" nobody can be asked to be police."""
        helped = self._graph.parsed.has(token, "auxpass")
        return helped and not self._graph.slots(token.i).get("subj")

    def _is_own_harm(self, token: Token, words: Sequence[int]) -> bool:
        """Say whether somebody does it to himself: "killed themselves", but not "blew himself up"."""
        own = (c for c in self._graph.parsed.children(token, "dobj") if c.i not in words)
        return any(c.text.lower().endswith(("self", "selves")) for c in own)
