"""Sport: in the report of a match "the captain" is no officer, "the side" no delegation, and "Leeds" a team."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.knowledge.actor_words import SportWords
from dateline.knowledge.normalise import name_key
from dateline.model import MentionKind, Resolution, Token
from dateline.resolve.bodies.forms import UNKNOWN
from dateline.resolve.cast import Cast, Draft
from dateline.resolve.pieces.phrases import Phrase
from dateline.resolve.pieces.syntax import Syntax

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader

RULE, TEAM = "in the report of a match", "team named by its town"
# Different words of matches that make a story the report of one.
LEAST = 4
PLAYER = ("CVL",)
# Nouns of a delegation elsewhere, and of whoever deals in players.
TEAMS = frozenset({"team", "side", "squad", "agent", "club"})
# Prepositions before whom somebody plays or wins over.
AGAINST = frozenset({"against", "over", "by", "with", "past", "than", "to", "from"})


def is_match(syntax: Syntax, words: SportWords) -> bool:
    """Say whether a story is the report of a match or race.

    Args:
        syntax: The story.
        words: Words of matches.
    """
    return len({t.lemma.lower() for t in syntax.tokens} & words.signs) >= LEAST


class Teams:
    """Reads the teams of one story that only their town names: "Leeds beat Hull"."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader
        self.playing = is_match(reader.syntax, reader.words.sport)

    def read(self, phrase: Phrase) -> Draft | None:
        """Read a town that plays, wins or is won over."""
        found = self._r.places.get(phrase.head)
        place = found.place if found else None
        core = phrase.core
        known = core is not None and (core.names_country or self._r.people.is_person(phrase, core))
        if place is None or not place.country or place.feature_code.startswith("PCL") or known:
            return None
        if not self._plays(phrase):
            return None
        words = self._r.syntax.words(phrase.first, phrase.last)
        resolution = Resolution(name=words, country=place.country or None, sectors=PLAYER, score=0.5, rule=TEAM)
        draft = self._r.draft(phrase, MentionKind.NAME, resolution, self._r.profiler.read(phrase))
        self._r.cast.add(draft, key=("team", name_key(words)))
        return draft

    def _plays(self, phrase: Phrase) -> bool:
        """Say whether a name stands where a team does: with a deed of matches, a player, or its score."""
        syntax, lists = self._r.syntax, self._r.words.sport
        token, above = syntax.first_joined(phrase.head), syntax.governor(phrase.head)
        if self._scores(phrase.last):
            return True
        if token.dep == "poss":
            return above.lemma.lower() in lists.players | lists.feats or above.ent == "PERSON"
        if token.dep == "pobj" and above.lemma in AGAINST:
            above = syntax.tokens[above.head]
            return above.lemma in lists.deeds | lists.feats
        return token.dep in {"nsubj", "nsubjpass", "dobj"} and above.lemma in lists.deeds

    def _scores(self, at: int) -> bool:
        """Say whether goals stand behind a name: "Leeds 3", "Leeds (ENG) 3"."""
        after: list[Token] = list(self._r.syntax.tokens[at : at + 4])
        if len(after) == 4 and after[0].text == "(" and after[1].text.isupper() and after[2].text == ")":
            after = after[3:]
        return bool(after) and after[0].text.isdigit() and len(after[0].text) < LEAST


def settle(cast: Cast, words: SportWords) -> None:
    """Make people of those whom the report of a match names by words that elsewhere mean officials or soldiers.

    Args:
        cast: The characters of such a report; their drafts are changed.
        words: Words of matches, and of who plays them.
    """
    for character in cast.characters:
        for draft in character.drafts:
            plays = bool(character.lemmas & (words.players | TEAMS))
            known = draft.resolution
            if known is None or known.role is not None or known.sectors[:1] == PLAYER:
                continue
            if known.entity is not None:
                plays = known.entity.sectors[:1] == PLAYER  # "captain Ann Lee", of whom the base knows that she plays
                if not plays:
                    continue
            if plays or (known.rule.startswith(UNKNOWN) and not known.sectors):
                draft.resolution = replace(known, sectors=PLAYER, rule=f"{known.rule}; {RULE}")
