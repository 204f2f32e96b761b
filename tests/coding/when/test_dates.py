"""Which day an event gets, and which it must not get."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _dates(code: Code, text: str) -> dict[str, str | None]:
    return {e.type.value: e.date.value for e in code(text).events if e.content_of is None}


def test_what_an_anniversary_remembers_lies_its_years_before_it(code: Code) -> None:
    found = _dates(code, "Thousands marked the 20th anniversary of the bombing of Kabul by Russia on Thursday.")
    assert found["ASSAULT"] == "1999"


def test_the_main_clause_s_day_is_not_given_to_what_is_told_aside(code: Code) -> None:
    found = _dates(code, "The man who attacked the French embassy in Lima was jailed by Peru on Monday.")
    assert found["SANCTION"] == "2019-09-30"
    assert found["ASSAULT"] != "2019-09-30"


def test_what_has_happened_did_not_happen_on_a_day_to_come(code: Code) -> None:
    found = _dates(code, "Norway postponed talks with Chile until Friday.")
    assert found["REJECT"] == "2019-10-03"


def test_a_date_in_a_clause_aside_is_none_of_the_main_clause(code: Code) -> None:
    found = _dates(code, "Kenya, which has kept a base at Kismayo since 2011, condemned Somalia for the delay.")
    assert found["ACCUSE"] == "2019-10-03"


def test_words_are_dated_by_their_saying_and_not_by_what_they_are_about(code: Code) -> None:
    found = _dates(code, "Chile thanked Peru for its decision in March to send doctors.")
    assert found["SUPPORT"] == "2019-10-03"
    found = _dates(code, "Chile welcomed a Tuesday ruling by a Peruvian court.")
    assert found["SUPPORT"] == "2019-10-03"
    found = _dates(code, "Peru said on Tuesday that Chile was a thief and accused it of lies.")
    assert found["ACCUSE"] == "2019-10-01"


def test_a_clause_that_explains_a_date_has_that_date(code: Code) -> None:
    text = "Kenya has had no envoy in Chad since May 2017, when Chad expelled its ambassador."
    assert _dates(code, text)["SANCTION"] == "2017-05"


def test_an_event_counted_from_another_lies_that_much_apart(code: Code) -> None:
    text = "Kenya closed its border with Chad on Wednesday, a day after Chadian troops arrested the Kenyan ambassador."
    assert _dates(code, text)["COERCE"] == "2019-10-01"
    text = "Erdogan visited Lima in 2016, a year after Peru and Turkey signed a treaty."
    assert _dates(code, text)["SUPPORT"] == "2015"


def test_a_count_of_days_goes_from_the_clause_that_has_a_date(code: Code) -> None:
    text = "Kenya told Chad on Wednesday that it would wait, a day after Chadian troops arrested its ambassador."
    assert _dates(code, text)["COERCE"] == "2019-10-01"
    text = "Kenya told Chad on Wednesday that it would wait, exactly one month after Chadian troops arrested its ambassador."
    assert _dates(code, text)["COERCE"] == "2019-09-02"


def test_what_is_asked_for_is_no_past_day_s(code: Code) -> None:
    assert _dates(code, "Kenya called for an embargo on Chad on Tuesday.")["REQUEST"] == "2019-10-01"
    assert _dates(code, "Kenya called for a truce on Tuesday.")["REQUEST"] == "2019-10-01"


def test_since_when_a_state_lasts_dates_no_deed_told_beside_it(code: Code) -> None:
    text = "Sudan has been at war with Kenya since 1948 and sent soldiers to fight it in 1967."
    assert _dates(code, text)["MOBILIZE"] == "1967"


def test_words_of_a_main_clause_are_news_unless_the_paragraph_tells_the_past(code: Code) -> None:
    opening = "Rain fell in Lima. Shops closed. Schools opened. Markets were calm.\n\n"
    assert _dates(code, opening + "Chile praised Peru.")["SUPPORT"] == "2019-10-03"
    told = opening + "War broke out in 1995. Chile praised Peru."
    assert _dates(code, told)["SUPPORT"] is None


def test_a_month_of_that_year_is_counted_from_the_year_told_of(code: Code) -> None:
    text = "Peru expelled the envoy of Chile in 2017. Peru and Chile signed a treaty in November of that year."
    assert _dates(code, text)["SUPPORT"] == "2017-11"


def test_a_date_of_what_a_noun_is_does_not_date_the_deed(code: Code) -> None:
    found = _dates(code, "Ghana, a member of the African Union since 1963, expelled the envoy of Togo on Tuesday.")
    assert found["SANCTION"] == "2019-10-01"
    found = _dates(code, "On Monday Chile cancelled an aid agreement signed in 1999 with Peru.")
    assert "1999" not in (found.get("SANCTION") or "")


def test_a_deadline_is_no_day_of_the_demand(code: Code) -> None:
    found = _dates(code, "Kenya demanded an apology from Somalia before the end of the year.")
    assert found["REQUEST"] == "2019-10-03"


def test_what_was_done_originally_has_no_day_of_its_own(code: Code) -> None:
    found = _dates(
        code, "Kenya accused Somalia of piracy on Monday. Kenya had repeatedly criticised Somalia for its silence."
    )
    assert found["ACCUSE"] == "2019-09-30"
    assert _dates(code, "Kenya has repeatedly condemned Somalia for its silence.")["ACCUSE"] is None


def test_what_is_said_after_the_lead_was_said_on_the_lead_s_day(code: Code) -> None:
    text = "On Monday, the Kenyan president met the Ugandan premier. Kenya criticised Sudan for its silence."
    assert _dates(code, text)["ACCUSE"] == "2019-09-30"


def test_what_followed_a_deed_of_long_ago_is_of_its_time_and_no_news(code: Code) -> None:
    found = _dates(code, "The United Nations imposed sanctions on Libya after it invaded Chad in 1983.")
    assert found["SANCTION"] == "1983"


LEAD = "LIMA, Oct 3 (Reuters) - Peru's president met farmers on Thursday.\n\n"


@pytest.mark.parametrize(
    ("text", "event_type", "expected"),
    [
        ("Gunmen seized the port of Paita in May 2003. They killed four soldiers.", "ASSAULT", "2003-05"),
        ("Rebels attacked Chad's army in the 1998 war, in which Libya killed nine Chadians.", "ASSAULT", "1998"),
        (
            "Four Chadian soldiers were killed, two of them officers, when gunfire erupted on Tuesday.",
            "ASSAULT",
            "2019-10-01",
        ),
        ("On Tuesday Chad's officers demanded that Libya give the men back. Libya refused.", "REJECT", "2019-10-01"),
        ("Chad had already closed its border with Libya and halted trade on Tuesday.", "SANCTION", "2019-10-01"),
        ("Peruvian police arrested two Chileans over last week's raid.", "COERCE", "2019-10-03"),
        (
            "It was the first round since August 2008. Peruvian gunmen then attacked Chilean soldiers.",
            "ASSAULT",
            "2008-08",
        ),
        ("Peruvian unions had threatened to close the mine.", "THREATEN", None),
    ],
)
def test_the_time_that_is_told_of_dates_what_goes_on_from_it(
    code: Code, text: str, event_type: str, expected: str | None
) -> None:
    assert _dates(code, LEAD + text).get(event_type, "no event") == expected


def test_a_year_since_which_something_is_so_dates_nothing_else(code: Code) -> None:
    found = _dates(code, LEAD + "Chad extended an emergency in Bol, where gunmen have been active since 2015.")
    assert "2015" not in found.values()


def test_a_year_that_opens_a_sentence_counts_nobody(code: Code) -> None:
    found = _dates(code, LEAD + "In 2000 soldiers killed nine Chadian farmers.")
    assert found["ASSAULT"] == "2000"


def test_what_was_done_last_month_is_not_today_s_deed_of_the_same_kind(code: Code) -> None:
    """Two deeds of one kind and parties stay two where words put one long before the report."""
    text = (
        "LIMA, Oct 3, 2019 - Police fired tear gas at demonstrators in Peru.\n\n"
        "Peru's police had fired at demonstrators in Cuzco in May."
    )
    dates = {e.date.value for e in code(text).events if e.type.value == "ASSAULT"}
    assert "2019-10-03" in dates


def test_what_somebody_is_accused_of_having_done_does_not_date_the_charge(code: Code) -> None:
    text = "Peruvian prosecutors accuse Chile of arming rebels in 2009."
    assert _dates(code, text)["ACCUSE"] != "2009"


def test_a_deed_that_goes_on_with_he_is_of_the_time_told_of(code: Code) -> None:
    """Two sentences after a date the same man's deeds are still of its time."""
    text = (
        "LIMA, Oct 3, 2019 - Peru mourned its president.\n\n"
        "In June 2000 Chilean ships entered Peruvian waters. Generals urged him to wait. He met Chile's president."
    )
    assert _dates(code, text)["CONSULT"] == "2000-06"


