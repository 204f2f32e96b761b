"""What a report says beyond the plain clause: weighed deeds, refusals, stays, tellers and objects hung astray."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.coding.conftest import Code, Sides, sides_of

from dateline.model import CodedStory, EventType, Participant

pytestmark = pytest.mark.model


def _told(coded: CodedStory) -> list[Sides]:
    return sides_of(e for e in coded.events if e.content_of is None)


WEIGHED: list[tuple[str, Sides]] = [
    ("Gabon said it might expel Chadian diplomats.", (EventType.THREATEN, {"GAB"}, {"TCD"})),
    ("Gabon said it may take Chad to a world tribunal.", (EventType.THREATEN, {"GAB"}, {"TCD"})),
    ("\"We could cut ties with Chad,\" Gabon's premier said.", (EventType.THREATEN, {"GAB"}, {"TCD"})),
    ("Gabon said it might send aid to Chad.", (EventType.AGREE, {"GAB"}, {"TCD"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), WEIGHED)
def test_who_says_that_he_may_do_something_threatens_or_offers(code: Code, text: str, sides: Sides) -> None:
    """A hostile deed weighed by its own doer is a threat, a friendly one an offer."""
    assert sides in _told(code(text))


@pytest.mark.parametrize(
    "text", ["Gabon said the rebels of Chad might attack it.", "Gabon said it could not meet the ministers of Chad."]
)
def test_what_others_may_do_or_one_cannot_do_is_no_threat(code: Code, text: str) -> None:
    assert not [kind for kind, _, _ in _told(code(text)) if kind in {EventType.THREATEN, EventType.AGREE}]


BEYOND: list[tuple[str, Sides]] = [
    # refusals of what is no event, and told without a verb of saying
    ("Laos will not give up the building of the dam, its premier said.", (EventType.REJECT, {"LAO"}, set())),
    ("The Chilean premier declared an emergency but would not bow to Peru.", (EventType.REJECT, {"CHL"}, {"PER"})),
    ("Laos has flatly refused to discuss sovereignty with Thailand.", (EventType.REJECT, {"LAO"}, {"THA"})),
    # phrases hung on a date or town
    ("The expulsion in May of two Chilean envoys by Peru was a mistake.", (EventType.SANCTION, {"PER"}, {"CHL"})),
    ("The arrest in Madrid of two Chilean bankers by Spanish police was a mistake.", (EventType.COERCE, {"ESP"}, {"CHL"})),
    # whoever says a clause about a thing
    ("Laos told Thailand the fence was illegal and demanded it be removed.", (EventType.REQUEST, {"LAO"}, {"THA"})),
    ("The Chilean premier said the fence was old and accused Peru of theft.", (EventType.ACCUSE, {"CHL"}, {"PER"})),
    ("The Chilean government plans to move its archive and has asked Peru for a loan.", (EventType.REQUEST, {"CHL"}, {"PER"})),
    # stays and meetings beside other deeds
    ("Lao Premier Thongloun Sisoulith, in London for a summit, spoke of rice.", (EventType.CONSULT, {"LAO"}, {"GBR"})),
    ("The Chilean premier gave way after a lunch with the Thai president.", (EventType.CONSULT, {"CHL", "THA"}, set())),
    ("The Chilean premier phoned the Thai premier to offer support.", (EventType.SUPPORT, {"CHL"}, {"THA"})),
    # objects and terms that the parser takes for something else
    ("The United Nations gave the rulers of Laos three days to free the editor.", (EventType.THREATEN, {"UNO"}, {"LAO"})),
    ("In Vientiane the ministry called in the Thai ambassador.", (EventType.ACCUSE, {"LAO"}, {"THA"})),
    ("Laos and Thailand clashed on Monday. Each side accused the other of firing first.", (EventType.ACCUSE, {"LAO", "THA"}, set())),
    ("Laos called its ambassador home from Thailand.", (EventType.SANCTION, {"LAO"}, {"THA"})),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sides"), BEYOND)
def test_a_deed_is_read_beyond_the_plain_clause(code: Code, text: str, sides: Sides) -> None:
    """Grammar that the parser or a plain reading misses gives the event and its parties."""
    assert sides in [(e.type, _codes(e.actors), _codes(e.recipients)) for e in code(text).events]


def _codes(parties: Iterable[Participant]) -> set[str | None]:
    return {code for p in parties for code in (p.resolution.countries or (p.resolution.country,))}


def test_an_organ_bears_one_name_in_many_lands(code: Code) -> None:
    """The "Congress" of a report from Lima on Peru is Peru's, though it names the United States further down."""
    text = "LIMA (Reuters) - Peru's president spoke. Congress rejected a Chilean offer. The United States kept silent."
    assert (EventType.REJECT, {"PER"}, {"CHL"}) in _told(code(text))


def test_a_list_of_demands_after_a_colon_is_not_done(code: Code) -> None:
    """Of "an ultimatum: free the editors" only the ultimatum is told."""
    told = _told(
        code(
            "Chilean students handed the Chilean premier an ultimatum: lift the curfew and release the editors within a week."
        )
    )
    assert EventType.RETREAT not in {kind for kind, _, _ in told}
    assert EventType.CONCEDE not in {kind for kind, _, _ in told}


def test_a_shorter_telling_is_the_same_event_only_in_the_same_word(code: Code) -> None:
    """Who rejects a Thai charge and later turns down a loan has rejected two things, who rejects it twice one."""
    calm = "The rains came early this year and the rice stood high in the fields along the river. " * 2
    two = code(f"{calm}Laos rejected a Thai proposal. {calm}Laos turned down the plan.")
    once = code(f"{calm}Laos rejected a Thai proposal. {calm}Laos rejected the plan.")
    assert [e.type for e in two.events].count(EventType.REJECT) == 2
    assert [e.type for e in once.events].count(EventType.REJECT) == 1
