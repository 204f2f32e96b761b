"""Word documents."""

from __future__ import annotations

from tests.readers.samples import LEAD, MORE, coded, docx, reason, story, zipped


def test_a_document_is_one_report() -> None:
    found = story(docx(["RIGA, March 5, 2019 (AFP) - " + LEAD, MORE]), "report.docx")
    assert coded(found) == [LEAD, MORE]
    assert found.agency == "AFP"


def test_deleted_words_and_field_codes_are_no_text_and_links_are() -> None:
    body = (
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Envoys </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r>'
        "</w:del><w:hyperlink><w:r><w:t>met</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK</w:instrText><w:t>.</w:t>"
        "</w:r></w:p></w:body></w:document>"
    )
    assert story(zipped({"word/document.xml": body.encode()}), "a.docx").text.strip() == "Envoys met."


def test_what_is_no_document_is_rejected() -> None:
    assert "no Word document" in reason(zipped({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "a.docx")
    assert "damaged" in reason(docx()[:-300], "a.docx")
    assert "no text" in reason(zipped({"word/document.xml": b"<d/>"}), "a.docx")


def test_a_document_that_declares_entities_is_refused() -> None:
    body = b'<!DOCTYPE d [<!ENTITY a "b">]><d><p><t>&a;</t></p></d>'
    assert "declares entities" in reason(zipped({"word/document.xml": body}), "a.docx")
