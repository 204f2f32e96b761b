"""Parties whom only the story gives a land, beside doers of another: "Spanish police arrested two men", from London.

The police, courts and parties of a land deal with its own people and organs; so do its ministers and soldiers, unless
the story tells of the other land too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.parties.cast import Cast
from dateline.coding.speech.speaking import Partners
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.parties import party_words
from dateline.model import EventType, Participant

SETS = party_words()
PEOPLE = SETS.set("people") | {"BUS"}
# Who acts at home only, and what is done there.
HOME_ORGANS = SETS.set("home_organs")
AT_HOME = frozenset(set(EventType) - {EventType.CONSULT, EventType.COOPERATE})
# What rulers do to people, and people to their rulers.
RULED = frozenset(
    {
        EventType.COERCE,
        EventType.ASSAULT,
        EventType.RETREAT,
        EventType.SANCTION,
        EventType.CONCEDE,
        EventType.MOBILIZE,
    }
)
OPPOSED = frozenset({EventType.PROTEST, EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})
# What rebels do to other lands' rulers as well as to their own.
COURTEOUS = frozenset({EventType.SUPPORT, EventType.AGREE, EventType.CONCEDE, EventType.RETREAT})
STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
# Where somebody has his post.
POSTED = ("in", "to", "for")
BORDERS, COUNTED = frozenset({"border", "frontier", "incursion"}), "number of people"
# A nationality that only describes a thing: "the Thai border".
DESCRIBING = "nationality adjective"
# What is done to another land or to what it keeps abroad; a strike "paralyses Madagascar" from within.
UPON_LANDS = frozenset({EventType.SANCTION, EventType.THREATEN})
TURNED = UPON_LANDS | {EventType.PROTEST, EventType.ASSAULT}
EMBASSIES = frozenset({"embassy", "consulate", "mission"})
OTHERS = "not of the land that they turn on; actor of the story's country"
RULE = "of the land of whoever deals with them"


class Within:
    """Answers for one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners) -> None:
        """Prepare for one story."""
        self._graph = graph
        self._resolved = cast.resolved
        self._told = self._told_of(partners)

    def settle(self, party: Participant, draft: Draft, actors: Sequence[Participant]) -> Participant:
        """Return a party with the land of the doers where it is likelier theirs than the story's."""
        resolution = party.resolution
        land = _land(actors) or self._posted(draft, actors)
        if land is None or not resolution.of_the_story or resolution.country in {land, None}:
            return party
        if not self._is_theirs(party, draft, actors):
            return party
        return replace(party, resolution=replace(resolution, country=land, rule=f"{RULE}: {resolution.rule}"))

    def not_of_the_target(
        self, actors: Sequence[Participant], named: Sequence[Participant], draft: Draft
    ) -> tuple[Participant, ...]:
        """Return doers without the land of what they turn on: who pelts Chile's embassy, or bans trade with Chile.

        Whoever only the story makes Chilean is of the report's own land, or of nobody knows which.
        """
        targets = {p.resolution.country for p in named if self._is_abroad(p, draft)}
        home = self._resolved.home.country if self._resolved.home else None
        rivals = any(p.resolution.of_the_story and STATE.isdisjoint(p.resolution.sectors[:1]) for p in actors)
        if draft.type not in TURNED or len(targets) != 1 or (rivals and draft.type in UPON_LANDS):
            return tuple(actors)  # a party may threaten its own land with a boycott
        return tuple(
            replace(p, resolution=replace(p.resolution, country=None if home in targets else home, rule=OTHERS))
            if p.resolution.of_the_story and p.resolution.country in targets
            else p
            for p in actors
        )

    def _is_abroad(self, party: Participant, draft: Draft) -> bool:
        """Say whether a party is a land's by name, or its embassy: nothing that its own people find at home."""
        known = party.resolution
        embassy = any(t.lemma in EMBASSIES for t in self._graph.parsed.tokens_in(party.span))
        land = draft.type in UPON_LANDS and not known.sectors and known.rule == "country name"
        return not known.of_the_story and known.country is not None and (embassy or land)

    def _sentence_places(self, draft: Draft) -> set[str]:
        """Return the lands of the places in the draft's sentence: "storming a hall in Lima, killing two people"."""
        tokens = self._graph.tokens
        sent = tokens[draft.token].sent
        return {t.place.country for t in self._resolved.toponyms if t.place and tokens[t.head].sent == sent}

    def _posted(self, draft: Draft, actors: Sequence[Participant]) -> str | None:
        """Return the land where a body of many states has those who act: "the UN envoy in Guinea", told so once."""
        if not actors or any(p.resolution.country not in INTERNATIONAL for p in actors):
            return None
        chains = {m.chain for m in draft.actors}
        heads = [m.head for m in self._resolved.mentions if m.chain in chains and m.head <= draft.token]
        posts = {h for i in heads for name in POSTED for h in self._graph.slots(i).get(name, ())}
        places = [t.place.country for t in self._resolved.toponyms if t.place and t.head in posts]
        return places[-1] if places else None

    def _is_theirs(self, party: Participant, draft: Draft, actors: Sequence[Participant]) -> bool:
        land = party.resolution.country
        if draft.type not in AT_HOME or land in self._places_of(draft):
            return False
        rebels = "REB" in party.resolution.sectors  # whoever fights rebels on a border fights his own
        if draft.type is EventType.ASSAULT and not rebels and land in self._named_beside(draft):
            return False  # "Peruvian guards shelled a Chilean post and wounded ten"
        posted = all(p.resolution.country in INTERNATIONAL for p in actors)
        if posted and draft.type in OPPOSED:
            return True
        doers = {p.resolution.sectors[0] if p.resolution.sectors else "" for p in actors}
        state = not STATE.isdisjoint(party.resolution.sectors[:1])
        fighting = state and draft.type not in COURTEOUS
        if doers <= (HOME_ORGANS | {"REB"} if fighting else HOME_ORGANS):
            return True
        ruled = (
            (draft.type in RULED or (draft.type is EventType.REQUEST and not rebels))
            and not state
            and doers <= STATE | {""}
            and (rebels or not self._is_across(party, draft))
        )
        opposed = draft.type in OPPOSED and state and doers <= PEOPLE
        here = self._sentence_places(draft)
        told = land in self._told and not (_land(actors) in here and land not in here)
        return not told and (ruled or opposed)

    def _places_of(self, draft: Draft) -> set[str]:
        """Return the lands of the places in the draft's own clause."""
        heads = {t.i for t in self._graph.clause(draft.token)}
        return {t.place.country for t in self._resolved.toponyms if t.place and t.head in heads}

    def _is_across(self, party: Participant, draft: Draft) -> bool:
        """Say whether soldiers may be abroad: at a border, or where nobody says whom they hit ("shot two")."""
        sentence = self._graph.parsed.sentences[self._graph.tokens[draft.token].sent]
        words = {t.lemma for t in self._graph.parsed.sentence_tokens(sentence)}
        return not BORDERS.isdisjoint(words) or party.resolution.rule.startswith(COUNTED)

    def _named_beside(self, draft: Draft) -> set[str]:
        """Return the lands that the draft's sentence names in any way."""
        tokens = self._graph.tokens
        sent = tokens[draft.token].sent
        known = (m.resolution for m in self._resolved.mentions if tokens[m.head].sent == sent and m.resolution)
        return {code for r in known if not r.of_the_story for code in r.codes}

    def _told_of(self, partners: Partners) -> frozenset[str]:
        """Return the lands that the story's words name, but for those who only tell it."""
        telling = partners.sources
        parties = (m for m in self._resolved.mentions if not any(s.overlaps(m.span) for s in telling))
        known = [m.resolution for m in parties if m.resolution and not m.resolution.of_the_story]
        named = {code for r in known if r.rule != DESCRIBING for code in r.codes}
        return frozenset(named | {t.place.country for t in self._resolved.toponyms if t.place})


def _land(actors: Sequence[Participant]) -> str | None:
    """Return the one land of some doers whom words give it."""
    lands = {p.resolution.country for p in actors}
    told = all(not p.resolution.of_the_story for p in actors)
    land = next(iter(lands)) if len(lands) == 1 and told else None
    return land if land not in INTERNATIONAL else None
