"""Descriptions: "three Turkish soldiers", "the defence minister", "members of the council" to country and sectors."""

from __future__ import annotations

from datetime import date

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import STATES_TOGETHER
from dateline.knowledge.nouns import SectorHit
from dateline.model import EntityKind, Resolution
from dateline.resolve.descriptions.described import ARMS, NGO, PARTY_POSTS, Profile
from dateline.resolve.pieces.link import LEFT, Linker, left_office
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

# What is said of somebody of whom nothing is known.
NOBODY = ("UNK",)
# Sectors of armed men whose side only a name tells; the named group's sector beats them.
WEAK = frozenset({"UAF", "UNK", "CVL", "REB", "OPP"})
# Bodies whose employees belong to them whatever their trade: "army accountant", "police doctor".
EMPLOYERS = frozenset({"MIL", "COP", "SPY", "GOV", "JUD", "LEG", "PTY", "REB"})
# Organs that every state has: without a country they are those of the country the story is about.
ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
# Of these, the ones that act where things happen.
LOCAL = frozenset({"COP", "JUD"})
# Bands of a people whose side nothing tells: "Kurdish units".
ARMED = ("UAF",)
# Who heads a body, by the last word of the post.
HEADS = frozenset({"director", "president", "chairman", "chairwoman", "head", "chief", "executive", "secretary"})
# Men in arms on no state's side.
FIGHTING = frozenset({("UAF",), ("REB",), ("PRM",)})
# Offices of which a country has one, so that the office alone names the holder.
SINGLE = frozenset({"head_of_state", "head_of_government", "foreign", "defence", "interior", "finance", "central_bank"})


def sectors_of(hit: SectorHit, lemma: str, profile: Profile, words: ActorWords) -> tuple[str, ...]:
    """Return the sectors of a described actor, primary first.

    Args:
        hit: What the base says of the head noun.
        lemma: The head noun.
        profile: The words around it.
        words: The shipped word lists.
    """
    head = lemma.split()[-1]
    own = hit.sectors
    before = _before(profile, own, words)
    if profile.led and head in words.definites["led"]:
        return ("MIL",)
    if profile.employer and profile.employer.sectors and not profile.employer_person:
        body = _body_sectors(profile.employer, head, words)
        arms = body[:1] in ARMS and own == ("GOV",) and not hit.office
        of_another_kind = bool(hit.office) and ORGANS.isdisjoint(body)  # "the president of the students' league"
        of_another_kind = of_another_kind and (body[:1] != ("PTY",) or hit.office in PARTY_POSTS)
        of_another_kind = of_another_kind and body != ("CVL",)  # "the first Kurdish head of state" rules
        armed = body == ("CVL",) and own != ("CVL",) and bool(own)  # "Kurdish rebels" are no mere people
        armed = armed or (body[:1] == ("REL",) and own[:1] in FIGHTING)
        # "The wives of fighters" do not fight.
        people = head in words.plain or head in words.kin
        weak = set(own) <= WEAK and not people and not armed and not (own and body == NOBODY)
        takes = hit.inherits_employer or head in words.relational
        band = body[:1] in FIGHTING and own[:1] == ("MIL",)  # "the forces of the Front"
        if (takes and not armed) or not own or weak or of_another_kind or arms or band:
            own = ARMED if body == ("CVL",) and not own and head in words.definites["bands"] else body
    elif before[:1] == ("REL",) and own[:1] in FIGHTING:
        pass  # "Sunni militants" are no clerics
    elif before and (hit.inherits_employer or (head in words.relational and not hit.office)):
        own = before
    elif before and set(before) & EMPLOYERS and not set(own) & EMPLOYERS:
        own = before if hit.kind == "person" else own
    elif profile.employer and profile.employer_person and hit.kind != "institution" and _takes(hit, head, words):
        # Followers of a man out of office are plain people, who want him back.
        followers = ("CVL", "OPP") if head in words.definites["followers"] else ("CVL",)
        held = profile.employer.sectors or (("CVL",) if head in words.definites["followers"] else ())
        own = own or followers if "ELI" in profile.employer.sectors else held or own
    return _whatever_else(own, hit, head, profile, words)


