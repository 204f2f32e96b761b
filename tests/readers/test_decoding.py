"""Bytes become text once, and whatever was replaced is said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import ReadError
from dateline.readers.decoding import clean, decode, refuse_binary


def test_utf8_is_taken_as_it_is_with_or_without_its_mark() -> None:
    assert decode("Çağrı — İzmir".encode()).text == "Çağrı — İzmir"
    assert decode(b"\xef\xbb\xbfIzmir") == decode(b"Izmir")


def test_other_bytes_are_read_as_the_declared_charset_or_windows_1252_with_a_note() -> None:
    assert decode("Žižkov".encode("cp1250"), declared="cp1250").text == "Žižkov"
    western = decode("“naïve”".encode("cp1252"))
    assert western.text == "“naïve”"
    assert "cp1252" in western.notes[0]


def test_bytes_that_no_charset_explains_are_counted() -> None:
    decoded = decode(b"ab\x81\x8d\xff")
    assert "unreadable" in decoded.notes[0]


def test_utf16_is_read_by_its_mark() -> None:
    assert decode("Oslo".encode("utf-16")).text == "Oslo"


@pytest.mark.parametrize(
    "head", [b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n", b"text\x00text", bytes(range(1, 9)) * 40, b"PAR1"]
)
def test_a_binary_file_is_refused(head: bytes) -> None:
    with pytest.raises(ReadError):
        refuse_binary(head)


def test_plain_text_is_not_refused() -> None:
    refuse_binary("Šiauliai\tOct 3\r\n“Yes”".encode())


def test_controls_become_spaces_and_line_ends_newlines_one_for_one() -> None:
    cleaned = clean("a\x00b\r\nc\rd\x1be\u2028f")
    assert cleaned.text == "a b \nc\nd e\nf"
    assert "2 control characters" in cleaned.notes[0]


def test_marks_that_turn_or_hide_text_stay_and_are_noted() -> None:
    cleaned = clean("ab\u202ecd\u200b")
    assert cleaned.text == "ab\u202ecd\u200b"
    assert len(cleaned.notes) == 2


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_cleaning_keeps_every_offset_and_changes_nothing_the_second_time(text: str) -> None:
    once = clean(text).text
    assert len(once) == len(text)
    assert clean(once).text == once
    once.encode("utf-8")


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_are_decoded_to_text_that_can_be_stored(data: bytes) -> None:
    clean(decode(data).text).text.encode("utf-8")


@pytest.mark.parametrize("charset", ["iso-8859-2", "cp1251", "koi8-r"])
def test_a_text_with_many_letters_outside_ascii_is_guessed_and_the_guess_is_said(charset: str) -> None:
    words = {
        "iso-8859-2": "Ministrowie spotkali się w środę w Łodzi, żeby omówić współpracę i bezpieczeństwo. " * 6,
        "cp1251": "Министры встретились в среду в Риге, чтобы обсудить безопасность на границе. " * 6,
        "koi8-r": "Министры встретились в среду в Риге, чтобы обсудить безопасность на границе. " * 6,
    }[charset]
    decoded = decode(words.encode(charset))
    assert sum(a != b for a, b in zip(decoded.text, words, strict=False)) < 0.06 * len(words)
    assert "decoded as" in decoded.notes[0]


def test_a_few_odd_bytes_are_windows_1252() -> None:
    assert decode("“Envoys met” – twice".encode("cp1252") + b" " * 500).text.startswith("“Envoys met” –")


def test_a_database_of_a_stranger_is_refused() -> None:
    with pytest.raises(ReadError, match="DuckDB"):
        refuse_binary(b"\x00" * 8 + b"DUCK" + b"\x00" * 90)
