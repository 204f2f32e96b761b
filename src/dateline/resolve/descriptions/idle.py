"""Words that name actors elsewhere and are things where they stand: "market forces", "a Texas house", "finance"."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.model import EntityKind, Token
from dateline.resolve.pieces.phrases import Phrase

if TYPE_CHECKING:
    from dateline.resolve.reader import Reader


class Idle:
    """Tells the idle words of one story."""

    def __init__(self, reader: Reader) -> None:
        self._r = reader

    def is_idle(self, phrase: Phrase) -> bool:
        """Say whether words that name actors elsewhere are a thing here: "market forces", "economic justice"."""
        token = self._r.syntax.tokens[phrase.head]
        before = self._r.syntax.tokens[phrase.head - 1] if phrase.head > phrase.first else None
        lists = self._r.words.definites
        if token.text == "parties" and self._deal(phrase):
            return True  # "all parties to the talks": states or whoever
        if self._is_named_thing(token) or self._is_of_a_thing(token):
            return True  # "Hurricane Ada", "the banks of the river"
        if token.text in lists["owned_things"] and any(c.tag == "PRP$" for c in self._r.syntax.parsed.children(token)):
            return True  # "his house was torched"
        owned = any(c.pos == "NOUN" for c in self._r.syntax.parsed.children(token, "poss"))
        if token.text == "house" and before is not None and before.ent == "PERSON":
            return True  # "at the Roe house"
        if token.text == "house" and (owned or self._r.syntax.indefinite(phrase.head)):
            return True  # "rented a Texas house", "his family's house"
        if self._r.teams.playing and token.lemma.lower() == "court":
            return True
        if phrase.core is not None and not phrase.core.country and self._is_of_a_post(token):
            return True
        if before is not None and f"{before.lemma.lower()} {token.text.lower()}" in lists["idle"]:
            return True
        bare = not any(self._r.syntax.parsed.children(token, "det", "poss"))
        if token.lemma == "management" and len(phrase.pieces) == 1 and self._is_met(token):
            return False  # "in talks with management"
        if token.lemma in lists["activities"] and bare and token.text.islower():
            return True  # "disaster management"
        if token.lemma not in lists["mass"] or phrase.last - phrase.first > 1:
            return False
        return token.tag == "NN" and token.text.islower() and bare

    @cached_property
    def storms(self) -> frozenset[str]:
        """The names of the story's storms."""
        tokens, kinds = self._r.syntax.tokens, self._r.words.names["storms"]
        after = (b for a, b in pairwise(tokens) if a.lemma.lower() in kinds and a.text[0].isupper())
        forms = self._r.words.forms.ends
        named = (t for t in after if t.tag == "NNP" and t.text.lower() not in forms)  # not "the Hurricane Center"
        return frozenset(t.text for t in named if self._r.find.noun(t.text.lower()) is None)

    def _is_named_thing(self, token: Token) -> bool:
        """Say whether a name is a storm's or, by the word before it, a county's, as Irish reports write it."""
        county = token.pos == "PROPN" and token.i > 0 and self._r.syntax.tokens[token.i - 1].text == "County"
        return county or token.text in self.storms

    def _is_of_a_thing(self, token: Token) -> bool:
        """Say whether "of" makes a noun for somebody a thing's: no banks of a river lend, no source of gas tells."""
        lists, children = self._r.words.definites, self._r.syntax.parsed.children
        if token.lemma in lists["marked"]:
            return not self._r.syntax.parsed.has(token, "compound", "amod", "nmod")  # "a giant of the steppe"
        if token.pos != "NOUN" or token.lemma not in lists["of_things"]:
            return False
        nouns = [n for p in children(token, "prep") if p.lemma == "of" for n in children(p, "pobj")]
        if token.lemma == "bank":
            return any(n.lemma.lower() in lists["waters"] for n in nouns)
        return bool(nouns)

    def _is_met(self, token: Token) -> bool:
        """Say whether somebody acts with or against who manages a firm, or these act themselves."""
        above = self._r.syntax.tokens[token.head]
        return token.dep in {"nsubj", "dobj"} or (token.dep == "pobj" and above.text in {"with", "against", "by"})

    def _is_of_a_post(self, token: Token) -> bool:
        """Say whether a word only says what a ministry is of: the finance of "the Ministry of Trade and Finance"."""
        top = self._r.syntax.first_joined(token.i)
        post = self._r.syntax.tokens[self._r.syntax.tokens[top.head].head]
        named = token.pos == "PROPN" and top.dep == "pobj" and self._r.syntax.tokens[top.head].text in {"of", "for"}
        heads = {"ministry", "department", "minister", "secretary"}
        return (
            named
            and top.i != token.i
            and post.pos == "PROPN"
            and post.lemma.lower() in heads
            and token.ent not in {"GPE", "PERSON"}
        )

    def _deal(self, phrase: Phrase) -> bool:
        """Say whether "parties" are those to a deal or conflict: nothing before them but a number, no party named."""
        tokens = self._r.syntax.tokens
        bare = all(t.dep in {"det", "nummod", "predet"} for t in tokens[phrase.first : phrase.head])
        sentence = self._r.syntax.parsed.sentences[tokens[phrase.head].sent]
        dealing = any(
            t.lemma in self._r.words.definites["dealing"] for t in self._r.syntax.parsed.sentence_tokens(sentence)
        )
        return bare and dealing and not self.partisan

    @cached_property
    def partisan(self) -> bool:
        """Whether the story names a political party."""
        named = (e.kind for own in self._r.pieces for p in own for e in p.entities)
        return any(kind is EntityKind.PARTY for kind in named)
