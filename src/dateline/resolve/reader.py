"""Reads one story's mentions from left to right, keeping in mind who was named."""

from __future__ import annotations

from datetime import date

from dateline.knowledge.actor_words import ActorWords
from dateline.knowledge.normalise import name_key
from dateline.knowledge.nouns import SectorHit
from dateline.model import EntityKind, Mention, MentionKind, ParsedStory, Resolution, Token, Toponym
from dateline.resolve import groups, metonyms, nominals, pronouns
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.definite import Definites
from dateline.resolve.link import Linker
from dateline.resolve.lookups import Lookups
from dateline.resolve.people import People
from dateline.resolve.phrases import Phrase, find_phrases
from dateline.resolve.pieces import Cutter, Piece
from dateline.resolve.profile import Profile, Profiler, entity_resolution
from dateline.resolve.scene import Scene
from dateline.resolve.syntax import Syntax

# Sectors of bodies that act through the noun they modify.
ACTING = frozenset({"GOV", "MIL", "COP", "REB", "UAF", "PRM", "SPY", "JUD"})
# Rules of mentions that "the country" can go back to.
LANDS = frozenset({"country name", "capital", "capital for its government", "people", "the country"})


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
    ) -> None:
        """Prepare a story.

        Args:
            parsed: The story.
            find: The knowledge base.
            words: The shipped word lists.
            toponyms: Its place names, for the countries they lie in.
            alone: The text is a single actor string, so that a bare capital is its government.
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
        self.pieces = [cutter.cut(self.syntax, s, names) for s in parsed.sentences]
        self.phrases: dict[int, Phrase] = {}
        for sentence, pieces in zip(parsed.sentences, self.pieces, strict=True):
            self.phrases.update(find_phrases(self.syntax, sentence, pieces))
        self.scene = Scene(parsed, self.pieces, toponyms, find, self.on)
        self.places = {t.head: t for t in toponyms}
        self.people = People(self)
        lands = {t.head: t.place.country for t in toponyms if t.place and t.place.country}
        self.profiler = Profiler(self.syntax, words, self.visit, self.people.by_piece, lands)
        self.definites = Definites(self)

    def _name_words(self, parsed: ParsedStory) -> frozenset[str]:
        """Return the words that are names in this story, by the tagger's word elsewhere in it."""
        if self.alone:
            return frozenset(t.text for t in parsed.tokens if t.text[0].isupper())
        return frozenset(
            t.text for t in parsed.tokens if t.pos == "PROPN" and t.ent in {"PERSON", "ORG", "GPE", "NORP", ""}
        )

    def read(self) -> tuple[Mention, ...]:
        """Return the story's mentions in text order."""
        for token in self.syntax.tokens:
            if token.i in self.phrases or token.tag in {"PRP", "PRP$", "WP"}:
                self.visit(token.i)
        return self._mentions()

    def visit(self, i: int) -> Draft | None:
        """Return the mention whose head is token `i`, reading it now if need be."""
        if i in self.drafts:
            return self.drafts[i]
        self.drafts[i] = None  # guards against circles in the parse
        phrase = self.phrases.get(i)
        draft = self._phrase(phrase) if phrase else self._pronoun(i)
        self.drafts[i] = draft
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
            max(profile.last, phrase.last),
            kind,
            resolution,
            plural=self.syntax.plural(head),
            sentence=self.syntax.tokens[head].sent,
            subject=self.syntax.subject(head),
            quoted=self.syntax.quoted[head],
        )

    def _phrase(self, phrase: Phrase) -> Draft | None:
        core = phrase.core
        size = groups.pair_size(phrase, self.syntax, self.words)
        if size:
            return self._pair(phrase, size)
        if self.syntax.tokens[phrase.head].lemma in self.words.definites["states"] and self.syntax.definite(
            phrase.head
        ):
            state = self._state(phrase)
            if state:
                return state
        if core is None:
            return self._trade(phrase) or self._other(phrase)
        alias = self.definites.acronym(core.text)
        if alias:
            return self._alias(phrase, alias)
        if self.people.is_person(phrase, core):
            return self.people.read(phrase, core)
        if core.names_country and not core.noun:
            return self._country(phrase, core)
        profile = self.profiler.read(phrase)
        if core.metonym or core.country:
            return self._seat(phrase, core, profile)
        entity = self._entity(core, profile)
        if entity:
            return self._body(phrase, core, profile, entity)
        if core.noun and self._acts(phrase, core, profile):
            draft = self._noun(phrase, core, profile)
            if draft:
                return draft
        return self._ethnic(phrase, core, profile) or self.people.maybe(phrase, core, profile) or self._other(phrase)

    def _ethnic(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a people that is no nation ("Iraqi Kurds"): civilians of the country said."""
        token = self.syntax.tokens[phrase.head]
        country = profile.country or profile.place
        if token.ent != "NORP" or not self.syntax.plural(phrase.head) or country is None:
            return None
        resolution = Resolution(
            name=core.text, country=country, sectors=("CVL",), score=0.6, rule="people in a country"
        )
        draft = self.draft(phrase, MentionKind.NAME, resolution, profile)
        self.cast.add(draft, key=("people", f"{country} {core.text}"))
        return draft

    def _alias(self, phrase: Phrase, character: Character) -> Draft:
        """Read an acronym that the story itself explains."""
        draft = self.draft(phrase, MentionKind.NAME, character.resolution, self.profiler.read(phrase))
        self.cast.join(draft, character)
        return draft

    def _acts(self, phrase: Phrase, core: Piece, profile: Profile) -> bool:
        """Say whether an agent noun names an actor here: not "the region" or "other countries" of nobody."""
        noun = core.noun
        if noun is None or core.lemma in self.words.definites["states"]:
            return bool(profile.countries)
        if core.lemma in self.words.weak["named"] and not core.text[:1].isupper():
            return bool(profile.country or profile.employer)
        if core.lemma in self.words.definites["bodies"] and self.syntax.definite(phrase.head):
            return True
        known = noun.sectors or noun.kind in {"person", "office"} or noun.inherits_employer
        return bool(known or profile.country or profile.employer or profile.inner)

    def _country(self, phrase: Phrase, core: Piece) -> Draft | None:
        hit = core.country
        if hit is None or hit.code is None:
            return None
        token = self.syntax.tokens[phrase.head]
        if (
            hit.kind == "adjective"
            and token.pos == "ADJ"
            and token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj", "attr"}
        ):
            return None
        profile = self.profiler.read(phrase)
        people = hit.kind in {"demonym", "adjective"}
        before = [self.syntax.tokens[i] for i in range(phrase.first, phrase.head)]
        code = self._home(hit.code, before, profile) if people else hit.code
        counted = any(t.pos in {"NUM", "ADJ"} and t.i < core.first for t in before)
        resolution = Resolution(
            name=self._country_name(hit.code),
            entity=None if people else next((e for e in core.entities if e.kind is EntityKind.COUNTRY), None),
            country=code,
            # "The Danes" may be their government, "200 Danes" and "young Danes" are people.
            sectors=("CVL",) if people and counted else hit.sectors,
            score=0.9,
            rule="people" if people else "country name",
        )
        draft = self.draft(phrase, MentionKind.NAME, resolution, profile)
        self.cast.add(draft, key=("people" if people else "country", hit.code))
        return draft

    def _home(self, code: str, before: list[Token], profile: Profile) -> str:
        """Return the country of a people: "ethnic Albanians in Serbia" and "Albanians of Serbia" are Serbia's."""
        if any(t.lemma == "ethnic" for t in before):
            return profile.place or profile.country or code
        return next((c for c in profile.countries if c != code), code)

    def _state(self, phrase: Phrase) -> Draft | None:
        """Read "the country": the last named, or the story's; a quoted "this country" is deictic."""
        profile = self.profiler.read(phrase)
        token = self.syntax.tokens[phrase.head]
        before = self.syntax.tokens[phrase.first : phrase.head]
        plain = not any(t.dep in {"compound", "amod", "nummod"} for t in before) or token.lemma in {"country", "nation"}
        if self.syntax.plural(phrase.head) or profile.deictic or len(phrase.pieces) > 1 or profile.inner or not plain:
            return None
        if self.syntax.quoted[phrase.head] and any(t.lemma == "this" for t in before):
            return self.draft(phrase, MentionKind.DEICTIC, None, profile)
        code = profile.country if profile.possessed else self._last_country(phrase.head)
        if code is None:
            return None
        resolution = Resolution(name=self._country_name(code), country=code, score=0.5, rule="the country")
        draft = self.draft(phrase, MentionKind.NOMINAL, resolution, profile)
        self.cast.add(draft, key=("country", code))
        return draft

    def _last_country(self, head: int) -> str | None:
        """Return the country that "the country" goes back to: near, a subject, or what the story is about."""
        sentence = self.syntax.tokens[head].sent
        focus = self.scene.focus(sentence)
        best: tuple[float, str] | None = None
        for character in self.cast.characters:
            known = character.resolution
            if known is None or character.person or known.rule not in LANDS or not known.country:
                continue
            draft = max((d for d in character.drafts if d.head < head), key=lambda d: d.head, default=None)
            if draft is None or sentence - draft.sentence > 2:
                continue
            score = -1.5 * (sentence - draft.sentence) + draft.subject + (known.country == focus)
            best = max(best or (score, known.country), (score, known.country))
        return best[1] if best else focus

    def _country_name(self, code: str) -> str:
        country = self.find.kb.country(code)
        return country.name if country else code

    def _seat(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a seat of power or a capital."""
        metonym = core.metonym
        code = metonym.country if metonym else core.country.code if core.country else None
        capital = metonym.is_capital if metonym else True
        if code is None:
            return None
        if capital and not metonyms.acts(self.syntax, phrase.head, self.words):
            resolution = Resolution(name=core.text, country=code, sectors=(), score=0.3, rule="capital")
            key = ("capital", code)
        else:
            sectors = metonym.sectors if metonym and metonym.sectors else ("GOV",)
            name = metonym.text if metonym else core.text
            rule = "capital for its government" if capital else "seat of power"
            resolution = Resolution(name=name, country=code, sectors=sectors, score=0.7 if capital else 0.9, rule=rule)
            key = ("country", code) if capital else ("seat", name_key(name))
        draft = self.draft(phrase, MentionKind.NAME, resolution, profile)
        self.cast.add(draft, key=key)
        return draft

    def _entity(self, core: Piece, profile: Profile) -> Piece | None:
        """Return the core narrowed to the body it names, or None when the words are a mere description."""
        bodies = [e for e in core.entities if e.kind not in {EntityKind.PERSON, EntityKind.PLACE}]
        if not bodies:
            return None
        alive = [e for e in bodies if self.on is None or _lives(e.since, e.until, self.on)] or bodies
        country = profile.country
        fitting = [e for e in alive if country and e.country == country]
        if not fitting and country and core.noun:
            return None
        if not fitting and core.noun and not core.text[:1].isupper():
            return None
        ranked = [e for e in alive if e.country in self.scene.top(5)]
        pool = fitting or (ranked if len({e.country for e in alive}) > 1 else []) or alive
        rest = tuple(e for e in pool[1:])
        return Piece(core.first, core.last, core.text, entities=(pool[0], *rest), noun=core.noun, lemma=core.lemma)

    def _body(self, phrase: Phrase, core: Piece, profile: Profile, named: Piece) -> Draft:
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
        draft = self.draft(phrase, MentionKind.NAME, resolution, profile)
        key = ("entity", resolution.entity.id if resolution.entity else name_key(core.text))
        character = self.cast.add(draft, key=key, words=frozenset(name_key(core.text).split()))
        self.definites.note_acronym(phrase, character)
        return draft

    def _noun(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        if core.noun is None:
            return None
        if profile.inner and core.lemma.split()[-1] in self.words.quantities and not profile.countries:
            return self._counted(phrase, profile)
        return self.definites.read(phrase, core, profile)

    def _trade(self, phrase: Phrase) -> Draft | None:
        """Read a noun that says only how somebody belongs to a body: "army accountant", "Hamas chief"."""
        token = self.syntax.tokens[phrase.head]
        if token.pos != "NOUN" or token.lemma not in self.words.relational or not phrase.pieces:
            return None
        profile = self.profiler.read(phrase)
        employers = [p for p in profile.nouns if p.noun and set(p.noun.sectors) & nominals.EMPLOYERS]
        if not (profile.employer or employers or (profile.countries and token.lemma in self.words.state)):
            return None
        hit = SectorHit(sectors=(), kind="person", flags=("inherits_employer",))
        core = Piece(phrase.head, phrase.head + 1, token.text, noun=hit, lemma=token.lemma)
        return self.definites.read(phrase, core, profile)

    def _counted(self, phrase: Phrase, profile: Profile) -> Draft | None:
        inner = profile.inner
        if inner is None or inner.resolution is None:
            return None
        draft = self.draft(phrase, MentionKind.NOMINAL, inner.resolution, profile)
        draft.plural, draft.parts, draft.lemma, draft.office = True, inner.parts, inner.lemma, inner.office
        self.cast.join(draft, self.cast.characters[inner.chain])
        return draft

    def _pair(self, phrase: Phrase, size: int) -> Draft | None:
        profile = self.profiler.read(phrase)
        people, countries = groups.members(phrase, size, self.syntax, self.words, self.cast, self.scene)
        hit = phrase.core.noun if phrase.core else None
        lemma = self.syntax.tokens[phrase.head].lemma
        sectors = hit.sectors if hit and lemma not in {"people", "man", "woman"} else ()
        if profile.countries:
            countries = tuple(profile.countries)
        if len(countries) < 2:
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
        self.modifiers(phrase, profile)
        token = self.syntax.tokens[phrase.head]
        self.things.append(
            pronouns.Thing(phrase.head, token.sent, self.syntax.plural(phrase.head), self.syntax.subject(phrase.head))
        )
        return None

    def modifiers(self, phrase: Phrase, profile: Profile) -> None:
        """Enter nationality adjectives and names before a noun that is no actor ("the Turkish attack")."""
        for piece in phrase.left:
            if profile.owned[0] <= piece.first < profile.owned[1]:
                continue
            head = self.syntax.root(piece.first, piece.last)
            if head in self.drafts or self.syntax.tokens[head].dep == "poss" or head in self.phrases:
                continue
            resolution = self._modifier(piece)
            if resolution is None:
                continue
            token = self.syntax.tokens[head]
            kind = MentionKind.NOMINAL if token.pos == "ADJ" else MentionKind.NAME
            draft = Draft(head, piece.first, piece.last, kind, resolution, sentence=token.sent, modifier=True)
            draft.quoted = self.syntax.quoted[head]
            code = resolution.country or ""
            key = (
                ("country", code)
                if resolution.rule == "nationality adjective"
                else ("modifier", name_key(resolution.name))
            )
            self.cast.add(draft, key=key)
            self.drafts[head] = draft

    def _modifier(self, piece: Piece) -> Resolution | None:
        if piece.person or (piece.entities and piece.entities[0].kind is EntityKind.PERSON):
            return self.people.by_piece(piece)
        if piece.metonym and not piece.metonym.is_capital:
            return Resolution(
                name=piece.metonym.text,
                country=piece.metonym.country,
                sectors=piece.metonym.sectors,
                score=0.8,
                rule="seat of power",
            )
        if piece.country and piece.country.code:
            capital = piece.country.kind == "capital"
            rule = "capital" if capital else "nationality adjective"
            name = self._country_name(piece.country.code)
            return Resolution(
                name=name,
                country=piece.country.code,
                sectors=piece.country.sectors if not capital else (),
                score=0.3 if capital else 0.8,
                rule=rule,
            )
        if piece.entity:
            return entity_resolution(piece, rule="name")
        return self._modifier_noun(piece)

    def _modifier_noun(self, piece: Piece) -> Resolution | None:
        """Read an armed or state body before an act or thing: "the rebel attack", "Israeli army bulldozers"."""
        token = self.syntax.tokens[piece.last - 1]
        sectors = piece.noun.sectors if piece.noun else ()
        if token.pos not in {"NOUN", "PROPN"} or not set(sectors[:1]) & ACTING:
            return None
        before = next((p for p in self.pieces[token.sent] if p.last == piece.first), None)
        code = before.country.code if before and before.country else None
        if code is None and set(sectors[:1]) & nominals.ORGANS:
            code = self.scene.focus(token.sent)
        score, rule = (0.7, "demonym + noun") if before and before.country else (0.4, "noun as modifier")
        first = before.first if before and before.country else piece.first
        return Resolution(
            name=self.syntax.words(first, piece.last), country=code, sectors=sectors, score=score, rule=rule
        )

    def _pronoun(self, i: int) -> Draft | None:
        token = self.syntax.tokens[i]
        base = Draft(
            i,
            i,
            i + 1,
            MentionKind.PRONOUN,
            None,
            sentence=token.sent,
            subject=self.syntax.subject(i),
            quoted=self.syntax.quoted[i],
        )
        if token.text.lower() in self.words.pronouns["deictic"]:
            base.kind = MentionKind.DEICTIC
            base.plural = token.text.lower() in {"we", "us", "our", "ours", "ourselves"}
            return base
        if token.text.lower() in self.words.pronouns["relative"]:
            return self._relative(base)
        want = pronouns.form(token, self.words)
        if want is None or pronouns.empty_it(self.syntax, i, self.words):
            return None
        base.plural, base.gender = want.plural, want.gender
        character = pronouns.antecedent(i, want, self.syntax, self.cast, self.things, self.words)
        if character is None:
            return base
        self._refer(base, character, "pronoun")
        if want.gender and character.gender is None:
            character.gender = want.gender
        return base

    def _relative(self, base: Draft) -> Draft | None:
        token = self.syntax.tokens[base.head]
        verb = self.syntax.tokens[token.head]
        while verb.dep not in {"relcl", "ROOT"} and verb.head != verb.i:
            verb = self.syntax.tokens[verb.head]
        owner = self.drafts.get(verb.head) if verb.dep == "relcl" and verb.head < base.head else None
        if owner is None or owner.chain < 0:
            return None
        self._refer(base, self.cast.characters[owner.chain], "relative pronoun", draft=owner)
        return base

    def _refer(self, base: Draft, character: Character, rule: str, *, draft: Draft | None = None) -> None:
        named = (d for d in reversed(character.drafts) if d.resolution and d.kind is not MentionKind.PRONOUN)
        source = draft or next((d for d in named if d.head < base.head), None)
        known = source.resolution if source else character.resolution
        base.person = character.person
        base.parts = source.parts if source else ()
        if known:
            base.resolution = Resolution(
                name=known.name, entity=known.entity, country=known.country, sectors=known.sectors, role=known.role,
                stale=known.stale, score=round(known.score * 0.8, 3), rule=f"{rule}: {known.rule}",
                runner_up=known.runner_up, countries=known.countries,
            )  # fmt: skip
        self.cast.join(base, character)

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


def _lives(since: date | None, until: date | None, on: date) -> bool:
    return (since is None or since <= on) and (until is None or on <= until)
