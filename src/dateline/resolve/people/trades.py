"""What somebody does for a living, by what a report says that he does: "Ann Roe, who teaches history"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.model import MentionKind, Token
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.pieces.syntax import Syntax

RULE = "by what the story says he does"
# Sectors that tell nothing.
NOTHING = frozenset({(), ("UNK",)})
TEACHING, RUNNING = frozenset({"teach", "lecture"}), frozenset({"run", "campaign", "stand", "vie"})
# Verbs of who owns or makes a firm, heads a body and works for it.
OWNING = frozenset({"own", "run", "operate", "found", "co-found", "manage", "start", "establish", "build", "sell"})
HEADING = frozenset(
    {"chair", "head", "lead", "direct", "command", "coordinate", "oversee", "represent", "manage", "run"}
)
WORKING = frozenset({"work", "serve", "study", "fight"})
# What candidates run for, what makes its manager a party's, and its writer a journalist.
POSTS = frozenset(
    {"congress", "office", "governor", "president", "presidency", "mayor", "senate", "house", "parliament"}
    | {"re-election", "reelection", "election", "seat", "nomination", "sheriff", "council", "legislature"}
)
CAMPAIGNS, PAPERS = frozenset({"campaign"}), frozenset({"blog", "newspaper", "magazine", "column", "website", "site"})
FIRMS = frozenset(
    {"company", "firm", "business", "farm", "store", "shop", "restaurant", "hotel", "bakery", "bar", "factory"}
)
NAMING = frozenset({"name", "call"})
BODY_TIES = frozenset({"at", "for", "with", "in", "of", "from"})


def tell(cast: Cast, syntax: Syntax) -> None:
    """Give people of no known trade the sectors of what they are said to do.

    Args:
        cast: The story's characters; their drafts are changed.
        syntax: The story.
    """
    by_head = {d.head: d for c in cast.characters for d in c.drafts}
    for character in cast.characters:
        if not _is_open(character):
            continue
        own = (d for d in character.drafts if d.kind is MentionKind.NAME)
        sectors = next((s for d in own if (s := _told(d, syntax, by_head))), ())
        for draft in character.drafts if sectors else ():
            known = draft.resolution
            if known is not None and known.sectors in NOTHING:
                draft.resolution = replace(known, sectors=sectors, rule=f"{known.rule}; {RULE}")


def _is_open(character: Character) -> bool:
    known = [d.resolution for d in character.drafts if d.resolution]
    plain = all(r.sectors in NOTHING and r.entity is None and r.role is None for r in known)
    return bool(character.person) and not character.plural and plain and bool(known)


def _told(draft: Draft, syntax: Syntax, by_head: Mapping[int, Draft]) -> tuple[str, ...]:
    """Return the sectors of what somebody is said to do where a name stands."""
    token = syntax.tokens[draft.head]
    above = syntax.tokens[token.head]
    if token.dep in {"oprd", "dobj", "attr"} and above.dep == "acl" and above.lemma in NAMING:
        noun = by_head.get(above.head)
        return noun.resolution.sectors if noun and noun.resolution and noun.person else ()
    return next((s for verb in _verbs(token, syntax) if (s := _deed(verb, syntax, by_head))), ())


def _verbs(token: Token, syntax: Syntax) -> Iterator[Token]:
    """Return what a person is said to do: the verb whose subject the name is, and those of its clauses."""
    above = syntax.tokens[token.head]
    if token.dep == "nsubj" and not any(syntax.parsed.children(above, "neg")):
        yield above
    for verb in syntax.parsed.children(token, "relcl", "acl"):
        if not any(syntax.parsed.children(verb, "neg")):
            yield verb


def _deed(verb: Token, syntax: Syntax, by_head: Mapping[int, Draft]) -> tuple[str, ...]:
    children = syntax.parsed.children
    objects = list(children(verb, "dobj"))
    aims = [n for p in children(verb, "prep") if p.text == "for" for n in children(p, "pobj")]
    if verb.lemma in RUNNING and any(n.lemma.lower() in POSTS for n in aims):
        return ("PTY",)
    if verb.dep not in {"relcl", "acl"}:
        return ()
    if verb.lemma in TEACHING:
        return ("EDU",)
    if verb.lemma in OWNING | HEADING and objects:
        return _headed(verb, objects[0], syntax, by_head)
    as_what = [n for p in children(verb, "prep") if p.text == "as" for n in children(p, "pobj")]
    nouns = [known for n in as_what if (known := by_head.get(n.i)) and known.resolution and verb.lemma in WORKING]
    if nouns and nouns[0].resolution and nouns[0].resolution.sectors not in NOTHING:
        return nouns[0].resolution.sectors[:1]
    behind = [n for p in children(verb, "prep") if p.text in {"at", "for", "with"} for n in children(p, "pobj")]
    if verb.lemma == "write" and verb.tag == "VBG" and behind:
        return ("JRN",)
    return _body(behind, by_head) if verb.lemma in WORKING else ()


def _headed(verb: Token, thing: Token, syntax: Syntax, by_head: Mapping[int, Draft]) -> tuple[str, ...]:
    """Return what whoever heads or owns something is."""
    if thing.lemma in CAMPAIGNS:
        return ("PTY",)
    if thing.lemma in PAPERS:
        return ("JRN",)
    below = [
        n
        for p in syntax.parsed.children(thing, "prep")
        if p.text in BODY_TIES
        for n in syntax.parsed.children(p, "pobj")
    ]
    found = _body([thing, *below], by_head)
    return found or (("BUS",) if verb.lemma in OWNING and thing.lemma in FIRMS else ())


def _body(nouns: list[Token], by_head: Mapping[int, Draft]) -> tuple[str, ...]:
    """Return the sectors of the first body among nouns."""
    drafts = (by_head.get(n.i) for n in nouns)
    known = (d.resolution for d in drafts if d and not d.person and not d.plural and d.resolution)
    return next((r.sectors[:1] for r in known if r.sectors not in NOTHING and r.sectors[:1] != ("CVL",)), ())
