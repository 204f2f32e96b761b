"""The frame lexicon as a whole: no conflicts, no duplicates, nothing without origin, every code known."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from dateline.knowledge.codebook import Codebook
from dateline.knowledge.frames import Frame, FrameLexicon
from dateline.model import LexiconError

LEXICON = FrameLexicon.load()
CODEBOOK = Codebook.load()


def _key(frame: Frame) -> tuple[object, ...]:
    return (frame.where, frame.unless, frame.priority, frame.actor, frame.recipient)


def test_no_word_means_two_types_under_the_same_conditions() -> None:
    types: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for frame in LEXICON.frames:
        for trigger in frame.triggers:
            types[(trigger.kind, trigger.words, *_key(frame))].add(f"{frame.type}/{frame.mode}")
    assert {key: found for key, found in types.items() if len(found) > 1} == {}


def test_no_word_stands_twice_under_the_same_conditions() -> None:
    counts = Counter(
        (trigger.kind, trigger.words, *_key(frame)) for frame in LEXICON.frames for trigger in set(frame.triggers)
    )
    assert [key[:2] for key, n in counts.items() if n > 1] == []


def test_every_code_and_mode_is_in_the_codebook() -> None:
    unknown_codes = [frame.id for frame in LEXICON.frames if frame.cameo not in CODEBOOK.cameo]
    unknown_modes = [
        frame.id for frame in LEXICON.frames if frame.mode and (frame.type, frame.mode) not in CODEBOOK.modes
    ]
    assert (unknown_codes, unknown_modes) == ([], [])


def test_every_frame_has_origin_example_and_near_miss() -> None:
    assert [f.id for f in LEXICON.frames if not (f.origin and f.examples and f.near_misses)] == []


def test_the_lexicon_is_of_a_size_that_reads_any_newswire() -> None:
    words = {(t.kind, t.words) for f in LEXICON.frames for t in f.triggers}
    assert len(words) >= 2700
    assert sum(len(f.triggers) for f in LEXICON.frames) >= 5500


def test_words_after_one_with_be_keep_their_kind() -> None:
    """ "be to blame" is found by an adjective, "bear the blame" after it in the list by its verb."""
    frame = next(f for f in LEXICON.frames if f.id == "accuse.speech.to-blame")
    kinds = {trigger.words: trigger.kind for trigger in frame.triggers}
    assert kinds["to", "blame"] == "adjective"
    assert kinds["bear", "the", "blame"] == "verb"


def test_a_mark_is_asked_of_the_frame_that_decided_and_unknown_marks_are_refused() -> None:
    lexicon = FrameLexicon.load()
    assert lexicon.marked("frame accuse.sue.file", "lawsuit")
    assert not lexicon.marked("frame accuse.sue.file", "relief")
    assert not lexicon.marked("ruling future.accuse", "lawsuit")
    entry = {
        "id": "own.sue",
        "type": "ACCUSE",
        "cameo": "115",
        "verbs": ["sue"],
        "actor": ["subj"],
        "recipient": ["obj"],
        "origin": "own",
        "examples": [],
        "near_misses": [],
        "marks": ["novel"],
    }
    with pytest.raises(LexiconError, match="novel"):
        lexicon.with_own([entry])
