"""Who "both", "it" or "the country" is in a membership: of the states that a report tells of those that belong."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.coding.parties.cast import is_of_states
from dateline.coding.ties.context import COUNTS, Told, is_plain_land
from dateline.coding.ties.words import lexicon
from dateline.knowledge.memberships import members_of
from dateline.model import Participant, ResolvedStory, Token, codes_of

PRONOUNS = {"it": 1, "its": 1, "they": 2, "their": 2}


class Members:
    """Puts the members of bodies right in one story."""

    def __init__(self, resolved: ResolvedStory, told: Told) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._told = told

    def fitting(self, heads: Iterable[int], parties: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Return the parties of a membership; for a word that names nobody, states told of that belong to the body.

        "Ghana told France ... Both belong to ECOWAS": not a state that the body never held.

        Args:
            heads: The words in the slots of the relation.
            parties: Whom they were taken for, the body among them.
        """
        bodies = [p for p in parties if is_of_states(p.resolution)]
        members = [p for p in parties if p not in bodies]
        belong = members_of(bodies[0].resolution.name or "") if len(bodies) == 1 else frozenset()
        meant = {head: number for head in heads if (number := self._number(self._parsed.tokens[head]))}
        if not belong or len(meant) != 1 or codes_of(members) <= belong:
            return parties
        ((first, number),) = meant.items()
        if len(members) > number:
            return parties
        found = self._told_of(belong, first, number)
        return (*found, *bodies) if found else parties

    def _number(self, token: Token) -> int:
        """Return how many states a word means that names none; 0 for a name."""
        below = [c.lemma for c in self._parsed.children(token)]
        counted = next((COUNTS[lemma] for lemma in (token.lemma, *below) if lemma in COUNTS), None)
        sided = token.lemma in COUNTS or token.lemma in lexicon().words.sides
        if counted is not None and sided and token.pos != "PROPN":
            return counted
        if token.lemma in PRONOUNS:
            return PRONOUNS[token.lemma]
        return int(is_plain_land(token))

    def _told_of(self, codes: Collection[str], before: int, number: int) -> tuple[Participant, ...]:
        """Return just so many states of some that a report names before a word, those named last, else most."""
        token = self._parsed.tokens[before]
        found: dict[str, list[Participant]] = {}
        for sent in range(token.sent, -1, -1):
            for party in self._told.named(sent, before):
                if set(party.resolution.codes) <= set(codes):
                    found.setdefault(party.resolution.codes[0], []).append(party)
            if len(found) == number:
                return tuple(told[0] for told in found.values())
        ranked = sorted(found.values(), key=lambda told: (len(told), told[-1].span.start), reverse=True)
        return tuple(told[0] for told in ranked[:number]) if len(ranked) >= number else ()
