"""Reads PETRARCH verb dictionaries (the 2.0 form, and the patterns that TABARI's form shares with it).

Format: blocks `--- NAME [code] ---`, synonym sets `&NAME` with `+WORD` lines, verbs with irregular forms in braces,
multi-word verbs whose verb is marked by `+`, and patterns `- before * after [code]` in which `$` is the source,
`+` the target, `%` a compound actor, `^` any actor, `{...}` a noun phrase and `(...)` a preposition with its noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dateline.knowledge.petrarch import CODE, Problem

BLOCK = re.compile(r"^---\s*(?P<name>[^\[]*?)\s*\[(?P<code>[^\]]*)\]\s*---")
NO_CODE = "---"


@dataclass(frozen=True, slots=True)
class Item:
    """One element of a pattern: an actor mark (`$ + % ^`) or the phrases any of which may stand there."""

    mark: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """What must stand before and after the verb, in this order, and the code that follows.

    Attributes:
        code: CAMEO code of the event from source to target; empty when the pattern says "no event".
        reverse: Code of a second event with source and target exchanged; empty for none.
        size: Number of elements; the longest pattern that fits wins.
    """

    before: tuple[Item, ...]
    after: tuple[Item, ...]
    code: str
    reverse: str = ""

    @property
    def size(self) -> int:
        """Number of elements."""
        return len(self.before) + len(self.after)


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """A verb: its forms, the words that must go with it, its own code, and its patterns, longest first."""

    forms: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    code: str
    reverse: str
    patterns: tuple[Pattern, ...]


@dataclass(slots=True)
class _Block:
    code: str
    reverse: str
    verbs: list[tuple[frozenset[str], tuple[str, ...], tuple[str, ...], str | None]] = field(default_factory=list)
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
            current = _line(line, sets, blocks, current)
        except ValueError as error:
            problems.append(Problem(str(path), number, line, str(error)))
    return tuple(entry for block in blocks for entry in _entries(block))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        line = raw.split("#")[0].strip()
        if line and not line.startswith(("~", "<")):
            yield number, line


def _line(line: str, sets: dict[str, list[str]], blocks: list[_Block], current: list[str] | None) -> list[str] | None:
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
        blocks[-1].patterns.append(_pattern(line.removeprefix("- "), sets))
    else:
        blocks[-1].verbs.append(_verb(line))
    return None


def _code(text: str) -> str:
    text = text.strip()
    return "" if text in {NO_CODE, ""} else text


def _verb(line: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], str | None]:
    own = CODE.search(line)
    line = CODE.sub("", line)
    written, _, irregular = line.partition("{")
    base = written.strip().lower()
    if not base:
        raise ValueError("a verb without a name")
    words = [word for word in base.split("_") if word]
    verb = next((n for n, word in enumerate(words) if word.startswith("+")), 0)
    forms = _regular(words[verb].strip("+"))
    for other in irregular.replace("}", " ").lower().split():
        marked = next((word for word in other.split("_") if word.startswith("+")), other)
        forms.add(marked.strip("+"))
    return frozenset(forms), tuple(words[:verb]), tuple(words[verb + 1 :]), own.group(1).strip() if own else None


def _regular(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    plural = verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + ("es" if verb[-1:] in "sxzho" else "s")
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else stem + "ed"
    return {verb, plural, past, stem + "ing"}


def _pattern(line: str, sets: dict[str, list[str]]) -> Pattern:
    code = CODE.search(line)
    if code is None:
        raise ValueError("a pattern without a code")
    body = line[: code.start()]
    if "*" not in body:
        raise ValueError("a pattern without `*` for the verb")
    before, _, after = body.partition("*")
    main, _, reverse = code.group(1).strip().partition(":")
    return Pattern(tuple(_items(before, sets)), tuple(_items(after, sets)), _code(main), _code(reverse))


def _items(text: str, sets: dict[str, list[str]]) -> Iterator[Item]:
    for word in re.sub(r"[(){}]", " ", text).split():
        if word in {"$", "+", "%", "^"}:
            yield Item(mark=word)
        else:
            yield Item(phrases=tuple(_phrases(word, sets, depth=0)))


def _phrases(word: str, sets: dict[str, list[str]], depth: int) -> Iterator[tuple[str, ...]]:
    if not word.startswith("&"):
        yield tuple(part for part in re.split(r"[_\s]+", re.sub(r"[(){}]", " ", word).lower()) if part)
        return
    name = word[1:].rstrip("_")
    if name not in sets or depth > 5:
        raise ValueError(f"the set &{name} is not defined above this line")
    for member in sets[name]:
        yield from _phrases(member, sets, depth + 1)


def _entries(block: _Block) -> Iterator[VerbEntry]:
    patterns = tuple(sorted(block.patterns, key=lambda p: -p.size))
    for forms, before, after, own in block.verbs:
        code, _, reverse = (own or "").partition(":")
        main = _code(code) if own is not None else block.code
        yield VerbEntry(forms, before, after, main, _code(reverse) if own is not None else block.reverse, patterns)
