"""Standing relations that a report states: accreditation, deployment, membership, regular consultation, treaties."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.cast import Cast
from dateline.coding.lasting import Lasting
from dateline.coding.matching import Matcher
from dateline.coding.tie_context import COUNTS, is_assumed
from dateline.coding.tie_dates import Bounds
from dateline.coding.tie_equals import Equals, allied, is_body
from dateline.coding.tie_hosts import Hosts
from dateline.coding.tie_merge import merged
from dateline.coding.tie_parties import TieParties
from dateline.coding.tie_read import ReadTies
from dateline.coding.tie_record import TieRecords
from dateline.coding.tie_words import lexicon
from dateline.coding.triggers import StoryReads
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.ties import TiePattern, read_pattern
from dateline.model import (
    Participant,
    ResolvedStory,
    Sentence,
    Statement,
    Tie,
    Token,
    codes_of,
)

# Patterns for any verb, tried when those of the verb's own do not fit: "have propped up the government with troops".
ANY = "#any"
# Kinds of relations that firms have none of: "a unit of the bank operates there".
OF_STATES = frozenset(
    {"partnership", "treaty", "membership", "programme", "deployment", "alliance", "regular-consultation"}
)
FIRM, GANG = "BUS", "IMG"
# What a pattern asks of a body of states.
BODIES = frozenset({"#igo", "#org"})
# What a pattern asks of those who are kept abroad: missions by name are such.
KEPT = "@kept_abroad"
# What a pattern asks of a state: "the kingdom", "both" are such.
STATES = frozenset({"#country", "#actor"})


@cache
def _no_frames() -> FrameLexicon:
    return FrameLexicon((), (), lexicon().sets, "")


# Kinds of words that patterns hang on.
KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective", "PROPN": "noun", "NUM": "noun"}


def find_ties(
    resolved: ResolvedStory,
    statements: tuple[Statement, ...],
    *,
    graph: Graph | None = None,
    reads: StoryReads | None = None,
) -> tuple[Tie, ...]:
    """Return the standing relations of a story, in text order, each kind and pair of parties once.

    Args:
        resolved: The story, with first and second persons resolved.
        statements: Its statements, for who says so.
        graph: Its arguments, where they are being worked out already.
        reads: What the trigger model reads in a report of politics; nothing in other stories.
    """
    finder = _Finder(resolved, statements, graph or Graph(resolved.parsed), reads)
    return merged(found for sentence in _worth_reading(resolved) for found in finder.of(sentence))


def _worth_reading(resolved: ResolvedStory) -> Iterator[Sentence]:
    """Yield the sentences that name, or mean, a land, a body or a pact: others state no relation."""
    tokens = resolved.parsed.tokens
    heads = [m.head for m in resolved.mentions if m.resolution is not None and m.resolution.codes]
    told = {tokens[head].sent for head in (*heads, *(t.head for t in resolved.toponyms))}
    for sentence in resolved.parsed.sentences:
        inside = resolved.parsed.sentence_tokens(sentence)
        if sentence.i in told or not _meaning().isdisjoint(t.lemma for t in inside):
            yield sentence


@cache
def _meaning() -> frozenset[str]:
    """Return the words that may stand for those told of before: "the two", "the bloc", "the 1931 pact"."""
    words = lexicon().words
    return (
        frozenset(COUNTS)
        | words.sides
        | words.bodies
        | words.plain_bodies
        | words.lands
        | words.wars
        | lexicon().sets["pacts"]
    )


def _is_of_firms(tie: Tie) -> bool:
    """Say whether a relation of states is told of a firm, or of fighters who are no state's."""
    alone = (p.resolution for p in tie.parties if INTERNATIONAL.isdisjoint(p.resolution.codes))
    firms = any(r.sectors[:1] == (FIRM,) for r in alone)
    return tie.kind in OF_STATES and (firms or bool({"MNC", GANG} & codes_of(tie.parties)))


def _is_named(parties: tuple[Participant, ...]) -> bool:
    """Say whether names or words of nations tell whose somebody is: "French sappers", not "Forces"."""
    return any(
        p.resolution.entity is not None
        or any(c.isupper() for c in p.text[1:])
        or " " in p.text
        or p.resolution.rule.startswith(("nationality", "pronoun", "capital"))
        for p in parties
    )


def _are_plain_rebels(party: Participant) -> bool:
    """Say whether a party is rebels of whom nothing tells the land: they hold a part of their own."""
    return is_assumed(party) and party.resolution.sectors[:1] == ("REB",)


def _holds(outer: Participant, inner: Participant) -> bool:
    """Say whether a party's words hold another's: "a NATO member" and "NATO"."""
    same = set(outer.resolution.codes) == set(inner.resolution.codes) or is_body(outer)
    wider = outer.span.end - outer.span.start > inner.span.end - inner.span.start
    return same and wider and outer.span.overlaps(inner.span)


