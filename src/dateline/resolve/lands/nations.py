"""States in the plural that nobody names: "major industrialised nations agreed", "neighbouring countries"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MANY_STATES, MentionKind, Resolution
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import TOGETHER
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.model import Token
    from dateline.resolve.reader import Reader

STATES = frozenset({"nation", "country", "state", "power", "superpower"})
# Of these only with a word that makes them states of the world: "states" may be a federation's, "powers" rights.
NEEDING = frozenset({"state", "power", "superpower"})
SCORE = 0.4
# Prepositions behind which states do or get something, and of whom ministers and leaders are.
BETWEEN = frozenset(
    {
        "talk",
        "accord",
        "agreement",
        "pact",
        "deal",
        "summit",
        "meeting",
        "cooperation",
        "tie",
        "trade",
        "reach",
        "agree",
    }
)
PARTIES = frozenset({"with", "by", "between", "among", "against"})


def several(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read states that act or are acted upon together, of which the phrase names none.

    Args:
        phrase: A noun phrase.
        reader: The work on the story.
    """
    syntax = reader.syntax
    token = syntax.tokens[phrase.head]
    if token.lemma not in STATES or token.tag != "NNS" or not _takes_part(token, reader):
        return None
    profile = reader.profiler.read(phrase)
    others = any(t.lemma == "other" for t in syntax.tokens[phrase.first : token.i])
    if others or profile.countries or profile.employer or profile.deictic or profile.possessed:
        return None
    world = any(
        t.lemma.lower() in reader.words.definites["of_the_world"] for t in syntax.tokens[phrase.first : token.i]
    )
    if token.lemma in NEEDING and not (world or profile.regional):
        return None
    name = syntax.words(phrase.first, profile.last)
    told = Resolution(name=name, country=TOGETHER, sectors=("GOV",), score=SCORE, rule=MANY_STATES)
    draft = reader.draft(phrase, MentionKind.NOMINAL, told, profile)
    draft.many, draft.lemma = True, token.lemma
    reader.cast.add(draft, key=("states", name))
    return draft


def _takes_part(token: Token, reader: Reader) -> bool:
    """Say whether states do or get something, rather than being where it is done."""
    syntax, lists = reader.syntax, reader.words.pronouns
    first = syntax.first_joined(token.i)
    above = syntax.tokens[first.head]
    if first.dep == "nsubj":
        return above.pos == "VERB" and above.lemma not in reader.words.capitals["subject_unless"]
    if first.dep in {"dobj", "dative"}:
        return above.lemma in lists["addressing"] | lists["judging"] | reader.words.capitals["object_of"]
    if first.dep != "pobj":
        return False
    if above.text == "of":
        return reader.find.noun(syntax.tokens[above.head].lemma) is not None and syntax.tokens[above.head].pos == "NOUN"
    deed = syntax.tokens[above.head]
    return above.dep == "agent" or (above.text in PARTIES and (deed.lemma in lists["acting"] or deed.lemma in BETWEEN))
