"""The countries a story is about: what "the defence minister" without a country most likely belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind, ParsedStory, Place, Token, Toponym
from dateline.resolve.homonyms import FULL
from dateline.resolve.lookups import Lookups
from dateline.resolve.pieces import Piece

# The dateline tells where the reporter sits, which is most often where the news is.
DATELINE_WEIGHT = 3
HEADLINE_WEIGHT = 2
# A country named in the sentence counts like one that fills a third of the story.
CLEAR = 0.8
# Places that tell a country by themselves: states, capitals, provinces, and towns of so many people.
LARGE = ("PCL", "PPLC", "PPLA", "ADM1")
BIG = 100_000
# Parks, buildings, roads and the like, of which many lands have one of a name.
SPOTS = frozenset("LSRVU")
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
# Places that a nationality before them tells as well as a name would.
DESCRIBED = frozenset({"capital", "city", "town", "village", "port", "province", "border", "side", "coast"})
# Bodies whose land is not where a report plays that names them.
ABROAD = frozenset({EntityKind.MEDIA})
# Words between a land and its money, and how many of them.
AMOUNTS, MONEY = frozenset({"mln", "billion", "bln", "million", "thousand", "trillion"}), 4
# How many words before "Open" or "Cup" may name the land of an event.
EVENT = 2
# As what a land's name stands before whom it describes.
DESCRIPTIVE = frozenset({"amod", "compound", "nmod", "poss"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "throughout"})


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
        pieces: list[list[Piece]],
        toponyms: tuple[Toponym, ...],
        find: Lookups,
        on: date | None,
        home: str | None = None,
        aside: frozenset[int] = frozenset(),
        speech: frozenset[str] = frozenset(),
        mediating: frozenset[str] = frozenset(),
    ) -> None:
        self.named = frozenset(p.country.code for own in pieces for p in own if p.country and p.country.code)
        self._by_sentence: list[Counter[str]] = [Counter() for _ in parsed.sentences]
        self._acting: list[Counter[str]] = [Counter() for _ in parsed.sentences]
        told_of = [(parsed.tokens[p.last - 1], code) for own in pieces for p in own if (code := _code(p))]
        for token, code in told_of:
            if token.i not in aside:
                self._by_sentence[token.sent][code] += 1
                self._acting[token.sent][code] += not _only_describes(parsed, token.i)
        named = {code for counter in self._by_sentence for code in counter} | ({home} if home else set())
        # Lands of everybody and every body that a name of the story may mean, but for the press.
        bearers = [e for own in pieces for p in own if not p.country for e in p.entities[:1] if e.kind not in ABROAD]
        self.bearers: Counter[str] = Counter(e.country for e in bearers if e.country)
        self.lands: dict[int, str] = {}
        self._opening: dict[int, str] = {}
        self._grounds: Counter[str] = Counter()
        for toponym in toponyms:
            if toponym.place and toponym.place.country and _tells(toponym.place, named):
                known = bool(self._by_sentence[parsed.tokens[toponym.head].sent])
                told = known and _is_telling(parsed.tokens, toponym.head, speech)
                self._place(parsed.tokens, toponym.head, toponym.place.country, aside=toponym.head in aside or told)
        self._describe(parsed, told_of)
        self.mentioned = self._mentions(told_of, aside)
        self._going_on = {s.i for s in parsed.sentences if _goes_on(parsed, parsed.tokens[s.root])}
        self._whole: Counter[str] = Counter()
        for sentence, own_count in zip(parsed.sentences, self._by_sentence, strict=True):
            weight = HEADLINE_WEIGHT if sentence.kind.value == "headline" else 1
            for code, count in own_count.items():
                self._whole[code] += count * weight
        self._home = _dateline_country(parsed, find, on) or home
        # The dateline's land only lends others a table.
        self.is_host = _mediates(parsed, pieces, mediating, self._home)
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

    def _describe(self, parsed: ParsedStory, told_of: Sequence[tuple[Token, str]]) -> None:
        """Enter places that only their country describes: "the Omani capital", "a Kenyan town"."""
        for token, code in told_of:
            if token.dep == "amod" and parsed.head(token).lemma in DESCRIBED:
                self.lands.setdefault(token.head, code)

    def _place(self, tokens: Sequence[Token], head: int, country: str, *, aside: bool) -> None:
        """Enter the country of a place name, and count it as ground where things happen "in" or "near" it."""
        self.lands[head] = country
        first = head == 1 or tokens[max(0, head - 2)].sent != tokens[head].sent
        if first and tokens[head - 1].text == "In":
            self._opening[tokens[head].sent] = country
        above = tokens[tokens[head].head]
        if aside or above.text == "From":
            return
        self._by_sentence[tokens[head].sent][country] += 1
        self._acting[tokens[head].sent][country] += 1
        self._grounds[country] += above.pos == "ADP" and above.lemma in LOCATIVE

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
        counts = self._weights(local=local)
        total = sum(counts.values()) or 1
        scores = {code: STORY_WEIGHT * count / total for code, count in counts.items()}
        for i, weight in ((sentence, HERE_WEIGHT), (sentence - 1, BEFORE_WEIGHT)):
            for code in self._by_sentence[i] if i >= 0 else ():
                acts = bool(self._acting[i][code])
                scores[code] = scores.get(code, 0.0) + weight * (1.0 if acts else DESCRIBING)
        if not local and sentence in self._opening:
            scores[self._opening[sentence]] = scores.get(self._opening[sentence], 0.0) + OPENED
        if self._home and not self._by_sentence[sentence] and sentence not in self._going_on and self.is_at_home:
            scores[self._home] += AT_HOME_ALONE
        elif self._home and (self._home in self.ranked[:1] or (not local and self._is_most_named(self._home))):
            scores[self._home] += AT_HOME
        if self._home and sentence == 0 and not self._by_sentence[0]:
            scores[self._home] += AT_HOME_ALONE  # what a report tells first, and of no land, is told of its own
        left = scores.keys() - beside or scores.keys()
        return max(sorted(left), key=lambda code: scores[code], default=None)

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


def _mediates(parsed: ParsedStory, pieces: list[list[Piece]], mediating: frozenset[str], home: str | None) -> bool:
    """Say whether the dateline's land is only where others talk: "under the eyes of Norwegian facilitators"."""
    own = [p for sentence in pieces[:OPENING] for p in sentence if p.country and p.country.code == home]
    above = [parsed.head(parsed.tokens[p.last - 1]) for p in own if parsed.tokens[p.last - 1].dep in DESCRIPTIVE]
    return any(token.lemma in mediating for token in above)


