"""Whose deed a word names that no frame reads: by the grammar around it, else by whom the trigger model points to.

Where the grammar finds somebody it is right more often than the model (decision 0015). In what it leaves open, a doer
two clauses away or the other side of an idiom, the model points to the right word four times in five; so it does for
events of frames that lack a side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.frames.matching import Matcher
from dateline.coding.frames.recipients import others
from dateline.coding.models.triggers import Pointed, SentenceRead
from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.frames import Union
from dateline.model import Event, EventType, Mention, Participant, Sentence, Token, codes_of

Sides = tuple[tuple[Mention, ...], tuple[Mention, ...]]
# Where the doer and the other side of a deed stand (of 4,000 deeds marked by reading, in this order).
ACTOR: dict[str, tuple[Union, ...]] = {
    "verb": (("subj",), ("by",), ("obj.by",)),
    "noun": (("by",), ("poss",), ("mod",), ("between",), ("from",)),
}
RECIPIENT: dict[str, tuple[Union, ...]] = {
    "verb": tuple((slot,) for slot in (
        "obj", "iobj", "to", "with", "on", "against", "at", "from", "into", "behind", "for",
        "obj.to", "obj.with", "obj.from", "obj.on", "obj.for", "obj.of", "obj.poss", "obj.mod",
        "on.of", "on.poss", "on.mod", "at.of", "against.of", "with.of",
    )),
    "noun": tuple((slot,) for slot in (
        "against", "on", "with", "of", "to", "into", "for", "of.of", "of.mod", "on.of", "on.mod", "against.of",
    )),
}  # fmt: skip
LENT: tuple[Union, ...] = (("subj",),)
KNOWN = frozenset({"the", "this", "that", "these", "those"})
MOVING = frozenset({EventType.MOBILIZE, EventType.PROTEST})
AGAINST: tuple[Union, ...] = (("against",), ("outside",))
# The shares from which the model's party goes before the grammar's recipient, is taken where nobody is known, stands
# against parties that are, and from which its nobody is nobody (decisions 0015 and 0016).
BEFORE, LIKELY, SURE, SURELY = 0.6, 0.5, 0.7, 0.8
# The share of a further word of one side.
FURTHER = 0.25


class PointedParties:
    """Finds who does what the words of one story name, and to whom."""

    def __init__(self, graph: Graph, cast: Cast, matcher: Matcher) -> None:
        self._graph, self._cast, self._matcher = graph, cast, matcher
        self._parsed = graph.parsed

    def of(self, token: Token, event_type: EventType, read: SentenceRead) -> Sides:
        """Return actors and recipients of the deed that a word names in a sentence that was read."""
        sentence = self._parsed.sentences[token.sent]
        start = token.start - sentence.span.start
        actors = self._doers(token, read.actor(start), sentence)
        return actors, others(self._targets(token, event_type, read.recipient(start), sentence), actors)

    def mended(self, draft: Draft, event: Event, read: SentenceRead) -> Draft:
        """Return a frame's draft with the parties that its event lacks, or that the model is sure are others.

        Args:
            draft: The draft.
            event: What was made of it.
            read: Its sentence.
        """
        sentence = self._parsed.sentences[self._parsed.tokens[draft.token].sent]
        words = (self._parsed.tokens[i].start - sentence.span.start for i in draft.trigger)
        known = [word for word in words if word in read.words]
        if not known:
            return draft
        start = max(known, key=lambda word: read.words[word].share_of(draft.type))
        actors = self._instead(read.actor(start), sentence, event.actors) or draft.actors
        meant = self._instead(read.recipient(start), sentence, event.recipients)
        recipients = others(meant, actors) or draft.recipients
        same = actors == draft.actors and recipients == draft.recipients
        return draft if same else replace(draft, actors=actors, recipients=recipients)

    def _instead(self, pointed: Pointed, sentence: Sentence, known: Sequence[Participant]) -> tuple[Mention, ...]:
        """Return who is pointed to in place of nobody, or surely in place of others than known; else none."""
        share = pointed.best[1]
        if share < (SURE if known else LIKELY):
            return ()
        meant = self._meant(pointed, sentence)
        own = {code for m in meant if m.resolution for code in m.resolution.codes}
        return meant if own and own.isdisjoint(codes_of(known)) else ()

    def _doers(self, token: Token, pointed: Pointed, sentence: Sentence) -> tuple[Mention, ...]:
        """Return who acts: whom the grammar finds, unless surely nobody; else who is surely pointed to."""
        slots = ACTOR["verb"] if token.pos != "NOUN" else ACTOR["noun"] + (LENT if self._is_borne(token) else ())
        told = self._matcher.fill(token.i, slots) if pointed.nobody < SURELY else ()
        return told or (self._meant(pointed, sentence) if pointed.best[1] >= SURELY else ())

    def _targets(
        self, token: Token, event_type: EventType, pointed: Pointed, sentence: Sentence
    ) -> tuple[Mention, ...]:
        """Return on whom: who is pointed to, before the grammar where that is likely, after it where it is sure."""
        slots = AGAINST if event_type in MOVING else RECIPIENT["noun" if token.pos == "NOUN" else "verb"]
        told = self._matcher.fill(token.i, slots) if pointed.nobody < SURELY else ()
        meant = self._meant(pointed, sentence) if pointed.best[1] >= (BEFORE if told else SURE) else ()
        return meant or told

    def _is_borne(self, token: Token) -> bool:
        """Say whether a noun is new and its verb says who does it: "lodged an appeal", but "regretted the attack"."""
        said = any(c.text.lower() in KNOWN for c in self._parsed.children(token, "det"))
        return token.dep in {"dobj", "nsubjpass", "pobj"} and not said

    def _meant(self, pointed: Pointed, sentence: Sentence) -> tuple[Mention, ...]:
        """Return the parties that are pointed to, with those coordinated below them."""
        return self._cast.whole(self._cast.actors(words_pointed(self._graph, pointed, sentence)))


def words_pointed(graph: Graph, pointed: Pointed, sentence: Sentence) -> list[int]:
    """Return the words of a sentence that are pointed to, with those coordinated below them."""
    pairs = zip(pointed.starts, pointed.shares, strict=True)
    starts = {sentence.span.start + start for start, share in pairs if share >= FURTHER}
    words = (t.i for t in graph.parsed.sentence_tokens(sentence) if t.start in starts)
    return list(dict.fromkeys(i for word in words for i in graph.conjuncts(word)))
