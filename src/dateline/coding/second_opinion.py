"""The rule that joins frames and classifier (decision 0004), applied to the drafts of one story.

1. A frame's draft whose actor and recipient stand in one sentence is shown to the classifier. Agreement raises its
   confidence, doubt lowers it; where the classifier is sure that there is no event, or another type, and the frame
   had little to go by, the classifier wins.
2. An actor and a recipient of one predicate that no frame joined are shown to it too: a type that it is sure of makes
   an event of its own, hung on the predicate.

Both opinions stay with the event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.classifier import Classifier, Judgement, Pair
from dateline.coding.drafts import Draft
from dateline.knowledge.codebook import Codebook
from dateline.model import Mention, Opinion, Sentence, Span, Sureness, Token

INDIRECT = frozenset({"subj", "comp", "purpose", "in", "at", "near", "during", "after", "before", "as", "like", "than"})
# Weights of frames (0 to 1): under the first, a sure classifier overrules; up to the second, it must second the type.
WEAK_FRAME = 0.75
BARE_FRAME = 0.5
SECONDED = 0.2


@dataclass(frozen=True, slots=True)
class Setting:
    """How sure the classifier must be (probabilities, 0 to 1).

    Attributes:
        add: To make an event where no frame fired.
        drop: That there is none, to drop a weak frame's event.
        change: Of another type, to change a weak frame's event.
    """

    add: float
    drop: float
    change: float


SETTINGS = {
    Sureness.PRECISION: Setting(add=0.99, drop=0.80, change=0.90),
    Sureness.BALANCED: Setting(add=0.94, drop=0.90, change=0.93),
    Sureness.RECALL: Setting(add=0.75, drop=1.01, change=0.97),
}


class SecondOpinion:
    """Asks the classifier about the drafts and the unclaimed pairs of one story."""

    def __init__(
        self,
        classifier: Classifier,
        setting: Setting,
        graph: Graph,
        cast: Cast,
        codebook: Codebook,
        *,
        quiet: frozenset[str],
    ) -> None:
        """Prepare for one story; `quiet` are the lemmas of verbs that tell no event."""
        self._classifier = classifier
        self._setting = setting
        self._graph = graph
        self._cast = cast
        self._codebook = codebook
        self._quiet = quiet
        self._parsed = graph.parsed

    def review(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return the drafts as both opinions have them, and those of the classifier alone."""
        shown = {n: pair for n, draft in enumerate(drafts) if (pair := self._pair_of(draft)) is not None}
        proposed = list(self._unclaimed(drafts))
        judged = self._classifier.judge([*shown.values(), *(self._pair(a, r) for a, r, _ in proposed)])
        opinions = dict(zip(shown, judged[: len(shown)], strict=True))
        reviewed = [self._joined(draft, opinions.get(n)) for n, draft in enumerate(drafts)]
        added = [self._added(*proposal, found) for proposal, found in zip(proposed, judged[len(shown) :], strict=True)]
        return [draft for draft in (*reviewed, *added) if draft is not None]

    def _pair_of(self, draft: Draft) -> Pair | None:
        if not draft.actors or draft.needs_speaker:
            return None
        actor = draft.actors[0]
        recipient = draft.recipients[0] if draft.recipients else (draft.actors[1] if len(draft.actors) > 1 else None)
        sentence = self._sentence(actor)
        if recipient is None or self._sentence(recipient) != sentence or actor.span.overlaps(recipient.span):
            return None
        return self._pair(actor, recipient)

    def _pair(self, actor: Mention, recipient: Mention) -> Pair:
        span = self._parsed.sentences[self._sentence(actor)].span
        at = span.start
        return Pair(
            span.of(self._parsed.story.text),
            Span(max(0, actor.span.start - at), max(0, actor.span.end - at)),
            Span(max(0, recipient.span.start - at), max(0, recipient.span.end - at)),
        )

    def _sentence(self, mention: Mention) -> int:
        return self._parsed.tokens[mention.head].sent

    def _joined(self, draft: Draft, judged: Judgement | None) -> Draft | None:
        """Join a frame's draft with what the classifier says; None where there is no event."""
        if judged is None:
            return draft
        frame = draft.opinions[0].confidence
        share = judged.types[draft.type]
        opinion = _opinion(judged)
        if frame <= BARE_FRAME and share < SECONDED:
            return None
        if frame < WEAK_FRAME and judged.none >= self._setting.drop:
            return None
        if frame < WEAK_FRAME and judged.types[judged.best] >= self._setting.change and judged.best != draft.type:
            return self._changed(draft, judged, opinion)
        confidence = round(0.5 * frame + 0.5 * share, 3)
        first = replace(draft.opinions[0], confidence=confidence)
        return replace(draft, opinions=(first, *draft.opinions[1:], opinion))

    def _changed(self, draft: Draft, judged: Judgement, opinion: Opinion) -> Draft:
        entry = self._codebook.types[judged.best]
        return replace(
            draft, type=judged.best, mode="", cameo=entry.cameo, rule="classifier", content=None,
            opinions=(opinion, *draft.opinions),
        )  # fmt: skip

    def _unclaimed(self, drafts: Sequence[Draft]) -> Iterator[tuple[Mention, Mention, Token]]:
        """Yield actor, recipient and predicate of every pair that no draft holds, in text order."""
        taken = {
            (a.chain, r.chain) for d in drafts for a in (*d.actors, *d.recipients) for r in (*d.actors, *d.recipients)
        }
        triggers = {t for d in drafts for t in d.trigger}
        told = {self._parsed.tokens[d.token].sent for d in drafts}
        for token in self._parsed.tokens:
            if token.pos != "VERB" or token.lemma in self._quiet or token.i in triggers:
                continue
            slots = self._graph.slots(token.i)
            actors = self._cast.actors(slots.get("subj", ()))
            heads = [h for slot, found in slots.items() if slot not in INDIRECT for h in found]
            recipients = self._cast.actors(heads)
            if actors and recipients and self._is_new(actors[0], recipients[0], taken):
                yield actors[0], recipients[0], token

        for sentence in self._parsed.sentences:
            if sentence.i not in told:
                yield from self._first_two(sentence, taken)

    def _first_two(self, sentence: Sentence, taken: set[tuple[int, int]]) -> Iterator[tuple[Mention, Mention, Token]]:
        """Yield the first two parties of a sentence in which no frame fired, whatever the parser made of it."""
        tokens = self._parsed.sentence_tokens(sentence)
        parties = [m for t in tokens for m in self._cast.actors((t.i,)) if t.pos != "PRON" and _is_party(m)]
        verbs = [t for t in tokens if t.pos == "VERB" and t.lemma not in self._quiet]
        for actor, recipient in pairwise(parties[:3]):
            between = next((v for v in verbs if actor.head < v.i < recipient.head), None)
            if between is not None and self._is_new(actor, recipient, taken):
                yield actor, recipient, between
                return

    def _is_new(self, actor: Mention, recipient: Mention, taken: set[tuple[int, int]]) -> bool:
        """Say whether two parties are a pair that nobody has asked about, and remember that it is asked about now."""
        pair = (actor.chain, recipient.chain)
        if pair in taken or not self._are_two(actor, recipient):
            return False
        taken.add(pair)
        return True

    def _are_two(self, actor: Mention, recipient: Mention) -> bool:
        if self._sentence(actor) != self._sentence(recipient) or actor.span.overlaps(recipient.span):
            return False
        a, b = actor.resolution, recipient.resolution
        if a is None or b is None or not (a.country or b.country):
            return False  # of two private parties the news tells little, and each pair costs time
        return (a.country, a.sectors) != (b.country, b.sectors)

    def _added(self, actor: Mention, recipient: Mention, token: Token, judged: Judgement) -> Draft | None:
        if judged.types[judged.best] < self._setting.add:
            return None
        entry = self._codebook.types[judged.best]
        return Draft(
            type=judged.best, mode="", cameo=entry.cameo, contexts=(), actors=(actor,), recipients=(recipient,),
            token=token.i, trigger=(token.i,), rule="classifier", opinions=(_opinion(judged),),
        )  # fmt: skip


def _is_party(mention: Mention) -> bool:
    resolution = mention.resolution
    return resolution is not None and (resolution.country is not None or bool(resolution.sectors))


def _opinion(judged: Judgement) -> Opinion:
    """Return the classifier's opinion in words."""
    best = judged.best
    if judged.none > judged.types[best]:
        return Opinion(decider="classifier", says="no event", confidence=round(judged.none, 3))
    return Opinion(decider="classifier", says=str(best), confidence=round(judged.types[best], 3))
