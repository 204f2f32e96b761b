"""Who a standing relation is between: its parties, its holder, and with whom or where something is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.clauses import VERBAL_POS
from dateline.coding.lasting import COPULAS, Lasting, lexicon
from dateline.coding.matching import Matcher
from dateline.coding.tie_bodies import Bodies
from dateline.coding.tie_context import CLEAR, SHARE, Told, as_land, is_assumed
from dateline.coding.tie_lands import Lands
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.ties import PLACING, TiePattern
from dateline.model import Participant, Resolution, ResolvedStory, Token

# Where forces are kept.
SITES = frozenset(
    {"base", "airbase", "camp", "port", "airport", "airfield", "barracks", "garrison", "harbour", "harbor"}
)
# "one of the states that ...", "among the countries that ...": whoever is one of them does what they do.
SAMPLES = frozenset({"one", "some", "few", "part", "dozen", "half", "number", "handful", "most", "two", "three"})
STATES = frozenset({"state", "country", "nation", "government", "power", "capital", "neighbour", "neighbor"})
TALKS = frozenset({"talk", "meeting", "consultation", "negotiation", "dialogue", "summit"})
LETTING = frozenset({"let", "allow", "permit", "enable"})
# Where a host is looked for before all slots.
FIRST = ("first",)
MAX_CLIMB = 6
# Prepositions that "which" may stand behind: "to which both belong", "of which it is a member".
WHICH = frozenset({"to", "of", "in", "with"})


class TieParties:
    """Finds who fills the slots of patterns of relations in one story."""

    def __init__(self, resolved: ResolvedStory, graph: Graph, cast: Cast, matcher: Matcher, lasting: Lasting) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._cast = cast
        self._matcher = matcher
        self._lasting = lasting
        self.told = Told(resolved, cast)
        self.lands = Lands(resolved, self.told)
        self.bodies = Bodies(resolved, cast)

    def fill(self, token: Token, slots: Sequence[Sequence[str]], *, bodies: bool = False) -> tuple[Participant, ...]:
        """Return who fills the first of some slots; whose country is only assumed gives way to those named.

        "Turkey has stationed troops": whose they are is said, not assumed.
        """
        found: tuple[Participant, ...] = ()
        for union in slots:
            heads = [h for slot in union for h in self.heads(token, slot)]
            senders = [s for h in heads for s in self._sender(h)]
            found = self.participants([*heads, *senders], bodies=bodies) or found
            found = self._with_it(heads, found)
            if found and not is_assumed(found[0]):
                return found
        return found or self._told_before(token)

    def _told_before(self, noun: Token) -> tuple[Participant, ...]:
        """Return between whom talks are that an earlier sentence told of: "The talks, which have been held yearly"."""
        if noun.lemma not in TALKS or not any(c.lemma == "the" for c in self._parsed.children(noun, "det")):
            return ()
        for earlier in reversed(self._parsed.tokens[: self._parsed.sentences[noun.sent].first]):
            if earlier.lemma in TALKS and earlier.pos == "NOUN":
                slots = self._graph.slots(earlier.i)
                found = self.participants([*slots.get("between", ()), *slots.get("with", ()), *slots.get("subj", ())])
                if len({c for p in found for c in p.resolution.codes}) > 1:
                    return found
        return ()

    def _with_it(self, heads: Iterable[int], found: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Add who "it" is where the story's chains take it for nobody, or for the other party: "with Oslo it has a pact"."""
        for head in heads:
            token = self._parsed.tokens[head]
            own = {c for p in found if p.span.start == token.start for c in p.resolution.codes}
            others = [p for p in found if p.span.start != token.start]
            taken = {c for p in others for c in p.resolution.codes}
            if not own or own <= taken:
                found = (*others, *self.lands.it(token, taken)) if self.lands.it(token, taken) else found
        return found

    def participants(
        self, heads: Iterable[int], others: Collection[str] = (), *, bodies: bool = False
    ) -> tuple[Participant, ...]:
        """Return the actors that some heads name; those whose country is only assumed only if there are no others.

        A word for a land ("the country") is read as one beside the `others` given. With `bodies` names that only look
        like those of bodies of states are taken for such.
        """
        heads = list(heads)
        found: list[Participant] = []
        for head in heads:
            meant = self.lands.meant(self._parsed.tokens[head], others) if others else None
            if meant is not None:
                found += meant
                continue
            body = self.bodies.named(head) if bodies else None
            if body is not None:
                found.append(body)
                continue
            meant = self.told.meant(head) or self.lands.ruler(self._parsed.tokens[head])
            own = [self._cast.participant(m) for m in self._cast.actors([head])]
            former = self.told.is_former(self._parsed.tokens[head])
            nobody = (
                former
                or not any(p.resolution.codes and not is_assumed(p) for p in own)
                or self.told.counts(self._parsed.tokens[head])
            )
            found += meant if meant and nobody else own
        found = _once(found)
        return tuple(p for p in found if not is_assumed(p)) or tuple(found)

    def _sender(self, head: int) -> list[int]:
        """Return whose plain forces are, where a verb over them tells: "Spain has 500 soldiers serving in Lebanon"."""
        token = self._parsed.tokens[head]
        above = self._parsed.head(token)
        mention = self._cast.mention(head)
        named = mention is not None and any(
            self._cast.mention(c.i) for c in self._parsed.children(token, "amod", "nmod", "compound", "poss", "prep")
        )
        plain = token.pos == "NOUN" and token.dep == "dobj" and not named
        if plain and above.pos in VERBAL_POS and above.lemma in lexicon().words.senders:
            return self._given(above) or self._graph.slots(above.i).get("subj", [])
        return []

    def _given(self, verb: Token) -> list[int]:
        """Return who is given time or leave to do something: "gave France a month to withdraw its men"."""
        above = self._parsed.head(verb)
        told = verb.dep in {"advcl", "xcomp"} and above.lemma in {"give", "allow", "grant", "offer", "let"}
        return self._graph.slots(above.i).get("iobj", []) if told else []

    def heads(self, token: Token, slot: str) -> list[int]:
        """Return the heads of a slot, also where a relation's verb or the sentence above has what its noun lacks."""
        if slot == "self":
            return [token.i]
        if slot == "beneath":
            return self._beneath(token)
        if slot == "head":
            return self._described(token)
        found = self._matcher.heads(token.i, slot)
        above = self._parsed.head(token)
        if above.text.lower() == "under" and above.dep == "prep":  # "under a pact Danish trawlers fish in its waters"
            found = [*found, *(h for h in self._matcher.heads(self._lasting.governor(above).i, slot) if h not in found)]
        verb = self._lasting.verb(token)
        if verb.i != token.i and verb.lemma in COPULAS:
            # "the union, of which Chad has been a member", "is one of its allies": the verb has what the noun lacks
            found = [*found, *(h for h in self._matcher.heads(verb.i, slot) if h not in found)]
        if slot.endswith("poss"):
            found = self._whose_own(found, verb)
        if slot == "of":
            found = [*found, *self._second_of(token)]
        if slot in WHICH:
            found = [*found, *(h for h in self._before_which(token, slot) if h not in found)]
        if slot == "subj" and token.dep == "acl" and not found:
            found = [self._parsed.head(token).i]  # "one of the last states to recognise it"
        if slot == "subj" and verb.dep == "relcl":  # "Turkey, which runs a camp there, and Egypt"
            found = [h for h in found if h < verb.i or self._parsed.tokens[h].dep != "conj"]
        if slot == "subj":
            named = [c.i for c in self._lasting.names(token)]
            found = named or [*found, *self._astray(verb), *self._homed(token)]
            found = [*found, *(s for h in found for s in self._joined(h, verb) if s not in found)]
            found = [*found, *(s for h in found for s in (*self._sampled(h), *self._whose(h)))]
        return found

    def _joined(self, head: int, verb: Token) -> list[int]:
        """Return the first names of those whom a clause in the plural tells of: both of "Bo and Li, who have met"."""
        token = self._parsed.tokens[head]
        plural = verb.tag == "VBP" or any(c.tag == "VBP" for c in self._parsed.children(verb, "aux", "auxpass"))
        if verb.dep != "relcl" or not plural or token.i != verb.head or token.dep != "conj":
            return []
        while token.dep == "conj":
            token = self._parsed.head(token)
        return self._graph.conjuncts(token.i)

    def _homed(self, noun: Token) -> list[int]:
        """Return the name before "home to", wherever the parser hung it: "Japan, under its wing and home to 500 men"."""
        if noun.lemma not in {"home", "host"} or noun.dep in {"attr", "appos", "dobj"}:
            return []
        names = [m.head for m in self._resolved.mentions if m.head < noun.i and self.told.known(m.head)]
        names = [h for h in names if self._parsed.tokens[h].sent == noun.sent and self._parsed.tokens[h].pos == "PROPN"]
        return names[-1:]

    def _whose_own(self, found: list[int], verb: Token) -> list[int]:
        """Put the noun of a relative clause for "whose": China of "China, whose pact with Oslo goes back to 1961"."""
        whose = [h for h in found if self._parsed.tokens[h].tag == "WP$"]
        if not whose or verb.dep != "relcl":
            return found
        return [*(h for h in found if h not in whose), *self._graph.conjuncts(verb.head)]

    def _beneath(self, noun: Token) -> list[int]:
        """Return who is under something: the state of "Eritrea, itself under sanctions"."""
        prep = self._parsed.head(noun)
        above = self._lasting.beside(prep) or self._parsed.head(prep)
        while above.dep == "appos" and above.pos == "PRON":
            above = self._parsed.head(above)
        while above.dep == "conj":
            above = self._parsed.head(above)
        return self._graph.conjuncts(above.i)

    def _before_which(self, token: Token, slot: str) -> list[int]:
        """Return the name right before ", to which both belong", wherever the parser hung the clause."""
        found = []
        for prep in self._parsed.children(self._lasting.verb(token), "prep"):
            relative = any(c.tag in {"WDT", "WP"} for c in self._parsed.children(prep, "pobj"))
            last = prep.i - 1 - (self._parsed.tokens[prep.i - 1].text == ",") if prep.i > 1 else -1
            if relative and prep.text.lower() == slot and last >= 0:
                found += [m.head for m in self._resolved.mentions if m.last == last + 1]
        return found

    def _astray(self, verb: Token) -> list[int]:
        """Return the subjects that the parser took for something else: "to which both belong"."""
        return [c.i for c in self._parsed.children(verb, "det") if verb.pos in VERBAL_POS]

    def _second_of(self, noun: Token) -> list[int]:
        """Return what the parser hung on a date: the pact of "a member of the bloc since 1970 and of the pact"."""
        clause = self._graph.clause(self._lasting.verb(noun).i)
        joined = (t for t in clause if t.dep == "conj" and t.lemma == "of" and t.i > noun.i)
        return [c.i for prep in joined for c in self._parsed.children(prep, "pobj")]

    def _described(self, token: Token) -> list[int]:
        """Return whom a noun beside a name describes: all of "Denmark and Iceland, both members"."""
        above = self._parsed.head(token)
        if token.lemma in {"home", "host"} and token.dep not in {"appos", "advmod", "npadvmod", "attr", "dobj"}:
            return self._homed(token)
        astray = self._lasting.astray(token)
        if astray is not None:
            return [i for i in self._graph.conjuncts(astray.i) if i < token.i]
        if above.lemma == "among":
            return self._lasting.among(token)
        while above.dep == "appos" and above.pos == "PRON":
            above = self._parsed.head(above)
        while token.dep == "appos" and token.tag == "NNS" and above.dep == "conj":
            above = self._parsed.head(above)
        named = self._graph.conjuncts(above.i) if token.tag == "NNS" and token.dep == "appos" else [above.i]
        return [*(i for i in named if i != token.i), *(c.i for c in self._parsed.children(token, "appos"))]

    def _whose(self, head: int) -> list[int]:
        """Return all whose people a clause tells of: both states of "Togo and Benin, whose presidents meet yearly"."""
        token = self._parsed.tokens[head]
        verb = self._parsed.head(token)
        whose = any(c.tag == "WP$" for c in self._parsed.children(token, "poss"))
        return self._graph.conjuncts(verb.head) if whose and verb.dep == "relcl" else []

    def _sampled(self, head: int) -> Sequence[int]:
        """Return who is said to be one of those whom a noun counts: "Haiti is one of the states that recognise it"."""
        token = self._parsed.tokens[head]
        prep = self._parsed.head(token)
        alone = token.lemma in STATES and any(
            c.lemma in {"only", "first", "last", "sole"} for c in self._parsed.children(token, "amod")
        )
        if (token.lemma in SAMPLES or alone) and token.dep == "attr" and prep.lemma in COPULAS:
            return self._graph.slots(prep.i).get("subj", ())
        if token.lemma not in STATES or token.dep != "pobj":
            return ()
        one = prep if prep.lemma == "among" else self._parsed.head(prep)
        verb = self._parsed.head(one)
        if prep.lemma not in {"of", "among"} or (prep.lemma == "of" and one.lemma not in SAMPLES):
            return ()
        if verb.lemma in COPULAS:
            return self._graph.slots(verb.i).get("subj", ())
        return self._graph.conjuncts(verb.i) if one.dep == "appos" else ()

    def hosts(self, pattern: TiePattern, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return with whom something is kept, other than its holder: named as a party, or by the place where it is."""
        heads = self._host_heads(pattern, token)
        first = self._letting(token) or self._where(token)
        for union in (*((FIRST,) if first else ()), *pattern.host, ()):
            inside = [h for slot in union for h in self.heads(token, slot)] if union else heads
            inside = first if union is FIRST else inside
            found = tuple(p for p in self.participants(inside, own) if not set(own) & set(p.resolution.codes))
            if pattern.kind == "recognition":
                found = tuple(p for p in found if not INTERNATIONAL & set(p.resolution.codes))
            if found and not is_assumed(found[0]):
                return (*found, *self._also(inside, {*own, *(c for p in found for c in p.resolution.codes)}))
        found = self._by_place(heads, own) or (self._here(heads) if pattern.abroad else ())
        found = (
            found
            or self._there(token, own)
            or self._one_other(token, own)
            or (self._at_home(heads, own) if pattern.abroad else ())
        )
        return tuple(p for p in found if not set(own) & set(p.resolution.codes))

    def _there(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the land last told of before "there", which names none in its own sentence."""
        clause = [t for t in self._graph.core(self._lasting.verb(token).i) if t.dep == "advmod"]
        if any(t.text.lower() == "here" for t in clause):
            return self.lands.home(token, own)
        there = next((t for t in clause if t.text.lower() == "there"), None)
        return self.lands.before(there, own, place=True) if there is not None else ()

    def _also(self, heads: Iterable[int], known: Collection[str]) -> tuple[Participant, ...]:
        """Return the lands of places that stand beside a host: "serve in Iraq and the Sinai"."""
        joined = {i for h in heads for i in self._graph.conjuncts(h)}
        return self._by_place(list(joined), known)

    def _letting(self, token: Token) -> list[int]:
        """Return who lets somebody do something: "Oman has let Britain use the port"."""
        verb = self._lasting.verb(token)
        lets = verb.i != token.i and token.pos in VERBAL_POS and verb.lemma in LETTING
        return self._graph.slots(verb.i).get("subj", []) if lets else []

    def _host_heads(self, pattern: TiePattern, token: Token) -> list[int]:
        """Return the words for where something is: those of the slots, "Chad, where ...", "the centre of Chad"."""
        heads = [h for union in pattern.host for slot in union for h in self.heads(token, slot)]
        verb = self._lasting.verb(token)
        heads += self._where(token)
        if any(t.text.lower() == "there" and t.dep == "advmod" for t in self._graph.core(verb.i)):
            heads += self._before(verb)
        return [*heads, *(i for h in heads for i in self._graph.slots(h).get("of", ()))]

    def _where(self, token: Token) -> list[int]:
        """Return the land of "Chad, where 500 soldiers serve in a joint force"."""
        verb = self._lasting.verb(token)
        where = any(c.text.lower() == "where" for c in self._parsed.children(verb, "advmod"))
        return [verb.head] if where and verb.dep == "relcl" else []

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
        return any(t.head in heads and t.place is not None and not t.place.country for t in self._resolved.toponyms)

    def last_told(self, pattern: TiePattern, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return whom the report tells of, where a clause does not name its other party."""
        if not pattern.told:
            return ()
        if pattern.kind == "membership":
            said = [h for slot in ("of", "to", "mod") for h in self._matcher.heads(token.i, slot)]
            return () if said else self.told.body(token) or ()
        at_home = self._resolved.home is not None and self._resolved.home.country in own
        if (len(own) != 1 and (pattern.kind != "mediation" or pattern.copula)) or (
            pattern.kind == "deployment" and at_home
        ):
            return ()
        between = any(t.lemma == "between" for t in self._graph.core(self._lasting.verb(token).i))
        return self.told.sides(own, two=pattern.kind == "mediation", most=SHARE if between else CLEAR)

    def of_the_pact(self, noun: Token) -> tuple[Participant, ...]:
        """Return the two states of a report between which "the truce", told of before, must be."""
        bare = not any(self._matcher.heads(noun.i, slot) for slot in ("of", "with", "between", "mod", "poss", "for"))
        over = any(c.lemma in {"over", "along", "in", "on"} for c in self._parsed.children(noun, "prep"))
        definite = over or any(c.lemma in {"the", "this", "that"} for c in self._parsed.children(noun, "det"))
        found = self.told.sides((), two=True) if bare and definite else ()
        return found if len(found) == 2 else ()

    def of_the_clause(self, token: Token) -> tuple[Participant, ...]:
        """Return the two states that a clause names in any place where its slots name one: "... rotate through Cypriot ports"."""
        found = self._in_clause(token)
        return tuple(found.values()) if len(found) == 2 else ()

    def _in_clause(self, token: Token) -> dict[str, Participant]:
        """Return the states that a clause names in any place, by code, asides in brackets of commas left out."""
        verb = self._lasting.verb(token)
        found: dict[str, Participant] = {}
        for word in sorted(self._graph.core(verb.i), key=lambda t: t.i):
            for party in self.told.known(word.i):
                found.setdefault(party.resolution.codes[0], party)
        return found

    def _one_other(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the one state but its holder's that a clause names behind its verb: "has 500 men next door in Chad"."""
        verb = self._lasting.verb(token)
        later = [t.i for t in self._graph.core(verb.i) if t.i > verb.i and self._parsed.head(t).lemma in PLACING]
        found = {
            p.resolution.codes[0]: p
            for h in later
            for p in self.told.known(h)
            if not set(p.resolution.codes) & set(own)
        }
        return tuple(found.values()) if len(found) == 1 else ()

    def made_by(self, noun: Token) -> tuple[Participant, ...]:
        """Return who made a pact, where a clause behind it tells: "the treaty that it concluded with Israel in 1979"."""
        for clause in self._parsed.children(noun, "relcl", "acl"):
            if clause.lemma in lexicon().words.beginnings:
                slots = self._graph.slots(clause.i)
                heads = [h for slot in ("subj", "with", "between", "by") for h in slots.get(slot, ()) if h != noun.i]
                found = self.participants(heads)
                if len({c for p in found for c in p.resolution.codes}) > 1:
                    return found
        return ()

    def only_with(self, noun: Token) -> bool:
        """Say whether a pact tells only with whom it is: "similar pacts are in force with Chad and Niger"."""
        one = any(self._matcher.heads(noun.i, slot) for slot in ("of", "between", "mod", "poss", "for", "in"))
        return not one and bool(self.heads(noun, "with") or self.heads(noun, "in.with"))

    def subject(self, noun: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return whose ally somebody is who is described aside: "Damascus depends on Iran, an ally since 1980"."""
        verb = self._parsed.head(noun)
        for _ in range(MAX_CLIMB):
            if verb.pos in VERBAL_POS:
                break
            verb = self._parsed.head(verb)
        found = [p for h in self._graph.slots(verb.i).get("subj", ()) for p in self.told.known(h)]
        return tuple(p for p in found if not set(p.resolution.codes) & set(own)) if len(found) == 1 else ()

    def at_home(self, own: Collection[str], *, noun: Token | None = None) -> tuple[Participant, ...]:
        """Return the other side of a pact that its clause gives one side of: its sentence's, else the report's own land."""
        home = self._resolved.home
        if noun is not None:
            named = {p.resolution.codes[0]: p for p in self.told.named(noun.sent, len(self._parsed.tokens))}
            others = {code: p for code, p in named.items() if code not in own}
            if others:
                return tuple(others.values()) if len(others) == 1 else ()
        if home is None or not home.country or home.country in own:
            return ()
        return self.told.first(home.country)

    def beside(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the report's own land where a pact's single party does something in a part of it: "on the island"."""
        heads = [h for slot in ("on", "in", "obj.on", "obj.in") for h in self.heads(token, slot)]
        return tuple(p for p in self._here(heads) if not set(own) & set(p.resolution.codes))

    def _here(self, heads: Iterable[int]) -> tuple[Participant, ...]:
        """Read "on the island", "in the north": a part of the land that the report comes from."""
        home = self._resolved.home
        for head in heads:
            token = self._parsed.tokens[head]
            plain = {c.dep for c in self._parsed.children(token)} <= {"det", "amod", "relcl"}
            if home is not None and home.country and plain and token.lemma in lexicon().words.here:
                return (as_land(token, home, score=0.6),)
        return ()

    def _at_home(self, heads: Iterable[int], own: Collection[str]) -> tuple[Participant, ...]:
        """Read a camp or port that no gazetteer holds: of another state's forces it is in the report's own land."""
        home = self._resolved.home
        if home is None or not home.country or home.country in own or not own:
            return ()
        known = {t.head for t in self._resolved.toponyms if t.place is not None}
        for head in heads:
            token = self._parsed.tokens[head]
            part = token.lemma in lexicon().words.here and any(True for _ in self._parsed.children(token, "compound"))
            if head not in known and (token.pos == "PROPN" or token.lemma in SITES or part):
                return (as_land(token, home, score=0.4),)
        return ()

    def _by_place(self, heads: Collection[int], own: Collection[str]) -> tuple[Participant, ...]:
        """Read "accredited in Moscow", "based in Erbil and Aleppo": the countries that the places lie in are hosts."""
        found: dict[str, Participant] = {}
        for toponym in self._resolved.toponyms:
            place = toponym.place
            if toponym.head not in heads or place is None or not place.country or place.country in own:
                continue
            resolution = Resolution(name=place.name, country=place.country, score=toponym.score, rule="place")
            text = toponym.span.of(self._parsed.story.text)
            found.setdefault(place.country, Participant(span=toponym.span, text=text, resolution=resolution))
        return tuple(found.values())


def _once(parties: Iterable[Participant]) -> list[Participant]:
    """Return parties in text order, each span once."""
    found = {(p.span.start, p.span.end, p.resolution.codes): p for p in parties}
    return [found[key] for key in sorted(found)]
