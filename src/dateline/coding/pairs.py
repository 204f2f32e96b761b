"""The event between two given spans of a sentence, whoever they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp, log

from dateline.coding.coder import Coder
from dateline.coding.drafts import Draft
from dateline.coding.models.classifier import Pair
from dateline.coding.reading import StoryReading
from dateline.coding.structure.depths import depth_of
from dateline.model import EventType, Mention, MentionKind, Resolution, ResolvedStory, Span, Status, Token

SOURCE, TARGET = 0, 1
# What whoever speaks for a state does by saying what it will do or not.
DECLARED = frozenset(
    {EventType.AGREE, EventType.REJECT, EventType.THREATEN, EventType.CONCEDE, EventType.REQUEST, EventType.ACCUSE}
)
# Pronouns that may stand for a side of a pair.
STANDING_FOR = frozenset({"he", "she", "it", "they", "him", "her", "them"})


# What a frame that fits a party weighs against the classifier's probabilities, and one that fits none (decision 0008).
FRAME_WEIGHT = 0.85
LOOSE_FRAME = 0.15
# Sure shares are a little surer than they are right and unsure ones too modest: the line through the log odds that
# makes 145 pairs of held-out stories likeliest, judged by reading (decision 0013).
OFFSET, SLOPE = 0.25, 0.85
# The least score (`_score`, as a share of six) of a frame that fits: one with neither party seldom reaches it.
FITS = 0.3


# What stands for a mode where only CAMEO tells two kinds of a type apart (the classifier's card has the same names).
KINDS = {"055": "apologise", "056": "apologise", "191": "blockade", "192": "occupy"}
Kind = tuple[EventType, str]


def code_pair(
    resolved: ResolvedStory,
    source: Span | None,
    target: Span | None,
    coder: Coder,
    *,
    frame_weight: float = FRAME_WEIGHT,
) -> dict[Kind, float]:
    """Return how much frames and classifier together speak for each kind of event that source does to target.

    Args:
        resolved: The story; its own mentions are left aside, both spans count as actors whatever they name.
        source: Who acts; None when the sentence does not say.
        target: Who or what is acted upon; None when the sentence does not say.
        coder: The lexicon and, unless it was loaded without, the classifier.
        frame_weight: What a frame that fits weighs against the classifier's probabilities, which sum to 1; 0 asks the
            classifier alone.

    Returns:
        Shares (0 to 1, summing to 1) of the types, each with its mode, that something speaks for; empty when nothing
        does.
    """
    shares: dict[Kind, float] = {}
    if coder.classifier is not None:
        judged = coder.classifier.judge([Pair(resolved.parsed.story.text, source, target)])[0]
        some = max(1.0 - judged.none, 1e-6)
        for event_type, p in judged.types.items():
            for mode, share in judged.modes.get(event_type, {"": 1.0}).items():
                shares[event_type, mode] = p / some * share
    frame = _frame_pair(resolved, source, target, coder) if frame_weight else None
    if frame is not None:
        kind, score = frame
        shares[kind] = shares.get(kind, 0.0) + (frame_weight if score >= FITS else min(frame_weight, LOOSE_FRAME))
    return calibrated(shares)


def calibrated(shares: Mapping[Kind, float]) -> dict[Kind, float]:
    """Return shares that sum to 1, that of the likeliest type as sure as it is right (Platt 1999)."""
    total = sum(shares.values())
    by_type: dict[EventType, float] = {}
    for (event_type, _), share in shares.items():
        by_type[event_type] = by_type.get(event_type, 0.0) + share / total
    best = max(by_type, key=lambda event_type: by_type[event_type], default=None)
    if best is None or by_type[best] >= 1:
        return {kind: share / total for kind, share in shares.items()}
    own = by_type[best]
    sure = 1 / (1 + exp(-(OFFSET + SLOPE * log(own / (1 - own)))))
    factors = {event_type: sure / own if event_type is best else (1 - sure) / (1 - own) for event_type in by_type}
    return {kind: share / total * factors[kind[0]] for kind, share in shares.items()}


def _frame_pair(
    resolved: ResolvedStory, source: Span | None, target: Span | None, coder: Coder
) -> tuple[Kind, float] | None:
    """Return what the frames alone read between two spans, and a score (0 to 1); None when none fires."""
    mentions = [_mention(resolved, n, span) for n, span in ((SOURCE, source), (TARGET, target)) if span]
    sides = [m for m in mentions if m is not None]
    known = (*sides, *(pronoun for side in sides for pronoun in _pronouns(resolved, side, beside=sides)))
    story = ResolvedStory(parsed=resolved.parsed, mentions=known, toponyms=(), timexes=())
    reading = coder.reading(story)
    best: tuple[float, int, Draft] | None = None
    for n, draft in enumerate(reading.settled()):
        score = _score(draft, known, reading)
        if best is None or score > best[0]:
            best = (score, -n, draft)
    return (_kind(best[2]), round(min(1.0, max(0.0, best[0] / 6)), 3)) if best else None


def _kind(draft: Draft) -> Kind:
    mode = next((kind for code, kind in KINDS.items() if draft.cameo.startswith(code)), draft.mode)
    if draft.type is EventType.CONCEDE and draft.rule.startswith("ruling"):
        mode = "promise"  # a ruling made it of a deed that is only promised
    return draft.type, mode


def _mention(resolved: ResolvedStory, number: int, span: Span) -> Mention | None:
    parsed = resolved.parsed
    inside = [t for t in parsed.tokens if span.start <= t.start and t.end <= span.end]
    if not inside:
        inside = [t for t in parsed.tokens if t.start < span.end and span.start < t.end]
    if not inside:
        return None
    first, last = inside[0].i, inside[-1].i + 1
    head = next((t for t in inside if not first <= t.head < last or t.head == t.i), inside[-1])
    resolution = _side(resolved, number, span, head.i)
    return Mention(
        i=number,
        first=first,
        last=last,
        head=head.i,
        span=span,
        kind=MentionKind.NAME,
        chain=number,
        resolution=resolution,
    )


def _pronouns(resolved: ResolvedStory, side: Mention, *, beside: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the pronouns that stand for one side: those of its chain, and "they" where it says what they will do."""
    parsed = resolved.parsed
    chain = next((m.chain for m in resolved.mentions if m.head == side.head), None)
    inside = {i for m in beside for i in range(m.first, m.last)}
    for token in parsed.tokens:
        if token.tag != "PRP" or token.i in inside or token.text.lower() not in STANDING_FOR:
            continue
        known = next((m for m in resolved.mentions if m.head == token.i and m.kind is MentionKind.PRONOUN), None)
        own = known is not None and chain is not None and known.chain == chain
        if own or ((known is None or known.resolution is None) and _told_by(resolved, token) == side.head):
            yield replace(
                side,
                i=side.i + 2 + token.i,
                first=token.i,
                last=token.i + 1,
                head=token.i,
                span=Span(token.start, token.end),
                kind=MentionKind.PRONOUN,
            )


