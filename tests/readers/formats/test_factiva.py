"""Factiva HTML exports in both layouts."""

from __future__ import annotations

import pytest
from tests.readers.samples import LEAD, MORE, TITLE, coded, factiva_display, factiva_table, reason, stories, story


@pytest.mark.parametrize("data", [factiva_display(), factiva_table()])
def test_both_layouts_give_the_same_report(data: bytes) -> None:
    found = story(data, "factiva.html")
    assert coded(found) == [TITLE, LEAD, MORE]
    assert (found.id, found.publisher, found.language) == ("LBA0000020190305ef35000a1", "Example News", "en")
    assert str(found.published) == "2019-03-05 18:20:00"
    assert (found.byline or "").endswith("Jane Doe")


def test_several_reports_of_an_export_are_read() -> None:
    body = factiva_display().decode()
    second = body[body.index("<div id") : body.index("</body>")].replace("LBA", "AFP").replace(LEAD, "Talks failed.")
    found = stories(body.replace("</body>", f"{second}</body>").encode(), "factiva.html")
    assert [s.id for s in found] == ["LBA0000020190305ef35000a1", "AFP0000020190305ef35000a1"]


def test_an_export_without_reports_is_rejected() -> None:
    data = b'<html><title>Factiva</title><div class="article"></div></html>'
    assert reason(data, "factiva.html", format="factiva") in {"the item holds no text", "no report found in the export"}
