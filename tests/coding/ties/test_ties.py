"""Which sentences state a standing relation, since when and until when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.model import CodedStory, codes_of

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]
ENTRIES = list(read_entries(data_folder() / "ties" / "ties.toml", "tie"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: f"{e['kind']}: {e['example'][:40]}")
def test_a_pattern_s_example_states_its_relation_and_its_near_miss_does_not(code: Code, entry: dict[str, Any]) -> None:
    assert entry["kind"] in {t.kind for t in code(entry["example"]).ties}
    assert entry["kind"] not in {t.kind for t in code(entry["near_miss"]).ties}


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("Kenya thanked Uganda. Both belong to the African Union.", "membership", {"KEN", "UGA", "IGO"}),
        ("NATO met in Oslo. Latvia, a member since 2004, sent a minister.", "membership", {"LVA", "IGO"}),
        ("NATO met in Oslo. The alliance has kept soldiers in Latvia since 2017.", "deployment", {"LVA", "IGO"}),
        (
            "Kenya accused Uganda of theft. Kenya closed Uganda's embassy. Oman has acted as a mediator since 2011.",
            "mediation",
            {"KEN", "UGA", "OMN"},
        ),
        ("Peru met Chile on Monday. The two are tied by a treaty signed in 1929.", "treaty", {"PER", "CHL"}),
        (
            "Ghana and Togo, which have met every year since 2009, will meet again.",
            "regular-consultation",
            {"GHA", "TGO"},
        ),
        ("The bank, to which Ghana and Togo belong, is the African Union's.", "", set()),
        ("Their creditors met in Accra. Ghana's main creditor is China.", "aid", {"GHA", "CHN"}),
        ("French jets have helped to police Niger since 2014.", "deployment", {"FRA", "NER"}),
        ("The pact enters into force between Chile and Peru on Friday.", "", set()),
        (
            "Ghana warned France. France laughed. Togo met France. Both belong to ECOWAS.",
            "membership",
            {"GHA", "TGO", "IGO"},
        ),
        ("Finland has been a NATO member since 2023.", "membership", {"FIN", "IGO"}),
        ("Denmark and Canada are Togo's main donors.", "aid", {"DNK", "CAN", "TGO"}),
        ("The three Baltic states have been members of NATO since 2004.", "membership", {"EST", "LVA", "LTU", "IGO"}),
        (
            "Norway has mediated between Kenya and Togo ever since soldiers crossed the border.",
            "mediation",
            {"NOR", "KEN", "TGO"},
        ),
        ("Japan built a clinic in Togo. Japan pays for a hospital in Tokyo.", "", set()),
        ("Peru and Chile are still bound, for their pact was never revoked.", "", set()),
        ("EU Member States are worried by Togo.", "", set()),
        ("Strikers have blocked Togo's road to Benin since Tuesday.", "", set()),
    ],
)
def test_a_party_that_its_clause_does_not_name_is_whom_the_report_told_of(
    code: Code, text: str, kind: str, countries: set[str]
) -> None:
    found = {(t.kind, codes_of(t.parties)) for t in code(text, day="2019-10-03").ties}
    assert found == ({(kind, frozenset(countries))} if kind else set())


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Norway has kept troops in Lebanon since 2006.", "2006", None),
        ("Polish and Czech officials have been meeting regularly for ten years.", "2009", None),
        ("Poland joined NATO in 1999.", "1999", None),
        ("Britain left the European Union in January 2020.", None, "2020-01"),
        ("The treaty between Chile and Peru remains in force until 2025.", None, "2025"),
        ("A treaty signed in 1929 binds Chile and Peru.", "1929", None),
        ("Chad has been one of France's closest allies since 1960.", "1960", None),
        ("Eritrea has been under United Nations sanctions since 2009.", "2009", None),
        ("Nepalese soldiers served in Haiti from 2004 to 2017.", "2004", "2017"),
        ("Zimbabwe, under European Union sanctions since 2002, sent no minister.", "2002", None),
    ],
)
def test_a_relation_keeps_its_beginning_and_its_end(
    code: Code, text: str, since: str | None, until: str | None
) -> None:
    assert [(t.since, t.until) for t in code(text, day="2019-10-03").ties] == [(since, until)]


@pytest.mark.parametrize(
    "text",
    [
        "Sweden is not a member of NATO.",
        "Sweden wants to be a member of NATO.",
        "Sweden could be a member of NATO.",
        "The treaty between Chile and Peru is no longer in force.",
        "Norway has no troops in Lebanon.",
        "Turkey occupied a booth.",
        "Norway denies having troops in Lebanon.",
        "Norway dismissed the charge that its troops are stationed in Lebanon.",
        "Norway refused to disarm and recognise Taiwan.",
        "Norway is the biggest trading partner of Lebanon.",
        "Ann Lee, a board member of the African Union's bank, met Togo.",
        "It is the first mill that Chile and Peru have ever run together.",
    ],
)
def test_denied_wished_and_imagined_relations_do_not_stand(code: Code, text: str) -> None:
    assert code(text).ties == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos has been a member of ASEAN since 1997 and of the UN since 1955.", {"1997", "1955"}),
        ("Jordan, an ally of Kuwait since the 1980-88 war, sent flour.", {"1988"}),
        ("Chile and Peru patrol the strait jointly, as they have since 2003.", {"2003"}),
        ("Chile and Peru are bound by a friendship treaty of 1996.", {"1996"}),
        ("Spain seized a fort in Chad in 1975 and has kept troops there ever since.", {"1975"}),
        ("Chile has laid claim to half of Peru since the 19th century.", {"18"}),
        ("Jordan, a member of the Arab League for ten years, sent flour.", {"2009"}),
        ("Togo has barred its ships under the salvage treaty with Benin, in force since 1984.", {"1984"}),
    ],
)
def test_a_relation_dates_from_its_own_year(code: Code, text: str, expected: set[str]) -> None:
    assert {t.since for t in code(text, day="2019-10-03").ties} == expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Spain has 500 soldiers serving in Lebanon.", {"ESP", "LBN"}),
        ("Togo gave France a month to withdraw 200 marines who are stationed in Benin.", {"FRA", "BEN"}),
        ("Haiti is one of the states that recognise Taiwan.", {"HTI", "TWN"}),
        (
            "Qatar, which flies from the Eritrean port of Assab against the Houthis, has kept jets there since 2015.",
            {"QAT", "ERI"},
        ),
        ("Under a pact reached in 1994 Jordan receives water from Israel.", {"JOR", "ISR"}),
    ],
)
def test_a_relation_is_between_those_whom_its_sentence_tells_of(code: Code, text: str, parties: set[str]) -> None:
    assert [{p.resolution.country for p in t.parties} for t in code(text).ties] == [parties]


@pytest.mark.parametrize(
    "text",
    [
        "The general is in Chad, where he is to see his guests on Friday.",
        "Raqqa is in Syria, where Turkish fighters are in control of five quarters.",
        "Chile and Peru signed a treaty on Monday.",
        "Chile becomes a member of the African Union once the vote is over.",
        "The 2015 pact between Chile and Peru collapsed.",
        "Peru is to ship maize to Chile under a deal concluded on Monday.",
        "Chad has had troops on a hill in Sudan since Tuesday.",
        "Chad raided Sudan once the armistice had taken effect.",
        "Togo has been at odds with Benin over a ferry.",
        "Togo's envoy is there for the feast in Benin.",
        "Ghana, which has mediated between Togo and Benin, wept.",
        "Five states claim the shoal, Chad said in Togo.",
        "Togo broke off relations with Benin in 1991.",
        "Under the deal Togo should let Benin's lorries pass.",
        "The African Union and Togo have made progress in talks with Benin.",
    ],
)
def test_news_and_what_is_over_or_to_come_is_no_standing_relation(code: Code, text: str) -> None:
    assert code(text).ties == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Togo and Benin, whose ministers meet every spring, share a port.", {"TGO", "BEN"}),
        ("Palau is one of the last states to recognise Taiwan.", {"PLW", "TWN"}),
        ("Palau is one of three states to have full relations with Taiwan.", {"PLW", "TWN"}),
        ("Chad, Kenya's foe, sells guns to both Togo and Benin.", {"TCD", "TGO", "BEN"}),
    ],
)
def test_a_clause_told_of_several_is_of_them_all(code: Code, text: str, parties: set[str]) -> None:
    assert [{p.resolution.country for p in t.parties} for t in code(text).ties] == [parties]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Moldova, where Russian troops have been stationed since 1992, complained.", {"RUS", "MDA"}),
        ("Canada's sanctions against Eritrea remain in place.", {"CAN", "ERI"}),
    ],
)
def test_a_holder_is_whose_the_thing_is_and_not_where_it_is(code: Code, text: str, parties: set[str]) -> None:
    assert [{p.resolution.country for p in t.parties} for t in code(text).ties] == [parties]
