"""Deeds that are told by pointing back: "Norway did the same", "followed suit", "so did Chile", "as did Peru"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.parties import party_words
from dateline.model import Mention, Token

SETS = party_words()
# Objects that stand for a deed told before, by the verb above them.
POINTING = {verb: SETS.set(f"pointing.{verb}") for verb in ("do", "follow", "take", "make")}
ALIKE = SETS.set("pointing_alike")
# Of these no word has to say that they are the same.
BARE = frozenset({"same", "likewise", "so", "suit"})
# "So did Chile", "as has Peru".
BACK = frozenset({"so", "as"})
# How many sentences back the deed may stand.
REACH = 1


class SameDeeds:
    """Finds where one story says that somebody did what another had done."""

    def __init__(self, graph: Graph, cast: Cast) -> None:
        self._graph = graph
        self._cast = cast
        self._parsed = graph.parsed

    def among(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the deeds that point back to one of some drafts, each with its own doers.

        Args:
            drafts: What frames and operators find, in text order.

        Example:
            "Sweden recalled its envoy from Oslo and Finland followed suit": Finland recalled its own.
        """
        taken = {i for draft in drafts for i in draft.trigger}
        found = []
        for token in self._parsed.tokens:
            if token.i in taken or token.lemma not in POINTING:
                continue
            words = self._pointing(token)
            before = self._before(token, drafts) if words else None
            doers = self._doers(token, before) if before is not None else ()
            if before is not None and doers:
                found.append(
                    replace(before, actors=doers, token=token.i, trigger=words, content=None, points_back=True)
                )
        return found

    def _doers(self, verb: Token, before: Draft) -> tuple[Mention, ...]:
        """Return who did it after the others: a subject, or the party right before a verb that has theirs."""
        taken = {m.chain for m in before.actors}
        for heads in (self._graph.slots(verb.i).get("subj", ()), (verb.i - 1,)):
            found = self._cast.whole(self._cast.actors(heads))
            if found and taken.isdisjoint(m.chain for m in found):
                return found
        return ()

    def _pointing(self, verb: Token) -> tuple[int, ...]:
        """Return the words that point back, none where the verb tells a deed of its own."""
        children = self._parsed.children
        if verb.lemma == "do" and any(c.text.lower() in BACK for c in children(verb, "advmod", "mark")):
            whole = any(c.i > verb.i for c in children(verb, "dobj", "xcomp", "ccomp"))
            return (verb.i,) if self._is_turned(verb) and not whole else ()
        for noun in children(verb, "dobj", "advmod"):
            told = noun.lemma in POINTING[verb.lemma]
            alike = noun.lemma in BARE or any(c.lemma in ALIKE for c in children(noun, "amod"))
            if told and (alike or (verb.lemma == "follow" and self._is_anothers(noun))):
                return (verb.i, noun.i)
        return ()

    def _is_turned(self, verb: Token) -> bool:
        """Say whether the doer stands behind his verb: "so did Chile"."""
        return any(c.i > verb.i for c in self._parsed.children(verb, "nsubj"))

    def _is_anothers(self, noun: Token) -> bool:
        """Say whether it is somebody's lead or example: "followed Sweden's lead"."""
        return self._parsed.has(noun, "poss")

    def _before(self, token: Token, drafts: Sequence[Draft]) -> Draft | None:
        """Return the last deed told before, in this sentence or the one before it."""
        earliest = token.sent - REACH
        told = (d for d in reversed(drafts) if d.token < token.i and self._parsed.tokens[d.token].sent >= earliest)
        return next((d for d in told if d.actors), None)
