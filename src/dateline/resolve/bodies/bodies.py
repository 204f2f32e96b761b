"""Named bodies: organisations, armed groups, parties, media, and acronyms of the story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.normalise import name_key
from dateline.model import Entity, EntityKind, MentionKind, Resolution
from dateline.resolve.bodies.again import body_again
from dateline.resolve.cast import Character, Draft
from dateline.resolve.descriptions.described import EUROPE, Profile
from dateline.resolve.pieces.kinds import entity_resolution
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


# What somebody is who runs for an office, and how his campaign is known.
CANDIDATES = frozenset({("PTY",), ("LEG",), ("GOV",), ("ELI",), ("CVL",)})
CAMPAIGN = "campaign of a candidate"
# How many sentences back the candidate of "the campaign" may lie.
REACH = 3
# First words of names that bodies of many lands bear.
SHARED = frozenset({"National", "Federal", "Central", "State", "Supreme"})


class Bodies:
    """Reads the named bodies of one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def entity(self, core: Piece, profile: Profile) -> Piece | None:
        """Return the core narrowed to the body it names, or None when the words are a mere description."""
        bodies = [e for e in core.entities if e.kind not in {EntityKind.PERSON, EntityKind.PLACE}]
        if not bodies:
            return None
        alive = [e for e in bodies if self._r.on is None or _lives(e.since, e.until, self._r.on)]
        alive = alive or [e for e in bodies if e.since is None or self._r.on is None or e.since <= self._r.on]
        alive = [e for e in alive if not self._is_elsewhere(e, core) and not self._is_a_lands_own(e, core, profile)]
        if not alive or (alive[0].kind is EntityKind.MEDIA and self._is_one_of_many(core)):
            return None  # a firm of 1987 named "Wagner" is no later band; "an Independent" is no newspaper
        country = profile.country
        fitting = [e for e in alive if country and e.country == country]
        if not fitting and country and core.noun:
            return None
        if not fitting and core.noun and not core.text[:1].isupper():
            return None
        top = self._r.scene.top(5)
        ranked = sorted((e for e in alive if e.country in top), key=lambda e: top.index(e.country or ""))
        pool = fitting or (ranked if len({e.country for e in alive}) > 1 else []) or alive
        if core.noun and core.noun.sectors[:1] == ("LEG",) and not fitting and pool[0].country not in top[:3]:
            return None  # "the Senate" of a story that tells of another land is that land's
        rest = tuple(e for e in pool[1:])
        return Piece(core.first, core.last, core.text, entities=(pool[0], *rest), noun=core.noun, lemma=core.lemma)

    def _is_elsewhere(self, body: Entity, core: Piece) -> bool:
        """Say whether a name that many lands give their bodies is here of a land that is not this one's.

        "The National Union of Miners" of a report from Lima that never names Chile is no Chilean union.
        """
        scene, first = self._r.scene, core.text.split()[0]
        shared = first in SHARED and body.kind is EntityKind.ORGANISATION and scene.dateline is not None
        return shared and body.country is not None and body.country not in scene.told | INTERNATIONAL

    def _is_a_lands_own(self, body: Entity, core: Piece, profile: Profile) -> bool:
        """Say whether a land has a body of its own that is called as an international one is for short.

        "Nigeria's National Human Rights Council" is none of the United Nations, whose full name says so.
        """
        before = self._r.syntax.tokens[core.first - 1].text if core.first else ""
        owned = before in SHARED or (profile.country is not None and profile.country not in INTERNATIONAL)
        short = " " in core.text and name_key(core.text) != name_key(body.name)
        return owned and short and body.country in INTERNATIONAL

    def _is_one_of_many(self, core: Piece) -> bool:
        """Say whether "a" or "an" stands before a word that is also a paper's name."""
        before = self._r.syntax.tokens[core.first - 1] if core.first else None
        return before is not None and before.text.lower() in {"a", "an"} and " " not in core.text

    def union(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read "the Union" and "the Commission" of a story that has named the European Union."""
        tokens = self._r.syntax.tokens
        if core.text not in self._r.words.definites["of_the_union"] or tokens[core.first - 1].text.lower() != "the":
            return None
        if phrase.last - core.first > 1 or any(p for p in phrase.left if p.country or p.entities):
            return None
        for character in self._r.cast.recent():
            known, word = character.resolution, core.text.lower()
            if known is not None and known.country == EUROPE:
                sectors = ("GOV",) if word != "union" else known.sectors
                resolution = replace(known, sectors=sectors, score=0.6, rule="body of the European Union")
                draft = self._r.draft(phrase, MentionKind.NAME, resolution, self._r.profiler.read(phrase))
                self._r.cast.add(draft, key=("union", word))
                return draft
            if word in character.words or word in {x.split()[-1] for x in character.lemmas}:
                return None
        return None

    def again(self, phrase: Phrase) -> Draft | None:
        """Read "the exchange" or "the committee" of a body whose name the story has told."""
        staff = self._r.words.definites["mission_staff"] | self._r.words.definites["soldiers"]
        character = body_again(phrase, cast=self._r.cast, syntax=self._r.syntax, staff=staff)
        if character is None:
            return None
        draft = self._r.draft(phrase, MentionKind.NOMINAL, character.resolution, self._r.profiler.read(phrase))
        self._r.cast.join(draft, character)
        return draft

    def read(self, phrase: Phrase, core: Piece, profile: Profile, named: Piece) -> Draft:
        """Read a body that `entity` has found in the base."""
        resolution = entity_resolution(named, rule="name")
        if resolution.entity and resolution.entity.kind is EntityKind.COUNTRY:
            resolution = Resolution(
                name=resolution.name,
                entity=resolution.entity,
                country=resolution.country,
                sectors=resolution.sectors,
                score=0.9,
                rule="country name",
            )
        elif resolution.country is None and profile.country:
            # "Syria's Kurds": whoever lives in several countries is here of the one that is said
            resolution = replace(resolution, country=profile.country, score=0.6, rule="name in a country")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        key = ("entity", resolution.entity.id if resolution.entity else name_key(core.text))
        character = self._r.cast.add(draft, key=key, words=frozenset(name_key(core.text).split()))
        self._r.short_names.note(phrase, character)
        return draft

    def _own_campaign(self, phrase: Phrase) -> Draft | None:
        """Read "a spokesman for Roe's campaign" and "her campaign said" as the same body."""
        syntax, words = self._r.syntax, self._r.words
        token, above = syntax.tokens[phrase.head], syntax.governor(phrase.head)
        speaks = syntax.subject(phrase.head) and above.lemma in words.pronouns["speech"] | words.pronouns["acting"]
        speaks = speaks or (token.text == "team" and token.dep in {"conj", "nsubj"})
        serves = above.pos == "ADP" and self._r.find.noun(syntax.tokens[above.head].lemma) is not None
        owners = (self._r.visit(c.i) for c in syntax.parsed.children(token, "poss")) if speaks or serves else ()
        known = next((o.resolution for o in owners if o and o.person and o.resolution), None)
        if known is None or known.sectors[:1] not in CANDIDATES or known.sectors[:1] == ("CVL",):
            return None
        return self._campaign_of(known, phrase, self._r.profiler.read(phrase))

    def _campaign_of(self, candidate: Resolution, phrase: Phrase, profile: Profile, *, bare: bool = False) -> Draft:
        """Enter the campaign of a candidate, by its own words; `bare`: by his name, as only he tells whose it is."""
        name = candidate.name if bare else self._r.syntax.words(phrase.first, phrase.last)
        score = 0.5 if bare else 0.6
        told = Resolution(name=name, country=candidate.country, sectors=("PTY",), score=score, rule=CAMPAIGN)
        draft = self._r.draft(phrase, MentionKind.NOMINAL, told, profile)
        self._r.cast.add(draft, key=("campaign", candidate.name))
        return draft

    def _campaign_again(self, phrase: Phrase) -> Draft | None:
        """Read "the campaign said": that of the candidate named last, or the one named last itself."""
        token, verb = self._r.syntax.tokens[phrase.head], self._r.syntax.governor(phrase.head)
        deeds = self._r.words.pronouns["speech"] | self._r.words.pronouns["acting"]
        if token.text != "campaign" or token.dep != "nsubj" or verb.lemma not in deeds:
            return None
        for character in self._r.cast.recent():
            known = character.resolution
            if known is None or token.sent - character.latest.sentence > REACH:
                continue
            if known.rule.startswith(CAMPAIGN):
                draft = self._r.draft(phrase, MentionKind.NOMINAL, known, self._r.profiler.read(phrase))
                self._r.cast.join(draft, character)
                return draft
            if character.person and known.sectors[:1] == ("PTY",):
                return self._campaign_of(known, phrase, self._r.profiler.read(phrase), bare=True)
        return None

    def first_word(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read "Fox" of a story that has named Fox News: the first word of the name of a paper or firm."""
        if core.text[:1].islower() or " " in core.text or self._r.syntax.tokens[phrase.head].pos != "PROPN":
            return None
        for character in self._r.cast.recent():
            known = character.resolution
            entity = known.entity if known else None
            words = name_key(entity.name).split() if entity else []
            named = entity is not None and entity.kind in {EntityKind.MEDIA, EntityKind.COMPANY}
            if named and len(words) > 1 and words[0] == name_key(core.text) and not character.latest.modifier:
                draft = self._r.draft(phrase, MentionKind.NAME, known, self._r.profiler.read(phrase))
                self._r.cast.join(draft, character)
                return draft
        return None

    def alias(self, phrase: Phrase, character: Character) -> Draft:
        """Read an acronym that the story itself explains."""
        draft = self._r.draft(phrase, MentionKind.NAME, character.resolution, self._r.profiler.read(phrase))
        self._r.cast.join(draft, character)
        return draft

    def campaign(self, phrase: Phrase) -> Draft | None:
        """Read "the Roe campaign" and "the Roe camp" as the party body that a candidate's is."""
        before = self._r.syntax.tokens[phrase.head - 1] if phrase.head > phrase.first else None
        if self._r.syntax.tokens[phrase.head].text == "team" and (not self._r.idle.partisan or self._r.teams.playing):
            return None
        if before is not None and before.text.lower() == "the" and phrase.last - phrase.first == 2:
            return self._campaign_again(phrase)
        if self._r.syntax.tokens[phrase.head].text not in self._r.words.definites["campaigns"] or before is None:
            return None
        if before.tag in {"POS", "PRP$"}:
            return self._own_campaign(phrase)
        beside = (p for p in self._r.pieces[before.sent] if p.last == phrase.head)
        left = next(beside, Piece(before.i, phrase.head, before.text))
        land = left.country or left.metonym or left.noun
        known = None if land or before.pos != "PROPN" else self._r.people.by_piece(left)
        if known is None or known.sectors[:1] not in CANDIDATES:
            return None
        profile = self._r.profiler.read(phrase)
        self._r.modifiers.enter(phrase, profile)
        return self._campaign_of(known, phrase, profile)


def _lives(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on <= until)
