"""Names beside their descriptions: "the country's president, Ann Lee", "Hamas, the Palestinian group"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MentionKind, Token
from dateline.resolve.bodies.forms import RULE as FORM
from dateline.resolve.bodies.forms import UNKNOWN
from dateline.resolve.cast import Draft
from dateline.resolve.pieces.kinds import is_body
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Words that a person's name has at most, and "of" with a land's name.
NAME_SPAN, LAND_SPAN = 5, 7
FIRM = ("BUS",)
# What a description says of a body against what the form of its name suggests: "the Roe Commission, a rebel group".
SIDES = frozenset({"OPP", "REB", "PTY", "PRM"})
DESCRIBED = "described organisation"


class Appositions:
    """Joins the descriptions of one story with the names beside them.

    Attributes:
        given: Descriptions by the head of the name beside them, for whoever reads that name.
    """

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self.given: dict[int, Draft] = {}

    def join(self, phrase: Phrase, draft: Draft) -> bool:
        """Make a description the one whom the name beside it names, and say whether a name stands there.

        In "the country's president, Emmanuel Macron" the name comes after; in "Hamas, the Palestinian group" and
        "ISIL (banned) fighters" it is a body's and came before.

        Args:
            phrase: The description.
            draft: Its mention so far.
        """
        return self._join_name_after(phrase, draft) or self._join_name_before(phrase, draft)

    def read(self, phrase: Phrase) -> Draft | None:
        """Read a noun that no table knows and only its name tells of: "his opponent, Ann Lee".

        Args:
            phrase: The noun phrase.
        """
        token, children = self._r.syntax.tokens[phrase.head], self._r.syntax.parsed.children
        owned = self._r.syntax.parsed.has(token, "poss")
        if token.pos != "NOUN" or self._r.syntax.plural(phrase.head) or not owned:
            return None
        for child in children(token, "appos"):
            other = self._r.phrases.get(child.i)
            person = other is not None and other.core is not None and self._r.people.is_person(other, other.core)
            named = self._r.visit(child.i) if person else None
            if named and named.chain >= 0 and named.person:
                profile = self._r.profiler.read(phrase)
                draft = self._r.draft(phrase, MentionKind.NOMINAL, named.resolution, profile)
                self._r.cast.join(draft, self._r.cast.characters[named.chain])
                return draft
        return None

    def _join_name_after(self, phrase: Phrase, draft: Draft) -> bool:
        for head in self._names_after(phrase, draft):
            self.given[head] = draft
            if self._join_named(draft, self._r.visit(head)):
                return True
        return False

    def _join_name_before(self, phrase: Phrase, draft: Draft) -> bool:
        token = self._r.syntax.tokens[phrase.head]
        before = self._r.drafts.get(token.head) if token.dep == "appos" else None
        before = before or self._named_beside(token, draft)
        if before is None or before.kind is not MentionKind.NAME or before.person:
            return False
        self._tell_of(before, draft)
        return is_body(before.resolution) and self._join_named(draft, before)

    def _names_after(self, phrase: Phrase, draft: Draft) -> Iterator[int]:
        """Return the heads of the names behind a description that can be its own, one when the last was none."""
        for child in self._r.syntax.parsed.children(self._r.syntax.tokens[phrase.head], "appos"):
            other = self._r.phrases.get(child.i)
            if other is not None and other.core is not None and self._fits(other, draft):
                yield child.i
        behind = self._name_behind(phrase, draft)
        if behind is not None:
            yield behind

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
            and told.sectors[:1] == FIRM
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
