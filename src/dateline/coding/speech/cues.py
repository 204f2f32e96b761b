"""Words that report speech, thought or attitude, with the content that they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.speech.cue_contents import Contents
from dateline.coding.speech.cue_extents import Extents
from dateline.coding.speech.cue_nouns import NounCues, is_denied
from dateline.coding.speech.cue_words import Content, Cue, lexicon
from dateline.coding.speech.quotations import Quotation, trim
from dateline.coding.speech.speakers import QUOTING, Speakers
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.speech import CuePattern
from dateline.model import ContentForm, ParsedStory, Span, SpeechAct, Token


class CueFinder:
    """Finds the cues of one story."""

    def __init__(self, parsed: ParsedStory, graph: Graph, speakers: Speakers, quotations: Sequence[Quotation]) -> None:
        self._parsed = parsed
        self._text = parsed.story.text
        self._graph = graph
        self._speakers = speakers
        self._speech = [q for q in quotations if q.is_speech]
        self._extents = Extents(parsed, speakers)
        self._contents = Contents(parsed, self._extents)
        self._nouns = NounCues(parsed, speakers, self._extents)

    def find(self) -> Iterator[Cue]:
        """Yield the cues in text order, none of them inside a quotation."""
        for token in self._parsed.tokens:
            if token.pos in {"PUNCT", "DET", "NUM"}:
                continue
            cue = self._at(token)
            if cue is not None:
                yield cue

    def _at(self, token: Token) -> Cue | None:
        words = lexicon()
        if token.text.lower() == "according":
            return None if self.in_quotation(token.start) else self._according(token)
        if token.lemma in words.words.making and (known := self._contents.made_known(token)) is not None:
            return None if self.in_quotation(token.start) else self._made_known(token, known)
        if token.pos in {"VERB", "AUX"} and token.lemma in words.verbs and not self._contents.is_made_known(token):
            return None if self.in_quotation(token.start) else self._verb(token, words.verbs[token.lemma])
        if token.pos == "NOUN" and token.lemma in words.nouns:
            return None if self.in_quotation(token.start) else self._nouns.noun(token, words.nouns[token.lemma])
        if token.pos in {"ADJ", "VERB"} and token.dep == "acomp" and token.lemma in words.adjectives:
            return (
                None if self.in_quotation(token.start) else self._nouns.adjective(token, words.adjectives[token.lemma])
            )
        return None

    def in_quotation(self, at: int) -> bool:
        """Say whether a place stands inside a quotation."""
        return any(q.span.start <= at < q.span.end for q in self._speech)

    def near_quotation(self, token: Token) -> bool:
        """Say whether a quotation stands in a token's sentence or next to it."""
        sentence = self._parsed.sentences[token.sent]
        return any(q.span.start < sentence.end + 3 and sentence.start - 3 < q.span.end for q in self._speech)

    def _verb(self, token: Token, patterns: Sequence[CuePattern]) -> Cue | None:
        if token.lemma in QUOTING and (chain := self._quoting(token)):
            return chain
        quoting: tuple[CuePattern, int] | None = None
        passive = self._graph.passive(token)
        for pattern in patterns:
            anchor = self._particle(token, pattern.particle)
            if anchor is None:
                continue
            content = self._contents.of(token, anchor, pattern, passive)
            if content is not None:
                return self._verb_cue(token, pattern, content, passive)
            if "clause" in pattern.takes and quoting is None:
                quoting = pattern, anchor.i
        if quoting is not None and self.near_quotation(token):
            return self._verb_cue(token, quoting[0], Content((), quoting[1]), passive)
        return None

    def _made_known(self, token: Token, known: Content) -> Cue | None:
        """Read "made it plain that ...": whoever makes it so says it."""
        source = self._speakers.of_verb(token)
        if source is None:
            return None
        span = self._parsed.span(self._extents.leftmost(token), known.last + 1)
        return Cue(
            token.i, span, SpeechAct.SAYS, source, known.spans, None, negated=is_denied(token, source, self._parsed)
        )

    def _quoting(self, token: Token) -> Cue | None:
        """Read "Tass quoted the minister as saying ...": the outer link of a chain, told by whoever quotes."""
        link = next((c for c in self._parsed.children(token, "prep") if c.text.lower() == "as"), None)
        source = self._speakers.of_verb(token)
        if link is None or source is None or not list(self._parsed.children(link, "pcomp")):
            return None
        quoted = next(self._parsed.children(token, "dobj"), None)
        tokens = [*(self._parsed.subtree(quoted) if quoted else ()), *self._parsed.subtree(link)]
        span = self._parsed.span(self._extents.leftmost(token), token.i + 1)
        before = self._contents.before(token)
        spans = (*((self._extents.of(before, token),) if before else ()), self._extents.trimmed(tokens))
        return Cue(token.i, span, SpeechAct.SAYS, source, spans, None, wide=True)

    def _particle(self, token: Token, particle: Sequence[str]) -> Token | None:
        anchor = token
        for word in particle:
            after = next((c for c in self._parsed.children(anchor) if c.text.lower() == word and c.i > anchor.i), None)
            if after is None and anchor is not token:
                after = next(
                    (c for c in self._parsed.children(token) if c.text.lower() == word and c.i > anchor.i), None
                )
            if after is None or self._tells_when(after):
                return None
            anchor = after
        return anchor

    def _tells_when(self, word: Token) -> bool:
        """Say whether a preposition only tells the day of a cue: "insisted on Monday that ..."."""
        return any(c.ent in {"DATE", "TIME"} for c in self._parsed.children(word, "pobj"))

    def _verb_cue(self, token: Token, pattern: CuePattern, content: Content, passive: bool) -> Cue | None:
        bare = token.tag == "VBN" and token.dep == "advcl" and not passive and not self._helped(token)
        source = None if bare else self._speakers.of_verb(token)
        passive = passive or bare  # "asked about the plan, she said"
        wide = pattern.act in {SpeechAct.JUDGES, SpeechAct.MENTIONS, SpeechAct.PLANS}
        # "the man said to be", "asked to leave": no source in sight, or an order to act rather than something said
        if source is None and not passive:
            return None
        subjects = {self._parsed.tokens[h].lemma for h in self._graph.slots(token.i).get("subj", ())}
        if content.form is ContentForm.PHRASE and subjects & lexicon().words.no_sources:
            return None  # "Flooding claimed two bridges"
        first = self._extents.leftmost(token)
        span = self._parsed.span(first, max(content.last, token.i) + 1)
        negated = is_denied(token, source, self._parsed)
        to = self._speakers.addressee(token)
        return Cue(token.i, span, pattern.act, source, content.spans, to, wide, content.form, negated)

    def _helped(self, token: Token) -> bool:
        return self._parsed.has(token, "aux", "nsubj")

    def _according(self, token: Token) -> Cue | None:
        to = next((c for c in self._parsed.children(token, "prep") if c.lemma == "to"), None)
        if to is None and token.i + 1 < len(self._parsed.tokens) and self._parsed.tokens[token.i + 1].lemma == "to":
            to = self._parsed.tokens[token.i + 1]
        if to is None:
            return None
        source = next((self._speakers.at(c) for c in self._parsed.children(to, "pobj")), None)
        phrase = {t.i for t in self._parsed.subtree(token)}
        phrase |= {t.i for t in self._parsed.subtree(to)}
        sentence = self._parsed.sentences[token.sent]
        rest = [t for t in self._parsed.sentence_tokens(sentence) if t.i not in phrase]
        first = token.i - sentence.first < 3
        side = [t for t in rest if t.i > max(phrase)] if first else [t for t in rest if t.i < token.i]
        side = _one_clause(side)
        if not side or source is None:
            return None
        content = trim(self._text, Span(side[0].start, side[-1].end))
        return Cue(token.i, self._parsed.span(token.i, to.i + 1), SpeechAct.SAYS, source, (content,), None)


def _one_clause(tokens: Sequence[Token]) -> list[Token]:
    """Return the words up to a clause that stands against them: "According to Lima, they left, though Quito ..."."""
    for n in range(2, len(tokens)):
        if tokens[n].text.lower() in {"though", "although", "while", "whereas", "but"} and tokens[n - 1].text == ",":
            return list(tokens[: n - 1])
    return list(tokens)
