"""What happened, to whom, when, whether, and who says so: read off whole sentences of newswire."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, Event

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _told(coded: CodedStory) -> list[Event]:
    return [event for event in coded.events if event.content_of is None]


def _sides(event: Event) -> tuple[set[str], set[str]]:
    def codes(participants: tuple[object, ...]) -> set[str]:
        found: set[str] = set()
        for p in participants:
            r = p.resolution  # type: ignore[attr-defined]
            found.update(r.countries or ((r.country,) if r.country else ()))
        return found

    return codes(event.actors), codes(event.recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Kenya condemned Uganda.", "ACCUSE", {"KEN"}, {"UGA"}),
        ("Uganda was condemned by Kenya.", "ACCUSE", {"KEN"}, {"UGA"}),
        ("Kenya, which condemned Uganda, closed the road.", "ACCUSE", {"KEN"}, {"UGA"}),
        ("Kenya and Tanzania condemned Uganda.", "ACCUSE", {"KEN", "TZA"}, {"UGA"}),
        ("Chile agreed to sell Peru two ships.", "AGREE", {"CHL"}, {"PER"}),
        ("Chilean and Peruvian ministers held talks on Friday.", "CONSULT", {"CHL", "PER"}, set()),
        ("Polish troops withdrew from Iraq.", "RETREAT", {"POL"}, {"IRQ"}),
    ],
)
def test_direction_survives_passives_relative_clauses_coordination_and_control(
    code: Code, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    found = [_sides(event) for event in _told(code(text)) if event.type == kind]
    assert (actors, recipients) in found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Ghanaian president will visit Togo next week.", "AGREE"),
        ("Ghana promised to send food to Togo.", "AGREE"),
        ("Ghana will withdraw its troops from Togo next month.", "CONCEDE"),
        ("Ghana refused to withdraw its troops from Togo.", "REJECT"),
        ("Ghana threatened to impose sanctions on Togo.", "THREATEN"),
        ("Ghana urged Togo to release the prisoners.", "REQUEST"),
        ("Ghana suspended aid to Togo.", "SANCTION"),
        ("Ghana cancelled a meeting with Togo.", "REJECT"),
        ("Ghana summoned the Togolese ambassador.", "ACCUSE"),
    ],
)
def test_rulings_turn_intentions_refusals_threats_and_endings_into_their_own_types(
    code: Code, text: str, kind: str
) -> None:
    assert [event.type.value for event in _told(code(text))] == [kind]


def test_a_promise_carries_what_is_promised_as_a_planned_event_of_its_own(code: Code) -> None:
    coded = code("Japan promised to send food to Nepal in December.")
    promise = next(event for event in coded.events if event.type == "AGREE")
    content = next(event for event in coded.events if event.content_of == promise.id)
    assert (content.type.value, content.status.value) == ("AID", "planned")
    assert content.date.value == "2019-12"


@pytest.mark.parametrize(
    "text",
    [
        "The fight against poverty goes on in Kenya.",
        "Tokyo stocks fell for a third day.",
        "Brazil beat Chile 2-1 in the final.",
        "The boy gave the girl a book.",
        "If Chile attacked Peru, prices would rise.",
        "Portugal has a striking resemblance to Spain.",
    ],
)
def test_background_sport_markets_metaphors_and_conditions_are_no_events(code: Code, text: str) -> None:
    assert _told(code(text)) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kenya condemned Uganda on Tuesday.", "2019-10-01"),
        ("Kenya condemned Uganda in May 2017.", "2017-05"),
        ("Kenya condemned Uganda last month.", "2019-09"),
        ("Kenya condemned Uganda two years ago.", "2017"),
    ],
)
def test_an_event_takes_the_date_of_its_own_clause_and_not_the_publications(code: Code, text: str, value: str) -> None:
    event = _told(code(text))[0]
    assert event.date.value == value
    assert event.date.reason


def test_an_undated_story_gives_no_date_to_its_events(code: Code) -> None:
    from dateline.model import Segment, SegmentKind, Story

    del code
    text = "Kenya condemned Uganda."
    story = Story(id="s", text=text, segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text)),))
    assert story.day is None


def test_who_says_so_stands_behind_the_event_and_the_reports_own_voice_has_nobody(code: Code) -> None:
    told = _told(code("Kenya condemned Uganda, Kenyan Foreign Minister Monica Juma said."))
    assert [link.speaker.resolution.country for link in told[0].said_by] == ["KEN"]
    assert _told(code("Kenya condemned Uganda."))[0].said_by == ()


def test_two_tellings_of_one_event_are_one_event_with_two_evidences(code: Code) -> None:
    coded = code("Kenya condemned Uganda on Tuesday.\n\nKenya denounced Uganda after a meeting in Nairobi.")
    accusations = [event for event in _told(coded) if event.type == "ACCUSE"]
    assert len(accusations) == 1
    assert {e.mention for e in accusations[0].evidence} == {0, 1}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rebels killed 12 soldiers in Mali.", 12, 12),
        ("Rebels killed at least 12 soldiers in Mali.", 12, None),
        ("Rebels killed dozens of soldiers in Mali.", 24, None),
        ("Rebels killed three soldiers in Mali.", 3, 3),
    ],
)
def test_casualties_keep_the_bounds_of_their_words(code: Code, text: str, low: int, high: int | None) -> None:
    dead = _told(code(text))[0].casualties.dead
    assert dead is not None
    assert (dead.low, dead.high) == (low, high)


def test_every_evidence_points_at_its_own_words(code: Code) -> None:
    coded = code("OSLO, Oct 3 (Reuters) - Norway sent tents to Nepal on Tuesday, officials said.")
    assert coded.events
    for event in coded.events:
        for evidence in event.evidence:
            assert coded.story.text[evidence.span.start : evidence.span.end] == evidence.text


def test_coding_twice_gives_the_same_record(code: Code) -> None:
    text = "Kenya condemned Uganda, and Uganda rejected the criticism."
    assert code(text).events == code(text).events


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Togo offered for the first time to meet the Ghanaian president.", "AGREE", {"TGO"}, {"GHA"}),
        ("Ghana is set to hold talks with Togo.", "AGREE", {"GHA"}, {"TGO"}),
        ("Ghana repeated the demand that Togo withdraw its troops.", "REQUEST", {"GHA"}, {"TGO"}),
        ("Ghana dismissed as absurd a Togolese demand for an apology.", "REJECT", {"GHA"}, {"TGO"}),
        ("Ghana said there would be no talks with Togo.", "REJECT", {"GHA"}, {"TGO"}),
        ("Ghana will continue its support for Togo.", "AGREE", {"GHA"}, {"TGO"}),
        ("The villages were shelled at night by Ghanaian gunners.", "ASSAULT", {"GHA"}, set()),
        ("Ghana hailed Togo's decision to free the sailors.", "SUPPORT", {"GHA"}, {"TGO"}),
        ("Togo needs to do more against smuggling, Ghana's foreign minister said.", "REQUEST", {"GHA"}, {"TGO"}),
        ("Togo has violated the treaty, Ghana's foreign minister said.", "ACCUSE", {"GHA"}, {"TGO"}),
        ("Togo's president has come under fire for his handling of the floods.", "ACCUSE", set(), {"TGO"}),
    ],
)
def test_parties_are_found_where_the_words_stand_apart(
    code: Code, text: str, kind: str, actors: set[str], recipients: set[str]
) -> None:
    """Clauses of nouns, infinitives after a time, bare attributes, denied nouns and words spoken keep their sides."""
    told = [(str(event.type), *_sides(event)) for event in _told(code(text))]
    found = [(a, r) for type_, a, r in told if type_ == kind and (recipients <= r)]
    assert any(a == actors for a, _ in found), told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Ghanaian council has to approve the plan of Togo.", "SUPPORT"),
        ("Ghana said there would be no talks with Togo.", "AGREE"),
        ("The Ghanaian minister was asked about closing the border with Togo.", "REQUEST"),
        ("Ghana repeated the demand that Togo's president resign.", "RETREAT"),
    ],
)
def test_what_is_a_duty_a_topic_denied_or_demanded_is_not_told_as_done(code: Code, text: str, kind: str) -> None:
    assert kind not in {str(event.type) for event in _told(code(text))}


def test_rebels_are_of_the_country_whose_rulers_they_fight(code: Code) -> None:
    told = _told(code("Togolese rebels shelled Lome. The rebels demanded that the president resign."))
    actors = [p.resolution.country for event in told if event.type == "REQUEST" for p in event.actors]
    assert actors == ["TGO"]
