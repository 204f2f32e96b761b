"""Inputs behind paths, and streams unpacked by their first bytes."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from pathlib import Path

import pytest

from dateline.model import ReadError
from dateline.readers.sources import Source, find_sources, unpacked
from dateline.readers.spooling import spooled


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, bytes])
def test_compressed_streams_of_one_and_of_several_parts_are_unpacked(pack: object) -> None:
    data = pack(b"one ") + pack(b"two")  # type: ignore[operator]
    assert unpacked(io.BytesIO(data)).read() == b"one two"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_cut_stream_is_an_error_and_never_a_short_text(pack: object) -> None:
    data = pack(bytes(range(256)) * 100)[:-6]  # type: ignore[operator]
    with pytest.raises((EOFError, OSError, lzma.LZMAError)):
        unpacked(io.BytesIO(data)).read()


def test_an_xz_file_that_wants_a_large_dictionary_is_refused() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]
    data = lzma.compress(b"x" * 1_000, filters=filters)
    with pytest.raises(lzma.LZMAError):
        unpacked(io.BytesIO(data)).read()


def test_a_stream_that_cannot_be_searched_is_read_whole() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError("not seekable")

    assert unpacked(Pipe(b"plain words")).read() == b"plain words"
    assert unpacked(Pipe(gzip.compress(b"packed words"))).read() == b"packed words"


def test_addresses_standard_input_and_files_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    (tmp_path / "~$a.docx").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    found = list(find_sources(["-", "https://example.org/feed", str(tmp_path), str(tmp_path / "none")]))
    assert found[:3] == [Source("-", None), Source("https://example.org/feed", None), Source(str(file), file)]
    assert isinstance(found[3], ReadError)
    assert [s.is_address for s in found[:3] if isinstance(s, Source)] == [False, True, False]


def test_a_spooled_stream_lies_in_a_file_that_is_gone_afterwards() -> None:
    with spooled(io.BytesIO(b"words")) as path:
        assert path.read_bytes() == b"words"
    assert not path.exists()
    with pytest.raises(ReadError, match="more than 3 bytes"), spooled(io.BytesIO(b"words"), cap=3):
        pass
