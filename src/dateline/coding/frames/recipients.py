"""Whom a deed is aimed at: who fills the frame's slots, else whose things are hit; never the doers themselves."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.frames.slot_heads import SlotHeads
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.doers import NAMING
from dateline.coding.parties.victims import Victims
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import Frame
from dateline.model import EventType, Mention, MentionKind, Resolution

PERSONAL = frozenset({"him", "her", "them"})
# Where a thing that is hit names whose it is.
OWNED = ("poss", "mod", "of")


class Recipients:
    """Finds the recipients of deeds in one story."""

    def __init__(self, graph: Graph, cast: Cast, heads: SlotHeads, *, harms: frozenset[str]) -> None:
        """Prepare for one story; `harms` are lemmas of nouns of harm."""
        self._graph = graph
        self._cast = cast
        self._heads = heads
        self._victims = Victims(graph, harms=harms)

    def of(self, frame: Frame, token: int, words: tuple[int, ...], actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return whom a frame's deed is aimed at.

        Args:
            frame: The frame.
            token: The first word of its trigger.
            words: All words of its trigger.
            actors: Who does the deed.
        """
        return others(self._named(frame, token, words, actors), actors)

    def _named(
        self, frame: Frame, token: int, words: tuple[int, ...], actors: tuple[Mention, ...]
    ) -> tuple[Mention, ...]:
        for union in frame.recipient:
            heads = self._heads.of_union(token, union, words)
            heads = [h for h in heads if not (self._is_victim(frame, h) or self._is_wronged(frame, h, token))]
            # "endorsed his rival": whose he is, is the doer
            found = self._cast.whole(others(self._cast.actors(heads), actors))
            if found:
                return found
            if any(self._is_somebody(h) for h in heads):
                return ()  # "charged him with belonging to a gang": of nobody knows whom, not of the gang
        return self._behind(frame, token, words, {mention.head for mention in actors})

    def _behind(self, frame: Frame, token: int, words: tuple[int, ...], taken: set[int]) -> tuple[Mention, ...]:
        """Find whose things are acted upon: "homes of Palestinians", "German goods", "Chile's embassy"."""
        for union in frame.recipient:
            heads = self._heads.of_union(token, union, words)
            inner = [i for h in heads for name in OWNED for i in self._graph.slots(h).get(name, ())]
            inner = [i for i in inner if not self._is_victim(frame, i)]
            found = tuple(m for m in self._cast.actors(inner) if m.head not in taken and m.kind in NAMING)
            if found:
                return found
        return ()

    def _is_victim(self, frame: Frame, head: int) -> bool:
        """Say whether somebody only suffered what is condemned: Chad in "condemned the raid on Chad"."""
        blamed = frame.type is EventType.ACCUSE and "in-words" not in frame.marks
        return blamed and self._victims.suffered(head)

    def _is_wronged(self, frame: Frame, head: int, token: int) -> bool:
        """Say whether something was done to whom a complaint names: "complained that its crews had been beaten"."""
        if frame.type is not EventType.ACCUSE:
            return False
        suffering = self._graph.tokens[head]
        return suffering.dep == "nsubjpass" and suffering.head != token

    def _is_somebody(self, head: int) -> bool:
        """Say whether a word means a person, whoever it is: "him", "her", "them"."""
        token = self._graph.tokens[head]
        return token.tag == "PRP" and token.text.lower() in PERSONAL


def others(found: tuple[Mention, ...], actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave out whoever acts: the same mention, its chain, or a pronoun or possessive of its country."""
    heads, chains = {m.head for m in actors}, {m.chain for m in actors}
    own = [m.resolution for m in actors if m.resolution]
    return tuple(m for m in found if m.head not in heads and m.chain not in chains and not _is_same_side(m, own))


def _is_same_side(mention: Mention, own: Sequence[Resolution]) -> bool:
    """Say whether "its", "it" or "we" is only the doers' own side; another person of their country is not."""
    known = mention.resolution
    if known is None or mention.kind not in {MentionKind.PRONOUN, MentionKind.DEICTIC}:
        return False
    same = [r for r in own if r.country == known.country]
    return any(r.sectors == known.sectors or not known.sectors or not r.sectors for r in same)
