"""Short names of bodies: acronyms that a report explains, and the words of a name by which it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind, MentionKind
from dateline.resolve.cast import Character, Draft
from dateline.resolve.pieces.kinds import is_body
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

# Kinds of bodies that reports call by the first word of their name.
SHORTENED = frozenset({EntityKind.COMPANY, EntityKind.MEDIA})
# How far behind its noun a body's name may end: "Council for National Security (CNS)".
NAME_TAIL = 10


class ShortNames:
    """Remembers the short names of one story's bodies."""

    def __init__(self, reader: Reader) -> None:
        """Prepare a story."""
        self._r = reader
        self._acronyms: dict[str, Character] = {}

    def note(self, phrase: Phrase, character: Character) -> None:
        """Remember "Maute Group (MG)": the acronym stands for the name before it."""
        tokens = self._r.syntax.tokens
        at = self._name_end(phrase)
        after = tokens[at : at + 3]
        if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and _is_short(after[1].text):
            self._acronyms.setdefault(after[1].text, character)

    def _name_end(self, phrase: Phrase) -> int:
        """Return where a body's name ends that goes on behind its noun: "Council for National Security (CNS)"."""
        tokens, at = self._r.syntax.tokens, phrase.last
        if not tokens[phrase.head].text[0].isupper() or at >= len(tokens) or tokens[at].pos != "ADP":
            return at
        end = min(at + NAME_TAIL, len(tokens) - 2)
        while at < end and (
            tokens[at].text[0].isupper() or tokens[at].text in {"of", "for", "and", "the", "on", "in", ","}
        ):
            at += 1
        letters = "".join(t.text[0] for t in tokens[phrase.first : at] if t.text[0].isupper())
        short = tokens[at + 1].text if at + 1 < len(tokens) else ""
        return at if tokens[at].text == "(" and short and letters.endswith(short[1:]) else phrase.last

    def defined(self, text: str) -> Character | None:
        """Return the body for which the story has put a short name in brackets."""
        return self._acronyms.get(text)

    def _by_last_word(self, text: str) -> Character | None:
        """Return the body that "the Front" or "the League" is short for: named before, with this word at its end."""
        if not text.istitle() or self._r.syntax.counts[text] < 2:  # nor any run of two words
            return None
        if self._r.find.country(text) or self._r.find.entities(text):
            return None
        tokens = self._r.syntax.tokens
        bodies = (c for c in self._r.cast.recent() if c.resolution and is_body(c.resolution))
        return next((c for c in bodies if any(_is_named(d) and tokens[d.head].text == text for d in c.drafts)), None)

    def _by_first_word(self, text: str) -> Character | None:
        """Return the medium or firm that "Fox" is short for: one of the base, named before by more words."""
        if not text.istitle() or text.lower() in self._r.words.companies["common"] or self._r.find.country(text):
            return None
        if any(self._r.syntax.tokens[head].text == text for head in self._r.places):
            return None
        for character in self._r.cast.characters:
            known = character.resolution
            if known is None or known.entity is None or known.entity.kind not in SHORTENED:
                continue
            if any(d.last - d.first > 1 and self._r.syntax.tokens[d.first].text == text for d in character.drafts):
                return character
        return None

    def again(self, text: str, *, lands: frozenset[str] = frozenset()) -> Character | None:
        """Return whom an acronym of this story stands for: explained in brackets, or the initials of a body named.

        Args:
            text: The acronym or short name.
            lands: Lands named before it: "Malaysia's Economic Council" is no council of Nigeria's.
        """
        known = self._acronyms.get(text) or self._by_last_word(text) or self._by_first_word(text)
        if known and known.resolution and lands and known.resolution.country not in lands | INTERNATIONAL:
            return None
        if known or not (3 <= len(text) <= 6 and text.isalpha() and text.isupper()):
            return known
        bodies = (c for c in self._r.cast.recent() if not c.person and c.resolution and not c.plural)
        return next((c for c in bodies if c.drafts and text in _initials(c.drafts[0], self._r.syntax)), None)


def _is_short(text: str) -> bool:
    """Say whether a word in brackets is a short name: "MG", "MoRT"."""
    return text.isupper() or (text.isalpha() and sum(c.isupper() for c in text) > 1)


def _is_named(draft: Draft) -> bool:
    return draft.kind is MentionKind.NAME and not draft.person and draft.last - draft.first > 1


def _initials(draft: Draft, syntax: Syntax) -> set[str]:
    """Return what a body's name is shortened to: the capitals of its words."""
    words = [t.text for t in syntax.tokens[draft.first : max(draft.last, draft.head + 1)] if t.text[0].isupper()]
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in {"The", "Of", "And"})} - {""}
