"""Who does a deed whose own words leave it open: who stands behind what acts, fires or carries, and agents astray."""

from __future__ import annotations

from dateline.coding.parties.cast import Cast
from dateline.coding.structure.arguments import Graph
from dateline.coding.structure.misparses import phrases_beyond
from dateline.knowledge.frames import Frame, FrameLexicon
from dateline.knowledge.parties import party_words
from dateline.model import EventType, Mention, MentionKind, Token

NAMING = frozenset({MentionKind.NAME, MentionKind.NOMINAL})
# Deeds of force, whose doers are not who merely speaks of them.
FORCEFUL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE})
FIRING, WHEN = party_words().set("firing"), frozenset({"when", "after", "as"})
# What soldiers fire from.
EMPLACED = party_words().set("emplaced")
# Where a thing that acts names who stands behind it: "Israeli bulldozers", "the guns of rebels"; and one that carries.
WIELDED, SENT = ("poss", "mod", "of"), ("poss", "mod", "from", "of")


class Doers:
    """Finds the doers in one story."""

    def __init__(self, lexicon: FrameLexicon, graph: Graph, cast: Cast) -> None:
        """Prepare for one story."""
        self._lexicon = lexicon
        self._graph = graph
        self._cast = cast
        self._tokens = graph.tokens

    def own_nation(self, frame: Frame, token: Token) -> tuple[Mention, ...]:
        """Find who does "Iranian missile attacks", whoever else stands about: the nation before the event noun."""
        if token.pos != "NOUN" or frame.type not in FORCEFUL or frame.recipient[:1] == (("mod",),):
            return ()
        if self._graph.slots(token.i).get("by") or self._graph.slots(token.i).get("poss"):
            return ()
        own = [c.i for c in self._graph.parsed.children(token, "amod") if c.text[:1].isupper()]
        return tuple(m for m in self._cast.actors(own) if m.kind in NAMING)

    def wielders(self, token: int) -> tuple[Mention, ...]:
        """Find who stands behind what acts: "Israeli army bulldozers", "Syria's artillery"."""
        if self._tokens[token].pos not in {"VERB", "AUX"}:
            return ()  # a noun's subject is only borrowed: who "characterised the attack" wields nothing
        subjects = self._graph.slots(token).get("subj", ())
        found = self._cast.actors([i for h in subjects for n in WIELDED for i in self._graph.slots(h).get(n, ())])
        return found or self._cast.actors([i for h in subjects for i in self._planters(h)])

    def senders(self, token: int) -> tuple[Mention, ...]:
        """Find who stands behind what carries: "Chadian helicopters dropped rice", "planes from Chad landed"."""
        carriers = self._lexicon.sets["carriers"]
        subjects = self._graph.slots(token).get("subj", ())
        moving = [h for h in subjects if not carriers.isdisjoint({self._tokens[h].lemma, *self._counted(h)})]
        return self._cast.actors([i for h in moving for n in SENT for i in self._graph.slots(h).get(n, ())])

    def _counted(self, head: int) -> list[str]:
        """Return the lemmas of what a head counts: the truck of "dozens of trucks"."""
        return [self._tokens[i].lemma for i in self._graph.slots(head).get("of", ())]

    def firing_beside(self, token: Token) -> tuple[Mention, ...]:
        """Return the armed who harm by the deed beside it: "was killed when troops opened fire"."""
        if token.pos != "VERB" or not self._graph.passive(token):
            return ()
        clauses = [c for c in self._graph.parsed.children(token, "advcl") if c.lemma in FIRING]
        told = [
            c for c in clauses if any(w.text.lower() in WHEN for w in self._graph.parsed.children(c, "advmod", "mark"))
        ]
        heads = [h for c in told for h in self._graph.slots(c.i).get("subj", ())]
        if self._cast.fits_class("armed", heads):
            return self._cast.actors(heads)
        # "when Indian posts fired": the guns of a nation
        guns = [h for h in heads if self._tokens[h].lemma in EMPLACED]
        return self._cast.actors([i for h in guns for n in WIELDED for i in self._graph.slots(h).get(n, ())])

    def _planters(self, head: int) -> list[int]:
        """Return who laid, fired or made what acts: "a bomb planted by rebels", "an attack by rebels"."""
        token = self._tokens[head]
        participles = [c.i for c in self._graph.parsed.children(token, "acl") if c.tag == "VBN"]
        found = [i for verb in participles for i in self._graph.slots(verb).get("by", ())]
        own = [p for p in self._graph.parsed.children(token, "prep") if p.text.lower() == "by"]
        return found + [
            i for p in own for c in self._graph.parsed.children(p, "pobj") for i in self._graph.conjuncts(c.i)
        ]

    def agents_astray(self, token: Token) -> tuple[Mention, ...]:
        """Return the agent that the parser hung on what a noun is about: "the expulsion of two envoys by Chile"."""
        parsed = self._graph.parsed
        preps = list(parsed.children(token, "prep"))
        preps += [astray for prep in preps for astray in phrases_beyond(parsed, prep)]
        objects = [n for prep in preps for n in parsed.children(prep, "pobj")]
        plain = [n for n in objects if not self._is_event_word(n)]  # "the inquiry into the raid by rebels"
        agents = [p for n in plain for p in parsed.children(n, "prep") if p.text.lower() == "by"]
        heads = [h for p in agents for n in parsed.children(p, "pobj") for h in self._graph.conjuncts(n.i)]
        return self._cast.whole(self._cast.actors(heads))

    def _is_event_word(self, noun: Token) -> bool:
        return ("noun", noun.lemma) in self._lexicon.frame_index or noun.text.lower() in self._lexicon.nominal_index
