"""Who is who: people of several sources, their spells merged and closed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from tools.knowledge.countries import home_code
from tools.knowledge.names import TITLES, WHOLE, families, short_forms
from tools.knowledge.records import Person, Spell

from dateline.knowledge.normalise import name_key
from dateline.knowledge.offices import classify, single_key
from dateline.knowledge.spelling import spelling_key

_NEAR = timedelta(days=400)
_GAP = timedelta(days=45)
# How long an end that no source knows is thought possible: old snapshots say nothing about the years after.
_TRUST = timedelta(days=730)
# Two posts of one person lie no further apart.
_CAREER = timedelta(days=365 * 30)
_BODIES = frozenset({"UNO", "IGO", "EUR", "NGO"})
_HIGH = frozenset({"head_of_state", "head_of_government", "foreign", "defence", "central_bank"})


class People:
    """All people, found again by id, by name within a country, or by family name and office."""

    def __init__(self) -> None:
        """Start empty."""
        self.people: dict[str, Person] = {}
        self._by_name: dict[tuple[str | None, frozenset[str]], str] = {}
        self._by_office: dict[tuple[str | None, str], list[str]] = defaultdict(list)
        self._by_family: dict[tuple[str | None, str], set[str]] = defaultdict(set)

    def add(
        self, name: str, country: str | None, *, origin: str, qid: str | None = None, family: str | None = None,
        title: str = "", since: date | None = None, until: date | None = None, gender: str | None = None,
    ) -> Person:  # fmt: skip
        """Return the person of that name in that country, made new when unknown.

        People of different countries are never the same unless their Wikidata id is.
        """
        country = home_code(country)
        person = self.people.get(qid) if qid else None
        if person is None and not qid:
            person = self._find(name, country, family, title, since, until)
        if person is None:
            person = Person(id=qid or self._own_id(name, country), name=name, country=country, origin=origin)
            self.people[person.id] = person
        person.gender = person.gender or gender
        self._learn(person, name, country, family)
        return person

    def _own_id(self, name: str, country: str | None) -> str:
        base = f"dl:person/{(country or 'int').lower()}/{name_key(name).replace(' ', '-')}"
        number, found = 1, base
        while found in self.people:
            number += 1
            found = f"{base}-{number}"
        return found

    def _learn(self, person: Person, name: str, country: str | None, family: str | None) -> None:
        person.aliases |= {name, *short_forms(name, country)}
        person.families |= families(name, country, family)
        for form in {name, *short_forms(name, country)}:
            self._by_name.setdefault((country, _name_set(form)), person.id)
        for surname in person.families:
            self._by_family[country, spelling_key(surname)].add(person.id)

    def _find(
        self, name: str, country: str | None, family: str | None, title: str, since: date | None, until: date | None
    ) -> Person | None:
        # An official of the UN or the EU may stand in another source under no country.
        homes = (country, None) if country in _BODIES else (country,)
        for home in homes:
            for form in [name, *sorted(short_forms(name, country))]:
                known = self._by_name.get((home, _name_set(form)))
                if known:
                    return self.people[known]
        office = (classify(title) or ("", "", 0))[0]
        tokens = _name_set(name)
        for surname in sorted(families(name, country, family)):
            key = spelling_key(surname)
            for id_ in sorted(self._by_family[country, key]):
                person = self.people[id_]
                if _shares_given(tokens, person, key, whole=country in WHOLE) or _shares_office(
                    person, office, since, until
                ):
                    return person
        return self._find_by_office(tokens, country, office, since)

    def _find_by_office(
        self, tokens: frozenset[str], country: str | None, office: str, since: date | None
    ) -> Person | None:
        """Find whoever took the same high office in the same weeks and shares a name (Azali / Azail Assoumani)."""
        if since is None or office not in _HIGH:
            return None
        for id_ in self._by_office[country, office]:
            person = self.people[id_]
            starts = [s.since for s in person.spells if s.office == office and s.since]
            if any(abs(day - since) < timedelta(days=60) for day in starts):
                if any(tokens & _name_set(alias) for alias in sorted(person.aliases)):
                    return person
        return None

    def give(self, person: Person, spell: Spell) -> None:
        """Add a spell to a person."""
        person.spells.append(spell)
        if spell.office in _HIGH and person.id not in self._by_office[spell.country, spell.office]:
            self._by_office[spell.country, spell.office].append(person.id)

    def join_doubles(self) -> int:
        """Join who stands under a name of our own with the one person of Wikidata of that name and country.

        Legislators are read after our own tables, so that a senator who became a minister stands twice until then.
        Two are one only when no more than `_CAREER` lie between their posts.
        """
        named: dict[tuple[str | None, frozenset[str]], list[str]] = defaultdict(list)
        for id_, person in self.people.items():
            if id_.startswith("Q"):
                named[person.country, _name_set(person.name)].append(id_)
        doubles = [(id_, p) for id_, p in sorted(self.people.items()) if not id_.startswith("Q")]
        joined = 0
        for id_, person in doubles:
            others = named.get((person.country, _name_set(person.name)), [])
            other = self.people[others[0]] if len(others) == 1 and len(_name_set(person.name)) > 1 else None
            if other is not None and _one_career(person, other):
                other.spells += person.spells
                other.aliases |= person.aliases
                other.families |= person.families
                other.gender, other.fame = other.gender or person.gender, max(other.fame, person.fame)
                del self.people[id_]
                joined += 1
        return joined


def _one_career(one: Person, two: Person) -> bool:
    days = [(s.since or s.until, s.until or s.since) for p in (one, two) for s in p.spells]
    if not all(a and b for a, b in days):
        return False
    first = [s.begins for s in one.spells], [s.begins for s in two.spells]
    return all(first) and abs(min(first[0]) - min(first[1])) < _CAREER


def _name_set(name: str) -> frozenset[str]:
    return frozenset(word for word in spelling_key(name).split() if word not in TITLES)


def _shares_given(tokens: frozenset[str], person: Person, family: str, *, whole: bool) -> bool:
    """Say whether two people of one family name share a given name; where it comes last, all of it ("Min-seok")."""
    own = tokens - set(family.split())
    other = _name_set(person.name) - set(family.split())
    if whole:
        return sorted("".join(sorted(own))) == sorted("".join(sorted(other)))
    return any(
        a == b or (min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a))) for a in own for b in other
    )


def _shares_office(person: Person, office: str, since: date | None, until: date | None) -> bool:
    if office not in _HIGH or since is None:
        return False
    return any(
        spell.office == office and spell.begins <= (until or since) + _GAP and since - _GAP <= spell.ends
        and (spell.since is None or abs(spell.since - since) < _NEAR)
        for spell in person.spells
    )  # fmt: skip


def make_spell(
    title: str, country: str | None, since: date | None, until: date | None, *,
    origin: str, priority: int, as_of: date | None, office: str | None = None, sectors: str | None = None,
) -> Spell | None:  # fmt: skip
    """Return a spell, or None for titles and dates that cannot be used.

    Args:
        title: The office in words.
        country: ISO 3166 alpha-3.
        since: First day, or None.
        until: Last day; None when the source gives no end.
        origin: Where it comes from.
        priority: Lower wins when sources differ.
        as_of: The last day for which the source holds an open end.
        office: Office class, where the source says so.
        sectors: Sectors, where the source says so.
    """
    found, country = classify(title), home_code(country)
    if found is None or (since and until and until < since):
        return None
    kind, sector, rank = _national(found, title, country)
    if office and office != kind:
        kind, rank = office, DEFAULT_RANK.get(office, rank)
        sector = OFFICE_SECTORS.get(office) or ("GOV" if sector in {"", "REL"} else sector)
    return Spell(
        country=country, title=title[:1].upper() + title[1:], office=kind, sectors=sectors or sector, rank=rank,
        since=since, until=until, stale_after=None if until else as_of, origin=origin, priority=priority,
    )  # fmt: skip


_CHIEF_SECRETARIES = frozenset({"USA", "GBR", "VAT"})


def _national(found: tuple[str, str, int], title: str, country: str | None) -> tuple[str, str, int]:
    """Correct classes by country: secretaries of state are junior ministers in most, foreign secretaries in two."""
    low = title.casefold()
    if low.startswith("secretary of state") and country not in _CHIEF_SECRETARIES:
        return "minister", "GOV", 25
    if country == "GBR" and low.startswith("minister ") and found[0] in {"foreign", "defence", "interior"}:
        return "minister", "GOV", 25
    if country == "IND" and low == "minister of foreign affairs":  # The extract's label for the Foreign Secretary.
        return "other", "GOV", 45
    if found[0] == "head_of_government" and "chief executive" in low and country not in {"HKG", "AFG"}:
        return "other", "GOV", 30
    return found


DEFAULT_RANK = {
    "head_of_state": 98, "head_of_government": 94, "foreign": 84, "defence": 80, "interior": 70, "finance": 68,
    "justice": 56, "military_chief": 60, "intelligence": 52, "police_chief": 46, "central_bank": 62, "speaker": 64,
    "party_leader": 64, "opposition_leader": 66, "spokesperson": 50, "envoy": 55, "igo_head": 92, "ambassador": 30,
    "governor": 40, "mayor": 38, "legislator": 15, "judge": 36, "prosecutor": 44, "minister": 38, "other": 40,
}  # fmt: skip


# What an office class of our own tables means whatever its title says: the leader of "Law and Justice" is no judge.
OFFICE_SECTORS = {
    "party_leader": "PTY", "opposition_leader": "PTY,OPP", "legislator": "LEG", "speaker": "LEG", "judge": "JUD",
    "military_chief": "MIL", "police_chief": "COP", "intelligence": "SPY",
}  # fmt: skip


def merge_spells(person: Person) -> None:
    """Join spells of one office that overlap or follow on, the better source deciding where they differ."""
    groups: dict[tuple[str | None, str, str], list[Spell]] = defaultdict(list)
    for spell in person.spells:
        groups[spell.country, spell.office, _same_post(spell)].append(spell)
    merged: list[Spell] = []
    for key in sorted(groups, key=str):
        run: list[Spell] = []
        for spell in sorted(groups[key], key=lambda s: (s.begins, s.priority, s.ends)):
            if run and spell.begins <= _stop(run[-1]) + _GAP:
                run[-1] = _join(run[-1], spell)
            else:
                run.append(spell)
        merged.extend(run)
    person.spells = sorted(merged, key=lambda s: (s.begins, s.office, s.title))


def _stop(spell: Spell) -> date:
    if spell.until or spell.stale_after is None:
        return min(spell.ends, date.max - _GAP)
    return spell.stale_after + _TRUST


def _same_post(spell: Spell) -> str:
    """Titles of the classes with one holder count as one post; others must be written alike."""
    key = single_key(spell.office, spell.rank, spell.title)
    return key.split(":")[0] if key else name_key(spell.title)


def _join(one: Spell, two: Spell) -> Spell:
    best, other = (one, two) if one.priority <= two.priority else (two, one)
    if best.priority == 1 and other.priority != 1:
        return replace(best, rank=max(one.rank, two.rank), origin=_origins(best.origin, other.origin))
    overlaps = other.begins <= best.ends and best.begins <= other.ends
    since = min(one.begins, two.begins)
    if overlaps and best.since and other.since and abs(best.since - other.since) < _NEAR:
        since = best.since
    if best.until is None and other.until is not None and (best.stale_after or date.min) < other.until:
        until, stale = other.until, None
    elif best.until is None or (other.until is None and other.begins <= best.ends + _GAP and other.stale_after
                                and other.stale_after > best.ends):  # fmt: skip
        until, stale = None, max(best.stale_after or date.min, other.stale_after or date.min)
        stale = None if stale == date.min else stale
    elif other.until is None or (overlaps and abs(best.until - other.until) < timedelta(days=120)):
        until, stale = best.until, None
    else:
        until, stale = max(best.until, other.until), None
    last = max(one, two, key=lambda s: s.begins)
    return Spell(
        country=best.country, title=last.title if best.priority == other.priority else best.title, office=best.office,
        sectors=best.sectors, rank=max(one.rank, two.rank), since=None if since == date.min else since, until=until,
        stale_after=stale, origin=_origins(best.origin, other.origin), priority=best.priority,
    )  # fmt: skip


def _origins(one: str, two: str) -> str:
    return "+".join(dict.fromkeys([*one.split("+"), *two.split("+")]))


def close_by_succession(people: People) -> int:
    """End open spells of one-holder posts when a successor takes over; return how many were ended."""
    posts: dict[tuple[str | None, str], list[tuple[Spell, str]]] = defaultdict(list)
    for person in people.people.values():
        for spell in person.spells:
            key = _post(spell)
            if key and "acting" not in spell.title.casefold():
                posts[spell.country, key].append((spell, person.id))
    closed = 0
    for spells in posts.values():
        spells.sort(key=lambda item: (item[0].begins, item[1]))
        for i, (spell, holder) in enumerate(spells):
            if spell.until is not None or spell.since is None or spell.priority == 1:
                continue
            later = [s for s, who in spells[i + 1 :] if who != holder and s.since and s.since > spell.since
                     and not (s.until and s.until < (spell.stale_after or date.min))]  # fmt: skip
            if later:
                spell.until = later[0].since
                if spell.stale_after and spell.until and spell.stale_after >= spell.until:
                    spell.stale_after = None
                closed += 1
    return closed


def settle(people: People) -> int:
    """Let our own table and precise dates decide who held a one-holder post; return how many spells were cut.

    Where a spell of our own table and one of another source say two holders for one day, the other source's gives way.
    An end that a source knows only to the year or month gives way to a successor whose first day is known.
    """
    cut = 0
    for spells in _by_post(people).values():
        own = [(s, who) for s, who in spells if s.priority == 1]
        for spell, holder in spells:
            if spell.priority != 1:
                cut += sum(_give_way(spell, other) for other, who in own if who != holder)
        for n, (spell, holder) in enumerate(spells):
            after = [s for s, who in spells[n + 1 :] if who != holder and s.since and s.since > spell.begins]
            if after and spell.until and _vague(spell.until) and after[0].since and _precise(after[0].since):
                if after[0].since < spell.until:
                    spell.until, cut = after[0].since, cut + 1
    for person in people.people.values():
        person.spells = [s for s in person.spells if s.begins <= s.ends]
    return cut


def _by_post(people: People) -> dict[tuple[str | None, str], list[tuple[Spell, str]]]:
    posts: dict[tuple[str | None, str], list[tuple[Spell, str]]] = defaultdict(list)
    for person in people.people.values():
        for spell in person.spells:
            key = _post(spell)
            if key and spell.since:
                posts[spell.country, key].append((spell, person.id))
    for spells in posts.values():
        spells.sort(key=lambda item: (item[0].begins, item[1]))
    return posts


def _give_way(spell: Spell, own: Spell) -> bool:
    """Cut a spell where our own table names somebody else; one that lies inside is emptied (its end before its start)."""
    if own.since is None or spell.since is None or not (own.begins < spell.ends and spell.begins < own.ends):
        return False
    if spell.begins < own.begins:
        spell.until, spell.stale_after = own.since, None
    elif own.until and spell.ends > own.until + _GAP:
        spell.since = own.until
    else:
        spell.until, spell.stale_after = spell.since - timedelta(days=1), None
    return True


def _vague(day: date) -> bool:
    return (day.month, day.day) == (12, 31) or (day + timedelta(days=1)).day == 1


def _precise(day: date) -> bool:
    return day.day != 1


def bound_snapshots(people: People) -> None:
    """End spells that only an old list knows (2011, 2019) two years after it, for nobody vouches for them later."""
    for person in people.people.values():
        for spell in person.spells:
            if spell.stale_after and spell.stale_after < date(2020, 1, 1) and spell.priority > 1:
                spell.until = min(spell.ends, spell.stale_after + _TRUST)


def _post(spell: Spell) -> str | None:
    """Return the key of a one-holder post; a disputed entity's posts are its own."""
    key = single_key(spell.office, spell.rank, spell.title)
    return f"{key}/PRE" if key and "PRE" in spell.sectors else key


def overlaps(people: People) -> list[str]:
    """Return lines that name two holders of one post at once for more than two months."""
    posts: dict[tuple[str | None, str], list[tuple[Spell, Person]]] = defaultdict(list)
    for person in people.people.values():
        for spell in person.spells:
            key = _post(spell)
            if key and spell.since and "acting" not in spell.title.casefold():
                posts[spell.country, key].append((spell, person))
    lines = []
    for (country, key), spells in sorted(posts.items(), key=str):
        spells.sort(key=lambda item: (item[0].begins, item[1].id))
        for (one, who), (two, whom) in zip(spells, spells[1:], strict=False):
            if who is not whom and one.ends - two.begins > timedelta(days=62):
                lines.append(f"{country} {key}: {_show(one, who)} / {_show(two, whom)}")
    return lines


def _show(spell: Spell, person: Person) -> str:
    return f"{person.name} [{spell.title}] {spell.since}..{spell.until or 'open'} ({spell.origin})"
