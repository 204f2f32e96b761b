"""Reads one story's mentions from left to right, keeping in mind who was named."""

from __future__ import annotations

from datetime import date

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.nouns import SectorHit
from dateline.model import EntityKind, Mention, MentionKind, ParsedStory, Resolution, Toponym
from dateline.resolve import (
    acting,
    groups,
    kin,
    local,
    nations,
    nominals,
    pronouns,
    sport,
    tickers,
    told,
    towns,
    trades,
)
from dateline.resolve.again import SENT, body_again
from dateline.resolve.belonging import Belonging
from dateline.resolve.blocs import Blocs
from dateline.resolve.bodies import Bodies
from dateline.resolve.cast import Cast, Draft
from dateline.resolve.companies import Companies
from dateline.resolve.definite import Definites
from dateline.resolve.described import Profile
from dateline.resolve.forms import sectors_by_form, settle_firms
from dateline.resolve.homonyms import at_home, of_units
from dateline.resolve.idle import Idle
from dateline.resolve.lands import Lands
from dateline.resolve.link import Linker
from dateline.resolve.lookups import Lookups
from dateline.resolve.modifiers import Modifiers
from dateline.resolve.name_ends import name_end
from dateline.resolve.people import People
from dateline.resolve.phrases import Phrase, find_phrases
from dateline.resolve.pieces import Cutter, Piece
from dateline.resolve.profile import Profiler
from dateline.resolve.references import References
from dateline.resolve.scene import Scene, asides, borrowed
from dateline.resolve.short_names import ShortNames
from dateline.resolve.standing import Standing
from dateline.resolve.syntax import Syntax
from dateline.resolve.unheld import Unheld

