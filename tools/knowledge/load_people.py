"""Reads the sources of office-holders into `People`."""

from __future__ import annotations

import csv
import io
import re
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tools.knowledge.countries import HOLDER
from tools.knowledge.dates import compact, first_day, last_day
from tools.knowledge.people import People, make_spell

Row = dict[str, str]
FACTBOOK_END = date(2026, 1, 22)
_DISPUTED = {"x-NKR": "AZE", "x-DNR": "UKR", "x-LNR": "UKR", "x-SOL": "SOM", "x-SOS": "GEO", "XKX": "KOS"}


_LATIN = re.compile(r"[A-Za-z]")


def _body(position: str) -> str | None:
    """Return the international body of a post that no country has; whoever represents a country there has one."""
    if re.search(r"^Permanent Representative", position):
        return None
    if re.search(r"United Nations|International Court of Justice", position):
        return "UNO"
    return "IGO" if re.search(r"World Trade|OSCE|Council of Europe|Arab (Parliament|League)", position) else None


def rows(path: Path) -> list[Row]:
    """Read a CSV or TSV file with a header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        if path.suffix == ".tsv":
            return list(
                csv.DictReader(
                    (line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
                )
            )
        return list(csv.DictReader(file))


def wikidata(people: People, folder: Path) -> int:
    """Add the extracts of Wikidata; an open end holds until the day of the extract."""
    repos = {row["repo"]: row for row in rows(folder / "repos.csv")}
    count = 0
    for row in rows(folder / "all_holders21.csv"):
        repo = repos.get(row["repo"])
        if not repo or not row["personID"].startswith("Q") or not row["person"].strip():
            continue
        country = _DISPUTED.get(repo["iso3"], repo["iso3"]) or None
        if not (_LATIN.search(row["person"]) or row["enwiki"]):
            continue  # no name that an English report could write
        country = country or _body(row["position"])
        gender = {"male": "m", "female": "f"}.get(row["gender"])
        since, until = first_day(row["start"]), last_day(row["end"])
        spell = make_spell(
            row["position"], country, since, until, origin="wikidata", priority=3,
            as_of=first_day(repo["commit_date"]), sectors="GOV,PRE" if repo["iso3"].startswith("x-") else None,
        )  # fmt: skip
        if spell is None or since is None or (until is None and _dead_or_old(row, since)):
            continue
        if _is_wrong(row, country):
            continue
        person = people.add(row["person"], country, origin="wikidata", qid=row["personID"], gender=gender)
        person.name = re.sub(r"\s*\(.*\)$", "", row["enwiki"]) or person.name  # the usual English spelling
        if row["enwiki"]:
            person.aliases.add(re.sub(r"\s*\(.*\)$", "", row["enwiki"]))
        people.give(person, spell)
        count += 1
    return count


def _dead_or_old(row: Row, since: date) -> bool:
    """Open ends of the dead, or of ministers for more than 20 years, are gaps in the source."""
    lasting = re.search(
        r"judge|justice|king|queen|president$|leader|sultan|emir|duke|pope|prime minister$",
        row["position"],
        re.IGNORECASE,
    )
    return bool(row["dod"]) or (since.year < 2002 and not lasting)


def _is_wrong(row: Row, country: str | None) -> bool:
    """India's Foreign Secretary, an official, is labelled as its minister in the extract."""
    return (
        country == "IND"
        and row["position"] == "Minister of Foreign Affairs"
        and row["personID"] == "Q16186720"
        and row["start"] < "2019"
    )


def legislators(people: People, folder: Path, chambers: Path) -> int:
    """Add the members of the chambers in a table; `folder` holds the extract's `legislators.tar.gz`."""
    repos = {row["repo"]: row for row in rows(folder / "repos.csv")}
    wanted: dict[str, list[Row]] = defaultdict(list)
    for row in rows(chambers):
        wanted[row["country"]].append(row)
    count = 0
    for repo, row in _memberships(folder / "legislators.tar.gz"):
        country = repos[repo]["iso3"] if repo in repos else ""
        chamber = next((c for c in wanted.get(country, ()) if re.search(c["position"], row["position"])), None)
        since, until = first_day(row["start"]), last_day(row["end"])
        if chamber is None or since is None or not row["personID"].startswith("Q"):
            continue
        if (until or since).year < int(chamber["from"]) or (until is None and since.year < 2005):
            continue
        spell = make_spell(
            chamber["title"], country, since, until, origin="wikidata", priority=4,
            as_of=first_day(repos[repo]["commit_date"]), office="legislator", sectors="LEG",
        )  # fmt: skip
        if spell is not None and row["person"].strip():
            spell.rank = 15
            people.give(people.add(row["person"], country, origin="wikidata", qid=row["personID"]), spell)
            count += 1
    return count


