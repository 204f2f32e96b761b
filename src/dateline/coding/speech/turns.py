"""Who goes on speaking: "he said" after somebody's words is that somebody, unless another person came between."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from dateline.model import (
    EntityKind,
    MentionKind,
    ParsedStory,
    Participant,
    Resolution,
    ResolvedStory,
    Segment,
    SegmentKind,
    Span,
    SpeechAct,
    Statement,
    Token,
)

PRONOUNS = {"he": "m", "she": "f"}
SPOKEN = frozenset(SpeechAct) - {SpeechAct.PLANS, SpeechAct.JUDGES, SpeechAct.MENTIONS, SpeechAct.LEARNS}
# Paragraphs back that a speaker is remembered.
REACH = 2


class Turns:
    """Resolves the pronouns of cues through the speakers before them."""

    def __init__(self, resolved: ResolvedStory) -> None:
        self._resolved = resolved
        self._parsed: ParsedStory = resolved.parsed
        self._segments: tuple[Segment, ...] = resolved.parsed.story.segments

    def settle(self, statements: list[Statement]) -> list[Statement]:
        """Return the statements with "he" and "she" at a cue resolved to the last speaker, where one is near."""
        settled = {s.id: s for s in statements}
        last: tuple[int, Resolution] | None = None
        for statement in sorted(statements, key=lambda s: s.cue.start if s.cue else s.content[0].start):
            source = statement.source
            if source is None or statement.act not in SPOKEN or self._is_inside(statement, statements):
                continue
            at = source.span.start
            gender = PRONOUNS.get(source.text.lower())
            if gender is None:
                last = (at, source.resolution) if self._is_person(source) else last
            elif last is not None and self._leads(at) and self._continues(last, at, gender):
                who = replace(last[1], rule=f"{source.text.lower()!r} goes on with the last speaker")
                settled[statement.id] = replace(statement, source=replace(source, resolution=who))
                last = (at, last[1])
            else:
                last = (at, source.resolution) if self._is_person(source) else last
        return [settled[s.id] for s in statements]

    def _is_inside(self, statement: Statement, others: list[Statement]) -> bool:
        at = statement.cue or statement.content[0]
        return any(c.contains(at) for s in others if s is not statement for c in s.content)

    def _is_person(self, source: Participant) -> bool:
        entity = source.resolution.entity
        if entity is not None:
            return entity.kind is EntityKind.PERSON
        return any(t.ent == "PERSON" for t in self._parsed.tokens_in(source.span)) or source.text.lower() in PRONOUNS

    def _leads(self, at: int) -> bool:
        """Say whether a pronoun is the subject of a cue in the report's own main clause."""
        tokens = self._parsed.tokens
        token = tokens[bisect_right(tokens, at, key=lambda t: t.end)]
        verb = self._parsed.head(token)
        marked = self._parsed.has(verb, "mark")
        return not marked and verb.dep not in {"advcl", "relcl", "acl", "pcomp"}

    def _continues(self, last: tuple[int, Resolution], at: int, gender: str) -> bool:
        before, who = last
        known = who.entity.gender if who.entity else None
        if known is not None and known != gender:
            return False
        if self._paragraph(at) - self._paragraph(before) > REACH:
            return False
        return not any(self._is_other(m, who) for m in self._subjects(before, at))

    def _subjects(self, start: int, end: int) -> list[Token]:
        """Return the persons who act in the report's own main clauses between two places."""
        roots = [s.root for s in self._parsed.sentences if s.start > start and s.end <= end]
        below = (t for root in roots for t in self._parsed.children(self._parsed.tokens[root], "nsubj"))
        return [t for t in below if t.ent == "PERSON"]

    def _is_other(self, token: Token, who: Resolution) -> bool:
        for mention in self._resolved.mentions:
            if mention.head == token.i and mention.kind is MentionKind.NAME and mention.resolution is not None:
                return mention.resolution.name != who.name
        return token.text.casefold() not in who.name.casefold()

    def _paragraph(self, at: int) -> int:
        body = [s for s in self._segments if s.kind is SegmentKind.PARAGRAPH]
        return next((n for n, s in enumerate(body) if Span(s.start, s.end + 1).start <= at <= s.end), -REACH)
