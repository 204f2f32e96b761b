"""Reads PETRARCH and TABARI dictionaries of actors, agents and discards.

The format is that of the PETRARCH2 documentation ("Dictionaries"): one entry a line, `#` comments, `_` and blanks
between the words of a phrase, `+SYNONYM` lines, tab-indented `[CODE <YYYYMMDD]` restrictions, `[~CODE]` for agents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.model import LexiconError

CODE = re.compile(r"\[([^\]]*)\]")
SUBSTITUTION = re.compile(r"!(\w+)!")
# A phrase that starts with `+` is a synonym; TABARI also writes codes without dates on that line.
SYNONYM = "+"
WHOLE_WORD = "_"


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A code and the days for which it holds, both ends counted in."""

    codes: tuple[str, ...]
    since: date | None = None
    until: date | None = None

    def holds(self, day: date | None) -> bool:
        """Say whether the code holds on a day; an undated story only takes undated codes."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a dictionary entry; `stem` says whether the last word may go on."""

    words: tuple[str, ...]
    stem: bool


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor's phrases and its codes in the order in which they are tried."""

    phrases: tuple[Phrase, ...]
    codes: tuple[DatedCode, ...]

    def code_on(self, day: date | None) -> tuple[str, ...]:
        """Return the codes on a day: several for a compound actor, none when no restriction holds."""
        return next((dated.codes for dated in self.codes if dated.holds(day)), ())


@dataclass(frozen=True, slots=True)
class AgentEntry:
    """An agent's phrases and the role that it adds; `before` puts the role first."""

    phrases: tuple[Phrase, ...]
    role: str
    before: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that breaks the format; it was skipped."""

    path: str
    line: int
    text: str
    reason: str


def read_actors(path: Path, problems: list[Problem] | None = None) -> tuple[ActorEntry, ...]:
    """Read an actor dictionary.

    Args:
        path: The dictionary file.
        problems: Receives the lines that break the format; without it the first one raises.

    Raises:
        LexiconError: A line breaks the format and no `problems` list was given.
    """
    entries: list[tuple[list[Phrase], list[DatedCode]]] = []
    for number, line in _lines(path):
        try:
            _actor_line(line, entries)
        except ValueError as error:
            _report(path, number, line, str(error), problems)
    return tuple(ActorEntry(tuple(phrases), _default_last(codes)) for phrases, codes in entries if phrases)


def read_agents(path: Path, problems: list[Problem] | None = None) -> tuple[AgentEntry, ...]:
    """Read an agent dictionary; regular plurals are made, `!SET!` substitutions are written out.

    Args:
        path: The dictionary file.
        problems: Receives the lines that break the format; without it the first one raises.

    Raises:
        LexiconError: A line breaks the format and no `problems` list was given.
    """
    sets: dict[str, tuple[str, ...]] = {}
    entries = []
    for number, line in _lines(path):
        try:
            entries.extend(_agent_line(line, sets))
        except ValueError as error:
            _report(path, number, line, str(error), problems)
    return tuple(entries)


def read_discards(path: Path) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Read a discard list.

    Returns:
        Phrases that discard their sentence, and phrases that discard the whole story.
    """
    lines = [line.strip() for _, line in _lines(path)]
    sentence = tuple(phrase(line) for line in lines if not line.startswith(SYNONYM))
    story = tuple(phrase(line[1:]) for line in lines if line.startswith(SYNONYM))
    return sentence, story


def phrase(text: str) -> Phrase:
    """Split the words of an entry.

    Example:
        >>> phrase("ARGENTIN")
        Phrase(words=('argentin',), stem=True)
        >>> phrase("SAUDI_ARABIA_")
        Phrase(words=('saudi', 'arabia'), stem=False)
    """
    text = text.strip()
    words = tuple(word for word in re.split(r"[\s_]+", text.lower()) if word)
    return Phrase(words, not text.endswith(WHOLE_WORD))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    inside_comment = False
    for number, raw in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
        line = re.sub(r"<!--.*?-->", "", raw)
        if inside_comment:
            inside_comment = "-->" not in line
            continue
        if "<!--" in line:
            inside_comment = True
            line = line.split("<!--")[0]
        line = line.split("#")[0].split(";")[0].rstrip()
        if line.strip():
            yield number, line


