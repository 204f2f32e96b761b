"""Descriptions in their story: "the president", "the group", acronyms, offices of the story's country."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL, STATES_TOGETHER
from dateline.model import FROM_ABROAD, MANY_STATES, EntityKind, MentionKind, Resolution, Token
from dateline.resolve import nominals, said_of, serving, taken_up
from dateline.resolve.again import OF_BODY, body_acting, people_again
from dateline.resolve.cast import Character, Draft
from dateline.resolve.companies import OFFICER
from dateline.resolve.companies import RULE as COMPANY
from dateline.resolve.described import TOGETHER, Profile
from dateline.resolve.epithets import epithet_of
from dateline.resolve.forms import RULE as FORM
from dateline.resolve.kinds import is_body
from dateline.resolve.phrases import Phrase
from dateline.resolve.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Words that a person's name has at most, and "of" with a land's name.
NAME_SPAN, LAND_SPAN = 5, 7
UNITED_NATIONS, MILITANTS, FIRMS = "UNO", "IMG", "MNC"
# Governments sit in its organs.
UNITED_ORGAN = ("GOV",)
FIRM_SECTORS = ("BUS",)
# What a description says of a body against what the form of its name suggests: "the Roe Commission, a rebel group".
SIDES = frozenset({"OPP", "REB", "PTY", "PRM"})
# Heads of what names one body in the plural.
FORCES = frozenset({"force", "service", "authority", "authorities", "police", "patrol"})
INTERNATIONAL_BODY = "body of many states"
UNKNOWN, DESCRIBED = "unknown organisation", "described organisation"


class Definites:
    """Reads descriptions in one story and links them to who was named."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self.given: dict[int, Draft] = {}

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
        if self._name_after(phrase, draft):
            self._r.short_names.note(phrase, self._r.cast.characters[draft.chain])
            return draft
        known = (
            self._known(phrase, core, profile, draft) if syntax.definite(phrase.head) or not profile.country else None
        )
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
        self._place(phrase, core, profile, draft, exact=exact)
        if not _says_anything(draft):
            return None
        character = self._r.cast.add(draft, key=self._key(draft, core))
        character.marks |= self._modifiers(draft)
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

    def _place(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft, *, exact: bool) -> None:
        """Give the description a country where it has none, and a holder where it is an office."""
        resolution = draft.resolution
        if resolution is None or core.noun is None or profile.deictic:
            return
        country = resolution.country
        if country is None and (
            home := self._r.belonging.homeland(profile.employer.entity if profile.employer else None)
        ):
            draft.resolution = resolution = _with(resolution, home, "people of a land", 0.5)
            country = home
        if country is None and self._is_of_allies(draft):
            draft.resolution = _with(resolution, self._allies() or MILITANTS, "forces of allies", 0.5)
            return
        # "World governments" are those of many states.
        state = bool(set(resolution.sectors[:1]) & nominals.ORGANS) and core.noun.kind == "institution"
        one_body = self._r.syntax.tokens[phrase.head].lemma in FORCES  # "security forces" are those of one state
        state = state and draft.plural and not one_body and not self._federal(core, draft)
        draft.many = state and not self._r.syntax.definite(phrase.head) and country is None
        draft.many = draft.many and not self._is_counted(draft)
        of_many = country is None and self._of_many(core, profile, draft)
        draft.many = draft.many or of_many or (profile.abroad and draft.plural and country is None)
        if country is None and self._is_international(core, phrase, resolution):
            draft.resolution = _with(resolution, TOGETHER, INTERNATIONAL_BODY, 0.5)
            return
        if profile.abroad and country is None and draft.plural and resolution.sectors[:1] == FIRM_SECTORS:
            draft.resolution = _with(resolution, FIRMS, f"{resolution.rule}; {FROM_ABROAD}", 0.4)  # "foreign banks"
            return
        if profile.abroad and country is None and resolution.sectors[:1] in {("UAF",), ("REB",)}:
            draft.resolution = _with(resolution, MILITANTS, MANY_STATES, 0.4)  # "foreign fighters"
            return
        if of_many and set(resolution.sectors[:1]) & nominals.ORGANS:
            draft.resolution = resolution = replace(resolution, country=TOGETHER, rule=MANY_STATES)
        organ = set(resolution.sectors[:1]) & nominals.ORGANS and not profile.employer and not draft.quoted
        organ = organ and not draft.many
        if country is None and core.lemma in self._r.words.definites["united_nations"]:
            draft.resolution = resolution = replace(
                _with(resolution, UNITED_NATIONS, "organ of the United Nations", 0.7), sectors=UNITED_ORGAN
            )
            return
        if country is None and organ and not self._proper(phrase, core):
            stays = core.noun.kind == "institution" or draft.plural or self._r.syntax.indefinite(phrase.head)
            country = self._r.people.of_body(phrase) or taken_up.of_minister(core, draft, self._r)
            within = next((p.lemma for p in profile.nouns if p.noun and p.noun.kind == "institution"), core.lemma)
            country = country or self._r.belonging.of_office(
                draft.head, resolution.sectors, lemma=core.lemma, stays=stays, within=within
            )
            if country:
                draft.resolution = resolution = _with(resolution, country, "office of the story's country", 0.5)
        found = nominals.holder(core.noun, profile, country, self._r.linker, self._r.on, exact=exact)
        if found:
            scored = found if resolution.score > 0.5 else _with(found, country, "office of the story's country", 0.5)
            draft.resolution = scored

    def _is_international(self, core: Piece, phrase: Phrase, resolution: Resolution) -> bool:
        """Say whether a court or panel is one of many states: "an international court"."""
        told = any(t.text.lower() == "international" for t in self._r.syntax.tokens[phrase.first : phrase.head])
        organ = bool(set(resolution.sectors[:1]) & nominals.ORGANS)
        return told and organ and core.noun is not None and core.noun.kind == "institution"

    def _federal(self, core: Piece, draft: Draft) -> bool:
        """Say whether "states" are those of the federation that the story is about: "she won five southern states"."""
        lists = self._r.words.definites
        inside = self._r.syntax.tokens[draft.first : draft.head]
        top = self._r.scene.ranked[:1] or (self._r.belonging.of_everyone,)
        own = (
            core.lemma in {"state", "states"}
            and draft.plural
            and not any(t.lemma.lower() in lists["of_the_world"] for t in inside)
        )
        return own and bool(lists["federations"].intersection(top)) and not self._r.scene.told & INTERNATIONAL

    def _is_counted(self, draft: Draft) -> bool:
        """Say whether bodies are told by their number or level: "two congressional agencies" are one land's."""
        inside = self._r.syntax.tokens[draft.first : draft.head]
        return any(t.dep == "nummod" or t.lemma in self._r.words.definites["levels"] for t in inside)

    def _is_of_allies(self, draft: Draft) -> bool:
        """Say whether soldiers are a coalition's: "coalition troops" are not of the land where they stand."""
        known = draft.resolution
        inside = self._r.syntax.tokens[draft.first : draft.head]
        return known is not None and known.sectors[:1] == ("MIL",) and any(t.lemma == "coalition" for t in inside)

    def _allies(self) -> str | None:
        """Return the country of the coalition that the story named last."""
        named = (c.resolution for c in self._r.cast.recent() if "coalition" in c.lemmas and c.resolution)
        return next((known.country for known in named if known.country), None)

    def _of_many(self, core: Piece, profile: Profile, draft: Draft) -> bool:
        """Say whether a plural means office-holders of many states: "heads of government", "Arab ministers"."""
        one_each = core.noun is not None and core.noun.office in nominals.SINGLE
        if draft.plural and self._r.syntax.from_lands(draft.head):
            return True
        return profile.regional or (draft.plural and one_each and not profile.former)

    def _proper(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether the description is the name of some armed body ("Foo Brigades"), whose side nobody can guess."""
        own = core.noun is not None and core.noun.sectors[:1] in {("MIL",), ("REB",)} and core.text[:1].isupper()
        return own and any(not (p.noun or p.country or p.entities or p.former) for p in phrase.left)

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

    def _name_after(self, phrase: Phrase, draft: Draft) -> bool:
        """Read the name in "the country's president, Emmanuel Macron"; the description is then whoever is named.

        The other way round, "Hamas, the Palestinian group" and "ISIL (banned) fighters" are the body named before.
        """
        tokens = self._r.syntax.tokens
        for child in self._r.syntax.parsed.children(tokens[phrase.head], "appos"):
            other = self._r.phrases.get(child.i)
            if other is None or other.core is None or not self._fits(other, draft):
                continue
            self.given[child.i] = draft
            if self._join_named(draft, self._r.visit(child.i)):
                return True
        behind = self._name_behind(phrase, draft)
        if behind is not None:
            self.given[behind] = draft
            if self._join_named(draft, self._r.visit(behind)):
                return True
        token = tokens[phrase.head]
        before = self._r.drafts.get(token.head) if token.dep == "appos" else None
        before = before or self._named_beside(token, draft)
        if before is None or before.kind is not MentionKind.NAME or before.person:
            return False
        self._tell_of(before, draft)
        return is_body(before.resolution) and self._join_named(draft, before)

    def _name_behind(self, phrase: Phrase, draft: Draft) -> int | None:
        """Return the name right behind "the governor of Tarn, Ann Lee", which the parser hangs on the land's name."""
        tokens, at = self._r.syntax.tokens, phrase.last
        if not draft.person or draft.plural or at >= len(tokens) or tokens[at].pos != "ADP":
            return None
        while at < min(phrase.last + LAND_SPAN, len(tokens) - 1) and tokens[at].text != ",":
            at += 1
        at += 1
        for i in range(at, min(at + NAME_SPAN, len(tokens))):
            other = self._r.phrases.get(i)
            if other is None or other.first != at or other.core is None or other.core.first != at:
                continue
            hung = tokens[i].dep == "appos" and phrase.head <= tokens[i].head < at
            return i if hung and self._r.people.is_person(other, other.core) else None
        return None

    def _named_beside(self, token: Token, description: Draft) -> Draft | None:
        """Return a name that only its description tells of: "Zone 9, a Bolivian rebel movement"."""
        named, told = self._r.syntax.tokens[token.head], description.resolution
        if token.dep != "appos" or named.pos != "PROPN" or description.plural or description.person or told is None:
            return None
        if (named.i in self._r.drafts and self._r.drafts[named.i] is not None) or not (told.country or told.sectors):
            return None
        first = self._r.syntax.left_edge[named.i]
        words = self._r.syntax.words(first, named.i + 1)
        resolution = replace(told, name=words, entity=None, rule=DESCRIBED)
        draft = Draft(named.i, first, named.i + 1, MentionKind.NAME, resolution, sentence=named.sent)
        draft.subject = self._r.syntax.subject(named.i)
        self._r.cast.add(draft, key=("entity", words.lower()))
        self._r.drafts[named.i] = draft
        return draft

    def _tell_of(self, named: Draft, description: Draft) -> None:
        """Give a body that nobody knows what stands beside it: "Zone 9, a Bolivian rebel movement"."""
        known, told = named.resolution, description.resolution
        formed = known is not None and known.rule == FORM and told is not None and bool(set(told.sectors) & SIDES)
        if known is None or told is None or description.person or not (known.rule.startswith(UNKNOWN) or formed):
            return
        if description.plural or not (told.country or told.sectors):
            return
        country = told.country or known.country
        named.resolution = replace(told, name=known.name, country=country, entity=None, rule=DESCRIBED)
        if named.chain >= 0:
            self._r.cast.characters[named.chain].resolution = named.resolution

    def _fits(self, other: Phrase, draft: Draft) -> bool:
        """Say whether a name beside a description can be its name: a person's for a person, a body's for a group."""
        if other.core is None or draft.plural:
            return False
        if self._r.people.is_person(other, other.core):
            return draft.person is not None or self._takes_for_body(other, draft)
        named = other.core.entity is not None or self._r.syntax.tokens[other.head].pos == "PROPN"
        return draft.person is None and named and not other.core.country and not other.core.noun

    def _takes_for_body(self, other: Phrase, draft: Draft) -> bool:
        """Note that what the parser took for a person is the body beside, and say so: "Peru's biggest bank Roe"."""
        core, told = other.core, draft.resolution
        alone = core is not None and " " not in core.text and not core.entities
        known = core is not None and core.text.lower() in self._r.words.given
        firm = (
            told is not None
            and told.sectors[:1] == FIRM_SECTORS
            and draft.lemma.split()[-1] in self._r.words.companies["again"]
        )
        taken = alone and firm and not known
        if taken:
            self.given[other.head] = draft
        return taken

    def _join_named(self, draft: Draft, named: Draft | None) -> bool:
        if named is None or named.chain < 0:
            return False
        self._r.cast.join(draft, self._r.cast.characters[named.chain])
        draft.resolution = named.resolution
        return True

    def _known(self, phrase: Phrase, core: Piece, profile: Profile, draft: Draft) -> Character | None:
        """Return the character that a definite description goes back to."""
        if self._r.syntax.indefinite(phrase.head) or not self._r.syntax.definite(phrase.head) or profile.deictic:
            return None
        if profile.possessed and profile.employer is None and not profile.countries:
            return None
        plain = self._r.words.definites["plain_people"]
        again = people_again(phrase, core.lemma, draft, cast=self._r.cast, syntax=self._r.syntax, plain=plain)
        if again is not None:
            return again
        near = []
        for character in self._r.cast.recent():
            if character.resolution is None or not any(d.head < phrase.head for d in character.drafts):
                continue
            if draft.sentence - character.latest.sentence > 8:
                break
            if self._same(character, core, profile, draft):
                near.append(character)
        # "The chancellor" is whoever was called so, before another head of government named later.
        called = (c for c in near if core.lemma in c.lemmas)
        worded = (
            c for c in near if core.lemma in c.words
        )  # "the group" is "Front 17 Group" before a league named later
        found = next(called, None) or next(worded, near[0] if near else None)
        return found or epithet_of(phrase, core, profile, draft, self._r)

    def _same(self, character: Character, core: Piece, profile: Profile, draft: Draft) -> bool:
        known = character.resolution
        if known is None or (profile.country and known.country != profile.country):
            return False
        opened = self._r.scene.opened(draft.sentence) if core.noun and core.noun.kind == "institution" else None
        if (profile.there and known.country != profile.place) or (opened and known.country != opened):
            return False  # "In Paris the Foreign Ministry": France's, whichever was named last
        if profile.former:
            left = character.person and not draft.plural and not character.latest.plural
            return bool(left and core.lemma in character.lemmas and "ELI" in known.sectors)
        if self._same_kind(character, core, draft):
            return True
        if profile.employer and not profile.countries and known.entity is None and core.lemma not in character.lemmas:
            return False
        institution = core.noun is not None and core.noun.kind == "institution"
        if institution and profile.place and known.country != profile.place:
            return False  # "the ministry in Ottawa" is Canada's, whichever was named last
        office = core.noun.office if core.noun else None
        same_word = any(lemma == core.lemma or lemma.split()[-1] == core.lemma for lemma in character.lemmas)
        if character.person and not draft.plural and not character.latest.plural:
            held = bool(office and office == character.office and office != "other")
            return bool(draft.person) and (held or (same_word and self._modifiers(draft) <= character.marks))
        lemma, lists = core.lemma.split()[-1], self._r.words.definites
        if known.rule.startswith(COMPANY) and not draft.plural:
            return core.lemma != "central bank" and lemma in self._r.words.companies["again"]
        if lemma in lists["bodies"] and is_body(known) and not draft.plural:
            # "told Reuters that the group": no agency is meant, and no army or service is a group
            organ = lemma == "group" and not nominals.ORGANS.isdisjoint(known.sectors[:1])
            other = organ or "JRN" in known.sectors
            return (lemma in lists["any_body"] and not other) or same_word or lemma in character.words
        if core.noun and core.noun.kind == "institution" and not draft.plural:
            same_word = same_word and self._modifiers(draft) <= character.marks
            return same_word or (known.entity is not None and lemma in character.words)
        if core.lemma not in character.lemmas or character.latest.plural != draft.plural:
            return False
        return self._modifiers(draft) <= character.marks

    def _same_kind(self, character: Character, core: Piece, draft: Draft) -> bool:
        """Say whether a noun suits the kind of a named body, or two words mean the doers of one attack."""
        known, lists, lemma = character.resolution, self._r.words.definites, core.lemma.split()[-1]
        if lemma in lists["missions"] and not draft.plural and character.lemmas & lists["mission_staff"]:
            return known is not None and known.country in INTERNATIONAL  # "EU observers ... the mission"
        named = known is not None and known.entity is not None and known.entity.kind is EntityKind.IGO
        if known is None or character.person or (character.latest.modifier and not named):
            return character.plural and draft.plural and self._attackers(character, lemma)
        if not draft.plural and character.drafts[0].kind is MentionKind.NOMINAL and character.drafts[0].plural:
            return False  # "its members ... the bloc": those of a body are not the body
        kind = known.entity.kind.value if known.entity else "igo" if known.country in STATES_TOGETHER else ""
        if known.country == UNITED_NATIONS and lemma in lists["of_some_states"]:
            return False
        if kind == "armed_group" and draft.plural and core.noun is not None:
            return "REB" in known.sectors and core.noun.sectors[:1] == ("REB",)
        if draft.plural:
            return self._attackers(character, lemma)
        return lemma in lists.get(kind, ()) or (kind == "organisation" and core.lemma in lists["organisation_bodies"])

    def _attackers(self, character: Character, lemma: str) -> bool:
        known, lists = character.resolution, self._r.words.definites
        unnamed = known is not None and known.entity is None and bool({"UAF", "CRM", "UNK"} & set(known.sectors))
        if lemma in lists["soldiers"] and character.lemmas & lists["soldiers"]:
            return character.latest.plural
        return unnamed and character.latest.plural and lemma in lists["attackers"]

    def _modifiers(self, draft: Draft) -> frozenset[str]:
        """Return the words that tell these soldiers from those: adjectives and compounds before the head."""
        inside = self._r.syntax.tokens[draft.first : draft.head]
        told = (t for t in inside if t.dep in {"amod", "compound", "nmod"} and t.pos != "NUM")
        return frozenset(t.lemma for t in told if not (t.text[:1].isupper() and self._r.find.country(t.text)))

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


def _with(known: Resolution, country: str | None, rule: str, score: float) -> Resolution:
    return replace(known, country=country or known.country, rule=rule, score=score)
