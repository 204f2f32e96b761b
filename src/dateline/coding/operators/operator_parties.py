"""Whom an operator names: who does what stands under it, and whom it is for, where its event names nobody."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.frames.recipients import others
from dateline.coding.operators.effects import AHEAD, ASPECT
from dateline.coding.structure.arguments import Graph
from dateline.model import Mention

# Operators that are for nobody: they only carry the event under them.
CARRYING = frozenset({"light", "begin", "continue", "resume", "complete", "report"})


class OperatorParties:
    """Finds the parties that the operators of one story name."""

    def __init__(self, matcher: Matcher, graph: Graph) -> None:
        self._matcher = matcher
        self._graph = graph

    def doers(self, match: OperatorMatch) -> tuple[Mention, ...]:
        """Return who stands as an operator's subject."""
        return self._matcher.fill(match.token, (("subj",),), match.words)

    def recipients(self, match: OperatorMatch, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return whom an operator is for, but those who act."""
        if match.operator.effect in CARRYING:
            return ()
        taken = {m.head for m in actors}
        found = self._matcher.fill(match.token, match.operator.recipient, match.words)
        return others(tuple(m for m in found if m.head not in taken), actors)

    def carried(self, match: OperatorMatch, draft: Draft) -> Draft:
        """Move a draft up to its operator, which may name parties that the event's own word does not."""
        actors = draft.actors or self.doers(match)
        recipients = draft.recipients or self.recipients(match, actors)
        helpers = self._graph.parsed.children(self._graph.tokens[match.token], "aux")
        ahead = any(c.text.lower() in AHEAD | {"to"} for c in helpers)
        asserted = draft.asserted or (None if ahead else ASPECT.get(match.operator.effect))
        return replace(draft, token=match.token, actors=actors, recipients=recipients, asserted=asserted)
