"""Drafts that a ruling reads off a verb without its doer: what must be done, is announced, or will not be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft, ruled
from dateline.coding.parties.assumed import is_assumed
from dateline.coding.parties.cast import Cast
from dateline.coding.speech.speaking import Partners, mention_of
from dateline.coding.status.status import read_status
from dateline.coding.status.status_words import WILLING
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.voices import is_infinitive
from dateline.model import EventType, Mention, Participant, Resolution, Span, Status, Token

# What is announced in the passive; of it, what is somebody's to give though nobody is named to whom.
FORETOLD = frozenset({EventType.THREATEN, EventType.CONCEDE, EventType.AGREE})
GIVEN = frozenset({EventType.CONCEDE})
# Verbs that make the infinitive under them a duty.
BINDING = frozenset({"need", "ought", "have"})
# Whoever makes demands on the rulers of his own country.
RIVALS = frozenset({"REB", "OPP", "UAF", "LAB", "REF", "ELI", "REL"})
# What somebody hopes or believes that others will do, they have not promised.
DOUBTING = frozenset({"hope", "expect", "believe", "think", "fear", "doubt", "predict", "want", "wish", "suspect"})
# Whom these are said to is told something.
TOLD = frozenset({"tell", "warn", "remind", "inform", "advise", "notify", "instruct", "assure"})
# Within so many words "in Tokyo for talks" ends.
STAY = 14
# Whoever announces what he will have done.
ANNOUNCING = frozenset({"GOV", "MIL", "COP", "SPY", "REB", "UAF", "PRM", "PRE"})


class PlainVerbs:
    """Finds such verbs in one story."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the noun and verb sets of the lexicon."""
        self._graph, self._cast, self._partners = graph, cast, partners
        self._parsed = graph.parsed
        self._sets = sets

    def obligations(self) -> list[Draft]:
        """Read "X said Y must do it" as a demand of X on Y (CAMEO 10: the speaker asks, whatever the verb)."""
        found = []
        for token in self._parsed.tokens:
            if token.pos not in {"VERB", "AUX"} or self._is_mindful(token) or not self._is_due(token):
                continue
            asked = self._asked(token) or self._told(token)
            speakers = self._partners.speaker(Span(token.start, token.end))
            at_home = {country_of(m.resolution) for m in asked} & {country_of(p.resolution) for p in speakers}
            saying = self._saying(token) if at_home or not speakers else ()
            telling = [*(p.resolution for p in speakers), *(m.resolution for m in saying)]
            if _are_two_sides([m.resolution for m in asked], telling):
                found.append(obligation(token.i, asked, saying))
        return found

    def _told(self, token: Token) -> tuple[Mention, ...]:
        """Return whom a clause about "they" is told to: "told the abbots that they must rein in their monks"."""
        above = self._parsed.head(token)
        about = [self._parsed.tokens[h] for h in self._graph.slots(token.i).get("subj", ())]
        if token.dep != "ccomp" or above.lemma not in TOLD or not all(t.tag == "PRP" for t in about):
            return ()
        return self._cast.actors(self._graph.slots(above.i).get("obj", ()))

    def _is_mindful(self, token: Token) -> bool:
        """Say whether a verb tells a state of mind; "be ready" and its like are conduct, which others may ask for."""
        conduct = any(c.lemma in self._sets["demandable"] for c in self._parsed.children(token, "acomp"))
        return token.lemma in self._sets["mindful"] and not (token.lemma == "be" and conduct)

    def _is_due(self, token: Token) -> bool:
        """Say whether a clause says what is to be done: "must pay", "needs to pay", "it is time for it to pay"."""
        if any(c.text.lower() in {"must", "should"} for c in self._parsed.children(token, "aux")):
            return True
        if any(c.text.lower() == "better" for c in self._parsed.children(token, "advmod")):
            return any(c.text.lower() in {"had", "'d"} for c in self._parsed.children(token, "aux"))
        above = self._parsed.head(token)
        if not is_infinitive(self._parsed, token):
            return False
        bound = token.dep == "xcomp" and self._binds(above)
        told = any(c.text.lower() == "for" for c in self._parsed.children(token, "mark"))
        return bound or (told and above.text.lower() in self._sets["due"])

    def _binds(self, above: Token) -> bool:
        """Say whether a verb makes the infinitive under it a duty: "has to", "ought to", "said that it had to"."""
        present = above.tag in {"VBZ", "VBP"} or above.text.lower() == "ought"
        named = any(c.pos != "PRON" for c in self._parsed.children(above, "nsubj", "nsubjpass"))
        telling = self._parsed.head(above).lemma in self._sets["insisting"]
        reported = above.tag == "VBD" and above.dep == "ccomp" and telling and named
        return above.lemma in BINDING and (present or reported)

    def _asked(self, token: Token) -> tuple[Mention, ...]:
        """Return who must: the doer, else whose thing is dealt with, else whom the words are spoken to."""
        slots = self._graph.slots(token.i)
        asked = self._cast.actors(slots.get("subj", ()))
        if asked:
            return asked
        if not (self._graph.passive(token) or token.lemma in self._sets["ending"]):
            return ()
        statement = self._partners.statement(Span(token.start, token.end))
        spoken_to = statement.addressee if statement is not None else None
        if spoken_to is not None and spoken_to.resolution.country:
            return mention_of(self._cast, spoken_to)
        owners = [
            h
            for i in slots.get("obj", ())
            for name in ("by", "poss", "mod")
            for h in self._graph.slots(i).get(name, ())
        ]
        return self._cast.actors(owners)

    def refusals(self, told: set[int]) -> list[Draft]:
        """Read "would not let it in": what a party says that it will not do, where no frame tells the deed."""
        found = []
        for token in self._parsed.tokens:
            if token.pos != "VERB" or token.lemma not in self._sets["refusable"] or token.i in told:
                continue
            if not self._is_refused(token) or self._graph.passive(token):
                continue
            slots = self._graph.slots(token.i)
            refusing = self._cast.actors(slots.get("subj", ()))
            others = [h for name in ("iobj", "obj", "to", "with") for h in slots.get(name, ())]
            if refusing:
                found.append(refusal(token.i, refusing, self._cast.actors(others)))
        return found

    def promises(self, told: set[int]) -> list[Draft]:
        """Read "it would hand over its mission": what a state says that it will do, where no frame tells the deed.

        Others' forecasts of it are no promises of its own.
        """
        found = []
        for token in self._parsed.tokens:
            if token.pos != "VERB" or token.lemma not in self._sets["promisable"] or token.i in told:
                continue
            if not self._is_announced(token):
                continue
            promising = self._cast.actors(self._graph.slots(token.i).get("subj", ()))
            speakers = self._partners.speaker(Span(token.start, token.end))
            own = {country_of(m.resolution) for m in promising} - {None}
            if own and own >= {country_of(p.resolution) for p in speakers if not is_assumed(p.resolution)} - {None}:
                found.append(promise(token.i, promising))
        return found

    def _is_announced(self, token: Token) -> bool:
        """Say whether a state or body stands with "will", or in somebody's words with "would"."""
        helped = {c.text.lower() for c in self._parsed.children(token, "aux")}
        subjects = self._graph.slots(token.i).get("subj", ())
        ruling = any(self._cast.fits_class(name, subjects) for name in ("state", "igo", "armed"))
        if not ruling or self._graph.passive(token) or not helped & WILLING:
            return False
        if token.dep == "ccomp" and self._parsed.head(token).lemma in DOUBTING:
            return False
        return token.dep in {"ROOT", "ccomp", "conj"} and read_status(token, self._graph).status is Status.PLANNED

    def sojourns(self) -> list[Draft]:
        """Read "the premier, in Tokyo for talks, said" as a visit."""
        found = []
        for token in self._parsed.tokens:
            guest = self._parsed.head(token)
            if guest.text == ",":
                guest = self._parsed.head(guest)  # the parser hangs "in" on the comma
            if token.text.lower() != "in" or token.dep != "prep" or guest.pos not in {"PROPN", "NOUN"}:
                continue
            purpose = self._purpose_of_stay(token)
            if token.i == 0 or self._parsed.tokens[token.i - 1].text != "," or purpose is None:
                continue
            actors = self._cast.actors([guest.i])
            if actors and self._cast.fits_class("human", [guest.i]):
                places = [c.i for c in self._parsed.children(token, "pobj")]
                found.append(sojourn(guest.i, (token.i, purpose), actors, self._cast.actors(places)))
        return found

    def _purpose_of_stay(self, prep: Token) -> int | None:
        """Return the meeting for which somebody stays somewhere: the talks of "in Tokyo for talks"."""
        after = self._parsed.tokens[prep.i + 1 : prep.i + STAY]
        here = [t for t in after if t.sent == prep.sent]
        end = next((n for n, t in enumerate(here) if t.text == ","), len(here))
        start = next((n for n, t in enumerate(here[:end]) if t.text.lower() == "for"), end)
        return next((t.i for t in here[start:end] if t.pos == "NOUN" and t.lemma in self._sets["meetings"]), None)

    def _is_refused(self, token: Token) -> bool:
        """Say whether a verb stands with "will not", or with the "would not" of somebody who refused."""
        reading = read_status(token, self._graph)
        would = any(c.text.lower() == "would" for c in self._parsed.children(token, "aux"))
        return reading.refused or (reading.status is Status.NEGATED and would)

    def _saying(self, token: Token) -> tuple[Mention, ...]:
        """Return whoever says a clause by the verb above it: "Norway said Chile must pay"."""
        above = self._parsed.head(token)
        saying = token.dep == "ccomp" and above.pos == "VERB"
        return self._cast.actors(self._graph.slots(above.i).get("subj", ())) if saying else ()


