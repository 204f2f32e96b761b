"""What the words around a name tell of its bearer: a title, an apposition, the group he is an example of, a post."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.model import MANY_STATES, Token
from dateline.resolve.cast import Draft
from dateline.resolve.descriptions.described import Profile
from dateline.resolve.people.examples import example_of
from dateline.resolve.people.person_names import PersonNames
from dateline.resolve.people.posts import led_by, posted_before, posted_to, put_into
from dateline.resolve.pieces.link import Hints
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pronouns.agreement import LANDS

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


class NameHints:
    """Gathers the hints by which the names of one story are linked."""

    def __init__(self, reader: Reader, names: PersonNames) -> None:
        """Prepare for one story.

        Args:
            reader: The work on the story.
            names: Its names of people.
        """
        self._r = reader
        self._names = names

    def read(self, phrase: Phrase, profile: Profile) -> Hints:
        """Return what is told of a person around his name.

        Args:
            phrase: The phrase of the name.
            profile: What stands inside the phrase.
        """
        named = self._r.scene.told or frozenset(filter(None, [self._r.belonging.of_everyone]))
        hints = replace(profile.hints(self._r.scene.ranked), named=named)
        if hints.country and hints.sectors:
            return hints
        for child in self._r.syntax.parsed.children(self._r.syntax.tokens[phrase.head], "appos"):
            hints = self._beside(child, hints)
        given = self._given(phrase)
        if given is not None:
            return _merged(hints, given)
        posted = posted_before(phrase, self._r) or posted_to(phrase, self._r)
        return _merged(replace(hints, country=None), posted) if posted else hints

    def _beside(self, noun: Token, hints: Hints) -> Hints:
        """Add what an apposition tells: "Ann Lee, a Greek nurse"."""
        other = self._r.phrases.get(noun.i)
        if other is None or other.core is None or self._names.is_person(other, other.core):
            return hints
        land = other.core.country
        if land is not None and land.code and not other.core.noun and self._r.syntax.indefinite(other.head):
            hints = replace(hints, country=hints.country or land.code)  # "Ann Lee, a Scotswoman"
        if other.core.noun is None or other.core.noun.kind == "institution":
            return hints  # "sacked the minister, Ann Lee, the news agency said"
        draft = self._r.visit(noun.i)
        return _merged(hints, draft) if draft and draft.resolution else hints

    def _given(self, phrase: Phrase) -> Draft | None:
        """Return the mention that tells what the bearer of a name is, beside it or by a verb."""
        return (
            self._r.definites.given.get(phrase.head)
            or example_of(phrase, self._r)
            or self._headed(phrase)
            or led_by(phrase, self._r)
            or put_into(phrase, self._r)
        )

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
