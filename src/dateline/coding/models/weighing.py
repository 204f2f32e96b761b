"""What speaks against an event that a story tells by the way (decision 0012).

A short report of politics tells an event in every second sentence. A feature, a market report or a match tells few, and
what a frame finds in them is more often background, a habit, an opinion or somebody else's doing. There each thing that
speaks against an event costs it points, and from a number of points on it is not written. One alone is never enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dateline.coding.drafts import Draft, Told
from dateline.coding.models.classifier import Judgement, Pair, StoryClassifier
from dateline.coding.parties.named_lands import NamedLands
from dateline.coding.status.status_words import words
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.depths import depth_of
from dateline.model import FROM_ABROAD, Event, EventType, EvidenceKind, Participant, ResolvedStory, Span, Token

# Events a sentence: a story that tells so many is a report of politics, one between the two half one.
DENSE, SPARSE = 0.5, 0.35
# A story of so many sentences is a feature, however much it tells.
LONG = 25
# Points from which on an event is not written, where a story is no report of politics, and where it is half one.
LIMIT, HALF_LIMIT = 3, 4
# People in the street and repression are told of anybody, and in any clause; violence mostly (a point more).
PLAIN = frozenset({EventType.PROTEST, EventType.COERCE})
# Who acts for nobody, in the first sector.
PRIVATE = frozenset({"CVL", "UNK", "BUS"})
# Shares of the classifier, marked with the one party that the sentence names or with both.
NO_EVENT, SURE_OF_NONE, OTHER, LITTLE = 0.5, 0.75, 0.25, 0.2
# What the look at one party can cost; it is taken only where it may decide.
LOOK = 2
# Steps under the root of its sentence from which on a word is told by the way.
DEEP = 4
# A pronoun scored below this may stand for somebody else; a confidence below this is one of a weak frame.
UNSURE, WEAK = 0.6, 0.4
PRESENT, BARE = frozenset({"VBZ", "VBP"}), frozenset({"VBG", "VB"})
ONLY_OTHER = "the only other side named"
OTHER_SIDE = (ONLY_OTHER, "the story's other side")


class Weighing:
    """Weighs the events of one story."""

    def __init__(self, graph: Graph, classifier: StoryClassifier, *, resolved: ResolvedStory) -> None:
        self._graph = graph
        self._parsed = graph.parsed
        self._resolved = resolved
        self._classifier = classifier

    @cached_property
    def _lands(self) -> NamedLands:
        """The lands that the story names; most stories tell of none that only they give."""
        return NamedLands(self._resolved)

    def kept(self, told: Sequence[Told]) -> Iterator[Told]:
        """Yield the events of a story that enough speaks for, in order."""
        limit = limit_of(len(told), len(self._parsed.sentences))
        for draft, event in told:
            more = event.type is EventType.ASSAULT
            if limit is None or event.type in PLAIN or not self._is_outweighed(draft, event, limit + more):
                yield draft, event

    def _is_outweighed(self, draft: Draft, event: Event, limit: int) -> bool:
        points = self.points(draft, event)
        if points >= limit or points + LOOK < limit:
            return points >= limit
        return points + self._looked(draft, event) >= limit

    def points(self, draft: Draft, event: Event) -> int:
        """Return what speaks against an event, but for the classifier's look at it."""
        token = self._parsed.tokens[draft.token]
        told = self._of_words(token) + _of_parties(event) + self._of_lands(event, token.sent)
        wished = event.type is EventType.REQUEST and token.pos == "NOUN"  # "amid calls for his resignation"
        dated = any(e.kind is EvidenceKind.DATE for e in event.evidence)
        return told + 2 * wished + (event.confidence < WEAK) - dated

    def _of_words(self, token: Token) -> int:
        """Return the points of how an event is told: in the present, in a clause without tense, deep down."""
        helped = any(c.dep in {"aux", "auxpass"} and c.tag != "TO" for c in self._parsed.children(token))
        above = self._parsed.head(token)
        helped |= token.dep == "xcomp" and above.lemma in words().achieving and above.tag not in BARE
        return (
            2 * (token.tag in PRESENT)
            + (token.tag in BARE and not helped)
            + (token.pos == "ADJ")
            + (token.dep in {"acl", "dobj"})
            + (depth_of(self._graph, token.i) >= DEEP)
        )

    def _of_lands(self, event: Event, sentence: int) -> int:
        """Return the points of lands that only the story gives, more where it names another land more often."""
        known = [p.resolution for p in (*event.actors, *event.recipients) if p.resolution.of_the_story]
        lands = [r.country for r in known if r.country is not None]
        return bool(known) + 2 * any(self._lands.is_beside(land, sentence) for land in lands)

    def _looked(self, draft: Draft, event: Event) -> int:
        """Return the points of the classifier's look: at the one party in the sentence, or at both."""
        actor, recipient, words = self._marked(draft, event)
        if actor is None and recipient is None:
            return 0
        judged = self._classifier.judge([Pair(words, actor, recipient)])[0]
        return _of_pair(judged) if actor and recipient else _of_one(judged, event.type)

    def _marked(self, draft: Draft, event: Event) -> tuple[Span | None, Span | None, str]:
        """Return the parties that an event's sentence names, as offsets in it, and its words."""
        sentence = self._parsed.sentences[self._parsed.tokens[draft.token].sent].span

        def inside(parties: Sequence[Participant]) -> Span | None:
            spans = (p.span for p in parties if sentence.contains(p.span))
            return next((Span(s.start - sentence.start, s.end - sentence.start) for s in spans), None)

        actor = inside(event.actors)
        recipient = inside(event.recipients) or inside(event.actors[1:])
        if actor and recipient and actor.overlaps(recipient):
            recipient = None
        return actor, recipient, sentence.of(self._parsed.story.text)


