"""How far the words of a cue and of what it reports reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coding.speech.cue_words import lexicon
from dateline.coding.speech.quotations import trim
from dateline.coding.speech.speakers import Speakers
from dateline.model import ParsedStory, Span, Token

# A mark that closes a quotation; an apostrophe inside a word is none.
CLOSING_MARK = re.compile(r"[\"”]|['’](?!\w)")
BESIDE = frozenset({"aux", "auxpass", "neg", "advmod"})


class Extents:
    """Measures cues and contents of one story."""

    def __init__(self, parsed: ParsedStory, speakers: Speakers) -> None:
        self._parsed = parsed
        self._text = parsed.story.text
        self._speakers = speakers

    def leftmost(self, token: Token) -> int:
        """Return the first token of a verb group: auxiliaries, negation, adverbs and shading verbs before the cue."""
        first = token.i
        beside = {c.i for c in self._parsed.children(token) if c.dep in BESIDE}
        while first - 1 in beside:
            first -= 1
        above = self._parsed.head(token)
        shading = token.dep == "xcomp" and above.lemma in lexicon().words.shading and above.i < first
        if shading and all(self._parsed.tokens[i].pos in {"ADP", "ADV", "PART"} for i in range(above.i + 1, first)):
            return self.leftmost(above)
        return first

    def trimmed(self, tokens: Sequence[Token]) -> Span:
        """Return the stretch of some tokens without the marks at its ends."""
        return trim(self._text, Span(tokens[0].start, tokens[-1].end))

    def of(self, child: Token, cue: Token) -> Span:
        """Return the stretch of a clause that a cue governs, without the cue and its "that"."""
        tokens = [t for t in self._parsed.subtree(child) if t.i != cue.i]
        start, end = tokens[0], tokens[-1]
        if tokens[0].lemma == "that" and tokens[0].dep == "mark" and len(tokens) > 1:
            start = tokens[1]
        if child.i < cue.i:
            # content first: it begins with the sentence, whatever the parser hangs on the cue
            first = self._parsed.tokens[self._parsed.sentences[cue.sent].first]
            if all(t.start >= first.start for t in tokens) and self._only_adverbial(first, start, cue):
                start = first
            end = max((t for t in tokens if t.i < cue.i), key=lambda t: t.i, default=end)
        else:
            end = self._before_next_saying(child, tokens) or end
        return trim(self._text, Span(start.start, end.end))

    def _before_next_saying(self, child: Token, tokens: Sequence[Token]) -> Token | None:
        """Return the last word of a clause before its speaker says more: "denied it, calling the charge ..."."""
        for verb in self._parsed.children(child, "advcl"):
            comma = self._parsed.tokens[verb.i - 1]
            if verb.tag != "VBG":
                comma = self._parsed.tokens[min(t.i for t in self._parsed.subtree(verb)) - 1]
            spoken = verb.tag == "VBG" and verb.lemma in lexicon().verbs
            if verb.i > child.i and comma.text == "," and (spoken or self._is_meanwhile(verb, comma)):
                return next((t for t in reversed(tokens) if t.i < comma.i), None)
        return None

    def _is_meanwhile(self, verb: Token, comma: Token) -> bool:
        """Say whether a report tells what went on beside the words: "denied any part in it, as police searched ..."."""
        first = self._parsed.tokens[comma.i + 1]
        return first.text.lower() == "as" and first.head == verb.i and self._parsed.has(verb, "nsubj", "nsubjpass")

    def _only_adverbial(self, first: Token, start: Token, cue: Token) -> bool:
        return all(not self._speakers.is_source(t, cue) for t in self._parsed.tokens[first.i : start.i])

    def around(self, head: Token, cue: Token) -> tuple[Span, ...]:
        """Return the stretches of a clause that a cue is set into: "The plan, she said, was dead".

        What only follows the cue ("he said, as rain fell") is no part of it, unless the clause itself goes on.
        """
        cue_words = {t.i for t in self._parsed.subtree(cue)}
        tokens = [t for t in self._parsed.subtree(head) if t.i not in cue_words]
        before = [t for t in tokens if t.i < cue.i]
        joined = self._joined(cue)
        if before and joined:
            return self.trimmed(before), self.trimmed(joined)
        after = [t for t in tokens if t.i > max(cue_words)] if before else []
        while after and after[0].dep in {"cc", "punct"}:
            after = after[1:]
        if before and not self._goes_on(head, cue, before, after):
            after = []
        spans = [self.trimmed(side) for side in (before or tokens, after) if side]
        return tuple(span for span in spans if span.end > span.start)

    def _goes_on(self, head: Token, cue: Token, before: Sequence[Token], after: Sequence[Token]) -> bool:
        """Say whether a clause that a cue is set into goes on behind it: with its verb, or with "and" and another.

        Behind a mark that closes a quotation the report goes on in its own words: '"We will," she said, and rain fell.'
        """
        if not after or after[0].sent != cue.sent:
            return False
        if CLOSING_MARK.search(self._text, before[-1].start, cue.start):
            return False
        return head.i > cue.i or any(c.dep == "conj" and c.i > cue.i for c in self._parsed.children(head))

    def _joined(self, cue: Token) -> list[Token]:
        """Return a clause that the parser joins to a cue and that goes on with what is said.

        "Chile hoped for peace, he said, and was ready to help": a comma before "and" closes the cue.
        """
        for verb in self._parsed.children(cue, "conj"):
            tokens = list(self._parsed.subtree(verb))
            opener = self._parsed.tokens[tokens[0].i - 1]
            closed = opener.dep == "cc" and self._parsed.tokens[opener.i - 1].text == ","
            if closed and verb.lemma not in lexicon().verbs and not self._parsed.has(verb, "nsubj", "nsubjpass"):
                return tokens
        return []
