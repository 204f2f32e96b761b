"""Which words an argument means: itself and whatever is joined to it, or what a relative or "each other" stands for."""

from __future__ import annotations

from dateline.coding.structure.misparses import answered, first_of_both, is_mutual, late_member
from dateline.coding.structure.voices import SUBJECTS
from dateline.model import ParsedStory, Token

RELATIVES = frozenset({"who", "which", "that", "whom"})
# "Ghana, along with Togo", "together with Togo".
COMPANY = frozenset({"along", "together", "alongside"})
MAX_CLIMB = 6


class ArgumentHeads:
    """Finds the heads that arguments of one story mean."""

    def __init__(self, parsed: ParsedStory) -> None:
        """Prepare for one story."""
        self._parsed = parsed
        # Asked for again and again, by frames, ties and dates alike.
        self._joined: dict[int, tuple[int, ...]] = {}

    def conjuncts(self, i: int) -> list[int]:
        """Return token `i` and everything coordinated below it."""
        known = self._joined.get(i)
        if known is None:
            known = self._joined[i] = tuple(self._coordinated(i))
        return list(known)

    def _coordinated(self, i: int) -> list[int]:
        tokens = self._parsed.tokens
        found, stack = [], [i]
        while stack:
            j = stack.pop()
            found.append(j)
            stack.extend(child.i for child in self._parsed.children(tokens[j], "conj"))
        late = late_member(self._parsed, tokens[max(found)]) if len(found) > 1 else None
        return sorted([*found, late.i] if late is not None else found)

    def of(self, token: Token) -> list[int]:
        """Return whom or what a dependent means: the antecedent of "which", both sides of "each other"."""
        if is_mutual(self._parsed, token):
            return self._mutual(token)
        if (token.lemma in RELATIVES and token.tag != "DT") or token.tag in {"WP", "WDT"}:  # "That is no answer" points
            antecedent = self._antecedent(token)
            if antecedent is None:
                return []
            return self.conjuncts(first_of_both(self._parsed, antecedent, self._parsed.head(token)))
        return self.conjuncts(token.i)

    def below(self, token: Token, *relations: str) -> list[int]:
        """Return the heads of a token's dependents that stand to it in one of some relations."""
        return [h for child in self._parsed.children(token, *relations) for h in self.of(child)]

    def company(self, subject: Token) -> list[int]:
        """Return who acts beside a subject: "Ghana, along with Togo, condemned ..."."""
        parsed = self._parsed
        found = []
        for child in (*parsed.children(subject, "prep"), *parsed.children(parsed.head(subject), "prep")):
            words = (child, *parsed.children(child, "advmod"))
            if subject.i < child.i and any(word.text.lower() in COMPANY for word in words):
                inner = list(parsed.children(child, "prep")) or [child]
                found += [h for prep in inner for h in self.below(prep, "pobj")]
        return found

    def _mutual(self, token: Token) -> list[int]:
        """Return whom "each other" means: the subjects of the verb above."""
        above = self._parsed.head(token)
        while above.pos not in {"VERB", "AUX"} and above.head != above.i:
            above = self._parsed.head(above)
        # "each other" as a subject of its own ("how each other voted") means nobody that the clause names.
        subjects = (child for child in self._parsed.children(above, *SUBJECTS) if not is_mutual(self._parsed, child))
        return [h for child in subjects for h in self.of(child)]

    def _antecedent(self, token: Token) -> Token | None:
        above = self._parsed.head(token)
        for _ in range(MAX_CLIMB):
            if above.dep == "relcl":
                return answered(self._parsed, above)
            if above.head == above.i:
                return None
            above = self._parsed.head(above)
        return None
