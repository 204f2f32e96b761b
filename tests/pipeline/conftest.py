"""The whole chain of stages, loaded once, and a small file of stories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.pipeline.coder import StoryCoder

TEXTS = {
    "a": "OSLO, May 6 (NTB) - Norway and Chile signed an agreement on fishing on Monday, Norway's foreign minister said.",
    "b": "RIGA, May 6 (AFP) - Police in Riga arrested 12 demonstrators on Monday.",
    "c": 'CAIRO, May 6 (MENA) - Egypt condemned Ethiopia on Monday. "We will not wait," its foreign minister said.',
    "d": "OSLO, May 6 (NTB) - Salmon prices rose by 2 percent on Monday.",
    "e": "LIMA, May 6 (EFE).- Peru expelled two Bolivian diplomats on Monday.",
}


@pytest.fixture(scope="session")
def story_coder() -> StoryCoder:
    """The real stages."""
    return StoryCoder.load()


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Five stories and a broken line."""
    lines = [json.dumps({"id": key, "published": "2019-05-06", "text": text}) for key, text in TEXTS.items()]
    lines.insert(2, "{broken")
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join(lines) + "\n")
    return file
