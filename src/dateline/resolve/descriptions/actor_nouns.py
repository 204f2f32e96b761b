"""Which agent nouns name an actor where they stand: "the assembly voted", not "the assembly of the parts"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.resolve.bodies.boards import is_states_board

if TYPE_CHECKING:
    from dateline.resolve.descriptions.described import Profile
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.pieces.pieces import Piece
    from dateline.resolve.reader import Reader

# How many sentences back a body may lie that "the department" goes back to.
AGAIN = 8


def names_actor(phrase: Phrase, core: Piece, profile: Profile, reader: Reader) -> bool:
    """Say whether an agent noun names an actor here: not "the region" or "other countries" of nobody.

    Args:
        phrase: The phrase.
        core: The noun.
        profile: The words around it.
        reader: The work on the story.
    """
    noun, lists = core.noun, reader.words.definites
    if noun is None or core.lemma in lists["states"]:
        members = profile.employer and profile.employer.country in INTERNATIONAL and reader.syntax.plural(phrase.head)
        return bool(profile.countries or members)  # "other ASEAN member countries" are the body's
    if core.lemma in lists["attitudes"] and _aims(phrase.head, reader):
        return False
    if core.lemma in reader.words.weak["named"] and not core.text[:1].isupper():
        return _is_somebodys(phrase, core, profile, reader)
    if core.lemma in lists["bodies"] and reader.syntax.definite(phrase.head):
        return True
    known = noun.sectors or noun.kind in {"person", "office"} or noun.inherits_employer
    return bool(known or profile.country or profile.employer or profile.inner)


def names_body(phrase: Phrase, core: Piece, reader: Reader) -> bool:
    """Say whether capitals make the name of a body out of a noun for its kind: "the National Crime Agency".

    Args:
        phrase: The phrase.
        core: The noun.
        reader: The work on the story.
    """
    first = core.text[:1].isupper() and core.noun is not None and not core.entities
    kind = core.noun.kind if core.noun else ""
    if not first or kind not in {"institution", "group"} or reader.syntax.tokens[phrase.head].pos != "PROPN":
        return False
    start = reader.companies.start(phrase)
    left = [p for p in phrase.left if p.first >= start]
    known = any(p.entities or p.metonym or p.country or p.title or p.person for p in left)
    plain = any(p.noun is None or p.noun.sectors == ("CVL",) for p in left)
    return bool(left) and plain and not known


def _is_somebodys(phrase: Phrase, core: Piece, profile: Profile, reader: Reader) -> bool:
    """Say whether a noun that is often a thing is somebody's, a state's, told of before or a chamber that sits."""
    placed = profile.place and core.noun is not None and core.noun.kind == "person"
    if profile.country or profile.employer or placed:
        return True
    board = is_states_board(phrase, profile, reader.syntax, reader.words.definites)
    return board or _was_told(phrase, core, reader) or _sits(phrase, reader)


def _sits(phrase: Phrase, reader: Reader) -> bool:
    """Say whether a chamber is a legislature: "the assembly voted", not "the assembly of the parts"."""
    token = reader.syntax.tokens[phrase.head]
    whole = not any(t.lemma in {"of", "for"} for t in reader.syntax.parsed.children(token, "prep"))
    return token.text in reader.words.definites["chambers"] and reader.syntax.definite(phrase.head) and whole


def _was_told(phrase: Phrase, core: Piece, reader: Reader) -> bool:
    """Say whether "the department", "the mission" goes back to a body of that kind which the story has named."""
    syntax, lists = reader.syntax, reader.words.definites
    if not syntax.definite(phrase.head) or syntax.plural(phrase.head) or len(phrase.pieces) > 1:
        return False
    sentence = syntax.tokens[phrase.head].sent
    near = [c for c in reader.cast.recent() if sentence - c.latest.sentence <= AGAIN]
    bodies = (c for c in near if not c.person)
    if any(core.lemma in c.words or core.lemma in {x.split()[-1] for x in c.lemmas} for c in bodies):
        return True
    sent = (c for c in near if c.resolution and c.resolution.country in INTERNATIONAL)
    return core.lemma in lists["missions"] and any(c.lemmas & lists["mission_staff"] for c in sent)


def _aims(head: int, reader: Reader) -> bool:
    """Say whether "to" follows a noun: "its opposition to the talks" is no party."""
    return any(t.lemma == "to" for t in reader.syntax.parsed.children(reader.syntax.tokens[head], "prep"))
