"""Users' own actors."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.codebook import data_folder
from dateline.knowledge.extend import extend_base
from dateline.model import UsageError
from dateline.pipeline.coder import StoryCoder

SHIPPED = data_folder() / "base.sqlite"
HEADER = "name,kind,country,sectors,aliases,title,since,until\n"


def _table(folder: Path, *lines: str) -> Path:
    file = folder / "own.csv"
    file.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    return file


def test_a_person_holds_the_post_of_the_day(tmp_path: Path) -> None:
    rows = ("Karo Binetu,person,SEN,GOV,,Minister of Tides,2019-01-01,2021-06-30",
            "Karo Binetu,person,SEN,OPP,,Leader of the Shore Party,2021-07-01,")  # fmt: skip
    extend_base(SHIPPED, [_table(tmp_path, *rows)], tmp_path / "own.sqlite")
    base = KnowledgeBase.open(tmp_path / "own.sqlite")
    held = {day: base.by_surname("Binetu", on=date(day, 1, 1))[0].sectors for day in (2020, 2023)}
    assert held == {2020: ("GOV",), 2023: ("OPP",)}


def test_what_is_added_codes_stories(tmp_path: Path) -> None:
    file = _table(tmp_path, "Harbour Front,armed_group,SEN,REB,HFS,,,")
    extend_base(SHIPPED, [file], tmp_path / "own.sqlite")
    coder = StoryCoder.load(knowledge=tmp_path / "own.sqlite")
    coded = coder.code("DAKAR, May 4 (Reuters) - The Harbour Front attacked a police station.", published="2020-05-04")
    assert [p.resolution.country for p in coded.events[0].actors] == ["SEN"]


def test_a_bad_line_is_reported_with_its_number_and_the_rest_is_added(tmp_path: Path) -> None:
    file = _table(tmp_path, "A B,person,SEN,GOV,,,,", ",person,SEN,,,,,", "C D,person,S1,,,,,", "E F,robot,,,,,,")
    done = extend_base(SHIPPED, [file], tmp_path / "own.sqlite")
    assert (done.added, [p.line for p in done.problems]) == (1, [3, 4, 5])


def test_a_date_that_is_none_is_a_bad_line(tmp_path: Path) -> None:
    done = extend_base(SHIPPED, [_table(tmp_path, "A B,person,SEN,GOV,,,May 2019,")], tmp_path / "own.sqlite")
    assert "May 2019" in done.problems[0].reason


def test_adding_twice_keeps_one_entry(tmp_path: Path) -> None:
    file = _table(tmp_path, "Harbour Front,armed_group,SEN,REB,,,,")
    extend_base(SHIPPED, [file, file], tmp_path / "own.sqlite")
    assert len(KnowledgeBase.open(tmp_path / "own.sqlite").lookup("Harbour Front")) == 1


def test_a_petrarch_dictionary_gives_names_spellings_and_codes(tmp_path: Path) -> None:
    file = tmp_path / "own.actors.txt"
    file.write_text("KARO_BINETU [SENGOV 190101-210630]\n+MINISTER_BINETU\n", "utf-8")
    extend_base(SHIPPED, [file], tmp_path / "own.sqlite")
    found = KnowledgeBase.open(tmp_path / "own.sqlite").lookup("Minister Binetu")
    assert [entity.name for entity in found] == ["Karo Binetu"]


def test_a_file_that_is_no_table_is_a_usage_error(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"own\.toml"):
        extend_base(SHIPPED, [file], tmp_path / "own.sqlite")


def test_an_agent_dictionary_gives_nouns_with_sectors(tmp_path: Path) -> None:
    file = tmp_path / "own.agents.txt"
    file.write_text("TIDE_WARDEN {} [~COP]\nHARBOUR_SCRIBE [~MED]\nBROKEN LINE\n", "utf-8")
    done = extend_base(SHIPPED, [file], tmp_path / "own.sqlite")
    base = KnowledgeBase.open(tmp_path / "own.sqlite")
    found = [base.sector_of(word) for word in ("tide warden", "harbour scribes")]
    assert [hit.sectors if hit else None for hit in found] == [("COP",), ("JRN",)]
    assert (done.agents, [p.line for p in done.problems]) == (2, [3])


@pytest.mark.model
def test_an_agents_sector_reaches_the_record(tmp_path: Path) -> None:
    file = tmp_path / "own.agents.txt"
    file.write_text("TIDE_WARDEN [~COP]\n", "utf-8")
    extend_base(SHIPPED, [file], tmp_path / "own.sqlite")
    coder = StoryCoder.load(knowledge=tmp_path / "own.sqlite")
    coded = coder.code("OSLO, May 4 - Norwegian tide wardens arrested a Danish sailor.", published="2020-05-04")
    assert coded.events[0].actors[0].resolution.sectors == ("COP",)


@pytest.mark.model
def test_a_verb_dictionary_codes_stories_with_its_own_codes(tmp_path: Path) -> None:
    file = tmp_path / "own.verbs.txt"
    file.write_text("--- GIFT [070] ---\nGIFT\n- * {RESCUE BOAT} (TO +) [072]\n- * FLOWERS [---]\n", "utf-8")
    done = extend_base(SHIPPED, [file], tmp_path / "own.sqlite")
    coder = StoryCoder.load(knowledge=tmp_path / "own.sqlite")
    told = coder.code("OSLO, May 4 - Norway gifted a rescue boat to Iceland.", published="2020-05-04").events
    silent = coder.code("OSLO, May 4 - Norway gifted flowers to Iceland.", published="2020-05-04").events
    assert done.frames == 2
    assert not done.problems
    assert [(e.cameo, [p.resolution.country for p in e.recipients]) for e in told] == [("072", ["ISL"])]
    assert not any(o.decider.startswith("frame own.") for e in silent for o in e.opinions)
