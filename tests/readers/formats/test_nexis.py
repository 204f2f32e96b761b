"""Nexis exports as TXT, RTF and DOCX, in both layouts and several interface languages."""

from __future__ import annotations

import pytest
from tests.readers.samples import LEAD, MORE, TITLE, coded, docx, items, nexis_classic, nexis_uni, rtf, stories

from dateline.knowledge.codebook import data_folder, read_entries
from dateline.knowledge.exports import ExportStyle
from dateline.readers.formats.nexis import is_export, read_export_date

FILE = data_folder() / "readers" / "exports.toml"
SECOND = ["Ministers sign water treaty", "Ministers of Chile and Peru signed a treaty on water in Lima."]


def test_the_older_layout_is_split_and_its_labels_are_read() -> None:
    first, second = stories(nexis_classic().encode(), "export.txt")
    assert coded(first) == [TITLE, LEAD, MORE]
    assert (first.publisher, first.byline, str(first.day)) == ("Example News (Oslo)", "Jane Doe", "2019-03-05")
    assert first.dateline is not None
    assert first.dateline.place == "Riga"
    assert (coded(second), second.publisher, str(second.day)) == (SECOND, "Other Daily", "2019-03-06")


@pytest.mark.parametrize("data", [docx(), rtf(), "\n".join(nexis_uni()).encode()])
def test_the_newer_layout_is_split_in_every_kind_of_file(data: bytes) -> None:
    first, second = stories(data, "export")
    assert coded(first) == [TITLE, LEAD, MORE]
    assert (first.publisher, first.byline, str(first.day)) == ("Example News", "Jane Doe", "2019-03-05")
    assert first.dateline is not None
    assert first.dateline.place == "Riga"
    assert (coded(second), second.publisher) == (SECOND, "Other Daily")


def test_cover_pages_and_what_describes_a_report_are_no_text() -> None:
    text = "".join(found.text for found in stories("\n".join(nexis_uni()).encode(), "export.txt"))
    assert not any(words in text for words in ("Job Number", "BORDERS", "Load-Date", "All Rights", "Classification"))


@pytest.mark.parametrize(
    ("start", "length", "date", "tail"),
    [
        ("Dokument 1 von 2", "LÄNGE: 420 Wörter", "5. März 2019", "UPDATE: 6. März 2019"),
        ("Document 1 de 2", "LONGUEUR: 420 mots", "5 mars 2019", "DATE-CHARGEMENT: 6 mars 2019"),
        ("1 de 2 DOCUMENTOS", "LONGITUD: 420 palabras", "5 de marzo de 2019", "FECHA-CARGA: 6 de marzo de 2019"),
        ("Documento 1 di 2", "LUNGHEZZA: 420 parole", "5 marzo 2019", "DATA-CARICAMENTO: 6 marzo 2019"),
        ("Document 1 van 2", "LENGTE: 420 woorden", "5 maart 2019", "LAADDATUM: 6 maart 2019"),
    ],
)
def test_labels_follow_the_language_of_the_interface(start: str, length: str, date: str, tail: str) -> None:
    text = f"   {start}\n\nExample News\n\n{date}\n\n{TITLE}\n\n{length}\n\n{LEAD}\n\n{MORE}\n\n{tail}\n"
    (found,) = stories(text.encode(), "export.txt")
    assert coded(found) == [TITLE, LEAD, MORE]
    assert (str(found.day), found.publisher) == ("2019-03-05", "Example News")


@pytest.mark.parametrize("kind", ["mark", "label"])
def test_every_entry_matches_its_example_and_not_its_near_miss(kind: str) -> None:
    style = ExportStyle.load()
    for entry in read_entries(FILE, kind):
        if kind == "mark":
            assert style.is_mark(entry["kind"], entry["example"])
            assert not style.is_mark(entry["kind"], entry["near_miss"])
        else:
            assert (style.label(entry["example"]) or ("",))[0] == entry["field"]
            assert (style.label(entry["near_miss"]) or ("",))[0] != entry["field"]


def test_an_ordinary_report_is_no_export() -> None:
    assert not is_export("RIGA (AP) — Two of 100 documents were lost.\n\nEnd of document search, he said.\n")
    assert not is_export("End of Document\n")


def test_a_lone_date_is_read_in_each_language() -> None:
    assert str(read_export_date("Dienstag, 5. März 2019")) == "2019-03-05 00:00:00"
    assert str(read_export_date("5 août 2019")) == "2019-08-05 00:00:00"
    assert read_export_date("31 février 2019") is None


def test_word_s_lock_files_are_refused() -> None:
    (found,) = items(docx(), "~$export.docx")
    assert "lock file" in found.reason  # type: ignore[union-attr]
