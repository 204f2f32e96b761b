"""Makes training rows out of the lexicon's own examples and of freely licensed stories, by the frames' reading of them.

Usage: python tools/classifier/mine.py OUT.jsonl [--stories open.jsonl]

A frame's example gives a template: its actor and recipient become {A} and {B} ("kind": "template"). A story gives weak
rows as they stand ("kind": "row"): pairs of parties of a coded event with its type, and pairs of actors of a sentence
that holds no event of theirs with NONE. Stories must carry a licence that lets text be trained on (Wikinews: CC BY 2.5).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

from dateline import readers
from dateline.apps.evaluation.system import System
from dateline.knowledge.frames import FrameLexicon
from dateline.model import CodedStory, Event, Participant, Span
from dateline.readers import story_from_text

Row = dict[str, Any]


def from_examples(system: System) -> Iterator[Row]:
    """Yield a template for every example whose event has both its parties in words of their own."""
    frames = [
        (frame, example) for frame in FrameLexicon.load().frames for example in frame.examples if not example.open
    ]
    coded = system.coded(story_from_text(example.text) for _, example in frames)
    for (frame, example), story in zip(frames, coded, strict=True):
        event = next((e for e in story.events if e.type == frame.type and e.actors and e.recipients), None)
        if event is None:
            continue
        source, target = event.actors[0].span, event.recipients[0].span
        if source.overlaps(target):
            continue
        text = _slotted(example.text, source, target)
        yield {"kind": "template", "label": str(frame.type), "text": text.rstrip(".")}


def _slotted(text: str, source: Span, target: Span) -> str:
    for span, slot in sorted(((source, "{A}"), (target, "{B}")), key=lambda pair: -pair[0].start):
        text = text[: span.start] + slot + text[span.end :]
    return re.sub(r"(?i)\b(an?|the) (?=\{)", "", text)


def from_stories(system: System, path: Path) -> Iterator[Row]:
    """Yield weak rows from every sentence of the stories."""
    for coded in system.coded(item for item in readers.read([path]) if not hasattr(item, "reason")):
        assert coded.resolved is not None
        for sentence in coded.resolved.parsed.sentences:
            span = Span(sentence.start, sentence.end)
            yield from _sentence(coded, span)


def _sentence(coded: CodedStory, span: Span) -> Iterator[Row]:
    text = span.of(coded.story.text)
    events = [e for e in coded.events if any(_inside(v.span, span) for v in e.evidence)]
    told: set[tuple[int, int]] = set()
    for event in events:
        for source, target in _pairs(event, span):
            told.add((source.start, target.start))
            if event.confidence >= 0.6:
                yield _row(text, span, source, target, str(event.type))
    assert coded.resolved is not None
    parties = [
        m.span for m in coded.resolved.mentions if m.resolution and m.resolution.country and _inside(m.span, span)
    ]
    known = {s for pair in told for s in pair}
    for source, target in permutations(parties, 2):
        apart = not source.overlaps(target)
        if apart and not events and source.start < target.start and source.start not in known:
            yield _row(text, span, source, target, "NONE")


def _pairs(event: Event, span: Span) -> Iterator[tuple[Span, Span]]:
    def inside(parties: tuple[Participant, ...]) -> list[Span]:
        return [p.span for p in parties if _inside(p.span, span)]

    for source in inside(event.actors):
        for target in inside(event.recipients):
            if not source.overlaps(target):
                yield source, target


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _row(text: str, sentence: Span, source: Span, target: Span, label: str) -> Row:
    at = sentence.start
    return {
        "kind": "row",
        "text": text,
        "source": [source.start - at, source.end - at],
        "target": [target.start - at, target.end - at],
        "label": label,
    }


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--stories", type=Path)
    options = parser.parse_args()
    system = System()
    with options.out.open("w", encoding="utf-8") as stream:
        for row in from_examples(system):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        if options.stories:
            for row in from_stories(system, options.stories):
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
