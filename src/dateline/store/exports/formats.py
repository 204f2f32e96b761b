"""The columns of each format and how an event fills them."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from typing import IO

from dateline.knowledge.codes import country_codes
from dateline.store.exports.dyads import dyads, told_events
from dateline.store.rows import Row
from dateline.store.run import Run

_GEO = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_GDELT_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
COLUMNS: dict[str, tuple[str, ...]] = {
    "polecat": (
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
        "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
        "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW",
        "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
        "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude",
        "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
        "Story Organizations", "Story Locations", "Language", "Version",
    ),
    "icews": (
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
        "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
        "City", "District", "Province", "Country", "Latitude", "Longitude",
    ),
    "phoenix": (
        "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole",
        "SourceActorAttribute", "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute",
        "EventCode", "EventRootCode", "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName",
        "StateName", "CountryCode", "SentenceID", "URLs", "NewsSources",
    ),
    "petrarch2": ("Date", "Source", "Target", "EventCode", "Issues", "IDs", "URL", "StorySource"),
    "gdelt": (
        "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
        *(f"Actor{n}{name}" for n in (1, 2) for name in _GDELT_ACTOR),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
        "NumSources", "NumArticles", "AvgTone",
        *(f"{side}Geo_{name}" for side in ("Actor1", "Actor2", "Action") for name in _GEO),
        "DATEADDED", "SOURCEURL",
    ),
}  # fmt: skip
HEADERS = frozenset({"polecat", "icews"})
OTHERS = tuple(COLUMNS)
# Quad classes by CAMEO root. Phoenix counts statements and appeals as 0; GDELT counts every root in 1 to 4.
_PHOENIX = {"01": 0, "02": 0} | {f"{n:02d}": 1 for n in (3, 4, 5)} | {f"{n:02d}": 2 for n in (6, 7, 8)}
_PHOENIX |= {f"{n:02d}": 3 for n in (9, 10, 11, 12, 13, 16)} | {f"{n:02d}": 4 for n in (14, 15, 17, 18, 19, 20)}
_GDELT = {f"{n:02d}": 1 for n in range(1, 6)} | {f"{n:02d}": 2 for n in (6, 7, 8)}
_GDELT |= {f"{n:02d}": 3 for n in range(9, 14)} | {f"{n:02d}": 4 for n in range(14, 21)}
_POLECAT = {
    "verbal cooperation": "VERBAL COOPERATION", "material cooperation": "MATERIAL COOPERATION",
    "verbal conflict": "VERBAL CONFLICT", "material conflict": "MATERIAL CONFLICT",
}  # fmt: skip


def write_other(run: Run, to: str, stream: IO[str]) -> int:
    """Write a run as tab-separated rows of another format; return how many there were.

    Args:
        run: The run.
        to: One of `OTHERS`.
        stream: Where to; tabs and line ends inside a value become blanks.
    """
    columns = COLUMNS[to]
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, escapechar="\\")
    if to in HEADERS:
        writer.writerow(columns)
    missing, count = ("---" if to in {"phoenix", "petrarch2"} else ""), 0
    for filled in _FILLERS[to](run):
        unknown = filled.keys() - set(columns)
        assert not unknown, unknown
        writer.writerow([_cell(filled.get(name), missing) for name in columns])
        count += 1
    return count


def _cell(value: object, missing: str) -> str:
    text = " ".join(str(value).replace("\\", "/").split()) if value not in (None, "") else ""
    return text or missing


def _polecat(run: Run) -> Iterator[dict[str, object]]:
    for event, story, actors, recipients in told_events(run):
        row: dict[str, object] = {
            "Event ID": event["event_id"], "Event Date": event["date_begin"], "Event Type": event["type"],
            "Event Mode": event["modes"], "Intensity": event["plover_score"],
            "Quad Code": _POLECAT[event["quad_class"]],
            "Contexts": event["contexts"], "Placename": event["place"], "Province": event["place_admin1"],
            "Country": _name(event["place_country"]), "Latitude": event["latitude"], "Longitude": event["longitude"],
            "GeoNames ID": event["geonameid"], "Raw Placename": event["place_text"],
            "Feature Type": event["place_feature"], "Source": story["publisher"] or story["agency"],
            "Publication Date": story["day"], "Language": story["language"], "Version": run.manifest["version"],
        }  # fmt: skip
        if str(event["place_feature"] or "").startswith("P"):
            row["City"] = event["place"]
        yield row | _polecat_side("Actor", actors) | _polecat_side("Recipient", recipients)


def _polecat_side(side: str, parties: list[Row]) -> dict[str, object]:
    codes = country_codes()
    countries = [p["country"] for p in parties if p["country"]]
    sectors = list(dict.fromkeys(s for p in parties for s in (p["sectors"] or "").split(";") if s))
    return {
        f"{side} Name": ";".join(p["name"] or p["text"] for p in parties),
        f"{side} Country": ";".join(dict.fromkeys(countries)),
        f"{side} COW": ";".join(dict.fromkeys(codes[c].cow for c in countries if c in codes and codes[c].cow)),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": ";".join(sectors),
        f"{side} Title": ";".join(p["role"] for p in parties if p["role"]),
        f"{side} Name Raw": ";".join(p["text"] for p in parties),
        f"Wikipedia {side} ID": ";".join(p["entity_id"] for p in parties if p["entity_id"]),
    }


def _icews(run: Run) -> Iterator[dict[str, object]]:
    for dyad in dyads(run):
        event, story = dyad.event, dyad.story
        row: dict[str, object] = {
            "Event ID": dyad.id, "Event Date": event["date_begin"], "Event Text": event["text"],
            "CAMEO Code": event["cameo"], "Intensity": event["goldstein"], "Story ID": event["story_id"],
            "Sentence Number": _sentence(event, story), "Publisher": story["publisher"] or story["agency"],
            "Province": event["place_admin1"], "Country": _name(event["place_country"]),
            "Latitude": event["latitude"], "Longitude": event["longitude"],
        }  # fmt: skip
        if str(event["place_feature"] or "").startswith("P"):
            row["City"] = event["place"]
        for side, party in (("Source", dyad.actor), ("Target", dyad.recipient)):
            if party is not None:
                row[f"{side} Name"] = party["name"] or party["text"]
                row[f"{side} Sectors"] = (party["sectors"] or "").replace(";", ",")
                row[f"{side} Country"] = _name(party["country"])
        yield row


def _phoenix(run: Run) -> Iterator[dict[str, object]]:
    for dyad in dyads(run):
        event, story, day = dyad.event, dyad.story, dyad.event["date_begin"]
        row: dict[str, object] = {
            "EventID": dyad.id, "EventCode": event["cameo"], "EventRootCode": event["cameo"][:2],
            "QuadClass": _PHOENIX[event["cameo"][:2]], "GoldsteinScore": event["goldstein"],
            "Lat": event["latitude"], "Lon": event["longitude"], "LocationName": event["place"],
            "StateName": event["place_admin1"], "CountryCode": _name(event["place_country"]),
            "SentenceID": f"{event['story_id']}_{_sentence(event, story)}", "URLs": story["url"],
            "NewsSources": story["publisher"] or story["agency"],
        }  # fmt: skip
        if day:
            row |= {"Date": f"{day:%Y%m%d}", "Year": day.year, "Month": day.month, "Day": day.day}
        for side, party in (("Source", dyad.actor), ("Target", dyad.recipient)):
            first, *rest = [party["country"] or "", *(party["sectors"] or "").split(";")] if party else [""]
            row[f"{side}ActorFull"] = _code(party)
            row[f"{side}ActorEntity"] = first
            row[f"{side}ActorRole"] = rest[0] if rest else ""
            row[f"{side}ActorAttribute"] = ";".join(rest[1:])
        yield row


def _petrarch2(run: Run) -> Iterator[dict[str, object]]:
    for dyad in dyads(run):
        event, story = dyad.event, dyad.story
        yield {
            "Date": f"{event['date_begin']:%Y%m%d}" if event["date_begin"] else "",
            "Source": _code(dyad.actor), "Target": _code(dyad.recipient), "EventCode": event["cameo"],
            "IDs": f"{event['story_id']}_{_sentence(event, story)}", "URL": story["url"],
            "StorySource": story["publisher"] or story["agency"],
        }  # fmt: skip


def _gdelt(run: Run) -> Iterator[dict[str, object]]:
    for dyad in dyads(run):
        event, story, day = dyad.event, dyad.story, dyad.event["date_begin"]
        code = event["cameo"]
        row: dict[str, object] = {
            "GlobalEventID": dyad.id, "IsRootEvent": int(_sentence(event, story) <= 1), "EventCode": code,
            "EventBaseCode": code[:3], "EventRootCode": code[:2], "QuadClass": _GDELT[code[:2]],
            "GoldsteinScale": event["goldstein"], "NumMentions": event["mentions"], "NumSources": 1, "NumArticles": 1,
            "SOURCEURL": story["url"], "DATEADDED": _moment(story),
        }  # fmt: skip
        if day:
            share = ((day.month - 1) * 30 + day.day) / 365  # GDELT's own count, with months of 30 days
            row |= {"Day": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": day.year,
                    "FractionDate": f"{day.year + share:.4f}"}  # fmt: skip
        for side, party in (("Actor1", dyad.actor), ("Actor2", dyad.recipient)):
            if party is not None:
                sectors = [s for s in (party["sectors"] or "").split(";") if s][:3]
                row |= {f"{side}Code": _code(party), f"{side}Name": (party["name"] or party["text"]).upper(),
                        f"{side}CountryCode": party["country"]}  # fmt: skip
                row |= {f"{side}Type{n}Code": sector for n, sector in enumerate(sectors, start=1)}
        yield row | _gdelt_place(event)


def _moment(story: Row) -> str:
    """Return a story's time of publication in fourteen figures; midnight where only the day is known."""
    figures = re.sub(r"\D", "", str(story["published"] or "")[:19]) or (
        f"{story['day']:%Y%m%d}" if story["day"] else ""
    )
    return figures.ljust(14, "0") if figures else ""