def _memberships(archive: Path) -> Iterator[tuple[str, Row]]:
    with tarfile.open(archive) as bundle:
        for member in sorted(bundle.getnames()):
            stream = bundle.extractfile(member) if member.endswith(".csv") else None
            if stream is not None:
                repo = Path(member).stem
                text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
                yield from ((repo, row) for row in csv.DictReader(text))


def factbook(people: People, folder: Path) -> int:
    """Add heads of state and government; a spell ends when its successor's begins."""
    chains: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(folder / "exec_holders_parsed.csv"):
        if row["iso3"] and row["since"] and row["role"] in {"chief of state", "head of government"}:
            chains[row["iso3"], row["role"]].append(row)
    count = 0
    chains = {(country, role): chain for (country, role), chain in chains.items() if country not in HOLDER}
    for (country, role), chain in sorted(chains.items()):
        for row, name, family, until in _factbook_spells(chain):
            title = row["title"] or ("President" if role == "chief of state" else "Prime Minister")
            if any(_at_once(row, other) and _outranks(role, other["title"], title) for other in chain):
                continue
            if re.search(r"vice|deputy|elect\b|first lady|co-prince", title, re.IGNORECASE):
                continue
            office = "head_of_state" if role == "chief of state" else "head_of_government"
            if (
                re.search("governor|commissioner|administrator", title, re.IGNORECASE)
                and office == "head_of_government"
            ):
                continue
            since = first_day(row["since"])
            spell = make_spell(
                title,
                country,
                since,
                until,
                origin="factbook",
                priority=5,
                office=office,
                as_of=min(first_day(row["last_seen"]) or FACTBOOK_END, FACTBOOK_END),
            )
            if spell is None:
                continue
            person = people.add(name, country, origin="factbook", family=family, title=title, since=since, until=until)
            people.give(person, spell)
            count += 1
    return count


def _factbook_spells(chain: list[Row]) -> Iterator[tuple[Row, str, str, date | None]]:
    """Yield row, name, family name and end; rows that no later text repeats end with the next holder of the title."""
    last = max(row["last_seen"] for row in chain)
    chain = sorted(chain, key=lambda row: (row["since"], row["first_seen"]))
    for i, row in enumerate(chain):
        parsed = clean_name(row["name"])
        if parsed is None or (not row["title"] and any(_at_once(row, other) for other in chain if other["title"])):
            continue  # A name without title beside a titled one belongs to a list of deputies.
        until = None
        if row["last_seen"] < last or row["last_seen"] < "2026-01-10":
            later = [r for r in chain[i + 1 :] if r["since"] > row["since"] and r["last_seen"] > row["last_seen"]]
            until = first_day(later[0]["since"]) if later else first_day(row["last_seen"])
            if later and until and row["last_seen"] < "2017-04-01" < later[0]["since"]:
                # Nothing was recorded from 2017-03 to 2020-11; somebody may have come and gone between.
                until = None
        yield row, *parsed, until


def _outranks(role: str, other: str, title: str) -> bool:
    """A president beside a prime minister is not the head of government, nor the other way round."""
    posts = ("Prime Minister", "President") if role == "head of government" else ("President", "Prime Minister")
    return other.startswith(posts[0]) and title.startswith(posts[1])


def _at_once(one: Row, two: Row) -> bool:
    return one["first_seen"] <= two["last_seen"] and two["first_seen"] <= one["last_seen"]


def clean_name(text: str) -> tuple[str, str] | None:
    """Return name and family name of a factbook entry, whose family name is in capitals; None for prose.

    Example:
        >>> clean_name("Sr. Gen. MIN AUNG HLAING")
        ('Min Aung Hlaing', 'Min Aung Hlaing')
    """
    text = re.sub(
        r"\[.*?\]|\(.*?\)|;.*|\bis the caretaker.*|\bof the (Netherlands|United).*| - .*|\bnote\b.*", "", text
    ).strip(" ,;")
    text = re.sub(r"^and ", "", text)
    text = re.split(r"\b(?:since|represented|who)\b", text)[0].strip()
    capitals = re.findall(
        r"\b(?:(?:al|el|bin|van|von|de|der|den|ul|an|as|ash|ibn|Al|Bin|de la|Mc|Mac)[ -])?[A-ZÀ-ÞĀ-ŽƏİŞĞ][A-ZÀ-ÞĀ-ŽƏİŞĞ'’\-]+\b",
        text,
    )
    capitals = [word for word in capitals if word not in {"II", "III", "IV", "VI", "VII", "VIII", "XIV", "XVI", "SAC"}]
    if not capitals or len(text) > 70:
        return None
    first = text.find(capitals[0])
    before = [
        w
        for w in text[:first].split()
        if not re.fullmatch(
            r".*\.|House|Representatives|Speaker|General|Gen|of|the|Dr|Sir|Sheikh|Lt|Col|Caretaker|Prime|Minister|Chair|Acting|Interim|President|Council|Commander-in-Chief|Sudanese|Armed|Forces|State|Administration|,",
            w.strip(","),
        )
    ]
    after = text[text.find(capitals[-1]) + len(capitals[-1]) :].split()
    family = " ".join(_proper(word) for word in capitals)
    name = " ".join([*before, family, *after]).strip(" ,")
    return (name, family) if name else None


