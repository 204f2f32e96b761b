"""Parties of a relation that its own clause does not name: "both", "the two", "the bloc", "there", "a go-between"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property

from dateline.coding.parties.cast import Cast, is_of_states
from dateline.coding.ties.words import lexicon
from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import (
    Mention,
    MentionKind,
    Participant,
    Place,
    Resolution,
    ResolvedStory,
    Span,
    Token,
)

HERE = "the report's own land"
# "both", "the two", "all four": how many of those told of before are meant.
COUNTS = {"both": 2, "pair": 2, "two": 2, "three": 3, "trio": 3, "four": 4, "five": 5}
# Of a story's states another counts beside the one told most of if it is named this share as often.
SHARE = 0.4
# The same where nothing says that there are two sides.
CLEAR = 0.6
# Bodies of some states, which the United Nations are not.
OF_SOME = frozenset({"bloc", "alliance", "union", "grouping", "club", "community", "pact", "league", "cartel"})
# Sentences back to which those told of before are looked for.
BACK = 3


def is_assumed(participant: Participant) -> bool:
    """Say whether no words give a participant's country."""
    return participant.resolution.of_the_story


def is_plain_land(token: Token) -> bool:
    """Say whether a word means a land without its name: "the country", "the kingdom"."""
    return token.lemma in lexicon().words.lands and token.tag == "NN" and not token.text[:1].isupper()


def outside(parties: Iterable[Participant], own: Iterable[str]) -> tuple[Participant, ...]:
    """Return the parties that are of none of some countries or bodies, in order."""
    known = frozenset(own)
    return tuple(p for p in parties if known.isdisjoint(p.resolution.codes))


def as_land(token: Token, home: Place, *, score: float) -> Participant:
    """Return a word that stands for the report's own land as a party; `score` from 0 to 1."""
    resolution = Resolution(name=home.name, country=home.country, score=score, rule=HERE)
    return Participant(span=Span(token.start, token.end), text=token.text, resolution=resolution)


