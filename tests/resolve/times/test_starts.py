"""No expression is lost by sparing words that begin none: reading is the same with and without that."""

from __future__ import annotations

import ast
import random
from datetime import datetime
from pathlib import Path

import pytest

import dateline.resolve.times
from dateline.knowledge.times import time_words
from dateline.model import ParsedStory, SegmentKind, Sentence, Story, Token
from dateline.resolve.times import timex
from dateline.resolve.times.narrative import Anchor
from dateline.resolve.times.starts import BEFORE_OTHERS, Starts, starts
from dateline.resolve.times.words import Words

ROOM = Path(dateline.resolve.times.__file__).parent
FILLERS = (
    "envoys",
    "met",
    "Norway",
    ",",
    ".",
    "-",
    "of",
    "in",
    "ago",
    "2019",
    "7",
    "10",
    "'",
    "minister",
    "3rd",
    "90s",
)


def vocabulary() -> list[str]:
    """Every word that the rules name in their code, and every word of the shipped tables."""
    found = set(FILLERS)
    for file in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 30:
                found.update(node.value.split())
    for entries in vars(time_words()).values():
        found.update(word for entry in entries for word in str(entry).split())
    return sorted(word for word in found if word)


def entries() -> list[str]:
    """Entries of the tables as they stand, with several words where they have them."""
    return sorted({str(entry) for table in vars(time_words()).values() for entry in table if str(entry).strip()})


def parsed(words: list[str], rng: random.Random) -> ParsedStory:
    """A sentence of these words with tags drawn at random, each hanging on the first."""
    at, tokens = 0, []
    for i, word in enumerate(words):
        tag, pos, dep = rng.choice(
            (("NN", "NOUN", "pobj"), ("RB", "ADV", "advmod"), ("JJ", "ADJ", "amod"), ("VBD", "VERB", "ROOT"))
        )
        tokens.append(
            Token(i, word, word.lower(), pos, tag, dep, 0, at, at + len(word), rng.choice(("", "DATE")), 0, ())
        )
        at += len(word) + 1
    text = " ".join(words)
    sentence = Sentence(0, 0, len(words), 0, 0, len(text), 0, SegmentKind.PARAGRAPH)
    story = Story(id="s", text=text, published=datetime(2019, 10, 3))
    return ParsedStory(story=story, tokens=tuple(tokens), sentences=(sentence,), names=())


RULES = tuple(timex._rules(Words(parsed(["today"], random.Random(1)), ()), Anchor()))


def test_sparing_words_and_rules_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    words, several, rng = vocabulary(), entries(), random.Random(7)
    sentences = []
    for _ in range(3000):
        drawn = [rng.choice(rng.choice((words, several, FILLERS))) for _ in range(rng.randint(1, 9))]
        written = " ".join(w.capitalize() if rng.random() < 0.4 else w for w in " ".join(drawn).split())
        sentences.append(parsed(written.split(), rng))
    spared = [timex.find_timexes(sentence) for sentence in sentences]
    monkeypatch.setattr(Starts, "rules", lambda *_: RULES)
    assert spared == [timex.find_timexes(sentence) for sentence in sentences]
    assert sum(bool(found) for found in spared) > 600


def test_every_rule_is_asked_and_in_the_order_in_which_one_wins() -> None:
    known = {rule: n for n, rule in enumerate(RULES)}
    shapes = ["9", "2019", "199", "12.30", "3/10/2019", "third-quarter"]
    after = ["year", "least", "moment", "soon"]
    asked = [starts().rules([word, second], 0) for word in [*vocabulary(), *shapes] for second in after]
    assert {rule for rules in asked for rule in rules} == set(known)
    assert all([known[rule] for rule in rules] == sorted(known[rule] for rule in rules) for rules in asked)


def test_most_words_of_a_report_are_spared() -> None:
    words = [
        *("the", "minister", "told", "the", "court", "that", "a", "strike", "at", "sea"),
        *("had", "cost", "this", "country", "more", "."),
    ]
    assert not any(starts().rules(words, i) for i in range(len(words)))


def test_a_plain_figure_is_an_amount_of_time_only_before_a_unit() -> None:
    assert "stretch" in starts().rules(["20", "more", "days"], 0)
    assert "stretch" not in starts().rules(["20", "more", "boats"], 0)


@pytest.mark.parametrize(
    "words", ["the next day", "a year", "that same week", "this month", "' 90s", "third-quarter", "9", "at least"]
)
def test_what_begins_an_expression_is_read(words: str) -> None:
    assert starts().rules(words.split(), 0)


def test_words_that_need_a_second_are_no_expression_alone() -> None:
    table = time_words()
    alone = {*table.references, *table.days, *table.sets, *table.weekdays, *table.months, *table.seasons}
    assert not BEFORE_OTHERS & alone
