"""What the last rules of the pipeline say of a word, remembered by the word.

The pipeline's attribute ruler and rule lemmatizer look at one word at a time, at its form, tag and relation, except for
a few rules over two words. What they said of a form with its tag and relation is kept and read from then on; a text
that two-word rules may touch goes through both as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.knowledge.lemmas import noun_lemmas, verb_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULED = ("attribute_ruler", "lemmatizer")
# Combinations kept; newswire of a year has about half as many. All are forgotten when there are more.
_KEPT = 120_000
# What a rule may look at for its answer to depend on the word alone.
_OWN = {"LOWER", "TAG", "DEP", "IS_SPACE", "ORTH"}


class Word(NamedTuple):
    """What is said of one word: lemma in lower case, part of speech, tag and relation."""

    lemma: str
    pos: str
    tag: str
    dep: str


class WordRules:
    """Answers for the attribute ruler and the lemmatizer of one pipeline."""

    def __init__(self, nlp: Language, pairs: list[tuple[Any, Any]]) -> None:
        """Use `WordRules.of`."""
        self._vocab = nlp.vocab
        self._pipes = [nlp.get_pipe(name) for name in RULED]
        self._pairs = pairs
        self._seconds: dict[str, bool] = {}
        self._kept: dict[tuple[int, int, int], Word] = {}

    @classmethod
    def of(cls, nlp: Language) -> WordRules | None:
        """Return the rules of a pipeline; None when it has others, or rules that look further than a word."""
        if not set(RULED) <= set(nlp.pipe_names):
            return None
        ruler: Any = nlp.get_pipe(RULED[0])
        lemmatizer: Any = nlp.get_pipe(RULED[1])
        if getattr(lemmatizer, "mode", None) != "rule" or not hasattr(ruler, "patterns"):
            return None
        patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
        if any(len(pattern) > 2 or set().union(*pattern) - _OWN for pattern in patterns):
            return None
        return cls(nlp, [(pattern[0], pattern[1]) for pattern in patterns if len(pattern) == 2])

    def read(self, docs: Sequence[Doc]) -> list[list[Word]]:
        """Return what is said of every word of some tagged and parsed texts."""
        from spacy.attrs import DEP, ORTH, TAG

        if len(self._kept) > _KEPT:
            self._kept.clear()
            self._seconds.clear()
        keys = [[(o, t, d) for o, t, d in doc.to_array([ORTH, TAG, DEP]).tolist()] for doc in docs]
        self._learn({key: None for own in keys for key in own if key not in self._kept})
        return [self._of(doc, own) for doc, own in zip(docs, keys, strict=True)]

    def _of(self, doc: Doc, keys: list[tuple[int, int, int]]) -> list[Word]:
        if not self._paired(doc):
            return [self._kept[key] for key in keys]
        return said_of(self._ruled(doc))

    def _learn(self, new: Iterable[tuple[int, int, int]]) -> None:
        """Ask the rules about words one by one: each stands between two marks that no rule over two words names."""
        from spacy.tokens import Doc

        keys = list(new)
        strings = self._vocab.strings
        words, tags, deps = (
            [part for key in keys for part in (strings[key[column]], mark)]
            for column, mark in enumerate((".", ".", "punct"))
        )
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        self._kept.update(zip(keys, said_of(self._ruled(doc))[::2], strict=True))

    def _ruled(self, doc: Doc) -> Doc:
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc

    def _paired(self, doc: Doc) -> bool:
        """Return whether a rule over two words may match somewhere."""
        forms = [token.lower_ for token in doc]
        # Hardly a form can be the second word of such a rule; which can is found out once a form.
        return any(self._second(form) and self._matches(doc, n) for n, form in enumerate(forms) if n)

    def _second(self, form: str) -> bool:
        known = self._seconds.get(form)
        if known is None:
            known = any(_fits(form, second.get("LOWER")) for _, second in self._pairs)
            self._seconds[form] = known
        return known

    def _matches(self, doc: Doc, n: int) -> bool:
        before, form = doc[n - 1], doc[n].lower_
        values = {"LOWER": before.lower_, "DEP": before.dep_, "TAG": before.tag_}
        return any(
            _fits(form, second.get("LOWER")) and all(_fits(value, first.get(name)) for name, value in values.items())
            for first, second in self._pairs
        )


def said_of(doc: Doc) -> list[Word]:
    """Return what a text that went through the rules says of its words; verbs and nouns take our own lists' lemmas."""
    own = {"VERB": verb_lemmas(), "NOUN": noun_lemmas()}
    return [
        Word(
            own.get(token.pos_, {}).get(token.lower_, token.lemma_.lower()),
            token.pos_,
            token.tag_,
            token.dep_,
        )
        for token in doc
    ]


def _fits(value: str, wanted: Any) -> bool:
    """Return whether a value may be the one that a rule wants; in doubt it may."""
    if isinstance(wanted, str):
        return value == wanted
    if isinstance(wanted, dict) and set(wanted) == {"IN"}:
        return value in wanted["IN"]
    if isinstance(wanted, dict) and set(wanted) == {"REGEX"}:
        return re.search(wanted["REGEX"], value) is not None
    return True
