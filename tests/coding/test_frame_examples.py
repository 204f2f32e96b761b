"""Every frame fires on its own examples, end to end, and leaves its near misses alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.knowledge.frames import Example, Frame, FrameLexicon
from dateline.model import CodedStory, Participant

pytestmark = pytest.mark.model
LEXICON = FrameLexicon.load()


def _cases(examples: str, *, parties: bool = False) -> list[object]:
    found: list[object] = []
    for frame in LEXICON.frames:
        for n, example in enumerate(getattr(frame, examples)):
            if parties and example.actor is None and example.recipient is None:
                continue
            reason = example.open or (example.open_parties if parties else "")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            found.append(pytest.param(frame, example, id=f"{frame.id}-{n}", marks=marks))
    return found


@pytest.mark.parametrize(("frame", "example"), _cases("examples"))
def test_an_example_gives_an_event_of_its_frames_type(
    code: Callable[..., CodedStory], frame: Frame, example: Example
) -> None:
    coded = code(example.text)
    assert frame.type in {event.type for event in coded.events}


@pytest.mark.parametrize(("frame", "example"), _cases("examples", parties=True))
def test_an_example_is_told_of_the_parties_that_it_names(
    code: Callable[..., CodedStory], frame: Frame, example: Example
) -> None:
    told = [event for event in code(example.text).events if event.type is frame.type]
    assert any(_has(event.actors, example.actor) and _has(event.recipients, example.recipient) for event in told)


def _has(parties: Sequence[Participant], countries: Sequence[str] | None) -> bool:
    return countries is None or {p.resolution.country for p in parties} - {None} == set(countries)


@pytest.mark.parametrize(("frame", "example"), _cases("near_misses"))
def test_a_near_miss_is_left_alone_by_its_frame(
    code: Callable[..., CodedStory], frame: Frame, example: Example
) -> None:
    deciders = {opinion.decider for event in code(example.text).events for opinion in event.opinions}
    assert f"frame {frame.id}" not in deciders


def test_every_entry_names_its_origin() -> None:
    assert [frame.id for frame in LEXICON.frames if not frame.origin] == []
