"""Who said what to whom, whom "we" means, and what stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.speech.quotations import find_quotations, trim
from dateline.language import Parser
from dateline.model import CodedStory, Segment, SegmentKind, Span, Story

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _said(coded: CodedStory) -> list[tuple[str | None, str]]:
    text = coded.story.text
    return [(s.source.resolution.country if s.source else None, s.content[0].of(text)) for s in coded.statements]


@pytest.mark.parametrize(
    "text",
    [
        'French President Emmanuel Macron said: "The talks have been long and hard."',
        '"The talks have been long and hard," French President Emmanuel Macron said.',
        '"The talks have been long and hard," said French President Emmanuel Macron.',
        "“The talks have been long and hard,” French President Emmanuel Macron told reporters.",
    ],
)
def test_a_quotation_finds_its_speaker_before_or_after_it(code: Code, text: str) -> None:
    assert ("FRA", "The talks have been long and hard") in _said(code(text))


def test_a_quotation_without_a_tag_goes_on_with_the_speaker_before_it(code: Code) -> None:
    text = '"We are ready for talks," Kenyan President Uhuru Kenyatta said. "They should begin without delay."'
    coded = code(text)
    (statement,) = coded.statements
    assert statement.source is not None
    assert statement.source.resolution.country == "KEN"
    assert [c.of(text) for c in statement.content] == ["We are ready for talks", "They should begin without delay"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("French President Emmanuel Macron said that the talks would go on.", "the talks would go on"),
        ("The talks would go on, French President Emmanuel Macron said.", "The talks would go on"),
        ("According to French President Emmanuel Macron, the talks would go on.", "the talks would go on"),
    ],
)
def test_indirect_speech_leaves_out_that_and_the_stop(code: Code, text: str, content: str) -> None:
    assert ("FRA", content) in _said(code(text))


@pytest.mark.parametrize(
    ("words", "countries"),
    [
        ("We condemn Uganda", {"KEN"}),
        ("Our relations have grown", {"KEN", "TZA"}),
        ("Your country has done much", {"TZA"}),
        ("I condemn Uganda", {"KEN"}),
    ],
)
def test_first_and_second_persons_mean_the_speakers_side_both_sides_or_the_addressee(
    code: Code, words: str, countries: set[str]
) -> None:
    text = f'"{words} in these years, and you know it," Kenyan President Uhuru Kenyatta told Tanzanian President John Magufuli.'
    coded = code(text)
    assert coded.resolved is not None
    first = next(m for m in coded.resolved.mentions if m.kind == "deictic")
    assert first.resolution is not None
    found = first.resolution.countries or (first.resolution.country,)
    assert set(found) == countries


def test_we_without_a_known_speaker_stays_unresolved(code: Code) -> None:
    coded = code('"We have waited for many years now."')
    assert coded.resolved is not None
    assert all(m.resolution is None for m in coded.resolved.mentions if m.kind == "deictic")


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("A Kenyan military attache is accredited in Rome.", "accreditation", {"KEN", "ITA"}),
        ("Some 300 French soldiers are stationed in Gabon.", "deployment", {"FRA", "GAB"}),
        ("Polish and Czech officials have been meeting regularly since 2011.", "regular-consultation", {"POL", "CZE"}),
        ("Portugal is a member of NATO.", "membership", {"PRT", "IGO"}),
        ("Angola is a key partner of Portugal.", "partnership", {"AGO", "PRT"}),
    ],
)
def test_standing_relations_are_kept_with_their_parties(code: Code, text: str, kind: str, countries: set[str]) -> None:
    found = [(t.kind, {p.resolution.country for p in t.parties}, t) for t in code(text).ties]
    kinds = {
        (k, frozenset(c for p in t.parties for c in (p.resolution.countries or (p.resolution.country,))))
        for k, _, t in found
    }
    assert (kind, frozenset(countries)) in kinds


@pytest.mark.parametrize(
    "text", ["Polish and Czech officials met on Monday.", "The company is based in Lyon.", "She joined the club."]
)
def test_a_single_meeting_or_a_seat_is_no_standing_relation(code: Code, text: str) -> None:
    assert code(text).ties == ()


def test_since_is_kept_with_a_standing_relation(code: Code) -> None:
    ties = code("Polish and Czech officials have been meeting regularly since 2011.").ties
    assert [tie.since for tie in ties] == ["2011"]


def test_an_unclosed_quotation_ends_with_its_paragraph(parser: Parser) -> None:
    text = '"This goes on for more than one paragraph.'
    story = Story(id="s", text=text, segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text)),))
    found = find_quotations(parser.parse(story))
    assert [(q.unclosed, q.span.of(text)) for q in found] == [(True, "This goes on for more than one paragraph")]


def test_trimming_twice_changes_nothing_and_keeps_abbreviations() -> None:
    text = ' "They flew to the U.S.", '
    once = trim(text, Span(0, len(text)))
    assert once.of(text) == "They flew to the U.S."
    assert trim(text, once) == once
