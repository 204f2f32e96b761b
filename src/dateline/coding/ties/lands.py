"""Which state a word means that names none: "there", "the country", "the island", "it", "the former colonial power"."""

from __future__ import annotations

from collections.abc import Collection

from dateline.coding.ties.context import Told, as_land, is_plain_land, outside
from dateline.coding.ties.other_lands import OtherLands
from dateline.coding.ties.words import lexicon
from dateline.model import MentionKind, Participant, Resolution, ResolvedStory, Span, Token, codes_of

FORMER_RULER = "former ruler"
# Words for a state that ruled another: "its former colonial master".
RULERS = frozenset({"power", "ruler", "master", "overlord", "coloniser", "colonizer", "administrator", "metropole"})
ONCE = frozenset({"former", "old", "onetime", "erstwhile", "ex", "colonial", "imperial", "mandate", "mandatory"})
ISLES = frozenset({"island", "isle", "atoll", "archipelago"})
# What a plain land word may carry and still name no other land: "the tiny island", "the impoverished country".
PLAIN = frozenset({"det", "amod", "relcl", "punct", "acl", "case"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
NEIGHBOURS = frozenset({"neighbour", "neighbor"})
PRONOUNS = frozenset({"it", "they", "its", "their"})


class Lands:
    """Reads lands that one story does not name in the clause of a relation."""

    def __init__(self, resolved: ResolvedStory, told: Told, others: OtherLands) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._told = told
        self._others = others

    def before(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the state that a word stands for which names none, other than those given."""
        return self._others.of(token, own, token)

    def meant(self, token: Token, own: Collection[str]) -> tuple[Participant, ...] | None:
        """Return the state that a word for a land means beside others; None where it is no such word, or names one.

        "Has kept soldiers in the country": not the country whose soldiers they are.
        """
        ruler = self.ruler(token)
        if ruler is not None:
            return ruler
        if self._parsed.head(token).lemma == "between" and self._are_sides(token):
            return self._told.sides(own, two=True)
        if token.lemma in NEIGHBOURS and token.tag == "NN":
            return self._neighbour(token, own)
        spot = token.lemma in lexicon().words.spots
        words = lexicon().words.here | lexicon().words.lands | (lexicon().words.spots if spot else frozenset())
        if token.lemma not in words or token.lemma in {"frontier", "border"} or token.text[:1].isupper():
            return None
        if token.tag == "NNS" and token.lemma not in ISLES:
            return None
        if any(c.lemma in ISLES for c in self._parsed.children(token, "compound")):  # "the island nation"
            return self._isle(token, own)
        once = self._told.is_former(token)  # "in its former colony": not its own land
        after = {"the", "this", "that", *(("its", "their", "his") if once else ())}
        if not self._stands_bare(token, after=after, deps=PLAIN | {"poss"} if once else PLAIN):
            return None
        if token.lemma in ISLES:
            return self._isle(token, own)
        home = self._resolved.home
        part = token.lemma not in lexicon().words.lands and token.lemma != "country"
        if part and home is not None and home.country in own and not spot:
            return ()  # "the rebels hold half of the coast": their own land's
        if spot:
            return self.before(token, own)
        known = self._told.known(token.i)
        if known and not set(known[0].resolution.codes) & set(own):
            return self._central(token, own) or known
        return self.before(token, own) if own else self._central(token, own) or self.before(token, own)

    def _are_sides(self, token: Token) -> bool:
        """Say whether a word means both sides of what a report tells: "shuttles between the capitals"."""
        words = lexicon().words.sides
        definite = {c.lemma for c in self._parsed.children(token, "det")} <= {"the", "these", "those"}
        plain = {c.dep for c in self._parsed.children(token)} <= {"det", "nummod", "amod"}
        return token.tag == "NNS" and token.lemma in words and definite and plain

    def _neighbour(self, token: Token, own: Collection[str]) -> tuple[Participant, ...] | None:
        """Return whom "its neighbour" means beside one state: the report's own land, else the state last told of."""
        if not own or not self._stands_bare(token, after={"its", "their", "the"}, deps={*PLAIN, "poss"}):
            return None
        return self.before(token, own)

    def alone(self, token: Token) -> tuple[Participant, ...] | None:
        """Return the report's own land for "the country" where no other party is known; None where it is another's."""
        if not is_plain_land(token) or not self._stands_bare(token, after={"the"}, deps={"det", "amod"}):
            return None
        return self._central(token, ()) or None

    def _stands_bare(self, token: Token, *, after: Collection[str], deps: Collection[str]) -> bool:
        """Say whether a word follows one of some articles, and nothing else than `deps` tells which is meant."""
        children = list(self._parsed.children(token))
        led = any(c.lemma in after for c in children if c.dep in {"det", "poss"})
        return led and {c.dep for c in children} <= set(deps)

    def _central(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the report's own land if no other is told of more: "the country" is that, not one named aside."""
        home = self._resolved.home
        if home is None or not home.country or home.country in own:
            return ()
        named = (m for m in self._resolved.mentions if m.kind is MentionKind.NAME and m.head < token.i)
        near = (m for m in named if self._parsed.tokens[m.head].sent == token.sent)
        beside = codes_of(p for m in near for p in self._told.known(m.head)) - set(own)
        told = self._told.sides(own, two=False)
        counted = self._told.times(home.country) >= max(map(self._told.times, codes_of(told)), default=0)
        return (as_land(token, home, score=0.5),) if counted and not beside else ()

    def _isle(self, token: Token, own: Collection[str]) -> tuple[Participant, ...] | None:
        """Return the island state that a story last told of: the Comoros of "the archipelago"."""
        home = self._resolved.home
        code = home.country if home is not None else None
        if home is not None and code and code in lexicon().words.isles and code not in own and self._told.times(code):
            return (as_land(token, home, score=0.6),)
        for sent in range(token.sent, -1, -1):
            named = outside(self._told.named(sent, token.i), own)
            isles = [p for p in named if lexicon().words.isles & set(p.resolution.codes)]
            if isles:
                return (isles[-1],)
        return None

    def it(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the state that "it" or "they" stands for where the story's chains know none, or one of those given."""
        subject = token.dep in SUBJECTS
        if token.lemma not in PRONOUNS or not (subject or own):
            return ()
        return self.before(token, own) if own else self._subject_before(token, own) or self._central(token, own)

    def _subject_before(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the state that the sentence before is about, for "It" that begins the next."""
        first = self._parsed.sentences[token.sent].first
        if token.dep not in {"nsubj", "nsubjpass"} or token.i - first > 1 or token.sent == 0:
            return ()
        before = self._parsed.sentences[token.sent - 1]
        for word in self._parsed.tokens[before.first : before.last]:
            if word.dep in {"nsubj", "nsubjpass"} and self._parsed.head(word).dep == "ROOT":
                return outside(self._told.known(word.i), own)
        return ()

    def ruler(self, token: Token) -> tuple[Participant, ...] | None:
        """Return who ruled a land: France for "Mali's former colonial power"; None where a word names no ruler."""
        children = list(self._parsed.children(token))
        once = {c.lemma for c in children if c.dep in {"amod", "compound"}}
        if token.lemma not in RULERS or not once & ONCE or not once & {*ONCE - {"old"}}:
            return None
        poss = [p for c in children if c.dep == "poss" for p in self._told.known(c.i)]
        for land in poss or (*self._home(token), *self.before(token, ())):
            for code in land.resolution.codes:
                ruler = lexicon().words.ruled_by.get(code)
                if ruler is not None:
                    span = Span(token.start, token.end)
                    known = Resolution(name=ruler, country=ruler, score=0.6, rule=FORMER_RULER)
                    return (Participant(span=span, text=token.text, resolution=known),)
        return None

    def home(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return the report's own land for "here", if it is not one of those given."""
        return outside(self._home(token), own)

    def _home(self, token: Token) -> tuple[Participant, ...]:
        home = self._resolved.home
        return (as_land(token, home, score=0.4),) if home is not None and home.country else ()