# How sure it is that a name with a land's behind it is a firm's branch.
SCORE = 0.4
# How many sentences back a body may lie that "the department" goes back to.
AGAIN = 8
# What only tells when and how much, so that no "it" means it.
MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
# No part of a name, however they are written ("The United Nations").
FUNCTION_WORDS = frozenset({"DET", "ADP", "CCONJ", "PRON"})


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
        self.things: list[pronouns.Thing] = []
        self.alone = alone
        cutter, names = Cutter(find, words, names=self._name_words(parsed)), {n.first: n for n in parsed.names}
        cut = [cutter.cut(self.syntax, s, names) for s in parsed.sentences]
        told = {t.text for t in parsed.tokens}
        cut = of_units(cut, told, signs=words.names["american"], unless=words.names["caucasus"])
        aside = asides(parsed.tokens, words) | borrowed(cut, words.namesakes, home)
        speech = words.pronouns["speech"]
        self.scene = Scene(parsed, cut, toponyms, find, self.on, home, aside, speech, words.definites["mediating"])
        self.belonging = Belonging(self.syntax, self.scene, words)
        ranked = () if alone else self.scene.ranked
        self.pieces = [[at_home(piece, ranked, self.on) for piece in own] for own in cut]
        self.phrases: dict[int, Phrase] = {}
        for sentence, pieces in zip(parsed.sentences, self.pieces, strict=True):
            found = find_phrases(self.syntax, sentence, pieces)
            self.phrases.update((head, phrase) for head, phrase in found.items() if head not in self.syntax.tickers)
        self.phrases.update(tickers.names(self.syntax, self.pieces, self.phrases))
        self.signs = tickers.signs(self.syntax)
        self.places = {t.head: t for t in toponyms}
        self.people = People(self)
        self.unheld = Unheld(self)
        lands = self.scene.lands
        self.lands = Lands(self)
        named = (self.people.by_piece, lands, self._firm, self._party, self.land, self.lands.organ)
        self.profiler = Profiler(self.syntax, words, self.visit, *named)
        self.definites, self.short_names = Definites(self), ShortNames(self)
        self.bodies, self.companies = Bodies(self), Companies(self)
        self.blocs = Blocs(self)
        self.modifiers, self.references, self.teams = Modifiers(self), References(self), sport.Teams(self)
        self.idle, self.standing = Idle(self), Standing(self)

    def _name_words(self, parsed: ParsedStory) -> frozenset[str]:
        """Return the words that are names in this story, by the tagger's word elsewhere in it."""
        if self.alone:
            return frozenset(t.text for t in parsed.tokens if t.text[0].isupper() and t.pos not in FUNCTION_WORDS)
        return frozenset(
            t.text for t in parsed.tokens if t.pos == "PROPN" and t.ent in {"PERSON", "ORG", "GPE", "NORP", ""}
        )

    def read(self) -> tuple[Mention, ...]:
        """Return the story's mentions in text order."""
        for token in self.syntax.tokens:
            if (
                token.i in self.phrases
                or token.i in self.signs
                or token.tag in {"PRP", "PRP$", "WP"}
                or groups.is_one_of_two(token, self.syntax)
            ):
                self.visit(token.i)
        if not self.alone:
            told.tell(self.cast, self.syntax)
            trades.tell(self.cast, self.syntax)
            told.seats(self.cast, self.syntax, self.scene.lands)
            told.own_forces(self.cast, self.syntax, self.words.definites["sending"])
            firms = settle_firms(self.cast, self.syntax, self.words.forms)
            plain = frozenset(self.words.genders) - self.words.state
            lists = self.words.definites
            foreign = lists["from_abroad"], lists["worldwide"], lists["giving"]
            hosts = local.hosts(self.cast, self.syntax, lists["visits"])
            local.settle(self.cast, self.belonging, self.words.state, plain, firms, hosts, *foreign)
            if self.teams.playing:
                sport.settle(self.cast, self.words.sport)
        return self._mentions()

    def visit(self, i: int) -> Draft | None:
        """Return the mention whose head is token `i`, reading it now if need be."""
        if i in self.drafts:
            return self.drafts[i]
        self.drafts[i] = None  # guards against circles in the parse
        if i in self.signs:
            self.drafts[i] = self._sign(i)
            return self.drafts[i]
        phrase = None if groups.is_one_of_two(self.syntax.tokens[i], self.syntax) else self.phrases.get(i)
        draft = self._phrase(phrase) if phrase else self.references.read(i)
        self.drafts[i] = draft
        return draft

    def _sign(self, i: int) -> Draft | None:
        """Read the sign of a firm on an exchange, behind its name."""
        last = self.signs[i]
        core = next((p for p in self.pieces[self.syntax.tokens[i].sent] if p.first <= last < p.last), None)
        named = self.visit(last) or (self.visit(self.syntax.root(core.first, core.last)) if core else None)
        if named is None or named.chain < 0 or named.kind is not MentionKind.NAME or named.person:
            return None
        draft = Draft(i, i, i + 1, MentionKind.NAME, named.resolution, sentence=named.sentence)
        draft.subject, draft.quoted = self.syntax.subject(i), self.syntax.quoted[i]
        self.cast.join(draft, self.cast.characters[named.chain])
        return draft

    def draft(self, phrase: Phrase, kind: MentionKind, resolution: Resolution | None, profile: Profile) -> Draft:
        """Make a mention for a phrase; it still has to enter the cast."""
        head = phrase.head
        first = phrase.first
        while (
            first < head
            and self.syntax.tokens[first].dep == "det"
            and self.syntax.tokens[first].lemma in {"the", "a", "an"}
        ):
            first += 1
        return Draft(
            head,
            first,
            max(profile.last, name_end(head, phrase.last, self.syntax, self.words.companies["legal"])),
            kind,
            resolution,
            plural=self.syntax.plural(head),
            sentence=self.syntax.tokens[head].sent,
            subject=self.syntax.subject(head),
            quoted=self.syntax.quoted[head],
        )

    def _phrase(self, phrase: Phrase) -> Draft | None:
        core = phrase.core
        if self.idle.is_idle(phrase):
            return self._other(phrase)
        size = groups.pair_size(phrase, self.syntax, self.words)
        described = self._pair(phrase, size) if size else self._land_described(phrase)
        running = self.syntax.tokens[phrase.head].lemma in groups.RUNNING
        if described or (size and not running and not self._is_body_of_many_words(core)):
            return described
        team = self.teams.read(phrase) if self.teams.playing else None
        if team:
            return team
        bloc = self.blocs.read(phrase)
        if bloc is not None:
            return bloc
        return self._unknown(phrase) if core is None else self._known(phrase, core)

    def _unknown(self, phrase: Phrase) -> Draft | None:
        """Read a phrase without a word that a table knows."""
        return (
            self.bodies.campaign(phrase)
            or self._trade(phrase)
            or self._beside(phrase)
            or self.standing.read(phrase)
            or self._body_again(phrase)
            or self.blocs.commission(phrase)
            or towns.province(phrase, self)
            or towns.municipality(phrase, self)
            or acting.body(phrase, self)
            or nations.several(phrase, self)
            or self._other(phrase)
        )

    def _known(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read a phrase by the word of it that a table knows."""
        again = self._again(phrase, core) or self.bodies.campaign(phrase) or self.bodies.union(phrase, core)
        again = again or self.people.family(phrase, core) or kin.named(phrase, self)
        if again:
            return again
        if self.people.is_person(phrase, core):
            return self.people.read(phrase, core)
        if core.names_country and not core.noun:
            return self._branch(phrase, core) or self.lands.read(phrase, core)
        profile = self.profiler.read(phrase)
        if core.metonym or core.country:
            return self._other(phrase) if self._is_town(phrase, core) else self.lands.seat(phrase, core, profile)
        entity = self.bodies.entity(core, profile)
        if entity:
            return self.bodies.read(phrase, core, profile, entity)
        described = self._described(phrase, core, profile)
        if described:
            return described
        return (
            self.lands.people(phrase, core, profile)
            or towns.province(phrase, self)
            or self.people.maybe(phrase, core, profile)
            or self._body_again(phrase)
            or self.blocs.commission(phrase)
            or towns.municipality(phrase, self)
            or acting.body(phrase, self)
            or nations.several(phrase, self)
            or self._other(phrase)
        )

    def _branch(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read "Roe Canada" as a body's branch: a name that the parser takes for one with the land behind it."""
        tokens = self.syntax.tokens
        before, land = tokens[core.first - 1] if core.first else None, tokens[core.last - 1]
        if before is None or before.dep != "compound" or before.head != phrase.head or not before.text[0].isupper():
            return None
        kind = core.country.kind if core.country else ""
        joined = before.ent == land.ent == "ORG" and before.pos == "PROPN" and before.i >= phrase.first
        if not joined or kind != "name" or before.text in self.words.names["compass"] or before.text.isupper():
            return None
        first = before.i
        while first > phrase.first and tokens[first - 1].ent == "ORG" and tokens[first - 1].text[0].isupper():
            first -= 1
        words = self.syntax.words(first, core.last)
        code = core.country.code if core.country else None
        alone = first == before.i
        sectors = ("BUS",) if alone else sectors_by_form(self.syntax.words(first, core.first), self.words.forms)
        resolution = Resolution(name=words, country=code, sectors=sectors, score=SCORE, rule="branch in a land")
        draft = self.draft(phrase, MentionKind.NAME, resolution, self.profiler.read(phrase))
        self.cast.add(draft, key=("entity", words.lower()))
        return draft

    def _body_again(self, phrase: Phrase) -> Draft | None:
        """Read "the exchange" or "the committee" of a body whose name the story has told."""
        staff = self.words.definites["mission_staff"] | self.words.definites["soldiers"]
        character = body_again(phrase, cast=self.cast, syntax=self.syntax, staff=staff)
        if character is None:
            return None
        profile = self.profiler.read(phrase)
        draft = self.draft(phrase, MentionKind.NOMINAL, character.resolution, profile)
        self.cast.join(draft, character)
        return draft

    def _is_body_of_many_words(self, core: Piece | None) -> bool:
        """Say whether counted bodies are told apart by more than one word: "the three opposition parties"."""
        return core is not None and core.noun is not None and core.noun.kind != "person" and " " in core.lemma

    def _described(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a phrase whose head is a noun: a name made of it, else a description."""
        named = self.unheld.by_form(phrase, core, profile) if self._is_name(phrase, core) else None
        return named or (self._noun(phrase, core, profile) if core.noun and self._acts(phrase, core, profile) else None)

    def _is_name(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether capitals make the name of a body out of a noun for its kind: "the National Crime Agency"."""
        first = core.text[:1].isupper() and core.noun is not None and not core.entities
        kind = core.noun.kind if core.noun else ""
        if not first or kind not in {"institution", "group"} or self.syntax.tokens[phrase.head].pos != "PROPN":
            return False
        start = self.companies.start(phrase)
        left = [p for p in phrase.left if p.first >= start]
        known = any(p.entities or p.metonym or p.country or p.title or p.person for p in left)
        plain = any(p.noun is None or p.noun.sectors == ("CVL",) for p in left)
        return bool(left) and plain and not known

    def _land_described(self, phrase: Phrase) -> Draft | None:
        """Read "the country", "the North", "its neighbour"."""
        stated = self.syntax.tokens[phrase.head].lemma in self.words.definites["states"]
        after = self.syntax.tokens[phrase.head + 1 : phrase.head + 3]
        if len(after) == 2 and after[0].text == "of":
            if not after[1].text[0].isupper():
                stated = False  # "the state of the economy"
            elif self.syntax.tokens[phrase.head - 1].text.lower() == "the" and (
                hit := self.land(f"{self.syntax.tokens[phrase.head].text} of {after[1].text}")
            ):
                return self.lands.of_name(phrase, hit)  # "the Republic of Korea"
        state = self.lands.state(phrase) if stated and self.syntax.definite(phrase.head) else None
        return state or self.lands.half(phrase) or self.lands.neighbour(phrase)

    def _is_town(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether a seat of one country's power is here a town of another: "the ports of Cortes" in Honduras."""
        if core.metonym is None or core.metonym.is_capital:
            return False
        country = core.metonym.country
        found = self.places.get(phrase.head)
        land = found.place.country if found and found.place else None
        return land is not None and land != country and land in self.scene.top(2) and country not in self.scene.top(3)

    def _party(self, piece: Piece) -> Resolution | None:
        """Resolve "Democratic" before a noun: a party of that name in a country of the story."""
        if not piece.text[0].isupper() or piece.person:
            return None
        last = piece.text.split()[-1]  # "Ohio Republican leaders"
        found = (e for e in self.find.entities(f"{last} Party") if e.kind is EntityKind.PARTY)
        entity = next((e for e in found if e.country in self.scene.top(3)), None)
        if entity is None:
            return None
        return Resolution(
            name=entity.name, entity=entity, country=entity.country, sectors=entity.sectors, score=0.6, rule="party"
        )

    def land(self, name: str) -> str | None:
        """Return the country that a word names on the story's day."""
        hit = self.find.country(name, self.on)
        return hit.code if hit else None

    def _firm(self, piece: Piece) -> Resolution | None:
        if " " in piece.text:
            return None
        character = self.companies.short(piece.text) or self.short_names.defined(piece.text)
        return character.resolution if character else None

    def _again(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read an acronym or short name of a body of the story, or a company by its form."""
        alias = self.short_names.again(core.text)
        if alias:
            return self.bodies.alias(phrase, alias)
        return self.companies.again(phrase, core) or self.companies.read(phrase)

    def _acts(self, phrase: Phrase, core: Piece, profile: Profile) -> bool:
        """Say whether an agent noun names an actor here: not "the region" or "other countries" of nobody."""
        noun = core.noun
        if noun is None or core.lemma in self.words.definites["states"]:
            members = profile.employer and profile.employer.country in INTERNATIONAL and self.syntax.plural(phrase.head)
            return bool(profile.countries or members)  # "other ASEAN member countries" are the body's
        if core.lemma in self.words.definites["attitudes"] and self._aims(phrase.head):
            return False
        if core.lemma in self.words.weak["named"] and not core.text[:1].isupper():
            placed = profile.place and noun.kind == "person"
            owned = bool(profile.country or profile.employer or placed)
            return owned or self._is_board(phrase, profile) or self._told(phrase, core) or self._sits(phrase)
        if core.lemma in self.words.definites["bodies"] and self.syntax.definite(phrase.head):
            return True
        known = noun.sectors or noun.kind in {"person", "office"} or noun.inherits_employer
        return bool(known or profile.country or profile.employer or profile.inner)

    def _sits(self, phrase: Phrase) -> bool:
        """Say whether a chamber is a legislature: "the assembly voted", not "the assembly of the parts"."""
        token = self.syntax.tokens[phrase.head]
        whole = not any(t.lemma in {"of", "for"} for t in self.syntax.parsed.children(token, "prep"))
        return token.text in self.words.definites["chambers"] and self.syntax.definite(phrase.head) and whole

    def _told(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether "the department", "the mission" goes back to a body of that kind which the story has named."""
        if not self.syntax.definite(phrase.head) or self.syntax.plural(phrase.head) or len(phrase.pieces) > 1:
            return False
        sentence = self.syntax.tokens[phrase.head].sent
        near = [c for c in self.cast.recent() if sentence - c.latest.sentence <= AGAIN]
        bodies = (c for c in near if not c.person)
        if any(core.lemma in c.words or core.lemma in {x.split()[-1] for x in c.lemmas} for c in bodies):
            return True
        lists = self.words.definites
        sent = (c for c in near if c.resolution and c.resolution.country in INTERNATIONAL)
        return core.lemma in lists["missions"] and any(c.lemmas & lists["mission_staff"] for c in sent)

    def _aims(self, head: int) -> bool:
        """Say whether "to" follows a noun: "its opposition to the talks" is no party."""
        return any(t.lemma == "to" for t in self.syntax.parsed.children(self.syntax.tokens[head], "prep"))

    def _noun(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        if core.noun is None:
            return None
        if profile.inner and core.lemma.split()[-1] in self.words.quantities and not profile.countries:
            return self._counted(phrase, profile)
        return self.definites.read(phrase, core, profile)

    def _beside(self, phrase: Phrase) -> Draft | None:
        """Read a noun that only its name tells of: "his opponent, Ann Lee"."""
        token = self.syntax.tokens[phrase.head]
        owned = self.syntax.parsed.has(token, "poss")
        if token.pos != "NOUN" or self.syntax.plural(phrase.head) or not owned:
            return None
        for child in self.syntax.parsed.children(token, "appos"):
            other = self.phrases.get(child.i)
            named = self.visit(child.i) if other and other.core and self.people.is_person(other, other.core) else None
            if named and named.chain >= 0 and named.person:
                draft = self.draft(phrase, MentionKind.NOMINAL, named.resolution, self.profiler.read(phrase))
                self.cast.join(draft, self.cast.characters[named.chain])
                return draft
        return None

    def _trade(self, phrase: Phrase) -> Draft | None:
        """Read a noun that says only how somebody belongs to a body: "army accountant", "Hamas chief"."""
        token = self.syntax.tokens[phrase.head]
        behind = phrase.pieces or self._is_of_name(phrase.head)
        known = token.lemma in self.words.relational and (behind or token.lemma in self.words.definites["boards"])
        if token.pos != "NOUN" or not known:
            return None
        profile = self.profiler.read(phrase)
        employers = [p for p in profile.nouns if p.noun and set(p.noun.sectors) & nominals.EMPLOYERS]
        board = self._is_board(phrase, profile)
        told = profile.employer or employers or (profile.countries and token.lemma in self.words.state)
        if not (told or board):
            return None
        kind = "institution" if token.lemma in SENT else "person"
        hit = SectorHit(sectors=(), kind=kind, flags=("inherits_employer",))
        if token.text in self.words.definites["armed_trades"]:
            hit = SectorHit(sectors=("MIL",), kind="group")  # "the U.N. force"
        if board:
            hit = SectorHit(sectors=("GOV",), kind="institution")
        core = Piece(phrase.head, phrase.head + 1, token.text, noun=hit, lemma=token.lemma)
        return self.definites.read(phrase, core, profile)

    def _is_of_name(self, head: int) -> bool:
        """Say whether "of" and a name stand behind a noun: "chair of the Ruritanian Growers' League"."""
        children = self.syntax.parsed.children
        behind = (n for p in children(self.syntax.tokens[head], "prep") if p.text == "of" for n in children(p, "pobj"))
        return any(n.pos == "PROPN" and n.ent != "PERSON" for n in behind)  # not "in the arms of Lee"

    def _is_board(self, phrase: Phrase, profile: Profile) -> bool:
        """Say whether a board is the state's: "the provincial water department", "the Ohio casino commission"."""
        lists, tokens = self.words.definites, self.syntax.tokens
        if tokens[phrase.head].lemma not in lists["boards"] or profile.employer:
            return False
        before = [t for t in tokens[phrase.first : phrase.head] if t.dep in {"amod", "compound", "nmod"}]
        level = any(t.lemma in lists["levels"] for t in before) or self._inquires(phrase)
        named = tokens[phrase.head].lemma in lists["authorities"] and any(t.pos == "PROPN" for t in before)
        owned = bool(profile.countries) and any(t.pos == "NOUN" for t in before)  # "the Ruritanian grain board"
        return level or owned or (len(before) > 1 and (named or profile.place is not None))

    def _inquires(self, phrase: Phrase) -> bool:
        """Say whether a board is one that a state sets up to find something out: "the commission of inquiry"."""
        children = self.syntax.parsed.children
        behind = (n for p in children(self.syntax.tokens[phrase.head], "prep") for n in children(p, "pobj"))
        return any(n.lemma in self.words.definites["inquiries"] for n in behind)

    def _counted(self, phrase: Phrase, profile: Profile) -> Draft | None:
        inner = profile.inner
        if inner is None or inner.resolution is None:
            return None
        draft = self.draft(phrase, MentionKind.NOMINAL, inner.resolution, profile)
        if self.syntax.tokens[phrase.head].text == "member" and not inner.plural:
            draft.person, draft.lemma = True, "member"  # "a member of the Roe Brigades": one of them
            self.cast.add(draft)
            return draft
        draft.plural, draft.parts, draft.lemma, draft.office = True, inner.parts, inner.lemma, inner.office
        self.cast.join(draft, self.cast.characters[inner.chain])
        return draft

    def _pair(self, phrase: Phrase, size: int) -> Draft | None:
        profile = self.profiler.read(phrase)
        people, countries = groups.members(phrase, size, self.syntax, self.words, self.cast, self.scene)
        hit = phrase.core.noun if phrase.core else None
        lemma = self.syntax.tokens[phrase.head].lemma
        sectors = hit.sectors if hit and lemma not in self.words.pair_plain else ()
        held = {c.resolution.sectors[0] for c in people if c.resolution and c.resolution.sectors}
        if not sectors and len(held) == 1:
            sectors = tuple(held)  # two presidents are "the two leaders"
        if not sectors and held and len({c.resolution.country for c in people if c.resolution}) == 1:
            sectors = next(c.resolution.sectors[:1] for c in people if c.resolution and c.resolution.sectors)
        if profile.countries:
            countries = tuple(profile.countries)
        sides = lemma in self.words.pair_any and len(countries) == 1
        if len(countries) < 2 and not sides and not (countries and len(people) == size):
            return None
        resolution = groups.pair_resolution(phrase, self.syntax, self.words, countries, sectors)
        draft = self.draft(phrase, MentionKind.NOMINAL, resolution, profile)
        draft.plural = True
        draft.person = lemma in self.words.pair_persons or None
        draft.parts = tuple(c.latest.head for c in people)
        self.cast.add(draft, key=("pair", "+".join(sorted(countries))))
        return draft

    def _other(self, phrase: Phrase) -> Draft | None:
        """Read a noun that is no actor: the actors before it, and what it counts."""
        profile = self.profiler.read(phrase)
        lemma = self.syntax.tokens[phrase.head].lemma
        if profile.inner and (lemma in self.words.quantities or self.syntax.tokens[phrase.head].pos == "NUM"):
            return self._counted(phrase, profile)
        self.modifiers.enter(phrase, profile)
        token = self.syntax.tokens[phrase.head]
        if token.ent not in MEASURES and not self.syntax.in_dateline(phrase.head):
            plural, subject = self.syntax.plural(phrase.head), self.syntax.subject(phrase.head)
            self.things.append(pronouns.Thing(phrase.head, token.sent, plural, subject))
        return None

    def _mentions(self) -> tuple[Mention, ...]:
        kept = sorted((d for d in self.drafts.values() if d is not None), key=lambda d: (d.first, d.last, d.head))
        number = {draft.head: n for n, draft in enumerate(kept)}
        chains: dict[int, int] = {}
        fresh = -1
        mentions = []
        for n, draft in enumerate(kept):
            if draft.chain < 0:
                fresh -= 1
            chain = chains.setdefault(draft.chain if draft.chain >= 0 else fresh, len(chains))
            mentions.append(
                Mention(
                    i=n,
                    first=draft.first,
                    last=draft.last,
                    head=draft.head,
                    span=self.syntax.parsed.span(draft.first, draft.last),
                    kind=draft.kind,
                    chain=chain,
                    resolution=draft.resolution,
                    parts=tuple(number[h] for h in draft.parts if h in number),
                    plural=draft.plural,
                )
            )
        return tuple(mentions)
