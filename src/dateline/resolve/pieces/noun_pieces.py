"""Which words of a sentence are an agent noun: "foreign minister", "soldiers", not "p.m." or "National Board"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.resolve.pieces.pieces import Piece
from dateline.resolve.pieces.syntax import noun_forms

if TYPE_CHECKING:
    from dateline.knowledge.actor_words import ActorWords
    from dateline.model import Name, Token
    from dateline.resolve.pieces.lookups import Lookups
    from dateline.resolve.pieces.syntax import Syntax

# How many words an agent noun has at most.
NOUN_WINDOW = 5
# Parts of speech with which an agent noun may begin and end.
NOUN_STARTS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
NOUN_ENDS = frozenset({"NOUN", "PROPN", "ADJ"})
# What ends a noun: "the military, officials said" are no military officials.
STOPS = frozenset({",", ";", ":", "(", ")", "[", "]", '"', "“", "”", "``", "''", "--", "–", "—"})
# Words of figures and times: "p.m." is no prime minister.
FIGURES = frozenset({"TIME", "MONEY", "PERCENT", "QUANTITY"})


class NounPieces:
    """Finds the agent nouns of one story."""

    def __init__(self, syntax: Syntax, find: Lookups, words: ActorWords) -> None:
        """Prepare for one story.

        Args:
            syntax: The story.
            find: The knowledge base.
            words: The shipped word lists.
        """
        self._syntax = syntax
        self._find = find
        self._words = words

    def at(self, i: int, end: int) -> Piece | None:
        """Return the longest agent noun that starts at a token; None where there is none.

        Args:
            i: The token.
            end: Where its sentence ends.
        """
        token = self._syntax.tokens[i]
        if token.pos not in NOUN_STARTS or token.ent in FIGURES:
            return None
        longer = self._of_several(i, end) if self._find.starts_noun(token.text) else None
        return longer or self._of_one(i, end)

    def is_of_name(self, i: int, noun: Piece, name: Name | None) -> bool:
        """Say whether a noun is a given name here: "Capt. Christian Roe" is no clergyman, "General Gal Roe" no girl.

        Args:
            i: The token at which the noun starts.
            noun: The noun.
            name: The parser's name that starts there.
        """
        return (name is not None and self._is_given(i, name)) or self._is_inside_name(i, noun)

    def _of_several(self, i: int, end: int) -> Piece | None:
        tokens = self._syntax.tokens
        for last in range(min(end, i + NOUN_WINDOW), i + 1, -1):
            if tokens[last - 1].pos not in NOUN_ENDS or any(t.text in STOPS for t in tokens[i:last]):
                continue  # "by the military, officials said"
            hits = ((lemma, self._find.noun(lemma)) for lemma in _lemmas(tokens, i, last))
            lemma, hit = next((found for found in hits if found[1]), ("", None))
            if hit:
                return Piece(i, last, self._syntax.words(i, last), noun=hit, lemma=lemma)
        return None

    def _of_one(self, i: int, end: int) -> Piece | None:
        tokens, lists = self._syntax.tokens, self._words.names
        token = tokens[i]
        if token.text in lists["openers"] and i + 1 < end and tokens[i + 1].text[0].isupper():
            return None  # "National Water Board": no national of a country
        if token.lemma in lists["adjectives"] and (token.pos == "ADJ" or token.dep == "amod"):
            return None  # nor "national leaders", "public officials", "a marine ecologist"
        lemma, hit = self._find.word(token.text, token.lemma) if token.pos in NOUN_ENDS else ("", None)
        return Piece(i, i + 1, token.text, noun=hit, lemma=lemma) if hit else None

    def _is_given(self, i: int, name: Name) -> bool:
        """Say whether a noun opens a person's name as a given name: "Christian Roe", "Grace Lee"."""
        token = self._syntax.tokens[i]
        return name.label == "PERSON" and name.last > i + 1 and token.text.lower() in self._words.given

    def _is_inside_name(self, i: int, noun: Piece) -> bool:
        """Say whether a word for plain people is a given name by the parser: the Gal of "Brigadier General Gal Roe"."""
        tokens = self._syntax.tokens
        after = tokens[i + 1] if i + 1 < len(tokens) else tokens[i]
        plain = noun.noun is not None and noun.noun.sectors == ("CVL",) and noun.last == i + 1
        inside = tokens[i].ent == after.ent == "PERSON" and i > 0 and tokens[i - 1].text[0].isupper()
        return plain and inside and tokens[i].text.istitle() and after.text[0].isupper()


def _lemmas(tokens: tuple[Token, ...], first: int, last: int) -> list[str]:
    """Return the dictionary forms of several words to try: those of the last word, with hyphens as blanks."""
    final = tokens[last - 1]
    parts = [t.text.lower() for t in tokens[first : last - 1] if t.text != "-"]
    return [" ".join([*parts, form]) for form in noun_forms(final.text, final.lemma)]
