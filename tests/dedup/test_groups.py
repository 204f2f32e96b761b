"""Copies and versions of one report form a group; different reports never do."""

from __future__ import annotations

import random
import time
from datetime import date, timedelta

import pytest

from dateline.dedup import DupFact, StoryGroups, group_stories

DAY = date(2019, 5, 6)
REPORT = (
    "Norway and Chile signed an agreement on fishing rights in the southern ocean on Monday after four years of talks. "
    "The two foreign ministers met in Bergen and praised the work of their envoys. Ships of both states may enter the "
    "zone from January, and catches are to be shared by a key that a joint council will review every spring. Trawler "
    "owners in both countries welcomed the pact, while a fishermen's union in Valdivia said it had not been heard. "
    "Argentina, which claims part of the zone, said it would study the text. Analysts in Oslo expect other states to "
    "follow. The council will meet for the first time in Punta Arenas in March and then twice a year, officials said."
)


def place(*texts: str, days: list[date | None] | None = None) -> list[DupFact]:
    groups = StoryGroups()
    return [groups.add(f"s{n}", days[n] if days else DAY, text) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (REPORT, "copy"),
        (REPORT.upper(), "copy"),
        (REPORT[: len(REPORT) * 2 // 5], "copy"),
        ("Three new paragraphs were put on top of this report by its editors. " * 3 + REPORT, "copy"),
        (REPORT.replace("Monday", "Tuesday"), "copy"),
        (
            REPORT[: len(REPORT) * 6 // 10]
            + " New words about quite other things came in, namely the price of cod, the weather of May and the mood in"
            " port towns along the coast, all of it told by people who were never named there.",
            "version",
        ),
    ],
    ids=["same", "capitals", "cut", "added to", "one word changed", "rewritten end"],
)
def test_an_edited_repeat_joins_the_first_report_s_group(edit: str, kind: str) -> None:
    first, repeat = place(REPORT, edit)
    assert (first.group, first.kind, first.version, first.is_canonical) == ("s0", "original", 1, True)
    assert (repeat.group, repeat.kind, repeat.version, repeat.is_canonical) == ("s0", kind, 2, False)


def test_another_agency_s_report_of_the_same_event_stays_apart() -> None:
    other = (
        "BERGEN: A deal on fish was struck by Chilean and Norwegian diplomats early in the week, ending a dispute "
        "that began when trawlers were turned back. It opens the waters to vessels of either flag next year."
    )
    assert [fact.kind for fact in place(REPORT, other)] == ["original", "original"]


def test_the_same_words_more_than_three_days_apart_are_two_reports() -> None:
    late = DAY + timedelta(days=4)
    assert [f.group for f in place(REPORT, REPORT, days=[DAY, late])] == ["s0", "s1"]
    assert [f.group for f in place(REPORT, REPORT, days=[DAY, DAY + timedelta(days=3)])] == ["s0", "s0"]


def test_an_undated_repeat_is_a_repeat() -> None:
    assert [f.group for f in place(REPORT, REPORT, days=[DAY, None])] == ["s0", "s0"]


def test_groups_are_stars_so_that_a_chain_of_edits_does_not_join_unlike_reports() -> None:
    """Each text shares half with the next; the third shares nothing with the first and is not drawn in."""
    words = [f"word{n}" for n in range(300)]
    a, b, c = " ".join(words[:100]), " ".join(words[40:140]), " ".join(words[100:200])
    facts = place(a, b, c)
    assert [fact.group for fact in facts] == ["s0", "s0", "s2"]


def test_short_texts_are_joined_only_when_they_are_equal() -> None:
    facts = place("Envoys met in Riga.", "Envoys met in Riga today.", "envoys met in riga")
    assert [fact.group for fact in facts] == ["s0", "s1", "s0"]


def test_rows_are_grouped_by_their_paragraphs_alone() -> None:
    """Another headline and dateline over the same body make a copy."""
    rows = []
    for n, head in enumerate(["RIGA (AP) — ", "An entirely different and much longer headline of the day\n"]):
        text = head + REPORT
        segments = f"headline:0-{len(head)};paragraph:{len(head)}-{len(text)}"
        rows.append({"story_id": f"s{n}", "day": "2019-05-06", "text": text, "segments": segments})
    assert group_stories(rows)["s1"] == DupFact("s0", "copy", 2)


def test_the_work_grows_with_the_number_of_stories_and_no_faster() -> None:
    def seconds(count: int) -> float:
        pick = random.Random(7)
        vocabulary = [f"w{n}" for n in range(3_000)]
        texts = [" ".join(pick.choices(vocabulary, k=150)) for _ in range(count)]
        started = time.process_time()
        place(*texts)
        return time.process_time() - started

    seconds(50)
    assert seconds(1_600) < 12 * seconds(400)


def test_reports_by_template_that_differ_in_their_figures_are_not_versions_of_one_another() -> None:
    template = (
        "Share prices ended {} in thin trading on Monday. The index rose {} points to close at {}. Turnover was {} "
        "million shares. Dealers said investors stayed on the sidelines ahead of the release of trade figures, and "
        "brokers expect the market to consolidate over the next few sessions of the week."
    )
    facts = place(template.format("higher", 3.1, 906.2, 77), template.format("higher", 5.8, 912.0, 81))
    assert [fact.kind for fact in facts] == ["original", "original"]


def test_a_report_goes_on_with_groups_that_were_found_before() -> None:
    rows = [
        {"story_id": f"s{n}", "day": DAY, "text": REPORT, "segments": f"paragraph:0-{len(REPORT)}"} for n in range(2)
    ]
    groups = StoryGroups()
    found = {**group_stories(rows[:1], groups), **group_stories(rows[1:], groups)}
    assert found == group_stories(rows)
