"""People of whom only a number is told ("thousands marched", "killed dozens"), or only what they do together."""

from __future__ import annotations

from collections import Counter

from dateline.coding.parties.assumed import is_assumed
from dateline.knowledge.parties import party_words
from dateline.model import ASSUMED, Mention, MentionKind, ParsedStory, Resolution, ResolvedStory, Span, Token

NUMBERS, COUNTED = party_words().set("crowds"), party_words().set("harming") | party_words().set("counted")
STOPPAGES, COUNTRYWIDE = party_words().set("stoppages"), party_words().set("countrywide")
# "Left 20 dead": how harm leaves people.
FELLED = frozenset({"dead", "wounded", "injured", "hurt", "maimed"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
RULE = f"number of people; {ASSUMED}"


class Crowds:
    """Finds bare numbers that stand for people of the country a story is about."""

    def __init__(self, resolved: ResolvedStory) -> None:
        self._parsed: ParsedStory = resolved.parsed
        self._country = _own_country(resolved)

    def at(self, head: int) -> Mention | None:
        """Return the people that a token counts or gathers; None where it counts something else or names them."""
        token = self._parsed.tokens[head]
        if not (self._is_countrywide(token) or (token.dep in ARGUMENTS and self._counts_people(token))):
            return None
        return Mention(
            i=-1,
            first=head,
            last=head + 1,
            head=head,
            span=Span(token.start, token.end),
            kind=MentionKind.NOMINAL,
            chain=-1 - head,
            resolution=Resolution(name=token.text, country=self._country, sectors=("CVL",), score=0.4, rule=RULE),
            plural=True,
        )

    def _is_countrywide(self, token: Token) -> bool:
        """Say whether a stoppage is a whole country's: "a nationwide walkout grounded flights"."""
        if token.dep != "nsubj" or token.lemma not in STOPPAGES:
            return False
        told = any(c.lemma in COUNTRYWIDE for c in self._parsed.children(token, "amod", "compound"))
        return told and not any(c.text.lower() in {"by", "of"} for c in self._parsed.children(token, "prep", "agent"))

    def _counts_people(self, token: Token) -> bool:
        below = list(self._parsed.children(token, "prep", "compound", "amod"))
        below = [c for c in below if c.text.lower() not in FELLED]
        if any(c.dep != "prep" or c.text.lower() in {"of", "in", "from"} for c in below):
            return False
        if token.lemma in NUMBERS or token.text.lower() in NUMBERS:
            return token.tag in {"NNS", "NNPS", "NN", "CD"} and token.text.lower().endswith("s")
        if token.text.lower() == "others":
            return self._parsed.has(token, "nummod")
        above = self._parsed.head(token)
        around = (*self._parsed.children(above), *self._parsed.children(token))
        left = above.lemma == "leave" and above.dep != "relcl" and any(c.text.lower() in FELLED for c in around)
        return token.tag == "CD" and token.dep in {"dobj", "nsubjpass"} and (left or above.lemma in COUNTED)


def _own_country(resolved: ResolvedStory) -> str | None:
    """Return the country that a story's plain people belong to: the one most often assumed, else of most places."""
    if resolved.home:
        return resolved.home.country
    assumed = (m.resolution.country for m in resolved.mentions if m.resolution and is_assumed(m.resolution))
    counts = Counter(country for country in assumed if country)
    counts = counts or Counter(t.place.country for t in resolved.toponyms if t.place and t.place.country)
    return counts.most_common(1)[0][0] if counts else None
