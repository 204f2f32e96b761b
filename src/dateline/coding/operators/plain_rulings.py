"""What an event becomes with no word above it: "will visit" announces, "will not withdraw" refuses."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.operators.denied import is_denied
from dateline.coding.operators.effects import VOWING
from dateline.coding.operators.rulings import Rulings
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Status


class PlainRulings:
    """Applies rulings to the drafts of one story by what their own clause says."""

    def __init__(self, rulings: Rulings, graph: Graph) -> None:
        self._rulings = rulings
        self._graph = graph

    def future(self, draft: Draft, status: Status, *, effect: str = "") -> Draft:
        """Apply the rulings on planned events without an operator ("will visit"), or on weighed ones ("might")."""
        ruling = self._rulings.find(effect, draft, status)
        return self._rulings.applied(ruling, draft, keep=draft) if ruling else draft

    def forsworn(self, draft: Draft) -> Draft:
        """Read a threat that is denied as a promise: "vowed never to attack"."""
        below = self._graph.slots(draft.token).get("comp", ())
        vowed = draft.type is EventType.THREATEN and self._graph.tokens[draft.token].lemma in VOWING
        if not vowed or not below or not all(is_denied(self._graph, i) for i in below):
            return draft
        return replace(draft, type=EventType.AGREE, mode="", cameo="030", content=None)

    def refused(self, draft: Draft) -> Draft:
        """Read "will not withdraw": a refusal, as if the word itself stood there."""
        ruling = self._rulings.find("refuse", draft)
        if ruling is None:
            return draft
        keep = draft
        if draft.reciprocal and len(draft.actors) > 1 and not draft.recipients:  # "there will be no talks with Chile"
            keep = replace(draft, actors=draft.actors[:1], recipients=draft.actors[1:], reciprocal=False)
        return replace(self._rulings.applied(ruling, keep, keep=keep), content=None)
