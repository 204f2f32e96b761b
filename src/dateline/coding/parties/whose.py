"""Whose a party is: the doers' own, another side's, a guess, a rival at home, nobody's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.parties.assumed import is_assumed, is_of_many
from dateline.knowledge.parties import party_words
from dateline.model import EventType, Participant, Resolution, codes_of

SETS = party_words()
# Whom a state calls up is not whom it aims at.
MOVES = frozenset({EventType.RETREAT, EventType.CONCEDE, EventType.MOBILIZE, EventType.AGREE, EventType.THREATEN})
# Deeds that bring somebody to a place, which is no party.
BRINGING = frozenset({EventType.AGREE, EventType.AID, EventType.CONSULT})
GOING = frozenset({EventType.RETREAT, EventType.MOBILIZE})
# What a state does by sending forces, or by being for it.
SENDING = frozenset({EventType.MOBILIZE, EventType.AGREE, EventType.SUPPORT})
# Deeds towards one other side, which a sentence may name anywhere.
ONE_TO_ONE = frozenset({EventType.REJECT, EventType.THREATEN, EventType.REQUEST, EventType.ACCUSE, EventType.SANCTION})
# Words to somebody: a party of no known country is not taken for the doer's own. Whom a state arrests is.
WORDS = frozenset({EventType.AGREE, EventType.THREATEN, EventType.CONCEDE, EventType.SUPPORT, EventType.REQUEST})
CHARGES = frozenset({EventType.ACCUSE, EventType.COERCE, EventType.SANCTION})
ORGANS = frozenset({"JUD", "COP", "GOV"})
PEOPLE = SETS.set("people")
CONTESTING = SETS.set("contesting")
FIGHTERS = SETS.set("fighters")
# Whoever stands against the rulers of his own country.
RIVALS = SETS.set("rivals")
GUESTS = SETS.set("guests")
POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my"})


def is_aim(resolution: Resolution, own: set[tuple[str | None, tuple[str, ...]]]) -> bool:
    """Say whether a party may be aimed at: another side than the doers' own."""
    if is_assumed(resolution) or (resolution.country is None and is_of_many(resolution)):
        return False
    countries = {country for country, _ in own}
    other = resolution.country is not None and resolution.country not in countries
    return other or (bool(resolution.sectors) and (resolution.country, resolution.sectors) not in own)


