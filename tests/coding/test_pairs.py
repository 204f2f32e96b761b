"""What frames and classifier together say of two given spans."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding import Coder, code_pair
from dateline.coding.pairs import FRAME_WEIGHT, LOOSE_FRAME, Kind, calibrated
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.gazetteer import Gazetteer
from dateline.language import Parser
from dateline.model import EventType, ResolvedStory, Span
from dateline.readers import story_from_text
from dateline.resolve import Resolver

TEXT = "Norway accused Chile of poaching cod while Peru looked on."
KINDS = st.tuples(st.sampled_from(EventType), st.sampled_from(["", "allege", "visit"]))
NORWAY, CHILE, PERU = Span(0, 6), Span(15, 20), Span(43, 47)


@pytest.fixture(scope="module")
def resolved(parser: Parser) -> ResolvedStory:
    return Resolver(KnowledgeBase.open(), Gazetteer.open()).resolve(parser.parse(story_from_text(TEXT, id="s")))


@pytest.fixture(scope="module")
def both() -> Coder:
    return Coder.load()


def _share(resolved: ResolvedStory, source: Span, target: Span, coder: Coder, weight: float = FRAME_WEIGHT) -> float:
    kinds = code_pair(resolved, source, target, coder, frame_weight=weight)
    assert sum(kinds.values()) == pytest.approx(1.0)
    return sum(share for (event_type, _), share in kinds.items() if event_type is EventType.ACCUSE)


def test_the_more_a_frame_that_fits_both_spans_weighs_the_surer_its_type(resolved: ResolvedStory, both: Coder) -> None:
    shares = [_share(resolved, NORWAY, CHILE, both, weight) for weight in (0.0, LOOSE_FRAME, FRAME_WEIGHT)]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1] < 1


@given(st.dictionaries(KINDS, st.floats(0.01, 5.0), min_size=1))
def test_calibrated_shares_sum_to_one_and_keep_the_order_within_a_type(shares: dict[Kind, float]) -> None:
    fitted = calibrated(shares)
    assert sum(fitted.values()) == pytest.approx(1.0)
    for one, other in combinations(shares, 2):
        if one[0] is other[0] and shares[one] < shares[other]:
            assert fitted[one] <= fitted[other]


def test_a_sure_share_is_lowered_and_an_even_one_raised() -> None:
    sure, even = ({(EventType.ACCUSE, ""): p, (EventType.REJECT, ""): 1 - p} for p in (0.98, 0.55))
    assert calibrated(sure)[EventType.ACCUSE, ""] < 0.98
    assert calibrated(even)[EventType.ACCUSE, ""] > 0.55


def test_a_frame_of_other_parties_hardly_counts(resolved: ResolvedStory, both: Coder) -> None:
    alone = _share(resolved, PERU, NORWAY, both, 0.0)
    assert _share(resolved, PERU, NORWAY, both) <= (alone + LOOSE_FRAME) / (1 + LOOSE_FRAME) + 1e-9


def test_without_a_classifier_the_frame_decides(resolved: ResolvedStory) -> None:
    assert set(code_pair(resolved, NORWAY, CHILE, Coder.load(setting="frames"))) == {(EventType.ACCUSE, "allege")}


def test_a_pronoun_stands_for_the_span_that_tells_its_clause(parser: Parser) -> None:
    """ "The rebels said they will free the Danes": the rebels will."""
    text = "The dockers' union said they will not end the strike until the Greek port pays."
    story = Resolver(KnowledgeBase.open(), Gazetteer.open()).resolve(parser.parse(story_from_text(text, id="t")))
    kinds = code_pair(story, Span(0, 18), None, Coder.load(setting="frames"))
    assert {event_type for event_type, _ in kinds} == {EventType.REJECT}


def test_whoever_tells_what_his_state_refuses_is_the_source(parser: Parser, both: Coder) -> None:
    """ "The envoy said Peru would not lift the ban": the frame of the refusal fits the envoy."""
    text = "The envoy said that Peru will not lift the ban on Bolivia."
    story = Resolver(KnowledgeBase.open(), Gazetteer.open()).resolve(parser.parse(story_from_text(text, id="u")))
    kinds = code_pair(story, Span(0, 9), Span(50, 57), both)
    assert max(kinds, key=lambda kind: kinds[kind])[0] is EventType.REJECT
