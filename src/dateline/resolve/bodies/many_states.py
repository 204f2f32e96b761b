"""Bodies and people of many states: "world governments", "an international court", "Arab ministers"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.nominals import ORGANS, SINGLE
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.model import Resolution
    from dateline.resolve.pieces.syntax import Syntax
    from dateline.resolve.reader import Reader

UNITED_NATIONS = "UNO"
# Governments sit in its organs.
UNITED_ORGAN = ("GOV",)
# Heads of what names one body in the plural.
FORCES = frozenset({"force", "service", "authority", "authorities", "police", "patrol"})


def are_bodies_of_many(phrase: Phrase, core: Piece, draft: Draft, resolution: Resolution, reader: Reader) -> bool:
    """Say whether organs without a land are those of many states ("world governments"), and not all of one.

    Args:
        phrase: The description, of no country.
        core: Its noun.
        draft: Its mention so far.
        resolution: What it says by itself.
        reader: The work on the story.
    """
    one_body = reader.syntax.tokens[phrase.head].lemma in FORCES  # "security forces" are those of one state
    organs = _is_organ(core, resolution) and draft.plural and not one_body and not _of_federation(core, draft, reader)
    return organs and not reader.syntax.definite(phrase.head) and not _is_counted(draft, reader)


def are_people_of_many(core: Piece, profile: Profile, draft: Draft, syntax: Syntax) -> bool:
    """Say whether a plural means office-holders of many states: "heads of government", "Arab ministers".

    Args:
        core: The noun.
        profile: The words around it.
        draft: Its mention so far.
        syntax: The story.
    """
    one_each = core.noun is not None and core.noun.office in SINGLE
    if draft.plural and syntax.from_lands(draft.head):
        return True
    return profile.regional or (draft.plural and one_each and not profile.former)


def is_international(phrase: Phrase, core: Piece, resolution: Resolution, syntax: Syntax) -> bool:
    """Say whether a court or panel is one of many states: "an international court".

    Args:
        phrase: The description.
        core: Its noun.
        resolution: What it says by itself.
        syntax: The story.
    """
    told = any(t.text.lower() == "international" for t in syntax.tokens[phrase.first : phrase.head])
    return told and _is_organ(core, resolution)


def _is_organ(core: Piece, resolution: Resolution) -> bool:
    """Say whether a noun means an organ of a state, and not those who serve it."""
    organ = not ORGANS.isdisjoint(resolution.sectors[:1])
    return organ and core.noun is not None and core.noun.kind == "institution"


def _of_federation(core: Piece, draft: Draft, reader: Reader) -> bool:
    """Say whether "states" are those of the federation that the story is about: "she won five southern states"."""
    lists = reader.words.definites
    inside = reader.syntax.tokens[draft.first : draft.head]
    top = reader.scene.ranked[:1] or (reader.belonging.of_everyone,)
    own = (
        core.lemma in {"state", "states"}
        and draft.plural
        and not any(t.lemma.lower() in lists["of_the_world"] for t in inside)
    )
    return own and bool(lists["federations"].intersection(top)) and not reader.scene.told & INTERNATIONAL


def _is_counted(draft: Draft, reader: Reader) -> bool:
    """Say whether bodies are told by their number or level: "two congressional agencies" are one land's."""
    inside = reader.syntax.tokens[draft.first : draft.head]
    return any(t.dep == "nummod" or t.lemma in reader.words.definites["levels"] for t in inside)
