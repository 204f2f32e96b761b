"""Sentences of a report of politics in which no word of the lexicon stands (decision 0013).

A frame needs its word, and a report tells much in plain idiom: "the garrison left nobody alive in the hamlet". Two
parties of one verb are asked about anyway (`proposals`), but most such sentences name one only. Here that one is
marked: whoever acts by a verb of the sentence, who suffers it, or who says it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property

from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.classifier import Judgement, StoryClassifier
from dateline.coding.drafts import LONE_PARTY, Draft
from dateline.coding.shown import found, shown_pair
from dateline.coding.spoken import SPEECH_TYPES, verb_at
from dateline.coding.status import read_status
from dateline.knowledge.codebook import Codebook
from dateline.model import EventType, Mention, ParsedStory, Statement, Status, Token

# Who is marked: the actor, or the recipient, and the verb that it hangs on.
Lone = tuple[Mention | None, Mention | None, Token]
TOLD = frozenset({Status.HAPPENED, Status.ONGOING, Status.NEGATED})
# Verbs in these places only describe.
BELOW = frozenset({"amod", "compound", "acl", "pcomp", "csubj"})
# So many questions a sentence, those about its topmost verbs.
QUESTIONS = 2
# The share of no event (0 to 1) of one party from which no other is asked about.
NOTHING = 0.7
# Of so many other sides it is asked whether they are the recipient.
OTHERS = 3


class SilentSentences:
    """Asks the classifier about the sentences of one story that tell nothing yet."""

    def __init__(
        self,
        classifier: StoryClassifier,
        sure: float,
        graph: Graph,
        cast: Cast,
        codebook: Codebook,
        statements: Sequence[Statement],
        *,
        depth: Callable[[int], int],
    ) -> None:
        """Prepare for one story.

        `sure` is the share (0 to 1) of a type that makes an event, `depth` gives the steps of a token under its root.
        """
        self._classifier = classifier
        self._sure = sure
        self._graph = graph
        self._parsed = graph.parsed
        self._cast = cast
        self._codebook = codebook
        self._statements = statements
        self._depth = depth

    @cached_property
    def _speakers(self) -> dict[int, Mention]:
        """Verbs of saying, each with who speaks; most stories are not asked."""
        return dict(_speakers(self._parsed, self._cast, self._statements))

    def found(self, told: Collection[int]) -> Iterator[Draft]:
        """Yield at most one draft for each sentence that is not in `told` (indices of sentences)."""
        for sentence in self._parsed.sentences:
            if sentence.i in told:
                continue
            lone = [one for t in self._parsed.sentence_tokens(sentence) if (one := self._lone(t)) is not None]
            for actor, recipient, verb in sorted(lone, key=lambda one: self._depth(one[2].i))[:QUESTIONS]:
                judged = self._judged(actor, recipient, verb)
                if self._is_sure(judged, verb):
                    if self._codebook.types[judged.best].needs_recipient:
                        recipient = recipient or self._recipient(actor, judged.best, verb)
                    yield found(judged, self._codebook, actor=actor, recipient=recipient, token=verb, rule=LONE_PARTY)
                    break
                if judged.none >= NOTHING:
                    break  # another party of such a sentence hardly ever shows more

    def _judged(self, actor: Mention | None, recipient: Mention | None, verb: Token) -> Judgement:
        return self._classifier.judge([shown_pair(self._parsed, actor, recipient, sentence=verb.sent)])[0]

    def _recipient(self, actor: Mention | None, event_type: EventType, verb: Token) -> Mention | None:
        """Return to whom of the other sides that a sentence names a deed that needs one is shown to be done."""
        tokens = self._parsed.sentence_tokens(self._parsed.sentences[verb.sent])
        sides = self._cast.actors(t.i for t in tokens if t.pos != "PRON")
        others = [m for m in sides if actor is not None and _is_other(actor, m)][:OTHERS]
        shares = [(self._judged(actor, m, verb).types[event_type], m) for m in others]
        best = max(shares, key=lambda found: found[0], default=(0.0, None))
        return best[1] if best[0] >= self._sure else None

    def _is_sure(self, judged: Judgement, verb: Token) -> bool:
        """Say whether a type is shown; by a verb of saying one that is done by saying something."""
        fits = verb.i not in self._speakers or judged.best in SPEECH_TYPES
        return fits and judged.types[judged.best] >= self._sure

    def _lone(self, verb: Token) -> Lone | None:
        if verb.i in self._speakers:
            return self._speakers[verb.i], None, verb
        if verb.pos != "VERB" or verb.dep in BELOW or read_status(verb, self._graph).status not in TOLD:
            return None
        slots = self._graph.slots(verb.i)
        actors = self._cast.actors(slots.get("subj", ()))
        if actors:
            return actors[0], None, verb
        recipients = self._cast.actors(slots.get("obj", ()))
        return (None, recipients[0], verb) if recipients else None


def _speakers(parsed: ParsedStory, cast: Cast, statements: Sequence[Statement]) -> Iterator[tuple[int, Mention]]:
    """Yield the verbs of saying of a story, each with who speaks, where both stand in one sentence."""
    for statement in statements:
        cue = verb_at(parsed, statement.cue)
        if cue is None or statement.source is None or statement.negated:
            continue
        inside = (t.i for t in parsed.tokens_in(statement.source.span) if t.sent == cue.sent)
        speaker = next(iter(cast.actors(inside)), None)
        if speaker is not None:
            yield cue.i, speaker


def _is_other(actor: Mention, mention: Mention) -> bool:
    """Say whether a mention names a side of its own: of another land, and not within the actor's words."""
    own, other = actor.resolution, mention.resolution
    apart = mention.chain != actor.chain and not mention.span.overlaps(actor.span)
    return bool(apart and own and other and other.codes and other.codes != own.codes)
