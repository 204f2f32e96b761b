"""Event types of a user's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.coding.custom import background, learn, load_types, pair_of, read_definition, save
from dateline.coding.models.classifier import Classifier
from dateline.model import EventType, LexiconError, Span

EXAMPLES = [
    "[Police] evicted {forty families} from a building in the old town.",
    "[The city of Kano] cleared {the lagoon settlement} with bulldozers.",
    "{Tenants} were put out on the street by [the housing company].",
    "[Soldiers] drove {herders} off the ranch.",
    "[Bailiffs] removed {squatters} from the mill.",
    "{Villagers} had to leave their homes when [the mining firm] took the valley.",
    "The eviction of {the Roma} by [the mayor] drew a protest.",
    "[Council workers] tore down {shacks} and sent the people away.",
]


def _write(path: Path, **changes: object) -> Path:
    body = {"plover": "COERCE", "definition": "Put out of a home.", "examples": EXAMPLES, **changes}
    path.write_text(json.dumps(body), "utf-8")
    return path


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load()


def test_an_example_gives_its_text_without_marks_and_both_spans() -> None:
    pair = pair_of("{Tenants} were put out by [the firm].")
    assert pair.text == "Tenants were put out by the firm."
    assert (pair.actor, pair.recipient) == (Span(24, 32), Span(0, 7))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"plover": "EVICT"}, "plover"),
        ({"examples": EXAMPLES[:2]}, "ten or so"),
        ({"examples": ["No mark here."] * 5}, "no actor"),
        ({"examples": "[A] left {B}."}, "list of strings"),
        ({"cameo": "999"}, "CAMEO"),
    ],
)
def test_a_definition_that_breaks_the_format_is_refused_with_what_to_do(
    tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    with pytest.raises(LexiconError, match=words):
        read_definition(_write(tmp_path / "d.json", **changes), "eviction")


def test_a_name_that_could_not_be_a_mode_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no name"):
        read_definition(_write(tmp_path / "d.json"), "Bad Name")


def test_the_background_leaves_out_the_type_that_the_new_one_is_a_kind_of() -> None:
    assert len(background(EventType.COERCE)) < len(background(EventType.AID)) + 1
    texts = {pair.text for pair in background(EventType.AID)}
    assert texts - {pair.text for pair in background(EventType.COERCE)}


def test_a_learned_type_tells_new_wording_from_other_events_and_keeps_over_a_file(
    tmp_path: Path, classifier: Classifier
) -> None:
    told = read_definition(_write(tmp_path / "d.json"), "eviction")
    learned = learn(told, classifier)
    save(learned, tmp_path / "book", classifier.sha256)
    (kept,) = load_types(tmp_path / "book", classifier.sha256)
    good = pair_of("[Marshals] evicted {a dozen households} from a tower in Leeds.")
    bad = pair_of("[Norway] and {Chile} held talks about fishing.")
    first, second = classifier.judge([good, bad], features=True)
    assert kept.share(first) > 0.5 > kept.share(second)
    assert kept.share(first) == pytest.approx(learned.share(first), abs=0.01)
    assert kept.definition == told


def test_a_type_learned_with_another_classifier_is_refused(tmp_path: Path, classifier: Classifier) -> None:
    told = read_definition(_write(tmp_path / "d.json"), "eviction")
    save(learn(told, classifier), tmp_path / "book", "another")
    with pytest.raises(LexiconError, match="another classifier"):
        load_types(tmp_path / "book", classifier.sha256)


def test_a_folder_without_types_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="codebook new"):
        load_types(tmp_path, "x")
