"""Whom words are for that somebody goes, calls or writes to say: "telephoned Peru's president to demand a release"."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.parties.cast import Cast
from dateline.coding.sieve import are_nobodys
from dateline.coding.status.purposes import is_errand
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Token

SAID = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.REJECT,
        EventType.CONCEDE,
        EventType.THREATEN,
    }
)
# Where the verb above has whom its words are for: "called the premier", "wrote to the council", "flew to Rabat".
REACHED = ("iobj", "obj", "to", "with")


class Errands:
    """Gives the words of one story that are an errand the side that they are taken to."""

    def __init__(self, graph: Graph, cast: Cast) -> None:
        self._graph = graph
        self._cast = cast

    def aimed(self, draft: Draft) -> Draft:
        """Return a draft with the side that its words are taken to, where its own clause names none.

        Example:
            "Ghana's president telephoned his Togolese colleague to demand the release of a sailor" asks Togo.
        """
        verb = self._graph.tokens[draft.token]
        if draft.type not in SAID or not self._is_purpose(verb) or not is_errand(verb, self._graph):
            return draft
        if not are_nobodys(draft.recipients):
            return draft
        slots = self._graph.slots(verb.head)
        doers = {m.chain for m in draft.actors}
        for name in REACHED:
            found = [m for m in self._cast.actors(slots.get(name, ())) if m.chain not in doers]
            if found:
                return replace(draft, recipients=tuple(found))
        return draft

    def _is_purpose(self, verb: Token) -> bool:
        return verb.dep in {"advcl", "xcomp"} and verb.tag == "VB"
