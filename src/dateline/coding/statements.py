"""Who is reported to say, think, demand or deny what: direct, indirect and mixed speech."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.quotations import Quotation, find_quotations, trim
from dateline.coding.speakers import Speakers
from dateline.knowledge.speech import SpeechLexicon
from dateline.model import (
    ParsedStory,
    Participant,
    ResolvedStory,
    SegmentKind,
    Span,
    SpeechAct,
    SpeechKind,
    Statement,
    Token,
)

COMPLEMENTS = ("ccomp", "parataxis")
# Acts whose content may be an infinitive or a gerund: "claims to have won", "denied shelling the town".
BARE_CONTENT = frozenset(
    {SpeechAct.CLAIMS, SpeechAct.DENIES, SpeechAct.PROMISES, SpeechAct.ALLEGES, SpeechAct.BELIEVES}
)
KNOWING = frozenset({SpeechAct.BELIEVES, SpeechAct.LEARNS})


@cache
def lexicon() -> SpeechLexicon:
    """Return the shipped cue words, read once a process."""
    return SpeechLexicon.load()


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb (or "according to") with what it reports."""

    token: int
    span: Span
    act: SpeechAct
    source: Participant | None
    content: Span | None
    addressee: Participant | None


def find_statements(resolved: ResolvedStory) -> tuple[Statement, ...]:
    """Return the statements of a story, in text order.

    A quotation takes its speaker from the cue beside it, else from the quotation before it in the paragraph, else from
    the speaker of the paragraph before. Content spans leave out quotation marks, "that" and the final stop.
    """
    finder = _Finder(resolved)
    return finder.statements()


