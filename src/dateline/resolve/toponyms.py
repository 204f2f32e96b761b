"""Place names in the text and the gazetteer records they mean."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.knowledge.domains import country_of_address
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.normalise import name_key
from dateline.model import Name, ParsedStory, Place, Story, Token, Toponym

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT"})
LOCATIVE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "around", "toward", "towards", "across"})
# Words beside a name that say what kind of place it is.
FEATURES = {
    "province": "A", "state": "A", "region": "AL", "district": "A", "governorate": "A", "prefecture": "A", "county": "A",
    "city": "P", "town": "P", "village": "P", "capital": "P", "river": "H", "sea": "H", "strait": "H", "island": "T",
    "lake": "H", "gulf": "H", "mountain": "T", "mount": "T", "peninsula": "TL",
}  # fmt: skip
# Words that call what they stand beside a place.
KINDS = frozenset(FEATURES) - {"mount", "gulf"} | {
    "suburb", "port", "municipality", "township", "hamlet", "neighbourhood", "neighborhood", "department", "valley",
    "settlement", "crossing", "islet", "atoll", "commune", "canton", "oblast",
}  # fmt: skip
# Where the places of a dateline end: at its agency or its dash.
BEHIND_PLACE = re.compile(r"\s*\(|\s+[-–—_]")
DIRECTIONS = re.compile(
    r"^(?:the\s+)?(?:(?:north|south|east|west|central|upper|lower|greater|downtown)(?:ern)?[\s-]+)+", re.IGNORECASE
)
# A capital of so many people is meant by a dateline before a bigger town of its name.
CAPITAL_SIZE = 100_000
NOT_PLACES = frozenset(
    {
        "earth",
        "moon",
        "the moon",
        "internet",
        "the internet",
        "congress",
        "parliament",
        "house",
        "senate",
        "gulf",
        "the gulf",
        "north",
        "south",
        "the north",
        "the south",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "the northeast",
        "the northwest",
        "the southeast",
        "the southwest",
        "upper house",
        "lower house",
    }
)


# Names that mean a capital or metropolis before the bigger unit of the same name.
CAPITALS_FIRST = frozenset({"washington", "new york", "mexico", "panama", "guatemala", "luxembourg", "djibouti"})
# How much bigger a namesake must be before a mere country in common no longer outweighs it ("Paris, Texas").
FAMOUS = 60
# A province or capital of so many people is one also where the parser calls it a person.
KNOWN = 300_000
# What each other name of the story near a place adds, at most twice.
# What speaks for a region of several countries against a province of its name: "the Sahel".
REGION = 4.5
COMPANY = 0.9
# Names with more namesakes than this lie near everything.
MANY = 25


@dataclass(frozen=True, slots=True)
class _Focus:
    """What a story is about: countries, and first-level units as (country, unit)."""

    countries: Counter[str]
    units: Counter[tuple[str, str]]
    around: dict[tuple[int, int], frozenset[str]]


@dataclass(frozen=True)
class _Candidate:
    first: int
    last: int
    text: str
    places: tuple[Place, ...]

    @cached_property
    def largest(self) -> int:
        """The population of the largest place of this name."""
        return max((p.population for p in self.places), default=0)


@dataclass(frozen=True, slots=True)
class _Holders:
    """Units (folded names) and countries that are named right after a place name."""

    units: set[str]
    countries: set[str]


def find_toponyms(parsed: ParsedStory, gazetteer: Gazetteer, *, home: str | None = None) -> tuple[Toponym, ...]:
    """Return the toponyms of a story, each with the place that fits it best; `home` is its dateline's country.

    Names that the parser takes for places, and other names that stand where a place stands ("in Izmir"), are looked up.
    Among places of one name the story decides: countries it names, the country of its dateline, a region or state that
    follows the name ("Paris, Texas"), words such as "province", and, least, population.
    """
    candidates = list(_candidates(parsed, gazetteer))
    focus, holders = _focus(parsed, candidates, home), _holders(parsed, candidates)
    return tuple(_decide(parsed, candidate, holders, focus) for candidate in candidates)


def resolve_span(parsed: ParsedStory, start: int, end: int, gazetteer: Gazetteer) -> Place | None:
    """Return the place that the characters `[start, end)` mean in their story, whatever the parser calls them."""
    inside = [t for t in parsed.tokens if t.start < end and start < t.end]
    if not inside:
        return None
    text = parsed.story.text[start:end]
    own = _Candidate(inside[0].i, inside[-1].i + 1, text, look_up(text, gazetteer))
    candidates = [c for c in _candidates(parsed, gazetteer) if c.last <= own.first or c.first >= own.last]
    home = home_country(parsed.story, gazetteer)
    holders, focus = _holders(parsed, [*candidates, own]), _focus(parsed, candidates, home)
    if own.places:
        return _decide(parsed, own, holders, focus).place
    beside = _beside(parsed, own, candidates)
    return _decide(parsed, beside, holders, focus).place if beside else None


def _beside(parsed: ParsedStory, own: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate | None:
    """Return the place by which one that no gazetteer holds is placed: named after it, else nearest to it.

    "Tarn Hospital in Columbia" lies in Columbia; a village of a report about Karak lies there.
    """
    known = [c for c in candidates if c.places]
    sentence = parsed.tokens[own.first].sent
    after = next((c for c in known if own.last <= c.first <= own.last + 4), None)
    if after is not None and parsed.tokens[after.first].sent == sentence:
        return after
    return min(known, key=lambda c: (parsed.tokens[c.first].sent != sentence, abs(c.first - own.first)), default=None)


def home_country(story: Story, gazetteer: Gazetteer) -> str | None:
    """Return the country of the dateline's place: "SUNNYVALE, Calif." is in the United States.

    Args:
        story: A story; without a dateline it has none.
        gazetteer: Where places are looked up.
    """
    fact = story.dateline
    if fact is None or not fact.place:
        return None
    name = fact.place.split(",")[0]
    places = look_up(name, gazetteer)
    # Of several towns of one name a dateline without a state means the capital, unless that is its old name.
    capitals = (
        p
        for p in places
        if p.feature_code == "PPLC" and p.population >= CAPITAL_SIZE and not is_old_name(p, name, places)
    )
    place = next(capitals, places[0] if places else None)
    return unit_country(story, gazetteer) or (place.country or None if place else None)


def is_old_name(place: Place, name: str, places: Sequence[Place]) -> bool:
    """Say whether a place is called otherwise today and another city bears the name: Amman for "Philadelphia"."""
    own = name_key(name)
    others = (p for p in places if name_key(p.name) == own and p.population >= CAPITAL_SIZE)
    return name_key(place.name) != own and any(True for _ in others)


def unit_country(story: Story, gazetteer: Gazetteer) -> str | None:
    """Return the country of the state or province that a dateline writes behind its place: "SUNNYVALE, Calif.".

    Args:
        story: A story; without a dateline it has none.
        gazetteer: Where units are looked up.
    """
    unit = dateline_unit(story, gazetteer)
    return (unit.country or None) if unit is not None else None


def dateline_unit(story: Story, gazetteer: Gazetteer) -> Place | None:
    """Return the state or province that a dateline writes behind its place: California of "SUNNYVALE, Calif.".

    Args:
        story: A story; without a dateline it has none.
        gazetteer: Where units are looked up.
    """
    fact = story.dateline
    if fact is None or not fact.place:
        return None
    written = fact.span.of(story.text) if fact.span else fact.place
    for part in (part.strip() for part in BEHIND_PLACE.split(written)[0].split(",")[1:3]):
        units = [p for p in gazetteer.lookup(part) if p.feature_code in {"PCLI", "ADM1"}] if part else []
        if units:
            return units[0]
    return None


def _candidates(parsed: ParsedStory, gazetteer: Gazetteer) -> Iterator[_Candidate]:
    end = 0
    for name in parsed.names:
        if name.first < end:
            continue
        if name.label not in PLACE_LABELS | OTHER_LABELS:
            continue
        first, last = name.first, name.last
        while first < last - 1 and parsed.tokens[first].lemma in {"the", "a"}:
            first += 1
        while last > first + 1 and parsed.tokens[last - 1].tag == "POS":
            last -= 1
        last = end = _joined(parsed, first, last, gazetteer)
        text = parsed.span(first, last).of(parsed.story.text)
        kind = _told_kind(parsed, first, last)
        other = name.label in OTHER_LABELS
        if other and not (kind or _locative(parsed, first, last) or _well_known(name, text, gazetteer)):
            continue
        places = look_up(text, gazetteer)
        if text.lower() in NOT_PLACES or _initials_only(text, places) or (other and not places and not kind):
            continue
        yield _Candidate(first, last, text, places)
    yield from _unlabelled(parsed, gazetteer)


def _joined(parsed: ParsedStory, first: int, last: int, gazetteer: Gazetteer) -> int:
    """Return where a name ends that a hyphen cuts for the parser: "Guinea-Bissau", where the gazetteer has the whole."""
    hyphen = parsed.tokens[last : last + 2]
    if [t.text == "-" for t in hyphen] != [True, False] or hyphen[1].pos != "PROPN":
        return last
    whole = parsed.span(first, last + 2).of(parsed.story.text)
    return last + 2 if " " not in whole and gazetteer.lookup(whole) else last


def _unlabelled(parsed: ParsedStory, gazetteer: Gazetteer) -> Iterator[_Candidate]:
    """Yield places that the parser names nothing: those called a town or village, and known ones that something is in."""
    named = {i for name in parsed.names for i in range(name.first, name.last)}
    loose = {t.i: t for t in parsed.tokens if t.pos == "PROPN" and t.i not in named and t.text[:1].isupper()}
    for token in loose.values():
        if token.dep in {"compound", "nmod"} and token.head in loose:
            continue
        first = token.i
        while first - 1 in loose and loose[first - 1].head == token.i:
            first -= 1
        text = parsed.span(first, token.i + 1).of(parsed.story.text)
        if text.isupper() or text.lower() in NOT_PLACES:
            continue
        kind = _told_kind(parsed, first, token.i + 1)
        places = look_up(text, gazetteer) if kind or _locative(parsed, first, token.i + 1) else ()
        if kind or places:
            yield _Candidate(first, token.i + 1, text, places)


def _told_kind(parsed: ParsedStory, first: int, last: int) -> bool:
    """Say whether the words around a name call it a place: "the town of Djibo", "Rakhine state", "Warabe, a village"."""
    head = _head(parsed, first, last)
    above = parsed.head(head)
    if head.dep == "pobj" and above.lemma == "of":
        return parsed.head(above).lemma in KINDS and parsed.head(above).pos == "NOUN"
    if head.dep in {"compound", "nmod"} and above.i == last:
        return above.lemma in KINDS and above.text.islower() and above.dep != "compound"  # not "state television"
    return any(c.lemma in KINDS and c.pos == "NOUN" for c in parsed.children(head, "appos"))


def look_up(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the places of a name, or of the name without its direction or kind of unit, the most likely first."""
    for form in (
        text,
        DIRECTIONS.sub("", text),
        re.sub(r"\s+(?:city|province|state|region|district|county)$", "", text, flags=re.IGNORECASE),
        f"{text} City",
    ):
        found = gazetteer.lookup(form) if form else ()
        if found:
            return found
    return ()


