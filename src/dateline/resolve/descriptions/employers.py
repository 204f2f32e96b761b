"""Whose somebody is by a name before the noun: "Trump aides", "Labour leader", "Tarn Growers Federation president"."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.knowledge.actor_words import ActorWords
from dateline.model import EntityKind, Resolution
from dateline.resolve.bodies.forms import RULE, sectors_by_form
from dateline.resolve.descriptions.described import EUROPE, Profile
from dateline.resolve.descriptions.owners import land_of_place
from dateline.resolve.pieces.kinds import entity_resolution
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import Syntax

NamePiece = Callable[[Piece], Resolution | None]


class Employers:
    """Reads the people and bodies before the nouns of one story."""

    def __init__(
        self,
        syntax: Syntax,
        *,
        words: ActorWords,
        places: Mapping[int, str],
        lands: Callable[[str], str | None],
        name_piece: NamePiece,
        named_body: NamePiece,
        party: NamePiece,
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
            places: Country of every place name, by head token.
            lands: Gives the code of a country's name.
            name_piece: Resolves a person's name that only modifies another noun.
            named_body: Resolves the short name of a firm that the story has named.
            party: Resolves the adjective of a party of the story's countries.
        """
        self._syntax = syntax
        self._words = words
        self._places = places
        self._lands = lands
        self._name_piece = name_piece
        self._named_body = named_body
        self._party = party

    def body(self, piece: Piece, profile: Profile) -> None:
        """Read the name of a body that the base holds; it stands above a person's before it."""
        # "Roe's Democratic Front group": the Front's
        if profile.employer is None or profile.employer_person or _is_of_people(profile, piece):
            profile.employer, profile.employer_draft = entity_resolution(piece, rule="name in the phrase"), None
        profile.employer_person = False

    def somebody(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        """Read a person's name before a noun: a firm's before a trade ("Merrill Roe analyst Ann Lee")."""
        if piece.person and not piece.entities and self._is_of_firm(piece, phrase):
            self.unknown(piece, phrase, profile)
            return
        profile.employer = profile.employer or self._name_piece(piece)
        profile.employer_person = True

    def unknown(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        """Read a name that the base does not hold: a ruler's, a party's adjective, a firm of the story, a body's."""
        ruled = self._syntax.tokens[phrase.head].lemma in self._words.definites["ruled"]
        ruler = self._name_piece(piece) if ruled and " " not in piece.text else None
        if ruler is not None and ruler.entity is not None:
            profile.employer, profile.employer_person = profile.employer or ruler, True
            return
        body = self._party(piece) or self._named_body(piece)  # "Labour leader", "a Piosec spokesman"
        body = body or self._by_form(piece, phrase)
        if body:
            profile.employer = profile.employer or body
        else:
            profile.place = profile.place or land_of_place(range(piece.first, piece.last), self._places)

    def _by_form(self, piece: Piece, phrase: Phrase) -> Resolution | None:
        """Return the body that the end of a name or the trade behind it makes of it: "Roe Corp chairman"."""
        last = piece.text.split()[-1].lower().rstrip(".") if " " in piece.text else ""
        firm = bool(last) and last in self._words.companies["legal"]
        sectors = ("BUS",) if firm else sectors_by_form(piece.text, self._words.forms)
        if not sectors and self._is_of_firm(piece, phrase):
            sectors = ("BUS",)
        return Resolution(name=piece.text, sectors=sectors, rule=RULE) if sectors else None

    def _is_of_firm(self, piece: Piece, phrase: Phrase) -> bool:
        """Say whether a name stands right before a trade of the market: "Roe Burnham analyst Ann Lee"."""
        after = next((p for p in phrase.pieces if p.first == piece.last), None)
        if after is None or after.lemma not in self._words.definites["firm_trades"]:
            return False
        place = land_of_place(range(piece.first, piece.last), self._places)
        return place is None and not self._lands(piece.text)

    def partisan(self, phrase: Phrase, profile: Profile) -> None:
        """Read the party of an adjective that names no body by itself: "Republican leaders", "Labour councillors"."""
        taken = {i for piece in phrase.pieces for i in range(piece.first, piece.last)} | set(range(*profile.owned))
        for token in self._syntax.tokens[phrase.first : phrase.core_start]:
            if profile.employer:
                return
            if token.i in taken or token.dep not in {"amod", "compound", "nmod"} or not token.text[0].isupper():
                continue
            profile.employer = self._party(Piece(token.i, token.i + 1, token.text))

    def formed(self, phrase: Phrase, profile: Profile) -> None:
        """Read the body whose name stands before an office: "Tarn Growers Federation president Ana Ruiz"."""
        core = phrase.core if phrase.core and phrase.core.noun else None
        office = core or (profile.nouns[-1] if profile.nouns else None)
        if office is None or office.text[:1].isupper() or EUROPE in profile.countries:
            return
        if profile.employer and (profile.employer.sectors or profile.employer.entity):
            return  # the base knows the body: the African Union is no union of workers
        name = self._capitals_before(office, phrase)
        if profile.countries and len(name.split()) < 3:
            return  # a state's own name: "Soviet Union officials"
        sectors = sectors_by_form(name, self._words.forms)
        if sectors:
            country = profile.countries[0] if profile.countries else None
            profile.employer = Resolution(name=name, country=country, sectors=sectors, rule=RULE)

    def _capitals_before(self, office: Piece, phrase: Phrase) -> str:
        """Return the words with a capital right before an office; empty where it is one only."""
        first = office.first
        while first > phrase.first and self._syntax.tokens[first - 1].text[:1].isupper():
            first -= 1
        return self._syntax.words(first, office.first) if first < office.first - 1 else ""


def _is_of_people(profile: Profile, piece: Piece) -> bool:
    """Say whether a body is told behind the people or faith that it is of: "Shiite Amal militiamen" are Amal's."""
    people, body = profile.employer.entity if profile.employer else None, piece.entity
    group = people is not None and people.kind is EntityKind.GROUP
    return group and body is not None and body.kind is EntityKind.ARMED_GROUP
