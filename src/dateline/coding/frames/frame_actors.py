"""Who does the deed of a frame: who fills its slots, else who stands behind the words that only hint at him."""

from __future__ import annotations

from dateline.coding.frames.slot_heads import SlotHeads
from dateline.coding.parties.doers import FORCEFUL, Doers
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import Frame
from dateline.model import EventType, Mention, Token

SPEAKER = (("speaker",),)
# Deeds that vehicles do for whoever sends them.
CARRIED = frozenset({EventType.AID, EventType.COOPERATE, EventType.RETREAT})


class FrameActors:
    """Finds the actors of frames in one story."""

    def __init__(self, graph: Graph, heads: SlotHeads, doers: Doers, *, carrying: frozenset[str]) -> None:
        """Prepare for one story; `carrying` are lemmas of verbs that carry a deed out."""
        self._graph = graph
        self._heads = heads
        self._doers = doers
        self._carrying = carrying

    def of(self, frame: Frame, token: Token, words: tuple[int, ...]) -> tuple[Mention, ...]:
        """Return who does a frame's deed; nobody where the words leave it open.

        Args:
            frame: The frame.
            token: The first word of its trigger.
            words: All words of its trigger.
        """
        actors = () if needs_speaker(frame) else self._told(frame, token, words)
        if not actors and frame.type in CARRIED:
            actors = self._doers.senders(token.i)
        return actors

    def _told(self, frame: Frame, token: Token, words: tuple[int, ...]) -> tuple[Mention, ...]:
        """Return who does a deed as its words tell it, or who wields or fires what acts in them."""
        actors = self._doers.own_nation(frame, token) or self._heads.actors(token.i, frame.actor, words)
        if not actors and token.pos == "NOUN":
            actors = self._doers.agents_astray(token)
        if frame.type in FORCEFUL and token.pos == "NOUN" and not self._is_carried_out(token):
            within = {t.i for t in self._graph.parsed.subtree(token)}
            actors = tuple(m for m in actors if m.head in within)  # who describes an attack has not made it
        if not actors and frame.type in FORCEFUL and not _is_suffered(frame):
            actors = self._doers.wielders(token.i) or self._doers.firing_beside(token)
        return actors

    def _is_carried_out(self, token: Token) -> bool:
        """Say whether an event noun is the object of a verb that does it: "launched an attack", "a raid by ..."."""
        above = self._graph.parsed.head(token)
        while above.dep == "conj" and above.pos == "NOUN":
            above = self._graph.parsed.head(above)
        carried = token.dep in {"dobj", "nsubjpass", "conj", "attr"}
        if token.dep == "pobj" and above.lemma == "in":  # "engaged in shelling"
            carried, above = True, self._graph.parsed.head(above)
        return carried and above.lemma in self._carrying


def _is_suffered(frame: Frame) -> bool:
    """Say whether the subject of a frame's verb is whom it is done to: "the party's secretary is behind bars"."""
    return any(slot.startswith("subj") for union in frame.recipient for slot in union)


def needs_speaker(frame: Frame) -> bool:
    """Say whether whoever speaks does a frame's deed by his words."""
    return frame.actor == SPEAKER