def _initials_only(text: str, places: Sequence[Place]) -> bool:
    """Say whether two or three capitals are a body's initials ("UN", "IMF") and no state, unit or place of our own."""
    letters = text.replace(".", "")
    short = letters.isupper() and len(letters) <= 3
    best = places[0] if places else None
    return short and not (best and (best.feature_code in {"PCLI", "ADM1"} or best.geonameid is None))


def _well_known(name: Name, text: str, gazetteer: Gazetteer) -> bool:
    """Say whether a name that the parser took for a body or a person is a state, province or capital of that name."""
    places = gazetteer.lookup(text) if name.label != "NORP" else ()
    if not places:
        return False
    unit = places[0].feature_code in {"PCLI", "ADM1", "PPLC"} and places[0].population > KNOWN
    return unit and places[0].name.casefold() == text.casefold()


def _locative(parsed: ParsedStory, first: int, last: int) -> bool:
    head = _head(parsed, first, last)
    above = parsed.head(head)
    return head.dep == "pobj" and above.lemma in LOCATIVE and last - first <= 2


def _head(parsed: ParsedStory, first: int, last: int) -> Token:
    inside = parsed.tokens[first:last]
    return next((t for t in inside if not first <= t.head < last or t.head == t.i), inside[-1])


def _focus(parsed: ParsedStory, candidates: Sequence[_Candidate], home: str | None) -> _Focus:
    """Count the countries and units that the story is about: named as such, and by places that leave no doubt."""
    counts: Counter[str] = Counter()
    units: Counter[tuple[str, str]] = Counter()
    for candidate in candidates:
        if candidate.places and candidate.places[0].feature_code == "PCLI":
            counts[candidate.places[0].country] += 2
        elif len({p.country for p in candidate.places}) == 1:
            counts[candidate.places[0].country] += 1
        unit = next((p for p in candidate.places if p.feature_code == "ADM1"), None)
        if unit is not None and _names_unit(parsed, candidate, unit):
            units[unit.country, unit.name] += 2
            counts[unit.country] += 1
        elif len(candidate.places) == 1 and candidate.places[0].admin1:
            units[candidate.places[0].country, candidate.places[0].admin1] += 1
    publisher = country_of_address(parsed.story.url)
    if publisher:
        counts[publisher] += 2
    if home:
        counts[home] += 2
    return _Focus(counts, units, _neighbours(candidates))


