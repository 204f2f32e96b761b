"""Coding into a finished run adds what is new and nothing else, and ends as if all had come at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model import Rejected, Story
from dateline.pipeline.coder import StoryCoder
from dateline.pipeline.known import KnownStories
from dateline.pipeline.run import code_run
from dateline.store import MANIFEST, TABLES, Run
from dateline.store.commit import NEW, finish_commit, half_done


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / f"{name}.parquet").read_bytes() for name in TABLES}


def test_equal_stories_are_skipped_and_other_texts_get_the_next_id() -> None:
    known = KnownStories({"a": "the hash of another text"})
    given = [Story(id="a", text="x"), Story(id="a", text="y"), Story(id="a", text="y"), Story(id="b", text="x")]
    found = [item for item in known.new(given) if isinstance(item, Story)]
    assert [story.id for story in found] == ["a~2", "a~3", "b"]
    assert known.skipped == 1
    assert found[0].notes == ("id a was taken",)


def test_a_story_that_reading_has_numbered_goes_on_from_what_the_run_holds() -> None:
    known = KnownStories({"a": "other", "a~2": "another"})
    numbered = Story(id="a~2", text="x", notes=("id a was taken",))
    (found,) = known.new([numbered])
    assert isinstance(found, Story)
    assert (found.id, found.notes) == ("a~3", ("id a was taken",))


def test_an_input_that_was_rejected_before_is_not_rejected_again() -> None:
    refused = Rejected(origin="x", position="line 1", reason="broken")
    known = KnownStories(rejected={("x", "line 1", "broken")})
    assert list(known.new([refused, Rejected(origin="x", position="line 2", reason="broken")])) != []
    assert list(known.new([refused])) == []


@pytest.fixture
def halves(stories: Path, tmp_path: Path) -> Callable[[], tuple[Path, Path]]:
    def cut() -> tuple[Path, Path]:
        lines = stories.read_text().splitlines(keepends=True)
        first, second = tmp_path / "1.jsonl", tmp_path / "2.jsonl"
        first.write_text("".join(lines[:2]))
        second.write_text("".join(lines[1:]))
        return first, second

    return cut


@pytest.mark.model
def test_two_calls_give_the_tables_of_one(
    halves: Callable[[], tuple[Path, Path]], tmp_path: Path, story_coder: StoryCoder
) -> None:
    first, second = halves()
    code_run([first], tmp_path / "grown", coder=story_coder)
    done = code_run([second], tmp_path / "grown", coder=story_coder)
    assert (done.stories, done.known) == (3, 1)
    whole = tmp_path / "whole"
    code_run([first], whole, coder=story_coder)
    before = tables(whole)
    assert code_run([first], whole, coder=story_coder).stories == 0
    assert tables(whole) == before
    both = tmp_path / "both.jsonl"
    both.write_text(first.read_text() + "".join(second.read_text().splitlines(keepends=True)[1:]))
    code_run([both], tmp_path / "once", coder=story_coder)
    grown, once = Run.open(tmp_path / "grown"), Run.open(tmp_path / "once")
    for name in ("events", "event_actors", "evidence", "statements", "ties", "tie_parties", "incidents"):
        assert grown.rows(name) == once.rows(name)
    assert grown.manifest["content_sha256"] == once.manifest["content_sha256"]
    assert (grown.manifest["stories"], len(grown.manifest["inputs"])) == (5, 2)


@pytest.mark.model
def test_a_change_that_was_stopped_between_two_renames_is_finished(
    halves: Callable[[], tuple[Path, Path]], tmp_path: Path, story_coder: StoryCoder
) -> None:
    first, second = halves()
    for folder in ("a", "b"):
        code_run([first], tmp_path / folder, coder=story_coder)
    code_run([second], tmp_path / "b", coder=story_coder)
    a, b = tmp_path / "a", tmp_path / "b"
    for name in ("stories", "events"):
        (a / f"{name}.parquet").write_bytes((b / f"{name}.parquet").read_bytes())
    for name in set(TABLES) - {"stories", "events"}:
        (a / f"{name}.parquet{NEW}").write_bytes((b / f"{name}.parquet").read_bytes())
    (a / (MANIFEST + NEW)).write_bytes((b / MANIFEST).read_bytes())
    assert half_done(a)
    assert finish_commit(a)
    assert tables(a) == tables(b)
    assert Run.open(a).problems() == []


@pytest.mark.model
def test_new_tables_without_their_manifest_are_thrown_away(
    halves: Callable[[], tuple[Path, Path]], tmp_path: Path, story_coder: StoryCoder
) -> None:
    first, _ = halves()
    code_run([first], tmp_path / "run", coder=story_coder)
    before = tables(tmp_path / "run")
    (tmp_path / "run" / f"events.parquet{NEW}").write_bytes(b"half a table")
    assert finish_commit(tmp_path / "run")
    assert tables(tmp_path / "run") == before
    assert not finish_commit(tmp_path / "run")
