"""From the parser's own objects to Dateline's frozen records, at the edge of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.language.attachment import repaired
from dateline.language.unseen import Seen, moved_sentence, moved_token
from dateline.language.words import Word, said_of
from dateline.model import Name, ParsedStory, Segment, Sentence, Story, Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

Found = list[tuple[int, int, str]]


class Parse(NamedTuple):
    """One parsed text: the parser's own object for forms and heads, what is said of each word, and the names."""

    doc: Doc
    words: list[Word]
    names: Found


def parse_of(doc: Doc) -> Parse:
    """Return a text that went through a whole pipeline as a parse."""
    return Parse(doc, said_of(doc), [(ent.start, ent.end, ent.label_) for ent in doc.ents])


def to_parsed_story(
    story: Story, parts: Sequence[tuple[int, Segment, Parse]], unseen: Mapping[int, Seen] | None = None
) -> ParsedStory:
    """Join the parsed segments of one story into one record.

    Args:
        story: The story the segments come from.
        parts: For every coded segment its index in `story.segments`, the segment, and its parse.
        unseen: For segments that were parsed without their unseen characters, by index: where the others stood.

    Returns:
        The parsed story; token, sentence and name indices count over the whole story.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for index, segment, parse in parts:
        base = len(tokens)
        first_sentence = len(sentences)
        sentences.extend(_sentences(parse.doc, base=base, number=first_sentence, segment=segment, index=index))
        tokens.extend(_tokens(parse, base=base, offset=segment.start, sentences=sentences[first_sentence:]))
        names.extend(Name(base + start, base + end, label) for start, end, label in parse.names)
        found = unseen.get(index) if unseen else None
        if found:
            tokens[base:] = [moved_token(token, found, segment.start) for token in tokens[base:]]
            sentences[first_sentence:] = [moved_sentence(s, found, segment.start) for s in sentences[first_sentence:]]
    return ParsedStory(story=story, tokens=tuple(tokens), sentences=tuple(sentences), names=tuple(names))


def _sentences(doc: Doc, *, base: int, number: int, segment: Segment, index: int) -> list[Sentence]:
    found = []
    for n, sent in enumerate(doc.sents):
        last = sent[-1]
        found.append(
            Sentence(
                number + n,
                base + sent.start,
                base + sent.end,
                base + sent.root.i,
                segment.start + sent.start_char,
                segment.start + last.idx + len(last.text),
                index,
                segment.kind,
            )
        )
    return found


def _tokens(parse: Parse, *, base: int, offset: int, sentences: list[Sentence]) -> list[Token]:
    doc = parse.doc
    words, heads = repaired(parse.words, [token.head.i for token in doc])
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(base + i)
    numbers = [s.i for s in sentences for _ in range(s.first, s.last)]
    kinds = [""] * len(heads)
    for first, last, label in parse.names:
        kinds[first:last] = [label] * (last - first)
    return [
        Token(
            base + i,
            text := token.text,
            lemma,
            pos,
            tag,
            dep,
            base + heads[i],
            start := offset + token.idx,
            start + len(text),
            kinds[i],
            numbers[i],
            tuple(children[i]),
        )
        for i, (token, (lemma, pos, tag, dep)) in enumerate(zip(doc, words, strict=True))
    ]
