"""With whom or where forces, embassies and embargoes are kept."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code, ties_of

from dateline.model import codes_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman has let Britain use the port as a base since 2001.", {"GBR", "OMN"}),
        ("Chad, where 500 Kenyan soldiers serve in a joint force, complained.", {"KEN", "TCD"}),
        ("Kenya still has 300 soldiers next door in Chad.", {"KEN", "TCD"}),
        ("Chad, its ally and home to 500 Kenyan soldiers, complained.", {"KEN", "TCD"}),
        ("Kenyan soldiers train recruits in Chad.", {"KEN", "TCD"}),
        ("Sweden looks after Canadian interests in Chad.", {"SWE", "CAN", "TCD"}),
        ("Kenya has two battalions on the lake at Chad's invitation.", {"KEN", "TCD"}),
        ("Oman spoke. Kenya has used the airfield at Abeche since 2001.", {"KEN", "TCD"}),
        ("Denmark drills its marines in Chad every winter.", {"DNK", "TCD"}),
        ("A Kenyan-led force has been in Chad since 2011.", {"KEN", "TCD"}),
        ("Chad spoke of Niamey, from which American drones fly.", {"USA", "NER"}),
        ("Kenya voted to send more men to its base in Chad.", {"KEN", "TCD"}),
        ("Moscow has flown raids from a base near Abeche since 2015.", {"RUS", "TCD"}),
        ("Togo spoke. UNIFIL has watched the hills since 1978.", {"UNO", "LBN"}),
        ("Kenya, in the African Union since 1963, keeps 300 soldiers in Chad.", {"KEN", "TCD"}),
        ("Kenyan President William Ruto has two thousand men in Chad.", {"KEN", "TCD"}),
        ("LILONGWE, Malawi (Reuters) - French soldiers have been posted along the river since 2010.", {"FRA", "MWI"}),
        ("ABIDJAN, Ivory Coast (Reuters) - France keeps 4,000 soldiers in its former colony.", {"FRA", "CIV"}),
        ("Togo has 300 Kenyan soldiers in its garrisons.", {"KEN", "TGO"}),
        ("Benin spoke in Togo. Chad is split. Kenyan soldiers keep the peace there.", {"KEN", "TCD"}),
    ],
)
def test_a_host_is_who_lets_houses_or_is_told_of_behind_the_verb(code: Code, text: str, expected: set[str]) -> None:
    assert expected in [parties for _, parties, _ in ties_of(code(text, day="2019-10-03"))]


@pytest.mark.parametrize(
    "text",
    [
        "Oman will let Britain use the port as a base.",
        "Kenyan soldiers trained recruits in Chad.",
        "Kenya has a commission with Chad.",
        "Kenya's police officer at NATO met Chad.",
        "Kenyan sappers have taught Chadian recruits in Mombasa since 2011.",
    ],
)
def test_what_is_to_come_or_past_is_kept_nowhere(code: Code, text: str) -> None:
    assert code(text, day="2019-10-03").ties == ()


def test_a_base_lies_in_the_land_that_words_beside_its_name_tell(code: Code) -> None:
    text = (
        "SAN JOSE, May 5 - Costa Rica held a vote. About 500 American troops are based at Soto Cano, a Honduran base."
    )
    assert [set(codes_of(t.parties)) for t in code(text).ties if t.kind == "deployment"] == [{"HND", "USA"}]
