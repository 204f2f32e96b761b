"""What an operator governs: the words of its complement, its object or its noun whose events it tells."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.operators.complements import ASKING, Complements
from dateline.coding.operators.effects import COMMITTING, DENIABLE, MEANT, NAMING_BY_OF
from dateline.coding.structure.arguments import Graph

# After these the parser may take the complement for a purpose: "threatened on Monday to impose ...".
PURPOSED = COMMITTING | {"refuse", "order", "ask", "urge"}


class Governed:
    """Looks below the operators of one story for what they govern."""

    def __init__(self, matcher: Matcher, graph: Graph) -> None:
        self._matcher = matcher
        self._graph = graph
        self._tokens = graph.tokens
        self._below = Complements(matcher, graph)

    def by(self, match: OperatorMatch) -> list[int]:
        """Return the tokens that an operator governs, each once, the likeliest first."""
        if match.operator.under:
            return [h for slot in match.operator.under for h in self._heads(match, slot)]
        found = [*self._complement(match), *self._nominal(match)]
        if match.operator.effect in DENIABLE:
            found += [c for h in tuple(found) for c in self._that_clauses(h)]
        found += self._that_clauses(match.token)
        found += [c for h in tuple(found) for c in self._below.for_the_first_time(h)]
        found += [c for h in tuple(found) for c in self._matcher.restrictions.counted(h)]  # "much of its aid"
        return list(dict.fromkeys(h for h in found if not self._is_topic(match, h)))

    def _complement(self, match: OperatorMatch) -> list[int]:
        """Return the verbs that complete an operator."""
        found = self._heads(match, "comp")
        if not found and match.operator.effect in PURPOSED:
            return self._heads(match, "purpose")
        return found

    def _nominal(self, match: OperatorMatch) -> Iterator[int]:
        """Yield the nouns that an operator has as objects, or names: "a suspension of aid", "an offer of talks"."""
        if match.operator.effect not in {"accuse", "report"}:
            for slot in ("obj", "for", "to"):
                yield from self._heads(match, slot)
        if self._tokens[match.token].pos == "NOUN" and match.operator.effect in NAMING_BY_OF:
            yield from self._heads(match, "of")

    def _heads(self, match: OperatorMatch, slot: str) -> list[int]:
        return self._matcher.heads(match.token, slot, match.words)

    def _that_clauses(self, i: int) -> list[int]:
        """Return the heads of what a noun says: "reports that its troops had crossed"."""
        if self._tokens[i].pos != "NOUN":
            return []
        below = self._graph.parsed.children(self._tokens[i], "acl", "ccomp", "relcl")
        marked = [c for c in below if any(m.lemma == "that" for m in self._graph.parsed.children(c, "mark"))]
        return [j for c in marked for j in self._graph.conjuncts(c.i)]

    def _is_topic(self, match: OperatorMatch, i: int) -> bool:
        """Say whether something is only asked about or somebody's duty: "was asked about closing the border"."""
        token = self._tokens[i]
        topical = token.dep == "pcomp" and self._tokens[token.head].lemma == "about"
        if token.dep == "xcomp" and self._tokens[match.token].lemma == "have":
            return True  # "has to approve it": a duty
        aimed = match.operator.effect == "intend" and self._tokens[match.token].lemma in MEANT
        return (topical and match.operator.effect in ASKING) or (aimed and self._is_passive_subject(match.token, i))

    def _is_passive_subject(self, verb: int, i: int) -> bool:
        """Say whether a noun is what was meant for something: "his visit was aimed at mending ties"."""
        subjects = self._graph.parsed.children(self._tokens[verb], "nsubjpass")
        return any(i in self._graph.conjuncts(c.i) for c in subjects)
