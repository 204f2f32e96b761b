"""Towns and provinces that act are their governments: "the city said", "Ontario appealed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve.cast import Draft
from dateline.resolve.lands import metonyms
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# The gazetteer's code for states and provinces of the first order.
FIRST_ORDER = "ADM1"


def municipality(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read "the city said": a town that tells, decides or sues is its government.

    Args:
        phrase: The phrase.
        reader: The work on the story.
    """
    syntax, words = reader.syntax, reader.words
    token, verb = syntax.tokens[phrase.head], syntax.governor(phrase.head)
    acts = verb.lemma in words.pronouns["acting"] | words.definites["municipal_deeds"]
    one = token.tag == "NN" and token.text in words.definites["municipalities"]
    own = [t for t in syntax.tokens[phrase.first : phrase.head] if t.dep == "compound" and t.i in reader.places]
    deciding = acts or (own and verb.lemma == "have")
    if not (one and deciding and token.dep == "nsubj" and (own or syntax.definite(phrase.head))):
        return None
    place = reader.places[own[-1].i].place if own else None
    code = place.country if place else None
    code = code or reader.belonging.of_office(phrase.head, ("GOV",), lemma=token.lemma, stays=True)
    rule = "town for its government; office of the story's country"
    name = syntax.words(phrase.first, phrase.last)
    resolution = Resolution(name=name, country=code, sectors=("GOV",), score=0.4, rule=rule)
    draft = reader.draft(phrase, MentionKind.NOMINAL, resolution, reader.profiler.read(phrase))
    reader.cast.add(draft, key=("municipality", token.lemma))
    return draft


def is_other_town(phrase: Phrase, core: Piece, reader: Reader) -> bool:
    """Say whether a seat of one country's power is here a town of another: "the ports of Cortes" in Honduras.

    Args:
        phrase: The phrase.
        core: The name.
        reader: The work on the story.
    """
    if core.metonym is None or core.metonym.is_capital:
        return False
    country, scene = core.metonym.country, reader.scene
    found = reader.places.get(phrase.head)
    land = found.place.country if found and found.place else None
    return land is not None and land != country and land in scene.top(2) and country not in scene.top(3)


def province(phrase: Phrase, reader: Reader) -> Draft | None:
    """Read "Ontario appealed": a state or province that tells, decides or sues is its government.

    Args:
        phrase: The phrase.
        reader: The work on the story.
    """
    syntax, words = reader.syntax, reader.words
    token, found = syntax.tokens[phrase.head], reader.places.get(phrase.head)
    place = found.place if found else None
    if place is None or place.feature_code != FIRST_ORDER or token.dep != "nsubj" or reader.teams.playing:
        return None
    if syntax.governor(phrase.head).lemma in words.definites["voters_deeds"] or not metonyms.acts(
        syntax, phrase.head, words
    ):
        return None
    rule, name = "province for its government", syntax.words(phrase.first, phrase.last)
    resolution = Resolution(name=name, country=place.country, sectors=("GOV",), score=0.5, rule=rule)
    draft = reader.draft(phrase, MentionKind.NAME, resolution, reader.profiler.read(phrase))
    reader.cast.add(draft, key=("province", place.name))
    return draft
