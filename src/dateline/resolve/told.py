"""What the story says of somebody elsewhere: "she is a Peruvian nurse", "Peru has troops there"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind, Resolution, Token
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.syntax import Syntax

RULE = "as the story says of him"
OWN_FORCES = "forces of whoever sends or has them"
SEAT = "seated there by what the story says"
SEATED = frozenset({"base", "headquarter"})
# Verbs that say who somebody is, and what takes the saying back.
BEING = frozenset({"be", "become", "remain"})
UNSURE = frozenset({"not", "n't", "never", "if", "would", "could", "may", "might", "should", "whether"})
# How a description's country was found, where words give it.
STATED = ("demonym + noun", "people")


def tell(cast: Cast, syntax: Syntax) -> None:
    """Give people of no known country what a sentence says they are: "Roe was one of three Greek nationals killed".

    Args:
        cast: The story's characters; their drafts are changed.
        syntax: The story.
    """
    by_head = {d.head: (c, d) for c in cast.characters for d in c.drafts}
    for head, (_, said) in sorted(by_head.items()):
        token, told = syntax.tokens[head], said.resolution
        verb = syntax.tokens[token.head]
        stated = told is not None and bool(told.country) and told.rule.startswith(STATED)
        if token.dep != "attr" or verb.lemma not in BEING or not stated or _is_unsure(verb, syntax):
            continue
        subject = next((s for s in syntax.parsed.children(verb, "nsubj") if s.i in by_head), None)
        if subject is not None and told is not None:
            _describe(by_head[subject.i][0], told)


def seats(cast: Cast, syntax: Syntax, lands: Mapping[int, str]) -> None:
    """Give bodies of no known country the land that a sentence seats them in: "Roe Oil, based in Oslo, said ...".

    Args:
        cast: The story's characters; their drafts are changed.
        syntax: The story.
        lands: The countries of its places, by head token.
    """
    for character in cast.characters:
        if any(d.resolution and (d.resolution.country or d.resolution.entity) for d in character.drafts):
            continue
        code = next((code for d in character.drafts if (code := _seat(d.head, syntax, lands))), None)
        for draft in character.drafts if code else ():
            if draft.resolution is not None:
                draft.resolution = replace(draft.resolution, country=code, score=0.5, rule=SEAT)


def _seat(head: int, syntax: Syntax, lands: Mapping[int, str]) -> str | None:
    children = syntax.parsed.children
    seated = (v for v in children(syntax.tokens[head], "acl", "relcl") if v.lemma in SEATED)
    places = (n.i for v in seated for p in children(v, "prep") if p.lemma in {"in", "at"} for n in children(p, "pobj"))
    return next((lands[i] for i in places if i in lands), None)


def _is_unsure(verb: Token, syntax: Syntax) -> bool:
    return any(c.lemma in UNSURE or c.text.lower() in UNSURE for c in syntax.parsed.children(verb))


def _describe(character: Character, told: Resolution) -> None:
    known = character.resolution
    unknown = known is None or (known.country is None and known.entity is None)
    if not character.person or character.plural or not unknown:
        return
    character.resolution = _with(known, told) if known else told
    for draft in character.drafts:
        if draft.resolution is not None and draft.resolution.country is None:
            draft.resolution = _with(draft.resolution, told)


def _with(known: Resolution, told: Resolution) -> Resolution:
    sectors = known.sectors if known.sectors not in {(), ("UNK",)} else told.sectors
    return replace(known, country=told.country, sectors=sectors, score=0.6, rule=RULE)


def own_forces(cast: Cast, syntax: Syntax, sending: frozenset[str]) -> None:
    """Give forces without a stated country that of the state that has or sends them: "Peru will send 200 troops".

    Args:
        cast: The story's characters; their drafts are changed.
        syntax: The story.
        sending: Verbs of who has or moves forces of its own.
    """
    by_head = {d.head: d for c in cast.characters for d in c.drafts}
    for character in cast.characters:
        for draft in character.drafts:
            known = draft.resolution
            if known is None or known.sectors[:1] != ("MIL",) or not draft.plural or _is_stated(draft):
                continue
            verb = syntax.governor(draft.head)
            if verb.lemma not in sending or syntax.first_joined(draft.head).dep != "dobj" or _is_unsure(verb, syntax):
                continue
            subjects = (by_head[s.i] for s in syntax.parsed.children(verb, "nsubj") if s.i in by_head)
            owner = next((s.resolution for s in subjects if s.resolution and _is_state(s.resolution)), None)
            if owner is not None:
                draft.resolution = replace(
                    known, country=owner.country, countries=owner.countries, score=0.6, rule=OWN_FORCES
                )


def _is_stated(draft: Draft) -> bool:
    known = draft.resolution
    return known is not None and known.country is not None and not known.of_the_story


def _is_state(known: Resolution) -> bool:
    state = known.entity is not None and known.entity.kind is EntityKind.COUNTRY
    ruling = known.sectors[:1] in {("GOV",), ("MIL",)} and not known.of_the_story
    return (
        bool(known.country) and known.country not in INTERNATIONAL and (state or ruling or known.rule == "country name")
    )
