"""How a place's name stands in its sentence: under which preposition, as part of which site, in brackets or not."""

from __future__ import annotations

from collections.abc import Collection

from dateline.coding.where.scenes import is_country
from dateline.model import ParsedStory, Participant, Token, Toponym

# Parts of a place: "in the northern part of Rakhine".
PARTS = frozenset({"part", "half", "heart", "edge", "side", "corner", "section", "sector", "third", "end", "zone"})
CHAINED = frozenset({"appos", "conj", "npadvmod", "nmod"})
NAMED_AFTER = frozenset({"compound", "poss", "amod", "nmod"})
MAX_STEPS = 4


class PlacePhrases:
    """Reads the phrases that hold places' names in one story."""

    def __init__(self, parsed: ParsedStory, *, sites: frozenset[str]) -> None:
        """Prepare for one story; `sites` are nouns that a place's name may stand before as their own name."""
        self._parsed = parsed
        self._sites = sites

    def preposition(self, toponym: Toponym) -> Token | None:
        """Return the preposition that governs a place, or the name or site that it is part of."""
        head = self._parsed.tokens[toponym.head]
        for _ in range(MAX_STEPS):
            above = self._parsed.head(head)
            if head.dep == "pobj":
                site = self._parsed.head(above)
                if above.lemma != "of" or site.lemma not in self._sites | PARTS:
                    return above
                head = site  # "in the town of Afrin"
                continue
            inner = head.dep in NAMED_AFTER and (self._is_site(above) or _is_town(toponym))
            if not (head.dep in CHAINED or inner):
                return None
            head = above
        return None

    def is_among(self, toponym: Toponym, heads: Collection[int]) -> bool:
        """Say whether a place, or the site that bears its name, is among heads: "shelled Yeon island"."""
        head = self._parsed.tokens[toponym.head]
        return head.i in heads or (head.head in heads and self._is_site(self._parsed.head(head)))

    def is_named_by(self, toponym: Toponym, sites: Collection[int]) -> bool:
        """Say whether one of some sites is named after a place: "the town of Afrin", "Afrin's quarter"."""
        head = self._parsed.tokens[toponym.head]
        above = self._parsed.head(head)
        owner = self._parsed.head(above) if head.dep == "pobj" and above.lemma == "of" else above
        return owner.i in sites

    def is_aside(self, toponym: Toponym, token: Token) -> bool:
        """Say whether a place stands in brackets that the event stands outside of: "fighters (banned in Russia)"."""
        between = self._parsed.tokens[min(toponym.head, token.i) : max(toponym.head, token.i)]
        marks = [t.text for t in between if t.text in {"(", ")"}]
        return len(marks) % 2 == 1

    def _is_site(self, noun: Token) -> bool:
        """Say whether a noun may bear a place's name as its own; "a US air strike" is not in the US."""
        return noun.pos == "PROPN" or noun.lemma in self._sites


def is_whole(toponym: Toponym, party: Participant) -> bool:
    """Say whether a party is a place itself, not somebody from there."""
    return toponym.span.overlaps(party.span) and party.span.end <= toponym.span.end


def is_land(toponym: Toponym) -> bool:
    """Say whether a place's name means a state as a whole."""
    return toponym.place is not None and is_country(toponym.place)


def _is_town(toponym: Toponym) -> bool:
    """Say whether a place is smaller than a country: "at a Texas gun range" is there, "in a US raid" is not."""
    return toponym.place is not None and not is_country(toponym.place)
