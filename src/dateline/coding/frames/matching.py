"""Finds where frames and operators of the lexicon fire, and which arguments fill their slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.frames.fired_triggers import FiredTriggers
from dateline.coding.frames.frame_actors import FrameActors, needs_speaker
from dateline.coding.frames.frame_conditions import FrameConditions
from dateline.coding.frames.recipients import Recipients
from dateline.coding.frames.restrictions import Restrictions
from dateline.coding.frames.slot_heads import SlotHeads
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.doers import Doers
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import Frame, FrameLexicon, Operator, Union
from dateline.model import Mention, Token


@dataclass(frozen=True, slots=True)
class Match:
    """A frame on a trigger, with the actors that fill it."""

    frame: Frame
    token: int
    words: tuple[int, ...]
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    needs_speaker: bool = False


@dataclass(frozen=True, slots=True)
class OperatorMatch:
    """An operator on a trigger."""

    operator: Operator
    token: int
    words: tuple[int, ...]


class Matcher:
    """Applies the lexicon to the tokens of one story."""

    def __init__(self, lexicon: FrameLexicon, graph: Graph, cast: Cast) -> None:
        self._graph = graph
        self._cast = cast
        self._heads = SlotHeads(graph, cast)
        self._fired = FiredTriggers(lexicon, graph)
        self.restrictions = Restrictions(lexicon.sets, graph, cast)
        doers = Doers(lexicon, graph, cast)
        self._conditions = FrameConditions(graph, self._heads, doers, self.restrictions)
        self._actors = FrameActors(graph, self._heads, doers, carrying=lexicon.sets["carrying_verbs"])
        self._recipients = Recipients(graph, cast, self._heads, harms=lexicon.sets["attack_deeds"])

    def frames(self, token: Token) -> Match | None:
        """Return the best frame on a token: the highest priority whose conditions hold and whose actor is found."""
        weak: Match | None = None
        lacking: Match | None = None
        for frame, words in self._fired.frames(token):
            match = self._match(frame, token, words)
            if match is None or (lacking is not None and frame.type is not lacking.frame.type):
                continue
            if not (match.actors or match.needs_speaker):
                weak = weak or match
            elif frame.needs_recipient and not match.recipients:
                lacking = lacking or match  # a frame of the same type may stand without whom it is aimed at
            else:
                return match
        return lacking or weak or self._nominal(token)

    def _nominal(self, token: Token) -> Match | None:
        """Return the best frame of the verb that a noun stands for: "the expulsion of two envoys by Chile"."""
        matches = (self._match(frame, token, words) for frame, words in self._fired.nominal(token))
        return next((match for match in matches if match is not None and match.actors), None)

    def operators(self, token: Token) -> tuple[OperatorMatch, ...]:
        """Return the operators whose words stand at a token, the longest words first."""
        if token.lemma == "order" and self._graph.tokens[token.head].text.lower() == "in":
            return ()  # "in order to" orders nothing
        if token.pos == "NOUN" and self._cast.mention(token.i) is not None:
            return ()  # "accused the opposition of plotting": a party
        found = [OperatorMatch(operator, token.i, words) for operator, words in self._fired.operators(token)]
        return tuple(m for m in found if not self._only_stops(m, found))

    def _only_stops(self, match: OperatorMatch, found: Sequence[OperatorMatch]) -> bool:
        """Say whether "stop" means an end and no prevention: nobody is stopped *from* something."""
        ends = any(m.operator.effect == "stop" for m in found)
        return match.operator.effect == "prevent" and ends and not self._graph.slots(match.token).get("from")

    def fill(self, token: int, alternatives: tuple[Union, ...], words: Sequence[int] = ()) -> tuple[Mention, ...]:
        """Return the actors of the first alternative that is filled; a union adds its slots up."""
        return self._heads.actors(token, alternatives, words)

    def heads(self, token: int, slot: str, words: Sequence[int] = ()) -> list[int]:
        """Return the argument heads in a slot; a dotted slot goes on inside the argument."""
        return self._heads.of(token, slot, words)

    def _match(self, frame: Frame, token: Token, words: tuple[int, ...]) -> Match | None:
        if not self._conditions.hold(frame, token, words):
            return None
        actors = self._actors.of(frame, token, words)
        recipients = self._recipients.of(frame, token.i, words, actors)
        return Match(frame, token.i, words, actors, recipients, needs_speaker=needs_speaker(frame))
