"""Runs and inputs on object stores, through fsspec (`dateline[dask]` brings it; `s3://` needs `s3fs`, and so on).

An object store has no rename. Shards are put there one object each as they are done, the tables next, and the manifest
last: a run counts once its manifest is there. Work goes on in a local folder; another machine can take it up from the
shards that the store holds. Inputs are fetched into the user's cache, under one name for each address, so that a second
try meets the same origins.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

from dateline.model import StoreError, UsageError
from dateline.pipeline.run import Progress, RunOptions, code_run
from dateline.store import MANIFEST, TABLES, Run

if TYPE_CHECKING:
    from dateline.pipeline.coder import StoryCoder

_WEB = ("http://", "https://")


def is_remote(path: str | Path) -> bool:
    """Return whether a path names an object store (`s3://…`, `memory://…`); web addresses are the readers' business."""
    return "://" in str(path) and not str(path).startswith(_WEB)


def code_remote(
    inputs: Iterable[str | Path],
    out: str,
    *,
    options: RunOptions | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    coder: StoryCoder | None = None,
) -> Progress:
    """Code inputs, local or remote, into a run that may lie on an object store; see `code_run`.

    Raises:
        UsageError: fsspec, or its part for this kind of store, is not installed.
        StoreError: The store cannot be read or written.
    """
    with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
        folder = Path(scratch)
        cache = user_cache_path("dateline") / "inputs"
        given = [_fetched(str(path), cache) if is_remote(path) else path for path in inputs]
        if not is_remote(out):
            return code_run(given, out, options=options, on_progress=on_progress, coder=coder)
        store = RemoteRun(out)
        run = folder / "run"
        store.fetch(run)

        def report(progress: Progress) -> None:
            store.put_shards(run)
            if on_progress:
                on_progress(progress)

        done = code_run(given, run, options=options, on_progress=report, coder=coder)
        store.publish(run)
        return done


def open_remote(address: str, folder: Path) -> Run:
    """Fetch a finished run into a folder and open it.

    Raises:
        UsageError: There is no run at the address.
        StoreError: The store cannot be read, or a table differs from its hash.
    """
    RemoteRun(address).fetch(folder)
    return Run.open(folder)


class RemoteRun:
    """A run's objects on a store."""

    def __init__(self, address: str) -> None:
        self._store, self._root = _store(address)
        self._address = address
        self._put: set[str] = set()

    def fetch(self, folder: Path) -> None:
        """Copy what the store holds of the run: a finished run's files, and shards of one that was stopped."""
        names = [MANIFEST, *(f"{name}.parquet" for name in TABLES)]
        with _named(self._address):
            if not self._store.exists(f"{self._root}/{MANIFEST}"):
                names = []
            names += [f"shards/{Path(found).name}" for found in self._listed("shards")]
            for name in names:
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                self._store.get_file(f"{self._root}/{name}", str(target))
                self._put.add(name)

    def put_shards(self, folder: Path) -> None:
        """Put the shards that the store does not hold yet."""
        with _named(self._address):
            for path in sorted((folder / "shards").glob("*.gz")):
                name = f"shards/{path.name}"
                if name not in self._put:
                    self._write(path, name)
                    self._put.add(name)

    def publish(self, folder: Path) -> None:
        """Put the tables, then the manifest, and remove the shards."""
        with _named(self._address):
            for name in TABLES:
                self._write(folder / f"{name}.parquet", f"{name}.parquet")
            self._write(folder / MANIFEST, MANIFEST)
            for found in self._listed("shards"):
                self._store.rm_file(found)

    def _listed(self, name: str) -> list[str]:
        try:
            return sorted(str(path) for path in self._store.ls(f"{self._root}/{name}", detail=False))
        except FileNotFoundError:
            return []

    def _write(self, path: Path, name: str) -> None:
        target = f"{self._root}/{name}"
        self._store.makedirs(target.rpartition("/")[0], exist_ok=True)
        self._store.put_file(str(path), target)


def _fetched(address: str, folder: Path) -> str:
    """Copy a remote file, or all files below a remote folder or pattern, and return where it is now."""
    store, root = _store(address)
    # The name says which address it came from, so that equal names of two folders do not meet.
    target = folder / hashlib.sha256(address.encode()).hexdigest()[:12]
    with _named(address):
        found = store.glob(root) if "*" in root else store.find(root) if store.isdir(root) else [root]
        for path in found:
            target.mkdir(parents=True, exist_ok=True)
            store.get_file(path, str(target / str(path).rpartition("/")[2]))
    return str(target)


def _store(address: str) -> tuple[Any, str]:
    try:
        import fsspec
    except ImportError as error:
        raise UsageError(f"{address} needs fsspec; run `pip install 'dateline[dask]'`") from error
    try:
        store, root = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise UsageError(f"{address} cannot be opened: {error}") from error
    return store, str(root).rstrip("/")


class _named:  # noqa: N801 - reads as a word in `with`
    """Turns errors of the store into one that names the address."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, OSError):
            words = f"{self._address} cannot be read or written: {error}; check address and rights, then run again"
            raise StoreError(words) from error
