"""What Wikidata says later closes, confirms and adds posts; what it does not say stays as it was."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.codebook import data_folder
from dateline.knowledge.refresh import refresh_base
from dateline.model import UsageError

SHIPPED = data_folder() / "base.sqlite"
HEADER = "person,personLabel,posLabel,iso3,start,startPrec,end,endPrec\n"
AS_OF = date(2027, 6, 1)


def _csv(folder: Path, *lines: str) -> Path:
    file = folder / "query.csv"
    file.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")
    return file


def test_a_new_minister_is_known_on_the_day_and_follows_the_last(tmp_path: Path) -> None:
    row = "http://www.wikidata.org/entity/Q999900001,Karo Binetu,Minister of Foreign Affairs,SWE,2026-10-12,11,,"
    done = refresh_base(SHIPPED, [_csv(tmp_path, row)], tmp_path / "new.sqlite", as_of=AS_OF)
    base = KnowledgeBase.open(tmp_path / "new.sqlite")
    before, after = (base.holders("SWE", "foreign", on=date(*day)) for day in ((2026, 10, 1), (2026, 12, 1)))
    assert (done.people, done.added, done.closed) == (1, 1, 1)
    assert [r.person_name for r in after] == ["Karo Binetu"]
    assert before[0].until == date(2026, 10, 12)


def test_an_end_is_taken_over_and_an_open_end_confirmed(tmp_path: Path) -> None:
    shipped = KnowledgeBase.open(SHIPPED)
    role = shipped.holders("SWE", "foreign", on=date(2026, 1, 15))[0]
    row = f"{role.person},{role.person_name},Minister for Foreign Affairs,SWE,{role.since},11,"
    for end, stale in (("2026-09-30,11", None), (",", AS_OF)):
        name = role.person if role.person.startswith("Q") else "Q999900002"
        file = _csv(tmp_path, row.replace(role.person, name, 1) + end)
        refresh_base(SHIPPED, [file], tmp_path / "new.sqlite", as_of=AS_OF)
        now = KnowledgeBase.open(tmp_path / "new.sqlite").holders("SWE", "foreign", on=date(2026, 1, 15))[0]
        assert (now.person_name, now.stale_after) == (role.person_name, stale)


def test_a_year_is_its_first_or_last_day(tmp_path: Path) -> None:
    row = "Q999900001,Karo Binetu,Minister of Culture,SWE,2001-01-01T00:00:00Z,9,2003-01-01T00:00:00Z,9"
    refresh_base(SHIPPED, [_csv(tmp_path, row)], tmp_path / "new.sqlite", as_of=AS_OF)
    role = KnowledgeBase.open(tmp_path / "new.sqlite").roles_of("Q999900001")[0]
    assert (role.since, role.until) == (date(2001, 1, 1), date(2003, 12, 31))


def test_bad_lines_are_reported_and_the_rest_is_used(tmp_path: Path) -> None:
    rows = ("Q999900001,Karo Binetu,Minister of Culture,SWE,2001-01-01,11,,", "nobody,X Y,Minister of Culture,SWE,2001-01-01,11,,",
            "Q999900003,Q999900003,Minister of Culture,SWE,2001-01-01,11,,")  # fmt: skip
    done = refresh_base(SHIPPED, [_csv(tmp_path, *rows)], tmp_path / "new.sqlite", as_of=AS_OF)
    assert (done.added, [p.line for p in done.problems]) == (1, [3, 4])


def test_a_result_without_the_needed_columns_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "query.csv"
    file.write_text("person,start\nQ1,2001\n")
    with pytest.raises(UsageError, match="lacks the column iso3"):
        refresh_base(SHIPPED, [file], tmp_path / "new.sqlite", as_of=AS_OF)


def _claim(target: str, **qualifiers: str) -> dict[str, Any]:
    times = {k: [{"datavalue": {"value": {"time": f"+{v}T00:00:00Z", "precision": 11}}}] for k, v in qualifiers.items()}
    return {"mainsnak": {"datavalue": {"value": {"id": target}}}, "rank": "normal", "qualifiers": times}


def _item(identity: str, label: str, **claims: list[Any]) -> str:
    return json.dumps({"id": identity, "labels": {"en": {"value": label}}, "claims": claims}) + ",\n"


def test_a_dump_is_joined_over_its_items_in_any_order(tmp_path: Path) -> None:
    person = _item("Q999900001", "Karo Binetu", P39=[_claim("Q999900010", P580="2026-10-12")], P21=[_claim("Q6581072")])
    office = _item("Q999900010", "Minister of Foreign Affairs", P1001=[_claim("Q34")])
    land = _item("Q34", "Sweden", P298=[{"mainsnak": {"datavalue": {"value": "SWE"}}}])
    file = tmp_path / "dump.json.gz"
    file.write_bytes(gzip.compress(("[\n" + person + office + land + "]\n").encode()))
    done = refresh_base(SHIPPED, [file], tmp_path / "new.sqlite", as_of=AS_OF)
    base = KnowledgeBase.open(tmp_path / "new.sqlite")
    assert done.problems == ()
    assert [
        (r.person_name, base.lookup("Karo Binetu")[0].gender) for r in base.holders("SWE", "foreign", on=AS_OF)
    ] == [("Karo Binetu", "f")]