def _tells(place: Place, named: set[str]) -> bool:
    """Say whether a place says where the story plays: of a country that it names, or a country, capital or big town.

    A park or hamlet that only the gazetteer knows in a country never named ("Central Park") is likely another.
    """
    if place.feature_class in SPOTS:
        return False
    return place.country in named or place.feature_code.startswith(LARGE) or place.population >= BIG


def _is_telling(tokens: Sequence[Token], head: int, speech: frozenset[str]) -> bool:
    """Say whether a place is only where somebody tells the news: "relief workers in Lima said"."""
    above = tokens[tokens[head].head]
    teller = tokens[above.head]
    if above.pos != "ADP" or above.lemma not in LOCATIVE:
        return False
    return teller.lemma in speech or (teller.dep == "nsubj" and tokens[teller.head].lemma in speech)


def _goes_on(parsed: ParsedStory, verb: Token) -> bool:
    """Say whether a sentence tells more of whom the one before told: its subject is "it", "they", "he"."""
    return any(c.tag == "PRP" for c in parsed.children(verb, "nsubj", "nsubjpass"))


def _only_describes(parsed: ParsedStory, i: int) -> bool:
    """Say whether a country only describes somebody who does not act, or sends word: "detained Chilean residents"."""
    token = parsed.tokens[i]
    if token.dep == "pobj" and parsed.head(token).text == "From":
        return True  # "From Lima came an offer, which the president refused"
    if token.dep not in {"amod", "nmod", "compound"}:
        return False
    noun = parsed.head(token)
    while noun.dep in {"conj", "compound", "nmod"} and noun.head != noun.i:
        noun = parsed.head(noun)
    return noun.dep not in {"nsubj", "nsubjpass", "poss", "ROOT", "appos"}


