"""What somebody calls a deed or a party: a reproach, praise, or, of a claim or demand, that it is false or not to be had.

"Called the raid a disgrace", "described the charge as baseless", "said the vote was a triumph of the popular will": no
single verb tells the event, and the words of judgement are many. Two wide classes of words (`data/sets/reproaches.toml`,
`praises.toml`) are read in a handful of constructions: the predicate of a clause that somebody says, what a verb of
naming makes of its object, and the phrase with "as". What is judged must be a public party's, or such a party.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.drafts import Draft
from dateline.coding.matching import others
from dateline.coding.public import answers_for, is_own, is_public
from dateline.coding.speaking import Partners, speaker_of
from dateline.coding.valence import Tone, Valence
from dateline.coding.victims import Victims
from dateline.model import EventType, Mention, MentionKind, Opinion, Span, Status, Token

# Words between a thing and what it is said to be, with the slot that holds the judgement.
LINKS = {
    "be": ("attr", "to", "on"), "seem": ("attr", "like"), "look": ("attr", "like"), "sound": ("attr", "like"),
    "appear": ("attr",), "remain": ("attr",), "become": ("attr",), "constitute": ("obj",), "represent": ("obj",),
    "amount": ("to",), "smack": ("of",), "reek": ("of",), "border": ("on",), "verge": ("on",), "deserve": ("obj",),
    "mark": ("obj",), "show": ("obj",), "betray": ("obj",), "demonstrate": ("obj",), "prove": ("obj", "attr"), "spell": ("obj",),
}  # fmt: skip
# "Nothing but extortion", "no less than a crime": the judgement stands under the preposition.
EMPTY = frozenset({"nothing", "more", "less", "other", "short", "tantamount", "akin", "equivalent"})
DOUBTED = frozenset({"may", "might", "could", "would", "should", "can", "'d"})
CONDITIONS = frozenset({"if", "whether", "unless", "until"})
# Where whose deed it is stands, the surest first.
OWNERS = ("poss", "by", "mod", "from", "of", "with", "in")
AUTHORS = frozenset({"by", "from"})
CODES = {
    EventType.ACCUSE: ("disapprove", "111", "ACCUSE/disapprove: a deed is called bad"),
    EventType.SUPPORT: ("", "051", "SUPPORT: a deed is called good"),
    EventType.REJECT: ("", "120", "REJECT: a claim or demand is called false or not to be had"),
}
REPLACED = frozenset(CODES)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A judgement: the verb that links it, the thing's head, and the first word that judges with its tone."""

    verb: Token
    thing: int
    word: int
    tone: Tone
    said: bool


