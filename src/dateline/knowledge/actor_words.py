"""Small word lists by which mentions of actors are read: titles, relational nouns, pronouns and the like."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from typing import Any

from dateline.model import LexiconError


@dataclass(frozen=True, slots=True)
class Title:
    """A title before a name: the noun whose sectors it brings, and the holder's gender, where it tells them."""

    noun: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyForms:
    """The lists of `body_forms.toml`.

    Attributes:
        ends: Last words of a body's name, or those before "of", to its sector.
        inside: Words inside a name that decide where the ending says no more than civil society.
        state_first, state_ends: First and last words that together make a body of the state.
        state_heads: First words of bodies that are no firms, whatever they end in.
        shared_first, shared_ends: First and last words that together make a body of many states.
        firm_words: What only firms have or do.
        firm_again: Nouns by which a report comes back to a firm.
    """

    ends: dict[str, str]
    inside: dict[str, str]
    state_first: frozenset[str]
    state_ends: frozenset[str]
    state_heads: frozenset[str]
    shared_first: frozenset[str]
    shared_ends: frozenset[str]
    firm_words: frozenset[str]
    firm_again: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SportWords:
    """The lists of `sport.toml`: words of matches, who plays them, what teams do and what they have."""

    signs: frozenset[str] = frozenset()
    players: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    feats: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ActorWords:
    """The lists of `data/resolve/`, ready for look-up; all words are lemmas in lower case.

    Attributes:
        titles: Title (without dots) to what it says.
        state, body, kin: Nouns that take their sectors from a body or person, see `relational.toml`.
        plain: Nouns of people at large, who take no sector from a body, see `relational.toml`.
        many: Ranks that many hold, see `former.toml`.
        quantities: Nouns that only count what follows "of".
        weak: The lists of `weak_nouns.toml` by key.
        lesser: Words for posts below or beside the one they stand before.
        pair_owned: Nouns of "our ..." that mean both sides.
        pair_plain: Nouns that say nothing of what both do for their states.
        pair_single: Singular nouns that mean two.
        pair_bare: Nouns of "the ..." that mean both sides without a number.
        former, future: Words for offices no longer, or not yet, held.
        keeps, drops, before: Second and first halves of compounds such as "Saudi-led" and "anti-Russian".
        currencies: Money that a land's name may stand before.
        pair_countries, pair_persons, pair_any: Nouns of "the two ...".
        genders: Noun to `m` or `f`.
        given: Given name to the gender of whoever bears it.
        capitals: The lists of `capitals.toml` by key.
        pronouns: The lists of `pronouns.toml` by key.
        forms: How names of bodies end.
        sport: Words of matches.
        definites: The lists of `definites.toml` by key.
        names: The lists of `names.toml` by key.
        companies: The lists of `companies.toml` by key.
        company_lands: Legal form to the one country that uses it.
        namesakes: Organ known by one country's name for it ("congress") to the others that call theirs so.
        never: Post or chamber to the countries that have none of it.
        homes: People without a state to the lands that it lives in.
        acting: Nouns for bodies that are read only where they act, to their sectors.
    """

    titles: dict[str, Title]
    state: frozenset[str]
    body: frozenset[str]
    kin: frozenset[str]
    quantities: frozenset[str]
    former: frozenset[str]
    future: frozenset[str]
    keeps: frozenset[str]
    drops: frozenset[str]
    before: frozenset[str]
    currencies: frozenset[str]
    pair_countries: frozenset[str]
    pair_persons: frozenset[str]
    pair_any: frozenset[str]
    genders: dict[str, str]
    forms: BodyForms
    capitals: dict[str, frozenset[str]] = field(default_factory=dict)
    pronouns: dict[str, frozenset[str]] = field(default_factory=dict)
    definites: dict[str, frozenset[str]] = field(default_factory=dict)
    names: dict[str, frozenset[str]] = field(default_factory=dict)
    weak: dict[str, frozenset[str]] = field(default_factory=dict)
    companies: dict[str, frozenset[str]] = field(default_factory=dict)
    company_lands: dict[str, str] = field(default_factory=dict)
    namesakes: dict[str, frozenset[str]] = field(default_factory=dict)
    lesser: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    many: frozenset[str] = frozenset()
    pair_owned: frozenset[str] = frozenset()
    pair_bare: frozenset[str] = frozenset()
    pair_single: frozenset[str] = frozenset()
    pair_plain: frozenset[str] = frozenset()
    sport: SportWords = SportWords()
    given: dict[str, str] = field(default_factory=dict)
    never: dict[str, frozenset[str]] = field(default_factory=dict)
    homes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    acting: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def relational(self) -> frozenset[str]:
        """All nouns that take their sectors from the body they belong to."""
        return self.state | self.body

    @cached_property
    def paired(self) -> frozenset[str]:
        """All nouns of "the two ..."."""
        return self.pair_countries | self.pair_persons | self.pair_any

    @cached_property
    def telling(self) -> frozenset[str]:
        """All words in a phrase that say when, how high, abroad or of how many states its head is."""
        lists = (self.definites[name] for name in ("regions", "joint", "abroad"))
        return frozenset({"european"}).union(self.former, self.lesser, self.future, *lists)

    @classmethod
    def load(cls) -> ActorWords:
        """Load the shipped lists (once a process).

        Raises:
            LexiconError: A list is missing or malformed.

        Example:
            >>> ActorWords.load().genders["spokeswoman"]
            'f'
        """
        return _load()


