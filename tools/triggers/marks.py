"""The sentences whose deeds and standing relations were marked by reading, as rows for training.

Three kinds of files lie in `marked/`: `wikinews.tsv`, one deed a line (story and sentence, words of the sentence, type, who acts,
who is acted upon; a `-` where a sentence holds no deed), with the sentences in `wikinews-sentences.tsv`; `reports-*.txt`, news
reports of our own, each a block of numbered sentences, a line `---` and its deeds; `dense-*.txt`, more of them, in which
standing relations are marked too (`TIE:kind` in place of the type); and `full-*.txt`, in which each party has its land and
sector besides (`envoy=COD.GOV`), and whom only the report names stands without a word (`^TCD.MIL`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.classifier.mix import is_held

from dateline.model import EventType

HERE = Path(__file__).parent / "marked"
TESTS = Path(__file__).parents[2] / "tests/labels"
NONE = "NONE"
LABELS = sorted([*EventType, NONE])
TIE = "TIE:"
KINDS = sorted([
    "accreditation", "aid", "alliance", "conflict", "deployment", "diplomatic-relations", "dispute", "mediation", "membership",
    "partnership", "programme", "recognition", "regular-consultation", "sanctions", "treaty", NONE,
])  # fmt: skip
WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
DATELINE = re.compile(r"^[^\W\d_][^\n]{2,60}? (?:-|--|–|—) ")
STAND = re.compile(r"(.+)#(\d+)")
STORY = re.compile(r"wikinews-\d{4}-\d{3}")
# Every sixth report of a file is held out, and one Wikinews story in five.
HELD_REPORT = 6
OURS = ("reports", "dense", "full")
Place = tuple[int, int]
Mark = tuple[str, str, tuple[str, ...] | None, tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed, or a standing relation, with its parties.

    Attributes:
        word: Start and end (characters) of the word that names it.
        label: Its type, or the kind of a relation.
        actors: The words of those who act (who keep, hold or belong); none where the sentence names nobody, None where
            the mark says somebody whose word is not known.
        recipients: Of those acted upon (with whom, where), likewise.
        codes: Land and sector of both sides, with those whom the sentence does not name; None where nobody marked them.
    """

    word: Place
    label: str
    actors: tuple[Place, ...] | None
    recipients: tuple[Place, ...] | None
    codes: tuple[tuple[str, ...], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the label of each of its words.

    Attributes:
        source: Story or report, and number of the sentence.
        words: Start and end (characters) of a word, and the type of the deed that it names, or none.
        deeds: Its deeds.
        ties: Its standing relations; None where nobody marked them.
        held: Whether it is kept out of training.
    """

    source: str
    text: str
    words: tuple[tuple[int, int, str], ...]
    deeds: tuple[Deed, ...]
    ties: tuple[Deed, ...] | None
    held: bool


def row(source: str, text: str, marks: Iterable[Mark], *, held: bool, tied: bool = False) -> Row:
    """Place a sentence's marks on its words; `marks` are word ("word#2" for its second stand), label and parties.

    Raises:
        ValueError: A word does not stand in the sentence, or a label is none of ours.
    """
    found = [(label, _deed(source, text, word, label, *parties)) for word, label, *parties in marks]
    deeds = tuple(deed for label, deed in found if not label.startswith(TIE))
    ties = tuple(deed for label, deed in found if label.startswith(TIE)) if tied else None
    named = {deed.word: deed.label for deed in deeds}
    if unknown := (set(named.values()) - set(LABELS)) | ({d.label for d in ties or ()} - set(KINDS)):
        raise ValueError(f"{source}: no such label: {', '.join(sorted(unknown))}")
    plain = (m.span() for m in WORD.finditer(text))
    words = [(s, e, NONE) for s, e in plain if not any(a < e and s < b for a, b in named)]
    return Row(source, text, tuple(sorted([*words, *((s, e, n) for (s, e), n in named.items())])), deeds, ties, held)


def _deed(
    source: str, text: str, word: str, label: str, actors: tuple[str, ...] | None, recipients: tuple[str, ...] | None
) -> Deed:
    place = _place(text, word)
    if place is None:
        raise ValueError(f"{source}: {word!r} does not stand in {text!r}")
    sides = (_named(actors), _named(recipients))
    codes = tuple(tuple(code for _, code in side or () if code) for side in sides)
    places = [None if side is None else _places(text, [word for word, _ in side if word]) for side in sides]
    known = (codes[0], codes[1]) if any(codes) else None
    return Deed(place, label.removeprefix(TIE), places[0], places[1], known)


def _named(side: tuple[str, ...] | None) -> list[tuple[str, str]] | None:
    """Return word and code of each party of a column; whom the sentence does not name has no word."""
    if side is None:
        return None
    return [
        ("", told[1:]) if told.startswith("^") else (told.partition("=")[0], told.partition("=")[2]) for told in side
    ]


def _places(text: str, words: list[str]) -> tuple[Place, ...] | None:
    found = [_place(text, word) for word in words]
    return None if any(place is None for place in found) else tuple(p for p in found if p is not None)


def _place(text: str, word: str) -> Place | None:
    numbered = STAND.fullmatch(word)
    bare, number = (numbered[1], int(numbered[2])) if numbered else (word, 1)
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)]
    return found[number - 1] if len(found) >= number else None


def wikinews() -> Iterator[Row]:
    """Yield the sentences of Wikinews; stories whose events the tests measure count as held out."""
    measured = {name for path in TESTS.glob("*.jsonl") for name in STORY.findall(path.read_text("utf-8"))}
    marks: dict[str, list[Mark]] = {}
    for line in _lines(HERE / "wikinews.tsv"):
        source, word, *rest = line.split("\t")
        marks.setdefault(source, []).extend([_mark(word, rest)] if rest else [])
    for line in _lines(HERE / "wikinews-sentences.tsv"):
        source, text = line.split("\t")
        story = source.partition(":")[0]
        if source in marks:
            yield row(source, text, marks[source], held=story in measured or is_held(story))


def blocks() -> Iterator[tuple[str, int, list[list[str]], list[str]]]:
    """Yield our own reports as they were written: file, number, sentences with their numbers, and lines of marks."""
    for path in sorted(path for kind in OURS for path in HERE.glob(f"{kind}-*.txt")):
        for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n"), start=1):
            told, _, marked = block.partition("\n---\n")
            yield path.stem, number, [line.split("\t") for line in told.splitlines()], marked.splitlines()


def reports() -> Iterator[Row]:
    """Yield the sentences of our own reports, without their datelines."""
    for name, number, sentences, marked in blocks():
        marks: dict[str, list[Mark]] = {}
        for line in marked:
            k, word, *rest = line.split("\t")
            marks.setdefault(k, []).extend([_mark(word, rest)] if rest else [])
        for k, text in sentences:
            if k in marks:
                plain = DATELINE.sub("", text) if k == "1" else text
                held, tied = number % HELD_REPORT == 0, not name.startswith("reports")
                yield row(f"{name}:{number}:{k}", plain, marks[k], held=held, tied=tied)


def _mark(word: str, rest: list[str]) -> Mark:
    label, *parties = rest
    actors, recipients = (*map(_party, parties), None, None)[:2]
    return word, label, actors, recipients


def _party(told: str) -> tuple[str, ...]:
    """Return the words of a party column: none for `-`, several apart by commas or blanks."""
    return tuple(word for word in re.split(r",\s*|\s+", told.strip()) if word != "-")


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line]