class _Finder:
    def __init__(self, resolved: ResolvedStory) -> None:
        self.resolved = resolved
        self.parsed: ParsedStory = resolved.parsed
        self.text = resolved.parsed.story.text
        self.graph = Graph(self.parsed)
        self.speakers = Speakers(resolved, self.graph)
        self.quotations = find_quotations(self.parsed)

    def statements(self) -> tuple[Statement, ...]:
        cues = [cue for token in self.parsed.tokens for cue in self._cue(token)]
        direct = self._direct([c for c in cues if c.act not in KNOWING or c.content is None or self._beside_quote(c)])
        covered = [span for s in direct for span in s.content]
        indirect = [self._indirect(cue) for cue in cues if cue.content and not self._is_quoted(cue, covered)]
        headline = self._headlines()
        found = sorted([*direct, *indirect, *headline], key=lambda s: (s.content[0].start, -s.content[-1].end))
        return self._addressed(self._parents(found))

    # -- cues ---------------------------------------------------------------------------------------------------

    def _cue(self, token: Token) -> list[Cue]:
        if token.lemma == "accord" and token.text.lower() == "according":
            return self._according(token)
        if token.pos not in {"VERB", "AUX"}:
            return []
        for particle, act in lexicon().cues.get(token.lemma, ()):
            words = self._particle(token, particle)
            if words is not None:
                return self._verb_cue(token, words, act)
        return []

    def _particle(self, token: Token, particle: str) -> list[int] | None:
        found = [token.i]
        for word in particle.split():
            after = next(
                (c.i for c in self.graph.parsed.children(token) if c.text.lower() == word and c.i > token.i), None
            )
            if after is None:
                return None
            found.append(after)
        return found

    def _verb_cue(self, token: Token, words: list[int], act: SpeechAct) -> list[Cue]:
        content = self._content(token, act)
        if self._in_quotation(token.start) or (content is None and not self._near_quotation(token)):
            return []
        # "the man said to be", "asked to leave": no source in sight, or an order to act rather than something said
        source = self.speakers.of_verb(token)
        if source is None and not self.graph.passive(token):
            return []
        auxiliaries = [c.i for c in self.parsed.children(token, "aux", "neg", "auxpass") if c.i == token.i - 1]
        inside = [*auxiliaries, *(i for i in words if i - token.i <= 2)]
        span = self.parsed.span(min(inside, default=token.i), max([token.i, *inside]) + 1)
        return [Cue(token.i, span, act, source, content, self.speakers.addressee(token))]

    def _content(self, token: Token, act: SpeechAct) -> Span | None:
        for child in self.parsed.children(token, *COMPLEMENTS):
            if child.pos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN"}:
                return self._span_of(child, token)
        if act in BARE_CONTENT:
            for child in self.parsed.children(token, "xcomp", "pcomp"):
                if child.tag == "VBG" or any(c.lemma == "to" for c in self.parsed.children(child, "aux")):
                    return self._span_of(child, token)
        above = self.parsed.head(token)
        if token.dep == "parataxis" and above.i != token.i:
            return self._span_around(above, token)
        return None

    def _span_of(self, child: Token, cue: Token) -> Span:
        tokens = [t for t in self.parsed.subtree(child) if t.i != cue.i]
        start, end = tokens[0], tokens[-1]
        if tokens[0].lemma == "that" and tokens[0].dep == "mark" and len(tokens) > 1:
            start = tokens[1]
        if child.i < cue.i:
            # content first: it begins with the sentence, whatever the parser hangs on the cue
            first = self.parsed.tokens[self.parsed.sentences[cue.sent].first]
            if all(t.start >= first.start for t in tokens) and self._only_adverbial(first, start, cue):
                start = first
            end = max((t for t in tokens if t.i < cue.i), key=lambda t: t.i, default=end)
        return trim(self.text, Span(start.start, end.end))

    def _only_adverbial(self, first: Token, start: Token, cue: Token) -> bool:
        return all(not self.speakers.is_source(t, cue) for t in self.parsed.tokens[first.i : start.i])

    def _span_around(self, head: Token, cue: Token) -> Span:
        cue_words = {t.i for t in self.parsed.subtree(cue)}
        tokens = [t for t in self.parsed.subtree(head) if t.i not in cue_words]
        before = [t for t in tokens if t.i < cue.i] or tokens
        return trim(self.text, Span(before[0].start, before[-1].end))

    def _according(self, token: Token) -> list[Cue]:
        to = next((c for c in self.parsed.children(token, "prep") if c.lemma == "to"), None)
        if to is None and token.i + 1 < len(self.parsed.tokens) and self.parsed.tokens[token.i + 1].lemma == "to":
            to = self.parsed.tokens[token.i + 1]
        if to is None:
            return []
        source = next((self.speakers.at(c) for c in self.parsed.children(to, "pobj")), None)
        phrase = {t.i for t in self.parsed.subtree(token)}
        phrase |= {t.i for t in self.parsed.subtree(to)}
        sentence = self.parsed.sentences[token.sent]
        rest = [t for t in self.parsed.sentence_tokens(sentence) if t.i not in phrase]
        side = (
            [t for t in rest if t.i > max(phrase)]
            if token.i - sentence.first < 3
            else [t for t in rest if t.i < token.i]
        )
        if not side or source is None:
            return []
        content = trim(self.text, Span(side[0].start, side[-1].end))
        return [Cue(token.i, self.parsed.span(token.i, to.i + 1), SpeechAct.SAYS, source, content, None)]

    # -- quotations ---------------------------------------------------------------------------------------------

    def _in_quotation(self, at: int) -> bool:
        return any(q.span.start <= at < q.span.end for q in self.quotations if q.is_speech)

    def _near_quotation(self, token: Token) -> bool:
        sentence = self.parsed.sentences[token.sent]
        return any(
            q.is_speech and q.span.start < sentence.end + 3 and sentence.start - 3 < q.span.end for q in self.quotations
        )

    def _beside_quote(self, cue: Cue) -> bool:
        return self._near_quotation(self.parsed.tokens[cue.token])

    def _is_quoted(self, cue: Cue, covered: list[Span]) -> bool:
        assert cue.content is not None
        size = cue.content.end - cue.content.start
        shared = sum(max(0, min(cue.content.end, s.end) - max(cue.content.start, s.start)) for s in covered)
        return shared > 0.5 * size

    def _direct(self, cues: list[Cue]) -> list[Statement]:
        found: list[Statement] = []
        previous: Statement | None = None
        for quotation in self.quotations:
            if not quotation.is_speech:
                continue
            cue = self._cue_for(quotation, cues)
            if cue is None and not self._is_whole(quotation):
                continue  # a long quoted phrase inside the report's own sentence belongs to its indirect speech
            previous = self._quoted(quotation, cue, previous)
            found.append(previous)
        return found

    def _is_whole(self, quotation: Quotation) -> bool:
        """Say whether a quotation is a sentence of its own: it opens its sentence, or a paragraph, or ends one."""
        before = self.text[: quotation.span.start].rstrip("\"“`'«„ ")
        return not before or before[-1] in ".!?:\n,"

    def _cue_for(self, quotation: Quotation, cues: list[Cue]) -> Cue | None:
        def distance(cue: Cue) -> int | None:
            if self._segment_of(cue) != quotation.segment:
                return None
            if cue.span.start >= quotation.span.end:
                gap = self.text[quotation.span.end : cue.span.start]
                return None if _crosses_sentence(gap) else len(gap)
            gap = self.text[cue.span.end : quotation.span.start]
            return None if _crosses_sentence(gap.rstrip("\"“`'«„ ").rstrip(":,")) else len(gap) + 3

        near = [(d, cue.token, cue) for cue in cues if (d := distance(cue)) is not None and d < 220]
        return min(near, key=lambda item: item[:2])[2] if near else None

    def _segment_of(self, cue: Cue) -> int:
        return self.parsed.sentences[self.parsed.tokens[cue.token].sent].segment

    def _quoted(self, quotation: Quotation, cue: Cue | None, previous: Statement | None) -> Statement:
        source = cue.source if cue else (previous.source if previous else None)
        act = cue.act if cue and cue.act not in KNOWING else SpeechAct.SAYS
        rule = "cue beside the quotation" if cue else "speaker of the quotation before"
        if cue is None and source is None:
            rule = "no speaker found"
        return Statement(
            id=self._id(quotation.span),
            story_id=self.parsed.story.id,
            kind=SpeechKind.DIRECT,
            act=act,
            source=source,
            cue=cue.span if cue else None,
            content=(quotation.span,),
            addressee=cue.addressee if cue else None,
            rule=rule,
        )

    # -- indirect speech and the rest ---------------------------------------------------------------------------

    def _indirect(self, cue: Cue) -> Statement:
        assert cue.content is not None
        content = cue.content
        mixed = any(content.contains(q.span) for q in self.quotations)
        return Statement(
            id=self._id(content),
            story_id=self.parsed.story.id,
            kind=SpeechKind.MIXED if mixed else SpeechKind.INDIRECT,
            act=cue.act,
            source=cue.source,
            cue=cue.span,
            content=(content,),
            addressee=cue.addressee,
            rule=f"cue {cue.span.of(self.text)!r}",
        )

    def _headlines(self) -> list[Statement]:
        """Read "Norway ready for talks - minister" and "Minister: Norway ready for talks"."""
        found = []
        for sentence in self.parsed.sentences:
            if sentence.kind is not SegmentKind.HEADLINE:
                continue
            words = self.text[sentence.start : sentence.end]
            at = max(words.rfind(" - "), words.rfind(" – "), words.rfind(" -- "))
            if at <= 0 or len(words[at:].split()) > 6:
                continue
            source = self.speakers.in_span(Span(sentence.start + at, sentence.end))
            if source is not None:
                content = trim(self.text, Span(sentence.start, sentence.start + at))
                cue = Cue(
                    sentence.first,
                    Span(sentence.start + at, sentence.start + at + 3),
                    SpeechAct.SAYS,
                    source,
                    content,
                    None,
                )
                found.append(self._indirect(cue))
        return found

    def _parents(self, found: list[Statement]) -> list[Statement]:
        def parent(statement: Statement) -> str | None:
            at = statement.cue or statement.content[0]
            above = [s for s in found if s is not statement and any(c.contains(at) for c in s.content)]
            return min(above, key=lambda s: s.content[-1].end - s.content[0].start).id if above else None

        return [replace(s, parent=parent(s)) for s in found]

    def _addressed(self, found: list[Statement]) -> tuple[Statement, ...]:
        """Give quotations that say "you" their addressee: the one named beside, else the speaker's last one."""
        last: dict[str, Participant] = {}
        out = []
        for statement in found:
            source = statement.source.resolution.name if statement.source else ""
            explicit = statement.addressee
            if explicit is not None:
                last[source] = explicit
            speaks_to = statement.kind is SpeechKind.DIRECT and self.speakers.second_person(statement.content)
            addressee = (
                (explicit or last.get(source))
                if speaks_to
                else (explicit if explicit and self._told(statement) else None)
            )
            out.append(replace(statement, addressee=addressee))
        return tuple(out)

    def _told(self, statement: Statement) -> bool:
        cue = statement.cue.of(self.text).lower() if statement.cue else ""
        return any(
            word in cue for word in ("told", "tell", "inform", "assur", "remind", "warn", "ask", "brief", "promis")
        )

    def _id(self, span: Span) -> str:
        return hashlib.sha256(f"{self.parsed.story.id}|s|{span.start}|{span.end}".encode()).hexdigest()[:16]


def _crosses_sentence(gap: str) -> bool:
    inner = gap.strip("\"”“'`»« ,")
    return any(mark in inner for mark in (". ", "! ", "? ", '."', ".”")) or "\n\n" in gap
