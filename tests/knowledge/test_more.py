"""Bodies and nouns that need no rebuilding of the base."""

from __future__ import annotations

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.more import more_bodies, more_nouns


def test_a_body_of_the_table_is_found_by_its_name_and_acronym() -> None:
    base = KnowledgeBase.open()
    found = [base.lookup(name) for name in ("Federal Energy Regulatory Commission", "FERC")]
    assert [(e[0].country, e[0].sectors) for e in found] == [("USA", ("GOV",))] * 2


def test_an_acronym_in_lower_case_is_a_word() -> None:
    assert not KnowledgeBase.open().lookup("sec")


def test_every_line_of_the_tables_is_a_body_or_a_noun() -> None:
    bodies = [entity for found in more_bodies().values() for entity, _ in found]
    assert all(body.name and (body.sectors or body.country in INTERNATIONAL) for body in bodies)
    assert all(hit.kind in {"person", "group", "office", "institution"} for hit in more_nouns().values())


def test_a_noun_of_the_table_is_an_agent_noun_of_the_base() -> None:
    hit = KnowledgeBase.open().sector_of("chief whip")
    assert hit is not None
    assert hit.sectors == ("LEG",)
