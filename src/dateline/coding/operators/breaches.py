"""What the other side tells of a broken word: a reproach, "Chile broke the pact, Peru said"."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.drafts import Draft, trigger_span
from dateline.coding.frames.plain_verbs import country_of
from dateline.coding.speech.speaking import Partners
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import FrameLexicon
from dateline.model import EventType, Status


class Breaches:
    """Reads the breaches that one story tells."""

    def __init__(self, graph: Graph, partners: Partners, lexicon: FrameLexicon) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._partners = partners
        self._lexicon = lexicon

    def told(self, draft: Draft) -> Draft:
        """Return a breach that the other side tells as its reproach, and any other draft as it is."""
        if not self._is_breach(draft) or not self._is_told_by_others(draft):
            return draft
        return replace(
            draft,
            type=EventType.ACCUSE,
            mode="disapprove",
            cameo="111",
            actors=(),
            recipients=draft.actors,
            needs_speaker=True,
            asserted=Status.HAPPENED,
            content=None,
        )

    def _is_breach(self, draft: Draft) -> bool:
        """Say whether somebody breaks his word, or fails in a duty."""
        broken = self._parsed.tokens[draft.token].lemma in self._lexicon.sets["breaking"]
        marked = broken and self._lexicon.marked(draft.rule, "broken-word")
        return marked and bool(draft.actors) and not self._fails_together(draft)

    def _fails_together(self, draft: Draft) -> bool:
        """Say whether what failed is no duty: "failed to agree on a price"."""
        below = [self._parsed.tokens[h].lemma for h in self._graph.slots(draft.token).get("comp", ())]
        failed = self._parsed.tokens[draft.token].lemma == "fail"
        return failed and self._lexicon.sets["duties"].isdisjoint(below)

    def _is_told_by_others(self, draft: Draft) -> bool:
        """Say whether speakers of other lands than those who broke it tell it, all of them known."""
        speakers = self._partners.speaker(trigger_span(self._parsed, draft))
        own = {country_of(m.resolution) for m in draft.actors}
        return bool(speakers) and None not in own and own.isdisjoint(country_of(p.resolution) for p in speakers)
