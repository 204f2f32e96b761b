"""From a run to the content of a dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.apps.dossier.content import (
    Dossier,
    Incident,
    Line,
    Promise,
    Quote,
    Ref,
    Source,
    StandingTie,
    Words,
)
from dateline.apps.dossier.dates import spoken
from dateline.apps.dossier.figures import balances, charts, counterparts, figures, summary
from dateline.apps.dossier.method import method, notes, standing
from dateline.apps.dossier.reading import Material, read
from dateline.apps.dossier.reviews import Reviews
from dateline.apps.dossier.subjects import Subject, find_subject
from dateline.apps.dossier.wording import Names, act, details, gloss, reference, sources_of, words
from dateline.apps.review import standing_commitments
from dateline.knowledge.base import KnowledgeBase
from dateline.knowledge.codebook import Codebook
from dateline.model import UsageError
from dateline.store import Run
from dateline.store.commitments import Commitment

Row = Mapping[str, Any]
# Further facts of a tie, and the words before each.
_TOLD = (("holder", "kept by"), ("host", "with"), ("office", "office:"), ("place", "at"), ("said_by", "according to"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to take and how to point at it.

    Attributes:
        since, until: First and last day.
        as_of: Day for which commitments are judged; the run's last story day when None.
        link: Address of a workbench that serves the run; references then lead there.
        title: Another title.
    """

    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    link: str = ""
    title: str = ""


def gather(run: Run, actors: Sequence[str], *, options: Options | None = None) -> Dossier:
    """Return what a run holds about one actor or a pair.

    Args:
        run: The run.
        actors: One or two: codes, names of countries, or names of people and bodies that the run knows.
        options: What to take.

    Raises:
        UsageError: An actor is not known, the same one is given twice, or there are more than two.
        StoreError: A table is damaged.

    Example:
        >>> dossier = gather(Run.open("runs/demo"), ["Canada", "BLR"])  # doctest: +SKIP
        >>> dossier.title  # doctest: +SKIP
        'Canada and Belarus'
    """
    chosen = options or Options()
    base = KnowledgeBase.open()
    database = run.duckdb()
    subjects = tuple(find_subject(text, run=database, base=base) for text in actors)
    if not 1 <= len(subjects) <= 2:
        raise UsageError("a dossier is about one actor or two")
    if len(set(subjects)) != len(subjects):
        raise UsageError(f"{actors[0]!r} and {actors[1]!r} are the same actor")
    days = [day.isoformat() if day else None for day in (chosen.since, chosen.until)]
    reviews = Reviews.read(run.folder)
    material = read(
        database,
        subjects,
        since=days[0],
        until=days[1],
        moves=reviews.moves(subjects),
        stories=frozenset(entry.story_id for entry in reviews.added),
    )
    return _Writer(run, subjects, material, chosen, Names(base), reviews).dossier()


