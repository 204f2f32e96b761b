"""What a noun phrase says about its head: country, employer, offices, "former"; gathered left and right of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.knowledge.actor_words import ActorWords
from dateline.model import EntityKind, Resolution, Token
from dateline.resolve.cast import Draft
from dateline.resolve.described import EUROPE, Profile
from dateline.resolve.forms import sectors_by_form
from dateline.resolve.kinds import entity_resolution, is_land, is_people_of_a_land
from dateline.resolve.phrases import Phrase
from dateline.resolve.pieces import Piece
from dateline.resolve.syntax import Syntax
from dateline.resolve.there import land_there, land_where

Visit = Callable[[int], Draft | None]
NamePiece = Callable[[Piece], Resolution | None]
# Prepositions that tie an office to its body or country: "minister of", "officials from", "spokesman for".
TIES = frozenset({"of", "from", "in", "for", "at", "with", "within", "inside"})
# Second halves of compounds that say whose a thing is, not what: "state-owned", "army-run".
OWNED = frozenset({"owned", "run", "controlled", "funded", "sponsored", "linked"})
# Tokens between two nouns of one owner: "Chad's ruling party and main opposition".
SHARED = 3
# "His counterpart" holds his office in another country.
MATES = frozenset({"counterpart", "homologue"})
# Whoever is met in a town need not be of it.
MEETING = frozenset({"meet", "see", "join", "host", "receive", "visit", "brief", "address", "tell", "greet", "find"})
# What somebody does for a side: "fighting for the militia", "employed with the ministry".
SERVICE = frozenset({"fight", "serve", "work", "employ", "fly", "spy"})
# Words that say whose somebody is: "troops loyal to the emir"; whoever is allied with a state may be another land's.
SIDING = frozenset({"loyal", "faithful"})
# What tells the place of a body's seat: "Tarn Mills, based in Oslo".
SEATED = frozenset({"base", "headquarter"})
# Those who serve "to" somebody: "a senior aide to Prime Minister Mora".
SERVING = frozenset({"aide", "adviser", "advisor", "assistant", "secretary", "deputy", "counsel", "lawyer", "heir"})


class Profiler:
    """Gathers profiles; asks its caller for the mentions inside the phrase."""

    def __init__(
        self,
        syntax: Syntax,
        words: ActorWords,
        visit: Visit,
        name_piece: NamePiece,
        places: dict[int, str],
        named_body: NamePiece,
        party: NamePiece,
        lands: Callable[[str], str | None],
        organ: NamePiece,
    ) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            words: The shipped word lists.
            visit: Gives the mention that a token heads.
            name_piece: Resolves a person's name that only modifies another noun.
            places: Country of every place name, by head token.
            named_body: Resolves the short name of a firm that the story has named.
            party: Resolves the adjective of a party of the story's countries.
            lands: Gives the code of a country's name.
            organ: Reads the name of an organ: "Congress", America's or that of the story's land.
        """
        self._syntax = syntax
        self._words = words
        self._visit = visit
        self._name_piece = name_piece
        self._places = places
        self._named_body = named_body
        self._party = party
        self._lands = lands
        self._organ = organ

    def read(self, phrase: Phrase) -> Profile:
        """Return the profile of a phrase."""
        profile = Profile(phrase.last)
        owned = profile.owned = self._possessor(phrase, profile)
        for piece in phrase.left:
            if not owned[0] <= piece.first < owned[1]:
                self._left(piece, phrase, profile)
        self._loose_words(phrase, profile, owned)
        self._partisan(phrase, profile, owned)
        self._shared(phrase, profile)
        self._formed(phrase, profile)
        self._right(phrase, profile)
        land = None if profile.country or profile.place else self._pointed(phrase)
        profile.place, profile.there = profile.place or land, land is not None
        return profile

    def _pointed(self, phrase: Phrase) -> str | None:
        """Return the land that "there" behind a phrase, or "where" before it, points back to."""
        found = land_there(phrase, self._syntax, self._places)
        return found or land_where(phrase, self._syntax, self._places)

    def _partisan(self, phrase: Phrase, profile: Profile, owned: tuple[int, int]) -> None:
        """Read the party of an adjective that names no body by itself: "Republican leaders", "Labour councillors"."""
        taken = {i for piece in phrase.pieces for i in range(piece.first, piece.last)}
        for token in self._syntax.tokens[phrase.first : _core_start(phrase)]:
            free = (
                token.i not in taken
                and not owned[0] <= token.i < owned[1]
                and token.dep in {"amod", "compound", "nmod"}
            )
            if profile.employer or not free or not token.text[0].isupper():
                continue
            profile.employer = self._party(Piece(token.i, token.i + 1, token.text))

    def _shared(self, phrase: Phrase, profile: Profile) -> None:
        """Give the second noun of "Chad's government and opposition" the owner of the first."""
        token = self._syntax.tokens[phrase.head]
        if token.dep != "conj" or profile.possessed or profile.countries or profile.employer:
            return
        before = self._syntax.tokens[token.head]
        bare = not any(c.dep == "det" for c in self._syntax.parsed.children(token))
        if not bare or before.pos != "NOUN" or before.i > phrase.first or phrase.first - before.i > SHARED:
            return
        for owner in self._syntax.parsed.children(before, "poss"):
            draft = self._visit(owner.i)
            if draft and draft.resolution:
                self._employ(draft, profile)
        self._shared_people(before, phrase, profile)

    def _shared_people(self, before: Token, phrase: Phrase, profile: Profile) -> None:
        """Give the second noun of "Cuban doctors and engineers" the nation of the first."""
        plural = self._syntax.plural(before.i) and self._syntax.plural(phrase.head)
        if profile.countries or profile.employer or not plural or phrase.first - before.i != 2:
            return
        words = (c.text for c in self._syntax.parsed.children(before, "amod") if c.text[:1].isupper())
        codes = [code for word in words if (code := self._lands(word))]
        profile.countries += codes[:1]

    def _formed(self, phrase: Phrase, profile: Profile) -> None:
        """Read the body whose name stands before an office: "Tarn Growers Federation president Ana Ruiz"."""
        core = phrase.core if phrase.core and phrase.core.noun else None
        office = core or (profile.nouns[-1] if profile.nouns else None)
        if office is None or office.text[:1].isupper() or "EUR" in profile.countries:
            return
        if profile.employer and (profile.employer.sectors or profile.employer.entity):
            return  # the base knows the body: the African Union is no union of workers
        first = office.first
        while first > phrase.first and self._syntax.tokens[first - 1].text[:1].isupper():
            first -= 1
        name = self._syntax.words(first, office.first) if first < office.first - 1 else ""
        if profile.countries and len(name.split()) < 3:
            return  # a state's own name: "Soviet Union officials"
        sectors = sectors_by_form(name, self._words.forms)
        if sectors:
            country = profile.countries[0] if profile.countries else None
            profile.employer = Resolution(name=name, country=country, sectors=sectors, rule="body by its form")

    def _possessor(self, phrase: Phrase, profile: Profile) -> tuple[int, int]:
        """Read "Russia's", "Putin's", "its", "the country's"; return the tokens they take."""
        for token in self._syntax.tokens[phrase.first : phrase.last]:
            if token.dep != "poss" or not phrase.first <= token.head < phrase.last:
                continue
            profile.possessed = True
            if token.text.lower() in self._words.pronouns["deictic"]:
                profile.deictic = True
                return token.i, token.i + 1
            draft = self._owner(token) if token.tag == "WP$" else self._visit(token.i)
            if draft and draft.resolution and self._syntax.tokens[phrase.head].lemma in MATES:
                profile.employer = replace(draft.resolution, country=None, countries=(), entity=None)
            elif draft and draft.resolution:
                self._employ(draft, profile)
            elif draft is None and token.pos == "PROPN":
                profile.place = self._place_of(
                    range(self._syntax.left_edge[token.i], token.i + 1)
                )  # "Bavaria's police"
            return self._syntax.left_edge[token.i], token.i + 1
        return -1, -1

    def _owner(self, token: Token) -> Draft | None:
        """Return whom "whose" goes back to: the noun that its clause describes, or that its noun is set beside."""
        verb = self._syntax.tokens[token.head]
        if verb.dep == "appos" and verb.head < token.i:
            return self._visit(verb.head)  # "Chile, whose premier, Ann Lee, said"
        for _ in range(4):
            if verb.dep == "relcl":
                return self._visit(verb.head)
            verb = self._syntax.tokens[verb.head]
        return None

    def _employ(self, draft: Draft, profile: Profile) -> None:
        resolution = draft.resolution
        if resolution is None:
            return
        if resolution.countries and (draft.parts or resolution.rule == "pair of countries"):
            profile.countries += [c for c in resolution.countries if c not in profile.countries]
            profile.joined = len(profile.countries) > 1
            profile.part_heads = draft.parts
        if is_land(resolution):
            if resolution.country and resolution.country not in profile.countries:
                profile.weak = not profile.countries and resolution.score <= 0.5
                profile.countries.append(resolution.country)
            return
        if profile.employer is None:
            profile.employer, profile.employer_person = resolution, bool(draft.person)
            profile.employer_draft = draft

    def _left(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        if piece.former:
            profile.former = True
        if piece.title:
            profile.gender = piece.title.gender
        peoples = is_people_of_a_land(piece, phrase) and self._syntax.plural(phrase.head)
        if peoples and (land := self._lands(piece.text.split(" ")[0])):
            profile.countries += [land] if not profile.countries else []
            return
        fate = self._compound(piece)
        if fate == "drop" or (fate == "born" and self._is_of_another(piece, phrase)):
            return
        profile.led = profile.led or fate == "led"
        if piece.metonym and not piece.metonym.is_capital:
            profile.employer = profile.employer or self._organ(piece)
        elif piece.country and piece.country.code and (not piece.person or piece.country.kind == "adjective"):
            self._add_country(piece, profile)
        elif piece.noun and not (piece.entity and piece.text[0].isupper() and not piece.noun.office):
            profile.nouns += [] if _is_rank(piece, profile) else [piece]
        elif piece.person or (piece.entities and piece.entities[0].kind is EntityKind.PERSON):
            self._somebody(piece, phrase, profile)
        elif piece.entity:
            if (
                profile.employer is None or profile.employer_person or _is_of_people(profile, piece)
            ):  # "Roe's Democratic Front group": the Front's
                profile.employer, profile.employer_draft = entity_resolution(piece, rule="name in the phrase"), None
            profile.employer_person = False
        elif piece.title:
            profile.nouns.append(piece)
        else:
            self._unknown(piece, phrase, profile)

    def _somebody(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        """Read a person's name before a noun: a firm's before a trade ("Merrill Roe analyst Ann Lee")."""
        if piece.person and not piece.entities and self._is_of_firm(piece, phrase):
            self._unknown(piece, phrase, profile)
            return
        profile.employer = profile.employer or self._name_piece(piece)
        profile.employer_person = True

    def _unknown(self, piece: Piece, phrase: Phrase, profile: Profile) -> None:
        """Read a name that the base does not hold: a ruler's, a party's adjective, a firm of the story, a body's."""
        ruled = self._syntax.tokens[phrase.head].lemma in self._words.definites["ruled"]
        ruler = self._name_piece(piece) if ruled and " " not in piece.text else None
        if ruler is not None and ruler.entity is not None:
            profile.employer, profile.employer_person = profile.employer or ruler, True
            return
        body = self._party(piece) or self._named_body(piece)  # "Labour leader", "a Piosec spokesman"
        formed = sectors_by_form(piece.text, self._words.forms) if body is None else ()
        if (
            body is None
            and " " in piece.text
            and piece.text.split()[-1].lower().rstrip(".") in self._words.companies["legal"]
        ):
            formed = ("BUS",)  # "Roe Corp chairman"
        if formed:
            body = Resolution(name=piece.text, sectors=formed, rule="body by its form")
        if body is None and self._is_of_firm(piece, phrase):
            body = Resolution(name=piece.text, sectors=("BUS",), rule="body by its form")
        if body:
            profile.employer = profile.employer or body
        else:
            profile.place = profile.place or self._place_of(range(piece.first, piece.last))

    def _is_of_firm(self, piece: Piece, phrase: Phrase) -> bool:
        """Say whether a name stands right before a trade of the market: "Roe Burnham analyst Ann Lee"."""
        after = next((p for p in phrase.pieces if p.first == piece.last), None)
        trade = after is not None and after.lemma in self._words.definites["firm_trades"]
        place = self._place_of(range(piece.first, piece.last)) if trade else None
        return trade and place is None and not self._lands(piece.text)

    def _add_country(self, piece: Piece, profile: Profile) -> None:
        code = piece.country.code if piece.country else None
        if code is None or code in profile.countries or self._is_subject(piece) or self._is_of_event(piece):
            return
        if profile.adjectives and self._is_of_america(profile.adjectives[-1], piece, code):
            profile.countries[-1], profile.adjectives[-1] = code, piece  # "a Mexican-American judge" is America's
            return
        if profile.adjectives and self._coordinated(profile.adjectives[-1], piece):
            profile.joined = True
        elif profile.countries and not profile.joined:
            return
        profile.countries.append(code)
        profile.adjectives.append(piece)
        if piece.country and piece.country.sectors and piece.country.kind != "capital" and profile.employer is None:
            profile.employer = Resolution(name=piece.text, country=code, sectors=piece.country.sectors)

    def _is_of_america(self, left: Piece, right: Piece, code: str) -> bool:
        """Say whether a hyphen joins where somebody's people came from with "American": "Korean-American voters"."""
        between = self._syntax.tokens[left.last : right.first]
        after = self._syntax.tokens[right.last] if right.last < len(self._syntax.tokens) else None
        person = after is not None and after.lemma.lower() not in self._words.definites["between_states"]
        return code == "USA" and right.text.startswith("American") and person and [t.text for t in between] == ["-"]

    def _is_of_event(self, piece: Piece) -> bool:
        """Say whether a land or town only names an event: "Athens Olympic champion Ann Lee of Peru"."""
        after = self._syntax.tokens[piece.last : piece.last + 1]
        return bool(after) and after[0].text in self._words.definites["events"]

    def _is_subject(self, piece: Piece) -> bool:
        """Say whether "English" is what somebody teaches: "an English professor"."""
        after = self._syntax.tokens[piece.last].lemma if piece.last < len(self._syntax.tokens) else ""
        return piece.text == "English" and after in self._words.definites["teachers"]

    def _coordinated(self, left: Piece, right: Piece) -> bool:
        between = self._syntax.tokens[left.last : right.first]
        return bool(between) and all(t.dep == "cc" or t.text in {",", "-", "/", "and", "or"} for t in between)

    def _compound(self, piece: Piece) -> str:
        """Read "US-backed", "Saudi-led", "anti-Russian": whether the phrase is that country's."""
        tokens = self._syntax.tokens
        before = tokens[piece.first - 2 : piece.first] if piece.first > 1 else ()
        if len(before) == 2 and before[1].text == "-" and before[0].lemma in self._words.before:
            return "drop"
        if piece.first > 0 and tokens[piece.first - 1].lemma.rstrip("-") in self._words.before:
            return "drop"  # "anti- Omani", as some agencies write it
        if piece.last + 1 < len(tokens) and tokens[piece.last].text == "-":
            joined = tokens[piece.last + 1].text.lower()
            if piece.noun and not piece.country and joined in OWNED:
                return "drop"  # "state-owned enterprises" are firms
            return "drop" if joined in self._words.drops else joined if joined in {"led", "born"} else "keep"
        return "keep"

    def _is_of_another(self, piece: Piece, phrase: Phrase) -> bool:
        """Say whether a later word tells the nation of somebody born elsewhere: "a Peruvian-born Dane"."""
        return any(p.names_country and p.first > piece.first for p in phrase.pieces)

    def _loose_words(self, phrase: Phrase, profile: Profile, owned: tuple[int, int]) -> None:
        telling = self._words.telling
        self._commissioner(phrase, profile)
        for token in self._syntax.tokens[phrase.first : phrase.last]:
            word = token.text.lower()
            if (word not in telling and not word.endswith("-led")) or owned[0] <= token.i < owned[1]:
                continue
            if word.endswith("-led") and token.i < phrase.head:
                self._led_by(word.removesuffix("-led"), token, profile)
            if word == "european" and token.i < phrase.head and self._is_of_the_union(phrase):
                profile.countries += [EUROPE] if not profile.countries else []
            if word in self._words.former and token.dep in {"amod", "compound", "nmod", "advmod", "punct"}:
                profile.former = True
            if word in self._words.lesser:
                profile.lesser = True
            if word in self._words.future:
                profile.future = True
            if word in self._words.definites["regions"] and token.i < phrase.head:
                profile.regional = self._syntax.plural(phrase.head)
            profile.regional = profile.regional or word in self._words.definites["joint"]
            after = self._syntax.tokens[token.i + 1].lemma if token.i + 1 < len(self._syntax.tokens) else ""
            profile.abroad = profile.abroad or (
                after not in self._words.definites["foreign_things"]
                and word in self._words.definites["abroad"]
                and token.i < _core_start(phrase)
            )

    def _commissioner(self, phrase: Phrase, profile: Profile) -> None:
        """Read "Enlargement Commissioner Ann Lee", in a report that names the European Commission, as one of it."""
        tokens = self._syntax.tokens
        posts = [t for t in tokens[phrase.first + 1 : phrase.head] if t.text == "Commissioner"]
        own = (
            posts
            and tokens[posts[0].i - 1].text[:1].isupper()
            and tokens[posts[0].i - 1].text not in {"Police", "High"}
        )
        if own and not profile.countries and not profile.employer and {"European", "EU"} & self._syntax.counts.keys():
            profile.countries.append(EUROPE)

    def _is_of_the_union(self, phrase: Phrase) -> bool:
        """Say whether "European" makes a body or post the Union's: "the European drug agency", "Trade Commissioner"."""
        if any(t.lemma.lower() == "commissioner" for t in self._syntax.tokens[phrase.first : phrase.last]):
            return True
        hit = phrase.core.noun if phrase.core else None
        body = hit is not None and hit.kind == "institution" and hit.sectors[:1] in {("GOV",), ("COP",)}
        return body and not self._syntax.plural(phrase.head) and self._syntax.definite(phrase.head)

    def _led_by(self, leader: str, token: Token, profile: Profile) -> None:
        """Read "U.S.-led" where the parser leaves it one word."""
        hit = self._lands(token.text[: len(leader)])
        if hit and not profile.countries:
            profile.countries.append(hit)
        profile.led = profile.led or bool(hit)

    def _right(self, phrase: Phrase, profile: Profile) -> None:
        lemma = self._syntax.tokens[phrase.head].lemma
        relational = lemma in self._words.relational or bool(phrase.core and phrase.core.person)
        for preposition in self._prepositions(phrase):
            for child in self._syntax.parsed.children(preposition, "pobj"):
                self._attach(preposition, child, profile, loose=relational)
        self._obeyed(phrase, profile)

    def _obeyed(self, phrase: Phrase, profile: Profile) -> None:
        """Give "forces loyal to the Libyan government" the country of whom they obey; their trade stays theirs."""
        children = self._syntax.parsed.children
        words = [c for c in children(self._syntax.tokens[phrase.head], "amod", "acl", "relcl") if c.lemma in SIDING]
        for word in words if not (profile.countries or profile.employer) else ():
            nouns = [n for p in children(word, "prep") if p.lemma in {"to", "with"} for n in children(p, "pobj")]
            drafts = [draft for noun in nouns if noun.i > phrase.head and (draft := self._visit(noun.i))]
            codes = [d.resolution.country for d in drafts if d.resolution and d.resolution.country]
            profile.countries += codes[:1]

    def _place_of(self, tokens: range) -> str | None:
        return next((self._places[i] for i in tokens if i in self._places), None)

    def _prepositions(self, phrase: Phrase) -> list[Token]:
        tokens = self._syntax.tokens
        if not (phrase.core or tokens[phrase.head].children):
            return self._whereabouts(phrase, [])
        inside = range(phrase.core.first, phrase.last) if phrase.core else range(phrase.head, phrase.head + 1)
        serving = tokens[phrase.head].lemma in SERVING
        behind = (tokens[c] for i in inside for c in tokens[i].children if c >= phrase.last)
        ties = TIES | {"to"} if serving else TIES
        found = [child for child in behind if child.dep == "prep" and child.lemma in ties]
        found = found or self._joint(phrase)
        found += self._behind_place(found)
        return found + self._served(phrase) + self._origin(phrase, found) + self._whereabouts(phrase, found)

    def _behind_place(self, found: list[Token]) -> list[Token]:
        """Return the "of" that the parser hangs on where somebody is posted: "the envoy in Lima of the bishops"."""
        children = self._syntax.parsed.children
        posts = [n for p in found if p.lemma in {"in", "to"} for n in children(p, "pobj") if n.i in self._places]
        behind = [p for n in posts for p in children(n, "prep") if p.lemma == "of" and p.i == n.i + 1]
        return [p for p in behind if any(n.pos == "PROPN" for n in children(p, "pobj"))]

    def _joint(self, phrase: Phrase) -> list[Token]:
        """Return the "of" right behind "members and supporters", which the parser hangs on the first of the two."""
        head = self._syntax.tokens[phrase.head]
        if head.dep != "conj" or head.pos != "NOUN":
            return []
        first = self._syntax.tokens[head.head]
        preps = self._syntax.parsed.children(first, "prep")
        return [p for p in preps if p.i == phrase.last and p.lemma in {"of", "from"} and first.pos == "NOUN"]

    def _whereabouts(self, phrase: Phrase, found: list[Token]) -> list[Token]:
        """Return the "in" or "from" right behind people, hung to a verb: "accused rebels in Mali of looting"."""
        tokens = self._syntax.tokens
        head, at = tokens[phrase.head], phrase.last
        if found or head.pos != "NOUN" or at >= len(tokens):
            return []
        if tokens[at].text == "from" and tokens[at].dep == "prep":
            verb = tokens[tokens[at].head]
            return (
                [tokens[at]]
                if verb.pos == "VERB" and verb.i < head.i and verb.lemma not in self._words.definites["removing"]
                else []
            )
        if head.dep not in {"dobj", "nsubjpass"}:
            return []
        beside = tokens[at].dep == "prep" and tokens[at].text == "in" and tokens[at].head == head.head
        return [tokens[at]] if beside and tokens[head.head].lemma not in MEETING else []

    def _origin(self, phrase: Phrase, found: list[Token]) -> list[Token]:
        """Return the "from" right behind a person's name, which the parser often hangs to the verb."""
        if not (phrase.core and phrase.core.person):
            return []
        tokens = self._syntax.tokens
        at = phrase.last + 1 if phrase.last < len(tokens) and tokens[phrase.last].text == "," else phrase.last
        at += 1 if at < len(tokens) and at > phrase.last and tokens[at].lemma == "both" else 0
        if at >= len(tokens) or tokens[at].lemma != "from":
            return []
        return [] if tokens[at] in found else [tokens[at]]

    def _served(self, phrase: Phrase) -> list[Token]:
        """Return the prepositions of whom somebody serves: "recruits fighting for the militia"."""
        children = self._syntax.parsed.children
        verbs = children(self._syntax.tokens[phrase.head], "acl")
        serving = [p for v in verbs if v.lemma in SERVICE for p in children(v, "prep") if p.lemma in {"for", "with"}]
        return serving + [p for v in verbs if v.lemma in SEATED for p in children(v, "prep") if p.lemma in {"in", "at"}]

    def _called(self, noun: Token) -> Draft | None:
        """Return the name behind one that nobody knows: the NATO of "the North Atlantic Treaty Organization (NATO)"."""
        beside = self._syntax.parsed.children(noun, "appos") if noun.pos == "PROPN" else ()
        return next((draft for c in beside if c.text.isupper() and (draft := self._visit(c.i))), None)

    def _attach(self, preposition: Token, noun: Token, profile: Profile, *, loose: bool) -> None:
        draft = self._visit(noun.i) or self._called(noun)
        if draft is None or draft.modifier:
            edge = self._syntax.left_edge[noun.i]
            profile.place = profile.place or self._place_of(range(edge, noun.i + 1))
            return
        if preposition.lemma == "of" and profile.inner is None:
            profile.inner = draft
        resolution = draft.resolution
        if resolution is None or (preposition.lemma == "with" and (is_land(resolution) or not loose)):
            return
        if preposition.lemma in {"in", "at", "within", "inside"} and is_land(resolution):
            profile.place = profile.place or resolution.country
            return
        school = preposition.lemma == "at" and resolution.sectors[:1] == ("EDU",)
        if preposition.lemma in {"in", "at", "within", "inside"} and not loose and not school:
            profile.place = profile.place or resolution.country
            return
        if profile.countries and is_land(resolution) and not draft.parts:
            return
        if preposition.lemma == "for" and profile.employer and is_land(resolution):
            return  # "the UN envoy for Ruritania" is the UN's
        self._employ(draft, profile)
        profile.last = max(profile.last, draft.last) if draft.last - profile.last < 12 else profile.last


def _is_rank(piece: Piece, profile: Profile) -> bool:
    """Say whether a rank stands behind a post that tells more: "Police chief General Roe" is of the police."""
    noun = piece.noun
    plain = noun is not None and noun.sectors == ("MIL",) and noun.kind == "person" and noun.office is None
    return plain and piece.text[0].isupper() and any(p.noun and p.noun.sectors for p in profile.nouns)


def _is_of_people(profile: Profile, piece: Piece) -> bool:
    """Say whether a body is told behind the people or faith that it is of: "Shiite Amal militiamen" are Amal's."""
    people, body = profile.employer.entity if profile.employer else None, piece.entity
    group = people is not None and people.kind is EntityKind.GROUP
    return group and body is not None and body.kind is EntityKind.ARMED_GROUP


def _core_start(phrase: Phrase) -> int:
    return phrase.core.first if phrase.core else phrase.head