def is_own_thing(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether a recipient is only the doer's own: "suspended its missions", "forgive his country's debts"."""
    if draft.type not in ONE_TO_ONE | WORDS | {EventType.MOBILIZE}:
        return False
    own = {p.resolution.country for p in actors}
    possessed = participant.text.lower().split(" ")[0] in POSSESSIVES
    return possessed and participant.resolution.country in own


def is_own_ground(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether a recipient is only the doers' own land: "left the Bosnian town", of Bosnia's army.

    So is a state's own capital, to which it invites somebody or takes the wounded.
    """
    resolution = participant.resolution
    own = {p.resolution.country for p in actors}
    capital = draft.type in BRINGING and resolution.rule.startswith("capital") and own == {resolution.country}
    return capital or (draft.type in GOING and not resolution.sectors and resolution.country in own)


def is_guess(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether a recipient has its country by assumption, where it more likely is another's than the doer's own."""
    resolution = participant.resolution
    own = {p.resolution.country for p in actors}
    guest = resolution.of_the_story and resolution.country in own and not GUESTS.isdisjoint(_words(participant))
    if guest and draft.type in ONE_TO_ONE:
        return True  # the ambassador whom a state calls in is another's
    if not is_assumed(resolution):
        return False
    against_rulers = any(RIVALS & set(p.resolution.sectors) for p in actors) and "GOV" in resolution.sectors
    if resolution.country in own and (against_rulers or "REB" in resolution.sectors):
        return False  # rebels demand of their government, and it gives way to them
    if (
        draft.type in CHARGES
        and "BUS" in resolution.sectors
        and any(ORGANS & set(p.resolution.sectors) for p in actors)
    ):
        return False  # whom courts and ministries charge are their own firms
    if draft.type is EventType.COERCE and resolution.country in own:
        return False  # whom police or ministers hold, ban or watch at home are their own people, whatever they do
    if draft.type is EventType.REQUEST and PEOPLE & set(resolution.sectors):
        return False  # whom police or ministers tell what to do are their own people
    if draft.type is EventType.REQUEST and own.isdisjoint({resolution.country, None}):
        return False  # whom another state asks is of the land that the story tells of
    return draft.type in WORDS or (resolution.country in own and not PEOPLE & set(resolution.sectors))


def _words(participant: Participant) -> frozenset[str]:
    return frozenset(participant.text.lower().split())


def is_rival(resolution: Resolution, offices: set[tuple[str | None, tuple[str, ...]]]) -> bool:
    """Say whether a party contests the doers within one state: the opposition's answer to the president's deed."""
    same = [sectors for country, sectors in offices if country == resolution.country]
    rivals = CONTESTING & {*resolution.sectors, *(s for sectors in same for s in sectors)}
    return bool(same) and bool(rivals) and (resolution.country, resolution.sectors) not in offices


def is_own_force(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether somebody only moves his own forces or office-holders: "pulled out its army", "sent its envoy"."""
    if draft.type not in MOVES:
        return False
    resolution = participant.resolution
    own = {p.resolution.country for p in actors} - {None}
    forces = resolution.sectors[:1] in {("MIL",), ("COP",)}
    if is_assumed(resolution) or resolution.country is None:
        return forces and draft.type is EventType.MOBILIZE and bool(own)  # "Ghana put 800 soldiers on standby"
    return forces and resolution.country in own


def is_no_side(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether a recipient is none: the doers' own, forces that they send, or who only tells who acts."""
    own = is_own_force(participant, draft, actors) or is_own_thing(participant, draft, actors)
    return own or is_sent(participant, draft, actors) or is_within(participant, draft, actors)


def is_sent(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether forces of nobody knows whom are only what a state sends: "proposed sending 200 soldiers to Mali"."""
    resolution = participant.resolution
    states = any({"GOV"} >= set(p.resolution.sectors[:1]) for p in actors)
    return draft.type in SENDING and states and resolution.sectors[:1] == ("MIL",) and resolution.of_the_story


def is_within(participant: Participant, draft: Draft, actors: tuple[Participant, ...]) -> bool:
    """Say whether somebody only tells who acts: the body in "condemned by members of the body"."""
    if draft.type is EventType.PROTEST:
        return False  # "supporters of the premier marched on his office"
    country = participant.resolution.country
    return any(a.span.contains(participant.span) and a.resolution.country == country for a in actors)


def fighters_of_nobody(participant: Participant, others: Sequence[Participant], draft: Draft) -> Participant:
    """Leave fighters without a country where no word gives one: they may come from anywhere.

    Those who fight people of the story's country, or deal with its offices, are its own; a bare state acts abroad too.
    """
    resolution = participant.resolution
    if not is_assumed(resolution) or not FIGHTERS & set(resolution.sectors):
        return participant
    bare = () if draft.type is EventType.ASSAULT else FIGHTERS  # "stormed the port of Tripoli" is done at home too
    # Whoever shoots a land's soldiers without a word of whose he is may be across its border.
    other = FIGHTERS | {"MIL"} if draft.type is EventType.ASSAULT and "UAF" in resolution.sectors else FIGHTERS
    at_home = any(
        p.resolution.country == resolution.country and other.isdisjoint(p.resolution.sectors or bare) for p in others
    )
    return participant if at_home else without_country(participant)


def firm_of_nobody(participant: Participant, others: tuple[Participant, ...]) -> Participant:
    """Leave a firm without the story's country where it deals with that country: "agreed to pay Peru a fine"."""
    resolution = participant.resolution
    firm = is_assumed(resolution) and "BUS" in resolution.sectors
    own = any(p.resolution.country == resolution.country and not is_assumed(p.resolution) for p in others)
    return without_country(participant) if firm and own else participant


def without_country(participant: Participant) -> Participant:
    """Return a participant of whom nobody says where he belongs."""
    return replace(participant, resolution=replace(participant.resolution, country=None))


def supposed(participant: Participant, why: str) -> Participant:
    """Lower the score of a party that no grammar ties to the deed, and say why it is named."""
    resolution = participant.resolution
    return replace(
        participant,
        resolution=replace(resolution, score=round(resolution.score * 0.7, 3), rule=f"{why}: {resolution.rule}"),
    )


def as_other(participant: Participant) -> Participant:
    """Lower the score of a party that only the story as a whole names, and say why it is named."""
    known = participant.resolution
    return replace(participant, resolution=replace(known, score=0.4, rule=f"the story's other side: {known.rule}"))


def as_doer(resolution: Resolution) -> Resolution:
    """Lower the score of a party that stands in an earlier sentence, and say why it is named."""
    return replace(resolution, score=round(resolution.score * 0.8, 3), rule=f"whose deed it is: {resolution.rule}")


def not_itself(recipients: tuple[Participant, ...], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Take out a state's own people when the state itself acts, and the state when its people do."""
    bare = {p.resolution.country for p in actors if not p.resolution.sectors}
    own = {p.resolution.country for p in actors}
    return tuple(
        p
        for p in recipients
        if p.resolution.country not in bare and (p.resolution.sectors or p.resolution.country not in own)
    )


def not_from_home(recipients: tuple[Participant, ...], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Take out the doers' own capital, where they only speak: "In Paris, the minister deplored the raid"."""
    own = {p.resolution.country for p in actors}
    return tuple(p for p in recipients if p.resolution.country not in own - {None} or p.resolution.rule != "capital")


def without_own(recipients: tuple[Participant, ...], actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Take the speaker out of "our relations": the other side is the recipient."""
    own = codes_of(actors)
    found = []
    for p in recipients:
        if p.resolution.countries:
            left = tuple(c for c in p.resolution.countries if c not in own)
            if left:
                single = left[0] if len(left) == 1 else None
                resolution = replace(
                    p.resolution, countries=() if single else left, country=single or p.resolution.country
                )
                found.append(replace(p, resolution=resolution))
        elif p.resolution.country is None or p.resolution.country not in own:
            found.append(p)
    return tuple(found)
