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
from dateline.coding.frames.dictionary import DictionaryCoder, DictionaryEvent
from dateline.knowledge.petrarch import Problem, read_actors, read_agents, read_discards
from dateline.knowledge.petrarch_verbs import read_verbs
from dateline.model import Mention, UsageError
from dateline.resolve.dictionary import DictionaryResolver, occurs

Triple = tuple[str, str, str]
MISSING = "---"
ACTORS, AGENTS, DISCARDS = "UP.PETR.Validate.actors.txt", "PETR.Validate.agents.txt", "PETR.Validate.discards.txt"
VERBS = "UP.PETR.Validate.verbs.2.0.txt"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Slots right and asked for in one row, and whether the row is exact."""

    right: int
    slots: int
    exact: bool


def evaluate(rows: Sequence[Row], system: System, *, folder: Path) -> dict[str, Any]:
    """Code every sentence with the dictionaries given: actors, agents, discards and verbs.

    Args:
        rows: Sentences with expected (source, target, CAMEO) triples.
        system: The stages.
        folder: Where the dictionaries are.

    Returns:
        `slots`: right slots after the best pairing of expected and coded triples, over three slots for each
        triple of the longer list (a row that expects and yields nothing has its three slots right);
        `rows_exact`; `n`; intervals.
    """
    for name in (ACTORS, AGENTS, DISCARDS, VERBS):
        if not (folder / name).is_file():
            raise UsageError(f"the suite needs {name} in {folder}; put the suite's dictionaries there")
    resolver = DictionaryResolver(read_actors(folder / ACTORS), read_agents(folder / AGENTS))
    problems: list[Problem] = []
    coder = DictionaryCoder(read_verbs(folder / VERBS, problems))
    sentence, story = read_discards(folder / DISCARDS)
    stories = [sentence_story(row["id"], row["text"], row.get("date")) for row in rows]
    outcomes = []
    for row, parsed in zip(rows, system.parsed(stories), strict=True):
        words = [token.text.lower() for token in parsed.tokens]
        discarded = any(occurs(entry, words) for entry in (*sentence, *story))
        coded = [] if discarded else triples(coder.code(resolver.resolve(parsed)), _needs_dyad(row))
        outcomes.append(judge(_expected(row), coded))
    return {**figures(outcomes), "n": len(rows), "classes": {}, "intervals": intervals(outcomes, figures)}


def _expected(row: Row) -> list[Triple]:
    # A compound actor (A/B) stands for one event each.
    return [
        (source, target, event["cameo"])
        for event in row["events"]
        for source, target in product(event["source"].split("/"), event["target"].split("/"))
    ]


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


def triples(events: Sequence[DictionaryEvent], needs_dyad: bool) -> list[Triple]:
    """Return the (source, target, code) triples of some events, each once."""
    found: set[Triple] = set()
    for event in events:
        sources = [code for mention in event.sources for code in codes(mention)]
        targets = [code for mention in event.targets for code in codes(mention)]
        pairs = product(sources or [MISSING], targets or [MISSING])
        found.update((a, b, event.code) for a, b in pairs if not (needs_dyad and MISSING in (a, b)))
    return sorted(triple for triple in found if triple[0] != triple[1])


def codes(mention: Mention) -> list[str]:
    """Write a mention as dictionary codes: country and roles run together, `---` for no country."""
    resolution = mention.resolution
    if resolution is None:
        return []
    countries = resolution.countries or (resolution.country or MISSING,)
    return [country + "".join(resolution.sectors) for country in countries]


def _agree(a: Triple, b: Triple) -> int:
    return sum(x == y for x, y in zip(a, b, strict=True))


def _needs_dyad(row: Row) -> bool:
    return str(row.get("config", {}).get("require_dyad", "true")).lower() != "false"
