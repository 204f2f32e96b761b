"""Countries, the words for them, and metonyms."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from tools.knowledge.countries import HOLDER
from tools.knowledge.load_people import rows
from tools.knowledge.records import Word

from dateline.knowledge.normalise import name_key

_PLURAL = re.compile(r"\((\w+)\)")


def load(sources: Path, table: Path) -> tuple[list[dict[str, Any]], list[Word]]:
    """Return country rows and words, our own table's first."""
    own = rows(table)
    words = [_own_word(row) for row in own]
    taken = {(word.text, word.kind) for word in words}
    countries: dict[str, dict[str, Any]] = {}
    periods = _periods(sources / "states-gw" / "gwstates.csv")
    for row in rows(sources / "country-codes" / "country-codes.csv"):
        code = row["ISO3166-1-Alpha-3"]
        name = row["CLDR display name"] or row["UNTERM English Short"]
        if not code or not name or code == "ATA":
            continue
        holder = HOLDER.get(code, code)
        if holder == code:
            since, until = periods.get(name_key(name), (None, None))
            countries[code] = {
                "code": code, "name": _plain(name), "capital": row["Capital"], "since": since, "until": until,
                "qid": row["wikidata_id"].rsplit("/", 1)[-1] or None,
            }  # fmt: skip
        for text in {name, row["official_name_en"], row["UNTERM English Short"], row["UNTERM English Formal"]}:
            words.append(Word(_plain(text), holder, "name"))
        if holder == code and row["Capital"]:
            words.append(Word(row["Capital"], code, "capital"))
    _factbook(sources / "factbook" / "government_2026.json", words)
    _rigour(sources / "rigour" / "territories.jsonl", words)
    _extra_countries(countries, own)
    return _with_demonyms(countries, words), _unique(words, taken)


def _own_word(row: dict[str, str]) -> Word:
    return Word(
        row["text"],
        row["code"] or None,
        row["kind"],
        row["sectors"],
        row["since"] or None,
        row["until"] or None,
        rank=0,
    )


def _plain(text: str) -> str:
    text = re.sub(r"\(.*?\)|\[.*?\]", "", text).replace(" - ", "-").replace("*", "").strip()
    if text.count(",") == 1:  # "Korea, Republic of"
        head, tail = text.split(",")
        text = f"{tail.strip()} {head}"
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text))


def _periods(path: Path) -> dict[str, tuple[str | None, str | None]]:
    found: dict[str, tuple[str | None, str | None]] = {}
    for row in rows(path):
        name = name_key(re.sub(r"[/(].*", "", row["country_name"]))
        until = None if row["end"].startswith("9999") else row["end"]
        found[name] = (row["start"], until)
    return found


def _factbook(path: Path, words: list[Word]) -> None:
    for entry in json.loads(path.read_text(encoding="utf-8")).values():
        code = entry.get("iso3")
        code = {"XKX": "KOS", "XKS": "KOS"}.get(code, code)
        if not code or not re.fullmatch(r"[A-Z]{3}", code):
            continue
        holder = HOLDER.get(code, code)
        if holder is None:
            continue
        for text in (entry.get("Country name") or {}).values():
            if (
                isinstance(text, str)
                and len(text) < 60
                and text.casefold() not in {"none", "na", "n/a"}
                and "note" not in text
            ):
                words.extend(
                    Word(_plain(t), holder, "name", rank=2) for t in re.split(r";|/| or ", text) if len(t.strip()) > 3
                )
        nationality = entry.get("nationality") or {}
        for text in _forms(nationality.get("noun", "")):
            words.append(Word(text, holder, "demonym", rank=1))
        for text in _forms(nationality.get("adjective", "")):
            words.append(Word(text, holder, "adjective", rank=1))
        capital = re.sub(r"[;(].*", "", (entry.get("Capital") or {}).get("name", "")).strip()
        if holder == code and capital and len(capital) < 40 and "no official" not in capital:
            words.append(Word(capital, code, "capital", rank=1))


