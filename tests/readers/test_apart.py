"""The reading child process: what it reads comes back whole, and nothing that it does harms its parent."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.readers.samples import every_format, items, nitf, zipped

from dateline.model import ReadError, Rejected, Segment, SegmentKind, Story
from dateline.readers import read
from dateline.readers.apart import Apart
from dateline.readers.inputs import ReadOptions
from dateline.readers.messages import pack, unpack
from dateline.readers.sources import Source


def test_every_format_gives_the_same_through_the_child_as_in_this_process(tmp_path: Path) -> None:
    apart = Apart()
    for name, data in every_format().items():
        file = tmp_path / name
        file.write_bytes(data)
        assert list(apart.read(Source(name, file), ReadOptions())) == items(data, name), name
    apart.close()


def test_one_child_serves_many_inputs_and_ends_with_the_reading(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.nitf").write_bytes(nitf().replace(b"item-1", b"item-%d" % n))
    apart = Apart()
    found = [item for n in range(3) for item in apart.read(Source("x", tmp_path / f"{n}.nitf"), ReadOptions())]
    process = apart._process
    assert process is not None
    assert len(found) == 3
    apart.close()
    assert process.poll() is not None


def test_a_child_that_dies_is_reported_and_the_next_input_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.nitf"
    file.write_bytes(nitf())
    apart = Apart()
    assert len(list(apart.read(Source("a", file), ReadOptions()))) == 1
    assert apart._process is not None
    os.kill(apart._process.pid, signal.SIGSTOP)
    os.kill(apart._process.pid, signal.SIGKILL)
    apart._process.wait()
    assert isinstance(next(iter(apart.read(Source("a", file), ReadOptions()))), Story)
    apart.close()


def test_a_child_that_falls_silent_is_stopped_after_its_time(tmp_path: Path) -> None:
    fifo = tmp_path / "never.zip"
    os.mkfifo(fifo)
    apart = Apart(seconds=1)
    (found,) = apart.read(Source("never.zip", fifo), ReadOptions())
    apart.close()
    assert isinstance(found, Rejected)
    assert "more than 1 seconds" in found.reason


@pytest.mark.skipif(sys.platform != "linux", reason="address space is limited on Linux only")
def test_a_child_that_needs_too_much_memory_rejects_the_input_and_the_next_one_is_read(tmp_path: Path) -> None:
    large, small = tmp_path / "large.xml", tmp_path / "small.nitf"
    large.write_bytes(b"<nitf><body><body.content>" + b"<p/>" * 3_500_000 + b"</body.content></body></nitf>")
    small.write_bytes(nitf())
    apart = Apart(memory=300_000_000)
    (found,) = apart.read(Source("large.xml", large), ReadOptions())
    assert isinstance(found, Rejected)
    assert "memory" in found.reason or "failed" in found.reason
    assert isinstance(next(iter(apart.read(Source("small", small), ReadOptions()))), Story)
    apart.close()


def test_the_child_can_write_no_file(tmp_path: Path) -> None:
    import subprocess

    target = tmp_path / "x"
    script = f"""
import sys
from dateline.readers import child
child._limit(1_500_000_000)
try:
    open({str(target)!r}, "wb").write(b"x" * 100_000)
except OSError as error:
    sys.exit(7)
"""
    code = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": ":".join(sys.path)}
    ).returncode
    assert code == 7 or code == -signal.SIGXFSZ
    assert not target.exists() or target.stat().st_size == 0


@given(st.binary(max_size=200))
def test_whatever_a_child_sends_is_an_item_or_a_read_error(line: bytes) -> None:
    for sent in (line, b'{"rejected": ' + line + b"}", pack(Story(id="a", text="x")) + line):
        try:
            unpack(sent)
        except ReadError:
            continue


def test_a_segment_outside_the_text_is_not_believed() -> None:
    story = Story(id="a", text="short", segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=99),))
    with pytest.raises(ReadError):
        unpack(pack(story))


def test_an_archive_s_members_keep_their_names(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zipped({"d/r.nitf": nitf()}))
    (found,) = read(file)
    assert found.origin == f"{file}!/d/r.nitf"
