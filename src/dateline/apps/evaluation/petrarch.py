"""Suite `petrarch`: unit sentences with invented actors from the dictionaries that lie beside the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from dateline.apps.evaluation.metrics import intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.knowledge.petrarch import Phrase, read_actors, read_agents, read_discards
from dateline.model import CodedStory, Participant, UsageError
from dateline.resolve.dictionary import DictionaryResolver

Triple = tuple[str, str, str]
MISSING = "---"
ACTORS, AGENTS, DISCARDS = "UP.PETR.Validate.actors.txt", "PETR.Validate.agents.txt", "PETR.Validate.discards.txt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Slots right and asked for in one row, and whether the row is exact."""

    right: int
    slots: int
    exact: bool


def evaluate(rows: Sequence[Row], system: System, *, folder: Path) -> dict[str, Any]:
    """Code every sentence with the given actors and agents and Dateline's own frames.

    Args:
        rows: Sentences with expected (source, target, CAMEO) triples.
        system: The stages.
        folder: Where the dictionaries are.

    Returns:
        `slots`: right slots after the best pairing of expected and coded triples, over three slots for each
        triple of the longer list (a row that expects and yields nothing has its three slots right);
        `rows_exact`; `n`; intervals.
    """
    for name in (ACTORS, AGENTS, DISCARDS):
        if not (folder / name).is_file():
            raise UsageError(f"the suite needs {name} in {folder}; put the suite's dictionaries there")
    resolver = DictionaryResolver(read_actors(folder / ACTORS), read_agents(folder / AGENTS))
    sentence, story = read_discards(folder / DISCARDS)
    stories = [sentence_story(row["id"], row["text"], row.get("date")) for row in rows]
    outcomes = []
    for row, parsed in zip(rows, system.parsed(stories), strict=True):
        words = [token.text.lower() for token in parsed.tokens]
        discarded = any(_occurs(entry, words) for entry in (*sentence, *story))
        coded = [] if discarded else triples(system.coder.code(resolver.resolve(parsed)), _needs_dyad(row))
        outcomes.append(judge([(e["source"], e["target"], e["cameo"]) for e in row["events"]], coded))
    return {**figures(outcomes), "n": len(rows), "classes": {}, "intervals": intervals(outcomes, figures)}


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up row outcomes."""
    slots = sum(o.slots for o in outcomes)
    return {
        "slots": sum(o.right for o in outcomes) / slots if slots else 0.0,
        "rows_exact": sum(o.exact for o in outcomes) / len(outcomes) if outcomes else 0.0,
    }


def judge(expected: Sequence[Triple], coded: Sequence[Triple]) -> Outcome:
    """Pair expected with coded triples, best first, and count the slots that agree."""
    longest = max(len(expected), len(coded))
    if not longest:
        return Outcome(3, 3, True)
    left, right = list(coded), 0
    for triple in expected:
        best = max(left, key=lambda other: _agree(triple, other), default=None)
        if best is not None and _agree(triple, best):
            left.remove(best)
            right += _agree(triple, best)
    return Outcome(right, 3 * longest, sorted(expected) == sorted(coded))


def triples(coded: CodedStory, needs_dyad: bool) -> list[Triple]:
    """Return the (source, target, CAMEO) triples of a coded story, both ways round for joint acts."""
    found: list[Triple] = []
    for event in coded.events:
        if event.content_of is not None:
            continue
        sources = [code for p in event.actors for code in codes(p)]
        targets = [code for p in event.recipients for code in codes(p)]
        pairs = list(product(sources or [MISSING], targets or [MISSING]))
        if not targets and len(sources) > 1:
            pairs = [(a, b) for a in sources for b in sources if a != b]
        found.extend((a, b, event.cameo) for a, b in pairs if not (needs_dyad and MISSING in (a, b)))
    return sorted(set(found))


def codes(participant: Participant) -> list[str]:
    """Write a participant as dictionary codes: country and roles run together, `---` for no country."""
    resolution = participant.resolution
    countries = resolution.countries or (resolution.country or MISSING,)
    return [country + "".join(resolution.sectors) for country in countries]


def _agree(a: Triple, b: Triple) -> int:
    return sum(x == y for x, y in zip(a, b, strict=True))


def _needs_dyad(row: Row) -> bool:
    return str(row.get("config", {}).get("require_dyad", "true")).lower() != "false"


def _occurs(entry: Phrase, words: Sequence[str]) -> bool:
    size = len(entry.words)
    return any(tuple(words[i : i + size]) == entry.words for i in range(len(words) - size + 1))
