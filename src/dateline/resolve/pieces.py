"""Cuts a sentence into the pieces that the knowledge base knows: countries, entities, agent nouns, titles, names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.knowledge.actor_words import ActorWords, Title
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import Entity, EntityKind, Name, Sentence, Token
from dateline.resolve.syntax import Syntax, noun_forms

if TYPE_CHECKING:
    from dateline.knowledge.countries import CountryHit, MetonymHit
    from dateline.knowledge.nouns import SectorHit
    from dateline.resolve.lookups import Lookups

NOUN_WINDOW = 5
# Parts of speech with which an agent noun may begin and end.
NOUN_STARTS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
NOUN_ENDS = frozenset({"NOUN", "PROPN", "ADJ"})
# Parts of speech of words that begin nothing in small letters, and the articles that begin Arabic names all the same.
SMALL = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
ARTICLES = frozenset({"al", "el", "an", "ash", "as"})
# What stands before a date.
DATING = frozenset({"on", "by", "until", "till", "from", "since", "before", "after", "of", "last", "next"})
# What ends a noun: "the military, officials said" are no military officials.
STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", '"', "“", "”", "``", "''", "--", "–", "—"})
# Words of figures and times: "p.m." is no prime minister.
FIGURES = frozenset({"TIME", "MONEY", "PERCENT", "QUANTITY"})
# Lands whose names are things too where a report writes them small and nowhere else as names.
THINGS = frozenset({"turkey", "china", "chad", "jordan", "guinea", "chile", "brazil", "mali", "niger", "georgia"})
# Legal forms that some agencies write small behind a firm's name.
SMALL_FORMS = frozenset({"inc", "corp", "co", "ltd", "plc"})
# Kinds of bodies that bear plain words as names, as do others of their kind in other lands.
GENERIC = frozenset({EntityKind.ORGANISATION, EntityKind.COMPANY, EntityKind.MEDIA})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens `[first, last)` with everything it may be; the phrase around it decides.

    Attributes:
        person: The run is a person's name by the parser or by its place after a title.
        former: A word such as "former", which ends the office after it.
    """

    first: int
    last: int
    text: str
    country: CountryHit | None = None
    metonym: MetonymHit | None = None
    entities: tuple[Entity, ...] = ()
    noun: SectorHit | None = None
    lemma: str = ""
    title: Title | None = None
    former: bool = False
    person: bool = False

    @property
    def entity(self) -> Entity | None:
        """The best entity that is no person."""
        return next((e for e in self.entities if e.kind not in {EntityKind.PERSON, EntityKind.PLACE}), None)

    @property
    def names_country(self) -> bool:
        """Whether the piece stands for a country as such (its name or people, not its capital)."""
        return self.country is not None and self.country.kind != "capital"