def _neighbours(candidates: Sequence[_Candidate]) -> dict[tuple[int, int], frozenset[str]]:
    """Return which names of the story may lie in each square of one degree, those with few namesakes only."""
    found: dict[tuple[int, int], set[str]] = {}
    for candidate in candidates:
        if len(candidate.places) <= MANY:
            for place in candidate.places:
                if place.feature_class in {"P", "S"} or place.feature_code == "ADM2":
                    found.setdefault(_square(place), set()).add(candidate.text.casefold())
    return {square: frozenset(names) for square, names in found.items()}


def _square(place: Place) -> tuple[int, int]:
    return math.floor(place.latitude), math.floor(place.longitude)


def _company(candidate: _Candidate, place: Place, focus: _Focus) -> int:
    """Count the other names of the story that may lie near a place: Enfield and Tottenham beside one Edmonton."""
    row, column = _square(place)
    names = {n for dy in (-1, 0, 1) for dx in (-1, 0, 1) for n in focus.around.get((row + dy, column + dx), ())}
    return len(names - {candidate.text.casefold()})


def _names_unit(parsed: ParsedStory, candidate: _Candidate, unit: Place) -> bool:
    """Say whether a name means a state or province: no big town bears it, or it stands after a town ("London, Ky.")."""
    before = parsed.tokens[candidate.first - 1].text if candidate.first else ""
    after = parsed.tokens[candidate.last].text if candidate.last < len(parsed.tokens) else ""
    if "." in candidate.text or (after == "." and len(candidate.text) < 6):
        return before == "," or candidate.text.count(".") > 1
    if candidate.text.casefold() in CAPITALS_FIRST:
        return after.casefold() == "state"
    largest = max((p.population for p in candidate.places if p.feature_class == "P"), default=0)
    return largest < unit.population / 4


