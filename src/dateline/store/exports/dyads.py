"""Events as other coders count them: one row a pair of actor and recipient, and only what happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from dateline.store.rows import Row
from dateline.store.run import Run

# Other coders know no status: what is planned, imagined or denied is left out of their formats.
TOLD = ("happened", "ongoing")


@dataclass(frozen=True, slots=True)
class Dyad:
    """One event between one actor and at most one recipient; `number` counts an event's pairs from 0."""

    event: Row
    story: Row
    actor: Row | None
    recipient: Row | None
    number: int

    @property
    def id(self) -> str:
        """The event's id, with the pair's number behind it where there are several."""
        return f"{self.event['event_id']}{f'-{self.number}' if self.number else ''}"


def told_events(run: Run) -> Iterator[tuple[Row, Row, list[Row], list[Row]]]:
    """Yield event, story, actors and recipients of every event that happened."""
    stories = {row["story_id"]: row for row in run.rows("stories")}
    parties: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in run.rows("event_actors"):
        parties[row["event_id"], row["side"]].append(row)
    for event in run.rows("events"):
        # These formats have no column that says so; the event stays in the run's own tables.
        if event.get("withdrawn"):
            continue
        if event["status"] in TOLD and not event["content_of"]:
            key = event["event_id"]
            yield event, stories[event["story_id"]], parties[key, "actor"], parties[key, "recipient"]


def dyads(run: Run) -> Iterator[Dyad]:
    """Yield every pair of actor and recipient; of actors without a recipient ("A and B met"), every ordered pair."""
    for event, story, actors, recipients in told_events(run):
        pairs: list[tuple[Row | None, Row | None]]
        if actors and recipients:
            pairs = [(a, r) for a in actors for r in recipients]
        elif len(actors) > 1:
            pairs = list(permutations(actors, 2))
        else:
            pairs = [(a, None) for a in actors] or [(None, r) for r in recipients]
        for number, (actor, recipient) in enumerate(pairs):
            yield Dyad(event, story, actor, recipient, number)
