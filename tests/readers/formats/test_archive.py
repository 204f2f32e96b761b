"""ZIP and tar: members are streamed, nothing is written, bombs and links are refused."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.readers.samples import docx, items, json_line, nitf, page, reason, stories, tarred, zipped

from dateline.model import Rejected, Story
from dateline.readers.formats import archive as module
from dateline.readers.formats.archive import printable_name


def outcome(data: bytes, name: str = "a", **options: object) -> list[str]:
    return [
        item.id if isinstance(item, Story) else f"! {item.origin.split('!/')[-1]}: {item.reason}"
        for item in items(data, name, **options)
    ]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_members_of_any_format_are_read_and_named(pack: object) -> None:
    data = pack({"a.jsonl": json_line("z1"), "d/r.nitf": nitf(), "e.docx": docx()})  # type: ignore[operator]
    found = stories(data, "bundle")
    assert [s.id for s in found[:2]] == ["z1", "item-1"]
    assert found[1].origin == "bundle!/d/r.nitf"
    assert len(found) == 4


@pytest.mark.parametrize("mode", ["w:gz", "w:bz2", "w:xz"])
def test_compressed_tars_are_read(mode: str) -> None:
    assert outcome(tarred({"a.jsonl": json_line("t1")}, mode=mode), "a.tar.x") == ["t1"]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_point_elsewhere_are_only_names(
    pack: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = pack({"../../evil.jsonl": json_line("a"), "/etc/evil.jsonl": json_line("b", "B met.")})  # type: ignore[operator]
    assert outcome(data) == ["a", "b"]
    assert list(tmp_path.iterdir()) == []
    assert not Path("/etc/evil.jsonl").exists()


def test_links_and_devices_are_refused() -> None:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for kind, name in ((tarfile.SYMTYPE, "link"), (tarfile.LNKTYPE, "hard"), (tarfile.CHRTYPE, "device")):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    found = outcome(stream.getvalue())
    assert [entry.split(": ")[0] for entry in found] == ["! link", "! hard", "! device"]
    zipstream = io.BytesIO()
    with zipfile.ZipFile(zipstream, "w") as packed:
        entry = zipfile.ZipInfo("link.txt")
        entry.external_attr = 0o120777 << 16
        packed.writestr(entry, "/etc/passwd")
    assert "a link" in outcome(zipstream.getvalue())[0]


def test_folders_hidden_files_and_litter_are_left_out() -> None:
    data = zipped({"d/": b"", ".hidden": b"x", "__MACOSX/a.txt": b"x", "~$a.docx": b"x", "a.jsonl": json_line("a")})
    assert outcome(data) == ["a"]
    assert reason(zipped({".hidden": b"x"})) == "the archive holds no files"


@pytest.mark.parametrize("inner", [zipped({"a.jsonl": json_line("a")}), tarred({"a.jsonl": json_line("a")})])
def test_an_archive_inside_an_archive_is_read_only_on_request_and_one_level_deep(inner: bytes) -> None:
    outer = zipped({"inner": inner})
    assert "inside an archive" in outcome(outer)[0]
    assert outcome(outer, nested=True) == ["a"]
    assert "inside an archive" in outcome(zipped({"x": outer}), nested=True)[0]


def test_a_compressed_member_is_read_only_on_request() -> None:
    data = zipped({"a.jsonl.gz": gzip.compress(json_line("a"))})
    assert "compressed file inside" in outcome(data)[0]
    assert outcome(data, nested=True) == ["a"]


def test_a_damaged_or_encrypted_member_leaves_the_others_readable() -> None:
    data = bytearray(zipped({"a.jsonl": json_line("a") * 50, "b.jsonl": json_line("b")}))
    data[60] ^= 0xFF
    found = outcome(bytes(data))
    assert found[-1] == "b"
    assert any(entry.startswith("! a.jsonl") for entry in found)
    locked = bytearray(zipped({"a.jsonl": json_line("a"), "b.jsonl": json_line("b")}))
    central = locked.index(b"PK\x01\x02")
    locked[central + 8] |= 1
    assert outcome(bytes(locked)) == ["! a.jsonl: an encrypted member", "b"]


def test_more_members_or_bytes_than_allowed_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ARCHIVE_MEMBERS", 2)
    assert "more than 2 members" in reason(zipped({f"{n}.txt": b"Envoys met." for n in range(3)}))
    monkeypatch.setattr(module, "ARCHIVE_MEMBERS", 10)
    monkeypatch.setattr(module, "ARCHIVE_BYTES", 1_000)
    assert any("unpacks to more than 1000" in entry for entry in outcome(zipped({"a.txt": page(), "b.txt": page()})))


def test_a_cut_archive_is_rejected() -> None:
    assert "damaged" in reason(zipped({"a.jsonl": json_line("a")})[:-10], "a.zip")
    cut = tarred({"a.jsonl": json_line("a"), "b.txt": b"x" * 5_000})[:4_000]
    assert outcome(cut)[0] == "a"
    assert isinstance(items(cut, "a.tar")[-1], Rejected)


def test_a_member_s_name_is_made_printable() -> None:
    assert printable_name("a\x00b\x1b[31m\u202ec.txt") == "a?b?[31m?c.txt"
