"""Whether an event happened, as far as its clause says: auxiliaries, negation, conditions, purpose, the verb above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.coding.arguments import Graph
from dateline.coding.misparses import joined_infinitive
from dateline.coding.unreal import aimed_at, averted, foreseen, hung_on, supposed
from dateline.knowledge.status import StatusWords
from dateline.model import Status, Token

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PAST = frozenset({"VBD", "VBN"})
MAX_CLIMB = 6
# What stands in a clause with "that" under these is to be done.
MANDATIVE = frozenset(
    {"demand", "recommend", "propose", "request", "urge", "ask", "require", "order", "stipulate", "advise"}
)
# Under these a bare verb is often taken for a tensed one: "will help its neighbours build ties".
HELPING = frozenset({"help", "let", "make"})
REPORTING_TAGS = frozenset({"VBD", "VBN"})


@cache
def words() -> StatusWords:
    """Return the shipped words, read once a process."""
    return StatusWords.load()


def performed() -> frozenset[str]:
    """Return the verbs that do in words what they say: "thank", "congratulate", "condemn"."""
    return words().performed


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
    auxiliaries = [c for c in graph.parsed.children(verb) if c.dep in {"aux", "auxpass"}] + (
        [verb] if verb.pos == "AUX" else []
    )
    if verb.dep == "conj" and not auxiliaries and _negation(verb, graph) is None and not _is_own_clause(verb, graph):
        return read_status(_joined_to(verb, graph), graph)
    helped = {a.text.lower(): a for a in auxiliaries}
    future = next((helped[w] for w in helped if w in words().future), None)
    negation = _negation(verb, graph)
    if negation is not None:
        refused = negation.lemma not in words().short_of and (
            future is not None or _future_in_past(verb, helped, graph)
        )
        return Reading(Status.NEGATED, negation.i, refused=refused)
    open_ = _within_wish(verb, graph) or _generic(verb, graph) or _in_doubt(verb, graph)
    if open_ is not None:
        return open_
    unsure = next((c for c in graph.parsed.children(verb, "advmod") if c.lemma in words().unsure), None)
    if unsure is not None and "would" in helped:
        return Reading(Status.HYPOTHETICAL, unsure.i)
    if future is not None or _future_in_past(verb, helped, graph):
        return Reading(Status.PLANNED, future.i if future else next(iter(helped.values())).i)
    modal = next((helped[w] for w in helped if w in words().conditional), None)
    if modal is not None:
        return Reading(Status.HYPOTHETICAL, modal.i)
    above = _embedding(verb, auxiliaries, graph)
    if above is not None:
        return above
    going = _goes_on(token, verb, auxiliaries, graph)
    return Reading(Status.ONGOING, going.i) if going is not None else _aspect(verb, auxiliaries)


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


def _negation(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies a verb: "not", "never", "nearly", "no longer", or a subject that is nobody."""
    for child in graph.parsed.children(verb):
        or_not = child.i > 0 and graph.tokens[child.i - 1].text.lower() == "or"  # "whether or not he will sign"
        denied = (child.dep == "neg" and not or_not) or child.text.lower() in {"never", "neither"}
        short = child.dep == "advmod" and child.lemma in words().short_of and not _is_counting(child, graph)
        if denied or short:
            return child
        over = child.text.lower() == "longer" and any(c.text.lower() == "no" for c in graph.parsed.children(child))
        if over:
            return child
    return _nobody(verb, graph) or _yet_to(verb, graph) or _in_no_way(verb, graph)


