"""One open input to its items: the format is chosen, archives are walked, and every failure becomes a record."""

from __future__ import annotations

import io
from dataclasses import replace

from dateline.model import ReadError, Rejected
from dateline.readers.inputs import Format, Input, Items, ReadOptions, capped
from dateline.readers.limits import DOCUMENT_BYTES
from dateline.readers.registry import choose_format
from dateline.readers.sources import BROKEN, Source, open_source, peek, unpacked

ADVICE = "see docs/formats.md for what is read; give --format where the content does not tell"
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def read_source(source: Source, options: ReadOptions) -> Items:
    """Yield what one file or standard input holds."""
    try:
        with open_source(source) as stream:
            yield from read_input(Input(origin=source.name, stream=stream, options=options))
    except ReadError as error:
        yield Rejected(origin=source.name, reason=str(error), advice=ADVICE)


def read_input(source: Input) -> Items:
    """Yield what an open input holds; whatever goes wrong ends it with a rejected record and nothing else."""
    try:
        yield from _read(source)
    except ReadError as error:
        yield source.rejected(str(error), ADVICE)
    except BROKEN as error:
        yield source.rejected(f"damaged compressed file ({str(error)[:150]})", "fetch or compress it again")
    except OSError as error:
        yield source.rejected(f"it cannot be read ({error.strerror or str(error)[:150]})", "check the file")
    except RecursionError:
        yield source.rejected("nested too deeply", "check the file")
    except MemoryError:
        yield source.rejected("it needs more memory than reading may take", "split the file")


def _read(source: Input) -> Items:
    if source.level and peek(source.stream).startswith(_PACKED):  # type: ignore[arg-type]
        if not source.options.nested:
            raise ReadError(
                "a compressed file inside an archive; unpack the outer one first, or allow it with --nested"
            )
        source = replace(source, stream=unpacked(source.stream), level=source.level + 1)  # type: ignore[arg-type]
    head = peek(source.stream)  # type: ignore[arg-type]
    if not head.strip():
        raise ReadError("the file is empty")
    form = choose_format(head, source.file_name, source.options.format)
    source = _searchable(source, form)
    if form.members:
        yield from _members(form, source)
    elif form.read:
        yield from form.read(source)


def _searchable(source: Input, form: Format) -> Input:
    """Hold what must be searched but comes from a stream, such as a document inside an archive, in memory."""
    if not form.seeks or source.stream.seekable():
        return source
    return replace(source, stream=io.BytesIO(capped(source.stream, DOCUMENT_BYTES, what="a document in a stream")))


def _members(form: Format, archive: Input) -> Items:
    if archive.level > int(archive.options.nested):
        raise ReadError("an archive inside an archive; unpack the outer one first, or allow it with --nested")
    count = 0
    for member in form.members(archive) if form.members else ():
        count += 1
        if isinstance(member, Rejected):
            yield member
        else:
            yield from read_input(member)
    if not count:
        yield archive.rejected("the archive holds no files", "nothing to do")
