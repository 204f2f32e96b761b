"""A last look at events of one party, and at events that the classifier did not see between two.

A pair of parties decides most drafts (`second_opinion`). Where a sentence names only one party, or where the classifier
saw nothing between the two, it is asked once more with one of them marked: an event that stands only in the frame's
words ("the firm backs a film", "struggled to recall its troops") then mostly reads as none. Only events that would
be written are asked about, so that the look costs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import CLASSIFIER, TRIGGERED, Draft
from dateline.coding.models.classifier import Judgement, StoryClassifier
from dateline.coding.models.second_opinion import Setting
from dateline.coding.models.shown import opinion_of, shown_pair
from dateline.coding.structure.arguments import Graph
from dateline.model import Mention

# Of a pair, the share of "no event" (0 to 1) from which each party is also looked at alone.
UNSEEN = 0.8
# What the classifier finds without a frame stands if it gives each of the two parties alone this share of the type.
SECONDED = 0.45
# The mean share of no event, of each party alone, from which a frame's event that no word shows is none.
NO_EVENT = 0.5
# What is read off a whole construction of who says what of whom: a single party shows the classifier none of it.
BY_SAYING = ("ruling judgement", "ruling denial", "ruling announced", "ruling obligation")
# Who speaks is told outside the sentence: alone these show the classifier nothing.
SPEAKING = frozenset({"i", "we", "you", "my", "our", "your", "us", "me"})


class Doubts:
    """Asks the classifier about single parties, in one story."""

    def __init__(self, classifier: StoryClassifier, setting: Setting, graph: Graph) -> None:
        self._classifier = classifier
        self._setting = setting
        self._parsed = graph.parsed

    def confirmed(self, draft: Draft) -> Draft | None:
        """Return a draft with what the last look says of it; None where it shows no event."""
        if draft.needs_speaker or not draft.opinions or draft.rule == TRIGGERED or draft.rule.startswith(BY_SAYING):
            return draft
        if draft.of_classifier:
            return draft if self._is_seconded(draft) else None
        first = draft.opinions[-1]
        if first.decider == CLASSIFIER:
            return None if first.says == "no event" and first.confidence >= UNSEEN and self._is_none(draft) else draft
        if any(o.decider.startswith((CLASSIFIER, "codebook")) for o in draft.opinions):
            return draft
        looks = self._looks(draft)
        if len(looks) != 1 or _is_pair(draft):
            return draft
        if looks[0].none >= self._setting.alone:
            return None
        return self._weighed(draft, looks[0])

    def is_likely(self, draft: Draft) -> bool:
        """Say whether a frame's event is not rather none where each of its parties is shown alone."""
        if not draft.rule.startswith("frame") or draft.is_seconded:
            return True
        looks = self._looks(draft)
        return not looks or _mean_none(looks) <= NO_EVENT

    def _is_seconded(self, draft: Draft) -> bool:
        """Say whether each party alone shows the type that the classifier gave the two without a frame."""
        looks = self._looks(draft)
        return self._setting.alone > 1 or all(look.types[draft.type] >= SECONDED for look in looks)

    def _is_none(self, draft: Draft) -> bool:
        """Say whether neither of two parties, looked at alone, is in an event."""
        looks = self._looks(draft)
        return len(looks) == 2 and _mean_none(looks) >= self._setting.alone

    def _looks(self, draft: Draft) -> list[Judgement]:
        """Return a judgement for each of actor and recipient that stands in the draft's sentence."""
        sentence = self._parsed.tokens[draft.token].sent

        def here(mentions: tuple[Mention, ...]) -> Mention | None:
            inside = (m for m in mentions if self._parsed.tokens[m.head].sent == sentence and not self._speaks(m))
            return next(inside, None)

        actor, recipient = here(draft.actors), here(draft.recipients)
        pairs = [shown_pair(self._parsed, actor, None, sentence=sentence)] if actor else []
        pairs += [shown_pair(self._parsed, None, recipient, sentence=sentence)] if recipient else []
        return self._classifier.judge(pairs)

    def _speaks(self, mention: Mention) -> bool:
        return self._parsed.tokens[mention.head].text.lower() in SPEAKING

    def _weighed(self, draft: Draft, look: Judgement) -> Draft:
        """Join the confidence of a frame with what the classifier thinks of its type."""
        frame = draft.opinions[0]
        joined = replace(frame, confidence=round(0.5 * frame.confidence + 0.5 * look.types[draft.type], 3))
        return replace(draft, opinions=(joined, *draft.opinions[1:], opinion_of(look)))


def _mean_none(looks: Sequence[Judgement]) -> float:
    return sum(look.none for look in looks) / len(looks)


def _is_pair(draft: Draft) -> bool:
    """Say whether one mention names both sides: "the neighbours", "the two governments"."""
    return draft.reciprocal and any(m.resolution and len(m.resolution.countries) > 1 for m in draft.actors)