class Told:
    """Reads whom one story has told of before a word."""

    def __init__(self, resolved: ResolvedStory, cast: Cast) -> None:
        self._resolved = resolved
        self._parsed = resolved.parsed
        self._cast = cast
        self._text = resolved.parsed.story.text

    def meant(self, head: int) -> tuple[Participant, ...] | None:
        """Return whom a word stands for that names nobody; None where it stands for nobody told of.

        "Both belong to the bloc", "the two are bound by a pact", "the alliance has kept soldiers there", "the island".
        """
        token = self._parsed.tokens[head]
        if self.is_group(token):
            return self._members(token, lexicon().words.together[self._called(token)])
        number = self.number(token)
        if number is not None:
            return self._once_parts(token, number) or self._as_many(token, number) or self._resolved_as(head)
        if self.is_body(head):
            return self.body(token)
        return self._half(token) or self._european(token) or self.own_land(token)

    def is_body(self, head: int) -> bool:
        """Say whether a word means the body of states last told of: "the club"."""
        token = self._parsed.tokens[head]
        return token.lemma in lexicon().words.bodies and self._is_definite(token) and not self._is_named(token)

    def is_group(self, token: Token) -> bool:
        """Say whether a word names states that go by one name: "the Koreas", "the three Baltic states"."""
        return self._called(token) in lexicon().words.together

    def _called(self, token: Token) -> str:
        return token.lemma.lower() if token.text[:1].isupper() else self._adjective(token)

    def _adjective(self, token: Token) -> str:
        """Return the name that tells which of the plain states: "Baltic" of "the three Baltic states"."""
        plural = token.tag == "NNS" and token.lemma in lexicon().words.sides | {"state", "minister"}
        named = (
            c.lemma.lower() for c in self._parsed.children(token, "amod", "compound", "nmod") if c.text[:1].isupper()
        )
        return next(named, "") if plural else ""

    def _members(self, token: Token, codes: tuple[str, ...]) -> tuple[Participant, ...]:
        """Return the states of a group named together: "the Baltic states", "the Koreas"."""
        span = Span(token.start, token.end)
        states = {c: Resolution(name=c, country=c, score=0.7, rule="states named together") for c in codes}
        return tuple(
            next(iter(self.first(code)), Participant(span=span, text=token.text, resolution=state))
            for code, state in states.items()
        )

    def _once_parts(self, token: Token, number: int) -> tuple[Participant, ...]:
        """Return the states meant by "the two former Soviet republics": of those told of the ones told of most."""
        parts = lexicon().words.once.get(self._adjective(token), ()) if self.is_former(token) else ()
        home = self._resolved.home.country if self._resolved.home is not None else None
        told = sorted((c for c in parts if self.times(c)), key=lambda code: (code != home, -self.times(code)))
        return tuple(p for code in told[:number] for p in self.first(code)) if len(told) >= number else ()

    def _half(self, token: Token) -> tuple[Participant, ...]:
        """Read "the North" and "the South" in a story of both Koreas."""
        code = {"North": "PRK", "South": "KOR"}.get(token.text, "")
        both = bool(code) and self._is_definite(token) and self.times("PRK") > 0 and self.times("KOR") > 0
        return self.first(code) if both and not self._is_named(token) else ()

    def _european(self, token: Token) -> tuple[Participant, ...]:
        """Read "European sanctions" as those of the Union."""
        if token.text != "European" or self._cast.mention(token.i) is not None or token.dep not in {"amod", "conj"}:
            return ()
        union = Resolution(name="European Union", country="EUR", score=0.6, rule="European")
        return (Participant(span=Span(token.start, token.end), text=token.text, resolution=union),)

    def others(self, token: Token, own: Collection[str]) -> tuple[Participant, ...]:
        """Return whom "both" means beside one party: the two states most told of that are not its own."""
        found = self.sides(own, two=True) if self.number(token) == 2 else ()
        return found if len(found) == 2 else ()

    def _resolved_as(self, head: int) -> tuple[Participant, ...] | None:
        mention = self._cast.mention(head)
        if mention is None:
            return None
        party = self._cast.participant(mention)
        return (party,) if len(party.resolution.codes) > 1 else None

    def counts(self, token: Token) -> bool:
        """Say whether a word tells by number whom it means."""
        return self.number(token) is not None

    def number(self, token: Token) -> int | None:
        """Return how many of those told of before a word means, if it counts them: "both", "the two", "all three"."""
        bare = token.lemma in COUNTS and token.dep not in {"nummod", "compound", "quantmod", "appos"}
        sided = token.lemma in lexicon().words.sides and token.tag == "NNS"
        below = [c for c in self._parsed.children(token) if c.lemma in COUNTS]
        if bare and (token.lemma == "both" or self._is_definite(token) or self._is_whole(token)):
            of = [p for c in self._parsed.children(token) if c.lemma == "of" for p in self._parsed.children(c, "pobj")]
            plain = all(p.lemma in lexicon().words.sides and token.lemma in {"pair", "trio"} for p in of)
            return COUNTS[token.lemma] if plain else None
        once = any(
            c.lemma == "former" for c in self._parsed.children(token, "amod")
        )  # "the two former Soviet republics"
        plain = not any(
            (c.pos == "PROPN" and not once) or c.lemma in {"of", "other"} for c in self._parsed.children(token)
        )
        mention = self._cast.mention(token.i)
        if mention is not None and mention.resolution is not None and len(mention.resolution.countries) > 1:
            return None  # "both countries", which the story's chains know
        return COUNTS[below[0].lemma] if sided and below and plain else None

    def _is_definite(self, token: Token) -> bool:
        return any(c.lemma in {"the", "this", "those", "these"} for c in self._parsed.children(token, "det"))

    def _is_whole(self, token: Token) -> bool:
        return any(c.lemma == "all" for c in self._parsed.children(token))

    def _is_named(self, token: Token) -> bool:
        """Say whether a body is told by name: "the Atlantic alliance", "the union of writers"."""
        return any(c.pos == "PROPN" or c.lemma == "of" for c in self._parsed.children(token))

    def lands(self) -> list[tuple[Token, str]]:
        """Return the words of a story that name a state, or a place in one, with its code, in text order."""
        found = [(self._parsed.tokens[m.head], party.resolution.codes[0]) for m, party in self._states_told]
        found += [(word, place.country) for word, place, _ in self._places_told if place.country]
        return sorted(found, key=lambda pair: pair[0].i)

    @cached_property
    def _places_told(self) -> tuple[tuple[Token, Place, float], ...]:
        """The words that name a place in a state and nobody besides, with it and its score."""
        heads = {m.head for m in self._resolved.mentions if m.resolution is not None}
        return tuple(
            (self._parsed.tokens[t.head], t.place, t.score)
            for t in self._resolved.toponyms
            if t.head not in heads and t.place is not None and t.place.country
        )

    def named(self, sent: int, before: int) -> list[Participant]:
        """Return the states that one sentence names before a token, in text order, places by the land they lie in."""
        found = [
            (m.head, p)
            for m in self._resolved.mentions
            if m.head < before and self._parsed.tokens[m.head].sent == sent
            for p in self._party(m)
        ]
        placed = (told for told in self._places_told if told[0].i < before and told[0].sent == sent)
        found += [(word.i, as_land(word, place, score=score)) for word, place, score in placed]
        return [party for _, party in sorted(found, key=lambda pair: pair[0])]

    def known(self, head: int) -> tuple[Participant, ...]:
        """Return whom a word names by the story's chains, if that is one state."""
        mention = self._cast.mention(head)
        if mention is None:
            return ()
        party = self._cast.participant(mention)
        own = party.resolution.codes
        return (party,) if len(own) == 1 and own[0] not in INTERNATIONAL and not is_assumed(party) else ()

    def are_known(self, head: int) -> bool:
        """Say whether a word names several states by the story's chains: "the two countries"."""
        mention = self._cast.mention(head)
        return mention is not None and mention.resolution is not None and len(mention.resolution.countries) > 1

    def _listed(self, token: Token, number: int) -> tuple[Participant, ...] | None:
        """Return the states last named in one list of just so many: "Peru, Chile and Cuba ... The three are tied"."""
        heads = [m.head for m in self._resolved.mentions if m.head < token.i]
        near = [h for h in heads if self._parsed.tokens[h].sent >= token.sent - BACK]
        for head in reversed(near):
            if self._parsed.tokens[head].dep == "conj":
                continue
            joined = self._chain(head)
            found = {p.resolution.codes[0]: p for h in joined for p in self.known(h)} if len(joined) == number else {}
            if len(found) == number:
                return tuple(found.values())
        return None

    def _chain(self, head: int) -> list[int]:
        """Return the words of a list from its first on: "Peru, Chile and Cuba"."""
        chain = [head]
        while (below := next(self._parsed.children(self._parsed.tokens[chain[-1]], "conj"), None)) is not None:
            chain.append(below.i)
        return chain

    def _as_many(self, token: Token, number: int) -> tuple[Participant, ...] | None:
        """Return the states last told of, where a list, a sentence before, or the words before, name just so many."""
        for back in range(BACK):
            found = self._states(token, back)
            if len(found) == number:
                return tuple(found.values())
            most = self._foremost(token, number) if back or len(found) > number else None
            most = most or (self._listed(token, number) if back else None)
            if most is not None:
                return most
            if len(found) > number:
                return None
        return None

    def _foremost(self, token: Token, number: int) -> tuple[Participant, ...] | None:
        """Return the states that a story has named most up to a word, if just so many stand out."""
        found: dict[str, list[Participant]] = {}
        for mention, party in self._states_told:
            if mention.head < token.i:
                found.setdefault(party.resolution.codes[0], []).append(party)
        ranked = sorted(found.values(), key=len, reverse=True)
        if len(ranked) <= number or len(ranked[number - 1]) <= len(ranked[number]):
            return None
        return tuple(parties[0] for parties in ranked[:number])

    def _states(self, token: Token, back: int) -> dict[str, Participant]:
        """Return the states that the sentences from so many back up to a word name, by code."""
        first = max(0, token.sent - back)
        found: dict[str, Participant] = {}
        for mention, party in self._states_told:
            if mention.head < token.i and self._parsed.tokens[mention.head].sent >= first:
                found.setdefault(party.resolution.codes[0], party)
        return found

    @cached_property
    def _states_told(self) -> tuple[tuple[Mention, Participant], ...]:
        """Every mention that names a single state, with it; worked out once, for patterns ask again and again."""
        return tuple((m, party) for m in self._resolved.mentions for party in self._party(m))

    @cached_property
    def _named_times(self) -> Counter[str]:
        told = self._states_told
        return Counter(p.resolution.codes[0] for m, p in told if any(c.isupper() for c in m.span.of(self._text)))

    def _party(self, mention: Mention) -> Iterable[Participant]:
        """Return a mention's single state, if it names one."""
        token = self._parsed.tokens[mention.head]
        if mention.kind is MentionKind.PRONOUN or self.is_former(token) or self._cast.mention(mention.head) is None:
            return ()
        party = self._cast.participant(mention)
        own = party.resolution.codes
        return (party,) if len(own) == 1 and own[0] not in INTERNATIONAL and not is_assumed(party) else ()

    def body(self, token: Token) -> tuple[Participant, ...] | None:
        """Return the body of states that was last told of: NATO for "the alliance", "a member since 1999"."""
        for mention in reversed(self._resolved.mentions):
            named = mention.head < token.i and (mention.kind is MentionKind.NAME or self._is_of_body(mention))
            some = mention.resolution is not None and mention.resolution.country != "UNO"
            some = some and mention.resolution is not None and not mention.resolution.rule.startswith("capital")
            named = named and (some or token.lemma not in OF_SOME)
            if (
                named
                and mention.resolution is not None
                and is_of_states(mention.resolution)
                and self._cast.mention(mention.head)
            ):
                return (self._cast.participant(mention),)
        return None

    def _is_of_body(self, mention: Mention) -> bool:
        """Say whether a mention tells of a body's people: "NATO ambassadors"."""
        known = mention.resolution
        return known is not None and known.rule == "body + noun" and known.country == "IGO"

    def sides(self, own: Collection[str], *, two: bool, most: float = SHARE) -> tuple[Participant, ...]:
        """Return the state that a story tells most of, but for those given, its own before others.

        Of two the second must be named at least `most` times as often.
        """
        found: dict[str, list[Participant]] = {}
        for _, party in self._states_told:
            found.setdefault(party.resolution.codes[0], []).append(party)
        home = self._resolved.home.country if self._resolved.home is not None else None
        others = {code: parties for code, parties in found.items() if code not in own}
        top = max(map(len, others.values()), default=0)
        much = [c for c in others if len(others[c]) >= most * top or (c == home and not two)]
        ranked = sorted(much, key=lambda code: (code != home, -len(others[code])))
        return tuple(others[code][0] for code in ranked[: 2 if two else 1])

    def first(self, code: str) -> tuple[Participant, ...]:
        """Return a state as a story names it first, if it does."""
        return tuple(party for _, party in self._states_told if code in party.resolution.codes)[:1]

    def times(self, code: str) -> int:
        """Return how often a story names a state in words of its own: "the country" is read from these."""
        return self._named_times[code]

    def own_land(self, token: Token) -> tuple[Participant, ...] | None:
        """Read "the Pacific nation", "the former colony" as the report's own land, where they name no other."""
        home = self._resolved.home
        isles = token.tag == "NNS" and token.lemma in {"island", "isle", "atoll"}
        single = token.tag == "NN" and token.lemma in lexicon().words.lands
        if home is None or not home.country or not (single or isles):
            return None
        of = (c for c in self._parsed.children(token, "prep") if c.lemma == "of")
        named = any(p.pos == "PROPN" for c in of for p in self._parsed.children(c, "pobj"))
        return (as_land(token, home, score=0.6),) if self._is_definite(token) and not named else None

    def is_former(self, token: Token) -> bool:
        """Say whether a land is told by whose it was: "the former Soviet republic" is no part of that union."""
        once = any(c.lemma in {"former", "onetime", "erstwhile", "ex"} for c in self._parsed.children(token, "amod"))
        return once and token.lemma in lexicon().words.lands
