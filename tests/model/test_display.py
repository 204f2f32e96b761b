"""Records in a notebook: every word of a story escaped, every mark where its evidence says."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from dateline.model import (
    CodedStory,
    Event,
    EventType,
    Evidence,
    EvidenceKind,
    Opinion,
    Participant,
    QuadClass,
    Resolution,
    Span,
    SpeechAct,
    SpeechKind,
    Statement,
    Story,
    Tie,
)
from dateline.model.display import TINTS, marked

TEXT = 'Peru <b>warned</b> Chile. "We & they are close," he said.'


def _evidence(kind: EvidenceKind, words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(kind=kind, span=Span(start, start + len(words)), text=words, rule="<rule>")


PERU = Participant(
    span=Span(0, 4), text="Peru", resolution=Resolution(name="Peru <&>", country="PER", sectors=("GOV",))
)
EVENT = Event(
    id="e1",
    story_id="s1",
    type=EventType.THREATEN,
    cameo="130",
    quad=QuadClass.VERBAL_CONFLICT,
    plover_score=-4.0,
    actors=(PERU,),
    evidence=(_evidence(EvidenceKind.TRIGGER, "warned"), _evidence(EvidenceKind.ACTOR, "Peru")),
    opinions=(Opinion(decider="frame <x>", says="THREATEN", confidence=0.9),),
)
STORY = Story(id="s1", text=TEXT, headline="<script>1</script>", published=datetime(2020, 5, 4))
CODED = CodedStory(
    story=STORY,
    events=(EVENT,),
    statements=(
        Statement(
            id="q1",
            story_id="s1",
            kind=SpeechKind.DIRECT,
            act=SpeechAct.SAYS,
            source=PERU,
            cue=None,
            content=(Span(26, 47),),
        ),
    ),
    ties=(Tie(id="t1", story_id="s1", kind="treaty", parties=(PERU,), since="1929"),),
)


def test_a_coded_story_shows_its_text_marks_events_statements_and_ties() -> None:
    made = CODED._repr_html_()
    tree: Any = html.fromstring(f"<div>{made}</div>")
    assert not tree.xpath("//script | //b")
    assert [mark.text for mark in tree.xpath("//div/mark")][-2:] == ["Peru", "warned"]
    words = str(tree.text_content())
    for said in (
        "THREATEN",
        "Peru <&>",
        "PER GOV",
        "frame <x>: THREATEN (0.90)",
        "treaty",
        "1929",
        "We & they are close,",
    ):
        assert said in words


def test_an_event_shows_its_fields_and_every_piece_of_evidence() -> None:
    made = EVENT._repr_html_()
    assert "words: trigger" in made
    assert "&lt;rule&gt;" in made
    assert "0.00" in made


def test_a_story_alone_shows_head_and_text() -> None:
    made = STORY._repr_html_()
    assert "&lt;script&gt;" in made
    assert "2020-05-04" in made
    assert "<mark" not in made


def test_what_is_not_found_is_said() -> None:
    assert "no events" in CodedStory(story=STORY)._repr_html_()


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.sampled_from(sorted(TINTS)), st.integers(0, 80), st.integers(0, 80)), max_size=6),
)
def test_marking_changes_no_letter_whatever_the_spans(text: str, spans: list[tuple[str, int, int]]) -> None:
    evidence = [Evidence(kind=EvidenceKind(kind), span=Span(min(a, b), max(a, b)), text="") for kind, a, b in spans]
    made = marked(text.replace("\r", "").replace("\x00", ""), evidence)
    assert unescape(re.sub(r"</?mark[^>]*>", "", made)) == text.replace("\r", "").replace("\x00", "")
