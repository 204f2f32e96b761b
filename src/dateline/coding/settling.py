"""What settles a draft: whether its clause makes it a plan, an offer, a threat, a refusal or a reproach."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft, trigger_span
from dateline.coding.frames.plain_verbs import announced
from dateline.coding.operators.breaches import Breaches
from dateline.coding.operators.plain_rulings import PlainRulings
from dateline.coding.operators.weighed import weighed_as
from dateline.coding.speech.speaking import Partners
from dateline.coding.status.status import Reading
from dateline.coding.status.statuses import Statuses
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon
from dateline.model import Status


class Settling:
    """Settles the drafts of one story, whoever their parties are."""

    def __init__(
        self, graph: Graph, partners: Partners, statuses: Statuses, rulings: PlainRulings, lexicon: FrameLexicon
    ) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._partners = partners
        self._statuses = statuses
        self._rulings = rulings
        self._lexicon = lexicon
        self._breaches = Breaches(graph, partners, lexicon)

    def of(self, draft: Draft) -> Draft:
        """Return a draft with the rulings on weighed, future and refused events applied."""
        draft = self._rulings.forsworn(self._breaches.told(draft))
        reading = self._statuses.of(draft)
        speakers = self._partners.speaker(trigger_span(self._parsed, draft))
        lawsuit = self._lexicon.marked(draft.rule, "lawsuit")
        effect = weighed_as(draft, reading, speakers, self._graph, lawsuit=lawsuit)
        if effect is not None:
            ruled = self._rulings.future(draft, reading.status, effect=effect)
            return replace(ruled, asserted=Status.HAPPENED, needs_speaker=not draft.actors)
        draft = announced(self._rulings.future(draft, reading.status), speakers)
        return self._rulings.refused(draft) if self._is_refused(draft, reading) else draft

    def unreal(self, draft: Draft) -> Draft:
        """Mark a draft of which the clause only says that it may or should be."""
        unreal = draft.asserted is None and self._statuses.of(draft).status is Status.HYPOTHETICAL
        return replace(draft, asserted=Status.HYPOTHETICAL) if unreal else draft

    def _is_refused(self, draft: Draft, reading: Reading) -> bool:
        """Say whether who does it not refuses it: so does who gives no leave, or is not ready to talk."""
        given = any(self._lexicon.marked(draft.rule, mark) for mark in ("leave", "readiness"))
        withheld = reading.status is Status.NEGATED and given
        return reading.refused or withheld or self._would_not(draft, reading)

    def _would_not(self, draft: Draft, reading: Reading) -> bool:
        """Say whether a tale tells a refusal: "he declared an emergency but would not bow to the demand"."""
        token = self._parsed.tokens[draft.token]
        helpers = {c.text.lower() for c in self._parsed.children(token, "aux")}
        told = reading.status is Status.NEGATED and "would" in helpers and "have" not in helpers
        return told and not any(c.text.lower() in {"if", "unless"} for c in self._parsed.children(token, "mark"))
