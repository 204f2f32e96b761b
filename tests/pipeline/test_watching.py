"""A watched folder's files are coded once each, and only when they have stopped growing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.run import Progress
from dateline.pipeline.watching import WatchOptions, watch
from dateline.store import Run

pytestmark = pytest.mark.model
TEXT = "OSLO, May 6 (NTB) - Norway and Chile signed an agreement on {} on Monday, officials said."


def test_new_and_changed_files_are_added_and_half_files_wait(tmp_path: Path, story_coder: StoryCoder) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "a.txt").write_text(TEXT.format("fish"))
    steps: list[Callable[[], object]] = [
        lambda: (inbox / "b.txt").write_text(TEXT.format("wool")[:40]),
        lambda: (inbox / "b.txt").write_text(TEXT.format("wool")),
        lambda: None,
        lambda: (inbox / "c.txt").write_text(TEXT.format("salt")),
        lambda: None,
    ]
    added: list[Progress] = []
    options = WatchOptions(looks=6)
    watch(
        [str(inbox)], tmp_path / "run", story_coder, options=options, on_added=added.append,
        sleep=lambda _: steps.pop(0)() and None,
    )  # fmt: skip
    assert [progress.stories for progress in added] == [1, 1, 1]
    texts = Run.open(tmp_path / "run").stories().column("text").to_pylist()
    assert [text.split(" on ")[1] for text in texts] == ["fish", "wool", "salt"]
