"""Whom a sentence makes the parties of its events: grammar that the parser leaves to be undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import CodedStory

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _told(coded: CodedStory) -> set[tuple[str, str, str]]:
    """Return type, actor and recipient countries of the events, joined by "+"."""

    def codes(parties: tuple[object, ...]) -> str:
        found = {p.resolution.country for p in parties} - {None}  # type: ignore[attr-defined]
        return "+".join(sorted(found))

    return {(e.type.value, codes(e.actors), codes(e.recipients)) for e in coded.events if e.content_of is None}


def test_a_verb_taken_for_an_attribute_after_a_day_is_read_as_the_sentences_verb(code: Code) -> None:
    told = _told(code("A court in Harare on Tuesday freed Pastor Moses Ncube."))
    assert ("RETREAT", "ZWE", "ZWE") in told


def test_a_participle_lends_its_noun_what_the_measure_is_aimed_at(code: Code) -> None:
    told = _told(code("The Sudanese president shortened the curfew imposed in Chad."))
    assert ("CONCEDE", "SDN", "TCD") in told


def test_whoever_leads_a_strike_is_its_author(code: Code) -> None:
    told = _told(code("A French-led raid on a Malian camp killed nine."))
    assert ("ASSAULT", "FRA", "MLI") in told


def test_land_that_is_fought_over_is_the_recipient(code: Code) -> None:
    told = _told(code("Burmese troops have retaken a village in Western Thailand."))
    assert ("ASSAULT", "MMR", "THA") in told


def test_must_under_a_verb_of_saying_is_a_demand_of_whoever_says_it(code: Code) -> None:
    told = _told(code("Norway said Chile must pay for the wreck."))
    assert ("REQUEST", "NOR", "CHL") in told


def test_a_pronoun_may_do_what_its_antecedent_may(code: Code) -> None:
    told = _told(code("Greek farmers said they would blockade Athens."))
    assert ("THREATEN", "GRC", "GRC") in told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway announced a halt of aid to Malawi.", "SANCTION"),
        ("Tunis refuses to lift its ban on Libyan trucks.", "REJECT"),
        ("Mali and Niger failed to agree on grazing rights.", "REJECT"),
        ("Japan has decided to lift sanctions against India.", "CONCEDE"),
        ("Senegal offered to dispatch a battalion to Gambia.", "AGREE"),
    ],
)
def test_what_stands_above_an_event_decides_its_type(code: Code, text: str, kind: str) -> None:
    assert {found[0] for found in _told(code(text))} == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "A Chadian envoy tried to broker a pact with Libya.",
        "An Iranian blockade of Oman was unlikely, officials said.",
        "The port of Santos was hit by a strike of dockers.",
    ],
)
def test_attempts_at_deals_doubts_and_strikes_of_workers_are_no_deeds(code: Code, text: str) -> None:
    assert not [event for event in code(text).events if event.type.value in {"AGREE", "SUPPORT", "COERCE", "ASSAULT"}]


def test_the_parts_of_an_actor_of_several_states_are_not_whom_it_strikes(code: Code) -> None:
    told = code(
        "Airstrikes by Danish, Greek and Chilean forces on Libyan regime targets were reported on Monday."
    ).events
    sides = [(set(e.actors[0].resolution.countries), {p.resolution.country for p in e.recipients}) for e in told]
    assert sides == [({"DNK", "GRC", "CHL"}, {"LBY"})]
