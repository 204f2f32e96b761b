"""A user's PETRARCH verb dictionary as frames: each verb and pattern becomes an entry that stands above the shipped.

Frames go by grammar where the dictionary goes by the order of words: what a pattern writes behind the verb must fill
its object or, behind a preposition, that preposition's slot; what it writes before, its subject. What frames cannot
say is reported with its line: words before the verb of a phrase, codes that are none of CAMEO, a second event with
source and target exchanged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from dateline.knowledge.codebook import CameoEntry, Codebook
from dateline.knowledge.frames import PREPOSITIONS
from dateline.knowledge.petrarch import Problem
from dateline.knowledge.petrarch_verbs import Item, Pattern, VerbEntry, read_verbs

OBJECT, SUBJECT = "obj", "subj"
# Where a target stands when the pattern names no place for it, the likeliest first.
TARGETS = ("obj", "to", "with", "against", "on", "upon", "for", "from", "of", "at", "into", "over", "obj.of",
           "obj.poss", "obj.mod", "obj.with", "obj.to", "obj.against")  # fmt: skip
# Words of a pattern that only stand there to make it longer: articles and the auxiliaries of a passive.
EMPTY = frozenset({"the", "a", "an", "be", "is", "are", "was", "were", "been", "has", "have", "had"})
# A set of many words times another: more alternatives than this are cut off, which no dictionary known reaches.
MOST = 4_000
# Above every shipped frame; more words and more elements of a pattern go further up.
OWN = 1_000

Slots = dict[str, list[list[tuple[str, ...]]]]


def read_own_frames(path: Path, problems: list[Problem]) -> list[dict[str, Any]]:
    """Read a verb dictionary as frame entries, in the shape of those in `data/frames`.

    Args:
        path: A PETRARCH or TABARI verb dictionary.
        problems: Receives the lines that break the format or cannot be said by a frame.

    Returns:
        One entry for every verb with a code of its own and every pattern; verbs of one block share their patterns.
    """
    cameo, blocks = Codebook.load().cameo, defaultdict(list)
    for entry in read_verbs(path, problems):
        blocks[entry.block].append(entry)
    found = [frame for verbs in blocks.values() for frame in _block(path, verbs, cameo, problems)]
    problems.sort(key=lambda problem: (problem.path, problem.line))
    return found


def _block(
    path: Path, verbs: Sequence[VerbEntry], cameo: Mapping[str, CameoEntry], problems: list[Problem]
) -> Iterator[dict[str, Any]]:
    usable = [verb for verb in verbs if not verb.before]
    for verb in verbs:
        if verb.before:
            words = " ".join((*verb.before, f"+{verb.lemma}"))
            problems.append(Problem(str(path), verb.line, words, "no frame has words before its verb"))
    patterns = verbs[0].patterns
    silent = _silent([p for p in patterns if not p.code])
    for verb in usable:
        yield from _plain(path, verb, silent, cameo, problems)
    for pattern in patterns:
        if pattern.code and usable:
            yield from _patterned(path, pattern, usable, cameo, problems)


def _plain(
    path: Path, verb: VerbEntry, silent: dict[str, list[str]], cameo: Mapping[str, CameoEntry], problems: list[Problem]
) -> Iterator[dict[str, Any]]:
    """Yield the frame of a verb's own code: it fires where no pattern of its block does."""
    if not verb.code:
        return
    reason = _wrong(verb.code, verb.reverse, cameo)
    if reason:
        problems.append(Problem(str(path), verb.line, verb.lemma, reason))
    if verb.code in cameo and cameo[verb.code].type:
        name = f"own.{path.stem}.{verb.line}.{verb.lemma}"
        yield _frame(name, cameo[verb.code], [verb], {}, silent, list(TARGETS), 0)


def _patterned(
    path: Path,
    pattern: Pattern,
    verbs: Sequence[VerbEntry],
    cameo: Mapping[str, CameoEntry],
    problems: list[Problem],
) -> Iterator[dict[str, Any]]:
    reason = _wrong(pattern.code, pattern.reverse, cameo)
    if reason:
        problems.append(Problem(str(path), pattern.line, pattern.text, reason))
    if pattern.code not in cameo or not cameo[pattern.code].type:
        return
    where = _where(pattern)
    name = f"own.{path.stem}.{pattern.line}"
    frame = _frame(name, cameo[pattern.code], verbs, where, {}, _targets(pattern), pattern.size)
    if any(item.mark == "%" for item in (*pattern.before, *pattern.after)):
        frame |= {"reciprocal": True, "where": {**where, SUBJECT: ["#pair"]}, "recipient": []}
    elif _is_turned(pattern):
        frame |= {"actor": list(_behind(pattern, "$") or TARGETS), "recipient": [SUBJECT]}
    yield frame


