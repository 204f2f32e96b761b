"""Suite `coreference`: reports whose mentions are bracketed with the number of who is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dateline.apps.evaluation.metrics import Tally, harmonic, intervals
from dateline.apps.evaluation.rows import Row, sentence_story
from dateline.apps.evaluation.system import System
from dateline.model import Mention, MentionKind, ResolvedStory, UsageError

PRONOUNS = frozenset({MentionKind.PRONOUN, MentionKind.DEICTIC})


@dataclass(frozen=True, slots=True)
class Marked:
    """One bracketed mention: characters `[start, end)` of the plain text and who is meant ("1", or "1+2" for both)."""

    start: int
    end: int
    who: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One report's counts: links (MUC), mentions (B-cubed, as sums and sizes) and pronouns."""

    links: Tally
    precision: float
    recall: float
    mentions: int
    pronouns: Tally


def evaluate(rows: Sequence[Row], system: System) -> dict[str, Any]:
    """Resolve each report and compare its chains with the brackets.

    A row holds `id`, `published` and `text`, in which `[Ann Lee|1]` is a mention of number 1 and `[both|1+2]` one of a
    group; brackets may be nested. A mention counts as found when Dateline has one with the same head word; one that is
    not found stands in a chain of its own. Mentions outside the brackets count for nothing.

    Returns:
        `muc_f1` (links), `b3_f1` (mentions), `average` of the two, `pronouns` (share of pronouns whose nearest earlier
        mention of the chain is really of the same one), `n`, `mentions` and intervals.
    """
    outcomes = []
    for row in rows:
        text, marked = unmark(row["text"])
        resolved = system.resolver.resolve(system.parser.parse(sentence_story(row["id"], text, row.get("published"))))
        outcomes.append(judge(marked, chains(marked, resolved)))
    return {
        **figures(outcomes),
        "n": len(rows),
        "mentions": sum(o.mentions for o in outcomes),
        "classes": {},
        "intervals": intervals(outcomes, figures),
    }


def unmark(text: str) -> tuple[str, list[Marked]]:
    """Return the plain text and its mentions in text order.

    Raises:
        UsageError: A bracket has no number or no partner.

    Example:
        >>> unmark("[Ann|1] saw [[her|1] dog|2].")[0]
        'Ann saw her dog.'
    """
    plain: list[str] = []
    found: list[Marked] = []
    open_: list[int] = []
    size = i = 0
    while i < len(text):
        if text[i] == "[":
            open_.append(size)
        elif text[i] == "|" and open_:
            end = text.find("]", i)
            if end < 0:
                raise UsageError(f"a bracket that opens in {text[:40]!r} does not close; write [words|number]")
            found.append(Marked(open_.pop(), size, text[i + 1 : end]))
            i = end
        else:
            plain.append(text[i])
            size += 1
        i += 1
    if open_:
        raise UsageError(f"a bracket in {text[:40]!r} has no number; write [words|number]")
    return "".join(plain), sorted(found, key=lambda m: (m.start, -m.end))


def chains(marked: Sequence[Marked], resolved: ResolvedStory) -> list[tuple[str, bool]]:
    """Return for every bracket the name of the system's chain, and whether it is a pronoun."""
    heads = {m.head: m for m in resolved.mentions}
    found = []
    for n, mark in enumerate(marked):
        inside = [t for t in resolved.parsed.tokens if mark.start <= t.start and t.end <= mark.end]
        root = next((t for t in inside if t.head == t.i or not inside[0].i <= t.head <= inside[-1].i), None)
        mention = heads.get(root.i) if root else None
        pronoun = len(inside) == 1 and inside[0].tag in {"PRP", "PRP$", "WP"}
        found.append((_chain(mention, n, resolved), pronoun))
    return found


def _chain(mention: Mention | None, n: int, resolved: ResolvedStory) -> str:
    if mention is None:
        return f"missed {n}"
    if mention.parts:
        return "+".join(sorted(str(resolved.mentions[p].chain) for p in mention.parts))
    return str(mention.chain)


def judge(marked: Sequence[Marked], found: Sequence[tuple[str, bool]]) -> Outcome:
    """Compare chains: gold by number, the system's by name."""
    gold = [mark.who for mark in marked]
    system = [name for name, _ in found]
    both, by_gold, by_system = Counter(zip(gold, system, strict=True)), Counter(gold), Counter(system)
    shared = [both[pair] for pair in zip(gold, system, strict=True)]
    links = Tally(
        sum(count - 1 for count in both.values()),
        sum(count - 1 for count in by_system.values()),
        sum(count - 1 for count in by_gold.values()),
    )
    return Outcome(
        links=links,
        precision=sum(s / by_system[name] for s, name in zip(shared, system, strict=True)),
        recall=sum(s / by_gold[who] for s, who in zip(shared, gold, strict=True)),
        mentions=len(marked),
        pronouns=_pronouns(gold, found),
    )


def _pronouns(gold: Sequence[str], found: Sequence[tuple[str, bool]]) -> Tally:
    total = Tally()
    for n, (name, pronoun) in enumerate(found):
        if pronoun and gold[n] in gold[:n]:
            before = next((gold[k] for k in range(n - 1, -1, -1) if found[k][0] == name), None)
            total += Tally(int(before == gold[n]), 1, 1)
    return total


def figures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Add up reports."""
    mentions = sum(o.mentions for o in outcomes) or 1
    links = sum((o.links for o in outcomes), Tally())
    b3 = harmonic(sum(o.precision for o in outcomes) / mentions, sum(o.recall for o in outcomes) / mentions)
    pronouns = sum((o.pronouns for o in outcomes), Tally())
    return {"average": (links.f1 + b3) / 2, "muc_f1": links.f1, "b3_f1": b3, "pronouns": pronouns.recall}