def _told_by(resolved: ResolvedStory, pronoun: Token) -> int | None:
    """Return who tells the clause that a pronoun is the subject of: the workers of "workers said they would ..."."""
    parsed = resolved.parsed
    verb = parsed.first_joined(parsed.head(pronoun))
    if pronoun.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp":
        return None
    return next((c.i for c in parsed.children(parsed.head(verb), "nsubj")), None)


def _side(resolved: ResolvedStory, number: int, span: Span, head: int) -> Resolution:
    """Return what stands for one side of a pair: a country of its own, and what the report says the party is."""
    known = next((m.resolution for m in resolved.mentions if m.head == head and m.resolution), None)
    name, country = span.of(resolved.parsed.story.text), ("AAA", "BBB")[number]
    if known is None or not (known.sectors or known.entity):
        return Resolution(name=name, country=country, sectors=("GOV",), score=1.0)
    return replace(known, name=name, country=country, countries=(), score=1.0)


def _score(draft: Draft, known: tuple[Mention, ...], reading: StoryReading) -> float:
    sides = {m.chain for m in known}
    actors, recipients = {m.chain for m in draft.actors}, {m.chain for m in draft.recipients}
    score = draft.opinions[0].confidence
    if SOURCE in sides:
        score += 2.0 if SOURCE in actors else (-0.5 if SOURCE in recipients else 0.0)
        score += 1.5 if not actors and draft.type in DECLARED and _is_told_by_source(draft, known, reading) else 0.0
    if TARGET in sides:
        score += 1.5 if TARGET in recipients else 0.0
        score += 0.5 if TARGET in actors and SOURCE in actors else 0.0
    if draft.asserted is Status.HYPOTHETICAL:
        score -= 1.5
    span = [m.head for m in known]
    near = min((abs(draft.token - h) for h in span), default=0)
    return score - 0.03 * near - 0.05 * depth_of(reading.graph, draft.token)


def _is_told_by_source(draft: Draft, known: tuple[Mention, ...], reading: StoryReading) -> bool:
    """Say whether the source tells the clause of a draft: "The minister said the state would not lift it"."""
    token = reading.parsed.tokens[draft.token]
    while token.head != token.i:
        above = reading.parsed.head(token)
        if token.dep == "ccomp" and above.pos == "VERB":
            telling = reading.graph.slots(above.i).get("subj", ())
            return any(m.head in telling for m in known if m.chain == SOURCE)
        token = above
    return False
