"""What the classifier is shown of a sentence, and the codes and drafts that its answer stands for."""

from __future__ import annotations

from dateline.coding.drafts import Draft
from dateline.coding.models.classifier import Judgement, Pair
from dateline.knowledge.codebook import Codebook
from dateline.model import EventType, Mention, Opinion, ParsedStory, Span, Token

# Kinds that only CAMEO tells apart, with their codes.
KIND_CODES = {"yield": "035", "promise": "035", "apologise": "055", "blockade": "191"}


def shown_pair(parsed: ParsedStory, actor: Mention | None, recipient: Mention | None, *, sentence: int) -> Pair:
    """Return a sentence with its parties marked, as the classifier reads it.

    Args:
        parsed: The story.
        actor: Who is marked as acting; None leaves the side unmarked.
        recipient: Who is marked as acted upon, likewise.
        sentence: Index in `parsed.sentences`.
    """
    span = parsed.sentences[sentence].span

    def inside(mention: Mention | None) -> Span | None:
        if mention is None:
            return None
        return Span(max(0, mention.span.start - span.start), max(0, mention.span.end - span.start))

    return Pair(span.of(parsed.story.text), inside(actor), inside(recipient))


def opinion_of(judged: Judgement) -> Opinion:
    """Return the classifier's opinion in words."""
    best = judged.best
    if judged.none > judged.types[best]:
        return Opinion(decider="classifier", says="no event", confidence=round(judged.none, 3))
    return Opinion(decider="classifier", says=str(best), confidence=round(judged.types[best], 3))


def mode_and_code(judged: Judgement, codebook: Codebook, event_type: EventType | None = None) -> tuple[str, str]:
    """Return the likeliest mode of a type (None: of the likeliest), if it is PLOVER's, and the CAMEO code of both.

    The code is the shortest one that the codebook turns into that type and mode.
    """
    shown = event_type or judged.best
    root, mode = codebook.types[shown].cameo, judged.mode(shown)
    plover = mode if (shown, mode) in codebook.modes else ""
    if not mode:
        return plover, root
    if mode in KIND_CODES:
        return plover, KIND_CODES[mode]
    codes = [e.code for e in codebook.cameo.values() if e.type is shown and e.mode == mode]
    return plover, min(codes, key=lambda code: (len(code), code), default=root)


def found(
    judged: Judgement, codebook: Codebook, *, actor: Mention | None, recipient: Mention | None, token: Token, rule: str
) -> Draft:
    """Return the draft of an event that no frame stands behind.

    Args:
        judged: What the classifier thinks of the marked sentence.
        codebook: Gives the codes of the likeliest type.
        actor: Who was marked as acting.
        recipient: Who was marked as acted upon.
        token: The word that the sentence hangs it on.
        rule: `CLASSIFIER`, or what else says that it is one.
    """
    mode, cameo = mode_and_code(judged, codebook)
    return Draft(
        type=judged.best, mode=mode, cameo=cameo, contexts=(), actors=(actor,) if actor else (),
        recipients=(recipient,) if recipient else (), token=token.i, trigger=(token.i,), rule=rule,
        opinions=(opinion_of(judged),),
    )  # fmt: skip
