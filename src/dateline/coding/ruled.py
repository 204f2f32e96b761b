"""Drafts that a ruling reads off words for which there is no frame."""

from __future__ import annotations

from dateline.coding.drafts import Draft
from dateline.model import EventType, Mention, Opinion, Status


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
