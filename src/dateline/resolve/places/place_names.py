"""Which names of a story may be places: by the parser, by the words around them, or by the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.model import Name, ParsedStory, Place, Token
from dateline.resolve.places.place_lookup import look_up
from dateline.resolve.places.place_nouns import KINDS

if TYPE_CHECKING:
    from dateline.knowledge.gazetteer import Gazetteer

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT"})
# What stands before a place; a name behind it of more words than these is no place by that alone.
LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "around", "toward", "towards", "across"})
LOCATED = 2
# Names of no place, or of too many.
NOT_PLACES = frozenset(
    {
        "earth", "moon", "the moon", "internet", "the internet", "congress", "parliament", "house", "senate", "gulf",
        "the gulf", "north", "south", "the north", "the south", "northeast", "northwest", "southeast", "southwest",
        "the northeast", "the northwest", "the southeast", "the southwest", "upper house", "lower house",
    }
)  # fmt: skip
# A province or capital of so many people is one also where the parser calls it a person.
KNOWN = 300_000
# A word in capitals of so many letters may be a body's initials.
INITIALS = 3


@dataclass(frozen=True)
class PlaceName:
    """A name of the story, tokens `[first, last)`, and the places of that name, the most likely first."""

    first: int
    last: int
    text: str
    places: tuple[Place, ...]

    @cached_property
    def largest(self) -> int:
        """The population of the largest place of this name."""
        return max((p.population for p in self.places), default=0)


class PlaceNames:
    """Finds the names of one story that may be places."""

    def __init__(self, parsed: ParsedStory, gazetteer: Gazetteer) -> None:
        """Prepare for one story.

        Args:
            parsed: The story.
            gazetteer: Where names are looked up.
        """
        self._parsed = parsed
        self._gazetteer = gazetteer

    def find(self) -> list[PlaceName]:
        """Return the names: those that the parser names, then the others, each in text order."""
        return [*self._labelled(), *self._unlabelled()]

    def _labelled(self) -> Iterator[PlaceName]:
        end = 0
        for name in self._parsed.names:
            if name.first < end or name.label not in PLACE_LABELS | OTHER_LABELS:
                continue
            first, last = self._trimmed(name)
            last = end = self._joined(first, last)
            found = self._read(name, first, last)
            if found:
                yield found

    def _trimmed(self, name: Name) -> tuple[int, int]:
        """Return a name's tokens without its article and the mark of its genitive."""
        first, last = name.first, name.last
        while first < last - 1 and self._parsed.tokens[first].lemma in {"the", "a"}:
            first += 1
        while last > first + 1 and self._parsed.tokens[last - 1].tag == "POS":
            last -= 1
        return first, last

    def _joined(self, first: int, last: int) -> int:
        """Return where a name ends that a hyphen cuts for the parser: "Guinea-Bissau", where the gazetteer has it."""
        hyphen = self._parsed.tokens[last : last + 2]
        if [t.text == "-" for t in hyphen] != [True, False] or hyphen[1].pos != "PROPN":
            return last
        whole = self._text(first, last + 2)
        return last + 2 if " " not in whole and self._gazetteer.lookup(whole) else last

    def _read(self, name: Name, first: int, last: int) -> PlaceName | None:
        """Return one of the parser's names where it may be a place."""
        text, kind = self._text(first, last), self._is_called_place(first, last)
        other = name.label in OTHER_LABELS
        if other and not (kind or self._is_located(first, last) or self._is_well_known(name, text)):
            return None
        places = look_up(text, self._gazetteer)
        if text.lower() in NOT_PLACES or _is_initials(text, places) or (other and not places and not kind):
            return None
        return PlaceName(first, last, text, places)

    def _unlabelled(self) -> Iterator[PlaceName]:
        """Yield places that the parser names nothing: those called a town, and known ones that something is in."""
        for first, last in self._loose():
            text = self._text(first, last)
            if text.isupper() or text.lower() in NOT_PLACES:
                continue
            kind = self._is_called_place(first, last)
            places = look_up(text, self._gazetteer) if kind or self._is_located(first, last) else ()
            if kind or places:
                yield PlaceName(first, last, text, places)

    def _loose(self) -> Iterator[tuple[int, int]]:
        """Yield the runs of names by the tagger that the parser does not name."""
        named = {i for name in self._parsed.names for i in range(name.first, name.last)}
        tokens = self._parsed.tokens
        loose = {t.i: t for t in tokens if t.pos == "PROPN" and t.i not in named and t.text[:1].isupper()}
        for token in loose.values():
            if token.dep in {"compound", "nmod"} and token.head in loose:
                continue
            first = token.i
            while first - 1 in loose and loose[first - 1].head == token.i:
                first -= 1
            yield first, token.i + 1

    def _is_called_place(self, first: int, last: int) -> bool:
        """Say whether the words around call a name a place: "the town of Djibo", "Rakhine state", "Oum, a village"."""
        head = head_of(self._parsed, first, last)
        above = self._parsed.head(head)
        if head.dep == "pobj" and above.lemma == "of":
            return self._parsed.head(above).lemma in KINDS and self._parsed.head(above).pos == "NOUN"
        if head.dep in {"compound", "nmod"} and above.i == last:
            return above.lemma in KINDS and above.text.islower() and above.dep != "compound"  # not "state television"
        return any(c.lemma in KINDS and c.pos == "NOUN" for c in self._parsed.children(head, "appos"))

    def _is_located(self, first: int, last: int) -> bool:
        """Say whether a name stands where a place stands: "in Izmir"."""
        head = head_of(self._parsed, first, last)
        return head.dep == "pobj" and self._parsed.head(head).lemma in LOCATIVE and last - first <= LOCATED

    def _is_well_known(self, name: Name, text: str) -> bool:
        """Say whether what the parser took for a body or a person is a state, province or capital of that name."""
        places = self._gazetteer.lookup(text) if name.label != "NORP" else ()
        if not places:
            return False
        unit = places[0].feature_code in {"PCLI", "ADM1", "PPLC"} and places[0].population > KNOWN
        return unit and places[0].name.casefold() == text.casefold()

    def _text(self, first: int, last: int) -> str:
        return self._parsed.span(first, last).of(self._parsed.story.text)


def head_of(parsed: ParsedStory, first: int, last: int) -> Token:
    """Return the token of a name that hangs on another outside it.

    Args:
        parsed: The story.
        first: The first token of the name.
        last: The token after its last.
    """
    inside = parsed.tokens[first:last]
    return next((t for t in inside if not first <= t.head < last or t.head == t.i), inside[-1])


def _is_initials(text: str, places: Sequence[Place]) -> bool:
    """Say whether two or three capitals are a body's initials ("UN", "IMF") and no state, unit or place of our own."""
    letters = text.replace(".", "")
    short = letters.isupper() and len(letters) <= INITIALS
    best = places[0] if places else None
    return short and not (best and (best.feature_code in {"PCLI", "ADM1"} or best.geonameid is None))
