"""The room's door: a parsed story in, its actors, places and times out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.actor_words import ActorWords
from dateline.model import (
    Entity,
    EntityKind,
    Mention,
    MentionKind,
    ParsedStory,
    Place,
    Resolution,
    ResolvedStory,
    Toponym,
)
from dateline.resolve.pieces.lookups import Lookups
from dateline.resolve.places.home import home_country, home_place
from dateline.resolve.places.toponyms import find_toponyms
from dateline.resolve.reader import Reader
from dateline.resolve.times.timex import find_timexes

if TYPE_CHECKING:
    from dateline.knowledge.base import KnowledgeBase
    from dateline.knowledge.gazetteer import Gazetteer

# A phrase of these is a person or thing of no known side.
NOBODY = "UNK"


class Resolver:
    """Finds who is named or described in a story and who they are on its day.

    Example:
        >>> from dateline.knowledge.base import KnowledgeBase
        >>> from dateline.knowledge.gazetteer import Gazetteer
        >>> resolver = Resolver(KnowledgeBase.open(), Gazetteer.open())
        >>> resolved = resolver.resolve(parsed)  # doctest: +SKIP
    """

    def __init__(self, kb: KnowledgeBase, gazetteer: Gazetteer | None = None) -> None:
        """Prepare a resolver; it keeps no state from story to story.

        Args:
            kb: The base of actors.
            gazetteer: The base of places; without it the story has no toponyms.
        """
        self._words = ActorWords.load()
        self._find = Lookups(kb, never=self._words.weak["never"], titles=self._words.titles)
        self._gazetteer = gazetteer

    def resolve(self, parsed: ParsedStory) -> ResolvedStory:
        """Return the story with its mentions, toponyms and time expressions.

        Every resolution says by which rule it was found; pronouns and "the president" share the chain of the one they
        go back to; I, we and you are left to whoever knows the speaker.
        """
        home = home_country(parsed.story, self._gazetteer) if self._gazetteer else None
        toponyms, timexes = self._places(parsed, home), find_timexes(parsed)
        reader = Reader(parsed, self._find, self._words, toponyms, home=home)
        place = home_place(parsed.story, self._gazetteer, toponyms) if self._gazetteer else None
        return ResolvedStory(parsed=parsed, mentions=reader.read(), toponyms=toponyms, timexes=timexes, home=place)

    def resolve_phrase(self, parsed: ParsedStory, first: int, last: int) -> Resolution | None:
        """Resolve the actor that tokens `[first, last)` name, with the rest of the text as context.

        Args:
            parsed: A story, or a single actor string parsed as one.
            first: First token.
            last: Token after the last.

        Returns:
            The resolution of the mention that covers most of the range and heads it; None when nobody is named.
        """
        mention = self._mention(parsed, first, last)
        return mention.resolution if mention else None

    def resolve_actor(self, parsed: ParsedStory, *, known_country: str | None = None) -> Resolution | None:
        """Resolve a single actor string, parsed as a story of its own whose day is the day asked for.

        Args:
            parsed: The parsed string; its first paragraph or headline may be followed by context paragraphs.
            known_country: Country to assume when the words give none.
        """
        if not parsed.sentences:
            return None
        segment = parsed.sentences[0].segment
        last = max(s.last for s in parsed.sentences if s.segment == segment)
        found = self.resolve_phrase(parsed, 0, last)
        if found and found.country is None and known_country:
            found = replace(found, country=known_country)
        if found and found.entity is None and found.rule.startswith("capital"):
            place = self._as_place(parsed)
            found = replace(found, entity=place.entity if place and place.country == found.country else None)
        if found is None and any(t.tag in {"PRP", "PRP$"} for t in parsed.tokens[:last]):
            return Resolution(name=parsed.tokens[0].text, sectors=(NOBODY,), score=0.3, rule="somebody unnamed")
        return found or self._as_place(parsed)

    def co_actors(self, parsed: ParsedStory, start: int, end: int) -> tuple[Resolution, ...]:
        """Return every actor coordinated with the one at characters `[start, end)`, itself included, in text order.

        For "Russian and Belarusian soldiers" these are two, named "Russian soldiers" and "Belarusian soldiers".
        """
        resolved = self.resolve(parsed)
        heads = {m.head: m for m in resolved.mentions}
        inside = [m for m in resolved.mentions if m.span.start < end and start < m.span.end]
        found: dict[int, Resolution] = {}
        for mention in inside:
            for member in _coordination(mention, heads, resolved):
                words = member.span.of(parsed.story.text)
                if member.resolution:
                    name = member.resolution.name if member.resolution.rule == "part of a coordination" else words
                    found[member.head] = replace(member.resolution, name=name)
        return tuple(found[head] for head in sorted(found))

    def _mention(self, parsed: ParsedStory, first: int, last: int) -> Mention | None:
        reader = Reader(parsed, self._find, self._words, self._places(parsed), alone=last - first == len(parsed.tokens))
        inside = [m for m in reader.read() if m.first < last and first < m.last]
        root = reader.syntax.root(first, last)
        return max(
            (m for m in inside if m.resolution),
            key=lambda m: (m.head == root, m.kind is not MentionKind.PRONOUN, min(m.last, last) - max(m.first, first)),
            default=None,
        )

    def _as_place(self, parsed: ParsedStory) -> Resolution | None:
        """Resolve a string that only names a place: its country, and no sector."""
        first = parsed.sentences[0]
        words = parsed.span(first.first, first.last).of(parsed.story.text).strip(" .")
        whole = self._gazetteer.lookup(words) if self._gazetteer else ()
        named = (t.place for t in self._places(parsed) if t.place)
        place = whole[0] if whole else next(named, None)
        if place is None:
            return None
        entity = place_entity(place)
        return Resolution(name=place.name, entity=entity, country=place.country or None, score=0.4, rule="place")

    def _places(self, parsed: ParsedStory, home: str | None = None) -> tuple[Toponym, ...]:
        return find_toponyms(parsed, self._gazetteer, home=home) if self._gazetteer else ()


def place_entity(place: Place) -> Entity:
    """Return a place of the gazetteer as an entity, so that a city linked as an actor carries its GeoNames id."""
    return Entity(
        id=f"geonames:{place.geonameid}" if place.geonameid else f"dl:place/{place.name}",
        name=place.name,
        kind=EntityKind.PLACE,
        country=place.country or None,
        origin="gazetteer",
    )


def _coordination(mention: Mention, heads: dict[int, Mention], resolved: ResolvedStory) -> list[Mention]:
    """Return the mentions joined with one by "and", commas or as the parts of one phrase."""
    by_number = resolved.mentions
    if mention.parts:
        return [by_number[i] for i in mention.parts]
    tokens = resolved.parsed.tokens
    members, stack = [], [resolved.parsed.first_joined(tokens[mention.head]).i]
    while stack:
        i = stack.pop()
        members.append(i)
        stack.extend(c for c in tokens[i].children if tokens[c].dep == "conj")
    found = []
    for i in sorted(members):
        if i in heads:
            found += [by_number[p] for p in heads[i].parts] or [heads[i]]
    return found or [mention]


def is_person(resolution: Resolution) -> bool:
    """Say whether a resolution is linked to a person of the base."""
    return resolution.entity is not None and resolution.entity.kind is EntityKind.PERSON
