"""The words of one sentence as the rules for time expressions read them: numbers, units, months, tense."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.knowledge.times import time_words
from dateline.model import ParsedStory, Token

BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
MAX_CLIMB = 6
# What stands under these has no tense of its own: "let four of them go", "made them leave".
LETTING = frozenset({"let", "make", "help", "see", "watch", "hear"})
CLOCK_WORDS = frozenset({"a.m", "p.m", "am", "pm", "noon", "midnight", "o'clock", ","})


class Words:
    """Looks at one sentence by position; positions outside it hold an empty word."""

    def __init__(self, parsed: ParsedStory, tokens: Sequence[Token]) -> None:
        self.parsed = parsed
        self.tokens = tokens
        self.lower = [t.text.lower().rstrip(".") if len(t.text) > 1 else t.text.lower() for t in tokens]
        self.day = parsed.story.day
        self.table = time_words()

    def word(self, i: int) -> str:
        """Return the word at a position, in small letters, without its stop."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def words(self, i: int, count: int) -> list[str]:
        """Return some words from a position on."""
        if i >= 0 and i + count <= len(self.lower):
            return self.lower[i : i + count]
        return [self.word(j) for j in range(i, i + count)]

    def token(self, i: int) -> Token:
        """Return the token at a position, the last one beyond the end."""
        return self.tokens[min(i, len(self.tokens) - 1)]

    def is_capital(self, i: int) -> bool:
        """Say whether a word is written with a capital."""
        return 0 <= i < len(self.tokens) and self.tokens[i].text[0].isupper()

    # -- numbers and units ---------------------------------------------------------------------------------------

    def is_year(self, i: int) -> bool:
        """Say whether a word is a year in figures."""
        return BARE_YEAR.fullmatch(self.word(i)) is not None

    def spoken_year(self, i: int) -> tuple[int, int] | None:
        """Read "nineteen ninety-six" or "two thousand": the year and the position after it."""
        century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(self.word(i))
        if self.words(i, 2) == ["two", "thousand"]:
            rest = self.small(i + 3 if self.word(i + 2) == "and" else i + 2)
            return (2000 + rest[0], rest[1]) if rest else (2000, i + 2)
        rest = self.small(i + 1) if century else None
        if century is None or rest is None or rest[0] < 10:
            return None
        return century + rest[0], rest[1]

    def small(self, i: int) -> tuple[int, int] | None:
        """Read a number below a hundred in words: its value and the position after it."""
        word = self.word(i)
        if "-" in word and word != "-":
            parts = [self.table.numbers.get(p) for p in word.split("-")]
            return (sum(p for p in parts if p), i + 1) if None not in parts else None
        number = self.table.numbers.get(word)
        if number is None or word in {"a", "an", "couple", "dozen", "half", "hundred"}:
            return None
        ones = i + 2 if self.word(i + 1) == "-" else i + 1
        following = self.table.numbers.get(self.word(ones))
        if number >= 20 and following is not None and following < 10 and self.word(ones) not in {"a", "an", "half"}:
            return number + following, ones + 1
        return number, i + 1

    def count(self, i: int) -> tuple[float | None, int, bool] | None:
        """Read a number: its value (None for "several"), the position after it, whether it is vague."""
        word = self.word(i)
        if word in {"several", "many", "few", "some"} or (word == "a" and self.word(i + 1) in {"few", "number"}):
            step = 1 if word != "a" else (2 if self.word(i + 1) == "few" else 3)
            return None, i + step, True
        if word[:1].isdigit() and re.fullmatch(r"\d{1,3}(?:,?\d{3})*(?:\.\d)?", word):
            half = self.word(i + 1) == "1/2"
            return float(word.replace(",", "")) + (0.5 if half else 0), i + (2 if half else 1), False
        if word in {"a", "an", "couple", "dozen"}:
            return self._counted_noun(i)
        if word == "half" and self.word(i + 1) in {"a", "an"}:
            return 0.5, i + 2, False
        spoken = self.small(i)
        if spoken is None:
            return None
        number, after = spoken
        if self.words(after, 3) == ["and", "a", "half"]:
            return number + 0.5, after + 3, False
        scale = {"hundred": 100, "thousand": 1000, "million": 10**6}.get(self.word(after))
        return (float(number * scale), after + 1, False) if scale else (float(number), after, False)

    def _counted_noun(self, i: int) -> tuple[float | None, int, bool]:
        word, following = self.word(i), self.word(i + 1)
        if word in {"a", "an"} and following in {"couple", "dozen", "hundred", "thousand"}:
            value = {"hundred": 100, "thousand": 1000}.get(following) or self.table.numbers[following]
            return float(value), i + (3 if self.word(i + 2) == "of" else 2), False
        if word in {"couple", "dozen"}:
            return float(self.table.numbers[word]), i + (2 if following == "of" else 1), False
        return 1.0, i + 1, False

    def unit(self, i: int) -> str | None:
        """Return the TIMEX3 letters of a unit of time, singular or plural."""
        word = self.word(i)
        units = self.table.units
        irregular = {"centuries": "CE", "millennia": "ML"}.get(word)
        return units.get(word) or units.get(word.removesuffix("s")) or irregular

    # -- months and modifiers ------------------------------------------------------------------------------------

    def month(self, i: int) -> int | None:
        """Return the month that a word names; "may", "march" and short forms only beside what dates have."""
        word = self.word(i)
        month = self.table.months.get(word)
        if month is None or not self.is_capital(i) or self.tokens[i].ent == "PERSON":
            return None
        if word not in self.table.doubtful_months:
            return month
        after, before = self.word(i + 1), self.word(i - 1)
        if len(word) == 3 and word != "may" and not self.tokens[i].text.endswith("."):
            return month if re.match(r"\d", after) else None
        dated = bool(re.match(r"\d", after) or re.match(r"\d", before)) or before in self.table.before_months
        dated = dated or (before == "as" and self.word(i - 2) in {"early", "late", "recently"})  # "as early as May"
        return month if dated and self.tokens[i].pos != "AUX" else None

    def day_number(self, i: int) -> int | None:
        """Return a day of the month: "3", "3rd", "third"."""
        word = self.word(i)
        match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", word) if word[:1].isdigit() else None
        if match:
            return int(match[1]) if 1 <= int(match[1]) <= 31 else None
        number = self.table.ordinals.get(word)
        return number if number is not None and number <= 31 else None

    def early_late(self, i: int) -> tuple[str | None, int]:
        """Read "early", "mid-", "the end of": the TIMEX3 modifier and the position after it."""
        word = self.word(i)
        modifiers = self.table.modifiers
        if word in {"early", "late", "mid"}:
            skip = 2 if self.word(i + 1) in {"-", "in"} else 1
            return modifiers[word], i + skip
        if word == "the" and self.word(i + 1) in modifiers and self.word(i + 2) == "of":
            return modifiers[self.word(i + 1)], i + 3
        if word == "the" and self.word(i + 1) in {"early", "late", "mid"}:
            skip = 3 if self.word(i + 2) == "-" else 2
            return modifiers[self.word(i + 1)], i + skip
        return None, i

    def mod(self, i: int) -> tuple[str | None, int]:
        """Read "about", "more than", "at least": the TIMEX3 modifier and the position after it."""
        pair = " ".join(self.words(i, 2))
        if pair in self.table.amounts:
            return self.table.amounts[pair], i + 2
        if self.word(i) in self.table.amounts:
            return self.table.amounts[self.word(i)], i + 1
        return None, i

    # -- tense ---------------------------------------------------------------------------------------------------

    def future(self, i: int, *, surely: bool = False) -> bool:
        """Say whether the verb over a position tells the future; `surely`: leave out the plain present."""
        limited = self._deadline(i)
        if limited is not None:
            return limited
        token, direct = self.token(i), True
        for _ in range(MAX_CLIMB):
            if token.pos in {"VERB", "AUX"}:
                appointed = direct and not surely and self._is_appointed(token)
                if appointed or self._tells_future(token, surely=surely) or self._is_invited(token, i):
                    return True
                if token.tag == "VBD" or self._is_participle(token):
                    return False
            above = self.parsed.head(token)
            if above.i == token.i:
                return False
            direct &= above.pos in {"ADP", "VERB", "AUX", "PROPN"}
            token = above
        return False

    def _is_appointed(self, verb: Token) -> bool:
        """Say whether somebody is told to be on his way: "is travelling to Somalia on Tuesday"."""
        going = verb.tag == "VBG" and verb.lemma in self.table.appointments
        return going and any(c.tag in {"VBZ", "VBP"} and c.lemma == "be" for c in self.parsed.children(verb, "aux"))

    def _is_invited(self, verb: Token, at: int) -> bool:
        """Say whether a time stands behind where somebody is invited: "invited him to talks on Monday"."""
        to = (c.i for c in self.parsed.children(verb, "prep") if c.lemma == "to")
        return verb.lemma == "invite" and any(i < self.token(at).i for i in to)

    def _is_set_for(self, at: int) -> bool:
        """Say whether a "for" tells when something is to be: "has called a meeting for Thursday"."""
        above = self.parsed.head(self.token(at)) if self.word(at) == "for" else None
        if above is None or above.lemma not in self.table.setters or above.tag not in {"VBD", "VBN", "VBZ", "VBP"}:
            return False
        return not any(c.text.lower() in {"was", "were", "had"} for c in self.parsed.children(above, "aux", "auxpass"))

    def _deadline(self, i: int) -> bool | None:
        """Say whether a position is a limit ahead: "until 9 a.m. Tuesday", "as early as Friday"; None: it is none."""
        at = i - 1
        while at >= 0 and (self.word(at)[:1].isdigit() or self.word(at) in self.table.zones | CLOCK_WORDS):
            at -= 1
        if self.words(at - 2, 3) == ["as", "early", "as"]:
            return not self.past(i)
        if self.words(at - 2, 3) in (["as", "soon", "as"], ["no", "later", "than"]) or self._is_set_for(at):
            return True
        if self.word(at) not in {"until", "till", "by"}:
            return None
        verb = self._verb_above(at)
        if verb is None:
            return not self.past(i)
        had = any(c.text.lower() == "had" or c.dep == "neg" for c in self.parsed.children(verb))
        return not had and (self.word(at) != "by" or not self.past(i))

    def _verb_above(self, i: int) -> Token | None:
        token = self.token(i)
        for _ in range(MAX_CLIMB):
            if token.pos in {"VERB", "AUX"}:
                return token
            token = self.parsed.head(token)
        return None

    def past(self, i: int) -> bool:
        """Say whether the nearest verb above a position stands in a past tense."""
        verb = self._verb_above(i)
        if verb is None:
            return False
        helped = any(c.lemma == "have" for c in self.parsed.children(verb, "aux"))
        passive = any(c.tag == "VBD" for c in self.parsed.children(verb, "auxpass", "aux"))
        past = verb.tag == "VBD" or (verb.tag in {"VBN", "VBG"} and (helped or passive))
        return past or self._is_participle(verb)

    def simple_past(self, i: int) -> bool:
        """Say whether the nearest verb above a position stands in the simple past: "fought", not "has fought"."""
        verb = self._verb_above(i)
        return verb is not None and verb.tag == "VBD"

    def _is_participle(self, verb: Token) -> bool:
        """Say whether a verb is a bare past participle: "the ruling issued Thursday"."""
        bare = verb.tag == "VBN" and verb.dep in {"acl", "amod"} and not any(self.parsed.children(verb, "aux"))
        return bare and verb.lemma not in self.table.set_for

    def _is_let(self, verb: Token) -> bool:
        """Say whether a verb is what somebody lets or makes others do, which has no tense: "let four of them go"."""
        return verb.dep == "ccomp" and self.parsed.head(verb).lemma in LETTING

    def _tells_future(self, verb: Token, *, surely: bool) -> bool:
        if verb.tag == "VBN" and verb.lemma in self.table.set_for:
            return True
        present = verb.tag in {"VBZ", "VBP"} and verb.pos == "VERB" and verb.lemma not in self.table.told_now
        if present and not surely and not self._is_let(verb):
            return True
        auxiliaries = [c.text.lower() for c in self.parsed.children(verb, "aux")]
        if {"will", "shall", "'ll", "wo", "would"} & set(auxiliaries) and "have" not in auxiliaries:
            return True
        above = self.parsed.head(verb)
        had = any(c.text.lower() == "had" for c in self.parsed.children(above, "aux"))
        return "to" in auxiliaries and above.lemma in self.table.planning and not had
