"""How a verb stands: active or passive, where its auxiliary does not say so too; with a subject, as an infinitive."""

from __future__ import annotations

from dateline.model import ParsedStory, Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")


def is_passive(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a verb stands in the passive: with its auxiliary, or as a bare participle."""
    if parsed.has(token, "auxpass", "nsubjpass", "agent") or is_gapped(parsed, token):
        return True
    if token.tag != "VBN" or is_helped(parsed, token):
        return False
    if token.dep == "conj":
        return not has_subject(parsed, token) and is_passive(parsed, parsed.head(token))
    return token.dep in {"acl", "amod"} or (token.dep == "advcl" and _is_bare(parsed, token))


def is_gapped(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a joined participle shares the auxiliary before it: "two were hurt and forty arrested"."""
    if token.tag != "VBN" or is_helped(parsed, token) or not has_subject(parsed, token):
        return False
    if token.dep == "ROOT" and token.i > 0 and parsed.tokens[token.i - 1].text == ",":
        return True  # "Clara Ruiz, abducted in 2002, and two others were freed", taken for the sentence's verb
    if token.dep != "conj":
        return False
    return parsed.has(parsed.head(token), "auxpass")


def has_subject(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a verb has a subject of its own."""
    return parsed.has(token, *SUBJECTS, *PASSIVE_SUBJECTS)


def with_subject(parsed: ParsedStory, token: Token) -> Token:
    """Return the verb whose subject a joined verb shares; itself where it has its own, or is joined to none."""
    while token.dep == "conj" and not has_subject(parsed, token):
        token = parsed.head(token)
    return token


def is_infinitive(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a verb stands with "to"."""
    return any(child.lemma == "to" for child in parsed.children(token, "aux"))


def is_helped(parsed: ParsedStory, token: Token) -> bool:
    """Say whether an auxiliary other than that of the passive stands with a verb: "has met", "would be held"."""
    return parsed.has(token, "aux")


def _is_bare(parsed: ParsedStory, token: Token) -> bool:
    """Say whether a participle opens a clause without subject, mark or object: "Expelled in May, he returned"."""
    return not parsed.has(token, *SUBJECTS, "mark", "dobj", "xcomp", "ccomp")
