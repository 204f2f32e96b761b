"""Who stands at a cue: the subject of a verb of saying, the one it is told to, a name in a headline."""

from __future__ import annotations

from dateline.coding.structure.arguments import Graph
from dateline.model import Mention, MentionKind, Participant, Resolution, ResolvedStory, Segment, Sentence, Span, Token

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


NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
CLOSING = frozenset({")", "]", "%", '"', "'", "”", "’"})
QUOTING = frozenset({"quote", "cite", "paraphrase"})
LOOSE = frozenset({"CCONJ", "PUNCT", "SCONJ"})
DASHES = frozenset({"-", "--", "–", "—", "―"})
SHADES = frozenset({"even", "only", "also", "meanwhile", "however", "still", "then", "now", "just", "instead"})


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
        """Return the subject of a cue verb, or the agent of a passive one; a relative pronoun stands for its noun."""
        quoted = self._quoted_as(verb)
        if quoted is not None:
            return self.at(quoted)
        for head in self._graph.slots(verb.i).get("subj", ()):
            pronoun = self._relative(verb)
            who = self.at(self._parsed.tokens[head], cue=verb)
            if pronoun is None:
                return who
            words = self._text[pronoun.start : pronoun.end]
            return Participant(span=Span(pronoun.start, pronoun.end), text=words, resolution=who.resolution)
        return None

    def _quoted_as(self, verb: Token) -> Token | None:
        """Return who is "quoted as saying": the object of the quoting verb, or its subject in the passive."""
        above = self._parsed.head(verb)
        quoting = self._parsed.head(above)
        if verb.dep != "pcomp" or above.text.lower() != "as" or quoting.lemma not in QUOTING:
            return None
        return next(self._parsed.children(quoting, "dobj", "nsubjpass"), None)

    def at(self, token: Token, *, cue: Token | None = None) -> Participant:
        """Return whoever a noun phrase names, resolved or, if nobody is known, in the words of the text.

        The span is the whole phrase with what is attached to it: "Ann Lee, head of the union".

        Args:
            token: Head of the phrase.
            cue: A cue that may hang on the phrase itself ("a group calling for ..."); it and its clause are left out.
        """
        mention = self._by_head.get(token.i) or self._named_beside(token)
        span = self.phrase(token, cue=cue)
        words = span.of(self._text)
        if mention is not None and mention.resolution is not None:
            return Participant(span=span, text=words, resolution=mention.resolution)
        name = mention.span.of(self._text) if mention is not None else self._short(token).of(self._text)
        return Participant(span=span, text=words, resolution=Resolution(name=name, rule="as written"))

    def _named_beside(self, token: Token) -> Mention | None:
        """Return the person whom a description names: "the bank's dealer Ann Lee", "co-author and chemist Ann Lee"."""
        if token.pos == "PRON":
            return None
        beside = [
            c for c in self._parsed.children(token, "appos", "conj", "nmod") if c.ent == "PERSON" and c.i > token.i
        ]
        return next((self._by_head[c.i] for c in beside if c.i in self._by_head), None)

    def phrase(self, token: Token, *, cue: Token | None = None) -> Span:
        """Return the whole noun phrase of a head: modifiers, appositions, relative clauses and coordination included.

        What only accompanies the act ("Lee, speaking in Oslo,", "Lee, under fire,") is left out.
        """
        top = token
        while top.dep == "conj" and self._parsed.head(top).pos in NOMINAL:
            top = self._parsed.head(top)
        tokens = [t for t in self._phrase_tokens(top, cue) if t.sent == top.sent]
        first, last = 0, len(tokens)
        dashes = [n for n, t in enumerate(tokens) if t.i < top.i and t.text in DASHES and self._is_dash(t)]
        first = dashes[-1] + 1 if dashes else first
        while first < last - 1 and (tokens[first].pos in LOOSE or self._shades(tokens[first], top)):
            first += 1
        while last - 1 > first and tokens[last - 1].pos in LOOSE and tokens[last - 1].text not in CLOSING:
            last -= 1
        return Span(tokens[first].start, tokens[last - 1].end)

    def _is_dash(self, token: Token) -> bool:
        """Say whether a mark parts two phrases: a hyphen inside a word ("vice-president", "Al-Shabaab") does not."""
        around = self._text[max(0, token.start - 1) : token.start] + self._text[token.end : token.end + 1]
        return any(c.isspace() for c in around) or token.text not in {"-", "–"}

    def _phrase_tokens(self, top: Token, cue: Token | None) -> list[Token]:
        found, stack = [], [top.i]
        while stack:
            token = self._parsed.tokens[stack.pop()]
            found.append(token.i)
            stack.extend(c.i for c in self._parsed.children(token) if not self._loose(c, top, cue))
        # a phrase is one stretch: what stands beyond a gap belongs to something else
        found.sort()
        at = found.index(top.i)
        first, last = at, at + 1
        while first > 0 and found[first - 1] == found[first] - 1:
            first -= 1
        while last < len(found) and found[last] == found[last - 1] + 1:
            last += 1
        return [self._parsed.tokens[i] for i in found[first:last]]

    def _loose(self, child: Token, top: Token, cue: Token | None) -> bool:
        """Say whether a dependent is no part of a phrase: the cue's own clause, or a circumstance after a comma."""
        if cue is not None and child.i == cue.i:
            return True
        if child.i < top.i or child.head != top.i:
            return False
        before = self._parsed.tokens[min(t.i for t in self._parsed.subtree(child)) - 1]
        return before.text == "," and (child.dep == "prep" or (child.dep in {"acl", "advcl"} and child.tag == "VBG"))

    def _shades(self, token: Token, top: Token) -> bool:
        """Say whether a word only shades a phrase: "even China"."""
        return token.dep == "advmod" and token.head == top.i and token.lemma in SHADES

    def _relative(self, verb: Token) -> Token | None:
        subjects = self._parsed.children(verb, "nsubj", "nsubjpass")
        return next((c for c in subjects if c.tag in {"WP", "WDT"} and verb.dep == "relcl"), None)

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

    def named(self, span: Span) -> Participant:
        """Return whoever a name in the layout means: the mention there, else one of that surname in the story."""
        words = span.of(self._text)
        there = self.in_span(span)
        if there is not None:
            return Participant(span=span, text=words, resolution=there.resolution)
        known = self.known(span)
        return Participant(span=span, text=words, resolution=known or Resolution(name=words, rule="as written"))

    def known(self, span: Span) -> Resolution | None:
        """Return who of the story's people has the surname that a span ends with."""
        last = span.of(self._text).split()[-1].casefold()
        for mention in self._resolved.mentions:
            who = mention.resolution
            if mention.kind is MentionKind.NAME and who is not None and who.name.casefold().split()[-1:] == [last]:
                return who
        return None

    def is_place(self, span: Span) -> bool:
        """Say whether a span is nothing but a place name."""
        return any(t.place is not None and t.span == span for t in self._resolved.toponyms)

    def told_of_before(self, quotation: Span, segment: Segment) -> Participant | None:
        """Return the person whom the sentence before a quotation is about: 'Lee was calm. "We will wait."'."""
        sentence = self._sentence_before(quotation.start, segment)
        if sentence is None:
            return None
        root = self._parsed.tokens[sentence.root]
        subject = next(self._parsed.children(root, "nsubj", "nsubjpass"), None)
        if subject is None or not (subject.ent == "PERSON" or subject.text.lower() in {"he", "she"}):
            return None
        return self.at(subject)

    def _sentence_before(self, at: int, segment: Segment) -> Sentence | None:
        """Return the report's own sentence that ends right before a place in a paragraph."""
        found = [s for s in self._parsed.sentences if segment.start <= s.start and s.end <= at]
        if not found or any(mark in self._text[found[-1].start : found[-1].end] for mark in '"“”'):
            return None
        return found[-1]

    def second_person(self, content: tuple[Span, ...]) -> bool:
        """Say whether a quotation speaks to somebody: "you", "your", or a form of address."""
        words = {t.text.lower() for s in content for t in self._parsed.tokens_in(s)}
        return bool(words & SECOND_PERSON) or any(v in s.of(self._text) for s in content for v in VOCATIVES)

    def _short(self, token: Token) -> Span:
        left = [t for t in self._parsed.subtree(token) if t.i <= token.i and t.sent == token.sent]
        return Span(left[0].start, token.end)
