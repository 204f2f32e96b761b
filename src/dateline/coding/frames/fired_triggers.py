"""Which frames and operators of the lexicon a word fires, as a verb, a noun or an adjective."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.frames.trigger_words import TriggerWords
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.misparses import is_epithet, is_guest
from dateline.coding.structure.voices import is_infinitive
from dateline.knowledge.frames import ALONE, Frame, FrameLexicon, Operator, Trigger
from dateline.model import Token

KIND_OF_POS = {"VERB": ("verb",), "AUX": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",), "ADJ": ("adjective", "noun")}
NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "LAW", "FAC", "PRODUCT"})
# A frame and the words of the trigger that fires it.
Fired = tuple[Frame, tuple[int, ...]]


class FiredTriggers:
    """Looks the words of one story up in the lexicon."""

    def __init__(self, lexicon: FrameLexicon, graph: Graph) -> None:
        """Prepare for one story."""
        self._lexicon = lexicon
        self._graph = graph
        self._words = TriggerWords(graph.parsed, phrasal=lexicon.phrasal)

    def frames(self, token: Token) -> Iterator[Fired]:
        """Yield the frames that a token fires, with the words of their trigger; none where it only describes."""
        if self._is_attribute(token):
            return
        for kind in self._kinds(token):
            key = kind, _lemma(token, kind)
            if key not in self._lexicon.frame_index:
                continue
            # Dozens of frames share a trigger, most of several words do not go on as the sentence does.
            seen: dict[tuple[str, ...], tuple[int, ...] | None] = {}
            listed = self._lexicon.frame_index[key]
            for trigger, frame in self._going_on(key, token) if kind == "verb" else listed:
                if trigger.words not in seen:
                    seen[trigger.words] = self._words.of(trigger, token)
                words = seen[trigger.words]
                if words is not None:
                    yield frame, words

    def nominal(self, token: Token) -> Iterator[Fired]:
        """Yield the frames of the verb that a noun stands for: "the expulsion of two envoys by Chile"."""
        verb = self._lexicon.nominal_index.get(token.text.lower()) if token.pos == "NOUN" else None
        if verb is None or "of" not in self._graph.slots(token.i):
            return
        for trigger, frame in self._lexicon.frame_index[("verb", verb)]:
            words = self._words.of(trigger, token)
            if words is not None:
                yield frame, words

    def operators(self, token: Token) -> Iterator[tuple[Operator, tuple[int, ...]]]:
        """Yield the operators whose words stand at a token, the longest words first."""
        for kind in self._kinds(token):
            for trigger, operator in self._lexicon.operator_index.get((kind, _lemma(token, kind)), ()):
                words = self._words.of(trigger, token)
                if words is not None:
                    yield operator, words

    def _going_on(self, key: tuple[str, str], token: Token) -> Iterator[tuple[Trigger, Frame]]:
        """Yield the frames of a verb whose trigger goes on as the sentence does; "its" may be any possessive."""
        listed, seconds = self._lexicon.frame_index[key], self._lexicon.seconds[key]
        after = self._words.after(token) if len(seconds) > (ALONE in seconds) else ()
        fitting = [i for word in (ALONE, *after) if word in seconds for i in seconds[word]]
        return (listed[i] for i in sorted(fitting))

    def _is_attribute(self, token: Token) -> bool:
        """Say whether a word only describes or names: "protesting legislators", "the Bishops' Conference"."""
        if token.pos == "VERB":
            attribute = token.dep == "amod" and not self._graph.misread(token)
            return attribute or is_epithet(self._graph.parsed, token) or is_guest(self._graph.parsed, token)
        if token.pos == "ADJ" and token.dep == "amod":
            return not self._graph.parsed.has(token, "prep", "xcomp", "ccomp")
        return token.pos == "PROPN" and token.ent in NAMES

    def _kinds(self, token: Token) -> tuple[str, ...]:
        """Return the kinds of triggers that a token may be; "is opposed to" is tagged as a verb."""
        kinds = KIND_OF_POS.get(token.pos, ())
        if self._graph.is_predicate(token):
            return ("adjective",)  # "is out of the question"
        described = token.pos == "VERB" and (token.dep in {"acomp", "oprd"} or self._is_bound_to(token))
        return (*kinds, "adjective") if described else kinds

    def _is_bound_to(self, token: Token) -> bool:
        """Say whether a participle says what lies ahead of somebody: "is set to join", "are poised to strike"."""
        passive = token.tag == "VBN" and self._graph.parsed.has(token, "auxpass")
        below = self._graph.parsed.children(token, "xcomp")
        return passive and any(is_infinitive(self._graph.parsed, c) for c in below)


def _lemma(token: Token, kind: str) -> str:
    """Return the form under which the lexicon knows a word: participles used as adjectives stand as they are."""
    return token.text.lower() if kind == "adjective" and token.pos == "VERB" else token.lemma
