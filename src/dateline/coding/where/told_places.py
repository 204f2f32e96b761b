"""The place that an event's sentence tells: in its clause, as the host, as what is hit, before it, or beside it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.structure.arguments import Graph
from dateline.coding.where.clause_places import ClausePlaces
from dateline.coding.where.deed_grounds import STRIKING
from dateline.coding.where.joined_deeds import JoinedDeeds
from dateline.coding.where.place_phrases import PlacePhrases, is_whole
from dateline.model import EventType, Participant, Token, Toponym


class ToldPlaces:
    """Finds the places that sentences of one story give to events."""

    def __init__(
        self,
        graph: Graph,
        phrases: PlacePhrases,
        clauses: ClausePlaces,
        toponyms: Sequence[Toponym],
        *,
        sites: frozenset[str],
    ) -> None:
        """Prepare for one story; `toponyms` are its names of known places, `sites` nouns that bear such names."""
        self._graph = graph
        self._parsed = graph.parsed
        self._phrases = phrases
        self._clauses = clauses
        self._toponyms = toponyms
        self._sites = sites
        self._deeds = JoinedDeeds(graph.parsed)

    def of(
        self, token: Token, event_type: EventType, recipients: Sequence[Participant], *, visit: bool
    ) -> tuple[Toponym, str] | None:
        """Return the place that an event's sentence gives, the nearest clause first, with the reason.

        Args:
            token: The event's word.
            event_type: Its type.
            recipients: Whom it is aimed at.
            visit: It is a visit, which its host receives at home.
        """
        best = self._clauses.best(token, event_type)
        if best is not None:
            return best, "named in the event's clause"
        host = self._host(recipients) if event_type is EventType.CONSULT and visit else None
        if host is not None:
            return host, "the host of the visit"
        hit = self._hit(token, recipients) if event_type in STRIKING else None
        if hit is not None:
            return hit, "what is attacked lies there"
        where = self._antecedent(token)
        if where is not None:
            return where, "named before the clause that tells of it"
        for other in self._deeds.beside(token, event_type):
            best = self._clauses.best(other, event_type, near=True)
            if best is not None:
                return best, "named with the deed beside it"
        return None

    def _host(self, recipients: Sequence[Participant]) -> Toponym | None:
        """Return the place by whose name a visit's host is called."""
        return next((t for p in recipients for t in self._toponyms if t.span.overlaps(p.span)), None)

    def _hit(self, token: Token, recipients: Sequence[Participant]) -> Toponym | None:
        """Return the place that is attacked, or that a town or quarter is named after: "shelled the town of Afrin"."""
        attacked = next((t for p in recipients for t in self._toponyms if is_whole(t, p)), None)
        if attacked is not None:
            return attacked
        sites = {h for h in self._graph.slots(token.i).get("obj", ()) if self._parsed.tokens[h].lemma in self._sites}
        return next((t for t in self._toponyms if self._phrases.is_named_by(t, sites)), None)

    def _antecedent(self, token: Token) -> Toponym | None:
        """Return the place that a relative clause tells of: "in Oran, where police fired", "the Oran raid that ..."."""
        verb = token
        for _ in range(2):
            if verb.dep == "relcl":
                break
            verb = self._parsed.head(verb)
        if verb.dep != "relcl":
            return None
        noun = self._parsed.head(verb)
        if any(c.text.lower() == "where" for c in self._parsed.children(verb, "advmod")):
            return next((t for t in self._toponyms if t.first <= noun.i < t.last), None)
        named = {c.i for c in self._parsed.children(noun, "compound", "nmod")}
        compounds = [t for t in self._toponyms if t.head in named]
        acts = noun.i in self._graph.slots(verb.i).get("subj", ())
        return compounds[0] if compounds and noun.pos == "NOUN" and acts else None
