"""How often a story names each land, and whether one that nobody names with a party is likely the party's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import ResolvedStory


class NamedLands:
    """Counts the lands that one story names by themselves, by a party or by a place in them.

    Example:
        A report names Peru five times and Chile twice: a policeman who is Chile's only because the story names it
        is likelier Peru's, unless his own sentence names Chile.
    """

    def __init__(self, resolved: ResolvedStory) -> None:
        """Count the lands of a story; what is only taken from the story, and pronouns, name none."""
        self._in_sentence = Counter(_named(resolved))
        self._whole: Counter[str] = Counter()
        for (_, land), count in self._in_sentence.items():
            self._whole[land] += count

    def is_beside(self, land: str, sentence: int) -> bool:
        """Say whether another land is named more often than this one, which the sentence does not name.

        Args:
            land: A country's code.
            sentence: The number of a sentence.
        """
        most = max((count for code, count in self._whole.items() if code != land), default=0)
        rare = most > self._whole[land] and not self._in_sentence[sentence, land]
        return rare and land not in INTERNATIONAL


def _named(resolved: ResolvedStory) -> Iterator[tuple[int, str]]:
    """Yield the sentence and the code of every land named; a place where nothing else of its sentence names it."""
    tokens, seen = resolved.parsed.tokens, set()
    for mention in resolved.mentions:
        known = mention.resolution
        if known is None or not known.country or known.of_the_story or known.rule.startswith("pronoun"):
            continue
        if known.country not in INTERNATIONAL:
            seen.add((tokens[mention.head].sent, known.country))
            yield tokens[mention.head].sent, known.country
    for toponym in resolved.toponyms:
        land = toponym.place.country if toponym.place else None
        if land and (tokens[toponym.head].sent, land) not in seen:
            seen.add((tokens[toponym.head].sent, land))
            yield tokens[toponym.head].sent, land
