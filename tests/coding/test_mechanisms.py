"""Readings that no single frame gives: refusals, gifts without a giver, other sides, days of a paragraph."""

from __future__ import annotations

import pytest
from tests.coding.conftest import Code

from dateline.model import CodedStory, EventType, Status

pytestmark = pytest.mark.model


def _told(coded: CodedStory) -> list[tuple[EventType, set[str | None], set[str | None]]]:
    return [
        (e.type, {p.resolution.country for p in e.actors}, {p.resolution.country for p in e.recipients})
        for e in coded.events
    ]


CASES = [
    ("Niger would not let Danish observers in.", EventType.REJECT, {"NER"}, {"DNK"}),
    ("Haiti was promised food aid.", EventType.AGREE, set(), {"HTI"}),
    ("Kenya and Somalia argue over fish. Kenya sent Somalia a note. Nairobi suspended almost all imports.", EventType.SANCTION, {"KEN"}, {"SOM"}),
    ("Chile called for the roadblocks to be taken down.", EventType.REQUEST, {"CHL"}, set()),
    ("The Peruvian minister telephoned Rabat to thank Morocco.", EventType.SUPPORT, {"PER"}, {"MAR"}),
    ("Togo must be ready to reopen the road, the Ghanaian minister said.", EventType.REQUEST, {"GHA"}, {"TGO"}),
    ("Bolivian truckers blocked La Paz on Tuesday.", EventType.PROTEST, {"BOL"}, {"BOL"}),
    ("Oman thanked Iran for freeing two Omani sailors.", EventType.RETREAT, {"IRN"}, {"OMN"}),
    ("Peru recalled its envoy after Chile's expulsion of two Peruvian consuls.", EventType.SANCTION, {"CHL"}, {"PER"}),
    ("Kenya's granting of a loan to Somalia pleased traders in Nairobi.", EventType.AID, {"KEN"}, {"SOM"}),
    ("Bolivia's nationalisation of a Spanish bank sent shares down.", EventType.COERCE, {"BOL"}, {"ESP"}),
    ("Oman closed its embassy in Sanaa after condemning Yemen.", EventType.ACCUSE, {"OMN"}, {"YEM"}),
    ("Imports rose despite Norway's criticism of Iceland.", EventType.ACCUSE, {"NOR"}, {"ISL"}),
    ("Angela Merkel spoke in Berlin on Monday. Merkel praised her old rival, French President Emmanuel Macron.", EventType.SUPPORT, {"DEU"}, {"FRA"}),
    ("Estonia was urged on Friday to reopen the bridge.", EventType.REQUEST, set(), {"EST"}),
    ("Estonia was given ten days to reopen the bridge.", EventType.THREATEN, set(), {"EST"}),
    ("Qatar sent word to Oman asking Muscat to mediate.", EventType.REQUEST, {"QAT"}, {"OMN"}),
    ("\"That is out of the question,\" the Tunisian minister said.", EventType.REJECT, {"TUN"}, set()),
    ("Laos laid the leak at the door of Thailand.", EventType.ACCUSE, {"LAO"}, {"THA"}),
    ("Chad served notice on Monday that it would strike back.", EventType.THREATEN, {"TCD"}, set()),
    ("Malta plans to take Libya to court.", EventType.ACCUSE, {"MLT"}, {"LBY"}),
    ("The headquarters of a Gabonese party was raided last week.", EventType.COERCE, set(), {"GAB"}),
    ("Oman slapped sanctions on Yemen; Qatar cut its aid to Yemen.", EventType.SANCTION, {"OMN"}, {"YEM"}),
    ("Oman slapped sanctions on Yemen; Qatar cut its aid to Yemen.", EventType.SANCTION, {"QAT"}, {"YEM"}),
    ("Iran banned the Kuwaiti newspaper Al-Watan.", EventType.COERCE, {"IRN"}, {"KWT"}),
    ("ABUJA (Reuters) - Bombs ripped through a bus station on Monday.", EventType.ASSAULT, set(), {"NGA"}),
    ("Syrian drones would be shot down, the Lebanese minister said.", EventType.THREATEN, {"LBN"}, {"SYR"}),
    ("A series of raids by Chilean jets killed nine Peruvian soldiers.", EventType.ASSAULT, {"CHL"}, {"PER"}),
    ("A raid by Chilean jets killed nine Peruvian soldiers.", EventType.ASSAULT, {"CHL"}, {"PER"}),
    ("Chile has stopped much of its aid to Peru.", EventType.SANCTION, {"CHL"}, {"PER"}),
    ("Niger halted the withdrawal of its soldiers from Mali on Monday.", EventType.REJECT, {"NER"}, {"MLI"}),
    ("The arrests were condemned by members of the European Union.", EventType.ACCUSE, {"EUR"}, set()),
    ("The Chilean dockers began their first national strike on Monday.", EventType.PROTEST, {"CHL"}, set()),
    ("Ministers of Chile and Peru launched a new round of talks on Monday.", EventType.CONSULT, {"CHL", "PER"}, set()),
    ("The Welsh singer and the British premier will not attend the opening in Oman.", EventType.REJECT, {"GBR"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES)
def test_a_deed_without_a_frame_of_its_own_is_read(
    code: Code, text: str, kind: EventType, actors: set[str | None], recipients: set[str | None]
) -> None:
    """Grammar and the story together give the event and its parties."""
    assert (kind, actors, recipients) in _told(code(text))


@pytest.mark.parametrize(
    "text",
    [
        "Togo must be tired, the Ghanaian minister said.",
        "Pardon the Kenyan prisoners.",
        "Ghana insisted that the talks would be held in Lome.",
    ],
)
def test_what_nobody_has_done_or_asked_for_is_no_event(code: Code, text: str) -> None:
    """Guesses, imperatives and statements of what will be tell no demand, pardon or the like."""
    told = {event.type for event in code(text).events}
    assert not told & {EventType.REQUEST, EventType.CONCEDE}


def test_a_sentence_goes_on_with_the_day_that_its_paragraph_tells_of(code: Code) -> None:
    """ "On Tuesday they crossed. Niger's army shelled them": the shelling was on Tuesday."""
    coded = code("Chadian troops crossed the river on Tuesday. Nigerien soldiers shelled a Chadian camp.")
    assault = next(e for e in coded.events if e.type is EventType.ASSAULT)
    assert assault.date.value == "2019-10-01"


def test_what_has_been_done_every_year_since_goes_on(code: Code) -> None:
    """ "Have met every year since 2007" is ongoing."""
    coded = code("Polish and Czech ministers have met every year since 2007.")
    assert all(e.status is Status.ONGOING for e in coded.events)


def test_a_joined_clause_with_its_own_subject_has_its_own_status(code: Code) -> None:
    """ "Chad is waiting, and Mali asked Ghana to help": the asking has happened."""
    coded = code("Chad is negotiating with Niger, and Mali asked Ghana to help.")
    asked = next(e for e in coded.events if e.type is EventType.REQUEST)
    assert asked.status is Status.HAPPENED


@pytest.mark.parametrize(("before", "count"), [("Uganda condemned Kenya. Kenya threatened Uganda. ", 3), ("", 0)])
def test_a_brief_of_few_sentences_is_politics_by_its_share_of_events(code: Code, before: str, count: int) -> None:
    """Beside two quarrels of states the refusal of bishops is told as well; alone it is their own affair."""
    assert len(code(f"{before}Kenyan bishops rejected the plan.").events) == count
