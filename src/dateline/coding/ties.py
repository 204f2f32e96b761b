"""Standing relations that a report states: accreditation, deployment, membership, regular consultation, treaties."""

from __future__ import annotations

import hashlib
from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.attribution import said_by
from dateline.coding.cast import Cast
from dateline.coding.matching import Matcher
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.ties import TieLexicon, TiePattern
from dateline.model import (
    EventPlace,
    Evidence,
    EvidenceKind,
    Participant,
    Resolution,
    ResolvedStory,
    Span,
    Statement,
    Tie,
    Token,
)

HABITS = frozenset(
    {
        "regularly",
        "annually",
        "monthly",
        "weekly",
        "daily",
        "yearly",
        "routinely",
        "periodically",
        "frequently",
        "often",
        "always",
    }
)
FORCE = frozenset({"remain", "be", "stay", "enter", "come", "continue"})


@cache
def _lexicon() -> TieLexicon:
    return TieLexicon.load()


@cache
def _no_frames() -> FrameLexicon:
    return FrameLexicon((), (), _lexicon().sets, "")


def find_ties(resolved: ResolvedStory, statements: tuple[Statement, ...]) -> tuple[Tie, ...]:
    """Return the standing relations of a story, in text order, each kind and pair of parties once.

    Args:
        resolved: The story, with first and second persons resolved.
        statements: Its statements, for who says so.
    """
    finder = _Finder(resolved, statements)
    found: dict[tuple[str, frozenset[str]], Tie] = {}
    for token in resolved.parsed.tokens:
        tie = finder.at(token)
        if tie is not None:
            key = (tie.kind, frozenset(c for p in tie.parties for c in _codes(p)))
            found.setdefault(key, tie)
    return tuple(found.values())


def _codes(participant: Participant) -> tuple[str, ...]:
    r = participant.resolution
    return r.countries or ((r.country,) if r.country else ())


# Rule of a country that no words give.
ASSUMED = "office of the story's country"


class _Finder:
    def __init__(self, resolved: ResolvedStory, statements: tuple[Statement, ...]) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._statements = statements
        self._graph = Graph(self._parsed)
        self._cast = Cast(resolved, self._graph)
        self._matcher = Matcher(_no_frames(), self._graph, self._cast)

    def at(self, token: Token) -> Tie | None:
        for pattern in _lexicon().by_word.get((_kind(token), token.lemma), ()):
            tie = self._tie(pattern, token)
            if tie is not None:
                return tie
        return None

    def _tie(self, pattern: TiePattern, token: Token) -> Tie | None:
        if not self._lasting(pattern, token):
            return None
        fits = all(
            any(self._matcher.item_fits(item, self._matcher.heads(token.i, slot)) for item in items)
            for slot, items in pattern.where
        )
        if not fits:
            return None
        holder = self._fill(token, pattern.holder)
        host = self._fill(token, pattern.host) or self._host_by_place(token, pattern)
        parties = (*holder, *host) if pattern.holder else self._fill(token, pattern.parties)
        codes = {c for p in parties for c in _codes(p)}
        if not codes or (pattern.holder and not (holder and host)) or (not pattern.holder and len(codes) < 2):
            return None
        return self._record(pattern, token, parties, holder, host)

    def _fill(self, token: Token, slots: tuple[tuple[str, ...], ...]) -> tuple[Participant, ...]:
        found: tuple[Participant, ...] = ()
        for slot in slots:
            found = tuple(self._cast.participant(m) for m in self._matcher.fill(token.i, (slot,)))
            if any(not p.resolution.rule.startswith(ASSUMED) for p in found):
                return found  # "Turkey has stationed troops": whose they are is said, not assumed
        return found

    def _host_by_place(self, token: Token, pattern: TiePattern) -> tuple[Participant, ...]:
        """Read "accredited in Moscow": the country that the place lies in is the host."""
        heads = {h for union in pattern.host for slot in union for h in self._matcher.heads(token.i, slot)}
        for toponym in self._resolved.toponyms:
            if toponym.head in heads and toponym.place is not None:
                resolution = Resolution(
                    name=toponym.place.name, country=toponym.place.country, score=toponym.score, rule="place"
                )
                text = toponym.span.of(self._parsed.story.text)
                return (Participant(span=toponym.span, text=text, resolution=resolution),)
        return ()

    def _lasting(self, pattern: TiePattern, token: Token) -> bool:
        verb = token if token.pos in {"VERB", "AUX"} else self._parsed.head(token)
        if pattern.copula:
            return token.dep == "attr" and verb.lemma in {"be", "remain"} and not self._past_only(verb)
        if pattern.force:
            return (
                token.dep in {"nsubj", "nsubjpass"}
                and verb.lemma in FORCE
                and "force" in {t.lemma for t in self._parsed.subtree(verb)}
            )
        words = {t.text.lower() for t in self._graph.clause(verb.i)}
        if pattern.habitual:
            since = "since" in words and self._perfect(verb)
            return bool(words & HABITS) or since or {"every", "year"} <= words
        return not pattern.stative or not self._past_only(verb)

    def _perfect(self, verb: Token) -> bool:
        return any(c.lemma == "have" for c in self._parsed.children(verb, "aux"))

    def _past_only(self, verb: Token) -> bool:
        if verb.tag == "VBD":
            return True
        auxiliaries = list(self._parsed.children(verb, "aux", "auxpass"))
        return any(a.text.lower() in {"was", "were", "had", "will", "would"} for a in auxiliaries)

    def _record(
        self,
        pattern: TiePattern,
        token: Token,
        parties: tuple[Participant, ...],
        holder: tuple[Participant, ...],
        host: tuple[Participant, ...],
    ) -> Tie:
        verb = token if token.pos in {"VERB", "AUX"} else self._parsed.head(token)
        inside = sorted(t.i for t in self._graph.clause(verb.i) if t.sent == token.sent)
        span = self._parsed.span(inside[0], inside[-1] + 1)
        story = self._parsed.story
        key = f"{story.id}|tie|{pattern.kind}|{span.start}".encode()
        return Tie(
            id=hashlib.sha256(key).hexdigest()[:16],
            story_id=story.id,
            kind=pattern.kind,
            parties=parties,
            holder=next((c for p in holder for c in _codes(p)), None),
            host=next((c for p in host for c in _codes(p)), None),
            office=holder[0].text if pattern.kind == "accreditation" and holder else None,
            place=self._place(host),
            since=self._since(inside),
            as_of=story.day.isoformat() if story.day else None,
            said_by=said_by(Span(token.start, token.end), self._statements),
            evidence=(
                Evidence(kind=EvidenceKind.CLAUSE, span=span, text=span.of(story.text), rule=f"tie {pattern.kind}"),
            ),
            rule=f"tie {pattern.kind}",
        )

    def _place(self, host: tuple[Participant, ...]) -> EventPlace | None:
        for toponym in self._resolved.toponyms:
            if toponym.place is not None and any(p.span.overlaps(toponym.span) for p in host):
                return EventPlace(
                    text=toponym.span.of(self._parsed.story.text), place=toponym.place, reason="where it is kept"
                )
        return None

    def _since(self, inside: list[int]) -> str | None:
        tokens = set(inside)
        for timex in self._resolved.timexes:
            before = self._parsed.tokens[timex.first - 1].lemma if timex.first else ""
            first = self._parsed.tokens[timex.first].lemma
            if timex.first in tokens and "since" in (before, first) and timex.begin is not None:
                return timex.value
        return None


def _kind(token: Token) -> str:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}.get(token.pos, "")
