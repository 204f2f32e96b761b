"""Event candidates while they are being read: a frame or a ruling on a trigger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.coding.frames.matching import Match
from dateline.coding.structure.arguments import Graph
from dateline.knowledge.codebook import Codebook
from dateline.model import Event, EventType, Mention, Opinion, ParsedStory, Span, Status

# Rules of drafts without a frame: the classifier's between two parties, and the trigger model's, of a word.
CLASSIFIER, TRIGGERED = "classifier", "trigger model"


@dataclass(frozen=True, slots=True)
class Draft:
    """An event candidate.

    Attributes:
        token: Token that the sentence hangs it on: the trigger, or the operator above it.
        trigger: Tokens of the words that decided its type.
        content: The planned event that a promise or threat is about.
        asserted: What the words alone say about its status; None: the clause decides.
        points_back: Told only as what others did before ("Norway did the same"): its sentence names no other side.
    """

    type: EventType
    mode: str
    cameo: str
    contexts: tuple[str, ...]
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    token: int
    trigger: tuple[int, ...]
    rule: str
    opinions: tuple[Opinion, ...]
    reciprocal: bool = False
    needs_speaker: bool = False
    asserted: Status | None = None
    content: Draft | None = None
    needs_recipient: bool = False
    points_back: bool = False

    @property
    def of_classifier(self) -> bool:
        """Whether no frame stands behind it."""
        return self.rule in (CLASSIFIER, TRIGGERED)

    @property
    def is_seconded(self) -> bool:
        """Whether more than one decider has said what it is."""
        return len({opinion.decider for opinion in self.opinions}) > 1


# A draft that stands, with its event.
Told = tuple[Draft, Event]


def trigger_span(parsed: ParsedStory, draft: Draft) -> Span:
    """Return the characters from the first of the words that decided a draft to the last."""
    return parsed.span(min(draft.trigger), max(draft.trigger) + 1)


def objects_of(graph: Graph, draft: Draft) -> list[int]:
    """Return the words of a draft's trigger and what stands as their object."""
    return [h for t in draft.trigger for h in (t, *graph.slots(t).get("obj", ()))]


def from_match(match: Match, modes: Iterable[str], codebook: Codebook) -> Draft:
    """Turn a frame match into a draft."""
    frame = match.frame
    mode = next(iter(modes), frame.mode)
    return Draft(
        type=frame.type,
        mode=mode,
        cameo=codebook.refine(frame.cameo, frame.type, mode),
        contexts=frame.contexts,
        actors=match.actors,
        recipients=match.recipients,
        token=match.token,
        trigger=match.words,
        rule=f"frame {frame.id}",
        opinions=(Opinion(decider=f"frame {frame.id}", says=_says(frame.type, mode), confidence=_confidence(match)),),
        reciprocal=frame.reciprocal,
        needs_recipient=frame.needs_recipient,
        needs_speaker=match.needs_speaker,
        asserted=Status(frame.status) if frame.status else None,
    )


def ruled(
    rule: str,
    says: str,
    code: tuple[EventType, str, str],
    *,
    token: int,
    actors: tuple[Mention, ...],
    recipients: tuple[Mention, ...] = (),
    trigger: tuple[int, ...] = (),
    sure: float = 0.6,
    needs_speaker: bool = False,
    needs_recipient: bool = False,
) -> Draft:
    """Return the event that a ruling reads: told as done, whatever the tense of its words.

    Args:
        rule: The ruling.
        says: What it makes of the words, for the record.
        code: Type, mode and CAMEO code.
        token: The word that the sentence hangs it on.
        actors: Who acts.
        recipients: Whom it is aimed at.
        trigger: The words that decided; `token` alone where none are given.
        sure: How sure the ruling is, 0 to 1.
        needs_speaker: Whether whoever says the words acts.
        needs_recipient: Whether it is no event without somebody whom it is aimed at.
    """
    event_type, mode, cameo = code
    return Draft(
        type=event_type,
        mode=mode,
        cameo=cameo,
        contexts=(),
        actors=actors,
        recipients=recipients,
        token=token,
        trigger=trigger or (token,),
        rule=rule,
        opinions=(Opinion(decider=rule, says=says, confidence=sure),),
        needs_speaker=needs_speaker,
        needs_recipient=needs_recipient,
        asserted=Status.HAPPENED,
    )


def _says(event_type: EventType, mode: str) -> str:
    return f"{event_type}/{mode}" if mode else str(event_type)


def _confidence(match: Match) -> float:
    """Weigh a frame: constraints that held speak for it, missing parties against it."""
    base = 0.55 + 0.1 * min(len(match.frame.where), 2)
    return round(base + (0.1 if match.actors else -0.15) + (0.1 if match.recipients else 0.0), 3)
