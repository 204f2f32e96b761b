"""WARC files: pages are read, cut and damaged records are told from whole ones."""

from __future__ import annotations

import gzip
import zlib

import pytest
from tests.readers.samples import LEAD, items, page, reason, story, warc, warc_record

from dateline.model import Rejected, Story
from dateline.readers.formats.warc import inflate
from dateline.readers.limits import PAGE_BYTES


def outcome(data: bytes) -> list[str]:
    return [item.id if isinstance(item, Story) else f"! {item.reason}" for item in items(data, "crawl.warc")]


def test_every_html_response_is_read_under_its_address() -> None:
    assert outcome(warc()) == ["https://example.org/1", "https://example.org/2"]


def test_a_compressed_file_of_one_member_a_record_is_read() -> None:
    data = gzip.compress(warc_record(page())) + gzip.compress(
        warc_record(page(body=f"<p>{LEAD}</p>"), url="https://example.org/3")
    )
    assert outcome(data) == ["https://example.org/1", "https://example.org/3"]


def test_a_record_that_is_cut_is_rejected_and_those_before_it_are_kept() -> None:
    data = warc_record(page()) + warc_record(page(), url="https://example.org/2")[:-400]
    found = outcome(data)
    assert found[0] == "https://example.org/1"
    assert "the record is cut" in found[1]
    assert len(found) == 2


def test_a_compressed_file_that_is_cut_keeps_its_whole_records() -> None:
    data = gzip.compress(warc_record(page())) + gzip.compress(warc_record(page(), url="https://example.org/2"))[:-30]
    found = outcome(data)
    assert found[0] == "https://example.org/1"
    assert found[1].startswith("! ")


def test_a_flipped_byte_is_reported_and_never_loses_records_in_silence() -> None:
    parts = [gzip.compress(warc_record(page(), url=f"https://example.org/{n}"), mtime=0) for n in range(5)]
    data = bytearray(b"".join(parts))
    data[len(parts[0]) + len(parts[1]) // 2] ^= 0xFF
    found = outcome(bytes(data))
    assert found[0] == "https://example.org/0"
    assert any(entry.startswith("! ") for entry in found)


@pytest.mark.parametrize(
    ("extra", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(page())),
        ("Content-Encoding: deflate\r\n", zlib.compress(page())),
        ("Content-Encoding: gzip\r\n", page()),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n%b\r\n0\r\n\r\n" % (len(page()), page())),
    ],
)
def test_encoded_bodies_are_unpacked(extra: str, body: bytes) -> None:
    assert LEAD in story(warc_record(body, extra=extra), "a.warc").text


def test_a_page_that_unpacks_to_too_much_is_rejected_without_being_held() -> None:
    bomb = gzip.compress(b"<html>" + b"x" * (20 * PAGE_BYTES))
    found = items(warc_record(bomb, extra="Content-Encoding: gzip\r\n"), "a.warc")
    assert isinstance(found[0], Rejected)
    assert "unpacks to more than" in found[0].reason


def test_responses_that_are_no_pages_or_no_successes_are_left_out() -> None:
    other = warc_record(b"\x89PNG", kind="image/png") + warc_record(page()).replace(b"200 OK", b"404 NO")
    assert reason(other, "a.warc") == "no response of the file is an HTML page"


def test_a_response_without_headers_is_rejected() -> None:
    data = warc_record(page()).replace(b"HTTP/1.1", b"GOPHER/1")
    assert "without HTTP headers" in items(data, "a.warc")[0].reason  # type: ignore[union-attr]


def test_unpacking_knows_both_kinds_and_keeps_what_is_no_archive() -> None:
    assert inflate(gzip.compress(b"abc")) == b"abc"
    assert inflate(zlib.compress(b"abc")) == b"abc"
    assert inflate(b"<html>") == b"<html>"
