"""Whether an event happened, as far as its clause says: auxiliaries, negation, conditions, purpose."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.arguments import Graph
from dateline.model import Status, Token

FUTURE = frozenset({"will", "shall", "'ll", "wo"})
CONDITIONAL = frozenset({"would", "could", "might", "may", "should", "can", "must", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
GATHERING = frozenset({"gather", "converge", "march", "rally", "assemble", "turn", "mass", "take", "crowd", "pour"})
REPORTING_TAGS = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A status with the token that shows it; `refused` marks "will not": a refusal rather than a mere absence."""

    status: Status
    cue: int | None = None
    refused: bool = False


def read_status(token: Token, graph: Graph) -> Reading:
    """Return the status of the event that hangs on a token.

    Args:
        token: The verb, or the noun or adjective whose governing verb carries tense and mood.
        graph: Arguments of the story.
    """
    verb = _verb(token, graph)
    if verb is None:
        return _nominal(token, graph)
    negation = next(
        (c for c in graph.parsed.children(verb) if c.dep == "neg" or c.text.lower() in {"never", "neither"}), None
    )
    negation = negation or _nobody(verb, graph)
    auxiliaries = [c for c in graph.parsed.children(verb) if c.dep in {"aux", "auxpass"}] + (
        [verb] if verb.pos == "AUX" else []
    )
    if verb.dep == "conj" and not auxiliaries:
        return read_status(graph.parsed.head(verb), graph)
    words = {a.text.lower(): a for a in auxiliaries}
    future = next((words[w] for w in words if w in FUTURE), None)
    if negation is not None:
        refused = future is not None or _future_in_past(verb, words, graph)
        return Reading(Status.NEGATED, negation.i, refused=refused)
    if future is not None or _future_in_past(verb, words, graph):
        return Reading(Status.PLANNED, future.i if future else next(iter(words.values())).i)
    modal = next((words[w] for w in words if w in CONDITIONAL), None)
    if modal is not None:
        return Reading(Status.HYPOTHETICAL, modal.i)
    above = _embedding(verb, auxiliaries, graph)
    if above is not None:
        return above
    return _aspect(verb, auxiliaries)


def _nobody(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies an event by denying who took part: "no policemen were killed"."""
    for party in graph.parsed.children(verb, "nsubj", "nsubjpass", "dobj"):
        if party.text.lower() in {"nobody", "none"}:
            return party
        denied = next((c for c in graph.parsed.children(party, "det") if c.text.lower() in {"no", "neither"}), None)
        if denied is not None:
            return denied
    return None


def _verb(token: Token, graph: Graph) -> Token | None:
    if token.pos in {"VERB", "AUX"}:
        return token
    above = graph.parsed.head(token)
    if token.dep in {"dobj", "nsubjpass", "acomp", "attr", "oprd"} and above.pos in {"VERB", "AUX"}:
        return above
    return None


def _future_in_past(verb: Token, words: dict[str, Token], graph: Graph) -> bool:
    """Say whether "would" is a reported "will": under a verb of saying in the past."""
    if "would" not in words or "have" in words:
        return False
    above = graph.parsed.head(verb)
    return verb.dep in {"ccomp", "relcl"} and (above.tag in REPORTING_TAGS or verb.dep == "relcl")


def _nominal(token: Token, graph: Graph) -> Reading:
    above = graph.parsed.head(token)
    if any(c.dep in {"det", "neg"} and c.text.lower() == "no" for c in graph.parsed.children(token)):
        return Reading(Status.NEGATED, token.i)
    planned = {
        "plan",
        "planned",
        "upcoming",
        "future",
        "possible",
        "potential",
        "scheduled",
        "proposed",
        "next",
        "threatened",
    }
    marker = next((c for c in graph.parsed.children(token, "amod", "nmod") if c.lemma in planned), None)
    if marker is not None:
        hypothetical = marker.lemma in {"possible", "potential", "threatened", "proposed"}
        return Reading(Status.HYPOTHETICAL if hypothetical else Status.PLANNED, marker.i)
    governor = graph.parsed.head(above)
    if token.dep == "pobj" and above.lemma == "for" and governor.pos in {"VERB", "AUX"}:
        # "will travel to Oslo for talks": the talks lie ahead as the journey does
        reading = read_status(governor, graph)
        return reading if reading.status in {Status.PLANNED, Status.HYPOTHETICAL} else Reading(Status.HAPPENED)
    if token.dep == "pobj" and above.lemma in {"without", "against", "for", "of"}:
        governor = graph.parsed.head(above)
        if governor.lemma in {
            "threat",
            "risk",
            "possibility",
            "fear",
            "prospect",
            "danger",
            "call",
            "need",
            "plan",
            "chance",
        }:
            return Reading(Status.HYPOTHETICAL, governor.i)
    return Reading(Status.HAPPENED)


def _embedding(verb: Token, auxiliaries: list[Token], graph: Graph) -> Reading | None:
    infinitive = any(a.lemma == "to" for a in auxiliaries)
    mark = next((c for c in graph.parsed.children(verb, "mark", "advmod") if c.text.lower() in CONDITIONS), None)
    if mark is not None:
        return Reading(Status.HYPOTHETICAL, mark.i)
    that = next((c for c in graph.parsed.children(verb, "mark") if c.lemma == "that"), None)
    if verb.tag == "VB" and not auxiliaries and that is not None:
        return Reading(Status.HYPOTHETICAL, that.i)  # "demanded that India withdraw its army"
    if verb.tag == "VB" and not auxiliaries and verb.dep in {"ccomp", "xcomp"}:
        return read_status(graph.parsed.head(verb), graph)  # "help Chile train its army" stands as "help" does
    if not infinitive:
        return None
    above = graph.parsed.head(verb)
    # "came to sign" is told as a fact; a bare purpose, a plan or a wish is not.
    if above.lemma in GATHERING and verb.lemma in {"protest", "demonstrate", "demand"}:
        return None  # whoever gathers to protest protests
    if above.lemma in {"be", "come", "arrive", "travel", "return"} and _first_person(above, graph):
        return None  # "I am here to confirm": the saying does it
    if verb.dep == "xcomp" and above.lemma in {
        "continue",
        "begin",
        "start",
        "manage",
        "come",
        "go",
        "help",
        "proceed",
        "use",
    }:
        return None
    return Reading(Status.HYPOTHETICAL, next(a.i for a in auxiliaries if a.lemma == "to"))


def _first_person(verb: Token, graph: Graph) -> bool:
    return any(c.text.lower() in {"i", "we"} for c in graph.parsed.children(verb, "nsubj"))


def _aspect(verb: Token, auxiliaries: list[Token]) -> Reading:
    lemmas = {a.lemma for a in auxiliaries}
    if verb.tag == "VBG" and "be" in lemmas:
        cue = next(a.i for a in auxiliaries if a.lemma == "be")
        past = any(a.text.lower() in {"was", "were"} for a in auxiliaries)
        return Reading(Status.HAPPENED if past else Status.ONGOING, cue)
    return Reading(Status.HAPPENED)