def _whatever_else(
    own: tuple[str, ...], hit: SectorHit, head: str, profile: Profile, words: ActorWords
) -> tuple[str, ...]:
    """Return what is left to say of sectors: who serves a land, who held a post, who only works or follows."""
    before = _before(profile, hit.sectors, words)
    unknown = profile.employer is not None and profile.employer.rule.startswith("unknown")
    if not own and unknown and head in words.companies["managers"]:
        return ("BUS",)  # "chairman of Roe": of a body of which nothing else is told
    if (
        not own
        and (hit.inherits_employer or head in words.state)
        and (profile.country or profile.employer or profile.regional)
    ):
        own = ("GOV",) if profile.country != NGO else ("SOC",)
    if profile.employer and not profile.employer.sectors and profile.employer.country == NGO and own == ("GOV",):
        own = ("SOC",)  # "the FIFA president"
    own = _of_employer(own, head, profile, words)
    if own[:1] == ("BUS",) and head in HEADS and profile.employer and profile.employer.country in STATES_TOGETHER:
        own = ("GOV",)  # "the IMF's managing director"
    if profile.former and left_office(own) == LEFT and hit.kind in {"person", "office"}:
        return ("CVL",) if head in words.many else LEFT
    if not own and head in words.definites["employed"]:
        return ("LAB",)
    if not own and head in words.definites["followers"]:
        return ("CVL",)  # of whom nobody says whom they follow
    if not own and not (profile.country or profile.place or profile.employer):
        return ("UNK",)  # "the occupiers": somebody, and nothing says who
    return own + tuple(s for s in before if s == "OPP" and s not in own)


def _of_employer(own: tuple[str, ...], head: str, profile: Profile, words: ActorWords) -> tuple[str, ...]:
    """Return what some trades are by whom they serve: UN monitors, a party's pollsters, an airline's workers."""
    employer = profile.employer
    if head == "instructor" and profile.countries:
        return ("MIL",)  # "Peruvian instructors"
    if employer is None:
        return own
    if profile.employer_person:
        ruling = employer.entity is not None and employer.sectors[:1] in {("GOV",), ("ELI",)}
        return ("ELI",) if ruling and head in words.kin else own  # "the president's brother"
    if own[:1] == ("SOC",) and employer.sectors[:1] == ("PTY",):
        return ("PTY",)  # "a Democratic pollster"
    if own[:1] == ("BUS",) and head in {"worker", "pilot"}:
        return ("LAB",)  # "Roe Airlines workers"
    if own[:1] == ("SOC",) and employer.country in STATES_TOGETHER:
        return employer.sectors or ("GOV",)  # "UN monitors"
    return own


def _body_sectors(employer: Resolution, head: str, words: ActorWords) -> tuple[str, ...]:
    """Return the sectors of a body; a people's officials rule, whatever the people are: "Kurdish officials"."""
    people = employer.entity is not None and employer.entity.kind is EntityKind.GROUP
    return ("GOV",) if people and employer.sectors == ("CVL",) and head in words.state else employer.sectors


def _takes(hit: SectorHit, head: str, words: ActorWords) -> bool:
    """Say whether a noun takes its sectors from whom it belongs to."""
    return hit.inherits_employer or head in words.relational


def _before(profile: Profile, own: tuple[str, ...], words: ActorWords) -> tuple[str, ...]:
    for piece in reversed(profile.nouns):
        if own[:1] == ("MIL",) and piece.lemma in words.definites["led"]:
            continue  # "a coalition commander" is of no coalition of parties
        if piece.noun and piece.noun.sectors and not piece.noun.inherits_employer:
            return piece.noun.sectors
    return ()


def describe(
    phrase: Phrase,
    hit: SectorHit,
    lemma: str,
    profile: Profile,
    syntax: Syntax,
    words: ActorWords,
) -> Resolution:
    """Return what a description says by itself, without the rest of the story."""
    sectors = sectors_of(hit, lemma, profile, words)
    many = lemma.split()[-1] in words.definites["ruling"] and syntax.plural(phrase.head)
    if sectors == NOBODY and many:
        sectors = ("GOV",)  # "leaders sent messages": of whom nobody says whom they lead
    country = None if profile.regional and profile.possessed else profile.country or profile.place
    score = 0.75 if profile.countries else 0.7 if country else 0.4
    rule = "demonym + noun" if profile.countries else "body + noun" if profile.employer else "noun"
    if profile.place and not profile.country:
        rule = "noun in a place"
    entity = (
        profile.employer.entity if profile.employer and not profile.employer_person and not profile.countries else None
    )
    return Resolution(
        name=syntax.words(phrase.first, profile.last),
        entity=entity if hit.inherits_employer or set(hit.sectors) <= WEAK else None,
        country=country,
        sectors=sectors,
        score=score,
        rule=rule,
        countries=tuple(profile.countries) if len(profile.countries) > 1 else (),
    )


def holder(
    hit: SectorHit, profile: Profile, country: str | None, linker: Linker, on: date | None, *, exact: bool
) -> Resolution | None:
    """Return the holder of an office named with its country, or None.

    `exact` says that the phrase is singular and definite, so that it means one person.
    """
    if profile.employer and not profile.employer_person and "GOV" not in profile.employer.sectors:
        return None
    if not exact or not hit.office or not country or profile.former or profile.future or profile.joined:
        return None
    if hit.office not in SINGLE or profile.lesser:
        return None
    role = linker.holder(country, hit.office, on)
    return linker.office(role, profile.hints(()), on) if role else None
