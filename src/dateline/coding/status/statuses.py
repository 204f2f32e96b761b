"""Which status a draft has: what its words alone say, else what its clause says, and what is done in the saying."""

from __future__ import annotations

from dateline.coding.drafts import Draft
from dateline.coding.sieve import PROMISING
from dateline.coding.status.status import Reading, read_status
from dateline.coding.status.status_words import WILLING
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Status

# Who says that he will do these does them in saying so.
FORETOLD = frozenset({*PROMISING, EventType.REJECT})


class Statuses:
    """Reads the status of the drafts of one story, once a word, however many drafts ask."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._read: dict[int, Reading] = {}

    def of(self, draft: Draft) -> Reading:
        """Return the status that a draft's words or its clause give it, with the word that shows it."""
        if draft.asserted is not None:
            return Reading(draft.asserted)
        if draft.token not in self._read:
            self._read[draft.token] = read_status(self._parsed.tokens[draft.token], self._graph)
        return self._read[draft.token]

    def of_event(self, draft: Draft) -> Status:
        """Return the status that a draft has as an event.

        What is said, promised or refused happened in the saying, whatever its content's status. So did what somebody
        says that he will promise or give up: "said it would drop its demand".
        """
        status = self.of(draft).status
        ruled = draft.rule.startswith("ruling") and status in {Status.PLANNED, Status.NEGATED}
        foretold = draft.type in FORETOLD and status is Status.PLANNED and self._is_willing(draft.token)
        return Status.HAPPENED if ruled or foretold else status

    def _is_willing(self, token: int) -> bool:
        """Say whether a verb, or one that it joins, stands with "will": who only plans to warn has warned nobody."""
        verb = self._parsed.tokens[token]
        while verb.dep == "conj" and not self._parsed.has(verb, "aux"):
            verb = self._parsed.head(verb)
        return any(c.text.lower() in WILLING for c in self._parsed.children(verb, "aux"))
