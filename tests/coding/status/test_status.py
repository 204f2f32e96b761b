"""Whether an event happened: what auxiliaries, denials and the verb above it say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory, EventType

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _assaults(code: Code, text: str) -> list[str]:
    return [e.status.value for e in code(text).events if e.type is EventType.ASSAULT and e.content_of is None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chile attacked Peru.", "happened"),
        ("Chile managed to attack Peru.", "happened"),
        ("Chile claims to have bombed Peru.", "happened"),
        ("Chile is bombing Peru.", "ongoing"),
        ("Chile has been bombing Peru since Monday.", "ongoing"),
        ("Chile did not attack Peru.", "negated"),
        ("Chile never attacked Peru.", "negated"),
        ("Chile nearly attacked Peru.", "negated"),
        ("Chile no longer bombs Peru.", "negated"),
        ("Chile avoided attacking Peru.", "negated"),
        ("Chile has yet to attack Peru.", "negated"),
    ],
)
def test_an_event_has_the_status_that_its_clause_tells(code: Code, text: str, status: str) -> None:
    assert _assaults(code, text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Chile may attack Peru.",
        "Chile would have attacked Peru.",
        "Chile was to have attacked Peru on Monday.",
        "Chile considered attacking Peru.",
        "Chile was accused of attacking Peru.",
        "Chile denied attacking Peru.",
        "The possible invasion of Peru by Chile worries Bolivia.",
    ],
)
def test_what_is_only_imagined_or_denied_is_no_event(code: Code, text: str) -> None:
    assert _assaults(code, text) == []


def test_nearly_before_a_number_denies_nothing(code: Code) -> None:
    assert _assaults(code, "Chilean troops killed nearly 300 people in Peru.") == ["happened"]


def test_a_denial_is_the_denier_s_word_and_no_deed(code: Code) -> None:
    coded = code("Norway denied shelling Malawi on Monday.")
    assert {e.type.value for e in coded.events} == {"REJECT"}
    (said,) = [s for s in coded.statements if s.act == "denies"]
    assert said.source is not None
    assert said.source.resolution.country == "NOR"


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister met every Chilean envoy who accused Peru of spying.",
        "Kenya will pay as long as Uganda attacks Somalia.",
        "As soon as Chile accuses Peru of spying, Norway will recall its envoy.",
        "Norway asked whether Chile will sign the treaty.",
        "There are fears that Uganda will attack Somalia.",
        "The Ugandan minister talked about attacking Somalia.",
        "Kenya will recall its envoy before Uganda attacks Somalia.",
        "Denmark wanted Chile to confirm that Chile will sign the treaty with Norway.",
    ],
)
def test_what_anybody_may_do_or_is_only_to_say_is_not_told_as_done(code: Code, text: str) -> None:
    found = {(e.type.value, e.status.value) for e in code(text).events}
    assert not found & {("ACCUSE", "happened"), ("ASSAULT", "happened"), ("ASSAULT", "ongoing"), ("AGREE", "happened")}


@pytest.mark.parametrize(
    "text",
    [
        "Liberia served notice that it would release the Guinean hostages.",
        "Liberia indicated that it would release the Guinean hostages.",
    ],
)
def test_a_reported_will_under_a_notice_lies_ahead(code: Code, text: str) -> None:
    told = [e.type for e in code(text).events if e.content_of is None]
    assert told == [EventType.CONCEDE]


def test_whoever_is_counted_by_a_deed_has_done_it(code: Code) -> None:
    done = code("Malta is the latest country to recognise Kosovo.").events
    assert [(e.type, e.status.value) for e in done] == [(EventType.SUPPORT, "happened")]
    ahead = code("Malta will be the first country to recognise Kosovo.").events
    assert [e.type for e in ahead if e.content_of is None] == [EventType.AGREE]
