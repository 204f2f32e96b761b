"""The sentences whose deeds were marked by reading, as rows for training.

Two kinds of files lie in `marked/`: `wikinews.tsv`, one deed a line (story and sentence, words of the sentence, type, who acts,
who is acted upon; a `-` where a sentence holds no deed), with the sentences in `wikinews-sentences.tsv`; and `reports-*.txt`, news
reports of our own, each a block of numbered sentences, a line `---` and its deeds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.classifier.mix import is_held

from dateline.model import EventType

HERE = Path(__file__).parent / "marked"
NONE = "NONE"
LABELS = sorted([*EventType, NONE])
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
DATELINE = re.compile(r"^[^\W\d_][^\n]{2,60}? (?:-|--|–|—) ")
# Every sixth report of a file is held out, and one Wikinews story in five.
HELD_REPORT = 6


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the label of each of its words.

    Attributes:
        source: Story or report, and number of the sentence.
        words: Start and end (characters) of a word, and the type of the deed that it names, or none.
        held: Whether it is kept out of training.
    """

    source: str
    text: str
    words: tuple[tuple[int, int, str], ...]
    held: bool


def row(source: str, text: str, deeds: list[tuple[str, str]], *, held: bool) -> Row:
    """Place a sentence's deeds on its words; `deeds` are a word ("word#2" for its second stand) and a type.

    Raises:
        ValueError: A word does not stand in the sentence, or a type is none of PLOVER's.
    """
    marked = {_place(source, text, word): label for word, label in deeds}
    if unknown := set(marked.values()) - set(LABELS):
        raise ValueError(f"{source}: no such type: {', '.join(sorted(unknown))}")
    plain = (m.span() for m in WORD.finditer(text))
    words = [(s, e, NONE) for s, e in plain if not any(a < e and s < b for a, b in marked)]
    return Row(source, text, tuple(sorted([*words, *((s, e, label) for (s, e), label in marked.items())])), held)


def _place(source: str, text: str, word: str) -> tuple[int, int]:
    bare, _, number = word.partition("#")
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)]
    if len(found) < int(number or 1):
        raise ValueError(f"{source}: {word!r} does not stand in {text!r}")
    return found[int(number or 1) - 1]


def wikinews() -> Iterator[Row]:
    """Yield the sentences of Wikinews."""
    deeds: dict[str, list[tuple[str, str]]] = {}
    for line in _lines(HERE / "wikinews.tsv"):
        source, word, *rest = line.split("\t")
        deeds.setdefault(source, []).extend([(word, rest[0])] if rest else [])
    for line in _lines(HERE / "wikinews-sentences.tsv"):
        source, text = line.split("\t")
        if source in deeds:
            yield row(source, text, deeds[source], held=is_held(source.partition(":")[0]))


def reports() -> Iterator[Row]:
    """Yield the sentences of our own reports, without their datelines."""
    for path in sorted(HERE.glob("reports-*.txt")):
        for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), start=1):
            told, _, marks = block.partition("\n---\n")
            deeds: dict[str, list[tuple[str, str]]] = {}
            for line in marks.splitlines():
                k, word, *rest = line.split("\t")
                deeds.setdefault(k, []).extend([(word, rest[0])] if rest else [])
            for line in told.splitlines():
                k, text = line.split("\t")
                if k in deeds:
                    plain = DATELINE.sub("", text) if k == "1" else text
                    yield row(f"{path.stem}:{number}:{k}", plain, deeds[k], held=number % HELD_REPORT == 0)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line]
