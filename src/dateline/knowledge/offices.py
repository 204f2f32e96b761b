"""What class of office a title names, by the rules in offices.tsv."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.knowledge.codebook import data_folder


@lru_cache(maxsize=1)
def _rules() -> list[tuple[re.Pattern[str], str, str, int]]:
    rules = []
    for line in (data_folder() / "offices.tsv").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, office, sectors, rank, *_ = [*line.split("\t"), "", "", "", ""]
        rules.append((re.compile(pattern, re.IGNORECASE), office, sectors, int(rank or 0)))
    return rules


@lru_cache(maxsize=65536)
def classify(title: str) -> tuple[str, str, int] | None:
    """Return office class, sectors and rank of a title, or None when it is no post that counts.

    Example:
        >>> classify("Minister of Foreign Affairs")
        ('foreign', 'GOV', 84)
    """
    plain = title.strip().replace("’", "'")
    for pattern, office, sectors, rank in _rules():
        if pattern.search(plain):
            return None if office == "-" else (office, sectors, rank)
    return None


def single_key(office: str, rank: int, title: str) -> str | None:
    """Return the key of a post that one person holds at a time, or None for posts that several hold at once."""
    low = title.casefold()
    if office == "head_of_state":
        if "member of" in low or "captain" in low or "co-p" in low or "chairman of the presidency" in low:
            return None
        if "governor" in low:
            return "head_of_state:governor-general"
        if re.search(r"\b(king|queen|emir|sultan|emperor|monarch|grand duke|prince|pope|yang)", low):
            return "head_of_state:monarch"
        return "head_of_state:supreme" if "supreme" in low else "head_of_state:president"
    if office in {"head_of_government", "foreign", "defence", "central_bank"} and rank >= 60:
        return office
    if office in {"interior", "finance", "justice"} and rank >= 50:
        return f"{office}:{low}"
    if office == "military_chief" and rank >= 60:
        return "military_chief"
    if office in {"police_chief", "intelligence", "speaker"}:
        return f"{office}:{low}"
    return None