def _proper(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0].islower() else m[0][:1] + m[0][1:].lower(), word)


def own_table(people: People, path: Path) -> int:
    """Add a table of our own: country, office, title, name, since, until, as_of, origin."""
    count = 0
    for row in rows(path):
        until, since = last_day(row["until"]), first_day(row["since"])
        country = row["country"] or None
        spell = make_spell(
            row["title"],
            country,
            since,
            until,
            origin=row["origin"],
            priority=1,
            as_of=first_day(row["as_of"]),
            office=row["office"],
            sectors=row.get("sectors") or None,
        )
        if spell is None:
            raise ValueError(f"{path}: cannot use {row}")
        person = people.add(
            row["name"],
            country,
            origin=row["origin"],
            title=row["title"],
            since=since,
            until=until,
            gender=row.get("gender") or None,
        )
        for alias in filter(None, (row.get("aliases") or "").split("|")):
            if " " in alias:
                people.add(alias, country, origin=row["origin"], qid=person.id)
            else:
                person.families.add(alias)
                person.aliases.add(alias)
        people.give(person, spell)
        count += 1
    return count


def uk_ministers(people: People, folder: Path) -> int:
    """Add the Institute for Government's UK ministers."""
    posts = {row["id"]: row for row in rows(folder / "post.csv")}
    names: dict[str, list[Row]] = defaultdict(list)
    for row in rows(folder / "person.csv"):
        names[row["id"]].append(row)
    count = 0
    for row in rows(folder / "appointment.csv"):
        post, forms = posts.get(row["post_id"]), names.get(row["person_id"])
        if not post or not forms:
            continue
        since, until = first_day(row["start_date"]), last_day(row["end_date"])
        junior = float(post["rank_equivalence_value"] or 9) > 3
        title = post["name"]
        spell = make_spell(title, "GBR", since, until, origin="ifg", priority=2, as_of=date(2026, 6, 12))
        if spell is None:
            continue
        if junior and spell.rank > 40:
            spell.office, spell.rank = "minister", 20
        best = next((f for f in forms if not re.match(r"(Lord|Baroness|Lady|Viscount|Earl) ", f["name"])), forms[0])
        person = people.add(
            best["name"],
            "GBR",
            origin="ifg",
            title=title,
            since=since,
            until=until,
            gender=best["gender"].lower() or None,
        )
        for form in forms:
            person.aliases |= {form["name"], form["display_name"]} - {""}
        people.give(person, spell)
        count += 1
    return count


_CODE = re.compile(r"\[(?P<code>[A-Z]+)\s*(?P<when>[^\]]*)\]")


# Countries whose list of ministers in CountryInfo.txt holds those of another, whose own list only names them.
_MISFILED = {"SVN": "SLB"}


def country_info(people: People, path: Path) -> int:
    """Add ministers of 2003 to 2011 (to the month) from CountryInfo.txt."""
    lists: dict[str, list[str]] = {}
    for block in re.findall(r"<Country>\n(.*?)</Country>", path.read_text("utf-8", errors="replace"), re.DOTALL):
        code = re.search(r"<CountryCode>(\w{3})</CountryCode>", block)
        lines = re.search(r"<Government>(.*?)</Government>", block, re.DOTALL)
        if code and lines:
            lists[code[1]] = [line.strip() for line in lines[1].splitlines()]
    own = {code: {_listed_name(line) for line in lists[theirs]} for code, theirs in _MISFILED.items()}
    count = 0
    for country, entries in lists.items():
        for line in entries:
            astray = country in own and _listed_name(line) in own[country]
            count += _minister_line(people, line, _MISFILED[country] if astray else country)
    return count


def _listed_name(line: str) -> str:
    return line.lstrip("#").split("[")[0].strip(" _\t{}")