class Judgements:
    """Finds the judgements of one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._cast, self._partners = graph, cast, partners
        self._parsed, self._tokens = graph.parsed, graph.tokens
        self._sets = sets
        self._valence = Valence(graph, sets)
        self._victims = Victims(graph, harms=sets["attack_deeds"])

    def joined(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return drafts with those of judgements, which stand in the place of what a list of words told of the same."""
        found = [draft for judged in self._found() for draft in self._drafts(judged)]
        kept = [d for d in drafts if not any(self._is_told_by(d, own) for own in found)]
        told = {(d.token, d.type) for d in kept}
        return [*kept, *(d for d in found if (d.token, d.type) not in told)]

    def _is_told_by(self, draft: Draft, own: Draft) -> bool:
        """Say whether a judgement tells a draft: the verb's own frame with fewer parties, or a word that only judges."""
        words = {*own.trigger[1:]} - {own.trigger[0]}
        if draft.token == own.token and draft.type in REPLACED:
            return bool(own.recipients) or not draft.recipients
        same = draft.token in words and self._tokens[draft.token].i != own.token
        return same and (draft.token == own.trigger[-1] or draft.type in REPLACED)

    def _found(self) -> Iterator[_Judged]:
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"}:
                continue
            if token.lemma in LINKS:
                yield from self._linked(token)
            if token.lemma in self._sets["namings"]:
                yield from self._named(token)

    # -- "the raid was a crime, he said" ------------------------------------------------------------------------

    def _linked(self, verb: Token) -> Iterator[_Judged]:
        slots = self._graph.slots(verb.i)
        if not slots.get("subj") or self._is_open(verb):
            return
        if self._parsed_subject_is(verb, {"there", "it"}):
            return
        for name in LINKS[verb.lemma]:
            for head in self._past_empty(slots.get(name, ())):
                toned = self._valence.of(head)
                if toned is not None:
                    yield _Judged(verb, slots["subj"][0], *toned, said=True)
                    return

    def _past_empty(self, heads: Sequence[int]) -> Iterator[int]:
        for head in heads:
            if self._tokens[head].lemma not in EMPTY:
                yield head
                continue
            for prep in self._parsed.children(self._tokens[head], "prep"):
                yield from (c.i for c in self._parsed.children(prep, "pobj"))

    def _parsed_subject_is(self, verb: Token, words: set[str]) -> bool:
        below = self._parsed.children(verb, "nsubj", "expl", "nsubjpass")
        return any(c.text.lower() in words for c in below)

    def _is_open(self, verb: Token) -> bool:
        """Say whether a clause denies or only supposes: "is no crime", "would be a crime", "if it is a crime"."""
        helped = any(c.text.lower() in DOUBTED for c in self._parsed.children(verb, "aux"))
        denied = any(True for _ in self._parsed.children(verb, "neg"))
        marked = any(c.text.lower() in CONDITIONS for c in self._parsed.children(verb, "mark", "advmod"))
        return helped or denied or marked or self._is_asked(verb)

    def _is_asked(self, verb: Token) -> bool:
        sentence = self._parsed.sentences[verb.sent]
        end = self._tokens[max(sentence.first, sentence.last - 2) : sentence.last]
        return any(t.text == "?" for t in end)

    # -- "called the raid a crime", "described it as a crime" ---------------------------------------------------

    def _named(self, verb: Token) -> Iterator[_Judged]:
        if self._is_open(verb) or self._graph.passive(verb):
            return
        thing = self._thing_named(verb)
        if thing is None:
            return
        for head in self._predicates(verb, thing):
            toned = self._valence.of(head)
            if toned is not None:
                yield _Judged(verb, thing, *toned, said=False)
                return

    def _thing_named(self, verb: Token) -> int | None:
        """Return the head of what is named: the first object, or the subject of the clause that names it."""
        for child in self._parsed.children(verb, "dobj", "oprd", "ccomp", "prep"):
            if child.i < verb.i or child.tag in {"JJ", "VBN"}:
                continue
            if child.dep == "prep":
                if (turned := self._turned(child)) is not None:
                    return turned
                continue
            if child.dep in {"dobj", "oprd"}:
                return child.i
            own = next(self._parsed.children(child, "nsubj"), None)
            whole = any(True for _ in self._parsed.children(child, "mark", "aux")) or child.tag in {"VBD", "VBZ", "VBP"}
            if own is not None and not whole:
                return own.i
        return None

    def _turned(self, prep: Token) -> int | None:
        """Return what stands behind its judgement: the decision of "praised as generous Cuba's decision"."""
        if prep.lemma != "as" or self._tokens[prep.i + 1].pos != "ADJ":
            return None
        for noun in self._parsed.children(prep, "pobj"):
            behind = any(c.i > prep.i + 1 for c in self._parsed.children(noun, "poss", "det"))
            if behind and self._tokens[prep.i + 1].head == noun.i:
                return noun.i
        return None

    def _predicates(self, verb: Token, thing: int) -> Iterator[int]:
        """Yield the heads of what a thing is called, in whatever way the parser hung them."""
        below = [t for t in self._parsed.subtree(verb) if t.i > verb.i and t.sent == verb.sent]
        for token in below:
            if token.lemma == "as" and token.dep in {"prep", "advmod", "mark"}:
                turned = self._turned(token)
                heads = (c.i for c in self._parsed.children(token, "pobj", "amod", "pcomp", "acomp"))
                yield from heads if turned is None else (token.i + 1,)
        for token in below:
            after = token.i > thing
            if (
                (after and token.dep in {"oprd", "attr", "acomp"})
                or (after and token.dep == "dobj" and token.i != thing)
                or (after and token.dep == "amod" and token.pos == "ADJ" and token.head < token.i)
                or (token.dep == "ccomp" and after and token.tag in {"NN", "NNS", "JJ", "NNP"})
            ):
                yield token.i

    # -- whose it is --------------------------------------------------------------------------------------------

    def _drafts(self, judged: _Judged) -> Iterator[Draft]:
        actors = self._judges(judged)
        if actors is None or (actors and not any(is_public(m) for m in actors)):
            return
        owners = others(self._owners(judged.thing), actors)
        owners = tuple(m for m in owners if not any(is_own(m, a) for a in actors))
        thing = self._tokens[judged.thing]
        draft = self._draft(judged, actors, owners)
        denied = draft.type is EventType.REJECT and any(m.resolution and answers_for(m.resolution) for m in actors)
        if owners or denied or self._is_taken_up(thing):
            yield replace(draft, needs_recipient=draft.needs_recipient and not denied)

    def _judges(self, judged: _Judged) -> tuple[Mention, ...] | None:
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

    def _draft(self, judged: _Judged, actors: tuple[Mention, ...], owners: tuple[Mention, ...]) -> Draft:
        event_type = self._type(judged)
        mode, cameo, says = CODES[event_type]
        rule = f"ruling judgement.{event_type.value.lower()}"
        return Draft(
            type=event_type,
            mode=mode,
            cameo=cameo,
            contexts=(),
            actors=actors,
            recipients=owners,
            token=judged.verb.i,
            trigger=tuple(dict.fromkeys((judged.verb.i, judged.thing, judged.word))),
            rule=rule,
            opinions=(Opinion(decider=rule, says=says, confidence=0.75),),
            asserted=Status.HAPPENED,
            needs_recipient=not owners and self._tokens[judged.thing].lemma not in self._sets["attack_deeds"],
        )

    def _type(self, judged: _Judged) -> EventType:
        thing, word = self._tokens[judged.thing], self._tokens[judged.word]
        claimed = {thing.lemma, thing.text.lower()} & self._sets["claims"]
        if judged.tone is Tone.GOOD:
            return EventType.SUPPORT
        if claimed or judged.tone in {Tone.UNTRUE, Tone.REFUSED}:
            return EventType.REJECT
        uttered = thing.lemma in self._sets["utterances"] and word.lemma in self._sets["untruths"]
        return EventType.REJECT if uttered else EventType.ACCUSE
