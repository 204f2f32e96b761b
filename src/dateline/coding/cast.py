"""Who fills a slot: from the head word of an argument to the mentions in it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.arguments import Graph
from dateline.coding.assumed import is_assumed
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind, Mention, MentionKind, Participant, Resolution, ResolvedStory, Toponym

ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY"})
HUMANS = frozenset({None, EntityKind.PERSON, EntityKind.GROUP, EntityKind.ARMED_GROUP})
PLACES_AND_BODIES = frozenset({"GPE", "LOC", "FAC", "ORG"})
# "officials from Norway", "the army of Chile": the noun stands for what hangs on it.
CARRIERS = frozenset({"of", "from"})
# Heads that only count or gather: the actor is what follows "of".
COLLECTORS = frozenset(
    [
        "group",
        "number",
        "dozen",
        "hundred",
        "thousand",
        "score",
        "member",
        "majority",
        "pair",
        "couple",
        "crowd",
        "team",
        "handful",
        "part",
        "some",
        "most",
        "many",
        "one",
        "two",
        "three",
        "several",
        "all",
        "both",
        "each",
        "leader",
        "head",
        "government",
        "representative",
        "delegation",
        "series",
        "wave",
    ]
)


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
        self._places = {t.head: t for t in resolved.toponyms}
        self._named: dict[int, int] = {}
        for mention in resolved.mentions:
            if mention.kind in {MentionKind.NAME, MentionKind.NOMINAL}:
                self._named.setdefault(mention.chain, mention.head)

    def mention(self, head: int) -> Mention | None:
        """Return the resolved mention headed by a token, if it is an actor of the report's own story."""
        mention = self._by_head.get(head)
        if mention is None or mention.resolution is None or head in self._bracketed:
            return None
        resolution = mention.resolution
        if resolution.country is None and not resolution.sectors and not resolution.countries:
            return None if resolution.entity is None and mention.kind is not MentionKind.NAME else mention
        return mention

    def antecedent(self, head: int) -> int | None:
        """Return the first name or noun of a pronoun's chain: the farmers of "farmers said they would ..."."""
        mention = self._by_head.get(head)
        return self._named.get(mention.chain) if mention is not None and self._tokens[head].pos == "PRON" else None

    def actors(self, heads: Iterable[int]) -> tuple[Mention, ...]:
        """Return the actors that some argument heads name, each once, in text order."""
        found: dict[int, Mention] = {}
        for head in heads:
            for mention in self._at(head):
                found.setdefault(mention.head, mention)
        return tuple(found[head] for head in sorted(found))

    def _at(self, head: int) -> list[Mention]:
        mention = self.mention(head)
        if mention is not None:
            return [mention, *self._sharing(mention)]
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
        return []

    def _sharing(self, mention: Mention) -> list[Mention]:
        """Return the others of "the governments of Peru and Chile": each has its own."""
        token = self._tokens[mention.head]
        if token.tag != "NNS" or (mention.resolution and mention.resolution.countries):
            return []
        named = [h for slot in ("of", "from") for h in self._graph.slots(mention.head).get(slot, ())]
        found = [m for h in named if (m := self.mention(h)) is not None] if len(named) > 1 else []
        own = mention.resolution.country if mention.resolution else None
        return [m for m in found if m.resolution and m.resolution.country not in {None, own}]

    def fits_class(self, name: str, heads: Iterable[int]) -> bool:
        """Say whether an argument is of a class: actor, country, person, human, org, armed, group, place."""
        heads = tuple(heads)
        if name == "place":
            return any(self._tokens[h].ent in {"GPE", "LOC", "FAC"} or h in self._places for h in heads)
        return any(_is(name, mention, self._tokens[mention.head].ent) for mention in self.actors(heads))

    def land(self, head: int) -> Participant | None:
        """Return the country of the place that a token names, as a participant; None where it names none."""
        toponym = self._places.get(head)
        land = self.land_of(toponym, score=0.5, rule="whose land it is") if toponym is not None else None
        return land if land is not None and land.resolution.country is not None else None

    def land_of(self, toponym: Toponym, *, score: float, rule: str) -> Participant | None:
        """Return a place as a participant that stands for its country; None where the place is unknown."""
        if toponym.place is None:
            return None
        resolution = Resolution(name=toponym.place.name, country=toponym.place.country, score=score, rule=rule)
        text = self.resolved.parsed.story.text
        return Participant(span=toponym.span, text=toponym.span.of(text), resolution=resolution)

    def is_pair(self, heads: Iterable[int]) -> bool:
        """Say whether an argument names two sides or more: "Peru and Chile", "the two governments"."""
        found = self.actors(tuple(heads))
        codes = {c for m in found if m.resolution for c in (m.resolution.countries or (m.resolution.country,))}
        return len(codes - {None}) > 1

    def participant(self, mention: Mention) -> Participant:
        """Return a mention as a participant of a record."""
        assert mention.resolution is not None
        text = self.resolved.parsed.story.text
        return Participant(span=mention.span, text=mention.span.of(text), resolution=mention.resolution)


def _is(name: str, mention: Mention, label: str) -> bool:
    resolution = mention.resolution
    if name == "actor" or resolution is None:
        return name == "actor"
    kind = resolution.entity.kind if resolution.entity else None
    if name == "country":
        bare = resolution.country is not None and not resolution.sectors and not is_assumed(resolution)
        return kind is EntityKind.COUNTRY or bare
    if name == "person":
        return kind is EntityKind.PERSON or label == "PERSON" or resolution.role is not None
    if name == "human":
        unknown = resolution.entity is None and not resolution.sectors  # the parser takes odd names for organisations
        return kind in HUMANS and (label not in PLACES_AND_BODIES or (label == "ORG" and unknown))
    if name == "armed":
        return bool(ARMED & set(resolution.sectors)) or kind is EntityKind.ARMED_GROUP
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
