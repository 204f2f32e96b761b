"""What completes an operator: whom it asks, and for what."""

from __future__ import annotations

from dateline.coding.frames.matching import Matcher, OperatorMatch
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import is_infinitive

ASKING = frozenset({"ask", "order", "urge"})
ADDRESSED = ("obj", "to", "on", "upon", "with")


class Complements:
    """Looks below the operators of one story."""

    def __init__(self, matcher: Matcher, graph: Graph) -> None:
        """Prepare for one story."""
        self._matcher, self._graph = matcher, graph

    def asked(self, match: OperatorMatch) -> list[int]:
        """Return what completes an operator; after "appealed to both sides" the parser takes it for a purpose."""
        found = self._matcher.heads(match.token, "comp", match.words)
        if found or match.operator.effect not in ASKING:
            return found
        return self._matcher.heads(match.token, "purpose", match.words)

    def is_infinitive(self, match: OperatorMatch) -> bool:
        """Say whether an infinitive completes an operator: "asked it to leave", not "told it that he left"."""
        return any(is_infinitive(self._graph.parsed, self._graph.tokens[h]) for h in self.asked(match))

    def is_addressed(self, match: OperatorMatch) -> bool:
        """Say whether somebody is asked without being named: "called on all sides", "asked everyone"."""
        heads = [h for slot in ADDRESSED for h in self._matcher.heads(match.token, slot, match.words)]
        return self._matcher.restrictions.fits("@addressees", heads)

    def is_answer(self, match: OperatorMatch) -> bool:
        """Say whether what is refused is only an answer: "declined to say whether"."""
        heads = self._matcher.heads(match.token, "comp", match.words)
        discussed = [h for h in heads if self._graph.tokens[h].lemma == "discuss"]  # "refused to discuss sovereignty"
        about = [i for h in discussed for i in self._graph.slots(h).get("obj", ())]
        silent = all(self._matcher.restrictions.fits("@answers", [h]) for h in heads)
        return bool(heads) and silent and not self._matcher.restrictions.any_fits(("@contested",), about)

    def is_office(self, i: int) -> bool:
        """Say whether a charge is what somebody has to look after: "the colonel in charge of the camp"."""
        token = self._graph.tokens[i]
        return token.lemma == "charge" and token.dep == "pobj" and self._graph.parsed.head(token).lemma == "in"

    def is_by_nobody(self, match: OperatorMatch) -> bool:
        """Say whether an operator is a passive that leaves out who does it: "the plea was turned down"."""
        passive = self._graph.passive(self._graph.tokens[match.token])
        return passive and not self._graph.slots(match.token).get("subj")

    def for_the_first_time(self, i: int) -> list[int]:
        """Return the infinitive that the parser hung on a time: "offered for the first time to meet them"."""
        token = self._graph.tokens[i]
        below = self._graph.parsed.children(token, "relcl", "acl") if token.lemma == "time" else ()
        return [c.i for c in below if is_infinitive(self._graph.parsed, c)]
