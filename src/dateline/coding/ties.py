"""Standing relations that a report states: accreditation, deployment, membership, regular consultation, treaties."""

from __future__ import annotations

import hashlib
import re
from datetime import date
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

# What a date must stand behind to end a relation, or to begin one.
UNTIL = frozenset({"until", "till", "through", "expire", "end", "run"})
COPULAS = frozenset({"be", "remain", "become", "stay"})


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
        if not self._lasting(pattern, token) or not self._fits(pattern, token):
            return None
        holder = self._fill(token, pattern.holder)
        host = self._fill(token, pattern.host) or self._host_by_place(token, pattern)
        own = {c for p in holder for c in _codes(p)}
        host = tuple(p for p in host if not own & set(_codes(p)))
        parties = (*holder, *host) if pattern.holder else self._fill(token, pattern.parties)
        codes = {c for p in parties for c in _codes(p)}
        if not codes or (pattern.holder and not (holder and host)) or (not pattern.holder and len(codes) < 2):
            return None
        return self._record(pattern, token, parties, holder, host)

    def _fits(self, pattern: TiePattern, token: Token) -> bool:
        for union, items in pattern.where:
            heads = [h for slot in union.split("+") for h in self._matcher.heads(token.i, slot)]
            if not any(self._matcher.item_fits(item, heads) for item in items):
                return False
        words = " ".join(t.text.lower() for t in self._graph.clause(self._verb(token).i))
        return not pattern.phrases or any(phrase in words for phrase in pattern.phrases)

    def _fill(self, token: Token, slots: tuple[tuple[str, ...], ...]) -> tuple[Participant, ...]:
        found: tuple[Participant, ...] = ()
        for union in slots:
            heads = [h for slot in union for h in self._heads(token, slot)]
            found = tuple(self._cast.participant(m) for m in self._cast.actors(heads))
            if any(not p.resolution.rule.startswith(ASSUMED) for p in found):
                return found  # "Turkey has stationed troops": whose they are is said, not assumed
        return found

    def _heads(self, token: Token, slot: str) -> list[int]:
        if slot == "self":
            return [token.i]
        if slot == "head":
            above = self._parsed.head(token)
            return [above.i, *(c.i for c in self._parsed.children(token, "appos"))]
        return self._matcher.heads(token.i, slot)

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

    # -- does the clause tell a lasting state? --------------------------------------------------------------------

    def _verb(self, token: Token) -> Token:
        return token if token.pos in {"VERB", "AUX"} else self._parsed.head(token)

    def _lasting(self, pattern: TiePattern, token: Token) -> bool:
        verb = self._verb(token)
        if pattern.apposed:
            return self._names_one(token)
        if not self._asserted(verb, token):
            return False
        if pattern.begins or pattern.ends:
            return self._dated(verb) is not None and verb.tag in {"VBD", "VBN"}
        if pattern.copula:
            return token.dep in {"attr", "conj"} and verb.lemma in COPULAS and self._goes_on(verb)
        if pattern.force:
            return self._in_force(token, verb)
        if pattern.habitual:
            return self._habitual(token, verb)
        if pattern.present:
            there = any(True for _ in self._parsed.children(verb, "expl"))
            return verb.lemma == "be" and (there or token.dep == "nsubj") and self._goes_on(verb)
        return not pattern.stative or self._goes_on(verb)

    def _names_one(self, token: Token) -> bool:
        """Say whether a noun describes the name beside it: "Kenya's ally Uganda"."""
        above = self._parsed.head(token)
        before = token.dep in {"compound", "nmod"} and above.pos == "PROPN" and above.i > token.i
        return before or any(c.pos == "PROPN" for c in self._parsed.children(token, "appos"))

    def _asserted(self, verb: Token, token: Token) -> bool:
        """Say whether a clause is told as a fact: not denied, imagined, wished or asked."""
        for place in {verb.i: verb, token.i: token}.values():
            children = list(self._parsed.children(place))
            if any(c.dep == "neg" or (c.dep == "det" and c.lemma == "no") for c in children):
                return False
        words = _lexicon().words
        auxiliaries = list(self._parsed.children(verb, "aux"))
        if any(a.text.lower() in words.imagined or a.lemma == "to" for a in auxiliaries):
            return False
        things = list(self._parsed.children(verb, "dobj", "attr"))
        if any(c.lemma == "no" for thing in things for c in self._parsed.children(thing, "det")):
            return False
        ending = "longer" in {c.text.lower() for c in self._parsed.children(verb, "advmod")}
        return not ending and not any(c.text.lower() in {"if", "unless"} for c in self._parsed.children(verb, "mark"))

    def _in_force(self, token: Token, verb: Token) -> bool:
        words = _lexicon().words
        below = {t.lemma for t in self._parsed.subtree(verb)}
        subject = token.dep in {"nsubj", "nsubjpass"}
        begins = verb.lemma in {"enter", "come", "go", "take"}
        held = verb.lemma in words.holding | {"take"} and (bool(below & words.in_force) or verb.lemma == "hold")
        return subject and held and (begins or self._goes_on(verb))

    def _habitual(self, token: Token, verb: Token) -> bool:
        words = _lexicon().words
        if token.i != verb.i and verb.lemma not in words.meeting_verbs:
            return False
        clause = list(self._graph.clause(verb.i))
        said = {t.text.lower() for t in clause}
        objects = [c for o in (token, *self._parsed.children(verb, "dobj")) for c in self._parsed.children(o, "amod")]
        regular = bool(said & words.habits) or any(c.lemma in words.habitual_adjectives for c in objects)
        every = any(t.text.lower() in {"every", "each"} and self._parsed.head(t).lemma in words.units for t in clause)
        perfect = self._perfect(verb)
        since = perfect and ("since" in said or self._counted_back(clause) is not None)
        going = perfect and verb.tag == "VBG" and bool(said & {"years", "decades", "months"})
        return since or going or ((regular or every) and (perfect or self._goes_on(verb)))

    def _perfect(self, verb: Token) -> bool:
        return any(c.lemma == "have" and c.text.lower() != "had" for c in self._parsed.children(verb, "aux"))

    def _goes_on(self, verb: Token) -> bool:
        """Say whether a verb stands in the present or the perfect."""
        auxiliaries = list(self._parsed.children(verb, "aux", "auxpass"))
        if any(a.text.lower() in {"was", "were", "had", "did"} for a in auxiliaries):
            return self._perfect(verb)
        return verb.tag != "VBD"

    def _record(
        self,
        pattern: TiePattern,
        token: Token,
        parties: tuple[Participant, ...],
        holder: tuple[Participant, ...],
        host: tuple[Participant, ...],
    ) -> Tie:
        verb = self._verb(token)
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
            since=self._dated(verb) if pattern.begins or self._starts(pattern, verb) else self._since(inside, verb),
            until=self._dated(verb) if pattern.ends else self._until(inside),
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

    def _starts(self, pattern: TiePattern, verb: Token) -> bool:
        return pattern.force and verb.tag == "VBD" and verb.lemma in {"enter", "come", "go", "take"}

    def _dated(self, verb: Token) -> str | None:
        """Return the date in a verb's own clause."""
        tokens = {t.i for t in self._graph.core(verb.i)}
        dates = [t for t in self._resolved.timexes if t.first in tokens and t.begin is not None]
        return dates[0].value if dates else None

    def _since(self, inside: list[int], verb: Token) -> str | None:
        tokens = set(inside)
        for timex in self._resolved.timexes:
            before = self._parsed.tokens[timex.first - 1].lemma if timex.first else ""
            first = self._parsed.tokens[timex.first].lemma
            if timex.first in tokens and "since" in (before, first) and timex.begin is not None:
                return timex.value
        return self._counted_back([self._parsed.tokens[i] for i in inside]) if self._perfect(verb) else None

    def _counted_back(self, clause: list[Token]) -> str | None:
        """Return the year or day that "for twenty years" counts back to from the story's day."""
        tokens, day = {t.i for t in clause}, self._parsed.story.day
        for timex in self._resolved.timexes:
            counted = re.fullmatch(r"P(\d+)([YMWD])", timex.value)
            before = self._parsed.tokens[timex.first - 1].lemma if timex.first else ""
            if counted and day is not None and timex.first in tokens and before == "for":
                days = int(counted[1]) * {"Y": 365.25, "M": 30.44, "W": 7, "D": 1}[counted[2]]
                start = date.fromordinal(max(1, int(day.toordinal() - days)))
                return start.isoformat()[: {"Y": 4, "M": 7, "W": 10, "D": 10}[counted[2]]]
        return None

    def _until(self, inside: list[int]) -> str | None:
        tokens = set(inside)
        for timex in self._resolved.timexes:
            if timex.first not in tokens or timex.begin is None:
                continue
            near = {t.lemma for t in self._parsed.tokens[max(0, timex.first - 2) : timex.first + 1]}
            if near & UNTIL:
                return timex.value
        return None


def _kind(token: Token) -> str:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}.get(token.pos, "")
