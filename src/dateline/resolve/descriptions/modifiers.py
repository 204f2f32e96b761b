"""Actors that only modify another noun: "the Turkish attack", "Israeli army bulldozers"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind, MentionKind, Resolution
from dateline.resolve.bodies.again import REACH_BODY
from dateline.resolve.bodies.many_states import UNITED_NATIONS, UNITED_ORGAN
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.nominals import ORGANS
from dateline.resolve.pieces.kinds import entity_resolution
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# What things are called by those who tell of them.
EPITHETS = frozenset({"terrorist", "extremist", "militant"})
# Sectors of bodies that act through the noun they modify.
ACTING = frozenset({"GOV", "MIL", "COP", "REB", "UAF", "PRM", "SPY", "JUD"})


class Modifiers:
    """Enters the actors before nouns that are none."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def enter(self, phrase: Phrase, profile: Profile) -> None:
        """Enter nationality adjectives and names before a noun that is no actor ("the Turkish attack")."""
        for piece in phrase.left:
            if profile.owned[0] <= piece.first < profile.owned[1]:
                continue
            head = self._r.syntax.root(piece.first, piece.last)
            if head in self._r.drafts or self._r.syntax.tokens[head].dep == "poss" or head in self._r.phrases:
                continue
            resolution = self._modifier(piece)
            if resolution is None:
                continue
            token = self._r.syntax.tokens[head]
            kind = MentionKind.NOMINAL if token.pos == "ADJ" else MentionKind.NAME
            draft = Draft(head, piece.first, piece.last, kind, resolution, sentence=token.sent, modifier=True)
            draft.quoted = self._r.syntax.quoted[head]
            code = resolution.country or ""
            key = (
                ("country", code)
                if resolution.rule == "nationality adjective"
                else ("modifier", name_key(resolution.name))
            )
            self._r.cast.add(draft, key=key)
            self._r.drafts[head] = draft

    def _modifier(self, piece: Piece) -> Resolution | None:
        if piece.person or (piece.entities and piece.entities[0].kind is EntityKind.PERSON):
            return self._r.people.by_piece(piece)
        if piece.metonym and not piece.metonym.is_capital:
            return self._r.lands.organ(piece)
        if piece.country and piece.country.code:
            capital = piece.country.kind == "capital"
            rule = "capital" if capital else "nationality adjective"
            name = self._r.lands.name(piece.country.code, piece.text)
            return Resolution(
                name=name,
                country=piece.country.code,
                sectors=piece.country.sectors if not capital else (),
                score=0.3 if capital else 0.8,
                rule=rule,
            )
        if piece.entity:
            return entity_resolution(piece, rule="name")
        return self._modifier_noun(piece)

    def _named_before(self, piece: Piece) -> Resolution | None:
        """Return the body that "the council reform" goes back to: the last named by a name or noun of that word."""
        word, sentence = piece.lemma.split()[-1], self._r.syntax.tokens[piece.first].sent
        for character in self._r.cast.recent():
            known = character.resolution
            if sentence - character.latest.sentence > REACH_BODY:
                return None
            named = word in character.words or word in {x.split()[-1] for x in character.lemmas}
            if known is not None and not character.person and not character.plural and known.country and named:
                return replace(known, score=0.5, rule="body named before")
        return None

    def _modifier_noun(self, piece: Piece) -> Resolution | None:
        """Read an armed or state body before an act or thing: "the rebel attack", "Israeli army bulldozers"."""
        token = self._r.syntax.tokens[piece.last - 1]
        if piece.noun is None or piece.noun.kind == "person" or piece.lemma in self._r.words.weak["named"]:
            return None  # "pilot project", "tank fire"
        sectors = piece.noun.sectors
        # "Military" as an adjective is a field, "rebel" and "insurgent" are men whatever the tagger calls them.
        nominal = token.pos in {"NOUN", "PROPN"} or set(sectors[:1]) & {"REB", "UAF"}
        if not nominal or not set(sectors[:1]) & ACTING:
            return None
        before = next((p for p in self._r.pieces[token.sent] if p.last == piece.first), None)
        code = before.country.code if before and before.country else None
        if code is None and piece.lemma in EPITHETS and token.pos == "ADJ":
            return None  # "terrorist targets in Libya", "a terrorist entity": what they are called
        if code is None and before and before.entity and before.entity.kind is EntityKind.GROUP:
            code = before.entity.country  # "a Tamil rebel stronghold"
        if code is None and piece.lemma in self._r.words.definites["united_nations"]:
            rule = "organ of the United Nations"
            return Resolution(name=piece.text, country=UNITED_NATIONS, sectors=UNITED_ORGAN, score=0.7, rule=rule)
        again = self._named_before(piece) if code is None else None
        if again is not None:
            return again
        if code is None and set(sectors[:1]) & ORGANS:
            code = self._r.belonging.of_office(token.i, sectors)
        score, rule = (0.7, "demonym + noun") if before and before.country else (0.4, "noun as modifier")
        first = before.first if before and before.country else piece.first
        return Resolution(
            name=self._r.syntax.words(first, piece.last), country=code, sectors=sectors, score=score, rule=rule
        )