@cache
def _load() -> ActorWords:
    titles = {
        form: Title(row.get("as"), row.get("gender")) for row in _table("titles")["title"] for form in row["forms"]
    }
    relational, former, prefixes, pairs = (_table(n) for n in ("relational", "former", "prefixes", "pairs"))
    return ActorWords(
        titles=titles,
        state=frozenset(relational["state"]),
        body=frozenset(relational["body"]),
        kin=frozenset(relational["kin"]),
        quantities=frozenset(_table("quantities")["nouns"]),
        former=frozenset(former["words"]),
        future=frozenset(former["future"]),
        keeps=frozenset(prefixes["keeps"]),
        drops=frozenset(prefixes["drops"]),
        before=frozenset(prefixes["before"]),
        currencies=frozenset(prefixes["currencies"]),
        pair_countries=frozenset(pairs["countries"]),
        pair_persons=frozenset(pairs["persons"]),
        pair_any=frozenset(pairs["any"]),
        genders=_by_gender(_table("genders")),
        given=_by_gender(_table("given_names")),
        forms=_forms(_table("body_forms")),
        capitals=_sets("capitals"),
        pronouns=_sets("pronouns"),
        definites=_sets("definites"),
        names=_sets("names"),
        weak=_sets("weak_nouns"),
        companies=_sets("companies"),
        company_lands=dict(_table("companies")["country"]),
        namesakes={str(word): frozenset(lands) for word, lands in _table("namesakes")["lands"].items()},
        lesser=frozenset(former["lesser"]),
        plain=frozenset(relational["plain"]),
        many=frozenset(former["many"]),
        pair_owned=frozenset(pairs["owned"]),
        pair_bare=frozenset(pairs["bare"]),
        pair_single=frozenset(pairs["single"]),
        pair_plain=frozenset(pairs["plain"]),
        sport=SportWords(**_sets("sport")),
        never=_turned(_table("posts")["never"]),
        homes={name.replace("_", " "): tuple(lands) for name, lands in _table("posts")["homes"].items()},
        acting={noun: (sector,) for sector, nouns in _table("acting")["sectors"].items() for noun in nouns},
    )


def _by_gender(table: dict[str, Any]) -> dict[str, str]:
    return {word: gender for gender in ("m", "f") for word in table[gender]}


def _turned(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Return, for every word of lists by country, the countries in whose lists it stands."""
    words = {word for own in table.values() for word in own}
    return {word: frozenset(code for code, own in table.items() if word in own) for word in words}


def _forms(table: dict[str, Any]) -> BodyForms:
    return BodyForms(
        ends={words: sector for sector, forms in table["ends"].items() for words in forms},
        inside={word: sector for sector, words in table["inside"].items() for word in words},
        state_first=frozenset(table["state"]["first"]),
        state_ends=frozenset(table["state"]["ends"]),
        state_heads=frozenset(table["state"]["heads"]),
        shared_first=frozenset(table["shared"]["first"]),
        shared_ends=frozenset(table["shared"]["ends"]),
        firm_words=frozenset(table["firms"]["words"]),
        firm_again=frozenset(table["firms"]["again"]),
    )


def _sets(name: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in _table(name).items() if isinstance(value, list)}


def _table(name: str) -> dict[str, Any]:
    path = resources.files("dateline.knowledge").joinpath("data", "resolve", f"{name}.toml")
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"the word list {name}.toml cannot be read ({error}); install the package again") from error