def _gdelt_place(event: Row) -> dict[str, object]:
    """Fill the place of action; GDELT's types: 1 country, 4 city, 5 province (3 and 2 in the USA)."""
    country = event["place_country"]
    if not country:
        return {}
    at_home, feature = country == "USA", str(event["place_feature"] or "")
    kind = 1 if "PCL" in feature else (2 if at_home else 5) if "ADM1" in feature else 3 if at_home else 4
    codes = country_codes().get(country)
    parts = [event["place"], event["place_admin1"], _name(country)]
    return {
        "ActionGeo_Type": kind, "ActionGeo_Fullname": ", ".join(dict.fromkeys(p for p in parts if p)),
        "ActionGeo_CountryCode": codes.fips if codes else "", "ActionGeo_Lat": event["latitude"],
        "ActionGeo_Long": event["longitude"], "ActionGeo_FeatureID": event["geonameid"],
    }  # fmt: skip


def _code(party: Row | None) -> str:
    return ((party["country"] or "") + (party["sectors"] or "").replace(";", "")) if party else ""


def _name(code: str | None) -> str:
    codes = country_codes()
    return codes[code].name if code in codes else code or ""


def _sentence(event: Row, story: Row) -> int:
    """Count the sentences before an event's words, by full stops: other formats number sentences from 1."""
    before = (story["text"] or "")[: event["start"] or 0]
    return 1 + sum(before.count(end) for end in (". ", ".\n", "? ", "! "))


_FILLERS: dict[str, Callable[[Run], Iterator[dict[str, object]]]] = {
    "polecat": _polecat, "icews": _icews, "phoenix": _phoenix, "petrarch2": _petrarch2, "gdelt": _gdelt,
}  # fmt: skip
