"""The suite of mentions counts country and sector as its set's labels allow."""

from __future__ import annotations

from dateline.apps.evaluation.mentions import judge
from dateline.model import Mention, MentionKind, Resolution, Span

ROW = {"country": ["PER", "CHL"], "sectors": ["COP", ""]}


def _mention(resolution: Resolution | None) -> Mention:
    return Mention(i=0, first=0, last=1, head=0, span=Span(0, 6), kind=MentionKind.NAME, chain=0, resolution=resolution)


def test_any_listed_country_and_sector_is_right() -> None:
    found = judge(ROW, _mention(Resolution(name="police", country="CHL", sectors=("COP", "MIL"))))
    assert (found.country, found.sector) == (True, True)


def test_an_empty_label_allows_no_sector_but_not_a_wrong_one() -> None:
    assert judge(ROW, _mention(Resolution(name="Peru", country="PER"))).sector
    assert not judge(ROW, _mention(Resolution(name="Peru", country="PER", sectors=("GOV",)))).sector


def test_a_group_of_countries_is_right_when_one_of_them_is_labelled() -> None:
    pair = Resolution(name="both", country="ARG", countries=("ARG", "PER"))
    assert judge(ROW, _mention(pair)).country


def test_a_mention_without_resolution_is_wrong_everywhere() -> None:
    assert not judge(ROW, _mention(None)).found
    assert not judge(ROW, None).country
