"""The one XML parser: nothing is declared, loaded or silently left out, and nothing grows without end."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import ReadError
from dateline.readers.hardened_xml import iter_elements, parse_xml, root_name, safe_text
from dateline.readers.limits import XML_ITEM_BYTES


class Slow(io.BytesIO):
    """Hands out a few bytes a read, so that every mark is cut somewhere."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self._size = size

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self._size)


def texts(data: bytes) -> list[str | None]:
    return [element.text for element in iter_elements(io.BytesIO(data), ("b",))]


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        '<!DOCTYPE a [<!ELEMENT a ANY> <!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_that_declares_entities_is_refused(prolog: str) -> None:
    with pytest.raises(ReadError, match="declares entities"):
        texts(f"{prolog}<a><b>&x;</b></a>".encode())


def test_an_entity_that_nothing_declares_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(ReadError, match="&nothing;"):
        texts(b"<a><b>talks &nothing; failed</b></a>")


def test_an_outside_doctype_is_dropped_unread_and_html_names_become_characters() -> None:
    data = b'<?xml version="1.0"?><!-- x --><!DOCTYPE a PUBLIC "-//x//" "http://example.org/a.dtd"><a><b>A&nbsp;&ndash;&amp;</b></a>'
    assert texts(data) == ["A\u00a0–&"]


def test_names_inside_cdata_stay_as_they_are() -> None:
    assert texts(b"<a><b><![CDATA[&mdash; <i>]]></b><b>&mdash;</b></a>") == ["&mdash; <i>", "—"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_encodings_are_told_by_mark_or_declaration(encoding: str) -> None:
    declared = {"iso-8859-1": "iso-8859-1", "utf-16": "utf-16"}.get(encoding, "utf-8")
    assert texts(f'<?xml version="1.0" encoding="{declared}"?><a><b>Café</b></a>'.encode(encoding)) == ["Café"]


def test_an_attack_in_utf16_is_seen_as_well() -> None:
    with pytest.raises(ReadError, match="declares entities"):
        texts('<!DOCTYPE a [<!ENTITY x "y">]><a><b>&x;</b></a>'.encode("utf-16"))


def test_characters_that_xml_forbids_become_spaces() -> None:
    assert texts(b"<a><b>a\x00b\x1ac&#0;d&#x1F;e</b></a>") == ["a b c d e"]


def test_an_item_above_the_limit_is_refused_while_it_streams() -> None:
    with pytest.raises(ReadError, match="an item of more than"):
        texts(
            b"<a><b>x</b><c>"
            + b"<d>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</d>"
            * (XML_ITEM_BYTES // 80)
            + b"</c></a>"
        )


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(ReadError, match="not well-formed"):
        texts(b"<b>" * 5_000 + b"</b>" * 5_000)


def test_many_small_items_do_not_add_up_to_one_large_one() -> None:
    data = b"<a>" + b"<b>x</b>" * 10_000 + b"</a>"
    assert len(texts(data)) == 10_000


def test_a_cut_document_gives_its_whole_items_and_then_the_error() -> None:
    found: list[str | None] = []
    with pytest.raises(ReadError):
        found.extend(element.text for element in iter_elements(io.BytesIO(b"<a><b>x</b><b>y"), ("b",)))
    elements = iter_elements(io.BytesIO(b"<a><b>x</b><b>y"), ("b",))
    assert next(elements).text == "x"


def test_a_small_document_above_its_cap_is_refused() -> None:
    with pytest.raises(ReadError, match="more than 10 bytes"):
        parse_xml(io.BytesIO(b"<a>xxxxxxxxxxxxxx</a>"), 10)


@given(st.integers(1, 30), st.text("ab&;<![]>mdashCDT#150x ", max_size=60))
def test_the_result_does_not_hang_on_where_the_bytes_are_cut(size: int, inner: str) -> None:
    data = f"<a>{inner}</a>".encode()

    def outcome(stream: io.BytesIO) -> str:
        try:
            return "".join(safe_text(stream))
        except ReadError as error:
            return f"! {error}"

    whole, cut = outcome(io.BytesIO(data)), outcome(Slow(data, size))
    assert whole == cut


@given(st.binary(max_size=300))
def test_any_bytes_give_elements_or_a_read_error(data: bytes) -> None:
    for start in (b"", b"<a><b>", b"<!DOCTYPE a [", b"\xff\xfe"):
        try:
            texts(start + data)
        except ReadError:
            continue


def test_the_first_element_is_found_behind_comments_and_doctype() -> None:
    assert root_name(b"  <?xml version='1.0'?><!-- <x> --><!DOCTYPE y><n:newsMessage a='b'>") == "newsMessage"
    assert root_name(b"plain text") is None
