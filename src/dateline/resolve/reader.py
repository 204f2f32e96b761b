"""Reads one story's mentions from left to right, keeping in mind who was named."""

from __future__ import annotations

from datetime import date

from dateline.knowledge.actor_words import ActorWords
from dateline.model import Mention, MentionKind, ParsedStory, Resolution, Token, Toponym
from dateline.resolve import whole_story
from dateline.resolve.bodies import partisans, sport, tickers
from dateline.resolve.bodies.blocs import Blocs
from dateline.resolve.bodies.bodies import Bodies
from dateline.resolve.bodies.companies import Companies
from dateline.resolve.bodies.short_names import ShortNames
from dateline.resolve.bodies.unheld import Unheld
from dateline.resolve.cast import Cast, Draft
from dateline.resolve.descriptions.definite import Definites
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.descriptions.idle import Idle
from dateline.resolve.descriptions.modifiers import Modifiers
from dateline.resolve.descriptions.profile import Profiler
from dateline.resolve.groups import former_latter
from dateline.resolve.lands.asides import asides, borrowed
from dateline.resolve.lands.belonging import Belonging
from dateline.resolve.lands.lands import Lands
from dateline.resolve.lands.scene import Scene
from dateline.resolve.people.people import People
from dateline.resolve.people.standing import Standing
from dateline.resolve.phrase_rules import PhraseRules
from dateline.resolve.pieces.homonyms import at_home
from dateline.resolve.pieces.link import Linker
from dateline.resolve.pieces.lookups import Lookups
from dateline.resolve.pieces.name_ends import name_end
from dateline.resolve.pieces.phrases import Phrase, find_phrases
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.story_pieces import cut_story
from dateline.resolve.pieces.syntax import Syntax
from dateline.resolve.pronouns.references import References
from dateline.resolve.pronouns.things import Thing
from dateline.resolve.story_mentions import numbered

PRONOUNS = frozenset({"PRP", "PRP$", "WP"})
ARTICLES = frozenset({"the", "a", "an"})


class Reader:
    """The work on one story; made anew for each, so that nothing leaks from story to story."""

    def __init__(
        self,
        parsed: ParsedStory,
        find: Lookups,
        words: ActorWords,
        toponyms: tuple[Toponym, ...],
        *,
        alone: bool = False,
        home: str | None = None,
    ) -> None:
        """Prepare a story.

        Args:
            parsed: The story.
            find: The knowledge base.
            words: The shipped word lists.
            toponyms: Its place names, for the countries they lie in.
            alone: The text is a single actor string, so that a bare capital is its government.
            home: Country of the dateline's place, where a gazetteer knows it.
        """
        self.syntax = Syntax(parsed)
        self.find, self.words = find, words
        self.on: date | None = parsed.story.day
        self.linker = Linker(find)
        self.cast = Cast()
        self.drafts: dict[int, Draft | None] = {}
        self.things: list[Thing] = []
        self.alone = alone
        cut = cut_story(self.syntax, find, words, alone=alone)
        self.scene = self._scene(cut, toponyms, home)
        self.belonging = Belonging(self.syntax, self.scene, words)
        ranked = () if alone else self.scene.ranked
        self.pieces = [[at_home(piece, ranked, self.on) for piece in own] for own in cut]
        self.phrases = self._find_phrases()
        self.signs = tickers.signs(self.syntax)
        self.places = {t.head: t for t in toponyms}
        self.people, self.lands, self.unheld = People(self), Lands(self), Unheld(self)
        named = (self.people.by_piece, self.scene.lands, self._firm, self._party, self.land, self.lands.organ)
        self.profiler = Profiler(self.syntax, words, self.visit, *named)
        self.definites, self.short_names = Definites(self), ShortNames(self)
        self.bodies, self.companies, self.blocs = Bodies(self), Companies(self), Blocs(self)
        self.modifiers, self.references, self.teams = Modifiers(self), References(self), sport.Teams(self)
        self.idle, self.standing = Idle(self), Standing(self)
        self._rules = PhraseRules(self)

    def _scene(self, cut: list[list[Piece]], toponyms: tuple[Toponym, ...], home: str | None) -> Scene:
        """Return the countries that the story is about."""
        parsed, words = self.syntax.parsed, self.words
        aside = asides(parsed.tokens, words) | borrowed(cut, words.namesakes, home)
        speech, mediating = words.pronouns["speech"], words.definites["mediating"]
        return Scene(
            parsed, cut, toponyms, self.find, on=self.on, home=home, aside=aside, speech=speech, mediating=mediating
        )

    def _find_phrases(self) -> dict[int, Phrase]:
        """Return the noun phrases by head, with the names before the signs of exchanges and without these signs."""
        phrases: dict[int, Phrase] = {}
        for sentence, pieces in zip(self.syntax.parsed.sentences, self.pieces, strict=True):
            found = find_phrases(self.syntax, sentence, pieces)
            phrases.update((head, phrase) for head, phrase in found.items() if head not in self.syntax.tickers)
        return phrases | tickers.names(self.syntax, self.pieces, phrases)

    def read(self) -> tuple[Mention, ...]:
        """Return the story's mentions in text order."""
        for token in self.syntax.tokens:
            if self._may_head(token):
                self.visit(token.i)
        if not self.alone:
            whole_story.settle(self)
        return numbered((draft for draft in self.drafts.values() if draft is not None), self.syntax.parsed)

    def _may_head(self, token: Token) -> bool:
        """Say whether a token may head a mention."""
        return (
            token.i in self.phrases
            or token.i in self.signs
            or token.tag in PRONOUNS
            or former_latter.is_one_of_two(token, self.syntax)
        )

    def visit(self, i: int) -> Draft | None:
        """Return the mention whose head is token `i`, reading it now if need be."""
        if i in self.drafts:
            return self.drafts[i]
        self.drafts[i] = None  # guards against circles in the parse
        if i in self.signs:
            self.drafts[i] = tickers.read(i, self)
            return self.drafts[i]
        phrase = None if former_latter.is_one_of_two(self.syntax.tokens[i], self.syntax) else self.phrases.get(i)
        draft = self._rules.read(phrase) if phrase else self.references.read(i)
        self.drafts[i] = draft
        return draft

    def draft(self, phrase: Phrase, kind: MentionKind, resolution: Resolution | None, profile: Profile) -> Draft:
        """Make a mention for a phrase; it still has to enter the cast."""
        head, first, tokens = phrase.head, phrase.first, self.syntax.tokens
        while first < head and tokens[first].dep == "det" and tokens[first].lemma in ARTICLES:
            first += 1
        return Draft(
            head,
            first,
            max(profile.last, name_end(head, phrase.last, self.syntax, self.words.companies["legal"])),
            kind,
            resolution,
            plural=self.syntax.plural(head),
            sentence=tokens[head].sent,
            subject=self.syntax.subject(head),
            quoted=self.syntax.quoted[head],
        )

    def _party(self, piece: Piece) -> Resolution | None:
        return partisans.party(piece, self.find, self.scene)

    def land(self, name: str) -> str | None:
        """Return the country that a word names on the story's day."""
        hit = self.find.country(name, self.on)
        return hit.code if hit else None

    def _firm(self, piece: Piece) -> Resolution | None:
        if " " in piece.text:
            return None
        character = self.companies.short(piece.text) or self.short_names.defined(piece.text)
        return character.resolution if character else None