def announced(draft: Draft, speakers: Sequence[Participant]) -> Draft:
    """Give what is announced in the passive to the ruler who announces it: "will be expelled, Peru said".

    Args:
        draft: What is to be, and to whom.
        speakers: Who says so.
    """
    foretold = draft.type in FORETOLD and draft.rule.startswith("ruling future")
    if not foretold or draft.actors or draft.needs_speaker or not (draft.recipients or draft.type in GIVEN):
        return draft
    ruling = any(p.resolution.country and not set(p.resolution.sectors) - ANNOUNCING for p in speakers)
    return replace(draft, needs_speaker=True) if ruling else draft


def obligation(token: int, asked: tuple[Mention, ...], saying: tuple[Mention, ...] = ()) -> Draft:
    """Return the demand that a speaker makes by saying that somebody must or should do something.

    Args:
        token: The verb under "must".
        asked: Who must.
        saying: Who says so, where the grammar tells it; none: whoever makes the statement.
    """
    return ruled(
        "ruling obligation",
        "REQUEST/change: the speaker says what others must do",
        (EventType.REQUEST, "change", "102"),
        token=token,
        actors=saying,
        recipients=asked,
        needs_speaker=not saying,
    )


def refusal(token: int, refusing: tuple[Mention, ...], others: tuple[Mention, ...]) -> Draft:
    """Return the refusal of whoever says that he will not do what is asked.

    Args:
        token: The verb under "will not".
        refusing: Who will not.
        others: Whom the verb names beside him.
    """
    return ruled(
        "ruling refusal",
        "REJECT: the party will not do it",
        (EventType.REJECT, "", "120"),
        token=token,
        actors=refusing,
        recipients=tuple(m for m in others if m.chain not in {r.chain for r in refusing}),
    )


