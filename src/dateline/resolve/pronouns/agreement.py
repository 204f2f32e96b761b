"""What a pronoun agrees with, and which mentions agree with it: person, gender and number."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.actor_words import ActorWords
from dateline.model import Token
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.syntax import Syntax

# Rules of countries, which "they" does not go back to.
LANDS = frozenset({"country name", "capital", "capital for its government", "the country", "seat of power"})


@dataclass(frozen=True, slots=True)
class Form:
    """What a pronoun agrees with."""

    gender: str | None
    person: bool
    plural: bool
    possessive: bool
    reflexive: bool
    team: bool = False


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun in its story.

    Attributes:
        i: Its token.
        want: What it agrees with.
        syntax: The story.
        words: The shipped word lists.
    """

    i: int
    want: Form
    syntax: Syntax
    words: ActorWords

    @property
    def token(self) -> Token:
        """The word itself."""
        return self.syntax.tokens[self.i]

    @property
    def verb(self) -> Token:
        """The predicate or preposition above it, past what it is joined to."""
        return self.syntax.governor(self.i)

    @property
    def speech(self) -> frozenset[str]:
        """Verbs of speech."""
        return self.words.pronouns["speech"]

    def sentences_behind(self, draft: Draft) -> int:
        """Return how many sentences before it a mention stands."""
        return self.token.sent - draft.sentence


def form(token: Token, words: ActorWords, *, playing: bool = False) -> Form | None:
    """Return what a third-person pronoun agrees with, or None for other words.

    Args:
        token: The pronoun.
        words: The shipped word lists.
        playing: The story tells of a match, in which a land is a team: "Japan said they would attack".
    """
    lemma = token.text.lower()
    lists = words.pronouns
    possessive = token.tag == "PRP$"
    reflexive = lemma.endswith(("self", "selves"))
    for key, gender, person, plural in (("m", "m", True, False), ("f", "f", True, False), ("n", None, False, False)):
        if lemma in lists[key]:
            return Form(gender, person, plural, possessive, reflexive)
    plural = lemma in lists["plural"]
    return Form(None, False, True, possessive, reflexive, team=playing) if plural else None


def agrees(character: Character, draft: Draft, want: Form, *, doing: bool = False) -> bool:
    """Say whether a mention can be what a pronoun means, by person, gender and number.

    Args:
        character: Whose mention it is.
        draft: The mention.
        want: What the pronoun agrees with.
        doing: It is the subject of the pronoun's own clause, so that a land may be "their": "England had their chance".
    """
    if want.person:
        gender_fits = character.gender is None or character.gender == want.gender
        return _may_be_person(character) and gender_fits and not draft.plural
    if want.plural:
        return draft.plural or _may_be_many(character, land_too=doing or want.team)
    return not character.person and not draft.plural


def _may_be_many(character: Character, *, land_too: bool) -> bool:
    """Say whether one body is "they"; a land only where it does something or plays."""
    known = character.resolution
    return not character.person and known is not None and (land_too or known.rule not in LANDS)


def _may_be_person(character: Character) -> bool:
    """Say whether a character is a person, or a name of which nobody knows what it is ("Ferhad said he ...")."""
    known = character.resolution
    return bool(character.person) or (
        character.person is None and known is not None and known.rule.startswith("unknown organisation")
    )
