"""A coded story made by hand, with every field filled, and a run that holds it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from dateline.model import (
    Attribution,
    Casualties,
    CodedStory,
    Count,
    DatelineFact,
    Entity,
    EntityKind,
    Event,
    EventDate,
    EventPlace,
    EventType,
    Evidence,
    EvidenceKind,
    Opinion,
    Participant,
    Place,
    Precision,
    QuadClass,
    Rejected,
    Resolution,
    Role,
    Segment,
    SegmentKind,
    Span,
    SpeechAct,
    SpeechKind,
    Statement,
    Story,
    Tie,
)
from dateline.store import TABLES, Rows, Run, commit, rejected_row, rows_of, write_tables

TEXT = (
    "BERGEN, May 6 (NTB) - Norway warned Chile on Monday, killing 3 or 4 hopes, "
    "the minister told =SUM(A1) “naïve” envoys."
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def _who(words: str, code: str) -> Participant:
    entity = Entity(id=f"Q-{code}", name=words, kind=EntityKind.COUNTRY, country=code)
    return Participant(
        span=_span(words),
        text=words,
        resolution=Resolution(name=words, entity=entity, country=code, sectors=("GOV", "MIL"), score=0.9, rule="name"),
    )


MINISTER = Participant(
    span=_span("the minister"),
    text="the minister",
    resolution=Resolution(
        name="Kari Li",
        country="NOR",
        sectors=("GOV",),
        role=Role(
            person="Q1",
            person_name="Kari Li",
            title="Minister of Fisheries",
            office="minister",
            country="NOR",
            sectors=("GOV",),
            since=date(2018, 1, 2),
        ),
        stale=True,
        score=0.7,
        rule="role",
    ),
)
STORY = Story(
    id="a",
    text=TEXT,
    published=datetime(2019, 5, 6, 12, 30),
    date_source="field",
    headline="Norway warns Chile",
    segments=(
        Segment(kind=SegmentKind.DATELINE, start=0, end=21),
        Segment(kind=SegmentKind.PARAGRAPH, start=22, end=len(TEXT)),
    ),
    agency="NTB",
    dateline=DatelineFact(place="Bergen", date=date(2019, 5, 6), agency="NTB"),
    notes=("one", "two"),
    origin="x.jsonl:line 1",
)
EVENT = Event(
    id="e1",
    story_id="a",
    type=EventType.THREATEN,
    modes=("restrict", "expel"),
    contexts=("diplomatic",),
    cameo="130",
    quad=QuadClass.VERBAL_CONFLICT,
    plover_score=-3.0,
    goldstein=-4.4,
    actors=(_who("Norway", "NOR"),),
    recipients=(_who("Chile", "CHL"),),
    date=EventDate(
        value="2019-05-06", begin=date(2019, 5, 6), end=date(2019, 5, 6), precision=Precision.DAY, reason="weekday"
    ),
    place=EventPlace(
        text="BERGEN",
        place=Place(
            geonameid=3161732,
            name="Bergen",
            latitude=60.39,
            longitude=5.32,
            country="NOR",
            admin1="Vestland",
            feature_class="P",
            feature_code="PPLA",
        ),
        reason="dateline",
    ),
    casualties=Casualties(dead=Count(low=3, high=4, text="3 or 4"), size=Count(low=10**12, high=None, text="many")),
    said_by=(Attribution(speaker=MINISTER, act=SpeechAct.WARNS, statement="st1"),),
    confidence=0.8,
    evidence=(
        Evidence(kind=EvidenceKind.TRIGGER, span=_span("warned"), text="warned", rule="frame x"),
        Evidence(kind=EvidenceKind.CLAUSE, span=_span("Norway warned Chile"), text="Norway warned Chile"),
        Evidence(kind=EvidenceKind.TRIGGER, span=_span("told"), text="told", mention=1),
    ),
    opinions=(Opinion(decider="frame x", says="THREATEN", confidence=0.8),),
    content_of="e0",
)
STATEMENT = Statement(
    id="st1",
    story_id="a",
    kind=SpeechKind.INDIRECT,
    act=SpeechAct.WARNS,
    source=MINISTER,
    cue=_span("told"),
    content=(_span("Norway warned Chile"), _span("3 or 4")),
    addressee=_who("Chile", "CHL"),
    rule="cue",
)
TIE = Tie(
    id="t1",
    story_id="a",
    kind="treaty",
    parties=(_who("Norway", "NOR"), _who("Chile", "CHL")),
    since="2016",
    as_of="2019-05-06",
    said_by=(Attribution(speaker=MINISTER, act=SpeechAct.SAYS, statement="st1"),),
    evidence=(Evidence(kind=EvidenceKind.CLAUSE, span=_span("Norway warned Chile"), text="Norway warned Chile"),),
    rule="tie treaty",
)
CODED = CodedStory(story=STORY, events=(EVENT,), statements=(STATEMENT,), ties=(TIE,))
EMPTY = CodedStory(story=Story(id="b", text="=1+1"))
REJECTED = Rejected(origin="x.jsonl", position="line 3", reason="not valid JSON", advice="repair it", raw="{")


def all_rows() -> Rows:
    """Rows of two stories, one of them empty, and of a rejected input."""
    rows: Rows = {name: rows_of(CODED).get(name, []) + rows_of(EMPTY).get(name, []) for name in TABLES}
    rows["rejected"] = [rejected_row(REJECTED)]
    return rows


def write_run(folder: Path) -> Run:
    """Write a run by hand, as the pipeline does at its end."""
    tables = write_tables(folder, iter([all_rows()]))
    manifest = {"version": "0.0.0", "stories": 2, "events": 1, "rejected": 1, "tables": tables}
    commit(folder, manifest)
    return Run.open(folder)


@pytest.fixture
def coded() -> CodedStory:
    """The story."""
    return CODED


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run on disk."""
    return write_run(tmp_path / "run")


@pytest.fixture
def rows() -> Rows:
    """Its rows."""
    return all_rows()
