"""Bodies that the base does not hold: what their names and the report tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.normalise import name_key
from dateline.model import EntityKind, MentionKind, Resolution
from dateline.resolve.bodies.forms import RULE as FORM
from dateline.resolve.bodies.forms import UNKNOWN, is_shared, sectors_by_form
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import NGO, TOGETHER, Profile
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.pieces import Piece

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# What is done with firms and told of them.
TRADING = frozenset({
    "acquire", "acquisition", "merger", "merge", "takeover", "stake", "shareholder", "stockholder", "subsidiary",
    "sale",
})  # fmt: skip
# What a land's name before one word makes of it: "the U.S. Mint" is a state's.
STATES_OWN = "National"


class Unheld:
    """Reads the bodies of one story that the base does not hold."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def again(self, phrase: Phrase, core: Piece) -> Draft | None:
        """Read the name of a body that the story has named before."""
        known = self._r.cast.by_key(("entity", name_key(core.text))) if core.text[:1].isupper() else None
        if known is None or known.resolution is None:
            return None
        draft = self._r.draft(phrase, MentionKind.NAME, known.resolution, self._r.profiler.read(phrase))
        self._r.cast.join(draft, known)
        return draft

    def body(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read a body's name; None where nothing tells that it is one."""
        given = self._r.definites.given.get(phrase.head)
        known = given.resolution if given else None
        shared = not profile.countries and is_shared(core.text, self._r.words.forms)
        formed = self._sectors(phrase, core, profile, shared=shared)
        doing = self._r.syntax.subject(phrase.head) or self._is_traded(phrase) or shared
        if not (doing or profile.country or given or formed) or self._is_no_body(phrase, core):
            return None
        if core.text.split()[0] == "Radio" and " " in core.text:
            formed = formed or ("JRN",)  # "Radio Roe"
        everywhere = formed == ("SOC",) and core.text.split()[0] in {"International", "World"}
        land = profile.country or profile.place or (known.country if known else None)
        described = "described organisation" if known or profile.nouns else UNKNOWN
        resolution = Resolution(
            name=core.text,
            country=TOGETHER if shared else land or (NGO if everywhere else None),
            sectors=formed or profile.title_sectors() or (known.sectors if known else ()),
            score=0.5 if known or profile.nouns or formed else 0.3,
            rule=FORM if formed or shared else described,
        )
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, profile)
        character = self._r.cast.add(draft, key=("entity", name_key(core.text)))
        self._r.short_names.note(phrase, character)
        return draft

    def _is_no_body(self, phrase: Phrase, core: Piece) -> bool:
        """Say whether a name is that of a currency, of a thing, or of a firm as an exchange writes it."""
        final = core.text.lower().split()[-1]
        ticker = phrase.first > 0 and self._r.syntax.tokens[phrase.first - 1].text == "<"  # "Acme AB <acme.st> said"
        return final in self._r.words.currencies or final in self._r.words.names["things"] or ticker

    def _sectors(self, phrase: Phrase, core: Piece, profile: Profile, *, shared: bool) -> tuple[str, ...]:
        """Return the sectors that a body's name gives away beside what is told of it; none where they tell nothing."""
        formed = sectors_by_form(core.text + self._purpose(phrase), self._r.words.forms)
        if shared:
            return formed if formed[:1] in {("JUD",), ("LEG",)} else ()
        if not formed and profile.countries and " " not in core.text:
            formed = sectors_by_form(f"{STATES_OWN} {core.text}", self._r.words.forms)
        final = core.text.lower().split()[-1]
        if not formed and final.endswith("bank") and final != "bank":
            formed = ("BUS",)  # "Roebank"
        if formed != ("SOC",):
            return formed
        employer = profile.employer.sectors[:1] if profile.employer else ()
        if employer == ("LEG",) and final in self._r.words.forms.state_ends:
            return ("LEG",)  # "the Senate Forestry Committee"
        if profile.countries and final in self._r.words.forms.state_ends:
            return ("GOV",)  # "the Transport Safety Committee of Ruritania"
        return ("EDU",) if employer == ("EDU",) else formed  # "the Water Project at the University of Ruritania"

    def by_form(self, phrase: Phrase, core: Piece, profile: Profile) -> Draft | None:
        """Read the name of a body that ends in a noun for its kind, where its form tells the sector."""
        first = self._r.companies.start(phrase)
        name = Piece(first, core.last, self._r.syntax.words(first, core.last))
        again = self.again(phrase, name)
        formed = sectors_by_form(name.text, self._r.words.forms)
        own = core.noun.sectors[:1] if core.noun else ()
        again = again or self._called(phrase, profile)
        if (
            again
            or not formed
            or (formed == own and own in {("GOV",), ("MIL",), ("LEG",)} and core.last - core.first > 1)
        ):
            return again  # "the Foreign Affairs Ministry" is a description of the land's
        draft = self.body(phrase, name, profile)
        if draft is not None:
            draft.lemma = core.lemma.split()[-1]
            self._r.cast.characters[draft.chain].lemmas.add(draft.lemma)
        return draft

    def _is_traded(self, phrase: Phrase) -> bool:
        """Say whether a name stands in a sentence on firms, to whom or by whom something is done: "sold to Roe"."""
        token, forms = self._r.syntax.tokens[phrase.head], self._r.words.forms
        if token.dep not in {"dobj", "pobj", "appos", "conj", "poss", "dative"} or token.ent != "ORG":
            return False
        sentence = self._r.syntax.parsed.sentences[token.sent]
        inside = self._r.syntax.parsed.sentence_tokens(sentence)
        return any(t.lemma in TRADING or t.lemma in forms.firm_again for t in inside)

    def _called(self, phrase: Phrase, profile: Profile) -> Draft | None:
        """Read "the Islamic Roe Movement (FOO)" as the Foo of the base, where the story tells of its land."""
        after = self._r.syntax.tokens[phrase.last : phrase.last + 3]
        short = after[1].text if len(after) == 3 and (after[0].text, after[2].text) == ("(", ")") else ""
        bodies = self._r.find.entities(short) if len(short) > 2 and short.isupper() else ()
        for entity in bodies:
            if entity.kind is EntityKind.ARMED_GROUP and entity.country in self._r.scene.told:
                named = Piece(phrase.first, phrase.last, short, entities=(entity,))
                return self._r.bodies.read(phrase, named, profile, named)
        return None

    def _purpose(self, phrase: Phrase) -> str:
        """Return what a body of one word is for: "the Forum for Women"."""
        after = self._r.syntax.tokens[phrase.last : phrase.last + 2]
        named = len(after) == 2 and after[0].text in {"for", "of", "on", "against"} and after[1].text[0].isupper()
        return f" {after[0].text} {after[1].text}" if named else ""
