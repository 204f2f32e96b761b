"""Which people "both leaders" and "the two men" are: the last ones named, each of a land of his own."""

from __future__ import annotations

from dateline.resolve.cast import Character
from dateline.resolve.groups.pair_doers import doers
from dateline.resolve.groups.pair_phrases import Members, Several

# As which a pair has something done to it.
SUFFERING = frozenset({"dobj", "nsubjpass"})
# Who run against one another at home, and all who may be of one land.
RUNNING = frozenset({"candidate", "nominee", "contender", "rival", "finalist", "hopeful", "contestant"})
PERSONS = frozenset({"man", "woman"})
ALIKE = RUNNING | PERSONS


def people_of(several: Several) -> Members | None:
    """Return the people that a phrase means, and their lands; nobody where too few were named, None for no people.

    Args:
        several: The phrase that means them: people for "leaders", whichever is nearer for "sides".
    """
    lemma = _called(several)
    people = _last_named(several, lemma) if lemma not in several.words.pair_countries else []
    complete = len(people) == several.size
    if lemma in RUNNING:
        return (people if complete else [], ())  # candidates are of one land
    if complete and (lemma in several.words.pair_persons or _nearer(people, several)):
        return people, lands(people)
    return ([], ()) if lemma in PERSONS else None  # "the three men" are no three countries


def lands(people: list[Character]) -> tuple[str, ...]:
    """Return the lands of some characters, each once."""
    return tuple(dict.fromkeys(c.resolution.country for c in people if c.resolution and c.resolution.country))


def _called(several: Several) -> str:
    """Return what those meant are called; a pair that is arrested is two people."""
    done_to = several.syntax.tokens[several.at].dep in SUFFERING
    return "man" if several.lemma in several.words.pair_single and done_to else several.lemma


def _last_named(several: Several, lemma: str) -> list[Character]:
    """Return the people named last, at most as many as are meant, each of another land but for men and candidates."""
    found: list[Character] = []
    telling = doers(several.syntax, several.at)
    for character in several.cast.recent_before(several.at):
        if not character.person or character.latest.plural or character.resolution is None:
            continue
        if any(d.head in telling for d in character.drafts):
            continue  # whoever telephones "both leaders" is neither
        code = character.resolution.country
        if lemma not in ALIKE and (code is None or code in {c.resolution.country for c in found if c.resolution}):
            continue
        found.append(character)
        if len(found) == several.size:
            break
    return found


def _nearer(people: list[Character], several: Several) -> bool:
    """Say whether the people were named after the last pair of countries."""
    at, before = several.at, several.cast.recent_before(several.at)
    oldest = min(max(d.head for d in c.drafts if d.head < at) for c in people)
    lands = [c for c in before if c.resolution and c.resolution.rule == "country name" and not c.person]
    if len(lands) < 2:
        return True
    return oldest > max(d.head for d in lands[1].drafts if d.head < at)
