"""What a verb of speech, thought or attitude reports: a clause, an infinitive, a gerund, an object."""

from __future__ import annotations

from dateline.coding.speech.cue_extents import Extents
from dateline.coding.speech.cue_words import Content, lexicon
from dateline.coding.speech.speakers import QUOTING
from dateline.coding.structure.voices import is_infinitive
from dateline.knowledge.speech import CuePattern
from dateline.model import ContentForm, ParsedStory, Token

CLAUSES = ("ccomp", "parataxis")
CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})
# Longest object of an attitude, in words: more is a parser's slip.
MAX_OBJECT = 60


class Contents:
    """Finds what the verbs of one story report."""

    def __init__(self, parsed: ParsedStory, extents: Extents) -> None:
        self._parsed = parsed
        self._extents = extents

    def of(self, token: Token, anchor: Token, pattern: CuePattern, passive: bool) -> Content | None:
        """Return what a verb reports, if it stands with one of the forms that its pattern takes."""
        takes = pattern.takes
        if "clause" in takes and (found := self._clause(token, anchor)):
            return found
        if passive:
            return self._passive(token, pattern)
        if "object-infinitive" in takes and (found := self._object_infinitive(token, anchor)):
            return found
        if "infinitive" in takes and (found := self._infinitive(token)):
            return found
        if "gerund" in takes and (found := self._gerund(token, anchor)):
            return found
        return self._object(token, anchor, pattern) if "object" in takes else None

    def _clause(self, token: Token, anchor: Token) -> Content | None:
        for child in self._parsed.children(token, *CLAUSES):
            if child.pos in CLAUSAL and not self._is_apart(child, token):
                return Content((self._extents.of(child, token),), anchor.i)
        quoting = self._parsed.head(self._parsed.head(token)) if token.dep == "pcomp" else None
        if quoting is not None and quoting.lemma in QUOTING and (said := self.before(quoting)) is not None:
            return Content((self._extents.of(said, quoting),), anchor.i)
        told = self._told_that(token)
        if told is not None:
            return Content((self._extents.of(told, token),), anchor.i)
        above = self._parsed.head(token)
        if token.dep == "parataxis" and above.i != token.i:
            return Content(self._extents.around(above, token), anchor.i)
        as_clause = token.dep == "advcl" and any(
            c.text.lower() == "as" for c in self._parsed.children(token, "mark", "advmod")
        )
        if (as_clause or self._closes(token)) and not list(self._parsed.children(token, "dobj", "xcomp")):
            return Content(self._extents.around(above, token), anchor.i)
        return None

    def before(self, quoting: Token) -> Token | None:
        """Return what a closing verb of quoting is about: "The port is shut, Tass quoted him as saying"."""
        clauses = self._parsed.children(quoting, *CLAUSES)
        return next((c for c in clauses if c.i < quoting.i and c.pos in CLAUSAL), None)

    def made_known(self, token: Token) -> Content | None:
        """Return what somebody "makes it known" or "makes it plain": the clause of "that" below."""
        for child in self._parsed.children(token, "ccomp"):
            if not self.is_made_known(child):
                continue
            clauses = self._parsed.children(child, "ccomp", "advcl")
            told = next((c for c in clauses if any(m.lemma == "that" for m in self._parsed.children(c, "mark"))), None)
            if told is not None:
                return Content((self._extents.of(told, child),), child.i)
        return None

    def is_made_known(self, child: Token) -> bool:
        """Say whether a word is what somebody makes "it", or makes: "let it be known", "made clear"."""
        words = lexicon().words
        above = self._parsed.head(child)
        it = all(c.lemma == "it" for c in self._parsed.children(child, "nsubj", "nsubjpass"))
        return it and child.lemma in words.made and child.dep == "ccomp" and above.lemma in words.making

    def _told_that(self, token: Token) -> Token | None:
        """Return what somebody is told where the parser hangs it on whoever is: "told a news conference that ..."."""
        if token.lemma not in lexicon().words.told:
            return None
        for told in self._parsed.children(token, "dobj"):
            for clause in self._parsed.children(told, "acl"):
                if self._parsed.has(clause, "mark") and self._parsed.has(clause, "nsubj", "nsubjpass"):
                    return clause
        return None

    def _closes(self, token: Token) -> bool:
        """Say whether a cue closes its sentence and the parser takes it for an adverbial: "It held, the mayor said"."""
        if token.dep != "advcl" or self._parsed.has(token, "mark", "advmod") or not self._parsed.has(token, "nsubj"):
            return False
        tokens = list(self._parsed.subtree(token))
        last = self._parsed.sentence_tokens(self._parsed.sentences[token.sent])[-1].i
        return self._parsed.tokens[tokens[0].i - 1].text == "," and tokens[-1].i >= last - 1

    def _is_apart(self, child: Token, token: Token) -> bool:
        """Say whether a semicolon or colon ends a clause before what is said: "Lima denies it; he says he ..."."""
        if child.i > token.i:
            return False
        between = {t.text for t in self._parsed.tokens[child.i : token.i]}
        return bool(between & {";", ":"})

    def _passive(self, token: Token, pattern: CuePattern) -> Content | None:
        """Read "the plan was criticised by the union", "talks are expected to resume"."""
        subject = next((c for c in self._parsed.children(token, "nsubjpass") if c.tag not in {"WDT", "WP"}), None)
        if subject is None:
            return None
        spans = [self._extents.trimmed(self._parsed.subtree(subject))]
        after = [c for c in self._parsed.children(token, "xcomp", "oprd", "prep") if c.i > token.i]
        goes_on = [c for c in after if c.dep != "prep" or c.lemma == "as"]
        if goes_on:
            spans.append(self._extents.trimmed(self._parsed.subtree(goes_on[0])))
        agent = self._parsed.has(token, "agent")
        if pattern.needs and not goes_on:
            return None
        if not goes_on and not agent:
            return None
        return Content(tuple(spans), token.i, ContentForm.PHRASE)

    def _object_infinitive(self, token: Token, anchor: Token) -> Content | None:
        children = list(self._parsed.children(anchor, "dobj", "pobj", "dative"))
        to = next((c for c in self._parsed.children(token, "xcomp", "advcl") if is_infinitive(self._parsed, c)), None)
        if not children or to is None or to.i < children[0].i:
            return None
        tokens = [*self._parsed.subtree(children[0]), *self._parsed.subtree(to)]
        return Content((self._extents.trimmed(tokens),), anchor.i, ContentForm.INFINITIVE)

    def _infinitive(self, token: Token) -> Content | None:
        to = next((c for c in self._parsed.children(token, "xcomp") if is_infinitive(self._parsed, c)), None)
        if to is None:
            return None
        return Content((self._extents.trimmed(self._parsed.subtree(to)),), token.i, ContentForm.INFINITIVE)

    def _gerund(self, token: Token, anchor: Token) -> Content | None:
        deps = ("xcomp",) if anchor.i == token.i else ("pcomp",)
        child = next((c for c in self._parsed.children(anchor, *deps) if c.i > anchor.i), None)
        if child is None or is_infinitive(self._parsed, child):
            return None
        return Content((self._extents.trimmed(self._parsed.subtree(child)),), anchor.i, ContentForm.PHRASE)

    def _object(self, token: Token, anchor: Token, pattern: CuePattern) -> Content | None:
        deps = ("dobj",) if anchor.i == token.i or anchor.dep == "prt" else ("pobj",)
        holder = anchor if deps == ("pobj",) else token
        found = next((c for c in self._parsed.children(holder, *deps) if c.i > anchor.i), None)
        if found is None or found.tag in {"WP", "WDT"} or found.lemma in lexicon().words.empty_objects:
            return None
        told = self._told_about(token, found)
        if told is not None:
            return told
        tokens = list(self._parsed.subtree(found))
        tail = self._tail(token, found) if holder is token else []
        if pattern.needs and not any(self._meets(c, pattern) for c in tail):
            return None
        tokens.extend(t for c in tail for t in self._parsed.subtree(c))
        if len(tokens) > MAX_OBJECT:
            return None
        return Content((self._extents.trimmed(tokens),), anchor.i, ContentForm.PHRASE)

    def _told_about(self, token: Token, told: Token) -> Content | None:
        """Read "asked her about the plan": the content follows the preposition."""
        if token.lemma not in lexicon().words.told:
            return None
        about = next((c for c in self._parsed.children(token, "prep") if c.lemma == "about" and c.i > told.i), None)
        inside = list(self._parsed.children(about, "pobj", "pcomp")) if about is not None else []
        if not inside or about is None:
            return None
        return Content((self._extents.trimmed(self._parsed.subtree(inside[0])),), about.i, ContentForm.PHRASE)

    def _meets(self, child: Token, pattern: CuePattern) -> bool:
        if child.dep in {"oprd", "attr", "xcomp", "ccomp"}:
            return "predicate" in pattern.needs
        return child.lemma in pattern.needs

    def _tail(self, token: Token, found: Token) -> list[Token]:
        """Return what goes on after an object: "for her vote", "as a mistake"."""
        tail = []
        for child in self._parsed.children(token):
            if child.i <= found.i:
                continue
            goes_on = child.dep == "prep" and child.lemma in lexicon().words.goes_on
            if not goes_on and child.dep not in {"oprd", "xcomp", "acl", "dative"}:
                break
            tail.append(child)
        return tail