def _frame(
    name: str,
    entry: CameoEntry,
    verbs: Sequence[VerbEntry],
    where: dict[str, list[str]],
    unless: dict[str, list[str]],
    targets: list[str],
    size: int,
) -> dict[str, Any]:
    words = [" ".join((verb.lemma, *verb.after)) for verb in verbs]
    return {
        "id": name,
        "type": str(entry.type),
        "mode": entry.mode or "",
        "cameo": entry.code,
        "verbs": sorted(set(words)),
        "actor": [SUBJECT],
        "recipient": targets,
        "where": where,
        "unless": unless,
        "priority": OWN + 10 * max(len(word.split()) for word in words) + size,
        "origin": "user's verb dictionary",
        "examples": [],
        "near_misses": [],
    }


def _wrong(code: str, reverse: str, cameo: Mapping[str, CameoEntry]) -> str:
    """Return what is wrong with a code; empty when nothing is."""
    if code not in cameo:
        return f"there is no CAMEO code {code}; the line was skipped"
    if cameo[code].type is None:
        return f"CAMEO {code} is no event in PLOVER; the line was skipped"
    return f"a second event ({reverse}) with the sides exchanged is left out" if reverse else ""


def _where(pattern: Pattern) -> dict[str, list[str]]:
    """Return what must stand in which slot: lemmas, each with the words before it."""
    slots = _filled(pattern.before, SUBJECT)
    for slot, items in _filled(pattern.after, OBJECT).items():
        slots.setdefault(slot, items)
    found = {slot: _alternatives(items) for slot, items in slots.items()}
    return {slot: items for slot, items in found.items() if items}


def _filled(items: Sequence[Item], start: str) -> Slots:
    """Return the words of some elements by slot; a bare preposition opens one as one in brackets does."""
    found: Slots = {}
    slot = start
    for item in items:
        bare = len(item.phrases) == 1 and len(item.phrases[0]) == 1 and item.phrases[0][0] in PREPOSITIONS
        if item.opens or (bare and not item.preposition):
            slot = item.preposition or item.phrases[0][0]
            found.setdefault(slot, [])
        elif item.mark:
            found.setdefault(item.preposition or slot, [])
        else:
            found.setdefault(item.preposition or slot, []).append(list(item.phrases))
    return found


def _alternatives(elements: list[list[tuple[str, ...]]]) -> list[str]:
    """Write out elements that stand one after another: {MILITARY &HELP} is "military aid" and "military support"."""
    found: list[str] = []
    for chosen in product(*elements):
        words = [word for phrase in chosen for word in phrase if word not in EMPTY]
        if words:
            found.append(" ".join(words))
        if len(found) >= MOST:
            break
    return list(dict.fromkeys(found))


def _silent(patterns: Sequence[Pattern]) -> dict[str, list[str]]:
    """Return what keeps a verb from being an event: the patterns without a code that fill one slot."""
    found: dict[str, list[str]] = defaultdict(list)
    for pattern in patterns:
        where = _where(pattern)
        if len(where) == 1:
            ((slot, items),) = where.items()
            found[slot] += [item for item in items if item not in found[slot]]
    return dict(found)


def _behind(pattern: Pattern, mark: str) -> list[str]:
    """Return the slots behind the verb in which a pattern puts an actor mark."""
    slots, slot = [], OBJECT
    for item in pattern.after:
        if item.opens:
            slot = item.preposition
        elif not item.mark and not item.preposition:
            slot = item.phrases[0][0] if len(item.phrases) == 1 and item.phrases[0][0] in PREPOSITIONS else slot
        elif item.mark == mark:
            slots += [item.preposition or slot] if (item.preposition or slot) == OBJECT else [
                item.preposition or slot, f"{OBJECT}.{item.preposition or slot}"
            ]  # fmt: skip
    return slots


def _targets(pattern: Pattern) -> list[str]:
    named = _behind(pattern, "+")
    return [*named, *(slot for slot in TARGETS if slot not in named)] if named else list(TARGETS)


def _is_turned(pattern: Pattern) -> bool:
    """Say whether the target stands before the verb and the source behind it, other than as a passive's agent."""
    before = any(item.mark == "+" for item in pattern.before)
    behind = _behind(pattern, "$")
    return before and bool(behind) and "by" not in behind
