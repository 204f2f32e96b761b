"""Words that report speech, thought or attitude, with the content that they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.quotations import Quotation, trim
from dateline.coding.speakers import QUOTING, Speakers
from dateline.knowledge.speech import CuePattern, SpeechLexicon
from dateline.model import ContentForm, ParsedStory, Participant, Span, SpeechAct, Token

# Acts that a quotation beside them does not complete.
KNOWING = frozenset({SpeechAct.BELIEVES, SpeechAct.LEARNS, SpeechAct.PLANS, SpeechAct.JUDGES, SpeechAct.MENTIONS})
CLAUSES = ("ccomp", "parataxis")
CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
BESIDE = frozenset({"aux", "auxpass", "neg", "advmod"})
OWNERS = frozenset({"NORP", "GPE", "ORG", "PERSON"})
# Longest object of an attitude, in words: more is a parser's slip.
MAX_OBJECT = 60


@cache
def lexicon() -> SpeechLexicon:
    """Return the shipped cue words, read once a process."""
    return SpeechLexicon.load()


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with what it reports; `content` is empty for a verb of saying that only a quotation beside it completes."""

    token: int
    span: Span
    act: SpeechAct
    source: Participant | None
    content: tuple[Span, ...]
    addressee: Participant | None
    wide: bool = False
    form: ContentForm = ContentForm.CLAUSE
    negated: bool = False

    @property
    def is_spoken(self) -> bool:
        """Whether a quotation beside the cue may be what it reports: a verb of speech, not of attitude or thought."""
        return not self.wide and (self.act not in KNOWING or not self.content)


@dataclass(frozen=True, slots=True)
class _Content:
    """Where a content stands, and the token up to which the cue reaches."""

    spans: tuple[Span, ...]
    last: int
    form: ContentForm = ContentForm.CLAUSE


