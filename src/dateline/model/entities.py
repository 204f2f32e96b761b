"""What the knowledge base holds and what a resolution says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.enums import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A record of the knowledge base.

    Attributes:
        id: Wikidata id (`Q457786`) where known, else Dateline's own (`dl:...`).
        name: Canonical name.
        kind: What sort of thing it is.
        country: ISO 3166 alpha-3, or one of IGO, UNO, EUR, NGO, ISM, IMG, MNC; None when it has none.
        sectors: PLOVER sectors that hold whatever the date, primary first.
        since, until: Dates between which the entity existed, where known.
        gender: `m`, `f` or None.
        origin: Where the record comes from.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    gender: str | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post held by a person over a period.

    Attributes:
        person: Entity id of the holder.
        person_name: The holder's canonical name.
        title: The office in words (`Minister of Foreign Affairs`).
        office: Office class: head_of_state, head_of_government, foreign, defence, interior, finance, justice,
            military_chief, intelligence, police_chief, central_bank, speaker, legislator, judge, prosecutor,
            ambassador, governor, mayor, party_leader, opposition_leader, spokesperson, envoy, igo_head, minister,
            other.
        country: As in `Entity.country`.
        sectors: PLOVER sectors of the holder in this post, primary first.
        since, until: Days; None is open or unknown.
        stale_after: The last day for which a source confirms an open end; None when the end is known.
    """

    person: str
    person_name: str
    title: str
    office: str
    country: str | None
    sectors: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    stale_after: date | None = None
    origin: str = ""


# What the rule of a resolution says where no word gives its country.
OF_THE_STORY = "of the story's country"
# And where it says that somebody comes from whichever land: donors, mediators.
FROM_ABROAD = "from abroad"
# Of whom no word gives the country, so that the story's own was taken; and office-holders of many states at once.
ASSUMED = f"actor {OF_THE_STORY}"
MANY_STATES = "office-holders of many states"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who a mention is, on that day, and why we think so.

    Attributes:
        entity: The entity linked, or None when only a description is known ("three Turkish soldiers").
        name: Canonical name, else the description.
        country: ISO 3166 alpha-3 or an international code; None when unknown.
        sectors: PLOVER sectors, primary first.
        role: The post held on that day, or None.
        stale: The role's end is not confirmed by a source for that day.
        score: 0 to 1.
        rule: How it was resolved (`full name`, `surname in story`, `demonym + noun` ...).
        runner_up: Name of the second-best candidate, if any.
        countries: All countries when the mention covers several ("the two countries", "both leaders").
    """

    name: str
    entity: Entity | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: Role | None = None
    stale: bool = False
    score: float = 0.0
    rule: str = ""
    runner_up: str | None = None
    countries: tuple[str, ...] = ()

    @property
    def of_the_story(self) -> bool:
        """Whether only the story gives the country, be it of an assumed actor or of an office of its state.

        Example:
            >>> Resolution(name="army", country="PER", rule=f"office {OF_THE_STORY}").of_the_story
            True
        """
        return OF_THE_STORY in self.rule

    @property
    def codes(self) -> tuple[str, ...]:
        """The countries or bodies that a party stands for; none where none is known.

        Example:
            >>> Resolution(name="Peru", country="PER").codes
            ('PER',)
            >>> Resolution(name="the two sides", country="PER", countries=("PER", "CHL")).codes
            ('PER', 'CHL')
        """
        return self.countries or ((self.country,) if self.country else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A record of the gazetteer (GeoNames terms); latitude and longitude in degrees."""

    geonameid: int | None
    name: str
    latitude: float
    longitude: float
    country: str
    admin1: str | None = None
    admin2: str | None = None
    feature_class: str = ""
    feature_code: str = ""
    population: int = 0
