"""In which tense a clause tells a relation: the present perfect, the plain present, or one that is over."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.model import SegmentKind, Token


class Tenses:
    """Reads the tenses of one story's verbs."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._perfect: dict[int, bool] = {}  # each pattern of a word asks

    def perfect(self, verb: Token) -> bool:
        """Say whether a verb stands in the present perfect."""
        known = self._perfect.get(verb.i)
        if known is None:
            known = self._perfect[verb.i] = self._is_perfect(verb)
        return known

    def _is_perfect(self, verb: Token) -> bool:
        helped = any(c.lemma == "have" and c.text.lower() != "had" for c in self._parsed.children(verb, "aux"))
        if verb.tag == "VBN" and verb.dep == "acl" and not list(self._parsed.children(verb, "aux", "auxpass")):
            return any(t.lemma == "since" for t in self._graph.core(verb.i))  # "an enclave run by the UN since 1999"
        shared = verb.dep == "conj" and verb.tag == "VBN" and not list(self._parsed.children(verb, "nsubj"))
        return helped or (shared and self.perfect(self._parsed.head(verb)))

    def goes_on(self, verb: Token) -> bool:
        """Say whether a verb stands in the present or the perfect."""
        auxiliaries = list(self._parsed.children(verb, "aux", "auxpass"))
        if any(a.text.lower() in {"was", "were", "had", "did"} for a in auxiliaries):
            return self.perfect(verb)
        laid = verb.text == "lay" and self._parsed.has(verb, "dobj")  # "both lay claim to it"
        return verb.tag != "VBD" or laid or self._is_participle(verb)

    def _is_participle(self, verb: Token) -> bool:
        """Say whether a past tense of the parser's tells aside how somebody is: "India, tied to it by a pact, ..."."""
        before = self._parsed.tokens[verb.i - 1].text if verb.i else ""
        done = self._parsed.has(verb, "agent")
        bare = verb.dep == "acl" and not self._parsed.has(verb, "nsubj", "nsubjpass")
        aside = any(c.pos == "VERB" for c in self._parsed.children(verb, "conj"))  # "Russia, joined with it, sent jets"
        return verb.tag == "VBD" and (bare or (before == "," and (done or aside)))

    def is_simple(self, verb: Token) -> bool:
        """Say whether a verb of the text, not of its headline, tells in the plain present what somebody does."""
        headline = self._parsed.sentences[verb.sent].kind is SegmentKind.HEADLINE
        now = verb.tag in {"VBZ", "VBP"} and not self._parsed.has(verb, "aux")
        helpers = list(self._parsed.children(verb, "aux", "auxpass"))
        suffered = verb.tag == "VBN" and [t.text.lower() for t in helpers] in (["is"], ["are"])  # "is armed by Iran"
        return not headline and (now or suffered)