def test_what_somebody_is_invited_to_does_not_date_the_invitation(code: Code) -> None:
    """A time behind the place of a visit is the visit's; one before the invitation is its own."""
    assert _dates(code, "Kenya invited Uganda's president to Nairobi in the spring.")["AGREE"] == "2019-10-03"
    assert _dates(code, "Kenya on Monday invited Uganda's president to Nairobi.")["AGREE"] == "2019-09-30"


def test_what_is_told_with_had_only_because_it_is_told_is_of_the_day_of_the_telling(code: Code) -> None:
    found = _dates(code, "LIMA, Oct 3 (Reuters) - Peru's army said its jets had bombed Chile.")
    assert found["ASSAULT"] == "2019-10-03"
    assert _dates(code, "Peru's jets had bombed Chile.")["ASSAULT"] is None


def test_a_year_dates_the_noun_that_it_stands_before_and_since_no_deed_in_the_simple_past(code: Code) -> None:
    text = (
        "Kazakhstan, Russia's partner in a union since 2010, condemned Iran. Russia denounced a 1972 treaty with Japan."
    )
    assert {e.date.value for e in code(text).events if e.content_of is None} == {"2019-10-03"}


def test_a_part_of_the_day_alone_is_of_the_day_that_is_told_of(code: Code) -> None:
    text = "Chad's rebels seized Faya on Thursday.\n\nA French doctor, whom they freed in the afternoon, thanked Mali."
    assert _dates(code, text)["RETREAT"] == "2019-10-03"


