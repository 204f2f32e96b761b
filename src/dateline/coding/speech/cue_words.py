"""Cues: the words that report speech, thought or attitude, and how far what they report reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.speech import SpeechLexicon
from dateline.model import ContentForm, Participant, Span, SpeechAct

# Acts that a quotation beside them does not complete.
KNOWING = frozenset({SpeechAct.BELIEVES, SpeechAct.LEARNS, SpeechAct.PLANS, SpeechAct.JUDGES, SpeechAct.MENTIONS})


@cache
def lexicon() -> SpeechLexicon:
    """Return the shipped cue words, read once a process."""
    return SpeechLexicon.load()


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with what it reports; `content` is empty for a verb of saying that only a quotation beside it completes."""

    token: int
    span: Span
    act: SpeechAct
    source: Participant | None
    content: tuple[Span, ...]
    addressee: Participant | None
    wide: bool = False
    form: ContentForm = ContentForm.CLAUSE
    negated: bool = False

    @property
    def is_spoken(self) -> bool:
        """Whether a quotation beside the cue may be what it reports: a verb of speech, not of attitude or thought."""
        return not self.wide and (self.act not in KNOWING or not self.content)


@dataclass(frozen=True, slots=True)
class Content:
    """Where a content stands, and the token up to which the cue reaches."""

    spans: tuple[Span, ...]
    last: int
    form: ContentForm = ContentForm.CLAUSE
