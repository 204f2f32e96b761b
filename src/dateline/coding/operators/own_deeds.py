"""Whether somebody warns or promises what he will do himself: "warned that it would review its ties"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.operators.effects import AHEAD, OWN_DEEDS
from dateline.coding.structure.arguments import Graph
from dateline.model import Mention


class OwnDeeds:
    """Reads whose deeds the operators of one story are about."""

    def __init__(self, matcher: Matcher, graph: Graph) -> None:
        self._matcher = matcher
        self._graph = graph

    def chosen(self, found: Sequence[OperatorMatch]) -> Sequence[OperatorMatch]:
        """Return the operator that a word is: "warn" threatens when somebody warns of his own deed, else it reports."""
        own = [m for m in found if self.is_told(m)]
        return own[:1] or found[:1]

    def is_told(self, match: OperatorMatch) -> bool:
        """Say whether what an operator tells of is to be done by whoever tells it."""
        if match.operator.effect not in OWN_DEEDS:
            return False
        own = _lands(self._matcher.fill(match.token, (("subj",),), match.words))
        for head in self._matcher.heads(match.token, "comp", match.words):
            helpers = self._graph.parsed.children(self._graph.tokens[head], "aux")
            ahead = any(c.text.lower() in AHEAD for c in helpers)
            if ahead and own & _lands(self._matcher.fill(head, (("subj", "subj.poss"),))):
                return True
        return False


def _lands(mentions: Sequence[Mention]) -> set[str]:
    return {m.resolution.country for m in mentions if m.resolution and m.resolution.country is not None}
