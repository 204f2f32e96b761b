"""Where the name of a body ends that goes on behind its head: "the Ministry of Public Security"."""

from __future__ import annotations

from collections.abc import Collection

from dateline.resolve.pieces.syntax import Syntax

# How many words behind the head may still be of the name.
TAIL = 8
# Words in small letters that stand inside names.
INSIDE = frozenset({"of", "for", "and", "the", "on", "&", ","})
# With what a name goes on.
ON = frozenset({"of", "for", "on", "to"})


def name_end(head: int, last: int, syntax: Syntax, legal: Collection[str]) -> int:
    """Return the token behind a name that the parser takes for one body past "of" or "for"; else `last`.

    Args:
        head: Head of the phrase.
        last: Where the phrase ends so far.
        syntax: The story.
        legal: Legal forms of firms, in small letters, behind which "of" and a place belong to the name.
    """
    tokens = syntax.tokens
    token = tokens[head]
    if token.pos != "PROPN" or not token.text[0].isupper() or last >= len(tokens) or last != head + 1:
        return last
    if tokens[last].text not in ON:
        return last
    firm = token.text.lower().rstrip(".") in legal
    at = end = last
    while at < min(last + TAIL, len(tokens)) and (tokens[at].text[0].isupper() or tokens[at].text in INSIDE):
        kind = tokens[at].ent
        if not (kind == "ORG" == token.ent or (firm and kind in {"GPE", ""})):
            break
        at += 1
        end = at if tokens[at - 1].text[0].isupper() else end
    return end
