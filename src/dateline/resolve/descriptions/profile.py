"""What a noun phrase says about its head: country, employer, offices, "former"; gathered left and right of it."""

from __future__ import annotations

from collections.abc import Callable

from dateline.knowledge.actor_words import ActorWords
from dateline.model import EntityKind
from dateline.resolve.descriptions import compounds
from dateline.resolve.descriptions.behind import Behind
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.employers import Employers, NamePiece
from dateline.resolve.descriptions.land_adjectives import LandAdjectives
from dateline.resolve.descriptions.loose_words import LooseWords
from dateline.resolve.descriptions.owners import Owners, Visit
from dateline.resolve.lands.there import land_there, land_where
from dateline.resolve.pieces.kinds import is_people_of_a_land
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import Syntax


class Profiler:
    """Gathers profiles; asks its caller for the mentions inside the phrase."""

    def __init__(
        self,
        syntax: Syntax,
        words: ActorWords,
        visit: Visit,
        name_piece: NamePiece,
        places: dict[int, str],
        named_body: NamePiece,
        party: NamePiece,
        lands: Callable[[str], str | None],
        organ: NamePiece,
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
            visit: Gives the mention that a token heads.
            name_piece: Resolves a person's name that only modifies another noun.
            places: Country of every place name, by head token.
            named_body: Resolves the short name of a firm that the story has named.
            party: Resolves the adjective of a party of the story's countries.
            lands: Gives the code of a country's name.
            organ: Reads the name of an organ: "Congress", America's or that of the story's land.
        """
        self._syntax = syntax
        self._words = words
        self._places = places
        self._lands = lands
        self._organ = organ
        self._owners = Owners(syntax, words=words, visit=visit, places=places, lands=lands)
        self._adjectives = LandAdjectives(syntax, words)
        self._loose_words = LooseWords(syntax, words, lands)
        self._behind = Behind(syntax, words=words, visit=visit, places=places)
        self._employers = Employers(
            syntax,
            words=words,
            places=places,
            lands=lands,
            name_piece=name_piece,
            named_body=named_body,
            party=party,
        )

    def read(self, phrase: Phrase) -> Profile:
        """Return the profile of a phrase."""
        profile = Profile(phrase.last)
        owned = profile.owned = self._owners.read(phrase, profile)
        for piece in phrase.left:
            if not owned[0] <= piece.first < owned[1]:
                self._left(piece, phrase, profile)
        self._loose_words.read(phrase, profile)
        self._employers.partisan(phrase, profile)
        self._owners.share(phrase, profile)
        self._employers.formed(phrase, profile)
        self._behind.read(phrase, profile)
        land = None if profile.country or profile.place else self._pointed(phrase)
        profile.place, profile.there = profile.place or land, land is not None
        return profile

    def _pointed(self, phrase: Phrase) -> str | None:
        """Return the land that "there" behind a phrase, or "where" before it, points back to."""
        found = land_there(phrase, self._syntax, self._places)
        return found or land_where(phrase, self._syntax, self._places)

    def _left(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        """Read one piece before the core."""
        profile.former = profile.former or piece.former
        if piece.title:
            profile.gender = piece.title.gender
        peoples = is_people_of_a_land(piece, phrase) and self._syntax.plural(phrase.head)
        if peoples and (land := self._lands(piece.text.split(" ")[0])):
            profile.countries += [land] if not profile.countries else []
        elif not compounds.tells_nothing(piece, phrase, self._syntax, self._words):
            profile.led = profile.led or compounds.is_led(piece, self._syntax)
            self._by_kind(piece, phrase, profile)

    def _by_kind(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        """Read a piece by what it names: an organ, a land, an office, somebody, a body, or nothing that is known."""
        person = piece.person or (bool(piece.entities) and piece.entities[0].kind is EntityKind.PERSON)
        if piece.metonym and not piece.metonym.is_capital:
            profile.employer = profile.employer or self._organ(piece)
        elif piece.country and piece.country.code and (not piece.person or piece.country.kind == "adjective"):
            self._adjectives.read(piece, profile)
        elif piece.noun and not (piece.entity and piece.text[0].isupper() and not piece.noun.office):
            profile.nouns += [] if _is_rank(piece, profile) else [piece]
        elif person:
            self._employers.somebody(piece, phrase, profile)
        elif piece.entity:
            self._employers.body(piece, profile)
        elif piece.title:
            profile.nouns.append(piece)
        else:
            self._employers.unknown(piece, phrase, profile)


def _is_rank(piece: Piece, profile: Profile) -> bool:
    """Say whether a rank stands behind a post that tells more: "Police chief General Roe" is of the police."""
    noun = piece.noun
    plain = noun is not None and noun.sectors == ("MIL",) and noun.kind == "person" and noun.office is None
    return plain and piece.text[0].isupper() and any(p.noun and p.noun.sectors for p in profile.nouns)
