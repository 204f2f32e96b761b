"""What a dossier says is what the stories say: line by line, number by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from dateline.apps.dossier import Dossier, Options, gather
from dateline.apps.dossier.content import Line, Ref
from dateline.model import UsageError
from dateline.store import Run

pytestmark = pytest.mark.model
PAIRS = [("Canada", "Belarus"), ("FIN", "EST"), ("JPN", "VNM"), ("Kenya", "TZA"), ("TUR", "IRQ"), ("UNO", "UGA")]
SINGLE = ["PER", "South Sudan", "NOR", "Japan", "MLI", "EUR"]


@pytest.fixture(scope="module", params=[*PAIRS, *((one,) for one in SINGLE)], ids=" ".join)
def dossier(request: pytest.FixtureRequest, run: Run) -> Dossier:
    return gather(run, request.param)


def _lines(dossier: Dossier) -> Iterator[Line]:
    yield from dossier.lines
    yield from dossier.undated


def test_there_is_something_to_tell(dossier: Dossier) -> None:
    assert list(_lines(dossier))


def test_the_words_of_every_line_stand_in_its_story_where_the_reference_says(dossier: Dossier, run: Run) -> None:
    texts = {story["story_id"]: story["text"] for story in run.rows("stories")}
    for line in _lines(dossier):
        first = line.refs[0]
        assert line.words.whole() == texts[first.story_id][first.start : first.end]
        around = f"{line.words.lead}{line.words.whole()}{line.words.tail}"
        assert around in texts[first.story_id]
        assert all(_at(ref, texts).strip() for ref in line.refs)
    for quote in dossier.quotes:
        pieces = quote.content.split(" … ")
        assert all(piece in texts[quote.ref.story_id] for piece in pieces)
        assert _at(quote.ref, texts).startswith(pieces[0])
    for promise in dossier.promises:
        assert promise.words in texts[promise.ref.story_id]
    for tie in dossier.ties:
        assert tie.words == _at(tie.ref, texts)


def _at(ref: Ref, texts: dict[str, str]) -> str:
    return texts[ref.story_id][ref.start : ref.end]


def test_every_reference_leads_to_a_listed_report_with_its_agency_and_hash(dossier: Dossier, run: Run) -> None:
    stories = {story["story_id"]: story for story in run.rows("stories")}
    sources = {source.number: source for source in dossier.sources}
    refs = [ref for line in _lines(dossier) for ref in line.refs]
    refs += [record.ref for part in (dossier.quotes, dossier.promises, dossier.ties) for record in part]
    for ref in refs:
        assert sources[ref.number].story_id == ref.story_id
    for source in dossier.sources:
        story = stories[source.story_id]
        assert source.agency == (story["agency"] or story["publisher"] or "")
        assert source.sha256 == story["text_sha256"]
    assert [source.number for source in dossier.sources] == list(range(1, len(dossier.sources) + 1))


def test_the_line_says_of_its_event_what_the_table_says(dossier: Dossier, run: Run) -> None:
    events = {event["event_id"]: event for event in run.rows("events")}
    for line in _lines(dossier):
        event = events[line.event_id]
        assert (line.type.split()[0], line.cameo, line.status) == (event["type"], event["cameo"] or "", event["status"])
        assert (line.score, line.reason) == (event["plover_score"], event["date_reason"])
        assert bool(line.day) == bool(event["date"])
        if event["said_by"]:
            assert any(event["said_by"] in part for part in line.details)
        if event["place"]:
            assert any(event["place"] in part for part in line.details)


def test_both_of_a_pair_take_part_in_every_line_and_no_event_of_theirs_is_missing(run: Run) -> None:
    rows = run.rows("event_actors")
    codes: dict[str, set[str]] = {}
    for row in rows:
        if row["side"] != "speaker":
            codes.setdefault(row["event_id"], set()).update((row["countries"] or row["country"] or "").split(";"))
    known = sorted({code for found in codes.values() for code in found if len(code) == 3})
    for one, other in combinations(known, 2):
        expected = {event_id for event_id, found in codes.items() if {one, other} <= found}
        if expected:
            made = gather(run, (one, other))
            told = {line.event_id for line in _lines(made)}
            assert told <= expected
            assert sum(len(line.refs) for line in _lines(made)) == len(expected)


def test_the_figures_add_up(dossier: Dossier) -> None:
    lines = list(_lines(dossier))
    whole = dossier.balance[-1]
    assert whole.total == len(lines) == sum(row.total for row in dossier.balance[:-1])
    assert whole.counts == tuple(map(sum, zip(*(row.counts for row in dossier.balance[:-1]), strict=True)))
    assert whole.score == pytest.approx(sum(line.score for line in lines) / len(lines))
    figures = dict(dossier.figures)
    assert figures["Events"].startswith(f"{len(lines)} ")
    assert figures["Statements"] == str(len(dossier.quotes))
    assert figures["Reports"].startswith(str(len(dossier.sources)))
    types = dossier.chart("types")
    assert types is not None
    counted = Counter(line.type.split()[0] for line in lines)
    assert {row["type"]: row["n"] for row in types.table()} == counted


def test_lines_stand_in_the_order_of_their_days(run: Run) -> None:
    made = gather(run, ["MLI"])
    begins = {event["event_id"]: event["date_begin"] for event in run.rows("events")}
    days = [begins[line.event_id] for line in made.lines]
    assert days == sorted(days)


def test_the_report_from_ottawa_is_told_as_it_is(run: Run) -> None:
    """Read by eye against examples/sanctions-ottawa.txt."""
    made = gather(run, ["CAN", "BLR"])
    assert made.title == "Canada and Belarus"
    assert made.subjects == ("Canada (CAN)", "Belarus (BLR)")
    assert [(line.day, line.actors, line.type, line.words.whole()) for line in made.lines] == [
        ("29 September 2020", "Canada (CAN)", "SANCTION", "Canada imposes sanctions on Belarusian officials"),
        ("29 September 2020", "Belarus (BLR)", "REJECT (change)", "Belarus rejected the move."),
    ]
    assert made.lines[0].recipients == "Belarusian officials (BLR GOV)"
    assert made.lines[0].gloss == "Imposes embargo, boycott or sanctions"
    assert [row.direction for row in made.balance] == ["Canada → Belarus", "Belarus → Canada", "all"]
    assert [(q.speaker, q.direct, q.content) for q in made.quotes if q.direct] == [
        ("the Belarusian foreign ministry (BLR)", True, "Such steps lead nowhere, and we will answer them"),
    ]
    assert made.period == "of 29 September 2020"


def test_a_copy_from_another_agency_is_a_second_reference_and_no_second_event(run: Run) -> None:
    made = gather(run, ["CAN", "BLR"])
    assert [[ref.label for ref in line.refs] for line in made.lines] == [
        ["Reuters, 29 September 2020", "AP, 29 September 2020"],
        ["Reuters, 29 September 2020", "AP, 29 September 2020"],
    ]
    assert dict(made.figures)["Reports"] == "2, 1 without copies and versions from 2 agencies or publishers"
    assert made.sources[1].kind.startswith("copy of story")


def test_days_and_a_workbench_can_be_given(run: Run) -> None:
    later = gather(run, ["CAN"], options=Options(since=date(2021, 1, 1)))
    assert not later.lines
    assert later.summary == ("The run holds no event involving Canada.",)
    assert any("from 1 January 2021 to the end" in note for note in later.notes)
    linked = gather(run, ["CAN"], options=Options(link="http://127.0.0.1:8001/"))
    assert linked.lines[0].refs[0].link == f"http://127.0.0.1:8001/event/{linked.lines[0].event_id}"


def test_a_run_without_incidents_says_so(run: Run) -> None:
    made = gather(run, ["CAN"])
    if made.incidents is None:
        assert any("no table of incidents" in note for note in made.notes)


def test_the_same_actor_twice_and_a_third_one_are_refused(run: Run) -> None:
    with pytest.raises(UsageError, match="same actor"):
        gather(run, ["CAN", "Canada"])
    with pytest.raises(UsageError, match="one actor or two"):
        gather(run, ["CAN", "BLR", "EST"])


def test_nobody_has_read_what_nobody_reviewed(run: Run) -> None:
    assert "No line of this dossier has been reviewed" in gather(run, ["CAN"]).standing


def test_versions_and_hashes_of_the_run_are_in_the_method_note(run: Run) -> None:
    method = dict(gather(run, ["CAN"]).method)
    assert method["Dateline"] == run.manifest["version"]
    assert method["Content of the tables, SHA-256"] == run.manifest["content_sha256"]
    assert method["Base of actors, SHA-256"] == run.manifest["configuration"]["actors"]
