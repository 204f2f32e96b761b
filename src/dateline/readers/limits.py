"""How much of anything Dateline takes in: what lies above is refused with a reason, never half read."""

from __future__ import annotations

# Characters of one story; the longest news reports are a tenth of it.
STORY_CHARS = 1_000_000
# Bytes of one JSON line: a story of that size with every character escaped as \uXXXX, and its other fields.
LINE_BYTES = 8_000_000
# Bytes of one JSON document, which must be held in memory whole.
DOCUMENT_BYTES = 64_000_000
# Characters of one paragraph: the parser's memory grows with it. Longer ones are cut at a sentence end or a space.
PARAGRAPH_CHARS = 20_000
# Characters of an unreadable input that a rejected record keeps.
RAW_CHARS = 2_000
