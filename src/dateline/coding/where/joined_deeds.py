"""Which other predicates of a sentence happen where an event does: the verb over its noun, deeds joined with it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.speech.spoken import SPEECH_TYPES
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.where.deed_grounds import ON_GROUND, STRIKING
from dateline.model import EventType, ParsedStory, Token

SAME_DEED = frozenset({"when", "as", "after", "where"})
MAX_STEPS = 3


class JoinedDeeds:
    """Finds the deeds beside others in one story."""

    def __init__(self, parsed: ParsedStory) -> None:
        """Prepare for one story."""
        self._parsed = parsed

    def beside(self, token: Token, event_type: EventType) -> Iterator[Token]:
        """Yield the predicates whose place is an event's too, the nearest in meaning first; of words none."""
        if event_type in SPEECH_TYPES:
            return
        verb = self._verb_over(token)
        yield from self._leading(verb)
        if event_type in STRIKING and verb.dep == "acl" and verb.tag == "VBG":
            yield self._verb_over(self._parsed.head(verb))  # "in Quito police fired on people rallying against it"
        if verb.i != token.i and verb.pos in VERBAL_POS and token.dep in {"dobj", "nsubjpass", "nsubj"}:
            yield verb
        if event_type is EventType.CONSULT:
            return
        yield from self._joined(verb, token)
        if event_type in ON_GROUND:
            yield from self._told_of_same(verb)

    def _verb_over(self, token: Token) -> Token:
        verb = token
        for _ in range(MAX_STEPS):
            if verb.pos in VERBAL_POS or verb.head == verb.i:
                break
            verb = self._parsed.head(verb)
        return verb

    def _leading(self, verb: Token) -> Iterator[Token]:
        """Yield the clause that a verb goes on from: "riots in May, when ...", "shelled the town, killing four"."""
        if verb.dep == "advcl" and verb.tag == "VBG":
            yield self._parsed.head(verb)
        if verb.dep == "relcl" and any(c.text.lower() == "when" for c in self._parsed.children(verb, "advmod")):
            above = self._parsed.head(verb)
            while above.pos not in VERBAL_POS and above.head != above.i:
                above = self._parsed.head(above)
            yield above

    def _joined(self, verb: Token, token: Token) -> list[Token]:
        """Return the verbs in a row with one, those behind a token first, near ones before far ones."""
        joined = [t for t in self._conjuncts(self._parsed.first_joined(verb)) if t.i != token.i]
        return sorted(joined, key=lambda t: (t.i < token.i, abs(t.i - token.i)))

    def _conjuncts(self, first: Token) -> Iterator[Token]:
        if first.pos not in VERBAL_POS:
            return
        stack = [first]
        while stack:
            verb = stack.pop()
            yield verb
            stack.extend(c for c in self._parsed.children(verb, "conj") if c.pos in VERBAL_POS)

    def _told_of_same(self, verb: Token) -> Iterator[Token]:
        """Yield the clauses that tell of the same deed: "was killed when troops opened fire"."""
        for clause in self._parsed.children(verb, "advcl"):
            if any(c.text.lower() in SAME_DEED for c in self._parsed.children(clause, "advmod", "mark")):
                yield clause