class _Writer:
    """Puts the material of one dossier into words."""

    def __init__(
        self,
        run: Run,
        subjects: tuple[Subject, ...],
        material: Material,
        options: Options,
        names: Names,
        reviews: Reviews,
    ) -> None:
        self.run, self.subjects, self.material, self.options, self.names = run, subjects, material, options, names
        self.codebook, self.reviews = Codebook.load(), reviews
        missed = [row for row in reviews.missed(subjects, self.codebook) if row["story_id"] in material.stories]
        self.coded = [*material.events, *missed]
        self.parties = {
            e["event_id"]: reviews.parties(e, material.by_event.get(e["event_id"], [])) for e in self._all()
        }
        told = {row["story_id"] for row in [*self.coded, *material.ties, *material.statements]}
        stories = {key: story for key, story in material.stories.items() if key in told}
        self.sources: dict[str, Source] = sources_of(stories)
        self.stories = stories

    def dossier(self) -> Dossier:
        material, names = self.material, self.names
        standing_rows = [event for event in self._all() if self._kind(event) != "reject"]
        rejected = [event for event in self.coded if self._kind(event) == "reject"]
        groups = self._groups(standing_rows)
        counted = [group[0] for group in groups]
        lines = [self._line(group) for group in groups]
        promises = self._promises({e["event_id"] for e in standing_rows})
        quotes = tuple(self._quote(row) for row in material.statements)
        standing_ties = self.reviews.standing_ties(material.ties)
        ties = tuple(self._tie(row) for row in standing_ties)
        title = self.options.title or " and ".join(subject.name for subject in self.subjects)
        parts = {"lines": lines, "promises": promises, "quotes": quotes, "ties": ties}
        return Dossier(
            title=title,
            subjects=tuple(subject.label() for subject in self.subjects),
            period=self._period(counted),
            summary=summary(counted, self.subjects, promises, len(self.sources)),
            standing=standing(standing_rows + rejected, self.reviews),
            figures=figures(counted, parts, list(self.stories.values())),
            balance=balances(counted, self.parties, self.subjects),
            counterparts=counterparts(counted, self.parties, self.subjects, names),
            charts=charts(counted, standing_ties),
            lines=tuple(line for line in lines if line.day),
            undated=tuple(line for line in lines if not line.day),
            rejected=tuple(self._line([event]) for event in rejected),
            quotes=quotes,
            promises=promises,
            ties=ties,
            incidents=self._incidents(),
            sources=tuple(self.sources.values()),
            method=method(self.run),
            notes=notes(self.subjects, self.options.since, self.options.until, material),
        )

    def _all(self) -> list[dict[str, Any]]:
        """Return all events with the reviewers' values, in the order of time."""
        rows = [self.reviews.standing(event, self.codebook) for event in self.coded]
        return sorted(rows, key=lambda e: (e["date_begin"] or date.max, e["story_id"], e["start"]))

    def _kind(self, event: Row) -> str:
        return self.reviews.kind(event["event_id"])

    def _groups(self, events: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        """Put together what several reports tell of one event: its incident, else equal clauses of copies."""
        groups: defaultdict[object, list[dict[str, Any]]] = defaultdict(list)
        for event in events:
            story = self.material.stories[event["story_id"]]
            same = (story["dup_group"], event["type"], event["status"], " ".join((event["text"] or "").split()))
            groups[self.material.incident_of.get(event["event_id"], same)].append(event)
        return list(groups.values())

    def _line(self, group: Sequence[Row]) -> Line:
        event = group[0]
        parties = self.parties[event["event_id"]]
        story = self.stories[event["story_id"]]
        label = self.codebook.cameo.get(event["cameo"] or "")
        mode = f" ({event['modes'].replace(';', ', ')})" if event["modes"] else ""
        refs = tuple(self._ref(row, "event", row["event_id"]) for row in group)
        told_by = len({ref.number for ref in refs})
        reports = (f"told by {told_by} reports",) if told_by > 1 else ()
        return Line(
            event_id=event["event_id"],
            day=spoken(event["date"]),
            told=spoken(story["day"]),
            reason=event["date_reason"] or "",
            actors=self.names.parties(parties, "actor") or "not named",
            recipients=self.names.parties(parties, "recipient"),
            type=f"{event['type']}{mode}",
            gloss=gloss(label.label, event["type"]) if label else "",
            cameo=event["cameo"] or "",
            quad=event["quad_class"] or "",
            score=event["plover_score"] or 0.0,
            status=event["status"],
            confidence=event["confidence"] or 0.0,
            details=(*details(event, self.names), *reports),
            words=words(event, self.material.triggers.get(event["event_id"]), story["text"], story["segments"] or ""),
            refs=refs,
            review=self.reviews.words(event["event_id"]),
        )

    def _ref(self, row: Row, kind: str, key: str) -> Ref:
        return reference(row, self.sources, link=self.options.link, kind=kind, key=key)

    def _quote(self, row: Row) -> Quote:
        story = self.stories[row["story_id"]]
        role = f", {row['speaker_role']}" if row["speaker_role"] else ""
        code = f" ({row['speaker_country']})" if row["speaker_country"] else ""
        content = row["content"] or ""
        whole = row["kind"] == "direct" or content != story["text"][row["start"] : row["end"]]
        return Quote(
            day=spoken(story["day"]),
            speaker=f"{row['speaker'] or row['speaker_text'] or 'not named'}{role}{code}",
            act=act(row),
            cue=row["cue"] or "",
            to=row["addressee"] or "",
            content=content,
            words=Words(before=content) if whole else words(row, None, story["text"], story["segments"] or ""),
            direct=row["kind"] == "direct",
            ref=self._ref(row, "story", row["story_id"]),
        )

    def _tie(self, row: Row) -> StandingTie:
        since, until = spoken(row["since"]), spoken(row["until"])
        told = [f"{words} {self.names.inside(row[name])}" for name, words in _TOLD if row[name]]
        said = self.reviews.words_on_tie(row["tie_id"])
        period = " ".join([*([f"since {since}"] if since else []), *([f"until {until}"] if until else [])])
        return StandingTie(
            kind=row["kind"].replace("-", " "),
            parties=self.names.inside("; ".join((row["parties"] or "").split(";"))),
            period=period or "dates not stated",
            as_of=spoken(row["as_of"]),
            details=(*told, *([said] if said else [])),
            words=row["text"] or "",
            ref=self._ref(row, "story", row["story_id"]),
        )

    def _promises(self, chosen: set[str]) -> tuple[Promise, ...]:
        events = {event["event_id"]: event for event in self.coded}
        found = standing_commitments(self.run, as_of=self.options.as_of, among=chosen)
        return tuple(
            self._promise(c, events[c.event_id if c.event_id in events else c.act_id])
            for c in found
            if c.event_id in chosen or c.act_id in chosen
        )

    def _promise(self, found: Commitment, event: Row) -> Promise:
        by, to = self._who(found.by), self._who(found.to)
        towards = f" towards {to}" if to and to != by else ""
        made_by = f", demanded by {self._who(found.made_by)}" if found.kind == "demand" and found.made_by else ""
        days = {spoken(found.due_begin), spoken(found.due_end)} - {""}
        due = " to ".join(spoken(day) for day in (found.due_begin, found.due_end)) if len(days) == 2 else "".join(days)
        return Promise(
            made=spoken(found.made_on),
            kind=found.kind,
            what=f"{found.act} by {by or 'somebody not named'}{towards}{made_by}",
            due=due,
            state=found.state,
            settled=spoken(found.settled_on),
            words=found.text or "",
            ref=self._ref(event, "event", event["event_id"]),
        )

    def _who(self, text: str | None) -> str:
        return ", ".join(self.names.of(part) for part in (text or "").split(";") if part)

    def _incidents(self) -> tuple[Incident, ...] | None:
        """Return the events that more than one report tells, the most reported first."""
        if self.material.incidents is None:
            return None
        members: defaultdict[str, list[Row]] = defaultdict(list)
        for event in self.material.events:
            if event["event_id"] in self.material.incident_of and self._kind(event) != "reject":
                members[self.material.incident_of[event["event_id"]]].append(event)
        told = [row for row in self.material.incidents if row["n_reports"] > 1 and members[row["incident_id"]]]
        ordered = sorted(told, key=lambda row: (-row["n_reports"], row["date"] or "9999", row["incident_id"]))
        return tuple(self._incident(row, members[row["incident_id"]]) for row in ordered)

    def _incident(self, row: Row, members: Sequence[Row]) -> Incident:
        to = f" → {self._who(row['recipient_country']) or row['recipient']}" if row["recipient"] else ""
        return Incident(
            day=spoken(row["date"]),
            what=f"{row['type']}: {self._who(row['actor_country']) or row['actor'] or 'not named'}{to}",
            reports=row["n_reports"],
            agencies=(row["agencies"] or "").replace(";", ", "),
            differences=(row["disagreements"] or "").replace(";", ", ").replace("_", " "),
            words=row["text"] or "",
            refs=tuple(self._ref(event, "event", event["event_id"]) for event in members),
        )

    def _period(self, events: Sequence[Row]) -> str:
        dated = sorted((e for e in events if e["date_begin"]), key=lambda e: (e["date_begin"], e["date"]))
        first = spoken(self.options.since or (dated[0]["date"] if dated else None))
        last = spoken(self.options.until or (dated[-1]["date"] if dated else None))
        if not first or not last:
            return ""
        return f"of {first}" if first == last else f"from {first} to {last}"
