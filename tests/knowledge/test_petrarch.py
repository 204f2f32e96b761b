"""Dictionaries in PETRARCH's format are read as their documentation says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.knowledge.petrarch import Problem, phrase, read_actors, read_agents, read_discards
from dateline.model import LexiconError

ACTORS = """# invented states
WESTMARK [WMK]
+WESTMARKER
+THE_OLD_MARCH_
KARLA_VENN
+VENN
\t[WMKOPP <20050101]
\t[WMKGOV 20050101-20081231]
\t[WMKELI >20090101]
TWIN_ISLES [ISA/ISB]
"""

AGENTS = """!PERSON! = MAN, WOMAN
HARBOUR_PILOT [~LAB]
FERRY {FERRIES} [~BUS]
COAST_GUARD {} [~MIL]
CITY [CIV~]
FISHER!PERSON! {} [~LAB]
"""


def _write(folder: Path, text: str) -> Path:
    path = folder / "dictionary.txt"
    path.write_text(text, "utf-8")
    return path


def test_synonyms_share_the_code_of_their_actor(tmp_path: Path) -> None:
    first = read_actors(_write(tmp_path, ACTORS))[0]
    assert [p.words for p in first.phrases] == [("westmark",), ("westmarker",), ("the", "old", "march")]
    assert [p.stem for p in first.phrases] == [True, True, False]
    assert first.code_on(None) == ("WMK",)


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2004, 12, 31), "WMKOPP"),
        (date(2005, 1, 1), "WMKOPP"),
        (date(2008, 12, 31), "WMKGOV"),
        (date(2010, 6, 1), "WMKELI"),
    ],
)
def test_the_day_picks_the_first_restriction_that_holds_with_both_ends_in(tmp_path: Path, day: date, code: str) -> None:
    assert read_actors(_write(tmp_path, ACTORS))[1].code_on(day) == (code,)


def test_an_undated_story_gets_no_dated_code(tmp_path: Path) -> None:
    assert read_actors(_write(tmp_path, ACTORS))[1].code_on(None) == ()


def test_a_compound_actor_has_several_codes(tmp_path: Path) -> None:
    assert read_actors(_write(tmp_path, ACTORS))[2].code_on(None) == ("ISA", "ISB")


def test_agents_get_regular_irregular_and_no_plurals(tmp_path: Path) -> None:
    pilot, ferry, guard, city, fisher = read_agents(_write(tmp_path, AGENTS))
    assert [p.words[-1] for p in pilot.phrases] == ["pilot", "pilots"]
    assert [p.words[-1] for p in ferry.phrases] == ["ferry", "ferries"]
    assert [p.words[-1] for p in guard.phrases] == ["guard"]
    assert city.before
    assert [p.words[-1] for p in fisher.phrases] == ["fisherman", "fisherwoman"]


def test_a_line_that_breaks_the_format_is_reported_with_its_number_and_skipped(tmp_path: Path) -> None:
    problems: list[Problem] = []
    entries = read_actors(_write(tmp_path, ACTORS + "BROKEN [WMK <never]\nEASTMARK [EMK]\n"), problems)
    assert [(p.line, p.text) for p in problems] == [(11, "BROKEN [WMK <never]")]
    assert entries[-1].code_on(None) == ("EMK",)


def test_without_a_list_for_problems_the_first_one_stops_the_reading(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="line 2"):
        read_agents(_write(tmp_path, "PILOT [~LAB]\nNOBODY\n"))


def test_discards_of_a_story_begin_with_a_plus(tmp_path: Path) -> None:
    sentence, story = read_discards(_write(tmp_path, "CUP_FINAL\n+HURRICANE_\n"))
    assert [p.words for p in sentence] == [("cup", "final")]
    assert [p.words for p in story] == [("hurricane",)]


def test_underscore_at_the_end_asks_for_a_whole_word() -> None:
    assert phrase("LIBYA_").stem is False
    assert phrase("ARGENTIN").stem is True
