"""What two runs over the same stories code differently, by type and with examples."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.store.rows import Row
from dateline.store.run import Run

# Columns that make two events of one clause different; the reasons and offsets behind them do not.
COMPARED = (
    "modes", "contexts", "cameo", "status", "date", "place", "actor_country", "actor_sector", "recipient_country",
    "recipient_sector", "said_by", "speech_act", "dead_low", "injured_low", "arrested_low",
)  # fmt: skip
EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event that two runs code differently.

    Attributes:
        kind: `only_a`, `only_b`, `retyped` (same clause, another type) or `columns`.
        type: The type in A, else in B.
        says: What differs, in words.
        text: The clause.
    """

    kind: str
    type: str
    story_id: str
    says: str
    text: str


@dataclass(slots=True)
class Difference:
    """Counts and changes between two runs.

    Attributes:
        stories: Stories that both runs hold with the same text.
        only_a, only_b: Stories that one run alone holds.
        counts: For every type how many events are in `a`, in `b`, `same`, and changed by kind.
        columns: How often each column differs.
    """

    stories: int = 0
    only_a: int = 0
    only_b: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    columns: Counter[str] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)

    def rows(self) -> Iterator[Row]:
        """Yield a row a type: its counts, and up to three examples of each kind of change."""
        for kind in sorted(self.counts):
            own = self.counts[kind]
            names = ("a", "b", "same", "columns", "retyped", "only_a", "only_b")
            yield {"type": kind, **{name: own[name] for name in names}, "examples": self.examples(kind)}

    def examples(self, event_type: str) -> list[Row]:
        """Return the first changes of a type, three of each kind."""
        seen: Counter[str] = Counter()
        found = []
        for change in self.changes:
            if change.type == event_type and seen[change.kind] < EXAMPLES:
                seen[change.kind] += 1
                found.append(
                    {"kind": change.kind, "story_id": change.story_id, "says": change.says, "text": change.text}
                )
        return found


def difference(one: Run, other: Run) -> Difference:
    """Compare the events of two runs, story by story.

    Two events are the same when their clauses overlap most and their types and compared columns are equal.

    Args:
        one: The run A, say of an old version.
        other: The run B.
    """
    found = Difference()
    texts = [{row["story_id"]: row["text_sha256"] for row in _stories(run)} for run in (one, other)]
    shared = {key for key, digest in texts[0].items() if texts[1].get(key) == digest}
    found.stories, found.only_a, found.only_b = (len(shared), len(texts[0]) - len(shared), len(texts[1]) - len(shared))
    events = [_by_story(run, shared) for run in (one, other)]
    for story in texts[0]:
        if story in shared:
            _compare(events[0][story], events[1][story], found)
    return found


def _stories(run: Run) -> list[Row]:
    rows: list[Row] = run.to_arrow("stories").select(["story_id", "text_sha256"]).to_pylist()
    return rows


def _by_story(run: Run, wanted: set[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for event in run.stream("events"):
        if event["story_id"] in wanted:
            found[event["story_id"]].append(event)
    return found


def _compare(ones: list[Row], others: list[Row], found: Difference) -> None:
    for name, events in (("a", ones), ("b", others)):
        for event in events:
            found.counts[event["type"]][name] += 1
    pairs, left, right = _paired(ones, others)
    for one, other in pairs:
        _judge(one, other, found)
    for kind, events in (("only_a", left), ("only_b", right)):
        for event in events:
            _note(found, kind, event, f"{event['actor'] or '?'} > {event['recipient'] or '?'}")


def _paired(ones: list[Row], others: list[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Pair events by type and overlap of their clauses, the likest first."""
    scored = sorted(
        ((one["type"] == other["type"], _overlap(one, other), -n, -m) for n, one in enumerate(ones)
         for m, other in enumerate(others) if _overlap(one, other) > 0),
        reverse=True,
    )  # fmt: skip
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, _, n, m in scored:
        if -n not in taken[0] and -m not in taken[1]:
            taken[0].add(-n)
            taken[1].add(-m)
            pairs.append((ones[-n], others[-m]))
    left = [event for n, event in enumerate(ones) if n not in taken[0]]
    return pairs, left, [event for m, event in enumerate(others) if m not in taken[1]]


def _overlap(one: Row, other: Row) -> int:
    if one["start"] is None or other["start"] is None:
        return 0
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _judge(one: Row, other: Row, found: Difference) -> None:
    if one["type"] != other["type"]:
        _note(found, "retyped", one, f"{one['type']} > {other['type']}")
        return
    differing = [name for name in COMPARED if (one[name] or None) != (other[name] or None)]
    if not differing:
        found.counts[one["type"]]["same"] += 1
        return
    found.columns.update(differing)
    _note(found, "columns", one, "; ".join(f"{name}: {one[name]} > {other[name]}" for name in differing))


def _note(found: Difference, kind: str, event: Row, says: str) -> None:
    found.counts[event["type"]][kind] += 1
    change = Change(
        kind=kind, type=event["type"], story_id=event["story_id"], says=says, text=(event["text"] or "")[:200]
    )
    found.changes.append(change)
