"""Bodies named by a plain noun alone that tell or decide something: "the panel said", "Tarn management refused".

Such nouns name things as often as actors, so that they are read only as what acts: the subject of a verb of telling or
deciding, who does it in a passive, or whose deed or view it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions import said_of
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.descriptions.described import Profile
    from dateline.resolve.reader import Reader

RULE = "body that acts"
SCORE = 0.4
FIRM = ("BUS",)
# Where whoever hardly is a thing does or gets something.
ARGUMENTS = frozenset({"nsubj", "dobj", "pobj", "poss", "dative"})
# How many sentences back a body of business may lie whose board acts.
NEAR = 2
# Whose country nobody tells who is not of a state.
GOVERNING = frozenset({"GOV", "LEG", "JUD", "COP"})


def body(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read a noun for a body that acts, and that no other rule has read.

    Args:
        phrase: A noun phrase.
        reader: The work on the story.
    """
    token = reader.syntax.tokens[phrase.head]
    sectors = reader.words.acting.get(token.lemma.lower())
    if sectors is None or token.pos != "NOUN":
        return None
    profile = reader.profiler.read(phrase)
    other = said_of.of_whom(phrase.head, reader) if token.tag == "NN" else None
    if other is not None and other.chain >= 0 and not other.person:
        draft = reader.draft(phrase, MentionKind.NOMINAL, other.resolution, profile)
        reader.cast.join(draft, reader.cast.characters[other.chain])
        return draft
    if not _acts(phrase, reader):
        return None
    resolution = _resolution(phrase, profile, sectors, reader)
    if resolution is None:
        return None
    draft = reader.draft(phrase, MentionKind.NOMINAL, resolution, profile)
    draft.lemma = token.lemma
    character = reader.cast.add(draft)
    reader.short_names.note(phrase, character)
    return draft


def _acts(phrase: Phrase, reader: Reader) -> bool:
    """Say whether a phrase is who tells, decides or wants something."""
    syntax, lists = reader.syntax, reader.words.pronouns
    token = syntax.tokens[phrase.head]
    deeds = lists["acting"] | lists["speech"]
    first = syntax.first_joined(phrase.head)
    above = syntax.tokens[first.head]
    if token.lemma in reader.words.definites["always_acting"] and first.dep in ARGUMENTS:
        whose = token.lemma == "management" or _is_bare(phrase, reader)
        return whose and above.lemma not in {"of", "in", "under"}
    if first.dep == "nsubj":
        return above.lemma in deeds
    if first.dep == "pobj" and above.dep == "agent":
        return syntax.tokens[above.head].lemma in deeds
    return token.dep == "pobj" and above.lemma in {"with", "by", "to"} and syntax.tokens[above.head].lemma in deeds


def _is_bare(phrase: Phrase, reader: Reader) -> bool:
    """Say whether a body is only "the partnership": "its partnership with Kenya" is a tie of two lands."""
    token = reader.syntax.tokens[phrase.head]
    return reader.syntax.tokens[phrase.first].lemma == "the" and not reader.syntax.parsed.has(token, "prep", "poss")


def _resolution(phrase: Phrase, profile: Profile, sectors: tuple[str, ...], reader: Reader) -> Resolution | None:
    """Return whose the body is: its owner's, the firm's named last, else the land's of the story."""
    sentence = reader.syntax.tokens[phrase.head].sent
    lemma = reader.syntax.tokens[phrase.head].lemma
    name = reader.syntax.words(phrase.first, profile.last)
    owner = profile.employer
    if profile.deictic:
        return None
    if owner is not None:
        own = owner.sectors[:1] or sectors
        return Resolution(name=name, country=profile.country or owner.country, sectors=own, score=SCORE, rule=RULE)
    firm = _firm(sentence, reader) if lemma in reader.words.definites["firm_bodies"] else None
    if firm is not None and not profile.country:
        return Resolution(name=name, country=firm.country, sectors=FIRM, score=SCORE, rule=RULE)
    country = profile.country or profile.place
    if country is None and GOVERNING.intersection(sectors):
        country = reader.belonging.of_office(phrase.head, sectors, lemma=lemma, stays=True)
    return Resolution(name=name, country=country, sectors=sectors, score=SCORE, rule=RULE)


def _firm(sentence: int, reader: Reader) -> Resolution | None:
    """Return the firm named last: one by its form, else another body of business near by."""
    firm = reader.companies.latest(sentence)
    near = (c for c in reader.cast.recent() if 0 <= sentence - c.latest.sentence <= NEAR and not c.person)
    trading = (c.resolution for c in near if c.drafts[0].kind is MentionKind.NAME and c.resolution)
    return firm or next((known for known in trading if known.sectors[:1] == FIRM), None)
