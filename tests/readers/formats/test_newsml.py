"""NewsML-G2 messages: many items, every kind of body, versions and kills."""

from __future__ import annotations

from tests.readers.samples import LEAD, MORE, TITLE, coded, items, news_item, newsml, nitf, stories, story

from dateline.model import Rejected, Story, StoryStatus


def test_every_field_of_an_item_is_read() -> None:
    found = story(newsml())
    assert (found.id, found.item_version, found.agency, found.byline) == ("urn:x:1", 1, "AFP", "Jane Doe")
    assert (found.headline, found.item_no, found.language) == (TITLE, "riga-talks", "en")
    assert found.dateline is not None
    assert found.dateline.place == "Riga"
    assert coded(found) == [TITLE, LEAD, MORE]


def test_a_message_gives_all_its_items_and_rejects_what_is_no_report() -> None:
    package = '<packageItem guid="urn:p"><groupSet/></packageItem>'
    found = items(newsml(news_item(), package, news_item(guid="urn:x:2")))
    assert [item.id if isinstance(item, Story) else item.reason for item in found] == [
        "urn:x:1",
        "a packageItem holds no report",
        "urn:x:2",
    ]


def test_a_body_in_nitf_is_read_with_its_dateline() -> None:
    inner = nitf().split(b"?>", 1)[1].decode()
    found = story(newsml(news_item(content=f'<inlineXML contenttype="application/nitf+xml">{inner}</inlineXML>')))
    assert coded(found) == [TITLE, LEAD, MORE]
    assert found.dateline is not None
    assert str(found.dateline.date) == "2019-03-04"


def test_a_body_in_plain_text_is_read() -> None:
    content = f'<inlineData contenttype="text/plain">{LEAD}\n\n{MORE}</inlineData>'
    assert coded(story(newsml(news_item(content=content)))) == [TITLE, LEAD, MORE]


def test_a_canceled_item_is_a_kill_with_its_reason() -> None:
    (first, kill) = stories(newsml(news_item(), news_item(version=2, status="canceled", note="Wrong name")))
    assert first.status is StoryStatus.USABLE
    assert (kill.id, kill.status, coded(kill)) == (first.id, StoryStatus.WITHDRAWN, [])
    assert "Wrong name" in kill.notes[-1]


def test_a_kill_without_text_is_kept() -> None:
    found = story(newsml(news_item(status="canceled", content="<inlineData/>")))
    assert found.status is StoryStatus.WITHDRAWN


def test_a_picture_without_text_is_rejected_with_its_class() -> None:
    item = news_item(content='<remoteContent href="a.jpg"/>').replace("ninat:text", "ninat:picture")
    (found,) = items(newsml(item))
    assert isinstance(found, Rejected)
    assert "picture" in found.reason


def test_a_signal_of_correction_and_the_link_to_the_version_before_are_read() -> None:
    more = '<signal qcode="sig:correction"/><link rel="irel:previousVersion" residref="urn:x:0"/></itemMeta>'
    found = story(newsml(news_item().replace("</itemMeta>", more)))
    assert (found.status, found.supersedes) == (StoryStatus.CORRECTED, "urn:x:0")


def test_a_bare_item_without_a_message_is_read() -> None:
    assert story(news_item().encode()).id == "urn:x:1"