def _decide(parsed: ParsedStory, candidate: _Candidate, holders: Mapping[str, _Holders], focus: _Focus) -> Toponym:
    near = FEATURES.keys() & {t.lemma for t in parsed.tokens[max(0, candidate.first - 3) : candidate.last + 2]}
    places = enumerate(candidate.places[:40])
    scored = sorted(((_score(parsed, candidate, place, holders, focus, near), -n) for n, place in places), reverse=True)
    best = candidate.places[-scored[0][1]] if scored else None
    margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 1.0
    head = _head(parsed, candidate.first, candidate.last)
    return Toponym(
        first=candidate.first,
        last=candidate.last,
        head=head.i,
        span=parsed.span(candidate.first, candidate.last),
        place=best,
        score=round(max(0.05, min(1.0, 0.5 + margin / 4)), 3) if best else 0.0,
        reason=_reason(best, focus, len(candidate.places)),
    )


def _reason(place: Place | None, focus: _Focus, count: int) -> str:
    if place is None:
        return "not in the gazetteer"
    if count == 1:
        return "the only place of this name"
    return "in a country that the story names" if focus.countries[place.country] else "the largest place of this name"


def _score(
    parsed: ParsedStory,
    candidate: _Candidate,
    place: Place,
    holders: Mapping[str, _Holders],
    focus: _Focus,
    near: set[str],
) -> float:
    score = math.log10(place.population + 10) / 2.2
    if place.feature_code == "PCLI":
        score += 6.0
    if place.feature_code in {"CONT", "RGN", "ADM1", "PPLC"} or place.feature_class in {"L", "H"}:
        score += 1.6
    if place.feature_code == "RGN" and not place.country:
        score += REGION
    if place.geonameid is not None and place.geonameid < 0:
        score += 0.5
    near_unit = focus.units[place.country, place.admin1 or ""] if place.feature_code != "ADM1" else 0
    dwarfed = candidate.largest > FAMOUS * (place.population + 1000) and not near_unit
    told = focus.countries.get(place.country, 0) if place.country else 0
    if told:
        total = sum(focus.countries.values())
        score += (1.0 if dwarfed else 3.2) * min(1.0, told / max(3.0, 0.4 * total))
    score += 1.5 * min(1.0, near_unit / 2)
    if place.feature_class in {"P", "S"} or place.feature_code == "ADM2":
        score += COMPANY * min(2, _company(candidate, place, focus))
    if place.feature_code == "ADM1" and _names_unit(parsed, candidate, place):
        score += 2.0
    elif place.feature_code == "ADM1" and candidate.text.casefold() in CAPITALS_FIRST:
        score -= 3.0
    score += _container(place, holders[candidate.text.casefold()])
    score += sum(0.8 for word in near if place.feature_class in FEATURES[word])
    if name_key(place.name) == name_key(candidate.text):  # reports leave accents out: "Nis" is written so, Nice is not
        score += 0.4
    return score


