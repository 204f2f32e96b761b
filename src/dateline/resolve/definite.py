"""Descriptions in their story: "the president", "the group", acronyms, offices of the story's country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MentionKind, Resolution
from dateline.resolve import nominals, said_of, serving, taken_up
from dateline.resolve.again import OF_BODY, body_acting
from dateline.resolve.antecedents import Antecedents
from dateline.resolve.appositions import Appositions
from dateline.resolve.cast import Character, Draft
from dateline.resolve.companies import OFFICER
from dateline.resolve.described import Profile
from dateline.resolve.description_lands import DescriptionLands
from dateline.resolve.forms import UNKNOWN
from dateline.resolve.many_states import UNITED_ORGAN
from dateline.resolve.phrases import Phrase
from dateline.resolve.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

FIRM_SECTORS = ("BUS",)


class Definites:
    """Reads descriptions in one story and links them to who was named."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._antecedents, self._lands = Antecedents(reader), DescriptionLands(reader)
        self._appositions = Appositions(reader)
        self.given = self._appositions.given

    def read(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a description whose head is an agent noun."""
        if core.noun is None:
            return None
        syntax = self._r.syntax
        self._seat_named(core, profile)
        exact = self._exact(phrase, profile)
        resolution = nominals.describe(phrase, core.noun, core.lemma, profile, syntax, self._r.words)
        draft = self._r.draft(phrase, MentionKind.NOMINAL, resolution, profile)
        draft.lemma, draft.office = core.lemma, core.noun.office
        draft.person = self._is_one(core, draft) or None
        draft.gender = self._r.words.genders.get(core.lemma.split()[-1])
        draft.resolution = resolution = self._employed(core, profile, resolution, draft.sentence)
        if self._is_at_firm(core, phrase, resolution):
            draft.resolution = resolution = replace(resolution, sectors=FIRM_SECTORS)
        if profile.joined:
            return self._joined(phrase, draft, profile)
        if self._appositions.join(phrase, draft):
            self._r.short_names.note(phrase, self._r.cast.characters[draft.chain])
            return draft
        known = self._antecedents.of(phrase, core, profile, draft)
        if known:
            draft.resolution = _as(known.resolution, "description of one named before")
            self._r.cast.join(draft, known)
            return draft
        told = self._said(draft)
        if told is not None:
            return told
        armed = taken_up.armed_again(core, profile, draft, self._r)
        if armed:
            draft.resolution = armed
        untold = self._untold(phrase, draft)
        if untold:
            return untold
        self._lands.settle(phrase, core, profile, draft, exact=exact)
        if not _says_anything(draft):
            return None
        character = self._r.cast.add(draft, key=self._key(draft, core))
        character.marks |= self._antecedents.marks(draft)
        self._r.short_names.note(phrase, character)
        return draft

    def _seat_named(self, core: Piece, profile: Profile) -> None:
        """Give "members of Congress" the land whose organ bears the name, unless the story's land calls its own so."""
        word = core.text.split()[-1]
        seat = (
            None if profile.country or not word[0].isupper() or " of " not in core.text else self._r.find.metonym(word)
        )
        told, others = self._r.scene.told, self._r.words.namesakes.get(word.lower(), frozenset())
        if seat is not None and (seat.country in told or not others & told):
            profile.countries.append(seat.country)

    def _said(self, draft: Draft) -> Draft | None:
        """Read what somebody is said to be as of his land: "China is the main supplier"."""
        known = draft.resolution
        other = said_of.of_whom(draft.head, self._r) if known is not None and not known.country else None
        of = other.resolution if other else None
        if other is None or of is None or known is None or draft.plural != other.plural or not of.country:
            return None
        sectors = known.sectors if known.sectors not in {(), nominals.NOBODY, ("CRM",)} else of.sectors or ("GOV",)
        rule = f"{known.rule}; of whom it is said"
        draft.resolution = replace(known, country=of.country, sectors=sectors, rule=rule)
        self._r.cast.add(draft)
        return draft

    def _untold(self, phrase: Phrase, draft: Draft) -> Draft | None:
        """Read "The Danish engineer" right after a sentence about somebody of whom nothing was told but his name."""
        told, syntax = draft.resolution, self._r.syntax
        bare = draft.person and not draft.plural and draft.subject and syntax.tokens[phrase.first].lemma == "the"
        if not bare or told is None or not told.sectors or not told.country or draft.quoted:
            return None
        people = [c for c in self._r.cast.characters if c.person and not c.plural]
        known = people[0].resolution if len(people) == 1 else None
        if known is None or known.entity or known.country or known.sectors:
            return None
        latest = people[0].latest
        if draft.sentence - latest.sentence != 1 or not people[0].drafts[0].subject:
            return None
        character = people[0]
        draft.resolution = _as(replace(told, name=known.name), "description of one named before")
        for other in character.drafts:
            other.resolution = draft.resolution
        character.resolution = draft.resolution
        self._r.cast.join(draft, character)
        return draft

    def _is_one(self, core: Piece, draft: Draft) -> bool:
        """Say whether a description means people by its noun: posts and trades, and one of a group ("a militant")."""
        kind = core.noun.kind if core.noun else ""
        collective = core.lemma.split()[-1] in self._r.words.definites["collective"]
        return kind in {"person", "office"} or (kind == "group" and not draft.plural and not collective)

    def _employed(self, core: Piece, profile: Profile, resolution: Resolution, sentence: int) -> Resolution:
        """Give an officer the service named last, and officers without one and nobody's manager the firm named last."""
        firm = self._r.companies.latest(sentence)
        joined = taken_up.joined(core, profile, resolution, firm, self._r)
        if joined is not None:
            return joined
        if core.lemma in self._r.words.companies["heads"] and self._heads_firm(core):
            land = resolution.country or (firm.country if firm else None)
            return replace(resolution, country=land, sectors=FIRM_SECTORS, entity=None, rule=OFFICER)
        told = profile.employer is not None and not profile.employer.rule.startswith(UNKNOWN)
        officer = core.lemma in {"officer", "agent"} and not profile.nouns and not told
        service = serving.service(self._r.cast) if officer else ()
        if service:
            return replace(resolution, sectors=service)
        if core.lemma in self._r.words.definites["speakers"] and not (profile.employer or resolution.country):
            speaking = serving.speaking(self._r.cast, sentence, anybody=self._r.syntax.indefinite(core.last - 1))
            if speaking is not None:
                return replace(resolution, country=speaking.country, sectors=speaking.sectors, rule=serving.SPEAKER)
        if core.lemma in self._r.words.definites["body_people"] and not (profile.employer or resolution.country):
            seat = body_acting(self._r.cast, sentence)
            if seat is not None:
                return replace(resolution, country=seat.country, rule=OF_BODY)
        if core.lemma == "delegate" and not (profile.employer or profile.countries) and self._r.idle.partisan:
            return replace(resolution, sectors=("PTY",))  # of a party's convention
        idle = resolution.sectors == nominals.NOBODY and core.noun is not None and core.noun.inherits_employer
        alone = idle and core.lemma == "member" and profile.inner is None
        body = serving.seated(self._r.cast, sentence) if alone else None
        if body is not None:
            return replace(resolution, country=body.country, sectors=body.sectors or UNITED_ORGAN, rule=OF_BODY)
        if idle and not firm and core.lemma in self._r.words.definites["serving_offices"]:
            return replace(resolution, sectors=serving.served(self._r.cast, sentence))
        group = core.lemma == "group" and resolution.sectors == nominals.NOBODY
        if firm and (officer or ((idle or group) and not resolution.country)):
            return replace(resolution, country=firm.country, sectors=firm.sectors, rule=OFFICER)
        return resolution

    def _is_at_firm(self, core: Piece, phrase: Phrase, resolution: Resolution) -> bool:
        """Say whether an analyst is of a name that nobody knows, most often a firm's: "an analyst at Merrill Roe"."""
        trade = core.lemma.split()[-1] in self._r.words.definites["firm_trades"]
        if not trade or resolution.sectors[:1] != ("SOC",):
            return False
        syntax = self._r.syntax
        behind = (p for p in syntax.parsed.children(syntax.tokens[phrase.head], "prep") if p.text in {"at", "with"})
        names = (
            n
            for p in behind
            for n in syntax.parsed.children(p, "pobj")
            if n.pos == "PROPN" and n.ent in {"ORG", "PERSON"}
        )
        return any((d := self._r.visit(n.i)) is None or d.resolution is None or not d.resolution.sectors for n in names)

    def _heads_firm(self, core: Piece) -> bool:
        """Say whether a president is a firm's: its chief executive too, or one of a name that is no land's."""
        syntax = self._r.syntax
        token, children = syntax.tokens[core.last - 1], syntax.parsed.children
        beside = [syntax.tokens[token.head]] if token.dep == "conj" else []
        for other in (*children(token, "conj"), *beside):
            if other.lemma in self._r.words.companies["officers"]:
                return True
        if token.dep in {"dobj", "oprd"} and any(
            self._is_firm(s.i) for s in children(syntax.governor(token.i), "nsubj")
        ):
            return True  # "its board elected Ann Lee president"
        if token.dep == "pobj" and syntax.tokens[token.head].lemma == "as":
            verb = syntax.tokens[syntax.tokens[token.head].head]
            return any(self._is_firm(t.i) for t in children(verb, "dobj"))  # "joined Roe Inc as vice president"
        nouns = [n for p in children(token, "prep") if p.lemma in {"of", "at"} for n in children(p, "pobj")]
        if any(n.lemma in self._r.words.companies["again"] and n.text.islower() for n in nouns):
            return True  # "president of the exchange"
        named = [n for n in nouns if n.ent in {"ORG", "PERSON"} and n.pos == "PROPN"]
        return any(self._is_unknown_name(n.i) for n in named)

    def _is_firm(self, i: int) -> bool:
        """Say whether a token is a firm, or a part of one."""
        draft = self._r.visit(i)
        known = draft.resolution if draft else None
        return known is not None and known.sectors[:1] == FIRM_SECTORS and not (draft and draft.person)

    def _is_unknown_name(self, i: int) -> bool:
        """Say whether a name is none that the base knows, nor that of a body by its form."""
        phrase, draft = self._r.phrases.get(i), self._r.visit(i)
        known = draft.resolution if draft else None
        plain = phrase is None or phrase.core is None or not (phrase.core.entities or phrase.core.country)
        return plain and (known is None or not known.sectors or known.sectors[:1] == FIRM_SECTORS)

    def _exact(self, phrase: Phrase, profile: Profile) -> bool:
        """Say whether an office means its one holder: "the president", "Iraq's president", not "for president"."""
        syntax = self._r.syntax
        if syntax.plural(phrase.head) or syntax.indefinite(phrase.head):
            return False
        bare = not (syntax.definite(phrase.head) or profile.countries)
        return not bare or syntax.tokens[phrase.head].dep in {"nsubj", "nsubjpass", "ROOT"}

    def _key(self, draft: Draft, core: Piece) -> tuple[str, str] | None:
        resolution = draft.resolution
        if resolution and resolution.role:
            return ("person", resolution.role.person)
        if resolution and core.noun and core.noun.kind == "institution" and resolution.country:
            return ("body", f"{resolution.country} {core.lemma}")
        return None

    def _joined(self, phrase: Phrase, draft: Draft, profile: Profile) -> Draft:
        """Split "Russian and Belarusian soldiers" into one actor for each country."""
        resolution = draft.resolution
        heads = []
        noun = self._r.syntax.words(profile.adjectives[-1].last, phrase.last) if profile.adjectives else ""
        for piece in profile.adjectives:
            head = self._r.syntax.root(piece.first, piece.last)
            code = piece.country.code if piece.country else None
            part = Draft(head, piece.first, piece.last, MentionKind.NOMINAL, None, modifier=True)
            part.sentence, part.plural, part.lemma = draft.sentence, True, draft.lemma
            part.resolution = Resolution(
                name=f"{piece.text} {noun}", country=code, sectors=resolution.sectors if resolution else (), score=0.75,
                rule="part of a coordination",
            )  # fmt: skip
            self._r.cast.add(part)
            self._r.drafts[head] = part
            heads.append(head)
        draft.parts, draft.plural = tuple(heads) or profile.part_heads, True
        self._r.cast.add(draft)
        return draft

    def merge(self, other: Draft, character: Character, resolution: Resolution | None) -> None:
        """Move a description into the chain of the person it stands beside."""
        old = self._r.cast.characters[other.chain] if other.chain >= 0 else None
        if old and other in old.drafts:
            old.drafts.remove(other)
        other.resolution = resolution
        self._r.cast.join(other, character)


def _says_anything(draft: Draft) -> bool:
    known = draft.resolution
    return bool(known and (known.country or known.sectors or draft.person))


def _as(known: Resolution | None, rule: str) -> Resolution | None:
    if known is None:
        return None
    return replace(known, score=round(known.score * 0.9, 3), rule=rule)