def test_what_others_protest_at_is_not_of_the_day_of_their_protest(code: Code) -> None:
    text = "Peruvians demonstrated in Lima on Monday in protest at the seizure of a Peruvian trawler by Chile."
    found = _dates(code, text)
    assert found["PROTEST"] == "2019-09-30"
    assert found["COERCE"] is None


def test_what_a_sentence_says_in_the_present_is_of_the_report_s_day(code: Code) -> None:
    text = (
        "Chad met Mali.\n\nIt was cold.\n\nThey ate.\n\nNobody slept.\n\nKenya closed a pier in 2011. Chad {} to Mali."
    )
    assert _dates(code, text.format("opposes the sale of the pier"))["REJECT"] == "2019-10-03"


def test_a_week_or_month_that_goes_on_is_when_something_will_be_done_and_not_when_it_was_said(code: Code) -> None:
    found = _dates(code, "Peru said on Wednesday it would lend Chile money this month.")
    assert found["AGREE"] == "2019-10-02"


BEFORE = "LIMA, Oct 3, 2019 (Reuters) - Peru on Thursday recalled its envoy to Chile.\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Kenya issued a statement on Monday in which it accused Chad of lies.", "ACCUSE", "2019-09-30"),
        ("Troops went to Arica on Tuesday, where they shot a Chilean teacher.", "ASSAULT", "2019-10-01"),
        ("Chad said on Monday that it was expelling two Kenyan envoys.", "SANCTION", "2019-09-30"),
        (
            "The rebels barred three Chadian charities last month from the areas that they control and accused Chad of spying.",
            "ACCUSE",
            "2019-09",
        ),
        ("Chad imposed sanctions on Kenya worth a million dollars last year.", "SANCTION", "2018"),
        ("Norway brokered the 1976 peace accord between Chad and Kenya.", "CONSULT", "1976"),
        ("The army took four Chileans to Arica, and let them go on Tuesday.", "RETREAT", "2019-10-01"),
        ("Chad patrols the border, and Kenya asked Peru to join.", "REQUEST", "2019-10-03"),
        ("Chad put off talks with Kenya; the next had been set for Oct. 18.", "REJECT", "2019-10-03"),
    ],
)
def test_a_deed_takes_the_time_of_the_clause_in_whose_course_it_was_done(
    code: Code, text: str, kind: str, date: str
) -> None:
    assert _dates(code, BEFORE + text)[kind] == date


def test_a_day_behind_a_comma_is_of_the_clause_that_names_it(code: Code) -> None:
    found = _dates(code, BEFORE + "Chad expelled three Kenyans, and the envoy of Peru resigned on Sunday.")
    assert found["SANCTION"] != "2019-09-29"


def test_whom_a_sentence_takes_up_did_it_on_the_day_told_of_them(code: Code) -> None:
    text = "It is opposed by students, hundreds of whom burned flags in Lima on Sunday. Police detained 26 of them."
    assert _dates(code, BEFORE + text)["COERCE"] == "2019-09-29"


def test_what_is_said_on_two_days_in_two_words_is_two_events(code: Code) -> None:
    text = "The weather in Lima was bad, and few ships left the harbour in the morning.\n\nChad blamed Kenya on Monday for a raid.\n\nThe minister spoke for an hour about roads and bridges, and later opened a new school for boys in the harbour.\n\nChad accused Kenya of lies."
    days = {e.date.value for e in code(BEFORE + text).events if e.type.value == "ACCUSE"}
    assert days == {"2019-09-30", "2019-10-03"}


def test_who_says_that_he_will_give_way_gives_way_in_saying_so(code: Code) -> None:
    found = [
        e
        for e in code(BEFORE + "Chad will drop its demand for Kenyan land, it said.").events
        if e.type.value == "CONCEDE"
    ]
    assert [(e.status.value, e.date.value) for e in found] == [("happened", "2019-10-03")]


def test_a_time_that_nobody_names_is_no_day(code: Code) -> None:
    found = _dates(code, "Chad shelled Kenyan villages in the past. Peru thanked Chad for its help in the past.")
    assert found["ASSAULT"] is None
    assert found["SUPPORT"] == "2019-10-03"


def test_a_sentence_of_a_vague_time_alone_dates_nothing(code: Code) -> None:
    """A time on which no word hangs is read without harm."""
    assert _dates(code, "LIMA, Oct 3 (Reuters) - Chad shelled Kenyan villages.\n\nRecently.")["ASSAULT"] == "2019-10-03"