def _forms(text: str) -> list[str]:
    """Split the factbook's nationality text and expand its plurals: `Filipino(s)`, `Frenchman(men)`."""
    found = []
    for part in re.split(r",|;| or |/", re.sub(r"\bnote\b.*", "", text)):
        part = part.strip()
        if not part or len(part) > 40 or not part[0].isupper():
            continue
        ending = _PLURAL.search(part)
        base = _PLURAL.sub("", part).strip()
        if "(" in base or ")" in base or "singular" in base or "plural" in base:
            continue
        found.append(base)
        if ending and ending[1] == "s":
            found.append(base + "s")
        elif ending and ending[1] in {"men", "women"} and base.endswith(("man", "woman")):
            found.append(base[: -len("man")] + "men")
        elif ending and len(ending[1]) > 3 and ending[1][0].isupper():
            found.append(ending[1])
    return found


def _rigour(path: Path, words: list[Word]) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        code = str(entry.get("alpha3", "")).upper()
        if not entry.get("is_country") or entry.get("is_historical") or len(code) != 3:
            continue
        holder = HOLDER.get({"XKX": "KOS"}.get(code, code), {"XKX": "KOS"}.get(code, code))
        for text in [entry["name"], entry.get("full_name", ""), *entry.get("names_strong", ())]:
            # Short forms in other languages ("Iran" is fine, "Congo", "Niger" are not ours to decide here).
            if text and text.isascii() and holder and len(text) > 4:
                words.append(Word(text, holder, "name", rank=3))


def _extra_countries(countries: dict[str, dict[str, Any]], own: list[dict[str, str]]) -> None:
    names = {
        "KOS": ("Kosovo", "Pristina", "2008-02-17", None, "Q1246"), "SUN": ("Soviet Union", "Moscow", "1922-12-30", "1991-12-26", "Q15180"),
        "YUG": ("Yugoslavia", "Belgrade", "1918-12-01", "2003-02-04", "Q36704"), "SCG": ("Serbia and Montenegro", "Belgrade", "2003-02-04", "2006-06-05", "Q37024"),
        "CSK": ("Czechoslovakia", "Prague", "1918-10-28", "1992-12-31", "Q33946"), "DDR": ("East Germany", "East Berlin", "1949-10-07", "1990-10-02", "Q16957"),
    }  # fmt: skip
    for code, (name, capital, since, until, qid) in names.items():
        countries[code] = {"code": code, "name": name, "capital": capital, "since": since, "until": until, "qid": qid}
    extra: tuple[tuple[str, str, str | None], ...] = (
        ("PSE", "Palestine", None),
        ("HKG", "Hong Kong", None),
        ("TWN", "Taiwan", "1949-12-08"),
        ("SSD", "South Sudan", "2011-07-09"),
        ("KOR", "South Korea", "1948-08-15"),
        ("PRK", "North Korea", "1948-09-09"),
        ("CHN", "China", None),
        ("MMR", "Myanmar", None),
        ("COD", "Democratic Republic of the Congo", None),
        ("COG", "Republic of the Congo", None),
    )
    for code, name, since in extra:  # type: ignore[assignment]
        countries[code]["name"] = name
        countries[code]["since"] = countries[code]["since"] or since
    capitals = {
        row["code"]: row["text"]
        for row in reversed(own)
        if row["kind"] == "capital" and not row["until"] and not row["sectors"]
    }
    for code, text in capitals.items():
        if code in countries:
            countries[code]["capital"] = text


def _with_demonyms(countries: dict[str, dict[str, Any]], words: list[Word]) -> list[dict[str, Any]]:
    forms: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if (
            word.code
            and word.kind in {"demonym", "adjective"}
            and not word.sectors
            and word.text not in forms[word.code]
        ):
            forms[word.code].append(word.text)
    return [{**row, "demonyms": "|".join(forms[code])} for code, row in sorted(countries.items())]


def _unique(words: list[Word], taken: set[tuple[str, str]]) -> list[Word]:
    """Keep one row per key; a word of our own table keeps others from claiming it."""
    own = {name_key(text) for text, _ in taken}
    seen: dict[str, set[str | None]] = defaultdict(set)
    kept: list[Word] = []
    for number, word in enumerate(words):
        key = name_key(word.text)
        ours = (word.text, word.kind) in taken and word.rank == 0 and number < len(taken) + 50
        if not key or len(key) < 2 or (key in own and not ours):
            continue
        if ((word.code in seen[key]) or (seen[key] and not ours)) and not (ours and word.since):
            continue
        seen[key].add(word.code)
        kept.append(word)
    return kept


def metonyms(table: Path) -> list[dict[str, str]]:
    """Return the rows of our table of metonyms."""
    return rows(table)
