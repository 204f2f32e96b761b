"""Any input gives stories and reasons, never a crash."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tracemalloc
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Rejected, Story, UsageError
from dateline.readers import read
from dateline.readers.limits import LINE_BYTES, STORY_CHARS


def line(story_id: str, text: str = "Envoys of Norway and Latvia met in Riga.") -> str:
    return json.dumps({"id": story_id, "published": "2019-05-04", "text": text})


def outcome(path: Path | list[Path], **options: Any) -> list[str]:
    """Ids of stories and reasons of rejected inputs, in order."""
    return [item.id if isinstance(item, Story) else f"! {item.reason}" for item in read(path, **options)]


def test_a_broken_line_in_the_middle_is_rejected_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(f"{line('a')}\n{{broken\n\n{line('b', 'Other envoys met.')}\n")
    items = list(read(file))
    assert [item.id for item in items if isinstance(item, Story)] == ["a", "b"]
    (bad,) = [item for item in items if isinstance(item, Rejected)]
    assert (bad.position, bad.raw.strip()) == ("line 2", "{broken")
    assert "not valid JSON" in bad.reason


def test_a_line_of_fifty_megabytes_is_rejected_without_being_held(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as stream:
        stream.write(line("a").encode() + b"\n" + b'{"text": "')
        for _ in range(50):
            stream.write(b"x" * 1_000_000)
        stream.write(b'"}\n' + line("b", "Other envoys met.").encode())
    tracemalloc.start()
    found = outcome(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[0] == "a"
    assert "a line of 50000013 bytes" in found[1]
    assert found[2] == "b"
    assert peak < 4 * LINE_BYTES


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n \n", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("binary.txt", b"text\x00\x01\x02text", "binary"),
        ("report.pdf", b"%PDF-1.4 ...", "PDF"),
        ("page.docx", b"PK\x03\x04....", "ZIP"),
        ("late.txt", b"a" * 9_000 + b"\x00", "binary"),
        ("long.txt", b"a " * (STORY_CHARS // 2 + 1), "above the limit"),
        ("deep.jsonl", b'{"text":' + b"[" * 200_000 + b"]" * 200_000 + b"}", "nested"),
        ("broken.json", b'{"text": ', "not valid JSON"),
        ("none.json", b"[]", "no stories"),
        ("cut.jsonl.gz", gzip.compress(line("a").encode() * 99)[:-20], "damaged"),
        ("bad.gz", b"\x1f\x8b\x08rubbish and more rubbish", "damaged"),
    ],
)
def test_a_hopeless_file_is_rejected_with_its_reason(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    last = list(read(file))[-1]
    assert isinstance(last, Rejected)
    assert words in last.reason
    assert last.origin == str(file)


def test_a_missing_file_is_rejected_and_the_others_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(line("a"))
    assert outcome([tmp_path / "none.txt", file]) == ["! no such file or folder", "a"]


def test_bytes_that_are_not_utf8_are_read_and_noted(tmp_path: Path) -> None:
    text, rows = tmp_path / "a.txt", tmp_path / "b.jsonl"
    text.write_bytes("RIGA (AP) — Envoys met at Café Noir.".encode("cp1252"))
    rows.write_bytes(b'{"id": "b", "text": "Caf\xe9 talks failed."}\n' + line("c").encode())
    items = [item for item in read([text, rows]) if isinstance(item, Story)]
    assert "Café Noir" in items[0].text
    assert items[1].text == "Café talks failed."
    assert all("cp1252" in item.notes[0] for item in items[:2])
    assert items[2].notes == ()


def test_a_folder_is_read_in_order_with_its_subfolders_and_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.jsonl").write_text(line("c"))
    (tmp_path / "a.jsonl").write_text(line("a", "One met."))
    (tmp_path / ".hidden.jsonl").write_text(line("h", "Hidden ones met."))
    with gzip.open(tmp_path / "d.json.gz", "wt") as stream:
        stream.write(f"[{line('d', 'Two met.')}, {line('e', 'Three met.')}]")
    assert outcome(tmp_path) == ["a", "d", "e", "c"]


def test_formats_are_told_by_content_where_the_name_does_not(tmp_path: Path) -> None:
    for name, text in {
        "lines": f"{line('a')}\n{line('b', 'B met.')}",
        "pretty": json.dumps({"id": "c", "text": "C met."}, indent=2),
        "list": f"[{line('d', 'D met.')}]",
        "plain": "RIGA (AP) — Envoys met.",
        "single": line("f", "F met."),
    }.items():
        (tmp_path / name).write_text(text)
    found = outcome([tmp_path / name for name in ("lines", "pretty", "list", "single")])
    assert found == ["a", "b", "c", "d", "f"]
    (plain,) = read(tmp_path / "plain")
    assert isinstance(plain, Story)
    assert plain.agency == "AP"


def test_json_lines_under_a_json_name_are_read(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text(f"{line('a')}\n{line('b', 'B met.')}\n")
    assert outcome(file) == ["a", "b"]


def test_the_format_asked_for_goes_before_name_and_content(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(line("a"))
    assert outcome(file, format="jsonl") == ["a"]
    with pytest.raises(UsageError, match="odt"):
        read(file, format="odt")


def test_a_date_in_the_file_name_dates_a_text_without_one(tmp_path: Path) -> None:
    file = tmp_path / "talks-2019-05-06.txt"
    file.write_text("RIGA, May 4 (AFP) - Envoys met.")
    (story,) = read(file)
    assert isinstance(story, Story)
    assert (story.published, story.date_source) == (datetime(2019, 5, 6), "file name")
    assert story.dateline is not None
    assert str(story.dateline.date) == "2019-05-04"


def test_the_same_story_twice_is_rejected_and_another_text_under_its_id_becomes_a_version(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join([line("a"), line("a"), line("a", "B met."), line("a", "B met."), line("a", "C met.")]))
    repeated = "! the same id and text were read before"
    assert outcome(file) == ["a", repeated, "a~2", repeated, "a~3"]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(f"{line('a')}\n{line('b', 'B met.')}\n".encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert outcome([Path("-")]) == ["a", "b"]


def test_an_unreadable_file_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert outcome(file) == [f"! {file}: Permission denied"]


@given(st.binary(max_size=400))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("name", ["x.txt", "x.jsonl", "x.json", "x"])
def test_any_bytes_give_stories_that_can_be_stored_or_reasons(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    for item in read(file):
        if isinstance(item, Story):
            item.text.encode("utf-8")
        else:
            assert item.reason
            item.raw.encode("utf-8")
