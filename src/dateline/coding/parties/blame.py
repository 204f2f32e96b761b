"""Whose deed is blamed, praised or to be undone: "demanded the release of a trawler seized by China"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dateline.coding.drafts import Draft, objects_of
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.doers import WIELDED
from dateline.coding.parties.victims import UNDER
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import has_subject
from dateline.knowledge.parties import party_words
from dateline.model import EventType, Participant, Token, codes_of

# What is said of somebody's deed to him.
JUDGING = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.PROTEST, EventType.SUPPORT})
STATE_MEASURES, PEOPLE = party_words().set("state_measures"), party_words().set("people")
# Slots in which a thing leads on to the deed, and how far down.
LEADING = ("of", "for", "on", "over", "against", "at", "to", "about", "with", "obj")
DEPTH = 4
# Where a measure was taken.
WHERE = ("in", "at", "from")
# Verbs of a relative clause whose subject only says something of the deed: "a raid that Togo blamed on rebels".
SAYING = frozenset({"blame", "say", "call", "describe", "condemn", "criticise", "criticize", "attribute", "claim"})


class Blame:
    """Finds the doers of deeds that others judge, in one story."""

    def __init__(self, graph: Graph, cast: Cast) -> None:
        """Prepare for one story."""
        self._graph = graph
        self._parsed = graph.parsed
        self._cast = cast

    def of(self, draft: Draft, actors: Sequence[Participant], named: Sequence[Participant]) -> tuple[Participant, ...]:
        """Return who did what a draft judges, where its recipients so far are only the judges' own people.

        Args:
            draft: The event.
            actors: Who judges.
            named: Its recipients so far.
        """
        own = codes_of(actors)
        theirs = own | {None}
        if draft.type not in JUDGING or draft.reciprocal or not own or draft.of_classifier:
            return ()
        doers = [p for p in self._doers(draft) if p.resolution.country not in theirs and not p.resolution.of_the_story]
        others = {p.resolution.country for p in named} - theirs - {p.resolution.country for p in doers}
        if others:
            return ()
        if doers:
            return tuple({p.resolution.country: p for p in doers}.values())
        victims = all(p.resolution.sectors for p in named)
        land = self._land(draft, own) if named and victims else None
        return () if land is None else (land,)

    def without_victims(
        self, draft: Draft, actors: Sequence[Participant], named: Sequence[Participant]
    ) -> tuple[Participant, ...]:
        """Leave out the people of a state for whom it speaks up: "condemned the beating of three Peruvians"."""
        own = codes_of(actors)
        ruling = all(not p.resolution.sectors or p.resolution.sectors[0] == "GOV" for p in actors)
        if draft.type is not EventType.ACCUSE or not ruling:
            return tuple(named)
        return tuple(p for p in named if not (p.resolution.country in own and self._is_suffering(p, draft)))

    def _is_suffering(self, party: Participant, draft: Draft) -> bool:
        """Say whether people stand below a noun that tells what befell them."""
        resolution = party.resolution
        people = not resolution.of_the_story and PEOPLE.issuperset(resolution.sectors[:1]) and resolution.sectors
        inside = {t.i for t in self._parsed.tokens_in(party.span)}
        tops = [self._parsed.head(self._parsed.tokens[i]) for i in inside if self._parsed.tokens[i].head not in inside]
        under = [self._parsed.head(t) for t in tops if t.pos == "ADP" and t.text.lower() in UNDER]
        return bool(people) and any(t.pos == "NOUN" and t.i not in draft.trigger for t in under)

    def _doers(self, draft: Draft) -> list[Participant]:
        """Return the agents of the deeds below the object."""
        heads = [h for i in self._below(draft) for h in self._agents(self._parsed.tokens[i], draft)]
        found = self._cast.actors(heads) or self._cast.actors([i for h in heads for i in self._behind(h)])
        return [self._cast.participant(m) for m in found]

    def _behind(self, head: int) -> list[int]:
        """Return who stands behind what acts: "a Chilean patrol boat"."""
        return [i for name in WIELDED for i in self._graph.slots(head).get(name, ())]

    def _below(self, draft: Draft) -> Iterator[int]:
        """Yield the nouns that lead from a draft's object down, and the verbs that describe them."""
        level = [i for i in objects_of(self._graph, draft) if self._parsed.tokens[i].pos in {"NOUN", "PROPN"}]
        if draft.token not in level and self._parsed.tokens[draft.token].pos == "VERB":
            slots = self._graph.slots(draft.token)
            level += [h for name in LEADING[:-1] for h in slots.get(name, ())]
        seen: set[int] = set()
        for _ in range(DEPTH):
            level = [i for i in level if i not in seen]
            seen.update(level)
            yield from level
            described = [c.i for i in level for c in self._parsed.children(self._parsed.tokens[i], "acl", "relcl")]
            yield from (i for i in described if i not in seen)
            level = [
                h
                for i in level
                if self._parsed.tokens[i].pos in {"NOUN", "PROPN"}
                for name in LEADING
                for h in self._graph.slots(i).get(name, ())
                if h > i
            ]

    def _agents(self, token: Token, draft: Draft) -> list[int]:
        """Return who does a deed by its own words: "by" whom, or the subject of a relative clause about its object."""
        if token.i in {draft.token, *draft.trigger}:
            return []
        found = list(self._graph.slots(token.i).get("by", ()))
        active = token.dep == "relcl" and not self._graph.passive(token) and has_subject(self._parsed, token)
        if active and token.lemma not in SAYING:
            antecedents = self._graph.conjuncts(token.head)
            found += [h for h in self._graph.slots(token.i).get("subj", ()) if h not in antecedents]
        return found

    def _land(self, draft: Draft, own: Collection[str]) -> Participant | None:
        """Return the land where the judges' own people suffer what only rulers do."""
        below = list(self._below(draft))
        if not any(self._parsed.tokens[i].lemma in STATE_MEASURES for i in below):
            return None
        heads = {h for i in below for name in WHERE for h in self._graph.slots(i).get(name, ())}
        return self._cast.land(heads, beside=own, score=0.6, rule="whose measure it is", least=0.5)
