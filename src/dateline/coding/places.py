"""Where an event happened: a place that its own words give, the host of a visit, else the dateline of a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.arguments import Graph
from dateline.coding.assumed import is_assumed
from dateline.coding.clauses import VERBAL_POS, Clauses
from dateline.coding.scenes import Scenes, is_country, lands
from dateline.coding.spoken import SPEECH_TYPES
from dateline.model import EventPlace, EventType, Participant, ResolvedStory, Span, Token, Toponym

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "on", "off", "from", "across", "throughout", "over"}
)
# Deeds that a report's first sentence tells of its own place.
ON_THE_SPOT = frozenset({EventType.ASSAULT, EventType.PROTEST})
# Deeds between people of one country that happen, unless the report says otherwise, in it.
AT_HOME = frozenset(
    {
        EventType.ASSAULT,
        EventType.PROTEST,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.SANCTION,
        EventType.RETREAT,
        EventType.THREATEN,
    }
)
# Deeds that are done to whoever or whatever is there: what they hit tells where they happen.
ON_GROUND = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
# Goods and prisoners go to a place: it holds the event as the place of a deed does.
BROUGHT = frozenset({EventType.AID})
# Deeds that strike, hold or fill a place: their object is where they are.
STRIKING = ON_GROUND | {EventType.PROTEST}
# Parts of a place: "in the northern part of Rakhine".
PARTS = frozenset({"part", "half", "heart", "edge", "side", "corner", "section", "sector", "third", "end", "zone"})
# What is signed or opened is so where it says: "signed a truce in Quito".
SIGNING = frozenset({"sign", "initial", "conclude", "launch", "open", "seal", "adopt"})
MAX_CLIMB = 8
# Prepositions of a place that the event only comes from or is about rank behind those that hold it.
WEAK = frozenset({"from", "over", "on"})
CHAINED = frozenset({"appos", "conj", "npadvmod", "nmod"})
# Phrases that tell the occasion of words, and with it their place: "at a ceremony in Caracas".
OCCASIONS = frozenset({"at", "in", "during"})
SAME_DEED = frozenset({"when", "as", "after", "where"})


class Places:
    """Links events to the toponyms of one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, *, sites: frozenset[str]) -> None:
        """Prepare for one story; `sites` are nouns that a place's name may stand before as their own name."""
        self._sites = sites
        self._graph = graph
        self._parsed = resolved.parsed
        self._home = resolved.home
        self._mentions = resolved.mentions
        self._toponyms = [t for t in resolved.toponyms if t.place is not None]
        self._scenes = Scenes(resolved, graph, Clauses(graph), sites=sites)

    def of(
        self,
        token: Token,
        *,
        event_type: EventType,
        mode: str,
        actors: Sequence[Participant] = (),
        recipients: Sequence[Participant] = (),
    ) -> tuple[EventPlace | None, Span | None]:
        """Return the event's place and the words it rests on."""
        found = self._told(token, event_type, recipients, visit=mode == "visit")
        finer = self._finer(token, event_type, actors, recipients) if found is None or _is_country(found[0]) else None
        if finer is not None:
            return finer, None
        if found is not None:
            return self._place(found[0], found[1]), found[0].span
        if self._is_here(token):
            return self._dateline(), None
        if event_type is EventType.CONSULT and mode != "phone":
            return self._dateline(), None
        home = self._brought_home(token)
        if home is not None:
            return self._place(home, "what calls somebody home is there"), home.span
        return self._around(token, event_type, actors, recipients)

    def _finer(
        self, token: Token, event_type: EventType, actors: Sequence[Participant], recipients: Sequence[Participant]
    ) -> EventPlace | None:
        """Return the capital or the unknown village of an event whose words name no more than a country."""
        if event_type in SPEECH_TYPES:
            return None
        inside = {t.i for t in self._graph.core(token.i)}
        held = [t for t in self._scenes.unknown() if t.head in inside and self._is_held(t, token, event_type)]
        place = self._scenes.capital(token) or self._scenes.unnamed(token, actors, recipients, held)
        named = self._scenes.again(token) if place is None else None
        return self._place(named, "the place of this kind that the story has named") if named is not None else place

    def _is_held(self, toponym: Toponym, token: Token, event_type: EventType) -> bool:
        """Say whether a place's name stands where an event's place does, or is what it strikes."""
        prep = self._preposition(toponym)
        if prep is not None:
            return prep.lemma in LOCATIVE and self._holds(prep, token, event_type)
        head = self._parsed.tokens[toponym.head]
        site = head.head if self._is_site(self._parsed.head(head)) else head.i  # "shelled Yeon island"
        return event_type in STRIKING and not {head.i, site}.isdisjoint(self._graph.slots(token.i).get("obj", ()))

    def _around(
        self, token: Token, event_type: EventType, actors: Sequence[Participant], recipients: Sequence[Participant]
    ) -> tuple[EventPlace | None, Span | None]:
        """Return the place of an event whose own words give none: the scene, the dateline, the parties' country."""
        parties = (*actors, *recipients)
        if event_type in STRIKING:
            scene = self._scenes.before(token, parties)
            if scene is not None:
                return self._place(scene, "where the sentence before has set the scene"), scene.span
        if event_type in ON_THE_SPOT and self._is_scene(token, parties):
            return self._dateline(), None
        if event_type in AT_HOME and self._is_beginning(token) and self._acts_here(actors, parties):
            return self._dateline(), None
        own = self._own_land(actors, recipients) if event_type in AT_HOME else None
        return (self._place(own, "the parties' own country"), None) if own is not None else (None, None)

    def _is_beginning(self, token: Token) -> bool:
        """Say whether an event stands in the report's first paragraph."""
        lead = self._parsed.lead
        return lead is not None and self._parsed.sentences[token.sent].segment == lead.segment

    def _acts_here(self, actors: Sequence[Participant], parties: Sequence[Participant]) -> bool:
        """Say whether a first sentence tells of the report's own country alone, or of a body that met there."""
        home = self._home.country if self._home is not None else None
        bodies = bool(actors) and not lands(actors) and all(p.resolution.country for p in actors)
        return bool(home) and (lands(parties) == {home} or bodies)

    def _own_land(self, actors: Sequence[Participant], recipients: Sequence[Participant]) -> Toponym | None:
        """Return the country of all parties of a deed, where it is the report's own or both sides are known for it."""
        codes = lands((*actors, *recipients))
        home = self._home.country if self._home is not None else None
        known = [lands(p for p in side if not is_assumed(p.resolution)) for side in (actors, recipients)]
        if len(codes) != 1 or (home not in codes and not all(known)):
            return None
        named = (t for t in self._toponyms if t.place is not None and t.place.feature_code == "PCLI")
        return next((t for t in named if t.place is not None and t.place.country in codes), None)

    def _told(
        self, token: Token, event_type: EventType, recipients: Sequence[Participant], *, visit: bool
    ) -> tuple[Toponym, str] | None:
        """Return the place that an event's sentence gives, the nearest clause first, with the reason."""
        best = self._best(token, event_type)
        if best is not None:
            return best, "named in the event's clause"
        if event_type is EventType.CONSULT and visit:
            host = next((t for p in recipients for t in self._toponyms if t.span.overlaps(p.span)), None)
            if host is not None:
                return host, "the host of the visit"
        if event_type in STRIKING:
            hit = next((t for p in recipients for t in self._toponyms if self._is_whole(t, p)), None) or self._hit(
                token
            )
            if hit is not None:
                return hit, "what is attacked lies there"
        where = self._antecedent(token)
        if where is not None:
            return where, "named before the clause that tells of it"
        for other in self._beside(token, event_type):
            best = self._best(other, event_type, near=True)
            if best is not None:
                return best, "named with the deed beside it"
        return None

    def _best(self, token: Token, event_type: EventType, *, near: bool = False) -> Toponym | None:
        """Return the place that stands in a predicate's own clause; places that hold it before those it comes from.

        `near` takes only phrases that hang on the predicate or on what it governs.
        """
        locative = LOCATIVE | {"to", "into"} if event_type in BROUGHT else LOCATIVE
        inside = {t.i for t in self._graph.core(token.i)}
        found = [
            (t, prep)
            for t in self._toponyms
            if t.head in inside
            and (prep := self._preposition(t)) is not None
            and prep.lemma in locative
            and self._holds(prep, token, event_type)
            and (not near or self._is_near(prep, token))
            and not self._is_aside(t, token)
        ]
        best = min(found, key=lambda f: (f[1].lemma in WEAK, abs(f[0].head - token.i)), default=None)
        if best is None or not _is_country(best[0]):
            return best[0] if best is not None else None
        within = (t for t, prep in found if prep.i == best[1].i and not _is_country(t) and _is_in(t, best[0]))
        return next(within, best[0])  # "in Ecuador's province of Orellana"

    def _holds(self, prep: Token, token: Token, event_type: EventType) -> bool:
        """Say whether a phrase tells where an event is, not where one of its parties or its subject matter is."""
        above = self._parsed.head(prep)
        if prep.lemma == "from" and above.pos not in VERBAL_POS:
            return False  # "officials from Chad": where they come from
        if event_type in SPEECH_TYPES:  # said where the speaker is: "criticised the policy in Iraq"
            return self._is_occasion(prep, token)
        if event_type is EventType.CONSULT and self._is_party_of(above, token):
            return False  # "met the commander of the forces in Mali"
        between = above
        for _ in range(MAX_CLIMB):
            if between.i == token.i or between.head == between.i:
                return True
            if between.dep in {"acl", "relcl"} and prep.lemma in WEAK:
                return False  # "signed an agreement to buy ships from Spain"
            between = self._parsed.head(between)
        return True

    def _is_occasion(self, prep: Token, token: Token) -> bool:
        """Say whether a phrase hangs on words' own verb or noun, or on what tells their occasion."""
        for _ in range(MAX_CLIMB):
            above = self._parsed.head(prep)
            if above.dep == "dobj" and above.head == token.i and token.lemma in SIGNING:
                return True
            if above.i == token.i or (token.pos in {"NOUN", "PROPN"} and above.i == token.head):
                return True
            if above.dep != "pobj" or self._parsed.head(above).lemma not in OCCASIONS:
                return False
            prep = self._parsed.head(above)
        return False

    def _is_near(self, prep: Token, token: Token) -> bool:
        above = self._parsed.head(prep)
        for _ in range(2):
            if above.dep == "pobj":
                above = self._parsed.head(self._parsed.head(above))
        if above.dep in {"dobj", "nsubjpass"}:
            above = self._parsed.head(above)
        return above.i == token.i

    def _is_party_of(self, noun: Token, token: Token) -> bool:
        """Say whether a noun below a meeting's verb is who meets, not where or at what they meet."""
        if noun.pos not in {"NOUN", "PROPN"} or noun.i == token.i:
            return False
        slots = self._graph.slots(token.i)
        met = {h for name in ("subj", "obj", "with") for h in slots.get(name, ())}
        return noun.i in met and noun.pos == "PROPN"

    def _beside(self, token: Token, event_type: EventType) -> Iterator[Token]:
        """Yield the predicates whose place is the event's too: the verb over its noun, deeds joined with it."""
        if event_type in SPEECH_TYPES:
            return
        verb = self._verb_over(token)
        yield from self._leading(verb)
        if event_type in STRIKING and verb.dep == "acl" and verb.tag == "VBG":
            yield self._verb_over(self._parsed.head(verb))  # "in Quito police fired on people rallying against it"
        if verb.i != token.i and verb.pos in VERBAL_POS and token.dep in {"dobj", "nsubjpass", "nsubj"}:
            yield verb
        if event_type is EventType.CONSULT:
            return
        first = verb
        while first.dep == "conj" and first.head != first.i:
            first = self._parsed.head(first)
        joined = [t for t in self._conjuncts(first) if t.i != token.i]
        yield from sorted(joined, key=lambda t: (t.i < token.i, abs(t.i - token.i)))
        if event_type in ON_GROUND:
            for clause in self._parsed.children(verb, "advcl"):
                if any(c.text.lower() in SAME_DEED for c in self._parsed.children(clause, "advmod", "mark")):
                    yield clause

    def _verb_over(self, token: Token) -> Token:
        verb = token
        for _ in range(3):
            if verb.pos in VERBAL_POS or verb.head == verb.i:
                break
            verb = self._parsed.head(verb)
        return verb

    def _leading(self, verb: Token) -> Iterator[Token]:
        """Yield the clause that a verb goes on from: "riots in May, when ...", "shelled the town, killing four"."""
        if verb.dep == "advcl" and verb.tag == "VBG":
            yield self._parsed.head(verb)
        if verb.dep == "relcl" and any(c.text.lower() == "when" for c in self._parsed.children(verb, "advmod")):
            above = self._parsed.head(verb)
            while above.pos not in VERBAL_POS and above.head != above.i:
                above = self._parsed.head(above)
            yield above

    def _conjuncts(self, first: Token) -> Iterator[Token]:
        if first.pos not in VERBAL_POS:
            return
        stack = [first]
        while stack:
            verb = stack.pop()
            yield verb
            stack.extend(c for c in self._parsed.children(verb, "conj") if c.pos in VERBAL_POS)

    def _antecedent(self, token: Token) -> Toponym | None:
        """Return the place that a relative clause tells of: "in Oran, where police fired", "the Oran raid that ..."."""
        verb = token
        for _ in range(2):
            if verb.dep == "relcl":
                break
            verb = self._parsed.head(verb)
        if verb.dep != "relcl":
            return None
        noun = self._parsed.head(verb)
        if any(c.text.lower() == "where" for c in self._parsed.children(verb, "advmod")):
            return next((t for t in self._toponyms if t.first <= noun.i < t.last), None)
        named = {c.i for c in self._parsed.children(noun, "compound", "nmod")}
        compounds = [t for t in self._toponyms if t.head in named]
        return compounds[0] if compounds and noun.pos == "NOUN" and self._is_subject(noun, verb) else None

    def _is_subject(self, noun: Token, verb: Token) -> bool:
        return noun.i in self._graph.slots(verb.i).get("subj", ())

    def _is_whole(self, toponym: Toponym, party: Participant) -> bool:
        """Say whether a party is a place itself, not somebody from there."""
        return toponym.span.overlaps(party.span) and party.span.end <= toponym.span.end

    def _hit(self, token: Token) -> Toponym | None:
        """Return the place that a town or quarter which is attacked is named after: "shelled the town of Afrin"."""
        sites = {h for h in self._graph.slots(token.i).get("obj", ()) if self._parsed.tokens[h].lemma in self._sites}
        for toponym in self._toponyms:
            head = self._parsed.tokens[toponym.head]
            above = self._parsed.head(head)
            owner = self._parsed.head(above) if head.dep == "pobj" and above.lemma == "of" else above
            if owner.i in sites:
                return toponym
        return None

    def _is_here(self, token: Token) -> bool:
        return any(c.text.lower() == "here" for c in self._parsed.children(token, "advmod"))

    def _is_scene(self, token: Token, parties: Sequence[Participant]) -> bool:
        """Say whether the report's first sentence tells what was done where it comes from.

        So it does of its own people, or of those of no country: "A bomb killed the United Nations envoy".
        """
        home = self._home.country if self._home is not None else None
        own = any(p.resolution.country == home for p in parties) or not lands(parties)
        return bool(home) and self._is_beginning(token) and own

    def _brought_home(self, token: Token) -> Toponym | None:
        """Return the country of somebody who goes home because of an event: "returned home because of attacks"."""
        below = token
        for _ in range(MAX_CLIMB):
            above = self._parsed.head(below)
            home = any(c.text.lower() == "home" for c in self._parsed.children(above, "advmod"))
            if home and below.dep in {"prep", "advcl"} and below.text.lower() in {"because", "after", "amid", "over"}:
                return self._land_of(self._graph.slots(above.i).get("subj", ()))
            if above.i == below.i:
                return None
            below = above
        return None

    def _land_of(self, heads: Sequence[int]) -> Toponym | None:
        codes = {m.resolution.country for m in self._mentions if m.head in heads and m.resolution} - {None}
        lands = (t for t in self._toponyms if t.place is not None and t.place.feature_code == "PCLI")
        return next((t for t in lands if t.place is not None and t.place.country in codes), None)

    def _is_aside(self, toponym: Toponym, token: Token) -> bool:
        """Say whether a place stands in brackets that the event stands outside of: "fighters (banned in Russia)"."""
        between = self._parsed.tokens[min(toponym.head, token.i) : max(toponym.head, token.i)]
        marks = [t.text for t in between if t.text in {"(", ")"}]
        return len(marks) % 2 == 1

    def _preposition(self, toponym: Toponym) -> Token | None:
        """Return the preposition that governs a place, or the name or site that it is part of."""
        head = self._parsed.tokens[toponym.head]
        for _ in range(4):
            above = self._parsed.head(head)
            if head.dep == "pobj":
                site = self._parsed.head(above)
                if above.lemma != "of" or site.lemma not in self._sites | PARTS:
                    return above
                head = site  # "in the town of Afrin"
                continue
            inner = head.dep in {"compound", "poss", "amod", "nmod"}
            part = head.dep in CHAINED or (inner and (self._is_site(above) or self._is_town(toponym)))
            if not part:
                return None
            head = above
        return None

    def _is_site(self, noun: Token) -> bool:
        """Say whether a noun may bear a place's name as its own; "a US air strike" is not in the US."""
        return noun.pos == "PROPN" or noun.lemma in self._sites

    def _is_town(self, toponym: Toponym) -> bool:
        """Say whether a place is smaller than a country: "at a Texas gun range" is there, "in a US raid" is not."""
        return toponym.place is not None and not is_country(toponym.place)

    def _dateline(self) -> EventPlace | None:
        story = self._parsed.story
        name = story.dateline.place if story.dateline else None
        if not name:
            return None
        return EventPlace(text=name, place=self._home, reason="the dateline of the report")

    def _place(self, toponym: Toponym, reason: str) -> EventPlace:
        text = toponym.span.of(self._parsed.story.text)
        why = f"{reason}; {toponym.reason}" if toponym.reason else reason
        return EventPlace(text=text, place=toponym.place, reason=why)


def _is_country(toponym: Toponym) -> bool:
    return toponym.place is not None and is_country(toponym.place)


def _is_in(toponym: Toponym, country: Toponym) -> bool:
    return toponym.place is not None and country.place is not None and toponym.place.country == country.place.country
