"""Decides which person or office-holder of the base a name means on a day, and says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher

from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.normalise import name_key
from dateline.model import Entity, EntityKind, Resolution, Role
from dateline.resolve.pieces.lookups import Lookups

# Offices whose holders newspapers name by surname alone, without an introduction.
PROMINENT = frozenset({"head_of_state", "head_of_government"})
# Those of the lands that a story speaks of most are named so too: "Lavrov said" in a report on Russia.
MINISTERS = frozenset({"foreign", "defence"})
CANDIDATE = "Presidential candidate"
# Posts whose holders are known in other lands too.
WIDELY_KNOWN = PROMINENT | MINISTERS | {"opposition_leader", "military_chief", "intelligence", "central_bank"}
# Spellings of one name differ by a letter or two in romanisation (Mohammed, Mohamed).
SAME_NAME = 0.84
# Middle names differ more than that when they are two men's.
LIKE_MIDDLE = 0.6
# Nobody acts in the news this long after his last post ended.
LIFETIME = timedelta(days=365 * 45)
# How long news keeps the title of a high post for who has left it.
KEPT_TITLE = timedelta(days=365 * 8)
# Sectors of who holds no public office, so that leaving a post makes no former official.
UNOFFICIAL = frozenset({("PTY",), ("REB",), ("CRM",), ("UAF",), ("BUS",), ("JRN",), ("EDU",), ("REL",)})
# Who has left an office, and the sectors in which there are offices to leave.
LEFT = ("ELI",)
OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Hints:
    """What the words around a name say about its bearer.

    Attributes:
        country, countries: Of the description; the second also for several.
        sectors: Of the title or description, primary first.
        office: Office class of the title.
        former: The words say that the office is no longer held.
        guess: A country that the description only suggests; it never rules a candidate out.
        story: Countries named in the story, the most frequent first.
        title: The words of the title before the name, in lower case.
        named: Countries that the story names by themselves or by their places, not by their people alone.
    """

    country: str | None = None
    countries: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    office: str | None = None
    former: bool = False
    guess: str | None = None
    story: tuple[str, ...] = ()
    title: str | None = None
    named: frozenset[str] = frozenset()


class Linker:
    """Links names of people to the base; a famous namesake never wins against what the text says."""

    def __init__(self, lookups: Lookups) -> None:
        self._find = lookups

    def full_name(self, text: str, hints: Hints, on: date | None) -> Resolution:
        """Resolve a name of two words or more; an unknown person keeps the country and sectors of the description."""
        people = [e for e in self._find.entities(text) if e.kind is EntityKind.PERSON]
        people = [e for e in people if self._agrees(e, hints, on) and not self._is_namesake(e, text, hints, on)]
        if people:
            best = max(people, key=lambda e: self._fit(e, hints, on))
            others = [e.name for e in people if e.id != best.id]
            score = 0.95 if len(people) == 1 else 0.85
            return self._person(best, hints, on, rule="full name", score=score, runner_up=next(iter(others), None))
        near = self._near_name(text, hints, on)
        if near:
            return self._person(near, hints, on, rule="surname and like first name", score=0.75)
        return unknown(text, hints)

    def surname(self, text: str, hints: Hints, on: date | None) -> Resolution:
        """Resolve a single name that the story has not introduced."""
        roles = self._find.surname(text, on)
        fits = [r for r in roles if _role_fits(r, hints)]
        if fits:
            chosen, rule, score = fits[0], "title + surname", 0.85
        else:
            bare = not (hints.country or hints.sectors)
            leaders = [r for r in roles if bare and (r.office in PROMINENT or _runs(r, on))]
            named = [r for r in leaders if r.country in hints.story]
            # Outside the story's countries only a name that one country's leaders alone bear is safe.
            alone = leaders if len({r.country for r in roles}) == 1 else []
            ministers = [r for r in roles if bare and r.office in MINISTERS and r.country in hints.story[:2]]
            pool = named or alone or (ministers if len({r.person for r in ministers}) == 1 else [])
            titled = None if pool else self._titled(text, hints, on)
            if titled is not None:
                chosen, rule, score = titled, "title of a post + surname", 0.5
            elif pool and len({r.person for r in pool}) <= 2:
                of_minister = pool[0].office in MINISTERS
                rule = "surname of a minister" if of_minister else "surname of a leader"
                chosen, score = pool[0], 0.65 if named else 0.5
            else:
                return unknown(text, hints)
        entity = self._find.kb.entity(chosen.person)
        if entity is None:
            return unknown(text, hints)
        others = [r.person_name for r in roles if r.person != chosen.person]
        return self._person(entity, hints, on, rule=rule, score=score, runner_up=next(iter(others), None))

    def _titled(self, text: str, hints: Hints, on: date | None) -> Role | None:
        """Return the one post whose title starts as the words before a surname, held then or before in those lands.

        "Secretary Clinton" of 2015 is the former Secretary of State: who held a high post keeps its title. Without a
        country in the story only a title of two words and a post held on the day are safe ("Deputy Secretary Hicks").
        """
        if not hints.title or on is None or hints.country:
            return None
        roles = [r for r in self._find.surname(text, None) if r.title.lower().startswith(hints.title)]
        if hints.story:
            roles = [r for r in roles if r.country in hints.story[:2] and (r.since is None or r.since <= on)]
            roles = [r for r in roles if _is_recent(r, on)]
        else:
            roles = [r for r in roles if " " in hints.title and _covers(r, on)]
        return roles[0] if len({r.person for r in roles}) == 1 else None

    def holder(self, country: str, office: str, on: date | None) -> Role | None:
        """Return who held an office that day, if the base knows."""
        if on is None:
            return None
        roles = self._find.holders(country, office, on)
        return roles[0] if roles else None

    def office(self, role: Role, hints: Hints, on: date | None) -> Resolution:
        """Resolve an office named without its holder ("the Philippine president")."""
        return Resolution(
            name=role.person_name,
            entity=self._find.kb.entity(role.person),
            country=role.country,
            sectors=role.sectors or hints.sectors,
            role=role,
            stale=stale(role, on),
            score=0.7 if stale(role, on) else 0.8,
            rule="office + country",
        )

    def _agrees(self, entity: Entity, hints: Hints, on: date | None) -> bool:
        roles = self._find.roles(entity.id, None)
        if on and roles and all(r.until and r.until + LIFETIME < on for r in roles):
            return False
        if not hints.country:
            return True
        countries = {r.country for r in roles} | {entity.country}
        return hints.country in countries or countries == {None}

    def _is_namesake(self, entity: Entity, text: str, hints: Hints, on: date | None) -> bool:
        """Say whether a name is a part of somebody's of whom nothing else in the story speaks."""
        if not hints.story or hints.country:
            return False
        if not hints.sectors:
            return self._is_stranger(entity, hints)
        if name_key(entity.name) == name_key(text):
            return self._is_stranger(entity, hints) and not self._shares(entity, hints, on)
        roles = self._find.roles(entity.id, None)
        countries = {r.country for r in roles} | {entity.country}
        if self._is_stranger(entity, hints):
            return True
        return not self._shares(entity, hints, on) and countries.isdisjoint(hints.story)

    def _shares(self, entity: Entity, hints: Hints, on: date | None) -> bool:
        """Say whether somebody held a post of the sector that the words tell, not long before that day."""
        roles = self._find.roles(entity.id, None)
        return any(set(r.sectors) & set(hints.sectors) and _is_recent(r, on) for r in roles)

    def _is_stranger(self, entity: Entity, hints: Hints) -> bool:
        """Say whether somebody known at home alone, in a land of which the story does not speak, bears the name."""
        roles = self._find.roles(entity.id, None)
        lands = {r.country for r in roles} | {entity.country}
        known = any(r.office in WIDELY_KNOWN or r.country in INTERNATIONAL for r in roles)
        return bool(roles and hints.named) and not known and lands.isdisjoint(hints.named)

    def _fit(self, entity: Entity, hints: Hints, on: date | None) -> tuple[int, int, int, int]:
        roles = self._find.roles(entity.id, on) if on else ()
        return (
            int(any(r.office == hints.office for r in roles) if hints.office else 0),
            int(any(set(r.sectors) & set(hints.sectors) for r in roles)),
            int(bool(roles)),
            int(any(r.country in hints.story for r in roles)),
        )

    def _near_name(self, text: str, hints: Hints, on: date | None) -> Entity | None:
        words = [w for w in name_key(text).split() if w not in SUFFIXES]
        if len(words) < 2:
            return None
        double = "-" in text.split()[0]  # "Jean-Marc Roe" is no "Jean Roe"
        shorter = self._find.entities(f"{words[0]} {words[-1]}") if len(words) > 2 and not double else ()
        for entity in shorter:
            at_home = bool(hints.country) or entity.country in hints.story or name_key(entity.name).split() == words
            if entity.kind is EntityKind.PERSON and at_home and self._agrees(entity, hints, on):
                return entity
        for role in self._find.surname(words[-1], on)[:12]:
            known = name_key(role.person_name).split()
            lands = hints.named or hints.story
            near = role.country == hints.country or (hints.country is None and role.country in lands)
            if (near and same_first_name(words, known)) or (hints.country is None and _alike(words, known)):
                return self._find.kb.entity(role.person)
        return None

    def _person(
        self, entity: Entity, hints: Hints, on: date | None, *, rule: str, score: float, runner_up: str | None = None
    ) -> Resolution:
        held = self._find.roles(entity.id, on) if on else ()
        past = self._find.roles(entity.id, None)
        role = _best(held or (past[-1:] if on is None and not hints.sectors else ()), hints)
        if role and hints.former and (hints.office in {None, role.office}) and stale(role, on):
            role = None
        if role:
            country, sectors = role.country or entity.country, role.sectors
        elif hints.sectors and not hints.former:
            # The text names a present post that the base does not hold.
            country, sectors = hints.country or entity.country or hints.guess, hints.sectors
        else:
            country, sectors = _after_office(entity, past, hints, on)
        return Resolution(
            name=entity.name,
            entity=entity,
            country=country,
            sectors=sectors,
            role=role,
            stale=bool(role and stale(role, on)),
            score=score,
            rule=rule,
            runner_up=runner_up,
        )


