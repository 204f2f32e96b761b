"""Reads PETRARCH verb dictionaries (the 2.0 form, and the patterns that TABARI's form shares with it).

Format: blocks `--- NAME [code] ---`, synonym sets `&NAME` with `+WORD` lines, verbs with irregular forms in braces,
multi-word verbs whose verb is marked by `+`, and patterns `- before * after [code]` in which `$` is the source,
`+` the target, `%` a compound actor, `^` any actor, `{...}` a noun phrase and `(...)` a preposition with its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from dateline.knowledge.petrarch import CODE, Problem

BLOCK = re.compile(r"^---\s*(?P<name>[^\[]*?)\s*\[(?P<code>[^\]]*)\]\s*---")
NO_CODE = "---"
# How deep sets may hold sets.
DEPTH = 5
# A bracket, or a word or mark; braces only hold the words of a phrase together.
ELEMENT = re.compile(r"[()]|[^\s(){}]+")


@dataclass(frozen=True, slots=True)
class Item:
    """One element of a pattern: an actor mark (`$ + % ^`) or the phrases any of which may stand there.

    Attributes:
        preposition: The preposition of the brackets that it stands in ("(TO PEACE)"); empty outside.
        opens: It is that preposition.
    """

    mark: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()
    preposition: str = ""
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What must stand before and after the verb, in this order, and the code that follows.

    Attributes:
        code: CAMEO code of the event from source to target; empty when the pattern says "no event".
        reverse: Code of a second event with source and target exchanged; empty for none.
        line, text: Where in its file it stands, and its words.
    """

    before: tuple[Item, ...]
    after: tuple[Item, ...]
    code: str
    reverse: str = ""
    line: int = 0
    text: str = ""

    @property
    def size(self) -> int:
        """Number of elements."""
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb: its dictionary form and forms, the words that must go with it, its own code, its patterns, longest first.

    `block` counts the blocks of the file: verbs of one block share their patterns. `line` is where it stands.
    """

    lemma: str
    forms: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    code: str
    reverse: str
    patterns: tuple[Pattern, ...]
    block: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class _Verb:
    """One line of a verb; `own` is its own code, None when the block's holds."""

    lemma: str
    forms: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    own: str | None
    line: int


@dataclass(slots=True)
class _Block:
    code: str
    reverse: str
    verbs: list[_Verb] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)


def read_verbs(path: Path, problems: list[Problem]) -> tuple[VerbEntry, ...]:
    """Read a verb dictionary.

    Args:
        path: The dictionary file.
        problems: Receives the lines that break the format, with their numbers; they are skipped.

    Returns:
        One entry a verb, in file order.
    """
    sets: dict[str, list[str]] = {}
    blocks: list[_Block] = []
    current: list[str] | None = None
    for number, line in _lines(path):
        try:
            current = _line(number, line, sets, blocks, current)
        except ValueError as error:
            problems.append(Problem(str(path), number, line, str(error)))
    return tuple(entry for number, block in enumerate(blocks) for entry in _entries(number, block))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        line = raw.split("#")[0].strip()
        if line and not line.startswith(("~", "<")):
            yield number, line


def _line(
    number: int, line: str, sets: dict[str, list[str]], blocks: list[_Block], current: list[str] | None
) -> list[str] | None:
    header = BLOCK.match(line)
    if header:
        code, _, reverse = header["code"].strip().partition(":")
        blocks.append(_Block(_code(code), _code(reverse)))
        return None
    if line.startswith("&"):
        return sets.setdefault(line[1:].strip().rstrip("_"), [])
    if current is not None and line.startswith("+"):
        current.append(line[1:].strip())
        return current
    if not blocks:
        raise ValueError("an entry stands before the first block `--- NAME [code] ---`")
    if line.startswith(("- ", "* ")):
        blocks[-1].patterns.append(_pattern(number, line.removeprefix("- "), sets))
    else:
        blocks[-1].verbs.append(_verb(number, line))
    return None


def _code(text: str) -> str:
    text = text.strip()
    return "" if text in {NO_CODE, ""} else text


def _verb(number: int, line: str) -> _Verb:
    own = CODE.search(line)
    line = CODE.sub("", line)
    written, _, irregular = line.partition("{")
    base = written.strip().lower()
    if not base:
        raise ValueError("a verb without a name")
    words = [word for word in base.split("_") if word]
    verb = next((n for n, word in enumerate(words) if word.startswith("+")), 0)
    lemma = words[verb].strip("+")
    forms = _regular(lemma)
    for other in irregular.replace("}", " ").lower().split():
        marked = next((word for word in other.split("_") if word.startswith("+")), other)
        forms.add(marked.strip("+"))
    code = own.group(1).strip() if own else None
    return _Verb(lemma, frozenset(forms), tuple(words[:verb]), tuple(words[verb + 1 :]), code, number)


def _regular(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    plural = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + ("es" if verb[-1:] in "sxzho" else "s")
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else stem + "ed"
    return {verb, plural, past, stem + "ing"}


def _pattern(number: int, line: str, sets: dict[str, list[str]]) -> Pattern:
    code = CODE.search(line)
    if code is None:
        raise ValueError("a pattern without a code")
    body = line[: code.start()]
    if "*" not in body:
        raise ValueError("a pattern without `*` for the verb")
    before, _, after = body.partition("*")
    main, _, reverse = code.group(1).strip().partition(":")
    sides = tuple(_items(before, sets)), tuple(_items(after, sets))
    return Pattern(*sides, _code(main), _code(reverse), number, body.strip())


def _items(text: str, sets: dict[str, list[str]]) -> Iterator[Item]:
    inside, preposition = False, ""
    for word in ELEMENT.findall(text):
        if word in {"(", ")"}:
            inside, preposition = word == "(", ""
        elif word in {"$", "+", "%", "^"}:
            yield Item(mark=word, preposition=preposition)
        elif inside and not preposition:
            preposition = word.lower().strip("_")
            yield Item(phrases=tuple(_phrases(word, sets, depth=0)), preposition=preposition, opens=True)
        else:
            yield Item(phrases=tuple(_phrases(word, sets, depth=0)), preposition=preposition)


def _phrases(word: str, sets: dict[str, list[str]], depth: int) -> Iterator[tuple[str, ...]]:
    """Yield what an element may be: its words, or those of its set; "NEW_&TIES" joins both."""
    name = word[1:].rstrip("_")
    if "&" not in word:
        yield tuple(part for part in re.split(r"[_\s]+", re.sub(r"[(){}]", " ", word).lower()) if part)
    elif word.startswith("&") and name in sets and depth <= DEPTH:
        for member in sets[name]:
            yield from _phrases(member, sets, depth + 1)
    elif "_" in word.strip("_") and depth <= DEPTH:
        parts = [tuple(_phrases(part, sets, depth + 1)) for part in word.strip("_").split("_") if part]
        yield from (tuple(w for phrase in chosen for w in phrase) for chosen in product(*parts))
    else:
        raise ValueError(f"the set &{name} is not defined above this line")


def _entries(number: int, block: _Block) -> Iterator[VerbEntry]:
    patterns = tuple(sorted(block.patterns, key=lambda p: -p.size))
    for verb in block.verbs:
        code, _, reverse = (verb.own or "").partition(":")
        main = _code(code) if verb.own is not None else block.code
        back = _code(reverse) if verb.own is not None else block.reverse
        yield VerbEntry(verb.lemma, verb.forms, verb.before, verb.after, main, back, patterns, number, verb.line)