def _in_no_way(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies a verb outright: "in no way abandoned its policy", "by no means agreed"."""
    for prep in graph.parsed.children(verb, "prep"):
        for noun in graph.parsed.children(prep, "pobj"):
            none = next((c for c in graph.parsed.children(noun, "det") if c.text.lower() == "no"), None)
            if none is not None and noun.lemma in {"way", "mean", "means", "circumstance", "sense", "event"}:
                return none
    return None


def _is_counting(adverb: Token, graph: Graph) -> bool:
    """Say whether "nearly" goes with a number: "nearly 300 died"."""
    after = graph.tokens[adverb.i + 1] if adverb.i + 1 < len(graph.tokens) else None
    return after is not None and after.pos in {"NUM", "DET", "SYM"}


def _nobody(verb: Token, graph: Graph) -> Token | None:
    """Return the word that denies an event by denying who took part: "no policemen were killed"."""
    for party in graph.parsed.children(verb, "nsubj", "nsubjpass", "dobj", "attr"):
        if party.text.lower() in words().nobody:
            return party
        below = graph.parsed.children(party, "det", "preconj", "cc")
        denied = next((c for c in below if c.text.lower() in {"no", "neither"}), None) or _neither(party, graph)
        if denied is not None:
            return denied
    return None


def _neither(party: Token, graph: Graph) -> Token | None:
    """Return the "neither" at the head of a list, wherever the parser hung it: "neither the Danish nor the ..."."""
    first = min((t.i for t in graph.parsed.subtree(party)), default=party.i)
    token = graph.tokens[first]
    return token if token.text.lower() == "neither" else None


def _yet_to(verb: Token, graph: Graph) -> Token | None:
    """Return the "yet" of "has yet to sign", for either verb."""
    above = verb if verb.lemma in {"have", "be"} else graph.parsed.head(verb)
    below = [c for c in graph.parsed.children(above, "xcomp") if c.i == verb.i or above.i == verb.i]
    if above.lemma not in {"have", "be"} or not below:
        return None
    between = graph.tokens[above.i : below[0].i]
    return next((t for t in between if t.text.lower() == "yet"), None)


def _verb(token: Token, graph: Graph) -> Token | None:
    if token.pos in {"VERB", "AUX"}:
        return token
    above = graph.parsed.head(token)
    if token.dep in {"dobj", "nsubjpass", "acomp", "attr", "oprd"} and above.pos in {"VERB", "AUX"}:
        return above
    return None


def _future_in_past(verb: Token, helped: dict[str, Token], graph: Graph) -> bool:
    """Say whether "would" is a reported "will": under a verb of saying in the past."""
    if "would" not in helped or "have" in helped:
        return False
    verb = _first_joined(verb, graph)
    above = graph.parsed.head(verb)
    if verb.dep in {"acl", "ccomp", "relcl"} and above.lemma in words().notices:
        return graph.parsed.head(above).tag in REPORTING_TAGS  # "gave notice that it would free them"
    return verb.dep in {"ccomp", "relcl"} and (above.tag in REPORTING_TAGS or verb.dep == "relcl")


def _first_joined(verb: Token, graph: Graph) -> Token:
    """Return the first of joined verbs: the "regretted" of "said it regretted the vote but would abide by it"."""
    while verb.dep == "conj" and graph.parsed.head(verb).pos in {"VERB", "AUX"}:
        verb = graph.parsed.head(verb)
    return verb


def _time_of(noun: Token, graph: Graph) -> list[Token]:
    """Return the words on the time whose deed a noun is: the "next" of "next week's visit"."""
    owners = (c for c in graph.parsed.children(noun, "poss") if c.ent == "DATE")
    return [t for owner in owners for t in (owner, *graph.parsed.children(owner, "amod"))]


def _nominal(token: Token, graph: Graph) -> Reading:
    above = graph.parsed.head(token)
    if any(c.dep in {"det", "neg"} and c.text.lower() == "no" for c in graph.parsed.children(token)):
        return Reading(Status.NEGATED, token.i)
    # "an upcoming strike", "a strike set for Monday"
    markers = [*graph.parsed.children(token, "amod", "nmod"), *_set_for(token, graph), *_time_of(token, graph)]
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


def _set_for(noun: Token, graph: Graph) -> list[Token]:
    """Return the participles that set a noun for a time: "talks scheduled for May", not "planned in secret"."""
    below = (c for c in graph.parsed.children(noun, "acl") if c.tag == "VBN")
    return [c for c in below if any(p.lemma == "for" for p in graph.parsed.children(c, "prep"))]


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
    if _does_it(verb, above, graph):
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
    return _counted(verb, graph)


def is_errand(verb: Token, graph: Graph) -> bool:
    """Say whether something is said by the verb above that it is the purpose of.

    "Telephoned him to offer help", "went on television to accuse Chad", "flew to Rabat to ask for a loan".

    Args:
        verb: The infinitive.
        graph: Arguments of the story.
    """
    above, known = graph.parsed.head(verb), words()
    if above.lemma in known.calling and verb.lemma in known.performed:
        return True
    if above.lemma in known.travelling and verb.lemma in known.pleaded:
        return above.tag in PAST or above.tag == "VBG"
    if verb.lemma not in known.performed or above.pos != "VERB":
        return False
    below = [i for heads in graph.slots(above.i).values() for i in heads]
    return any(i < verb.i and graph.tokens[i].lemma.lower() in known.platforms for i in below)


def _counted(verb: Token, graph: Graph) -> Token | None:
    """Return the verb above somebody who is counted by what he did: "became the first president to visit Togo"."""
    above = graph.parsed.head(verb)
    noun = above if verb.dep != "advcl" else next(graph.parsed.children(above, "attr"), above)
    ranked = any(c.text.lower() in words().ranks for c in graph.parsed.children(noun, "amod"))
    return graph.parsed.head(noun) if ranked and noun.lemma in words().ranked else None


def _does_it(verb: Token, above: Token, graph: Graph) -> bool:
    """Say whether the verb above does what its purpose says: "gathered to protest", "I am here to confirm"."""
    if above.lemma in words().gathering and verb.lemma in words().protesting:
        return True
    if above.lemma == "go" and graph.tokens[above.i + 1].text.lower() == "on" and verb.i <= above.i + 3:
        return True  # "went on to accuse", not "went on television to accuse"
    if above.lemma == "like" and verb.lemma in words().performed:
        return is_first_person(above, graph)  # "I would like to thank"
    return above.lemma in words().arriving and is_first_person(above, graph)


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


def _generic(verb: Token, graph: Graph) -> Reading | None:
    """Read what is told of anybody who might do it, or as long as it lasts: "every envoy who asks for it"."""
    above = graph.parsed.head(verb)
    if verb.dep == "relcl":
        anybody = [above, *graph.parsed.children(above, "det")]
        found = next((t for t in anybody if t.text.lower() in words().anybody), None)
        return Reading(Status.HYPOTHETICAL, found.i) if found is not None else None
    helped = any(c.tag in PRESENT for c in graph.parsed.children(verb, "aux", "auxpass"))
    if verb.dep != "advcl" or not (verb.tag in PRESENT or (helped and verb.tag in REPORTING_TAGS)):
        return None
    not_yet = next((c for c in graph.parsed.children(verb, "mark") if c.text.lower() in {"before", "until"}), None)
    if not_yet is not None:
        return Reading(Status.HYPOTHETICAL, not_yet.i)  # "must resign before they disarm"
    mark = next((c for c in graph.parsed.children(verb, "mark") if c.text.lower() == "as"), None)
    before = graph.tokens[mark.i - 1].text.lower() if mark is not None and mark.i > 0 else ""
    if mark is not None and before in words().as_far_as:
        return Reading(Status.HYPOTHETICAL, mark.i)
    awaited = next(
        (c for c in graph.parsed.children(verb, "mark", "advmod") if c.text.lower() in words().awaited), None
    )
    later = any(c.text.lower() in words().future for c in graph.parsed.children(above, "aux"))
    return Reading(Status.HYPOTHETICAL, awaited.i) if awaited is not None and later else None


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


def is_first_person(verb: Token, graph: Graph) -> bool:
    """Say whether "I" or "we" is a verb's subject."""
    return any(c.text.lower() in {"i", "we"} for c in graph.parsed.children(verb, "nsubj"))


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
