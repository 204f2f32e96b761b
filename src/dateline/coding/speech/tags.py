"""Speakers named by layout alone: "PENCE: We will ...", '"We will." - Ann Lee', "Norway ready for talks - minister"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.coding.speech.cue_words import Cue, lexicon
from dateline.coding.speech.quotations import Quotation, trim
from dateline.coding.speech.speakers import Speakers
from dateline.model import ParsedStory, Segment, SegmentKind, Span, SpeechAct

# A name of up to six words before a colon, at the start of a paragraph or headline, a quotation mark allowed before it.
NAME = r"[^\W\d_][\w.’'-]*(?: [\w.’'()-]+){0,5}"
COLON = re.compile(rf"[\"“]?(?P<name>{NAME})(?P<cue>:)\s+(?=\S+ \S+)")
# A dash and a name after a quotation, up to the end of the line or sentence.
DASH = re.compile(rf"[.!?,]?[\"”’']*\s*(?P<cue>[―—–]|--|-)\s*(?P<name>{NAME})\s*(?=[.\n]|$)")
CONNECTORS = frozenset({"of", "the", "and", "de", "von", "van", "der", "al", "el", "bin", "for", "to"})
HEADLINE_DASHES = (" - ", " – ", " -- ", " — ")
MAX_TAG = 6


class TagFinder:
    """Finds the speakers that layout names in one story."""

    def __init__(self, parsed: ParsedStory, speakers: Speakers, quotations: Sequence[Quotation]) -> None:
        self._parsed = parsed
        self._text = parsed.story.text
        self._speakers = speakers
        self._quotations = [q for q in quotations if q.is_speech]

    def find(self) -> Iterator[Cue]:
        """Yield a cue for every tag; its content is what the tag marks as said."""
        for before, segment in pairwise((None, *self._parsed.story.segments)):
            assert segment is not None
            if segment.kind in {SegmentKind.PARAGRAPH, SegmentKind.HEADLINE}:
                yield from self._colon(segment)
            if segment.kind is SegmentKind.PARAGRAPH and before is not None and before.kind is SegmentKind.DATELINE:
                yield from self._capitals(before, segment)
            if segment.kind is SegmentKind.HEADLINE:
                yield from self._headline(segment)
        for quotation in self._quotations:
            yield from self._dash(quotation)

    def _colon(self, segment: Segment) -> Iterator[Cue]:
        found = COLON.match(self._text, segment.start, segment.end)
        if found is None or not self._names(found["name"]):
            return
        source = Span(*found.span("name"))
        if self._speakers.is_place(source):
            return  # a dateline: "WASHINGTON: The ..."
        content = trim(self._text, Span(found.end(), segment.end))
        if content.end > content.start:
            yield self._cue(Span(*found.span("cue")), source, content)

    def _capitals(self, name: Segment, segment: Segment) -> Iterator[Cue]:
        """Read "MACRON: We have ...", which looks like a dateline, where somebody of that name is in the story."""
        words = self._text[name.start : name.end].rstrip()
        source = Span(name.start, name.start + len(words) - 1)
        if words.endswith(":") and self._speakers.known(source) is not None:
            content = trim(self._text, Span(segment.start, segment.end))
            yield self._cue(Span(source.end, source.end + 1), source, content)

    def _dash(self, quotation: Quotation) -> Iterator[Cue]:
        found = DASH.match(self._text, quotation.span.end)
        if found is not None and self._names(found["name"]):
            yield self._cue(Span(*found.span("cue")), Span(*found.span("name")), quotation.span)

    def _headline(self, segment: Segment) -> Iterator[Cue]:
        """Read "Norway ready for talks - minister"."""
        words = self._text[segment.start : segment.end]
        at, dash = max((words.rfind(dash), dash) for dash in HEADLINE_DASHES)
        if at <= 0 or len(words[at:].split()) > MAX_TAG:
            return
        source = self._speakers.in_span(Span(segment.start + at, segment.end))
        if source is not None:
            content = trim(self._text, Span(segment.start, segment.start + at))
            mark = Span(segment.start + at, segment.start + at + len(dash))
            yield Cue(self._token(segment.start), mark, SpeechAct.SAYS, source, (content,), None)

    def _names(self, name: str) -> bool:
        words = name.split()
        if name.lower() in lexicon().words.no_speakers or words[0].lower() in lexicon().words.no_speakers:
            return False
        return all(w in CONNECTORS or not w[0].isalpha() or w[0].isupper() for w in words)

    def _cue(self, mark: Span, source: Span, content: Span) -> Cue:
        token = self._token(source.start)
        return Cue(token, mark, SpeechAct.SAYS, self._speakers.named(source), (content,), None)

    def _token(self, at: int) -> int:
        return next((t.i for t in self._parsed.tokens if t.end > at), 0)
