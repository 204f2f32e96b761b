"""Standing relations that a report states: accreditation, deployment, membership, regular consultation, treaties."""

from __future__ import annotations

import hashlib
from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.attribution import said_by
from dateline.coding.cast import Cast
from dateline.coding.lasting import COPULAS, Lasting, lexicon
from dateline.coding.matching import Matcher
from dateline.coding.tie_dates import Bounds
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.ties import TiePattern
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


@cache
def _no_frames() -> FrameLexicon:
    return FrameLexicon((), (), lexicon().sets, "")


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


def _is_assumed(participant: Participant) -> bool:
    return participant.resolution.rule.startswith(ASSUMED)


# Where forces are kept.
SITES = frozenset(
    {"base", "airbase", "camp", "port", "airport", "airfield", "barracks", "garrison", "harbour", "harbor"}
)


class _Finder:
    def __init__(self, resolved: ResolvedStory, statements: tuple[Statement, ...]) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._statements = statements
        self._graph = Graph(self._parsed)
        self._cast = Cast(resolved, self._graph)
        self._matcher = Matcher(_no_frames(), self._graph, self._cast)
        self._bounds = Bounds(resolved, self._graph, beginnings=lexicon().words.beginnings)
        self._lasting = Lasting(self._graph, self._bounds)

    def at(self, token: Token) -> Tie | None:
        for pattern in lexicon().by_word.get((_kind(token), token.lemma), ()):
            tie = self._tie(pattern, token)
            if tie is not None:
                return tie
        return None

    def _tie(self, pattern: TiePattern, token: Token) -> Tie | None:
        if not self._lasting.lasts(pattern, token) or not self._fits(pattern, token):
            return None
        if not pattern.holder:
            parties = self._fill(token, pattern.parties)
            codes = {c for p in parties for c in _codes(p)}
            sides = len(codes) > 1 or (pattern.force and bool(codes) and len(parties) > 1)
            return self._record(pattern, token, parties, (), ()) if sides else None
        holder = self._fill(token, pattern.holder)
        own = {c for p in holder for c in _codes(p)}
        host = self._hosts(pattern, token, own)
        if not own or not (host or (pattern.abroad and self._abroad(pattern, token))):
            return None
        return self._record(pattern, token, (*holder, *host), holder, host)

    def _hosts(self, pattern: TiePattern, token: Token, own: set[str]) -> tuple[Participant, ...]:
        """Return with whom something is kept, other than its holder: named as a party, or by the place where it is."""
        heads = self._host_heads(pattern, token)
        for union in (*pattern.host, ()):
            inside = [h for slot in union for h in self._heads(token, slot)] if union else heads
            found = tuple(p for p in self._participants(inside) if not own & set(_codes(p)))
            if found and not _is_assumed(found[0]):
                return found
        found = self._by_place(heads) or (self._here(heads) if pattern.abroad else ())
        found = found or (self._at_home(heads, own) if pattern.abroad else ())
        return tuple(p for p in found if not own & set(_codes(p)))

    def _host_heads(self, pattern: TiePattern, token: Token) -> list[int]:
        """Return the words for where something is: those of the slots, "Chad, where ...", "the centre of Chad"."""
        heads = [h for union in pattern.host for slot in union for h in self._heads(token, slot)]
        verb = self._lasting.verb(token)
        if verb.dep == "relcl" and any(c.text.lower() == "where" for c in self._parsed.children(verb, "advmod")):
            heads.append(verb.head)
        if any(c.text.lower() == "there" for c in self._parsed.children(verb, "advmod")):
            heads += self._before(verb)
        return [*heads, *(i for h in heads for i in self._graph.slots(h).get("of", ()))]

    def _before(self, verb: Token) -> list[int]:
        """Return the last place that a sentence names before "there"."""
        named = [t.head for t in self._resolved.toponyms if t.head < verb.i and t.place is not None]
        return [h for h in named if self._parsed.tokens[h].sent == verb.sent][-1:]

    def _abroad(self, pattern: TiePattern, token: Token) -> bool:
        """Say whether something is kept in a region that is no single country's: "stationed in the Sahel"."""
        heads = set(self._host_heads(pattern, token))
        return any(t.head in heads and t.place is not None and not t.place.country for t in self._resolved.toponyms)

    def _here(self, heads: list[int]) -> tuple[Participant, ...]:
        """Read "on the island", "in the north": a part of the land that the report comes from."""
        home = self._resolved.home
        for head in heads:
            token = self._parsed.tokens[head]
            plain = {c.dep for c in self._parsed.children(token)} <= {"det", "amod", "relcl"}
            if home is not None and home.country and plain and token.lemma in lexicon().words.here:
                resolution = Resolution(name=home.name, country=home.country, score=0.6, rule="the report's own land")
                return (Participant(span=Span(token.start, token.end), text=token.text, resolution=resolution),)
        return ()

    def _at_home(self, heads: list[int], own: set[str]) -> tuple[Participant, ...]:
        """Read a camp or port that no gazetteer holds: of another state's forces it is in the report's own land."""
        home = self._resolved.home
        if home is None or not home.country or home.country in own or not own:
            return ()
        known = {t.head for t in self._resolved.toponyms if t.place is not None}
        for head in heads:
            token = self._parsed.tokens[head]
            if head not in known and (token.pos == "PROPN" or token.lemma in SITES):
                resolution = Resolution(name=home.name, country=home.country, score=0.4, rule="the report's own land")
                return (Participant(span=Span(token.start, token.end), text=token.text, resolution=resolution),)
        return ()

    def _fits(self, pattern: TiePattern, token: Token) -> bool:
        for union, items in pattern.where:
            heads = [h for slot in union.split("+") for h in self._matcher.heads(token.i, slot)]
            if not any(self._matcher.item_fits(item, heads) for item in items):
                return False
        words = " ".join(t.text.lower() for t in self._graph.clause(self._lasting.verb(token).i))
        return not pattern.phrases or any(phrase in words for phrase in pattern.phrases)

    def _fill(self, token: Token, slots: tuple[tuple[str, ...], ...]) -> tuple[Participant, ...]:
        """Return who fills the first of some slots; whose country is only assumed gives way to those named.

        "Turkey has stationed troops": whose they are is said, not assumed.
        """
        found: tuple[Participant, ...] = ()
        for union in slots:
            found = self._participants([h for slot in union for h in self._heads(token, slot)]) or found
            if found and not _is_assumed(found[0]):
                return found
        return found

    def _participants(self, heads: list[int]) -> tuple[Participant, ...]:
        found = tuple(self._cast.participant(m) for m in self._cast.actors(heads))
        return tuple(p for p in found if not _is_assumed(p)) or found

    def _heads(self, token: Token, slot: str) -> list[int]:
        if slot == "self":
            return [token.i]
        if slot == "head":
            above = self._parsed.head(token)
            return [above.i, *(c.i for c in self._parsed.children(token, "appos"))]
        found = self._matcher.heads(token.i, slot)
        above = self._parsed.head(token)
        if above.text.lower() == "under" and above.dep == "prep":  # "under a pact Danish trawlers fish in its waters"
            found = [*found, *(h for h in self._matcher.heads(above.head, slot) if h not in found)]
        verb = self._lasting.verb(token)
        if verb.i != token.i and verb.lemma in COPULAS and "." not in slot:
            # "the union, of which Chad has been a member", "is one of its allies": the verb has what the noun lacks
            found = [*found, *(h for h in self._graph.slots(verb.i).get(slot, ()) if h not in found)]
        return found

    def _by_place(self, heads: list[int]) -> tuple[Participant, ...]:
        """Read "accredited in Moscow": the country that the place lies in is the host."""
        for toponym in self._resolved.toponyms:
            if toponym.head in heads and toponym.place is not None and toponym.place.country:
                resolution = Resolution(
                    name=toponym.place.name, country=toponym.place.country, score=toponym.score, rule="place"
                )
                text = toponym.span.of(self._parsed.story.text)
                return (Participant(span=toponym.span, text=text, resolution=resolution),)
        return ()

    def _record(
        self,
        pattern: TiePattern,
        token: Token,
        parties: tuple[Participant, ...],
        holder: tuple[Participant, ...],
        host: tuple[Participant, ...],
    ) -> Tie:
        verb = self._lasting.verb(token)
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
            since=self._since(pattern, token, inside),
            until=self._until(pattern, verb, inside),
            as_of=story.day.isoformat() if story.day else None,
            said_by=said_by(Span(token.start, token.end), self._statements),
            evidence=(
                Evidence(kind=EvidenceKind.CLAUSE, span=span, text=span.of(story.text), rule=f"tie {pattern.kind}"),
            ),
            rule=f"tie {pattern.kind}",
        )

    def _since(self, pattern: TiePattern, token: Token, inside: list[int]) -> str | None:
        verb = self._lasting.verb(token)
        starts = pattern.force and verb.tag == "VBD" and verb.lemma in {"enter", "come", "go", "take"}
        if pattern.begins or starts:
            return self._bounds.dated(verb)
        return self._bounds.since(inside, token, perfect=self._lasting.perfect(verb))

    def _until(self, pattern: TiePattern, verb: Token, inside: list[int]) -> str | None:
        return self._bounds.dated(verb) if pattern.ends else self._bounds.until(inside)

    def _place(self, host: tuple[Participant, ...]) -> EventPlace | None:
        for toponym in self._resolved.toponyms:
            if toponym.place is not None and any(p.span.overlaps(toponym.span) for p in host):
                return EventPlace(
                    text=toponym.span.of(self._parsed.story.text), place=toponym.place, reason="where it is kept"
                )
        return None


def _kind(token: Token) -> str:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun"}.get(token.pos, "")
