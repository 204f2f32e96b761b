"""Which sources stand behind a stretch of text."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Attribution, ContentForm, Span, SpeechAct, Statement

# Acts that tell what is so; a plan, a judgement or a mere mention asserts no event.
UNTOLD = frozenset({SpeechAct.PLANS, SpeechAct.JUDGES, SpeechAct.MENTIONS})


def telling(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements that assert what they report: no attitudes, noun phrases, demands or denied cues.

    Whoever asks others to spare "troops who had brought aid" does not say that they brought it; in a quotation he does.
    """
    return tuple(s for s in statements if s.act not in UNTOLD and not s.negated and _asserts(s))


def _asserts(statement: Statement) -> bool:
    asked = statement.act is SpeechAct.DEMANDS and statement.form is not ContentForm.QUOTATION
    return statement.form is not ContentForm.PHRASE and not asked


def said_by(span: Span, statements: tuple[Statement, ...]) -> tuple[Attribution, ...]:
    """Return the chain of sources behind a span, the innermost speaker first; empty: the report's own voice.

    Args:
        span: Characters of an event's trigger.
        statements: The story's statements.
    """
    holding = [s for s in telling(statements) if s.source is not None and any(c.contains(span) for c in s.content)]
    holding.sort(key=lambda s: sum(c.end - c.start for c in s.content))
    chain: list[Attribution] = []
    for statement in holding:
        assert statement.source is not None
        if chain and chain[-1].speaker.resolution.name == statement.source.resolution.name:
            continue
        chain.append(Attribution(speaker=statement.source, act=statement.act, statement=statement.id))
    return tuple(chain)
