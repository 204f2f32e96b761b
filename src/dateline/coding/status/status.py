"""Whether an event happened, as far as its clause says: auxiliaries, negation, conditions, purpose, the verb above."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.status.generic import generic
from dateline.coding.status.negation import negation
from dateline.coding.status.noun_marks import marks_of
from dateline.coding.status.purposes import counted, does_it, is_errand
from dateline.coding.status.reported_future import is_reported_future
from dateline.coding.status.status_words import words
from dateline.coding.status.unreal import aimed_at, averted, foreseen, hung_on, supposed
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.misparses import joined_infinitive
from dateline.model import Status, Token

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
MAX_CLIMB = 6
# What stands in a clause with "that" under these is to be done.
MANDATIVE = frozenset(
    {"demand", "recommend", "propose", "request", "urge", "ask", "require", "order", "stipulate", "advise"}
)
# Under these a bare verb is often taken for a tensed one: "will help its neighbours build ties".
HELPING = frozenset({"help", "let", "make"})


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
    unreal = _unreal(token, verb, graph)
    if unreal is not None:
        return unreal
    if verb is None:
        return _nominal(token, graph)
    first = joined_infinitive(graph.parsed, verb)
    if first is not None:
        return read_status(first, graph)
    auxiliaries = _auxiliaries(verb, graph)
    denial = negation(verb, graph)
    if verb.dep == "conj" and not auxiliaries and denial is None and not _is_own_clause(verb, graph):
        return read_status(_joined_to(verb, graph), graph)
    ahead = _ahead(verb, auxiliaries, graph)
    if denial is not None:
        refused = denial.lemma not in words().short_of and ahead is not None
        return Reading(Status.NEGATED, denial.i, refused=refused)
    told = (
        _within_wish(verb, graph)
        or _of_anybody(verb, graph)
        or _in_doubt(verb, graph)
        or _modal(verb, auxiliaries, ahead, graph)
        or _embedding(verb, auxiliaries, graph)
    )
    if told is not None:
        return told
    going = _goes_on(token, verb, auxiliaries, graph)
    return Reading(Status.ONGOING, going.i) if going is not None else _aspect(verb, auxiliaries)


def _auxiliaries(verb: Token, graph: Graph) -> list[Token]:
    """Return the auxiliaries of a verb, with the verb itself where it is one."""
    helping = [c for c in graph.parsed.children(verb) if c.dep in {"aux", "auxpass"}]
    return [*helping, verb] if verb.pos == "AUX" else helping


def _ahead(verb: Token, auxiliaries: list[Token], graph: Graph) -> Token | None:
    """Return the auxiliary that shows that a deed lies ahead: "will sign", "said that it would sign"."""
    helped = {a.text.lower(): a for a in auxiliaries}
    future = next((helped[w] for w in helped if w in words().future), None)
    reported = future is None and is_reported_future(verb, helped, graph)
    return next(iter(helped.values())) if reported else future


def _modal(verb: Token, auxiliaries: list[Token], ahead: Token | None, graph: Graph) -> Reading | None:
    """Read what an auxiliary says: "will sign", "might sign", "would probably sign"."""
    helped = {a.text.lower(): a for a in auxiliaries}
    unsure = next((c for c in graph.parsed.children(verb, "advmod") if c.lemma in words().unsure), None)
    if unsure is not None and "would" in helped:
        return Reading(Status.HYPOTHETICAL, unsure.i)
    if ahead is not None:
        return Reading(Status.PLANNED, ahead.i)
    modal = next((helped[w] for w in helped if w in words().conditional), None)
    return Reading(Status.HYPOTHETICAL, modal.i) if modal is not None else None


def _unreal(token: Token, verb: Token | None, graph: Graph) -> Reading | None:
    """Read what the words around a deed leave nothing of: asked, averted, supposed, foreseen of others, only an aim."""
    kept_from = averted(token, graph, words())
    if kept_from is not None:
        return Reading(Status.NEGATED, kept_from.i)
    only = supposed(token, graph, words()) or hung_on(token, graph, words())
    if verb is not None:
        only = only or foreseen(verb, graph, words()) or aimed_at(verb, graph, words())
    asked = _question(token, graph)
    cue = only.i if only is not None else asked
    return Reading(Status.HYPOTHETICAL, cue) if cue is not None else None


def _joined_to(verb: Token, graph: Graph) -> Token:
    """Return the verb that a joined one goes on with; a past one with no infinitive: "came to help and met them"."""
    above = graph.parsed.head(verb)
    while verb.tag == "VBD" and above.tag == "VB" and above.head != above.i:
        above = graph.parsed.head(above)
    return above if above.pos in {"VERB", "AUX"} else graph.parsed.head(verb)


def _is_own_clause(verb: Token, graph: Graph) -> bool:
    """Say whether a joined verb has a subject and a tense of its own: "is looking for a war, and we ask them"."""
    return verb.tag in FINITE and graph.parsed.has(verb, "nsubj", "nsubjpass")


def _question(token: Token, graph: Graph) -> int | None:
    """Return the question mark of a sentence that asks: what stands in it is asked, not told."""
    sentence = graph.parsed.sentences[token.sent]
    end = [t for t in graph.tokens[max(sentence.first, sentence.last - 3) : sentence.last] if t.text in {"?", ".", "!"}]
    if not end or end[0].text != "?" or token.i > end[0].i:
        return None
    return end[0].i


def _verb(token: Token, graph: Graph) -> Token | None:
    if token.pos in {"VERB", "AUX"}:
        return token
    above = graph.parsed.head(token)
    if token.dep in {"dobj", "nsubjpass", "acomp", "attr", "oprd"} and above.pos in {"VERB", "AUX"}:
        return above
    return None


def _nominal(token: Token, graph: Graph) -> Reading:
    above = graph.parsed.head(token)
    if any(c.dep in {"det", "neg"} and c.text.lower() == "no" for c in graph.parsed.children(token)):
        return Reading(Status.NEGATED, token.i)
    markers = marks_of(token, graph)
    planned = next((c for c in markers if {c.lemma, c.text.lower()} & words().planned), None)
    if planned is not None:
        return Reading(Status.PLANNED, planned.i)
    imagined = next((c for c in markers if {c.lemma, c.text.lower()} & words().imagined), None)
    if imagined is not None:
        return Reading(Status.HYPOTHETICAL, imagined.i)
    said = [c for c in graph.parsed.children(above, "acomp", "attr") if above.lemma == "be" and token.dep == "nsubj"]
    doubted = next((c for c in said if c.lemma in words().imagined), None)
    if doubted is not None:
        return Reading(Status.HYPOTHETICAL, doubted.i)  # "an attack was unlikely"
    governor = graph.parsed.head(above)
    if token.dep == "pobj" and above.lemma == "on" and governor.lemma == "be" and governor.tag in PRESENT:
        return Reading(Status.ONGOING, governor.i)  # "is on a tour of Peru"
    if token.dep == "pobj" and above.lemma in {"for", "on"} and governor.pos in {"VERB", "AUX"}:
        # "will travel to Oslo for talks", "will lead them on a visit": it lies ahead as the journey does
        reading = read_status(governor, graph)
        return reading if reading.status in {Status.PLANNED, Status.HYPOTHETICAL} else Reading(Status.HAPPENED)
    led = token.dep == "pobj" and above.lemma in {"without", "against", "for", "of"}
    if led and governor.lemma in words().expectations:
        return Reading(Status.HYPOTHETICAL, governor.i)
    return Reading(Status.HAPPENED)


def _embedding(verb: Token, auxiliaries: list[Token], graph: Graph) -> Reading | None:
    infinitive = any(a.lemma == "to" for a in auxiliaries)
    marks = graph.parsed.children(verb, "mark", "advmod")
    mark = next((c for c in marks if c.text.lower() in words().conditions), None)
    if mark is not None:
        return Reading(Status.HYPOTHETICAL, mark.i)
    that = next((c for c in graph.parsed.children(verb, "mark") if c.lemma == "that"), None)
    asked = verb.tag == "VB" or (verb.tag == "VBP" and graph.parsed.head(verb).lemma in MANDATIVE)
    if asked and not auxiliaries and that is not None:
        return Reading(Status.HYPOTHETICAL, that.i)  # "demanded that India withdraw its army"
    bare = verb.tag == "VB" or (verb.tag == "VBP" and graph.parsed.head(verb).lemma in HELPING)
    if bare and not auxiliaries and verb.dep in {"ccomp", "xcomp"}:
        return read_status(graph.parsed.head(verb), graph)  # "help Chile train its army" stands as "help" does
    if not infinitive:
        return _gerund(verb, graph) or _participle(verb, graph)
    above = graph.parsed.head(verb)
    # "came to sign" is told as a fact; a bare purpose, a plan or a wish is not.
    if does_it(verb, above, graph):
        return None
    carrier = _carrier(verb, auxiliaries, graph)
    if carrier is not None:
        return _as_above(carrier, graph)
    if verb.dep == "xcomp" and above.lemma == "be" and above.tag in PRESENT:
        doubt = next((c for c in graph.parsed.children(above, "mark") if c.text.lower() in words().conditions), None)
        if doubt is not None:
            return Reading(Status.HYPOTHETICAL, doubt.i)  # "if he is to end the war"
        return Reading(Status.PLANNED, next(a.i for a in auxiliaries if a.lemma == "to"))  # "are to meet on Tuesday"
    if verb.dep == "xcomp" and above.lemma in words().averting:
        return Reading(Status.NEGATED, above.i)
    return Reading(Status.HYPOTHETICAL, next(a.i for a in auxiliaries if a.lemma == "to"))


def _carrier(verb: Token, auxiliaries: list[Token], graph: Graph) -> Token | None:
    """Return the verb that an infinitive stands or falls with: "managed to sign", "claims to have shelled"."""
    above = graph.parsed.head(verb)
    if verb.dep in {"xcomp", "advcl"} and is_errand(verb, graph):
        return above  # "telephoned him to offer help": the call does it
    told = above.lemma in words().telling and any(a.lemma == "have" for a in auxiliaries)
    present = above.lemma == "be" and above.tag in PRESENT  # "is to sign" lies ahead
    if verb.dep == "xcomp" and not present and (told or above.lemma in words().achieving):
        return above
    return counted(verb, graph)


def _as_above(above: Token, graph: Graph) -> Reading | None:
    """Return the status of a verb that only carries the one under it, unless a plain fact: "did not manage to"."""
    reading = read_status(above, graph)
    return reading if reading.status in {Status.NEGATED, Status.PLANNED, Status.HYPOTHETICAL} else None


def _gerund(verb: Token, graph: Graph) -> Reading | None:
    """Read what stands under a verb as "-ing": "avoided attacking", "refrained from it", "considered sending"."""
    if verb.tag != "VBG" or verb.dep not in {"xcomp", "pcomp"}:
        return None
    above = graph.parsed.head(verb)
    preposition = ""
    if verb.dep == "pcomp":
        preposition, above = above.lemma, graph.parsed.head(above)
    if preposition == "without":
        return Reading(Status.NEGATED, graph.parsed.head(verb).i)
    if preposition == "by":  # "may not want to anger them by boycotting the talks"
        return _as_above(above, graph)
    if above.lemma in words().averting and preposition in {"", "from", "of", "short"}:
        return Reading(Status.NEGATED, above.i)
    if above.lemma in words().imagining and preposition in {"", "of", "about", "against", "out"}:
        return Reading(Status.HYPOTHETICAL, above.i)
    return None


def _within_wish(verb: Token, graph: Graph) -> Reading | None:
    """Read what stands in what somebody is only to say: "wanted Oslo to confirm that it will sign"."""
    above = graph.parsed.head(verb)
    asked = any(c.lemma == "to" for c in graph.parsed.children(above, "aux"))
    if verb.dep != "ccomp" or not asked or above.dep not in {"xcomp", "ccomp", "advcl"}:
        return None
    reading = read_status(above, graph)
    return reading if reading.status is Status.HYPOTHETICAL else None


def _of_anybody(verb: Token, graph: Graph) -> Reading | None:
    """Read what is told of nobody in particular, or of no one time."""
    shown = generic(verb, graph)
    return Reading(Status.HYPOTHETICAL, shown.i) if shown is not None else None


def _in_doubt(verb: Token, graph: Graph) -> Reading | None:
    """Read what is only asked or feared, even ahead: "whether it will sign", "fears that it will attack"."""
    asked = next((c for c in graph.parsed.children(verb, "mark") if c.text.lower() in {"whether", "if", "lest"}), None)
    if asked is not None:
        return Reading(Status.HYPOTHETICAL, asked.i)
    above = graph.parsed.head(verb)
    clause = verb.dep in {"acl", "ccomp"} or any(c.text.lower() == "that" for c in graph.parsed.children(verb, "mark"))
    feared = clause and above.pos == "NOUN" and above.lemma in words().worries
    unsaid = verb.dep == "ccomp" and above.lemma in words().sayings and read_status(above, graph)
    left_open = feared or (unsaid and unsaid.status is Status.NEGATED)
    return Reading(Status.HYPOTHETICAL, above.i) if left_open else None


def _participle(verb: Token, graph: Graph) -> Reading | None:
    """Read a participle on a noun whose own clause is only imagined: "he could meet crowds urging him to go"."""
    if verb.tag not in {"VBG", "VBN"} or verb.dep != "acl":
        return None
    above = graph.parsed.head(verb)
    for _ in range(MAX_CLIMB):
        if above.pos in {"VERB", "AUX"} or above.head == above.i:
            break
        if above.dep not in {"pobj", "dobj", "prep", "agent", "conj", "attr"}:
            return None
        above = graph.parsed.head(above)
    if above.pos not in {"VERB", "AUX"} or verb.tag == "VBN":
        return None
    reading = read_status(above, graph)
    return reading if reading.status is Status.HYPOTHETICAL else None


def _goes_on(token: Token, verb: Token, auxiliaries: list[Token], graph: Graph) -> Token | None:
    """Return what shows that something is done again to this day: "has met every year since 1990"."""
    if not any(a.text.lower() in {"has", "have", "'ve"} for a in auxiliaries):
        return None
    since = next((c for c in graph.core(verb.i) if c.lemma == "since"), None)
    again = any(c.text.lower() in {"every", "each", "regularly", "annually", "yearly"} for c in graph.core(verb.i))
    return since if since is not None and again else None


def _aspect(verb: Token, auxiliaries: list[Token]) -> Reading:
    lemmas = {a.lemma for a in auxiliaries}
    if verb.tag == "VBG" and "be" in lemmas:
        cue = next(a.i for a in auxiliaries if a.lemma == "be")
        past = any(a.text.lower() in {"was", "were"} for a in auxiliaries)
        return Reading(Status.HAPPENED if past else Status.ONGOING, cue)
    return Reading(Status.HAPPENED)
