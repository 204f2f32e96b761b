"""From the parser's own objects to Dateline's frozen records, at the edge of the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.lemmas import verb_lemmas
from dateline.language.unseen import Seen, moved_sentence, moved_token
from dateline.model import Name, ParsedStory, Segment, Sentence, Story, Token

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc


def to_parsed_story(
    story: Story, parts: Sequence[tuple[int, Segment, Doc]], unseen: Mapping[int, Seen] | None = None
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
    for index, segment, doc in parts:
        base = len(tokens)
        first_sentence = len(sentences)
        sentences.extend(_sentences(doc, base=base, number=first_sentence, segment=segment, index=index))
        tokens.extend(_tokens(doc, base=base, offset=segment.start, sentences=sentences[first_sentence:]))
        names.extend(Name(base + ent.start, base + ent.end, ent.label_) for ent in doc.ents)
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


def _tokens(doc: Doc, *, base: int, offset: int, sentences: list[Sentence]) -> list[Token]:
    heads = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(base + i)
    verbs = verb_lemmas()
    numbers = [s.i for s in sentences for _ in range(s.first, s.last)]
    return [
        Token(
            base + i,
            token.text,
            verbs.get(token.lower_, token.lemma_.lower()) if token.pos_ == "VERB" else token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            base + heads[i],
            offset + token.idx,
            offset + token.idx + len(token.text),
            token.ent_type_,
            numbers[i],
            tuple(children[i]),
        )
        for i, token in enumerate(doc)
    ]
