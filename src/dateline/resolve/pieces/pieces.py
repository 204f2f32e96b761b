"""A piece of a sentence: a run of words with everything that the knowledge base knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.model import Entity, EntityKind

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import Title
    from dateline.knowledge.countries import CountryHit, MetonymHit
    from dateline.knowledge.nouns import SectorHit

# Legal forms that some agencies write small behind a firm's name.
SMALL_FORMS = frozenset({"inc", "corp", "co", "ltd", "plc"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens `[first, last)` with everything it may be; the phrase around it decides.

    Attributes:
        person: The run is a person's name by the parser or by its place after a title.
        former: A word such as "former", which ends the office after it.
    """

    first: int
    last: int
    text: str
    country: CountryHit | None = None
    metonym: MetonymHit | None = None
    entities: tuple[Entity, ...] = ()
    noun: SectorHit | None = None
    lemma: str = ""
    title: Title | None = None
    former: bool = False
    person: bool = False

    @property
    def entity(self) -> Entity | None:
        """The best entity that is no person."""
        return next((e for e in self.entities if e.kind not in {EntityKind.PERSON, EntityKind.PLACE}), None)

    @property
    def names_country(self) -> bool:
        """Whether the piece stands for a country as such (its name or people, not its capital)."""
        return self.country is not None and self.country.kind != "capital"
