"""Pairs of a speaker and whoever he speaks of, for events that no single word tells.

"What was done to those men is a crime, the minister said of Chile" reproaches, and no verb of reproach stands in it. A
frame needs its word; the classifier judges the whole sentence. This module finds whom to show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.parties.cast import Cast
from dateline.model import EventType, Mention, ParsedStory, Span, Statement, Token

# What somebody does by speaking. A speaker is no party to the deeds that he tells of.
SPEECH_TYPES = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.AGREE,
        EventType.CONCEDE,
    }
)
Proposal = tuple[Mention, Mention, Token]


def spoken_pairs(parsed: ParsedStory, cast: Cast, statements: Sequence[Statement]) -> Iterator[Proposal]:
    """Yield the speaker, the first party of another country in what he says, and the cue; only within one sentence.

    Args:
        parsed: The story's tokens.
        cast: Its mentions.
        statements: What is said in it, by whom.
    """
    by_span = {m.span: m for m in cast.resolved.mentions}
    for statement in statements:
        speaker = by_span.get(statement.source.span) if statement.source else None
        cue = _token_at(parsed, statement.cue)
        if speaker is None or cue is None or statement.negated or parsed.tokens[speaker.head].sent != cue.sent:
            continue
        said = (t for t in parsed.sentence_tokens(parsed.sentences[cue.sent]) if _is_said(t, statement))
        parties = (party for token in said if token.pos != "PRON" for party in cast.actors((token.i,)))
        other = next((party for party in parties if _is_abroad(speaker, party)), None)
        if other is not None:
            yield speaker, other, cue


def _token_at(parsed: ParsedStory, span: Span | None) -> Token | None:
    """Return the verb of a cue, else its first word."""
    return verb_at(parsed, span) or next(iter(parsed.tokens_in(span)), None) if span is not None else None


def verb_at(parsed: ParsedStory, span: Span | None) -> Token | None:
    """Return the verb among the words of a cue; None where no verb is one of them."""
    return next((t for t in parsed.tokens_in(span) if t.pos == "VERB"), None) if span is not None else None


def _is_said(token: Token, statement: Statement) -> bool:
    return any(span.start <= token.start < span.end for span in statement.content)


def _is_abroad(speaker: Mention, party: Mention) -> bool:
    """Say whether both have a country or a body of states, and not the same: of his own side a minister says much."""
    own, other = speaker.resolution, party.resolution
    return bool(own and other and own.country and other.country and own.country != other.country)
