"""One key for a name, however it is written."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.knowledge.normalise import name_key

ALPHABET = st.sampled_from("abTHEeé’'`-&. ,0/ß")


@given(st.text(ALPHABET, max_size=14))
@example("the the")
@example("The Hague")
@example("Roe&Lind")
def test_capitals_and_blanks_around_a_name_change_no_key(text: str) -> None:
    assert name_key(f"  {text.lower()} ") == name_key(text)


@given(st.text(ALPHABET, max_size=14))
def test_the_short_way_for_plain_names_gives_what_the_long_way_gives(text: str) -> None:
    # A soft accent on the last letter sends the same name the long way round.
    assert name_key(f"{text}é") == name_key(f"{text}e")
