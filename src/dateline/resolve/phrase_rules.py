"""In which order the rules are asked who a noun phrase is: the first that knows decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.bodies import acting, branches
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions import actor_nouns, counted, relational
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.groups import pair_people, pair_phrases, pairs
from dateline.resolve.lands import described_lands, nations, towns
from dateline.resolve.people import kin
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pronouns.things import Thing

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# What only tells when and how much, so that no "it" means it.
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


class PhraseRules:
    """Asks the rules in turn who the noun phrases of one story are."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def read(self, phrase: Phrase) -> Draft | None:
        """Read a noun phrase; None where it names nobody.

        Args:
            phrase: The phrase.
        """
        core = phrase.core
        if self._r.idle.is_idle(phrase):
            return self._other(phrase)
        size = pair_phrases.pair_size(phrase, self._r.syntax, self._r.words)
        described = pairs.read(phrase, size, self._r) if size else described_lands.read(phrase, self._r)
        running = self._r.syntax.tokens[phrase.head].lemma in pair_people.RUNNING
        if described or (size and not running and not pairs.is_told_apart(core)):
            return described
        team = self._r.teams.read(phrase) if self._r.teams.playing else None
        if team:
            return team
        bloc = self._r.blocs.read(phrase)
        if bloc is not None:
            return bloc
        return self._unknown(phrase) if core is None else self._known(phrase, core)

    def _unknown(self, phrase: Phrase) -> Draft | None:
        """Read a phrase without a word that a table knows."""
        return (
            self._r.bodies.campaign(phrase)
            or relational.read(phrase, self._r)
            or self._r.definites.appositions.read(phrase)
            or self._r.standing.read(phrase)
            or self._plain(phrase)
        )

    def _known(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read a phrase by the word of it that a table knows."""
        named = self._again(phrase, core) or self._r.bodies.campaign(phrase) or self._r.bodies.union(phrase, core)
        named = named or self._r.people.family(phrase, core) or kin.named(phrase, self._r)
        if named:
            return named
        if self._r.people.is_person(phrase, core):
            return self._r.people.read(phrase, core)
        if core.names_country and not core.noun:
            return branches.read(phrase, core, self._r) or self._r.lands.read(phrase, core)
        return self._by_words_around(phrase, core)

    def _by_words_around(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read a seat of power, a body or a description, of which the words around it tell whose it is."""
        profile = self._r.profiler.read(phrase)
        if core.metonym or core.country:
            other = towns.is_other_town(phrase, core, self._r)
            return self._other(phrase) if other else self._r.lands.seat(phrase, core, profile)
        entity = self._r.bodies.entity(core, profile)
        if entity:
            return self._r.bodies.read(phrase, core, profile, entity)
        return (
            self._described(phrase, core, profile)
            or self._r.lands.people(phrase, core, profile)
            or towns.province(phrase, self._r)
            or self._r.people.maybe(phrase, core, profile)
            or self._plain(phrase)
        )

    def _again(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read an acronym or short name of a body of the story, or a company by its form."""
        lands = frozenset(p.country.code for p in phrase.left if p.country and p.country.code)
        alias = self._r.short_names.again(core.text, lands=lands)
        if alias:
            return self._r.bodies.alias(phrase, alias)
        return self._r.companies.again(phrase, core) or self._r.companies.read(phrase)

    def _plain(self, phrase: Phrase) -> Draft | None:
        """Read a phrase by its plain noun alone, of a body or of what acts for it."""
        return (
            self._r.bodies.again(phrase)
            or self._r.blocs.commission(phrase)
            or towns.province(phrase, self._r)
            or towns.municipality(phrase, self._r)
            or acting.body(phrase, self._r)
            or nations.several(phrase, self._r)
            or self._other(phrase)
        )

    def _described(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a phrase whose head is a noun: a name made of it, else a description."""
        named = self._r.unheld.by_form(phrase, core, profile) if actor_nouns.names_body(phrase, core, self._r) else None
        if named or core.noun is None or not actor_nouns.names_actor(phrase, core, profile, self._r):
            return named
        if profile.inner and core.lemma.split()[-1] in self._r.words.quantities and not profile.countries:
            return counted.read(phrase, profile, self._r)
        return self._r.definites.read(phrase, core, profile)

    def _other(self, phrase: Phrase) -> Draft | None:
        """Read a noun that is no actor: the actors before it, and what it counts."""
        syntax, profile = self._r.syntax, self._r.profiler.read(phrase)
        token = syntax.tokens[phrase.head]
        if profile.inner and (token.lemma in self._r.words.quantities or token.pos == "NUM"):
            return counted.read(phrase, profile, self._r)
        self._r.modifiers.enter(phrase, profile)
        if token.ent not in MEASURES and not syntax.in_dateline(token.i):
            thing = Thing(token.i, token.sent, syntax.plural(token.i), syntax.subject(token.i))
            self._r.things.append(thing)
        return None
