"""The rule that joins frames and classifier (decision 0005), applied to the drafts of one story.

1. A frame's draft is shown to the classifier with those of its parties that stand in its sentence: two, or one where
   types of a user's own are tried. Agreement raises its confidence, doubt lowers it; where the classifier is sure that
   there is no event, or another type, both parties are shown, and the frame had little to go by, the classifier wins.
   Only drafts that would be written are asked about, most of all since half of them would not be.
2. Where recall counts most, or a user's own types are tried, an actor and a recipient whom no frame joined are shown
   to it too (`proposals`): a type that it is sure of makes an event of its own, hung on the predicate; between a
   speaker and whom he speaks of, one of speech. Elsewhere the trigger model finds what frames miss (decision 0015).
3. Types that a user added (`custom`) are tried on every pair that was shown.

Both opinions stay with the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.coding.custom import CustomType
from dateline.coding.drafts import CLASSIFIER, Draft
from dateline.coding.models.classifier import Judgement, Pair, StoryClassifier
from dateline.coding.models.proposals import Proposals
from dateline.coding.models.shown import found, mode_and_code, opinion_of, shown_pair
from dateline.coding.parties.cast import Cast
from dateline.coding.speech.spoken import SPEECH_TYPES
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import is_told_aside
from dateline.coding.structure.voices import is_helped
from dateline.knowledge.codebook import Codebook
from dateline.model import Mention, Opinion, Statement, Sureness, Token

# Weights of frames (0 to 1): under the first, a sure classifier overrules; up to the second, it must second the type.
WEAK_FRAME = 0.75
BARE_FRAME = 0.5
SECONDED = 0.2
# What is told in passing, of somebody who does or suffers another thing, is news only where it is not background.
ASIDE_DROP = 0.6
# Operators by whose word somebody binds himself, reproaches or refuses.
COMMITMENTS = tuple(f"operator {name}" for name in ("agree", "offer", "promise", "accuse", "deny", "refuse", "reject"))


@dataclass(frozen=True, slots=True)
class Setting:
    """How sure the classifier must be (probabilities, 0 to 1).

    Attributes:
        add: To make an event where no frame fired, of the pairs that are asked about.
        drop: That there is none, to drop a weak frame's event.
        change: Of another type, to change a weak frame's event.
        alone: That there is none, to drop a frame's event after a last look at single parties (`doubts`).
        trigger: That a word of a report of politics names a type, to make an event of it (`triggered`).
        weighs: Whether events told by the way need more than their frame (`weighing`), and pairs that no frame joined
            are left alone.
    """

    add: float
    drop: float
    change: float
    alone: float
    trigger: float
    weighs: bool = True


SETTINGS = {
    Sureness.PRECISION: Setting(add=0.90, drop=0.80, change=0.90, alone=0.50, trigger=0.8),
    Sureness.BALANCED: Setting(add=0.70, drop=0.90, change=0.93, alone=0.80, trigger=0.55),
    Sureness.RECALL: Setting(add=0.50, drop=1.01, change=0.97, alone=1.01, trigger=0.4, weighs=False),
}


class SecondOpinion:
    """Asks the classifier about the drafts and the unclaimed pairs of one story."""

    def __init__(
        self,
        classifier: StoryClassifier,
        setting: Setting,
        graph: Graph,
        cast: Cast,
        codebook: Codebook,
        *,
        quiet: frozenset[str],
        custom: Sequence[CustomType] = (),
        statements: Sequence[Statement] = (),
    ) -> None:
        """Prepare for one story; `quiet` are lemmas of verbs that tell no event, `custom` a user's own types."""
        self._classifier = classifier
        self._setting = setting
        self._codebook = codebook
        self._custom = custom
        self._graph = graph
        self._parsed = graph.parsed
        self._cast, self._statements, self._quiet = cast, statements, quiet

    @cached_property
    def _proposals(self) -> Proposals:
        return Proposals(self._graph, self._cast, self._statements, quiet=self._quiet, every=bool(self._custom))

    @property
    def asks_always(self) -> bool:
        """Whether a draft is worth asking about that would not be written as its frame has it: a user's type may be."""
        return bool(self._custom)

    def joined(self, draft: Draft) -> Draft | None:
        """Return a frame's draft as both opinions have it; None where they show no event."""
        pair = self._pair_of(draft)
        if pair is None:
            return draft
        judged = self._classifier.judge([pair], features=bool(self._custom))[0]
        return self._joined(draft, judged, may_overrule=pair.actor is not None and pair.recipient is not None)

    def added(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return what the classifier finds between parties that no draft in `drafts` holds.

        That costs a question a pair, and few of them find an event.
        """
        if self._setting.weighs and not self._custom:
            return []
        proposed = list(self._proposals.of(drafts))
        asked = [shown_pair(self._parsed, a, r, sentence=t.sent) for a, r, t in proposed]
        judged = self._classifier.judge(asked, features=bool(self._custom))
        added = (self._added(*proposal, one) for proposal, one in zip(proposed, judged, strict=True))
        return [draft for draft in added if draft is not None]

    def _pair_of(self, draft: Draft) -> Pair | None:
        """Return what to show of a draft: its parties that stand in its sentence; None when too few do.

        One party alone decides nothing and costs as much as two: it is shown only where a user's own types ask for it.
        """
        if draft.needs_speaker:
            return None
        sentence = self._parsed.tokens[draft.token].sent
        actors = [m for m in draft.actors if self._sentence(m) == sentence]
        recipients = [m for m in draft.recipients if self._sentence(m) == sentence]
        actor = actors[0] if actors else None
        recipient = recipients[0] if recipients else (actors[1] if len(actors) > 1 else None)
        if actor is not None and recipient is not None and actor.span.overlaps(recipient.span):
            recipient = None
        asked = bool(actor and recipient) or bool(self._custom and (actor or recipient))
        return shown_pair(self._parsed, actor, recipient, sentence=sentence) if asked else None

    def _sentence(self, mention: Mention) -> int:
        return self._parsed.tokens[mention.head].sent

    def _joined(self, draft: Draft, judged: Judgement | None, *, may_overrule: bool) -> Draft | None:
        """Join a frame's draft with what the classifier says; None where there is no event."""
        if judged is None:
            return draft
        own = self._own_type(judged, draft.token)
        if own is not None:
            return _as_own(draft, own, judged)
        frame = draft.opinions[0].confidence
        share = judged.types[draft.type]
        opinion = opinion_of(judged)
        may_overrule &= not self._is_commitment(draft)
        if may_overrule and frame <= BARE_FRAME and share < SECONDED:
            return None
        if may_overrule and frame < WEAK_FRAME and judged.none >= self._setting.drop:
            return None
        if may_overrule and self._is_aside(draft) and judged.none >= ASIDE_DROP:
            return None
        sure = judged.types[judged.best] >= self._setting.change and judged.best != draft.type
        if may_overrule and frame < WEAK_FRAME and sure:
            return self._changed(draft, judged, opinion)
        confidence = round(0.5 * frame + 0.5 * share, 3)
        first = replace(draft.opinions[0], confidence=confidence)
        return replace(draft, opinions=(first, *draft.opinions[1:], opinion))

    def _is_aside(self, draft: Draft) -> bool:
        """Say whether a draft only describes one of the parties: "forces backed by Chile", "who had fought".

        A relative clause tells news where it is set off by a comma and told in the past ("Chile, which expelled him"),
        or dated: "who visited Chile on Monday", "the day when he shelled the town".
        """
        token = self._parsed.tokens[draft.token]
        if token.dep != "relcl":
            return token.dep == "acl"
        dated = any(t.ent in {"DATE", "TIME"} or t.text.lower() == "when" for t in self._graph.core(token.i))
        return (is_helped(self._parsed, token) or token.tag != "VBD" or not dated) and not is_told_aside(
            self._parsed, token
        )

    def _is_commitment(self, draft: Draft) -> bool:
        """Say whether somebody promises, accuses or refuses with a clause for it: the words do it, whatever it is."""
        told = bool(self._graph.slots(draft.token).get("comp")) or draft.rule.startswith("operator accuse")
        return self._parsed.tokens[draft.token].pos == "VERB" and told and draft.rule.startswith(COMMITMENTS)

    def _changed(self, draft: Draft, judged: Judgement, opinion: Opinion) -> Draft:
        mode, cameo = mode_and_code(judged, self._codebook)
        return replace(
            draft, type=judged.best, mode=mode, cameo=cameo, rule=CLASSIFIER, content=None,
            opinions=(opinion, *draft.opinions),
        )  # fmt: skip

    def _own_type(self, judged: Judgement, token: int) -> tuple[CustomType, float] | None:
        """Return the likeliest of the user's types that a pair is an event of, with its share; None for none."""
        shares = [(custom.share(judged), custom) for custom in self._custom if self._says(custom, token)]
        sure = [(share, custom) for share, custom in shares if share >= custom.threshold]
        if not sure:
            return None
        share, custom = max(sure, key=lambda found: found[0])
        return custom, share

    def _says(self, custom: CustomType, token: int) -> bool:
        sentence = self._parsed.sentences[self._parsed.tokens[token].sent]
        words = custom.definition.words
        return not words or any(t.lemma in words for t in self._parsed.sentence_tokens(sentence))

    def _added(self, actor: Mention, recipient: Mention, token: Token, judged: Judgement) -> Draft | None:
        own = self._own_type(judged, token.i)
        if own is None and not self._is_sure(judged, token):
            return None
        draft = found(judged, self._codebook, actor=actor, recipient=recipient, token=token, rule=CLASSIFIER)
        return draft if own is None else _as_own(draft, own, judged)

    def _is_sure(self, judged: Judgement, token: Token) -> bool:
        """Say whether the classifier alone may make an event: by a verb of saying one of speech."""
        fits = token.i not in self._proposals.cues or judged.best in SPEECH_TYPES
        return fits and judged.types[judged.best] >= self._setting.add


def _as_own(draft: Draft, own: tuple[CustomType, float], judged: Judgement) -> Draft:
    """Make a draft an event of a user's type."""
    custom, share = own
    definition = custom.definition
    says = f"{definition.plover}/{definition.name}"
    opinion = Opinion(decider=f"codebook {definition.name}", says=says, confidence=round(share, 3))
    others = draft.opinions if draft.of_classifier else (*draft.opinions, opinion_of(judged))
    return replace(
        draft, type=definition.plover, mode=definition.name, cameo=definition.cameo, content=None,
        rule=f"codebook {definition.name}", opinions=(opinion, *others),
    )  # fmt: skip
