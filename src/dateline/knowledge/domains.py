"""The country of a publisher, by the end of its internet address."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from dateline.knowledge.codebook import data_folder


def country_of_address(address: str | None) -> str | None:
    """Return the country whose end an address has, None for ends that are nobody's (`.com`, `.io`).

    Example:
        >>> country_of_address("https://www.nation.co.ke/news/1"), country_of_address("https://a.com/")
        ('KEN', None)
    """
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    return _ends().get(host.rpartition(".")[2])


@cache
def _ends() -> dict[str, str]:
    lines = (data_folder() / "places" / "domains.tsv").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line and not line.startswith(("#", "end\t")))
    return {end: country for end, _, country in rows}
