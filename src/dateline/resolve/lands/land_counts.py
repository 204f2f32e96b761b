"""How often a story names each land: by sentence, as one that acts, and as the ground where things happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.model import ParsedStory, Place, Token, Toponym

# Places that tell a country by themselves: states, capitals, provinces, and towns of so many people.
LARGE = ("PCL", "PPLC", "PPLA", "ADM1")
BIG = 100_000
# Parks, buildings, roads and the like, of which many lands have one of a name.
SPOTS = frozenset("LSRVU")
# Places that a nationality before them tells as well as a name would.
DESCRIBED = frozenset({"capital", "city", "town", "village", "port", "province", "border", "side", "coast"})
# What a headline names counts for so much more.
HEADLINE_WEIGHT = 2
# What stands before a place where something happens.
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "throughout"})


class LandCounts:
    """The lands that one story names.

    Attributes:
        by_sentence: How often each sentence names each land.
        acting: How often it names it otherwise than to describe who is acted upon.
        lands: The land of each place, by the head of its name.
        opening: The land in whose town a sentence opens, by sentence.
        grounds: How often something happens "in" or "near" each land.
    """

    def __init__(
        self,
        parsed: ParsedStory,
        named: Sequence[tuple[Token, str]],
        toponyms: Sequence[Toponym],
        *,
        home: str | None,
        aside: frozenset[int],
        speech: frozenset[str],
    ) -> None:
        """Count a story's lands.

        Args:
            parsed: The story.
            named: The words that tell of a land, and that land.
            toponyms: The places of the story.
            home: The country of its dateline.
            aside: Tokens that name a land by the way, and count for nothing.
            speech: Verbs of telling; where somebody tells the news is not where it happens.
        """
        self._parsed = parsed
        self._speech = speech
        self.by_sentence: list[Counter[str]] = [Counter() for _ in parsed.sentences]
        self.acting: list[Counter[str]] = [Counter() for _ in parsed.sentences]
        self.lands: dict[int, str] = {}
        self.opening: dict[int, str] = {}
        self.grounds: Counter[str] = Counter()
        self._count_names(named, aside)
        self._count_places(toponyms, {code for own in self.by_sentence for code in own} | {home}, aside)
        self._enter_described(named)

    def over_all(self) -> Counter[str]:
        """Count the lands of all sentences, those of headlines for more."""
        whole: Counter[str] = Counter()
        for sentence, own in zip(self._parsed.sentences, self.by_sentence, strict=True):
            weight = HEADLINE_WEIGHT if sentence.kind.value == "headline" else 1
            for code, count in own.items():
                whole[code] += count * weight
        return whole

    def _count_names(self, named: Sequence[tuple[Token, str]], aside: frozenset[int]) -> None:
        for token, code in named:
            if token.i not in aside:
                self.by_sentence[token.sent][code] += 1
                self.acting[token.sent][code] += not self._only_describes(token)

    def _count_places(self, toponyms: Sequence[Toponym], named: Collection[str | None], aside: frozenset[int]) -> None:
        for toponym in toponyms:
            if toponym.place and toponym.place.country and _tells(toponym.place, named):
                self._count_place(toponym.head, toponym.place.country, aside=toponym.head in aside)

    def _count_place(self, head: int, country: str, *, aside: bool) -> None:
        """Enter the country of a place name, and count it as ground where things happen "in" or "near" it."""
        tokens = self._parsed.tokens
        own = self.by_sentence[tokens[head].sent]
        told = bool(own) and self._is_telling(head)
        self.lands[head] = country
        first = head == 1 or tokens[max(0, head - 2)].sent != tokens[head].sent
        if first and tokens[head - 1].text == "In":
            self.opening[tokens[head].sent] = country
        above = tokens[tokens[head].head]
        if aside or told or above.text == "From":
            return
        own[country] += 1
        self.acting[tokens[head].sent][country] += 1
        self.grounds[country] += above.pos == "ADP" and above.lemma in LOCATIVE

    def _enter_described(self, named: Sequence[tuple[Token, str]]) -> None:
        """Enter places that only their country describes: "the Omani capital", "a Kenyan town"."""
        for token, code in named:
            if token.dep == "amod" and self._parsed.head(token).lemma in DESCRIBED:
                self.lands.setdefault(token.head, code)

    def _is_telling(self, head: int) -> bool:
        """Say whether a place is only where somebody tells the news: "relief workers in Lima said"."""
        tokens = self._parsed.tokens
        above = tokens[tokens[head].head]
        teller = tokens[above.head]
        if above.pos != "ADP" or above.lemma not in LOCATIVE:
            return False
        return teller.lemma in self._speech or (teller.dep == "nsubj" and tokens[teller.head].lemma in self._speech)

    def _only_describes(self, token: Token) -> bool:
        """Say whether a country only describes somebody who does not act, or sends word: "detained Chilean people"."""
        if token.dep == "pobj" and self._parsed.head(token).text == "From":
            return True  # "From Lima came an offer, which the president refused"
        if token.dep not in {"amod", "nmod", "compound"}:
            return False
        noun = self._parsed.head(token)
        while noun.dep in {"conj", "compound", "nmod"} and noun.head != noun.i:
            noun = self._parsed.head(noun)
        return noun.dep not in {"nsubj", "nsubjpass", "poss", "ROOT", "appos"}


def _tells(place: Place, named: Collection[str | None]) -> bool:
    """Say whether a place says where the story plays: of a country that it names, or a country, capital or big town.

    A park or hamlet that only the gazetteer knows in a country never named ("Central Park") is likely another.
    """
    if place.feature_class in SPOTS:
        return False
    return place.country in named or place.feature_code.startswith(LARGE) or place.population >= BIG