def _container(place: Place, holders: _Holders) -> float:
    """Weigh a container named right after: "Paris, Texas", "Marawi in the southern Philippines"."""
    if place.admin1 and place.admin1.casefold() in holders.units:
        return 4.0
    return 3.0 if place.country in holders.countries else 0.0


def _holders(parsed: ParsedStory, candidates: Sequence[_Candidate]) -> dict[str, _Holders]:
    """Return, by name, the units and countries that follow the name anywhere in the story; read once a story."""
    starts: dict[int, int] = {}
    for n, candidate in enumerate(candidates):
        starts.setdefault(candidate.first, n)
    found: dict[str, _Holders] = {}
    for candidate in candidates:
        holders = found.setdefault(candidate.text.casefold(), _Holders(set(), set()))
        near = (starts[at] for at in range(candidate.last, candidate.last + 5) if at in starts)
        number = min(near, default=None)
        if number is not None and _holds(parsed, candidate, candidates[number]):
            places = candidates[number].places
            holders.units.update(p.name.casefold() for p in places if p.feature_class == "A")
            holders.countries.update(p.country for p in places[:1] if p.feature_code == "PCLI")
    return found


def _holds(parsed: ParsedStory, candidate: _Candidate, following: _Candidate) -> bool:
    if parsed.tokens[following.first].sent != parsed.tokens[candidate.first].sent:
        return False
    between = {t.lemma for t in parsed.tokens[candidate.last : following.first]}
    return bool(between & {",", "in", "(", "of"})
