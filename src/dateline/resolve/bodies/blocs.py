"""Bodies of states told by how many they have, or by their part of the world: "the 16-nation bloc"."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import STATES_TOGETHER
from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.descriptions.described import EUROPE
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

RULE, SCORE = "body of states by its members", 0.5
# What "27-member" counts, and what "the 12-member council" is no body of states by.
STATES = frozenset({"nation", "state", "country"})
MEMBERS = frozenset({"member", "strong"})
COUNTING = STATES | MEMBERS
# How far before the noun its count may stand: "the 16-nation Pacific island bloc".
BEFORE = 6
# How many members make the United Nations and the European Union in the years that news tells of.
WORLD, UNION = frozenset(range(185, 195)), frozenset({15, 25, 27, 28})
# How many sentences back the body may have been named.
REACH = 8


class Blocs:
    """Reads the bodies of states of one story that only their members or a capital letter tell of."""

    def __init__(self, reader: Reader) -> None:
        """Prepare for one story."""
        self._r = reader

    def read(self, phrase: Phrase) -> Draft | None:
        """Read "the 16-nation bloc": the body of states named last, else one that only its members tell of.

        Args:
            phrase: A noun phrase.
        """
        syntax, words = self._r.syntax, self._r.words
        if not counts_states(phrase, syntax, words):
            return None
        known = named_before(phrase, syntax, words, self._r.cast)
        told = known.resolution if known is not None else by_members(phrase, syntax)
        draft = self._r.draft(phrase, MentionKind.NOMINAL, told, self._r.profiler.read(phrase))
        draft.lemma = syntax.tokens[phrase.head].lemma
        if known is not None:
            self._r.cast.join(draft, known)
        else:
            self._r.cast.add(draft, key=("body", syntax.words(phrase.first, phrase.last)))
        return draft

    def commission(self, phrase: Phrase) -> Draft | None:
        """Read "the Commission" of a report that names the European Union.

        Args:
            phrase: A noun phrase.
        """
        told = of_the_union(phrase, self._r.syntax, self._r.scene.ranked)
        if told is None:
            return None
        draft = self._r.draft(phrase, MentionKind.NAME, told, self._r.profiler.read(phrase))
        self._r.cast.add(draft, key=("body", told.name))
        return draft


def counts_states(phrase: Phrase, syntax: Syntax, words: ActorWords) -> bool:
    """Say whether a phrase tells of a body of states by their number or part of the world.

    Args:
        phrase: A noun phrase.
        syntax: The story.
        words: The shipped word lists.
    """
    token, lists = syntax.tokens[phrase.head], words.definites
    if token.lemma not in lists["igo"] or token.tag != "NN":
        return False
    some = token.lemma in lists["of_some_states"]
    number, unit = _count(phrase, syntax)
    if number:
        return unit in STATES or some or number in WORLD
    return some and token.lemma != "community" and _region(phrase, syntax, words)


def of_the_union(phrase: Phrase, syntax: Syntax, lands: Collection[str]) -> Resolution | None:
    """Return what "the Commission" is in a report that names the European Union, by a capital letter and no more words.

    Args:
        phrase: A noun phrase.
        syntax: The story.
        lands: Codes of the lands and bodies that the story tells of.
    """
    token = syntax.tokens[phrase.head]
    bare = phrase.head - phrase.first == 1 and syntax.tokens[phrase.first].lemma == "the"
    if not bare or token.text != "Commission" or EUROPE not in lands or token.i == 1:
        return None
    if syntax.parsed.has(token, "prep"):
        return None
    return Resolution(name="European Commission", country=EUROPE, sectors=("GOV",), score=SCORE, rule=RULE)


def named_before(phrase: Phrase, syntax: Syntax, words: ActorWords, cast: Cast) -> Character | None:
    """Return the body of states named last that a phrase may mean: one so called ("the community"), else any.

    A world body is no mere bloc.

    Args:
        phrase: A phrase that `counts_states`.
        syntax: The story.
        words: The shipped word lists.
        cast: Everyone named before.
    """
    token = syntax.tokens[phrase.head]
    number, _ = _count(phrase, syntax)
    some = token.lemma in words.definites["of_some_states"]
    fitting: list[Character] = []
    for character in cast.recent():
        known = character.resolution
        if token.sent - character.latest.sentence > REACH:
            break
        if known is None or character.person or known.role or known.country not in STATES_TOGETHER:
            continue
        if known.country == "UNO" and (some or number not in WORLD):
            continue
        if known.country != "UNO" and number in WORLD:
            continue
        fitting.append(character)
    called = (c for c in fitting if c.resolution and token.lemma.lower() in c.resolution.name.lower().split())
    return next(called, next(iter(fitting), None))


def by_members(phrase: Phrase, syntax: Syntax) -> Resolution:
    """Return what a phrase says by itself: the Union of "the 27-nation bloc", else a body whose name nobody tells.

    Args:
        phrase: A phrase that `counts_states`.
        syntax: The story.
    """
    token = syntax.tokens[phrase.head]
    number, _ = _count(phrase, syntax)
    european = any(t.text == "European" for t in syntax.tokens[phrase.first : phrase.head])
    union = european or (number in UNION and token.lemma in {"bloc", "union", "club"})
    code = "UNO" if number in WORLD else "EUR" if union else "IGO"
    name = syntax.words(phrase.first, phrase.last)
    return Resolution(name=name, country=code, sectors=("GOV",), score=SCORE, rule=RULE)


def _count(phrase: Phrase, syntax: Syntax) -> tuple[int, str]:
    """Return the number before a hyphen and what it counts; 0 where there is none, 1 for one in letters."""
    before = syntax.tokens[max(0, phrase.head - BEFORE) : phrase.head]
    for left, hyphen, unit in zip(before, before[1:], before[2:], strict=False):
        number = _number(left.text) or int(left.tag == "CD")
        if number and hyphen.text == "-" and unit.lemma.lower() in COUNTING:
            return number, unit.lemma.lower()
    for token in before:
        number_text, _, unit_text = token.text.lower().partition("-")
        if unit_text in COUNTING and _number(number_text):
            return _number(number_text), unit_text
    return 0, ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _region(phrase: Phrase, syntax: Syntax, words: ActorWords) -> bool:
    """Say whether a part of the world stands before a noun: "the West African bloc", "the regional grouping"."""
    before = syntax.tokens[phrase.first : phrase.head]
    return any(t.text.lower() in words.definites["regions"] for t in before)
