"""Which format an input is in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.readers.samples import every_format

from dateline.model import ReadError, UsageError
from dateline.readers import limits
from dateline.readers.registry import FORMATS, check_format, choose_format, named_format

DOCS = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
EXPECTED = {
    "report.txt": "text", "export.txt": "text", "lines.jsonl": "jsonl", "item.json": "json", "feed.json": "json",
    "report.nitf": "nitf", "message.xml": "newsml-g2", "sentences.xml": "petrarch", "feed.rss": "feed",
    "feed.atom": "feed", "page.html": "html", "crawl.warc": "warc", "export.docx": "docx", "export.rtf": "rtf",
    "display.html": "factiva", "table.html": "factiva", "table.csv": "csv", "table.parquet": "parquet",
    "bundle.zip": "zip", "bundle.tar": "tar",
}  # fmt: skip


@pytest.mark.parametrize(("name", "form"), sorted(EXPECTED.items()))
def test_each_format_is_told_under_its_name_and_most_without_one(name: str, form: str) -> None:
    head = every_format()[name][:8_192]
    assert choose_format(head, name).name == form
    if form not in {"csv", "json"}:
        assert choose_format(head, "input").name == form


def test_content_goes_before_the_name_where_it_is_certain() -> None:
    every = every_format()
    assert choose_format(every["report.nitf"], "report.json").name == "nitf"
    assert choose_format(every["export.docx"], "export.txt").name == "docx"
    assert choose_format(b'{"text": "Envoys met."}', "a.txt").name == "text"
    assert choose_format(b"<p>A page? No, a text.", "a.txt").name == "text"


def test_a_wish_goes_before_content_but_an_archive_is_opened_all_the_same() -> None:
    every = every_format()
    assert choose_format(every["report.nitf"], "a.xml", "html").name == "html"
    assert choose_format(every["bundle.zip"], "a", "jsonl").name == "zip"


@pytest.mark.parametrize(
    ("head", "name", "words"),
    [
        (b"<?xml version='1.0'?><gpx/>", "a.xml", "root element 'gpx'"),
        (b"%PDF-1.7", "a.pdf", "PDF"),
        (b"\xd0\xcf\x11\xe0rest", "a.doc", "old Office"),
        (b"some words", "a.zip", "the name says zip"),
        (b"\x28\xb5\x2f\xfdrest", "a.zst", "zstd"),
    ],
)
def test_what_is_not_read_is_named(head: bytes, name: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        choose_format(head, name)


def test_an_unknown_wish_is_a_usage_error_that_lists_the_formats() -> None:
    check_format(None)
    with pytest.raises(UsageError, match="newsml-g2"):
        check_format("odt")


def test_a_name_is_read_behind_its_compression_and_in_any_case() -> None:
    assert named_format("A.JSONL.GZ") is FORMATS["jsonl"]
    assert named_format("folder.zip/readme") is None


def test_the_documentation_lists_every_format_ending_and_limit() -> None:
    table = "\n".join(line for line in DOCS.splitlines() if line.startswith("|"))
    for form in FORMATS.values():
        assert f"`{form.name}`" in table, form.name
    for number in (limits.STORY_CHARS, limits.PARAGRAPH_CHARS, limits.HEADLINE_CHARS, limits.ARCHIVE_MEMBERS):
        assert f"{number:,}" in table
    for size in (limits.LINE_BYTES, limits.DOCUMENT_BYTES, limits.XML_ITEM_BYTES, limits.PAGE_BYTES, limits.RTF_BYTES):
        assert f"{size // 10**6} MB" in table
    assert re.search(rf"\| {limits.RATIO} \|", table)
