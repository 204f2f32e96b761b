"""Nouns that say only how somebody belongs to a body: "army accountant", "Hamas chief", "the U.N. force"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.nouns import SectorHit
from dateline.resolve.bodies.again import SENT
from dateline.resolve.bodies.boards import is_states_board
from dateline.resolve.descriptions.nominals import EMPLOYERS
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.model import Token
    from dateline.resolve.cast import Draft
    from dateline.resolve.descriptions.described import Profile
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.reader import Reader


def read(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read a noun that no table knows by the body that it belongs to, or as a state's board.

    Args:
        phrase: A noun phrase.
        reader: The work on the story.
    """
    token, words = reader.syntax.tokens[phrase.head], reader.words
    behind = phrase.pieces or _is_of_name(phrase.head, reader)
    known = token.lemma in words.relational and (behind or token.lemma in words.definites["boards"])
    if token.pos != "NOUN" or not known:
        return None
    profile = reader.profiler.read(phrase)
    board = is_states_board(phrase, profile, reader.syntax, words.definites)
    if not board and not _is_somebodys(token, profile, reader):
        return None
    hit = _as_noun(token, reader, board=board)
    core = Piece(phrase.head, phrase.head + 1, token.text, noun=hit, lemma=token.lemma)
    return reader.definites.read(phrase, core, profile)


def _is_somebodys(token: Token, profile: Profile, reader: Reader) -> bool:
    """Say whether words around a noun tell whose it is."""
    if profile.employer or any(p.noun and set(p.noun.sectors) & EMPLOYERS for p in profile.nouns):
        return True
    return bool(profile.countries) and token.lemma in reader.words.state


def _as_noun(token: Token, reader: Reader, *, board: bool) -> SectorHit:
    """Return what a noun is whose body tells the rest."""
    if board:
        return SectorHit(sectors=("GOV",), kind="institution")
    if token.text in reader.words.definites["armed_trades"]:
        return SectorHit(sectors=("MIL",), kind="group")  # "the U.N. force"
    kind = "institution" if token.lemma in SENT else "person"
    return SectorHit(sectors=(), kind=kind, flags=("inherits_employer",))


def _is_of_name(head: int, reader: Reader) -> bool:
    """Say whether "of" and a name stand behind a noun: "chair of the Ruritanian Growers' League"."""
    children = reader.syntax.parsed.children
    behind = (n for p in children(reader.syntax.tokens[head], "prep") if p.text == "of" for n in children(p, "pobj"))
    return any(n.pos == "PROPN" and n.ent != "PERSON" for n in behind)  # not "in the arms of Lee"
