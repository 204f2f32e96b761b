"""Bodies that the base does not hold: the sector that their names, or what is told of them, give away."""

from __future__ import annotations

from dateline.knowledge.actor_words import BodyForms
from dateline.resolve.cast import Cast, Character
from dateline.resolve.pieces.syntax import Syntax

# A name of fewer words is no description of itself ("Union", "Times").
SHORTEST = 2
OF = frozenset({"of", "for"})
TRADES = frozenset({"BUS", "AGR", "LAB"})
# Words beside which those whom they list are firms: "companies including Roe".
FIRMS = frozenset(
    {"companies", "firms", "manufacturers", "retailers", "airlines", "carmakers", "automakers", "publishers"}
)
UNKNOWN = "unknown organisation"
RULE = "body by its form"
FIRM = "firm by what is told of it"


def sectors_by_form(name: str, forms: BodyForms) -> tuple[str, ...]:
    """Return the sector that a body's name gives away, else nothing.

    The words before "of" or "for" name its kind where the last words do not: "University of Tarn".

    Example:
        >>> from dateline.knowledge.actor_words import ActorWords
        >>> sectors_by_form("Tarn Valley Growers' Federation", ActorWords.load().forms)
        ('AGR',)
    """
    words = name.lower().replace("’", "'").split()
    if len(words) < SHORTEST:
        return ()
    whole = words if OF & set(words) else words[:-1]  # "Federation of Employers"
    inside = next((sector for word in whole if (sector := forms.inside.get(word.strip("'")))), None)
    for part in (words, _before_preposition(words)):
        found = _ending(part, forms)
        if found == "EDU" and part[-1:] == ["institute"] and inside in TRADES:
            return (inside,)  # "the Wine Institute"
        if found == "SOC":
            state = part[0] in forms.state_first and part[-1] in forms.state_ends
            return (inside or ("GOV" if state else "SOC"),)
        if found:
            return (found,)
        if part and part[0] in forms.state_first and part[-1] in forms.state_ends:
            return ("GOV",)
    return ()


def is_shared(name: str, forms: BodyForms) -> bool:
    """Say whether a name is that of a body of many states: a part of the world, and what such bodies are.

    Example:
        >>> from dateline.knowledge.actor_words import ActorWords
        >>> [is_shared(name, ActorWords.load().forms) for name in ("Indian Ocean Commission", "Tarn Valley Council")]
        [True, False]
    """
    words = name.lower().split()
    first = any(" ".join(words[:size]) in forms.shared_first for size in (1, 2, 3))
    last = any(" ".join(words[-size:]) in forms.shared_ends for size in (1, 2, 3, 4))
    return len(words) >= SHORTEST and first and last


def _before_preposition(words: list[str]) -> list[str]:
    at = next((n for n, word in enumerate(words) if word in {"of", "for", "on"} and n), 0)
    return words[:at]


def _ending(words: list[str], forms: BodyForms) -> str | None:
    for size in range(min(4, len(words)), 0, -1):
        sector = forms.ends.get(" ".join(words[-size:]))
        if sector:
            return sector
    return None


def settle_firms(cast: Cast, syntax: Syntax, forms: BodyForms) -> frozenset[int]:
    """Return the chains of unknown bodies that are firms: the report tells of their shares, sales or earnings.

    Args:
        cast: The story's characters.
        syntax: The story.
        forms: The shipped word lists.
    """
    unknown = [c for c in cast.characters if _is_unknown(c)]
    if not unknown:
        return frozenset()
    told = {t.sent for t in syntax.tokens if t.lemma in forms.firm_words or t.text in FIRMS}
    again = any(t.lemma in forms.firm_again and syntax.definite(t.i) for t in syntax.tokens if t.pos == "NOUN")
    found = set()
    for character in unknown:
        near = {d.sentence for d in character.drafts} & told
        if near and (again or len(near) > 1 or len(told) > 1):
            found.add(character.chain)
    return frozenset(found)


def _is_unknown(character: Character) -> bool:
    known = character.resolution
    if known is None or known.sectors or character.person or known.entity:
        return False
    named = sum(word[:1].isupper() for word in known.name.split() if word.lower() != "the") > 1
    return known.rule.startswith(UNKNOWN) or (named and known.rule.startswith("noun"))