def limit_of(events: int, sentences: int) -> int | None:
    """Return the points from which on an event of a story is not written; None where every event stands.

    Args:
        events: How many events the story tells.
        sentences: How many sentences it has.

    Example:
        >>> limit_of(9, 14), limit_of(6, 14), limit_of(2, 14), limit_of(20, 30)
        (None, 4, 3, 3)
    """
    share = events / max(1, sentences)
    if sentences >= LONG or share < SPARSE:
        return LIMIT
    return HALF_LIMIT if share < DENSE else None


def _of_parties(event: Event) -> int:
    """Return the points of whom an event is told of: nobody's people, private ones, who is only taken for one."""
    parties = (*event.actors, *event.recipients)
    landed = [_has_land(p) for p in parties]
    nobodys = any(landed) and not all(_has_land(p) or FROM_ABROAD in p.resolution.rule for p in event.actors)
    return (
        2 * (not any(landed))
        + nobodys
        + any(_is_private(p) for p in event.actors)
        + any(_is_other_side(p) for p in parties)
        + any(p.resolution.rule.endswith(ONLY_OTHER) for p in parties)
        + any(_is_unsure_pronoun(p) for p in parties)
    )


def _of_one(judged: Judgement, event_type: EventType) -> int:
    share = judged.types[event_type]
    if judged.none >= NO_EVENT and share < OTHER:
        return LOOK
    return int(judged.none < NO_EVENT and share < LITTLE)


def _of_pair(judged: Judgement) -> int:
    return int(judged.none >= SURE_OF_NONE)


def _has_land(party: Participant) -> bool:
    return bool(party.resolution.country or party.resolution.countries)


def _is_private(party: Participant) -> bool:
    return not PRIVATE.isdisjoint(party.resolution.sectors[:1])


def _is_other_side(party: Participant) -> bool:
    return party.resolution.rule.endswith(OTHER_SIDE)


def _is_unsure_pronoun(party: Participant) -> bool:
    return party.resolution.rule.startswith("pronoun") and party.resolution.score < UNSURE
