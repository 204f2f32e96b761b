"""RTF."""

from __future__ import annotations

from tests.readers.samples import LEAD, coded, reason, rtf, story


def test_a_file_is_one_report() -> None:
    assert coded(story(rtf([f"RIGA, March 5, 2019 (AFP) - {LEAD}"]), "a.rtf")) == [LEAD]


def test_characters_outside_ascii_are_read() -> None:
    assert "Café “met”" in story(b"{\\rtf1\\ansi\\ansicpg1252 Caf\\'e9 \\u8220?met\\u8221?.}", "a.rtf").text


def test_an_empty_file_is_rejected() -> None:
    assert "empty" in reason(b"{\\rtf1\\ansi }", "a.rtf")
