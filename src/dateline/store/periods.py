"""Standing relations over a run: the ties of all stories joined into periods, each with the reports that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.store.rows import Row
from dateline.store.run import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePeriod:
    """One relation between the same parties, for as long as reports state it.

    Attributes:
        kind: Kind of relation, as in the table `ties`.
        parties, countries: The parties' names and codes, parted by semicolons.
        holder, host: For one-way relations: who keeps something, and with whom.
        since, until: The earliest beginning and the latest end that any report gives, as coarse as it gives them.
        first_stated, last_stated: Days of the first and the last report that states it (ISO).
        statements: How often it is stated; `agencies`: by how many agencies.
        stories: Ids of the stories that state it, parted by semicolons.
        said_by: Who is given as its source, where anybody is.
        text: The clause of the latest statement.
    """

    kind: str
    parties: str
    countries: str
    holder: str | None
    host: str | None
    since: str | None
    until: str | None
    first_stated: str | None
    last_stated: str | None
    statements: int
    agencies: int
    stories: str
    said_by: str | None
    text: str | None

    def stands(self, day: str) -> bool:
        """Say whether the relation is known to stand on a day (ISO): begun or stated by then, and not ended.

        Example:
            >>> period.stands("2019-10-03")  # doctest: +SKIP
            True
        """
        start = self.since or self.first_stated
        return (start is None or start <= day) and (self.until is None or self.until >= day)


def tie_periods(run: Run) -> tuple[TiePeriod, ...]:
    """Return the standing relations of a run, by kind and parties, each period once.

    A report that gives an end closes the period; a later beginning of the same relation opens another one. A beginning
    told in one report holds for the relation in all of them.

    Args:
        run: The run.
    """
    stories = {story["story_id"]: story for story in run.rows("stories")}
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for tie in run.rows("ties"):
        groups[_key(tie)].append(tie)
    found = [
        _period(part, stories)
        for ties in groups.values()
        for part in _parts(sorted(ties, key=lambda t: (t["as_of"] or "", t["story_id"], t["start"] or 0)))
    ]
    return tuple(sorted(found, key=lambda p: (p.kind, p.countries, p.since or p.first_stated or "")))


def _key(tie: Row) -> tuple[str, ...]:
    sides = (tie["holder"] or "", tie["host"] or "")
    who = tie["countries"] or tie["parties"] or ""
    return (tie["kind"], *sides, *sorted(who.split(";")))


def _parts(ties: Sequence[Row]) -> Iterable[list[Row]]:
    """Split the statements of one relation where it ended and began again."""
    part: list[Row] = []
    ended: str | None = None
    for tie in ties:
        if ended is not None and tie["since"] and tie["since"] > ended:
            yield part
            part, ended = [], None
        part.append(tie)
        ended = max((t for t in (ended, tie["until"]) if t), default=None)
    if part:
        yield part


def _period(ties: Sequence[Row], stories: dict[str, Row]) -> TiePeriod:
    days = [t["as_of"] for t in ties if t["as_of"]]
    told = [stories[t["story_id"]] for t in ties if t["story_id"] in stories]
    last = ties[-1]
    speakers = dict.fromkeys(t["said_by"] for t in ties if t["said_by"])
    return TiePeriod(
        kind=last["kind"],
        parties=last["parties"],
        countries=last["countries"],
        holder=last["holder"],
        host=last["host"],
        since=min((t["since"] for t in ties if t["since"]), default=None),
        until=max((t["until"] for t in ties if t["until"]), default=None),
        first_stated=min(days, default=None),
        last_stated=max(days, default=None),
        statements=len(ties),
        agencies=len({s.get("agency") for s in told if s.get("agency")}),
        stories=";".join(dict.fromkeys(t["story_id"] for t in ties)),
        said_by="; ".join(speakers) or None,
        text=last["text"],
    )


def selected(
    found: Iterable[TiePeriod], *, kind: str | None = None, party: str | None = None, on: str | None = None
) -> list[TiePeriod]:
    """Return the periods of one kind, of one party on either side, and of those that stand on a day (ISO)."""
    return [
        p
        for p in found
        if kind in (None, p.kind)
        and (party is None or party in (p.countries or "").split(";"))
        and (on is None or p.stands(on))
    ]
