"""Officials of whom the words do not say whose they are: "longtime aide Ann Lee", "Chairman Roe", "Judge Rios"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import Resolution
from dateline.resolve.bodies.companies import OFFICER
from dateline.resolve.bodies.serving import SPEAKER, served, speaking
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.nominals import NOBODY, ORGANS
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# How many sentences back a body may lie that "department spokesman Ann Lee" goes back to.
REACH = 6


class Officials:
    """Gives the named officials of one story the body or land that the story told of last."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def settle(self, phrase: Phrase, profile: Profile, resolution: Resolution | None) -> Resolution | None:
        """Return who bears a name, with the side, firm or land that his office goes back to.

        Args:
            phrase: The phrase of the name.
            profile: What stands inside the phrase.
            resolution: Who bears the name; whom the base knows stays as he is.
        """
        if resolution is None or resolution.entity:
            return resolution
        resolution = self._of_firm(phrase, profile, self._serving(phrase, profile, resolution))
        return self._at_home(phrase, resolution)

    def _serving(self, phrase: Phrase, profile: Profile, resolution: Resolution) -> Resolution:
        """Give "longtime aide Ann Lee", of whom nobody says whom she serves, what whoever was named last is."""
        if resolution.sectors or profile.employer:
            return resolution
        sentence = self._r.syntax.tokens[phrase.head].sent
        told = speaking(self._r.cast, sentence, anybody=False) if self._speaks(profile) else None
        if told is not None and told.sectors:
            return replace(resolution, country=told.country, sectors=told.sectors, rule=SPEAKER)
        if not any(p.lemma in self._r.words.definites["serving_offices"] for p in profile.nouns):
            return resolution
        return replace(resolution, sectors=served(self._r.cast, sentence))

    def _speaks(self, profile: Profile) -> bool:
        """Say whether the noun before a name is a spokesman or manager of no land."""
        if profile.countries or not profile.nouns:
            return False
        lemma = profile.nouns[-1].lemma
        manages = lemma.rpartition(" ")[2] in self._r.words.companies["managers"]
        return manages or lemma in self._r.words.definites["speakers"]

    def _of_firm(self, phrase: Phrase, profile: Profile, resolution: Resolution) -> Resolution:
        """Give "Chairman Donald Clark" the company that the story has just named."""
        if profile.employer or profile.countries:
            return resolution
        heads = any(p.lemma in self._r.words.companies["heads"] for p in profile.nouns)
        untold = resolution.sectors in {(), NOBODY}
        idle = untold and any(p.noun and p.noun.inherits_employer for p in profile.nouns)
        firm = self._r.companies.latest(self._r.syntax.tokens[phrase.head].sent) if idle or heads else None
        if firm is None:
            return resolution
        country = resolution.country or firm.country
        return replace(resolution, country=country, sectors=firm.sectors, score=0.45, rule=OFFICER)

    def _at_home(self, phrase: Phrase, resolution: Resolution) -> Resolution:
        """Give an unknown official without a country ("Judge Alejandra Rios") the story's country."""
        if resolution.country or self._r.syntax.quoted[phrase.head] or not set(resolution.sectors[:1]) & ORGANS:
            return resolution
        token = self._r.syntax.tokens[phrase.head]
        beside = self._r.syntax.tokens[token.head].lemma if token.dep == "appos" else ""  # "The ambassador, Ann Lee"
        title = next((p.lemma for p in reversed(phrase.left) if p.noun), beside)
        country = self.of_body(phrase) or self._r.belonging.of_official(phrase.head, resolution.sectors, title)
        if country is None:
            return resolution
        return replace(resolution, country=country, score=0.45, rule="official of the story's country")

    def of_body(self, phrase: Phrase) -> str | None:
        """Return the land of the body named last that "department spokesman Ann Lee" goes back to."""
        kinds = {p.lemma.split()[-1] for p in phrase.left if p.noun and p.noun.kind == "institution"}
        sentence = self._r.syntax.tokens[phrase.head].sent
        for character in self._r.cast.recent() if kinds else ():
            if sentence - character.latest.sentence > REACH:
                break
            named = {x.split()[-1] for x in character.lemmas} | character.words
            if not character.person and kinds & named and character.resolution:
                return character.resolution.country
        return None
