"""Who has been named so far in a story: the memory that surnames, pronouns and "the president" go back to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.model import MentionKind, Resolution


@dataclass(slots=True)
class Draft:
    """A mention under construction; token indices as in `Mention`.

    Attributes:
        chain: Number of the character it belongs to.
        person: Whether it is a person (None: could be).
        gender: `m`, `f` or None.
        office: Office class, where the words or the role tell it.
        lemma: Head noun of a description.
        parts: Heads of the mentions that a group is made of.
        many: Bodies of several states at once ("world governments"), so that no one country is theirs.
        modifier: A nationality adjective or name before a noun that is no actor.
    """

    head: int
    first: int
    last: int
    kind: MentionKind
    resolution: Resolution | None
    chain: int = -1
    plural: bool = False
    person: bool | None = None
    gender: str | None = None
    office: str | None = None
    lemma: str = ""
    parts: tuple[int, ...] = ()
    modifier: bool = False
    sentence: int = 0
    subject: bool = False
    quoted: bool = False
    many: bool = False


@dataclass(slots=True)
class Character:
    """All mentions of one actor so far, and what is known of it.

    Attributes:
        words: Folded words of its name.
        lemmas: Head nouns of its descriptions.
        marks: Adjectives and compounds of its first description, which tell it from others of the kind.
    """

    chain: int
    resolution: Resolution | None
    person: bool | None
    gender: str | None = None
    plural: bool = False
    office: str | None = None
    words: set[str] = field(default_factory=set)
    lemmas: set[str] = field(default_factory=set)
    marks: frozenset[str] = frozenset()
    drafts: list[Draft] = field(default_factory=list)

    @property
    def latest(self) -> Draft:
        """Its last mention."""
        return self.drafts[-1]


class Cast:
    """The characters of one story, in order of first mention; lives only while the story is resolved."""

    def __init__(self) -> None:
        self.characters: list[Character] = []
        self._by_key: dict[tuple[str, str], Character] = {}
        self.countries: Counter[str] = Counter()
        self._bearers: dict[str, dict[int, Character]] = {}

    def add(
        self, draft: Draft, *, key: tuple[str, str] | None = None, words: frozenset[str] = frozenset()
    ) -> Character:
        """Enter a mention: under the character of that key, else under a new one."""
        character = self._by_key.get(key) if key else None
        if character is None:
            character = Character(len(self.characters), draft.resolution, draft.person)
            self.characters.append(character)
            if key:
                self._by_key[key] = character
        self.join(draft, character, words=words)
        return character

    def join(self, draft: Draft, character: Character, *, words: frozenset[str] = frozenset()) -> None:
        """Enter a mention of a known character and keep what it adds."""
        draft.chain = character.chain
        character.drafts.append(draft)
        character.words |= words
        for word in words:
            self._bearers.setdefault(word, {})[character.chain] = character
        character.gender = character.gender or draft.gender
        character.office = character.office or draft.office
        character.plural = draft.plural
        if draft.lemma:
            character.lemmas.add(draft.lemma)
        self._count(draft)

    def _count(self, draft: Draft) -> None:
        resolution = draft.resolution
        if resolution and resolution.country and len(resolution.country) == 3:
            self.countries[resolution.country] += 2 if draft.subject else 1

    def by_key(self, key: tuple[str, str]) -> Character | None:
        """Return the character entered under a key."""
        return self._by_key.get(key)

    def recent(self) -> list[Character]:
        """Return the characters, the latest mentioned first."""
        return sorted([c for c in self.characters if c.drafts], key=_last_head, reverse=True)

    def recent_before(self, at: int) -> list[Character]:
        """Return the characters that were named before a token, the latest mentioned first."""
        return [c for c in self.recent() if any(d.head < at for d in c.drafts)]

    def drafts_before(self, at: int) -> Iterator[Draft]:
        """Give the mentions before a token, by character."""
        return (d for c in self.characters for d in c.drafts if d.head < at)

    def named(self, word: str) -> list[Character]:
        """Return the people one of whose names is `word` (folded), the latest mentioned first."""
        bearers = [c for c in self._bearers.get(word, {}).values() if c.person and c.drafts]
        return sorted(bearers, key=_last_head, reverse=True)


def _last_head(character: Character) -> int:
    return character.drafts[-1].head
