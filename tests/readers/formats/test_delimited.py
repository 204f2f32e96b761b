"""CSV and TSV."""

from __future__ import annotations

import pytest
from tests.readers.samples import LEAD, MORE, csv, items, reason, stories, story

from dateline.model import Rejected, Story, UsageError
from dateline.readers.formats.columns import parse_columns


def test_columns_are_guessed_by_name_whatever_their_case_and_spaces() -> None:
    first, second = stories(csv(), "table.csv")
    assert (first.id, first.text, str(first.day)) == ("c1", f"{LEAD}\n\n{MORE}", "2019-03-05")
    assert second.headline == "Other"


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_first_line(mark: str) -> None:
    assert story(f"id{mark}text\na{mark}Envoys met.\n".encode(), "t.csv").text == "Envoys met."


def test_a_column_map_goes_before_names() -> None:
    data = b"text,body,when\nnote,Envoys met.,2019-03-05\n"
    found = story(data, "t.csv", columns={"text": "body", "published": "when"})
    assert (found.text, str(found.day)) == ("Envoys met.", "2019-03-05")


def test_a_missing_column_names_those_that_there_are() -> None:
    assert "'a', 'b'" in reason(b"a,b\n1,2\n", "t.csv")
    assert "no column 'c'" in reason(b"text,b\n1,2\n", "t.csv", columns={"text": "c"})


def test_bad_rows_are_rejected_by_number_and_the_rest_is_read() -> None:
    data = b"id,text\na,Envoys met.\nb,One,two\nc,\nd,Talks failed.\n"
    found = items(data, "t.csv")
    assert [item.id if isinstance(item, Story) else item.position for item in found] == ["a", "row 2", "row 3", "d"]


def test_a_quote_that_never_closes_ends_in_a_rejected_row_and_not_in_the_memory() -> None:
    data = b'id,text\na,"' + (b"x" * 100 + b"\n") * 90_000
    (found,) = items(data, "t.csv")
    assert isinstance(found, Rejected)


def test_cells_in_another_encoding_and_nuls_are_read() -> None:
    rows = b"".join(b"%d,Envoys met.\n" % n for n in range(600))
    last = stories(b"id,text\n" + rows + b"a,Caf\xe9 talks\x00 failed.\n", "t.csv")[-1]
    assert last.text == "Café talks  failed."


def test_a_map_is_read_from_words_and_unknown_fields_are_refused() -> None:
    assert parse_columns("text=body, published=date") == {"text": "body", "published": "date"}
    for words in ("text", "text=", "wrong=body"):
        with pytest.raises(UsageError):
            parse_columns(words)


def test_a_table_without_rows_is_rejected() -> None:
    assert reason(b"id,text\n", "t.csv") == "the table has no rows"
