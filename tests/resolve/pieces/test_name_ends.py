"""The name of a body goes on behind its head as far as the parser takes it for one."""

from __future__ import annotations

from tests.resolve.conftest import Read, at


def test_a_ministrys_name_ends_behind_its_field(read: Read) -> None:
    """The words behind "of" belong to the mention of the ministry."""
    story = read("The Ministry of Public Security said on Monday that 300 people had died in China.")
    mention = at(story, "Ministry")
    assert mention is not None
    assert mention.span.of(story.parsed.story.text) == "Ministry of Public Security"
