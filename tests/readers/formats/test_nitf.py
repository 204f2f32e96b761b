"""NITF documents: fields, body, and the sender's status."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.readers.samples import LEAD, MORE, TITLE, coded, items, nitf, reason, story

from dateline.model import StoryStatus


def test_every_field_of_a_document_is_read() -> None:
    found = story(nitf())
    assert (found.id, found.headline, found.byline, found.agency) == ("item-1", TITLE, "By Jane Doe", "Reuters")
    assert found.published == datetime(2019, 3, 5, 18, 20, tzinfo=UTC)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.day) == ("Riga", date(2019, 3, 4), date(2019, 3, 4))
    assert (found.item_no, found.item_version) == ("riga-talks", 2)


def test_the_text_is_headline_and_paragraphs_without_captions_and_taglines() -> None:
    assert coded(story(nitf())) == [TITLE, LEAD, MORE]


@pytest.mark.parametrize(
    "prolog", ['<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">', '<!DOCTYPE nitf PUBLIC "-//IPTC//x" "n.dtd">']
)
def test_an_old_document_with_an_outside_doctype_and_named_entities_keeps_every_character(prolog: str) -> None:
    found = story(nitf(prolog=prolog, body="<p>Caf&eacute; talks &mdash; &#150; A&amp;B &lt;c&gt;.</p>"))
    assert coded(found)[1] == "Café talks — – A&B <c>."


@pytest.mark.parametrize("word", ["canceled", "withheld"])
def test_a_withdrawn_document_is_not_coded_and_names_its_target(word: str) -> None:
    data = nitf(head='<ed-msg info="Wrong person named"/>').replace(
        b'management-status="usable"', f'management-status="{word}" management-doc-idref="item-0"'.encode()
    )
    found = story(data)
    assert found.status is StoryStatus.WITHDRAWN
    assert found.supersedes == "item-0"
    assert coded(found) == []
    assert "Wrong person named" in found.notes[-1]


def test_a_correction_is_marked_and_names_what_it_corrects() -> None:
    found = story(nitf(head='<correction info="Corrects the date" id-string="item-0"/>'))
    assert (found.status, found.supersedes) == (StoryStatus.CORRECTED, "item-0")


def test_a_document_without_text_is_rejected() -> None:
    data = b"<nitf><head/><body><body.content/></body></nitf>"
    assert reason(data) == "the item holds no text"


def test_a_file_of_several_documents_gives_each() -> None:
    inner = nitf().split(b"?>", 1)[1]
    found = items(b"<batch>" + inner + inner.replace(b"item-1", b"item-2") + b"</batch>", format="nitf")
    assert [getattr(item, "id", None) for item in found] == ["item-1", "item-2"]
