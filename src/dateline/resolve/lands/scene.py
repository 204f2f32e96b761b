"""The countries a story is about: what "the defence minister" without a country most likely belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.resolve.lands.dateline_lands import dateline_land, only_hosts
from dateline.resolve.lands.land_counts import LandCounts
from dateline.resolve.lands.piece_lands import bearers, land_of

if TYPE_CHECKING:
    from datetime import date

    from dateline.model import ParsedStory, Token, Toponym
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.pieces import Piece

# The dateline tells where the reporter sits, which is most often where the news is.
DATELINE_WEIGHT = 3
# A country named in the sentence counts like one that fills a third of the story.
CLEAR = 0.8
# What the dateline's country gains where the story is about it more than about any other.
AT_HOME = 0.3
# And in a sentence with a subject of its own that names no country, where the report opens with it.
AT_HOME_ALONE, OPENING = 0.8, 2
# A country that only describes who is acted upon says half as much as one that acts or is a place.
DESCRIBING = 0.5
# What a land gains in whose town a sentence opens: "In Paris, the foreign ministry said".
OPENED = 4.0
STORY_WEIGHT, HERE_WEIGHT, BEFORE_WEIGHT = 4.0, 1.4, 0.6
# Where things happen counts so much more for people and police than who is only spoken of.
GROUND_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A word that names a land, or somebody or something of it.

    Attributes:
        token: The word, the last of its name.
        land: Its code.
        describes: It only describes a noun: "French".
    """

    token: int
    land: str
    describes: bool


