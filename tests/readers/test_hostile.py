"""Every row of the table of hostile inputs: a file in, its rejected record out, the process alive, memory capped.

Each input is read as a user's would be, through the child process where the format is risky. The peak memory of this
process and of its children together must stay under the cap of 700 MB; what they held before is counted in.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import struct
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.readers import samples
from tests.readers.samples import json_line, nitf, page, rss, tarred, warc_record, zipped

from dateline.model import Rejected, Story
from dateline.readers import read
from dateline.readers.limits import PAGE_BYTES, RATIO_FREE_BYTES, RTF_BYTES

CAP_MB = 700
SECONDS = 60
Item = Story | Rejected
ZEROS = b"\x00" * 1_000_000


def laughs(levels: int = 9) -> str:
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, levels))
    return f'<!DOCTYPE lolz [<!ENTITY l0 "ha">{names}]>'


def quadratic(size: int = 50_000) -> str:
    return f'<!DOCTYPE q [<!ENTITY a "{"x" * size}">]>'


def outside(target: str = "file:///etc/passwd") -> str:
    return f'<!DOCTYPE x [<!ENTITY x SYSTEM "{target}">]>'


def bomb(size_mb: int, *, name: str = "a.txt", level: int = 9) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive,
        archive.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(size_mb):
            part.write(b"a" * 1_000_000)
    return stream.getvalue()


def docx_bomb(size_mb: int) -> bytes:
    head = b'<?xml version="1.0"?><w:document xmlns:w="w"><w:body>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(head)
            for _ in range(size_mb):
                part.write(b"<w:p><w:r><w:t>aaaaaaaaaa</w:t></w:r></w:p>" * 23_000)
    return stream.getvalue()


def long_gzip(start: bytes, size_mb: int) -> bytes:
    stream = io.BytesIO()
    with gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=6) as packed:
        packed.write(start)
        for _ in range(size_mb):
            packed.write(ZEROS.replace(b"\x00", b"x"))
    return stream.getvalue()


def overlapping_zip() -> bytes:
    """Many directory entries that all point at one large member."""
    data = bytearray(bomb(20))
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = bytes(data[at:end])
    many = 40
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = struct.pack("<H", many)
    tail[12:16] = struct.pack("<I", len(entry) * many)
    return bytes(data[:at]) + entry * many + bytes(tail)


def links() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        link = tarfile.TarInfo("d")
        link.type, link.linkname = tarfile.SYMTYPE, "/tmp"
        archive.addfile(link)
        inside = tarfile.TarInfo("d/evil.jsonl")
        inside.size = len(json_line("through-link"))
        archive.addfile(inside, io.BytesIO(json_line("through-link")))
    return stream.getvalue()


# Name of the row, file name, its bytes, words of the reason.
REFUSED: list[tuple[str, str, Callable[[], bytes], str]] = [
    ("billion laughs in NITF", "a.xml", lambda: nitf(prolog=laughs(), body="<p>&l8;</p>"), "declares entities"),
    ("quadratic blow-up", "a.xml", lambda: nitf(prolog=quadratic(), body="<p>" + "&a;" * 9_000 + "</p>"), "first element"),
    ("quadratic blow-up in a short prolog", "a.xml", lambda: nitf(prolog=quadratic(5_000), body="<p>" + "&a;" * 90_000 + "</p>"), "declares entities"),
    ("billion laughs in a feed", "a.rss", lambda: rss(prolog=laughs(), item="<item><title>&l8;</title></item>"), "declares entities"),
    ("billion laughs in DOCX", "a.docx", lambda: zipped({"word/document.xml": f"{laughs()}<d><p><t>&l8;</t></p></d>".encode()}), "declares entities"),
    ("external entity", "a.xml", lambda: nitf(prolog=outside(), body="<p>&x;</p>"), "declares entities"),
    ("external parameter entity", "a.xml", lambda: nitf(prolog='<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/">%p;]>'), "declares entities"),
    ("100 MB line of text", "a.txt", lambda: b"a" * 100_000_000, "above the limit|more than"),
    ("100 MB title in a feed", "a.rss", lambda: rss(item="<item><title>" + "x" * 100_000_000 + "</title></item>"), "more than"),
    ("100 MB text node in XML", "a.xml", lambda: nitf(body="<p>" + "x" * 100_000_000 + "</p>"), "more than|not well-formed"),
    ("100 MB HTML page", "a.html", lambda: page(body="<p>" + "x" * 100_000_000 + "</p>"), "limit of an HTML page"),
    ("RTF above its limit", "a.rtf", lambda: b"{\\rtf1 " + b"a" * RTF_BYTES + b"}", "limit of an RTF file"),
    ("ZIP bomb", "a.zip", lambda: bomb(300), "times its packed size"),
    ("DOCX bomb", "a.docx", lambda: docx_bomb(40), "times its packed size|more than"),
    ("overlapping ZIP", "a.zip", overlapping_zip, "times its packed size"),
    ("gzip bomb of one line", "a.jsonl.gz", lambda: long_gzip(b'{"text": "', 100), "times its packed size"),
    ("gzip inside gzip", "a.gz", lambda: gzip.compress(gzip.compress(ZEROS)), "not text"),
    ("WARC with a nested gzip bomb", "a.warc", lambda: warc_record(gzip.compress(b"<html>" + ZEROS * 200), extra="Content-Encoding: gzip\r\n"), "unpacks to more"),
    ("archive inside an archive", "a.zip", lambda: zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": b"x"})})}), "inside an archive"),
    ("deep nesting of XML", "a.xml", lambda: b"<nitf>" + b"<p>" * 100_000, "not well-formed"),
    ("deep nesting of HTML", "a.html", lambda: page(body="<div>" * 100_000), "nested deeper"),
    ("deep nesting of JSON", "a.json", lambda: b"[" * 500_000, "nested too deeply"),
    ("deep nesting of JSON in a line", "a.jsonl", lambda: b'{"uri": "u", "bodies": ' + b"[" * 500_000 + b"\n", "nested too deeply"),
    ("deep nesting of RTF", "a.rtf", lambda: b"{\\rtf1" + b"{" * 500_000, "empty|converted"),
    ("stranger's DuckDB", "a.duckdb", lambda: b"\x00" * 8 + b"DUCK" + b"\x00" * 4_096, "DuckDB"),
    ("stranger's SQLite", "a.txt", lambda: b"SQLite format 3\x00" + b"\x00" * 4_096, "SQLite"),
    ("cut Parquet", "a.parquet", lambda: samples.parquet()[:-40], "damaged"),
    ("cut DOCX", "a.docx", lambda: samples.docx()[:-40], "damaged"),
    ("cut ZIP", "a.zip", lambda: samples.zipped({"a.jsonl": json_line("a")})[:-40], "damaged"),
    ("page that is no article", "a.html", lambda: b"<html>" + b"<p>" * 20_000, "nested|no article"),
    ("binary noise", "a.txt", lambda: bytes(range(256)) * 40, "binary"),
]  # fmt: skip


def script(path: Path) -> str:
    """A program of its own, so that peaks are this input's only."""
    return f"""
import json, resource
from pathlib import Path
from dateline.readers import read
from dateline.model import Rejected
found = [[isinstance(i, Rejected), i.reason if isinstance(i, Rejected) else i.id] for i in read({str(path)!r})]
# Its own peak since it began: `ru_maxrss` of itself would count the process that started it, too.
own = next(int(line.split()[1]) for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
peak = max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
print(json.dumps([found, peak / 1024]))
"""


