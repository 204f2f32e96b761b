"""RSS and Atom."""

from __future__ import annotations

from tests.readers.samples import LEAD, MORE, TITLE, atom, coded, items, reason, rss, stories, story


def test_the_full_text_of_an_entry_is_taken_before_its_summary() -> None:
    found = story(rss())
    assert coded(found) == [TITLE, LEAD, MORE]
    assert (found.id, found.url, found.publisher, found.language) == (
        "g1",
        "https://example.org/1",
        "Example News",
        "en",
    )
    assert str(found.published) == "2019-03-05 18:20:00+00:00"
    assert not found.text_is_partial


def test_an_entry_with_only_a_summary_is_partial() -> None:
    found = story(atom())
    assert found.text_is_partial
    assert (found.byline, coded(found)) == ("Jane Doe", [TITLE, LEAD])


def test_a_feed_with_an_outside_doctype_and_html_entities_is_read() -> None:
    item = "<item><title>Talks &mdash; day two</title><guid>g</guid><description>Envoys met &amp; left.</description></item>"
    found = story(rss(prolog='<!DOCTYPE rss SYSTEM "rss.dtd">', item=item))
    assert coded(found) == ["Talks — day two", "Envoys met & left."]


def test_a_feed_that_declares_entities_is_refused_and_gives_no_entry() -> None:
    prolog = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY j "&a;&a;&a;">]>'
    assert "declares entities" in reason(rss(prolog=prolog, item="<item><title>&j;</title></item>"))


def test_a_date_that_is_none_is_said_and_never_today() -> None:
    found = story(
        rss(
            item="<item><title>x y</title><guid>g</guid><pubDate>soon</pubDate><description>Envoys met.</description></item>"
        )
    )
    assert found.published is None
    assert any("soon" in note for note in found.notes)


def test_an_empty_feed_and_an_entry_without_text_are_rejected() -> None:
    assert reason(b"<rss version='2.0'><channel><title>x</title></channel></rss>") == "the feed holds no entries"
    assert reason(rss(item="<item><guid>g</guid></item>")) == "the item holds no text"


def test_a_feed_that_is_cut_keeps_its_whole_entries_with_a_note() -> None:
    second = "<item><title>Two</title><guid>g2</guid><description>Talks failed.</description></item>"
    whole = rss().replace(b"</channel></rss>", second.encode() + b"<item><title>Cut")
    found = items(whole, "feed.rss")
    assert found
    assert all("not well-formed" in str(item.notes) for item in found if hasattr(item, "notes"))


def test_a_script_in_an_entry_is_no_text() -> None:
    item = "<item><title>a b</title><guid>g</guid><description>&lt;p&gt;Envoys met.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>"
    assert coded(story(rss(item=item))) == ["a b", "Envoys met."]


def test_entries_keep_their_order() -> None:
    item = "".join(f"<item><guid>g{n}</guid><description>Talks {n}.</description></item>" for n in range(5))
    assert [found.id for found in stories(rss(item=item))] == [f"g{n}" for n in range(5)]


def test_a_reference_to_half_a_character_costs_no_entry() -> None:
    item = (
        "<item><title>Talks</title><guid>g</guid><link>https://example.org/&#xD800;</link><description>Envoys met.</b>"
    )
    assert coded(story(rss(item=item + "</description></item>")))[-1] == "Envoys met."


def test_a_feed_that_the_parser_gives_up_on_is_rejected_with_the_reason() -> None:
    item = "<item><title>Talks</title><link>https://example.org/1<guid>g</guid></item></link>"
    assert "markup is broken" in reason(rss(item=item))
