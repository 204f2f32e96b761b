"""Where events happened whose words name no known place: the capital, a village that no gazetteer holds, the scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS, Clauses
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EventPlace, Participant, Place, ResolvedStory, SegmentKind, Token, Toponym, codes_of

# Prepositions that hold a scene: "rallied in Quito", "fired at a crossing near Jenin".
SCENIC = frozenset({"in", "at", "near", "outside", "inside", "around"})
HELD = SCENIC | {"from", "on", "across", "throughout", "to", "into"}
# Sentences back to which the scene of a report's beginning still holds, and up to which it is the beginning.
SCENE_BACK, BEGINNING = 2, 6
MAX_CLIMB = 6
CAPITAL = "capital"


def lands(parties: Iterable[Participant]) -> frozenset[str]:
    """Return the countries that parties belong to; bodies of states have none."""
    return codes_of(parties) - INTERNATIONAL


class Scenes:
    """Reads the scene of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, clauses: Clauses, *, sites: frozenset[str]) -> None:
        """Prepare for one story; `sites` are nouns for places of a kind: town, port, base."""
        self._sites = sites
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._clauses = clauses
        self._home = resolved.home
        self._known = [t for t in resolved.toponyms if t.place is not None]
        self._unknown = [t for t in resolved.toponyms if t.place is None]
        self._lands = {m.head: m.resolution.country for m in resolved.mentions if m.resolution is not None}

    def capital(self, token: Token) -> EventPlace | None:
        """Return the city that "the capital" means in an event's clause: the dateline's or one that the story names."""
        noun = next((t for t in self._graph.core(token.i) if self._is_capital(t, token)), None)
        country = self._owner(noun) if noun is not None else None
        if noun is None or not country:
            return None
        cities = [self._home] if self._home is not None else []
        cities += [t.place for t in self._known if t.place is not None]
        city = next((p for p in cities if p.country == country and _is_seat(p)), None)
        place = city or self.country(country)
        return EventPlace(text=noun.text, place=place, reason="the capital of the country told of") if place else None

    def _is_capital(self, noun: Token, token: Token) -> bool:
        """Say whether a noun is a capital, unnamed, that an event is in or strikes."""
        if noun.lemma != CAPITAL or noun.pos != "NOUN":
            return False
        below = {c.i for c in self._parsed.subtree(noun)}
        if any(t.head in below and t.place and not is_country(t.place) for t in self._known):
            return False  # "the capital, Quito"
        head = noun
        if noun.dep == "poss":  # "at the capital's airport"
            head = self._parsed.head(noun)
        above = self._parsed.head(head)
        while head.dep == "pobj" and above.lemma == "of" and self._parsed.head(above).lemma in self._sites:
            head = self._parsed.head(above)  # "in the old quarter of the capital"
            above = self._parsed.head(head)
        if head.dep == "pobj":
            return above.lemma in HELD or (above.i == token.i + 1 and above.head == token.i)  # "sealed off the capital"
        return head.dep in {"dobj", "nsubjpass"} and above.i == token.i

    def _owner(self, noun: Token) -> str | None:
        """Return whose capital it is: "the Czech capital", "Chad's capital"; of nobody named the report's country."""
        for child in self._parsed.children(noun, "amod", "poss", "compound", "nmod"):
            if self._lands.get(child.i):
                return self._lands[child.i]
        below = (c.i for prep in self._parsed.children(noun, "prep") for c in self._parsed.children(prep, "pobj"))
        named = next((self._lands[i] for i in below if self._lands.get(i)), None)
        return named or (self._home.country if self._home is not None else None)

    def country(self, code: str) -> Place | None:
        """Return a country's own record, where the story names it."""
        return next((p for t in self._known if (p := t.place) and p.country == code and is_country(p)), None)

    def unnamed(
        self, token: Token, actors: Sequence[Participant], recipients: Sequence[Participant], held: Iterable[Toponym]
    ) -> EventPlace | None:
        """Return a village that no gazetteer holds, with the country it must lie in."""
        toponym = min(held, key=lambda t: abs(t.head - token.i), default=None)
        if toponym is None:
            return None
        code = self._country_of(token, lands(actors), lands(recipients))
        place = self.country(code) if code else None
        text = toponym.span.of(self._parsed.story.text)
        return EventPlace(text=text, place=place, reason="no gazetteer holds it; its country is that of those involved")

    def _country_of(self, token: Token, actors: frozenset[str], recipients: frozenset[str]) -> str | None:
        """Return where a deed is that strikes somebody: in a country named beside it, theirs, else the report's own."""
        both, home = actors | recipients, self._home.country if self._home is not None else None
        if not recipients and home is not None and home not in actors:
            return home  # "North Korea shelled an island", told from Seoul
        beside = [t.place for t in self._known if t.place and self._parsed.tokens[t.head].sent == token.sent]
        near = next((p.country for p in beside if is_country(p) and p.country in both), None)
        own = near if len(both) == 1 else None
        if own is None and len(recipients) == 1:
            return next(iter(recipients))
        return own or (next(iter(both)) if len(both) == 1 else home if home in both or not both else None)

    def again(self, token: Token) -> Toponym | None:
        """Return the place that "the port" or "the town" in an event's clause means: the last that was called so."""
        for noun in self._graph.core(token.i):
            if self._is_definite_site(noun, token):
                called = [t for t in self._known if t.head < noun.i and self._is_called(t, noun.lemma)]
                if called:
                    return called[-1]
        return None

    def _is_definite_site(self, noun: Token, token: Token) -> bool:
        """Say whether a bare "the town" holds an event or is what it strikes."""
        if noun.pos != "NOUN" or noun.lemma not in self._sites or noun.tag != "NN":
            return False
        children = list(self._parsed.children(noun))
        if {c.dep for c in children} - {"det", "relcl", "case", "punct"} or not any(c.lemma == "the" for c in children):
            return False
        above = self._parsed.head(noun)
        held = noun.dep == "pobj" and above.lemma in HELD and above.head == token.i
        return held or noun.i in self._graph.slots(token.i).get("obj", ())

    def _is_called(self, toponym: Toponym, kind: str) -> bool:
        """Say whether a place's name stands with a kind: "the port of Gunsan", "Evin prison", "Gunsan, a port"."""
        head = self._parsed.tokens[toponym.head]
        above = self._parsed.head(head)
        if head.dep == "pobj" and above.lemma == "of":
            return self._parsed.head(above).lemma == kind
        if head.dep in {"compound", "nmod"}:
            return above.lemma == kind
        return any(c.lemma == kind for c in self._parsed.children(head, "appos"))

    def unknown(self) -> Sequence[Toponym]:
        """Return the story's place names that no gazetteer holds."""
        return self._unknown

    def before(self, token: Token, parties: Sequence[Participant]) -> Toponym | None:
        """Return where the paragraph or the report's beginning has set the scene: "rallied in Quito. They"."""
        verb = token
        while verb.pos not in VERBAL_POS and verb.head != verb.i:
            verb = self._parsed.head(verb)
        if not self._clauses.is_told_now(verb):
            return None
        codes = lands(parties)
        for sent in self._sentences_back(token):
            found = [t for t in self._scenic(sent) if t.place is not None]
            if found:
                last = found[-1]
                return last if last.place and (not codes or last.place.country in codes) else None
        return None

    def _sentences_back(self, token: Token) -> Iterator[int]:
        own = self._parsed.sentences[token.sent]
        body = [s.i for s in self._parsed.sentences if s.kind is SegmentKind.PARAGRAPH]
        begins = token.sent in body[:BEGINNING]
        for sent in reversed(body):
            if sent >= token.sent:
                continue
            near = begins and token.sent - sent <= SCENE_BACK
            if self._parsed.sentences[sent].segment != own.segment and not near:
                return
            yield sent

    def _scenic(self, sent: int) -> Iterator[Toponym]:
        """Yield the places that a sentence's main clause is told to be in."""
        root = self._parsed.tokens[self._parsed.sentences[sent].root]
        told = [root, *self._parsed.children(root, "ccomp")]  # "shot at a crowd in Quito, rescuers said"
        inside = {t.i for verb in told for t in self._graph.core(verb.i)}
        for toponym in self._known:
            if toponym.head not in inside or self._parsed.tokens[toponym.head].sent != sent:
                continue
            node = self._parsed.tokens[toponym.head]
            for _ in range(MAX_CLIMB):
                above = self._parsed.head(node)
                if node.dep == "prep" and (above.pos in VERBAL_POS or above.dep in {"dobj", "nsubjpass"}):
                    if node.lemma in SCENIC:
                        yield toponym
                    break
                if above.i == node.i:
                    break
                node = above


def _is_seat(place: Place) -> bool:
    """Say whether a place is a country's capital, or the unit that is the city itself ("Seoul")."""
    return place.feature_code == "PPLC" or (place.feature_code == "ADM1" and place.admin1 == place.name)


def is_country(place: Place) -> bool:
    """Say whether a place is a state as a whole."""
    return place.feature_code.startswith("PCL")
