"""Each suite's scorer gives credit where its definition says, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.apps.evaluation import gsr, pairs, petrarch, records
from dateline.apps.evaluation.metrics import Tally
from dateline.model import (
    Attribution,
    CodedStory,
    Event,
    EventDate,
    EventType,
    Evidence,
    EvidenceKind,
    Participant,
    QuadClass,
    Resolution,
    Span,
    SpeechAct,
    SpeechKind,
    Statement,
    Status,
    Story,
    Tie,
)

TEXT = "Norway met Chile in Oslo on 3 May 2021. Chile is a member of the pact."
STORY = Story(id="s", text=TEXT)


def _who(country: str, *sectors: str) -> Participant:
    start = TEXT.find({"NOR": "Norway", "CHL": "Chile"}[country])
    return Participant(
        span=Span(start, start + 6),
        text=country,
        resolution=Resolution(name=country, country=country, sectors=sectors),
    )


EVENT = Event(
    id="s:1",
    story_id="s",
    type=EventType.CONSULT,
    quad=QuadClass.VERBAL_COOPERATION,
    plover_score=4.0,
    actors=(_who("NOR", "GOV"),),
    recipients=(_who("CHL"),),
    date=EventDate(value="2021-05-03"),
    evidence=(Evidence(kind=EvidenceKind.TRIGGER, span=Span(7, 10), text="met"),),
)
GOLD: dict[str, Any] = {
    "evidence": TEXT[:39],
    "start": 0,
    "end": 39,
    "type": ["CONSULT"],
    "actor": ["NOR"],
    "recipient": ["CHL"],
    "date": "2021-05",
    "status": "happened",
    "speaker": None,
}


def _judge(event: Event, **gold: Any) -> records.Outcome:
    return records.judge({"events": [{**GOLD, **gold}]}, CodedStory(story=STORY, events=(event,)))


def test_an_event_with_the_right_type_countries_and_sentence_matches() -> None:
    outcome = _judge(EVENT)
    assert outcome.core == Tally(1, 0, 1)
    assert outcome.coded == Tally(1, 1, 0)
    assert outcome.fields["date"] == outcome.fields["speaker"] == outcome.fields["status"] == Tally(1, 1, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"type": EventType.ACCUSE},
        {"recipients": ()},
        {"actors": (_who("CHL"),), "recipients": (_who("NOR"),)},
        {"evidence": (Evidence(kind=EvidenceKind.TRIGGER, span=Span(50, 60), text="member"),)},
    ],
)
def test_a_wrong_type_party_direction_or_sentence_is_a_miss_and_a_false_event(change: dict[str, Any]) -> None:
    outcome = _judge(replace(EVENT, **change))
    assert outcome.core.correct == 0
    assert outcome.coded == Tally(0, 1, 0)


def test_another_pair_that_the_gold_accepts_is_as_good() -> None:
    turned = replace(EVENT, actors=EVENT.recipients, recipients=EVENT.actors)
    assert _judge(turned, alt=[[["CHL"], ["NOR"]]]).core.correct == 1


def test_a_wrong_day_status_or_an_invented_speaker_is_counted_against_the_matched_event() -> None:
    speaker = Attribution(speaker=_who("NOR"), act=SpeechAct.SAYS, statement="s:s1")
    wrong = replace(EVENT, date=EventDate(value="2021-06-03"), status=Status.PLANNED, said_by=(speaker,))
    outcome = _judge(wrong)
    assert outcome.fields["date"].recall == outcome.fields["status"].recall == outcome.fields["speaker"].recall == 0.0


def test_a_speaker_may_be_named_in_the_reports_words() -> None:
    who = replace(_who("CHL"), text="The Tigers", resolution=Resolution(name="Liberation Tigers"))
    spoken = replace(EVENT, said_by=(Attribution(speaker=who, act=SpeechAct.SAYS, statement="s:s1"),))
    assert _judge(spoken, speaker="the Tigers").fields["speaker"].recall == 1.0
    assert _judge(spoken, speaker="the Lions").fields["speaker"].recall == 0.0


def test_the_content_of_a_promise_is_not_a_false_event() -> None:
    content = replace(EVENT, id="s:2", content_of="s:1", type=EventType.AID)
    outcome = records.judge({"events": [GOLD]}, CodedStory(story=STORY, events=(EVENT, content)))
    assert outcome.coded == Tally(1, 1, 0)


def test_a_tie_needs_its_kind_parties_and_words() -> None:
    tie = Tie(
        id="t",
        story_id="s",
        kind="membership",
        parties=(_who("CHL"),),
        evidence=(Evidence(kind=EvidenceKind.CLAUSE, span=Span(40, 69), text=TEXT[40:69]),),
    )
    gold = {"ties": [{"kind": "membership", "parties": ["CHL"], "evidence": "is a member of the pact"}]}
    assert records.judge(gold, CodedStory(story=STORY, ties=(tie,))).ties == Tally(1, 1, 1)
    other = replace(tie, kind="treaty")
    assert records.judge(gold, CodedStory(story=STORY, ties=(other,))).ties == Tally(0, 1, 1)


def test_a_statement_needs_its_speaker_and_most_of_its_words() -> None:
    statement = Statement(
        id="s:s1",
        story_id="s",
        kind=SpeechKind.INDIRECT,
        act=SpeechAct.SAYS,
        source=_who("NOR"),
        cue=None,
        content=(Span(0, 38),),
    )
    gold = {"statements": [{"speaker": "NOR", "start": 0, "end": 39}]}
    assert records.judge(gold, CodedStory(story=STORY, statements=(statement,))).statements == Tally(1, 1, 1)
    short = replace(statement, content=(Span(0, 20),))
    assert records.judge(gold, CodedStory(story=STORY, statements=(short,))).statements == Tally(0, 1, 1)


def test_gsr_counts_every_coded_event_for_precision_and_the_row_once_for_recall() -> None:
    row = {"event": "CONSULT", "source": [{"country": "NOR", "sector": "GOV", "start": 0, "end": 6}], "target": []}
    coded = CodedStory(story=STORY, events=(EVENT, replace(EVENT, id="s:2", type=EventType.ACCUSE)))
    outcome = gsr.judge(row, coded)
    assert outcome.type_found
    assert outcome.types.precision == 0.5
    assert outcome.sectors == Tally(1, 1, 1)
    assert outcome.dyads.correct == 0


def test_pairs_without_an_answer_are_wrong_in_every_figure() -> None:
    answers = [("AID", "AID", False), ("AID", pairs.NOTHING, False)]
    found = pairs.figures(answers)
    assert found["accuracy"] == 0.5
    assert found["binary_macro_f1"] < 1.0


def test_petrarch_rows_pair_triples_best_first_and_pay_for_extra_ones() -> None:
    expected = [("NOR", "CHL", "040"), ("CHL", "NOR", "040")]
    assert petrarch.judge(expected, list(reversed(expected))) == petrarch.Outcome(6, 6, True)
    assert petrarch.judge(expected[:1], [("NOR", "CHL", "042"), ("NOR", "CHL", "040")]) == petrarch.Outcome(3, 6, False)
    assert petrarch.judge([], []) == petrarch.Outcome(3, 3, True)
    assert petrarch.judge([], expected[:1]).right == 0


def test_events_of_a_story_without_any_are_counted_as_false_events_a_story() -> None:
    """Two such stories of which one got an event make 0.5; stories with gold events do not enter."""
    quiet = records.judge({"events": []}, CodedStory(story=STORY))
    wrong = records.judge({"events": []}, CodedStory(story=STORY, events=(EVENT,)))
    right = records.judge({"events": [GOLD]}, CodedStory(story=STORY, events=(EVENT,)))
    assert records.figures([quiet, wrong, right])["false_events"] == 0.5