class Cutter:
    """Cuts sentences into pieces; longest match first, the parser's person names kept whole."""

    def __init__(self, lookups: Lookups, words: ActorWords, *, names: frozenset[str] = frozenset()) -> None:
        """Prepare for one story.

        Args:
            lookups: The knowledge base.
            words: The shipped word lists.
            names: Words that are names in this story; a tagger takes many a sentence's first word for a noun.
        """
        self._find = lookups
        self._words = words
        self._names = names

    def cut(self, syntax: Syntax, sentence: Sentence, names: dict[int, Name]) -> list[Piece]:
        """Return the pieces of one sentence, in order and without overlap.

        Args:
            syntax: The story.
            sentence: One of its sentences.
            names: The parser's names by first token.
        """
        found: list[Piece] = []
        rest: dict[int, Name] = {}
        i = sentence.first
        while i < sentence.last:
            name = names.get(i) or rest.get(i)
            piece = self._at(syntax, i, sentence.last, name)
            if piece:
                found.append(piece)
                if name and name.label == "PERSON" and piece.last < name.last and not piece.person:
                    # "Minister Juan Carlos Roa" is one name to the parser; without the title it still is one
                    rest[piece.last] = replace(name, first=piece.last)
            i = piece.last if piece else i + 1
        return found

    def _at(self, syntax: Syntax, i: int, end: int, name: Name | None) -> Piece | None:
        token = syntax.tokens[i]
        if not token.text[0].isalnum() or (name is None and self._is_small(token)):
            return None
        if i + 1 < end and f"{token.text} {syntax.tokens[i + 1].text}" in self._words.names["places"]:
            longer = self._known(syntax, i, end)  # "the Indian Ocean Commission"
            return longer if longer and longer.last > i + 2 else Piece(i, i + 2, syntax.words(i, i + 2))
        noun = self._noun(syntax, i, end)
        if noun and ((name and self._is_given(syntax, i, name)) or _is_inside_name(syntax, i, noun)):
            noun = None  # "Capt. Christian Roe" is no clergyman, "General Gal Roe" no girl
        if name and name.label == "PERSON" and not noun and not self._is_people(syntax, i, name.last):
            return self._person(syntax, i, name)
        if noun and noun.last == i + 1 and self._is_title(syntax, i, end, noun):
            return self._title(syntax, i, end)
        known = self._known(syntax, i, end) if _may_name(token, syntax, i) else self._small_land(token)
        if known and known.country and _is_part_of_america(syntax, i):
            return None
        if (
            known
            and known.country
            and known.last < end
            and syntax.tokens[known.last].text in self._words.names["roads"]
        ):
            return self._unknown(syntax, i, end)
        if known and known.country and known.country.kind == "capital" and self._goes_on(syntax, known, end):
            return self._unknown(syntax, i, end)
        if known and noun:
            return _longer(known, noun, token)
        if known or noun:
            return known or noun
        if token.lemma in self._words.former:
            return Piece(i, i + 1, token.text, former=True)
        return self._title(syntax, i, end) or self._unknown(syntax, i, end)

    def _is_given(self, syntax: Syntax, i: int, name: Name) -> bool:
        """Say whether a noun opens a person's name as a given name: "Christian Roe", "Grace Lee"."""
        token = syntax.tokens[i]
        return name.label == "PERSON" and name.last > i + 1 and token.text.lower() in self._words.given

    def _is_people(self, syntax: Syntax, i: int, last: int) -> bool:
        """Say whether the parser took a people for a person: "the Omani minister", "Sierra Leonean soldiers"."""
        before = syntax.tokens[last].pos == "NOUN" if last < len(syntax.tokens) else False
        found = self._find.country(syntax.words(i, last)) if before else None
        if found is not None and found.kind in {"adjective", "demonym"} and syntax.tokens[last].text.islower():
            return True
        return syntax.tokens[i].pos == "ADJ" and self._find.country(syntax.tokens[i].text) is not None

    def _small_land(self, token: Token) -> Piece | None:
        """Return a land that its report wrote small, by the parser's word for it: "china has written off the debt"."""
        if not (token.pos == "PROPN" and token.ent == "GPE" and token.text.islower()):
            return None
        country = self._find.country(token.text.title())
        plain = token.text in THINGS and token.text.title() not in self._names
        if country is None or country.code is None or country.kind != "name" or plain:
            return None
        return Piece(token.i, token.i + 1, token.text.title(), country)

    def _is_small(self, token: Token) -> bool:
        """Say whether a word is one of those, a third of a text, that begin no piece: "the", "of", "was", "it"."""
        small = token.pos in SMALL and token.text.islower() and token.lemma not in self._words.former
        return small and token.text not in ARTICLES and token.text not in self._words.names["particles"]

    def _person(self, syntax: Syntax, i: int, name: Name) -> Piece:
        title = self._title(syntax, i, name.last - 1)
        if title:
            return title
        first = self._find.country(syntax.tokens[i].text) if name.last > i + 2 else None
        if first is not None and first.kind == "demonym" and syntax.tokens[i].dep == "compound":
            return Piece(i, i + 1, syntax.tokens[i].text, first)  # "Spaniard Ana Ruiz"
        last = self._title_inside(syntax, i, name.last) or name.last
        if last < name.last:
            return (
                self._known(syntax, i, last) or self._unknown(syntax, i, last) or Piece(i, last, syntax.words(i, last))
            )
        while last > i + 1 and syntax.tokens[last - 1].text in {"'s", "’s", ",", "-", "'"}:
            last -= 1
        last = self._with_rest(syntax, _with_hyphen(syntax, last))
        text = syntax.words(i, last)
        entities = self._find.entities(text)
        if last > i + 2 and not entities and (cut := self._headlined(syntax, i, last)):
            last, text = cut, syntax.words(i, cut)
            entities = self._find.entities(text)
        if last > i + 2 and not entities and _has_person(self._find.entities(syntax.words(i + 1, last))):
            return Piece(
                i, i + 1, syntax.tokens[i].text
            )  # "Vermont Ann Lee": a place before a name that the base knows
        country = self._find.country(text) if not _has_person(entities) or last == i + 1 else None
        metonym = self._find.metonym(text) if last == i + 1 else None
        return Piece(i, last, text, country, metonym, entities, person=not (entities and not _has_person(entities)))

    def _headlined(self, syntax: Syntax, i: int, last: int) -> int | None:
        """Return where the name of a person whom the base knows ends in "Ann Lee Slams Rivals", a headline."""
        if not syntax.in_title_case(syntax.tokens[i].sent):
            return None
        ends = range(min(last, i + NOUN_WINDOW) - 1, i + 1, -1)
        return next((end for end in ends if _has_person(self._find.entities(syntax.words(i, end)))), None)

    def _title_inside(self, syntax: Syntax, i: int, last: int) -> int | None:
        """Return where a title stands inside what the parser took for one name: "Michigan Gov. Rick Snyder"."""
        for j in range(i + 1, last - 1):
            token = syntax.tokens[j]
            word = token.text.lower().rstrip(".")
            title = self._words.titles.get(word)
            if title and title.noun and (token.text.endswith(".") or self._find.noun(word)) and token.text[0].isupper():
                return j
        return None

    def _with_rest(self, syntax: Syntax, last: int) -> int:
        """Return the end of a name of which the parser took only the given names for one ("Juan Carlos" Roa)."""
        tokens = syntax.tokens
        while (
            last < len(tokens)
            and tokens[last - 1].dep == "compound"
            and tokens[last - 1].head >= last
            and tokens[last].pos == "PROPN"
            and not tokens[last].ent
            and tokens[last].text[0].isupper()
            and self._find.noun(tokens[last].text.lower()) is None
        ):
            last += 1
        return last

    def _known(self, syntax: Syntax, i: int, end: int) -> Piece | None:
        stop = min(end, i + self._find.longest)
        for last in reversed(_ends(syntax, i, stop, self._words.names["connectors"])):
            text = syntax.words(i, last)
            country, metonym = self._find.country(text), self._find.metonym(text)
            entities = self._of_whole(syntax, i, self._find.entities(text), alone=last == i + 1)
            if last == i + 1 and syntax.tokens[i].pos in {"VERB", "AUX"} and not country:
                continue  # "Let's go" is no Lashkar-e-Taiba
            if entities and syntax.tokens[i].ent == "DATE" and i and syntax.tokens[i - 1].lemma in DATING:
                continue  # "died on November 17" is no Greek armed group
            if last == i + 1 and syntax.tokens[i].ent == "PERSON" and not _has_person(entities) and not country:
                continue
            if not (country or metonym or entities) and last == i + 1:
                entities = self._partisan(syntax, i, end)
            if country or metonym or entities:
                noun = self._find.noun(text.lower())
                return Piece(i, last, text, country, metonym, entities, noun, text.lower())
        return None

    def _partisan(self, syntax: Syntax, i: int, end: int) -> tuple[Entity, ...]:
        """Return the party of which somebody is one: "a Republican", "two Democrats"."""
        token = syntax.tokens[i]
        alone = token.pos in {"NOUN", "PROPN"} and (i + 1 >= end or not syntax.tokens[i + 1].text[0].isupper())
        plural = token.text if token.text.endswith("s") else f"{token.text}s"
        found = self._find.entities(plural) if alone and token.text[0].isupper() else ()
        return tuple(e for e in found if e.kind is EntityKind.PARTY)

    def _of_whole(self, syntax: Syntax, i: int, entities: tuple[Entity, ...], *, alone: bool) -> tuple[Entity, ...]:
        """Leave out bodies whose name is only the end of another's: "the National Dockers Union".

        A direction that begins a longer name is no body `alone`; "North Atlantic Treaty Organization" is one.
        """
        after = syntax.tokens[i + 1] if entities and i + 1 < len(syntax.tokens) else None
        if (
            alone
            and after is not None
            and after.text[0].isupper()
            and syntax.tokens[i].text in self._words.names["compass"]
        ):
            return tuple(e for e in entities if e.country is None)  # "West African leaders" are not the West's
        before = syntax.tokens[i - 1] if i and entities else None
        if before is None or not before.text[0].isupper() or before.dep not in {"compound", "amod", "nmod"}:
            return entities
        if before.text in self._words.names["qualifiers"]:
            return tuple(e for e in entities if e.kind not in GENERIC)
        land = self._find.country(before.text)
        if land is None or land.code is None:
            return entities
        own = {land.code, *INTERNATIONAL, None}
        return tuple(e for e in entities if e.kind not in GENERIC or e.country in own)

    def _noun(self, syntax: Syntax, i: int, end: int) -> Piece | None:
        tokens = syntax.tokens
        token = tokens[i]
        if token.pos not in NOUN_STARTS or token.ent in FIGURES:
            return None
        longer = min(end, i + NOUN_WINDOW) if self._find.starts_noun(token.text) else i + 1
        for last in range(longer, i + 1, -1):
            if tokens[last - 1].pos not in NOUN_ENDS or any(t.text in STOPS for t in tokens[i:last]):
                continue  # "by the military, officials said"
            hits = ((lemma, self._find.noun(lemma)) for lemma in _lemmas(tokens, i, last))
            lemma, hit = next((found for found in hits if found[1]), ("", None))
            if hit:
                return Piece(i, last, syntax.words(i, last), noun=hit, lemma=lemma)
        if token.text in self._words.names["openers"] and i + 1 < end and tokens[i + 1].text[0].isupper():
            return None  # "National Water Board": no national of a country
        if token.lemma in self._words.names["adjectives"] and (token.pos == "ADJ" or token.dep == "amod"):
            return None  # nor "national leaders", "public officials", "a marine ecologist"
        lemma, hit = self._find.word(token.text, token.lemma) if token.pos in NOUN_ENDS else ("", None)
        return Piece(i, i + 1, token.text, noun=hit, lemma=lemma) if hit else None

    def _is_title(self, syntax: Syntax, i: int, end: int, noun: Piece) -> bool:
        """Say whether a noun that takes its employer's sectors is a title here: "Representative Ann Lee"."""
        tokens = syntax.tokens
        if noun.noun is None or not noun.noun.inherits_employer or i + 1 >= end or tokens[i + 1].pos != "PROPN":
            return False
        bare = i == 0 or tokens[i - 1].dep != "compound"  # "US Special Representative"
        return bare and tokens[i].text[0].isupper() and tokens[i].text.lower() in self._words.titles

    def _title(self, syntax: Syntax, i: int, end: int) -> Piece | None:
        if not syntax.tokens[i].text[0].isupper():
            return None
        if not self._find.starts_title(syntax.tokens[i].text):
            return None
        for last in (i + 3, i + 2, i + 1):
            if last > end:
                continue
            text = syntax.words(i, last).lower().replace(".", "").replace("-", " ")
            title = self._words.titles.get(" ".join(text.split()))
            if title and title.noun == "soldier" and _is_part_of_body(syntax, i):
                return None  # "General Accounting Office"
            if title:
                noun = self._find.noun(title.noun) if title.noun else None
                return Piece(i, last, syntax.words(i, last), noun=noun, lemma=title.noun or "", title=title)
        return None

    def _unknown(self, syntax: Syntax, i: int, end: int) -> Piece | None:
        last = i
        tokens = syntax.tokens
        if not self._proper(tokens[i], tokens, i):
            return None
        while (
            last < end and self._proper(tokens[last], tokens, i) and (last == i or not self._breaks(syntax, last, end))
        ):
            if tokens[i].ent == "DATE" and tokens[last].ent != "DATE":
                break  # "On Wednesday Greek officials"
            if last > i and (self._starts_person(syntax, last, end) or self._starts_seat(syntax, last, end)):
                break  # "To Air Ann Lee", "the Lee White House": other words before a name that the base knows
            if last > i and tokens[last].ent in {"NORP", "ORG"} and self._partisan(syntax, last, end):
                break  # "a Tarn Valley Republican", "the Maine Democrats"
            last += 1
        while last > i and tokens[last - 1].text in {"-", "'", "’"}:
            last -= 1
        if last == i:
            return None
        cut = self._headlined(syntax, i, last) if last > i + 2 else None
        if cut:
            return self._known(syntax, i, cut) or Piece(i, cut, syntax.words(i, cut), person=True)
        person = any(t.ent == "PERSON" for t in tokens[i:last])
        if not person and last > i + 2 and self._starts_name(syntax, i + 1, end):
            last = i + 1  # "the Marxist Tarn Liberation Front": a word before a name that the base knows
        return Piece(i, last, syntax.words(i, last), person=person)

    def _starts_person(self, syntax: Syntax, i: int, end: int) -> bool:
        """Say whether the name of a person whom the base knows starts at a token, by the parser too."""
        tokens = syntax.tokens
        if tokens[i].ent == "PERSON" and tokens[i - 1].ent == "NORP":
            return True  # "Republican Ann Lee"
        if tokens[i].ent != "PERSON" or tokens[i - 1].ent not in {"", "GPE"}:
            return False
        last = i
        while last < end and tokens[last].ent == "PERSON":
            last += 1
        return last > i + 1 and _has_person(self._find.entities(syntax.words(i, last)))

    def _starts_seat(self, syntax: Syntax, i: int, end: int) -> bool:
        """Say whether a seat of power of two words or more starts at a token."""
        if i + 1 >= end or not syntax.tokens[i + 1].text[0].isupper():
            return False
        seat = self._find.metonym(syntax.words(i, i + 2))
        return seat is not None and not seat.is_capital

    def _starts_name(self, syntax: Syntax, i: int, end: int) -> bool:
        known = self._known(syntax, i, end)
        return known is not None and known.last > i + 1 and bool(known.entities)

    def _breaks(self, syntax: Syntax, i: int, end: int) -> bool:
        if syntax.tokens[i].text in {"-", "'", "’"} or syntax.tokens[i - 1].text == "-":
            return False
        title = self._title(syntax, i, end) if syntax.tokens[i].text.endswith(".") else None
        return self._noun(syntax, i, end) is not None or bool(title and title.noun)

    def _goes_on(self, syntax: Syntax, piece: Piece, end: int) -> bool:
        """Say whether a capital's name only starts a longer one: "Victoria Park", not "Baghdad University"."""
        if piece.last >= end:
            return False
        after, last = syntax.tokens[piece.last], syntax.tokens[piece.last - 1]
        joined = after.pos == "PROPN" and last.dep in {"compound", "nmod"} and last.head >= piece.last
        return joined and bool(after.ent) and self._noun(syntax, piece.last, end) is None

    def _proper(self, token: Token, tokens: tuple[Token, ...], start: int) -> bool:
        if token.text in {"-", "'", "’"}:
            return token.i > start and token.i + 1 < len(tokens) and _hyphened(tokens, token.i)
        if token.i > start and tokens[token.i - 1].text == "-" and tokens[token.i - 1].end == token.start:
            return True
        if token.text in self._words.names["particles"]:
            return token.i + 1 < len(tokens) and tokens[token.i + 1].pos == "PROPN"
        if token.i > start and token.pos == "PROPN" and token.ent == "ORG" and token.text in SMALL_FORMS:
            return tokens[token.i - 1].text[0].isupper()  # "Tarn Mills corp", as some agencies write it
        return token.text[0].isupper() and (token.pos == "PROPN" or token.text in self._names)


