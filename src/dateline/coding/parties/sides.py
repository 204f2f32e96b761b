"""What the parties of an event are, and on how many sides they stand: what the table of standing asks about."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.coding.drafts import Draft
from dateline.coding.parties.assumed import is_assumed, is_of_many
from dateline.knowledge.countries import INTERNATIONAL
from dateline.knowledge.frames import FrameLexicon
from dateline.knowledge.standing import StandingRule
from dateline.model import MANY_STATES, EntityKind, ParsedStory, Participant, Resolution

ALONE, DOMESTIC, FOREIGN, UNCLEAR = "alone", "domestic", "foreign", "unclear"
# Entities that stand for a state when nothing says what they do for it.
STATES = frozenset({EntityKind.COUNTRY, EntityKind.PLACE})
BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.INSTITUTION, EntityKind.MEDIA, EntityKind.GROUP})


# Rule of a host of whom a report names a town only.
TOWN = "whose town is visited"


def classes_of(participant: Participant, parsed: ParsedStory, *, firms: Collection[str]) -> frozenset[str]:
    """Return what a party is: its sectors, `any`, and `state`, `body`, `figure`, `person`, `company`, `org`, `unknown`.

    Args:
        participant: The party.
        parsed: Its story.
        firms: Words in the names of firms.
    """
    resolution = participant.resolution
    found = {"any", *resolution.sectors}
    kind = resolution.entity.kind if resolution.entity else None
    if kind is EntityKind.COMPANY or (kind is None and _is_firm(resolution.name, firms)):
        return frozenset({"any", "company", "BUS"})
    if kind is EntityKind.PERSON:
        found.add("figure")
    if resolution.country in INTERNATIONAL or kind is EntityKind.IGO or is_of_many(resolution):
        found.add("body")
    elif resolution.sectors == ("CVL",) and _label(participant, parsed) == "NORP":
        found.add("nationals")  # "the Kurds"
    elif resolution.rule == TOWN:
        found.add("state")  # the host's town, whatever the parser takes its name for
    elif not resolution.sectors:
        found.add(_bare(resolution, kind, _label(participant, parsed)))
    return frozenset(found)


def side_of(actors: Sequence[Participant], recipients: Sequence[Participant]) -> str:
    """Say on how many sides the parties stand: one only, two of one country, or two countries or bodies.

    `unclear`: beside a party of a known country stands one of whom nobody says where he belongs.
    """
    parties = (*actors, *recipients)
    codes = {code for p in parties for code in _codes(p.resolution)}
    if len(codes) > 1:
        return FOREIGN
    if len(parties) < 2:
        return ALONE
    if codes and codes <= INTERNATIONAL:
        return FOREIGN  # members and bodies of an international body are no offices of one state
    return DOMESTIC if all(_codes(p.resolution) for p in parties) or not codes else UNCLEAR


def verdict(
    lexicon: FrameLexicon,
    draft: Draft,
    *,
    actors: Sequence[Participant],
    recipients: Sequence[Participant],
    parsed: ParsedStory,
    political: bool = False,
) -> StandingRule | None:
    """Return the first rule of the table that fits an event; None when no rule speaks of it.

    Args:
        lexicon: Holds the table.
        draft: The event as its words tell it.
        actors: Who acts.
        recipients: Who is acted upon.
        parsed: Its story.
        political: The story tells several events.
    """
    side = side_of(actors, recipients)
    firms = lexicon.sets["firm_words"]
    acting = [classes_of(p, parsed, firms=firms) for p in actors]
    acted_on = [classes_of(p, parsed, firms=firms) for p in recipients]
    for rule in lexicon.standing:
        if political and not rule.in_politics:
            continue
        if _speaks_of(rule, draft, side) and all(
            _passes(test, members, acting, acted_on) for test, members in rule.tests
        ):
            return rule
    return None


def _speaks_of(rule: StandingRule, draft: Draft, side: str) -> bool:
    """Say whether a rule is about such a draft, whoever its parties are."""
    if (rule.types and draft.type not in rule.types) or (rule.sides and side not in rule.sides):
        return False
    if (rule.modes and draft.mode not in rule.modes) or draft.mode in rule.modes_not:
        return False
    if rule.cameos and not draft.cameo.startswith(rule.cameos):
        return False
    return not rule.rules or draft.rule.startswith(rule.rules)


def _passes(
    test: str, members: frozenset[str], acting: Sequence[frozenset[str]], acted_on: Sequence[frozenset[str]]
) -> bool:
    whose, _, negated = test.partition("_")
    parties = {"actors": acting, "recipients": acted_on}.get(whose, [*acting, *acted_on])
    found = any(not members.isdisjoint(classes) for classes in parties)
    return not found if negated == "without" else found


def _codes(resolution: Resolution) -> tuple[str, ...]:
    if is_assumed(resolution):
        return ()
    if is_of_many(resolution):
        return (MANY_STATES,)
    return resolution.codes


def _is_firm(name: str, firms: Collection[str]) -> bool:
    """Say whether a name without an entity is a firm's: a capital letter before one of the words of firms."""
    words = name.split()
    return any(word.lower() in firms and word[:1].isupper() for word in words[1:])


def _label(participant: Participant, parsed: ParsedStory) -> str:
    """Return the named-entity label of a party's first named word."""
    labels = [t.ent for t in parsed.tokens_in(participant.span) if t.ent]
    return labels[0] if labels else ""


def _bare(resolution: Resolution, kind: EntityKind | None, label: str) -> str:
    """Say what a party without a sector is; `figure`: a person whom the base of actors knows."""
    if kind is EntityKind.PERSON:
        return "figure"
    if kind is None and resolution.rule.startswith("capital"):
        return "state"  # the parser takes Valletta for a firm
    if kind is None and label == "PERSON":
        return "person"
    if is_assumed(resolution):
        return "unknown"
    if kind in BODIES or (kind is None and label == "ORG"):
        return "org"
    if kind is None and (label == "NORP" or resolution.rule.endswith("people")):
        return "nationals"
    if kind in STATES or (resolution.country or resolution.countries):
        return "state"
    return "unknown"
