"""The classifier and the rule that joins it with the frames."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

import dateline
from dateline.coding.models.classifier import Classifier, Judgement, Pair, StoryClassifier, marked
from dateline.knowledge.codebook import data_folder
from dateline.model import EventType, ModelFileError, Span, UsageError
from dateline.pipeline.coder import StoryCoder


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load()


def _pair(text: str, actor: str, recipient: str) -> Pair:
    a, r = text.index(actor), text.index(recipient)
    return Pair(text, Span(a, a + len(actor)), Span(r, r + len(recipient)))


def test_the_marks_stand_around_the_pair_and_leave_the_rest_alone() -> None:
    assert marked(_pair("In May Peru left Chile.", "Peru", "Chile")) == "In May @ Peru @ left # Chile #."


def test_a_pair_without_a_recipient_has_one_mark() -> None:
    assert marked(Pair("Peru voted.", Span(0, 4), None)) == "@ Peru @ voted."


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "expected"),
    [
        ("Norwegian customs men locked up a Danish skipper.", "Norwegian customs men", "a Danish skipper", "COERCE"),
        ("Ghana blamed Togo for the breakdown of the talks.", "Ghana", "Togo", "ACCUSE"),
        ("Togo was blamed by Ghana for the breakdown.", "Ghana", "Togo", "ACCUSE"),
        ("Nepal will hold talks with Bhutan in June.", "Nepal", "Bhutan", "AGREE"),
        ("Nepal held talks with Bhutan in June.", "Nepal", "Bhutan", "CONSULT"),
    ],
)
def test_the_likeliest_type_is_what_a_reader_would_say(
    classifier: Classifier, text: str, actor: str, recipient: str, expected: str
) -> None:
    judged = classifier.judge([_pair(text, actor, recipient)])[0]
    assert judged.best == EventType(expected)


def test_probabilities_are_a_distribution(classifier: Classifier) -> None:
    judged = classifier.judge([_pair("Peru beat Chile 2-1.", "Peru", "Chile")])[0]
    assert sum(judged.types.values()) + judged.none == pytest.approx(1.0)


def test_a_pair_is_judged_alike_alone_and_in_a_batch(classifier: Classifier) -> None:
    pairs = [
        _pair("Kenya praised Uganda.", "Kenya", "Uganda"),
        _pair("Kenya's army shelled a village in the north of Uganda on Sunday.", "Kenya", "Uganda"),
    ]
    together = [j.best for j in classifier.judge(pairs)]
    assert together == [classifier.judge([pair])[0].best for pair in pairs]


def test_a_changed_model_file_is_refused(tmp_path: Path) -> None:
    shutil.copytree(data_folder() / "classifier", tmp_path / "model")
    card = json.loads((tmp_path / "model" / "classifier.json").read_text("utf-8"))
    card["sha256"]["tokenizer.json"] = "0" * 64
    (tmp_path / "model" / "classifier.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(ModelFileError, match="tokenizer"):
        Classifier.load(tmp_path / "model")


def test_every_event_shows_both_opinions_when_both_parties_stand_in_its_sentence() -> None:
    coded = dateline.load().code("LIMA, May 4 (Reuters) - Peru accused Chile of spying.", published="2020-05-04")
    deciders = [opinion.decider for opinion in coded.events[0].opinions]
    assert "classifier" in deciders
    assert any(decider.startswith("frame ") for decider in deciders)


def test_the_setting_frames_asks_no_classifier() -> None:
    coder = StoryCoder.load(setting="frames")
    coded = coder.code("LIMA, May 4 (Reuters) - Peru accused Chile of spying.", published="2020-05-04")
    assert all(opinion.decider != "classifier" for event in coded.events for opinion in event.opinions)


def test_a_surer_setting_never_gives_more_events() -> None:
    text = "ACCRA, May 4 (Reuters) - Ghana snubbed Togo over the dam. Togo lambasted Ghana. Mali and Niger patched up."
    counts = [
        len(StoryCoder.load(setting=setting).code(text, published="2020-05-04").events)
        for setting in ("precision", "balanced", "recall")
    ]
    assert counts == sorted(counts)


def test_a_setting_that_does_not_exist_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="precise"):
        StoryCoder.load(setting="precise")


def test_modes_of_a_type_are_a_distribution(classifier: Classifier) -> None:
    judged = classifier.judge([_pair("Kenya's army shelled Uganda.", "Kenya's army", "Uganda")])[0]
    assert judged.modes
    for modes in judged.modes.values():
        assert sum(modes.values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "expected", "mode"),
    [
        ("Benin released three Togolese prisoners.", "Benin", "three Togolese prisoners", "RETREAT", "release"),
        ("Ghana's police arrested a Togolese editor.", "Ghana's police", "a Togolese editor", "COERCE", "arrest"),
    ],
)
def test_a_mode_that_is_given_is_what_a_reader_would_say(
    classifier: Classifier, text: str, actor: str, recipient: str, expected: str, mode: str
) -> None:
    judged = classifier.judge([_pair(text, actor, recipient)])[0]
    assert (judged.best, judged.mode(judged.best)) == (EventType(expected), mode)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("ACCRA, May 4 (Reuters) - Ghana's president accused Togo of smuggling.", True),
        ("ACCRA, May 4 (Reuters) - Ghana's president resigned.", True),
        ('ACCRA, May 4 (Reuters) - "We condemn the attack," the president said.', False),
    ],
)
def test_the_classifier_is_asked_where_a_party_stands_in_the_sentence(text: str, asked: bool) -> None:
    """Who only says "we" in his own words shows the classifier nothing."""
    coded = dateline.load().code(text, published="2020-05-04")
    assert coded.events
    assert asked == any(opinion.decider == "classifier" for event in coded.events for opinion in event.opinions)


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Pair]:
    """Every pair that the classifier is shown while a test runs."""
    found: list[Pair] = []
    judge = Classifier.judge

    def noted(self: Classifier, pairs: Sequence[Pair], *, features: bool = False) -> list[Judgement]:
        found.extend(pairs)
        return judge(self, pairs, features=features)

    monkeypatch.setattr(Classifier, "judge", noted)
    return found


def test_a_story_asks_the_same_only_once(classifier: Classifier, shown: list[Pair]) -> None:
    """Whoever asks again gets the first answer, and every pair its own in order."""
    peru, togo = (_pair(f"{name} accused Chile of spying.", name, "Chile") for name in ("Peru", "Togo"))
    story = StoryClassifier(classifier)
    first = story.judge([peru, togo, peru])
    assert first == [*story.judge([peru, togo]), first[0]]
    assert shown == [peru, togo]
    assert first[:2] == classifier.judge([peru, togo])


@pytest.mark.parametrize(
    ("words", "asked"),
    [("accused Togo of smuggling", True), ("might accuse Togo of smuggling", False)],
)
def test_the_classifier_is_not_asked_about_what_would_not_be_written(
    words: str, asked: bool, shown: list[Pair]
) -> None:
    """What is only imagined is no event, whatever the answer."""
    dateline.load().code(f"ACCRA, May 4 (Reuters) - Ghana's president {words}.", published="2020-05-04")
    assert bool(shown) is asked