def _is_inside_name(syntax: Syntax, i: int, piece: Piece) -> bool:
    """Say whether a word for plain people is a given name by the parser: the Gal of "Brigadier General Gal Roe"."""
    tokens = syntax.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
    plain = piece.noun is not None and piece.noun.sectors == ("CVL",) and piece.last == i + 1
    inside = tokens[i].ent == after.ent == "PERSON" and i > 0 and tokens[i - 1].text[0].isupper()
    return plain and inside and tokens[i].text.istitle() and after.text[0].isupper()


def _hyphened(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether a hyphen joins the words of one name: "Abdul-Mahdi", "Jaish-e-Mohammed", not "NATO-member"."""
    after = tokens[i + 1]
    again = i + 2 < len(tokens) and tokens[i + 2].text == "-"
    return tokens[i].end == after.start and (after.text[0].isupper() or len(after.text) <= 2 or again)


def _has_person(entities: tuple[Entity, ...]) -> bool:
    return any(e.kind is EntityKind.PERSON for e in entities)


def _with_hyphen(syntax: Syntax, last: int) -> int:
    """Return the end of a given name that its hyphen cut in two: "Song Young" and "moo"."""
    after = syntax.tokens[last : last + 2]
    if len(after) < 2 or after[0].text != "-":
        return last
    joined = syntax.tokens[last - 1].end == after[0].start and after[0].end == after[1].start
    return last + 2 if joined and after[1].text.isalpha() and len(after[1].text) <= 7 else last


def _longer(known: Piece, noun: Piece, token: Token) -> Piece:
    """Pick between a name and a common noun at one place: the longer; at a tie both, or a lower-case noun."""
    if known.last != noun.last:
        return known if known.last > noun.last else noun
    if token.pos != "PROPN" and known.last == known.first + 1 and not known.country:
        return noun
    return Piece(
        known.first, known.last, known.text, known.country, known.metonym, known.entities, noun.noun, noun.lemma
    )


def _is_part_of_america(syntax: Syntax, i: int) -> bool:
    """Say whether "American" is part of a wider name: "the Central American country" is not the United States."""
    before = syntax.tokens[i - 1].text if i else ""
    return syntax.tokens[i].text.startswith("American") and before in {"Central", "Latin", "South", "North", "Pan"}


def _is_part_of_body(syntax: Syntax, i: int) -> bool:
    """Say whether a word that may be a rank opens the name of a body, by the parser."""
    after = syntax.tokens[i + 1] if i + 1 < len(syntax.tokens) else syntax.tokens[i]
    return syntax.tokens[i].ent == "ORG" and after.ent == "ORG" and syntax.tokens[i].dep == "compound"


def _may_name(token: Token, syntax: Syntax, i: int) -> bool:
    if token.text[0].isupper() and token.pos not in {"PRON", "DET"}:
        return not (token.tag == "VB" and not token.ent and token.text.lower() == token.lemma)  # "Let them come"
    nxt = syntax.tokens[i + 1] if i + 1 < len(syntax.tokens) else token
    return token.text in ARTICLES and nxt.text == "-"


def _ends(syntax: Syntax, i: int, stop: int, small: frozenset[str]) -> list[int]:
    """Return the ends of the runs that start at `i`: after every capitalised word that connectors lead to."""
    tokens, ends = syntax.tokens, []
    j = i
    while j < stop:
        token = tokens[j]
        capital = (
            token.text[0].isupper() or token.text[0].isdigit() or (j > i and tokens[j - 1].text in {"-", "'", "’"})
        )
        if capital and token.text not in small:
            ends.append(j + 1)
        elif j > i and token.text not in small:
            break
        j += 1
    return ends


def _lemmas(tokens: tuple[Token, ...], first: int, last: int) -> list[str]:
    """Return the dictionary forms of several words to try: those of the last word, with hyphens as blanks."""
    final = tokens[last - 1]
    parts = [t.text.lower() for t in tokens[first : last - 1] if t.text != "-"]
    return [" ".join([*parts, form]) for form in noun_forms(final.text, final.lemma)]
