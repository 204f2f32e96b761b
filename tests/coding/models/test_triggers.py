"""The model that reads which words of a sentence name a deed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dateline.coding.models.triggers import TriggerModel
from dateline.knowledge.codebook import data_folder
from dateline.model import EventType, ModelFileError

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def model() -> TriggerModel:
    return TriggerModel.load()


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Norwegian gunboats shelled two fishing villages at dawn.", "shelled", EventType.ASSAULT),
        ("The envoy was thrown out of Quito after talks with the bishops.", "talks", EventType.CONSULT),
        ("Thousands marched through Lima against the tax.", "marched", EventType.PROTEST),
        ("Chad blamed Sudan for the raid.", "blamed", EventType.ACCUSE),
    ],
)
def test_a_plain_deed_is_read_off_its_word(model: TriggerModel, text: str, word: str, expected: EventType) -> None:
    assert model.read(text).words[text.index(word)].type is expected


def test_two_deeds_of_one_sentence_are_both_read(model: TriggerModel) -> None:
    text = "Peru condemned the raid and sent tents to the survivors."
    read = model.read(text).words
    assert read[text.index("condemned")].type is EventType.ACCUSE
    assert read[text.index("sent")].type is EventType.AID


def test_a_word_that_names_no_deed_is_mostly_none(model: TriggerModel) -> None:
    text = "The lake lies eighty kilometres north of the capital."
    assert min(found.none for found in model.read(text).words.values()) > 0.9


def test_the_shares_of_a_word_are_a_distribution(model: TriggerModel) -> None:
    for found in model.read("Peru beat Chile and hailed its coach.").words.values():
        shares = [found.share_of(event_type) for event_type in EventType]
        assert sum(shares) + found.none == pytest.approx(1.0)
        assert found.share == found.share_of(found.type) == max(shares)


def test_every_word_is_read_at_its_own_offset_beyond_ascii(model: TriggerModel) -> None:
    text = "İzmir’de “polis” kapatıldı: Ankara banned the march."
    assert model.read(text).words[text.index("banned")].type is EventType.COERCE


def test_a_sentence_longer_than_the_model_reads_is_read_as_far_as_it_goes(model: TriggerModel) -> None:
    read = model.read("Chad shelled Sudan, " * 100).words
    assert read[5].type is EventType.ASSAULT
    assert max(read) < 2000


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("Norwegian gunboats shelled two fishing villages at dawn.", "shelled", "gunboats", "villages"),
        ("The raid on Chad was condemned by Peru.", "condemned", "Peru", None),
        ("Peru, which had fed the rebels for years, expelled their envoy.", "fed", "Peru", "rebels"),
    ],
)
def test_a_deed_points_to_whoever_does_it_and_to_whom(
    model: TriggerModel, text: str, word: str, actor: str, recipient: str | None
) -> None:
    read = model.read(text)
    assert read.actor(text.index(word)).best[0] == text.index(actor)
    if recipient is not None:
        assert read.recipient(text.index(word)).best[0] == text.index(recipient)


def test_what_a_word_points_to_is_a_distribution(model: TriggerModel) -> None:
    pointed = model.read("Peru beat Chile and hailed its coach.").actor(5)
    assert pointed.nobody + sum(pointed.shares) == pytest.approx(1.0)


def test_a_deed_that_nobody_is_named_for_points_to_nobody(model: TriggerModel) -> None:
    text = "Four presenters were detained overnight."
    assert model.read(text).actor(text.index("detained")).nobody > 0.5


def test_where_no_word_begins_nobody_is_pointed_to(model: TriggerModel) -> None:
    pointed = model.read("Peru beat Chile.").actor(3)
    assert (pointed.nobody, pointed.best) == (1.0, (-1, 0.0))


def test_a_file_that_was_changed_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "triggers"
    shutil.copytree(data_folder() / "triggers", folder)
    card = json.loads((folder / "triggers.json").read_text("utf-8"))
    card["sha256"]["model.onnx"] = "0" * 64
    (folder / "triggers.json").write_text(json.dumps(card), "utf-8")
    with pytest.raises(ModelFileError, match=r"model\.onnx"):
        TriggerModel.load(folder)
