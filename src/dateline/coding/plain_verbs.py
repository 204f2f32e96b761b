"""Drafts that a ruling reads off a verb without its doer: what must be done, is announced, or will not be done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.model import EventType, Mention, Opinion, Participant, Status

# Whoever announces what he will have done.
ANNOUNCING = frozenset({"GOV", "MIL", "COP", "SPY", "REB", "UAF", "PRM", "PRE"})


def announced(draft: Draft, speakers: Sequence[Participant]) -> Draft:
    """Give harm that is announced in the passive to the ruler who announces it: "will be expelled, Peru said".

    Args:
        draft: What is to be, and to whom.
        speakers: Who says so.
    """
    foretold = draft.type is EventType.THREATEN and draft.rule.startswith("ruling future")
    if not foretold or draft.actors or draft.needs_speaker or not draft.recipients:
        return draft
    ruling = any(p.resolution.country and not set(p.resolution.sectors) - ANNOUNCING for p in speakers)
    return replace(draft, needs_speaker=True) if ruling else draft


def obligation(token: int, asked: tuple[Mention, ...], saying: tuple[Mention, ...] = ()) -> Draft:
    """Return the demand that a speaker makes by saying that somebody must or should do something.

    Args:
        token: The verb under "must".
        asked: Who must.
        saying: Who says so, where the grammar tells it; none: whoever makes the statement.
    """
    return _ruled(
        "ruling obligation",
        "REQUEST/change: the speaker says what others must do",
        (EventType.REQUEST, "change", "102"),
        token=token,
        actors=saying,
        recipients=asked,
        needs_speaker=not saying,
    )


def refusal(token: int, refusing: tuple[Mention, ...], others: tuple[Mention, ...]) -> Draft:
    """Return the refusal of whoever says that he will not do what is asked.

    Args:
        token: The verb under "will not".
        refusing: Who will not.
        others: Whom the verb names beside him.
    """
    return _ruled(
        "ruling refusal",
        "REJECT: the party will not do it",
        (EventType.REJECT, "", "120"),
        token=token,
        actors=refusing,
        recipients=tuple(m for m in others if m.chain not in {r.chain for r in refusing}),
    )


def _ruled(
    rule: str,
    says: str,
    code: tuple[EventType, str, str],
    *,
    token: int,
    actors: tuple[Mention, ...],
    recipients: tuple[Mention, ...],
    needs_speaker: bool = False,
) -> Draft:
    """Return what a ruling reads off a single verb without a frame; `code` is type, mode and CAMEO code."""
    event_type, mode, cameo = code
    return Draft(
        type=event_type,
        mode=mode,
        cameo=cameo,
        contexts=(),
        actors=actors,
        recipients=recipients,
        token=token,
        trigger=(token,),
        rule=rule,
        opinions=(Opinion(decider=rule, says=says, confidence=0.6),),
        needs_speaker=needs_speaker,
        asserted=Status.HAPPENED,
    )
