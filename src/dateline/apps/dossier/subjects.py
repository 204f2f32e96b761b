"""Whom a dossier is about: a code, the name of a country, or the name of somebody whom the run knows."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.codes import country_codes
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import UsageError

if TYPE_CHECKING:
    import duckdb

# What the codes that belong to no state stand for.
BODIES = {
    "IGO": "international organisations",
    "UNO": "United Nations",
    "EUR": "European Union",
    "NGO": "non-governmental organisations",
    "ISM": "international social movements",
    "IMG": "international militant groups",
    "MNC": "multinational companies",
}
# Countries that the base calls by their initials.
_IN_FULL = {"GBR": "United Kingdom", "USA": "United States"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One actor of a dossier.

    Attributes:
        name: As it is called in the dossier.
        code: Country or international code, if it stands for all of its actors.
        entity_id: The one entity, if it is a person, body or group.
    """

    name: str
    code: str = ""
    entity_id: str = ""

    def label(self) -> str:
        """Return name and code."""
        return f"{self.name} ({self.code})" if self.code else self.name


def code_name(code: str, base: KnowledgeBase) -> str:
    """Return the name that goes with a code; the code itself when nothing knows it.

    Example:
        >>> code_name("PHL", KnowledgeBase.open()), code_name("EUR", KnowledgeBase.open())
        ('Philippines', 'European Union')
    """
    if code in BODIES or code in _IN_FULL:
        return BODIES.get(code) or _IN_FULL[code]
    country = base.country(code)
    if country is not None:
        return country.name
    known = country_codes().get(code)
    return known.name if known else code


def find_subject(text: str, *, run: duckdb.DuckDBPyConnection, base: KnowledgeBase) -> Subject:
    """Return whom a word of the command line means.

    Args:
        text: A code (`PHL`), the name of a country or of its people, an entity's id, or a name as the run has it.
        run: A database over the run.
        base: The base of actors.

    Raises:
        UsageError: Nobody of that name is known, or several are.
    """
    wanted = re.sub(r"\s+", " ", text).strip()
    code = _code(wanted, base)
    if code:
        return Subject(name=code_name(code, base), code=code)
    found = _entities(wanted, run, base)
    if len(found) == 1:
        return Subject(name=found[0][1], entity_id=found[0][0])
    if found:
        many = ", ".join(f"{name} [{entity_id}]" for entity_id, name in found[:6])
        raise UsageError(f"{text!r} may be {many}; give the id in brackets instead")
    near = difflib.get_close_matches(wanted.casefold(), _names(run), n=3, cutoff=0.7)
    hint = f" (near it: {', '.join(near)})" if near else ""
    raise UsageError(
        f"{text!r} is no country, code or actor of this run{hint}; give a three-letter code such as PHL, the name of a "
        "country, or a name as the table event_actors has it"
    )


def _code(text: str, base: KnowledgeBase) -> str:
    upper = text.upper()
    if len(text) == 3 and (upper in INTERNATIONAL or base.country(upper) or upper in country_codes()):
        return upper
    if text.casefold() in {name.casefold() for name in BODIES.values()}:
        return next(code for code, name in BODIES.items() if name.casefold() == text.casefold())
    for spelling in (text, text.title(), f"the {text}"):
        hit = base.country_of(spelling)
        if hit is not None and hit.code and hit.kind in {"name", "demonym", "adjective"}:
            return hit.code
    return ""


def _entities(text: str, run: duckdb.DuckDBPyConnection, base: KnowledgeBase) -> list[tuple[str, str]]:
    ids = [text, *(entity.id for entity in base.lookup(text))]
    query = """
        SELECT entity_id, first(name ORDER BY name) FROM (
          SELECT entity_id, name FROM event_actors UNION ALL SELECT entity_id, name FROM tie_parties
          UNION ALL SELECT speaker_id, speaker FROM statements
        ) WHERE entity_id IS NOT NULL AND entity_id <> '' AND (
          entity_id IN (SELECT unnest(?)) OR lower(name) = lower(?) OR lower(name) LIKE '% ' || lower(?)
        ) GROUP BY entity_id ORDER BY entity_id
    """
    # A surname finds its bearer; the last word is compared as it stands, not as a pattern.
    last = text.replace("%", "").replace("_", " ")
    return [(str(i), str(name)) for i, name in run.execute(query, [ids, text, last]).fetchall()]


def _names(run: duckdb.DuckDBPyConnection) -> list[str]:
    rows = run.execute("SELECT DISTINCT lower(name) FROM event_actors WHERE name IS NOT NULL LIMIT 20000").fetchall()
    known = [row.name.casefold() for row in country_codes().values()]
    return [*known, *(str(name) for (name,) in rows)]
