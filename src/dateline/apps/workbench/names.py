"""Names of countries and kinds of international body by their codes."""

from __future__ import annotations

from dateline.knowledge.codes import country_codes

# PLOVER's codes for who is no state, in words.
_BODIES = {
    "IGO": "Intergovernmental organisations",
    "UNO": "United Nations",
    "EUR": "European Union",
    "NGO": "Non-governmental organisations",
    "ISM": "International social movements",
    "IMG": "International armed groups",
    "MNC": "Multinational companies",
}


def country_name(code: str) -> str:
    """Return the name that a code stands for, or the code itself when there is none.

    Example:
        >>> country_name("PHL"), country_name("UNO"), country_name("XXX")
        ('Philippines', 'United Nations', 'XXX')
    """
    found = country_codes().get(code)
    return found.name if found else _BODIES.get(code, code)