def read_alone(path: Path) -> tuple[list[tuple[bool, str]], float]:
    """Read a file in a fresh process; return what came out, and the peak memory in MB of it or its child."""
    import os
    import subprocess

    ended = subprocess.run(
        [sys.executable, "-c", script(path)],
        capture_output=True, text=True, timeout=SECONDS, check=False, env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-2_000:]
    found, peak = json.loads(ended.stdout)
    return [(bool(a), str(b)) for a, b in found], float(peak)


@pytest.mark.parametrize(("row", "name", "make", "words"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_hostile_input_ends_as_a_rejected_record_within_time_and_memory(
    tmp_path: Path, row: str, name: str, make: Callable[[], bytes], words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    found, peak = read_alone(path)
    assert found, row
    assert all(rejected for rejected, _ in found), found
    assert any(word in reason for _, reason in found for word in words.split("|")), found
    assert peak < CAP_MB


def test_names_that_lead_out_of_an_archive_are_read_as_names_and_write_nothing(tmp_path: Path) -> None:
    target = tmp_path / "evil.jsonl"
    for pack, name in ((zipped, "a.zip"), (tarred, "a.tar")):
        (tmp_path / name).write_bytes(
            pack({f"../../../../..{target}": json_line("a"), "ok.jsonl": json_line("b", "B met.")})
        )
        found = list(read(tmp_path / name))
        assert [item.id for item in found if isinstance(item, Story)] == ["a", "b"]
    assert not target.exists()


def test_a_link_in_an_archive_is_refused_and_what_claims_to_lie_behind_it_is_only_a_name(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(links())
    first, second = read(tmp_path / "a.tar")
    assert isinstance(first, Rejected)
    assert "a link" in first.reason
    assert isinstance(second, Story)
    assert not Path("/tmp/evil.jsonl").exists()


def test_bad_encodings_and_lone_surrogates_are_replaced_counted_and_storable(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(
        b'{"id": "a\\ud800", "title": "\\udfff", "text": "Envoys \\ud83d met.\\u0000"}\n'
    )
    (tmp_path / "b.txt").write_bytes(b"RIGA (AP) \xe2\x80\x94 Envoys met \xff\xfe\x80 twice.")
    (tmp_path / "c.rss").write_bytes(rss().replace(b"Envoys", b"Env\xffoys"))
    found = [item for item in read(tmp_path) if isinstance(item, Story)]
    assert len(found) == 3
    for story in found:
        f"{story.id}{story.headline}{story.text}".encode()
        assert "\x00" not in story.text
    assert any("surrogates" in note for note in found[0].notes)
    assert any("decoded as" in note for note in found[1].notes)
    assert "\ufffd" in found[2].text


def test_control_characters_become_spaces_and_marks_of_direction_are_kept_and_said(tmp_path: Path) -> None:
    text = "Envoys\x07 \u202emet\u202c in Ri\u200bga\x9f today."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": text}))
    (story,) = read(tmp_path / "a.jsonl")
    assert isinstance(story, Story)
    assert len(story.text) == len(text)
    assert story.text == text.replace("\x07", " ").replace("\x9f", " ")
    assert {"2 control characters replaced by spaces", "2 direction marks kept", "1 invisible characters kept"} <= set(
        story.notes
    )


def test_a_script_in_a_headline_is_text_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "<script>x()</script>", "text": "Envoys met."}))
    (story,) = read(tmp_path / "a.jsonl")
    assert isinstance(story, Story)
    assert story.headline == "<script>x()</script>"


def test_a_cut_web_archive_keeps_its_whole_records_and_lists_the_broken_one(tmp_path: Path) -> None:
    whole = gzip.compress(warc_record(page()))
    (tmp_path / "a.warc.gz").write_bytes(whole + whole[:-30])
    kept, *broken = read(tmp_path / "a.warc.gz")
    assert isinstance(kept, Story)
    assert all(isinstance(item, Rejected) for item in broken)
    assert broken


def test_absent_and_odd_dates_are_kept_as_they_are_and_never_become_today(tmp_path: Path) -> None:
    dates: list[object] = [
        "",
        None,
        "soon",
        "0000-00-00",
        "1823-04-05",
        "2093-01-01",
        "31 Feb 2019",
        99999999,
        [],
        "9" * 400,
    ]
    rows = [
        json.dumps({"id": str(n), "date": value, "text": f"Envoys met {n} times."}) for n, value in enumerate(dates)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    found = [item for item in read(tmp_path / "a.jsonl") if isinstance(item, Story)]
    assert len(found) == len(dates)
    assert all(story.notes for story in found)
    days = {story.id: story.published for story in found if story.published}
    assert {key: value.year for key, value in days.items()} == {"4": 1823, "5": 2093}


def test_a_repeated_id_is_one_story_or_a_version_and_a_key_twice_is_refused_when_strict(tmp_path: Path) -> None:
    from dateline.readers import ReadOptions

    (tmp_path / "a.jsonl").write_bytes(json_line("a") + json_line("a") + json_line("a", "Others met."))
    first, repeated, version = read(tmp_path / "a.jsonl")
    assert isinstance(repeated, Rejected)
    assert isinstance(first, Story)
    assert isinstance(version, Story)
    assert (version.id, version.supersedes) == ("a~2", "a")
    (tmp_path / "b.jsonl").write_text('{"id": "x", "id": "y", "text": "Envoys met."}')
    (lax,) = read(tmp_path / "b.jsonl")
    (strict,) = read(tmp_path / "b.jsonl", options=ReadOptions(strict=True))
    assert isinstance(lax, Story)
    assert isinstance(strict, Rejected)
    assert "'id' stands twice" in strict.reason


def test_a_pathological_text_is_read_in_seconds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("(((" * 100_000 + "a@" * 100_000 + " By A" * 20_000)
    started = time.perf_counter()
    list(read(tmp_path / "a.txt"))
    assert time.perf_counter() - started < 20


def test_a_large_honest_archive_is_no_bomb(tmp_path: Path) -> None:
    rng = random.Random(5)
    words = ["".join(rng.choices("abcdefghijklmnoprstuvw", k=rng.randint(3, 9))) for _ in range(4_000)]
    lines = b"".join(json_line(f"s{n}", " ".join(rng.choices(words, k=1_000))) for n in range(800))
    assert len(lines) > RATIO_FREE_BYTES
    (tmp_path / "a.zip").write_bytes(zipped({"a.jsonl": lines}))
    assert sum(isinstance(item, Story) for item in read(tmp_path / "a.zip")) == 800


def test_a_page_just_under_the_limit_is_read(tmp_path: Path) -> None:
    words = "".join(f"<p>Envoys met in Riga for the {n}th time to talk about the border.</p>" for n in range(2_000))
    data = page(body=words)
    assert len(data) < PAGE_BYTES
    (tmp_path / "a.html").write_bytes(data)
    (found,) = read(tmp_path / "a.html")
    assert isinstance(found, Story)
