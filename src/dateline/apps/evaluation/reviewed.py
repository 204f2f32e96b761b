"""Suite `reviewed`: precision of a run by what human reviewers said of its events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.apps.evaluation.metrics import stratified, wilson
from dateline.apps.review.kept import read
from dateline.apps.review.log import ReviewLog
from dateline.apps.review.plans import Plan
from dateline.apps.review.state import State, Verdict
from dateline.apps.review.values import QUESTIONS
from dateline.model import UsageError
from dateline.store import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many, with Wilson's 95 % interval."""

    name: str
    right: int
    n: int

    @property
    def value(self) -> float:
        """The share; 0 when nothing was reviewed."""
        return self.right / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Its bounds."""
        return wilson(self.right, self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """What reviews say of a run.

    Attributes:
        types: For each type the machine coded: events of which the type is right.
        event: Events that are in the text at all, whatever their type.
        type: Events of the right type, as they were sampled.
        whole: The same for the whole run: each type weighs as it is frequent there (share, low, high).
        accepted: Events in which nothing had to be corrected.
        questions: Of the events of the right type: how often each other answer is right.
        disputed: Events on which coders differ; they do not count above.
        missed: Events that reviewers added.
        ties: Standing ties in which nothing had to be corrected.
    """

    types: tuple[Share, ...]
    event: Share
    type: Share
    whole: tuple[float, float, float]
    accepted: Share
    questions: tuple[Share, ...]
    disputed: int
    missed: int
    ties: Share


def precision(state: State, totals: Mapping[str, int], *, only: Iterable[str] | None = None) -> Precision:
    """Add up reviews.

    Args:
        state: What the log adds up to.
        totals: How many events of each type the run holds.
        only: Ids of events, as of a sampling plan; all reviewed events when None.
    """
    wanted = None if only is None else set(only)
    verdicts = {e: v for e, v in state.verdicts().items() if wanted is None or e in wanted}
    settled = [v for v in verdicts.values() if v.kind != "disputed"]
    by_type: dict[str, list[Verdict]] = {}
    for verdict in settled:
        by_type.setdefault(str(verdict.machine["type"]), []).append(verdict)
    types = tuple(_share(name, by_type[name], type_right) for name in sorted(by_type))
    real = [v for v in settled if type_right(v)]
    return Precision(
        types=types,
        event=_share("event", settled, lambda v: v.kind != "reject"),
        type=_share("type", settled, type_right),
        whole=stratified([(max(totals.get(t.name, 0), t.n), t.right, t.n) for t in types]),
        accepted=_share("accepted", settled, lambda v: v.kind == "accept"),
        questions=tuple(
            Share(name=name, right=sum(_same(v, columns) for v in real), n=len(real))
            for name, columns in QUESTIONS.items()
            if name != "type"
        ),
        disputed=len(verdicts) - len(settled),
        missed=len(state.added),
        ties=_ties(state),
    )


def _ties(state: State) -> Share:
    found = [state.tie_verdict(tie_id) for tie_id in state.ties]
    return _share("ties", [v for v in found if v.kind != "disputed"], lambda v: v.kind == "accept")


def evaluate(source: Path, *, plan: str | None = None) -> dict[str, Any]:
    """Return the figures of the suite for `dateline evaluate reviewed RUN`.

    Args:
        source: The run folder, with its log of reviews; or a log that `dateline review log` printed.
        plan: Count only the events of this sampling plan.

    Raises:
        UsageError: Nothing was reviewed, or there is no such plan.
    """
    state, totals, plans = _material(source)
    only = None
    if plan is not None:
        only = next((p.events for p in plans if p.name == plan), None)
        if only is None:
            names = ", ".join(p.name for p in plans) or "none"
            raise UsageError(f"there is no sampling plan {plan!r}; the log holds: {names}")
    found = precision(state, totals, only=only)
    if not found.type.n:
        raise UsageError(f"nothing in {source} was reviewed; review events with `dateline serve {source}`")
    return _figures(found)


def _material(source: Path) -> tuple[State, Mapping[str, int], Sequence[Plan]]:
    """Return reviews, the run's events by type, and the sampling plans."""
    if source.is_file():
        kept = read(source)
        return kept.state(), kept.types, kept.plans
    run, log = Run.open(source), ReviewLog(source)
    return log.state(), Counter(run.to_arrow("events").column("type").to_pylist()), log.plans()


def _figures(found: Precision) -> dict[str, Any]:
    shares = {"precision": found.type, "accepted": found.accepted, "event": found.event}
    shares |= {share.name: share for share in (*found.questions, *found.types)}
    shares |= {"ties": found.ties} if found.ties.n else {}
    return {
        "precision_whole_run": found.whole[0],
        **{name: share.value for name, share in shares.items()},
        "n": found.type.n,
        "disputed": found.disputed,
        "missed_events": found.missed,
        "classes": {share.name: share.n for share in found.types},
        "intervals": {
            "precision_whole_run": [round(x, 4) for x in found.whole[1:]],
            **{name: [round(x, 4) for x in share.interval] for name, share in shares.items()},
        },
    }


def type_right(verdict: Verdict) -> bool:
    """Say whether the event is in the text and of the type that the machine gave."""
    return verdict.kind != "reject" and verdict.human.get("type") == verdict.machine.get("type")


def _share(name: str, verdicts: Sequence[Verdict], right: Any) -> Share:
    return Share(name=name, right=sum(bool(right(v)) for v in verdicts), n=len(verdicts))


def _same(verdict: Verdict, columns: Iterable[str]) -> bool:
    return all(verdict.human.get(c, "") == verdict.machine.get(c, "") for c in columns)
