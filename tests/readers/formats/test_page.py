"""HTML pages."""

from __future__ import annotations

from tests.readers.samples import LEAD, MORE, TITLE, coded, page, reason, story

from dateline.readers.limits import PAGE_BYTES


def test_an_article_is_read_without_navigation_and_footer() -> None:
    found = story(page(), "page.html")
    assert coded(found)[:3] == [TITLE, LEAD, MORE]
    assert "Home" not in found.text
    assert "About us" not in found.text
    assert (found.byline, found.publisher, found.language) == ("Jane Doe", "Example News", "en")
    assert str(found.published) == "2019-03-05 18:20:00+00:00"


def test_a_page_that_states_no_date_gets_none_though_numbers_stand_on_it() -> None:
    data = page(head="<!-- 2001-01-01 -->").replace(b"article:published_time", b"x").replace(b"About us", b"2018-02-02")
    assert story(data, "page.html").published is None


def test_a_date_in_linked_data_is_found() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-03-04T08:00:00Z", }</script>'
    data = page(head=head).replace(b"article:published_time", b"x")
    assert str(story(data, "page.html").day) == "2019-03-04"


def test_a_page_in_another_encoding_is_read() -> None:
    data = page(
        body="<p>" + "Envoys met at the Café in Kraków on Monday to talk about the border. " * 3 + "</p>"
    ).decode()
    latin = data.replace("utf-8", "iso-8859-2").encode("iso-8859-2")
    assert "Kraków" in story(latin, "page.html").text


def test_a_page_without_an_article_is_rejected() -> None:
    assert "no article" in reason(b"<html><body><nav>Home</nav></body></html>", "page.html")


def test_a_page_above_the_limit_or_nested_without_end_is_rejected() -> None:
    assert "the limit" in reason(b"<html><p>" + b"x" * PAGE_BYTES, "page.html")
    assert "nested deeper" in reason(b"<html><body>" + b"<div>" * 5_000 + b"x", "page.html")


def test_a_page_s_text_is_escaped_nowhere_and_holds_no_markup() -> None:
    data = page(
        body="".join(f"<p>{w}</p>" for w in (LEAD, MORE, "He said &lt;script&gt;x&lt;/script&gt; &amp; left the room."))
    )
    assert "<script>x</script> & left" in story(data, "page.html").text
