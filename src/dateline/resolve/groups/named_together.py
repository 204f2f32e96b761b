"""Whom the story named together, so that "they" may mean them all: "Lee and Roe", "Ann met Bo"."""

from __future__ import annotations

from dateline.model import Resolution
from dateline.resolve.cast import Cast, Draft
from dateline.resolve.pieces.syntax import Syntax


def joined_before(cast: Cast, at: int, syntax: Syntax) -> list[tuple[Draft, ...]]:
    """Return the actors that the story named together before a token, each list in text order.

    Only what is of one kind counts: people with people, bodies and states among themselves.

    Args:
        cast: Everyone named so far.
        at: The token of the pronoun.
        syntax: The story.
    """
    near = syntax.tokens[at].sent - 1
    told = {d.head: d for d in cast.drafts_before(at) if d.sentence >= near}
    told = {i: d for i, d in told.items() if not d.modifier and d.resolution and (d.resolution.country or d.person)}
    found: dict[int, list[Draft]] = {}
    for head in sorted(told):
        top = syntax.first_joined(head)
        if top.i != head and top.i in told and bool(told[top.i].person) == bool(told[head].person):
            found.setdefault(top.i, [told[top.i]]).append(told[head])
    return [tuple(members) for members in found.values()]


def partners(cast: Cast, sentence: int, syntax: Syntax) -> tuple[Draft, ...]:
    """Return who met whom in the sentence before: a subject, and whom its verb or meeting is "with".

    Args:
        cast: Everyone named so far.
        sentence: The sentence of the pronoun that goes back to both.
        syntax: The story.
    """
    told = [d for c in cast.characters for d in c.drafts if d.sentence == sentence - 1 and _is_somebody(d)]
    others = [d for d in told if not d.subject and _is_met(d, syntax)]
    for doer in (d for d in told if d.subject):
        for other in others:
            if doer.resolution and other.resolution and doer.resolution.country != other.resolution.country:
                return doer, other
    return ()


def both_resolution(both: tuple[Draft, ...]) -> Resolution:
    """Return the resolution of two who met, taken together.

    Args:
        both: Their mentions, in text order.
    """
    known = [d.resolution for d in both if d.resolution]
    held = {r.sectors[:1] for r in known if r.sectors}
    # Two of one land, or two who both rule: the first named says what both are.
    ruling = held <= {("GOV",), ("ELI",), ("LEG",), ("MIL",)}
    alike = len(held) == 1 or len({r.country for r in known}) == 1 or ruling
    return Resolution(
        name=" and ".join(r.name for r in known),
        country=known[0].country,
        sectors=next((r.sectors[:1] for r in known if r.sectors), ()) if alike else (),
        score=0.6,
        rule="pronoun: pair of people",
        countries=tuple(r.country for r in known if r.country),
    )


def _is_somebody(draft: Draft) -> bool:
    known = draft.resolution
    return not draft.modifier and not draft.plural and known is not None and bool(known.country) and not known.countries


def _is_met(draft: Draft, syntax: Syntax) -> bool:
    above = syntax.governor(draft.head)
    return above.lemma == "with" or (above.lemma == "meet" and syntax.tokens[draft.head].dep == "dobj")
