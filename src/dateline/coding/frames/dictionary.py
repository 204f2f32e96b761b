"""Codes events with a user's PETRARCH verb dictionary instead of Dateline's frames.

Word order rather than grammar carries these dictionaries, so a pattern's elements must follow one another around the
verb within its clause; who is source and target comes from the parse: subject and object, exchanged in passives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.knowledge.petrarch_verbs import Item, Pattern, VerbEntry
from dateline.model import Mention, ParsedStory, ResolvedStory, Token

CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis"})
ACTOR_MARKS = frozenset("$+%^")


@dataclass(frozen=True, slots=True)
class DictionaryEvent:
    """An event that a verb dictionary found: code, trigger token, and both sides."""

    code: str
    trigger: int
    sources: tuple[Mention, ...]
    targets: tuple[Mention, ...]


class DictionaryCoder:
    """Finds the verbs of a dictionary and applies the longest pattern that fits."""

    def __init__(self, verbs: Iterable[VerbEntry]) -> None:
        self._by_form: dict[str, list[VerbEntry]] = {}
        for entry in verbs:
            for form in entry.forms:
                self._by_form.setdefault(form, []).append(entry)
        for entries in self._by_form.values():
            entries.sort(key=lambda e: -(len(e.before) + len(e.after)))

    def code(self, resolved: ResolvedStory) -> tuple[DictionaryEvent, ...]:
        """Return the events of a story, in text order."""
        found: list[DictionaryEvent] = []
        for sentence in resolved.parsed.sentences:
            for token in resolved.parsed.sentence_tokens(sentence):
                found.extend(self._at(token, resolved))
        return tuple(found)

    def _at(self, token: Token, resolved: ResolvedStory) -> Iterator[DictionaryEvent]:
        parsed = resolved.parsed
        if token.pos not in {"VERB", "AUX", "NOUN", "PROPN", "ADJ"}:
            return
        entry = next((e for e in self._by_form.get(token.text.lower(), ()) if _goes_with(e, token, parsed)), None)
        if entry is None:
            return
        sources, targets = _sides(token, resolved)
        words = _clause(token, parsed)
        open_to = (p for p in entry.patterns if len(sources) > 1 or not _asks_for_compound(p))
        pattern = next((p for p in open_to if _fits(p, token, words, resolved)), None)
        code, reverse = (pattern.code, pattern.reverse) if pattern else (entry.code, entry.reverse)
        if pattern and _asks_for_compound(pattern):
            yield from _each_way(code, token, sources)
            return
        if code and sources:
            yield DictionaryEvent(code, token.i, sources, targets)
        if reverse and sources and targets:
            yield DictionaryEvent(reverse, token.i, targets, sources)


def _asks_for_compound(pattern: Pattern) -> bool:
    return any(item.mark == "%" for item in pattern.before)


def _each_way(code: str, token: Token, sides: tuple[Mention, ...]) -> Iterator[DictionaryEvent]:
    for one in sides:
        others = tuple(other for other in sides if other is not one)
        yield DictionaryEvent(code, token.i, (one,), others)


def _goes_with(entry: VerbEntry, token: Token, parsed: ParsedStory) -> bool:
    before = [t.text.lower() for t in parsed.tokens[max(0, token.i - len(entry.before)) : token.i]]
    after = [t.text.lower() for t in parsed.tokens[token.i + 1 : token.i + 1 + len(entry.after)]]
    return before == list(entry.before) and after == list(entry.after)


def _clause(token: Token, parsed: ParsedStory) -> list[Token]:
    stack, found = [token.i], [token]
    while stack:
        for child in parsed.children(parsed.tokens[stack.pop()]):
            if child.dep in CLAUSES:
                continue
            found.append(child)
            stack.append(child.i)
    return sorted(found, key=lambda t: t.i)


def _fits(pattern: Pattern, verb: Token, words: Sequence[Token], resolved: ResolvedStory) -> bool:
    heads = {mention.head for mention in resolved.mentions}
    before = [t for t in words if t.i < verb.i]
    after = [t for t in words if t.i > verb.i]
    return _in_order(pattern.before, before, heads) and _in_order(pattern.after, after, heads)


def _in_order(items: Sequence[Item], words: Sequence[Token], heads: set[int]) -> bool:
    at = 0
    for item in items:
        place = next((n for n in range(at, len(words)) if _at_word(item, words, n, heads)), None)
        if place is None:
            return False
        at = place + _at_word(item, words, place, heads)
    return True


def _at_word(item: Item, words: Sequence[Token], n: int, heads: set[int]) -> int:
    if item.mark in ACTOR_MARKS and item.mark:
        return int(words[n].i in heads)
    for phrase in item.phrases:
        inside = words[n : n + len(phrase)]
        if len(inside) == len(phrase) and all(_same(t, word) for t, word in zip(inside, phrase, strict=True)):
            return len(phrase)
    return 0


def _same(token: Token, word: str) -> bool:
    return token.text.lower() == word or token.lemma == word


def _sides(verb: Token, resolved: ResolvedStory) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    parsed = resolved.parsed
    passive = any(child.dep in {"nsubjpass", "auxpass"} for child in parsed.children(verb))
    subject = _subject(verb, resolved)
    # Whoever shares the subject with this verb ("agreed to sign") is not its target.
    below = [m for m in _mentions(_clause(verb, parsed), resolved) if m not in subject and m.head > verb.i]
    if not below:
        below = _complement_subject(verb, resolved)
    if passive:
        agents = [m for child in parsed.children(verb, "agent") for m in _mentions(parsed.subtree(child), resolved)]
        return _first_group(agents or below, parsed), subject
    return subject, _first_group([m for m in below if m not in subject], parsed)


def _complement_subject(verb: Token, resolved: ResolvedStory) -> list[Mention]:
    parsed = resolved.parsed
    # Only what follows: in "Norway will sign, an official said" the clause is not the official's target.
    clauses = (clause for clause in parsed.children(verb, "ccomp") if clause.i > verb.i)
    subjects = (child for clause in clauses for child in parsed.children(clause, "nsubj", "nsubjpass"))
    return [m for child in subjects for m in _mentions(parsed.subtree(child), resolved)]


def _subject(verb: Token, resolved: ResolvedStory) -> tuple[Mention, ...]:
    parsed = resolved.parsed
    token = verb
    for _ in range(5):
        for child in parsed.children(token, "nsubj", "nsubjpass", "csubj", "poss"):
            found = _first_group(_mentions(parsed.subtree(child), resolved), parsed)
            # "Norway indicated it deplored ...": a pronoun stands for the subject above.
            if found or child.pos != "PRON":
                return found
        above = parsed.head(token)
        if token.dep == "relcl":
            return tuple(m for m in _mentions((above,), resolved))
        if above.i == token.i:
            return ()
        token = above
    return ()


def _mentions(tokens: Iterable[Token], resolved: ResolvedStory) -> list[Mention]:
    inside = {token.i for token in tokens}
    return [m for m in resolved.mentions if m.head in inside and m.resolution is not None]


def _first_group(found: Sequence[Mention], parsed: ParsedStory) -> tuple[Mention, ...]:
    if not found:
        return ()
    group = [found[0]]
    for mention in found[1:]:
        if _coordinated(parsed.tokens[mention.head], {m.head for m in group}, parsed):
            group.append(mention)
    return tuple(group)


def _coordinated(token: Token, heads: set[int], parsed: ParsedStory) -> bool:
    for _ in range(4):
        if token.dep not in {"conj", "compound", "appos", "nmod"}:
            return False
        token = parsed.head(token)
        if token.i in heads:
            return True
    return False
