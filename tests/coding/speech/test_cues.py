"""Which words report speech, thought and attitude, by whom, and how far they reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.speech.cue_words import lexicon
from dateline.model import CodedStory, Statement

pytestmark = pytest.mark.model
Code = Callable[..., CodedStory]


def _parts(coded: CodedStory, statement: Statement) -> tuple[str | None, str | None, str, str]:
    text = coded.story.text
    source = statement.source.text if statement.source else None
    cue = statement.cue.of(text) if statement.cue else None
    return source, cue, statement.act.value, " … ".join(c.of(text) for c in statement.content)


def _all(code: Code, text: str) -> list[tuple[str | None, str | None, str, str]]:
    coded = code(text)
    return [_parts(coded, s) for s in coded.statements]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Norway's prime minister also called for an end to the blockade.",
            ("Norway's prime minister", "also called for", "demands", "an end to the blockade"),
        ),
        (
            "The union is wary of the new contract.",
            ("The union", "is wary of", "believes", "the new contract"),
        ),
        (
            "The ministry plans to close two harbours.",
            ("The ministry", "plans", "plans", "to close two harbours"),
        ),
        (
            "Peru's claim that its islands were flooded drew doubt.",
            ("Peru's", "claim", "claims", "its islands were flooded"),
        ),
        (
            "The court rejected the appeal.",
            ("The court", "rejected", "judges", "the appeal"),
        ),
        (
            "The envoy urged both sides to lay down their arms.",
            ("The envoy", "urged", "demands", "both sides to lay down their arms"),
        ),
        (
            "The general denied shelling the village.",
            ("The general", "denied", "denies", "shelling the village"),
        ),
        (
            "Ann Lee, head of the dockers' union, said the strike would go on.",
            ("Ann Lee, head of the dockers' union", "said", "says", "the strike would go on"),
        ),
    ],
)
def test_speech_demands_beliefs_plans_and_judgements_are_found_with_source_cue_and_content(
    code: Code, text: str, parts: tuple[str, str, str, str]
) -> None:
    assert parts in _all(code, text)


def test_a_relative_pronoun_is_the_source_of_its_own_clause_and_means_the_noun_before_it(code: Code) -> None:
    coded = code("The miners, who said the shaft was unsafe, stayed above ground.")
    (found,) = [s for s in coded.statements if s.cue and s.cue.of(coded.story.text) == "said"]
    assert found.source is not None
    assert found.source.text == "who"
    assert found.source.resolution.name == "The miners"


def test_a_denied_cue_is_marked_and_stands_behind_no_event(code: Code) -> None:
    coded = code("Chile did not say that Peru had attacked Bolivia on Monday.")
    assert [s.negated for s in coded.statements] == [True]
    assert all(not event.said_by for event in coded.events)


def test_attitudes_inside_what_somebody_says_are_left_to_the_content(code: Code) -> None:
    acts = [act for _, _, act, _ in _all(code, "The minister said that Ghana supports the plan.")]
    assert acts == ["says"]


def test_chains_keep_both_speakers_innermost_first(code: Code) -> None:
    coded = code("State television quoted the minister as saying that Chile had attacked Peru on Monday.")
    chains = [[link.speaker.resolution.name for link in e.said_by] for e in coded.events if e.said_by]
    assert any("minister" in chain[0] for chain in chains)


def test_every_example_of_the_cue_lexicon_shows_its_act(code: Code) -> None:
    from dateline.knowledge.codebook import data_folder, read_entries

    for name in ("verbs", "attitudes", "nouns", "adjectives"):
        for entry in read_entries(data_folder() / "speech" / f"{name}.toml", "cue"):
            acts = [act for _, _, act, _ in _all(code, entry["example"])]
            assert entry["act"] in acts, entry["example"]
            missed = [act for _, _, act, _ in _all(code, entry["near_miss"])]
            assert entry["act"] not in missed, entry["near_miss"]


def test_cue_words_are_written_in_small_letters() -> None:
    words = lexicon()
    assert all(w == w.lower() for table in (words.verbs, words.nouns, words.adjectives) for w in table)