class CueFinder:
    """Finds the cues of one story."""

    def __init__(self, parsed: ParsedStory, graph: Graph, speakers: Speakers, quotations: Sequence[Quotation]) -> None:
        self._parsed = parsed
        self._text = parsed.story.text
        self._graph = graph
        self._speakers = speakers
        self._speech = [q for q in quotations if q.is_speech]

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
        if token.pos in {"VERB", "AUX"} and token.lemma in words.verbs:
            return None if self.in_quotation(token.start) else self._verb(token, words.verbs[token.lemma])
        if token.pos == "NOUN" and token.lemma in words.nouns:
            return None if self.in_quotation(token.start) else self._noun(token, words.nouns[token.lemma])
        if token.pos in {"ADJ", "VERB"} and token.dep == "acomp" and token.lemma in words.adjectives:
            return None if self.in_quotation(token.start) else self._adjective(token, words.adjectives[token.lemma])
        return None

    def in_quotation(self, at: int) -> bool:
        """Say whether a place stands inside a quotation."""
        return any(q.span.start <= at < q.span.end for q in self._speech)

    def near_quotation(self, token: Token) -> bool:
        """Say whether a quotation stands in a token's sentence or next to it."""
        sentence = self._parsed.sentences[token.sent]
        return any(q.span.start < sentence.end + 3 and sentence.start - 3 < q.span.end for q in self._speech)

    # -- verbs --------------------------------------------------------------------------------------------------

    def _verb(self, token: Token, patterns: Sequence[CuePattern]) -> Cue | None:
        if token.lemma in QUOTING and (chain := self._quoting(token)):
            return chain
        quoting: tuple[CuePattern, int] | None = None
        passive = self._graph.passive(token)
        for pattern in patterns:
            anchor = self._particle(token, pattern.particle)
            if anchor is None:
                continue
            content = self._content(token, anchor, pattern, passive)
            if content is not None:
                return self._verb_cue(token, pattern, content, passive)
            if "clause" in pattern.takes and quoting is None:
                quoting = pattern, anchor.i
        if quoting is not None and self.near_quotation(token):
            return self._verb_cue(token, quoting[0], _Content((), quoting[1]), passive)
        return None

    def _quoting(self, token: Token) -> Cue | None:
        """Read "Tass quoted the minister as saying ...": the outer link of a chain, told by whoever quotes."""
        link = next((c for c in self._parsed.children(token, "prep") if c.text.lower() == "as"), None)
        source = self._speakers.of_verb(token)
        if link is None or source is None or not list(self._parsed.children(link, "pcomp")):
            return None
        quoted = next(self._parsed.children(token, "dobj"), None)
        tokens = [*(self._parsed.subtree(quoted) if quoted else ()), *self._parsed.subtree(link)]
        span = self._parsed.span(self._leftmost(token), token.i + 1)
        return Cue(token.i, span, SpeechAct.SAYS, source, (self._trimmed(tokens),), None)

    def _particle(self, token: Token, particle: Sequence[str]) -> Token | None:
        anchor = token
        for word in particle:
            after = next((c for c in self._parsed.children(anchor) if c.text.lower() == word and c.i > anchor.i), None)
            if after is None and anchor is not token:
                after = next(
                    (c for c in self._parsed.children(token) if c.text.lower() == word and c.i > anchor.i), None
                )
            if after is None:
                return None
            anchor = after
        return anchor

    def _verb_cue(self, token: Token, pattern: CuePattern, content: _Content, passive: bool) -> Cue | None:
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
        first = self._leftmost(token)
        span = self._parsed.span(first, max(content.last, token.i) + 1)
        negated = self._negated(token, source)
        to = self._speakers.addressee(token)
        return Cue(token.i, span, pattern.act, source, content.spans, to, wide, content.form, negated)

    def _helped(self, token: Token) -> bool:
        return any(True for _ in self._parsed.children(token, "aux", "nsubj"))

    def _negated(self, token: Token, source: Participant | None) -> bool:
        denied = any(c.dep == "neg" or c.text.lower() == "never" for c in self._parsed.children(token))
        nobody = source is not None and source.text.lower().split()[0] in {"no", "nobody", "none", "neither"}
        return denied or nobody

    def _leftmost(self, token: Token) -> int:
        """Return the first token of a verb group: auxiliaries, negation, adverbs and shading verbs before the cue."""
        first = token.i
        beside = {c.i for c in self._parsed.children(token) if c.dep in BESIDE}
        while first - 1 in beside:
            first -= 1
        above = self._parsed.head(token)
        shading = token.dep == "xcomp" and above.lemma in lexicon().words.shading and above.i < first
        if shading and all(self._parsed.tokens[i].pos in {"ADP", "ADV", "PART"} for i in range(above.i + 1, first)):
            return self._leftmost(above)
        return first

    def _content(self, token: Token, anchor: Token, pattern: CuePattern, passive: bool) -> _Content | None:
        takes = pattern.takes
        if "clause" in takes and (found := self._clause(token, anchor)):
            return found
        if passive:
            return self._passive(token, pattern)
        if "object-infinitive" in takes and (found := self._object_infinitive(token, anchor)):
            return found
        if "infinitive" in takes and (found := self._infinitive(token)):
            return found
        if "gerund" in takes and (found := self._gerund(token, anchor)):
            return found
        return self._object(token, anchor, pattern) if "object" in takes else None

    def _clause(self, token: Token, anchor: Token) -> _Content | None:
        for child in self._parsed.children(token, *CLAUSES):
            if child.pos in CLAUSAL:
                return _Content((self._span_of(child, token),), anchor.i)
        above = self._parsed.head(token)
        if token.dep == "parataxis" and above.i != token.i:
            return _Content((self._span_around(above, token),), anchor.i)
        as_clause = token.dep == "advcl" and any(
            c.text.lower() == "as" for c in self._parsed.children(token, "mark", "advmod")
        )
        if as_clause and not list(self._parsed.children(token, "dobj", "xcomp")):
            return _Content((self._span_around(above, token),), anchor.i)
        return None

    def _passive(self, token: Token, pattern: CuePattern) -> _Content | None:
        """Read "the plan was criticised by the union", "talks are expected to resume"."""
        subject = next((c for c in self._parsed.children(token, "nsubjpass") if c.tag not in {"WDT", "WP"}), None)
        if subject is None:
            return None
        spans = [self._trimmed(self._parsed.subtree(subject))]
        after = [c for c in self._parsed.children(token, "xcomp", "oprd", "prep") if c.i > token.i]
        goes_on = [c for c in after if c.dep != "prep" or c.lemma == "as"]
        if goes_on:
            spans.append(self._trimmed(self._parsed.subtree(goes_on[0])))
        agent = any(True for _ in self._parsed.children(token, "agent"))
        if pattern.needs and not goes_on:
            return None
        if not goes_on and not agent:
            return None
        return _Content(tuple(spans), token.i, ContentForm.PHRASE)

    def _object_infinitive(self, token: Token, anchor: Token) -> _Content | None:
        children = list(self._parsed.children(anchor, "dobj", "pobj", "dative"))
        to = next((c for c in self._parsed.children(token, "xcomp", "advcl") if self._is_infinitive(c)), None)
        if not children or to is None or to.i < children[0].i:
            return None
        tokens = [*self._parsed.subtree(children[0]), *self._parsed.subtree(to)]
        return _Content((self._trimmed(tokens),), anchor.i, ContentForm.INFINITIVE)

    def _infinitive(self, token: Token) -> _Content | None:
        to = next((c for c in self._parsed.children(token, "xcomp") if self._is_infinitive(c)), None)
        if to is None:
            return None
        return _Content((self._trimmed(self._parsed.subtree(to)),), token.i, ContentForm.INFINITIVE)

    def _gerund(self, token: Token, anchor: Token) -> _Content | None:
        deps = ("xcomp",) if anchor.i == token.i else ("pcomp",)
        child = next((c for c in self._parsed.children(anchor, *deps) if c.i > anchor.i), None)
        if child is None or self._is_infinitive(child):
            return None
        return _Content((self._trimmed(self._parsed.subtree(child)),), anchor.i, ContentForm.PHRASE)

    def _object(self, token: Token, anchor: Token, pattern: CuePattern) -> _Content | None:
        deps = ("dobj",) if anchor.i == token.i or anchor.dep == "prt" else ("pobj",)
        holder = anchor if deps == ("pobj",) else token
        found = next((c for c in self._parsed.children(holder, *deps) if c.i > anchor.i), None)
        if found is None or found.tag in {"WP", "WDT"} or found.lemma in lexicon().words.empty_objects:
            return None
        told = self._told_about(token, found)
        if told is not None:
            return told
        tokens = list(self._parsed.subtree(found))
        tail = self._tail(token, found) if holder is token else []
        if pattern.needs and not any(self._meets(c, pattern) for c in tail):
            return None
        tokens.extend(t for c in tail for t in self._parsed.subtree(c))
        if len(tokens) > MAX_OBJECT:
            return None
        return _Content((self._trimmed(tokens),), anchor.i, ContentForm.PHRASE)

    def _told_about(self, token: Token, told: Token) -> _Content | None:
        """Read "asked her about the plan": the content follows the preposition."""
        if token.lemma not in lexicon().words.told:
            return None
        about = next((c for c in self._parsed.children(token, "prep") if c.lemma == "about" and c.i > told.i), None)
        inside = list(self._parsed.children(about, "pobj", "pcomp")) if about is not None else []
        if not inside or about is None:
            return None
        return _Content((self._trimmed(self._parsed.subtree(inside[0])),), about.i, ContentForm.PHRASE)

    def _meets(self, child: Token, pattern: CuePattern) -> bool:
        if child.dep in {"oprd", "attr", "xcomp", "ccomp"}:
            return "predicate" in pattern.needs
        return child.lemma in pattern.needs

    def _tail(self, token: Token, found: Token) -> list[Token]:
        """Return what goes on after an object: "for her vote", "as a mistake"."""
        tail = []
        for child in self._parsed.children(token):
            if child.i <= found.i:
                continue
            goes_on = child.dep == "prep" and child.lemma in lexicon().words.goes_on
            if not goes_on and child.dep not in {"oprd", "xcomp", "acl", "dative"}:
                break
            tail.append(child)
        return tail

    # -- nouns and adjectives -----------------------------------------------------------------------------------

    def _noun(self, token: Token, patterns: Sequence[CuePattern]) -> Cue | None:
        for pattern in patterns:
            content = self._complement(token, pattern)
            if content is None:
                continue
            source, first = self._owner(token)
            if source is None:
                return None
            span = self._parsed.span(first, max(token.i, content.last) + 1)
            return Cue(token.i, span, pattern.act, source, content.spans, None, True, content.form)
        return None

    def _owner(self, token: Token) -> tuple[Participant | None, int]:
        """Return whose words a noun tells, and where the cue begins: "her claim", "made the claim"."""
        owner = next(self._parsed.children(token, "poss"), None)
        if owner is not None:
            between = [
                t.i for t in self._parsed.tokens[owner.i + 1 : token.i + 1] if t.text not in {"'s", "’s", "'", "’"}
            ]
            return self._speakers.at(owner), between[0]
        named = next((c for c in self._parsed.children(token, "amod", "compound", "nmod") if c.ent in OWNERS), None)
        if named is not None:
            return self._speakers.at(named), named.i + 1
        above = self._parsed.head(token)
        if token.dep == "dobj" and above.pos == "VERB":
            return self._speakers.of_verb(above), self._leftmost(above)
        agent = next((c for c in self._parsed.children(token, "prep", "agent") if c.lemma == "by"), None)
        inside = list(self._parsed.children(agent, "pobj")) if agent is not None else []
        return (self._speakers.at(inside[0]), token.i) if inside else (None, token.i)

    def _adjective(self, token: Token, patterns: Sequence[CuePattern]) -> Cue | None:
        verb = self._parsed.head(token)
        subject = next((c for c in self._parsed.children(verb, "nsubj") if c.lemma != "it"), None)
        if subject is None:
            return None
        for pattern in patterns:
            content = self._complement(token, pattern)
            if content is None:
                continue
            source = self._speakers.of_verb(verb)
            span = self._parsed.span(self._leftmost(verb), max(token.i, content.last) + 1)
            negated = self._negated(verb, source)
            return Cue(token.i, span, pattern.act, source, content.spans, None, True, content.form, negated)
        return None

    def _complement(self, token: Token, pattern: CuePattern) -> _Content | None:
        for child in self._parsed.children(token):
            if child.i < token.i:
                continue
            infinitive = self._is_infinitive(child)
            if child.dep in {"acl", "ccomp", "xcomp", "relcl"} and (child.dep != "relcl" or self._marked(child)):
                wanted = "infinitive" if infinitive else "clause"
                finite = infinitive or child.dep == "ccomp" or self._marked(child)
                if wanted in pattern.takes and finite:
                    form = ContentForm.INFINITIVE if infinitive else ContentForm.CLAUSE
                    return _Content((self._span_of(child, token),), token.i, form)
            if child.dep == "prep" and child.lemma in pattern.takes:
                inside = list(self._parsed.children(child, "pobj", "pcomp"))
                if inside:
                    return _Content((self._trimmed(self._parsed.subtree(inside[0])),), child.i, ContentForm.PHRASE)
        return None

    def _marked(self, clause: Token) -> bool:
        return any(c.lemma == "that" and c.dep == "mark" for c in self._parsed.children(clause))

    # -- bounds -------------------------------------------------------------------------------------------------

    def _is_infinitive(self, token: Token) -> bool:
        return any(c.lemma == "to" for c in self._parsed.children(token, "aux"))

    def _trimmed(self, tokens: Sequence[Token]) -> Span:
        return trim(self._text, Span(tokens[0].start, tokens[-1].end))

    def _span_of(self, child: Token, cue: Token) -> Span:
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
        return trim(self._text, Span(start.start, end.end))

    def _only_adverbial(self, first: Token, start: Token, cue: Token) -> bool:
        return all(not self._speakers.is_source(t, cue) for t in self._parsed.tokens[first.i : start.i])

    def _span_around(self, head: Token, cue: Token) -> Span:
        cue_words = {t.i for t in self._parsed.subtree(cue)}
        tokens = [t for t in self._parsed.subtree(head) if t.i not in cue_words]
        before = [t for t in tokens if t.i < cue.i] or tokens
        return trim(self._text, Span(before[0].start, before[-1].end))

    # -- according to -------------------------------------------------------------------------------------------

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
        if not side or source is None:
            return None
        content = trim(self._text, Span(side[0].start, side[-1].end))
        return Cue(token.i, self._parsed.span(token.i, to.i + 1), SpeechAct.SAYS, source, (content,), None)
