"""Whom "I", "we", "our" and "you" mean inside a quotation."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.speech.cue_words import lexicon
from dateline.coding.structure.arguments import Graph
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
        self._persons = self._words.speaker | self._words.side | self._words.addressee
        self._mentions = resolved.mentions
        self._partners = _partners(resolved)
        self._private = _private(resolved, self._words.private_bodies)

    def ground(self, mention: Mention) -> Mention:
        if mention.kind is MentionKind.NOMINAL and mention.resolution is not None:
            return self._own_people(mention, mention.resolution)
        if mention.kind is not MentionKind.DEICTIC or mention.resolution is not None:
            return mention
        statement = self._statement(mention)
        if statement is None or statement.source is None or statement.source.resolution.name.lower() in self._persons:
            return mention
        word = self._parsed.tokens[mention.head].text.lower()
        resolution = self._meaning(word, mention, statement, statement.source)
        return replace(mention, resolution=resolution) if resolution else mention

    def _own_people(self, mention: Mention, known: Resolution) -> Mention:
        """Give "our people" and "my government" the speaker's country."""
        head = self._parsed.tokens[mention.head]
        owners = self._words.side | self._words.speaker
        owned = any(c.text.lower() in owners for c in self._parsed.children(head, "poss"))
        statement = self._statement(mention) if owned else None
        named = known.country is not None and known.rule.startswith("demonym")  # "our Polish friends"
        if statement is None or statement.source is None or known.countries or named:
            return mention
        country = statement.source.resolution.country
        if country is None or country == known.country:
            return mention
        return replace(mention, resolution=replace(known, country=country, score=0.7, rule="the speaker's own"))

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
        token = self._parsed.tokens[mention.head]
        if self._everybody(token):
            return None
        if self._shared(token):
            both = self._both(statement, source)
            if both is not None:
                return both
        return self._side(source, word)

    def _everybody(self, token: Token) -> bool:
        """Say whether "we" takes in the world: "a cost to us all", "we must work together"."""
        after = self._parsed.tokens[token.i + 1].text.lower() if token.i + 1 < len(self._parsed.tokens) else ""
        before = self._parsed.tokens[token.i - 2 : token.i] if token.i > 1 else ()
        if (token.text.lower() == "us" and after == "all") or (
            token.text.lower() == "us" and [t.text.lower() for t in before] == ["all", "of"]
        ):
            return True
        sentence = self._parsed.sentences[token.sent]
        said = {t.text.lower() for t in self._parsed.sentence_tokens(sentence)}
        above = self._parsed.head(token)
        duty = any(c.text.lower() in {"must", "should"} for c in self._parsed.children(above, "aux"))
        return ("us" in said and "all" in said and "us all" in self._sentence_text(token)) or (
            "together" in {t.text.lower() for t in self._parsed.subtree(above)} and (duty or above.tag in {"VB", "VBP"})
        )

    def _sentence_text(self, token: Token) -> str:
        sentence = self._parsed.sentences[token.sent]
        return self._parsed.story.text[sentence.start : sentence.end].lower()

    def _side(self, source: Participant, word: str) -> Resolution | None:
        """Return the speaker's side; nobody's for a document or a thing, whose authors the text does not name."""
        head = source.text.split()[-1].lower()
        if source.resolution.entity is None and head in self._words.documents:
            return None
        return _side(source.resolution, word, private=source.resolution.name in self._private)

    def _shared(self, token: Token) -> bool:
        above = self._parsed.head(token)
        if above.lemma == "of" and {t.text.lower() for t in self._parsed.tokens[token.i - 3 : token.i]} & {
            "both",
            "neither",
            "either",
            "each",
        }:
            return True
        if token.dep == "poss":
            plural = above.tag in {"NNS", "NNPS"} and above.lemma in self._words.shared_plural
            modifiers = {c.lemma for c in self._parsed.children(above)}
            return plural or above.lemma in self._words.shared or bool(modifiers & self._words.shared)
        if token.dep in {"nsubj", "nsubjpass"}:
            done = above.tag in {"VBD", "VBN"} or any(c.lemma == "have" for c in self._parsed.children(above, "aux"))
            return (above.lemma in self._words.joint_verbs and done) or self._joint_object(above)
        return above.lemma == "between"

    def _joint_object(self, verb: Token) -> bool:
        objects = self._graph.slots(verb.i).get("obj", ())
        inside = {t.lemma for t in self._graph.clause(verb.i)}
        told = {self._parsed.tokens[h].lemma for h in objects}
        return bool(told & self._words.joint_objects) and bool(inside & {"cooperation", "joint", "bilateral", "mutual"})

    def _named_in(self, statement: Statement) -> list[str]:
        """Return the countries that a statement names, in order."""
        inside = [m for m in self._mentions if any(c.contains(m.span) for c in statement.content)]
        return [m.resolution.country for m in inside if m.resolution and m.resolution.country]

    def _both(self, statement: Statement, source: Participant) -> Resolution | None:
        own = source.resolution.country
        other = statement.addressee.resolution.country if statement.addressee else None
        if other is None or other == own:
            other = next((country for country in self._named_in(statement) if country != own), None)
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


def _private(resolved: ResolvedStory, bodies: frozenset[str]) -> frozenset[str]:
    """Return the names of people whom the story gives as heads of firms, unions and the like."""
    text = resolved.parsed.story.text
    named = ((m.resolution.name, m.span.of(text).lower().split()) for m in resolved.mentions if m.resolution)
    return frozenset(name for name, words in named if len(words) > 1 and bodies & set(words[:-1]))


def _side(speaker: Resolution, word: str, *, private: bool) -> Resolution:
    """Return the speaker's side: the country for those who speak for one, else the speaker's own body."""
    official = (
        not private
        and speaker.country is not None
        and (not speaker.sectors or speaker.sectors[0] in {"GOV", "MIL", "LEG", "SPY"})
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
