"""Which contexts an event stands in: those of its frame, and those that the words of its sentence show."""

from __future__ import annotations

from dateline.coding.drafts import Draft
from dateline.knowledge.contexts import ContextLexicon
from dateline.model import ParsedStory, Sentence


class SentenceContexts:
    """Reads the contexts of one story, once a sentence, however many drafts ask."""

    def __init__(self, parsed: ParsedStory, lexicon: ContextLexicon) -> None:
        self._parsed = parsed
        self._lexicon = lexicon
        self._shown: dict[int, tuple[str, ...]] = {}

    def of(self, draft: Draft) -> tuple[str, ...]:
        """Return the contexts of a draft in order of their names, each once."""
        sentence = self._parsed.sentences[self._parsed.tokens[draft.token].sent]
        if sentence.i not in self._shown:
            self._shown[sentence.i] = self._show(sentence)
        return tuple(sorted({*draft.contexts, *self._shown[sentence.i]}))

    def _show(self, sentence: Sentence) -> tuple[str, ...]:
        tokens = self._parsed.sentence_tokens(sentence)
        return self._lexicon.show([t.lemma for t in tokens], [t.text.lower() for t in tokens])