def _actor_line(line: str, entries: list[tuple[list[Phrase], list[DatedCode]]]) -> None:
    text = line.strip()
    code = CODE.search(text)
    words = (text[: code.start()] if code else text).strip()
    if not words and code is None:
        raise ValueError("neither a phrase nor a code in brackets")
    if "[" in words or "]" in words:
        raise ValueError("a bracket is not closed")
    if words and not words.startswith(SYNONYM):
        entries.append(([phrase(words)], []))
    elif not entries:
        raise ValueError("a synonym or a code stands before the first actor")
    elif words:
        entries[-1][0].append(phrase(words[1:]))
    if code:
        entries[-1][1].append(_dated(code.group(1)))


def _dated(text: str) -> DatedCode:
    match = re.fullmatch(r"\s*([^\s<>]+)\s*(?:([<>])?\s*(\d{6,8})?\s*(?:-\s*(\d{6,8}))?)?\s*", text)
    if not match:
        raise ValueError(f"[{text}] is no code with an optional date")
    names, sign, first, second = match.groups()
    codes = tuple(code.upper() for code in names.split("/"))
    if second:
        return DatedCode(codes, _day(first), _day(second))
    if sign == "<":
        return DatedCode(codes, None, _day(first))
    return DatedCode(codes, _day(first) if first else None, None)


def _day(text: str) -> date:
    if len(text) == 6:
        text = ("19" if int(text[:2]) > 30 else "20") + text
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _default_last(codes: Iterable[DatedCode]) -> tuple[DatedCode, ...]:
    return tuple(sorted(codes, key=lambda code: code.since is None and code.until is None))


def _agent_line(line: str, sets: dict[str, tuple[str, ...]]) -> list[AgentEntry]:
    text = line.strip()
    if text.startswith("!") and "=" in text and "[" not in text:
        name, _, words = text.partition("=")
        sets[name.strip().strip("!")] = tuple(word.strip() for word in words.split(",") if word.strip())
        return []
    code = CODE.search(text)
    if code is None or "~" not in code.group(1):
        raise ValueError("an agent needs a role in brackets such as [~GOV]")
    words, plural = _split_plural(text[: code.start()])
    forms = [words] if plural == "" else [words, plural or _plural(words)]
    role = code.group(1).strip()
    found = tuple(phrase(written + WHOLE_WORD) for form in forms for written in _written_out(form, sets))
    return [AgentEntry(found, role.strip("~").upper(), before=role.endswith("~"))]


def _split_plural(text: str) -> tuple[str, str | None]:
    match = re.search(r"\{([^}]*)\}", text)
    if match:
        return text[: match.start()].strip(), match.group(1).strip()
    return text.strip(), None


def _plural(words: str) -> str:
    if re.search(r"[^AEIOUaeiou][Yy]$", words):
        return words[:-1] + "IES"
    return words + ("ES" if re.search(r"(?:S|X|Z|CH|SH)$", words, re.IGNORECASE) else "S")


def _written_out(text: str, sets: dict[str, tuple[str, ...]]) -> Iterator[str]:
    match = SUBSTITUTION.search(text)
    if match is None:
        yield text
        return
    if match.group(1) not in sets:
        raise ValueError(f"the set !{match.group(1)}! is not defined above this line")
    for word in sets[match.group(1)]:
        yield from _written_out(text[: match.start()] + word + text[match.end() :], sets)


def _report(path: Path, number: int, line: str, reason: str, problems: list[Problem] | None) -> None:
    if problems is None:
        raise LexiconError(f"{path} line {number}: {reason}; the line is {line.strip()!r}")
    problems.append(Problem(str(path), number, line.strip(), reason))
