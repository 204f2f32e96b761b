"""Which phrases point back to several who were named: "the two countries", "both", "each side", "our peoples"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.actor_words import ActorWords
from dateline.resolve.cast import Cast, Character
from dateline.resolve.lands.scene import Scene
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "2": 2, "3": 3}
# Words of "our countries", and all that say that those whom a number counts are known.
OWNED = frozenset({"our", "their"})
KNOWN = OWNED | {"all", "the", "these", "those", "both"}

# The characters and the countries that such a phrase stands for.
Members = tuple[list[Character], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Several:
    """A phrase that points back to several who were named, with the story so far.

    Attributes:
        phrase: The phrase: "both leaders".
        size: How many it points back to.
        syntax: The story.
        words: The shipped word lists.
        cast: Everyone named so far.
        scene: The lands of the story.
    """

    phrase: Phrase
    size: int
    syntax: Syntax
    words: ActorWords
    cast: Cast
    scene: Scene

    @property
    def at(self) -> int:
        """The token of its head."""
        return self.phrase.head

    @property
    def lemma(self) -> str:
        """What those whom it means are called: "leader"."""
        return self.syntax.tokens[self.at].lemma

    @property
    def bare(self) -> bool:
        """Whether it names nothing: "both"."""
        return is_bare(self.phrase, self.syntax)

    @property
    def sided(self) -> bool:
        """Whether it may mean any two, be they people, bodies or states: "both sides"."""
        return self.lemma in self.words.pair_any


def pair_size(phrase: Phrase, syntax: Syntax, words: ActorWords) -> int:
    """Return how many a phrase points back to: 2 for "the two countries", 0 when it is no such phrase.

    Args:
        phrase: The phrase.
        syntax: The story.
        words: The shipped word lists.
    """
    head = syntax.tokens[phrase.head]
    if is_bare(phrase, syntax):
        return NUMBERS.get(head.text.lower(), 2)
    if head.lemma in words.pair_single and phrase.head - phrase.first == 1 and _opens_with_the(phrase, syntax):
        return 0 if any(syntax.parsed.children(head, "prep")) else 2
    if head.lemma not in words.paired:
        return 0
    if [t.text.lower() for t in syntax.tokens[phrase.first : phrase.head]] == ["each"]:
        return 2  # "each side blamed the other"
    return _counted(phrase, syntax, words) if syntax.plural(phrase.head) else 0


def _counted(phrase: Phrase, syntax: Syntax, words: ActorWords) -> int:
    """Return the number of a plural that is known: "our countries", "the sides" are two unless a number says more."""
    head = syntax.tokens[phrase.head]
    inside = syntax.tokens[phrase.first : phrase.head]
    number = next((NUMBERS[t.text.lower()] for t in inside if t.text.lower() in NUMBERS), 0)
    owned = any(t.lemma in OWNED for t in inside)
    if owned and head.lemma not in words.pair_owned:
        return 0
    if number and any(t.lemma in KNOWN for t in inside):
        return number
    if head.text.lower() == "people":
        return 0  # "our people" are one, "our peoples" two
    named = any(c.lemma == "of" for c in syntax.parsed.children(head, "prep"))
    alone = len(inside) == 1 and _opens_with_the(phrase, syntax) and head.lemma in words.pair_bare and not named
    return 2 if alone or owned else 0


def _opens_with_the(phrase: Phrase, syntax: Syntax) -> bool:
    return syntax.tokens[phrase.first].lemma == "the"


def is_bare(phrase: Phrase, syntax: Syntax) -> bool:
    """Say whether a phrase is "both", "each" or "the two" and names nothing: "both have signed it".

    Args:
        phrase: The phrase.
        syntax: The story.
    """
    token = syntax.tokens[phrase.head]
    word = token.text.lower()
    if word not in {"both", "each", "two", "three", "four"} or token.dep in {"appos", "nummod"}:
        return False
    if any(syntax.parsed.children(token, "prep")) or any(c.lemma == "other" for c in syntax.parsed.children(token)):
        return False
    if word == "each":
        return token.dep == "nsubj"
    return word == "both" or syntax.definite(phrase.head)
