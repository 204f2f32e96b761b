"""The description around the head of a noun phrase, as gathered by the profiler."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model import EntityKind, Resolution
from dateline.resolve.cast import Draft
from dateline.resolve.pieces.link import Hints
from dateline.resolve.pieces.pieces import Piece

# The lands of bodies: of the European Union, of civil society, of many states.
EUROPE, NGO, TOGETHER = "EUR", "NGO", "IGO"
# Organs of a state: who heads one of another kind holds no public office.
ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
# Posts of parties as of states: "the Labour president", unlike "Labour senators".
PARTY_POSTS = frozenset({"head_of_state", "party_leader"})
# Bodies whose clergymen are theirs first: "Front leader Mullah Roe".
BANDS = frozenset({("REB",), ("UAF",), ("PRM",), ("PTY",)})
# Services whose own posts are theirs and not the government's.
ARMS = frozenset({("MIL",), ("COP",), ("SPY",)})


@dataclass(slots=True)
class Profile:
    """The description around a head.

    Attributes:
        countries: Codes in the order of the text, without repeats.
        adjectives: The pieces they came from, for phrases such as "Russian and Belarusian soldiers".
        part_heads: Heads of the mentions of a group that the head belongs to ("governments of the two countries").
        led: A compound such as "US-led" stands before it.
        joined: The countries are coordinated: the phrase covers one actor for each.
        place: Country that only a place ("in Cairo") gives, or "there".
        there: "There" gives it: nobody of another land is meant.
        employer: The body or person that the head belongs to.
        regional: A part of the world stands before it ("Arab leaders"): those of many states.
        abroad: "Foreign" or the like stands before it: of no country that the story is about.
        lesser: "Deputy", "regional" and the like: not the holder of the office itself.
        employer_person: Whether the employer is a person.
        nouns: Agent nouns before the core.
        weak: The country was itself only guessed ("the country's president").
        possessed: A possessive pronoun or noun stands before it, known or not.
        deictic: The possessor is "our", "my" or "your".
        inner: Mention after "of", for nouns that only count.
        owned: The possessor's tokens.
        last: End of the phrase with the prepositional phrases that were used.
    """

    last: int
    countries: list[str] = field(default_factory=list)
    adjectives: list[Piece] = field(default_factory=list)
    led: bool = False
    joined: bool = False
    part_heads: tuple[int, ...] = ()
    place: str | None = None
    there: bool = False
    employer: Resolution | None = None
    employer_person: bool = False
    employer_draft: Draft | None = None
    nouns: list[Piece] = field(default_factory=list)
    former: bool = False
    future: bool = False
    lesser: bool = False
    regional: bool = False
    abroad: bool = False
    gender: str | None = None
    weak: bool = False
    possessed: bool = False
    owned: tuple[int, int] = (-1, -1)
    deictic: bool = False
    inner: Draft | None = None

    @property
    def country(self) -> str | None:
        """The country, or the employer's."""
        return self.countries[0] if self.countries else (self.employer.country if self.employer else None)

    def hints(self, story: tuple[str, ...]) -> Hints:
        """Return what linking a name may use."""
        office = next((p.noun.office for p in reversed(self.nouns) if p.noun and p.noun.office), None)
        return Hints(
            country=None if self.weak else self.country,
            guess=self.country if self.weak else self.place,
            sectors=self.title_sectors(),
            office=office,
            former=self.former,
            story=story,
            title=self.nouns[-1].text.lower() if self.nouns else None,
        )

    def title_sectors(self) -> tuple[str, ...]:
        """Return the sectors of the nearest noun before a name, the employer's where the noun takes them."""
        body = self.employer if self.employer and not self.employer_person and not self._is_people() else None
        if body and body.entity is None and body.sectors[:1] == ("CVL",):
            body = None  # "Women's Affairs Minister Ann Lee"
        ranked = self._beside_rank()
        if ranked:
            return ranked
        for piece in reversed(self._posts()):
            if piece.noun and piece.noun.sectors and not piece.noun.inherits_employer:
                if body and body.country == NGO and piece.noun.sectors[:1] in {("GOV",), ("PTY",)}:
                    return body.sectors or ("SOC",)  # "FIFA president Ann Lee"
                if body and _is_of_body(piece, body):
                    return body.sectors
                return piece.noun.sectors
        if self.employer and self.employer.sectors:
            return self.employer.sectors
        if self.nouns and self.country:
            own = ("SOC",) if self.country == NGO else ("GOV",)
            return own if any(p.noun and p.noun.inherits_employer for p in self.nouns) else ()
        return ()

    def _is_people(self) -> bool:
        """Say whether the employer is a people: "Chechen Prime Minister Ali Roe" rules, whatever his people are."""
        entity = self.employer.entity if self.employer else None
        return (
            entity is not None and entity.kind is EntityKind.GROUP and any(p.noun and p.noun.office for p in self.nouns)
        )

    def _posts(self) -> list[Piece]:
        """Return the nouns before a name, without what a minister is minister of: "Minister for Trade and Industry"."""
        post = next((i for i, p in enumerate(self.nouns) if p.noun and p.noun.office == "minister"), None)
        behind = self.nouns[post + 1 :] if post is not None else []
        of_things = bool(behind) and all(p.noun and p.noun.kind not in {"person", "office"} for p in behind)
        return self.nouns[: post + 1] if of_things and post is not None else self.nouns

    def _beside_rank(self) -> tuple[str, ...]:
        """Return the sectors of a post or service before a rank: "police chief General Roe"."""
        ranked = len(self.nouns) > 1 and (self.nouns[-1].title is not None and self.nouns[-1].lemma == "soldier")
        if not ranked and not (len(self.nouns) > 1 and self.nouns[-1].lemma == "officer"):
            return ()
        for piece in reversed(self.nouns[:-1]):
            hit = piece.noun
            if hit is None or piece.title is not None or not hit.sectors or hit.inherits_employer:
                continue
            posts = {"person", "office"} if ranked else {"person", "office", "institution"}
            if hit.sectors[:1] in ARMS or (hit.sectors[:1] == ("GOV",) and hit.kind in posts):
                return hit.sectors
        return ()


def _is_of_body(piece: Piece, body: Resolution) -> bool:
    """Say whether whoever bears a post is what the body before it is, whatever the post says by itself."""
    own, first = piece.noun, body.sectors[:1]
    if own is None:
        return False
    partisan = first == ("PTY",) and own.office not in PARTY_POSTS
    if own.office and body.sectors and not partisan and ORGANS.isdisjoint(body.sectors):
        return True  # "Tarn Growers' Federation president Ana Ruiz" is no head of state
    if first == ("COP",) and piece.title and piece.lemma == "soldier":
        return True  # "Roe County Police sergeant Ann Lee"
    if first == ("BUS",) and (own.sectors[:1] == ("SOC",) or piece.lemma == "vice president"):
        return True  # "Roe Securities analyst Ana Ruiz"
    if first in BANDS and piece.title and own.sectors[:1] == ("REL",):
        return True  # "Front leader Mullah Roe"
    return first in ARMS and own.sectors == ("GOV",) and not own.office  # "army chief of staff Ana Ruiz"
