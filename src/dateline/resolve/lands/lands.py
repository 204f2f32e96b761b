"""Countries, peoples, capitals and seats of power as actors, and "the country"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind, MentionKind, Resolution, Token
from dateline.resolve.cast import Character, Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.lands import metonyms
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pronouns import bindings

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Rules of mentions that "the country" can go back to.
LANDS = frozenset({"country name", "capital", "capital for its government", "people", "the country"})


# How little a land may be in mind, below which "the country" is the one that the story is about.
FAR = -2.0
# First words of organs that one country alone has: "the State Department".
ONE_LANDS = frozenset({"State"})
# "The island" is a state only where the story tells of one that is.
ISLAND = "island"
HALVES = frozenset({"North", "South"})


class Lands:
    """Reads what stands for a country in one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def read(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read a country's name, its people, or its adjective as a noun."""
        hit = core.country
        if hit is None or hit.code is None:
            return None
        token = self._r.syntax.tokens[phrase.head]
        if (
            hit.kind == "adjective"
            and token.pos == "ADJ"
            and token.dep not in {"nsubj", "nsubjpass", "dobj", "pobj", "ROOT", "conj", "attr"}
        ):
            return None
        profile = self._r.profiler.read(phrase)
        people = hit.kind in {"demonym", "adjective"}
        before = [self._r.syntax.tokens[i] for i in range(phrase.first, phrase.head)]
        code = self._home(hit.code, before, profile) if people else hit.code
        counted = any(t.pos in {"NUM", "ADJ"} and t.i < core.first for t in before) or self._some_of_it(phrase, core)
        resolution = Resolution(
            name=self.name(hit.code, core.text),
            entity=None if people else next((e for e in core.entities if e.kind is EntityKind.COUNTRY), None),
            country=code,
            # "The Danes" may be their government, "200 Danes" and "young Danes" are people.
            sectors=("CVL",) if people and counted else hit.sectors,
            score=0.9,
            rule="people" if people else "country name",
        )
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        self._r.cast.add(draft, key=("people" if people else "country", hit.code))
        return draft

    def _some_of_it(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether a people is told apart: "Danes living abroad", "Danes of Flensburg", "thousands of Danes"."""
        token = self._r.syntax.tokens[phrase.head]
        within = any(
            c.dep in {"acl", "relcl"} or (c.dep == "prep" and c.lemma in {"of", "in", "from"})
            for c in self._r.syntax.parsed.children(token)
            if c.i > token.i
        )
        above = self._r.syntax.governor(phrase.head)
        counter = self._r.syntax.tokens[above.head] if above.lemma == "of" and token.dep == "pobj" else None
        numbered = counter is not None and (counter.pos == "NUM" or counter.lemma in self._r.words.quantities)
        other = any(p.names_country and p.country != core.country for p in phrase.left)
        return within or numbered or other

    def _home(self, code: str, before: list[Token], profile: Profile) -> str:
        """Return the country of a people: "ethnic Albanians in Serbia" and "Albanians of Serbia" are Serbia's."""
        if any(t.lemma == "ethnic" for t in before):
            return profile.place or profile.country or code
        return next((c for c in profile.countries if c != code), code)

    def name(self, code: str, text: str = "") -> str:
        """Return a country's name in the base, else its words (the European Union is no country)."""
        country = self._r.find.kb.country(code)
        return country.name if country else text or code

    def people(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a people that is no nation ("Iraqi Kurds"): civilians of the country said."""
        token = self._r.syntax.tokens[phrase.head]
        country = profile.country or profile.place
        if token.ent != "NORP" or not self._r.syntax.plural(phrase.head) or country is None:
            return None
        resolution = Resolution(
            name=core.text, country=country, sectors=("CVL",), score=0.6, rule="people in a country"
        )
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        self._r.cast.add(draft, key=("people", f"{country} {core.text}"))
        return draft

    def seat(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a seat of power or a capital."""
        metonym = core.metonym
        code = metonym.country if metonym else core.country.code if core.country else None
        capital = metonym.is_capital if metonym else True
        if code is None:
            return None
        entity = next((e for e in core.entities if e.kind is not EntityKind.PERSON), None)
        noun = self._r.find.noun(core.text.lower())
        plain = noun or core.text.lower() in self._r.words.namesakes
        shared = metonym and not capital and plain and core.text not in self._r.words.names["alone"]
        elsewhere = self._elsewhere(phrase, code) if shared else None
        owner = next((c for c in profile.countries if c != code), elsewhere)
        if metonym and not capital and owner and plain and owner not in INTERNATIONAL:
            party = self._is_party(core.text, owner)
            own = ("PTY",) if party else metonym.sectors or (noun.sectors if noun else ("GOV",))  # India's Congress
            return self._of_its_own(phrase, profile, owner, own)
        if capital and not metonyms.acts(self._r.syntax, phrase.head, self._r.words):
            resolution = Resolution(name=core.text, entity=entity, country=code, score=0.3, rule="capital")
            key = ("capital", code)
        else:
            sectors = metonym.sectors if metonym and metonym.sectors else ("GOV",)
            name = metonym.text if metonym else core.text
            rule = "capital for its government" if capital else "seat of power"
            score = 0.7 if capital else 0.9
            resolution = Resolution(name=name, entity=entity, country=code, sectors=sectors, score=score, rule=rule)
            key = ("country", code) if capital else ("seat", name_key(name))
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        self._r.cast.add(draft, key=key, words=frozenset(name_key(core.text).split()) if not capital else frozenset())
        return draft

    def organ(self, piece: Piece) -> Resolution | None:
        """Read an organ that describes, "Congress leaders": that of the report's land where it calls its own so."""
        metonym = piece.metonym
        if metonym is None:
            return None
        party = self._party_of(piece)
        if party is not None:
            return party
        found = Resolution(
            name=metonym.text, country=metonym.country, sectors=metonym.sectors, score=0.8, rule="seat of power"
        )
        scene, others = self._r.scene, self._r.words.namesakes.get(piece.text.lower(), frozenset())
        owner = next((land for land in scene.top(2) if land in others), None)
        if owner is None or metonym.country in scene.told.union(scene.ranked):
            return found
        sectors = ("PTY",) if self._is_party(piece.text, owner) else metonym.sectors
        return replace(found, name=piece.text, country=owner, sectors=sectors, rule="organ of a country")

    def _party_of(self, piece: Piece) -> Resolution | None:
        """Read the party of "a Congress party spokesman": one of that name in a land that the story tells of."""
        after = self._r.syntax.tokens[piece.last : piece.last + 1]
        if not after or after[0].lemma.lower() != "party":
            return None
        land = next((code for code in self._r.scene.top(3) if self._is_party(piece.text, code)), None)
        name = f"{piece.text} {after[0].text}"
        return Resolution(name=name, country=land, sectors=("PTY",), score=0.7, rule="party") if land else None

    def _is_party(self, name: str, land: str) -> bool:
        entities = self._r.find.entities(f"{name} Party")
        return any(e.kind is EntityKind.PARTY and e.country == land for e in entities)

    def _elsewhere(self, phrase: Phrase, code: str) -> str | None:
        """Return the land of "the Congress" in a report that is of another land and never names this one's."""
        if self._r.syntax.tokens[phrase.head - 1].text in ONE_LANDS:
            return None
        sentence = self._r.syntax.tokens[phrase.head].sent
        near = [d for d in self._r.drafts.values() if d and d.sentence in {sentence - 1, sentence}]
        if any(d.resolution and d.resolution.country == code for d in near):
            return None  # "President Obama spoke. His administration has asked Congress": his own
        if code in self._r.scene.named:
            return self._at_home(phrase, code)
        return next((land for land in self._r.scene.top(2) if land != code and land not in INTERNATIONAL), None)

    def _at_home(self, phrase: Phrase, code: str) -> str | None:
        """Return the reporter's land if it calls its own organ so and the sentence is about it: "Congress" in Lima."""
        home = self._r.scene.reporting
        token = self._r.syntax.tokens[phrase.head]
        if home in {None, code} or home not in self._r.words.namesakes.get(token.text.lower(), frozenset()):
            return None
        return home if self._r.scene.focus(token.sent) == home else None

    def _of_its_own(self, phrase: Phrase, profile: Profile, owner: str, sectors: tuple[str, ...]) -> Draft:
        """Read "the Congress of Peru": one country's name for its organ, used for another country's."""
        words = self._r.syntax.words(phrase.first, profile.last)
        resolution = Resolution(name=words, country=owner, sectors=sectors, score=0.8, rule="organ of a country")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        self._r.cast.add(draft, key=("seat", name_key(words)))
        return draft

    def of_name(self, phrase: Phrase, code: str) -> Draft:
        """Read "the Republic of Korea", of which the head is only the form of the state."""
        resolution = Resolution(name=self.name(code), country=code, score=0.9, rule="country name")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, self._r.profiler.read(phrase))
        self._r.cast.add(draft, key=("country", code))
        return draft

    def half(self, phrase: Phrase) -> Draft | None:
        """Read "the North" and "the South" where the story names a state of that name: North Korea, South Sudan."""
        token = self._r.syntax.tokens[phrase.head]
        article = phrase.head > phrase.first and self._r.syntax.tokens[phrase.first].lemma == "the"
        if token.text not in HALVES or not article or phrase.head - phrase.first != 1:
            return None
        named = (code for code in self._r.scene.top(3) if self.name(code).startswith(f"{token.text} "))
        code = next(named, None)
        if code is None:
            return None
        resolution = Resolution(name=self.name(code), country=code, score=0.7, rule="country name")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, self._r.profiler.read(phrase))
        self._r.cast.add(draft, key=("country", code))
        return draft

    def _other_of_two(self, phrase: Phrase) -> Draft | None:
        """Read "its neighbour": the other of the two countries that the story is most about."""
        profile = self._r.profiler.read(phrase)
        if not profile.possessed or profile.deictic or profile.country is None:
            return None
        told_of = profile.employer_draft
        if told_of is not None and told_of.person and profile.employer and profile.employer.sectors[:1] != ("GOV",):
            return None  # "his rival, Ann Lee" of a candidate
        told = [p.country.code for p in profile.adjectives if p.country and p.country.code]  # "his Peruvian neighbour"
        others = told or [code for code in self._r.scene.top(3) if code not in {profile.country, *INTERNATIONAL}]
        if not others:
            return None
        resolution = Resolution(name=self.name(others[0]), country=others[0], score=0.5, rule="the country")
        draft = self._r.draft(phrase, MentionKind.NOMINAL, resolution, profile)
        self._r.cast.add(draft, key=("country", others[0]))
        return draft

    def state(self, phrase: Phrase) -> Draft | None:
        """Read "the country": the last named, or the story's; a quoted "this country" is deictic."""
        profile = self._r.profiler.read(phrase)
        token = self._r.syntax.tokens[phrase.head]
        before = self._r.syntax.tokens[phrase.first : phrase.head]
        plain = not any(t.dep in {"compound", "amod", "nummod"} for t in before) or token.lemma in {"country", "nation"}
        if (
            self._r.syntax.plural(phrase.head)
            or profile.deictic
            or len(phrase.pieces) > 1
            or profile.inner
            or not plain
        ):
            return None
        if self._r.syntax.quoted[phrase.head] and any(t.lemma == "this" for t in before):
            return self._r.draft(phrase, MentionKind.DEICTIC, None, profile)
        # "the state" rules where the story plays
        home = self._r.scene.home(token.sent) if token.lemma == "state" else None
        regions = self._r.words.definites["regions"]
        if any(t.text.lower() in regions or t.text == "American" for t in before):
            home = self._r.scene.home(token.sent)  # "the Central American country" is what the story is about
        formed = self._of_form(token.lemma)
        if token.lemma == ISLAND and formed is None:
            return None
        told = formed or home or self._last_country(phrase.head)
        code = profile.country if profile.possessed else told
        if code is None:
            return None
        resolution = Resolution(name=self.name(code), country=code, score=0.5, rule="the country")
        draft = self._r.draft(phrase, MentionKind.NOMINAL, resolution, profile)
        self._r.cast.add(draft, key=("country", code))
        return draft

    def _of_form(self, lemma: str) -> str | None:
        """Return the story's foremost emirate for "the emirate", its kingdom for "the kingdom"."""
        states = self._r.words.definites.get(f"{lemma}_states", frozenset())
        return next((code for code in self._r.scene.top(3) if code in states), None)

    def _addressing(self, head: int) -> frozenset[str]:
        """Return the lands of whoever asks or judges "the country": Togo's senate, urging it, means another."""
        syntax, lists = self._r.syntax, self._r.words.pronouns
        owned = syntax.tokens[head].dep == "poss"  # "condemned the country's latest test"
        verb = syntax.governor(syntax.tokens[head].head if owned else head)
        verb = syntax.tokens[verb.head] if verb.lemma in {"on", "to", "against"} else verb
        if syntax.subject(head) or verb.lemma not in lists["judging"] | lists["addressing"] | {"warn", "threaten"}:
            return frozenset()
        doers = (self._r.drafts.get(c.i) for c in syntax.parsed.children(verb, "nsubj"))
        return frozenset(code for d in doers if d and d.resolution for code in d.resolution.codes)

    def _is_beside(self, doer: int, head: int) -> bool:
        """Say whether both stand with one verb: whoever "signed a pact with the emirate" is another."""
        syntax = self._r.syntax
        below = syntax.governor(head)
        while below.pos in {"ADP", "NOUN"} and below.head != below.i:
            below = syntax.tokens[below.head]
        which = below.dep == "relcl" and syntax.first_joined(doer).i == below.head  # "London, which gives the country"
        return which or (syntax.subject(doer) and syntax.governor(doer).i == below.i)

    def neighbour(self, phrase: Phrase) -> Draft | None:
        """Read "its old enemy, Ruritania": the country that is named beside what it is to another."""
        syntax = self._r.syntax
        token = syntax.tokens[phrase.head]
        if token.lemma not in self._r.words.definites["neighbours"] or syntax.plural(phrase.head):
            return None
        for child in syntax.parsed.children(token, "appos"):
            other = self._r.visit(child.i)
            known = other.resolution if other else None
            if other is None or known is None or known.rule not in LANDS or other.chain < 0:
                continue
            draft = self._r.draft(phrase, MentionKind.NOMINAL, known, self._r.profiler.read(phrase))
            self._r.cast.join(draft, self._r.cast.characters[other.chain])
            return draft
        return self._other_of_two(phrase)

    def _does(self, character: Character, doers: frozenset[int]) -> bool:
        """Say whether a land is one of those who do something to "the country", which is then another."""
        known = character.resolution
        land = known is not None and not character.person and known.rule in LANDS
        return land and any(d.head in doers and not d.modifier for d in character.drafts)

    def _last_country(self, head: int) -> str | None:
        """Return the country that "the country" goes back to: near, a subject, or what the story is about."""
        sentence = self._r.syntax.tokens[head].sent
        doers = bindings.doers(self._r.syntax, head, self._r.words.pronouns)
        named = {c.resolution.country or "" for c in self._r.cast.characters if self._does(c, doers) and c.resolution}
        doing = self._addressing(head) | named
        focus = self._r.scene.focus(sentence, beside=frozenset(named))
        best: tuple[float, str] | None = None
        for character in self._r.cast.characters:
            known = character.resolution
            if known is None or character.person or known.rule not in LANDS or not known.country:
                continue
            before = (d for d in character.drafts if d.head < head and not d.modifier)  # not "anti-Ruritanian slogans"
            draft = max(before, key=lambda d: d.head, default=None)
            aside = known.country in doing or draft is None or sentence - draft.sentence > 2
            if aside or draft is None or self._is_beside(draft.head, head):
                continue
            score = -1.5 * (sentence - draft.sentence) + draft.subject + (known.country == focus)
            best = max(best or (score, known.country), (score, known.country))
        far = best is not None and best[0] < FAR and focus is not None  # named aside two sentences ago
        return best[1] if best and not far else focus
