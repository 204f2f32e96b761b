"""Predicate-argument structure over dependencies, with syntax undone.

`Graph.slots(token)` gives, for a verb, event noun or adjective, the heads of its arguments by slot as the frame lexicon
names them: `subj` (who acts), `obj` (who or what is acted upon), `iobj`, `attr`, `comp`, `poss`, `mod`, and every
preposition by name. Passives, relative clauses, control, coordination, participles and light verbs are undone here, so
that frames can be written for the active meaning alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.structure.argument_heads import ArgumentHeads
from dateline.coding.structure.misparses import is_misread
from dateline.coding.structure.noun_slots import NounSlots, is_predicate
from dateline.coding.structure.own_clause import clause_of, core_of
from dateline.coding.structure.preposition_slots import PrepositionSlots
from dateline.coding.structure.slots import Slots
from dateline.coding.structure.verb_slots import VerbSlots
from dateline.coding.structure.voices import is_passive
from dateline.model import ParsedStory, Token


class Graph:
    """Arguments of the predicates of one story, computed once for each token."""

    def __init__(self, parsed: ParsedStory) -> None:
        self.parsed = parsed
        self.tokens = parsed.tokens
        self._slots: dict[int, Slots] = {}
        self._busy: set[int] = set()
        self._heads = ArgumentHeads(parsed)
        prepositions = PrepositionSlots(parsed, self._heads)
        self._verbs = VerbSlots(parsed, self._heads, prepositions, self.slots)
        self._nouns = NounSlots(parsed, self._heads, prepositions, self.slots)
        # Asked for again and again, by frames, ties and dates alike.
        self._clauses: dict[int, tuple[Token, ...]] = {}

    def slots(self, i: int) -> Slots:
        """Return the argument heads of the predicate at token `i`, by slot."""
        found = self._slots.get(i)
        if found is None:
            if i in self._busy:
                return {}
            self._busy.add(i)
            token = self.tokens[i]
            found = self._verbs.of(token) if token.pos in {"VERB", "AUX"} else self._nouns.of(token)
            self._busy.discard(i)
            self._slots[i] = found
        return found

    def conjuncts(self, i: int) -> list[int]:
        """Return token `i` and everything coordinated below it."""
        return self._heads.conjuncts(i)

    def passive(self, token: Token) -> bool:
        """Say whether a verb stands in the passive: with its auxiliary, or as a bare participle."""
        return is_passive(self.parsed, token)

    def own(self, token: Token) -> list[Token]:
        """Return a verb's dependents that belong to its own clause, particles and adverbs included."""
        return [child for child in self.parsed.children(token) if child.dep not in {"conj", "cc", "punct"}]

    def misread(self, token: Token) -> bool:
        """Say whether the parser took a sentence's verb for an attribute ("A court on Tuesday freed Pastor Ncube")."""
        return is_misread(self.parsed, token)

    def is_predicate(self, token: Token) -> bool:
        """Say whether a preposition says what something is: "is out of the question", "remains off the table"."""
        return is_predicate(self.parsed, token)

    def core(self, i: int) -> Iterator[Token]:
        """Return the tokens of the predicate's own clause without the tensed clauses inside it."""
        return core_of(self.parsed, i)

    def clause(self, i: int) -> tuple[Token, ...]:
        """Return the tokens of the predicate's own clause: its subtree without coordinated and attached clauses."""
        known = self._clauses.get(i)
        if known is None:
            known = self._clauses[i] = tuple(clause_of(self.parsed, i))
        return known
