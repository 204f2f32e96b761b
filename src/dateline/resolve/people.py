"""Names of people: who introduces them, who comes back by surname, and who is unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import MANY_STATES, EntityKind, MentionKind, Resolution, Token
from dateline.resolve.cast import Character, Draft
from dateline.resolve.companies import OFFICER
from dateline.resolve.described import Profile
from dateline.resolve.forms import sectors_by_form
from dateline.resolve.link import SUFFIXES, Hints, left_office
from dateline.resolve.nominals import NOBODY, ORGANS
from dateline.resolve.phrases import Phrase
from dateline.resolve.pieces import Piece
from dateline.resolve.posts import first_named, led_by, posted_before, posted_to, put_into
from dateline.resolve.pronouns import LANDS
from dateline.resolve.serving import SPEAKER, served, speaking

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


# Sentences of the body within which a report still introduces its people, and how far back one with an age may go.
INTRODUCTION, AGED_REACH = 6, 3
# Prepositions that name some of a group.
EXAMPLES = frozenset({"like", "as", "including"})


class People:
    """Reads the names of people in one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._fulls = self._full_names()
        self._sites = self._site_names()

    def _full_names(self) -> dict[str, list[Piece]]:
        """Index the full names of the story by every word, so that a headline's surname finds the name below it."""
        found: dict[str, list[Piece]] = {}
        for pieces in self._r.pieces:
            for piece in pieces:
                words = name_words(piece.text)
                if len(words) < 2 or not (piece.person or _named_person(piece)) or self._is_work(piece):
                    continue
                for word in words:
                    found.setdefault(word, []).append(piece)
        return found

    def full_names(self, word: str) -> list[Piece]:
        """Return the full names of the story of which a word, in small letters, is one."""
        return self._fulls.get(word, [])

    def _site_names(self) -> frozenset[str]:
        """Return the words that name a port, town or the like in this story: "Santos port", "the port of Santos"."""
        tokens, sites = self._r.syntax.tokens, self._r.words.names["sites"]
        before = (tokens[t.i - 1] for t in tokens if t.i and t.lemma in sites)
        of = (tokens[t.i + 2] for t in tokens[:-2] if t.lemma in sites and tokens[t.i + 1].lemma == "of")
        return frozenset(t.text for t in (*before, *of) if t.text[0].isupper() and t.pos == "PROPN")

    def is_person(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether the core names a person: by the base, by the parser, or by a surname of the story."""
        words = name_words(core.text)
        given = self._r.definites.given.get(phrase.head)
        if given is not None and given.person is None and len(words) == 1 and not core.entities:
            return False  # "Peru's biggest bank Roe"
        if core.text in self._r.words.names["no_people"] or self._is_month(phrase, words):
            return False
        if core.text in self._sites and not phrase.left and not (words and words[-1] in self._fulls):
            return False
        capital = core.country is not None and core.country.kind == "capital"  # "La Paz" is no Mr Paz
        last = words[-1:] if len(words) == 1 or (not capital and self._is_surname(core.text, words)) else []
        if last and (self._r.cast.named(last[0]) or last[0] in self._fulls) and core.text[0].isupper():
            land = core.country and core.country.kind != "capital" and not core.person
            # "Bishop said" is Julie Bishop when the story has named her; "the bishop said" is not.
            return not land and (not _is_noun(core) or phrase.first == phrase.head)
        if last and words[0] in self._r.words.names["particles"] and (last[0] in self._fulls) and not core.country:
            return True  # "de Mistura", in small letters
        if core.country or core.metonym or self._is_place(phrase, core):
            return False
        if core.person and not core.entities and self._is_body_name(phrase, core.text):
            return False
        if _named_person(core):
            return len(words) > 1 or core.person or not core.entity
        return core.person and not core.entity and not _is_noun(core) and not self._is_work(core)

    def _is_month(self, phrase: Phrase, words: list[str]) -> bool:
        """Say whether a name is a month's by the parser and its place: "in May 2003", where a Ms May is named too."""
        dated = len(words) == 1 and self._r.syntax.tokens[phrase.head].ent == "DATE"
        return dated and self._r.syntax.governor(phrase.head).pos == "ADP"

    def _is_body_name(self, phrase: Phrase, text: str) -> bool:
        """Say whether a name that the parser took for a person's ends as those of bodies do: "Channel News"."""
        words = text.lower().split()
        known = words[0] in self._r.words.given or any(p.title or p.noun for p in phrase.left)
        return len(words) > 1 and not known and bool(sectors_by_form(text, self._r.words.forms))

    def _is_surname(self, text: str, words: list[str]) -> bool:
        """Say whether a name of two words is a surname: "De Blasio", "al-Maliki", and "Roe-Lind" once it is known."""
        if len(words) != 2:
            return False
        return words[0] in self._r.words.names["particles"] or ("-" in text and words[-1] in self._fulls)

    def _is_work(self, piece: Piece) -> bool:
        """Say whether a name that the parser took for a person's is a work's: "The Roe Report", behind an article."""
        tokens = self._r.syntax.tokens
        before = tokens[piece.first - 1] if piece.first else None
        bare = " " in piece.text and not piece.entities and tokens[piece.last - 1].tag != "NNPS"
        return bool(before and before.text in {"The", "the"} and bare)

    def _is_place(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether a name that the parser took for a person is a place after "in", "near" or the like."""
        above = self._r.syntax.governor(phrase.head)
        found = self._r.places.get(phrase.head)
        return bool(found and found.place and above.pos == "ADP" and above.lemma not in {"by", "with", "to", "for"})

    def read(self, phrase: Phrase, core: Piece) -> Draft:
        """Read a person's name with what stands around it."""
        profile = self._r.profiler.read(phrase)
        hints = self._hints(phrase, profile)
        character, resolution = self._who(core, hints)
        resolution = self._serving(phrase, profile, resolution)
        resolution = self._at_home(phrase, self._of_firm(phrase, profile, resolution))
        character = character or self._introduced(phrase, profile, resolution)
        if character and resolution and not (resolution.entity or resolution.country or resolution.sectors):
            resolution = _named_later(character.resolution, resolution.name)
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        draft.plural, draft.person = False, True
        draft.gender = profile.gender or self._gender(profile, resolution, core.text)
        draft.office = hints.office or (resolution.role.office if resolution and resolution.role else None)
        lemmas = {p.lemma for p in profile.nouns if p.lemma and p.noun and p.noun.kind in {"person", "office"}}
        words = frozenset(w for w in name_words(core.text) if w not in self._r.words.names["particles"])
        if character:
            self._r.cast.join(draft, character, words=words)
        else:
            entity = resolution.entity if resolution else None
            character = self._r.cast.add(
                draft, key=("person", entity.id if entity else name_key(core.text)), words=words
            )
        character.lemmas |= lemmas
        if resolution and (character.resolution is None or character.resolution.score < resolution.score):
            character.resolution = resolution
        self._tell(character, hints)
        self._share(phrase, draft, character)
        return draft

    def family(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read "the Lees", once a Lee is named: people of his land and side."""
        token, word = self._r.syntax.tokens[phrase.head], core.text.lower()
        known = token.tag == "NNPS" and word.endswith("s") and not (core.entities or core.country or core.noun)
        bearers = self._r.cast.named(word[:-1]) if known and self._r.syntax.definite(phrase.head) else []
        named = [c.resolution for c in bearers if c.resolution]
        told = next((r for r in named if r.sectors), next(iter(named), None))
        if told is None:
            return None
        resolution = replace(told, name=core.text, entity=None, role=None, score=0.5, rule="family of one named")
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, self._r.profiler.read(phrase))
        draft.plural = True
        self._r.cast.add(draft, key=("family", word))
        return draft

    def _serving(self, phrase: Phrase, profile: Profile, resolution: Resolution | None) -> Resolution | None:
        """Give "longtime aide Ann Lee", of whom nobody says whom she serves, what whoever was named last is."""
        if resolution is None or resolution.entity or resolution.sectors or profile.employer:
            return resolution
        last = profile.nouns[-1] if profile.nouns and not profile.countries else None
        manages = last is not None and last.lemma.rpartition(" ")[2] in self._r.words.companies["managers"]
        if last is not None and (manages or last.lemma in self._r.words.definites["speakers"]):
            told = speaking(self._r.cast, self._r.syntax.tokens[phrase.head].sent, anybody=False)
            if told is not None and told.sectors:
                return replace(resolution, country=told.country, sectors=told.sectors, rule=SPEAKER)
        if not any(p.lemma in self._r.words.definites["serving_offices"] for p in profile.nouns):
            return resolution
        return replace(resolution, sectors=served(self._r.cast, self._r.syntax.tokens[phrase.head].sent))

    def _tell(self, character: Character, hints: Hints) -> None:
        """Give somebody whom the base does not know what is told later: "Lee won", then "Lee, a Greek nurse"."""
        country, sectors = hints.country or hints.guess, left_office(hints.sectors) if hints.former else hints.sectors
        for draft in character.drafts:
            known = draft.resolution
            if known is None or known.entity or not (country or sectors) or (known.country and known.sectors):
                continue
            draft.resolution = replace(known, country=known.country or country, sectors=known.sectors or sectors)
        last = character.latest.resolution
        if last and character.resolution and not character.resolution.entity:
            character.resolution = replace(character.resolution, country=last.country, sectors=last.sectors)

    def _introduced(self, phrase: Phrase, profile: Profile, resolution: Resolution | None) -> Character | None:
        """Find whom the report told of before it names him: "A court jailed a Malian singer. Ann Lee, 40, was ..."."""
        syntax = self._r.syntax
        token = syntax.tokens[phrase.head]
        if resolution is None or resolution.entity or resolution.country or resolution.sectors or profile.nouns:
            return None
        if len(name_words(resolution.name)) < 2:
            return None  # a surname alone is of somebody whom the reader knows
        aged = any(
            c.ent in {"DATE", "CARDINAL"} or c.pos == "NUM"
            for c in syntax.parsed.children(token, "appos", "npadvmod", "nummod")
        )
        near = AGED_REACH if aged else 1
        if token.sent > INTRODUCTION or not syntax.subject(phrase.head) or syntax.quoted[phrase.head]:
            return None
        return next((c for c in self._r.cast.recent() if self._is_unnamed(c, token.sent, near)), None)

    def _is_unnamed(self, character: Character, sentence: int, near: int) -> bool:
        """Say whether a character is one person whom the sentences just before only describe."""
        first, known = character.drafts[0], character.resolution
        leads = first.sentence == 0 and first.subject and not first.quoted
        one = character.person and not character.plural and (self._r.syntax.indefinite(first.head) or leads)
        told = known is not None and bool(known.country or known.sectors) and known.entity is None
        named = any(d.kind is MentionKind.NAME for d in character.drafts)
        return bool(one and told and not named and 0 < sentence - first.sentence <= near)

    def _of_firm(self, phrase: Phrase, profile: Profile, resolution: Resolution | None) -> Resolution | None:
        """Give "Chairman Donald Clark" the company that the story has just named."""
        if resolution is None or resolution.entity or profile.employer or profile.countries:
            return resolution
        heads = any(p.lemma in self._r.words.companies["heads"] for p in profile.nouns)
        untold = resolution.sectors in {(), NOBODY}
        idle = untold and any(p.noun and p.noun.inherits_employer for p in profile.nouns)
        if not (idle or heads):
            return resolution
        firm = self._r.companies.latest(self._r.syntax.tokens[phrase.head].sent)
        if firm is None:
            return resolution
        country = resolution.country or firm.country
        return replace(resolution, country=country, sectors=firm.sectors, score=0.45, rule=OFFICER)

    def _at_home(self, phrase: Phrase, resolution: Resolution | None) -> Resolution | None:
        """Give an unknown official without a country ("Judge Alejandra Rios") the story's country."""
        if resolution is None or resolution.entity or resolution.country or self._r.syntax.quoted[phrase.head]:
            return resolution
        if not set(resolution.sectors[:1]) & ORGANS:
            return resolution
        token = self._r.syntax.tokens[phrase.head]
        beside = self._r.syntax.tokens[token.head].lemma if token.dep == "appos" else ""  # "The ambassador, Ann Lee"
        title = next((p.lemma for p in reversed(phrase.left) if p.noun), beside)
        country = self.of_body(phrase) or self._r.belonging.of_official(phrase.head, resolution.sectors, title)
        if country is None:
            return resolution
        return replace(resolution, country=country, score=0.45, rule="official of the story's country")

    def of_body(self, phrase: Phrase) -> str | None:
        """Return the land of the body named last that "department spokesman Ann Lee" goes back to."""
        kinds = {p.lemma.split()[-1] for p in phrase.left if p.noun and p.noun.kind == "institution"}
        sentence = self._r.syntax.tokens[phrase.head].sent
        for character in self._r.cast.recent() if kinds else ():
            if sentence - character.latest.sentence > INTRODUCTION:
                break
            named = {x.split()[-1] for x in character.lemmas} | character.words
            if not character.person and kinds & named and character.resolution:
                return character.resolution.country
        return None

    def maybe(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read an unknown name: a person after a title or office, else a body it may be."""
        personal = any(p.title or (p.noun and p.noun.kind in {"person", "office"}) for p in profile.nouns)
        if personal and core.text[0].isupper():
            return self.read(phrase, core)
        token = self._r.syntax.tokens[phrase.head]
        if len(name_words(core.text)) == 1 and (
            self._r.alone
            or (token.pos == "PROPN" and token.ent in {"", "GPE", "PERSON"} and not self._r.places.get(phrase.head))
        ):
            found = self._r.linker.surname(core.text, Hints(story=self._r.scene.ranked), self._r.on)
            if found.entity and (self._r.alone or found.country in self._r.scene.ranked or found.score >= 0.5):
                return self.read(phrase, core)
        again = self._r.unheld.again(phrase, core) or self._r.bodies.first_word(phrase, core)
        if again:
            return again
        unlabelled = token.pos == "PROPN" and not token.ent and self._r.syntax.subject(phrase.head)
        unlabelled = unlabelled or phrase.head in self._r.definites.given
        formed = token.pos == "PROPN" and bool(sectors_by_form(core.text, self._r.words.forms))
        return self._r.unheld.body(phrase, core, profile) if token.ent == "ORG" or unlabelled or formed else None

    def by_piece(self, piece: Piece) -> Resolution | None:
        """Resolve a person's name that only modifies another noun ("the Trump administration")."""
        _, resolution = self._who(piece, Hints(story=self._r.scene.ranked))
        return resolution if resolution and (resolution.entity or resolution.country) else None

    def _hints(self, phrase: Phrase, profile: Profile) -> Hints:
        hints = replace(
            profile.hints(self._r.scene.ranked),
            named=self._r.scene.told or frozenset(filter(None, [self._r.belonging.of_everyone])),
        )
        if hints.country and hints.sectors:
            return hints
        for child in self._r.syntax.parsed.children(self._r.syntax.tokens[phrase.head], "appos"):
            other = self._r.phrases.get(child.i)
            if other is None or other.core is None or self.is_person(other, other.core):
                continue
            land = other.core.country
            if land is not None and land.code and not other.core.noun and self._r.syntax.indefinite(other.head):
                hints = replace(hints, country=hints.country or land.code)  # "Ann Lee, a Scotswoman"
            if other.core.noun is None:
                continue
            if other.core.noun.kind == "institution":
                continue  # "sacked the minister, Ann Lee, the news agency said"
            draft = self._r.visit(child.i)
            if draft and draft.resolution:
                hints = _merged(hints, draft)
        given = self._r.definites.given.get(phrase.head) or self._example_of(phrase) or self._headed(phrase)
        given = given or led_by(phrase, self._r)
        given = given or put_into(phrase, self._r)
        posted = (posted_before(phrase, self._r) or posted_to(phrase, self._r)) if given is None else None
        if posted is not None:
            return _merged(replace(hints, country=None), posted)
        return _merged(hints, given) if given else hints

    def _headed(self, phrase: Phrase) -> Draft | None:
        """Return the body that somebody is told to head: "Ann Lee, who runs the farm lobby"."""
        syntax = self._r.syntax
        for verb in syntax.parsed.children(syntax.tokens[phrase.head], "relcl"):
            if verb.lemma not in self._r.words.definites["heading"] or verb.tag not in {"VBZ", "VBP"}:
                continue
            for noun in syntax.parsed.children(verb, "dobj"):
                body = self._r.visit(noun.i)
                known = body.resolution if body else None
                if known and body and not body.person and known.rule not in LANDS and known.sectors:
                    return body
        return None

    def _example_of(self, phrase: Phrase) -> Draft | None:
        """Return the group that a name is an example of: "candidates such as Ann Lee", "the officers, Lee and Roe"."""
        syntax = self._r.syntax
        above = syntax.governor(phrase.head)
        if above.pos == "ADP" and above.lemma in EXAMPLES:
            above = self._group_before(above)
        elif syntax.tokens[phrase.head].dep == "conj" or syntax.tokens[phrase.head].dep == "appos":
            above = self._top(phrase.head)
        else:
            return None
        group = self._r.drafts.get(above.i)
        plain = group is not None and group.kind is MentionKind.NOMINAL and group.plural and group.first <= above.i
        return group if plain and above.i < phrase.head else None

    def _group_before(self, preposition: Token) -> Token:
        """Return the noun that examples follow: the one above "like", else the last plural of the sentence so far."""
        syntax, above = self._r.syntax, self._r.syntax.tokens[preposition.head]
        if above.pos in {"NOUN", "PROPN"} or preposition.lemma == "as":
            return above
        start = syntax.parsed.sentences[preposition.sent].first
        nouns = (t for t in reversed(syntax.tokens[start : preposition.i]) if t.pos == "NOUN" and syntax.plural(t.i))
        return next(nouns, above)

    def _top(self, i: int) -> Token:
        """Return what the first of several joined names explains."""
        token = self._r.syntax.tokens[i]
        while token.dep == "conj" and token.head != token.i:
            token = self._r.syntax.tokens[token.head]
        return self._r.syntax.tokens[token.head] if token.dep == "appos" else token

    def _who(self, core: Piece, hints: Hints) -> tuple[Character | None, Resolution | None]:
        words = name_words(core.text)
        if len(words) == 1 or self._is_surname(core.text, words):
            return self._by_surname(core, words[-1], hints)  # "De Blasio" comes back to Bill de Blasio
        entity_key = ("person", name_key(core.text))
        known = self._r.cast.by_key(entity_key)
        if known and known.resolution:
            return known, known.resolution
        resolution = self._r.linker.full_name(core.text, hints, self._r.on)
        if resolution.entity:
            return self._r.cast.by_key(("person", resolution.entity.id)), resolution
        return self._longer_name(words, resolution)

    def _longer_name(self, words: list[str], resolution: Resolution) -> tuple[Character | None, Resolution]:
        """Find an unknown full name among those of the story that have more or fewer middle names."""
        for character in self._r.cast.named(words[-1]) if words else ():
            if words[0] in character.words and character.resolution:
                return character, character.resolution
        return None, resolution

    def _by_surname(self, core: Piece, word: str, hints: Hints) -> tuple[Character | None, Resolution | None]:
        elsewhere = [p for p in self._fulls.get(word, ()) if p.first != core.first and name_words(p.text)[-1] == word]
        if not self._r.cast.named(word):
            for piece in (p for p in self._fulls.get(word, ()) if p.first != core.first):
                self._r.visit(self._r.syntax.root(piece.first, piece.last))
                break
        fitting = [c for c in self._r.cast.named(word) if _compatible(c, hints)]
        if fitting:
            character = max(fitting, key=lambda c: len(c.drafts))  # of a couple whom the story tells of
            return character, _again(character.resolution, "surname in story")
        known = self._modifying(elsewhere, hints) or first_named(word, hints, self._r)
        return known or (None, self._r.linker.surname(core.text, hints, self._r.on))

    def _modifying(self, pieces: list[Piece], hints: Hints) -> tuple[Character | None, Resolution] | None:
        """Find whose full name only stands before a noun elsewhere in the story: "the Ann Lee campaign" for "Lee"."""
        if not pieces:
            return None
        found = self._r.linker.full_name(pieces[0].text, hints, self._r.on)
        if found.entity is None:
            return None
        return self._r.cast.by_key(("person", found.entity.id)), replace(found, rule="full name elsewhere in the story")

    def _gender(self, profile: Profile, resolution: Resolution | None, name: str) -> str | None:
        for piece in reversed(profile.nouns):
            gender = self._r.words.genders.get(piece.lemma.split()[-1] if piece.lemma else "")
            if gender:
                return gender
        if resolution and resolution.entity and resolution.entity.gender:
            return resolution.entity.gender
        words = name_words(name)
        return self._r.words.given.get(words[0]) if len(words) > 1 else None

    def _share(self, phrase: Phrase, draft: Draft, character: Character) -> None:
        """Give an apposition ("Zakharova, the spokeswoman") the person's chain and resolution."""
        for child in self._r.syntax.parsed.children(self._r.syntax.tokens[phrase.head], "appos"):
            other = self._r.drafts.get(child.i)
            if (
                other
                and other.kind is MentionKind.NOMINAL
                and other.person
                and not other.plural
                and other.chain != draft.chain
            ):
                self._r.definites.merge(other, character, draft.resolution)


def name_words(text: str) -> list[str]:
    """Return the folded words of a name without suffixes such as "Jr."."""
    return [w for w in name_key(text).split() if w not in SUFFIXES]


def _named_person(piece: Piece) -> bool:
    return bool(piece.entities) and piece.entities[0].kind is EntityKind.PERSON


def _is_noun(piece: Piece) -> bool:
    return piece.noun is not None and not piece.person


def _merged(hints: Hints, draft: Draft) -> Hints:
    known = draft.resolution
    if known is None or known.rule.endswith(MANY_STATES):
        return hints  # "President Roe, 41 heads of state and ..."
    return replace(
        hints,
        country=hints.country or known.country,
        # whoever is told to be out of office was an official
        sectors=hints.sectors or tuple(s if s != "ELI" else "GOV" for s in known.sectors),
        office=hints.office or draft.office,
        former=hints.former or "ELI" in known.sectors,
        title=None,
    )


def _compatible(character: Character, hints: Hints) -> bool:
    known = character.resolution
    return not (hints.country and known and known.country and known.country != hints.country)


def _named_later(known: Resolution | None, name: str) -> Resolution | None:
    """Return what is told of somebody under the name that the report gives him later."""
    return replace(known, name=name, score=min(known.score, 0.5), rule="named after a description") if known else None


def _again(known: Resolution | None, rule: str) -> Resolution | None:
    if known is None:
        return None
    return replace(known, rule=rule)
