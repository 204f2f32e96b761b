"""Who keeps something, and with whom: both sides of a relation that is not one of equals."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.ties.context import is_assumed
from dateline.coding.ties.deployments import Deployments
from dateline.coding.ties.hosts import Hosts
from dateline.coding.ties.parties import TieParties
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import TiePattern
from dateline.model import Participant, Token, codes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Both sides of a relation.

    Attributes:
        holder: Who keeps something.
        host: With whom; nobody where it is kept in a region of no single country.
    """

    holder: tuple[Participant, ...]
    host: tuple[Participant, ...]


class Keepers:
    """Finds who keeps what with whom in one story."""

    def __init__(self, parties: TieParties, hosts: Hosts, deployments: Deployments) -> None:
        self._parties = parties
        self._hosts = hosts
        self._deployments = deployments

    def of(self, pattern: TiePattern, token: Token) -> Kept | None:
        """Return both sides of a relation that a word tells in the way of a pattern; None if one is not known."""
        named = self._parties.fill(token, pattern.holder)
        known = bool(codes_of(named)) and not any(is_assumed(p) for p in named)
        holder = named if codes_of(named) else self._imposing(pattern, token)
        if not codes_of(holder) or (pattern.known and not (known and _is_named(holder))):
            return None
        if pattern.kind == "deployment" and not self._deployments.is_one(pattern, token, holder):
            return None
        abroad = pattern.abroad and self._hosts.is_abroad(pattern, token)
        host = self._host(pattern, token, holder, told=known and not abroad)
        return Kept(holder=holder, host=host) if host or abroad else None

    def _imposing(self, pattern: TiePattern, token: Token) -> tuple[Participant, ...]:
        """Return the body told of last, where a ban names nobody: "The embargo on arms for Chad is in force"."""
        return (self._parties.told.body(token) or ()) if pattern.kind == "sanctions" and pattern.force else ()

    def _host(
        self, pattern: TiePattern, token: Token, holder: tuple[Participant, ...], *, told: bool
    ) -> tuple[Participant, ...]:
        """Return with whom something is kept; if `told` and its clause names nobody, whom the report tells of."""
        own = codes_of(holder)
        mission = self._parties.of_mission(holder) if pattern.kind == "deployment" else ()
        host = mission or self._hosts.of(pattern, token, own)
        host = host or (self._parties.last_told(pattern, token, own) if told else ())
        if pattern.kind == "deployment":  # kept in a land, not with a body: "its clerk at the bank of the Union"
            return tuple(p for p in host if INTERNATIONAL.isdisjoint(p.resolution.codes))
        return host


def _is_named(parties: tuple[Participant, ...]) -> bool:
    """Say whether names or words of nations tell whose somebody is: "French sappers", not "Forces"."""
    return any(
        p.resolution.entity is not None
        or any(c.isupper() for c in p.text[1:])
        or " " in p.text
        or p.resolution.rule.startswith(("nationality", "pronoun", "capital"))
        for p in parties
    )
