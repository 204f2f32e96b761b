"""Makes rows for the trigger model out of the classifier's own sentences, whose words nobody marked.

Usage: python -m tools.triggers.ours OUT.jsonl

The word that names the deed is where a frame of that type fires, else the verb above the marked party; the words of the parties
name none. What else stands in the sentence is left open.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.classifier import sentences

from dateline.apps.evaluation.system import System
from dateline.model import CodedStory, EvidenceKind, ParsedStory, Span, Story, Sureness, Token
from dateline.readers import read_record

NONE = "NONE"
NAMING = frozenset({"VERB", "NOUN", "ADJ", "PROPN"})
Row = dict[str, Any]


def rows() -> Iterator[Row]:
    """Yield one row a sentence: its text, `words` (start, end, label) and whether it is held out."""
    found = [(label, line, sentences.row(label, mode, line, {})) for label, mode, line in sentences.lines()]
    stories = [_story(i, row["text"]) for i, (_, _, row) in enumerate(found)]
    for (label, line, row), coded in zip(found, System(setting=Sureness.FRAMES).coded(stories), strict=True):
        words = list(_words(label, row, coded))
        if words:
            yield {"text": row["text"], "words": words, "held": sentences.is_held(line)}


def _story(number: int, text: str) -> Story:
    name = str(number)
    story = read_record({"id": name, "published": "2026-05-05", "title": "", "text": text}, origin=name)
    assert isinstance(story, Story)
    return story


def _words(label: str, row: Row, coded: CodedStory) -> Iterator[tuple[int, int, str]]:
    assert coded.resolved is not None
    parsed = coded.resolved.parsed
    shift = parsed.story.text.index(row["text"])
    parties = [Span(side[0] + shift, side[1] + shift) for side in (row["source"], row["target"]) if side]
    named = _fired(label, coded, parsed) or _above(parties, parsed)
    if named is None:
        return
    yield named.start - shift, named.end - shift, label
    for token in parsed.tokens:
        if token.pos in {"NOUN", "PROPN"} and any(span.contains(Span(token.start, token.end)) for span in parties):
            yield token.start - shift, token.end - shift, NONE


def _fired(label: str, coded: CodedStory, parsed: ParsedStory) -> Token | None:
    """Return the first word of a frame's trigger of that type."""
    for event in coded.events:
        spans = [e.span for e in event.evidence if e.kind is EvidenceKind.TRIGGER]
        if event.content_of is None and event.type == label:
            return next((t for s in spans for t in parsed.tokens_in(s) if t.pos in NAMING), None)
    return None


def _above(parties: list[Span], parsed: ParsedStory) -> Token | None:
    """Return the verb above the first party that has one."""
    for span in parties:
        inside = parsed.tokens_in(span)
        token = next((t for t in inside if not span.contains(_span(parsed.head(t)))), None)
        while token is not None and token.pos != "VERB" and token.head != token.i:
            token = parsed.head(token)
        if token is not None and token.pos == "VERB":
            return token
    return None


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def main() -> None:
    """Write the rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    lines = (json.dumps(row, ensure_ascii=False) for row in rows())
    options.out.write_text("".join(line + "\n" for line in lines), "utf-8")


if __name__ == "__main__":
    main()
