"""The countries a story is about: what "the defence minister" without a country most likely belongs to."""

from __future__ import annotations

from collections import Counter
from datetime import date

from dateline.model import ParsedStory, Toponym
from dateline.resolve.lookups import Lookups
from dateline.resolve.pieces import Piece

# The dateline tells where the reporter sits, which is most often where the news is.
DATELINE_WEIGHT = 3
HEADLINE_WEIGHT = 2


class Scene:
    """Countries named, by sentence and over the story."""

    def __init__(
        self,
        parsed: ParsedStory,
        pieces: list[list[Piece]],
        toponyms: tuple[Toponym, ...],
        find: Lookups,
        on: date | None,
    ) -> None:
        self._by_sentence: list[Counter[str]] = [Counter() for _ in parsed.sentences]
        for sentence, own in zip(parsed.sentences, pieces, strict=True):
            for piece in own:
                if code := _code(piece):
                    self._by_sentence[sentence.i][code] += 1
        for toponym in toponyms:
            if toponym.place and toponym.place.country:
                self._by_sentence[parsed.tokens[toponym.head].sent][toponym.place.country] += 1
        self._whole: Counter[str] = Counter()
        for sentence, own_count in zip(parsed.sentences, self._by_sentence, strict=True):
            weight = HEADLINE_WEIGHT if sentence.kind.value == "headline" else 1
            for code, count in own_count.items():
                self._whole[code] += count * weight
        if home := _dateline_country(parsed, find, on):
            self._whole[home] += DATELINE_WEIGHT

    @property
    def ranked(self) -> tuple[str, ...]:
        """All countries of the story, the most frequent first."""
        return tuple(code for code, _ in sorted(self._whole.items(), key=lambda x: (-x[1], x[0])))

    def focus(self, sentence: int) -> str | None:
        """Return the country that an office without one belongs to: the sentence's only one, else the story's first."""
        for i in (sentence, sentence - 1):
            if i >= 0 and len(self._by_sentence[i]) == 1:
                return next(iter(self._by_sentence[i]))
        here = self._by_sentence[sentence]
        return next((code for code in self.ranked if code in here), next(iter(self.ranked), None))

    def top(self, count: int) -> tuple[str, ...]:
        """Return the most frequent countries."""
        return self.ranked[:count]


def _code(piece: Piece) -> str | None:
    if piece.country and piece.country.code and not piece.person:
        return piece.country.code
    if piece.metonym:
        return piece.metonym.country
    return None


def _dateline_country(parsed: ParsedStory, find: Lookups, on: date | None) -> str | None:
    fact = parsed.story.dateline
    if not fact or not fact.place:
        return None
    hit = find.country(fact.place.title(), on)
    return hit.code if hit else None
