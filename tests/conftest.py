"""Parts that are slow to load, shared by the whole suite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dateline.language import Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The real English pipeline."""
    from dateline.language import Parser

    return Parser.load()
