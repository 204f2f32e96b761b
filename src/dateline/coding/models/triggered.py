"""Deeds of a report of politics that the trigger model finds on words where no event stands (decision 0014).

A frame needs its word, and where a sentence tells several deeds the plainest of them are easily missed: "the envoy, who
had sat down with both camps, was shown the door". The model reads every word of a sentence at once, and from the word
that names a deed it points to whoever does it and to whom it is done (decision 0015).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dateline.coding.drafts import TRIGGERED, Draft
from dateline.coding.frames.matching import Matcher
from dateline.coding.models.classifier import StoryClassifier
from dateline.coding.models.pointed import PointedParties, Sides
from dateline.coding.models.shown import mode_and_code, opinion_of, shown_pair
from dateline.coding.models.triggers import SentenceRead, StoryReads, Trigger
from dateline.coding.parties.cast import Cast
from dateline.coding.sieve import VERBAL
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.codebook import Codebook
from dateline.model import Event, EventType, Mention, Opinion, ParsedStory, Sentence, Status, Token

WORDS, BARE = frozenset({"VERB", "NOUN", "ADJ"}), frozenset({"VERB"})
Found = tuple[Token, Trigger]
# The shares that a verb beside another deed must show, and a noun or adjective anywhere; the share under which a
# sentence shows no trace of a type.
BESIDE, NAMED, TRACE = 0.55, 0.8, 0.05
# The share from which a frame's word that shows no trace of its type tells another (held out: 29 right, 5 wrong).
SURE = 0.7
ANSWERING = frozenset({EventType.REJECT, EventType.REQUEST})


class TriggeredWords:
    """Reads the deeds of one story that are told by words without an event."""

    def __init__(
        self,
        reads: StoryReads,
        sure: float,
        graph: Graph,
        cast: Cast,
        matcher: Matcher,
        codebook: Codebook,
        classifier: StoryClassifier,
        *,
        answers: frozenset[str],
    ) -> None:
        """Prepare for one story.

        `sure` is the share (0 to 1) of a type that makes an event, `answers` verbs of what one withholds when asked.
        """
        self._reads = reads
        self._sure = sure
        self._graph = graph
        self._parsed: ParsedStory = graph.parsed
        self._cast = cast
        self._parties = PointedParties(graph, cast, matcher)
        self._codebook = codebook
        self._classifier = classifier
        self._answers = answers
        self._parts: dict[tuple[int, EventType], Sides] = {}

    def found(self, told: Sequence[Draft], held: Sequence[Draft] = ()) -> Iterator[Draft]:
        """Yield a draft for each word that names a deed beside those of the drafts that are `told`.

        Of a word for which a frame has a draft of that type that is `held` back, the frame says who acts.
        """
        framed = {(draft.token, draft.type): draft for draft in held if not draft.of_classifier}
        asked = {token for token, _ in framed}
        words = {i for draft in told for i in (*draft.trigger, draft.token)}
        types: dict[int, set[EventType]] = {}
        for draft in told:
            types.setdefault(self._parsed.tokens[draft.token].sent, set()).add(draft.type)
        for sentence in self._parsed.sentences:
            known = types.get(sentence.i, set())
            inside = self._parsed.sentence_tokens(sentence)
            here = any(t.i in asked for t in inside)
            if not here and not (any(self._cast.actors((t.i,)) for t in inside) and self._reads.is_worth(sentence)):
                continue  # nobody is in it, or no word that tells deeds: it costs no question
            named = [t for t in inside if t.i not in words and self._may_name(t, BARE if known else WORDS)]
            for token, trigger in self._best(sentence, named, known, asked) if named else ():
                yield self._draft(token, trigger, framed.get((token.i, trigger.type)))

    def is_seen(self, draft: Draft) -> bool:
        """Say whether a frame's event that nobody else looked at shows the model a trace of its type."""
        if draft.of_classifier or draft.is_seconded:
            return True
        read = self._reads.of(self._parsed.sentences[self._parsed.tokens[draft.token].sent])
        return max((found.share_of(draft.type) for found in read.words.values()), default=1.0) >= TRACE

    def mended(self, draft: Draft, event: Event) -> Draft:
        """Return a frame's draft with parties that its event lacks, and the type that its word surely tells here."""
        if not draft.rule.startswith("frame") or draft.needs_speaker:
            return draft
        read = self._reads.of(self._parsed.sentences[self._parsed.tokens[draft.token].sent])
        return self._parties.mended(self._retyped(draft, read), event, read)

    def _retyped(self, draft: Draft, read: SentenceRead) -> Draft:
        """Return a frame's draft as another deed, where its word surely tells that and shows no trace of its own."""
        first = self._parsed.sentences[self._parsed.tokens[draft.token].sent].span.start
        words = [t for i in draft.trigger if (t := self._parsed.tokens[i]).start - first in read.words]
        if not words:
            return draft
        token = max(words, key=lambda t: read.words[t.start - first].share_of(draft.type))
        trigger = read.words[token.start - first]
        if trigger.share < SURE or trigger.share_of(draft.type) >= TRACE:
            return draft
        mode, cameo, opinions = self._judged(token, trigger, draft.actors, draft.recipients)
        return replace(
            draft, type=trigger.type, mode=mode, cameo=cameo, rule=TRIGGERED, opinions=(*opinions, *draft.opinions),
            content=None, asserted=Status.HAPPENED if self._is_verbal(trigger) else None,
        )  # fmt: skip

    def _may_name(self, token: Token, kinds: Collection[str]) -> bool:
        """Say whether a word may name a deed; a noun beside another deed mostly names one told before: "the raid".

        A participle before its noun only describes: "the visiting envoy".
        """
        describes = token.pos == "VERB" and token.dep == "amod"
        return token.pos in kinds and not describes and self._cast.mention(token.i) is None

    def _is_silence(self, token: Token, trigger: Trigger) -> bool:
        """Say whether somebody only keeps silent, which asks and turns down nothing: "asking not to be named"."""
        below = (self._parsed.tokens[h].lemma for h in self._graph.slots(token.i).get("comp", ()))
        return trigger.type in ANSWERING and not self._answers.isdisjoint(below)

    def _sides(self, token: Token, trigger: Trigger) -> Sides:
        key = token.i, trigger.type
        if key not in self._parts:
            read = self._reads.of(self._parsed.sentences[token.sent])
            self._parts[key] = self._parties.of(token, trigger.type, read)
        return self._parts[key]

    def _best(
        self, sentence: Sentence, tokens: Sequence[Token], types: Collection[EventType], asked: Collection[int]
    ) -> list[Found]:
        """Return the surest word of each type that a sentence does not tell yet, in text order.

        Somebody must do it, but at the words that are `asked`, whose frame says who does.
        """
        found = self._reads.of(sentence).words
        least = max(self._sure, BESIDE) if types else self._sure
        best: dict[EventType, Found] = {}
        for token in tokens:
            trigger = found.get(token.start - sentence.span.start)
            if trigger is None or trigger.type in types or trigger.share < least:
                continue
            if (token.pos != "VERB" and trigger.share < NAMED) or self._is_silence(token, trigger):
                continue
            if token.i not in asked and not self._sides(token, trigger)[0]:
                continue
            if trigger.type not in best or trigger.share > best[trigger.type][1].share:
                best[trigger.type] = (token, trigger)
        return sorted(best.values(), key=lambda found: found[0].i)

    def _draft(self, token: Token, trigger: Trigger, framed: Draft | None) -> Draft:
        if framed is not None:
            return replace(framed, rule=TRIGGERED, opinions=(_opinion_of(trigger), *framed.opinions))
        actors, recipients = self._sides(token, trigger)
        mode, cameo, opinions = self._judged(token, trigger, actors, recipients)
        # "Will press the members" already asks something: what words do is done in saying them.
        return Draft(
            type=trigger.type, mode=mode, cameo=cameo, contexts=(), actors=actors, recipients=recipients, token=token.i,
            trigger=(token.i,), rule=TRIGGERED, opinions=opinions,
            asserted=Status.HAPPENED if self._is_verbal(trigger) else None,
        )  # fmt: skip

    def _is_verbal(self, trigger: Trigger) -> bool:
        return self._codebook.types[trigger.type].quad in VERBAL

    def _judged(
        self, token: Token, trigger: Trigger, actors: Sequence[Mention], recipients: Sequence[Mention]
    ) -> tuple[str, str, tuple[Opinion, ...]]:
        """Return mode, CAMEO code and opinions: the classifier is shown the parties for the mode."""
        first = _opinion_of(trigger)
        actor, recipient = (next((m for m in side if self._is_here(m, token)), None) for side in (actors, recipients))
        if actor is None and recipient is None:
            return "", self._codebook.types[trigger.type].cameo, (first,)
        judged = self._classifier.judge([shown_pair(self._parsed, actor, recipient, sentence=token.sent)])[0]
        mode, cameo = mode_and_code(judged, self._codebook, trigger.type)
        return mode, cameo, (first, opinion_of(judged))

    def _is_here(self, mention: Mention, token: Token) -> bool:
        return self._parsed.tokens[mention.head].sent == token.sent


def _opinion_of(trigger: Trigger) -> Opinion:
    return Opinion(decider=TRIGGERED, says=str(trigger.type), confidence=round(trigger.share, 3))
