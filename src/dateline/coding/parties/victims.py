"""Who only suffered what another is blamed or asked for: Chad in "condemned the raid on Chad"."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph

UNDER = frozenset({"of", "on", "against"})


class Victims:
    """Tells the victims in one story."""

    def __init__(self, graph: Graph, *, harms: frozenset[str]) -> None:
        """Prepare for one story; `harms` are lemmas of nouns of harm."""
        self._graph = graph
        self._harms = harms

    def suffered(self, head: int) -> bool:
        """Say whether a party stands under a noun of harm: "the killing of Kenyans", "the raid on Togo"."""
        parsed = self._graph.parsed
        token = parsed.first_joined(self._graph.tokens[head])
        above = parsed.head(token)
        under = token.dep == "pobj" and above.text.lower() in UNDER
        return under and parsed.head(above).lemma in self._harms