def left_office(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Return what somebody is who was of these sectors: out of office, or what he was where that was no office.

    Example:
        >>> left_office(("GOV",)), left_office(("BUS",))
        (('ELI',), ('BUS',))
    """
    return LEFT if OFFICES.intersection(sectors) else sectors


def unknown(text: str, hints: Hints) -> Resolution:
    """Resolve a person the base does not know by what the text says of him."""
    sectors = left_office(hints.sectors) if hints.former else hints.sectors
    country = hints.country or hints.guess
    told = bool(country or sectors)
    return Resolution(
        name=text,
        country=country,
        sectors=sectors,
        score=0.6 if told else 0.3,
        rule="described name" if told else "unknown name",
        countries=hints.countries,
    )


def same_first_name(words: list[str], known: list[str]) -> bool:
    """Say whether two folded names have like surnames and first names, also by initial.

    Example:
        >>> same_first_name(["mohammed", "hussein", "roble"], ["mohamed", "hussein", "roble"])
        True
        >>> same_first_name(["carlos", "castro"], ["fidel", "castro"])
        False
    """
    if not known or len(known) < 2:
        return False
    first, other = words[0], known[0]
    if len(words) == len(known) == 3 and not _like_middle(words[1], known[1]):
        return False  # Mohammad Reza and Mohammad Mehdi of one surname are two men
    if len(first) == 1 or len(other) == 1:
        return first[0] == other[0]
    return SequenceMatcher(None, first, other).ratio() >= SAME_NAME


def _like_middle(word: str, other: str) -> bool:
    """Say whether two middle names may be one: alike in spelling, or one the other's initial."""
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    return SequenceMatcher(None, word, other).ratio() >= LIKE_MIDDLE


def _alike(words: list[str], known: list[str]) -> bool:
    """Say whether every word of two names is spelled alike, so that no country need confirm it."""
    if len(words) != len(known):
        return False
    return all(SequenceMatcher(None, a, b).ratio() >= SAME_NAME for a, b in zip(words, known, strict=True))


def stale(role: Role, on: date | None) -> bool:
    """Say whether the base knows no end of a post and no source confirms it for that day."""
    return bool(on and role.stale_after and on > role.stale_after)


def _runs(role: Role, on: date | None) -> bool:
    """Say whether a post is that of a candidate for the highest office that day, whom headlines name by surname."""
    return on is not None and role.title == CANDIDATE and _covers(role, on)


def _covers(role: Role, on: date) -> bool:
    return (role.since is None or role.since <= on) and (role.until is None or on <= role.until)


def _is_recent(role: Role, on: date | None) -> bool:
    """Say whether a post was held on a day or not long before it."""
    return on is None or role.until is None or role.until + KEPT_TITLE > on


def _best(roles: tuple[Role, ...], hints: Hints) -> Role | None:
    if not roles:
        return None
    return max(
        roles,
        key=lambda r: (
            bool(hints.office) and r.office == hints.office,
            bool(hints.country) and r.country == hints.country,
        ),
    )


def _role_fits(role: Role, hints: Hints) -> bool:
    if hints.country and role.country != hints.country:
        return False
    if hints.office:
        return role.office == hints.office or (role.office in PROMINENT and hints.office in PROMINENT)
    if hints.sectors:
        return bool(set(role.sectors) & set(hints.sectors)) and bool(hints.country or role.country in hints.story)
    return bool(hints.country) and role.office in PROMINENT


def _after_office(
    entity: Entity, roles: tuple[Role, ...], hints: Hints, on: date | None
) -> tuple[str | None, tuple[str, ...]]:
    over = [r for r in roles if on and r.until and r.until < on]
    latest = max(over, key=lambda r: r.until or date.min, default=None)
    country = (latest.country if latest else None) or hints.country or entity.country
    if not country and roles:
        country = roles[0].country
    if country in INTERNATIONAL and not over and on is not None and country != hints.country:
        country = hints.guess  # he heads that body only later
    if latest and latest.sectors[:1] in UNOFFICIAL and not hints.sectors:
        return country, latest.sectors  # who led rebels or a firm never held an office
    if over or (hints.former and hints.sectors):
        return country, ("ELI",)
    return country, entity.sectors or hints.sectors
