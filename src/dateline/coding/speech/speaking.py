"""Who speaks and to whom, for events that a statement performs: praise, promises, readiness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from dateline.coding.parties.cast import Cast
from dateline.coding.speech.attribution import telling
from dateline.model import Mention, Participant, ResolvedStory, Span, SpeechKind, Statement

# The rule of a capital that is only where something takes place.
PLACE = "capital"


class Partners:
    """The speakers of a story's statements and the sides that they speak to."""

    def __init__(self, resolved: ResolvedStory, statements: tuple[Statement, ...]) -> None:
        self._resolved = resolved
        self._statements = telling(statements)
        # Asked of the same words by every stage that a draft goes through.
        self._known: dict[Span, Statement | None] = {}
        self._sides = self._count_sides()

    @property
    def sources(self) -> tuple[Span, ...]:
        """Where those stand who tell the statements of the story."""
        return tuple(s.source.span for s in self._statements if s.source is not None)

    def statement(self, span: Span) -> Statement | None:
        """Return the innermost statement that holds a span."""
        if span not in self._known:
            holding = [s for s in self._statements if any(c.contains(span) for c in s.content)]
            self._known[span] = min(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)
        return self._known[span]

    def speaker(self, span: Span) -> tuple[Participant, ...]:
        """Return who says the words of a span; nobody when the report itself does."""
        statement = self.statement(span)
        return (statement.source,) if statement is not None and statement.source is not None else ()

    def other_side(self, span: Span, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Return the side spoken to in a quotation whose words name nobody: the addressee, else the story's other side.

        Only direct speech about "we" and "our" leaves the other side out; a report that tells a promise in its own
        words names it.
        """
        statement = self.statement(span)
        if statement is None or statement.kind is SpeechKind.INDIRECT:
            return ()
        if statement.addressee is not None:
            return (statement.addressee,)
        own = {a.resolution.country for a in actors}
        return () if None in own else self._side_beside(own)

    def story_other(self, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
        """Return the other side of a story that is about two countries, one of them the actors'."""
        own = {a.resolution.country for a in actors}
        if len(self._sides) < 2 or not own & {country for country, _ in self._sides}:
            return ()
        return self._side_beside(own)

    def _side_beside(self, own: Collection[str | None]) -> tuple[Participant, ...]:
        """Return the first of the story's two sides that is none of some countries."""
        other = next((m for country, m in self._sides if country not in own), None)
        if other is None or other.resolution is None:
            return ()
        text = other.span.of(self._resolved.parsed.story.text)
        return (Participant(span=other.span, text=text, resolution=other.resolution),)

    def _count_sides(self) -> list[tuple[str, Mention]]:
        counts: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for mention in self._resolved.mentions:
            country = mention.resolution.country if mention.resolution else None
            if mention.resolution and mention.resolution.rule == PLACE:
                continue
            if country is None or len(country) != 3 or country in {"IMG", "NGO", "ISM", "MNC"}:
                continue
            counts[country] += 1
            first.setdefault(country, mention)
        top = counts.most_common(2)
        # Two sides only: a report with three or more has no "other side".
        third = counts.most_common(3)[2:]
        if len(top) < 2 or (third and third[0][1] * 2 > top[1][1]):
            return []
        return [(country, first[country]) for country, _ in top]


def speaker_of(cast: Cast, speakers: Sequence[Participant]) -> tuple[Mention, ...]:
    """Return the mention of whoever speaks, so that his words may be aimed at rivals of his own country.

    Args:
        cast: The story's mentions.
        speakers: The sources of a statement.
    """
    return tuple(m for p in speakers[:1] for m in mention_of(cast, p))


def mention_of(cast: Cast, participant: Participant) -> tuple[Mention, ...]:
    """Return the mention that a participant was made of, else the widest one that ends where he does.

    Args:
        cast: The story's mentions.
        participant: A party of a statement.
    """
    known = [m for m in cast.resolved.mentions if m.resolution is not None]
    same = [m for m in known if m.resolution == participant.resolution and m.span.overlaps(participant.span)]
    found = same or [m for m in known if m.span.end == participant.span.end]
    return tuple(sorted(found, key=lambda m: m.span.start)[:1])
