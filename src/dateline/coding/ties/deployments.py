"""Whether somebody is kept somewhere: not at home, not a man alone, not a body of states by its own seat."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.ties.context import is_assumed
from dateline.coding.ties.hosts import Hosts
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.words import lexicon
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import TiePattern
from dateline.model import ParsedStory, Participant, Token, codes_of

# In these one serves, and is kept nowhere by it: "serve in the American army".
ARMIES = frozenset({"army", "navy", "military", "legion", "militia"})
# Where a body of states sits: "houses the headquarters of the Caribbean Community".
SEATS = frozenset({"headquarters", "headquarter", "secretariat", "seat"})
ONE_MAN = frozenset({"man", "pilot", "citizen"})


class Deployments:
    """Judges who of one story is kept somewhere."""

    def __init__(self, parsed: ParsedStory, parties: TieParties, hosts: Hosts) -> None:
        self._parsed = parsed
        self._parties = parties
        self._hosts = hosts

    def is_one(self, pattern: TiePattern, token: Token, holder: tuple[Participant, ...]) -> bool:
        """Say whether a word tells that its holder keeps somebody in another land."""
        own = codes_of(holder)
        if any(_are_plain_rebels(p) for p in holder) or self._hosts.are_at_home(pattern, token, own):
            return False
        if self._is_alone(pattern, token) or self._is_in_an_army(token):
            return False
        return not (own <= INTERNATIONAL and self._is_body_s_own(token))

    def is_of_envoys(self, holder: Iterable[Participant]) -> bool:
        """Say whether who is kept somewhere is a state's envoy: "its ambassador, who has been posted there"."""
        return any(self._is_envoy(p) for p in holder)

    def _is_envoy(self, party: Participant) -> bool:
        words = {t.lemma for t in self._parsed.tokens_in(party.span)} | {*party.resolution.name.lower().split()}
        return not words.isdisjoint(lexicon().words.envoys)

    def _is_alone(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether one man, by name or not, is somewhere: nobody keeps him; "the president has 2,000 men" does."""
        subjects = [] if any("obj" in slot for slot, _ in pattern.where) else self._heads(token, "subj")
        return any(t.ent == "PERSON" or (t.tag == "NN" and t.lemma in ONE_MAN) for t in subjects)

    def _is_in_an_army(self, token: Token) -> bool:
        return token.lemma == "serve" and any(t.lemma in ARMIES for t in self._heads(token, "in"))

    def _is_body_s_own(self, token: Token) -> bool:
        """Say whether a body's seat is somewhere, or itself: "the African Union, which is based in Addis Ababa"."""
        things = self._heads(token, "subj", "obj")
        itself = any(t.pos == "PROPN" for t in things) and not any(t.pos == "NOUN" for t in things)
        return any(t.lemma in SEATS for t in things) or (itself and token.lemma in {"base", "locate"})

    def _heads(self, token: Token, *slots: str) -> list[Token]:
        return [self._parsed.tokens[h] for slot in slots for h in self._parties.heads(token, slot)]


def _are_plain_rebels(party: Participant) -> bool:
    """Say whether a party is rebels of whom nothing tells the land: they hold a part of their own."""
    return is_assumed(party) and party.resolution.sectors[:1] == ("REB",)
