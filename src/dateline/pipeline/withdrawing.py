"""Stories and events that a notice of the run withdraws carry the reason; nothing is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.dedup import Withdrawals
from dateline.store import Rows


def withdraw(finished: Callable[[], Iterator[Rows]]) -> Iterator[Rows]:
    """Yield the rows of all shards with `withdrawn` filled in.

    Args:
        finished: Gives the rows of every shard from the first on, each time it is called.
    """
    notices = Withdrawals.of(row for rows in finished() for row in rows["stories"])
    order = 0
    for rows in finished():
        reasons: dict[str, str] = {}
        for row in rows["stories"]:
            reason = notices.reason(row, order) if notices else None
            order += 1
            row["withdrawn"] = reason
            if reason:
                reasons[row["story_id"]] = reason
        for row in rows["events"]:
            row["withdrawn"] = reasons.get(row["story_id"])
        yield rows
