"""Where the words of a trigger stand in a sentence: "called off" and "called on" are triggers of their own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from dateline.knowledge.frames import PREPOSITIONS, SKIPPED_WORDS, Trigger
from dateline.model import ParsedStory, Token

WINDOW = 8
AVERTING = frozenset({"away", "aside"})


class TriggerWords:
    """Finds the words of triggers in one story."""

    def __init__(self, parsed: ParsedStory, *, phrasal: Collection[tuple[str, str]]) -> None:
        """Prepare for one story; `phrasal` are the verbs with a particle that the lexicon knows."""
        self._parsed = parsed
        self._tokens = parsed.tokens
        self._phrasal = phrasal
        # Worked out once a story and word: hundreds of frames ask the same of one.
        self._near: dict[int, frozenset[str]] = {}
        self._other: dict[int, bool] = {}

    def of(self, trigger: Trigger, token: Token) -> tuple[int, ...] | None:
        """Return where the words of a trigger stand that begins at a token; None where one is missing."""
        words = trigger.words
        if token.pos == "VERB" and trigger.kind == "verb" and not self._is_verb_of(words, token):
            return None
        if len(words) == 1:
            return (token.i,)
        if trigger.kind == "noun" and not _is_phrase(words):
            return self._compound(words, token)
        if not all(word in SKIPPED_WORDS or word in self.after(token) for word in words[1:]):
            return None
        return self._later(words, token)

    def after(self, token: Token) -> frozenset[str]:
        """Return the words and lemmas that stand closely enough after a token to be of its trigger."""
        found = self._near.get(token.i)
        if found is None:
            after = self._tokens[token.i + 1 : token.i + WINDOW]
            found = self._near[token.i] = frozenset([*(t.lemma for t in after), *(t.text.lower() for t in after)])
        return found

    def _is_verb_of(self, words: Sequence[str], verb: Token) -> bool:
        """Say whether a verb stands as a trigger has it: alone, or with no other particle than the trigger's."""
        if len(words) == 1:
            return not self._is_other_word(verb)
        particle = next(self._parsed.children(verb, "prt"), None)
        return particle is None or particle.text.lower() in words

    def _is_other_word(self, token: Token) -> bool:
        """Say whether what stands with a verb makes another word of it: "called off a strike", "backed away from"."""
        found = self._other.get(token.i)
        if found is None:
            children = self._parsed.children
            particle = next(children(token, "prt"), None)
            phrasal = particle is not None and (token.lemma, particle.text.lower()) in self._phrasal
            averted = phrasal or any(c.text.lower() in AVERTING for c in children(token, "advmod", "prt"))
            found = self._other[token.i] = averted
        return found

    def _compound(self, words: tuple[str, ...], token: Token) -> tuple[int, ...] | None:
        """Return the words of a compound that ends in a noun: "air strike"."""
        first = token.i - len(words) + 1
        if first < 0 or not all(self._is(first + n, word) for n, word in enumerate(words[:-1])):
            return None
        return tuple(range(first, token.i + 1))

    def _later(self, words: Sequence[str], token: Token) -> tuple[int, ...] | None:
        """Return a token and the words of its trigger after it, each of which has to hang on it."""
        found = [token.i]
        end = min(token.i + WINDOW, len(self._tokens))
        for word in words[1:]:
            if word in SKIPPED_WORDS:
                continue
            later = range(found[-1] + 1, end)
            at = next((j for j in later if self._is(j, word) and self._hangs(j, token, words, found)), None)
            if at is None:
                return None
            found.append(at)
        return tuple(found)

    def _is(self, j: int, word: str) -> bool:
        other = self._tokens[j]
        return other.lemma == word or other.text.lower() == word

    def _hangs(self, j: int, token: Token, words: Sequence[str], found: Sequence[int]) -> bool:
        """Say whether token `j` belongs to the trigger: at most three steps below it in the same sentence."""
        other = self._tokens[j]
        if other.sent != token.sent:
            return False
        outside = other.dep == "prep" and token.pos == "VERB" and other.head not in found[1:]
        if outside and self._object_between(token, other, words, found):
            return False  # "called the police in Kamloops" does not call them in
        if other.pos in {"ADP", "PART", "ADV"} and other.dep in {"prt", "prep", "advmod", "agent", "dative"}:
            return self._particle_hangs(other, token, found)
        for _ in range(3):
            if other.head == token.i:
                return True
            other = self._tokens[other.head]
        return False

    def _particle_hangs(self, other: Token, token: Token, found: Sequence[int]) -> bool:
        """Say whether a particle or preposition hangs on a trigger's word, or on the object of its verb."""
        if other.head == token.i:
            # "stepped up their activities in ..." is not "step in"
            return other.dep == "prt" or all(c.i <= other.i for c in self._parsed.children(token, "prt"))
        if other.head in found:
            return True  # "came to the defence of": the preposition hangs on a word of the trigger's own
        return token.pos not in {"VERB", "AUX"} or (self._tokens[other.head].head == token.i and other.dep != "prt")

    def _object_between(self, verb: Token, prep: Token, words: Sequence[str], found: Sequence[int]) -> bool:
        """Say whether an object that is no word of the trigger's stands before a preposition with its own object."""
        governed = [c for c in self._parsed.children(prep, "pobj") if not {c.lemma, c.text.lower()} & {*words}]
        between = (c.i for c in self._parsed.children(verb, "dobj") if verb.i < c.i < prep.i)
        # "turned a deaf ear to" has its own object, "took Chad to task" its own word behind "to"
        return bool(governed) and any(i not in found for i in between)


@lru_cache(maxsize=20_000)
def _is_phrase(words: tuple[str, ...]) -> bool:
    """Say whether a noun's trigger goes on after it ("exchange of views"), rather than ending in it ("air strike")."""
    return not PREPOSITIONS.isdisjoint(words)
