"""Time expressions are found and normalised against the story's day."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language import Parser
from dateline.model import Segment, SegmentKind, Story
from dateline.resolve.times.timex import find_timexes
from dateline.resolve.times.values import days_of, shift

pytestmark = pytest.mark.model


def _find(parser: Parser, text: str, day: str | None) -> list[tuple[str, str, str]]:
    published = datetime.fromisoformat(day) if day else None
    segment = Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text))
    story = Story(id="s", text=text, published=published, segments=(segment,))
    return [(t.span.of(text), t.type, t.value) for t in find_timexes(parser.parse(story))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoys met on Thursday.", ("Thursday", "DATE", "2019-10-03")),
        ("The envoys met on Tuesday.", ("Tuesday", "DATE", "2019-10-01")),
        ("An envoy is travelling to Somalia on Tuesday.", ("Tuesday", "DATE", "2019-10-08")),
        ("Police are looking into an attack on Tuesday.", ("Tuesday", "DATE", "2019-10-01")),
        ("The envoys will meet on Tuesday.", ("Tuesday", "DATE", "2019-10-08")),
        ("The envoys met yesterday.", ("yesterday", "DATE", "2019-10-02")),
        ("The envoys met last week.", ("last week", "DATE", "2019-W39")),
        ("The envoys met last month.", ("last month", "DATE", "2019-09")),
        ("The envoys met in May 2017.", ("May 2017", "DATE", "2017-05")),
        ("The envoys met in June.", ("June", "DATE", "2019-06")),
        ("The envoys met on Sept. 12.", ("Sept. 12", "DATE", "2019-09-12")),
        ("The envoys met two years ago.", ("two years ago", "DATE", "2017")),
        ("The envoys have met since 2016.", ("2016", "DATE", "2016")),
        ("He died in a 2015 air strike.", ("2015", "DATE", "2015")),
        ("War began in May 2012. The envoys met in July.", ("July", "DATE", "2012-07")),
        ("War began in May 2012. The envoys have met in July.", ("July", "DATE", "2019-07")),
        ("The envoys met in the 1990s.", ("the 1990s", "DATE", "199")),
        ("The envoys talked for three days.", ("three days", "DURATION", "P3D")),
        ("They did it in the past two years.", ("the past two years", "DURATION", "P2Y")),
        ("The envoys meet every Monday.", ("every Monday", "SET", "XXXX-WXX-1")),
        ("The envoys met at Christmas.", ("Christmas", "DATE", "2018-12-25")),
        ("The envoys will meet at Christmas.", ("Christmas", "DATE", "2019-12-25")),
        ("The council meets on Tuesday.", ("Tuesday", "DATE", "2019-10-08")),
        ("Elections are scheduled for Sunday.", ("Sunday", "DATE", "2019-10-06")),
        ("The envoys met on Monday, Sept. 30.", ("Monday, Sept. 30", "DATE", "2019-09-30")),
        ("Firing stopped at 9 a.m. Tuesday.", ("9 a.m. Tuesday", "TIME", "2019-10-01T09:00")),
        ("The fighting resumed over the weekend.", ("the weekend", "DATE", "2019-W39-WE")),
        ("Troops crossed the river on Dec. 3.", ("Dec. 3", "DATE", "2018-12-03")),
        ("The envoys met in late 2017.", ("late 2017", "DATE", "2017")),
        ("The envoys met in June last year.", ("June last year", "DATE", "2018-06")),
        ("The truce holds until 9 a.m. Tuesday.", ("9 a.m. Tuesday", "TIME", "2019-10-08T09:00")),
        ("The vote may come as early as Friday.", ("Friday", "DATE", "2019-10-04")),
        ("The ruling issued Friday stands.", ("Friday", "DATE", "2019-09-27")),
        ("The envoys met last Thanksgiving.", ("last Thanksgiving", "DATE", "2018-11-22")),
        ("Pilgrims came for Good Friday.", ("Good Friday", "DATE", "2019-04-19")),
        ("It happened in nineteen ninety-six.", ("nineteen ninety-six", "DATE", "1996")),
        ("They waited two and a half years.", ("two and a half years", "DURATION", "P2Y6M")),
        ("Net income fell in the third quarter.", ("the third quarter", "DATE", "2019-Q3")),
        ("Net income fell in last year's second quarter.", ("last year's second quarter", "DATE", "2018-Q2")),
        ("They marched on the first of May.", ("the first of May", "DATE", "2019-05-01")),
        ("The envoys met in the summer of 2016.", ("the summer of 2016", "DATE", "2016-SU")),
        ("It lasted an hour and a half.", ("an hour and a half", "DURATION", "PT1H30M")),
        ("The sale closed at 10 a.m. (0900 GMT) Tuesday.", ("10 a.m.", "TIME", "2019-10-01T10:00")),
        ("The centre opened four decades ago.", ("four decades ago", "DATE", "197")),
        ("The talks begin the week of Oct. 14.", ("the week of Oct. 14", "DATE", "2019-W42")),
    ],
)
def test_an_expression_gets_its_timex3_value(parser: Parser, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in _find(parser, text, "2019-10-03")


@pytest.mark.parametrize(
    "text",
    [
        "The envoy may leave.",
        "The 42-year-old envoy left.",
        "They marched on the town.",
        "Three-quarters of the town burned.",
        "Jan Kavan left.",
        "She was in her 30s.",
        "She won a 2000 metre race.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(parser: Parser, text: str) -> None:
    assert _find(parser, text, "2019-10-03") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was named governor in 1995. The following year he fled.", ("The following year", "DATE", "1996")),
        ("The camp fell on Sept. 12. Two days later the army left.", ("Two days later", "DATE", "2019-09-14")),
        ("The camp fell on Sept. 12. Troops retook it a day later.", ("a day later", "DATE", "2019-09-13")),
        ("The camp fell in 1983. Chile left two months later.", ("two months later", "DATE", "1983")),
        (
            "The camp fell in the autumn of 1973. Chile left the following spring.",
            ("the following spring", "DATE", "1974-SP"),
        ),
        ("Chile left Peru. It invited him to talks on Monday.", ("Monday", "DATE", "2019-10-07")),
        ("They were taken to Lima. Police let four of them go on Tuesday.", ("Tuesday", "DATE", "2019-10-01")),
        ("The camp fell on Sept. 12. It was retaken later that day.", ("later that day", "DATE", "2019-09-12")),
        ("The pact was drawn up in 2003 and renewed that November.", ("that November", "DATE", "2003-11")),
        ("Norway had halted the flights as early as May.", ("May", "DATE", "2019-05")),
        ("The camp fell in June 2018 and was retaken later that year.", ("later that year", "DATE", "2018")),
        (
            "Profit was $3 million in the third quarter. A year earlier it was $2 million.",
            ("A year earlier", "DATE", "2018-Q3"),
        ),
        ("Profit was $3 million in the third quarter, from a year-ago loss.", ("year-ago", "DATE", "2018-Q3")),
    ],
)
def test_an_expression_counts_from_the_date_that_the_story_told_before(
    parser: Parser, text: str, expected: tuple[str, str, str]
) -> None:
    assert expected in _find(parser, text, "2019-10-03")


def test_days_before_an_event_are_a_stretch_and_no_day_of_the_calendar(parser: Parser) -> None:
    assert ("Ten days", "DURATION", "P10D") in _find(parser, "Ten days before the vote he fled.", "2019-10-03")


def test_without_a_story_day_relative_expressions_name_no_day(parser: Parser) -> None:
    assert _find(parser, "The envoys met on Thursday.", None) == [("Thursday", "DATE", "XXXX-WXX-4")]


@given(st.dates(min_value=datetime(1900, 1, 1).date()), st.sampled_from("DWMQY"), st.integers(-30, 30))
def test_a_shifted_value_covers_days_in_order(day: object, unit: str, count: int) -> None:
    from datetime import date

    assert isinstance(day, date)
    if 1900 < day.year + count < 9900:
        begin, end, _ = days_of(shift(day, unit, count))
        assert begin is not None
        assert end is not None
        assert begin <= end
