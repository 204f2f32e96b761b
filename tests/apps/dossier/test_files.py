"""The three forms hold the same lines; what a story says never becomes markup; equal runs give equal bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from dateline.apps.dossier import Dossier, gather, write
from dateline.apps.dossier.content import Words
from dateline.apps.dossier.pages import html as page
from dateline.apps.dossier.pages import markdown
from dateline.apps.dossier.paper import pages, pdf
from dateline.model import UsageError
from dateline.store import Run

pytestmark = pytest.mark.model
NASTY = "<script>alert(1)</script> #include *bold* $x$ [link](javascript:alert(1)) \\end | @label `raw`"


@pytest.fixture(scope="module")
def dossier(run: Run) -> Dossier:
    return gather(run, ["CAN", "BLR"])


@pytest.fixture(scope="module")
def nasty(dossier: Dossier) -> Dossier:
    line = replace(dossier.lines[0], actors=NASTY, words=Words(before=NASTY, lead=NASTY), details=(NASTY,))
    source = replace(dossier.sources[0], headline=NASTY, url="javascript:alert(1)")
    quotes = tuple(
        replace(quote, speaker=NASTY, content=NASTY, words=Words(before=NASTY, tail=NASTY), cue=NASTY)
        for quote in dossier.quotes
    )
    return replace(dossier, title=NASTY, lines=(line,), sources=(source, *dossier.sources[1:]), quotes=quotes)


def _tree(made: str) -> Any:
    return html.fromstring(made)


def test_the_page_holds_every_line_with_words_and_reference(dossier: Dossier) -> None:
    text = re.sub(r"\s+", " ", _tree(page(dossier)).text_content())
    for line in dossier.lines:
        assert line.words.whole() in text
        for ref in line.refs:
            assert f"[{ref.number}] {ref.label}; {ref.story_id}, {ref.start}–{ref.end}" in text
    for quote in dossier.quotes:
        assert quote.content in text
    for source in dossier.sources:
        assert source.sha256 in text


def test_markdown_holds_every_line_with_words_and_reference(dossier: Dossier) -> None:
    text = markdown(dossier, {"timeline": "t.svg", "types": "y.svg"}).replace("**", "").replace("\\", "")
    for line in dossier.lines:
        assert line.words.whole() in text
        assert all(f"{ref.story_id}, {ref.start}–{ref.end}" in text for ref in line.refs)


def test_the_page_asks_for_nothing_from_elsewhere(dossier: Dossier) -> None:
    tree = _tree(page(dossier))
    assert not tree.xpath("//script | //link | //img | //iframe | //@onload | //@onclick")
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]
    assert "@import" not in page(dossier)
    assert len(tree.xpath("//*[@id]")) == len(set(tree.xpath("//@id")))


def test_what_a_story_says_is_text_in_the_page(nasty: Dossier) -> None:
    made = page(nasty)
    tree = _tree(made)
    assert not tree.xpath("//script")
    assert not [href for href in tree.xpath("//@href") if str(href).startswith("javascript")]
    assert NASTY in unescape(made)


def test_what_a_story_says_is_text_in_markdown(nasty: Dossier) -> None:
    made = markdown(nasty, {"timeline": "t.svg", "types": "y.svg"})
    assert "<script" not in made.replace("\\<", "")
    assert not re.search(r"(?<!\\)\[link\](?!\\)\(", made)


def test_what_a_story_says_is_text_on_paper(nasty: Dossier) -> None:
    assert pdf(nasty).startswith(b"%PDF")


def test_equal_content_gives_equal_bytes(dossier: Dossier) -> None:
    assert pdf(dossier) == pdf(dossier)
    assert page(dossier) == page(dossier)


def test_its_pages_can_be_had_as_pictures(dossier: Dossier) -> None:
    made = pages(dossier, ppi=20)
    assert len(made) > 1
    assert all(page.startswith(b"\x89PNG") for page in made)


def test_paper_is_tagged_and_titled(dossier: Dossier) -> None:
    made = pdf(dossier)
    assert b"/MarkInfo" in made
    assert b"/Lang" in made
    assert b"<pdfuaid:part>1" in made


def test_the_ending_chooses_the_form(dossier: Dossier, tmp_path: Path) -> None:
    for ending in (".html", ".pdf", ".md"):
        write(dossier, tmp_path / f"out{ending}")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "out-timeline.svg", "out-types.svg", "out.html", "out.md", "out.pdf",
    ]  # fmt: skip
    assert etree.parse(tmp_path / "out-timeline.svg").getroot().tag.endswith("svg")
    with pytest.raises(UsageError, match=r"\.html, \.pdf, \.md"):
        write(dossier, tmp_path / "out.docx")