class _Finder:
    def __init__(
        self, resolved: ResolvedStory, statements: tuple[Statement, ...], graph: Graph, reads: StoryReads | None
    ) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._graph = graph
        self._cast = Cast(resolved, self._graph)
        self._matcher = Matcher(_no_frames(), self._graph, self._cast)
        self._ending = lexicon().words.endings | lexicon().words.unended
        bounds = Bounds(resolved, self._graph, beginnings=lexicon().words.beginnings)
        self._lasting = Lasting(self._graph, bounds)
        self._sides = TieParties(resolved, self._graph, self._cast, self._matcher, self._lasting)
        self._hosts = Hosts(resolved, self._graph, self._cast, self._lasting, self._sides)
        self._records = TieRecords(resolved, statements, self._graph, bounds, self._lasting)
        self._among = Equals(resolved, self._graph, self._matcher, self._lasting, self._sides)
        self._read = (
            ReadTies(reads, self._graph, self._lasting, self._sides, self._hosts, self._records)
            if reads is not None
            else None
        )

    def of(self, sentence: Sentence) -> Iterator[Tie]:
        """Yield the relations of a sentence: those of the patterns, then those that only the trigger model reads."""
        found = [one for token in self._parsed.sentence_tokens(sentence) for one in self.at(token)]
        found = self._read.upheld(sentence, found) if self._read is not None else found
        yield from found
        if self._read is not None:
            yield from (tie for tie in self._read.of(sentence, found) if not _is_of_firms(tie))

    def at(self, token: Token) -> tuple[Tie, ...]:
        """Return the relations that the patterns of a word read, those of the first that reads any."""
        table, kind = lexicon().by_word, _kind(token)
        if not kind:
            return ()
        lemma = token.lemma.lower()  # "the Joint Commission meets yearly"
        wild = () if lemma in self._ending else self._of_any(token, table.get((kind, ANY), ()))
        for pattern in (*table.get((kind, lemma), ()), *self._of_bodies(token), *wild):
            ties = tuple(t for t in self._ties(pattern, token) if not _is_of_firms(t))
            if ties:
                return ties
        return ()

    def _of_any(self, token: Token, patterns: tuple[TiePattern, ...]) -> Iterator[TiePattern]:
        """Yield those of the patterns for any verb that its tense or an "as" lets in: half of all verbs are in none."""
        if patterns:
            kept = self._lasting.tenses.perfect(token)
            below = list(self._parsed.children(token))
            called = any(c.lemma == "as" for c in below) and not any(c.dep == "agent" for c in below)
            yield from (p for p in patterns if (kept if p.measured else called))

    def _of_bodies(self, token: Token) -> tuple[TiePattern, ...]:
        """Return the patterns for any name of a body of states: "Norway, in NATO since 1949"."""
        if token.pos != "PROPN" or token.dep != "pobj" or self._parsed.head(token).lemma not in {"in", "at", "on"}:
            return ()
        kinds = ("#igo", "#country", "#place")
        fitting = (kind for kind in kinds if self._matcher.restrictions.any_fits((kind,), [token.i]))
        return tuple(p for kind in fitting for p in lexicon().by_word.get(("noun", kind), ()))

    def _ties(self, pattern: TiePattern, token: Token) -> tuple[Tie, ...]:
        if not self._lasting.lasts(pattern, token) or not self._fits(pattern, token):
            return ()
        if not pattern.holder:
            parties = self._among.of(pattern, token)
            return tuple(self._equals(pattern, token, parties)) if parties else ()
        holder = self._sides.fill(token, pattern.holder)
        own = codes_of(holder)
        mission = self._sides.of_mission(holder) if pattern.kind == "deployment" else ()
        host = mission or (self._hosts.of(pattern, token, own) if own else ())
        abroad = pattern.abroad and self._hosts.is_abroad(pattern, token)
        known = bool(own) and not any(is_assumed(p) for p in holder)
        host = host or (self._sides.last_told(pattern, token, own) if known and not abroad else ())
        if pattern.kind == "sanctions" and pattern.force and not own:  # "The embargo on arms for Chad is in force"
            holder = self._sides.told.body(token) or ()
            own = codes_of(holder)
            host = self._hosts.of(pattern, token, own) if own else ()
        if pattern.kind == "deployment":  # kept in a land, not with a body: "its clerk at the bank of the Union"
            host = tuple(p for p in host if INTERNATIONAL.isdisjoint(p.resolution.codes))
            at_home = self._hosts.are_at_home(pattern, token, own)
            alone = all("obj" not in slot for slot, _ in pattern.where)  # "the president has 2,000 men in Congo"
            if any(_are_plain_rebels(h) for h in holder):
                return ()
            if at_home or (alone and any(self._is_person(h) for h in self._sides.heads(token, "subj"))):
                return ()
            things = [h for slot in ("obj", "subj") for h in self._sides.heads(token, slot)]
            if own <= INTERNATIONAL and any(self._is_seat(h) for h in things):
                return ()
            if own <= INTERNATIONAL and token.lemma in {"base", "locate"} and self._is_body_itself(token):
                return ()  # "the African Union, which is based in Addis Ababa"
            if token.lemma == "serve" and any(self._is_army(h) for h in self._sides.heads(token, "in")):
                return ()
        if not own or not (host or abroad) or (pattern.known and not (known and _is_named(holder))):
            return ()
        if pattern.kind == "deployment" and any(self._is_envoy(h) for h in holder):
            pattern = read_pattern("accreditation")
        return (self._records.of(pattern, token, (*holder, *host), holder, host),)

    def _is_envoy(self, holder: Participant) -> bool:
        """Say whether who is kept somewhere is a state's envoy: "its ambassador, who has been posted there"."""
        words = {t.lemma for t in self._parsed.tokens_in(holder.span)} | {*holder.resolution.name.lower().split()}
        return not words.isdisjoint(lexicon().words.envoys)

    def _is_seat(self, head: int) -> bool:
        """Say whether a word is where a body of states sits: "houses the headquarters of the Caribbean Community"."""
        return self._parsed.tokens[head].lemma in {"headquarters", "headquarter", "secretariat", "seat"}

    def _is_body_itself(self, verb: Token) -> bool:
        """Say whether a body itself is said to be somewhere, not its soldiers."""
        heads = [self._parsed.tokens[h] for slot in ("subj", "obj") for h in self._sides.heads(verb, slot)]
        return any(t.pos == "PROPN" for t in heads) and not any(t.pos == "NOUN" for t in heads)

    def _is_army(self, head: int) -> bool:
        """Say whether a word is an army, in which one serves and is kept nowhere: "serve in the American army"."""
        return self._parsed.tokens[head].lemma in {"army", "navy", "military", "legion", "militia"}

    def _is_person(self, head: int) -> bool:
        """Say whether a word is one man, by name or not: who is somewhere alone is kept there by nobody."""
        token = self._parsed.tokens[head]
        return token.ent == "PERSON" or (token.tag == "NN" and token.lemma in {"man", "pilot", "citizen"})

    def _equals(self, pattern: TiePattern, token: Token, parties: tuple[Participant, ...]) -> Iterator[Tie]:
        """Yield the relation of equals; of a member of two bodies one with each, since its own year."""
        parties = allied(pattern.kind, parties)
        bodies = [p for p in parties if pattern.kind == "membership" and is_body(p)]
        members = [p for p in parties if p not in bodies]
        doubled = [p for p in bodies if any(o is not p and _holds(p, o) for o in bodies)]
        bodies = [p for p in bodies if p not in doubled]
        parties = tuple(p for p in parties if p not in doubled)
        if len(bodies) < 2 or not members:
            yield self._records.of(pattern, token, parties, (), ())
            return
        for body in bodies:
            beside = next(t for t in self._parsed.tokens if t.end >= body.span.end)
            yield self._records.of(pattern, token, (*members, body), (), (), beside=beside)

    def _fits(self, pattern: TiePattern, token: Token) -> bool:
        for union, items in pattern.where:
            heads = [h for slot in union.split("+") for h in self._sides.heads(token, slot)]
            meant = self._is_meant(pattern, items, heads)
            if not meant and not self._matcher.restrictions.any_fits(items, heads):
                return False
        if not pattern.phrases:
            return True
        inside = sorted(t.i for t in self._graph.clause(self._lasting.verb(token).i))
        words = " ".join(self._parsed.tokens[i].text.lower() for i in inside)
        return any(phrase in words for phrase in pattern.phrases)

    def _is_meant(self, pattern: TiePattern, items: tuple[str, ...], heads: list[int]) -> bool:
        """Say whether words that name nobody stand for a state, or for a body, where a pattern asks for one."""
        bodies = pattern.kind == "membership" and not BODIES.isdisjoint(items)
        if bodies and any(self._sides.bodies.named(h) or self._sides.told.is_body(h) for h in heads):
            return True
        words = {self._parsed.tokens[h].text for h in heads}
        if KEPT in items and not words.isdisjoint(lexicon().words.missions):
            return True  # "UNIFIL has patrolled the line"
        if STATES.isdisjoint(items):
            return False
        tokens = [self._parsed.tokens[h] for h in heads]
        told, lands = self._sides.told, self._sides.lands
        return any(
            told.meant(t.i) or told.are_known(t.i) or (t.pos == "PRON" and told.known(t.i)) or lands.it(t, ())
            for t in tokens
        )


def _kind(token: Token) -> str:
    if token.lemma == "home":  # which the parser takes for an adverb
        return "noun"
    return KINDS.get(token.pos, "")
