"""Who fills a slot: from the head word of an argument to the mentions in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from dateline.coding.frames.crowds import Crowds
from dateline.coding.parties.assumed import is_assumed
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.countries import INTERNATIONAL, STATES_TOGETHER
from dateline.knowledge.parties import party_words
from dateline.model import ASSUMED, EntityKind, Mention, MentionKind, Participant, Resolution, ResolvedStory, Token

ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY"})
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# Who may take to the streets or stop work: everybody but the state, its forces and the armed.
CIVIL = frozenset({"LAB", "EDU", "MED", "AGR", "BUS", "CVL", "SOC", "REL", "OPP", "REF", "JRN", "ISM"})
HUMANS = frozenset({None, EntityKind.PERSON, EntityKind.GROUP, EntityKind.ARMED_GROUP})
PLACES_AND_BODIES = frozenset({"GPE", "LOC", "FAC", "ORG"})
# "officials from Norway", "the army of Chile": the noun stands for what hangs on it.
CARRIERS = frozenset({"of", "from"})
# Heads that only count or gather: the actor is what follows "of".
COLLECTORS, DWELLING = party_words().set("collectors"), party_words().set("dwelling")
# Slots of a verb of dwelling that hold where somebody is or comes from.
DWELLING_RULE = "where they live or come from"
# "The mission, known as MINUSTAH": what it is called.
NAMED = frozenset({"know", "call", "name", "dub"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
GROUPINGS = party_words().set("groupings")
NAMED_BODIES = frozenset(
    {EntityKind.ARMED_GROUP, EntityKind.ORGANISATION, EntityKind.IGO, EntityKind.PARTY, EntityKind.GROUP}
)
COINS = party_words().set("coins")
# What belongs to which sector: homes to civilians, outposts to an army.
THINGS = {
    word: sector
    for sector in ("CVL", "MIL", "REF", "EDU", "REL", "MED")
    for word in party_words().listed(f"things.{sector}")
}
HOMES = ("in", "from", "at", "near", "inside", "obj")
# "Those who ran from the raids on Bria": where what people fled was done.
FLED = ("in", "of", "on")
UNKNOWN_PLACE = "where a place of that name lies"


class Cast:
    """The mentions of a story, found by the head word of the argument they fill."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self.resolved = resolved
        self._graph = graph
        self._tokens = graph.tokens
        self._by_head: dict[int, Mention] = {}
        for mention in resolved.mentions:
            other = self._by_head.get(mention.head)
            if other is None or mention.last - mention.first > other.last - other.first:
                self._by_head[mention.head] = mention
        self._bracketed = _bracketed(resolved)
        self._crowds = Crowds(resolved)
        self._places = {t.head: t for t in resolved.toponyms}
        self._first: dict[int, int] = {}
        self._found: dict[int, list[Mention]] = {}  # by head, once they were asked for
        for mention in resolved.mentions:
            if mention.kind in {MentionKind.NAME, MentionKind.NOMINAL}:
                self._first.setdefault(mention.chain, mention.head)

    def mention(self, head: int) -> Mention | None:
        """Return the resolved mention headed by a token, if it is an actor of the report's own story."""
        mention = self._by_head.get(head)
        if mention is None or mention.resolution is None or self._is_aside(mention) or self._is_coin(head):
            return None
        resolution = mention.resolution
        if resolution.country is None and not resolution.sectors and not resolution.countries:
            return None if resolution.entity is None and mention.kind is not MentionKind.NAME else mention
        return mention

    def _is_aside(self, mention: Mention) -> bool:
        """Say whether a mention stands in brackets as a whole; of "the European Union (EU)" only the head may."""
        return mention.head in self._bracketed and mention.first in self._bracketed

    def _is_coin(self, head: int) -> bool:
        """Say whether a word is no party: a nation in "seven million Swiss francs", the Latin of an expulsion."""
        token = self._tokens[head]
        unwelcome = token.text.lower() in {"grata", "gratae"}  # "persona non grata" names nobody
        return unwelcome or (token.dep in MODIFIERS and self._tokens[token.head].lemma in COINS)

    def antecedent(self, head: int) -> int | None:
        """Return the first name or noun of a pronoun's chain: the farmers of "farmers said they would ..."."""
        mention = self._by_head.get(head)
        return self._first.get(mention.chain) if mention is not None and self._tokens[head].pos == "PRON" else None

    def actors(self, heads: Iterable[int]) -> tuple[Mention, ...]:
        """Return the actors that some argument heads name, each once, in text order."""
        found: dict[int, Mention] = {}
        for head in heads:
            for mention in self._at(head):
                found.setdefault(mention.head, mention)
        return tuple(found[head] for head in sorted(found) if not self._is_doubled(found[head], found.values()))

    def _is_doubled(self, mention: Mention, beside: Iterable[Mention]) -> bool:
        """Say whether another party of one phrase says more: the army of "Israeli army bulldozers"."""
        own = mention.resolution
        if own is None or own.sectors or self._tokens[mention.head].dep not in MODIFIERS:
            return False
        above = self._tokens[mention.head].head
        return any(
            other.resolution is not None
            and other.resolution.country == own.country
            and bool(other.resolution.sectors)
            and above in {other.head, self._tokens[other.head].head}
            for other in beside
        )

    def whole(self, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """Return mentions with the office in place of its state: the ambassador of "Chile's ambassador"."""
        found: dict[int, Mention] = {}
        for mention in mentions:
            token = self._tokens[mention.head]
            office = self.mention(token.head) if token.dep in MODIFIERS else None
            own, other = mention.resolution, office.resolution if office is not None else None
            if (
                office is not None
                and own
                and other
                and not own.sectors
                and other.sectors
                and own.country == other.country
            ):
                mention = office
            found.setdefault(mention.head, mention)
        return tuple(found.values())

    def _at(self, head: int) -> list[Mention]:
        found = self._found.get(head)
        if found is None:
            found = self._found[head] = self._named_by(head)
        return found

    def _is_inside_a_name(self, mention: Mention) -> bool:
        """Say whether a mention is only how another's name begins: the capital of "St. John's Episcopal Church"."""
        token = self._tokens[mention.head]
        whole = self._by_head.get(token.head) if token.dep == "poss" else None
        if whole is None or self._tokens[token.head].pos != "PROPN" or not whole.span.contains(mention.span):
            return False
        own, other = mention.resolution, whole.resolution
        return own is not None and other is not None and set(own.codes).isdisjoint(other.codes)

    def _named_by(self, head: int) -> list[Mention]:
        """Return the mentions that an argument head stands for."""
        mention = self.mention(head)
        if mention is not None and self._is_inside_a_name(mention):
            return []
        if mention is not None:
            return [self._name_of(mention) or mention, *self._sharing(mention)]
        token = self._tokens[head]
        slots = self._graph.slots(head) if token.pos in {"NOUN", "PROPN", "NUM", "DET", "PRON"} else {}
        if token.lemma in COLLECTORS or token.pos in {"NUM", "DET"}:
            for name in CARRIERS:
                inner = [m for h in slots.get(name, ()) if (m := self.mention(h)) is not None]
                if inner:
                    return inner
        for child in self._graph.parsed.children(token, "appos"):
            below = self.mention(child.i)
            if below is not None:
                return [below]
        for verb in self._graph.parsed.children(token, "acl"):
            if verb.lemma in NAMED and (
                own := [m for h in self._graph.slots(verb.i).get("as", ()) if (m := self.mention(h))]
            ):
                return own  # "the mission, known as MINUSTAH"
        crowd = self._crowds.at(head)
        return [crowd] if crowd is not None else self._so_named(token)

    def _so_named(self, token: Token) -> list[Mention]:
        """Return the body that a noun is named after: "the al-Shabaab terror network"."""
        if token.lemma not in GROUPINGS:
            return []
        names = [m for c in self._graph.parsed.children(token, "compound", "nmod") if (m := self.mention(c.i))]
        bodies = (m for m in names if m.resolution and m.resolution.entity)
        return [m for m in bodies if m.resolution and m.resolution.entity and m.resolution.entity.kind in NAMED_BODIES]

    def _name_of(self, mention: Mention) -> Mention | None:
        """Return the name beside an office that only the story gives a country: "the emir, Sheikh Hamad"."""
        if mention.resolution is None or not mention.resolution.of_the_story:
            return None
        beside = self._graph.parsed.children(self._tokens[mention.head], "appos")
        names = [m for c in beside if (m := self.mention(c.i)) is not None and m.kind is MentionKind.NAME]
        told = (m for m in names if m.resolution and m.resolution.country and not m.resolution.of_the_story)
        return next(told, None)

    def _sharing(self, mention: Mention) -> list[Mention]:
        """Return the others of "the governments of Peru and Chile" or "U.N. and Chilean troops": each has its own."""
        token = self._tokens[mention.head]
        if token.tag not in {"NNS", "NNPS"} or (mention.resolution and mention.resolution.countries):
            return []
        slots = self._graph.slots(mention.head)
        where = (
            ("of", "from", "in") if mention.resolution and "in a place" in mention.resolution.rule else ("of", "from")
        )
        found = [m for slot in where if len(slots.get(slot, ())) > 1 for m in self._named(slots[slot])]
        joined = list(self._graph.parsed.children(token, "amod", "nmod", "compound"))
        found += [
            m for c in joined if len(self._graph.conjuncts(c.i)) > 1 for m in self._named(self._graph.conjuncts(c.i))
        ]
        own = mention.resolution.country if mention.resolution else None
        return [m for m in found if m.resolution and m.resolution.country not in {None, own}]

    def _named(self, heads: Iterable[int]) -> list[Mention]:
        return [m for h in heads if (m := self.mention(h)) is not None]

    def fits_class(self, name: str, heads: Iterable[int]) -> bool:
        """Say whether an argument is of a class: actor, country, person, human, org, armed, state, civil, group, ..."""
        heads = tuple(heads)
        if name == "place":
            return any(self._tokens[h].ent in {"GPE", "LOC", "FAC"} or h in self._places for h in heads)
        return any(_is(name, mention, self._tokens[mention.head].ent) for mention in self.actors(heads))

    def is_people(self, head: int) -> bool:
        """Say whether a word names members of a nation: "thirteen Israelis", "the Kurds"."""
        mention = self.mention(head)
        named = mention.resolution.rule if mention is not None and mention.resolution else ""
        return named.startswith("people") and self._tokens[head].tag in {"NNPS", "NNS"}

    def land(
        self, heads: Collection[int], *, beside: Collection[str | None], score: float, rule: str, least: float = 0.0
    ) -> Participant | None:
        """Return the first place among some heads as a participant that stands for its country.

        Args:
            heads: Head tokens of arguments.
            beside: Countries that do not count: the doers' own.
            score: Score of the participant's resolution, 0 to 1.
            rule: Why the place is named.
            least: How sure a place must be that is no country.
        """
        for toponym in self.resolved.toponyms:
            place = toponym.place
            if toponym.head not in heads or place is None or not place.country or place.country in beside:
                continue
            if toponym.score >= least or place.feature_code.startswith("PCL"):
                resolution = Resolution(name=place.name, country=place.country, score=score, rule=rule)
                text = self.resolved.parsed.story.text
                return Participant(span=toponym.span, text=toponym.span.of(text), resolution=resolution)
        return None

    def is_pair(self, heads: Iterable[int]) -> bool:
        """Say whether an argument names two sides or more: "Peru and Chile", "the two governments"."""
        found = self.actors(tuple(heads))
        codes = {c for m in found if m.resolution for c in m.resolution.codes}
        return len(codes) > 1

    def participant(self, mention: Mention) -> Participant:
        """Return a mention as a participant of a record."""
        assert mention.resolution is not None
        resolution = mention.resolution
        if resolution.country is None or is_assumed(resolution):
            home = self._home(mention.head) or self._where_struck(mention.head)
            resolution = (
                replace(resolution, country=home, rule=f"{DWELLING_RULE}: {_plain(resolution)}") if home else resolution
            )
        resolution = self._placed(mention.head, resolution)
        token = self._tokens[mention.head]
        owned = self._owned(self._tokens[token.head]) if token.dep in MODIFIERS else None
        if owned and not resolution.sectors:
            resolution = replace(resolution, sectors=(owned,))
        text = self.resolved.parsed.story.text
        return Participant(span=mention.span, text=mention.span.of(text), resolution=resolution)

    def _placed(self, head: int, resolution: Resolution) -> Resolution:
        """Return what an unknown name stands for where it is a place's, and nobody acts by it: "shelled Bria"."""
        named = self._places.get(head)
        place = named.place if named is not None else None
        unknown = resolution.rule.startswith("unknown name") and is_assumed(resolution)
        if place is None or not unknown or self._tokens[head].dep not in {"dobj", "pobj"}:
            return resolution
        if all(place.country not in m.resolution.codes for m in self.resolved.mentions if m.resolution):
            return resolution
        return replace(resolution, country=place.country, sectors=(), score=0.5, rule=UNKNOWN_PLACE)

    def _owned(self, thing: Token) -> str | None:
        """Return the sector of those to whom a thing belongs: homes, outposts, a refugee camp."""
        words = [*(c.lemma for c in self._graph.parsed.children(thing, "compound")), thing.lemma]
        return next((THINGS[word] for word in words if word in THINGS), None)

    def _home(self, head: int) -> str | None:
        """Return the country where people live or come from: "refugees fleeing Chad", "a Kurdish enclave in Syria"."""
        token = self._tokens[head]
        if token.dep in MODIFIERS:
            around = self._graph.slots(token.head)
            heads = [h for name in ("in", "inside", "near") for h in around.get(name, ())]
            land = self.land(heads, beside=(), score=0.6, rule=DWELLING_RULE, least=0.5)
            if land is not None and self._tokens[token.head].pos == "NOUN":
                return land.resolution.country
        for verb in self._graph.parsed.children(self._tokens[head], "acl", "relcl"):
            if verb.lemma not in DWELLING:
                continue
            slots = self._graph.slots(verb.i)
            heads = [h for name in HOMES for h in slots.get(name, ()) if h != head]
            fled = [h for name in ("obj", "from") for h in slots.get(name, ())]
            heads += [i for h in fled for name in FLED for i in self._graph.slots(h).get(name, ())]
            land = self.land(heads, beside=(), score=0.6, rule=DWELLING_RULE, least=0.5)
            if land is not None:
                return land.resolution.country
        return None

    def _where_struck(self, head: int) -> str | None:
        """Return the country where a deed met people: "the killing of villagers in the Malian town of Menaka"."""
        token = self._tokens[head]
        above = self._graph.parsed.head(token)
        if token.dep != "pobj" or above.lemma != "of":
            return None
        heads = [h for i in (head, above.head) for h in self._graph.slots(i).get("in", ())]
        heads += [h for i in tuple(heads) for h in self._graph.slots(i).get("of", ())]
        land = self.land(heads, beside=(), score=0.6, rule=DWELLING_RULE, least=0.5)
        return land.resolution.country if land is not None else None


def is_of_states(resolution: Resolution) -> bool:
    """Say whether a party is a body that states belong to.

    Example:
        >>> is_of_states(Resolution(name="the Union", country="EUR"))
        True
    """
    kind = resolution.entity.kind if resolution.entity is not None else None
    return kind is EntityKind.IGO or resolution.country in STATES_TOGETHER


def _plain(resolution: Resolution) -> str:
    """Return a resolution's rule without the note that its country was assumed."""
    return resolution.rule.replace(f"; {ASSUMED}", "")


def _is(name: str, mention: Mention, label: str) -> bool:
    resolution = mention.resolution
    if name == "actor" or resolution is None:
        return name == "actor"
    kind = resolution.entity.kind if resolution.entity else None
    if name == "country":
        bare = resolution.country is not None and not resolution.sectors and not is_assumed(resolution)
        return kind is EntityKind.COUNTRY or bare or resolution.rule.startswith("capital")
    if name == "person":
        return kind is EntityKind.PERSON or label == "PERSON" or resolution.role is not None
    if name == "human":
        unknown = resolution.entity is None and not resolution.sectors  # the parser takes odd names for organisations
        return kind in HUMANS and (label not in PLACES_AND_BODIES or (label == "ORG" and unknown))
    if name == "armed":
        return bool(ARMED & set(resolution.sectors)) or kind is EntityKind.ARMED_GROUP
    if name == "state":
        return not STATE.isdisjoint(resolution.sectors) or _is("country", mention, label)
    if name == "civil":
        return mention.plural and bool(resolution.sectors) and CIVIL.issuperset(resolution.sectors)
    if name == "labour":
        return resolution.sectors[:1] == ("LAB",)
    if name == "igo":
        return is_of_states(resolution)
    if name == "org":
        return kind in {EntityKind.ORGANISATION, EntityKind.IGO, EntityKind.PARTY, EntityKind.INSTITUTION} or (
            resolution.country in INTERNATIONAL
        )
    return mention.plural or kind in {EntityKind.GROUP, EntityKind.ARMED_GROUP}


def _bracketed(resolved: ResolvedStory) -> frozenset[int]:
    """Return the tokens inside round brackets: asides such as "(banned in Russia)" give no actor."""
    inside: set[int] = set()
    depth = 0
    sentence = -1
    for token in resolved.parsed.tokens:
        if token.sent != sentence:
            depth, sentence = 0, token.sent
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth = max(0, depth - 1)
        elif depth:
            inside.add(token.i)
    return frozenset(inside)