def promise(token: int, promising: tuple[Mention, ...]) -> Draft:
    """Return the word that somebody gives by saying what he will do.

    Args:
        token: The verb under "will".
        promising: Who will.
    """
    return ruled(
        "ruling promise",
        "AGREE: the party says that it will do it",
        (EventType.AGREE, "", "030"),
        token=token,
        actors=promising,
    )


def sojourn(token: int, trigger: tuple[int, int], actors: tuple[Mention, ...], hosts: tuple[Mention, ...]) -> Draft:
    """Return the visit of somebody who is told to be somewhere for a meeting.

    Args:
        token: Who is there.
        trigger: The preposition and the meeting.
        actors: Who is there, as a party.
        hosts: Where, as a party.
    """
    return ruled(
        "ruling sojourn",
        "CONSULT/visit: somebody is abroad for a meeting",
        (EventType.CONSULT, "visit", "042"),
        token=token,
        actors=actors,
        recipients=hosts,
        trigger=trigger,
    )


def _are_two_sides(asked: Sequence[Resolution | None], telling: Sequence[Resolution | None]) -> bool:
    """Say whether who must do something and who says so stand on two sides: two states, or one and its rivals."""
    told, own = {country_of(r) for r in asked} - {None}, {country_of(r) for r in telling} - {None}
    if not told or not own:
        return False
    rivals = {sector for r in telling if r for sector in r.sectors} & RIVALS
    ruling = {sector for r in asked if r for sector in r.sectors} & {"GOV"}
    return not told & own or bool(rivals and ruling)


def country_of(resolution: Resolution | None) -> str | None:
    """Return the country of a party, None where nobody knows it."""
    return resolution.country if resolution else None
