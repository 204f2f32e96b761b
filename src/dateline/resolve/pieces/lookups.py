"""Look-ups in the knowledge base, with the agent nouns held in memory because every word asks for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import Entity, Role
from dateline.resolve.pieces.syntax import noun_forms

if TYPE_CHECKING:
    from dateline.knowledge.base import KnowledgeBase
    from dateline.knowledge.countries import CountryHit, MetonymHit
    from dateline.knowledge.nouns import SectorHit


# Different words whose answer is kept; a report repeats most of its words.
WORDS = 8192


class Lookups:
    """The knowledge base as the rules of this room ask it; it holds nothing of any story."""

    def __init__(self, kb: KnowledgeBase, *, never: frozenset[str] = frozenset(), titles: Iterable[str] = ()) -> None:
        """Prepare look-ups.

        Args:
            kb: The knowledge base.
            never: Agent nouns of the base to be passed over.
            titles: Titles that stand before names, without dots.
        """
        self.kb = kb
        self._never = never
        self.longest = min(kb.max_alias_tokens(), 10)
        self._nouns = kb.nouns()
        # First words of the longer noun phrases: without one of them only the single word is worth a look.
        self._starts = frozenset(key.split()[0] for key in self._nouns if " " in key)
        self._titles = frozenset(title.split()[0] for title in titles)
        self.word = lru_cache(maxsize=WORDS)(self._word)
        self.starts_noun = lru_cache(maxsize=WORDS)(self._starts_noun)
        self.starts_title = lru_cache(maxsize=WORDS)(self._starts_title)

    def entities(self, text: str) -> tuple[Entity, ...]:
        """Return the entities of that exact name, best first."""
        return self.kb.lookup(text)

    def country(self, text: str, on: date | None = None) -> CountryHit | None:
        """Return the country that a name, adjective, demonym or capital belongs to; no seats of power."""
        hit = self.kb.country_of(text, on=on)
        if hit is None and text[-3:] in {"ean", "ans"}:  # "Ecuadorean" is written for "Ecuadorian"
            hit = self.kb.country_of(text.replace("ean", "ian"), on=on)
        if hit is None and text.startswith("St "):
            hit = self.kb.country_of(f"Saint {text[3:]}", on=on)
        return hit if hit and hit.kind not in {"metonym", "region"} and text[0].isupper() else None

    def metonym(self, text: str) -> MetonymHit | None:
        """Return what a seat of power stands for."""
        return self.kb.metonym(text)

    def noun(self, lemma: str) -> SectorHit | None:
        """Return the sectors of an agent noun, None for words that are no actors."""
        hit = self._nouns.get(name_key(lemma))
        return None if hit is None or hit.is_stop or lemma in self._never else hit

    def _word(self, text: str, lemma: str) -> tuple[str, SectorHit | None]:
        """Return the form under which a single word is an agent noun, and its sectors; None for other words."""
        hits = ((form, self.noun(form)) for form in noun_forms(text, lemma))
        return next((found for found in hits if found[1]), ("", None))

    def _starts_noun(self, word: str) -> bool:
        """Say whether a longer agent noun starts with this word."""
        return name_key(word) in self._starts

    def _starts_title(self, word: str) -> bool:
        """Say whether a title may start with this word: "Lt. Gen.", "Lt-Gen"."""
        first = word.lower().replace(".", "").replace("-", " ").split()[:1]
        return bool(first) and first[0] in self._titles

    def roles(self, entity_id: str, on: date | None) -> tuple[Role, ...]:
        """Return a person's posts on a day, or all of them."""
        return self.kb.roles_of(entity_id, on=on)

    def surname(self, surname: str, on: date | None) -> tuple[Role, ...]:
        """Return office-holders of that family name, most prominent first."""
        return self.kb.by_surname(surname, on=on)

    def holders(self, country: str, office: str, on: date | None) -> tuple[Role, ...]:
        """Return who held an office of a country that day."""
        return self.kb.holders(country, office, on=on)
