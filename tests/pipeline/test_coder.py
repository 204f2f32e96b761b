"""One story's way: text in, records out; what cannot be coded is rejected and the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

import pytest

from dateline.coding import Coder
from dateline.model import CodedStory, EvidenceKind, ParsedStory, Rejected, ResolvedStory, Story, UsageError
from dateline.pipeline import coder as coder_module
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.limits import too_much_work
from dateline.readers import story_from_text

pytestmark = pytest.mark.model
TEXT = "OSLO, May 6 (NTB) - Norway and Chile signed an agreement on fishing on Monday, Norway's foreign minister said."


def test_a_text_becomes_events_whose_evidence_stands_in_it(story_coder: StoryCoder) -> None:
    coded = story_coder.code(TEXT, published="2019-05-06")
    assert coded.story.agency == "NTB"
    assert coded.events
    for event in coded.events:
        assert event.story_id == coded.story.id
        assert any(piece.kind is EvidenceKind.TRIGGER for piece in event.evidence)
        assert all(piece.span.of(coded.story.text) == piece.text for piece in event.evidence)


@pytest.mark.parametrize("published", ["2019-05-06", "6 May 2019", date(2019, 5, 6), datetime(2019, 5, 6)])
def test_the_date_of_publication_may_be_given_in_any_plain_form(story_coder: StoryCoder, published: Any) -> None:
    assert story_coder.code(TEXT, published=published).story.day == date(2019, 5, 6)


def test_a_date_that_is_none_is_a_usage_error(story_coder: StoryCoder) -> None:
    with pytest.raises(UsageError, match="soon"):
        story_coder.code(TEXT, published="soon")


def test_the_resolved_story_is_kept_only_when_asked_for(story_coder: StoryCoder) -> None:
    assert story_coder.code(TEXT).resolved is None
    assert isinstance(story_coder.code(TEXT, keep=True).resolved, ResolvedStory)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "12:30", "—", "a" * 30_000, "ENDS", "( " * 3_000])
def test_a_text_of_nothing_is_coded_to_nothing(story_coder: StoryCoder, text: str) -> None:
    assert story_coder.code(text).events == ()


def test_many_stories_give_what_each_gives_alone(story_coder: StoryCoder) -> None:
    texts = [TEXT, "Egypt condemned Ethiopia.", "Salmon prices rose.", "Peru expelled two Bolivian diplomats."]
    stories = [story_from_text(text, id=str(n)) for n, text in enumerate(texts)]
    together = list(story_coder.code_many(stories))
    assert together == [story_coder.code(story) for story in stories]


def test_rejected_inputs_pass_through_in_their_place(story_coder: StoryCoder) -> None:
    items: list[Story | Rejected] = [Rejected(origin="x"), story_from_text(TEXT, id="a"), Rejected(origin="y")]
    found = list(story_coder.code_many(items))
    assert [type(item) for item in found] == [Rejected, CodedStory, Rejected]


@dataclass
class _Breaks:
    """A stage that fails on one story and hands the others on."""

    stage: Any
    bad: str

    def parse_many(self, stories: list[Story]) -> Any:
        if any(story.id == self.bad for story in stories):
            raise RuntimeError("the batch broke")
        return self.stage.parse_many(stories)

    def parse(self, story: Story) -> ParsedStory:
        if story.id == self.bad:
            raise RecursionError("too deep")
        return self.stage.parse(story)  # type: ignore[no-any-return]

    def resolve(self, parsed: ParsedStory) -> ResolvedStory:
        if parsed.story.id == self.bad:
            raise KeyError("lost")
        return self.stage.resolve(parsed)  # type: ignore[no-any-return]

    def code(self, resolved: ResolvedStory) -> CodedStory:
        if resolved.parsed.story.id == self.bad:
            raise ZeroDivisionError("none")
        found: Coder = self.stage
        return found.code(resolved)


@pytest.mark.parametrize(
    ("field", "stage", "words"),
    [("parser", "parse", "too deep"), ("resolver", "resolve", "lost"), ("coder", "code", "none")],
)
def test_a_story_that_breaks_a_stage_is_rejected_by_it_and_the_others_are_coded(
    story_coder: StoryCoder, field: str, stage: str, words: str
) -> None:
    stage_that_breaks: Any = _Breaks(getattr(story_coder, field), "1")
    broken = replace(story_coder, **{field: stage_that_breaks})
    stories = [story_from_text(TEXT, id=str(n), origin=f"f:{n}") for n in range(3)]
    found = list(broken.code_many(stories))
    assert [type(item) for item in found] == [CodedStory, Rejected, CodedStory]
    bad = found[1]
    assert isinstance(bad, Rejected)
    assert (bad.stage, bad.story_id, bad.origin) == (stage, "1", "f:1")
    assert words in bad.reason
    assert bad.raw == TEXT


def test_a_story_that_asks_for_too_much_work_is_rejected_with_its_reason_and_the_others_are_coded(
    story_coder: StoryCoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(coder_module, "too_much_work", partial(too_much_work, limit=5_000))
    run_on = " and ".join(["Norway met Chile"] * 120)
    found = list(story_coder.code_many(story_from_text(t, id=str(n)) for n, t in enumerate([TEXT, run_on, TEXT])))
    assert [type(item) for item in found] == [CodedStory, Rejected, CodedStory]
    bad = found[1]
    assert isinstance(bad, Rejected)
    assert (bad.stage, bad.story_id) == ("resolve", "1")
    assert "limit 5000" in bad.reason
    assert "full stops" in bad.advice
