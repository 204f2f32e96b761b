"""Trades by which a report comes back to whom it has named: "the retired surgeon said" of Ann Lee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind
from dateline.resolve.cast import Character, Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Trades that whoever holds or seeks an office, too, may have.
TRADES = frozenset({"CVL", "BUS", "MED", "EDU", "LAB", "JRN", "SOC", "AGR"})
# What may stand behind a noun that comes back to nobody: it tells of whom it is itself.
TELLING = frozenset({"prep", "relcl", "acl", "appos", "poss"})
MARKS = frozenset({"amod", "compound", "nmod"})


def epithet_of(phrase: Phrase, core: Piece, profile: Profile, draft: Draft, reader: Reader) -> Character | None:
    """Return whom "the retired surgeon" means: the person named as a subject just before.

    Args:
        phrase: The description.
        core: Its noun.
        profile: The words around it.
        draft: Its mention so far.
        reader: The work on the story.
    """
    if not _is_epithet(phrase, core, profile, draft, reader):
        return None
    for character in reader.cast.recent():
        if draft.sentence - character.latest.sentence > 1:
            return None
        if _is_meant(character, draft):
            return character
    return None


def _is_epithet(phrase: Phrase, core: Piece, profile: Profile, draft: Draft, reader: Reader) -> bool:
    """Say whether a noun with "the" and a word that marks it does something, and nothing else tells who it is."""
    syntax, noun = reader.syntax, core.noun
    if noun is None or not draft.person or noun.office or not TRADES.intersection(noun.sectors[:1]):
        return False
    token = syntax.tokens[phrase.head]
    bare = syntax.tokens[phrase.first].lemma == "the" and not syntax.parsed.has(token, *TELLING)
    told = profile.employer or profile.countries or profile.lesser or draft.plural or draft.quoted
    marked = syntax.parsed.has(token, *MARKS)
    first = core.lemma not in {lemma for c in reader.cast.characters for lemma in c.lemmas}
    plain = core.lemma.split()[-1] in reader.words.definites["plain_people"]
    does = token.dep == "nsubj" and syntax.tokens[token.head].lemma != "be" and not syntax.parsed.has(token, "conj")
    return bare and marked and not told and first and not plain and does


def _is_meant(character: Character, draft: Draft) -> bool:
    """Say whether somebody was named, did something last, and may be of the description's gender."""
    named = any(d.kind is MentionKind.NAME for d in character.drafts)
    one = character.person and not character.plural and character.resolution is not None
    suits = not (character.gender and draft.gender and character.gender != draft.gender)
    told = [d for d in character.drafts if d.sentence == character.latest.sentence]
    doing = any(d.subject for d in told) and all(d.head < draft.head for d in told)
    return bool(one and named and suits and doing)