class Scene:
    """Countries named, by sentence and over the story."""

    def __init__(
        self,
        parsed: ParsedStory,
        pieces: Sequence[Sequence[Piece]],
        toponyms: Sequence[Toponym],
        find: Lookups,
        *,
        on: date | None,
        home: str | None = None,
        aside: frozenset[int] = frozenset(),
        speech: frozenset[str] = frozenset(),
        mediating: frozenset[str] = frozenset(),
    ) -> None:
        """Weigh the lands of a story.

        Args:
            parsed: The story.
            pieces: The pieces of every sentence.
            toponyms: Its places.
            find: The knowledge base.
            on: The story's day.
            home: The country of the dateline's place, by the gazetteer.
            aside: Tokens that name a land by the way, and count for nothing.
            speech: Verbs of telling.
            mediating: Nouns for those who only bring others to one table.
        """
        self.named = frozenset(p.country.code for own in pieces for p in own if p.country and p.country.code)
        self.bearers = bearers(pieces)
        told_of = [(parsed.tokens[p.last - 1], code) for own in pieces for p in own if (code := land_of(p))]
        counts = LandCounts(parsed, told_of, toponyms, home=home, aside=aside, speech=speech)
        self._by_sentence, self._acting, self._opening = counts.by_sentence, counts.acting, counts.opening
        self._grounds, self.lands = counts.grounds, counts.lands
        self.mentioned = self._mentions(told_of, aside)
        self._going_on = {s.i for s in parsed.sentences if _goes_on(parsed, parsed.tokens[s.root])}
        self._whole = counts.over_all()
        self._home = dateline_land(parsed, find, on) or home
        self.is_host = only_hosts(parsed, pieces[:OPENING], mediating, self._home)
        if self._home and not self.is_host:
            self._whole[self._home] += DATELINE_WEIGHT
            self._grounds[self._home] += 1

    def _mentions(self, told_of: Sequence[tuple[Token, str]], aside: frozenset[int]) -> tuple[Mentioned, ...]:
        """Return the words that name a land, or somebody or something of one, in text order."""
        found: dict[int, Mentioned] = {}
        for token, code in told_of:
            if token.i not in aside:
                describes = token.dep in {"amod", "compound", "nmod"} and token.pos in {"ADJ", "PROPN"}
                found.setdefault(token.i, Mentioned(token.i, code, describes))
        for i, code in self.lands.items():
            if i not in aside:
                found.setdefault(i, Mentioned(i, code, False))
        return tuple(found[i] for i in sorted(found))

    @cached_property
    def ranked(self) -> tuple[str, ...]:
        """All countries of the story, the most frequent first."""
        return tuple(code for code, _ in sorted(self._whole.items(), key=lambda x: (-x[1], x[0])))

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        """All countries of the story, those first that it names most as where something happens."""
        rank = {code: n for n, code in enumerate(self.ranked)}
        return tuple(sorted(self.ranked, key=lambda code: (-self._grounds[code], rank[code])))

    @cached_property
    def foremost(self) -> frozenset[str]:
        """The land that the story names most, or several."""
        most = max(self._whole.values(), default=0)
        return frozenset(code for code, count in self._whole.items() if count >= most)

    def share(self, land: str) -> float:
        """Return how much of all naming of lands is of this one, from 0 to 1."""
        return self._whole[land] / (self._whole.total() or 1)

    def ground(self, land: str) -> float:
        """Return how much of what happens "in" or "near" a land happens in this one, from 0 to 1."""
        return self._grounds[land] / (self._grounds.total() or 1)

    @cached_property
    def told(self) -> frozenset[str]:
        """Countries that are named by themselves or by a place in them, and the dateline's."""
        own = {self._home} if self._home else set()
        return self.named.union(self.lands.values(), own)

    @property
    def dateline(self) -> str | None:
        """The country that the dateline names."""
        return self._home

    @property
    def reporting(self) -> str | None:
        """The country that the dateline names, where the story is about no two others more and it is no mere host."""
        return self._home if self._home in self.ranked[:2] and not self.is_host else None

    @property
    def other(self) -> str | None:
        """The country that the story is most about beside the dateline's."""
        return next((code for code in self.ranked if code not in {self._home, *INTERNATIONAL}), None)

    def only(self, sentence: int) -> str | None:
        """Return the one land that a sentence names; None for none or several."""
        named = [code for code, count in self._by_sentence[sentence].items() if count and code not in INTERNATIONAL]
        return named[0] if len(named) == 1 else None

    def opened(self, sentence: int) -> str | None:
        """Return the land in whose town a sentence opens: France for "In Paris the foreign ministry said"."""
        return self._opening.get(sentence)

    def focus(self, sentence: int, *, local: bool = False, beside: frozenset[str] = frozenset()) -> str | None:
        """Return the country that an office without one belongs to: by weight in the story, here and just before.

        Args:
            sentence: Where the office stands.
            local: The one sought for is where things happen, as people and police are.
            beside: Lands that are another's, unless no other is told of.
        """
        scores = self._told_around(sentence, local=local)
        if not local and sentence in self._opening:
            scores[self._opening[sentence]] = scores.get(self._opening[sentence], 0.0) + OPENED
        for gain in self._gains_of_home(sentence, local=local):
            scores[self._home or ""] += gain
        left = scores.keys() - beside or scores.keys()
        return max(sorted(left), key=lambda code: scores[code], default=None)

    def _told_around(self, sentence: int, *, local: bool) -> dict[str, float]:
        """Return how much each land is told of in the story, in a sentence and in the one before."""
        counts = self._weights(local=local)
        total = sum(counts.values()) or 1
        scores = {code: STORY_WEIGHT * count / total for code, count in counts.items()}
        for i, weight in ((sentence, HERE_WEIGHT), (sentence - 1, BEFORE_WEIGHT)):
            for code in self._by_sentence[i] if i >= 0 else ():
                acts = bool(self._acting[i][code])
                scores[code] = scores.get(code, 0.0) + weight * (1.0 if acts else DESCRIBING)
        return scores

    def _gains_of_home(self, sentence: int, *, local: bool) -> Iterator[float]:
        """Yield what the dateline's country gains in a sentence, where there is one."""
        if not self._home:
            return
        if not self._by_sentence[sentence] and sentence not in self._going_on and self.is_at_home:
            yield AT_HOME_ALONE
        elif self._home in self.ranked[:1] or (not local and self._is_most_named(self._home)):
            yield AT_HOME
        if sentence == 0 and not self._by_sentence[0]:
            yield AT_HOME_ALONE  # what a report tells first, and of no land, is told of its own

    def _is_most_named(self, code: str) -> bool:
        return self._whole[code] >= max(self._whole.values())

    @cached_property
    def is_at_home(self) -> bool:
        """Say whether a report opens with its dateline's country, or with none, and is about no other clearly more."""
        if self.is_host:
            return False
        code, opening = self._home or "", self._by_sentence[:OPENING]
        leads = any(own[code] for own in opening) or not any(opening)
        return leads and self._whole[code] >= CLEAR * max(self._whole.values())

    def home(self, sentence: int, *, local: bool = False) -> str | None:
        """Return the country that people without one live in: the focus, where it stands out from the next.

        Args:
            sentence: Where they stand.
            local: They are where things happen, as unnamed people are; whom a report names may speak from elsewhere.
        """
        focus = self.focus(sentence, local=local)
        if focus is None or focus in INTERNATIONAL:
            return None
        weights = self._weights(local=local)
        others = [count for code, count in weights.items() if code != focus]
        if weights.get(focus, 0.0) >= CLEAR * max(others, default=0):
            return focus
        home = self._home
        rest = [count for code, count in weights.items() if code != home]
        return home if home and weights.get(home, 0.0) >= CLEAR * max(rest, default=0) else None

    def likeliest(self, sentence: int, *, local: bool = False) -> str | None:
        """Return the country that people without one most likely live in, where none stands out; None without any."""
        focus = self.focus(sentence, local=local, beside=INTERNATIONAL)
        return None if focus in INTERNATIONAL else focus

    def _weights(self, *, local: bool) -> dict[str, float]:
        gain = GROUND_WEIGHT if local else 0.0
        return {code: count + gain * self._grounds[code] for code, count in self._whole.items()}

    def top(self, count: int) -> tuple[str, ...]:
        """Return the most frequent countries."""
        return self.ranked[:count]


def _goes_on(parsed: ParsedStory, verb: Token) -> bool:
    """Say whether a sentence tells more of whom the one before told: its subject is "it", "they", "he"."""
    return any(c.tag == "PRP" for c in parsed.children(verb, "nsubj", "nsubjpass"))
