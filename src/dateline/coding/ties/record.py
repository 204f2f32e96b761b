"""The record of a standing relation: its parties, since when and until when it stands, and the words that tell it."""

from __future__ import annotations

import hashlib

from dateline.coding.speech.attribution import said_by
from dateline.coding.structure.arguments import Graph
from dateline.coding.ties.dates import Bounds
from dateline.coding.ties.force import ENTERING
from dateline.coding.ties.lasting import Lasting
from dateline.knowledge.ties import TiePattern
from dateline.model import EventPlace, Evidence, EvidenceKind, Participant, ResolvedStory, Span, Statement, Tie, Token


class TieRecords:
    """Makes the records of one story's relations."""

    def __init__(
        self, resolved: ResolvedStory, statements: tuple[Statement, ...], graph: Graph, bounds: Bounds, lasting: Lasting
    ) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._statements = statements
        self._graph = graph
        self._bounds = bounds
        self._lasting = lasting

    def of(
        self,
        pattern: TiePattern,
        token: Token,
        parties: tuple[Participant, ...],
        holder: tuple[Participant, ...],
        host: tuple[Participant, ...],
        *,
        beside: Token | None = None,
    ) -> Tie:
        """Return the record of a relation that a word tells.

        Args:
            pattern: How it tells it.
            token: The word.
            parties: All parties, the holder first.
            holder: Who keeps something; nobody in a relation of equals.
            host: With whom.
            beside: The word whose date counts, of a member of two bodies.
        """
        verb = self._lasting.verb(token)
        inside = self._inside(pattern, verb, token)
        span = self._parsed.span(inside[0], inside[-1] + 1)
        story = self._parsed.story
        names = "|".join(sorted(c for p in parties for c in p.resolution.codes))
        key = f"{story.id}|tie|{pattern.kind}|{span.start}|{names}".encode()
        return Tie(
            id=hashlib.sha256(key).hexdigest()[:16],
            story_id=story.id,
            kind=pattern.kind,
            parties=parties,
            holder=next((c for p in holder for c in p.resolution.codes), None),
            host=next((c for p in host for c in p.resolution.codes), None),
            office=holder[0].text if pattern.kind == "accreditation" and holder else None,
            place=self._place(host),
            since=self._bounds.begun(self._since(pattern, token, inside, beside=beside or token)),
            until=self._until(pattern, verb, inside),
            as_of=story.day.isoformat() if story.day else None,
            said_by=said_by(Span(token.start, token.end), self._statements),
            evidence=(
                Evidence(kind=EvidenceKind.CLAUSE, span=span, text=span.of(story.text), rule=f"tie {pattern.kind}"),
            ),
            rule=f"tie {pattern.kind}",
        )

    def _inside(self, pattern: TiePattern, verb: Token, token: Token) -> list[int]:
        """Return the words that tell a relation: its clause, or its phrase between commas."""
        if pattern.beneath and self._lasting.asides.beside(verb) is not None:
            return [t.i for t in self._lasting.asides.phrase(verb)]
        return sorted(t.i for t in self._graph.clause(verb.i) if t.sent == token.sent)

    def _since(self, pattern: TiePattern, token: Token, inside: list[int], *, beside: Token) -> str | None:
        """Return since when a relation stands; of several dates the one that follows the word beside."""
        verb = self._lasting.verb(token)
        inside = self._own_clause(inside, verb, token)
        starts = pattern.force and verb.tag == "VBD" and verb.lemma in ENTERING
        if pattern.begins or starts:
            return self._bounds.dated(verb)
        stretch = self._bounds.stretch(inside) if not self._lasting.tenses.perfect(verb) else None
        if stretch is not None and stretch[0] is not None:
            return stretch[0]
        own = None if beside.i == token.i else self._bounds.since(inside, beside, perfect=False)
        told = (
            own
            or self._in_force(token)
            or self._bounds.since(inside, token, perfect=pattern.beneath or self._lasting.tenses.perfect(verb))
        )
        if told is None and pattern.apposed:  # "a member of the union for ten years"
            told = self._bounds.counted_back(list(self._parsed.subtree(token)))
        return told or self._bounds.since_then(inside)

    def _in_force(self, token: Token) -> str | None:
        """Return since when a pact holds by words of its own: "under the convention, in force since 1985"."""
        return self._bounds.first_since(token) if self._lasting.asides.is_in_force(token) else None

    def _own_clause(self, inside: list[int], verb: Token, token: Token) -> list[int]:
        """Return a clause without what is told of its subject: "the union, which stands since 1957, steers talks"."""
        aside: set[int] = set()
        own = {t.i for t in self._parsed.subtree(token)}
        for i in inside:
            word = self._parsed.tokens[i]
            if word.dep in {"relcl", "appos"} and i < verb.i and i not in own:
                below = {t.i for t in self._parsed.subtree(word)}
                aside |= below if token.i not in below else set()
        return [i for i in inside if i not in aside]

    def _until(self, pattern: TiePattern, verb: Token, inside: list[int]) -> str | None:
        if pattern.ends:
            return self._bounds.dated(verb)
        stretch = self._bounds.stretch(inside)
        return self._bounds.until(inside) or (stretch[1] if stretch is not None else None)

    def _place(self, host: tuple[Participant, ...]) -> EventPlace | None:
        for toponym in self._resolved.toponyms:
            if toponym.place is not None and any(p.span.overlaps(toponym.span) for p in host):
                return EventPlace(
                    text=toponym.span.of(self._parsed.story.text), place=toponym.place, reason="where it is kept"
                )
        return None
