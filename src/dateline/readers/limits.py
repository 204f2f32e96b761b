"""How much of anything Dateline takes in: what lies above is refused with a reason, never half read."""

from __future__ import annotations

# Characters of one story; the longest news reports are a tenth of it.
STORY_CHARS = 1_000_000
# Bytes of one JSON line: a story of that size with every character escaped as \uXXXX, and its other fields.
LINE_BYTES = 8_000_000
# Bytes of one JSON document, which must be held in memory whole.
DOCUMENT_BYTES = 64_000_000
# Bytes of one HTML page, word-processor document or feed; trafilatura draws its own line at 20 MB.
PAGE_BYTES = 10_000_000
# Bytes of one RTF file: the converter needs about half a second a megabyte.
RTF_BYTES = 16_000_000
# Bytes of XML between two items of a message: a message may be of any size, an item may not.
XML_ITEM_BYTES = 16_000_000
# Levels of nesting that the XML parser accepts by itself; those of HTML fragments are counted against the same number.
DEPTH = 256
# Characters of one paragraph: the parser's memory grows with it. Longer ones are cut at a sentence end or a space.
PARAGRAPH_CHARS = 20_000
# Characters without the end of a sentence: the work on a sentence grows with the square of its length and worse.
SENTENCE_CHARS = 2_500
# Characters of a headline; a longer one is no headline and is left out with a remark.
HEADLINE_CHARS = 1_000
# Characters of an unreadable input that a rejected record keeps.
RAW_CHARS = 2_000

# Archives: bytes of one member and of all members unpacked, members, and unpacked bytes for each packed byte.
MEMBER_BYTES = 256_000_000
ARCHIVE_BYTES = 4_000_000_000
ARCHIVE_MEMBERS = 100_000
RATIO = 150
# A small file of blanks packs better than any ratio allows; the ratio counts from here on.
RATIO_FREE_BYTES = 4_000_000

# The child process that reads risky formats: bytes of address space, seconds by the clock without an item (a busy
# machine may be slow), seconds of work for one page.
CHILD_BYTES = 1_500_000_000
CHILD_SECONDS = 300
PAGE_SECONDS = 20

# Network: bytes and seconds of one answer, and redirects followed.
FETCH_BYTES = 20_000_000
FETCH_SECONDS = 30
REDIRECTS = 3
