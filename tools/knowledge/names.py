"""Family names and aliases of people, from their full names."""

from __future__ import annotations

from dateline.knowledge.normalise import name_key

FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "HKG", "VNM", "KHM", "MAC"})
# Where a name's first and last word do not make a short form of it ("Aung San Suu Kyi" is no "Aung Kyi").
WHOLE = FAMILY_FIRST | {"MMR", "LAO", "THA", "BTN"}
GIVEN_NAME_USED = frozenset({"ETH", "ERI", "THA", "LAO", "MYS", "IDN", "BGD", "ISL", "VNM", "SOM", "MMR", "BTN", "TUR"})
HISPANIC = frozenset(
    [
        "ESP",
        "MEX",
        "ARG",
        "COL",
        "PER",
        "CHL",
        "VEN",
        "ECU",
        "BOL",
        "PRY",
        "URY",
        "CUB",
        "DOM",
        "GTM",
        "HND",
        "NIC",
        "SLV",
        "CRI",
        "PAN",
        "GNQ",
        "BRA",
        "PRT",
    ]
)
# Given names that come second of two ("Juan Carlos Pinzon"): no first surname.
SECOND_GIVEN = frozenset(
    [
        "alberto",
        "alejandro",
        "alfonso",
        "alfredo",
        "andres",
        "angel",
        "antonio",
        "armando",
        "arturo",
        "augusto",
        "carlos",
        "cesar",
        "daniel",
        "david",
        "eduardo",
        "enrique",
        "ernesto",
        "felipe",
        "fernando",
        "francisco",
        "gabriel",
        "gerardo",
        "gonzalo",
        "guillermo",
        "gustavo",
        "hector",
        "hugo",
        "ignacio",
        "isabel",
        "ivan",
        "jaime",
        "javier",
        "jesus",
        "joaquin",
        "jorge",
        "jose",
        "juan",
        "julio",
        "leon",
        "lucia",
        "luis",
        "luz",
        "manuel",
        "marcos",
        "maria",
        "mario",
        "martin",
        "mauricio",
        "miguel",
        "nicolas",
        "oscar",
        "pablo",
        "patricia",
        "pedro",
        "pilar",
        "rafael",
        "ramon",
        "raul",
        "ricardo",
        "roberto",
        "rodrigo",
        "rosa",
        "santiago",
        "sergio",
        "teresa",
        "tomas",
        "vicente",
        "victor",
    ]
)
PARTICLES = frozenset(
    [
        "al",
        "el",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "les",
        "los",
        "bin",
        "ben",
        "ibn",
        "abu",
        "abou",
        "bint",
        "ould",
        "st",
        "saint",
        "mac",
        "mc",
        "ter",
        "ten",
        "af",
        "zu",
        "y",
        "san",
        "santa",
        "ul",
        "as",
        "ash",
        "e",
    ]
)
TITLES = frozenset(
    [
        "sir",
        "dr",
        "mr",
        "mrs",
        "ms",
        "dame",
        "lord",
        "lady",
        "baroness",
        "general",
        "gen",
        "lt",
        "col",
        "colonel",
        "maj",
        "major",
        "admiral",
        "adm",
        "prof",
        "professor",
        "sheikh",
        "shaikh",
        "king",
        "queen",
        "prince",
        "princess",
        "emir",
        "sultan",
        "pope",
        "ret",
        "capt",
        "captain",
        "brig",
        "marshal",
        "field",
        "cdr",
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "hon",
        "rev",
        "don",
        "dona",
        "dato",
        "datuk",
        "tun",
        "tan",
        "sri",
        "haji",
        "hajj",
        "sayyid",
        "gran",
        "grand",
        "duke",
        "viscount",
        "earl",
        "honourable",
        "president",
        "senator",
    ]
)


def families(name: str, country: str | None, marked: str | None = None) -> set[str]:
    """Return the family names under which the press may call somebody.

    Args:
        name: Full name.
        country: ISO 3166 alpha-3; it decides whether the family name comes first.
        marked: The family name where the source marks it.
    """
    if marked:
        return {marked, *_with_particles(name_key(name).split(), name_key(marked).split()[-1])}
    words = [word for word in name_key(name).split() if word not in TITLES]
    if not words:
        return set()
    found: set[str] = set()
    if country in FAMILY_FIRST and len(words) <= 3:
        found.add(words[0])
        if country in {"VNM", "KHM"}:
            found.add(words[-1])
        return found
    found |= _with_particles(words, words[-1])
    if country in GIVEN_NAME_USED:
        found.add(words[0])
    if country in HISPANIC and len(words) >= 3 and words[-2] not in SECOND_GIVEN:
        found |= {words[-2], " ".join(words[-2:])}
    return {word for word in found if len(word) > 1 and word not in PARTICLES}


def _with_particles(words: list[str], last: str) -> set[str]:
    """Return a family name alone and with the particles before it (`assad`, `al assad`; `leyen`, `von der leyen`)."""
    found = {last}
    if last not in words:
        return found
    start = len(words) - 1 - words[::-1].index(last)
    first = start
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    if first < start:
        found.add(" ".join(words[first : start + 1]))
    return found


def short_forms(name: str, country: str | None) -> set[str]:
    """Return shorter forms of a full name: without titles, initials or middle names."""
    words = name.replace(",", " ").split()
    kept = [word for word in words if name_key(word) not in TITLES] or words
    found = {" ".join(kept)}
    if len(kept) >= 3:
        plain = [word for word in kept if len(word.strip(".")) > 1]
        found.add(" ".join(plain))
        lower = [name_key(word) for word in plain]
        if country not in WHOLE and not any(word in PARTICLES for word in lower[:-1]) and len(plain) >= 3:
            found.add(f"{plain[0]} {plain[-1]}")
            if country in HISPANIC and name_key(plain[-2]) not in SECOND_GIVEN:
                found.add(f"{plain[0]} {plain[-2]}")
        elif len(plain) > 3 and lower[-2] in PARTICLES and lower[1] not in PARTICLES:
            found.add(f"{plain[0]} {plain[-2]} {plain[-1]}")
    return {form for form in found if " " in form}
