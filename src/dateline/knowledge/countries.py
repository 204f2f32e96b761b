"""What the base says about countries and the words that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Codes that PLOVER gives to bodies which belong to no state.
INTERNATIONAL = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
# Of these, the codes of bodies that states belong to.
STATES_TOGETHER = frozenset({"IGO", "EUR", "UNO"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state, or one of the few codes that PLOVER treats like one (HKG, PSE, KOS).

    Attributes:
        code: ISO 3166 alpha-3; ended states keep their ISO 3166-3 code (SUN, YUG, CSK, DDR).
        capital: Seat of government in English.
        demonyms: Words for its people and its adjective ("Filipino", "Philippine").
        since, until: Days between which it was a state (Gleditsch and Ward), where known.
    """

    code: str
    name: str
    capital: str | None
    demonyms: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryHit:
    """What a word says about a country.

    Attributes:
        code: The country; None for a region ("European", "Arab"), which is never a country.
        kind: `name`, `demonym` (a person), `adjective`, `capital`, `metonym` or `region`.
        sectors: Sectors that the word itself adds: GOV for a seat of government, PRE for a disputed entity.
    """

    code: str | None
    kind: str
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetonymHit:
    """A building, street or capital that stands for an institution.

    Attributes:
        country: As in `Entity.country`.
        is_capital: A capital city; it stands for the government only where it acts or speaks.
    """

    text: str
    country: str
    sectors: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    is_capital: bool = False
