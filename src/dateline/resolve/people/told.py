"""What the story says of somebody elsewhere: "she is a Peruvian nurse", "Peru has troops there"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.knowledge.countries import INTERNATIONAL
from dateline.model import EntityKind, MentionKind, Resolution, Token
from dateline.resolve.cast import Cast, Character, Draft
from dateline.resolve.pieces.syntax import Syntax

RULE = "as the story says of him"
OWN_FORCES = "forces of whoever sends or has them"
SEAT = "seated there by what the story says"
SEATED = frozenset({"base", "headquarter"})
# Verbs that say who somebody is, and what takes the saying back.
BEING = frozenset({"be", "become", "remain"})
UNSURE = frozenset({"not", "n't", "never", "if", "would", "could", "may", "might", "should", "whether"})
# How many verbs up a subject may stand: "had a plan, kept it and was a friend".
CLIMB = 4
# Sectors that tell nothing.
NOTHING = frozenset({(), ("UNK",)})
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
    _tell_what(by_head, syntax)


def _tell_what(by_head: Mapping[int, tuple[Character, Draft]], syntax: Syntax) -> None:
    """Give people what a sentence says they are, and what they are called their land: "Roe, who is a minister"."""
    for head, (character, said) in sorted(by_head.items()):
        if said.plural or not said.person or said.kind is not MentionKind.NOMINAL:
            continue
        subject = next((s for s in _said_of(head, syntax) if s.i in by_head), None)
        if subject is None or by_head[subject.i][0] is character or by_head[subject.i][1].plural:
            continue
        other = by_head[subject.i][0]
        if other.person:
            plain = subject.tag != "PRP" and syntax.first_joined(head).dep == "attr"
            _share(other, character, said, named=plain)


def _said_of(head: int, syntax: Syntax) -> list[Token]:
    """Return of whom a noun says what they are: "Roe is a nurse and a mother", "Roe works as a nurse"."""
    token = syntax.first_joined(head)
    above, children = syntax.tokens[token.head], syntax.parsed.children
    if token.dep == "attr" and above.lemma in BEING:
        return [] if _is_unsure(above, syntax) else _subjects(above, syntax)
    if token.dep != "pobj" or above.text.lower() != "as" or not syntax.indefinite(token.i):
        return []
    verb = syntax.tokens[above.head]
    if verb.pos != "VERB":
        return list(children(verb, "poss"))  # "his talent as a soldier"
    objects = [] if _is_unsure(verb, syntax) else [o for o in children(verb, "dobj") if o.i < above.i]
    return objects or _subjects(verb, syntax)


def _subjects(verb: Token, syntax: Syntax) -> list[Token]:
    """Return the subjects of a verb, or of those that it shares them with: "who founded it and is its head"."""
    for _ in range(CLIMB):
        own = list(syntax.parsed.children(verb, "nsubj", "nsubjpass"))
        if own or verb.dep not in {"conj", "xcomp"}:
            return own
        verb = syntax.tokens[verb.head]
    return []


def _share(known: Character, noun: Character, said: Draft, *, named: bool) -> None:
    """Exchange what a person lacks in sectors for what the noun said of him lacks in land.

    Whom a mere "he" means is too unsure to learn his trade from what he is called; nor is who speaks "as a minister".
    """
    for draft in known.drafts if named else ():
        told, own = said.resolution, draft.resolution
        if told and own and told.sectors not in NOTHING and own.sectors in NOTHING and not own.role:
            draft.resolution = replace(own, sectors=told.sectors, rule=RULE)
    land = next((d.resolution.country for d in known.drafts if d.resolution and d.resolution.country), None)
    for draft in noun.drafts:
        own = draft.resolution
        open_ = own is not None and (own.country is None or own.of_the_story) and not own.countries
        meant = draft is said or draft.kind is MentionKind.PRONOUN
        if land and own and open_ and meant:
            draft.resolution = replace(own, country=land, rule=RULE)


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
