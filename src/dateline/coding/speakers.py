"""Who stands at a cue: the subject of a verb of saying, the one it is told to, a name in a headline."""

from __future__ import annotations

from dateline.coding.arguments import Graph
from dateline.model import Mention, MentionKind, Participant, Resolution, ResolvedStory, Span, Token

SECOND_PERSON = frozenset({"you", "your", "yours", "yourself"})
VOCATIVES = (
    "Dear Mr",
    "Dear Ms",
    "Dear Mrs",
    "Mr. President",
    "Mr. Prime Minister",
    "Madam President",
    "Your Excellency",
)
# "told reporters": heard by the press, not spoken to as a party
PRESS = frozenset(
    {"reporter", "journalist", "newsman", "press", "audience", "crowd", "conference", "newspaper", "agency"}
)
TELLING = frozenset(
    ["tell", "inform", "assure", "remind", "warn", "ask", "brief", "notify", "promise", "advise", "order", "urge"]
)


class Speakers:
    """Finds the participants of acts of speech."""

    def __init__(self, resolved: ResolvedStory, graph: Graph) -> None:
        self._resolved = resolved
        self._graph = graph
        self._parsed = resolved.parsed
        self._text = resolved.parsed.story.text
        self._by_head: dict[int, Mention] = {}
        for mention in resolved.mentions:
            other = self._by_head.get(mention.head)
            if other is None or mention.last - mention.first > other.last - other.first:
                self._by_head[mention.head] = mention

    def of_verb(self, verb: Token) -> Participant | None:
        """Return the subject of a cue verb; for a passive its agent, else who is "quoted as saying"."""
        slots = self._graph.slots(verb.i)
        for head in slots.get("subj", ()):
            return self.at(self._parsed.tokens[head])
        if self._graph.passive(verb):
            return None
        return None

    def at(self, token: Token) -> Participant:
        """Return whoever a noun phrase names, resolved or, if nobody is known, in the words of the text."""
        mention = self._by_head.get(token.i)
        if mention is not None and mention.resolution is not None:
            return Participant(span=mention.span, text=mention.span.of(self._text), resolution=mention.resolution)
        span = mention.span if mention is not None else self._phrase(token)
        words = span.of(self._text)
        return Participant(span=span, text=words, resolution=Resolution(name=words, rule="as written"))

    def is_source(self, token: Token, cue: Token) -> bool:
        """Say whether a token belongs to the subject of a cue."""
        heads = self._graph.slots(cue.i).get("subj", ())
        return any(token.i in {t.i for t in self._parsed.subtree(self._parsed.tokens[h])} for h in heads)

    def addressee(self, verb: Token) -> Participant | None:
        """Return who is spoken to: "told the minister", "said at a meeting with the president"."""
        slots = self._graph.slots(verb.i)
        heads = [*slots.get("iobj", ()), *(slots.get("obj", ()) if verb.lemma in TELLING else ()), *slots.get("to", ())]
        for place in (*slots.get("at", ()), *slots.get("during", ()), *slots.get("in", ())):
            heads.extend(self._graph.slots(place).get("with", ()))
        for head in heads:
            mention = self._by_head.get(head)
            if mention is not None and mention.resolution is not None and self._parsed.tokens[head].lemma not in PRESS:
                return Participant(span=mention.span, text=mention.span.of(self._text), resolution=mention.resolution)
        return None

    def in_span(self, span: Span) -> Participant | None:
        """Return the first actor named inside a span."""
        inside = [m for m in self._resolved.mentions if span.contains(m.span) and m.resolution is not None]
        named = next((m for m in inside if m.kind is not MentionKind.PRONOUN), None)
        if named is None or named.resolution is None:
            return None
        return Participant(span=named.span, text=named.span.of(self._text), resolution=named.resolution)

    def second_person(self, content: tuple[Span, ...]) -> bool:
        """Say whether a quotation speaks to somebody: "you", "your", or a form of address."""
        words = {t.text.lower() for t in self._parsed.tokens if any(s.start <= t.start < s.end for s in content)}
        return bool(words & SECOND_PERSON) or any(v in s.of(self._text) for s in content for v in VOCATIVES)

    def _phrase(self, token: Token) -> Span:
        left = [t for t in self._parsed.subtree(token) if t.i <= token.i and t.sent == token.sent]
        return Span(left[0].start, token.end)
