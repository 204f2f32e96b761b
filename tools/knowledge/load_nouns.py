"""Common nouns for actors, from the PLOVER agents file and our own corrections."""

from __future__ import annotations

import re
from pathlib import Path

from tools.knowledge.load_people import rows

from dateline.knowledge.normalise import name_key

_LINE = re.compile(r"^(?P<phrase>[^\[#+]+?)_?\s*\[~(?P<code>[A-Z]+)\]")
_IRREGULAR = (("man", "men"), ("woman", "women"), ("person", "persons"), ("people", "people"), ("child", "children"), ("chief of staff", "chiefs of staff"))  # fmt: skip
# Heads of nouns for bodies, with their plurals; "ministry" also before "of" and "for".
_BODIES = (
    "ministry|government|parliament|court|department|agency|bureau|office|commission|committee|council|army|navy|force|"
    "police|company|firm|bank|university|school|hospital|church|party|congress|senate|assembly|administration|authority|"
    "newspaper|television|radio|media|press|union|organization|organisation|group|regime|junta|cabinet|military|judiciary|"
    "legislature|service|corporation|industry|alliance|coalition|federation|association|foundation|institute|college|"
    "academy|board|secretariat|directorate|tribunal|embassy|consulate|opposition|resistance|movement|front|corps|league"
)
_ENDING = rf"\b(?:{_BODIES})(?:s|es)?$|\b(?:ministries|authorities|agencies|parties|universities|companies|armies|navies|embassies|academies|judiciaries|industries|juntas|assemblies)$"
_OF_BODY = r"^(?:[\w-]+ )?(?:ministr(?:y|ies)|departments?|depts?|committees?|commissions?|councils?|agenc(?:y|ies)|offices?|delegations?) (?:of|for|on)\b"
_INSTITUTION = re.compile(rf"{_ENDING}|{_OF_BODY}")
_GROUP = re.compile(
    r"\b(?:people|troops|soldiers|crowd|gang|militia|mob|clan|tribe|delegation|team|public|community|family|staff|squad|"
    r"carrier|destroyer|frigate|battleship|submarine|vessel|ship|aircraft|plane|jet|uav|drone|tanker|raptor|falcon|bomber jet)s?$"
)


def load(agents: Path, own: Path) -> dict[str, dict[str, str]]:
    """Return noun rows by key: sectors, kind, office, flags, origin; our own rows win over the file's."""
    found: dict[str, dict[str, str]] = {}
    for phrase, code in _agents(agents):
        for form in _forms(phrase):
            found.setdefault(name_key(form), _row(form, code))
    for row in rows(own):
        value = {
            "sectors": row["sectors"],
            "kind": row["kind"],
            "office": row["office"],
            "flags": row["flags"],
            "origin": row["origin"],
        }
        for form in {
            row["phrase"],
            *([] if row["kind"] == "institution" and row["phrase"].endswith("s") else [plural(row["phrase"])]),
        }:
            found[name_key(form)] = value
    return found


def _agents(path: Path) -> list[tuple[str, str]]:
    text = path.read_text(encoding="utf-8", errors="replace")
    found = []
    for line in text.splitlines():
        match = _LINE.match(line.strip())
        if not match:
            continue
        phrase = match["phrase"].replace("_", " ").strip()
        for form in _expand(phrase):
            if re.fullmatch(r"[A-Za-z0-9 ,.'&/\-]+", form):
                found.append((re.sub(r"\s+", " ", form).strip().casefold(), match["code"]))
    return found


def _expand(phrase: str) -> list[str]:
    if "!PERSON!" in phrase:
        return [phrase.replace("!PERSON!", word) for word in ("MAN", "MEN", "WOMAN", "WOMEN", "PERSON")]
    if "!MINIST!" in phrase:
        return [phrase.replace("!MINIST!", word) for word in ("MINISTER", "MINISTERS", "MINISTRY", "MINISTRIES")]
    return [phrase]


def _forms(phrase: str) -> set[str]:
    return {phrase, plural(phrase)}


def plural(phrase: str) -> str:
    """Return the regular plural of a noun phrase (`chief of police` -> `chiefs of police`).

    Example:
        >>> plural("deputy"), plural("chief of police"), plural("policeman")
        ('deputies', 'chiefs of police', 'policemen')
    """
    head, middle, tail = phrase, "", ""
    match = re.match(r"^(.*?)( (?:of|for|in|to|at|from|de) .*)$", phrase)
    if match:
        head, tail = match[1], match[2]
    for one, many in _IRREGULAR:
        if head.endswith(one):
            return head[: -len(one)] + many + tail
        if head.endswith(many):
            return phrase
    if head.endswith("s") and not head.endswith("ss"):
        return phrase
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        middle = head[:-1] + "ies"
    elif head.endswith(("s", "x", "ch", "sh", "z")):
        middle = head + "es"
    else:
        middle = head + "s"
    return middle + tail


def _row(phrase: str, code: str) -> dict[str, str]:
    stop = code in {"NON", "JNK"}
    sectors = [] if stop else [code[i : i + 3] for i in range(0, len(code), 3)]
    sectors = [s for s in sectors if s not in {"IGO", "NGO", "UNK"}]
    kind = "institution" if _INSTITUTION.search(phrase) else "group" if _GROUP.search(phrase) else "person"
    return {
        "sectors": ",".join(dict.fromkeys(sectors)),
        "kind": kind,
        "office": _office(phrase),
        "flags": "stop" if stop else "",
        "origin": "plover-agents",
    }


_OFFICES = (
    (r"(foreign|external affairs|external relations).*minister|minister.*(foreign|external)|foreign secretary|secretary of state|top diplomat", "foreign"),
    (r"defen[cs]e (minister|secretary|chief)|minister.*defen[cs]e", "defence"),
    (r"(interior|home|home affairs|internal affairs) (minister|secretary)|minister.*(interior|internal affairs|home)", "interior"),
    (r"(finance|treasury) (minister|secretary)|minister.*financ|chancellor of the exchequer", "finance"),
    (r"justice minister|minister.*justice", "justice"),
    (r"^(prime minister|premier|chancellor|pm|taoiseach|head of government)$", "head_of_government"),
    (r"^(president|king|queen|emperor|monarch|emir|sultan|head of state|supreme leader)$", "head_of_state"),
    (r"^(army|military|armed forces) chief|chief of (the )?(general|defen[cs]e|army) ?staff", "military_chief"),
    (r"^(police) chief|chief of police|police commissioner", "police_chief"),
    (r"spokes(man|woman|person)", "spokesperson"), (r"ambassador", "ambassador"), (r"\benvoy", "envoy"), (r"governor$", "governor"), (r"mayor$", "mayor"),
    (r"^(senator|lawmaker|legislator|mp|congressman|congresswoman|parliamentarian|deputy)$", "legislator"), (r"^speaker", "speaker"), (r"\bjudge$|\bjustice$", "judge"),
    (r"prosecutor|attorney general", "prosecutor"), (r"minister", "minister"),
)  # fmt: skip


def _office(phrase: str) -> str:
    if _INSTITUTION.search(phrase) or phrase.startswith(("deputy", "vice", "former", "ex-")) or "ministr" in phrase:
        return ""
    singular = (
        re.sub(r"men$", "man", phrase)
        if phrase.endswith("men")
        else re.sub(r"s$", "", phrase)
        if not phrase.endswith("ss")
        else phrase
    )
    return next((office for pattern, office in _OFFICES if re.search(pattern, singular)), "")
