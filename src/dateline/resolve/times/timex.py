"""Time expressions found and normalised as TIMEX3, against the story's day and what the story told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.model import ParsedStory, Timex, Token
from dateline.resolve.times.calendar import Calendar
from dateline.resolve.times.clock import Clock
from dateline.resolve.times.finance import Finance
from dateline.resolve.times.narrative import Anchor, Narrative
from dateline.resolve.times.relative import Relative
from dateline.resolve.times.spans import Spans
from dateline.resolve.times.starts import starts
from dateline.resolve.times.values import Found, Value, days_of
from dateline.resolve.times.words import Words

Rule = Callable[[int], Found | None]


# Tags of words that start no time expression; a fifth of a text is spared the rules.
IDLE = frozenset({"PRP", "PRP$", "VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC", "EX", "TO"})


def find_timexes(parsed: ParsedStory) -> tuple[Timex, ...]:
    """Return the time expressions of a story, in text order.

    Relative expressions count from the day of the dateline, else of publication; weekdays and months without a year
    lie in the nearest past unless their verb tells the future; "that year" and "two days later" count from the date
    that the story named before. Without a day they keep an underspecified value.
    """
    found: list[Timex] = []
    anchor = Anchor()
    for sentence in parsed.sentences:
        anchor.enter(sentence.i)
        found.extend(_read(parsed, parsed.sentence_tokens(sentence), anchor))
    return tuple(found)


def _read(parsed: ParsedStory, tokens: Sequence[Token], anchor: Anchor) -> list[Timex]:
    words, rules_at = Words(parsed, tokens), starts().rules
    found: list[Timex] = []
    rules: dict[str, Rule] = {}
    end = 0
    for i, token in enumerate(tokens):
        if i < end or (token.tag in IDLE and token.text != "May"):
            continue
        names = rules_at(words.lower, i)
        if not names:
            continue
        rules = rules or _rules(words, anchor)
        # Of two readings equally long the earlier rule's wins.
        best = max((hit for name in names if (hit := rules[name](i))), key=lambda hit: hit[0], default=None)
        if best is None:
            continue
        end, value = best
        anchor.remember(value)
        found.append(_timex(parsed, token.i, tokens[end - 1].i + 1, value))
    return found


def _rules(words: Words, anchor: Anchor) -> dict[str, Rule]:
    """Return the rules for one sentence by name, in the order in which one wins over another equally long."""
    calendar, relative = Calendar(words, past=anchor.past), Relative(words)
    rules: tuple[Rule, ...] = (
        *calendar.rules(),
        *Narrative(words, anchor).rules(),
        *Finance(words, anchor).rules(),
        *relative.rules(),
        *Spans(words).rules(),
        *Clock(words, calendar, relative).rules(),
    )
    return {rule.__name__: rule for rule in rules}


def _timex(parsed: ParsedStory, first: int, last: int, value: Value) -> Timex:
    begin, end, precision = days_of(value.value) if value.type in {"DATE", "TIME"} else (None, None, days_of("")[2])
    return Timex(
        first=first,
        last=last,
        span=parsed.span(first, last),
        type=value.type,
        value=value.value,
        mod=value.mod,
        begin=begin,
        end=end,
        precision=precision,
        reason=value.reason,
    )
