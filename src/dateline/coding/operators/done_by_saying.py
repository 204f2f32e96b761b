"""Whether an event is done by the words above it: "I want to thank Norway", "decided to condemn the raid"."""

from __future__ import annotations

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import OperatorMatch
from dateline.coding.operators.denied import is_denied
from dateline.coding.operators.effects import VOTED
from dateline.coding.status.first_person import is_first_person
from dateline.coding.status.status import PRESENT, read_status
from dateline.coding.status.status_words import performed
from dateline.coding.structure.arguments import Graph
from dateline.model import Status


class DoneBySaying:
    """Reads the operators of one story that do the event under them."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed

    def is_decided(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether deciding on it has done it: not "will decide whether to ask", nor "decided not to ask"."""
        verb = self._parsed.tokens[match.token]
        decided = draft.type in VOTED and match.operator.effect == "decide" and verb.pos == "VERB"
        taken = decided and not is_denied(self._graph, draft.token) and not self._is_open(draft)
        return taken and read_status(verb, self._graph).status is Status.HAPPENED

    def is_said(self, match: OperatorMatch, draft: Draft) -> bool:
        """Say whether somebody does in words what he says that he wants to: "I want to thank", "let me thank"."""
        token, verb = self._parsed.tokens[match.token], self._parsed.tokens[draft.token]
        effect = match.operator.effect
        if effect not in {"want", "allow"} or verb.lemma not in performed() or is_denied(self._graph, match.token):
            return False
        if effect == "allow":
            mine = any(c.text.lower() in {"me", "us"} for c in self._parsed.children(verb, "nsubj"))
            return token.lemma == "let" and mine
        return token.tag in PRESENT and is_first_person(token, self._graph)

    def _is_open(self, draft: Draft) -> bool:
        marks = self._parsed.children(self._parsed.tokens[draft.token], "mark")
        return any(c.text.lower() in {"whether", "if"} for c in marks)
