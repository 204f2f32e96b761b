"""What the linking of events looks at, taken from the rows of a run."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log
from typing import Any

Row = Mapping[str, Any]
# Words are cut here, so that "condemned" and "condemns" meet; longer stems miss, shorter ones mix.
_STEM = 6
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
# The lead tells what a story is about; its tail is background.
_LEAD = 1_500
_SIGNATURE = 30
_CASUALTIES = ("dead", "injured", "arrested")


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands on one side of an event: ids, countries, and the words of the names."""

    ids: frozenset[str]
    countries: frozenset[str]
    words: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.ids or self.countries or self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """One event as linking sees it.

    Attributes:
        told: `told` (happened or goes on), `planned`, or `other` (hypothetical, negated).
        begin, end: Days that it covers; None when unknown.
        fine: Whether the date names one day.
        reported: The story's day.
        words: Hashes of the content words of its clause.
        story_words: Hashes of the words that tell its story from others.
        numbers: Figures in its clause; `dead` and the like are among them.
    """

    event_id: str
    story_id: str
    type: str
    modes: frozenset[str]
    told: str
    begin: date | None
    end: date | None
    fine: bool
    reported: date | None
    actors: Side
    recipients: Side
    place: int | None
    country: str | None
    words: tuple[int, ...]
    story_words: frozenset[int]
    numbers: frozenset[str]
    dead: int | None


class WordWeights:
    """How telling a word is: the rarer in the stories seen so far, the more; equal input gives equal weights."""

    def __init__(self, ignored: frozenset[str]) -> None:
        self._ignored = ignored
        self._stories = 0
        self._seen: Counter[int] = Counter()

    def stems(self, text: str) -> list[int]:
        """Return the hashes of a text's content words, in order."""
        found = _WORD.findall(text.casefold())
        return [zlib.crc32(w[:_STEM].encode()) for w in found if w not in self._ignored and (len(w) > 2 or w.isdigit())]

    def learn(self, stems: Iterable[int]) -> None:
        """Count the words of one more story."""
        self._stories += 1
        self._seen.update(set(stems))

    def weight(self, stem: int) -> float:
        """Return the weight of a word; some 5 when little is known yet."""
        return log((self._stories + 200) / (self._seen[stem] + 1)) if stem in self._seen else log(self._stories + 200)

    def signature(self, stems: Sequence[int]) -> frozenset[int]:
        """Return the words that tell a story from others: frequent in it, rare elsewhere."""
        counts = Counter(stems)
        scored = sorted(counts, key=lambda stem: (-(1 + log(counts[stem])) * self.weight(stem), stem))
        return frozenset(scored[:_SIGNATURE])


def lead_of(story: Row) -> str:
    """Return headline and lead of a story's row."""
    text = str(story["text"] or "")[:_LEAD]
    headline = str(story["headline"] or "")
    return text if text.startswith(headline) else f"{headline} {text}"


def facts_of(
    event: Row, parties: Sequence[Row], day: date | None, story_words: frozenset[int], weights: WordWeights
) -> EventFacts:
    """Return the facts of one event.

    Args:
        event: Its row.
        parties: Its rows of `event_actors`.
        day: The story's day.
        story_words: Signature of the story.
        weights: For hashing words.
    """
    text = str(event["text"] or "")
    status = str(event["status"])
    return EventFacts(
        event_id=event["event_id"],
        story_id=event["story_id"],
        type=event["type"],
        modes=frozenset(filter(None, str(event["modes"] or "").split(";"))),
        told="told" if status in {"happened", "ongoing"} else "planned" if status == "planned" else "other",
        begin=as_day(event["date_begin"]),
        end=as_day(event["date_end"]) or as_day(event["date_begin"]),
        fine=event["date_precision"] == "day",
        reported=day,
        actors=_side(parties, "actor", weights),
        recipients=_side(parties, "recipient", weights),
        place=event["geonameid"],
        country=event["place_country"],
        words=tuple(dict.fromkeys(weights.stems(text))),
        story_words=story_words,
        numbers=_numbers(event, text),
        dead=event["dead_low"],
    )


def as_day(value: date | str | None) -> date | None:
    """Return a day given as ISO string (shards) or date (tables)."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _side(parties: Sequence[Row], side: str, weights: WordWeights) -> Side:
    own = [row for row in parties if row["side"] == side]
    # A country linked to itself is no person: its code says as much.
    ids = frozenset(str(row["entity_id"]) for row in own if row["entity_id"] and row["entity_kind"] != "country")
    countries = frozenset(c for row in own for c in str(row["countries"] or row["country"] or "").split(";") if c)
    words = frozenset(stem for row in own for stem in weights.stems(f"{row['name'] or ''} {row['text'] or ''}"))
    return Side(ids, countries, words)


def _numbers(event: Row, text: str) -> frozenset[str]:
    found = {w for w in _WORD.findall(text) if w[0].isdigit() and len(w) > 1}
    return frozenset(found | {f"{kind}{event[f'{kind}_low']}" for kind in _CASUALTIES if event[f"{kind}_low"]})
