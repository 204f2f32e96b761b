"""Who several are whom a phrase points back to: "the two countries", "both leaders", "the three sides"."""

from __future__ import annotations

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Resolution
from dateline.resolve.groups.pair_lands import lands_of
from dateline.resolve.groups.pair_people import lands, people_of
from dateline.resolve.groups.pair_phrases import Members, Several
from dateline.resolve.groups.pair_sides import sides_of
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax


def members(several: Several) -> Members:
    """Return the characters and countries that a phrase stands for.

    People for "leaders" and "ministers", countries for "countries" and "governments", whichever is nearer for "sides".

    Args:
        several: The phrase that means them.
    """
    for rule in (_by_one_name, people_of, _called_before, sides_of):
        found = rule(several)
        if found is not None:
            return found
    countries = lands_of(several)
    shown = [c for c in (several.cast.by_key(("country", code)) for code in countries) if c]
    return shown, countries


def pair_resolution(
    phrase: Phrase, syntax: Syntax, words: ActorWords, countries: tuple[str, ...], sectors: tuple[str, ...]
) -> Resolution:
    """Return the resolution of a pair: several countries, and GOV for governments, leaders and ministers.

    Args:
        phrase: The phrase.
        syntax: The story.
        words: The shipped word lists.
        countries: The lands of those whom it means.
        sectors: What they are.
    """
    lemma = syntax.tokens[phrase.head].lemma
    alone = len(countries) == 1 and lemma in words.pair_any
    rule = "pair of countries" if lemma in words.pair_countries | words.pair_any else "pair of people"
    return Resolution(
        name=syntax.words(phrase.first, phrase.last),
        country=countries[0],
        sectors=sectors,
        score=0.7,
        rule="sides within a country" if alone else rule,
        countries=countries,
    )


def _by_one_name(several: Several) -> Members | None:
    """Return the states that go by one name before a noun: "the three Baltic ministers"."""
    inside = several.syntax.tokens[several.phrase.first : several.at]
    names = (t.text.lower() for t in inside if t.text[:1].isupper())
    found = (several.words.definites.get(f"{name}_states") for name in names)
    states = tuple(sorted(next((states for states in found if states), ())))
    return ([], states) if len(states) == several.size else None


def _called_before(several: Several) -> Members | None:
    """Return several of one land that were just called so: "Libya's rival governments"."""
    for character in several.cast.recent_before(several.at):
        last = max((d for d in character.drafts if d.head < several.at), key=lambda d: d.head)
        if several.syntax.tokens[several.at].sent - last.sentence > 1:
            continue
        if last.plural and last.lemma == several.lemma and _is_of_one_land(character.resolution):
            return [character] * several.size, lands([character])
    return None


def _is_of_one_land(known: Resolution | None) -> bool:
    return known is not None and known.country not in {None, *INTERNATIONAL} and not known.countries
