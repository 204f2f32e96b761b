"""Whom descriptions serve that do not say it: an officer his service, a chairman his firm, members their body."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.resolve.bodies import serving, taken_up
from dateline.resolve.bodies.again import OF_BODY, body_acting
from dateline.resolve.bodies.companies import OFFICER
from dateline.resolve.bodies.firm_people import FIRM, heads_firm, is_at_unknown
from dateline.resolve.bodies.forms import UNKNOWN
from dateline.resolve.bodies.many_states import UNITED_ORGAN
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.nominals import NOBODY
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.model import Resolution
    from dateline.resolve.pieces.phrases import Phrase
    from dateline.resolve.reader import Reader


class Employed:
    """Finds whom the people described in one story serve."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._lists = reader.words.definites

    def settle(self, phrase: Phrase, core: Piece, profile: Profile, known: Resolution, sentence: int) -> Resolution:
        """Return what a description says, with what whomever it serves adds to it.

        Args:
            phrase: The description.
            core: Its noun.
            profile: The words around it.
            known: What it says by itself.
            sentence: Where it stands.
        """
        firm = self._r.companies.latest(sentence)
        found = (
            taken_up.joined(core, profile, known, firm, self._r)
            or self._heading_firm(core, known, firm)
            or self._in_service(core, profile, known)
            or self._speaking(core, profile, known, sentence)
            or self._of_states(core, profile, known, sentence)
            or self._at_convention(core, profile, known)
            or self._seated(core, profile, known, sentence)
            or self._at_office(core, known, firm, sentence)
            or self._at_firm(core, profile, known, firm)
            or known
        )
        return replace(found, sectors=FIRM) if is_at_unknown(core, phrase, found, self._r) else found

    def _heading_firm(self, core: Piece, known: Resolution, firm: Resolution | None) -> Resolution | None:
        """Read a president who is a firm's, and so of no state."""
        if core.lemma not in self._r.words.companies["heads"] or not heads_firm(core, self._r):
            return None
        land = known.country or (firm.country if firm else None)
        return replace(known, country=land, sectors=FIRM, entity=None, rule=OFFICER)

    def _in_service(self, core: Piece, profile: Profile, known: Resolution) -> Resolution | None:
        """Give an officer the service named last."""
        service = serving.service(self._r.cast) if _is_bare_officer(core, profile) else ()
        return replace(known, sectors=service) if service else None

    def _speaking(self, core: Piece, profile: Profile, known: Resolution, sentence: int) -> Resolution | None:
        """Give a spokesman the body that acted last, or whom the story told of last."""
        if core.lemma not in self._lists["speakers"] or profile.employer or known.country:
            return None
        anybody = self._r.syntax.indefinite(core.last - 1)
        body = serving.speaking(self._r.cast, sentence, anybody=anybody)
        return replace(known, country=body.country, sectors=body.sectors, rule=serving.SPEAKER) if body else None

    def _of_states(self, core: Piece, profile: Profile, known: Resolution, sentence: int) -> Resolution | None:
        """Give monitors and judges the body of states that acted last."""
        if core.lemma not in self._lists["body_people"] or profile.employer or known.country:
            return None
        body = body_acting(self._r.cast, sentence)
        return replace(known, country=body.country, rule=OF_BODY) if body else None

    def _at_convention(self, core: Piece, profile: Profile, known: Resolution) -> Resolution | None:
        """Read a delegate to a party's convention."""
        party = core.lemma == "delegate" and not (profile.employer or profile.countries) and self._r.idle.partisan
        return replace(known, sectors=("PTY",)) if party else None

    def _seated(self, core: Piece, profile: Profile, known: Resolution, sentence: int) -> Resolution | None:
        """Give members the body named last in which somebody sits."""
        alone = _is_idle(core, known) and core.lemma == "member" and profile.inner is None
        body = serving.seated(self._r.cast, sentence) if alone else None
        return (
            replace(known, country=body.country, sectors=body.sectors or UNITED_ORGAN, rule=OF_BODY) if body else None
        )

    def _at_office(self, core: Piece, known: Resolution, firm: Resolution | None, sentence: int) -> Resolution | None:
        """Give aides whoever of a government, party or chamber was named last, where no firm was."""
        if firm or not _is_idle(core, known) or core.lemma not in self._lists["serving_offices"]:
            return None
        return replace(known, sectors=serving.served(self._r.cast, sentence))

    def _at_firm(self, core: Piece, profile: Profile, known: Resolution, firm: Resolution | None) -> Resolution | None:
        """Give officers without a service, nobody's manager and a group of nobody the firm named last."""
        group = core.lemma == "group" and known.sectors == NOBODY
        idle = (_is_idle(core, known) or group) and not known.country
        if firm and (idle or _is_bare_officer(core, profile)):
            return replace(known, country=firm.country, sectors=firm.sectors, rule=OFFICER)
        return None


def _is_bare_officer(core: Piece, profile: Profile) -> bool:
    """Say whether an officer is of no body that is told."""
    told = profile.employer is not None and not profile.employer.rule.startswith(UNKNOWN)
    return core.lemma in {"officer", "agent"} and not profile.nouns and not told


def _is_idle(core: Piece, known: Resolution) -> bool:
    """Say whether a noun means whoever serves a body, and nothing tells which."""
    return known.sectors == NOBODY and core.noun is not None and core.noun.inherits_employer
