"""What a common noun says about the actor it describes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorHit:
    """The sector of a noun or noun phrase ("soldier", "interior ministry").

    Attributes:
        sectors: PLOVER sectors, primary first; empty when the noun inherits or is no actor.
        kind: `person`, `group`, `office` (a post: "president") or `institution` ("parliament").
        office: Office class as in `Role.office` when the noun names a post that has one.
        flags: `inherits_employer` (spokesman, envoy: the sector of whoever employs them), `stop` (never an actor).
    """

    sectors: tuple[str, ...]
    kind: str
    office: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def inherits_employer(self) -> bool:
        """Whether the sector is that of the employer ("a Kremlin spokesman")."""
        return "inherits_employer" in self.flags

    @property
    def is_stop(self) -> bool:
        """Whether the noun never names an actor ("storm", "Monday")."""
        return "stop" in self.flags
