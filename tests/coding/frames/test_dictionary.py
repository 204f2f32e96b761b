"""Events are coded by a user's PETRARCH verb dictionary as the format's documentation says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.coding.frames.dictionary import DictionaryCoder
from dateline.knowledge.petrarch import Problem, read_actors, read_agents
from dateline.knowledge.petrarch_verbs import read_verbs
from dateline.language import Parser
from dateline.model import Segment, SegmentKind, Story
from dateline.resolve.dictionary import DictionaryResolver

VERBS = """&TALKS
+NEGOTIATION
+CEASEFIRE_TALKS

--- PRAISE [051] ---
PRAISE
+SPEAK_WELL_OF {+SPOKE_WELL_OF +SPOKEN_WELL_OF}

--- HOLD [---] ---
HOLD {HOLDS HOLDING HELD}
- * &TALKS [036:036]
- * (UP &TALKS) [124]
- % * &TALKS [046]

--- BLAME [112] ---
BLAME
"""
ACTORS = "WESTMARK [WMK]\nEASTOR [EST]\nNORDEN [NOR]\n"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> tuple[DictionaryResolver, DictionaryCoder]:
    folder = tmp_path_factory.mktemp("dictionaries")
    for name, text in (("verbs", VERBS), ("actors", ACTORS), ("agents", "POLICE {} [~COP]\n")):
        (folder / name).write_text(text, "utf-8")
    problems: list[Problem] = []
    verbs = read_verbs(folder / "verbs", problems)
    assert not problems
    resolver = DictionaryResolver(read_actors(folder / "actors"), read_agents(folder / "agents"))
    return resolver, DictionaryCoder(verbs)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Westmark praised Eastor on Friday.", [("WMK", "EST", "051")]),
        ("Eastor was praised by Westmark on Friday.", [("WMK", "EST", "051")]),
        ("Westmark spoke well of Eastor.", [("WMK", "EST", "051")]),
        ("Westmark held negotiations with Eastor.", [("WMK", "EST", "036"), ("EST", "WMK", "036")]),
        ("Westmark and Eastor held negotiations.", [("WMK", "EST", "046"), ("EST", "WMK", "046")]),
        ("Westmark held a fair with Eastor.", []),
        ("Westmark police blamed Eastor.", [("WMK", "EST", "112")]),
        ("Norden said it blamed Eastor.", [("NOR", "EST", "112")]),
    ],
)
def test_the_longest_pattern_that_fits_decides_and_sides_follow_the_grammar(
    parts: tuple[DictionaryResolver, DictionaryCoder],
    parser: Parser,
    text: str,
    expected: list[tuple[str, str, str]],
) -> None:
    resolver, coder = parts
    story = Story(id="s", text=text, segments=(Segment(kind=SegmentKind.PARAGRAPH, start=0, end=len(text)),))
    found = [
        (source.resolution.country, target.resolution.country, event.code)
        for event in coder.code(resolver.resolve(parser.parse(story)))
        for source in event.sources
        for target in event.targets
        if source.resolution and target.resolution
    ]
    assert found == expected


def test_lines_that_break_the_format_are_reported_with_their_numbers_and_skipped(tmp_path: Path) -> None:
    path = tmp_path / "verbs"
    path.write_text("STRAY\n" + VERBS + "- * (WITHOUT CODE)\n- * &UNKNOWN [010]\n", "utf-8")
    problems: list[Problem] = []
    entries = read_verbs(path, problems)
    assert [p.line for p in problems] == [1, 18, 19]
    assert len(entries) == 4
