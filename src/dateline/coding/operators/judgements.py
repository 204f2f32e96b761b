"""What somebody calls a deed or a party: bad, good, or, of a claim or demand, false or not to be had.

"Called the raid a disgrace", "described the charge as baseless", "said the vote was a triumph of the popular will": no
single verb tells the event, and the words of judgement are many. Wide classes of words (`data/sets/reproaches.toml`,
`praises.toml`, `untruths.toml`, `unobtainables.toml`) are read in a handful of constructions (`judged`). What is judged
must be a public party's, or such a party.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft, ruled
from dateline.coding.frames.recipients import others
from dateline.coding.operators.judged import Constructions, Judged
from dateline.coding.operators.valence import Tone
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.public import answers_for, is_own, is_public
from dateline.coding.parties.victims import Victims
from dateline.coding.speech.speaking import Partners, mention_of, speaker_of
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Mention, MentionKind, Span, Token

# Where whose deed it is stands, the surest first.
OWNERS = ("poss", "by", "mod", "from", "of", "with", "in")
AUTHORS = frozenset({"by", "from"})
CODES = {
    EventType.ACCUSE: ("disapprove", "111", "ACCUSE/disapprove: a deed is called bad"),
    EventType.SUPPORT: ("", "051", "SUPPORT: a deed is called good"),
    EventType.REJECT: ("", "120", "REJECT: a claim or demand is called false or not to be had"),
}
REPLACED = frozenset(CODES)


class Judgements:
    """Finds the judgements of one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._cast, self._partners = graph, cast, partners
        self._parsed, self._tokens = graph.parsed, graph.tokens
        self._sets = sets
        self._constructions = Constructions(graph, cast, sets)
        self._victims = Victims(graph, harms=sets["attack_deeds"])

    def joined(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return drafts with those of judgements, which stand in the place of what a list of words told of the same."""
        found = [draft for judged in self._constructions.found() for draft in self._drafts(judged)]
        kept = [d for d in drafts if not any(self._is_told_by(d, own) for own in found)]
        told = {d.token for d in kept if d.type in REPLACED}
        return [*kept, *(d for d in found if d.token not in told)]

    def _is_told_by(self, draft: Draft, own: Draft) -> bool:
        """Say whether a judgement tells a draft: the verb's own frame, or a word that only judges."""
        if draft.token == own.token and draft.type in REPLACED:
            return bool(own.recipients) or (own.type is EventType.REJECT and not draft.recipients)
        return draft.token == own.trigger[-1] != own.token

    # -- whose it is --------------------------------------------------------------------------------------------

    def _drafts(self, judged: Judged) -> Iterator[Draft]:
        actors = self._judges(judged)
        if actors is None or (actors and not any(is_public(m) for m in actors)):
            return
        owners = others(self._owners(judged.thing), actors)
        owners = tuple(m for m in owners if not any(is_own(m, a) for a in actors))
        thing = self._tokens[judged.thing]
        draft = self._draft(judged, actors, owners)
        denied = draft.type is EventType.REJECT and any(self._answers(m) for m in actors)
        if owners or denied or self._is_taken_up(thing):
            yield replace(draft, needs_recipient=draft.needs_recipient and not denied)

    def _answers(self, mention: Mention) -> bool:
        """Say whether a party's word that a claim is false is news of itself: a state's is, a worker's is not."""
        known = mention.resolution
        return known is not None and answers_for(known)

    def _judges(self, judged: Judged) -> tuple[Mention, ...] | None:
        """Return who judges: whoever says the clause, or the verb's subject; None where nobody does."""
        if not judged.said:
            return self._cast.actors(self._graph.slots(judged.verb.i).get("subj", ())) or None
        return speaker_of(self._cast, self._partners.speaker(Span(judged.verb.start, judged.verb.end))) or None

    def _owners(self, head: int) -> tuple[Mention, ...]:
        """Return the public parties whose deed or thing is judged, or who are judged themselves."""
        token = self._tokens[head]
        own = tuple(m for m in self._cast.actors((head,)) if is_public(m) and m.kind is not MentionKind.DEICTIC)
        if own:
            return own
        slots = self._graph.slots(head)
        harm = token.lemma in self._sets["attack_deeds"]
        known = {token.lemma, token.text.lower()} & self._sets["public_things"] or harm
        if (authors := self._authors(token)) and known:
            return authors
        for name in OWNERS:
            if (name in {"mod", "in", "with"} and not known) or (harm and name in {"of", "in"}):
                continue
            heads = [h for h in slots.get(name, ()) if not self._victims.suffered(h)]
            found = tuple(m for m in self._cast.actors(heads) if is_public(m))
            if not found and name in {"poss", "of"}:  # "the government's reform", "the policy of the Danish minister"
                found = tuple(m for h in heads for m in self._inner(h))
            if found:
                return found
        return ()

    def _inner(self, head: int) -> tuple[Mention, ...]:
        if {self._tokens[head].lemma} & self._sets["public_things"]:
            return tuple(m for m in self._cast.actors(self._graph.slots(head).get("mod", ())) if is_public(m))
        return ()

    def _authors(self, thing: Token) -> tuple[Mention, ...]:
        """Return who stands under "by" or "from" anywhere in what is judged: "the curbs announced by Oslo"."""
        above = self._parsed.head(thing)
        astray = [p for p in self._parsed.children(above, "prep") if thing.i < p.i] if above.pos == "VERB" else []
        below = [t for t in self._parsed.subtree(thing) if t.dep in {"prep", "agent"}]
        heads = [c.i for p in (*below, *astray) if p.lemma in AUTHORS for c in self._parsed.children(p, "pobj")]
        return tuple(m for m in self._cast.actors(heads) if is_public(m))

    def _is_taken_up(self, thing: Token) -> bool:
        """Say whether a thing without an owner is a deed told before: "called the move a crime"."""
        pointed = any(c.lemma in {"the", "this", "that", "these", "those"} for c in self._parsed.children(thing, "det"))
        return pointed and bool({thing.lemma} & (self._sets["deeds"] | self._sets["attack_deeds"]))

    def _draft(self, judged: Judged, actors: tuple[Mention, ...], owners: tuple[Mention, ...]) -> Draft:
        event_type = self._type(judged)
        mode, cameo, says = CODES[event_type]
        harmless = not owners and self._tokens[judged.thing].lemma not in self._sets["attack_deeds"]
        return ruled(
            f"ruling judgement.{event_type.value.lower()}",
            says,
            (event_type, mode, cameo),
            token=judged.verb.i,
            actors=actors,
            recipients=owners or (self._spoken_to(judged, actors) if event_type is EventType.REJECT else ()),
            trigger=tuple(dict.fromkeys((judged.verb.i, judged.thing, judged.word))),
            sure=0.75,
            needs_recipient=event_type is EventType.SUPPORT or harmless,
        )

    def _spoken_to(self, judged: Judged, actors: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return the other side that is told of a refusal: "the case is closed, he told the envoy"."""
        statement = self._partners.statement(Span(judged.verb.start, judged.verb.end)) if judged.said else None
        told = statement.addressee if statement is not None else None
        found = mention_of(self._cast, told) if told is not None else ()
        return tuple(m for m in found if is_public(m) and not any(is_own(m, a) for a in actors))

    def _type(self, judged: Judged) -> EventType:
        thing, word = self._tokens[judged.thing], self._tokens[judged.word]
        if judged.tone is Tone.GOOD:
            return EventType.SUPPORT
        forms = {thing.lemma, thing.text.lower()}
        turned_down = judged.verb.lemma in self._sets["refusing_verbs"] or judged.tone in {Tone.UNTRUE, Tone.REFUSED}
        if turned_down or forms & self._sets["claims"]:
            return EventType.REJECT
        uttered = forms & self._sets["utterances"] and word.lemma in self._sets["untruths"]
        return EventType.REJECT if uttered else EventType.ACCUSE
