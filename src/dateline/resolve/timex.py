"""Time expressions found and normalised as TIMEX3, against the story's day and what the story told before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dateline.model import ParsedStory, Timex, Token
from dateline.resolve.timex_calendar import Calendar
from dateline.resolve.timex_clock import Clock
from dateline.resolve.timex_finance import Finance
from dateline.resolve.timex_narrative import Anchor, Narrative
from dateline.resolve.timex_relative import Relative
from dateline.resolve.timex_spans import Spans
from dateline.resolve.timex_starts import starts
from dateline.resolve.timex_values import Found, Value, days_of
from dateline.resolve.timex_words import Words

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
    words, may_start = Words(parsed, tokens), starts().may_start
    rules = _rules(words, anchor)
    found, i = [], 0
    while i < len(tokens):
        if not may_start(words.lower, i) or (tokens[i].tag in IDLE and tokens[i].text != "May"):
            i += 1
            continue
        best = max((hit for rule in rules if (hit := rule(i))), key=lambda hit: hit[0], default=None)
        if best is None:
            i += 1
            continue
        last, value = best
        anchor.remember(value)
        found.append(_timex(parsed, tokens[i].i, tokens[last - 1].i + 1, value))
        i = last
    return found


def _rules(words: Words, anchor: Anchor) -> tuple[Rule, ...]:
    calendar, relative = Calendar(words), Relative(words)
    # of two readings equally long the earlier rule's wins
    return (
        *calendar.rules(),
        *Narrative(words, anchor).rules(),
        *Finance(words, anchor).rules(),
        *relative.rules(),
        *Spans(words).rules(),
        *Clock(words, calendar, relative).rules(),
    )


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
