"""Whom "I", "we", "our" and "you" mean inside a quotation."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.arguments import Graph
from dateline.coding.cues import lexicon
from dateline.knowledge.speech import Deixis
from dateline.model import (
    EntityKind,
    Mention,
    MentionKind,
    Participant,
    Resolution,
    ResolvedStory,
    SpeechKind,
    Statement,
    Token,
)


def ground_deixis(resolved: ResolvedStory, statements: tuple[Statement, ...]) -> ResolvedStory:
    """Return the story with first and second persons resolved through the statements that they stand in.

    "I" and "my" are the speaker; "we" and "our" the speaker's side, or both sides where what they go with is shared
    ("our relations", "we have agreed"); "you" and "your" the addressee. What no rule reaches stays unresolved.
    """
    grounder = _Grounder(resolved, statements)
    return replace(resolved, mentions=tuple(grounder.ground(mention) for mention in resolved.mentions))


class _Grounder:
    def __init__(self, resolved: ResolvedStory, statements: tuple[Statement, ...]) -> None:
        self._parsed = resolved.parsed
        self._graph = Graph(resolved.parsed)
        self._statements = statements
        self._words: Deixis = lexicon().deixis
        self._partners = _partners(resolved)

    def ground(self, mention: Mention) -> Mention:
        if mention.kind is not MentionKind.DEICTIC or mention.resolution is not None:
            return mention
        statement = self._statement(mention)
        if statement is None or statement.source is None:
            return mention
        word = self._parsed.tokens[mention.head].text.lower()
        resolution = self._meaning(word, mention, statement, statement.source)
        return replace(mention, resolution=resolution) if resolution else mention

    def _statement(self, mention: Mention) -> Statement | None:
        holding = [s for s in self._statements if any(c.contains(mention.span) for c in s.content)]
        quoted = [s for s in holding if s.kind is not SpeechKind.INDIRECT]
        return min(quoted, key=lambda s: s.content[-1].end - s.content[0].start, default=None)

    def _meaning(self, word: str, mention: Mention, statement: Statement, source: Participant) -> Resolution | None:
        words = self._words
        if word in words.speaker:
            return replace(source.resolution, rule=f"{word!r} in a quotation is its speaker", score=0.9)
        if word in words.addressee:
            to = statement.addressee
            return replace(to.resolution, rule=f"{word!r} is the addressee", score=0.8) if to else None
        if word not in words.side:
            return None
        if self._shared(self._parsed.tokens[mention.head]):
            both = self._both(statement, source)
            if both is not None:
                return both
        return _side(source.resolution, word)

    def _shared(self, token: Token) -> bool:
        above = self._parsed.head(token)
        if token.dep == "poss":
            plural = above.tag in {"NNS", "NNPS"} and above.lemma in self._words.shared_plural
            modifiers = {c.lemma for c in self._parsed.children(above)}
            return plural or above.lemma in self._words.shared or bool(modifiers & self._words.shared)
        if token.dep in {"nsubj", "nsubjpass"}:
            return above.lemma in self._words.joint_verbs or self._joint_object(above)
        return above.lemma == "between"

    def _joint_object(self, verb: Token) -> bool:
        objects = self._graph.slots(verb.i).get("obj", ())
        inside = {t.lemma for t in self._graph.clause(verb.i)}
        told = {self._parsed.tokens[h].lemma for h in objects}
        return bool(told & self._words.joint_objects) and bool(inside & {"cooperation", "joint", "bilateral", "mutual"})

    def _both(self, statement: Statement, source: Participant) -> Resolution | None:
        own = source.resolution.country
        other = statement.addressee.resolution.country if statement.addressee else None
        if other is None:
            other = next((country for country in self._partners if country != own), None)
        if own is None or other is None or own == other:
            return None
        return Resolution(
            name=f"{own} and {other}",
            countries=(own, other),
            score=0.7,
            rule="shared by the speaker's side and the side spoken to",
        )


def _side(speaker: Resolution, word: str) -> Resolution:
    """Return the speaker's side: the country for those who speak for one, else the speaker's own body."""
    official = speaker.country is not None and (
        not speaker.sectors or speaker.sectors[0] in {"GOV", "MIL", "LEG", "SPY"}
    )
    if official and speaker.country:
        return Resolution(
            name=speaker.country,
            country=speaker.country,
            sectors=speaker.sectors[:1],
            score=0.8,
            rule=f"{word!r} in a quotation is the speaker's side",
        )
    return replace(speaker, rule=f"{word!r} in a quotation is the speaker's side", score=0.7)


def _partners(resolved: ResolvedStory) -> list[str]:
    """Return the two countries whose people the story is about, if no third comes near them."""
    counts: dict[str, int] = {}
    for mention in resolved.mentions:
        r = mention.resolution
        if r is None or r.country is None:
            continue
        kind = r.entity.kind if r.entity else None
        if kind in {EntityKind.COUNTRY, EntityKind.PERSON, EntityKind.INSTITUTION} or "GOV" in r.sectors:
            counts[r.country] = counts.get(r.country, 0) + 1
    ranked = sorted(counts, key=lambda c: (-counts[c], c))
    if len(ranked) < 2 or (len(ranked) > 2 and counts[ranked[2]] * 2 > counts[ranked[1]]):
        return []
    return ranked[:2]
