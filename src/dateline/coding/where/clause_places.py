"""The place that a predicate's own clause gives: a phrase that holds the deed, not what it is about or comes from."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.speech.spoken import SPEECH_TYPES
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.clauses import VERBAL_POS
from dateline.coding.where.deed_grounds import STRIKING
from dateline.coding.where.place_phrases import PlacePhrases, is_land
from dateline.model import EventType, Token, Toponym

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "on", "off", "from", "across", "throughout", "over"}
)
# Goods and prisoners go to a place: it holds the event as the place of a deed does.
BROUGHT = frozenset({EventType.AID})
# Prepositions of a place that the event only comes from or is about rank behind those that hold it.
WEAK = frozenset({"from", "over", "on"})
# What is signed or opened is so where it says: "signed a truce in Quito".
SIGNING = frozenset({"sign", "initial", "conclude", "launch", "open", "seal", "adopt"})
# Phrases that tell the occasion of words, and with it their place: "at a ceremony in Caracas".
OCCASIONS = frozenset({"at", "in", "during"})
MAX_CLIMB = 8


class ClausePlaces:
    """Finds the places of clauses in one story."""

    def __init__(self, graph: Graph, phrases: PlacePhrases, toponyms: Sequence[Toponym]) -> None:
        """Prepare for one story; `toponyms` are its names of known places."""
        self._graph = graph
        self._parsed = graph.parsed
        self._phrases = phrases
        self._toponyms = toponyms

    def best(self, token: Token, event_type: EventType, *, near: bool = False) -> Toponym | None:
        """Return the place that stands in a predicate's own clause; places that hold it before those it comes from.

        Args:
            token: The predicate.
            event_type: What it tells.
            near: Take only phrases that hang on the predicate or on what it governs.
        """
        found = self._placed(token, event_type, near=near)
        best = min(found, key=lambda f: (f[1].lemma in WEAK, abs(f[0].head - token.i)), default=None)
        if best is None or not is_land(best[0]):
            return best[0] if best is not None else None
        within = (t for t, prep in found if prep.i == best[1].i and not is_land(t) and _is_in(t, best[0]))
        return next(within, best[0])  # "in Ecuador's province of Orellana"

    def is_held(self, toponym: Toponym, token: Token, event_type: EventType) -> bool:
        """Say whether a place's name stands where an event's place does, or is what it strikes."""
        prep = self._phrases.preposition(toponym)
        if prep is not None:
            return prep.lemma in LOCATIVE and self._holds(prep, token, event_type)
        return event_type in STRIKING and self._phrases.is_among(toponym, self._graph.slots(token.i).get("obj", ()))

    def _placed(self, token: Token, event_type: EventType, *, near: bool) -> list[tuple[Toponym, Token]]:
        """Return the places in a predicate's clause with the prepositions by which they hold it."""
        locative = LOCATIVE | {"to", "into"} if event_type in BROUGHT else LOCATIVE
        inside = {t.i for t in self._graph.core(token.i)}
        return [
            (t, prep)
            for t in self._toponyms
            if t.head in inside
            and (prep := self._phrases.preposition(t)) is not None
            and prep.lemma in locative
            and self._holds(prep, token, event_type)
            and (not near or self._is_near(prep, token))
            and not self._phrases.is_aside(t, token)
        ]

    def _holds(self, prep: Token, token: Token, event_type: EventType) -> bool:
        """Say whether a phrase tells where an event is, not where one of its parties or its subject matter is."""
        above = self._parsed.head(prep)
        if prep.lemma == "from" and above.pos not in VERBAL_POS:
            return False  # "officials from Chad": where they come from
        if event_type in SPEECH_TYPES:  # said where the speaker is: "criticised the policy in Iraq"
            return self._is_occasion(prep, token)
        if event_type is EventType.CONSULT and self._is_party_of(above, token):
            return False  # "met the commander of the forces in Mali"
        between = above
        for _ in range(MAX_CLIMB):
            if between.i == token.i or between.head == between.i:
                return True
            if between.dep in {"acl", "relcl"} and prep.lemma in WEAK:
                return False  # "signed an agreement to buy ships from Spain"
            between = self._parsed.head(between)
        return True

    def _is_occasion(self, prep: Token, token: Token) -> bool:
        """Say whether a phrase hangs on words' own verb or noun, or on what tells their occasion."""
        for _ in range(MAX_CLIMB):
            above = self._parsed.head(prep)
            if above.dep == "dobj" and above.head == token.i and token.lemma in SIGNING:
                return True
            if above.i == token.i or (token.pos in {"NOUN", "PROPN"} and above.i == token.head):
                return True
            if above.dep != "pobj" or self._parsed.head(above).lemma not in OCCASIONS:
                return False
            prep = self._parsed.head(above)
        return False

    def _is_near(self, prep: Token, token: Token) -> bool:
        """Say whether a phrase hangs on a predicate or on what it governs."""
        above = self._parsed.head(prep)
        for _ in range(2):
            if above.dep == "pobj":
                above = self._parsed.head(self._parsed.head(above))
        if above.dep in {"dobj", "nsubjpass"}:
            above = self._parsed.head(above)
        return above.i == token.i

    def _is_party_of(self, noun: Token, token: Token) -> bool:
        """Say whether a noun below a meeting's verb is who meets, not where or at what they meet."""
        if noun.pos != "PROPN" or noun.i == token.i:
            return False
        slots = self._graph.slots(token.i)
        return any(noun.i in slots.get(name, ()) for name in ("subj", "obj", "with"))


def _is_in(toponym: Toponym, country: Toponym) -> bool:
    return toponym.place is not None and country.place is not None and toponym.place.country == country.place.country
