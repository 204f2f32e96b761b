"""Which slips of attachment are mended, and what stays as the parser has it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.attachment import repaired
from dateline.language.words import Word


def _words(*entries: str) -> tuple[list[Word], list[int]]:
    """Read "denied/VERB/VBD/ROOT/0" entries: form, part of speech, tag, relation, head."""
    words, heads = [], []
    for entry in entries:
        form, pos, tag, dep, head = entry.split("/")
        words.append(Word(form, pos, tag, dep))
        heads.append(int(head))
    return words, heads


def test_a_finite_verb_does_not_share_the_auxiliary_of_a_participle() -> None:
    words, heads = _words(
        "Chad/PROPN/NNP/nsubj/1", "denied/VERB/VBD/ROOT/1", "that/SCONJ/IN/mark/5", "troops/NOUN/NNS/nsubj/5",
        "had/AUX/VBD/aux/5", "cross/VERB/VBN/ccomp/1", "and/CCONJ/CC/cc/5", "accuse/VERB/VBD/conj/5",
    )  # fmt: skip
    assert repaired(words, heads)[1][7] == 1


def test_a_deed_may_share_the_auxiliary_of_the_participle_before_it() -> None:
    words, heads = _words(
        "Chad/PROPN/NNP/nsubj/1", "say/VERB/VBD/ROOT/1", "troops/NOUN/NNS/nsubj/4", "had/AUX/VBD/aux/4",
        "cross/VERB/VBN/ccomp/1", "and/CCONJ/CC/cc/4", "shell/VERB/VBD/conj/4",
    )  # fmt: skip
    assert repaired(words, heads)[1] == heads


def test_a_joined_verb_with_its_own_subject_stays() -> None:
    words, heads = _words(
        "Chad/PROPN/NNP/nsubj/1", "denied/VERB/VBD/ROOT/1", "troops/NOUN/NNS/nsubj/4", "had/AUX/VBD/aux/4",
        "crossed/VERB/VBN/ccomp/1", "and/CCONJ/CC/cc/4", "rebels/NOUN/NNS/nsubj/7", "fled/VERB/VBD/conj/4",
    )  # fmt: skip
    assert repaired(words, heads)[1] == heads


def test_the_second_name_of_a_long_list_is_joined_to_the_first() -> None:
    words, heads = _words(
        "Niger/PROPN/NNP/nsubj/6", ",/PUNCT/,/punct/0", "Nigeria/PROPN/NNP/appos/0", "Chad/PROPN/NNP/conj/2",
        "and/CCONJ/CC/cc/3", "Mali/PROPN/NNP/conj/3", "met/VERB/VBD/ROOT/6",
    )  # fmt: skip
    assert repaired(words, heads)[0][2].dep == "conj"


def test_a_true_apposition_stays() -> None:
    words, heads = _words(
        "Lima/PROPN/NNP/nsubj/4", ",/PUNCT/,/punct/0", "Peru/PROPN/NNP/appos/0", ",/PUNCT/,/punct/0",
        "slept/VERB/VBD/ROOT/4",
    )  # fmt: skip
    assert repaired(words, heads) == (words, heads)


@given(st.lists(st.tuples(st.sampled_from(["VBD", "VBN", "NNP"]), st.sampled_from(["conj", "appos", "aux", "ccomp"]))))
def test_repairs_keep_every_word_and_every_head_inside(entries: list[tuple[str, str]]) -> None:
    words = [Word("w", "VERB", tag, dep) for tag, dep in entries]
    heads = [max(0, i - 1) for i in range(len(words))]
    mended, moved = repaired(words, heads)
    assert len(mended) == len(moved) == len(words)
    assert all(0 <= head < len(words) for head in moved)


def test_a_noun_with_which_for_its_subject_is_a_verb() -> None:
    words, heads = _words(
        "league/NOUN/NN/nsubj/4", "which/PRON/WDT/nsubj/2", "group/NOUN/NNS/relcl/0", "Chad/PROPN/NNP/dobj/2",
        "sent/VERB/VBD/ROOT/4",
    )  # fmt: skip
    assert repaired(words, heads)[0][2].pos == "VERB"
    assert repaired([*words[:1], Word("the", "DET", "DT", "det"), *words[2:]], heads)[0][2].pos == "NOUN"


def test_a_time_between_a_saying_and_what_is_said_dates_the_saying() -> None:
    words, heads = _words(
        "Oslo/PROPN/NNP/nsubj/1", "say/VERB/VBD/ROOT/1", "last/ADJ/JJ/amod/3", "month/NOUN/NN/npadvmod/6",
        "it/PRON/PRP/nsubj/6", "might/AUX/MD/aux/6", "stay/VERB/VB/ccomp/1",
    )  # fmt: skip
    assert repaired(words, heads)[1][3] == 1


def test_a_time_after_a_clause_aside_is_that_clause_s() -> None:
    words, heads = _words(
        "men/NOUN/NNS/nsubj/4", "who/PRON/WP/nsubj/2", "meet/VERB/VBD/relcl/0", "Monday/PROPN/NNP/npadvmod/4",
        "sign/VERB/VBD/ROOT/4",
    )  # fmt: skip
    assert repaired(words, heads)[1][3] == 2


def test_a_clause_before_a_semicolon_is_not_what_the_next_verb_tells() -> None:
    words, heads = _words(
        "Seoul/PROPN/NNP/nsubj/1", "demand/VERB/VBD/ccomp/4", ";/PUNCT/:/punct/4", "Oslo/PROPN/NNP/nsubj/4",
        "say/VERB/VBD/ROOT/4",
    )  # fmt: skip
    assert repaired(words, heads)[0][1].dep == "dep"
    assert repaired([*words[:2], Word(",", "PUNCT", ",", "punct"), *words[3:]], heads)[0][1].dep == "ccomp"
