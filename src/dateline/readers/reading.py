"""Any number of inputs to a stream of stories and rejected records."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from os import PathLike, fspath
from pathlib import PurePosixPath

from dateline.model import ReadError, Rejected, Story, StoryStatus
from dateline.readers.apart import Apart
from dateline.readers.formats.columns import check_columns
from dateline.readers.inputs import Input, ReadOptions
from dateline.readers.limits import RAW_CHARS
from dateline.readers.network import fetch
from dateline.readers.opening import ADVICE, read_input, read_source
from dateline.readers.registry import check_format, choose_format
from dateline.readers.sources import Source, find_sources, open_source, peek
from dateline.readers.spooling import spooled

PathArg = str | PathLike[str]


def read(
    paths: PathArg | Iterable[PathArg],
    *,
    format: str | None = None,  # noqa: A002
    columns: Mapping[str, str] | None = None,
    network: bool = False,
    options: ReadOptions | None = None,
) -> Iterator[Story | Rejected]:
    """Read stories from files, folders (recursively, in sorted order), archives, addresses, or `-` (standard input).

    Args:
        paths: One path or several.
        format: One of the formats of docs/formats.md for all inputs; by default the content and the name tell.
        columns: For CSV and Parquet: the column that holds each field.
        network: Whether addresses may be fetched.
        options: All of this and more in one record; the other arguments are then ignored.

    Yields:
        Stories, and for every input that is none a `Rejected` with its reason; reading always goes on. A story that
        repeats an earlier id and text is rejected; one with an earlier id but other text gets a new id (`a~2`).

    Raises:
        UsageError: `format` is unknown, or `columns` names a field that there is not.

    Example:
        >>> for item in read("news/"):  # doctest: +SKIP
        ...     print(item)
    """
    chosen = options or ReadOptions(format=format, columns=dict(columns or {}), network=network)
    check_format(chosen.format)
    check_columns(chosen.columns)
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    return _unique(_read_all([fspath(path) for path in given], chosen))


def _read_all(paths: list[str], options: ReadOptions) -> Iterator[Story | Rejected]:
    with closing(Apart()) as apart:
        for source in find_sources(paths):
            if isinstance(source, ReadError):
                name, _, reason = str(source).partition(": ")
                yield Rejected(origin=name, reason=reason, advice="check the path")
                continue
            try:
                yield from _read_one(source, options, apart)
            except ReadError as error:
                yield Rejected(origin=source.name, reason=str(error), advice=ADVICE)


def _read_one(source: Source, options: ReadOptions, apart: Apart) -> Iterator[Story | Rejected]:
    if source.is_address:
        if not options.network:
            raise ReadError("an address, and the network is off; allow it with --network")
        with spooled(io.BytesIO(fetch(source.name))) as file:
            yield from _read_file(Source(source.name, file), options, apart)
    elif source.path is None:
        yield from _read_stream(source, options, apart)
    else:
        yield from _read_file(source, options, apart)


def _read_stream(source: Source, options: ReadOptions, apart: Apart) -> Iterator[Story | Rejected]:
    """Read standard input as it comes; only what the child process must read is put in a file first."""
    with open_source(source) as stream:
        if _is_risky(peek(stream), source.name, options):
            with spooled(stream) as file:
                yield from apart.read(Source(source.name, file), options)
        else:
            yield from read_input(Input(origin=source.name, stream=stream, options=options))


def _read_file(source: Source, options: ReadOptions, apart: Apart) -> Iterator[Story | Rejected]:
    with open_source(source) as stream:
        risky = _is_risky(peek(stream), source.name, options)
    yield from apart.read(source, options) if risky else read_source(source, options)


def _is_risky(head: bytes, name: str, options: ReadOptions) -> bool:
    if not head.strip():
        raise ReadError("the file is empty")
    return choose_format(head, PurePosixPath(name.replace("\\", "/")).name, options.format).apart


def _unique(items: Iterable[Story | Rejected]) -> Iterator[Story | Rejected]:
    """Keep ids unique: repeats are rejected, other texts under a known id become its versions."""
    seen: set[tuple[str, bytes]] = set()
    versions: dict[str, int] = {}
    for item in items:
        if isinstance(item, Rejected):
            yield item
            continue
        # A withdrawal often repeats the text that it withdraws.
        withdrawn = item.status is StoryStatus.WITHDRAWN
        key = item.id, hashlib.sha256(f"{withdrawn}{item.text}".encode()).digest()[:12]
        if key in seen:
            yield _repeated(item)
            continue
        seen.add(key)
        yield _numbered(item, versions)


def _numbered(story: Story, versions: dict[str, int]) -> Story:
    new = story.id
    before = new
    while new in versions:
        versions[story.id] += 1
        before = new
        new = f"{story.id}~{versions[story.id]}"
    versions[new] = 1
    if new == story.id:
        return story
    return replace(
        story, id=new, supersedes=story.supersedes or before, notes=(*story.notes, f"id {story.id} was taken")
    )


def _repeated(story: Story) -> Rejected:
    return Rejected(
        origin=story.origin,
        story_id=story.id,
        reason="the same id and text were read before",
        advice="nothing to do: the first one is coded",
        raw=story.text[:RAW_CHARS],
    )
