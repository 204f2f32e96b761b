"""Which words of a sentence are a name that the knowledge base holds: a country, a seat of power, a body, a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Entity, EntityKind
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.knowledge.countries import CountryHit
    from dateline.model import Token
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.syntax import Syntax

# Articles that begin Arabic names though they are small.
ARTICLES = frozenset({"al", "el", "an", "ash", "as"})
# What stands before a date.
DATING = frozenset({"on", "by", "until", "till", "from", "since", "before", "after", "of", "last", "next"})
# The name of a person in a headline has fewer words than this.
HEADLINED = 5
# What joins the words of one name.
JOINTS = frozenset({"-", "'", "’"})
# Kinds of bodies that bear plain words as names, as do others of their kind in other lands.
GENERIC = frozenset({EntityKind.ORGANISATION, EntityKind.COMPANY, EntityKind.MEDIA})


class KnownNames:
    """Finds the names of one story that the knowledge base holds."""

    def __init__(self, syntax: Syntax, find: Lookups, words: ActorWords) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            find: The knowledge base.
            words: The shipped word lists.
        """
        self._syntax = syntax
        self._find = find
        self._words = words

    def may_start(self, i: int) -> bool:
        """Say whether a name may start at a token: with a capital, or as "al-Nour" does."""
        tokens = self._syntax.tokens
        token = tokens[i]
        if token.text[0].isupper() and token.pos not in {"PRON", "DET"}:
            return not (token.tag == "VB" and not token.ent and token.text.lower() == token.lemma)  # "Let them come"
        following = tokens[i + 1] if i + 1 < len(tokens) else token
        return token.text in ARTICLES and following.text == "-"

    def at(self, i: int, end: int) -> Piece | None:
        """Return the longest name of the base that starts at a token; None where there is none.

        Args:
            i: The token.
            end: Where its sentence ends.
        """
        for last in reversed(self._ends(i, min(end, i + self._find.longest))):
            text = self._syntax.words(i, last)
            country, metonym = self._find.country(text), self._find.metonym(text)
            entities = self._of_whole(i, self._find.entities(text), alone=last == i + 1)
            if self._is_no_name(i, country, entities, alone=last == i + 1):
                continue
            if not (country or metonym or entities) and last == i + 1:
                entities = self.partisan(i, end)
            if country or metonym or entities:
                noun = self._find.noun(text.lower())
                return Piece(i, last, text, country, metonym, entities, noun, text.lower())
        return None

    def starts_longer(self, i: int, end: int) -> bool:
        """Say whether a name of two words or more, of somebody or some body, starts at a token.

        Args:
            i: The token.
            end: Where its sentence ends.
        """
        known = self.at(i, end)
        return known is not None and known.last > i + 1 and bool(known.entities)

    def starts_seat(self, i: int, end: int) -> bool:
        """Say whether a seat of power of two words or more starts at a token.

        Args:
            i: The token.
            end: Where its sentence ends.
        """
        if i + 1 >= end or not self._syntax.tokens[i + 1].text[0].isupper():
            return False
        seat = self._find.metonym(self._syntax.words(i, i + 2))
        return seat is not None and not seat.is_capital

    def headlined(self, i: int, last: int) -> int | None:
        """Return where the name of a person whom the base knows ends in "Ann Lee Slams Rivals", a headline.

        Args:
            i: The first token of a run of names.
            last: Where the run ends.
        """
        if not self._syntax.in_title_case(self._syntax.tokens[i].sent):
            return None
        ends = range(min(last, i + HEADLINED) - 1, i + 1, -1)
        return next((end for end in ends if has_person(self._find.entities(self._syntax.words(i, end)))), None)

    def partisan(self, i: int, end: int) -> tuple[Entity, ...]:
        """Return the party of which somebody is one: "a Republican", "two Democrats".

        Args:
            i: The word.
            end: Where its sentence ends.
        """
        tokens = self._syntax.tokens
        token = tokens[i]
        alone = token.pos in {"NOUN", "PROPN"} and (i + 1 >= end or not tokens[i + 1].text[0].isupper())
        plural = token.text if token.text.endswith("s") else f"{token.text}s"
        found = self._find.entities(plural) if alone and token.text[0].isupper() else ()
        return tuple(e for e in found if e.kind is EntityKind.PARTY)

    def _is_no_name(self, i: int, country: CountryHit | None, entities: tuple[Entity, ...], *, alone: bool) -> bool:
        """Say whether words that the base holds as a name are a verb, a date or a person's first name here."""
        token = self._syntax.tokens[i]
        if alone and token.pos in {"VERB", "AUX"} and not country:
            return True  # "Let's go" is no Lashkar-e-Taiba
        if entities and token.ent == "DATE" and i and self._syntax.tokens[i - 1].lemma in DATING:
            return True  # "died on November 17" is no Greek armed group
        return alone and token.ent == "PERSON" and not has_person(entities) and not country

    def _of_whole(self, i: int, entities: tuple[Entity, ...], *, alone: bool) -> tuple[Entity, ...]:
        """Leave out bodies whose name is only the end of another's: "the National Dockers Union".

        A direction that begins a longer name is no body `alone`; "North Atlantic Treaty Organization" is one.
        """
        if not entities:
            return entities
        if alone and self._is_direction(i):
            return tuple(e for e in entities if e.country is None)  # "West African leaders" are not the West's
        before = self._syntax.tokens[i - 1] if i else None
        if before is None or not before.text[0].isupper() or before.dep not in {"compound", "amod", "nmod"}:
            return entities
        if before.text in self._words.names["qualifiers"]:
            return tuple(e for e in entities if e.kind not in GENERIC)
        return self._of_land(before, entities)

    def _is_direction(self, i: int) -> bool:
        tokens = self._syntax.tokens
        goes_on = i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()
        return goes_on and tokens[i].text in self._words.names["compass"]

    def _of_land(self, before: Token, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Leave out bodies of other lands than the one named before them: "the Kenyan Dockers Union"."""
        land = self._find.country(before.text)
        if land is None or land.code is None:
            return entities
        own = {land.code, *INTERNATIONAL, None}
        return tuple(e for e in entities if e.kind not in GENERIC or e.country in own)

    def _ends(self, i: int, stop: int) -> list[int]:
        """Return the ends of the runs that start at `i`: after every capitalised word that connectors lead to."""
        tokens, small = self._syntax.tokens, self._words.names["connectors"]
        ends = []
        for j in range(i, stop):
            text = tokens[j].text
            capital = text[0].isupper() or text[0].isdigit() or (j > i and tokens[j - 1].text in JOINTS)
            if capital and text not in small:
                ends.append(j + 1)
            elif j > i and text not in small:
                break
        return ends


def has_person(entities: tuple[Entity, ...]) -> bool:
    """Say whether one of those who bear a name is a person."""
    return any(e.kind is EntityKind.PERSON for e in entities)
