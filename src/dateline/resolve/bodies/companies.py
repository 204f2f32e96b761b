"""Companies that the base does not hold: known by their form of name, and by short names later in the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind, MentionKind, Resolution, Token
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import SMALL_FORMS, Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

RULE = "company by its form"
OFFICER = "officer of a firm named before"
# A short name must be longer than this to stand for the long one.
SHORT = 3
# Codes of places that a firm's first word stays: states and provinces.
WIDE = ("PCL", "ADM1", "PPLC")
# How many tokens behind a firm's name may say where it sits.
SEATED = 6
# How many words of a longer name stand for it.
SHORTER = 2
# How many words the first of several partners has at most: "Roe Pirie Scott and Co".
PARTNERS = 4
# Articles and the like inside the names of firms.
ARTICLES = frozenset({"du", "de", "des", "di", "della", "la"})
# How many sentences back a firm is still the employer of "the chairman".
REACH = 3


class Companies:
    """Reads the company names of one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self._short: dict[str, Character] = {}
        # Full names by their short ones, of firms that only describe: "Tarn Mills Inc stockholders".
        self._describing: dict[str, tuple[int, int]] = {}
        if not reader.alone:
            self._scan()

    def _scan(self) -> None:
        """Find the runs of capitalised words that end in a legal form, whatever the parser makes of them."""
        tokens, legal = self._r.syntax.tokens, self._r.words.companies["legal"]
        for token in tokens:
            form = token.text.lower().rstrip(".")
            if form not in legal or not token.text[0].isupper() or token.pos != "PROPN":
                continue
            first = token.i
            while first > 0 and (tokens[first - 1].text in ARTICLES or _is_name(tokens[first - 1])):
                first -= 1
            if _is_name(tokens[first]) and first < token.i and tokens[first].sent == token.sent:
                for short in self._short_forms(self._r.syntax.words(first, token.i + 1), form):
                    self._describing.setdefault(short, (first, token.i + 1))

    def read(self, phrase: Phrase) -> Draft | None:
        """Read "Northair Mines Ltd": a run of capitalised words that ends in a legal form or a firm's trade."""
        first = self.start(phrase)
        form = self._form(phrase, first) or self._joined_form(phrase) or self._bracketed(phrase, first)
        if form is None:
            return None
        profile = self._r.profiler.read(phrase)
        words = self._r.syntax.words(first, phrase.last)
        named = profile.countries[0] if profile.countries and not self._is_of_next(phrase.head) else None
        known = phrase.core.entity.country if phrase.core and phrase.core.entity else None
        country = named or known or self._seat(phrase.last) or self._of_form(form) or profile.place
        resolution = Resolution(name=words, country=country, sectors=("BUS",), score=0.6, rule=RULE)
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        self._swallow(phrase, draft)
        character = self._r.cast.add(draft, key=("entity", name_key(words)))
        character.lemmas |= {"company"}
        self._remember(words, form, character)
        self._r.short_names.note(phrase, character)
        return draft

    def _of_form(self, form: str) -> str | None:
        """Return the land whose firms end so: Germany for "AG", but Switzerland in a report from Zurich."""
        home = self._r.scene.dateline
        shared = self._r.words.companies.get(f"{form}_lands", frozenset())
        return home if home in shared else self._r.words.company_lands.get(form)

    def _swallow(self, phrase: Phrase, draft: Draft) -> None:
        """Make "of America" behind a firm's name a part of it, and no mention of a land."""
        tokens = self._r.syntax.tokens
        land = phrase.last + 1
        if (
            land < len(tokens)
            and tokens[land - 1].text == "of"
            and tokens[land].text in self._r.words.companies["lands"]
        ):
            draft.last = max(draft.last, land + 1)
            self._r.drafts.setdefault(land, None)

    def _is_of_next(self, head: int) -> bool:
        """Say whether "of Peru" stands behind a second firm: "Lind Steel Corp and Roe Steel Co of Peru"."""
        children = self._r.syntax.parsed.children
        joined = [c.i for c in children(self._r.syntax.tokens[head], "conj") if c.pos == "PROPN"]
        return any(p.i > joined[0] for p in children(self._r.syntax.tokens[head], "prep")) if joined else False

    def _seat(self, at: int) -> str | None:
        """Return the land where a firm is said to sit behind its name: "<Roe Trust PLC>, of London"."""
        tokens = self._r.syntax.tokens
        end = min(at + SEATED, len(tokens))
        while at < end and (tokens[at].text in {">", "<", ",", ")"} or at in self._r.syntax.tickers):
            at += 1
        words = [t.text.lower() for t in tokens[at : at + 2]]
        if words[:1] != ["of"] and words not in (["based", "in"], ["headquartered", "in"]):
            return None
        after = tokens[at + len(words) - (words[0] == "of") : at + SEATED]
        for token in after:
            if token.text[0].islower() and token.text != "the":
                return None
            land = self._r.scene.lands.get(token.i) or self._r.land(token.text)
            if land:
                return land
        return None

    def short(self, text: str) -> Character | None:
        """Return the company that a short name of this story stands for ("Northair")."""
        key = name_key(text)
        if not text[:1].isupper():
            return None
        if key not in self._short and key in self._describing:
            self._describe(*self._describing[key])
        return self._short.get(key)

    def _describe(self, first: int, last: int) -> None:
        """Enter a firm whose full name only describes others, so that its short name is known."""
        words, token = self._r.syntax.words(first, last), self._r.syntax.tokens[last - 1]
        form = token.text.lower().rstrip(".")
        resolution = Resolution(name=words, country=self._of_form(form), sectors=("BUS",), score=0.6, rule=RULE)
        draft = Draft(last - 1, first, last, MentionKind.NAME, resolution, sentence=token.sent, modifier=True)
        character = self._r.cast.add(draft, key=("entity", name_key(words)))
        character.lemmas |= {"company"}
        self._remember(words, form, character)

    def again(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read a company's short name."""
        first = self.start(phrase)
        whole = self._r.syntax.words(first, phrase.last) if first < phrase.last else core.text
        character = (
            self.short(core.text) or self._called(phrase, core) or (self.short(whole) if whole != core.text else None)
        )
        if character is None or phrase.last > core.last:
            return None
        draft = self._r.draft(phrase, MentionKind.NAME, character.resolution, self._r.profiler.read(phrase))
        self._r.cast.join(draft, character)
        return draft

    def _called(self, phrase: Phrase, core: Piece) -> Character | None:
        """Read "American also said" of the one firm whose name opens so, though many names do."""
        syntax = self._r.syntax
        speaks = syntax.subject(phrase.head) and syntax.governor(phrase.head).lemma in self._r.words.pronouns["speech"]
        if not speaks or core.text.lower() not in self._r.words.companies["common"] or phrase.head != phrase.first:
            return None
        named = {c.chain: c for c in self._short.values() if c.resolution}
        opened = [c for c in named.values() if c.resolution and c.resolution.name.split()[0] == core.text]
        return opened[0] if len(opened) == 1 else None

    def latest(self, sentence: int) -> Resolution | None:
        """Return the company named last, at most three sentences before a sentence."""
        for character in self._r.cast.recent():
            known = character.resolution
            if known and known.rule.startswith(RULE) and sentence - character.latest.sentence <= REACH:
                return known
        return None

    def start(self, phrase: Phrase) -> int:
        """Return where the capitalised run that ends the phrase begins."""
        tokens = self._r.syntax.tokens
        first = phrase.last - (tokens[phrase.last - 1].text in SMALL_FORMS)
        while first > phrase.first and _in_name(tokens[first - 1].text):
            first -= 1
        while first < phrase.last and not tokens[first].text[0].isupper():
            first += 1
        return first

    def _form(self, phrase: Phrase, first: int) -> str | None:
        """Return the form that a name ends in, when at least one more capitalised word stands before it."""
        tokens = self._r.syntax.tokens
        before = [t for t in tokens[first : phrase.last - 1] if t.text[0].isupper() and t.dep != "det"]
        final = tokens[phrase.last - 1]
        form = final.text.lower().rstrip(".")
        lists = self._r.words.companies
        written = final.text[0].isupper() or final.text in SMALL_FORMS
        if not before or not written or tokens[first].lemma.lower() in self._r.words.forms.state_heads:
            return None
        if first > 1 and tokens[first - 1].lemma == "of":
            above = tokens[first - 2].lemma.lower()
            if above in self._r.words.forms.state_heads and tokens[first - 2].text[0].isupper():
                return None  # "the Agency of Natural Resources"
        core = phrase.core
        if core is not None and core.entity is not None and core.entity.kind is not EntityKind.COMPANY:
            return None  # "Commodity Credit Corporation" is the state's
        two = f"{before[-1].text} {final.text}".lower()
        if two in lists["pairs"]:
            return form
        noun = self._r.find.noun(two)
        if noun and not (form in lists["legal"] and noun.sectors[:1] == ("BUS",)):
            return None  # "the Central Bank", unlike "Tarn Gas Corp"
        if form in lists["legal"]:
            return form
        if form in {"group", "holdings"} and tokens[phrase.last - 2].text.lower().rstrip(".") in lists["legal"]:
            return form
        if tokens[first].text.lower() in lists["first"] and final.ent in {"ORG", ""}:
            return tokens[first].text.lower()
        known = phrase.core is not None and (phrase.core.entity is not None or phrase.core.country is not None)
        trade = form in lists["trades"] and final.pos == "PROPN" and not known
        return form if trade and not self._is_of_state(first, phrase.last - 1) else None

    def _is_of_state(self, first: int, last: int) -> bool:
        """Say whether a form of state stands before "of" in a name: "the Peruvian Ministry of Energy"."""
        tokens, heads = self._r.syntax.tokens, self._r.words.forms.state_heads
        return any(
            t.text in {"of", "for"} and tokens[t.i - 1].lemma.lower() in heads for t in tokens[first:last] if t.i
        )

    def _bracketed(self, phrase: Phrase, first: int) -> str | None:
        """Return the last word of a firm that only its brackets show: "<Johnson Geneva U.S.A.>"."""
        tokens = self._r.syntax.tokens
        if "<" not in (tokens[first - 1].text, tokens[min(first, len(tokens) - 1)].text):
            return None
        closes = any(t.text in {">", "<"} for t in tokens[phrase.last : phrase.last + SEATED])
        known = phrase.core is not None and (phrase.core.entity is not None or phrase.core.country is not None)
        if not closes or known or phrase.last - first < SHORTER or phrase.head in self._r.syntax.tickers:
            return None
        return tokens[phrase.last - 1].text.lower().rstrip(".")

    def _joined_form(self, phrase: Phrase) -> str | None:
        """Return the form that ends a list of partners: "Roe and Co", "Lind, Roe and Vale Inc"."""
        tokens, legal = self._r.syntax.tokens, self._r.words.companies["legal"]
        head = tokens[phrase.head]
        known = phrase.core is not None and (phrase.core.entity or phrase.core.country or phrase.core.noun)
        if head.pos != "PROPN" or known or phrase.core is None or phrase.last - phrase.first > PARTNERS:
            return None
        if head.text.lower().rstrip(".") in legal and head.i > 1 and tokens[head.i - 1].lemma in {"and", "&"}:
            return head.text.lower().rstrip(".") if tokens[head.i - 2].pos == "PROPN" else None
        after = phrase.last
        while after + 1 < len(tokens) and (tokens[after].pos == "PROPN" or tokens[after].text in {",", "and", "&"}):
            joined = tokens[after - 1].text in {"and", "&"} or tokens[after - 1].pos == "PROPN"
            form = tokens[after].text.lower().rstrip(".")
            if form in legal and tokens[after].text[0].isupper() and joined:
                alone = tokens[phrase.last].text != "," or head.ent == "ORG"
                return form if alone else None
            after += 1
        return None

    def _remember(self, words: str, form: str, character: Character) -> None:
        for short in self._short_forms(words, form):
            self._short.setdefault(short, character)

    def _short_forms(self, words: str, form: str) -> list[str]:
        """Return the names by which a firm comes back: without its form, by its first two words, by the first."""
        parts = name_key(words).split()
        if parts and parts[-1] == form and len(parts) > 1:
            parts = parts[:-1]
        first = parts[0] if parts else ""
        alone = len(parts) == 1 and self._r.find.country(first.title()) is not None
        found = [] if alone else [" ".join(parts)]
        if len(parts) > SHORTER:  # "Roe Commerce" for "Roe Commerce Bancshares"
            found.append(" ".join(parts[:SHORTER]))
        usable = len(first) >= SHORT and first not in self._r.words.companies["common"]
        if usable and not self._r.find.country(first.title()) and not self._is_town(first):
            found.append(first)
        return found

    def _is_town(self, word: str) -> bool:
        """Say whether a firm's first word is a place of this story, which then stays one."""
        tokens = self._r.syntax.tokens
        named = (found.place for head, found in self._r.places.items() if tokens[head].text.lower() == word)
        return any(place is not None and place.feature_code.startswith(WIDE) for place in named)


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.pos == "PROPN"


def _in_name(text: str) -> bool:
    return text[0].isupper() or text[0].isdigit() or text in {"and", "&", "of", "-", "'", "’", "(", ")"}