# Sections of leaders and the title that their members held.
_SECTIONS = {
    "Kings": "King", "Queens": "Queen", "Presidents": "President", "Prime ministers": "Prime Minister",
    "Prime Ministers": "Prime Minister", "Chancellors": "Chancellor", "Premiers": "Premier", "Emirs": "Emir",
    "Sultans": "Sultan", "Emperors": "Emperor", "Heads of State": "Head of state", "Heads of state": "Head of state",
    "Supreme leaders": "Supreme Leader", "Monarchs": "King", "President": "President", "Prime minister": "Prime Minister",
}  # fmt: skip
# The first day on which other sources name leaders everywhere: older spells come from here.
_OTHERS_FROM = date(2003, 1, 1)


def leaders_before(people: People, path: Path) -> int:
    """Add heads of state and government whose spells ended before 2003 (to the day) from CountryInfo.txt."""
    text = path.read_text(encoding="utf-8", errors="replace")
    count = 0
    for block in re.findall(r"<Country>\n(.*?)</Country>", text, re.DOTALL):
        code = re.search(r"<ISO3166-alpha3>(\w{3})</ISO3166-alpha3>", block)
        leaders = re.search(r"<Leaders>(.*?)</Leaders>", block, re.DOTALL)
        for section, lines in re.findall(r"<([^/>]+)>(.*?)</\1>", leaders[1], re.DOTALL) if code and leaders else ():
            title = _SECTIONS.get(section.strip())
            if title and code:
                for line in lines.splitlines():
                    count += _leader_line(people, line.strip(), title, code[1])
    return count


def _leader_line(people: People, line: str, title: str, country: str) -> int:
    names = [
        _proper(n.strip(" _\t").replace("_", " ")) for n in re.split(r"[{}]+", line.split("[")[0]) if n.strip(" _\t")
    ]
    count = 0
    for first, last in re.findall(r"\[(\d{8}) - (\d{8})\]", line):
        since, until = compact(first), compact(last, last=True)
        if not names or since is None or until is None or not date(1970, 1, 1) < until < _OTHERS_FROM:
            continue
        name = max(names, key=len)
        name = name if " " in name else f"{title} {name}"
        spell = make_spell(title, country, since, until, origin="countryinfo", priority=8, as_of=until)
        if spell and (title not in {"President", "Prime Minister"} or " " in max(names, key=len)):
            person = people.add(name, country, origin="countryinfo", title=title, since=since, until=until)
            person.aliases.update(n for n in names if " " in n)
            people.give(person, spell)
            count += 1
    return count


def _minister_line(people: People, line: str, country: str) -> int:
    """Read one line; with several spells and titles the order of both is not the same, so only plain lines count."""
    head, _, comment = line.partition("#")
    spells = _CODE.findall(head)
    titles = {title.strip().replace('"Acting"', "").strip() for title in comment.split(" & ")} - {""}
    if not head or line.startswith("#") or len(titles) != 1 or not spells:
        return 0
    names = [
        _proper(n.strip(" _\t").replace("_", " ")) for n in re.split(r"[{}]+", head.split("[")[0]) if n.strip(" _\t")
    ]
    name, title = max(names, key=len), titles.pop()
    count = 0
    for _, when in spells:
        first, last, open_end = _when(when)
        spell = make_spell(title, country, first, last, origin="countryinfo", priority=8, as_of=date(2011, 2, 28))
        if spell and len(name.split()) > 1 and (first or last or open_end):
            person = people.add(name, country, origin="countryinfo", title=title, since=first, until=last)
            person.aliases.update(n for n in names if " " in n)
            people.give(person, spell)
            count += 1
    return count


def _when(text: str) -> tuple[date | None, date | None, bool]:
    text = text.strip()
    if text.startswith("<"):
        return date(2003, 1, 1), compact(text, last=True), False
    if text.startswith(">"):
        return compact(text), None, True
    first, _, last = text.partition("-")
    return compact(first), compact(last, last=True), False


def cabinet_2019(people: People, path: Path) -> int:
    """Add people of the CIA's October 2019 list whose post no other source fills: known to be in office that month."""
    known = {
        (s.country, s.office)
        for p in people.people.values()
        for s in p.spells
        if s.begins <= date(2019, 10, 6) <= s.ends and s.rank > 40
    }
    count = 0
    for row in rows(path):
        parsed = clean_name(row["person"])
        spell = make_spell(
            row["title"].replace("Min. of", "Minister of").replace("Min.", "Minister"),
            row["iso3"],
            date(2019, 10, 1),
            None,
            origin="cia-2019",
            priority=9,
            as_of=date(2019, 10, 31),
        )
        if (
            parsed is None
            or spell is None
            or (spell.country, spell.office) in known
            or "vacant" in row["person"].casefold()
        ):
            continue
        person = people.add(
            parsed[0], row["iso3"], origin="cia-2019", family=parsed[1], title=spell.title, since=spell.since
        )
        people.give(person, spell)
        count += 1
    return count
