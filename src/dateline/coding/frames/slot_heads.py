"""Which words stand in a slot as frames name it: "obj" after the trigger's preposition, "obj.of", "any", "clause"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.misparses import teller_beyond
from dateline.coding.structure.slots import Slots
from dateline.knowledge.frames import PREPOSITIONS, Union
from dateline.model import Mention

# Slots that "any" leaves out: who acts, other clauses, where and by whom.
NOT_ANY = frozenset({"subj", "comp", "in", "at", "by", "neg"})
# What the parser hangs on the object as often as on the verb: "has two frigates off the coast".
HUNG = PREPOSITIONS | {"along", "near", "off", "around", "across", "under", "behind"}
# Slots that hold no argument.
AROUND = frozenset({"clause", "manner", "participle"})
PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})


class SlotHeads:
    """Finds what fills the slots of frames in one story."""

    def __init__(self, graph: Graph, cast: Cast) -> None:
        """Prepare for one story."""
        self._graph = graph
        self._cast = cast
        self._tokens = graph.tokens
        # Worked out once a story and word: hundreds of frames ask the same of one.
        self._known: dict[tuple[int, str, tuple[int, ...]], list[int]] = {}

    def actors(self, token: int, alternatives: tuple[Union, ...], words: Sequence[int] = ()) -> tuple[Mention, ...]:
        """Return the actors of the first alternative that is filled; a union adds its slots up."""
        first: tuple[Mention, ...] = ()
        for union in alternatives:
            if first and not all(slot.startswith("subj.") for slot in union):
                continue  # "soldiers of the European force" are no soldiers of the story's own land
            found = self._cast.whole(self._cast.actors(self.of_union(token, union, words)))
            if found and not all(m.resolution is not None and m.resolution.of_the_story for m in found):
                return found
            first = first or found
        return first

    def of_union(self, token: int, union: Union, words: Sequence[int] = ()) -> list[int]:
        """Return the heads in all slots of a union."""
        return [h for slot in union for h in self.of(token, slot, words)]

    def of(self, token: int, slot: str, words: Sequence[int] = ()) -> list[int]:
        """Return the argument heads in a slot; a dotted slot goes on inside the argument.

        Args:
            token: The trigger's first word.
            slot: The slot as frames name it.
            words: The trigger's words, where its last preposition may govern the object.
        """
        key = (token, slot, tuple(words) if words and slot.startswith("obj") and self._governs(words) else ())
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(*key)
        return found

    def _governs(self, words: Sequence[int]) -> bool:
        """Say whether a trigger ends in a preposition: the "with" of "meet with"."""
        return self._tokens[words[-1]].pos in {"ADP", "SCONJ", "PART"}

    def _found(self, token: int, slot: str, governing: tuple[int, ...]) -> list[int]:
        name, _, rest = slot.partition(".")
        found = self._plain(token, name, governing)
        if rest == "any":
            return [h for head in found for h in self._plain(head, "any")]
        return [h for head in found for h in self.of(head, rest)] if rest else found

    def _plain(self, token: int, name: str, governing: tuple[int, ...] = ()) -> list[int]:
        slots = self._graph.slots(token)
        if name in AROUND:
            return self._around(token, name)
        if name == "any":
            return [h for slot, heads in slots.items() if slot not in NOT_ANY for h in heads]
        if name in {"subj", "pair"}:
            return self._subjects(token, slots)
        found = list(slots.get(name, ()))
        if name == "obj":
            return self._objects(token, slots, found, governing)
        if not found and name in HUNG and self._tokens[token].pos in {"VERB", "AUX"}:
            # "established relations with Chile": the parser hangs the phrase on the noun or on the verb
            return [i for h in slots.get("obj", ()) for i in self._graph.slots(h).get(name, ())]
        return found

    def _around(self, token: int, name: str) -> list[int]:
        """Return what stands about a word and is no argument: its clause, its adverbs, participles hung on it."""
        if name == "clause":
            return [t.i for t in self._graph.clause(token)]
        relations = ("advmod",) if name == "manner" else ("acl", "advcl")
        below = self._graph.parsed.children(self._tokens[token], *relations)
        return [c.i for c in below if name == "manner" or c.tag in PARTICIPLES]

    def _subjects(self, token: int, slots: Slots) -> list[int]:
        """Return who acts: who says a clause whose own subject is nobody, else the nation that describes a noun."""
        found = list(slots.get("subj", ()))
        if found and not self._cast.actors(found):
            return self._told_beyond(token) or found
        if not found and self._tokens[token].pos in {"NOUN", "PROPN"}:
            return [h for h in slots.get("mod", ()) if self._cast.mention(h) is not None]
        return found

    def _told_beyond(self, token: int) -> list[int]:
        """Return who says a clause whose own subject is nobody: "said the plan was void and demanded a new one"."""
        outer = teller_beyond(self._graph.parsed, self._tokens[token])
        return self._graph.slots(outer.i).get("subj", []) if outer is not None else []

    def _objects(self, token: int, slots: Slots, found: list[int], governing: tuple[int, ...]) -> list[int]:
        """Return whom or what a deed is done to, what the trigger's last preposition governs before other objects."""
        if not found and self._tokens[token].pos == "NOUN":
            found = list(slots.get("of", ()))  # asked by the frames of the verb that a noun stands for
        if not governing:
            return found
        # "meet with", "speak highly of": what the trigger's last preposition governs is its object.
        # A noun of the trigger itself is none: "put its weight behind Chad".
        last = self._tokens[governing[-1]]
        below = [h for c in self._graph.parsed.children(last, "pobj") for h in self._graph.conjuncts(c.i)]
        own = [h for h in found if h not in governing]
        # "in Doha it called in the envoy": the same preposition elsewhere is none of the trigger's
        beside = slots.get(last.text.lower(), ())
        return [*([h for h in beside if h in below] or below or beside), *own]
