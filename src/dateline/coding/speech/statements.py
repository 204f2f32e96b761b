"""Who is reported to say, think, demand or deny what: direct, indirect and mixed speech."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from dateline.coding.speech.cue_words import KNOWING, Cue
from dateline.coding.speech.cues import CueFinder
from dateline.coding.speech.quotations import Quotation, find_quotations
from dateline.coding.speech.speakers import Speakers
from dateline.coding.speech.tags import TagFinder
from dateline.coding.speech.turns import Turns
from dateline.coding.structure.arguments import Graph
from dateline.model import (
    ContentForm,
    ParsedStory,
    Participant,
    ResolvedStory,
    Span,
    SpeechAct,
    SpeechKind,
    Statement,
)

# A stop after a small letter, a figure or a longer word, with a blank after it.
SENTENCE_END = re.compile(r"(?:\b[a-z][\w’']*|\b\w{6,}|\d|[)\"”])[.!?][\"”'’]*\s")
# A stop behind the mark that closes a quotation: the sentence is over.
CLOSED = re.compile(r"[\"”’']\.\s")
ATTITUDES = frozenset({SpeechAct.PLANS, SpeechAct.JUDGES, SpeechAct.MENTIONS, SpeechAct.LEARNS})


def find_statements(resolved: ResolvedStory, *, graph: Graph | None = None) -> tuple[Statement, ...]:
    """Return the statements of a story, in text order.

    A quotation takes its speaker from the cue beside it, else from the quotation before it in the paragraph, else from
    the speaker of the paragraph before. Content spans leave out quotation marks, "that" and the final stop.

    Args:
        resolved: The story.
        graph: Its arguments, where they are being worked out already.
    """
    finder = _Finder(resolved, graph or Graph(resolved.parsed))
    return finder.statements()


class _Finder:
    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self.resolved = resolved
        self.parsed: ParsedStory = resolved.parsed
        self.text = resolved.parsed.story.text
        self.graph = graph
        self.speakers = Speakers(resolved, self.graph)
        self.quotations = find_quotations(self.parsed)
        self.tags = TagFinder(self.parsed, self.speakers, self.quotations)
        self.cues = CueFinder(self.parsed, self.graph, self.speakers, self.quotations)

    def statements(self) -> tuple[Statement, ...]:
        tagged = [self._tagged(cue) for cue in self.tags.find()]
        inside = [span for s in tagged for span in s.content]
        cues = [cue for cue in self.cues.find() if not any(s.contains(cue.span) for s in inside)]
        direct = [*tagged, *self._direct([c for c in cues if c.is_spoken], inside)]
        covered = [span for s in direct for span in s.content]
        indirect = [self._indirect(cue) for cue in cues if cue.content and not self._is_quoted(cue, covered)]
        found = sorted([*direct, *indirect], key=lambda s: (s.content[0].start, -s.content[-1].end))
        found = Turns(self.resolved).settle(found)
        return self._addressed(_without_inner_attitudes(self._parents(found)))

    # -- quotations ---------------------------------------------------------------------------------------------

    def _is_quoted(self, cue: Cue, covered: list[Span]) -> bool:
        size = sum(c.end - c.start for c in cue.content)
        shared = sum(max(0, min(c.end, s.end) - max(c.start, s.start)) for c in cue.content for s in covered)
        return shared > 0.5 * size

    def _direct(self, cues: list[Cue], taken: list[Span]) -> list[Statement]:
        found: list[Statement] = []
        for quotation in self.quotations:
            if not quotation.is_speech or any(s.contains(quotation.span) for s in taken):
                continue
            cue = self._cue_for(quotation, cues)
            if cue is not None and self._is_part(quotation, cue):
                continue  # said "would stay" in the report's own clause: mixed speech
            if cue is None and not self._is_whole(quotation):
                continue  # a long quoted phrase inside the report's own sentence belongs to its indirect speech
            previous = found[-1] if found else None
            if cue is None and previous is not None and self._goes_on(previous, quotation):
                found[-1] = replace(previous, content=(*previous.content, quotation.span))
                continue
            if cue is not None and previous is not None and previous.cue == cue.span:
                found[-1] = replace(previous, content=(*previous.content, quotation.span))
                continue
            found.append(self._quoted(quotation, cue, previous))
        return found

    def _is_part(self, quotation: Quotation, cue: Cue) -> bool:
        """Say whether a quotation is only the end of the clause that its cue reports."""
        return any(c.start < quotation.span.start - 3 and c.contains(quotation.span) for c in cue.content)

    def _goes_on(self, previous: Statement, quotation: Quotation) -> bool:
        """Say whether a quotation goes on with the one before it in its paragraph: "It is," he said. "It will be."."""
        same = self._segment_at(previous.content[0].start) == quotation.segment
        return same and previous.cue is not None and previous.cue.start < quotation.span.start

    def _segment_at(self, at: int) -> int:
        return next((n for n, s in enumerate(self.parsed.story.segments) if s.start <= at < s.end), -1)

    def _is_whole(self, quotation: Quotation) -> bool:
        """Say whether a quotation is a sentence of its own: it opens its sentence, or a paragraph, or ends one."""
        before = self.text[: quotation.span.start].rstrip("\"“`'«„ ")
        return not before or before[-1] in ".!?:\n,"

    def _cue_for(self, quotation: Quotation, cues: list[Cue]) -> Cue | None:
        def distance(cue: Cue) -> int | None:
            if self._segment_of(cue) != quotation.segment:
                return None
            if cue.span.start >= quotation.span.end:
                between = self.text[quotation.span.end : cue.span.start]
                gap = between.lstrip(".!?,\"”'’`»« ")
                return None if CLOSED.match(between) or _crosses_sentence(gap) else len(gap)
            gap = self.text[cue.span.start : quotation.span.start]
            return None if _crosses_sentence(gap + " ") else quotation.span.start - cue.span.end + 3

        near = [(d, cue.token, cue) for cue in cues if (d := distance(cue)) is not None and d < 220]
        return min(near, key=lambda item: item[:2])[2] if near else None

    def _segment_of(self, cue: Cue) -> int:
        return self.parsed.sentences[self.parsed.tokens[cue.token].sent].segment

    def _quoted(self, quotation: Quotation, cue: Cue | None, previous: Statement | None) -> Statement:
        source, rule = self._speaker(quotation, cue, previous)
        return Statement(
            id=self._id(quotation.span),
            story_id=self.parsed.story.id,
            kind=SpeechKind.DIRECT,
            act=cue.act if cue and cue.act not in KNOWING else SpeechAct.SAYS,
            source=source,
            cue=cue.span if cue else None,
            content=(quotation.span,),
            addressee=cue.addressee if cue else None,
            rule=rule,
            form=ContentForm.QUOTATION,
            negated=cue.negated if cue else False,
        )

    def _speaker(
        self, quotation: Quotation, cue: Cue | None, previous: Statement | None
    ) -> tuple[Participant | None, str]:
        if cue is not None:
            return cue.source, "cue beside the quotation"
        told = self.speakers.told_of_before(quotation.span, self.parsed.story.segments[quotation.segment])
        if told is not None:
            return told, "whom the sentence before the quotation is about"
        near = previous is not None and quotation.segment - self._segment_at(previous.content[-1].start) <= 1
        if near and previous is not None and previous.source is not None:
            return previous.source, "speaker of the quotation before"
        return None, "no speaker found"

    def _tagged(self, cue: Cue) -> Statement:
        return replace(self._indirect(cue), kind=SpeechKind.DIRECT, rule="named beside it", form=ContentForm.QUOTATION)

    # -- indirect speech and the rest ---------------------------------------------------------------------------

    def _indirect(self, cue: Cue) -> Statement:
        mixed = any(c.contains(q.span) for q in self.quotations for c in cue.content)
        return Statement(
            id=self._id(cue.content[0], cue.span if len(cue.content) > 1 else None),
            story_id=self.parsed.story.id,
            kind=SpeechKind.MIXED if mixed else SpeechKind.INDIRECT,
            act=cue.act,
            source=cue.source,
            cue=cue.span,
            content=cue.content,
            addressee=cue.addressee,
            rule=f"cue {cue.span.of(self.text)!r}",
            form=cue.form,
            negated=cue.negated,
        )

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

    def _id(self, span: Span, cue: Span | None = None) -> str:
        """Return a statement's id; where its content stands in parts, its cue tells it from what begins alike."""
        key = f"{self.parsed.story.id}|s|{span.start}|{span.end}" + (f"|{cue.start}" if cue is not None else "")
        return hashlib.sha256(key.encode()).hexdigest()[:16]


def _without_inner_attitudes(found: list[Statement]) -> list[Statement]:
    """Leave out the attitudes that a statement tells of: they are part of what is said."""
    return [s for s in found if s.parent is None or s.act not in ATTITUDES]


def _crosses_sentence(gap: str) -> bool:
    """Say whether a sentence ends between a quotation and a cue; initials and titles ("Gen. W. Lee") end none."""
    return "\n\n" in gap or SENTENCE_END.search(gap) is not None
