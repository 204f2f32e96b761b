"""How many people died, were injured, arrested or took part, with bounds."""

from __future__ import annotations

import re

from dateline.coding.arguments import Graph
from dateline.model import Casualties, Count, EventType, ParsedStory, Token

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "a": 1, "an": 1,
}  # fmt: skip
# "dozens": more than one dozen, how many nobody says.
VAGUE = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
AT_LEAST = frozenset({"least", "more", "over", "above", "minimum"})
AT_MOST = frozenset({"most", "fewer", "less", "under", "up"})
DEATH = frozenset(["kill", "murder", "slay", "execute", "assassinate", "behead", "massacre", "die", "shoot"])
INJURY = frozenset(["wound", "injure", "hurt", "maim"])
ARREST = frozenset(["arrest", "detain", "jail", "imprison", "capture", "seize", "hold", "apprehend"])
CROWD = frozenset(["protest", "demonstrate", "rally", "march", "gather", "riot", "strike"])
STATES = {"dead": "dead", "killed": "dead", "wounded": "injured", "injured": "injured", "hurt": "injured"}


def read_casualties(token: Token, event_type: EventType, graph: Graph) -> Casualties:
    """Return the numbers that an event's clause gives.

    Args:
        token: The event's trigger.
        event_type: Only violence, coercion and protest are asked for numbers.
        graph: Arguments of the story.
    """
    if event_type not in {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.SANCTION}:
        return Casualties()
    found: dict[str, Count] = {}
    for other in graph.clause(token.i):
        kind = _kind(other)
        if kind is None:
            continue
        count = _count_of(other, kind, graph)
        if count is not None:
            found.setdefault(kind, count)
    return Casualties(**found)


def _kind(token: Token) -> str | None:
    if token.lemma in DEATH:
        return "dead"
    if token.lemma in INJURY:
        return "injured"
    if token.lemma in ARREST:
        return "arrested"
    if token.lemma in CROWD:
        return "size"
    return STATES.get(token.text.lower())


def _count_of(token: Token, kind: str, graph: Graph) -> Count | None:
    slots = graph.slots(token.i)
    heads = slots.get("subj" if kind == "size" or token.lemma == "die" else "obj", [])
    for head in heads:
        count = read_count(graph.parsed, graph.tokens[head])
        if count is not None:
            return count
    if token.text.lower() in STATES and token.pos == "ADJ":
        return read_count(graph.parsed, graph.parsed.head(token)) or read_count(graph.parsed, token)
    return None


def read_count(parsed: ParsedStory, head: Token) -> Count | None:
    """Read the number of a noun phrase: "at least 12 people", "dozens of soldiers", "two officers".

    Args:
        parsed: The story.
        head: Head of the phrase.

    Returns:
        Bounds and words; None when the phrase has no number.
    """
    if head.lemma in VAGUE and head.tag == "NNS":
        return Count(low=2 * VAGUE[head.lemma], high=None, text=head.text)
    number = next(parsed.children(head, "nummod"), None)
    if number is None and (head.pos == "NUM" or number_value(head.text) is not None):
        number = head
    if number is None:
        return None
    value = _phrase_value(parsed, number)
    if value is None:
        return None
    around = {parsed.tokens[i].text.lower() for i in range(max(0, number.i - 4), number.i)}
    text = parsed.span(max(number.i - 2, 0), number.i + 1).of(parsed.story.text)
    if around & AT_LEAST and "most" not in around:
        return Count(low=value + (1 if {"more", "over"} & around else 0), high=None, text=text)
    if around & AT_MOST and "least" not in around:
        return Count(low=0, high=value, text=text)
    return Count(low=value, high=value, text=number.text)


def _phrase_value(parsed: ParsedStory, number: Token) -> int | None:
    total = number_value(number.text)
    for child in parsed.children(number, "compound", "nummod"):
        part = number_value(child.text)
        if part is not None and total is not None:
            total = part * total if total >= 100 and part < total else part + total
    return total


def number_value(text: str) -> int | None:
    """Return the value of digits ("1,500") or a number word ("twelve"); None for anything else."""
    plain = text.replace(",", "").lower()
    if re.fullmatch(r"\d+", plain):
        return int(plain)
    parts = [WORDS.get(part) for part in plain.split("-")]
    if any(part is None for part in parts) or plain in {"a", "an"}:
        return None
    return sum(part for part in parts if part is not None)
