"""What a draft comes to once its clause and its story are read: its parties, its status, and whether it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft, trigger_span
from dateline.coding.parties.parties import Parties
from dateline.coding.settling import Settling
from dateline.coding.standing import Case, Standing, Stands
from dateline.coding.status.statuses import Statuses
from dateline.knowledge.frames import FrameLexicon
from dateline.model import Event, EventType, ParsedStory, SpeechAct, Statement, Status

# Statuses in which an event is no news: it is what somebody imagines, wants or fears.
UNTOLD = frozenset({Status.HYPOTHETICAL})


class Cases:
    """Makes the cases of one story; `told`, wherever it is asked for, are the events before, with their sentences."""

    def __init__(
        self,
        parsed: ParsedStory,
        statements: Sequence[Statement],
        *,
        settling: Settling,
        statuses: Statuses,
        parties: Parties,
        standing: Standing,
        lexicon: FrameLexicon,
    ) -> None:
        self._parsed = parsed
        self._denials = [s for s in statements if s.act is SpeechAct.DENIES and not s.negated]
        self._settling = settling
        self._statuses = statuses
        self._parties = parties
        self._standing = standing
        self._lexicon = lexicon

    def of(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Case:
        """Return a draft of the frames as its clause settles it, with its parties and its standing."""
        return self.judged(self.settled(draft, told), told)

    def settled(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Draft:
        """Return a draft as its clause and its parties settle it."""
        return self._unaimed(self._settling.of(draft), told)

    def judged(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Case:
        """Return a settled draft with its parties and its standing."""
        status = self._statuses.of_event(draft)
        actors, recipients = self._parties.of(draft, told)
        never = status in UNTOLD or (draft.of_classifier and self._is_denied(draft))
        stands = Stands.NEVER if never else self._standing.of(draft, actors, recipients, status)
        return Case(draft, actors, recipients, self._statuses.of(draft), status, stands)

    def _unaimed(self, draft: Draft, told: Sequence[tuple[int, Event]]) -> Draft:
        """Read leaving a pact whose other side nobody names as a refusal: "Manila walked away from a deal on land"."""
        if not self._lexicon.marked(draft.rule, "leaving") or self._parties.of(draft, told)[1]:
            return draft
        return replace(draft, type=EventType.REJECT, mode="", cameo="120")

    def _is_denied(self, draft: Draft) -> bool:
        """Say whether a draft stands in what somebody denies: the denial tells it."""
        span = trigger_span(self._parsed, draft)
        return any(content.contains(span) for s in self._denials for content in s.content)
