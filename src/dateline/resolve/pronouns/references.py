"""Pronouns as mentions: who they go back to, and which are left to the speaker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MentionKind
from dateline.resolve.bodies.companies import RULE as COMPANY
from dateline.resolve.bodies.forms import RULE as FORM
from dateline.resolve.cast import Character, Draft
from dateline.resolve.groups import former_latter, named_together
from dateline.resolve.pieces.kinds import BODY_KINDS
from dateline.resolve.pronouns import bindings, expletives, nearness, pronouns
from dateline.resolve.pronouns.agreement import Form, Pronoun, agrees, form

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


# A name joined with others counts as many, so that it does not lose what a single one loses for "they".
ONE_OF_SEVERAL = 3.0


class References:
    """Reads the pronouns of one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def read(self, i: int) -> Draft | None:
        """Read the pronoun at token `i`; an unresolved one keeps a mention without a resolution."""
        token = self._r.syntax.tokens[i]
        base = Draft(
            i,
            i,
            i + 1,
            MentionKind.PRONOUN,
            None,
            sentence=token.sent,
            subject=self._r.syntax.subject(i),
            quoted=self._r.syntax.quoted[i],
        )
        if token.text.lower() in self._r.words.pronouns["deictic"]:
            base.kind = MentionKind.DEICTIC
            base.plural = token.text.lower() in {"we", "us", "our", "ours", "ourselves"}
            return base
        if token.text.lower() in self._r.words.pronouns["relative"]:
            return self._relative(base)
        if former_latter.is_one_of_two(token, self._r.syntax):
            return self._one_of_two(base)
        want = form(token, self._r.words, playing=self._r.teams.playing)
        if want is None or expletives.empty_it(self._r.syntax, i, self._r.words):
            return None
        base.plural, base.gender = want.plural, want.gender
        if not want.person and expletives.is_thing(self._r.syntax, i, self._r.words):
            return base
        if self._ahead(base, want):
            return base
        pronoun = Pronoun(i, want, self._r.syntax, self._r.words)
        found = pronouns.scored(pronoun, self._r.cast, self._r.things)
        if want.plural and self._joined(base, found[0] if found else 0.0, pronoun):
            return base
        if found is None:
            return self._both(base) if want.plural else base
        character = found[1]
        self._refer(base, character, "pronoun")
        if want.gender:
            character.gender = character.gender or want.gender
            character.person = True
        return base

    def _ahead(self, base: Draft, want: Form) -> bool:
        """Read the pronoun of a phrase set before the subject that it means: "In his letter, Lee said"."""
        at = bindings.ahead(self._r.syntax, base.head)
        if at is None or base.quoted != self._r.syntax.quoted[at] or not (want.possessive or want.person):
            return False
        draft = self._r.visit(at)
        if draft is None or draft.chain < 0:
            return False
        character = self._r.cast.characters[draft.chain]
        known = bool(draft.person or character.person) == want.person and draft.resolution is not None
        if not known or not agrees(character, draft, want, doing=True):
            return False
        self._refer(base, character, "pronoun", draft=draft)
        return True

    def _one_of_two(self, base: Draft) -> Draft | None:
        """Read "the former", "the latter": without two parties of two lands just before they are nobody."""
        known = former_latter.one_of_two(self._r.cast, base.head, self._r.syntax)
        if known is None or known.chain < 0:
            return None
        self._refer(base, self._r.cast.characters[known.chain], "one of two named before", draft=known)
        return base

    def _joined(self, base: Draft, least: float, pronoun: Pronoun) -> bool:
        """Read "they" as several named together: "Lee and Roe said they ...", where no group is likelier."""
        best: tuple[float, tuple[Draft, ...]] = (least, ())
        for joined in named_together.joined_before(self._r.cast, base.head, self._r.syntax):
            score = nearness.weight(pronoun, joined[0])
            here = joined[0].sentence == base.sentence
            score = score + ONE_OF_SEVERAL + here if score is not None else 0.0
            best = max(best, (score, joined), key=lambda x: x[0])
        if not best[1]:
            return False
        self._take(base, best[1])
        return True

    def _take(self, base: Draft, members: tuple[Draft, ...]) -> None:
        resolution = named_together.both_resolution(members)
        base.resolution, base.parts = resolution, tuple(d.head for d in members)
        self._r.cast.add(base, key=("pair", resolution.name))

    def _both(self, base: Draft) -> Draft:
        """Read "they" as the two who were just told to have met: "Ann met Bo. They agreed to ..."."""
        both = named_together.partners(self._r.cast, base.sentence, self._r.syntax)
        if len(both) == 2:
            self._take(base, both)
        return base

    def _relative(self, base: Draft) -> Draft | None:
        token = self._r.syntax.tokens[base.head]
        verb = self._r.syntax.tokens[token.head]
        while verb.dep not in {"relcl", "ROOT"} and verb.head != verb.i:
            verb = self._r.syntax.tokens[verb.head]
        owner = self._owner(verb.head) if verb.dep == "relcl" and verb.head < base.head else None
        if owner is not None and token.text.lower() in self._r.words.pronouns["personal"]:
            owner = self._person_above(owner) or owner
        if owner is None or owner.chain < 0:
            return None
        self._refer(base, self._r.cast.characters[owner.chain], "relative pronoun", draft=owner)
        return base

    def _person_above(self, owner: Draft) -> Draft | None:
        """Return the person who is "who" past the body told with him: "a teacher at Tarn College, who wrote"."""
        known = owner.resolution
        body = known is not None and known.entity is not None and known.entity.kind in BODY_KINDS
        formed = known is not None and known.rule in {FORM, COMPANY}
        if owner.person or owner.plural or not (body or formed):
            return None
        token = self._r.syntax.tokens[owner.head]
        while token.dep in {"pobj", "prep", "appos", "conj"} and token.head != token.i:
            token = self._r.syntax.tokens[token.head]
            found = self._r.drafts.get(token.i)
            if found is not None and found.person and found.chain >= 0:
                return found
        return None

    def _owner(self, i: int) -> Draft | None:
        """Return who a relative clause is about, past a place in a name: "Islamic State in the Sahel, whose men"."""
        token = self._r.syntax.tokens[i]
        while self._r.drafts.get(i) is None and token.dep == "pobj":
            token = self._r.syntax.tokens[self._r.syntax.tokens[token.head].head]
            i = token.i
        if self._r.drafts.get(i) is None and token.dep == "appos":
            i = token.head  # "Ann Lee, the icon who founded it"
        return self._r.drafts.get(i)

    def _refer(self, base: Draft, character: Character, rule: str, *, draft: Draft | None = None) -> None:
        named = (d for d in reversed(character.drafts) if d.resolution and d.kind is not MentionKind.PRONOUN)
        source = draft or next((d for d in named if d.head < base.head), None)
        known = source.resolution if source else character.resolution
        base.person = character.person
        base.plural = draft.plural if draft else base.plural
        base.parts = source.parts if source else ()
        if known:
            base.resolution = replace(known, score=round(known.score * 0.8, 3), rule=f"{rule}: {known.rule}")
        self._r.cast.join(base, character)
