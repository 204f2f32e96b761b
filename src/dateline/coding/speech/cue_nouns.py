"""Nouns and adjectives that report: "her claim that ...", "was confident that ..."."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.speech.cue_extents import Extents
from dateline.coding.speech.cue_words import Content, Cue, lexicon
from dateline.coding.speech.speakers import Speakers
from dateline.coding.structure.voices import is_infinitive
from dateline.knowledge.speech import CuePattern
from dateline.model import ContentForm, ParsedStory, Participant, SpeechAct, Token

OWNERS = frozenset({"NORP", "GPE", "ORG", "PERSON"})


def is_denied(token: Token, source: Participant | None, parsed: ParsedStory) -> bool:
    """Say whether a cue is denied: "did not say", "nobody said"."""
    denied = any(c.dep == "neg" or c.text.lower() == "never" for c in parsed.children(token))
    nobody = source is not None and source.text.lower().split()[0] in {"no", "nobody", "none", "neither"}
    return denied or nobody


class NounCues:
    """Reads the nouns and adjectives of one story as cues."""

    def __init__(self, parsed: ParsedStory, speakers: Speakers, extents: Extents) -> None:
        self._parsed = parsed
        self._speakers = speakers
        self._extents = extents

    def noun(self, token: Token, patterns: Sequence[CuePattern]) -> Cue | None:
        """Return the cue that a noun is, if somebody's words follow it."""
        for pattern in patterns:
            content = self._complement(token, pattern)
            if content is None:
                continue
            source, first = self._owner(token)
            if source is None:
                return None
            span = self._parsed.span(first, max(token.i, content.last) + 1)
            return Cue(token.i, span, pattern.act, source, content.spans, None, True, content.form)
        return None

    def _owner(self, token: Token) -> tuple[Participant | None, int]:
        """Return whose words a noun tells, and where the cue begins: "her claim", "made the claim"."""
        owner = next(self._parsed.children(token, "poss"), None)
        if owner is not None:
            between = [
                t.i for t in self._parsed.tokens[owner.i + 1 : token.i + 1] if t.text not in {"'s", "’s", "'", "’"}
            ]
            return self._speakers.at(owner), between[0]
        named = next((c for c in self._parsed.children(token, "amod", "compound", "nmod") if c.ent in OWNERS), None)
        if named is not None:
            return self._speakers.at(named), named.i + 1
        above = self._parsed.head(token)
        if token.dep == "dobj" and above.pos == "VERB":
            if any(p.act is SpeechAct.DENIES for p in lexicon().verbs.get(above.lemma, ())):
                return None, token.i  # "denied reports that ...": whose reports they are is not said
            return self._speakers.of_verb(above), self._extents.leftmost(above)
        agent = next((c for c in self._parsed.children(token, "prep", "agent") if c.lemma == "by"), None)
        inside = list(self._parsed.children(agent, "pobj")) if agent is not None else []
        return (self._speakers.at(inside[0]), token.i) if inside else (None, token.i)

    def adjective(self, token: Token, patterns: Sequence[CuePattern]) -> Cue | None:
        """Return the cue that a predicative adjective is, if what it is about follows."""
        verb = self._parsed.head(token)
        subject = next((c for c in self._parsed.children(verb, "nsubj") if c.lemma != "it"), None)
        if subject is None:
            return None
        for pattern in patterns:
            content = self._complement(token, pattern)
            if content is None:
                continue
            source = self._speakers.of_verb(verb)
            span = self._parsed.span(self._extents.leftmost(verb), max(token.i, content.last) + 1)
            negated = is_denied(verb, source, self._parsed)
            return Cue(token.i, span, pattern.act, source, content.spans, None, True, content.form, negated)
        return None

    def _complement(self, token: Token, pattern: CuePattern) -> Content | None:
        for child in self._parsed.children(token):
            if child.i < token.i:
                continue
            infinitive = is_infinitive(self._parsed, child)
            if child.dep in {"acl", "ccomp", "xcomp", "relcl"} and (child.dep != "relcl" or self._marked(child)):
                wanted = "infinitive" if infinitive else "clause"
                finite = infinitive or child.dep == "ccomp" or self._marked(child)
                if wanted in pattern.takes and finite:
                    form = ContentForm.INFINITIVE if infinitive else ContentForm.CLAUSE
                    return Content((self._extents.of(child, token),), token.i, form)
            if child.dep == "prep" and child.lemma in pattern.takes:
                inside = list(self._parsed.children(child, "pobj", "pcomp"))
                if inside:
                    return Content(
                        (self._extents.trimmed(self._parsed.subtree(inside[0])),), child.i, ContentForm.PHRASE
                    )
        return None

    def _marked(self, clause: Token) -> bool:
        return any(c.lemma == "that" and c.dep == "mark" for c in self._parsed.children(clause))
