"""ninjs 1 to 3: the right body, status and version whatever the spelling of the keys."""

from __future__ import annotations

import json

import pytest
from tests.readers.samples import LEAD, MORE, TITLE, coded, items, ninjs1, ninjs3, stories, story

from dateline.model import Rejected, StoryStatus
from dateline.readers.formats.ninjs import is_ninjs


def read(row: object) -> bytes:
    return json.dumps(row).encode()


@pytest.mark.parametrize("row", [ninjs1(), ninjs3(), {k.lower(): v for k, v in ninjs3().items()}])
def test_the_three_lines_of_the_standard_give_the_same_text(row: dict[str, object]) -> None:
    found = story(read(row), "a.json")
    assert coded(found) == [TITLE, LEAD, MORE]
    assert str(found.published) == "2019-03-05 18:20:00+00:00"
    assert found.date_source == "field"


def test_the_main_body_is_taken_before_a_summary_and_plain_text_before_markup() -> None:
    bodies = [
        {"role": "main", "contentType": "text/html", "value": "<p>Markup.</p>"},
        {"role": "main", "contentType": "text/plain", "value": LEAD},
    ]
    assert coded(story(read(ninjs3(bodies=bodies))))[1:] == [LEAD]


def test_an_item_with_only_a_summary_is_partial() -> None:
    found = story(read(ninjs3(bodies=[{"role": "summary", "contentType": "text/plain", "value": LEAD}])))
    assert found.text_is_partial
    assert story(read(ninjs3(representationType="partial"))).text_is_partial
    assert not story(read(ninjs3())).text_is_partial


@pytest.mark.parametrize(
    "row", [ninjs3(pubStatus="canceled", edNote="Wrong name"), ninjs1(pubstatus="canceled", ednote="Wrong name")]
)
def test_a_canceled_item_is_withdrawn_with_the_note(row: dict[str, object]) -> None:
    found = story(read(row))
    assert found.status is StoryStatus.WITHDRAWN
    assert coded(found) == []
    assert "Wrong name" in found.notes[-1]


def test_a_canceled_item_needs_no_text() -> None:
    found = story(read({"uri": "urn:k", "pubStatus": "canceled", "versionCreated": "2019-03-05T19:00:00Z"}))
    assert (found.id, found.status) == ("urn:k", StoryStatus.WITHDRAWN)


def test_a_picture_is_rejected_and_the_texts_that_a_composite_embeds_are_read() -> None:
    (picture,) = items(read(ninjs3(type="picture", bodies=[])))
    assert isinstance(picture, Rejected)
    assert "picture" in picture.reason
    composite = ninjs3(type="composite", bodies=[], associations={"a": ninjs1(), "b": ninjs3()})
    assert [s.id for s in stories(read(composite))] == ["urn:x:n1", "urn:x:n3"]


def test_only_an_object_with_a_uri_and_a_sign_of_the_standard_is_an_item() -> None:
    assert not is_ninjs({"uri": "https://example.org", "text": "Envoys met."})
    assert not is_ninjs({"body_text": "x"})
    assert is_ninjs({"uri": "urn:a", "bodies": []})


@pytest.mark.parametrize("value", [None, 3, "x", [], [[]], {"name": 3}, [{"name": None}], True])
def test_fields_of_any_type_do_not_break_an_item(value: object) -> None:
    for key in ninjs3():
        items(read(ninjs3(**{key: value})))
