"""In which clause of a sentence a date stands, and under which saying an event."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from dateline.coding.status.status import PRESENT
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import has_subject, is_gapped
from dateline.knowledge.parties import party_words
from dateline.model import ParsedStory, Timex, Token

VERBAL_POS = frozenset({"VERB", "AUX"})
# Clauses with a time of their own, unless a conjunction of sameness opens them.
OWN_TIME = frozenset({"relcl", "acl", "ccomp", "advcl"})
SAME_TIME = frozenset({"as", "while", "when"})
# Under these stands another event with a time of its own.
OTHER_TIMES = frozenset(
    {"after", "before", "follow", "following", "since", "despite", "amid", "revenge", "retaliation", "response"}
)
# What words are about stands under these: "thanked Ottawa for its decision in March".
TOPICS = frozenset({"for", "over", "about", "of", "against", "to", "from"})
PAST = frozenset({"VBD", "VBN"})
# A passive or pluperfect told as past.
PAST_HELPERS = frozenset({"had", "was", "were", "'d"})
# Words that take up a party as the subject or object of news of its own, and what sets their clause off.
RESUMING = frozenset({"who", "which", "whom"})
# Before a deed in whose course, or by which, another was done.
COURSES = frozenset({"in", "during", "by", "at"})
PAPERS = party_words().set("papers")
DASHES = frozenset({",", "-", "\u2013", "\u2014"})
PERFECT = frozenset({"have", "has", "had", "'ve", "'d"})
MAX_CLIMB = 12


class Clauses:
    """Reads the clauses of one story."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._parsed = graph.parsed

    def above(self, token: Token) -> Iterator[Token]:
        """Yield what a token hangs on, upwards to the sentence's root."""
        for _ in range(MAX_CLIMB):
            if token.head == token.i:
                return
            token = self._parsed.head(token)
            yield token

    def is_of_next(self, timex: Timex, token: Token) -> bool:
        """Say whether a date stands in a clause joined behind an event's, with a subject of its own.

        "Fifty were arrested, and the chief of police resigned on Sunday": Sunday is when he resigned.
        """
        joined = (v for v in self._apart(timex, token) if v.dep == "conj" and has_subject(self._parsed, v))
        verb = next((v for v in joined if v.pos in VERBAL_POS), None)
        return verb is not None and self._is_set_off(verb) and not is_gapped(self._parsed, verb)

    def _apart(self, timex: Timex, token: Token) -> Iterator[Token]:
        """Yield a date and what it hangs on, upwards to where an event hangs, too."""
        own = {token.i, *(t.i for t in self.above(token))}
        first = self._parsed.tokens[timex.first]
        return takewhile(lambda node: node.i not in own, (first, *self.above(first)))

    def _is_set_off(self, verb: Token) -> bool:
        """Say whether a comma parts a clause from the one that it joins: ", and the chief resigned"."""
        start = min(t.i for t in self._parsed.subtree(verb))
        return any(t.text == "," for t in self._parsed.tokens[max(0, start - 2) : start])

    def in_another(self, timex: Timex, token: Token) -> bool:
        """Say whether a date stands in a clause with a time of its own that an event does not belong to.

        "Russia, which has had a base there since 2003, urged both sides to stop": 2003 is no date of the urging.
        """
        clauses = (v for v in self._apart(timex, token) if v.dep in OWN_TIME and v.pos in VERBAL_POS)
        return any(not self._same_time(verb) for verb in clauses)

    def _same_time(self, verb: Token) -> bool:
        marks = [c.text.lower() for c in self._parsed.children(verb, "mark", "advmod")]
        when = verb.dep == "relcl" and "when" in marks  # "three of them boys, when gunfire erupted on Tuesday"
        return when or (verb.dep == "advcl" and not SAME_TIME.isdisjoint(marks))

    def is_about(self, timex: Timex, token: Token) -> bool:
        """Say whether a date belongs to what words are about, not to when they were said."""
        below = self._parsed.tokens[timex.first]
        nouns = 0
        for node in self.above(below):
            if node.i == token.i:
                return nouns > 0 and below.dep == "prep" and below.lemma in TOPICS
            noun = node.pos in {"NOUN", "PROPN"} and not timex.first <= node.i < timex.last
            nouns += noun or node.dep == "pcomp"  # "accused him of steering the deal in 2009"
            below = node
        return False

    def is_beside(self, timex: Timex, token: Token) -> bool:
        """Say whether a date belongs to what a noun below an event is: "Ghana, a member since 1963, closed its border".

        So it does in "cancelled a treaty signed in 1999"; "the raid carried out on Monday" is the event's own.
        """
        first = self._parsed.tokens[timex.first]
        for node in (first, *self.above(first)):
            if node.i == token.i:
                return False
            if node.pos in VERBAL_POS and self._same_time(node):
                return False
            if node.dep == "poss" and timex.first <= node.i < timex.last and node.head != token.i:
                return not self._is_above(self._parsed.head(node), token)  # "held two men over last week's raid"
            own = (
                timex.first <= node.i < timex.last
            )  # "signed by the two sides Thursday", with the day taken for a name
            if (node.dep == "appos" and not own) or (node.dep == "acl" and node.head != token.i):
                return not self._is_above(node, token)
            if self._dates_other(timex, node) and not self._is_above(node, token):
                return True
        return False

    def _dates_other(self, timex: Timex, node: Token) -> bool:
        """Say whether a date belongs to what an event came after or before: "met him after the raid of last week"."""
        if node.lemma not in OTHER_TIMES or node.dep not in {"prep", "pcomp", "pobj"}:
            return False
        below = next(self._parsed.children(node, "pobj", "pcomp"), None)
        return below is not None and not timex.first <= below.i < timex.last and below.i < timex.first

    def _is_above(self, node: Token, token: Token) -> bool:
        return any(above.i == node.i for above in self.above(token))

    def tellings(self, token: Token) -> Iterator[Token]:
        """Yield the verbs of saying that an event stands under, the nearest first."""
        below = token
        for node in self.above(token):
            if below.dep in {"ccomp", "parataxis"} and node.pos in VERBAL_POS and below.pos in VERBAL_POS:
                yield node
            if below.dep in {"relcl", "acl"}:
                return
            below = node

    def holder(self, token: Token) -> Token | None:
        """Return the verb in whose course a deed of a relative clause was done, told as past; None: there is none.

        "Read a message in which they accused him", "searched a school, where they arrested a teacher".
        """
        noun = self._parsed.head(token)
        if token.dep != "relcl" or token.tag != "VBD" or noun.pos not in {"NOUN", "PROPN"}:
            return None
        if not ((is_in_which(self._parsed, token) and self._is_course(noun)) or self._is_where(token)):
            return None
        above = next((node for node in self.above(token) if node.pos in VERBAL_POS), None)
        if above is None or self._is_perfect(above):
            return None
        return above if self._is_past(above) or self._is_past(self._parsed.first_joined(above)) else None

    def _is_course(self, noun: Token) -> bool:
        """Say whether the deed above was done in the course of a noun, or made it, a paper; none "condemned a raid"."""
        above = self._parsed.head(noun)
        return (noun.dep == "dobj" and noun.lemma in PAPERS) or (noun.dep == "pobj" and above.lemma in COURSES)

    def _is_where(self, verb: Token) -> bool:
        """Say whether a clause goes on at the place to which the one before led: ", where they arrested him"."""
        where = next((c for c in self._parsed.children(verb, "advmod") if c.text.lower() == "where"), None)
        return where is not None and where.i > 0 and self._parsed.tokens[where.i - 1].text in DASHES

    def _is_perfect(self, verb: Token) -> bool:
        return any(c.text.lower() in PERFECT for c in self._parsed.children(verb, "aux"))

    def dates_telling(self, timex: Timex, token: Token) -> bool:
        """Say whether a date stands with a verb of saying above an event: it tells when that was said."""
        return any(timex.first in {t.i for t in self._graph.core(verb.i)} for verb in self.tellings(token))

    def is_told_now(self, token: Token) -> bool:
        """Say whether a clause goes on with the report's news: a main clause in the simple past."""
        if token.pos not in VERBAL_POS:
            return False
        verb, aside, own = token, False, False
        while verb.dep in {"conj", "xcomp", "ccomp", "advcl"} and verb.head != verb.i and not own:
            if self._is_main(verb):
                break
            own = verb.dep == "conj" and has_subject(self._parsed, verb)
            aside |= verb.dep == "advcl" and verb.tag != "VBG" and not self._same_time(verb)
            verb = verb if own else self._parsed.head(verb)
        parts = (token, verb) if token.dep != "xcomp" else (verb,)
        perfect = any(c.text.lower() in PERFECT for part in parts for c in self._parsed.children(part, "aux"))
        present = any(c.tag in PRESENT for c in self._parsed.children(verb, "auxpass"))  # "are backed by"
        first = self._parsed.first_joined(verb) if own else verb
        past = self._is_past(verb) or self._is_past(first)
        return self._is_main(first) and past and not aside and not perfect and not present

    def _is_main(self, verb: Token) -> bool:
        """Say whether a verb heads its sentence, or a past tense that was taken to describe the sentence's subject.

        So does the verb before a semicolon, which ends a sentence as well as a stop does.
        """
        above = self._parsed.head(verb)
        described = verb.dep == "acl" and verb.tag == "VBD" and above.dep in {"ROOT", "nsubj"}
        hung = verb.dep == "advcl" and verb.tag == "VBD" and above.dep == "ROOT" and above.pos in {"NOUN", "PROPN"}
        hung = hung and not self._parsed.has(verb, "mark")
        return verb.dep == "ROOT" or described or hung or self._is_closed(verb, above)

    def _is_closed(self, verb: Token, above: Token) -> bool:
        """Say whether a semicolon parts a verb from the sentence's own behind it."""
        if verb.dep not in {"ccomp", "parataxis", "dep"} or above.dep != "ROOT" or above.i < verb.i:
            return False
        return any(t.text == ";" for t in self._parsed.tokens[verb.i : above.i])

    def _is_past(self, verb: Token) -> bool:
        going_on = verb.tag == "VBG" and any(c.tag == "VBD" for c in self._parsed.children(verb, "aux"))
        return verb.tag in PAST or going_on  # "was handing out bread"


def is_in_which(parsed: ParsedStory, verb: Token) -> bool:
    """Say whether a clause tells what was done in the course of something: "the raid in which they shot him"."""
    preps = (c for c in parsed.children(verb, "prep") if c.lemma in {"in", "during"})
    return any(w.tag == "WDT" for prep in preps for w in parsed.children(prep, "pobj"))


def is_told_aside(parsed: ParsedStory, verb: Token) -> bool:
    """Say whether a relative clause tells news of its own: set off by a comma, in the past, of one time.

    "Chile, which expelled the envoy in May, ..." does; "forces that fought for it" and "which works with it" describe.
    """
    helpers = list(parsed.children(verb, "aux", "auxpass"))
    past = verb.tag == "VBD" or (verb.tag == "VBN" and any(a.text.lower() in PAST_HELPERS for a in helpers))
    if verb.dep != "relcl" or not past or any(a.tag == "MD" for a in helpers):
        return False
    first = min(t.i for t in parsed.subtree(verb))
    while parsed.tokens[first].text in DASHES:
        first += 1
    return first > 0 and parsed.tokens[first].lemma in RESUMING and parsed.tokens[first - 1].text in DASHES
