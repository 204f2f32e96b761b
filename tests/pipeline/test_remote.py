"""A run on an object store is that of a local folder, counts once its manifest is there, and can be gone on with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from dateline.model import StoreError, UsageError
from dateline.pipeline import remote
from dateline.pipeline import run as run_module
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.remote import code_remote, is_remote, open_remote
from dateline.pipeline.run import Progress, code_run
from dateline.store import MANIFEST, TABLES


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[fsspec.AbstractFileSystem]:
    """A store in memory, emptied afterwards; several shards from few stories."""
    monkeypatch.setattr(run_module, "SHARD", 2)
    monkeypatch.setattr(remote, "user_cache_path", lambda name: tmp_path / "cache")
    found = fsspec.filesystem("memory")
    yield found
    found.store.clear()
    found.pseudo_dirs[:] = [""]


def test_only_object_stores_are_remote() -> None:
    assert [is_remote(path) for path in ("s3://a/b", "memory://x", "https://x.org/feed", "runs/a", Path("a"))] == [
        True, True, False, False, False,
    ]  # fmt: skip


@pytest.mark.model
def test_inputs_and_run_on_a_store_give_the_tables_of_a_local_run(
    store: fsspec.AbstractFileSystem, stories: Path, tmp_path: Path, story_coder: StoryCoder
) -> None:
    store.put_file(str(stories), "/in/stories.jsonl")
    code_run([stories], tmp_path / "here", coder=story_coder)
    done = code_remote(["memory://in/stories.jsonl"], "memory://out/run", coder=story_coder)
    assert (done.stories, done.rejected) == (5, 1)
    assert {path.rpartition("/")[2] for path in store.find("/out/run")} == {MANIFEST, *(f"{n}.parquet" for n in TABLES)}
    assert open_remote("memory://out/run", tmp_path / "there").problems() == []
    for name in ("events", "incidents", "statements"):
        assert store.cat_file(f"/out/run/{name}.parquet") == (tmp_path / "here" / f"{name}.parquet").read_bytes()
    assert code_remote(["memory://in/*.jsonl"], "memory://out/run", coder=story_coder).known == 5


@pytest.mark.model
def test_a_stopped_run_is_gone_on_with_from_the_store_s_shards(
    store: fsspec.AbstractFileSystem, stories: Path, story_coder: StoryCoder, tmp_path: Path
) -> None:
    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code_remote([stories], "memory://out/run", on_progress=stop, coder=story_coder)
    assert not store.exists(f"/out/run/{MANIFEST}")
    with pytest.raises(StoreError, match="not finished"):
        open_remote("memory://out/run", tmp_path / "x")
    assert code_remote([stories], "memory://out/run", coder=story_coder).resumed == 2


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing://x"):
        code_remote(["nothing://x"], str(tmp_path / "run"))
    with pytest.raises(StoreError, match=r"memory://no/such\.jsonl"):
        code_remote(["memory://no/such.jsonl"], str(tmp_path / "run"))
    with pytest.raises(UsageError, match="holds no run"):
        open_remote("memory://no/run", tmp_path / "x")
