"""With whom or where something is kept: the hosts of forces, embassies and embargoes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.ties.context import as_land, is_assumed, outside
from dateline.coding.ties.lasting import Lasting
from dateline.coding.ties.parties import TieParties
from dateline.coding.ties.words import COPULAS, lexicon
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import PLACING, TiePattern
from dateline.model import Participant, Resolution, ResolvedStory, Token, codes_of

# Where forces are kept.
SITES = frozenset(
    {"base", "airbase", "camp", "port", "airport", "airfield", "barracks", "garrison", "harbour", "harbor"}
)
SOIL = frozenset({"territory", "soil", "land", "water", "airspace", "port", "base"})
# Regions of several countries whose names are parts of one, too.
REGIONS = frozenset({"Sahel", "Sahara", "Caucasus", "Balkans"})
# At whose wish somebody is somewhere: "at the government's invitation".
ASKING = frozenset({"wish", "request", "invitation", "behest", "bidding", "asking"})
COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
LETTING = frozenset({"let", "allow", "permit", "enable"})
# Where a host is looked for before all slots.
FIRST = ("first",)
MAX_CLIMB = 6


class Hosts:
    """Finds with whom the relations of one story are kept."""

    def __init__(
        self, resolved: ResolvedStory, graph: Graph, cast: Cast, lasting: Lasting, parties: TieParties
    ) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._cast = cast
        self._lasting = lasting
        self._parties = parties

    def of(self, pattern: TiePattern, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return with whom something is kept, other than its holder: named as a party, or by the place where it is."""
        heads = self._host_heads(pattern, token)
        first = self._letting(token) or self._where(token) or self._asked_by(token)
        spotted = bool(self.by_place(heads, own))  # "the airfield at Manas": not where the last place told of lies
        for union in (*((FIRST,) if first else ()), *pattern.host, ()):
            inside = [h for slot in union for h in self._parties.heads(token, slot)] if union else heads
            inside = first if union is FIRST else [h for h in inside if not (spotted and self._is_spot(h))]
            found = outside(self._parties.participants(inside, own), own)
            if pattern.kind in {"recognition", "mediation", "deployment"}:  # "in NATO since 1949, keeps men in Chad"
                found = tuple(p for p in found if not INTERNATIONAL & set(p.resolution.codes))
            if found and pattern.kind == "representation":
                found = (*found, *self._there(token, {*own, *codes_of(found)}))
            if found and not is_assumed(found[0]):
                return (*found, *self._also(inside, {*own, *codes_of(found)}))
        found = self.by_place(heads, own) or (self._parties.here(heads) if pattern.abroad else ())
        found = (
            found
            or self._there(token, own)
            or self._one_other(token, own)
            or (self._at_home(heads, own) if pattern.abroad else ())
        )
        return outside(found, own)

    def _there(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the land last told of before "there", which names none in its own sentence."""
        clause = self._graph.core(self._lasting.verb(token).i)
        words = {t.text.lower(): t for t in clause if t.dep == "advmod"}
        if "here" in words:
            return self._parties.lands.home(token, own)
        there = words.get("there")
        return self._parties.lands.before(there, own) if there is not None else ()

    def _one_other(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the one other state that a clause names behind its verb: "has 500 men next door in Chad"."""
        verb = self._lasting.verb(token)
        if verb.lemma in COPULAS:
            return ()
        later = [t.i for t in self._graph.core(verb.i) if t.i > verb.i and self._parsed.head(t).lemma in PLACING]
        known = [h for h in later if self._parties.told.known(h)]
        named = self._parties.participants(known, own)
        found = {
            p.resolution.codes[0]: p for p in named if p.resolution.codes and not set(p.resolution.codes) & set(own)
        }
        return tuple(found.values()) if len(found) == 1 else ()

    def _also(self, heads: Iterable[int], known: Collection[str]) -> tuple[Participant, ...]:
        """Return the lands of places that stand beside a host: "serve in Iraq and the Sinai"."""
        joined = {i for h in heads for i in self._graph.conjuncts(h)}
        return self.by_place(list(joined), known)

    def _letting(self, token: Token) -> list[int]:
        """Return who lets somebody do something: "Oman has let Britain use the port"."""
        verb = self._lasting.verb(token)
        lets = verb.i != token.i and token.pos in VERBAL_POS and verb.lemma in LETTING
        return self._graph.slots(verb.i).get("subj", []) if lets else []

    def _asked_by(self, token: Token) -> list[int]:
        """Return at whose wish something is kept: "has two battalions in the city at Juba's invitation"."""
        clause = sorted(self._graph.clause(self._lasting.verb(token).i), key=lambda t: t.i)
        asked = (t for t in clause if t.lemma in ASKING and self._parsed.head(t).lemma == "at")
        return [c.i for t in asked for c in self._parsed.children(t, "poss") if self._parties.told.known(c.i)]

    def are_at_home(self, pattern: TiePattern, token: Token, own: Collection[str]) -> bool:
        """Say whether all the places told are in people's own land: "Danish sappers teach recruits in Odense"."""
        heads = {h for h in self._host_heads(pattern, token) if self._under(h) in {"in", "at"}}
        places = [t.place for t in self._resolved.toponyms if t.head in heads and t.place is not None]
        return bool(places) and all(place.country in own for place in places)

    def _under(self, head: int) -> str:
        return self._parsed.head(self._parsed.tokens[head]).lemma

    def _host_heads(self, pattern: TiePattern, token: Token) -> list[int]:
        """Return the words for where something is: those of the slots, "Chad, where ...", "the centre of Chad"."""
        heads = [h for union in pattern.host for slot in union for h in self._parties.heads(token, slot)]
        verb = self._lasting.verb(token)
        heads += [*self._where(token), *(self._compass(verb) if pattern.abroad else ())]
        heads += [i for h in heads for i in self._beside(h)]
        heads += [c.i for h in heads for c in self._parsed.children(self._parsed.tokens[h], "appos")]
        if any(t.text.lower() == "there" and t.dep == "advmod" for t in self._graph.core(verb.i)):
            heads += self._before(verb)
        inside = [*heads, *(i for h in heads for i in self._graph.slots(h).get("of", ()))]
        timed = {i for t in self._resolved.timexes for i in range(t.first, t.last)}  # "began in October"
        inside = [h for h in inside if h not in timed]
        plain = [h for h in inside if self._parsed.tokens[h].pos == "NOUN" and not self._parties.told.known(h)]
        soil = [h for h in plain if self._is_place(self._parsed.tokens[h])]  # "on two thirds of Chadian territory"
        mods = [c.i for h in soil for c in self._parsed.children(self._parsed.tokens[h], "amod", "poss", "compound")]
        return [*inside, *mods]

    def _beside(self, head: int) -> list[int]:
        """Return the places by which a plain one is told: "an airfield near Abeche", "a camp outside the city"."""
        preps = self._parsed.children(self._parsed.tokens[head], "prep") if self._is_spot(head) else ()
        return [c.i for p in preps if p.lemma in PLACING for c in self._parsed.children(p, "pobj")]

    def _is_spot(self, head: int) -> bool:
        """Say whether a word is a plain place of some land last told of: "the airfield", "the town"."""
        token = self._parsed.tokens[head]
        return token.pos == "NOUN" and token.lemma in lexicon().words.spots

    def _is_place(self, token: Token) -> bool:
        words = lexicon().words
        return token.lemma in SOIL | words.spots | words.here

    def _where(self, token: Token) -> list[int]:
        """Return the land of "Chad, where 500 soldiers serve in a joint force"."""
        verb = self._lasting.verb(token)
        where = any(c.text.lower() == "where" for c in self._parsed.children(verb, "advmod"))
        over = self._parsed.head(verb) if verb.dep == "conj" else verb
        return [over.head] if where and over.dep == "relcl" else []

    def _before(self, verb: Token) -> list[int]:
        """Return the last place that a sentence names before "there"."""
        named = [t.head for t in self._resolved.toponyms if t.head < verb.i and t.place is not None]
        named = [h for h in named if self._parsed.tokens[h].sent == verb.sent]
        return [h for h in named if not self._is_aim(self._parsed.tokens[h])][-1:] or named[-1:]

    def _is_aim(self, token: Token) -> bool:
        """Say whether a place is what something is for: "uses the port of Aden for its war in Mali"."""
        for _ in range(MAX_CLIMB):
            token = self._parsed.head(token)
            if token.pos in VERBAL_POS:
                return False
            if token.lemma in {"for", "against", "about", "over"}:
                return True
        return False

    def is_abroad(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether something is kept in a region that is no single country's: "stationed in the Sahel"."""
        heads = set(self._host_heads(pattern, token))
        places = [t for t in self._resolved.toponyms if t.head in heads and t.place is not None]
        return any(
            (t.place is not None and not t.place.country) or self._parsed.tokens[t.head].text in REGIONS for t in places
        )

    def _at_home(self, heads: Iterable[int], own: Collection[str]) -> tuple[Participant, ...]:
        """Read a camp or port that no gazetteer holds: of another state's forces it is in the report's own land."""
        home = self._resolved.home
        if home is None or not home.country or home.country in own or not own:
            return ()
        known = {t.head for t in self._resolved.toponyms if t.place is not None}
        for head in heads:
            token = self._parsed.tokens[head]
            if head not in known and (token.pos == "PROPN" or token.lemma in SITES or self._is_ground(token)):
                return (as_land(token, home, score=0.4),)
        return ()

    def _is_ground(self, token: Token) -> bool:
        """Say whether a word is a piece of ground where somebody may be kept: "along the river", "on the ridge"."""
        words = lexicon().words
        return token.pos == "NOUN" and token.lemma in words.grounds | words.spots | words.here

    def _compass(self, verb: Token) -> list[int]:
        """Return what somebody is kept to the north or south of: the line of "stationed south of the line"."""
        sides = (c for c in self._parsed.children(verb, "advmod", "npadvmod") if c.lemma in COMPASS)
        of = (p for side in sides for p in self._parsed.children(side, "prep") if p.lemma == "of")
        return [c.i for p in of for c in self._parsed.children(p, "pobj")]

    def by_place(self, heads: Collection[int], own: Collection[str]) -> tuple[Participant, ...]:
        """Read "accredited in Moscow", "based in Erbil and Aleppo": the countries that the places lie in are hosts."""
        found: dict[str, Participant] = {}
        for toponym in self._resolved.toponyms:
            place = toponym.place
            known = self._cast.mention(toponym.head)
            if known is not None and INTERNATIONAL & set(self._cast.participant(known).resolution.codes):
                continue  # "the West"
            if self._parsed.tokens[toponym.head].text in REGIONS:
                continue
            if toponym.head not in heads or place is None or not place.country or place.country in own:
                continue
            resolution = Resolution(name=place.name, country=place.country, score=toponym.score, rule="place")
            text = toponym.span.of(self._parsed.story.text)
            if known is not None and len(self._cast.participant(known).resolution.codes) == 1:
                continue  # a state of its own: East Germany lies in Germany now
            found.setdefault(place.country, Participant(span=toponym.span, text=text, resolution=resolution))
        return tuple(found.values())
