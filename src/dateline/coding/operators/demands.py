"""Demands and refusals in words: "stop the bombing", "let them withdraw first", "there will be no talks".

An imperative in somebody's mouth asks it of whoever he speaks to; that there will be none of what the other side asks
for, or that a measure will stay, is a refusal. Both need a speaker who answers for a state, a movement or fighters, and
another side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.coding.drafts import Draft
from dateline.coding.frames.plain_verbs import obligation, refusal
from dateline.coding.frames.recipients import others
from dateline.coding.parties.cast import Cast
from dateline.coding.parties.public import answers_for, is_own, is_public
from dateline.coding.speech.speaking import Partners, mention_of, speaker_of
from dateline.coding.status.status_words import WILLING
from dateline.coding.structure.arguments import Graph
from dateline.model import EventType, Mention, Span, SpeechKind, Statement, Token

AHEAD = frozenset({"will", "would", "shall", "'ll", "'d", "can", "could"})
LEADING = frozenset(
    {"please", "first", "now", "so", "then", "and", "but", "just", "do", "not", "n't", "never", '"', "``", "'", "“"}
)
US = frozenset({"us", "me", "'s"})
NOTHING = frozenset({"nothing", "nobody"})
TALKING = frozenset({"discuss", "negotiate", "talk", "debate", "add", "say"})
# "Would stay only for a week", "will stay as long as it is asked to".
HEDGES = frozenset({"only", "long"})
STAYING = frozenset({"stay", "remain", "continue", "stand"})
WITHIN = ("with", "for", "to", "of", "from", "on", "against", "without", "in")
COVERED = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN})


class Demands:
    """Finds the demands and refusals of one story that no verb of asking or refusing tells."""

    def __init__(self, graph: Graph, cast: Cast, partners: Partners, sets: Mapping[str, frozenset[str]]) -> None:
        """Prepare for one story; `sets` are the word sets of the lexicon."""
        self._graph, self._cast, self._partners = graph, cast, partners
        self._parsed, self._tokens = graph.parsed, graph.tokens
        self._sets = sets

    def joined(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Return drafts with demands and refusals, and without the deeds that these only ask for."""
        found = list(self._found())
        told = {d.token for d in drafts if d.type in COVERED}
        new = [d for d in found if d.token not in told]
        asked = {i for d in new if d.type is EventType.REQUEST for i in self._below(d.token)}
        return [*(d for d in drafts if d.token not in asked), *new]

    def _below(self, i: int) -> set[int]:
        return {t.i for t in self._parsed.subtree(self._tokens[i])}

    def _found(self) -> Iterator[Draft]:
        for token in self._tokens:
            if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass"}:
                continue
            statement = self._partners.statement(Span(token.start, token.end))
            if statement is None or statement.source is None or not answers_for(statement.source.resolution):
                continue
            speaking = speaker_of(self._cast, (statement.source,))
            if not speaking:
                continue
            if self._is_command(token, statement):
                yield from self._demanded(token, statement, speaking)
            elif self._is_refusal(token, speaking):
                yield refusal(token.i, speaking, self._other_side(token, statement, speaking))

    # -- "Stop the bombing" -------------------------------------------------------------------------------------

    def _is_command(self, verb: Token, statement: Statement) -> bool:
        """Say whether a bare verb opens what somebody says: "Stop the war", "Don't come back", "Let them go"."""
        if verb.tag not in {"VB", "VBP"} or verb.lemma in self._sets["uncommanding"]:
            return False
        subjects = {c.dep for c in self._parsed.children(verb)} & {"nsubj", "nsubjpass", "expl"}
        if subjects and verb.lemma != "let":
            return False
        if statement.kind is not SpeechKind.DIRECT and verb.lemma != "let":
            return False
        return self._opens(verb) and not self._is_ours(verb)

    def _opens(self, verb: Token) -> bool:
        """Say whether a verb is the first word of its quotation or sentence, but for "please" and the like."""
        first = self._parsed.sentences[verb.sent].first
        i = verb.i - 1
        while i >= first and (self._tokens[i].text.lower() in LEADING or self._tokens[i].tag in {"``", "RB"}):
            if self._tokens[i].tag == "``":
                return True
            i -= 1
        return i < first

    def _is_ours(self, verb: Token) -> bool:
        """Say whether "let" speaks of the speaker's own side: "let us pray", "let me say"."""
        after = self._tokens[verb.i + 1].text.lower() if verb.i + 1 < len(self._tokens) else ""
        return verb.lemma == "let" and after in US

    def _demanded(self, verb: Token, statement: Statement, speaking: tuple[Mention, ...]) -> Iterator[Draft]:
        asked = self._let(verb) if verb.lemma == "let" else ()
        asked = asked or self._spoken_to(statement) or self._called(verb, speaking) or self._topic(statement)
        asked = tuple(m for m in asked if is_public(m) and not any(is_own(m, s) for s in speaking))
        if asked:
            yield obligation(verb.i, asked, speaking)

    def _let(self, verb: Token) -> tuple[Mention, ...]:
        """Return who is to be let: "let North Korea apologise first"."""
        own = [c for t in self._parsed.children(verb, "ccomp", "xcomp") for c in self._parsed.children(t, "nsubj")]
        heads = [c.i for c in (*own, *self._parsed.children(verb, "nsubj", "dobj")) if c.i > verb.i]
        return tuple(m for m in self._cast.actors(heads) if is_public(m))

    def _called(self, verb: Token, speaking: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return whose thing is to be dealt with: "Lift the Cuban embargo"; nobody where the words name none."""
        heads = [
            h
            for o in self._graph.slots(verb.i).get("obj", ())
            for n in ("poss", "mod")
            for h in self._graph.slots(o).get(n, ())
        ]
        return tuple(m for m in others(self._cast.actors(heads), speaking) if is_public(m))

    def _spoken_to(self, statement: Statement) -> tuple[Mention, ...]:
        """Return the side spoken to, as the cue names it: "told Serbia"."""
        if statement.addressee is not None:
            return mention_of(self._cast, statement.addressee)
        cue = self._cue(statement)
        told = cue is not None and cue.lemma in self._sets["telling"]
        return self._cast.actors(self._graph.slots(cue.i).get("obj", ())) if cue is not None and told else ()

    def _topic(self, statement: Statement) -> tuple[Mention, ...]:
        """Return whom the cue says that words are about: "said of South Sudan"."""
        cue = self._cue(statement)
        slots = self._graph.slots(cue.i) if cue is not None else {}
        heads = [*slots.get("of", ()), *slots.get("about", ())]
        inner = [i for h in heads for n in ("poss", "mod") for i in self._graph.slots(h).get(n, ())]
        return self._cast.actors(heads) or self._cast.actors(inner)

    def _cue(self, statement: Statement) -> Token | None:
        if statement.cue is None:
            return None
        inside = self._parsed.tokens_in(statement.cue)
        return next((t for t in inside if t.pos == "VERB"), None)

    # -- "there will be no talks" -------------------------------------------------------------------------------

    def _is_refusal(self, verb: Token, speaking: tuple[Mention, ...]) -> bool:
        """Say whether a clause says that something asked for will not be, or that a measure goes on."""
        helped = {c.text.lower() for c in self._parsed.children(verb, "aux")}
        subjects = list(self._parsed.children(verb, "nsubj", "nsubjpass", "expl"))
        if verb.lemma == "be" and any(c.text.lower() == "there" for c in subjects):
            return self._is_none_wished(verb, ahead=bool(helped & AHEAD))
        if not helped & WILLING:
            return False
        kept = verb.lemma in STAYING and any(c.lemma in self._sets["standing_measures"] for c in subjects)
        if kept and not any(c.dep != "advmod" or c.text.lower() in HEDGES for c in self._hedges(verb)):
            return True
        nobody = any(c.text.lower() in NOTHING or self._is_not_one(c) for c in subjects)
        passive = self._graph.passive(verb) and not self._graph.slots(verb.i).get("subj")
        # "our borders will never be shut" refuses nothing
        passive = passive and verb.lemma not in self._sets["reassuring"]
        denied = nobody or self._parsed.has(verb, "neg")
        known = verb.lemma in self._sets["refusable"] or (nobody and verb.lemma == "set")
        return denied and known and (nobody or passive or self._is_own_deed(verb, speaking))

    def _hedges(self, verb: Token) -> Iterator[Token]:
        """Yield what makes a stay none, another deed or a short one: "would stay only a few days"."""
        yield from self._parsed.children(verb, "neg", "xcomp", "npadvmod", "dobj", "attr", "advmod")

    def _is_own_deed(self, verb: Token, speaking: tuple[Mention, ...]) -> bool:
        """Say whether the side that speaks is who does it: "we will not stop"."""
        doers = self._cast.actors(self._graph.slots(verb.i).get("subj", ()))
        return bool(doers) and all(any(is_own(d, s) for s in speaking) for d in doers)

    def _is_none_wished(self, verb: Token, *, ahead: bool) -> bool:
        """Say whether there is said to be none of what is asked for, now or ever: "no room for compromise"."""
        denied = self._parsed.has(verb, "neg")
        for noun in self._parsed.children(verb, "attr", "nsubj"):
            if noun.text.lower() in NOTHING:
                return any(c.lemma in TALKING for c in self._parsed.children(noun, "relcl", "acl", "xcomp"))
            if not (denied or any(c.text.lower() == "no" for c in self._parsed.children(noun, "det"))):
                continue
            if noun.lemma in self._sets["wished"] or noun.text.lower() in self._sets["wished"]:
                return ahead
            if noun.lemma in self._sets["openings"]:
                below = [
                    c for p in self._parsed.children(noun, "prep") for c in self._parsed.children(p, "pobj", "pcomp")
                ]
                known = self._sets["wished"] | self._sets["refusable"]
                return any(c.lemma in known or c.text.lower() in known for c in below)
        return False

    def _is_not_one(self, noun: Token) -> bool:
        """Say whether a subject is nobody or nothing: "not a single soldier", "no prisoner"."""
        below = [*self._parsed.children(noun, "det", "neg", "nummod", "preconj")]
        below += [g for c in below for g in self._parsed.children(c, "neg")]
        return any(c.text.lower() in {"no", "not"} for c in below)

    def _other_side(self, verb: Token, statement: Statement, speaking: tuple[Mention, ...]) -> tuple[Mention, ...]:
        slots = self._graph.slots(verb.i)
        around = [h for n in (*WITHIN, "iobj", "obj") for h in slots.get(n, ())]
        nouns = [h for n in ("attr", "subj", "obj", "without") for h in slots.get(n, ())]
        inner = [i for h in nouns for n in (*WITHIN, "mod", "poss") for i in self._graph.slots(h).get(n, ())]
        around += [*inner, *(i for h in inner for i in self._graph.slots(h).get("mod", ()))]
        found = self._spoken_to(statement) or self._cast.actors(around) or self._topic(statement)
        return tuple(m for m in found if is_public(m) and not any(is_own(m, s) for s in speaking))