def asides(tokens: Sequence[Token], words: ActorWords) -> frozenset[int]:
    """Return the tokens that name a country by the way: "US-backed", "US dollars", and what stands in brackets.

    Such a country is not the one that the people around it belong to, so that they say nothing of the scene.
    """
    found: set[int] = set()
    for token in tokens:
        i, text = token.i, token.text
        if text == "-" and 0 < i < len(tokens) - 1:
            if tokens[i + 1].text.lower() in words.drops:
                found.add(i - 1)
            if tokens[i - 1].lemma in words.before:
                found.add(i + 1)
        elif token.lemma in words.before and i + 1 < len(tokens):
            found.add(i + 1)
        if text.lower() in words.currencies:
            found.update(_priced(tokens, i))
        if text in words.names["events"] and i and token.pos == "PROPN":
            found.update(range(max(0, i - EVENT), i))  # "the Australian Open" is played by all lands
        if text in {"(", "["}:
            closing = next((t.i for t in tokens[i : i + 12] if t.text in {")", "]"}), i)
            found.update(range(i, closing))
    return frozenset(found)


def borrowed(pieces: list[list[Piece]], namesakes: Mapping[str, frozenset[str]], home: str | None) -> frozenset[int]:
    """Return the tokens of organs whose bare names are another land's here: "Congress" in a report from Lima.

    Args:
        pieces: The pieces of every sentence.
        namesakes: Organ known by one land's name for it to the others that call theirs so.
        home: The dateline's country.
    """
    named = {p.country.code for own in pieces for p in own if p.country and p.country.code} | {home}
    organs = ((p, p.metonym) for own in pieces for p in own if p.metonym and not p.country)
    shared = ((p, m, namesakes.get(p.text.lower(), frozenset())) for p, m in organs)
    return frozenset(p.last - 1 for p, m, lands in shared if m.country not in named and lands & named)


def _priced(tokens: Sequence[Token], i: int) -> list[int]:
    """Return the tokens before money that may name whose it is: "US dollars", "U.S. 40 mln dlrs"."""
    first = i
    while first and i - first < MONEY and (tokens[first - 1].pos == "NUM" or tokens[first - 1].lemma in AMOUNTS):
        first -= 1
    return [first - 1] if first else []


def _code(piece: Piece) -> str | None:
    if piece.country and piece.country.code and not piece.person:
        return piece.country.code
    if piece.metonym:
        return piece.metonym.country
    # A minister or ministry named says where the story plays as much as its country's name does.
    if piece.entity is not None and piece.entity.kind in ABROAD:
        return None  # who reports, or sells everywhere, tells not where
    # Of which land "the PDP" or "the Reform Party" is, the story itself must tell.
    told = [e for e in piece.entities if e.kind is not EntityKind.PARTY or len(piece.text.split()) >= FULL]
    codes = {e.country for e in told} if " " in piece.text or len(told) == 1 else set()
    code = next(iter(codes)) if len(codes) == 1 else None
    return code if code and code not in INTERNATIONAL else None


def _dateline_country(parsed: ParsedStory, find: Lookups, on: date | None) -> str | None:
    fact = parsed.story.dateline
    if not fact or not fact.place:
        return None
    hit = find.country(fact.place.title(), on)
    return hit.code if hit else None
